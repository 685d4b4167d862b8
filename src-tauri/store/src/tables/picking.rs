//! Pick lists and what goes back to the shelf.

use super::{rows_by, statements};
use crate::rows::PutBackRow;
use crate::{Db, Result};

/// A page of lists, each with the sums of its lines. `$1` the end of the last page, `$2` how many.
macro_rules! heads {
    ($which:literal) => {
        concat!(
            "SELECT l.id, l.number, l.state, l.layout, l.document_id, l.made_at, l.made_by, l.ended_at, \
             COUNT(DISTINCT p.order_id) AS orders, CAST(COALESCE(SUM(p.asked), 0) AS BIGINT) AS asked, \
             CAST(COALESCE(SUM(p.found), 0) AS BIGINT) AS found, \
             CAST(COALESCE(SUM(p.open), 0) AS BIGINT) AS open_lines, COUNT(p.line_id) AS line_count \
             FROM (SELECT * FROM pick_list WHERE ",
            $which,
            ") AS l LEFT JOIN pick_line AS p ON p.list_id = l.id \
             GROUP BY l.id, l.number, l.state, l.layout, l.document_id, l.made_at, l.made_by, l.ended_at ORDER BY l.id DESC"
        )
    };
}

statements! {
    OPEN_LISTS = heads!("state = 'open' AND id < $1 ORDER BY id DESC LIMIT $2");
    ENDED_LISTS = heads!("state <> 'open' AND id < $1 ORDER BY id DESC LIMIT $2");
    ONE_LIST = heads!("id = $1");
    OPEN_LISTS_COUNT = "SELECT COUNT(*) FROM pick_list WHERE state = 'open'";
    ENDED_LISTS_COUNT = "SELECT COUNT(*) FROM pick_list WHERE state <> 'open'";
    OPEN_PUT_BACKS = "SELECT b.id, b.variant_id, b.order_id, b.line_id, b.quantity, \
        CASE WHEN b.bin = '' THEN COALESCE((SELECT MIN(s.bin) FROM stock AS s WHERE s.variant_id = b.variant_id \
          AND s.location_id = COALESCE(b.location_id, s.location_id)), '') ELSE b.bin END AS place, \
        COALESCE(v.sku, l.sku, '') AS sku, COALESCE(v.title, l.title, '') AS title, \
        COALESCE(v.options, l.options, '') AS options, COALESCE(o.number, '') AS number, b.made_at, b.done_at, b.done_by, b.gone \
        FROM put_back AS b LEFT JOIN order_line AS l ON l.id = b.line_id LEFT JOIN orders AS o ON o.id = b.order_id \
        LEFT JOIN variant AS v ON v.id = b.variant_id \
        WHERE b.done_at IS NULL AND b.id > $1 ORDER BY b.id LIMIT $2";
    DONE_PUT_BACKS = "SELECT b.id, b.variant_id, b.order_id, b.line_id, b.quantity, b.bin AS place, \
        COALESCE(v.sku, l.sku, '') AS sku, COALESCE(v.title, l.title, '') AS title, \
        COALESCE(v.options, l.options, '') AS options, \
        COALESCE(o.number, '') AS number, b.made_at, b.done_at, b.done_by, b.gone \
        FROM put_back AS b LEFT JOIN order_line AS l ON l.id = b.line_id LEFT JOIN orders AS o ON o.id = b.order_id \
        LEFT JOIN variant AS v ON v.id = b.variant_id \
        WHERE b.done_at IS NOT NULL AND b.id < $1 ORDER BY b.id DESC LIMIT $2";
    OPEN_PUT_BACKS_COUNT = "SELECT COUNT(*) FROM put_back WHERE done_at IS NULL";
    DONE_PUT_BACKS_COUNT = "SELECT COUNT(*) FROM put_back WHERE done_at IS NOT NULL";
    MOVE_SIGNATURES = "UPDATE signed_override SET shipment_id = $2 WHERE shipment_id = $1 AND order_id = $3 \
                       AND ended_at IS NULL";
    MOVE_PICK_LINES = "UPDATE pick_line SET shipment_id = $2 WHERE shipment_id = $1 AND order_id = $3";
}

