//! Finding everything that says something of a person, and emptying it. `MODEL.md`, "Erasure".

mod columns;

use super::{Named, statements};
use crate::row::{json_ids, json_texts};
use crate::{Db, Result};
use sqlx::AssertSqlSafe;

pub use columns::{Fate, TABLES, Table, Whose};

/// The ids that are bound as `$1`.
macro_rules! these {
    () => {
        "(SELECT CAST(value AS BIGINT) FROM json_each($1))"
    };
}

statements! {
    MERGED = concat!("SELECT id FROM customer WHERE merged_into IN ", these!(),
                     " UNION SELECT merged_into FROM customer WHERE merged_into IS NOT NULL AND id IN ", these!());
    ORDERS_OF = concat!("SELECT id FROM orders WHERE customer_id IN ", these!(), " ORDER BY id");
    PARCELS_OF = concat!("SELECT DISTINCT p.id FROM shipment_line AS l JOIN parcel AS p ON p.shipment_id = l.shipment_id \
                     WHERE l.order_id IN ", these!());
    WAITING = concat!("SELECT DISTINCT l.order_id FROM shipment_line AS l JOIN parcel AS p ON p.shipment_id = l.shipment_id \
                     WHERE p.state = 'labelled' AND l.order_id IN ", these!());
    ADDRESSES_OF = concat!("SELECT id FROM address WHERE customer_id IN ", these!());
    ADDRESSES_ON = concat!("SELECT ship_to_id FROM orders WHERE ship_to_id IS NOT NULL AND id IN ", these!(),
                     " UNION SELECT bill_to_id FROM orders WHERE bill_to_id IS NOT NULL AND id IN ", these!(),
                     " UNION SELECT s.address_id FROM shipment_line AS l JOIN shipment AS s ON s.id = l.shipment_id \
                       WHERE s.address_id IS NOT NULL AND l.order_id IN ", these!(),
                     " UNION SELECT p.address_id FROM shipment_line AS l JOIN parcel AS p ON p.shipment_id = l.shipment_id \
                       WHERE p.address_id IS NOT NULL AND l.order_id IN ", these!(),
                     " UNION SELECT b.address_id FROM shipment_line AS l JOIN parcel AS p ON p.shipment_id = l.shipment_id \
                       JOIN label AS b ON b.parcel_id = p.id WHERE b.address_id IS NOT NULL AND l.order_id IN ", these!());
    ADDRESSES_OF_OTHERS = concat!("SELECT a.id FROM address AS a WHERE a.id IN ", these!(),
                     " AND EXISTS (SELECT 1 FROM orders AS o WHERE (o.ship_to_id = a.id OR o.bill_to_id = a.id) \
                       AND (o.customer_id IS NULL OR o.customer_id NOT IN (SELECT CAST(value AS BIGINT) FROM json_each($2))))");
    PAGES_OF = concat!("SELECT x.document_id AS id, d.kind, d.mime, d.title, x.page, d.made_at FROM document_order AS x \
                     JOIN document AS d ON d.id = x.document_id WHERE LENGTH(d.bytes) > 0 AND x.order_id IN ", these!(),
                     " GROUP BY x.document_id, d.kind, d.mime, d.title, x.page, d.made_at ORDER BY x.document_id, x.page");
    OTHERS_ON = "SELECT o.id FROM document_order AS x JOIN orders AS o ON o.id = x.order_id \
                 WHERE x.document_id = $1 AND x.page = $2 AND o.work = 1 ORDER BY o.id";
    SAVE_BYTES = "UPDATE document SET bytes = $2 WHERE id = $1";
    EVENTS_OF = concat!("SELECT seq, data FROM event WHERE data <> '' AND order_id IN ", these!());
    EVENTS_ABOUT = concat!("SELECT seq, data FROM event WHERE data <> '' AND order_id IS NULL AND thing_id IN ", these!());
    SAVE_EVENTS = "UPDATE event SET data = v.value->>1 FROM json_each($1) AS v WHERE event.seq = CAST(v.value->>0 AS BIGINT)";
    BLANK_VALUES_OF = concat!("UPDATE event_person SET value = '' WHERE customer_id IN ", these!());
    BLANK_VALUES_ON = concat!("UPDATE event_person SET value = '' WHERE seq IN (SELECT seq FROM event WHERE order_id IN ",
                     these!(), ")");
    SETTLE_CONFLICTS = concat!("UPDATE conflict SET settled_at = $2, settled = 'ours' \
                     WHERE settled_at IS NULL AND order_id IN ", these!());
    REMEMBER = "INSERT INTO erasure (customer_id, at) VALUES ($1, $2) \
                ON CONFLICT (customer_id) DO UPDATE SET at = excluded.at";
    LIST = "SELECT customer_id, at FROM erasure ORDER BY customer_id";
    ERASED_OF = "SELECT CAST(v.value AS BIGINT) AS id FROM json_each($1) AS v \
                 CROSS JOIN erasure AS e JOIN customer AS c ON c.id = e.customer_id \
                 WHERE e.customer_id = CAST(v.value AS BIGINT) AND c.created_at <= e.at";
    BE_BEYOND = "UPDATE counter SET next = $1 WHERE name = 'id' AND next < $1";
    KEPT_OF_ERASED = "SELECT DISTINCT o.customer_id FROM erasure AS e JOIN orders AS o ON o.customer_id = e.customer_id \
                 JOIN document_order AS x ON x.order_id = o.id JOIN document AS d ON d.id = x.document_id \
                 WHERE d.kind IN ('invoice', 'credit_note') AND LENGTH(d.bytes) > 0 AND d.made_at <= $1";
}

