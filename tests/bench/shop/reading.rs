//! Reading: pages, counts and search through the router, each beside the bare statement.

use crate::reference::look;
use crate::{Bar, Figures, median};
use api::Host;
use rusqlite::params_from_iter;
use rusqlite::types::Value as Cell;
use serde_json::json;
use std::path::Path;
use std::time::Instant;
use store::tables::order_lists::{self, Ask, Bind, Condition, Sort};

const TIMES: usize = 200;

/// Pages of 50 with filter and sort; answers the middle of the router's medians in ms.
pub(crate) async fn pages(host: &Host, folder: &Path, figures: &mut Figures) -> f64 {
    let db = look(folder);
    let deep: i64 = db
        .query_row("SELECT placed_at FROM orders ORDER BY placed_at LIMIT 1 OFFSET (SELECT COUNT(*) / 2 FROM orders)", [], |r| r.get(0))
        .unwrap();
    let view = |word: &str| serde_json::from_value(json!(word)).unwrap();
    let cases = [
        (
            "to ship, by ship-by",
            "to_ship",
            Sort::ShipBy,
            false,
            vec![],
            None,
        ),
        ("open, by name", "open", Sort::Name, false, vec![], None),
        (
            "open to DE, by total",
            "open",
            Sort::Total,
            true,
            vec![Condition::Countries(vec!["DE".to_owned()])],
            None,
        ),
        ("all, newest first", "all", Sort::Placed, true, vec![], None),
        (
            "all, from the middle",
            "all",
            Sort::Placed,
            true,
            vec![],
            Some(deep),
        ),
        (
            "all to FR, newest first",
            "all",
            Sort::Placed,
            true,
            vec![Condition::Countries(vec!["FR".to_owned()])],
            None,
        ),
    ];
    let mut medians = Vec::new();
    for (name, word, sort, descending, conditions, after) in cases {
        let mut filters = Vec::new();
        for condition in &conditions {
            let Condition::Countries(any) = condition else {
                panic!("the cases narrow by country alone")
            };
            filters.push(json!({ "field": "country", "any": any }));
        }
        let sort_word = match sort {
            Sort::ShipBy => "ship_by",
            Sort::Placed => "placed",
            Sort::Total => "total",
            Sort::Name => "name",
        };
        let body = json!({
            "view": word, "sort": sort_word, "descending": descending, "limit": 50, "filters": filters,
            "after": after.map(|at| format!("0:{at}")),
        });
        let ask = Ask {
            view: view(word),
            now: crate::generate::NOW,
            conditions,
            sort,
            descending,
            after: after.map(|at| (Bind::Int(at), 0)),
            limit: 50,
        };
        let (sql, binds) = order_lists::page_statement(&ask);
        let binds: Vec<Cell> = binds
            .into_iter()
            .map(|bind| match bind {
                Bind::Int(n) => Cell::Integer(n),
                Bind::Text(text) => Cell::Text(text),
            })
            .collect();
        let (mut ours, mut bare) = (Vec::new(), Vec::new());
        for _ in 0..TIMES {
            let begun = Instant::now();
            let page = host.call("orders_list", body.clone()).await.unwrap();
            ours.push(begun.elapsed().as_secs_f64() * 1_000.0);
            assert!(page["rows"].is_array());
            let begun = Instant::now();
            let mut statement = db.prepare_cached(&sql).unwrap();
            let width = statement.column_count();
            let rows: Vec<Vec<Cell>> = statement
                .query_map(params_from_iter(&binds), |row| {
                    (0..width).map(|at| row.get(at)).collect()
                })
                .unwrap()
                .map(Result::unwrap)
                .collect();
            bare.push(begun.elapsed().as_secs_f64() * 1_000.0);
            assert!(rows.len() <= 50);
        }
        let (ours, bare) = (median(ours), median(bare));
        figures.say(&format!("page: {name}"), ours, "ms", Bar::Told);
        figures.say(
            &format!("page: {name}, to the bare statement ({bare:.3} ms)"),
            ours / bare,
            "times",
            Bar::Most(10.0),
        );
        medians.push(ours);
    }
    median(medians)
}

/// The counts of the preset views.
pub(crate) async fn counts(host: &Host, figures: &mut Figures) {
    let mut times = Vec::new();
    for _ in 0..TIMES {
        let begun = Instant::now();
        host.call("order_views", json!({})).await.unwrap();
        times.push(begun.elapsed().as_secs_f64() * 1_000.0);
    }
    figures.say(
        "counts of all preset views",
        median(times),
        "ms",
        Bar::Most(20.0),
    );
}

/// 200 searches of each kind, for what is really there.
pub(crate) async fn search(host: &Host, folder: &Path, figures: &mut Figures) {
    let db = look(folder);
    for (kind, sql) in [
        (
            "number",
            "SELECT number FROM orders WHERE id % 97 = 1 LIMIT 200",
        ),
        (
            "name",
            "SELECT name FROM customer WHERE id % 97 = 1 LIMIT 200",
        ),
        (
            "first name",
            "SELECT substr(name, 1, instr(name, ' ') - 1) FROM customer WHERE id % 97 = 2 LIMIT 200",
        ),
        (
            "e-mail",
            "SELECT email FROM customer WHERE id % 97 = 3 LIMIT 200",
        ),
        ("SKU", "SELECT sku FROM variant LIMIT 200"),
        (
            "tracking",
            "SELECT tracking FROM parcel WHERE tracking <> '' LIMIT 200",
        ),
        (
            "postcode",
            "SELECT postcode FROM address WHERE id % 97 = 4 LIMIT 200",
        ),
    ] {
        let mut statement = db.prepare(sql).unwrap();
        let texts: Vec<String> = statement
            .query_map([], |row| row.get(0))
            .unwrap()
            .map(Result::unwrap)
            .collect();
        if texts.is_empty() {
            println!("   search by {kind}: nothing of it is in this shop");
            continue;
        }
        let mut times = Vec::new();
        for text in texts {
            let begun = Instant::now();
            let hits = host
                .call("search", json!({ "text": text, "limit": 10 }))
                .await
                .unwrap();
            times.push(begun.elapsed().as_secs_f64() * 1_000.0);
            assert!(
                !hits.as_array().unwrap().is_empty(),
                "{kind} {text} was not found"
            );
        }
        figures.say(
            &format!("search by {kind}"),
            median(times),
            "ms",
            Bar::Most(5.0),
        );
    }
}
