//! SQLite: the default. One file in the shop's data folder.

mod log;

pub(crate) use log::LogKeeper;

use crate::{Db, Engine, Result, StoreError, migrate};
use sqlx::any::AnyPoolOptions;
use sqlx::{AnyPool, Executor};
use std::path::Path;
use std::time::Duration;

/// Fixed in 3.51.3: two connections that write and checkpoint at once could corrupt the WAL.
const OLDEST_SAFE: (u32, u32, u32) = (3, 51, 3);

/// `application_id` of a shop's file: "BkRm".
pub(crate) const APPLICATION_ID: i64 = 0x426b_526d;

/// What every connection is told. `synchronous=FULL`: an acknowledged commit survives a power cut;
/// NORMAL was measured to lose some. `mmap_size=0`: a stray write cannot reach the file.
const EVERY_CONNECTION: &str = "PRAGMA synchronous=FULL; PRAGMA foreign_keys=ON; \
     PRAGMA busy_timeout=5000; PRAGMA trusted_schema=OFF; PRAGMA cell_size_check=ON; \
     PRAGMA mmap_size=0; PRAGMA temp_store=MEMORY; PRAGMA cache_size=-65536;";

/// The URL of a database file; folder names with `?`, `%`, `#` or spaces stay what they are.
pub(crate) fn url(file: &Path, mode: &str) -> String {
    let mut out = String::from("sqlite://");
    for byte in file.to_string_lossy().bytes() {
        match byte {
            b'a'..=b'z' | b'A'..=b'Z' | b'0'..=b'9' | b'/' | b'.' | b'-' | b'_' | b'~' => {
                out.push(char::from(byte));
            }
            _ => {
                use std::fmt::Write as _;
                let _ = write!(out, "%{byte:02X}");
            }
        }
    }
    out.push_str("?mode=");
    out.push_str(mode);
    out
}

/// The writer: one connection, kept for the store's life.
pub(crate) async fn writer(file: &Path) -> Result<AnyPool> {
    let pool = AnyPoolOptions::new()
        .max_connections(1)
        .min_connections(1)
        .idle_timeout(None)
        .max_lifetime(None)
        .acquire_timeout(Duration::from_secs(60))
        .after_connect(|db, _| {
            Box::pin(async move {
                // The log is brought in by [`LogKeeper`]; should that fail, by the writer at 256 MB.
                db.execute(
                    "PRAGMA journal_mode=WAL; PRAGMA journal_size_limit=67108864; \
                     PRAGMA wal_autocheckpoint=65536;",
                )
                .await?;
                db.execute(EVERY_CONNECTION).await?;
                Ok(())
            })
        })
        .connect(&url(file, "rwc"))
        .await?;
    Ok(pool)
}

/// A few readers that cannot write.
pub(crate) async fn readers(file: &Path) -> Result<AnyPool> {
    let pool = AnyPoolOptions::new()
        .max_connections(4)
        .min_connections(1)
        .idle_timeout(None)
        .max_lifetime(None)
        .after_connect(|db, _| {
            Box::pin(async move {
                db.execute(EVERY_CONNECTION).await?;
                db.execute("PRAGMA query_only=ON;").await?;
                Ok(())
            })
        })
        .connect(&url(file, "rw"))
        .await?;
    Ok(pool)
}

/// Refuses a file of a newer Backroom. The connection is read-only, so that not a byte of it changes;
/// `immutable` where nobody has it open keeps it from leaving an empty log beside it.
pub(crate) async fn refuse_newer(file: &Path) -> Result<()> {
    let mut log = file.as_os_str().to_owned();
    log.push("-wal");
    let mode = if Path::new(&log).exists() {
        "ro"
    } else {
        "ro&immutable=true"
    };
    let pool = AnyPoolOptions::new()
        .max_connections(1)
        .connect(&url(file, mode))
        .await?;
    let found = async {
        let mut db = pool.acquire().await?;
        migrate::version(&mut db, Engine::Sqlite).await
    }
    .await;
    pool.close().await;
    match found {
        Ok(found) if found > migrate::SCHEMA_VERSION => Err(StoreError::Newer {
            found,
            known: migrate::SCHEMA_VERSION,
        }),
        Ok(_) => Ok(()),
        Err(error) => Err(error),
    }
}

