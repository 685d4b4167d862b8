//! The one error that hosts see.

use domain::{Refusal, Sentence};
use flows::FlowError;
use flows::StoreError;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

domain::words_of! {
    /// What kind of error it is: what the person, or the program, can do about it.
    pub enum Code {
        /// The request is not what the command takes.
        Invalid = "invalid",
        /// The rules say no; the sentence says why.
        Refused = "refused",
        /// It is not there.
        NotFound = "not_found",
        /// Somebody changed it meanwhile: look again.
        Stale = "stale",
        /// This shop is open in another Backroom.
        InUse = "in_use",
        /// It was stopped on request; nothing is half done.
        Cancelled = "cancelled",
        /// A file or the disk.
        File = "file",
        /// The database.
        Storage = "storage",
        /// A printer.
        Printer = "printer",
        /// A fault of ours.
        Internal = "internal",
    }
}

/// Why a command did not do what was asked.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct ApiError {
    /// The kind.
    pub code: Code,
    /// What happened and what to do next.
    pub message: Sentence,
    /// The field of the request that it is about, or empty.
    #[serde(default)]
    pub field: String,
    /// For a log: what the machine said. Never shown first, never with personal data.
    #[serde(default)]
    pub trace: String,
}

impl ApiError {
    pub(crate) fn unknown_command(name: &str) -> Self {
        Self {
            code: Code::NotFound,
            message: Sentence::new("api-unknown-command").with("name", name),
            field: String::new(),
            trace: String::new(),
        }
    }
}

impl From<FlowError> for ApiError {
    fn from(error: FlowError) -> Self {
        let trace = error.to_string();
        let (code, message, field) = match error {
            FlowError::Refused(Refusal(sentence)) => (Code::Refused, sentence, ""),
            FlowError::NotFound(what) => (
                Code::NotFound,
                Sentence::new("api-not-found").with("what", what),
                "",
            ),
            FlowError::Stale => (Code::Stale, Sentence::new("api-stale"), ""),
            FlowError::NoShop => (Code::Refused, Sentence::new("api-no-shop"), ""),
            FlowError::Stopped => (Code::Cancelled, Sentence::new("api-stopped"), ""),
            FlowError::Invalid { field, sentence } => (Code::Invalid, sentence, field),
            FlowError::File { path, .. } => {
                (Code::File, Sentence::new("api-file").with("path", path), "")
            }
            FlowError::Printer(problem) => (
                Code::Printer,
                Sentence::new("api-printer").with("problem", problem),
                "",
            ),
            FlowError::Store(error) => {
                let (code, sentence) = of_store(&error);
                (code, sentence, "")
            }
        };
        Self {
            code,
            message,
            field: field.to_owned(),
            trace,
        }
    }
}

fn of_store(error: &StoreError) -> (Code, Sentence) {
    match error {
        StoreError::InUse => (Code::InUse, Sentence::new("api-in-use")),
        StoreError::Newer { found, known } => (
            Code::Storage,
            Sentence::new("api-newer")
                .with("found", *found)
                .with("known", *known),
        ),
        StoreError::EngineTooOld(version) => (
            Code::Storage,
            Sentence::new("api-engine-too-old").with("version", version.as_str()),
        ),
        StoreError::Stale => (Code::Stale, Sentence::new("api-stale")),
        StoreError::Exists(_) => (Code::Refused, Sentence::new("api-exists")),
        StoreError::Missing(what) => (
            Code::NotFound,
            Sentence::new("api-not-found").with("what", *what),
        ),
        StoreError::DiskFull => (Code::Storage, Sentence::new("api-disk-full")),
        StoreError::Damaged(_) => (Code::Storage, Sentence::new("api-damaged")),
        StoreError::File(path, _) => (
            Code::File,
            Sentence::new("api-file").with("path", path.as_str()),
        ),
        StoreError::Engine(_) => (Code::Storage, Sentence::new("api-engine")),
    }
}
