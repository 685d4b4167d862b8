//! Taking the sample data out again: the one place where rows are deleted that real work keeps.

use super::{statements, takes};
use crate::row::json_ids;
use crate::{Db, Result};

/// The ids that are bound as `$1`.
macro_rules! these {
    () => {
        "(SELECT CAST(value AS BIGINT) FROM json_each($1))"
    };
}

statements! {
    ORDERS = "SELECT id FROM orders WHERE sample = 1 ORDER BY id";
    OTHER_ORDERS = "SELECT COUNT(*) FROM (SELECT 1 AS one FROM orders WHERE sample = 0 LIMIT 1) AS few";
    ANY_VARIANT = "SELECT COUNT(*) FROM (SELECT 1 AS one FROM variant LIMIT 1) AS few";
    DOCUMENTS_OF = concat!("SELECT DISTINCT document_id FROM document_order WHERE order_id IN ", these!());
    SHIPMENTS_OF = concat!("SELECT shipment_id FROM shipment_line WHERE order_id IN ", these!(),
                           " UNION SELECT id FROM shipment WHERE order_id IN ", these!());
    PARCELS_OF = concat!("SELECT id FROM parcel WHERE shipment_id IN ", these!());
    HAND_OVERS_OF = concat!("SELECT DISTINCT hand_over_id FROM parcel WHERE hand_over_id IS NOT NULL AND id IN ", these!());
    PICK_LISTS_OF = concat!("SELECT DISTINCT list_id FROM pick_line WHERE order_id IN ", these!());
    CUSTOMERS_OF = concat!("SELECT DISTINCT customer_id FROM orders WHERE customer_id IS NOT NULL AND id IN ", these!());
    DELETE_PERSON_VALUES = concat!("DELETE FROM event_person WHERE seq IN (SELECT seq FROM event WHERE order_id IN ", these!(), ")");
    DELETE_OUTBOX = concat!("DELETE FROM outbox WHERE order_id IN ", these!());
    DELETE_NEEDS = concat!("DELETE FROM need WHERE order_id IN ", these!());
    DELETE_DOCUMENT_ORDERS = concat!("DELETE FROM document_order WHERE order_id IN ", these!());
    DELETE_PARCEL_LINES = concat!("DELETE FROM parcel_line WHERE line_id IN (SELECT id FROM order_line WHERE order_id IN ", these!(), ")");
    DELETE_PICK_LINES = concat!("DELETE FROM pick_line WHERE order_id IN ", these!());
    DELETE_PUT_BACKS = concat!("DELETE FROM put_back WHERE order_id IN ", these!());
    DELETE_OVERRIDES = concat!("DELETE FROM signed_override WHERE order_id IN ", these!());
    DELETE_SHIPMENT_LINES = concat!("DELETE FROM shipment_line WHERE order_id IN ", these!());
    DELETE_CHARGES = concat!("DELETE FROM charge WHERE order_id IN ", these!());
    DELETE_CREDITS = concat!("DELETE FROM credit WHERE order_id IN ", these!());
    DELETE_PAYMENTS = concat!("DELETE FROM payment WHERE order_id IN ", these!());
    DELETE_TAXES = concat!("DELETE FROM tax WHERE order_id IN ", these!());
    DELETE_HOLDS = concat!("DELETE FROM hold WHERE order_id IN ", these!());
    DELETE_EDITS = concat!("DELETE FROM local_edit WHERE order_id IN ", these!());
    DELETE_CONFLICTS = concat!("DELETE FROM conflict WHERE order_id IN ", these!());
    DELETE_BATCH_CHANGES = concat!("DELETE FROM batch_change WHERE order_id IN ", these!());
    DELETE_RESERVATIONS = concat!("DELETE FROM reservation WHERE order_id IN ", these!());
    DELETE_LABELS = concat!("DELETE FROM label WHERE parcel_id IN ", these!(),
                            " AND NOT EXISTS (SELECT 1 FROM parcel_line AS l WHERE l.parcel_id = label.parcel_id)");
    DELETE_NUMBERS = concat!("DELETE FROM used_number WHERE parcel_id IN ", these!(),
                            " AND NOT EXISTS (SELECT 1 FROM parcel_line AS l WHERE l.parcel_id = used_number.parcel_id)");
    DELETE_PARCELS = concat!("DELETE FROM parcel WHERE id IN ", these!(),
                            " AND NOT EXISTS (SELECT 1 FROM parcel_line AS l WHERE l.parcel_id = parcel.id)");
    DELETE_SHIPMENTS = concat!("DELETE FROM shipment WHERE id IN ", these!(),
                            " AND NOT EXISTS (SELECT 1 FROM shipment_line AS l WHERE l.shipment_id = shipment.id) \
                             AND NOT EXISTS (SELECT 1 FROM parcel AS p WHERE p.shipment_id = shipment.id)");
    DELETE_HAND_OVERS = concat!("DELETE FROM hand_over WHERE id IN ", these!(),
                            " AND NOT EXISTS (SELECT 1 FROM parcel AS p WHERE p.hand_over_id = hand_over.id)");
    DELETE_PICK_LISTS = concat!("DELETE FROM pick_list WHERE id IN ", these!(),
                            " AND NOT EXISTS (SELECT 1 FROM pick_line AS l WHERE l.list_id = pick_list.id)");
    DELETE_PRINTS = concat!("DELETE FROM print_journal WHERE document_id IN ", these!(),
                            " AND NOT EXISTS (SELECT 1 FROM document_order AS o WHERE o.document_id = print_journal.document_id)");
    DELETE_DOCUMENTS = concat!("DELETE FROM document WHERE id IN ", these!(),
                            " AND NOT EXISTS (SELECT 1 FROM document_order AS o WHERE o.document_id = document.id)");
    DELETE_LINE_PARTS = concat!("DELETE FROM line_part WHERE line_id IN (SELECT id FROM order_line WHERE order_id IN ", these!(), ")");
    DELETE_LINES = concat!("DELETE FROM order_line WHERE order_id IN ", these!());
    DELETE_ORDERS = concat!("DELETE FROM orders WHERE id IN ", these!());
    DELETE_CUSTOMER_VALUES = concat!("DELETE FROM event_person WHERE customer_id IN ", these!());
    DELETE_CUSTOMER_WORDS = concat!("DELETE FROM customer_word WHERE customer_id IN ", these!());
    DELETE_CUSTOMER_SOURCES = concat!("DELETE FROM customer_source WHERE customer_id IN ", these!());
    DELETE_ADDRESSES = concat!("DELETE FROM address WHERE customer_id IN ", these!());
    DELETE_CUSTOMERS = concat!("DELETE FROM customer WHERE id IN ", these!());
    STILL_SOLD = concat!("SELECT DISTINCT variant_id FROM order_line WHERE variant_id IN ", these!(),
            " UNION SELECT DISTINCT part_id FROM line_part WHERE part_id IN ", these!(),
            " UNION SELECT DISTINCT p.part_id FROM kit_part AS p WHERE p.part_id IN ", these!(),
            " AND p.kit_id NOT IN ", these!());
    PRODUCTS_OF = concat!("SELECT DISTINCT product_id FROM variant WHERE id IN ", these!());
    DELETE_VARIANT_NEEDS = concat!("DELETE FROM need WHERE kind IN ('stock_negative', 'count_needed') AND thing_id IN ", these!());
    DELETE_VARIANT_RESERVATIONS = concat!("DELETE FROM reservation WHERE variant_id IN ", these!());
    DELETE_MOVEMENTS = concat!("DELETE FROM movement WHERE variant_id IN ", these!());
    DELETE_STOCK = concat!("DELETE FROM stock WHERE variant_id IN ", these!());
    DELETE_BARCODES = concat!("DELETE FROM barcode WHERE variant_id IN ", these!());
    DELETE_VARIANT_WORDS = concat!("DELETE FROM variant_word WHERE variant_id IN ", these!());
    DELETE_KITS = concat!("DELETE FROM kit_part WHERE kit_id IN ", these!());
    DELETE_PARTS = concat!("DELETE FROM kit_part WHERE part_id IN ", these!());
    DELETE_VARIANTS = concat!("DELETE FROM variant WHERE id IN ", these!());
    DELETE_PRODUCTS = concat!("DELETE FROM product WHERE id IN ", these!(),
                            " AND NOT EXISTS (SELECT 1 FROM variant AS v WHERE v.product_id = product.id)");
    LEVELS_FROM_ROWS = concat!("UPDATE stock SET \
            reserved = COALESCE((SELECT CAST(SUM(r.quantity) AS BIGINT) FROM reservation AS r \
              WHERE r.variant_id = stock.variant_id AND r.location_id = stock.location_id AND r.state = 'active'), 0), \
            picked = COALESCE((SELECT CAST(SUM((l.picked - COALESCE(g.n, 0)) * t.quantity) AS BIGINT) \
              FROM shipment_line AS l JOIN shipment AS s ON s.id = l.shipment_id AND s.elsewhere = 0 \
                AND s.state IN ('planned', 'picking', 'packed') AND s.location_id = stock.location_id \
              JOIN ", takes!(), " AS t ON t.line_id = l.line_id AND t.variant_id = stock.variant_id \
              LEFT JOIN (SELECT p.shipment_id, c.line_id, SUM(c.quantity) AS n FROM parcel_line AS c \
                JOIN parcel AS p ON p.id = c.parcel_id \
                WHERE p.state NOT IN ('open', 'labelled', 'cancelled', 'ready_for_pickup') \
                GROUP BY p.shipment_id, c.line_id) AS g ON g.shipment_id = s.id AND g.line_id = l.line_id), 0) \
              + COALESCE((SELECT CAST(SUM(b.quantity) AS BIGINT) FROM put_back AS b \
              WHERE b.variant_id = stock.variant_id AND b.location_id = stock.location_id AND b.done_at IS NULL), 0) \
            WHERE variant_id IN ", these!());
    CHANNELS = "SELECT c.id FROM channel AS c WHERE c.kind = 'sample' \
                AND NOT EXISTS (SELECT 1 FROM orders AS o WHERE o.channel_id = c.id)";
    DELETE_BATCHES = concat!("DELETE FROM import_batch WHERE channel_id IN ", these!());
    DELETE_CHANNEL_PEOPLE = concat!("DELETE FROM customer_source WHERE channel_id IN ", these!());
    DELETE_CHANNELS = concat!("DELETE FROM channel WHERE id IN ", these!());
    SERVICES_IN_USE = concat!("SELECT DISTINCT service_id FROM parcel WHERE service_id IN ", these!());
    DELETE_POOLS = concat!("DELETE FROM number_pool WHERE service_id IN ", these!());
    DELETE_SERVICES = concat!("DELETE FROM service WHERE id IN ", these!());
    DELETE_SETTING = "DELETE FROM setting WHERE key = $1";
    DELETE_LOCATIONS = "DELETE FROM location";
    DELETE_STAFF = "DELETE FROM staff";
    DELETE_HAND_CHANNEL = "DELETE FROM channel WHERE kind = 'hand' \
                AND NOT EXISTS (SELECT 1 FROM import_batch AS b WHERE b.channel_id = channel.id)";
}

