//! A host's one door: a shop that is open, and commands by name.

use crate::error::{ApiError, Code};
use crate::{limits, list};
use domain::Sentence;
use flows::shop::Done;
use flows::{Changed, Opening, Place, Store};
use flows::{Clock, Desk};
use futures_util::FutureExt;
use serde::Serialize;
use serde::de::DeserializeOwned;
use serde_json::Value;
use std::panic::AssertUnwindSafe;
use tokio::sync::broadcast;

/// A shop that is open, for a window, the command line or the loopback server.
#[derive(Debug)]
pub struct Host {
    desk: Desk,
}

impl Host {
    /// Opens a shop; makes an empty one when there is none (not for [`Opening::Look`]).
    ///
    /// # Errors
    /// [`Code::InUse`] when another Backroom has it open; [`Code::Storage`] and [`Code::File`].
    pub async fn open(
        place: Place,
        opening: Opening,
        clock: Clock,
        device: &str,
    ) -> Result<Self, ApiError> {
        let store = Store::open(&place, opening, clock())
            .await
            .map_err(flows::FlowError::from)?;
        let desk = Desk::new(store, clock);
        if opening == Opening::Desk {
            // Whom an older backup brought back is erased before anybody sees them.
            flows::customers::replay(&desk).await?;
            flows::shop::sign_in(&desk, device).await?;
        }
        Ok(Self { desk })
    }

    /// Runs a command. A fault of ours inside it is caught here and becomes [`Code::Internal`].
    ///
    /// # Errors
    /// What the command says; [`Code::NotFound`] for a name that is no command.
    pub async fn call(&self, name: &str, body: Value) -> Result<Value, ApiError> {
        let running = AssertUnwindSafe(list::dispatch(&self.desk, name, body));
        running.catch_unwind().await.unwrap_or_else(|_| {
            Err(ApiError {
                code: Code::Internal,
                message: Sentence::new("api-internal"),
                field: String::new(),
                trace: format!("{name} panicked"),
            })
        })
    }

    /// What falls due by the clock: holds that end, untracked parcels that count as delivered, the
    /// day's backup. A host calls it at start and every hour.
    ///
    /// # Errors
    /// The store's; what was due stays due.
    pub async fn daily(&self) -> Result<Done, ApiError> {
        Ok(flows::shop::daily(&self.desk).await?)
    }

    /// Hears of every commit.
    #[must_use]
    pub fn subscribe(&self) -> broadcast::Receiver<Changed> {
        self.desk.store.subscribe()
    }

    /// A document's MIME type, name and bytes; of one page alone when one is named, from 1.
    ///
    /// # Errors
    /// [`Code::NotFound`]; [`Code::Invalid`] for a page that it does not have; [`Code::Storage`].
    pub async fn document(
        &self,
        id: i64,
        page: Option<i64>,
    ) -> Result<(String, String, Vec<u8>), ApiError> {
        Ok(flows::ship::document::bytes(&self.desk, id, page).await?)
    }

    /// The desk, for hosts that do work of their own in the background.
    #[must_use]
    pub fn desk(&self) -> &Desk {
        &self.desk
    }

    /// Ends cleanly.
    ///
    /// # Errors
    /// [`Code::Storage`] when the mark of a clean end could not be written.
    pub async fn close(&self) -> Result<(), ApiError> {
        Ok(self
            .desk
            .store
            .close()
            .await
            .map_err(flows::FlowError::from)?)
    }
}

/// Reads a request; the answer to a wrong one names the field as serde found it.
pub(crate) fn decode<T: DeserializeOwned>(body: Value) -> Result<T, ApiError> {
    // An absent body is an empty request, so that `call NAME` works without `{}`.
    let body = if body.is_null() {
        Value::Object(serde_json::Map::new())
    } else {
        body
    };
    let wrong = |problem: String| ApiError {
        code: Code::Invalid,
        message: Sentence::new("api-request-shape").with("problem", problem),
        field: String::new(),
        trace: String::new(),
    };
    // A list would be read field by field in the order of our source, which is nobody's business.
    if !body.is_object() {
        return Err(wrong("a request is an object".to_owned()));
    }
    limits::check(&body)?;
    serde_json::from_value(body).map_err(|e| wrong(e.to_string()))
}

pub(crate) fn encode<T: Serialize>(answer: &T) -> Result<Value, ApiError> {
    serde_json::to_value(answer).map_err(|e| ApiError {
        code: Code::Internal,
        message: Sentence::new("api-internal"),
        field: String::new(),
        trace: e.to_string(),
    })
}
