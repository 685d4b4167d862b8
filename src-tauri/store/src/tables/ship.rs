//! Shipments, parcels, labels, pick lists, hand-overs, the outbox.

use super::{rows_by, statements};
use crate::rows::{
    HandOverRow, LabelRow, OutboxRow, ParcelLineRow, ParcelRow, PickLineRow, PickListRow,
    ShipmentLineRow, ShipmentRow,
};
use crate::{Db, Result};

statements! {
    SHIPMENTS_OF = "SELECT DISTINCT shipment_id FROM shipment_line WHERE order_id IN \
                    (SELECT CAST(value AS BIGINT) FROM json_each($1))";
    LEFT_IN = "SELECT l.order_id, COUNT(DISTINCT l.shipment_id) FROM shipment_line AS l WHERE l.order_id IN \
               (SELECT CAST(value AS BIGINT) FROM json_each($1)) AND EXISTS (SELECT 1 FROM parcel AS p \
               WHERE p.shipment_id = l.shipment_id AND p.direction = 'out' \
               AND p.state NOT IN ('open', 'labelled', 'cancelled')) GROUP BY l.order_id";
    WAITING = "SELECT id FROM parcel WHERE state = 'labelled' ORDER BY carrier, id";
    WAITING_OF = "SELECT id FROM parcel WHERE state = 'labelled' AND carrier = $1 ORDER BY id";
    WAITING_COUNT = "SELECT carrier, COUNT(*) FROM parcel WHERE state = 'labelled' GROUP BY carrier ORDER BY carrier";
    EXPECTED = "SELECT id FROM parcel WHERE expected_at IS NOT NULL AND expected_at <= $1 LIMIT 1000";
    WITH_TRACKING = "SELECT id FROM parcel WHERE tracking_key = $1 AND tracking_key <> '' ORDER BY id LIMIT 20";
    HAD_NUMBER = "SELECT parcel_id FROM used_number WHERE number = $1";
    USED = "SELECT COUNT(*) FROM used_number WHERE number = $1";
    USE = "INSERT INTO used_number (number, parcel_id, at) VALUES ($1, $2, $3)";
    UNTOLD = "SELECT id, kind, channel_id, order_id, parcel_id, state, cause, body, made_at, ended_at FROM outbox \
              WHERE kind = 'tell_shipped' AND channel_id = $1 AND ended_at IS NULL ORDER BY id";
    UNTOLD_COUNT = "SELECT channel_id, COUNT(*) FROM outbox WHERE kind = 'tell_shipped' AND ended_at IS NULL \
              AND channel_id IS NOT NULL GROUP BY channel_id";
    OUTBOX_OF_PARCEL = "SELECT id, kind, channel_id, order_id, parcel_id, state, cause, body, made_at, ended_at \
              FROM outbox WHERE parcel_id = $1";
    TOLD_OF = "SELECT id, kind, channel_id, order_id, parcel_id, state, cause, body, made_at, ended_at FROM outbox WHERE kind = 'tell_shipped' AND ended_at IS NOT NULL \
              AND parcel_id IN (SELECT CAST(value AS BIGINT) FROM json_each($1))";
    PICK_OPEN_OF = "SELECT DISTINCT list_id FROM pick_line WHERE open = 1 AND order_id IN \
                    (SELECT CAST(value AS BIGINT) FROM json_each($1))";
    PICK_LISTS_COUNT = "SELECT COUNT(*) FROM pick_list";
    CLEAR_PARCELS = "DELETE FROM parcel_line WHERE parcel_id IN (SELECT CAST(value AS BIGINT) FROM json_each($1))";
    UNASKED = "SELECT s.id FROM shipment AS s JOIN orders AS o ON o.id = s.order_id \
               WHERE s.from_shelf IS NULL AND o.channel_id = $1 ORDER BY s.id";
    ANSWER = "UPDATE shipment SET from_shelf = $2 WHERE id IN (SELECT CAST(value AS BIGINT) FROM json_each($1))";
    DELETE_SHIPMENT_PARCELS = "DELETE FROM parcel WHERE shipment_id IN (SELECT CAST(value AS BIGINT) FROM json_each($1))";
    DELETE_SHIPMENT_LINES = "DELETE FROM shipment_line WHERE shipment_id IN \
               (SELECT CAST(value AS BIGINT) FROM json_each($1))";
    DELETE_SHIPMENTS = "DELETE FROM shipment WHERE id IN (SELECT CAST(value AS BIGINT) FROM json_each($1))";
    OUTBOX_COUNT = "SELECT COUNT(*) FROM outbox";
}

