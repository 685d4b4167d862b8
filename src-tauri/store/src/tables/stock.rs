//! Products, variants, stock and its ledger.

use super::{rows_by, statements};
use crate::row::json_texts;
use crate::rows::{BarcodeRow, KitPartRow, MovementRow, ReservationRow, StockRow, VariantRow};
use crate::{Db, Result};

statements! {
    BY_SKU = "SELECT t.sku_key, t.id FROM json_each($1) AS v \
              JOIN variant AS t ON t.sku_key = v.value->>0 AND t.sku_key <> ''";
    BY_BARCODE = "SELECT b.code, b.variant_id FROM json_each($1) AS v JOIN barcode AS b ON b.code = v.value->>0";
    MOVEMENTS = "SELECT id, variant_id, location_id, quantity, kind, at, order_id, line_id, parcel_id, staff_id, note \
                 FROM movement WHERE variant_id = $1 ORDER BY id DESC LIMIT $2";
    MOVEMENTS_OF_PARCEL = "SELECT id, variant_id, location_id, quantity, kind, at, order_id, line_id, parcel_id, \
                 staff_id, note FROM movement WHERE parcel_id = $1 ORDER BY id";
    RESERVATIONS = "SELECT id, variant_id, location_id, order_id, line_id, quantity, state, made_at, ended_at \
                    FROM reservation WHERE variant_id = $1 AND state = 'active' ORDER BY id";
    WAITING = "SELECT l.order_id, l.id, l.backordered FROM order_line AS l \
               JOIN orders AS o ON o.id = l.order_id \
               WHERE l.variant_id = $1 AND l.backordered > 0 AND o.work = 1 \
               ORDER BY o.ship_by, o.id, l.position";
    SHORT_VARIANTS = "SELECT DISTINCT variant_id FROM order_line WHERE backordered > 0 AND variant_id IS NOT NULL";
    LIST = "SELECT v.id, v.product_id, v.sku, v.title, v.options, s.bin, v.counted, s.on_hand, s.reserved, s.picked, \
            v.safety, v.reorder_point, v.grams, v.cost, v.price, v.currency, v.version, v.sku_key \
            FROM variant AS v JOIN stock AS s ON s.variant_id = v.id AND s.location_id = $1 \
            WHERE v.active = 1 AND ($2 = '' OR v.id IN (SELECT w.variant_id FROM variant_word AS w \
              WHERE w.word >= $2 AND w.word < $3)) \
            AND ($4 = 'all' OR ($4 = 'not_counted' AND v.counted = 0) OR ($4 = 'negative' AND v.counted = 1 AND s.on_hand < 0) \
              OR ($4 = 'low' AND v.counted = 1 AND (s.on_hand - s.reserved <= COALESCE(v.reorder_point, -1) \
                 OR EXISTS (SELECT 1 FROM order_line AS l WHERE l.variant_id = v.id AND l.backordered > 0)))) \
            AND (v.sku_key, v.id) > ($5, $6) ORDER BY v.sku_key, v.id LIMIT $7";
    SUMS = "SELECT m.variant_id, CAST(SUM(m.quantity) AS BIGINT) FROM movement AS m GROUP BY m.variant_id";
    RESERVED_SUMS = "SELECT r.variant_id, CAST(SUM(r.quantity) AS BIGINT) FROM reservation AS r \
                     WHERE r.state = 'active' GROUP BY r.variant_id";
    DELETE_BARCODES = "DELETE FROM barcode WHERE variant_id = $1";
    DELETE_WORDS = "DELETE FROM variant_word WHERE variant_id = $1";
    LINES_BY_SKU = "SELECT l.id, l.order_id, l.sku FROM order_line AS l JOIN orders AS o ON o.id = l.order_id \
                    WHERE o.work = 1 AND l.variant_id IS NULL AND l.sku <> ''";
}

crate::rows! {
    /// A row of the stock list.
    ListRow in "variant" {
        id: i64, product_id: i64, sku: String, title: String, options: String, bin: String, counted: i64,
        on_hand: i64, reserved: i64, picked: i64, safety: i64, reorder_point: Option<i64>, grams: Option<i64>,
        cost: Option<i64>, price: Option<i64>, currency: String, version: i64, sku_key: String,
    }
}

