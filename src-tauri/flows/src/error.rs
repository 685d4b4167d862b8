//! What can keep the shop from doing something.

use domain::{Refusal, Sentence};

/// The flows' errors.
#[derive(Debug, thiserror::Error)]
pub enum FlowError {
    /// The rules say no. An answer, not a failure.
    #[error(transparent)]
    Refused(#[from] Refusal),
    /// It is not there.
    #[error("no such {0}")]
    NotFound(&'static str),
    /// Somebody changed it meanwhile.
    #[error("it changed meanwhile")]
    Stale,
    /// The first run is still to come.
    #[error("there is no shop yet")]
    NoShop,
    /// Stopped on request; nothing is half done.
    #[error("stopped on request")]
    Stopped,
    /// A part of the request is not what it has to be.
    #[error("{field}: {}", .sentence.id)]
    Invalid {
        /// The field.
        field: &'static str,
        /// What is wrong and what to do.
        sentence: Sentence,
    },
    /// A file could not be read or written.
    #[error("{path}: {source}")]
    File {
        /// Which.
        path: String,
        /// Why.
        source: std::io::Error,
    },
    /// The database.
    #[error(transparent)]
    Store(store::StoreError),
    /// A printer said no.
    #[error("printer: {0}")]
    Printer(String),
}

impl From<store::StoreError> for FlowError {
    fn from(error: store::StoreError) -> Self {
        if matches!(error, store::StoreError::Stale) {
            Self::Stale
        } else {
            Self::Store(error)
        }
    }
}

/// Shorthand for this room.
pub type Result<T, E = FlowError> = std::result::Result<T, E>;
