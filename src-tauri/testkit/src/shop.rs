//! A shop of a test's own, behind the same door that every host uses.

use crate::{Database, invariants};
use api::{ApiError, COMMANDS, Host, Kind, Opening, Place};
use serde_json::{Value, json};
use sqlx::{AssertSqlSafe, Column, Row};
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::sync::atomic::{AtomicI64, Ordering};
use store::{Store, Tag};
use tempfile::TempDir;

/// Where a test's clock begins: Monday, 23 November 2026, 06:45 UTC, a quarter to eight in Berlin.
pub const NOW: i64 = 1_795_416_300_000;

/// An open shop with a clock that stands still until the test moves it.
#[derive(Debug)]
pub struct TestShop {
    host: Option<Host>,
    clock: Arc<AtomicI64>,
    place: Place,
    home: TempDir,
    database: Option<Database>,
}

impl TestShop {
    /// An empty shop in a folder.
    ///
    /// # Panics
    /// When it cannot be opened.
    pub async fn in_folder() -> Self {
        let home = TempDir::with_prefix("backroom ").unwrap();
        let place = Place::Folder(home.path().join("shop"));
        Self::at(place, home, None).await
    }

    /// An empty shop in a database.
    ///
    /// # Panics
    /// When it cannot be opened.
    pub async fn on_server(database: Database) -> Self {
        let home = TempDir::with_prefix("backroom ").unwrap();
        let place = Place::Server {
            url: database.url(),
            folder: home.path().join("desk"),
        };
        Self::at(place, home, Some(database)).await
    }

    async fn at(place: Place, home: TempDir, database: Option<Database>) -> Self {
        let mut shop = Self {
            host: None,
            clock: Arc::new(AtomicI64::new(NOW)),
            place,
            home,
            database,
        };
        shop.host = Some(shop.another_desk(Opening::Desk).await.unwrap());
        shop
    }

    /// Opens the same shop once more: another desk on a server, a look beside this one in a folder.
    ///
    /// # Errors
    /// As [`Host::open`].
    pub async fn another_desk(&self, opening: Opening) -> Result<Host, ApiError> {
        let clock = Arc::clone(&self.clock);
        let clock = Arc::new(move || clock.load(Ordering::SeqCst));
        Host::open(self.place.clone(), opening, clock, "desk").await
    }

    /// The open shop.
    ///
    /// # Panics
    /// Between [`TestShop::close`] and [`TestShop::reopen`].
    #[must_use]
    pub fn host(&self) -> &Host {
        self.host.as_ref().expect("the shop is closed")
    }

    /// The desk behind the door, for a test of one flow.
    #[must_use]
    pub fn desk(&self) -> &flows::Desk {
        self.host().desk()
    }

    /// Where the shop is kept.
    #[must_use]
    pub fn place(&self) -> &Place {
        &self.place
    }

    /// A folder of this test, outside the shop's own.
    #[must_use]
    pub fn home(&self) -> &Path {
        self.home.path()
    }

    /// The shop's clock.
    #[must_use]
    pub fn now(&self) -> i64 {
        self.clock.load(Ordering::SeqCst)
    }

    /// Moves the clock by so many milliseconds.
    pub fn advance(&self, by: i64) {
        self.clock.fetch_add(by, Ordering::SeqCst);
    }

    /// Writes a file beside the shop and says where.
    ///
    /// # Panics
    /// When it cannot be written.
    #[must_use]
    pub fn file(&self, name: &str, bytes: impl AsRef<[u8]>) -> PathBuf {
        let path = self.home.path().join(name);
        std::fs::write(&path, bytes).unwrap();
        path
    }

    /// Ends cleanly; [`TestShop::reopen`] goes on.
    ///
    /// # Panics
    /// When it does not close.
    pub async fn close(&mut self) {
        if let Some(host) = self.host.take() {
            host.close().await.unwrap();
        }
    }

    /// Opens it again, as after a restart.
    ///
    /// # Panics
    /// When it does not open.
    pub async fn reopen(&mut self) {
        self.close().await;
        self.host = Some(self.another_desk(Opening::Desk).await.unwrap());
    }

    /// Makes the shop "Kiln & Co" in Berlin, run by Ida, in euros and English.
    pub async fn make(&self) -> Value {
        let shop = json!({
            "name": "Kiln & Co", "country": "DE", "currency": "EUR", "zone": "Europe/Berlin",
            "language": "en", "user": "Ida",
        });
        self.call("shop_make", shop).await
    }