async fn run(db: &mut Db, sql: &'static str, ids: &[i64]) -> Result<()> {
    if !ids.is_empty() {
        sqlx::query(sql)
            .bind(json_ids(ids.iter().copied()))
            .execute(db)
            .await?;
    }
    Ok(())
}

async fn ids_of(db: &mut Db, sql: &'static str, ids: &[i64]) -> Result<Vec<i64>> {
    if ids.is_empty() {
        return Ok(Vec::new());
    }
    Ok(sqlx::query_scalar(sql)
        .bind(json_ids(ids.iter().copied()))
        .fetch_all(db)
        .await?)
}

/// Every sample order.
///
/// # Errors
/// The engine's.
pub async fn orders(db: &mut Db) -> Result<Vec<i64>> {
    Ok(sqlx::query_scalar(ORDERS).fetch_all(db).await?)
}

/// Whether there is an order, or a variant, that is not sample data. Ask about variants after the
/// sample's are gone.
///
/// # Errors
/// The engine's.
pub async fn anything_else(db: &mut Db) -> Result<bool> {
    let orders: i64 = sqlx::query_scalar(OTHER_ORDERS).fetch_one(&mut *db).await?;
    let variants: i64 = sqlx::query_scalar(ANY_VARIANT).fetch_one(db).await?;
    Ok(orders + variants > 0)
}

