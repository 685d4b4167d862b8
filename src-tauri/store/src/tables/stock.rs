//! Products, variants, stock and its ledger.

pub mod codes;
pub mod movements;

pub use codes::{
    by_barcode, by_sku, forget_codes, forget_codes_of, lines_without_variant, with_sku, without_sku,
};
pub use movements::{
    balance_before, counted_at, movement_sums, movements, movements_of_parcel, sold_of_lines,
};

use super::{rows_by, statements};
use crate::rows::{BarcodeRow, ProductRow, ReservationRow, StockRow, VariantRow};
use crate::{Db, Result};

/// A sum over a variant's stock: at the place `$1`, at every place when that is 0.
macro_rules! summed {
    ($column:literal) => {
        concat!(
            "(SELECT CAST(COALESCE(SUM(s.",
            $column,
            "), 0) AS BIGINT) FROM stock AS s WHERE s.variant_id = v.id \
             AND (CAST($1 AS BIGINT) = 0 OR s.location_id = CAST($1 AS BIGINT)))"
        )
    };
}

/// What can be promised of a counted variant.
macro_rules! free {
    () => {
        concat!(
            "(",
            summed!("on_hand"),
            " - ",
            summed!("reserved"),
            " - ",
            summed!("missing"),
            " - v.safety)"
        )
    };
}

/// The columns of a list's row. The bin is that of the first place that has one.
macro_rules! row_columns {
    () => {
        concat!(
            "v.id, v.product_id, v.sku, v.title, v.options, v.kind, COALESCE((SELECT b.bin FROM stock AS b \
             JOIN location AS p ON p.id = b.location_id WHERE b.variant_id = v.id AND b.bin <> '' \
             AND (CAST($1 AS BIGINT) = 0 OR b.location_id = CAST($1 AS BIGINT)) ORDER BY p.position, p.id LIMIT 1), '') AS bin, \
             v.counted, ", summed!("on_hand"), " AS on_hand, ", summed!("reserved"), " AS reserved, ",
            summed!("picked"), " AS picked, ", summed!("missing"), " AS missing, v.safety, v.reorder_point, v.grams, v.cost, v.price, v.currency, \
             v.version, v.sku_key "
        )
    };
}

/// Which variants a list shows: `$1` the place or 0, `$2`–`$3` and `$4`–`$5` ranges of words that begin
/// as two typed ones do (empty: none typed), `$6` a word of the stock views. A kit has no stock of its
/// own; a part is low for a kit that waits when it is not enough for one.
macro_rules! listed {
    () => {
        concat!("FROM variant AS v WHERE v.active = 1 AND (CAST($1 AS BIGINT) = 0 OR EXISTS \
           (SELECT 1 FROM stock AS s WHERE s.variant_id = v.id AND s.location_id = CAST($1 AS BIGINT))) \
         AND ($2 = '' OR v.id IN (SELECT w.variant_id FROM variant_word AS w \
           WHERE w.word >= $2 AND w.word < $3)) \
         AND ($4 = '' OR v.id IN (SELECT w.variant_id FROM variant_word AS w \
           WHERE w.word >= $4 AND w.word < $5)) \
         AND ($6 = 'all' OR ($6 = 'kits' AND v.kind = 'kit') \
           OR ($6 = 'not_counted' AND v.counted = 0 AND v.kind <> 'kit') \
           OR ($6 = 'negative' AND v.counted = 1 AND ", summed!("on_hand"), " < 0) \
           OR ($6 = 'low' AND (EXISTS (SELECT 1 FROM order_line AS l WHERE l.variant_id = v.id AND l.backordered > 0) \
             OR (v.counted = 1 AND (", free!(), " <= COALESCE(v.reorder_point, -1) \
               OR EXISTS (SELECT 1 FROM line_part AS p JOIN order_line AS l ON l.id = p.line_id \
                 WHERE p.part_id = v.id AND l.backordered > 0 AND ", free!(), " < p.quantity)))))) ")
    };
}

