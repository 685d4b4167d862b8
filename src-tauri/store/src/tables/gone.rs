//! Orders that a shop which a backup replaced had worked on, and that the backup does not know.

use super::statements;
use crate::row::columns;
use crate::rows::GoneOrderRow;
use crate::{Db, Result};
use sqlx::AssertSqlSafe;

statements! {
    KEEP = "INSERT INTO gone_order (channel_kind, source_id, number, why, at) \
            SELECT value->>0, value->>1, value->>2, value->>3, CAST(value->>4 AS BIGINT) FROM json_each($1) WHERE true \
            ON CONFLICT (channel_kind, source_id) DO UPDATE SET number = excluded.number, why = excluded.why, at = excluded.at";
}

/// All of them: there are none but after a restore.
///
/// # Errors
/// The engine's.
pub async fn all(db: &mut Db) -> Result<Vec<GoneOrderRow>> {
    let sql = format!(
        "SELECT {} FROM gone_order AS g",
        columns::<GoneOrderRow>("g")
    );
    Ok(sqlx::query_as(AssertSqlSafe(sql)).fetch_all(db).await?)
}

/// Keeps them in mind; what was said of one before is said anew.
///
/// # Errors
/// The engine's.
pub async fn keep(db: &mut Db, rows: &[GoneOrderRow]) -> Result<()> {
    let values: Vec<_> = rows
        .iter()
        .map(|r| (&r.channel_kind, &r.source_id, &r.number, &r.why, r.at))
        .collect();
    let values =
        serde_json::to_string(&values).map_err(|e| crate::StoreError::Damaged(e.to_string()))?;
    sqlx::query(KEEP).bind(values).execute(db).await?;
    Ok(())
}