/// Deletes sample orders with everything that hangs on them alone; what they share with a real
/// order (a parcel, a list, a document) stays for that one. Returns their customers.
///
/// # Errors
/// The engine's.
pub async fn remove_orders(db: &mut Db, ids: &[i64]) -> Result<Vec<i64>> {
    let customers = ids_of(db, CUSTOMERS_OF, ids).await?;
    let documents = ids_of(db, DOCUMENTS_OF, ids).await?;
    let shipments = ids_of(db, SHIPMENTS_OF, ids).await?;
    let parcels = ids_of(db, PARCELS_OF, &shipments).await?;
    let hand_overs = ids_of(db, HAND_OVERS_OF, &parcels).await?;
    let lists = ids_of(db, PICK_LISTS_OF, ids).await?;
    for sql in [
        DELETE_PERSON_VALUES,
        DELETE_OUTBOX,
        DELETE_NEEDS,
        DELETE_DOCUMENT_ORDERS,
        DELETE_PARCEL_LINES,
        DELETE_PICK_LINES,
        DELETE_PUT_BACKS,
        DELETE_OVERRIDES,
        DELETE_SHIPMENT_LINES,
        DELETE_CHARGES,
        DELETE_CREDITS,
        DELETE_PAYMENTS,
        DELETE_TAXES,
        DELETE_HOLDS,
        DELETE_EDITS,
        DELETE_CONFLICTS,
        DELETE_BATCH_CHANGES,
        DELETE_RESERVATIONS,
    ] {
        run(db, sql, ids).await?;
    }
    for sql in [DELETE_LABELS, DELETE_NUMBERS, DELETE_PARCELS] {
        run(db, sql, &parcels).await?;
    }
    run(db, DELETE_SHIPMENTS, &shipments).await?;
    run(db, DELETE_HAND_OVERS, &hand_overs).await?;
    run(db, DELETE_PICK_LISTS, &lists).await?;
    run(db, DELETE_PRINTS, &documents).await?;
    run(db, DELETE_DOCUMENTS, &documents).await?;
    run(db, DELETE_LINE_PARTS, ids).await?;
    run(db, DELETE_LINES, ids).await?;
    run(db, DELETE_ORDERS, ids).await?;
    Ok(customers)
}