/// A connection of its own for a backup: it copies one moment of the shop while others go on
/// writing, which neither the writer's nor a query-only reader's could.
pub(crate) async fn copier(file: &Path) -> Result<AnyPool> {
    let pool = AnyPoolOptions::new()
        .max_connections(1)
        .after_connect(|db, _| {
            Box::pin(async move {
                db.execute(EVERY_CONNECTION).await?;
                Ok(())
            })
        })
        .connect(&url(file, "rw"))
        .await?;
    Ok(pool)
}

/// A connection of its own that reads all of the file once: it keeps little of what it saw.
pub(crate) async fn passer_by(file: &Path) -> Result<AnyPool> {
    let pool = AnyPoolOptions::new()
        .max_connections(1)
        .after_connect(|db, _| {
            Box::pin(async move {
                db.execute(EVERY_CONNECTION).await?;
                db.execute("PRAGMA cache_size=-8192; PRAGMA query_only=ON;")
                    .await?;
                Ok(())
            })
        })
        .connect(&url(file, "rw"))
        .await?;
    Ok(pool)
}

/// Refuses a library that is not safe.
pub(crate) async fn check_version(db: &mut Db) -> Result<()> {
    let version: String = sqlx::query_scalar("SELECT sqlite_version()")
        .fetch_one(db)
        .await?;
    let mut parts = version.split('.').map(|p| p.parse::<u32>().unwrap_or(0));
    let found = (
        parts.next().unwrap_or(0),
        parts.next().unwrap_or(0),
        parts.next().unwrap_or(0),
    );
    if found < OLDEST_SAFE {
        Err(StoreError::EngineTooOld(version))
    } else {
        Ok(())
    }
}

/// The whole check: structure, then references. Returns what is damaged, or nothing; a page that keeps
/// the check itself from going on is damage too.
pub(crate) async fn integrity(db: &mut Db) -> Result<Vec<String>> {
    match check_all(db).await.map_err(StoreError::from) {
        Err(StoreError::Damaged(what)) => Ok(vec![what]),
        found => found,
    }
}

async fn check_all(db: &mut Db) -> sqlx::Result<Vec<String>> {
    let mut found: Vec<String> = sqlx::query_scalar("PRAGMA integrity_check(20)")
        .fetch_all(&mut *db)
        .await?;
    found.retain(|line| line != "ok");
    let foreign = sqlx::query("PRAGMA foreign_key_check")
        .fetch_all(db)
        .await?;
    if !foreign.is_empty() {
        found.push(format!(
            "{} rows point at rows that are not there",
            foreign.len()
        ));
    }
    Ok(found)
}

/// Rewrites the file without free pages. Outside a transaction.
pub(crate) async fn scrub(db: &mut Db) -> Result<()> {
    db.execute("VACUUM").await?;
    empty_log(db).await
}

/// Brings the log into the file and cuts it to nothing, as soon as no reader needs it. Each try waits as
/// long as a connection waits for anything (5 s).
pub(crate) async fn empty_log(db: &mut Db) -> Result<()> {
    for _ in 0..2 {
        let (busy, _, _): (i64, i64, i64) = sqlx::query_as("PRAGMA wal_checkpoint(TRUNCATE)")
            .fetch_one(&mut *db)
            .await?;
        if busy == 0 {
            return Ok(());
        }
        tokio::time::sleep(Duration::from_millis(50)).await;
    }
    Err(StoreError::InUse)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_folder_may_have_any_name() {
        assert_eq!(
            url(Path::new("/a b/50% off?/#1/ä.db"), "rwc"),
            "sqlite:///a%20b/50%25%20off%3F/%231/%C3%A4.db?mode=rwc"
        );
    }
}