statements! {
    RESERVATIONS = "SELECT id, variant_id, location_id, order_id, line_id, quantity, state, made_at, ended_at \
                    FROM reservation WHERE variant_id = $1 AND state = 'active' ORDER BY id";
    WAITING = "SELECT l.order_id, l.id, l.backordered FROM order_line AS l \
               JOIN orders AS o ON o.id = l.order_id \
               WHERE l.variant_id = $1 AND l.backordered > 0 AND o.work = 1 \
               ORDER BY o.ship_by, o.id, l.position";
    RULES = "SELECT id, most_shipments FROM variant WHERE most_shipments IS NOT NULL \
             AND id IN (SELECT CAST(value AS BIGINT) FROM json_each($1))";
    SHORT_VARIANTS = "SELECT DISTINCT variant_id FROM order_line WHERE backordered > 0 AND variant_id IS NOT NULL";
    LIST = concat!("SELECT ", row_columns!(), listed!(), " AND (v.sku_key, v.id) > ($7, $8) \
            ORDER BY v.sku_key, v.id LIMIT $9");
    LIST_COUNT = concat!("SELECT COUNT(*) FROM (SELECT v.id ", listed!(), " LIMIT $7) AS counted");
    ROWS = concat!("SELECT ", row_columns!(), "FROM variant AS v WHERE v.id IN \
            (SELECT CAST(value AS BIGINT) FROM json_each($2)) ORDER BY v.id");
    SHORT_SUMS = "SELECT l.variant_id, CAST(SUM(l.backordered) AS BIGINT) FROM order_line AS l \
            WHERE l.backordered > 0 AND l.variant_id IN (SELECT CAST(value AS BIGINT) FROM json_each($1)) \
            GROUP BY l.variant_id";
    WAITING_OF = "SELECT t.variant_id, l.order_id, l.id FROM ( \
            SELECT w.variant_id, w.id FROM order_line AS w WHERE w.backordered > 0 AND w.kind <> 'kit' \
              AND w.variant_id IN (SELECT CAST(value AS BIGINT) FROM json_each($1)) \
            UNION ALL SELECT p.part_id, p.line_id FROM line_part AS p \
              WHERE p.part_id IN (SELECT CAST(value AS BIGINT) FROM json_each($1))) AS t \
            JOIN order_line AS l ON l.id = t.id AND l.backordered > 0 JOIN orders AS o ON o.id = l.order_id \
            WHERE o.work = 1 AND o.expired_at IS NULL ORDER BY t.variant_id, COALESCE(o.ship_by, 9007199254740991), o.id, l.position";
    HOLDERS = "SELECT l.order_id, l.id, o.number, CAST(COALESCE(p.quantity, 1) AS BIGINT), \
            CAST(SUM(r.quantity) AS BIGINT) FROM reservation AS r JOIN order_line AS l ON l.id = r.line_id \
            JOIN orders AS o ON o.id = l.order_id \
            LEFT JOIN line_part AS p ON p.line_id = r.line_id AND p.part_id = r.variant_id \
            WHERE r.variant_id = $1 AND r.location_id = $2 AND r.state = 'active' \
            GROUP BY l.order_id, l.id, o.number, p.quantity, o.ship_by, o.id, l.position \
            ORDER BY COALESCE(o.ship_by, 9007199254740991) DESC, o.id DESC, l.position DESC";
    UNDER_WAY = "SELECT l.line_id, CAST(COALESCE(s.location_id, 0) AS BIGINT), \
            CAST(SUM(l.quantity - COALESCE(g.n, 0)) AS BIGINT), CAST(SUM(l.picked - COALESCE(g.n, 0)) AS BIGINT) \
            FROM shipment_line AS l JOIN shipment AS s ON s.id = l.shipment_id AND s.elsewhere = 0 \
              AND s.state IN ('planned', 'picking', 'packed') \
            LEFT JOIN (SELECT p.shipment_id, c.line_id, SUM(c.quantity) AS n FROM parcel_line AS c \
              JOIN parcel AS p ON p.id = c.parcel_id \
              WHERE p.state NOT IN ('open', 'labelled', 'cancelled', 'ready_for_pickup') \
              AND c.line_id IN (SELECT CAST(value AS BIGINT) FROM json_each($1)) \
              GROUP BY p.shipment_id, c.line_id) AS g ON g.shipment_id = s.id AND g.line_id = l.line_id \
            WHERE l.line_id IN (SELECT CAST(value AS BIGINT) FROM json_each($1)) \
            GROUP BY l.line_id, s.location_id ORDER BY l.line_id, s.location_id";
    PLACES_OF_PARCELS = "SELECT p.id, CAST(COALESCE(s.location_id, 0) AS BIGINT) FROM parcel AS p \
            JOIN shipment AS s ON s.id = p.shipment_id \
            WHERE p.id IN (SELECT CAST(value AS BIGINT) FROM json_each($1)) ORDER BY p.id";
    ACTIVE_OF_LINES = "SELECT id, variant_id, location_id, order_id, line_id, quantity, state, made_at, ended_at \
            FROM reservation WHERE state = 'active' AND line_id IN \
            (SELECT CAST(value AS BIGINT) FROM json_each($1)) ORDER BY line_id, id DESC";
    CONSUMED_OF_LINES = "SELECT id, variant_id, location_id, order_id, line_id, quantity, state, made_at, ended_at \
            FROM reservation WHERE state = 'consumed' AND line_id IN \
            (SELECT CAST(value AS BIGINT) FROM json_each($1)) ORDER BY line_id, id DESC";
    CLOSE_NEEDS = "UPDATE need SET closed_at = $1, closed_by = $2 WHERE closed_at IS NULL AND kind = $3 \
            AND thing_id = $4";
    LOW_COUNT = "SELECT COUNT(*) FROM variant AS v WHERE v.active = 1 AND v.counted = 1 AND v.reorder_point IS NOT NULL \
            AND (SELECT COALESCE(SUM(s.on_hand - s.reserved - s.missing), 0) FROM stock AS s WHERE s.variant_id = v.id) \
              - v.safety <= v.reorder_point";
    RESERVED_SUMS = "SELECT r.variant_id, CAST(SUM(r.quantity) AS BIGINT) FROM reservation AS r \
                     WHERE r.state = 'active' GROUP BY r.variant_id";
    OPEN_LINES_OF = "SELECT l.id, l.order_id, l.variant_id, l.grams FROM order_line AS l \
                    JOIN orders AS o ON o.id = l.order_id WHERE o.work = 1 \
                    AND l.variant_id IN (SELECT CAST(value AS BIGINT) FROM json_each($1)) ORDER BY l.id";
    OPEN_LINES_WITH_PART = "SELECT DISTINCT l.id, l.order_id, l.grams FROM line_part AS p \
                    JOIN order_line AS l ON l.id = p.line_id JOIN orders AS o ON o.id = l.order_id \
                    WHERE o.work = 1 AND p.part_id IN (SELECT CAST(value AS BIGINT) FROM json_each($1)) ORDER BY l.id";
}

