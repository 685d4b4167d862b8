//! How SQLite finds a page: by the index that was made for it, never through the whole history.

use crate::shop::{ACTOR, Shop};
use sqlx::{AssertSqlSafe, Row};
use store::tables::order_lists;

/// 20,000 orders, 100 of them in work, 60 ready: enough for the planner's statistics to mean something.
const SEED: &str = "
    INSERT INTO channel VALUES (1, 'shopify', 'Shop', NULL, NULL, 1, 1);
    WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 20000)
    INSERT INTO orders SELECT i, 1, 's' || i, '#' || i, CAST(i AS TEXT), NULL, NULL, NULL, 'name ' || (i % 700), 'DE',
        1600000000000 + i * 1000, 1, 'EUR', i % 900, i % 900, 0, 0, 0, 1, NULL, 'paid', '',
        CASE WHEN i > 19900 THEN 'open' ELSE 'completed' END, 'paid', 'shipped', 'none', 0, 0,
        CASE WHEN i > 19940 THEN 1 ELSE 0 END, CASE WHEN i > 19900 THEN 1 ELSE 0 END,
        CASE WHEN i > 19990 THEN 1 ELSE 0 END, CASE WHEN i > 19995 THEN 1 ELSE 0 END, 3, 3, 0, NULL,
        1600000000000 + i * 2000, NULL, NULL, NULL, '', NULL, NULL, NULL, NULL, '', 0, '', '', '', 256, NULL, NULL, '', 0, 1 FROM n;
";

#[tokio::test(flavor = "multi_thread")]
async fn no_page_reads_the_whole_history() {
    let shop = Shop::folder();
    let store = shop.open().await;
    for statistics in [false, true] {
        let mut w = store.write(ACTOR).await.unwrap();
        if statistics {
            sqlx::raw_sql("ANALYZE").execute(w.db()).await.unwrap();
        } else {
            sqlx::raw_sql(SEED).execute(w.db()).await.unwrap();
        }
        w.commit().await.unwrap();
        let mut reader = store.read().await.unwrap();
        let mut wrong = Vec::new();
        for (name, sql) in order_lists::every_page() {
            let plan: Vec<String> = sqlx::query(AssertSqlSafe(format!("EXPLAIN QUERY PLAN {sql}")))
                .fetch_all(reader.db())
                .await
                .unwrap()
                .iter()
                .map(|row| row.get::<String, _>("detail"))
                .collect();
            if let Some(line) = plan.iter().find(|line| !is_good(&name, line)) {
                wrong.push(format!("{name}: {line}\n    {}", plan.join("\n    ")));
            }
        }
        assert!(
            wrong.is_empty(),
            "statistics {statistics}\n{}\n",
            wrong.join("\n")
        );
        drop(reader);
    }
    store.close().await.unwrap();
}

/// A text of many values is read once, and each value looked up by an index: never the other way round,
/// which is quadratic. Found when the second file of a large shop took minutes.
#[tokio::test(flavor = "multi_thread")]
async fn many_values_are_read_once() {
    let shop = Shop::folder();
    let store = shop.open().await;
    let mut w = store.write(ACTOR).await.unwrap();
    sqlx::raw_sql(SEED).execute(w.db()).await.unwrap();
    sqlx::raw_sql("ANALYZE").execute(w.db()).await.unwrap();
    w.commit().await.unwrap();
    // A reader that was opened now knows the statistics.
    store.close().await.unwrap();
    let store = shop.open().await;
    let mut reader = store.read().await.unwrap();
    let mut looked = 0;
    for (name, sql) in store::tables::all_statements() {
        if !(sql.contains("json_each(") && sql.contains(") AS v ")) {
            continue;
        }
        looked += 1;
        let plan: Vec<String> = sqlx::query(AssertSqlSafe(format!("EXPLAIN QUERY PLAN {sql}")))
            .fetch_all(reader.db())
            .await
            .unwrap()
            .iter()
            .map(|row| row.get::<String, _>("detail"))
            .collect();
        assert!(
            plan[0].starts_with("SCAN v VIRTUAL TABLE"),
            "{name}: {plan:#?}"
        );
        assert!(plan[1].starts_with("SEARCH"), "{name}: {plan:#?}");
    }
    assert!(looked >= 5, "{looked}");
    drop(reader);
    store.close().await.unwrap();
}

/// The whole history is offered by date alone; every other sort only over the work in hand.
fn is_good(name: &str, line: &str) -> bool {
    let whole = name.starts_with("order_lists::all::");
    let by_date = name.contains("::placed_at");
    if line.starts_with("SCAN o") {
        return line.contains("USING INDEX orders_ready")
            || line.contains("USING INDEX orders_work")
            || line.contains("USING INDEX orders_held")
            || line.contains("USING INDEX orders_need")
            || (whole && (!by_date || line.contains("USING INDEX orders_by_placed")));
    }
    true
}

#[test]
fn a_scan_of_the_orders_is_found() {
    assert!(!is_good("order_lists::open::total", "SCAN o"));
    assert!(!is_good("order_lists::all::placed_at", "SCAN o"));
    assert!(is_good(
        "order_lists::all::placed_at",
        "SCAN o USING INDEX orders_by_placed"
    ));
    assert!(is_good(
        "order_lists::to_ship::ship_by",
        "SCAN o USING INDEX orders_ready"
    ));
}
