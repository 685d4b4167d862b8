//! The one error that hosts see.

use domain::Sentence;
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
