//! Channels: what each has brought already, and the end of one that holds nothing.

use super::statements;
use crate::row::json_texts;
use crate::{Db, Result};

statements! {
    BROUGHT = "SELECT o.source_id, o.digest, o.placed_at, o.recipient_key FROM json_each($2) AS v \
               CROSS JOIN orders AS o WHERE o.channel_id = $1 AND o.source_id = v.value->>0";
    HOLDS_ORDERS = "SELECT COUNT(*) FROM (SELECT 1 AS one FROM orders WHERE channel_id = $1 LIMIT 1) AS held";
    HOLDS_IMPORTS = "SELECT COUNT(*) FROM import_batch WHERE channel_id = $1 AND undone_at IS NULL";
    FORGET_PEOPLE = "DELETE FROM customer_source WHERE channel_id = $1";
    LEAVE_IMPORTS = "UPDATE import_batch SET channel_id = NULL WHERE channel_id = $1";
    LEAVE_MAPPINGS = "UPDATE saved_mapping SET channel_id = NULL WHERE channel_id = $1";
    REMOVE = "DELETE FROM channel WHERE id = $1";
}

/// An order that a channel has brought.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Brought {
    /// The channel's own id of it.
    pub source_id: String,
    /// What it is known again by.
    pub digest: String,
    /// When it was placed.
    pub placed_at: i64,
    /// The folded name of who gets it.
    pub recipient_key: String,
}

/// Which orders of these source ids a channel has brought already.
///
/// # Errors
/// The engine's.
pub async fn brought(db: &mut Db, channel: i64, source_ids: &[&str]) -> Result<Vec<Brought>> {
    let mut found = Vec::new();
    for chunk in source_ids.chunks(5_000) {
        let part: Vec<(String, String, i64, String)> = sqlx::query_as(BROUGHT)
            .bind(channel)
            .bind(json_texts(chunk.iter().copied()))
            .fetch_all(&mut *db)
            .await?;
        let read = |(source_id, digest, placed_at, recipient_key)| Brought {
            source_id,
            digest,
            placed_at,
            recipient_key,
        };
        found.extend(part.into_iter().map(read));
    }
    Ok(found)
}

/// Whether a channel has an order or an import that stands.
///
/// # Errors
/// The engine's.
pub async fn holds_anything(db: &mut Db, channel: i64) -> Result<bool> {
    for sql in [HOLDS_ORDERS, HOLDS_IMPORTS] {
        let n: i64 = sqlx::query_scalar(sql)
            .bind(channel)
            .fetch_one(&mut *db)
            .await?;
        if n > 0 {
            return Ok(true);
        }
    }
    Ok(false)
}

/// Removes a channel that holds nothing. Its imports, all taken back, and its mappings stay without one.
///
/// # Errors
/// The engine's; also when an order names it.
pub async fn remove(db: &mut Db, channel: i64) -> Result<()> {
    for sql in [FORGET_PEOPLE, LEAVE_IMPORTS, LEAVE_MAPPINGS, REMOVE] {
        sqlx::query(sql).bind(channel).execute(&mut *db).await?;
    }
    Ok(())
}