    /// Runs a command that is expected to be done.
    ///
    /// # Panics
    /// When it is not, or as [`TestShop::try_call`].
    pub async fn call(&self, name: &str, body: Value) -> Value {
        match self.try_call(name, body.clone()).await {
            Ok(answer) => answer,
            Err(error) => panic!("{name} {body}: {error:?}"),
        }
    }

    /// Runs a command, and looks afterwards whether all is well: the invariants hold, a query changed
    /// nothing, and nothing went stale that the command does not declare.
    ///
    /// # Errors
    /// What the command says.
    ///
    /// # Panics
    /// When something does not hold.
    pub async fn try_call(&self, name: &str, body: Value) -> Result<Value, ApiError> {
        let mut heard = self.host().subscribe();
        let answer = self.host().call(name, body.clone()).await;
        let mut told: Vec<Tag> = Vec::new();
        while let Ok(changed) = heard.try_recv() {
            told.extend(changed.tags);
        }
        if let Some(command) = COMMANDS.iter().find(|c| c.name == name) {
            if command.kind == Kind::Query {
                assert!(
                    told.is_empty(),
                    "{name} only looks, and made {told:?} stale"
                );
            }
            if answer.is_ok() {
                let undeclared: Vec<&Tag> =
                    told.iter().filter(|t| !command.tags.contains(t)).collect();
                assert!(
                    undeclared.is_empty(),
                    "{name} made {undeclared:?} stale and does not say so"
                );
            } else {
                assert!(
                    told.is_empty(),
                    "{name} {body} failed, and made {told:?} stale: {answer:?}"
                );
            }
        }
        self.check(&format!("{name} {body}")).await;
        answer
    }

    /// Looks whether everything holds.
    ///
    /// # Panics
    /// When it does not; `after` says after what.
    pub async fn check(&self, after: &str) {
        let broken = invariants(&self.desk().store).await;
        assert!(broken.is_empty(), "after {after}\n{}", broken.join("\n"));
    }

    /// The whole file of a document.
    ///
    /// # Panics
    /// When there is none.
    pub async fn document(&self, id: i64) -> (String, String, Vec<u8>) {
        self.host().document(id, None).await.unwrap()
    }

    /// One number of the database, for what no command tells.
    ///
    /// # Panics
    /// When the statement does not run.
    pub async fn number(&self, sql: &str) -> i64 {
        number(&self.desk().store, sql).await
    }

    /// The rows of a query, each as one text; some columns are left out by their names.
    ///
    /// # Panics
    /// When the statement does not run.
    pub async fn rows(&self, sql: &str, without: &[&str]) -> Vec<String> {
        let mut reader = self.desk().store.read().await.unwrap();
        let rows = sqlx::query(AssertSqlSafe(sql.to_owned()))
            .fetch_all(reader.db())
            .await
            .unwrap();
        let cell = |row: &sqlx::any::AnyRow, at: usize| {
            row.try_get::<Option<i64>, _>(at)
                .map(|n| format!("{n:?}"))
                .or_else(|_| {
                    row.try_get::<Option<String>, _>(at)
                        .map(|t| format!("{t:?}"))
                })
                .unwrap_or_default()
        };
        rows.iter()
            .map(|row| {
                let columns = row.columns().iter().enumerate();
                let kept = columns.filter(|(_, c)| !without.contains(&c.name()));
                let cells: Vec<String> = kept
                    .map(|(at, column)| format!("{} {}", column.name(), cell(row, at)))
                    .collect();
                cells.join(", ")
            })
            .collect()
    }

    /// Writes to the database behind the back of every rule.
    ///
    /// # Panics
    /// When a statement does not run.
    pub async fn plant(&self, sql: &str) {
        plant(self.desk(), sql).await;
    }

    /// Ends the shop; it must be sound.
    ///
    /// # Panics
    /// When it is not.
    pub async fn end(mut self) {
        if self.host.is_some() {
            self.check("the end").await;
        }
        self.close().await;
        if let Some(database) = self.database {
            database.end().await;
        }
    }
}

/// One number of a database, for what no command tells.
///
/// # Panics
/// When the statement does not run.
pub async fn number(store: &Store, sql: &str) -> i64 {
    let mut reader = store.read().await.unwrap();
    sqlx::query_scalar(AssertSqlSafe(sql.to_owned()))
        .fetch_one(reader.db())
        .await
        .unwrap()
}

/// Writes to a database behind the back of every rule.
///
/// # Panics
/// When a statement does not run.
pub async fn plant(desk: &flows::Desk, sql: &str) {
    let mut w = desk.write().await.unwrap();
    sqlx::raw_sql(AssertSqlSafe(sql.to_owned()))
        .execute(w.db())
        .await
        .unwrap_or_else(|error| panic!("{sql}: {error}"));
    w.commit().await.unwrap();
}
