//! What erasing a person does, column by column. `MODEL.md`, "Erasure".
//!
//! Every text column of the schema stands here once, either with what becomes of it or with the reason
//! why it stays; a test reads the schema and fails on a column that nobody has thought about.

use super::{Named, statements};
use crate::row::{json_ids, json_texts};
use crate::{Db, Result};
use sqlx::AssertSqlSafe;

/// Whose rows of a table are meant: the column that holds one of these ids.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Whose {
    /// A customer's id.
    Customer(&'static str),
    /// The id of an order of theirs.
    Order(&'static str),
    /// The id of a parcel that carried an order of theirs.
    Parcel(&'static str),
    /// The id of an address of theirs.
    Address(&'static str),
    /// The id of a document that names them.
    Document(&'static str),
    /// The rows say nothing of a buyer.
    Nobody,
}

/// What becomes of the rows that are meant.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Fate {
    /// They go.
    Delete,
    /// These columns get these values; the others stay.
    Blank(&'static [(&'static str, &'static str)]),
    /// They stay as they are, or are changed by a statement of their own.
    Keep,
}

/// A table's part in an erasure.
#[derive(Debug, Clone, Copy)]
pub struct Table {
    /// Its name.
    pub name: &'static str,
    /// Whose rows.
    pub whose: Whose,
    /// What becomes of them.
    pub fate: Fate,
    /// The text and bytes columns that stay: codes, numbers and words of the shop's own.
    pub kept: &'static [&'static str],
}

/// In the place of a sentence whose values may have named the person.
const SENTENCE: &str = r#"'{"id":"erased-sentence","args":{}}'"#;
const NOTHING: &str = "''";
const NO_LIST: &str = "'[]'";

const fn stays(name: &'static str, kept: &'static [&'static str]) -> Table {
    Table {
        name,
        whose: Whose::Nobody,
        fate: Fate::Keep,
        kept,
    }
}

const fn goes(name: &'static str, whose: Whose) -> Table {
    Table {
        name,
        whose,
        fate: Fate::Delete,
        kept: &[],
    }
}

const fn blanked(
    name: &'static str,
    whose: Whose,
    columns: &'static [(&'static str, &'static str)],
    kept: &'static [&'static str],
) -> Table {
    Table {
        name,
        whose,
        fate: Fate::Blank(columns),
        kept,
    }
}

/// Every table with text in it.
pub const TABLES: &[Table] = &[
    blanked(
        "customer",
        Whose::Customer("id"),
        &[
            ("name", NOTHING),
            ("company", NOTHING),
            ("email", NOTHING),
            ("email_key", NOTHING),
            ("phone", NOTHING),
            ("tax_id", NOTHING),
            ("note", NOTHING),
        ],
        &[],
    ),
    goes("customer_word", Whose::Customer("customer_id")),
    goes("customer_source", Whose::Customer("customer_id")),
    blanked(
        "address",
        Whose::Address("id"),
        &[
            ("name", NOTHING),
            ("company", NOTHING),
            ("line1", NOTHING),
            ("line2", NOTHING),
            ("line3", NOTHING),
            ("city", NOTHING),
            ("region", NOTHING),
            ("postcode", NOTHING),
            ("postcode_key", NOTHING),
            ("phone", NOTHING),
        ],
        // Where sales went is needed for taxes.
        &["country"],
    ),
    blanked(
        "orders",
        Whose::Order("id"),
        &[
            ("recipient_key", NOTHING),
            ("note", NOTHING),
            ("gift_message", NOTHING),
            ("tags", NO_LIST),
            ("extra", NO_LIST),
            // What was read before is old now: an undo, an edit or a printed list says so.
            ("version", "version + 1"),
        ],
        // The channel's id and the digest keep a second import of the same file from being a new order.
        &[
            "source_id",
            "number",
            "number_key",
            "country",
            "currency",
            "source_paid",
            "source_shipped",
            "life",
            "payment",
            "fulfilment",
            "returns",
            "service_wish",
            "digest",
        ],
    ),
    blanked(
        "order_line",
        Whose::Order("order_id"),
        &[("options", NOTHING), ("personalisation", NOTHING)],
        &["source_id", "kind", "sending", "sku", "title"],
    ),
    blanked(
        "charge",
        Whose::Order("order_id"),
        &[("label", NOTHING)],
        &["kind"],
    ),
    blanked(
        "credit",
        Whose::Order("order_id"),
        // 'source' is a code that an undone import looks for.
        &[(
            "reason",
            "CASE WHEN reason = 'source' THEN reason ELSE '' END",
        )],
        &[],
    ),
    blanked(
        "payment",
        Whose::Order("order_id"),
        &[("reference", NOTHING)],
        &["direction", "way", "method", "state", "origin"],
    ),
    blanked(
        "hold",
        Whose::Order("order_id"),
        &[("sentence", SENTENCE), ("release_note", NOTHING)],
        &["kind"],
    ),
    blanked(
        "need",
        Whose::Order("order_id"),
        &[("sentence", SENTENCE)],
        &["kind"],
    ),
    goes("local_edit", Whose::Order("order_id")),
    blanked(
        "conflict",
        Whose::Order("order_id"),
        &[("ours", NOTHING), ("theirs", NOTHING)],
        &["field", "settled"],
    ),
    blanked(
        "batch_change",
        Whose::Order("order_id"),
        &[("before", NOTHING)],
        &[],
    ),
    blanked(
        "movement",
        Whose::Order("order_id"),
        &[("note", NOTHING)],
        &["kind"],
    ),
    blanked(
        "pick_line",
        Whose::Order("order_id"),
        &[("short_why", NOTHING)],
        &[],
    ),
    blanked(
        "signed_override",
        Whose::Order("order_id"),
        &[("why", NOTHING), ("reasons", NO_LIST)],
        // The ids of the holds that were signed away.
        &["holds"],
    ),
    blanked(
        "outbox",
        Whose::Order("order_id"),
        &[("body", NOTHING)],
        &["kind", "state"],
    ),
    blanked(
        "label",
        Whose::Parcel("parcel_id"),
        &[("retired_why", NOTHING)],
        // A number names a parcel; the own post never gives it again.
        &["state", "tracking", "currency"],
    ),
    blanked(
        "print_journal",
        Whose::Document("document_id"),
        &[("reason", NOTHING)],
        &["sha256", "printer", "outcome"],
    ),
    // Values of a person stand beside an event; both are emptied by statements of their own.
    stays("event", &["verb", "data"]),
    stays("event_person", &["field", "value"]),
    // Pages are emptied one by one: others stand on their neighbours.
    stays("document", &["kind", "mime", "title", "sha256", "bytes"]),
    // What follows is the shop's own.
    stays("meta", &["key", "value"]),
    stays("counter", &["name"]),
    stays("setting", &["key", "value"]),
    stays("location", &["name"]),
    stays("staff", &["name", "role"]),
    stays("device", &["name"]),
    stays("channel", &["kind", "name", "on_shelf"]),
    stays("product", &["title"]),
    stays(
        "variant",
        &[
            "sku", "sku_key", "title", "options", "kind", "hs_code", "origin", "currency",
        ],
    ),
    stays("variant_word", &["word"]),
    stays("barcode", &["code"]),
    stays("stock", &["bin"]),
    stays("reservation", &["state"]),
    stays("tax", &["name"]),
    stays("shipment", &["number", "state"]),
    stays("service", &["name", "carrier", "definition"]),
    stays("number_pool", &["definition"]),
    stays("used_number", &["number"]),
    stays("hand_over", &["carrier", "way", "note"]),
    stays(
        "parcel",
        &[
            "number",
            "direction",
            "state",
            "carrier",
            "tracking",
            "tracking_key",
        ],
    ),
    stays("pick_list", &["number", "state", "layout"]),
    stays("put_back", &["bin"]),
    stays(
        "import_batch",
        &["kind", "file_name", "sha256", "format", "state"],
    ),
    stays("saved_mapping", &["name", "header", "mapping"]),
    stays("view_counter", &["name"]),
    stays("job", &["kind", "state", "request", "result"]),
];

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
    EVENTS_ABOUT = concat!("SELECT seq, data FROM event WHERE data <> '' AND thing_id IN ", these!());
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

/// The data of the events of these orders and things.
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
