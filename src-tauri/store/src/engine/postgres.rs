//! PostgreSQL: when several desks share one shop.

mod check;

pub(crate) use check::check;

use crate::changed::{Changed, Tag};
use crate::{Db, Result};
use serde::{Deserialize, Serialize};
use sqlx::any::AnyPoolOptions;
use sqlx::postgres::PgListener;
use sqlx::{AnyPool, Executor};
use std::time::Duration;
use tokio::sync::broadcast;
use tokio::task::JoinHandle;

/// The advisory lock that lets one writer at a time in, over all desks: "Backroom" folded to a
/// number. READ COMMITTED alone oversells the last unit; under this lock it does not.
pub(crate) const WRITER_LOCK: i64 = 0x4261_636b_726f_6f6d;

/// The channel on which desks hear of each other's commits.
const CHANNEL: &str = "backroom";

/// What a pool is for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Use {
    /// Looking: the server itself refuses a write.
    Read,
    /// Changing things.
    Write,
}

/// Opens connections of one kind. A commit is durable before it is acknowledged.
pub(crate) async fn pool(url: &str, connections: u32, to: Use) -> Result<AnyPool> {
    let pool = AnyPoolOptions::new()
        .max_connections(connections)
        .acquire_timeout(Duration::from_secs(60))
        .after_connect(move |db, _| {
            Box::pin(async move {
                db.execute("SET synchronous_commit = on").await?;
                db.execute("SET client_min_messages = warning").await?;
                if to == Use::Read {
                    db.execute("SET default_transaction_read_only = on").await?;
                }
                Ok(())
            })
        })
        .connect(url)
        .await?;
    Ok(pool)
}

/// Waits until no other desk writes; lets go by itself at commit or rollback.
pub(crate) async fn lock_writer(db: &mut Db) -> Result<()> {
    sqlx::query("SELECT 1 FROM (SELECT pg_advisory_xact_lock($1)) AS locked")
        .bind(WRITER_LOCK)
        .execute(db)
        .await?;
    Ok(())
}

/// Cleans the tables of what was deleted or overwritten. Outside a transaction. Others go on meanwhile.
pub(crate) async fn scrub(db: &mut Db) -> Result<()> {
    db.execute("VACUUM").await?;
    Ok(())
}

/// What goes from desk to desk. With at most 200 ids of 16 digits it stays under the 8,000 bytes
/// that a notification may have.
#[derive(Debug, Serialize, Deserialize)]
struct Note {
    desk: i64,
    #[serde(flatten)]
    changed: Changed,
}

/// Tells the other desks, as soon as the transaction is committed.
pub(crate) async fn tell(db: &mut Db, desk: i64, changed: &Changed) -> Result<()> {
    let note = Note {
        desk,
        changed: changed.clone(),
    };
    sqlx::query("SELECT 1 FROM (SELECT pg_notify($1, $2)) AS told")
        .bind(CHANNEL)
        .bind(serde_json::to_string(&note).unwrap_or_default())
        .execute(db)
        .await?;
    Ok(())
}

/// A task that hears the other desks. Dropping it ends it.
#[derive(Debug)]
pub(crate) struct Listening(JoinHandle<()>);

impl Drop for Listening {
    fn drop(&mut self) {
        self.0.abort();
    }
}

/// Hands on what other desks than `own` commit, from now on.
pub(crate) async fn listen(
    url: &str,
    own: i64,
    to: broadcast::Sender<Changed>,
) -> Result<Listening> {
    let mut listener = PgListener::connect(url).await?;
    listener.listen(CHANNEL).await?;
    Ok(Listening(tokio::spawn(async move {
        loop {
            let heard = match listener.try_recv().await {
                Ok(Some(note)) => match serde_json::from_str::<Note>(note.payload()) {
                    Ok(note) => (note.desk != own).then_some(note.changed),
                    // A newer Backroom may say more than this one understands: look at everything.
                    Err(_) => everything(&mut listener).await,
                },
                // The connection was lost and is back. What was said meanwhile is not repeated.
                Ok(None) => everything(&mut listener).await,
                Err(_) => {
                    tokio::time::sleep(Duration::from_secs(1)).await;
                    None
                }
            };
            if let Some(changed) = heard {
                // Nobody listening is no error.
                let _ = to.send(changed);
            }
        }
    })))
}

/// Anything may have changed, up to the journal's end.
async fn everything(listener: &mut PgListener) -> Option<Changed> {
    let seq: i64 = sqlx::query_scalar("SELECT next - 1 FROM counter WHERE name = 'journal'")
        .fetch_one(listener)
        .await
        .ok()?;
    Some(Changed {
        seq,
        tags: Tag::ALL.to_vec(),
        ids: Vec::new(),
    })
}
