//! Whether the shop is sound: its pages and indices, its references, and the rules between its rows.

use crate::engine::{postgres, sqlite};
use crate::tables::invariants;
use crate::{Engine, Result, Store, StoreError};
use serde::{Deserialize, Serialize};

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
        let (mut damage, depth) = match self.engine {
            Engine::Sqlite => {
                let mut db = self.readers.acquire().await?;
                (sqlite::integrity(&mut db).await?, Depth::Pages)
            }
            Engine::Postgres => postgres::check(&self.readers, self.writer.as_ref()).await?,
        };
        let mut db = self.readers.acquire().await?;
        let breaches = match invariants::breaches(&mut db).await {
            Ok(found) => found,
            Err(StoreError::Damaged(what)) => {
                damage.push(what);
                Vec::new()
            }
            Err(error) => return Err(error),
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
