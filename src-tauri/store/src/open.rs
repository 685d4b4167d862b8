//! Opening a shop: the lock, the engine, the schema, the first rows.

use crate::changed::Changed;
use crate::engine::{postgres, sqlite};
use crate::write::IdBlock;
use crate::{Reader, Result, StoreError, backup, erased, exchange, migrate, seal};
use sqlx::{AnyPool, Executor};
use std::fs::{File, OpenOptions, TryLockError};
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicBool, Ordering};
use tokio::sync::{Mutex, broadcast};

/// Which engine keeps the shop.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Engine {
    /// A file in the data folder.
    Sqlite,
    /// A server that several desks share.
    Postgres,
}

/// Where a shop is kept.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Place {
    /// A data folder with `shop.db` in it.
    Folder(PathBuf),
    /// A PostgreSQL database, and the data folder for what stays on this computer.
    Server {
        /// `postgres://…`
        url: String,
        /// Backups list, erasure list and temporary files of this desk.
        folder: PathBuf,
    },
}

impl Place {
    /// The data folder.
    #[must_use]
    pub fn folder(&self) -> &Path {
        match self {
            Self::Folder(folder) | Self::Server { folder, .. } => folder,
        }
    }
}

/// How a shop is opened.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Opening {
    /// To work in it: takes the lock, migrates.
    Desk,
    /// To look, beside a window that has it open: no lock, no writer, no migration.
    Look,
}

/// An open shop.
#[derive(Debug)]
pub struct Store {
    pub(crate) engine: Engine,
    pub(crate) place: Place,
    pub(crate) writer: Option<AnyPool>,
    pub(crate) readers: AnyPool,
    pub(crate) ids: Mutex<IdBlock>,
    pub(crate) changed: broadcast::Sender<Changed>,
    /// Which opening of a server's shop this is; it tells our own messages from other desks'.
    pub(crate) desk: i64,
    /// Hears the other desks of a server.
    listening: std::sync::Mutex<Option<postgres::Listening>>,
    /// Whether the run before this one did not end by [`Store::close`].
    pub(crate) unclean: bool,
    /// Whether all of it was looked at since it was opened.
    pub(crate) looked: AtomicBool,
    /// Brings SQLite's log into the file.
    pub(crate) log: Option<sqlite::LogKeeper>,
    lock: std::sync::Mutex<Option<File>>,
}

impl Store {
    /// Opens a shop; makes it when there is none (not for [`Opening::Look`]).
    ///
    /// `now` names the backup that is made before a migration.
    ///
    /// # Errors
    /// [`StoreError::InUse`], [`StoreError::Newer`], [`StoreError::EngineTooOld`], or the engine's.
    pub async fn open(place: &Place, opening: Opening, now: domain::Millis) -> Result<Self> {
        sqlx::any::install_default_drivers();
        let folder = place.folder();
        if opening == Opening::Desk {
            std::fs::create_dir_all(folder)
                .map_err(|e| StoreError::File(folder.display().to_string(), e))?;
        }
        let lock = match (place, opening) {
            (Place::Folder(folder), Opening::Desk) => Some(lock(folder)?),
            (Place::Folder(_), Opening::Look) | (Place::Server { .. }, _) => None,
        };
        let (engine, writer, readers) = match place {
            Place::Folder(folder) => {
                let file = folder.join("shop.db");
                if opening == Opening::Desk {
                    exchange::finish(folder)?;
                }
                if file.exists() {
                    // Before anything is opened to write: a newer shop is left as it is.
                    sqlite::refuse_newer(&file).await?;
                } else if opening == Opening::Look {
                    return Err(StoreError::Missing("shop"));
                }
                let writer = match opening {
                    Opening::Desk => Some(sqlite::writer(&file).await?),
                    Opening::Look => None,
                };
                (Engine::Sqlite, writer, sqlite::readers(&file).await?)
            }
            Place::Server { url, .. } => {
                let writer = match opening {
                    Opening::Desk => Some(postgres::pool(url, 1, postgres::Use::Write).await?),
                    Opening::Look => None,
                };
                (
                    Engine::Postgres,
                    writer,
                    postgres::pool(url, 4, postgres::Use::Read).await?,
                )
            }
        };
        let mut unclean = false;
        if let Some(pool) = &writer {
            unclean = prepare(pool, engine, place, now).await?;
        } else {
            let mut db = readers.acquire().await?;
            let found = migrate::version(&mut db, engine).await?;
            if found == 0 {
                return Err(StoreError::Missing("shop"));
            }
            if found != migrate::SCHEMA_VERSION {
                return Err(StoreError::Newer {
                    found,
                    known: migrate::SCHEMA_VERSION,
                });
            }
        }
        let (changed, _) = broadcast::channel(256);
        let mut desk = 0;
        let mut listening = None;
        if let Place::Server { url, .. } = place {
            if let Some(pool) = &writer {
                desk = sqlx::query_scalar(
                    "UPDATE counter SET next = next + 1 WHERE name = 'desk' RETURNING next",
                )
                .fetch_one(pool)
                .await?;
            }
            listening = Some(postgres::listen(url, desk, changed.clone()).await?);
        }
        let log = match (place, opening) {
            (Place::Folder(folder), Opening::Desk) => {
                Some(sqlite::LogKeeper::of(folder.join("shop.db")))
            }
            (Place::Folder(_), Opening::Look) | (Place::Server { .. }, _) => None,
        };
        Ok(Self {
            engine,
            place: place.clone(),
            log,
            writer,
            readers,
            ids: Mutex::new(IdBlock::default()),
            changed,
            desk,
            listening: std::sync::Mutex::new(listening),
            unclean,
            looked: AtomicBool::new(false),
            lock: std::sync::Mutex::new(lock),
        })
    }

