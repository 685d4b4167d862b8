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
    RENAME_MAPPING = "UPDATE saved_mapping SET name = $1 WHERE id = $2";
    USED_MAPPING = "UPDATE saved_mapping SET used_at = $1 WHERE id = $2";
    DELETE_MAPPING = "DELETE FROM saved_mapping WHERE id = $1";
    // Nothing was ever counted, moved, promised or ordered of it, no set is made of it, and nobody changed it.
    UNUSED_VARIANTS = "SELECT v.id FROM batch_variant AS b JOIN variant AS v ON v.id = b.variant_id \
              WHERE b.batch_id = $1 AND v.version = 1 AND v.counted = 0 \
              AND NOT EXISTS (SELECT 1 FROM order_line AS l WHERE l.variant_id = v.id) \
              AND NOT EXISTS (SELECT 1 FROM line_part AS p WHERE p.part_id = v.id) \
              AND NOT EXISTS (SELECT 1 FROM kit_part AS k WHERE k.part_id = v.id) \
              AND NOT EXISTS (SELECT 1 FROM kit_part AS k WHERE k.kit_id = v.id) \
              AND NOT EXISTS (SELECT 1 FROM movement AS m WHERE m.variant_id = v.id) \
              AND NOT EXISTS (SELECT 1 FROM reservation AS r WHERE r.variant_id = v.id AND r.state = 'active') \
              AND NOT EXISTS (SELECT 1 FROM put_back AS x WHERE x.variant_id = v.id) ORDER BY v.id";
    MADE_VARIANTS = "SELECT COUNT(*) FROM batch_variant AS b JOIN variant AS v ON v.id = b.variant_id \
              WHERE b.batch_id = $1";
    FORGET_VARIANTS = "DELETE FROM batch_variant WHERE batch_id = $1";
    // Ids are given in turn: a later one was made by the import itself, or after it.
    DELETE_ADDRESSES = "DELETE FROM address WHERE id IN (SELECT CAST(value AS BIGINT) FROM json_each($1)) \
              AND id > $2 \
              AND NOT EXISTS (SELECT 1 FROM orders AS o WHERE o.ship_to_id = address.id) \
              AND NOT EXISTS (SELECT 1 FROM orders AS o WHERE o.customer_id = address.customer_id \
                AND o.bill_to_id = address.id) \
              AND NOT EXISTS (SELECT 1 FROM shipment AS s WHERE s.address_id = address.id) \
              AND NOT EXISTS (SELECT 1 FROM parcel AS p WHERE p.address_id = address.id) \
              AND NOT EXISTS (SELECT 1 FROM label AS l WHERE l.address_id = address.id)";
    AS_IT_WAS = "UPDATE batch_change SET version_after = (SELECT o.version FROM orders AS o WHERE o.id = $1) \
              WHERE order_id = $1 AND version_after = $2 \
              AND batch_id IN (SELECT i.id FROM import_batch AS i WHERE i.undone_at IS NULL)";
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

/// The variants that an import made and nothing uses.
///
/// # Errors
/// The engine's.
pub async fn unused_variants(db: &mut Db, batch: i64) -> Result<Vec<i64>> {
    Ok(sqlx::query_scalar(UNUSED_VARIANTS)
        .bind(batch)
        .fetch_all(db)
        .await?)
}

/// How many of the variants that an import made are there.
///
/// # Errors
/// The engine's.
pub async fn made_variants(db: &mut Db, batch: i64) -> Result<i64> {
    Ok(sqlx::query_scalar(MADE_VARIANTS)
        .bind(batch)
        .fetch_one(db)
        .await?)
}

/// Forgets which variants an import made: it is taken back, and those that are left are the shop's.
///
/// # Errors
/// The engine's.
pub async fn forget_variants(db: &mut Db, batch: i64) -> Result<()> {
    sqlx::query(FORGET_VARIANTS).bind(batch).execute(db).await?;
    Ok(())
}

/// Removes those of these addresses that an import made and nothing points at.
///
/// # Errors
/// The engine's.
pub async fn delete_addresses(db: &mut Db, addresses: &[i64], batch: i64) -> Result<()> {
    if addresses.is_empty() {
        return Ok(());
    }
    sqlx::query(DELETE_ADDRESSES)
        .bind(crate::row::json_ids(addresses.iter().copied()))
        .bind(batch)
        .execute(db)
        .await?;
    Ok(())
}

/// An order is again as it was at `version`: what an earlier import made of it stands, and can be taken back
/// as long as nobody changes it.
///
/// # Errors
/// The engine's.
pub async fn as_it_was(db: &mut Db, order: i64, version: i64) -> Result<()> {
    sqlx::query(AS_IT_WAS)
        .bind(order)
        .bind(version)
        .execute(db)
        .await?;
    Ok(())
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

/// Gives a saved mapping another name.
///
/// # Errors
/// The engine's.
pub async fn rename_mapping(db: &mut Db, id: i64, name: &str) -> Result<()> {
    sqlx::query(RENAME_MAPPING)
        .bind(name)
        .bind(id)
        .execute(db)
        .await?;
    Ok(())
}

/// Notes that a file was taken as a saved mapping reads it. `at`: milliseconds.
///
/// # Errors
/// The engine's.
pub async fn mapping_used(db: &mut Db, id: i64, at: i64) -> Result<()> {
    sqlx::query(USED_MAPPING)
        .bind(at)
        .bind(id)
        .execute(db)
        .await?;
    Ok(())
}

/// Forgets a saved mapping.
///
/// # Errors
/// The engine's.
pub async fn forget_mapping(db: &mut Db, id: i64) -> Result<()> {
    sqlx::query(DELETE_MAPPING).bind(id).execute(db).await?;
    Ok(())
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
