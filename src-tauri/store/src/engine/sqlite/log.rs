//! The write-ahead log, brought into the file behind the writer.
//!
//! SQLite does that in the commit that makes the log too long: whoever happens to commit then waits for
//! two more syncs and every page of the log, and so does everybody behind it. Here a connection of its own
//! does it after the commit, while others read and write. Nothing is safer or less safe by it: a commit is
//! kept by the log, and the log is brought in at the next start if it was not before.

use super::copier;
use crate::{Db, Result};
use sqlx::AnyPool;
use std::path::PathBuf;
use std::sync::Arc;
use tokio::sync::{Mutex, MutexGuard, mpsc};
use tokio::task::JoinHandle;

/// Pages of the log from which on it is worth the syncs: what SQLite itself waits for.
const WORTH_IT: i64 = 1_000;

/// Brings the log in when it has grown. Dropping it, or the end of [`LogKeeper::close`], ends it.
#[derive(Debug)]
pub(crate) struct LogKeeper {
    /// To one who is busy nothing has to be said twice.
    grown: std::sync::Mutex<Option<mpsc::Sender<()>>>,
    task: Mutex<Option<JoinHandle<()>>>,
    at_work: Arc<Mutex<()>>,
}

impl LogKeeper {
    /// For the shop in `file`. It takes a connection when it is first needed.
    pub(crate) fn of(file: PathBuf) -> Self {
        let (grown, heard) = mpsc::channel(1);
        let at_work = Arc::new(Mutex::new(()));
        Self {
            grown: std::sync::Mutex::new(Some(grown)),
            task: Mutex::new(Some(tokio::spawn(keep(file, heard, Arc::clone(&at_work))))),
            at_work,
        }
    }

    /// Says that something was committed.
    pub(crate) fn look(&self) {
        if let Ok(grown) = self.grown.lock()
            && let Some(grown) = grown.as_ref()
        {
            let _ = grown.try_send(());
        }
    }

    /// Keeps it from working until the guard is dropped: only one at a time can bring the log in.
    pub(crate) async fn pause(&self) -> MutexGuard<'_, ()> {
        self.at_work.lock().await
    }

    /// Ends it and lets go of its connection.
    pub(crate) async fn close(&self) {
        if let Ok(mut grown) = self.grown.lock() {
            grown.take();
        }
        if let Some(task) = self.task.lock().await.take() {
            let _ = task.await;
        }
    }
}

async fn keep(file: PathBuf, mut heard: mpsc::Receiver<()>, at_work: Arc<Mutex<()>>) {
    let mut own: Option<AnyPool> = None;
    while heard.recv().await.is_some() {
        let _working = at_work.lock().await;
        if own.is_none() {
            own = copier(&file).await.ok();
        }
        if let Some(pool) = &own {
            // What cannot be brought in now is brought in after the next commit.
            let _ = bring_in(pool).await;
        }
    }
    if let Some(pool) = own {
        pool.close().await;
    }
}

async fn bring_in(pool: &AnyPool) -> Result<()> {
    let mut db = pool.acquire().await?;
    let (log, done) = length(&mut db).await?;
    if log - done >= WORTH_IT {
        sqlx::query("PRAGMA wal_checkpoint(PASSIVE)")
            .execute(&mut *db)
            .await?;
    }
    Ok(())
}

/// The pages of the log, and how many of them stand in the file already.
async fn length(db: &mut Db) -> Result<(i64, i64)> {
    let (_, log, done): (i64, i64, i64) = sqlx::query_as("PRAGMA wal_checkpoint(NOOP)")
        .fetch_one(db)
        .await?;
    Ok((log, done))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[tokio::test(flavor = "multi_thread", worker_threads = 2)]
    async fn a_long_log_is_brought_in_behind_the_writer() {
        sqlx::any::install_default_drivers();
        let folder = tempfile::tempdir().unwrap();
        let file = folder.path().join("shop.db");
        let writer = super::super::writer(&file).await.unwrap();
        let mut db = writer.acquire().await.unwrap();
        sqlx::query("CREATE TABLE t (text TEXT NOT NULL)")
            .execute(&mut *db)
            .await
            .unwrap();
        let keeper = LogKeeper::of(file);
        sqlx::query(
            "WITH RECURSIVE n (n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM n WHERE n < 2000) \
             INSERT INTO t SELECT hex(randomblob(2000)) FROM n",
        )
        .execute(&mut *db)
        .await
        .unwrap();
        let (log, done) = length(&mut db).await.unwrap();
        assert!(log - done >= WORTH_IT, "{log} {done}");
        keeper.look();
        // It ends when it has done what it was told.
        keeper.close().await;
        let (log, done) = length(&mut db).await.unwrap();
        assert_eq!(log, done);
        drop(keeper.pause().await);
    }
}
