//! The open shop behind the window.
//!
//! The window comes up while the shop is still being opened, checked or migrated; requests wait
//! for it. A shop that does not open answers every request with the reason.

use super::place::Whereabouts;
use super::{clock, errors, place};
use api::{ApiError, Host, Opening};
use serde_json::Value;
use std::sync::Arc;
use tauri::{AppHandle, Manager};
use tokio::sync::watch;

type Opened = Option<Result<Arc<Host>, ApiError>>;

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
            let shop =
                Host::open(place, Opening::Desk, clock, &place::name_of_this_computer()).await;
            let shop = shop.map(Arc::new);
            if let Ok(host) = &shop {
                super::events::forward(&app, host.subscribe());
            }
            let due = shop.as_ref().ok().map(Arc::downgrade);
            let _ = tell.send(Some(shop));
            // What falls due by the clock is looked at every hour as long as it is open, and first when the
            // window stands: a look at all of the data is not what a person should wait for.
            tokio::time::sleep(std::time::Duration::from_secs(20)).await;
            while let Some(host) = due.as_ref().and_then(std::sync::Weak::upgrade) {
                // What could not be done stays due; the next hour tries again.
                let _ = host.daily().await;
                drop(host);
                tokio::time::sleep(std::time::Duration::from_secs(3_600)).await;
            }
        });
        Ok(Self { opened })
    }

    /// Answers a request of the page.
    pub(crate) async fn call(&self, name: &str, body: Value) -> Result<Value, ApiError> {
        self.host().await?.call(name, body).await
    }

    /// A document by its id; one page of it alone when one is named, from 1.
    pub(crate) async fn document(&self, id: i64, page: Option<i64>) -> Result<Document, ApiError> {
        let (kind, name, bytes) = self.host().await?.document(id, page).await?;
        Ok(Document { kind, name, bytes })
    }

    /// Ends the shop cleanly, if it was ever open.
    pub(crate) async fn close(&self) {
        let shop = self.opened.borrow().clone();
        if let Some(Ok(host)) = shop {
            // Without its mark of a clean end the next start checks the whole database, which is
            // all that can be done about it now.
            let _ = host.close().await;
        }
    }

    async fn host(&self) -> Result<Arc<Host>, ApiError> {
        let mut opened = self.opened.clone();
        match opened.wait_for(Option::is_some).await.as_deref() {
            Ok(Some(shop)) => shop.clone(),
            // The task that opens the shop ended without a word: it panicked.
            Ok(None) | Err(_) => Err(errors::broken()),
        }
    }
}
