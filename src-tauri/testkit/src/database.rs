//! A PostgreSQL database of a test's own, on the server that `BACKROOM_TEST_POSTGRES` names.

use sqlx::{AssertSqlSafe, Connection, PgConnection};
use std::sync::atomic::{AtomicU32, Ordering};

/// The database. [`Database::end`] takes it away; after a failed test it stays to be looked at.
#[derive(Debug)]
pub struct Database {
    server: String,
    name: String,
}

impl Database {
    /// Makes one; `None` when the environment names no server.
    ///
    /// Its collation is a language's, which sorts `a B c` where SQLite sorts `B a c`: nothing here may
    /// depend on it.
    ///
    /// # Panics
    /// When the server does not let us.
    pub async fn make() -> Option<Self> {
        static NEXT: AtomicU32 = AtomicU32::new(0);
        let server = std::env::var("BACKROOM_TEST_POSTGRES").ok()?;
        let name = format!(
            "shop_{}_{}",
            std::process::id(),
            NEXT.fetch_add(1, Ordering::Relaxed)
        );
        let database = Self { server, name };
        let name = &database.name;
        database
            .tell(format!("DROP DATABASE IF EXISTS {name} WITH (FORCE)"))
            .await;
        database
            .tell(format!(
                "CREATE DATABASE {name} TEMPLATE template0 ENCODING 'UTF8' LOCALE_PROVIDER icu ICU_LOCALE 'en'"
            ))
            .await;
        Some(database)
    }

    /// Its address.
    #[must_use]
    pub fn url(&self) -> String {
        let server = self
            .server
            .rsplit_once('/')
            .map_or("", |(server, _)| server);
        format!("{server}/{}", self.name)
    }

    /// Takes it away.
    pub async fn end(self) {
        self.tell(format!("DROP DATABASE {} WITH (FORCE)", self.name))
            .await;
    }

    async fn tell(&self, sql: String) {
        let mut db = PgConnection::connect(&self.server).await.unwrap();
        sqlx::raw_sql(AssertSqlSafe(sql))
            .execute(&mut db)
            .await
            .unwrap();
    }
}