/// Deletes customers with their addresses. They must have no orders.
///
/// # Errors
/// The engine's.
pub async fn remove_customers(db: &mut Db, ids: &[i64]) -> Result<()> {
    for sql in [
        DELETE_CUSTOMER_VALUES,
        DELETE_CUSTOMER_WORDS,
        DELETE_CUSTOMER_SOURCES,
        DELETE_ADDRESSES,
        DELETE_CUSTOMERS,
    ] {
        run(db, sql, ids).await?;
    }
    Ok(())
}

/// Deletes variants with their ledger. Those that a real order names stay, with their movements, and
/// their numbers are brought in line with the rows that are left. Returns those that stay.
///
/// # Errors
/// The engine's.
pub async fn remove_variants(db: &mut Db, ids: &[i64]) -> Result<Vec<i64>> {
    let kept = ids_of(db, STILL_SOLD, ids).await?;
    let gone: Vec<i64> = ids
        .iter()
        .copied()
        .filter(|id| !kept.contains(id))
        .collect();
    let products = ids_of(db, PRODUCTS_OF, &gone).await?;
    for sql in [
        DELETE_VARIANT_NEEDS,
        DELETE_VARIANT_RESERVATIONS,
        DELETE_MOVEMENTS,
        DELETE_STOCK,
        DELETE_BARCODES,
        DELETE_VARIANT_WORDS,
        DELETE_KITS,
        DELETE_PARTS,
        DELETE_VARIANTS,
    ] {
        run(db, sql, &gone).await?;
    }
    run(db, DELETE_PRODUCTS, &products).await?;
    run(db, LEVELS_FROM_ROWS, &kept).await?;
    Ok(kept)
}

/// Deletes the sample's channels, those that have real orders apart, and these services, those on a
/// parcel apart.
///
/// # Errors
/// The engine's.
pub async fn remove_channels_and_services(db: &mut Db, services: &[i64]) -> Result<()> {
    let channels: Vec<i64> = sqlx::query_scalar(CHANNELS).fetch_all(&mut *db).await?;
    for sql in [DELETE_BATCHES, DELETE_CHANNEL_PEOPLE, DELETE_CHANNELS] {
        run(db, sql, &channels).await?;
    }
    let used = ids_of(db, SERVICES_IN_USE, services).await?;
    let gone: Vec<i64> = services
        .iter()
        .copied()
        .filter(|id| !used.contains(id))
        .collect();
    run(db, DELETE_POOLS, &gone).await?;
    run(db, DELETE_SERVICES, &gone).await
}

/// Deletes the shop itself: its settings, places, staff, the channel for orders by hand. Nothing may
/// hang on them any more.
///
/// # Errors
/// The engine's.
pub async fn remove_shop(db: &mut Db, settings_key: &str) -> Result<()> {
    sqlx::query(DELETE_SETTING)
        .bind(settings_key)
        .execute(&mut *db)
        .await?;
    for sql in [DELETE_HAND_CHANNEL, DELETE_LOCATIONS, DELETE_STAFF] {
        sqlx::query(sql).execute(&mut *db).await?;
    }
    Ok(())
}
