//! A shop of a test's own, on either engine.

use domain::id::{DeviceId, UserId};
use sqlx::Connection;
use std::path::PathBuf;
use std::sync::atomic::{AtomicU32, Ordering};
use store::{Actor, Opening, Place, Store};
use tempfile::TempDir;

/// The fixed moment of these tests: 2026-11-23T06:45:00Z.
pub(crate) const NOW: i64 = 1_795_416_300_000;

/// Person 1 at computer 1.
pub(crate) const ACTOR: Actor = Actor {
    staff: UserId(1),
    device: DeviceId(1),
    now: NOW,
};

/// Where a test's shop is kept; gone at the end.
pub(crate) struct Shop {
    pub(crate) place: Place,
    folder: TempDir,
    server: Option<(String, String)>,
}

impl Shop {
    /// A data folder.
    pub(crate) fn folder() -> Self {
        let folder = TempDir::with_prefix("backroom ").unwrap();
        Self {
            place: Place::Folder(folder.path().join("shop")),
            folder,
            server: None,
        }
    }

    /// A database on the server of the environment. Its collation is a language's, which sorts
    /// `a B c` where SQLite sorts `B a c`: the store must not depend on it.
    pub(crate) async fn server() -> Option<Self> {
        static NEXT: AtomicU32 = AtomicU32::new(0);
        let Ok(server) = std::env::var("BACKROOM_TEST_POSTGRES") else {
            println!("skipped: BACKROOM_TEST_POSTGRES names no server");
            return None;
        };
        let (process, n) = (std::process::id(), NEXT.fetch_add(1, Ordering::Relaxed));
        let name = format!("store_{process}_{n}");
        let mut db = sqlx::PgConnection::connect(&server).await.unwrap();
        for sql in [
            format!("DROP DATABASE IF EXISTS {name} WITH (FORCE)"),
            format!(
                "CREATE DATABASE {name} TEMPLATE template0 ENCODING 'UTF8' \
                 LOCALE_PROVIDER icu ICU_LOCALE 'en'"
            ),
        ] {
            sqlx::raw_sql(sqlx::AssertSqlSafe(sql))
                .execute(&mut db)
                .await
                .unwrap();
        }
        let at = server.rfind('/').unwrap();
        let folder = TempDir::with_prefix("backroom ").unwrap();
        Some(Self {
            place: Place::Server {
                url: format!("{}/{name}", &server[..at]),
                folder: folder.path().join("desk"),
            },
            folder,
            server: Some((server, name)),
        })
    }

    /// Opens it to work in.
    pub(crate) async fn open(&self) -> Store {
        Store::open(&self.place, Opening::Desk, NOW).await.unwrap()
    }

    /// A folder that ends with the test.
    pub(crate) fn spare(&self) -> PathBuf {
        self.folder.path().to_path_buf()
    }

    /// Takes the database away.
    pub(crate) async fn end(self) {
        if let Some((server, name)) = self.server {
            let mut db = sqlx::PgConnection::connect(&server).await.unwrap();
            sqlx::raw_sql(sqlx::AssertSqlSafe(format!(
                "DROP DATABASE {name} WITH (FORCE)"
            )))
            .execute(&mut db)
            .await
            .unwrap();
        }
    }
}

/// Runs each named test on both engines.
#[macro_export]
macro_rules! on_both_engines {
    ($($name:ident),* $(,)?) => {
        mod sqlite {$(
            #[tokio::test(flavor = "multi_thread")]
            async fn $name() {
                let shop = $crate::shop::Shop::folder();
                super::$name(&shop).await;
                shop.end().await;
            }
        )*}
        mod postgres {$(
            #[tokio::test(flavor = "multi_thread")]
            async fn $name() {
                if let Some(shop) = $crate::shop::Shop::server().await {
                    super::$name(&shop).await;
                    shop.end().await;
                }
            }
        )*}
    };
}

/// One number of the database.
pub(crate) async fn number(db: &mut store::Db, sql: &'static str) -> i64 {
    sqlx::query_scalar(sql).fetch_one(db).await.unwrap()
}

/// One text of the database.
pub(crate) async fn text(db: &mut store::Db, sql: &'static str) -> String {
    sqlx::query_scalar(sql).fetch_one(db).await.unwrap()
}