/// A page of variants at a location, by SKU. `after` is the last page's end (`("", 0)` at first);
/// `text` the beginning of a folded word, or empty; `view` a word of the stock views.
///
/// # Errors
/// The engine's.
pub async fn list(
    db: &mut Db,
    location: i64,
    view: &str,
    text: &str,
    after: (&str, i64),
    limit: i64,
) -> Result<Vec<ListRow>> {
    Ok(sqlx::query_as(LIST)
        .bind(location)
        .bind(text)
        .bind(domain::fold::after_prefix(text))
        .bind(view)
        .bind(after.0)
        .bind(after.1)
        .bind(limit)
        .fetch_all(db)
        .await?)
}

/// Variants by folded SKU.
///
/// # Errors
/// The engine's.
pub async fn by_sku(db: &mut Db, keys: &[&str]) -> Result<Vec<(String, i64)>> {
    let mut found = Vec::new();
    for chunk in keys.chunks(5_000) {
        let part: Vec<(String, i64)> = sqlx::query_as(BY_SKU)
            .bind(json_texts(chunk.iter().copied()))
            .fetch_all(&mut *db)
            .await?;
        found.extend(part);
    }
    Ok(found)
}

/// Variants by barcode.
///
/// # Errors
/// The engine's.
pub async fn by_barcode(db: &mut Db, codes: &[&str]) -> Result<Vec<(String, i64)>> {
    let mut found = Vec::new();
    for chunk in codes.chunks(5_000) {
        let part: Vec<(String, i64)> = sqlx::query_as(BY_BARCODE)
            .bind(json_texts(chunk.iter().copied()))
            .fetch_all(&mut *db)
            .await?;
        found.extend(part);
    }
    Ok(found)
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

/// The recipes of kits.
///
/// # Errors
/// The engine's.
pub async fn kit_parts(db: &mut Db, kits: &[i64]) -> Result<Vec<KitPartRow>> {
    rows_by(db, "kit_id", kits, "t.kit_id, t.part_id").await
}

/// The newest movements of a variant, newest first.
///
/// # Errors
/// The engine's.
pub async fn movements(db: &mut Db, variant: i64, limit: i64) -> Result<Vec<MovementRow>> {
    Ok(sqlx::query_as(MOVEMENTS)
        .bind(variant)
        .bind(limit)
        .fetch_all(db)
        .await?)
}

/// The movements of a parcel.
///
/// # Errors
/// The engine's.
pub async fn movements_of_parcel(db: &mut Db, parcel: i64) -> Result<Vec<MovementRow>> {
    Ok(sqlx::query_as(MOVEMENTS_OF_PARCEL)
        .bind(parcel)
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

/// Open lines whose SKU no variant has: line, order, SKU.
///
/// # Errors
/// The engine's.
pub async fn lines_without_variant(db: &mut Db) -> Result<Vec<(i64, i64, String)>> {
    Ok(sqlx::query_as(LINES_BY_SKU).fetch_all(db).await?)
}

/// On hand by variant as the ledger's rows say.
///
/// # Errors
/// The engine's.
pub async fn movement_sums(db: &mut Db) -> Result<Vec<(i64, i64)>> {
    Ok(sqlx::query_as(SUMS).fetch_all(db).await?)
}

/// Reserved by variant as the reservations say.
///
/// # Errors
/// The engine's.
pub async fn reservation_sums(db: &mut Db) -> Result<Vec<(i64, i64)>> {
    Ok(sqlx::query_as(RESERVED_SUMS).fetch_all(db).await?)
}

/// Forgets the barcodes and search words of a variant, for new ones to take their place.
///
/// # Errors
/// The engine's.
pub async fn forget_codes(db: &mut Db, variant: i64) -> Result<()> {
    sqlx::query(DELETE_BARCODES)
        .bind(variant)
        .execute(&mut *db)
        .await?;
    sqlx::query(DELETE_WORDS).bind(variant).execute(db).await?;
    Ok(())
}
