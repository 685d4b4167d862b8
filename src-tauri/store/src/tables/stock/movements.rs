//! The movements that stock is the sum of.

use crate::rows::MovementRow;
use crate::tables::statements;
use crate::{Db, Result};

statements! {
    MOVEMENTS = "SELECT id, variant_id, location_id, quantity, kind, at, order_id, line_id, parcel_id, staff_id, note \
                 FROM movement WHERE variant_id = $1 ORDER BY id DESC LIMIT $2";
    MOVEMENTS_OF_PARCEL = "SELECT id, variant_id, location_id, quantity, kind, at, order_id, line_id, parcel_id, \
                 staff_id, note FROM movement WHERE parcel_id = $1 ORDER BY id";
    SOLD_OF_LINES = "SELECT id, variant_id, location_id, quantity, kind, at, order_id, line_id, parcel_id, \
                 staff_id, note FROM movement WHERE kind IN ('sold', 'unsold') AND line_id IN \
                 (SELECT CAST(value AS BIGINT) FROM json_each($1)) ORDER BY id";
    COUNTED_AT = "SELECT variant_id, location_id, MAX(at) FROM movement WHERE kind IN ('opening', 'counted') \
                 AND variant_id IN (SELECT CAST(value AS BIGINT) FROM json_each($1)) \
                 GROUP BY variant_id, location_id";
    BALANCE_AT = "SELECT CAST(COALESCE(SUM(quantity), 0) AS BIGINT) FROM movement \
            WHERE variant_id = $1 AND location_id = $2 AND id < $3";
    SUMS = "SELECT m.variant_id, CAST(SUM(m.quantity) AS BIGINT) FROM movement AS m GROUP BY m.variant_id";
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

/// What left our shelf of these lines without a parcel of ours, and what of it was taken back.
///
/// # Errors
/// The engine's.
pub async fn sold_of_lines(db: &mut Db, lines: &[i64]) -> Result<Vec<MovementRow>> {
    Ok(sqlx::query_as(SOLD_OF_LINES)
        .bind(crate::row::json_ids(lines.iter().copied()))
        .fetch_all(db)
        .await?)
}

/// When variants were last counted: variant, place, moment.
///
/// # Errors
/// The engine's.
pub async fn counted_at(db: &mut Db, variants: &[i64]) -> Result<Vec<(i64, i64, i64)>> {
    Ok(sqlx::query_as(COUNTED_AT)
        .bind(crate::row::json_ids(variants.iter().copied()))
        .fetch_all(db)
        .await?)
}

/// On hand before a movement: the sum of the older ones.
///
/// # Errors
/// The engine's.
pub async fn balance_before(
    db: &mut Db,
    variant: i64,
    location: i64,
    movement: i64,
) -> Result<i64> {
    Ok(sqlx::query_scalar(BALANCE_AT)
        .bind(variant)
        .bind(location)
        .bind(movement)
        .fetch_one(db)
        .await?)
}

/// On hand by variant as the ledger's rows say.
///
/// # Errors
/// The engine's.
pub async fn movement_sums(db: &mut Db) -> Result<Vec<(i64, i64)>> {
    Ok(sqlx::query_as(SUMS).fetch_all(db).await?)
}
