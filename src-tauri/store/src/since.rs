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

/// What was done to an order after a backup was made; what weighs most is the greatest.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Worked {
    /// Something of it is other than in the backup: an address, a hold, what its channel says.
    Changed,
    /// It was called off, here or there.
    CalledOff,
    /// A label was made for it.
    Labelled,
    /// A parcel left.
    Left,
}

impl Worked {
    /// The stored word.
    #[must_use]
    pub fn word(self) -> &'static str {
        match self {
            Self::Changed => "changed",
            Self::CalledOff => "called_off",
            Self::Labelled => "labelled",
            Self::Left => "left",
        }
    }

    /// What a stored word means; anything unknown is a change.
    #[must_use]
    pub fn of(word: &str) -> Self {
        match word {
            "left" => Self::Left,
            "labelled" => Self::Labelled,
            "called_off" => Self::CalledOff,
            _ => Self::Changed,
        }
    }
}

/// An order that was worked on.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct WorkedOn {
    /// Its id.
    pub id: i64,
    /// What its channel calls it, so that it is not taken for another order of that id.
    pub source_id: String,
    /// Its number.
    pub number: String,
    /// The kind of its channel.
    pub channel_kind: String,
    /// What was done.
    pub worked: Worked,
    /// When, the last time.
    pub at: i64,
}

/// What is done to an order without anything of it being other than before.
macro_rules! idle {
    () => {
        "('order_completed', 'document_opened', 'document_saved', 'printed', 'print_ended', 'need_closed', \
          'slip_made', 'pick_list_made', 'picked', 'picking_left', 'picking_undone', 'parcels_planned', 'order_reserved', 'delivered', 'delivered_assumed')"
    };
}

/// The orders that were worked on in a shop's file that nobody works in, since its journal and that of an open
/// shop went apart.
///
/// # Errors
/// The engine's: a file that cannot be read.
pub async fn worked_on_apart(shop: &Path, open: &mut Db) -> Result<Vec<WorkedOn>> {
    let pool = reader_of(shop).await?;
    let found = worked_on(&pool, open).await;
    pool.close().await;
    found
}

/// What an entry of the journal is known by; two that say the same in two files are the same.
type Entry = (i64, String, Option<i64>, Option<i64>);

async fn entry(db: &mut Db, seq: i64) -> Result<Option<Entry>> {
    Ok(
        sqlx::query_as("SELECT at, verb, order_id, thing_id FROM event WHERE seq = $1")
            .bind(seq)
            .fetch_optional(db)
            .await?,
    )
}

/// The last entry that two journals share, 0 when there is none. They are only ever written on at their ends,
/// so whatever stands before a shared entry is shared, too.
async fn fork(one: &mut Db, other: &mut Db) -> Result<i64> {
    let (mut shared, mut apart) = (0, newest(one).await?.min(newest(other).await?) + 1);
    while apart - shared > 1 {
        let seq = shared + (apart - shared) / 2;
        if entry(one, seq).await? == entry(other, seq).await? {
            shared = seq;
        } else {
            apart = seq;
        }
    }
    Ok(shared)
}

async fn newest(db: &mut Db) -> Result<i64> {
    Ok(
        sqlx::query_scalar("SELECT COALESCE(MAX(seq), 0) FROM event")
            .fetch_one(db)
            .await?,
    )
}

async fn worked_on(pool: &AnyPool, open: &mut Db) -> Result<Vec<WorkedOn>> {
    let mut db = pool.acquire().await?;
    let since = fork(&mut db, open).await?;
    let found: Vec<(i64, String, String, String, i64, i64)> = sqlx::query_as(concat!(
        "SELECT o.id, o.source_id, o.number, c.kind, \
         MAX(CASE e.verb WHEN 'handed_over' THEN 3 WHEN 'label_made' THEN 2 \
         WHEN 'order_cancelled' THEN 1 WHEN 'order_cancelled_there' THEN 1 ELSE 0 END), MAX(e.at) \
         FROM event AS e JOIN orders AS o ON o.id = e.order_id JOIN channel AS c ON c.id = o.channel_id \
         WHERE e.seq > $1 AND o.history = 0 AND e.verb NOT IN ",
        idle!(),
        " GROUP BY o.id, o.source_id, o.number, c.kind ORDER BY o.id"
    ))
    .bind(since)
    .fetch_all(&mut *db)
    .await?;
    Ok(found
        .into_iter()
        .map(
            |(id, source_id, number, channel_kind, worked, at)| WorkedOn {
                id,
                source_id,
                number,
                channel_kind,
                worked: match worked {
                    3 => Worked::Left,
                    2 => Worked::Labelled,
                    1 => Worked::CalledOff,
                    _ => Worked::Changed,
                },
                at,
            },
        )
        .collect())
}

/// Whether one shop's file is a later state of the shop that stands in another.
///
/// # Errors
/// The engine's: a file that cannot be read.
pub(crate) async fn is_later(shop: &Path, than: &Path) -> Result<bool> {
    let (pool, other) = (reader_of(shop).await?, reader_of(than).await?);
    let marks = (marks_of(&pool).await, marks_of(&other).await);
    pool.close().await;
    other.close().await;
    let (one, other) = (marks.0?, marks.1?);
    Ok(one.shop == other.shop && one.entry >= other.entry)
}

/// When something was done last in a shop's file; 0 when nothing ever was.
///
/// # Errors
/// The engine's: a file that cannot be read.
pub(crate) async fn newest_at(shop: &Path) -> Result<domain::Millis> {
    let pool = reader_of(shop).await?;
    let marks = marks_of(&pool).await;
    pool.close().await;
    Ok(marks?.newest_at)
}
