//! What the engine can do with nothing of ours around it: rusqlite, prepared statements, `synchronous=FULL`.

use rusqlite::types::Value;
use rusqlite::{Connection, OpenFlags, params_from_iter};
use std::path::Path;
use std::time::{Duration, Instant};

/// The size of a closed shop's file.
pub(crate) fn bytes(folder: &Path) -> i64 {
    i64::try_from(std::fs::metadata(folder.join("shop.db")).unwrap().len()).unwrap()
}

/// A look beside the open shop.
pub(crate) fn look(folder: &Path) -> Connection {
    let db = Connection::open_with_flags(folder.join("shop.db"), OpenFlags::SQLITE_OPEN_READ_ONLY)
        .unwrap();
    db.execute_batch("PRAGMA cache_size = -65536").unwrap();
    db
}

/// Bytes of all pages in use, documents apart.
pub(crate) fn used(folder: &Path) -> i64 {
    let db = look(folder);
    let number = |sql: &str| db.query_row(sql, [], |row| row.get::<_, i64>(0)).unwrap();
    (number("PRAGMA page_count") - number("PRAGMA freelist_count")) * number("PRAGMA page_size")
        - number("SELECT COALESCE(SUM(LENGTH(bytes)), 0) FROM document")
}

/// The tables that an import fills, parents first.
const TABLES: [&str; 29] = [
    "meta",
    "counter",
    "setting",
    "location",
    "staff",
    "device",
    "channel",
    "product",
    "variant",
    "variant_word",
    "stock",
    "customer",
    "customer_word",
    "customer_source",
    "address",
    "orders",
    "order_line",
    "charge",
    "credit",
    "payment",
    "tax",
    "hold",
    "shipment",
    "shipment_line",
    "parcel",
    "parcel_line",
    "reservation",
    "event",
    "view_counter",
];

/// Rows that are read before they are written: reading them is not measured.
const AT_ONCE: usize = 50_000;

/// Writes all rows of the shop once more, into empty tables with the same indices, row by row in one
/// transaction; orders a second.
pub(crate) fn insert_again(folder: &Path, home: &Path) -> f64 {
    let from = look(folder);
    let target = home.join("reference.db");
    let _ = std::fs::remove_file(&target);
    let mut to = Connection::open(&target).unwrap();
    to.execute_batch(
        "PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL; PRAGMA cache_size=-65536; PRAGMA foreign_keys=ON;",
    )
    .unwrap();
    let mut statement = from
        .prepare("SELECT sql FROM sqlite_master WHERE sql IS NOT NULL AND name NOT LIKE 'sqlite%' ORDER BY type DESC")
        .unwrap();
    let schema: Vec<String> = statement
        .query_map([], |row| row.get(0))
        .unwrap()
        .map(Result::unwrap)
        .collect();
    for sql in schema {
        to.execute_batch(&sql).unwrap();
    }
    let orders: i64 = from
        .query_row("SELECT COUNT(*) FROM orders", [], |row| row.get(0))
        .unwrap();
    let mut took = Duration::ZERO;
    let tx = to.transaction().unwrap();
    for table in TABLES {
        let mut statement = from.prepare(&format!("SELECT * FROM {table}")).unwrap();
        let width = statement.column_count();
        let marks = vec!["?"; width].join(", ");
        let mut insert = tx
            .prepare(&format!("INSERT INTO {table} VALUES ({marks})"))
            .unwrap();
        let mut rows = statement.query([]).unwrap();
        loop {
            let mut some: Vec<Vec<Value>> = Vec::new();
            while some.len() < AT_ONCE
                && let Some(row) = rows.next().unwrap()
            {
                some.push((0..width).map(|at| row.get(at).unwrap()).collect());
            }
            if some.is_empty() {
                break;
            }
            let begun = Instant::now();
            for row in &some {
                insert.execute(params_from_iter(row)).unwrap();
            }
            took += begun.elapsed();
        }
    }
    let begun = Instant::now();
    tx.commit().unwrap();
    took += begun.elapsed();
    orders as f64 / took.as_secs_f64()
}

/// Gives every shipment that the source made itself a parcel with a tracking number, so that there are as
/// many to search among as there are orders. Written beside the closed shop: Shopify's file names none.
pub(crate) fn plant_tracking(folder: &Path) {
    let mut db = Connection::open(folder.join("shop.db")).unwrap();
    let tx = db.transaction().unwrap();
    let columns: Vec<(String, String, bool)> = {
        let mut statement = tx
            .prepare("SELECT name, type, \"notnull\" FROM pragma_table_info('parcel')")
            .unwrap();
        statement
            .query_map([], |row| Ok((row.get(0)?, row.get(1)?, row.get(2)?)))
            .unwrap()
            .map(Result::unwrap)
            .collect()
    };
    let number = "printf('RB%09dDE', (id * 7919) % 1000000000)";
    let values: Vec<String> = columns
        .iter()
        .map(|(name, kind, needed)| match name.as_str() {
            "id" => "1000000000 + id".to_owned(),
            "shipment_id" => "id".to_owned(),
            "number" => "'1'".to_owned(),
            "direction" => "'out'".to_owned(),
            "state" => "'delivered'".to_owned(),
            "tracking" => number.to_owned(),
            "tracking_key" => format!("lower({number})"),
            _ if !needed => "NULL".to_owned(),
            _ if kind == "TEXT" => "''".to_owned(),
            _ => "0".to_owned(),
        })
        .collect();
    tx.execute(
        &format!(
            "INSERT INTO parcel SELECT {} FROM shipment WHERE elsewhere = 1",
            values.join(", ")
        ),
        [],
    )
    .unwrap();
    tx.commit().unwrap();
}
