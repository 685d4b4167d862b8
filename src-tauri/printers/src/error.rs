//! Why paper did not come, or may not have come.

use domain::Sentence;
use std::io;
use std::path::PathBuf;

/// What went wrong. Every case but [`Self::Unclear`] means that nothing was printed.
#[derive(Debug, thiserror::Error)]
pub enum PrintError {
    /// The printer's address is not one.
    #[error("not a printer's address: {0}")]
    BadAddress(String),
    /// Nobody answered, before anything was sent.
    #[error("{printer} cannot be reached: {reason}")]
    Unreachable {
        /// Host and port.
        printer: String,
        /// The system's words, for the log.
        reason: String,
    },
    /// No print system answers on this computer.
    #[error("no CUPS on this computer: {0}")]
    NoQueues(String),
    /// Something answered that is not a printer.
    #[error("{printer} does not answer as a printer: {reason}")]
    NotAPrinter {
        /// Host and port.
        printer: String,
        /// What was wrong with the answer, for the log.
        reason: String,
    },
    /// The printer said no; nothing was printed.
    #[error("{printer} refused the job: {status} {message}")]
    Refused {
        /// Host and port.
        printer: String,
        /// The IPP or HTTP status by name.
        status: String,
        /// The printer's own words, or empty.
        message: String,
    },
    /// The printer takes no jobs at the moment.
    #[error("{printer} is not accepting jobs")]
    NotAccepting {
        /// Host and port.
        printer: String,
        /// Its reasons, keywords of IPP.
        reasons: Vec<String>,
    },
    /// The printer does not understand this kind of document.
    #[error("{printer} cannot print {mime}")]
    Format {
        /// Host and port.
        printer: String,
        /// The document's kind.
        mime: String,
        /// What the printer does understand.
        supported: Vec<String>,
    },
    /// A part or all of it left, and no answer came: it may or may not be printed. Never retried.
    #[error("it is unclear whether {printer} has printed: {reason}")]
    Unclear {
        /// Host and port.
        printer: String,
        /// What broke, for the log.
        reason: String,
    },
    /// The file could not be written.
    #[error("{path} cannot be written: {source}")]
    File {
        /// Where it should have gone.
        path: PathBuf,
        /// The system's error.
        source: io::Error,
    },
    /// This target is opened by the window, not by this room.
    #[error("the viewer is opened by the window")]
    Viewer,
    /// There is nothing to print.
    #[error("the document is empty")]
    Empty,
}

impl PrintError {
    /// Whether paper may have come out all the same. If so, ask a person before printing again.
    #[must_use]
    pub fn may_have_printed(&self) -> bool {
        matches!(self, Self::Unclear { .. })
    }

    /// What to tell the person, with what to do next.
    #[must_use]
    pub fn sentence(&self) -> Sentence {
        match self {
            Self::BadAddress(address) => {
                Sentence::new("printer-bad-address").with("address", address.as_str())
            }
            Self::Unreachable { printer, .. } => {
                Sentence::new("printer-unreachable").with("printer", printer.as_str())
            }
            Self::NoQueues(_) => Sentence::new("printer-no-queues"),
            Self::NotAPrinter { printer, .. } => {
                Sentence::new("printer-not-a-printer").with("printer", printer.as_str())
            }
            Self::Refused {
                printer,
                status,
                message,
            } => {
                let said = if message.is_empty() { status } else { message };
                Sentence::new("printer-refused")
                    .with("printer", printer.as_str())
                    .with("said", said.as_str())
            }
            Self::NotAccepting { printer, .. } => {
                Sentence::new("printer-not-accepting").with("printer", printer.as_str())
            }
            Self::Format { printer, mime, .. } => Sentence::new("printer-format")
                .with("printer", printer.as_str())
                .with("format", mime.as_str()),
            Self::Unclear { printer, .. } => {
                Sentence::new("printer-unclear").with("printer", printer.as_str())
            }
            Self::File { path, .. } => {
                Sentence::new("printer-file").with("path", path.display().to_string())
            }
            Self::Viewer => Sentence::new("printer-viewer"),
            Self::Empty => Sentence::new("printer-empty"),
        }
    }
}
