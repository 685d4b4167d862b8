//! Orders with everything that hangs on them.

use super::{rows_by, statements};
use crate::row::json_texts;
use crate::rows::{
    AddressRow, ChargeRow, ConflictRow, CreditRow, EventRow, HoldRow, LineRow, LocalEditRow,
    NeedRow, OrderRow, PaymentRow, SignedOverrideRow, TaxRow,
};
use crate::{Db, Result};

statements! {
    KNOWN = "SELECT o.source_id, o.id, o.digest FROM json_each($2) AS v \
             CROSS JOIN orders AS o WHERE o.channel_id = $1 AND o.source_id = v.value->>0";
    OF_CUSTOMER = "SELECT COUNT(*) FROM orders WHERE customer_id = $1";
    OF_BATCH = "SELECT id FROM orders WHERE batch_id = $1 ORDER BY id";
    COUNT = "SELECT COUNT(*) FROM (SELECT 1 AS one FROM orders LIMIT 1) AS counted";
    TIMELINE = "SELECT seq, at, happened_at, staff_id, device_id, verb, order_id, thing_id, data, cause \
                FROM event WHERE order_id = $1 ORDER BY seq DESC LIMIT 500";
    PERSON_VALUES = "SELECT p.seq, p.field, p.value FROM event_person AS p \
                     JOIN event AS e ON e.seq = p.seq WHERE e.order_id = $1";
    HOLDS_DUE = "SELECT id FROM hold WHERE released_at IS NULL AND until_at IS NOT NULL AND until_at <= $1";
    NEEDS_OPEN = "SELECT id, kind, order_id, thing_id, sentence, opened_at, closed_at, closed_by \
                  FROM need WHERE closed_at IS NULL ORDER BY opened_at DESC, id DESC LIMIT $1";
    NEEDS_COUNT = "SELECT COUNT(*) FROM need WHERE closed_at IS NULL";
    NEED_BY_ID = "SELECT id, kind, order_id, thing_id, sentence, opened_at, closed_at, closed_by \
                  FROM need WHERE id = $1";
    UNPAID_AND_PROMISED = "SELECT o.id FROM orders AS o WHERE o.work = 1 AND o.amounts_known = 1 AND o.balance > 0 \
        AND o.payment IN ('unpaid', 'pending', 'voided') AND o.placed_at <= $1 \
        AND EXISTS (SELECT 1 FROM order_line AS l JOIN reservation AS r ON r.line_id = l.id AND r.state = 'active' \
          JOIN variant AS v ON v.id = r.variant_id AND v.counted = 1 WHERE l.order_id = o.id) ORDER BY o.id";
    NEEDS_OPEN_OF_KIND = "SELECT id, kind, order_id, thing_id, sentence, opened_at, closed_at, closed_by FROM need \
        WHERE kind = $1 AND closed_at IS NULL ORDER BY id";
    NEED_OPEN_OF_KIND = "SELECT COUNT(*) FROM need WHERE closed_at IS NULL AND kind = $1 AND thing_id = $2";
    EDIT_SET = "INSERT INTO local_edit (order_id, field, theirs) \
                SELECT CAST(value->>0 AS BIGINT), value->>1, value->>2 FROM json_each($1) WHERE true \
                ON CONFLICT (order_id, field) DO UPDATE SET theirs = excluded.theirs";
    EDIT_KEEP_FIRST = "INSERT INTO local_edit (order_id, field, theirs) VALUES ($1, $2, $3) \
                       ON CONFLICT (order_id, field) DO NOTHING";
    SAME_ADDRESS = "SELECT o.id, o.number, o.ship_to_id FROM orders AS o \
                    JOIN address AS a ON a.id = o.ship_to_id \
                    WHERE o.ready = 1 AND a.postcode_key = $1 AND o.id <> $2 ORDER BY o.ship_by, o.id LIMIT 20";
    OF_NUMBER = "SELECT id FROM orders WHERE number_key = $1 AND number_key <> '' ORDER BY id DESC LIMIT 20";
    DAYS = "SELECT placed_at, total, currency, amounts_known FROM orders WHERE placed_at >= $1 AND placed_at < $2";
    OPEN_IDS = "SELECT id FROM orders WHERE work = 1 ORDER BY id";
    TO_RESERVE = "SELECT id FROM orders WHERE reserve_from IS NOT NULL AND reserve_from <= $1 AND work = 1 \
                  ORDER BY COALESCE(ship_by, 9007199254740991), id";
    DUE = "SELECT COUNT(*) FROM orders WHERE ready = 1 AND ship_by < $1";
    DELETE_PAYMENTS_OF_SOURCE = "DELETE FROM payment WHERE origin = 'source' \
                                AND order_id IN (SELECT CAST(value AS BIGINT) FROM json_each($1))";
    DELETE_CREDITS_OF_SOURCE = "DELETE FROM credit WHERE reason = 'source' \
                               AND order_id IN (SELECT CAST(value AS BIGINT) FROM json_each($1))";
    DELETE_LINE_PART = "DELETE FROM line_part WHERE line_id IN (SELECT l.id FROM order_line AS l WHERE l.order_id IN \
              (SELECT CAST(value AS BIGINT) FROM json_each($1)))";
    DELETE_PARTS_BY_LINE = "DELETE FROM line_part WHERE line_id IN (SELECT CAST(value AS BIGINT) FROM json_each($1))";
    DELETE_ORDER_LINE = "DELETE FROM order_line WHERE order_id IN (SELECT CAST(value AS BIGINT) FROM json_each($1))";
    DELETE_CHARGE = "DELETE FROM charge WHERE order_id IN (SELECT CAST(value AS BIGINT) FROM json_each($1))";
    DELETE_CREDIT = "DELETE FROM credit WHERE order_id IN (SELECT CAST(value AS BIGINT) FROM json_each($1))";
    DELETE_PAYMENT = "DELETE FROM payment WHERE order_id IN (SELECT CAST(value AS BIGINT) FROM json_each($1))";
    DELETE_TAX = "DELETE FROM tax WHERE order_id IN (SELECT CAST(value AS BIGINT) FROM json_each($1))";
    DELETE_HOLD = "DELETE FROM hold WHERE order_id IN (SELECT CAST(value AS BIGINT) FROM json_each($1))";
    DELETE_LOCAL_EDIT = "DELETE FROM local_edit WHERE order_id IN (SELECT CAST(value AS BIGINT) FROM json_each($1))";
    DELETE_CONFLICT = "DELETE FROM conflict WHERE order_id IN (SELECT CAST(value AS BIGINT) FROM json_each($1))";
    DELETE_NEED = "DELETE FROM need WHERE order_id IN (SELECT CAST(value AS BIGINT) FROM json_each($1))";
    DELETE_BATCH_CHANGE = "DELETE FROM batch_change WHERE order_id IN (SELECT CAST(value AS BIGINT) FROM json_each($1))";
    DELETE_DOCUMENT_ORDER = "DELETE FROM document_order WHERE order_id IN (SELECT CAST(value AS BIGINT) FROM json_each($1))";
    DELETE_PICK_LINE = "DELETE FROM pick_line WHERE order_id IN (SELECT CAST(value AS BIGINT) FROM json_each($1))";
    DELETE_OVERRIDE = "DELETE FROM signed_override WHERE order_id IN (SELECT CAST(value AS BIGINT) FROM json_each($1))";
    DELETE_RESERVATION = "DELETE FROM reservation WHERE order_id IN (SELECT CAST(value AS BIGINT) FROM json_each($1))";
    DELETE_ELSEWHERE_PARCELS = "DELETE FROM parcel WHERE shipment_id IN (SELECT s.id FROM shipment AS s \
        WHERE s.order_id IN (SELECT CAST(value AS BIGINT) FROM json_each($1)))";
    DELETE_ELSEWHERE_LINES = "DELETE FROM shipment_line WHERE order_id IN (SELECT CAST(value AS BIGINT) FROM json_each($1))";
    DELETE_ELSEWHERE = "DELETE FROM shipment WHERE order_id IN (SELECT CAST(value AS BIGINT) FROM json_each($1))";
    DELETE_ORDERS = "DELETE FROM orders WHERE id IN (SELECT CAST(value AS BIGINT) FROM json_each($1))";
    DELETE_HOLDS_BY_ID = "DELETE FROM hold WHERE id IN (SELECT CAST(value AS BIGINT) FROM json_each($1))";
    DELETE_CONFLICTS_OF_BATCH = "DELETE FROM conflict WHERE order_id = $1 AND batch_id = $2";
    DELETE_LINES_BY_ID = "DELETE FROM order_line WHERE id IN (SELECT CAST(value AS BIGINT) FROM json_each($1))";
}