crate::rows! {
    /// A row of the stock list.
    ListRow in "variant" {
        id: i64, product_id: i64, sku: String, title: String, options: String, kind: String, bin: String, counted: i64,
        on_hand: i64, reserved: i64, picked: i64, missing: i64, safety: i64, reorder_point: Option<i64>, grams: Option<i64>,
        cost: Option<i64>, price: Option<i64>, currency: String, version: i64, sku_key: String,
    }
    /// What stock asks of an order's line.
    StockLine in "order_line" {
        id: i64, order_id: i64, position: i64, kind: String, by_shop: i64, variant_id: Option<i64>, sku: String,
        ordered: i64, cancelled: i64, reserved: i64, backordered: i64, picked: i64, packed: i64, shipped: i64,
        grams: Option<i64>,
    }
    /// What stock changes of an order's line, for [`crate::row::save_all`] by its id.
    LineStock in "order_line" {
        id: i64, kind: String, variant_id: Option<i64>, reserved: i64, backordered: i64, picked: i64, packed: i64,
        shipped: i64, grams: Option<i64>,
    }
    /// What a unit of an order's line weighs, for [`crate::row::save_all`] by its id.
    LineWeight in "order_line" { id: i64, grams: Option<i64> }
    /// What stock asks of an order.
    OrderHead in "orders" { id: i64, number: String, life: String, history: i64, ship_by: Option<i64>, expired_at: Option<i64>, reserve_from: Option<i64> }
}

/// Which variants a list asks for.
#[derive(Debug, Clone, Copy)]
pub struct Listed<'a> {
    /// The place; 0 for all of them.
    pub location: i64,
    /// A word of the stock views.
    pub view: &'a str,
    /// The beginning of a folded word, or empty.
    pub word: &'a str,
    /// Of a second one, or empty.
    pub second: &'a str,
}

/// A page of variants at a location, by SKU. `after` is the last page's end (`("", 0)` at first).
///
/// # Errors
/// The engine's.
pub async fn list(
    db: &mut Db,
    ask: Listed<'_>,
    after: (&str, i64),
    limit: i64,
) -> Result<Vec<ListRow>> {
    Ok(sqlx::query_as(LIST)
        .bind(ask.location)
        .bind(ask.word)
        .bind(domain::fold::after_prefix(ask.word))
        .bind(ask.second)
        .bind(domain::fold::after_prefix(ask.second))
        .bind(ask.view)
        .bind(after.0)
        .bind(after.1)
        .bind(limit)
        .fetch_all(db)
        .await?)
}