crate::rows! {
    /// A pick list with the sums of its lines.
    ListHead in "pick_list" {
        id: i64, number: String, state: String, layout: String, document_id: Option<i64>, made_at: i64, made_by: i64,
        ended_at: Option<i64>, orders: i64, asked: i64, found: i64, open_lines: i64, line_count: i64,
    }
    /// Units that go back, with what they are and where they belong.
    PutBackHead in "put_back" {
        id: i64, variant_id: Option<i64>, order_id: i64, line_id: i64, quantity: i64, place: String, sku: String,
        title: String, options: String, number: String, made_at: i64, done_at: Option<i64>, done_by: Option<i64>, gone: i64,
    }
}

/// A page of pick lists, newest first: those that are open, or those that ended. `before` is the last
/// page's end.
///
/// # Errors
/// The engine's.
pub async fn lists(
    db: &mut Db,
    open: bool,
    before: Option<i64>,
    limit: i64,
) -> Result<Vec<ListHead>> {
    Ok(sqlx::query_as(if open { OPEN_LISTS } else { ENDED_LISTS })
        .bind(before.unwrap_or(i64::MAX))
        .bind(limit)
        .fetch_all(db)
        .await?)
}

/// How many lists are open, or ended.
///
/// # Errors
/// The engine's.
pub async fn lists_count(db: &mut Db, open: bool) -> Result<i64> {
    Ok(sqlx::query_scalar(if open {
        OPEN_LISTS_COUNT
    } else {
        ENDED_LISTS_COUNT
    })
    .fetch_one(db)
    .await?)
}

/// One list with its sums.
///
/// # Errors
/// The engine's.
pub async fn list(db: &mut Db, id: i64) -> Result<Option<ListHead>> {
    Ok(sqlx::query_as(ONE_LIST).bind(id).fetch_optional(db).await?)
}

/// A page of put-backs: what is to be done, oldest first, or what was done, newest first. `after` is
/// the last page's end.
///
/// # Errors
/// The engine's.
pub async fn put_backs(
    db: &mut Db,
    done: bool,
    after: Option<i64>,
    limit: i64,
) -> Result<Vec<PutBackHead>> {
    let (sql, first) = if done {
        (DONE_PUT_BACKS, i64::MAX)
    } else {
        (OPEN_PUT_BACKS, 0)
    };
    Ok(sqlx::query_as(sql)
        .bind(after.unwrap_or(first))
        .bind(limit)
        .fetch_all(db)
        .await?)
}

/// How many put-backs are to be done, or were done.
///
/// # Errors
/// The engine's.
pub async fn put_backs_count(db: &mut Db, done: bool) -> Result<i64> {
    Ok(sqlx::query_scalar(if done {
        DONE_PUT_BACKS_COUNT
    } else {
        OPEN_PUT_BACKS_COUNT
    })
    .fetch_one(db)
    .await?)
}

/// Put-backs by id.
///
/// # Errors
/// The engine's.
pub async fn put_backs_by_id(db: &mut Db, ids: &[i64]) -> Result<Vec<PutBackRow>> {
    rows_by(db, "id", ids, "t.id").await
}

/// Put-backs of lines, done ones too.
///
/// # Errors
/// The engine's.
pub async fn put_backs_of_lines(db: &mut Db, lines: &[i64]) -> Result<Vec<PutBackRow>> {
    rows_by(db, "line_id", lines, "t.id").await
}

/// What hangs on an order's units follows them into another shipment: pick lines, and what was signed
/// for them.
///
/// # Errors
/// The engine's.
pub async fn move_with_units(db: &mut Db, from: i64, to: i64, order: i64) -> Result<()> {
    for sql in [MOVE_PICK_LINES, MOVE_SIGNATURES] {
        sqlx::query(sql)
            .bind(from)
            .bind(to)
            .bind(order)
            .execute(&mut *db)
            .await?;
    }
    Ok(())
}
