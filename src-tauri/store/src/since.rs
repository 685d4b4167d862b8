//! What a shop's file knows that an older one of the same shop does not.

use crate::engine::sqlite;
use crate::erased::SHOP;
use crate::tables::settings;
use crate::{Db, Reader, Result};
use sqlx::AnyPool;
use std::path::Path;

/// What a shop has that a backup of it has not.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Since {
    /// The backup is of another shop: everything of this one counts.
    pub another_shop: bool,
    /// Orders.
    pub orders: i64,
    /// Parcels that left.
    pub left: i64,
    /// Labels, slips, lists and other pages.
    pub documents: i64,
    /// Entries of the journal: everything that was done.
    pub entries: i64,
    /// When something was done last in the backup; 0 when nothing ever was.
    pub newest_at: domain::Millis,
}

/// What an open shop has that a backup of it has not. Ids and the journal count upwards and are never
/// given twice, so whatever is above the backup's highest was made since.
///
/// # Errors
/// The engine's: a file that cannot be read.
pub async fn since(now: &mut Reader, backup: &Path) -> Result<Since> {
    let pool = reader_of(backup).await?;
    let there = marks_of(&pool).await;
    pool.close().await;
    let there = there?;
    let db = now.db();
    let another_shop = settings::meta(db, SHOP).await? != there.shop;
    let above = if another_shop {
        Marks::default()
    } else {
        there.clone()
    };
    Ok(Since {
        another_shop,
        orders: count(db, "SELECT COUNT(*) FROM orders WHERE id > $1", above.order).await?,
        left: count(
            db,
            "SELECT COUNT(DISTINCT thing_id) FROM event WHERE seq > $1 AND verb = 'handed_over'",
            above.entry,
        )
        .await?,
        documents: count(
            db,
            "SELECT COUNT(*) FROM document WHERE id > $1",
            above.document,
        )
        .await?,
        entries: count(db, "SELECT COUNT(*) FROM event WHERE seq > $1", above.entry).await?,
        newest_at: there.newest_at,
    })
}

/// The highest of each kind in a file.
#[derive(Debug, Clone, Default)]
struct Marks {
    shop: Option<String>,
    order: i64,
    document: i64,
    entry: i64,
    newest_at: i64,
}

async fn marks_of(pool: &AnyPool) -> Result<Marks> {
    let mut db = pool.acquire().await?;
    let (order, document, entry, newest_at): (i64, i64, i64, i64) = sqlx::query_as(
        "SELECT (SELECT COALESCE(MAX(id), 0) FROM orders), (SELECT COALESCE(MAX(id), 0) FROM document), \
         (SELECT COALESCE(MAX(seq), 0) FROM event), (SELECT COALESCE(MAX(at), 0) FROM event)",
    )
    .fetch_one(&mut *db)
    .await?;
    Ok(Marks {
        shop: settings::meta(&mut db, SHOP).await?,
        order,
        document,
        entry,
        newest_at,
    })
}

async fn count(db: &mut Db, sql: &'static str, above: i64) -> Result<i64> {
    Ok(sqlx::query_scalar(sql).bind(above).fetch_one(db).await?)
}

async fn reader_of(file: &Path) -> Result<AnyPool> {
    Ok(sqlx::any::AnyPoolOptions::new()
        .max_connections(1)
        .connect(&sqlite::url(file, "ro"))
        .await?)
}

/// An order of which a parcel left.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Left {
    /// Its id.
    pub id: i64,
    /// Its number, so that it is not taken for another shop's order of that id.
    pub number: String,
    /// When it left last.
    pub at: i64,
}

/// The orders of which a parcel was handed over since a sequence of the journal, in a shop's file that
/// nobody works in.
///
/// # Errors
/// The engine's: a file that cannot be read.
pub async fn left_since(shop: &Path, seq: i64) -> Result<Vec<Left>> {
    let pool = reader_of(shop).await?;
    let left: std::result::Result<Vec<(i64, String, i64)>, sqlx::Error> = sqlx::query_as(
        "SELECT o.id, o.number, MAX(e.at) AS at FROM event AS e JOIN orders AS o ON o.id = e.order_id \
         WHERE e.seq >= $1 AND e.verb = 'handed_over' GROUP BY o.id, o.number ORDER BY o.id",
    )
    .bind(seq)
    .fetch_all(&pool)
    .await;
    pool.close().await;
    Ok(left?
        .into_iter()
        .map(|(id, number, at)| Left { id, number, at })
        .collect())
}