crate::rows! {
    /// A page that names a person; page 0 stands for the whole document.
    PageRow in "document" { id: i64, kind: String, mime: String, title: String, page: i64, made_at: i64 }
}

/// Everything that says something of the people who are erased, by id.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct People {
    /// Them, and those they were merged with.
    pub customers: Vec<i64>,
    /// Their orders.
    pub orders: Vec<i64>,
    /// The parcels that carried these.
    pub parcels: Vec<i64>,
    /// Addresses that only they have.
    pub addresses: Vec<i64>,
    /// Documents whose pages are emptied.
    pub documents: Vec<i64>,
}

fn statement(table: &Table) -> Option<String> {
    let column = match table.whose {
        Whose::Customer(column)
        | Whose::Order(column)
        | Whose::Parcel(column)
        | Whose::Address(column)
        | Whose::Document(column) => column,
        Whose::Nobody => return None,
    };
    let name = table.name;
    match table.fate {
        Fate::Delete => Some(format!("DELETE FROM {name} WHERE {column} IN {}", these!())),
        Fate::Blank(columns) => {
            let sets: Vec<String> = columns
                .iter()
                .map(|(column, value)| format!("{column} = {value}"))
                .collect();
            let sets = sets.join(", ");
            Some(format!(
                "UPDATE {name} SET {sets} WHERE {column} IN {}",
                these!()
            ))
        }
        Fate::Keep => None,
    }
}

/// The statements of [`TABLES`], for the test that prepares each.
#[must_use]
pub fn every_table() -> Vec<(String, String)> {
    TABLES
        .iter()
        .filter_map(|t| Some((format!("erasure::{}", t.name), statement(t)?)))
        .collect()
}

async fn ids(db: &mut Db, sql: &'static str, of: &[i64]) -> Result<Vec<i64>> {
    Ok(sqlx::query_scalar(sql)
        .bind(json_ids(of.iter().copied()))
        .fetch_all(db)
        .await?)
}

/// Finds everything that says something of these customers; documents are left to the caller.
///
/// # Errors
/// The engine's.
pub async fn find(db: &mut Db, customers: &[i64]) -> Result<People> {
    let mut people = People {
        customers: customers.to_vec(),
        ..People::default()
    };
    loop {
        let before = people.customers.len();
        let more = ids(db, MERGED, &people.customers).await?;
        people.customers.extend(more);
        people.customers.sort_unstable();
        people.customers.dedup();
        if people.customers.len() == before {
            break;
        }
    }
    people.orders = ids(db, ORDERS_OF, &people.customers).await?;
    people.parcels = ids(db, PARCELS_OF, &people.orders).await?;
    let mut addresses = ids(db, ADDRESSES_OF, &people.customers).await?;
    addresses.extend(ids(db, ADDRESSES_ON, &people.orders).await?);
    addresses.sort_unstable();
    addresses.dedup();
    let others: Vec<i64> = sqlx::query_scalar(ADDRESSES_OF_OTHERS)
        .bind(json_ids(addresses.iter().copied()))
        .bind(json_ids(people.customers.iter().copied()))
        .fetch_all(&mut *db)
        .await?;
    addresses.retain(|id| !others.contains(id));
    people.addresses = addresses;
    Ok(people)
}

/// Which of these orders have a labelled parcel that waits to be handed over.
///
/// # Errors
/// The engine's.
pub async fn waiting(db: &mut Db, orders: &[i64]) -> Result<Vec<i64>> {
    ids(db, WAITING, orders).await
}

/// The pages that stand for these orders and still have bytes.
///
/// # Errors
/// The engine's.
pub async fn pages(db: &mut Db, orders: &[i64]) -> Result<Vec<PageRow>> {
    Ok(sqlx::query_as(PAGES_OF)
        .bind(json_ids(orders.iter().copied()))
        .fetch_all(db)
        .await?)
}

/// Orders in work that stand on the same page.
///
/// # Errors
/// The engine's.
pub async fn in_work_on(db: &mut Db, document: i64, page: i64) -> Result<Vec<i64>> {
    Ok(sqlx::query_scalar(OTHERS_ON)
        .bind(document)
        .bind(page)
        .fetch_all(db)
        .await?)
}

