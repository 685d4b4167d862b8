//! Migrations: numbered, append-only, additive. Twice written, once per engine.

use crate::{Db, Engine, Result, StoreError};
use sqlx::Executor;

struct Migration {
    number: i64,
    sqlite: &'static str,
    postgres: &'static str,
}

const MIGRATIONS: &[Migration] = &[Migration {
    number: 1,
    sqlite: include_str!("../migrations/sqlite/0001_shop.sql"),
    postgres: include_str!("../migrations/postgres/0001_shop.sql"),
}];

/// The newest schema that this build knows.
pub const SCHEMA_VERSION: i64 = 1;

/// The schema of a database; 0 when it is empty.
pub(crate) async fn version(db: &mut Db, engine: Engine) -> Result<i64> {
    let exists: i64 = match engine {
        Engine::Sqlite => {
            sqlx::query_scalar(
                "SELECT COUNT(*) FROM sqlite_master WHERE type = 'table' AND name = 'meta'",
            )
            .fetch_one(&mut *db)
            .await?
        }
        Engine::Postgres => {
            sqlx::query_scalar(
                "SELECT COUNT(*) FROM information_schema.tables \
                 WHERE table_schema = current_schema() AND table_name = 'meta'",
            )
            .fetch_one(&mut *db)
            .await?
        }
    };
    if exists == 0 {
        return Ok(0);
    }
    let text: Option<String> = sqlx::query_scalar("SELECT value FROM meta WHERE key = 'schema'")
        .fetch_optional(db)
        .await?;
    Ok(text.and_then(|t| t.parse().ok()).unwrap_or(0))
}

/// Brings an open transaction's database to [`SCHEMA_VERSION`].
pub(crate) async fn migrate(db: &mut Db, engine: Engine) -> Result<()> {
    let found = version(&mut *db, engine).await?;
    if found > SCHEMA_VERSION {
        return Err(StoreError::Newer {
            found,
            known: SCHEMA_VERSION,
        });
    }
    for migration in MIGRATIONS.iter().filter(|m| m.number > found) {
        let sql = match engine {
            Engine::Sqlite => migration.sqlite,
            Engine::Postgres => migration.postgres,
        };
        db.execute(sqlx::raw_sql(sql)).await?;
        sqlx::query(
            "INSERT INTO meta (key, value) VALUES ('schema', $1) \
             ON CONFLICT (key) DO UPDATE SET value = excluded.value",
        )
        .bind(migration.number.to_string())
        .execute(&mut *db)
        .await?;
    }
    Ok(())
}
