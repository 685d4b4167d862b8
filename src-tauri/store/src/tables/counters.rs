//! The kept counts of the preset views.

use super::statements;
use crate::{Db, Result};

statements! {
    ALL = "SELECT name, n FROM view_counter";
    ADD = "INSERT INTO view_counter (name, n) SELECT value->>0, CAST(value->>1 AS BIGINT) \
           FROM json_each($1) WHERE 1 = 1 \
           ON CONFLICT (name) DO UPDATE SET n = view_counter.n + excluded.n";
    CLEAR = "DELETE FROM view_counter";
    RECOUNT = "SELECT COUNT(*) FROM orders WHERE (views & $1) <> 0";
}

/// The counts by view.
///
/// # Errors
/// The engine's.
pub async fn all(db: &mut Db) -> Result<Vec<(String, i64)>> {
    Ok(sqlx::query_as(ALL).fetch_all(db).await?)
}

/// Adds to counts (negative to take away).
///
/// # Errors
/// The engine's.
pub async fn add(db: &mut Db, deltas: &[(&str, i64)]) -> Result<()> {
    let changed: Vec<String> = deltas
        .iter()
        .filter(|(_, n)| *n != 0)
        .map(|(name, n)| format!("[\"{name}\",{n}]"))
        .collect();
    if changed.is_empty() {
        return Ok(());
    }
    sqlx::query(ADD)
        .bind(format!("[{}]", changed.join(",")))
        .execute(db)
        .await?;
    Ok(())
}

/// Counts the orders of one view from the rows: what the kept count is checked against.
///
/// # Errors
/// The engine's.
pub async fn recount(db: &mut Db, bit: i64) -> Result<i64> {
    Ok(sqlx::query_scalar(RECOUNT).bind(bit).fetch_one(db).await?)
}

/// Forgets every count; [`add`] builds them anew.
///
/// # Errors
/// The engine's.
pub async fn clear(db: &mut Db) -> Result<()> {
    sqlx::query(CLEAR).execute(db).await?;
    Ok(())
}
