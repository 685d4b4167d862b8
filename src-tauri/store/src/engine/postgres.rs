//! PostgreSQL: when several desks share one shop.

use crate::{Db, Result};
use sqlx::any::AnyPoolOptions;
use sqlx::{AnyPool, Executor};
use std::time::Duration;

/// The advisory lock that lets one writer at a time in, over all desks: "Backroom" folded to a
/// number. READ COMMITTED alone oversells the last unit; under this lock it does not.
pub(crate) const WRITER_LOCK: i64 = 0x4261_636b_726f_6f6d;

/// Opens connections of one kind. A commit is durable before it is acknowledged.
pub(crate) async fn pool(url: &str, connections: u32) -> Result<AnyPool> {
    let pool = AnyPoolOptions::new()
        .max_connections(connections)
        .acquire_timeout(Duration::from_secs(60))
        .after_connect(|db, _| {
            Box::pin(async move {
                db.execute("SET synchronous_commit = on").await?;
                db.execute("SET client_min_messages = warning").await?;
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
