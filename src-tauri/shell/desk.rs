//! The open shop behind the window.
//!
//! The window comes up while the shop is still being opened, checked or migrated; requests wait
//! for it. A shop that does not open answers every request with the reason, apart from its backups: one
//! of them can take its place without the window being closed.

use super::place::Whereabouts;
use super::{clock, errors, place};
use api::{ApiError, House, Opening};
use serde_json::Value;
use std::sync::Arc;
use tauri::{AppHandle, Manager};
use tokio::sync::watch;

type Opened = Option<Arc<House>>;

/// The shop of this window.
pub(crate) struct Desk {
    opened: watch::Receiver<Opened>,
}

/// A document as the shop gives it.
pub(crate) struct Document {
    /// Media type.
    pub(crate) kind: String,
    /// The name that a copy of it gets.
    pub(crate) name: String,
    /// The exact bytes.
    pub(crate) bytes: Vec<u8>,
}

impl Desk {
    /// Begins to open the shop; returns at once.
    pub(crate) fn opening(app: &AppHandle, whereabouts: Whereabouts) -> tauri::Result<Self> {
        // Of this computer, not of the person's roaming profile: a database in a synchronised
        // folder is a database with two writers.
        let place = whereabouts.place(&app.path().app_local_data_dir()?);
        let (tell, opened) = watch::channel(None);
        let app = app.clone();
        tauri::async_runtime::spawn(async move {
            let clock = clock::of_this_computer();
            let device = place::name_of_this_computer();
            let house = Arc::new(House::open(place, Opening::Desk, clock, &device).await);
            super::events::forward(&app, house.subscribe());
            let due = Arc::downgrade(&house);
            let _ = tell.send(Some(house));
            // What falls due by the clock is looked at every hour as long as it is open, and first when the
            // window stands: a look at all of the data is not what a person should wait for.
            tokio::time::sleep(std::time::Duration::from_secs(20)).await;
            while let Some(house) = due.upgrade() {
                // What could not be done stays due; the next hour tries again.
                let _ = house.daily().await;
                drop(house);
                tokio::time::sleep(std::time::Duration::from_secs(3_600)).await;
            }
        });
        Ok(Self { opened })
    }

    /// Answers a request of the page.
    pub(crate) async fn call(&self, name: &str, body: Value) -> Result<Value, ApiError> {
        self.house().await?.call(name, body).await
    }

    /// A document by its id; one page of it alone when one is named, from 1.
    pub(crate) async fn document(&self, id: i64, page: Option<i64>) -> Result<Document, ApiError> {
        let (kind, name, bytes) = self.house().await?.document(id, page).await?;
        Ok(Document { kind, name, bytes })
    }

    /// Ends the shop cleanly, if it was ever open.
    pub(crate) async fn close(&self) {
        let shop = self.opened.borrow().clone();
        if let Some(house) = shop {
            // Without its mark of a clean end the next start checks the whole database, which is
            // all that can be done about it now.
            let _ = house.close().await;
        }
    }

    async fn house(&self) -> Result<Arc<House>, ApiError> {
        let mut opened = self.opened.clone();
        match opened.wait_for(Option::is_some).await.as_deref() {
            Ok(Some(house)) => Ok(Arc::clone(house)),
            // The task that opens the shop ended without a word: it panicked.
            Ok(None) | Err(_) => Err(errors::broken()),
        }
    }
}