crate::rows! {
    /// When an order has to leave, and what decides it; for [`crate::row::save_all`] by its id.
    Deadline in "orders" { id: i64, placed_at: i64, promised_at: Option<i64>, ship_by: Option<i64> }
}

macro_rules! of_orders {
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

of_orders! {
    /// Orders by id.
    by_ids: OrderRow, "id", "t.id";
    /// When they have to leave.
    deadlines: Deadline, "id", "t.id";
    /// Their lines, by order and position.
    lines: LineRow, "order_id", "t.order_id, t.position, t.id";
    /// Lines by their own ids.
    lines_by_id: LineRow, "id", "t.id";
    /// Their charges.
    charges: ChargeRow, "order_id", "t.order_id, t.id";
    /// Their credits.
    credits: CreditRow, "order_id", "t.order_id, t.id";
    /// Their payments and refunds.
    payments: PaymentRow, "order_id", "t.order_id, t.id";
    /// Their taxes.
    taxes: TaxRow, "order_id", "t.order_id, t.id";
    /// Their holds, released ones too.
    holds: HoldRow, "order_id", "t.order_id, t.id";
    /// Holds by their own ids.
    holds_by_id: HoldRow, "id", "t.id";
    /// Their conflicts, settled ones too.
    conflicts: ConflictRow, "order_id", "t.order_id, t.id";
    /// Conflicts by their own ids.
    conflicts_by_id: ConflictRow, "id", "t.id";
    /// Signatures under which they leave although they are not ready, ended ones too.
    signatures: SignedOverrideRow, "order_id", "t.order_id, t.id";
    /// Their "needs you" items, closed ones too.
    needs: NeedRow, "order_id", "t.order_id, t.id";
    /// What the source said of fields that were changed here.
    local_edits: LocalEditRow, "order_id", "t.order_id, t.field";
    /// Addresses by id.
    addresses: AddressRow, "id", "t.id";
}

/// Which of these source ids a channel has brought already: source id, order, digest.
///
/// # Errors
/// The engine's.
pub async fn known(
    db: &mut Db,
    channel: i64,
    source_ids: &[&str],
) -> Result<Vec<(String, i64, String)>> {
    let mut found = Vec::new();
    for chunk in source_ids.chunks(5_000) {
        let part: Vec<(String, i64, String)> = sqlx::query_as(KNOWN)
            .bind(channel)
            .bind(json_texts(chunk.iter().copied()))
            .fetch_all(&mut *db)
            .await?;
        found.extend(part);
    }
    Ok(found)
}

/// How many orders a customer has.
///
/// # Errors
/// The engine's.
pub async fn of_customer(db: &mut Db, customer: i64) -> Result<i64> {
    Ok(sqlx::query_scalar(OF_CUSTOMER)
        .bind(customer)
        .fetch_one(db)
        .await?)
}

/// The orders that an import made.
///
/// # Errors
/// The engine's.
pub async fn of_batch(db: &mut Db, batch: i64) -> Result<Vec<i64>> {
    Ok(sqlx::query_scalar(OF_BATCH)
        .bind(batch)
        .fetch_all(db)
        .await?)
}

/// Whether there is any order.
///
/// # Errors
/// The engine's.
pub async fn any(db: &mut Db) -> Result<bool> {
    let n: i64 = sqlx::query_scalar(COUNT).fetch_one(db).await?;
    Ok(n > 0)
}

/// The newest 500 events of an order, newest first, and the personal values that stand beside them.
///
/// # Errors
/// The engine's.
pub async fn timeline(
    db: &mut Db,
    order: i64,
) -> Result<(Vec<EventRow>, Vec<(i64, String, String)>)> {
    let events = sqlx::query_as(TIMELINE)
        .bind(order)
        .fetch_all(&mut *db)
        .await?;
    let people = sqlx::query_as(PERSON_VALUES)
        .bind(order)
        .fetch_all(db)
        .await?;
    Ok((events, people))
}

/// Holds that end by themselves at or before `now`.
///
/// # Errors
/// The engine's.
pub async fn holds_due(db: &mut Db, now: i64) -> Result<Vec<i64>> {
    Ok(sqlx::query_scalar(HOLDS_DUE)
        .bind(now)
        .fetch_all(db)
        .await?)
}

/// The newest open "needs you" items.
///
/// # Errors
/// The engine's.
pub async fn needs_open(db: &mut Db, limit: i64) -> Result<Vec<NeedRow>> {
    Ok(sqlx::query_as(NEEDS_OPEN).bind(limit).fetch_all(db).await?)
}

/// How many are open.
///
/// # Errors
/// The engine's.
pub async fn needs_count(db: &mut Db) -> Result<i64> {
    Ok(sqlx::query_scalar(NEEDS_COUNT).fetch_one(db).await?)
}

/// One by its id.
///
/// # Errors
/// The engine's.
pub async fn need(db: &mut Db, id: i64) -> Result<Option<NeedRow>> {
    Ok(sqlx::query_as(NEED_BY_ID)
        .bind(id)
        .fetch_optional(db)
        .await?)
}

/// Whether one of this kind about this thing is open already.
///
/// # Errors
/// The engine's.
pub async fn need_is_open(db: &mut Db, kind: &str, thing: i64) -> Result<bool> {
    let n: i64 = sqlx::query_scalar(NEED_OPEN_OF_KIND)
        .bind(kind)
        .bind(thing)
        .fetch_one(db)
        .await?;
    Ok(n > 0)
}

/// Open orders that nobody has paid, placed at `placed_by` or before, for which counted goods are promised.
///
/// # Errors
/// The engine's.
pub async fn unpaid_and_promised(db: &mut Db, placed_by: i64) -> Result<Vec<i64>> {
    Ok(sqlx::query_scalar(UNPAID_AND_PROMISED)
        .bind(placed_by)
        .fetch_all(db)
        .await?)
}

/// Open items of a kind, oldest first.
///
/// # Errors
/// The engine's.
pub async fn open_needs_of_kind(db: &mut Db, kind: &str) -> Result<Vec<NeedRow>> {
    Ok(sqlx::query_as(NEEDS_OPEN_OF_KIND)
        .bind(kind)
        .fetch_all(db)
        .await?)
}

/// Remembers what the source last said of fields, over what was remembered before.
///
/// # Errors
/// The engine's.
pub async fn remember_theirs(db: &mut Db, theirs: &[LocalEditRow]) -> Result<()> {
    if theirs.is_empty() {
        return Ok(());
    }
    sqlx::query(EDIT_SET)
        .bind(crate::row::json_of(theirs))
        .execute(db)
        .await?;
    Ok(())
}

/// Remembers what the source last said of a field that a person changes now; keeps what is
/// remembered already.
///
/// # Errors
/// The engine's.
pub async fn remember_before_edit(
    db: &mut Db,
    order: i64,
    field: &str,
    theirs: &str,
) -> Result<()> {
    sqlx::query(EDIT_KEEP_FIRST)
        .bind(order)
        .bind(field)
        .bind(theirs)
        .execute(db)
        .await?;
    Ok(())
}

/// The newest 20 orders with this printed number, folded to its key. Channels may share a number.
///
/// # Errors
/// The engine's.
pub async fn ids_of_number(db: &mut Db, key: &str) -> Result<Vec<i64>> {
    Ok(sqlx::query_scalar(OF_NUMBER)
        .bind(key)
        .fetch_all(db)
        .await?)
}

/// Ready orders with a postcode, other than `except`: id, number, address.
///
/// # Errors
/// The engine's.
pub async fn ready_at_postcode(
    db: &mut Db,
    postcode_key: &str,
    except: i64,
) -> Result<Vec<(i64, String, i64)>> {
    Ok(sqlx::query_as(SAME_ADDRESS)
        .bind(postcode_key)
        .bind(except)
        .fetch_all(db)
        .await?)
}

/// Placed at, total, currency and whether the total is known, of the orders of some days.
///
/// # Errors
/// The engine's.
pub async fn placed_between(
    db: &mut Db,
    from: i64,
    to: i64,
) -> Result<Vec<(i64, i64, String, i64)>> {
    Ok(sqlx::query_as(DAYS)
        .bind(from)
        .bind(to)
        .fetch_all(db)
        .await?)
}

/// Every order that is work in hand.
///
/// # Errors
/// The engine's.
pub async fn open_ids(db: &mut Db) -> Result<Vec<i64>> {
    Ok(sqlx::query_scalar(OPEN_IDS).fetch_all(db).await?)
}

/// Open orders for which goods are put aside from `by` or earlier, the most urgent first.
///
/// # Errors
/// The engine's.
pub async fn to_reserve(db: &mut Db, by: i64) -> Result<Vec<i64>> {
    Ok(sqlx::query_scalar(TO_RESERVE)
        .bind(by)
        .fetch_all(db)
        .await?)
}

/// Ready orders that are to leave before `before`.
///
/// # Errors
/// The engine's.
pub async fn due_before(db: &mut Db, before: i64) -> Result<i64> {
    Ok(sqlx::query_scalar(DUE).bind(before).fetch_one(db).await?)
}

/// Drops what the source said of the money of these orders, for its new facts to take the place.
/// The names of its taxes stay: [`forget_taxes`].
///
/// # Errors
/// The engine's.
pub async fn forget_source_money(db: &mut Db, orders: &[i64]) -> Result<()> {
    if orders.is_empty() {
        return Ok(());
    }
    let ids = crate::row::json_ids(orders.iter().copied());
    for sql in [
        DELETE_PAYMENTS_OF_SOURCE,
        DELETE_CREDITS_OF_SOURCE,
        DELETE_CHARGE,
    ] {
        sqlx::query(sql)
            .bind(ids.as_str())
            .execute(&mut *db)
            .await?;
    }
    Ok(())
}

/// Drops the names of the taxes of these orders.
///
/// # Errors
/// The engine's.
pub async fn forget_taxes(db: &mut Db, orders: &[i64]) -> Result<()> {
    if orders.is_empty() {
        return Ok(());
    }
    sqlx::query(DELETE_TAX)
        .bind(crate::row::json_ids(orders.iter().copied()))
        .execute(db)
        .await?;
    Ok(())
}

/// Forgets what was ever reserved for orders: they are history again, and touch nothing.
///
/// # Errors
/// The engine's.
pub async fn forget_reservations(db: &mut Db, orders: &[i64]) -> Result<()> {
    sqlx::query(DELETE_RESERVATION)
        .bind(crate::row::json_ids(orders.iter().copied()))
        .execute(db)
        .await?;
    Ok(())
}

/// Removes holds that an import placed on what is history again.
///
/// # Errors
/// The engine's.
pub async fn forget_holds(db: &mut Db, holds: &[i64]) -> Result<()> {
    sqlx::query(DELETE_HOLDS_BY_ID)
        .bind(crate::row::json_ids(holds.iter().copied()))
        .execute(db)
        .await?;
    Ok(())
}

/// Forgets what an import found of an order's fields: its conflicts, and what was remembered of the source.
///
/// # Errors
/// The engine's.
pub async fn forget_found(db: &mut Db, order: i64, batch: i64) -> Result<()> {
    sqlx::query(DELETE_LOCAL_EDIT)
        .bind(crate::row::json_ids([order]))
        .execute(&mut *db)
        .await?;
    sqlx::query(DELETE_CONFLICTS_OF_BATCH)
        .bind(order)
        .bind(batch)
        .execute(db)
        .await?;
    Ok(())
}

/// Removes orders with everything that hangs on them, but for the journal. For orders whose goods
/// never left this shop: what the source shipped itself goes with them.
///
/// # Errors
/// The engine's; a broken reference when goods of one did leave.
pub async fn delete(db: &mut Db, ids: &[i64]) -> Result<()> {
    if ids.is_empty() {
        return Ok(());
    }
    let ids = crate::row::json_ids(ids.iter().copied());
    for sql in [
        DELETE_ELSEWHERE_PARCELS,
        DELETE_ELSEWHERE_LINES,
        DELETE_ELSEWHERE,
        DELETE_RESERVATION,
        DELETE_CHARGE,
        DELETE_CREDIT,
        DELETE_PAYMENT,
        DELETE_TAX,
        DELETE_HOLD,
        DELETE_LOCAL_EDIT,
        DELETE_CONFLICT,
        DELETE_NEED,
        DELETE_BATCH_CHANGE,
        DELETE_DOCUMENT_ORDER,
        DELETE_PICK_LINE,
        DELETE_OVERRIDE,
        DELETE_LINE_PART,
        DELETE_ORDER_LINE,
        DELETE_ORDERS,
    ] {
        sqlx::query(sql)
            .bind(ids.as_str())
            .execute(&mut *db)
            .await?;
    }
    Ok(())
}

/// Removes lines that nothing happened to.
///
/// # Errors
/// The engine's; a broken reference when something did.
pub async fn delete_lines(db: &mut Db, ids: &[i64]) -> Result<()> {
    let ids = crate::row::json_ids(ids.iter().copied());
    for sql in [DELETE_PARTS_BY_LINE, DELETE_LINES_BY_ID] {
        sqlx::query(sql)
            .bind(ids.as_str())
            .execute(&mut *db)
            .await?;
    }
    Ok(())
}
