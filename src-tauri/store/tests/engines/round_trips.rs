//! What is written comes back: every row type, in bulk, with what people and files put into them.

use crate::shop::{ACTOR, Shop};
use sqlx::AssertSqlSafe;
use sqlx::any::AnyRow;
use std::fmt::Debug;
use store::row::{Kind, Row, columns, insert_all, save_all};
use store::rows::{OrderRow, SettingRow, ViewCounterRow};
use store::{Db, Engine};

crate::on_both_engines!(
    every_row_comes_back_as_it_was,
    u0000_is_dropped,
    more_than_a_statement_takes,
    many_rows_that_say_much_the_same,
    texts_are_sorted_by_code_point,
);

/// The greatest integer that JavaScript holds exactly.
const GREATEST: i64 = 9_007_199_254_740_991;

const TEXTS: [&str; 8] = [
    "",
    "O'Neil \"the\" \\ `x` -- ; DROP TABLE orders; $1 ? :a @b %s",
    "😀👩‍👩‍👧‍👦 \u{1F1E9}\u{1F1EA} e\u{301} \u{FEFF} \u{202E}abc \u{10FFFF}",
    "\u{1}\u{2}\u{8}\u{b}\u{c}\u{1f}\u{7f}\u{85}\u{2028}\u{2029}",
    "line\nline\r\nline\ttab",
    "{\"a\":[1,null,true]}",
    "null",
    "Ωμέγα 日本語 한국어 العربية עברית ไทย",
];

/// A row of any type with values that differ from column to column and from row to row. It is made
/// by reading literals, so no type has to be written down a second time.
async fn row<R>(db: &mut Db, n: i64, keys: usize, key_of: i64, nullable: &[bool], set: bool) -> R
where
    R: Row + for<'r> sqlx::FromRow<'r, AnyRow> + Send + Unpin,
{
    let mut texts = Vec::new();
    let picked: Vec<String> = R::COLUMNS
        .iter()
        .enumerate()
        .map(|(at, (name, kind))| {
            let salt = if at < keys { key_of } else { n };
            let at = i64::try_from(at).unwrap();
            let absent = nullable[usize::try_from(at).unwrap()] && !set;
            match kind {
                Kind::Int if absent => format!("CAST(NULL AS BIGINT) AS {name}"),
                Kind::Text if absent => format!("CAST(NULL AS TEXT) AS {name}"),
                Kind::Int => {
                    let number = match salt % 3 {
                        0 => GREATEST - at - salt,
                        1 => -GREATEST + at + salt,
                        _ => at * 1_000 + salt,
                    };
                    format!("CAST({number} AS BIGINT) AS {name}")
                }
                Kind::Text => {
                    let one = usize::try_from(at + salt).unwrap() % TEXTS.len();
                    texts.push(format!("{} {salt} {at}", TEXTS[one]));
                    format!("CAST(${} AS TEXT) AS {name}", texts.len())
                }
            }
        })
        .collect();
    let sql = format!("SELECT {}", picked.join(", "));
    let mut query = sqlx::query_as::<_, R>(AssertSqlSafe(sql));
    for text in texts {
        query = query.bind(text);
    }
    query.fetch_one(db).await.unwrap()
}

async fn back<R>(db: &mut Db) -> Vec<R>
where
    R: Row + for<'r> sqlx::FromRow<'r, AnyRow> + Send + Unpin,
{
    let sql = format!("SELECT {} FROM {}", columns::<R>(""), R::TABLE);
    sqlx::query_as(AssertSqlSafe(sql))
        .fetch_all(db)
        .await
        .unwrap()
}

async fn nullable<R: Row>(db: &mut Db, engine: Engine) -> Vec<bool> {
    let sql = match engine {
        Engine::Sqlite => "SELECT name FROM pragma_table_info($1) WHERE \"notnull\" = 0",
        Engine::Postgres => {
            "SELECT CAST(column_name AS TEXT) FROM information_schema.columns \
             WHERE table_schema = 'public' AND table_name = $1 AND is_nullable = 'YES'"
        }
    };
    let names: Vec<String> = sqlx::query_scalar(sql)
        .bind(R::TABLE)
        .fetch_all(db)
        .await
        .unwrap();
    R::COLUMNS
        .iter()
        .map(|(name, _)| names.iter().any(|n| n == name))
        .collect()
}

async fn comes_back<R>(shop: &store::Store, keys: usize)
where
    R: Row + Debug + PartialEq + Clone + for<'r> sqlx::FromRow<'r, AnyRow> + Send + Unpin,
{
    let mut w = shop.write(ACTOR).await.unwrap();
    // Rows here point at nothing: references are looked at when a transaction ends, this one never does.
    let loose = match shop.engine() {
        Engine::Sqlite => "PRAGMA defer_foreign_keys = ON",
        Engine::Postgres => "SET LOCAL session_replication_role = replica",
    };
    sqlx::raw_sql(loose).execute(w.db()).await.unwrap();
    let clear = format!("DELETE FROM {}", R::TABLE);
    sqlx::raw_sql(AssertSqlSafe(clear))
        .execute(w.db())
        .await
        .unwrap();
    let nullable = nullable::<R>(w.db(), shop.engine()).await;
    let mut rows: Vec<R> = Vec::new();
    for n in 1..=9 {
        rows.push(row(w.db(), n, keys, n, &nullable, n % 2 == 0).await);
    }
    insert_all(w.db(), &rows).await.unwrap();
    let found: Vec<R> = back(w.db()).await;
    assert_eq!(found.len(), rows.len(), "{}", R::TABLE);
    for one in &rows {
        assert!(found.contains(one), "{}: {one:?}\n{found:#?}", R::TABLE);
    }
    if R::COLUMNS.len() > keys {
        let mut changed: Vec<R> = Vec::new();
        for n in 1..=9 {
            changed.push(row(w.db(), n + 30, keys, n, &nullable, n % 2 == 1).await);
        }
        // One is left as it was: saving the others must not touch it.
        let untouched = changed.pop().unwrap();
        save_all(w.db(), keys, &changed).await.unwrap();
        let found: Vec<R> = back(w.db()).await;
        for one in changed.iter().chain([&rows[8]]) {
            assert!(found.contains(one), "{}: {one:?}\n{found:#?}", R::TABLE);
        }
        assert!(!found.contains(&untouched), "{}", R::TABLE);
    }
    w.rollback().await.unwrap();
}

