//! What the engine can do with nothing of ours around it: rusqlite, prepared statements, `synchronous=FULL`.

use rusqlite::types::Value;
use rusqlite::{Connection, OpenFlags, params_from_iter};
use std::path::Path;
use std::time::Instant;

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

/// Writes the rows of up to 30,000 orders of the shop once more, into empty tables with the same indices,
/// row by row in one transaction; orders a second. Reading them is not measured.
pub(crate) fn insert_again(folder: &Path, home: &Path) -> f64 {
    let from = look(folder);
    let names = |db: &Connection, sql: &str| -> Vec<String> {
        let mut statement = db.prepare(sql).unwrap();
        statement
            .query_map([], |row| row.get(0))
            .unwrap()
            .map(Result::unwrap)
            .collect()
    };
    let target = home.join("reference.db");
    let _ = std::fs::remove_file(&target);
    let mut to = Connection::open(&target).unwrap();
    to.execute_batch("PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL; PRAGMA cache_size=-65536; PRAGMA foreign_keys=ON;")
        .unwrap();
    for sql in names(
        &from,
        "SELECT sql FROM sqlite_master WHERE sql IS NOT NULL AND name NOT LIKE 'sqlite%' ORDER BY type DESC",
    ) {
        to.execute_batch(&sql).unwrap();
    }
    let orders: i64 = from
        .query_row("SELECT COUNT(*) FROM orders", [], |row| row.get(0))
        .unwrap();
    let orders = orders.min(30_000);
    let last: i64 = from
        .query_row(
            "SELECT MAX(id) FROM (SELECT id FROM orders ORDER BY id LIMIT ?1)",
            [orders],
            |row| row.get(0),
        )
        .unwrap();
    // Rows of other tables that belong to those orders, or that all orders share.
    let mut all: Vec<(String, usize, Vec<Vec<Value>>)> = Vec::new();
    for table in [
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
    ] {
        let columns = names(
            &from,
            &format!("SELECT name FROM pragma_table_info('{table}')"),
        );
        let of = |column: &str| columns.iter().any(|c| c == column);
        let which = match table {
            "orders" => format!("id <= {last}"),
            "customer" => format!("id IN (SELECT customer_id FROM orders WHERE id <= {last})"),
            "customer_word" | "customer_source" => {
                format!("customer_id IN (SELECT customer_id FROM orders WHERE id <= {last})")
            }
            "address" => format!(
                "id IN (SELECT ship_to_id FROM orders WHERE id <= {last} UNION SELECT bill_to_id FROM orders WHERE id <= {last})"
            ),
            "shipment_line" => format!("order_id <= {last}"),
            "parcel" => {
                format!("shipment_id IN (SELECT id FROM shipment WHERE order_id <= {last})")
            }
            _ if of("order_id") => format!("order_id <= {last}"),
            _ => "1 = 1".to_owned(),
        };
        let mut statement = from
            .prepare(&format!("SELECT * FROM {table} WHERE {which}"))
            .unwrap();
        let width = statement.column_count();
        let rows = statement
            .query_map([], |row| {
                (0..width).map(|at| row.get::<_, Value>(at)).collect()
            })
            .unwrap()
            .map(Result::unwrap)
            .collect();
        all.push((table.to_owned(), width, rows));
    }
    let begun = Instant::now();
    let tx = to.transaction().unwrap();
    for (table, width, rows) in &all {
        let marks = vec!["?"; *width].join(", ");
        let mut insert = tx
            .prepare(&format!("INSERT INTO {table} VALUES ({marks})"))
            .unwrap();
        for row in rows {
            insert.execute(params_from_iter(row)).unwrap();
        }
    }
    tx.commit().unwrap();
    orders as f64 / begun.elapsed().as_secs_f64()
}
