//! Imports: their record, what they changed, saved mappings.

use super::{rows_by, statements};
use crate::row::insert_all;
use crate::rows::{BatchChangeRow, ImportBatchRow, SavedMappingRow};
use crate::{Db, Result};

statements! {
    NEWEST = "SELECT id, channel_id, kind, file_name, sha256, format, state, created, updated, skipped, refused, at, \
              staff_id, undone_at FROM import_batch ORDER BY id DESC LIMIT $1";
    SAME_FILE = "SELECT id FROM import_batch WHERE sha256 = $1 AND channel_id = $2 AND undone_at IS NULL \
                 ORDER BY id DESC LIMIT 1";
    MAPPINGS = "SELECT id, name, header, mapping, channel_id, used_at FROM saved_mapping \
                ORDER BY used_at DESC, id DESC";
    MAPPINGS_OF = "SELECT id, name, header, mapping, channel_id, used_at FROM saved_mapping WHERE header = $1 \
                   ORDER BY used_at DESC, id DESC";
    FORGET_MAPPING = "DELETE FROM saved_mapping WHERE header = $1 AND (channel_id IS NULL OR channel_id = $2)";
    TOUCHED = "SELECT o.id FROM orders AS o WHERE o.batch_id = $1 AND ( \
              EXISTS (SELECT 1 FROM pick_line AS p WHERE p.order_id = o.id AND (p.found IS NOT NULL OR p.open = 0)) \
              OR EXISTS (SELECT 1 FROM shipment_line AS s WHERE s.order_id = o.id) \
              OR EXISTS (SELECT 1 FROM local_edit AS e WHERE e.order_id = o.id) \
              OR EXISTS (SELECT 1 FROM payment AS y WHERE y.order_id = o.id AND y.origin <> 'source') \
              OR EXISTS (SELECT 1 FROM batch_change AS b JOIN import_batch AS i ON i.id = b.batch_id \
              WHERE b.order_id = o.id AND i.undone_at IS NULL))";
}

/// The newest imports.
///
/// # Errors
/// The engine's.
pub async fn newest(db: &mut Db, limit: i64) -> Result<Vec<ImportBatchRow>> {
    Ok(sqlx::query_as(NEWEST).bind(limit).fetch_all(db).await?)
}

/// An import that stands, of exactly these bytes to this channel.
///
/// # Errors
/// The engine's.
pub async fn same_file(db: &mut Db, sha256: &str, channel: i64) -> Result<Option<i64>> {
    Ok(sqlx::query_scalar(SAME_FILE)
        .bind(sha256)
        .bind(channel)
        .fetch_optional(db)
        .await?)
}

/// Imports by id.
///
/// # Errors
/// The engine's.
pub async fn by_ids(db: &mut Db, ids: &[i64]) -> Result<Vec<ImportBatchRow>> {
    rows_by(db, "id", ids, "t.id").await
}

/// What an import changed on orders that were here before.
///
/// # Errors
/// The engine's.
pub async fn changes(db: &mut Db, batch: i64) -> Result<Vec<BatchChangeRow>> {
    rows_by(db, "batch_id", &[batch], "t.order_id").await
}

/// The orders of an import that were picked, packed, paid here, edited or imported again since.
///
/// # Errors
/// The engine's.
pub async fn touched(db: &mut Db, batch: i64) -> Result<Vec<i64>> {
    Ok(sqlx::query_scalar(TOUCHED)
        .bind(batch)
        .fetch_all(db)
        .await?)
}

/// Every saved mapping, the newest first.
///
/// # Errors
/// The engine's.
pub async fn mappings(db: &mut Db) -> Result<Vec<SavedMappingRow>> {
    Ok(sqlx::query_as(MAPPINGS).fetch_all(db).await?)
}

/// The mappings that were saved for a header, one of each channel, the newest first.
///
/// # Errors
/// The engine's.
pub async fn mappings_of(db: &mut Db, header: &str) -> Result<Vec<SavedMappingRow>> {
    Ok(sqlx::query_as(MAPPINGS_OF)
        .bind(header)
        .fetch_all(db)
        .await?)
}

/// Saves a channel's mapping for a header, in the place of an older one.
///
/// # Errors
/// The engine's.
pub async fn save_mapping(db: &mut Db, row: SavedMappingRow) -> Result<()> {
    sqlx::query(FORGET_MAPPING)
        .bind(row.header.as_str())
        .bind(row.channel_id)
        .execute(&mut *db)
        .await?;
    insert_all(db, &[row]).await
}