async fn every_row_comes_back_as_it_was(shop: &Shop) {
    let store = shop.open().await;
    macro_rules! each {
        ($($row:ident $keys:literal),*) => {$( comes_back::<store::rows::$row>(&store, $keys).await; )*};
    }
    crate::every_row!(each);
    store.close().await.unwrap();
}

async fn u0000_is_dropped(shop: &Shop) {
    let store = shop.open().await;
    let mut w = store.write(ACTOR).await.unwrap();
    let row = |value: &str| SettingRow {
        key: "a".to_owned(),
        value: value.to_owned(),
        version: 1,
    };
    insert_all(w.db(), &[row("be\0fore\0")]).await.unwrap();
    let found: Vec<SettingRow> = back(w.db()).await;
    assert_eq!(found, [row("before")]);
    w.rollback().await.unwrap();
    store.close().await.unwrap();
}

async fn more_than_a_statement_takes(shop: &Shop) {
    let store = shop.open().await;
    let mut w = store.write(ACTOR).await.unwrap();
    // 1,000 rows go into one statement: 999, 1,000 and 1,001 meet its edges.
    for n in [1_i64, 999, 1_000, 1_001, 2_500] {
        let rows: Vec<ViewCounterRow> = (0..n)
            .map(|n| ViewCounterRow {
                name: format!("view {n}"),
                n,
            })
            .collect();
        sqlx::raw_sql("DELETE FROM view_counter")
            .execute(w.db())
            .await
            .unwrap();
        insert_all(w.db(), &rows).await.unwrap();
        let sum =
            crate::shop::number(w.db(), "SELECT CAST(SUM(n) AS BIGINT) FROM view_counter").await;
        assert_eq!(sum, n * (n - 1) / 2);
    }
    insert_all::<ViewCounterRow>(w.db(), &[]).await.unwrap();
    w.rollback().await.unwrap();
    store.close().await.unwrap();
}

async fn many_rows_that_say_much_the_same(shop: &Shop) {
    let store = shop.open().await;
    let mut w = store.write(ACTOR).await.unwrap();
    let loose = match store.engine() {
        Engine::Sqlite => "PRAGMA defer_foreign_keys = ON",
        Engine::Postgres => "SET LOCAL session_replication_role = replica",
    };
    sqlx::raw_sql(loose).execute(w.db()).await.unwrap();
    let nullable = nullable::<OrderRow>(w.db(), store.engine()).await;
    let like: OrderRow = row(w.db(), 1, 1, 1, &nullable, true).await;
    // Statements of a hundred rows, looked at two thousand together: one row is left over at the end.
    let mut rows: Vec<OrderRow> = Vec::new();
    for id in 1..=2_101_i64 {
        rows.push(OrderRow {
            id,
            source_id: format!("source {id}"),
            number: format!("#{id}\0"),
            country: if id <= 2_000 { "DE" } else { "AT" }.to_owned(),
            grams: (id % 2 == 0).then_some(id),
            ship_by: None,
            note: if id == 1_050 { "'; --" } else { "" }.to_owned(),
            ..like.clone()
        });
    }
    insert_all(w.db(), &rows).await.unwrap();
    let mut found: Vec<OrderRow> = back(w.db()).await;
    found.sort_by_key(|row| row.id);
    for row in &mut rows {
        // U+0000 is dropped.
        row.number = format!("#{}", row.id);
    }
    assert_eq!(found.len(), rows.len());
    for (found, row) in found.iter().zip(&rows) {
        assert_eq!(found, row);
    }
    w.rollback().await.unwrap();
    store.close().await.unwrap();
}

async fn texts_are_sorted_by_code_point(shop: &Shop) {
    let store = shop.open().await;
    let mut w = store.write(ACTOR).await.unwrap();
    let in_order = [
        "", "B", "a", "a b", "a-b", "ab", "z", "ß", "ä", "日本", "😀",
    ];
    let mut sorted: Vec<&str> = in_order.to_vec();
    sorted.sort_unstable();
    let rows: Vec<_> = in_order
        .iter()
        .rev()
        .zip(1..)
        .map(|(word, customer_id)| store::rows::CustomerWordRow {
            word: (*word).to_owned(),
            customer_id,
        })
        .collect();
    insert_all(w.db(), &rows).await.unwrap();
    let found: Vec<String> = sqlx::query_scalar("SELECT word FROM customer_word ORDER BY word")
        .fetch_all(w.db())
        .await
        .unwrap();
    assert_eq!(found, sorted);
    // A range by beginning finds what begins so, and nothing else.
    let found: Vec<String> = sqlx::query_scalar(
        "SELECT word FROM customer_word WHERE word >= $1 AND word < $2 ORDER BY word",
    )
    .bind("a")
    .bind(domain::fold::after_prefix("a"))
    .fetch_all(w.db())
    .await
    .unwrap();
    assert_eq!(found, ["a", "a b", "a-b", "ab"]);
    w.rollback().await.unwrap();
    store.close().await.unwrap();
}