macro_rules! by_column {
    ($($(#[$doc:meta])* $name:ident: $row:ty, $column:literal, $order:literal;)*) => {$(
        $(#[$doc])*
        ///
        /// # Errors
        /// The engine's.
        pub async fn $name(db: &mut Db, ids: &[i64]) -> Result<Vec<$row>> {
            rows_by(db, $column, ids, $order).await
        }
    )*};
}

by_column! {
    /// Shipments by id.
    shipments: ShipmentRow, "id", "t.id";
    /// Shipments that the source made itself, by order.
    elsewhere: ShipmentRow, "order_id", "t.id";
    /// Lines of shipments.
    shipment_lines: ShipmentLineRow, "shipment_id", "t.shipment_id, t.line_id";
    /// Shipment lines of orders.
    lines_of_orders: ShipmentLineRow, "order_id", "t.shipment_id, t.line_id";
    /// Parcels by id.
    parcels: ParcelRow, "id", "t.id";
    /// Parcels of shipments.
    parcels_of: ParcelRow, "shipment_id", "t.shipment_id, t.id";
    /// Parcels that left in these hand-overs and were not taken back.
    parcels_of_hand_overs: ParcelRow, "hand_over_id", "t.carrier, t.id";
    /// What is in parcels.
    parcel_lines: ParcelLineRow, "parcel_id", "t.parcel_id, t.line_id";
    /// Where lines are.
    parcel_lines_of_lines: ParcelLineRow, "line_id", "t.parcel_id, t.line_id";
    /// Labels of parcels, retired ones too.
    labels: LabelRow, "parcel_id", "t.parcel_id, t.id";
    /// Labels by id.
    labels_by_id: LabelRow, "id", "t.id";
    /// Labels on documents, in the order in which they stand there.
    labels_on: LabelRow, "document_id", "t.page, t.place, t.id";
    /// Pick lists by id.
    pick_lists: PickListRow, "id", "t.id";
    /// Lines of pick lists.
    pick_lines: PickLineRow, "list_id", "t.list_id, t.shipment_id, t.line_id";
    /// Pick lines of orders.
    pick_lines_of_orders: PickLineRow, "order_id", "t.list_id, t.shipment_id, t.line_id";
    /// Hand-overs by id.
    hand_overs: HandOverRow, "id", "t.id";
    /// Outbox items by id.
    outbox: OutboxRow, "id", "t.id";
}

/// The shipments that lines of these orders are in (not those of the source).
///
/// # Errors
/// The engine's.
pub async fn shipment_ids_of(db: &mut Db, orders: &[i64]) -> Result<Vec<i64>> {
    Ok(sqlx::query_scalar(SHIPMENTS_OF)
        .bind(crate::row::json_ids(orders.iter().copied()))
        .fetch_all(db)
        .await?)
}

/// Shipments elsewhere of a channel's orders of which nobody has said whether they left our shelf.
///
/// # Errors
/// The engine's.
pub async fn unasked(db: &mut Db, channel: i64) -> Result<Vec<i64>> {
    Ok(sqlx::query_scalar(UNASKED)
        .bind(channel)
        .fetch_all(db)
        .await?)
}

/// Says of shipments elsewhere whether they left our shelf.
///
/// # Errors
/// The engine's.
pub async fn set_from_shelf(db: &mut Db, shipments: &[i64], yes: bool) -> Result<()> {
    sqlx::query(ANSWER)
        .bind(crate::row::json_ids(shipments.iter().copied()))
        .bind(i64::from(yes))
        .execute(db)
        .await?;
    Ok(())
}

/// Removes shipments elsewhere with their lines and parcels: what told of them is taken back.
///
/// # Errors
/// The engine's.
pub async fn delete_elsewhere(db: &mut Db, shipments: &[i64]) -> Result<()> {
    for sql in [
        DELETE_SHIPMENT_PARCELS,
        DELETE_SHIPMENT_LINES,
        DELETE_SHIPMENTS,
    ] {
        sqlx::query(sql)
            .bind(crate::row::json_ids(shipments.iter().copied()))
            .execute(&mut *db)
            .await?;
    }
    Ok(())
}

/// In how many shipments something of these orders has left, by order; an order of which nothing has
/// left is not named.
///
/// # Errors
/// The engine's.
pub async fn left_in(db: &mut Db, orders: &[i64]) -> Result<Vec<(i64, i64)>> {
    Ok(sqlx::query_as(LEFT_IN)
        .bind(crate::row::json_ids(orders.iter().copied()))
        .fetch_all(db)
        .await?)
}

/// Labelled parcels that wait, by carrier; of one carrier when it is named.
///
/// # Errors
/// The engine's.
pub async fn waiting(db: &mut Db, carrier: Option<&str>) -> Result<Vec<i64>> {
    Ok(match carrier {
        Some(carrier) => {
            sqlx::query_scalar(WAITING_OF)
                .bind(carrier)
                .fetch_all(db)
                .await?
        }
        None => sqlx::query_scalar(WAITING).fetch_all(db).await?,
    })
}

/// How many wait, by carrier.
///
/// # Errors
/// The engine's.
pub async fn waiting_counts(db: &mut Db) -> Result<Vec<(String, i64)>> {
    Ok(sqlx::query_as(WAITING_COUNT).fetch_all(db).await?)
}

/// Untracked parcels whose days are over: they are taken for delivered.
///
/// # Errors
/// The engine's.
pub async fn expected(db: &mut Db, now: i64) -> Result<Vec<i64>> {
    Ok(sqlx::query_scalar(EXPECTED).bind(now).fetch_all(db).await?)
}

/// Parcels with this tracking number, folded to its key.
///
/// # Errors
/// The engine's.
pub async fn parcels_with_tracking(db: &mut Db, key: &str) -> Result<Vec<i64>> {
    Ok(sqlx::query_scalar(WITH_TRACKING)
        .bind(key)
        .fetch_all(db)
        .await?)
}

/// The parcel on whose label a number stood first.
///
/// # Errors
/// The engine's.
pub async fn parcel_that_had(db: &mut Db, number: &str) -> Result<Option<i64>> {
    Ok(sqlx::query_scalar(HAD_NUMBER)
        .bind(number)
        .fetch_optional(db)
        .await?)
}

/// Whether a number ever stood on a label of ours.
///
/// # Errors
/// The engine's.
pub async fn is_used(db: &mut Db, number: &str) -> Result<bool> {
    let n: i64 = sqlx::query_scalar(USED).bind(number).fetch_one(db).await?;
    Ok(n > 0)
}

/// Remembers a number for ever.
///
/// # Errors
/// [`crate::StoreError::Exists`] when it was used before.
pub async fn use_number(db: &mut Db, number: &str, parcel: i64, now: i64) -> Result<()> {
    sqlx::query(USE)
        .bind(number)
        .bind(parcel)
        .bind(now)
        .execute(db)
        .await?;
    Ok(())
}

/// What a channel has yet to be told.
///
/// # Errors
/// The engine's.
pub async fn untold(db: &mut Db, channel: i64) -> Result<Vec<OutboxRow>> {
    Ok(sqlx::query_as(UNTOLD).bind(channel).fetch_all(db).await?)
}

/// How much each channel has yet to be told.
///
/// # Errors
/// The engine's.
pub async fn untold_counts(db: &mut Db) -> Result<Vec<(i64, i64)>> {
    Ok(sqlx::query_as(UNTOLD_COUNT).fetch_all(db).await?)
}

/// The outbox items of a parcel.
///
/// # Errors
/// The engine's.
pub async fn outbox_of_parcel(db: &mut Db, parcel: i64) -> Result<Vec<OutboxRow>> {
    Ok(sqlx::query_as(OUTBOX_OF_PARCEL)
        .bind(parcel)
        .fetch_all(db)
        .await?)
}

/// What sources have been told of these parcels; the body is the tracking number that they were told.
///
/// # Errors
/// The engine's.
pub async fn told_of(db: &mut Db, parcels: &[i64]) -> Result<Vec<OutboxRow>> {
    Ok(sqlx::query_as(TOLD_OF)
        .bind(crate::row::json_ids(parcels.iter().copied()))
        .fetch_all(db)
        .await?)
}

/// Open pick lists that units of these orders are on.
///
/// # Errors
/// The engine's.
pub async fn open_pick_lists_of(db: &mut Db, orders: &[i64]) -> Result<Vec<i64>> {
    Ok(sqlx::query_scalar(PICK_OPEN_OF)
        .bind(crate::row::json_ids(orders.iter().copied()))
        .fetch_all(db)
        .await?)
}

/// How many pick lists there ever were: the next one's number.
///
/// # Errors
/// The engine's.
pub async fn pick_lists_count(db: &mut Db) -> Result<i64> {
    Ok(sqlx::query_scalar(PICK_LISTS_COUNT).fetch_one(db).await?)
}

/// How many outbox items there ever were.
///
/// # Errors
/// The engine's.
pub async fn outbox_count(db: &mut Db) -> Result<i64> {
    Ok(sqlx::query_scalar(OUTBOX_COUNT).fetch_one(db).await?)
}

/// Takes everything out of parcels that have not left.
///
/// # Errors
/// The engine's.
pub async fn clear_parcels(db: &mut Db, parcels: &[i64]) -> Result<()> {
    sqlx::query(CLEAR_PARCELS)
        .bind(crate::row::json_ids(parcels.iter().copied()))
        .execute(db)
        .await?;
    Ok(())
}
