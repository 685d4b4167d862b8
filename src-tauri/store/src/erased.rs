//! The list of the erased outside the database, and getting rid of what the engine itself still keeps.
//!
//! A backup from before an erasure knows the person. Whatever way it comes back (restored here, copied by
//! hand, put back by a server's administrator), the list stands beside it and is replayed when the shop
//! is opened. It holds ids and moments, no names.

use crate::engine::{postgres, sqlite};
use crate::tables::{erasure, settings};
use crate::{Engine, Result, Store, StoreError};
use std::collections::BTreeMap;
use std::io::Write as _;
use std::path::PathBuf;

/// The list's file in the data folder: one line for each, `shop customer moment`.
const FILE: &str = "erased.txt";

/// The fact that tells shops apart, made with the shop.
pub(crate) const SHOP: &str = "shop";

/// The fact that says that erased bytes may still lie in the file.
const DUE: &str = "scrub_due";

impl Store {
    /// Brings the list beside the database and the one in it together. Returns who stands in the file and
    /// not in the database: people whom a restored backup brought back.
    ///
    /// # Errors
    /// The engine's; [`StoreError::File`].
    pub async fn bring_erased_together(&self) -> Result<Vec<(i64, domain::Millis)>> {
        let mut db = self.readers.acquire().await?;
        let Some(shop) = settings::meta(&mut db, SHOP).await? else {
            return Ok(Vec::new());
        };
        let inside: BTreeMap<i64, domain::Millis> =
            erasure::list(&mut db).await?.into_iter().collect();
        drop(db);
        let mut others = Vec::new();
        let mut outside = BTreeMap::new();
        for line in self.erased_lines()? {
            let mut words = line.split(' ');
            match (words.next(), words.next(), words.next()) {
                (Some(of), Some(id), Some(at)) if of == shop => {
                    if let (Ok(id), Ok(at)) = (id.parse::<i64>(), at.parse::<i64>()) {
                        let newest = outside.entry(id).or_insert(at);
                        *newest = at.max(*newest);
                    }
                }
                // Another shop's, whose backup stood here once: kept for when it comes back.
                _ => others.push(line),
            }
        }
        let missing: Vec<(i64, domain::Millis)> = outside
            .iter()
            .filter(|(id, at)| inside.get(id).is_none_or(|known| known < at))
            .map(|(id, at)| (*id, *at))
            .collect();
        let before = outside.clone();
        for (id, at) in inside {
            let newest = outside.entry(id).or_insert(at);
            *newest = at.max(*newest);
        }
        if outside != before {
            let mut text: String = others.iter().map(|line| format!("{line}\n")).collect();
            for (id, at) in &outside {
                text.push_str(&format!("{shop} {id} {at}\n"));
            }
            self.write_erased(&text)?;
        }
        Ok(missing)
    }

    fn erased_file(&self) -> PathBuf {
        self.place.folder().join(FILE)
    }

    fn erased_lines(&self) -> Result<Vec<String>> {
        let path = self.erased_file();
        match std::fs::read_to_string(&path) {
            Ok(text) => Ok(text.lines().map(str::to_owned).collect()),
            Err(error) if error.kind() == std::io::ErrorKind::NotFound => Ok(Vec::new()),
            Err(error) => Err(StoreError::File(path.display().to_string(), error)),
        }
    }

    /// Written whole and renamed: a crash leaves the old list or the new one.
    fn write_erased(&self, text: &str) -> Result<()> {
        let path = self.erased_file();
        let draft = path.with_extension("tmp");
        let failed = |error| StoreError::File(path.display().to_string(), error);
        let mut file = std::fs::File::create(&draft).map_err(failed)?;
        file.write_all(text.as_bytes()).map_err(failed)?;
        file.sync_all().map_err(failed)?;
        std::fs::rename(&draft, &path).map_err(failed)
    }

    /// Rewrites the database without what was deleted or overwritten, and empties its log: until then
    /// both may hold erased bytes. Others wait meanwhile; on a big shop for many seconds. On a server the
    /// tables are cleaned; its own log and backups are its administrator's.
    ///
    /// # Errors
    /// [`StoreError::DiskFull`] (a copy of the database is made); [`StoreError::InUse`] when somebody
    /// reads without an end; the engine's. It is due until it was done.
    pub async fn scrub(&self) -> Result<()> {
        let writer = self.writer.as_ref().ok_or(StoreError::InUse)?;
        let mut db = writer.acquire().await?;
        let _paused = match &self.log {
            Some(log) => Some(log.pause().await),
            None => None,
        };
        match self.engine {
            Engine::Sqlite => sqlite::scrub(&mut db).await?,
            Engine::Postgres => postgres::scrub(&mut db).await?,
        }
        settings::put_meta(&mut db, DUE, "").await?;
        if self.engine == Engine::Sqlite
            && let Err(error) = sqlite::empty_log(&mut db).await
        {
            settings::put_meta(&mut db, DUE, "1").await?;
            return Err(error);
        }
        Ok(())
    }

    /// Whether [`Store::scrub`] is still to be done.
    ///
    /// # Errors
    /// The engine's.
    pub async fn scrub_is_due(&self) -> Result<bool> {
        let mut db = self.readers.acquire().await?;
        Ok(settings::meta(&mut db, DUE)
            .await?
            .is_some_and(|due| !due.is_empty()))
    }
}

impl crate::Write<'_> {
    /// Says in this transaction that erased bytes may lie in the file until [`Store::scrub`].
    ///
    /// # Errors
    /// The engine's.
    pub async fn want_scrub(&mut self) -> Result<()> {
        settings::put_meta(self.db(), DUE, "1").await
    }
}
