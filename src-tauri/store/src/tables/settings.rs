//! Settings, staff, devices, locations, channels, services, number pools.

use super::statements;
use crate::row::{Row, columns, insert_all, save_all};
use crate::rows::{ChannelRow, DeviceRow, LocationRow, NumberPoolRow, ServiceRow, StaffRow};
use crate::{Db, Result, StoreError};
use sqlx::any::AnyRow;
use sqlx::{AssertSqlSafe, FromRow};

statements! {
    GET = "SELECT value, version FROM setting WHERE key = $1";
    PUT = "INSERT INTO setting (key, value, version) VALUES ($1, $2, 1) \
           ON CONFLICT (key) DO UPDATE SET value = excluded.value, version = setting.version + 1 \
           WHERE setting.version = $3 RETURNING version";
    JOURNAL_SEQ = "SELECT next FROM counter WHERE name = 'journal'";
    PLACES = "SELECT id, name, active, position, version FROM location WHERE active = 1 ORDER BY position, id";
    META_GET = "SELECT value FROM meta WHERE key = $1";
    META_PUT = "INSERT INTO meta (key, value) VALUES ($1, $2) \
                ON CONFLICT (key) DO UPDATE SET value = excluded.value";
}

/// A setting's text and version.
///
/// # Errors
/// The engine's.
pub async fn get(db: &mut Db, key: &str) -> Result<Option<(String, i64)>> {
    Ok(sqlx::query_as(GET).bind(key).fetch_optional(db).await?)
}

/// Saves a setting over `version` (0 for a new one). Returns the new version.
///
/// # Errors
/// [`StoreError::Stale`] when another version stands there.
pub async fn put(db: &mut Db, key: &str, value: &str, version: i64) -> Result<i64> {
    sqlx::query_scalar(PUT)
        .bind(key)
        .bind(value)
        .bind(version)
        .fetch_optional(db)
        .await?
        .ok_or(StoreError::Stale)
}

/// The next sequence of the journal: it stands still as long as nothing is written.
///
/// # Errors
/// The engine's.
pub async fn journal_seq(db: &mut Db) -> Result<i64> {
    Ok(sqlx::query_scalar(JOURNAL_SEQ).fetch_one(db).await?)
}

/// The places in use, in the order in which they ship: the first is where parcels leave from.
///
/// # Errors
/// The engine's.
pub async fn places(db: &mut Db) -> Result<Vec<LocationRow>> {
    Ok(sqlx::query_as(PLACES).fetch_all(db).await?)
}

/// A fact about the database itself.
///
/// # Errors
/// The engine's.
pub async fn meta(db: &mut Db, key: &str) -> Result<Option<String>> {
    Ok(sqlx::query_scalar(META_GET)
        .bind(key)
        .fetch_optional(db)
        .await?)
}

/// Writes a fact about the database itself.
///
/// # Errors
/// The engine's.
pub async fn put_meta(db: &mut Db, key: &str, value: &str) -> Result<()> {
    sqlx::query(META_PUT)
        .bind(key)
        .bind(value)
        .execute(db)
        .await?;
    Ok(())
}

async fn all<R>(db: &mut Db) -> Result<Vec<R>>
where
    R: Row + for<'r> FromRow<'r, AnyRow> + Send + Unpin,
{
    let sql = format!(
        "SELECT {} FROM {} AS t ORDER BY t.id",
        columns::<R>("t"),
        R::TABLE
    );
    Ok(sqlx::query_as(AssertSqlSafe(sql)).fetch_all(db).await?)
}

macro_rules! small_tables {
    ($($(#[$doc:meta])* $all:ident, $add:ident, $save:ident: $row:ty;)*) => {$(
        $(#[$doc])*
        ///
        /// # Errors
        /// The engine's.
        pub async fn $all(db: &mut Db) -> Result<Vec<$row>> {
            all(db).await
        }

        /// Adds one.
        ///
        /// # Errors
        /// The engine's.
        pub async fn $add(db: &mut Db, row: $row) -> Result<()> {
            insert_all(db, &[row]).await
        }

        /// Writes one back whole.
        ///
        /// # Errors
        /// The engine's.
        pub async fn $save(db: &mut Db, row: $row) -> Result<()> {
            save_all(db, 1, &[row]).await
        }
    )*};
}

small_tables! {
    /// Everybody who ever worked here, oldest first.
    staff, add_staff, save_staff: StaffRow;
    /// Every computer.
    devices, add_device, save_device: DeviceRow;
    /// Every place that ever had stock, oldest first; [`places`] has those in use.
    locations, add_location, save_location: LocationRow;
    /// Every channel.
    channels, add_channel, save_channel: ChannelRow;
    /// Every service.
    services, add_service, save_service: ServiceRow;
    /// Every number pool, oldest first.
    pools, add_pool, save_pool: NumberPoolRow;
}
