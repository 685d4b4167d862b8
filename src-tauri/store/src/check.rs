//! Whether the shop is sound: its pages and indices, its references, and the rules between its rows.

use crate::engine::{postgres, sqlite};
use crate::tables::invariants;
use crate::{Db, Engine, Result, Store, StoreError};
use serde::{Deserialize, Serialize};
use sqlx::AnyPool;

/// How the pages and indices were looked at.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, ts_rs::TS)]
#[serde(rename_all = "snake_case")]
pub enum Depth {
    /// SQLite's own check of every page, index and reference.
    Pages,
    /// PostgreSQL's `amcheck`: every index against its table, every page of every table.
    Amcheck,
    /// Every row was read, and every index compared with its table by counting. That is all a server can
    /// be asked for without the extension `amcheck`, which only its administrator may add.
    Read,
}

/// What a check found. The lines name tables, rules and ids, never a person.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Integrity {
    /// Damage: pages, indices, references. A backup is what helps.
    pub damage: Vec<String>,
    /// Rules between rows that do not hold ([`invariants`]): a fault of ours, no damage.
    pub breaches: Vec<String>,
    /// How it was looked.
    pub depth: Depth,
}

impl Integrity {
    /// Whether nothing was found.
    #[must_use]
    pub fn is_sound(&self) -> bool {
        self.damage.is_empty() && self.breaches.is_empty()
    }
}

impl Store {
    /// Looks at all of the shop. Long on a big shop; others go on reading and writing meanwhile.
    ///
    /// # Errors
    /// The engine's, when it cannot be asked at all. Damage that keeps something from being read is an
    /// answer, not an error.
    pub async fn integrity(&self) -> Result<Integrity> {
        let (damage, breaches, depth) = match self.engine {
            Engine::Sqlite => {
                // On a connection of its own: reading the whole file would fill a reader's cache for good.
                let pool = sqlite::passer_by(&self.place.folder().join("shop.db")).await?;
                let looked = look(&pool).await;
                pool.close().await;
                let (damage, breaches) = looked?;
                (damage, breaches, Depth::Pages)
            }
            Engine::Postgres => {
                let (mut damage, depth) =
                    postgres::check(&self.readers, self.writer.as_ref()).await?;
                let mut db = self.readers.acquire().await?;
                let breaches = breaches(&mut db, &mut damage).await?;
                (damage, breaches, depth)
            }
        };
        self.looked
            .store(true, std::sync::atomic::Ordering::Relaxed);
        Ok(Integrity {
            damage,
            breaches,
            depth,
        })
    }
}

async fn look(pool: &AnyPool) -> Result<(Vec<String>, Vec<String>)> {
    let mut db = pool.acquire().await?;
    let mut damage = sqlite::integrity(&mut db).await?;
    let breaches = breaches(&mut db, &mut damage).await?;
    Ok((damage, breaches))
}

/// The rules that do not hold; a page that cannot be read on the way is damage.
async fn breaches(db: &mut Db, damage: &mut Vec<String>) -> Result<Vec<String>> {
    match invariants::breaches(db).await {
        Err(StoreError::Damaged(what)) => {
            damage.push(what);
            Ok(Vec::new())
        }
        found => found,
    }
}