    /// The engine that keeps this shop.
    #[must_use]
    pub fn engine(&self) -> Engine {
        self.engine
    }

    /// Where it is kept.
    #[must_use]
    pub fn place(&self) -> &Place {
        &self.place
    }

    /// Whether the run before did not end as it should: then the full check is due at once.
    #[must_use]
    pub fn was_unclean(&self) -> bool {
        self.unclean
    }

    /// Whether the run before did not end as it should, and nobody has looked since ([`Store::integrity`]).
    #[must_use]
    pub fn check_is_due(&self) -> bool {
        self.unclean && !self.looked.load(Ordering::Relaxed)
    }

    /// Hears of every commit: of this process, and of the other desks of a server.
    #[must_use]
    pub fn subscribe(&self) -> broadcast::Receiver<Changed> {
        self.changed.subscribe()
    }

    /// A reader; sees what is committed.
    ///
    /// # Errors
    /// The engine's, when no connection can be had.
    pub async fn read(&self) -> Result<Reader> {
        Ok(Reader(self.readers.acquire().await?))
    }

    /// Ends cleanly: marks the shop as closed and lets go of it. A second time does nothing.
    ///
    /// # Errors
    /// The engine's, when the mark could not be written.
    pub async fn close(&self) -> Result<()> {
        if let Ok(mut listening) = self.listening.lock() {
            listening.take();
        }
        if self.readers.is_closed() {
            return Ok(());
        }
        if let Some(log) = &self.log {
            log.close().await;
        }
        if let Some(writer) = &self.writer {
            if self.engine == Engine::Sqlite {
                let mut db = writer.acquire().await?;
                db.execute("UPDATE meta SET value = 'closed' WHERE key = 'run'")
                    .await?;
                db.execute("PRAGMA optimize").await?;
            }
            writer.close().await;
        }
        self.readers.close().await;
        if let Ok(mut lock) = self.lock.lock() {
            lock.take();
        }
        Ok(())
    }
}

/// Takes the folder's lock, until it is dropped.
///
/// # Errors
/// [`StoreError::InUse`]; files' errors.
pub(crate) fn lock(folder: &Path) -> Result<File> {
    let path = folder.join("app.lock");
    let file = OpenOptions::new()
        .create(true)
        .truncate(false)
        .write(true)
        .open(&path)
        .map_err(|e| StoreError::File(path.display().to_string(), e))?;
    match file.try_lock() {
        Ok(()) => Ok(file),
        Err(TryLockError::WouldBlock) => Err(StoreError::InUse),
        Err(TryLockError::Error(e)) => Err(StoreError::File(path.display().to_string(), e)),
    }
}

/// Migrates inside one transaction, after a backup when there is something to lose. Returns
/// whether the last run was unclean.
async fn prepare(
    pool: &AnyPool,
    engine: Engine,
    place: &Place,
    now: domain::Millis,
) -> Result<bool> {
    {
        let mut db = pool.acquire().await?;
        if engine == Engine::Sqlite {
            sqlite::check_version(&mut db).await?;
        }
        let found = migrate::version(&mut db, engine).await?;
        if found > migrate::SCHEMA_VERSION {
            return Err(StoreError::Newer {
                found,
                known: migrate::SCHEMA_VERSION,
            });
        }
        if found > 0 && found < migrate::SCHEMA_VERSION && engine == Engine::Sqlite {
            backup::write(
                &mut db,
                &place.folder().join("backups"),
                now,
                "before-update",
            )
            .await?;
        }
    }
    let mut tx = match engine {
        Engine::Sqlite => pool.begin_with("BEGIN IMMEDIATE").await?,
        Engine::Postgres => pool.begin_with("BEGIN").await?,
    };
    if engine == Engine::Postgres {
        postgres::lock_writer(&mut tx).await?;
    }
    migrate::migrate(&mut tx, engine).await?;
    for counter in ["id", "journal", "desk"] {
        sqlx::query(
            "INSERT INTO counter (name, next) VALUES ($1, 1) ON CONFLICT (name) DO NOTHING",
        )
        .bind(counter)
        .execute(&mut *tx)
        .await?;
    }
    // Tells shops apart where ids alone would not: two shops of one folder were not made in one moment.
    sqlx::query("INSERT INTO meta (key, value) VALUES ($1, $2) ON CONFLICT (key) DO NOTHING")
        .bind(erased::SHOP)
        .bind(format!("{now}-{}", std::process::id()))
        .execute(&mut *tx)
        .await?;
    // A backup that was put here by hand is a shop now; its bytes change, and its seal is of no use.
    sqlx::query("DELETE FROM meta WHERE key = $1")
        .bind(seal::SEALED)
        .execute(&mut *tx)
        .await?;
    let run: Option<String> = sqlx::query_scalar("SELECT value FROM meta WHERE key = 'run'")
        .fetch_optional(&mut *tx)
        .await?;
    sqlx::query(
        "INSERT INTO meta (key, value) VALUES ('run', 'open') \
         ON CONFLICT (key) DO UPDATE SET value = excluded.value",
    )
    .execute(&mut *tx)
    .await?;
    tx.commit().await?;
    if engine == Engine::Sqlite {
        let mut db = pool.acquire().await?;
        let id = sqlite::APPLICATION_ID;
        db.execute(sqlx::AssertSqlSafe(format!("PRAGMA application_id = {id}")))
            .await?;
    }
    // Several desks keep a server open at once: there the mark says nothing.
    Ok(engine == Engine::Sqlite && run.as_deref() == Some("open"))
}