/// How many variants a list has, counted up to `most`.
///
/// # Errors
/// The engine's.
pub async fn list_count(db: &mut Db, ask: Listed<'_>, most: i64) -> Result<i64> {
    Ok(sqlx::query_scalar(LIST_COUNT)
        .bind(ask.location)
        .bind(ask.word)
        .bind(domain::fold::after_prefix(ask.word))
        .bind(ask.second)
        .bind(domain::fold::after_prefix(ask.second))
        .bind(ask.view)
        .bind(most)
        .fetch_one(db)
        .await?)
}

/// The list's rows of these variants at a place (0: everywhere), archived ones too.
///
/// # Errors
/// The engine's.
pub async fn list_rows(db: &mut Db, location: i64, variants: &[i64]) -> Result<Vec<ListRow>> {
    Ok(sqlx::query_as(ROWS)
        .bind(location)
        .bind(crate::row::json_ids(variants.iter().copied()))
        .fetch_all(db)
        .await?)
}

/// Units that orders wait for, by variant.
///
/// # Errors
/// The engine's.
pub async fn short_sums(db: &mut Db, variants: &[i64]) -> Result<Vec<(i64, i64)>> {
    Ok(sqlx::query_as(SHORT_SUMS)
        .bind(crate::row::json_ids(variants.iter().copied()))
        .fetch_all(db)
        .await?)
}

/// Open lines that wait for these variants, by variant and then the most urgent first: variant,
/// order, line.
///
/// # Errors
/// The engine's.
pub async fn waiting_of(db: &mut Db, variants: &[i64]) -> Result<Vec<(i64, i64, i64)>> {
    Ok(sqlx::query_as(WAITING_OF)
        .bind(crate::row::json_ids(variants.iter().copied()))
        .fetch_all(db)
        .await?)
}

/// Lines that hold units of a variant at a place, the least urgent first: order, line, the order's
/// number, how many of the variant one unit of the line takes, units of the variant reserved.
///
/// # Errors
/// The engine's.
pub async fn holders(
    db: &mut Db,
    variant: i64,
    location: i64,
) -> Result<Vec<(i64, i64, String, i64, i64)>> {
    Ok(sqlx::query_as(HOLDERS)
        .bind(variant)
        .bind(location)
        .fetch_all(db)
        .await?)
}

/// What of these lines is in shipments that have not left: line, place, units, of these fetched.
///
/// # Errors
/// The engine's.
pub async fn under_way(db: &mut Db, lines: &[i64]) -> Result<Vec<(i64, i64, i64, i64)>> {
    Ok(sqlx::query_as(UNDER_WAY)
        .bind(crate::row::json_ids(lines.iter().copied()))
        .fetch_all(db)
        .await?)
}

/// Where these parcels leave from: parcel, place (0 when nobody said).
///
/// # Errors
/// The engine's.
pub async fn places_of_parcels(db: &mut Db, parcels: &[i64]) -> Result<Vec<(i64, i64)>> {
    Ok(sqlx::query_as(PLACES_OF_PARCELS)
        .bind(crate::row::json_ids(parcels.iter().copied()))
        .fetch_all(db)
        .await?)
}

/// The active reservations of lines, newest first within a line.
///
/// # Errors
/// The engine's.
pub async fn active_of_lines(db: &mut Db, lines: &[i64]) -> Result<Vec<ReservationRow>> {
    Ok(sqlx::query_as(ACTIVE_OF_LINES)
        .bind(crate::row::json_ids(lines.iter().copied()))
        .fetch_all(db)
        .await?)
}

/// The reservations of lines that ended in a hand-over, newest first within a line.
///
/// # Errors
/// The engine's.
pub async fn consumed_of_lines(db: &mut Db, lines: &[i64]) -> Result<Vec<ReservationRow>> {
    Ok(sqlx::query_as(CONSUMED_OF_LINES)
        .bind(crate::row::json_ids(lines.iter().copied()))
        .fetch_all(db)
        .await?)
}

/// What stock asks of the lines of these orders, by order and position.
///
/// # Errors
/// The engine's.
pub async fn lines_of_orders(db: &mut Db, orders: &[i64]) -> Result<Vec<StockLine>> {
    rows_by(db, "order_id", orders, "t.order_id, t.position, t.id").await
}

/// What stock asks of these lines.
///
/// # Errors
/// The engine's.
pub async fn lines_by_id(db: &mut Db, lines: &[i64]) -> Result<Vec<StockLine>> {
    rows_by(db, "id", lines, "t.id").await
}