/// Puts other bytes in the place of a document's; its hash stays that of what was printed.
///
/// # Errors
/// The engine's.
pub async fn save_bytes(db: &mut Db, document: i64, bytes: Vec<u8>) -> Result<()> {
    sqlx::query(SAVE_BYTES)
        .bind(document)
        .bind(bytes)
        .execute(db)
        .await?;
    Ok(())
}

/// Empties every row of these people, and writes them into the list of the erased.
///
/// # Errors
/// The engine's.
pub async fn blank(db: &mut Db, people: &People, now: domain::Millis) -> Result<()> {
    for table in TABLES {
        let Some(sql) = statement(table) else {
            continue;
        };
        let whose = match table.whose {
            Whose::Customer(_) => &people.customers,
            Whose::Order(_) => &people.orders,
            Whose::Parcel(_) => &people.parcels,
            Whose::Address(_) => &people.addresses,
            Whose::Document(_) => &people.documents,
            Whose::Nobody => continue,
        };
        sqlx::query(AssertSqlSafe(sql))
            .bind(json_ids(whose.iter().copied()))
            .execute(&mut *db)
            .await?;
    }
    for (sql, of) in [
        (BLANK_VALUES_OF, &people.customers),
        (BLANK_VALUES_ON, &people.orders),
    ] {
        sqlx::query(sql)
            .bind(json_ids(of.iter().copied()))
            .execute(&mut *db)
            .await?;
    }
    sqlx::query(SETTLE_CONFLICTS)
        .bind(json_ids(people.orders.iter().copied()))
        .bind(now)
        .execute(&mut *db)
        .await?;
    for customer in &people.customers {
        remember(db, *customer, now).await?;
    }
    Ok(())
}

/// The data of the events of these orders, and of these things where they are of no order.
///
/// # Errors
/// The engine's.
pub async fn event_data(db: &mut Db, orders: &[i64], things: &[i64]) -> Result<Vec<(i64, String)>> {
    let mut found = Vec::new();
    for (sql, of) in [(EVENTS_OF, orders), (EVENTS_ABOUT, things)] {
        let part: Vec<(i64, String)> = sqlx::query_as(sql)
            .bind(json_ids(of.iter().copied()))
            .fetch_all(&mut *db)
            .await?;
        found.extend(part);
    }
    Ok(found)
}

/// Puts other data in the place of events'. The only change that the journal knows: what free text said.
///
/// # Errors
/// The engine's.
pub async fn save_event_data(db: &mut Db, data: &[(i64, String)]) -> Result<()> {
    for chunk in data.chunks(1_000) {
        let mut rows = String::from("[");
        for (at, (seq, data)) in chunk.iter().enumerate() {
            let text = json_texts([data.as_str()]);
            // `[["text"]]` without its brackets is the text as JSON.
            let text = text
                .strip_prefix("[[")
                .and_then(|t| t.strip_suffix("]]"))
                .unwrap_or("\"\"");
            let comma = if at > 0 { "," } else { "" };
            rows.push_str(&format!("{comma}[{seq},{text}]"));
        }
        rows.push(']');
        sqlx::query(SAVE_EVENTS)
            .bind(rows)
            .execute(&mut *db)
            .await?;
    }
    Ok(())
}

/// Writes a customer into the list of the erased.
///
/// # Errors
/// The engine's.
pub async fn remember(db: &mut Db, customer: i64, at: domain::Millis) -> Result<()> {
    sqlx::query(REMEMBER)
        .bind(customer)
        .bind(at)
        .execute(db)
        .await?;
    Ok(())
}

/// The list of the erased: customers and moments, no names.
///
/// # Errors
/// The engine's.
pub async fn list(db: &mut Db) -> Result<Vec<(i64, domain::Millis)>> {
    Ok(sqlx::query_as(LIST).fetch_all(db).await?)
}

/// Which of these customers are erased. An id that was given to somebody else since, because a backup
/// from before was restored, is not.
///
/// # Errors
/// The engine's.
pub async fn erased_of(db: &mut Db, customers: &[i64]) -> Result<Vec<i64>> {
    ids(db, ERASED_OF, customers).await
}

/// Sees to it that no id up to this one is given out again.
///
/// # Errors
/// The engine's.
pub async fn be_beyond(db: &mut Db, id: i64) -> Result<()> {
    sqlx::query(BE_BEYOND).bind(id + 1).execute(db).await?;
    Ok(())
}

/// Erased customers of whom an invoice was kept that was made before this moment.
///
/// # Errors
/// The engine's.
pub async fn kept_before(db: &mut Db, before: domain::Millis) -> Result<Vec<i64>> {
    Ok(sqlx::query_scalar(KEPT_OF_ERASED)
        .bind(before)
        .fetch_all(db)
        .await?)
}

/// For the list of all statements.
pub(crate) const NAMED: &[Named] = STATEMENTS;
