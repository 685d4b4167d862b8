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
    VERBS_SINCE = "SELECT verb FROM event WHERE seq >= $1 ORDER BY seq LIMIT $2";
    PLACES = "SELECT id, name, active, position, version FROM location WHERE active = 1 ORDER BY position, id";
    PLACE_HOLDS = "SELECT l.id, CAST(COALESCE(SUM(s.on_hand), 0) AS BIGINT), CAST(COALESCE(SUM(s.reserved), 0) AS BIGINT), \
            CAST(COALESCE(SUM(CASE WHEN s.on_hand <> 0 OR s.reserved <> 0 OR s.picked <> 0 OR s.missing <> 0 THEN 1 ELSE 0 END), 0) AS BIGINT), \
            CAST((SELECT COUNT(*) FROM shipment AS h WHERE h.location_id = l.id AND h.elsewhere = 0 \
              AND h.state IN ('planned', 'picking', 'packed') \
              AND EXISTS (SELECT 1 FROM shipment_line AS i WHERE i.shipment_id = h.id AND i.quantity > 0)) AS BIGINT) \
            FROM location AS l LEFT JOIN stock AS s ON s.location_id = l.id GROUP BY l.id ORDER BY l.id";
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

/// What the journal says since a sequence, at most `limit` events of it.
///
/// # Errors
/// The engine's.
pub async fn verbs_since(db: &mut Db, seq: i64, limit: i64) -> Result<Vec<String>> {
    Ok(sqlx::query_scalar(VERBS_SINCE)
        .bind(seq)
        .bind(limit)
        .fetch_all(db)
        .await?)
}

/// The places in use, in the order in which they ship: the first is where parcels leave from.
///
/// # Errors
/// The engine's.
pub async fn places(db: &mut Db) -> Result<Vec<LocationRow>> {
    Ok(sqlx::query_as(PLACES).fetch_all(db).await?)
}

/// What a place holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct PlaceHolds {
    /// The place.
    pub location: i64,
    /// Units on hand.
    pub on_hand: i64,
    /// Units promised from there.
    pub reserved: i64,
    /// Variants with a number there that is not 0.
    pub variants: i64,
    /// Shipments that are yet to leave from there.
    pub shipments: i64,
}

/// What each place holds, those out of use too.
///
/// # Errors
/// The engine's.
pub async fn place_holds(db: &mut Db) -> Result<Vec<PlaceHolds>> {
    let rows: Vec<(i64, i64, i64, i64, i64)> = sqlx::query_as(PLACE_HOLDS).fetch_all(db).await?;
    let read = |(location, on_hand, reserved, variants, shipments)| PlaceHolds {
        location,
        on_hand,
        reserved,
        variants,
        shipments,
    };
    Ok(rows.into_iter().map(read).collect())
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