/// What stock asks of orders.
///
/// # Errors
/// The engine's.
pub async fn order_heads(db: &mut Db, orders: &[i64]) -> Result<Vec<OrderHead>> {
    rows_by(db, "id", orders, "t.id").await
}

/// Products by id.
///
/// # Errors
/// The engine's.
pub async fn products(db: &mut Db, ids: &[i64]) -> Result<Vec<ProductRow>> {
    rows_by(db, "id", ids, "t.id").await
}

/// Closes what needed a person about a thing.
///
/// # Errors
/// The engine's.
pub async fn close_needs(db: &mut Db, kind: &str, thing: i64, now: i64, staff: i64) -> Result<()> {
    sqlx::query(CLOSE_NEEDS)
        .bind(now)
        .bind(staff)
        .bind(kind)
        .bind(thing)
        .execute(db)
        .await?;
    Ok(())
}

/// How many counted variants stand at or under their reorder point.
///
/// # Errors
/// The engine's.
pub async fn low_count(db: &mut Db) -> Result<i64> {
    Ok(sqlx::query_scalar(LOW_COUNT).fetch_one(db).await?)
}

/// Variants by id.
///
/// # Errors
/// The engine's.
pub async fn variants(db: &mut Db, ids: &[i64]) -> Result<Vec<VariantRow>> {
    rows_by(db, "id", ids, "t.id").await
}

/// Stock rows of variants, all locations.
///
/// # Errors
/// The engine's.
pub async fn levels(db: &mut Db, ids: &[i64]) -> Result<Vec<StockRow>> {
    rows_by(db, "variant_id", ids, "t.variant_id, t.location_id").await
}

/// Barcodes of variants.
///
/// # Errors
/// The engine's.
pub async fn barcodes(db: &mut Db, ids: &[i64]) -> Result<Vec<BarcodeRow>> {
    rows_by(db, "variant_id", ids, "t.variant_id, t.code").await
}

/// Lines of the work in hand that name these variants: line, order, variant, grams of one.
///
/// # Errors
/// The engine's.
pub async fn open_lines_of(
    db: &mut Db,
    variants: &[i64],
) -> Result<Vec<(i64, i64, i64, Option<i64>)>> {
    Ok(sqlx::query_as(OPEN_LINES_OF)
        .bind(crate::row::json_ids(variants.iter().copied()))
        .fetch_all(db)
        .await?)
}

/// Lines of the work in hand that are sets with one of these parts: line, order, grams of one.
///
/// # Errors
/// The engine's.
pub async fn open_lines_with_part(
    db: &mut Db,
    parts: &[i64],
) -> Result<Vec<(i64, i64, Option<i64>)>> {
    Ok(sqlx::query_as(OPEN_LINES_WITH_PART)
        .bind(crate::row::json_ids(parts.iter().copied()))
        .fetch_all(db)
        .await?)
}

/// The active reservations of a variant.
///
/// # Errors
/// The engine's.
pub async fn reservations(db: &mut Db, variant: i64) -> Result<Vec<ReservationRow>> {
    Ok(sqlx::query_as(RESERVATIONS)
        .bind(variant)
        .fetch_all(db)
        .await?)
}

/// Reservations of lines, ended ones too.
///
/// # Errors
/// The engine's.
pub async fn reservations_of_lines(db: &mut Db, lines: &[i64]) -> Result<Vec<ReservationRow>> {
    rows_by(db, "line_id", lines, "t.line_id, t.id").await
}

/// Lines that wait for a variant, the most urgent first: order, line, units.
///
/// # Errors
/// The engine's.
pub async fn waiting(db: &mut Db, variant: i64) -> Result<Vec<(i64, i64, i64)>> {
    Ok(sqlx::query_as(WAITING).bind(variant).fetch_all(db).await?)
}

/// Those of these variants that have a rule of their own for when they are short, with it.
///
/// # Errors
/// The engine's.
pub async fn rules(db: &mut Db, variants: &[i64]) -> Result<Vec<(i64, i64)>> {
    Ok(sqlx::query_as(RULES)
        .bind(crate::row::json_ids(variants.iter().copied()))
        .fetch_all(db)
        .await?)
}

/// Reserved by variant as the reservations say.
///
/// # Errors
/// The engine's.
pub async fn reservation_sums(db: &mut Db) -> Result<Vec<(i64, i64)>> {
    Ok(sqlx::query_as(RESERVED_SUMS).fetch_all(db).await?)
}
