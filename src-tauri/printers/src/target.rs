//! Where a document goes, and sending it there.

use crate::{PrintError, file, ipp_printer, raw};
use domain::Sentence;
use serde::{Deserialize, Serialize};
use std::path::PathBuf;
use ts_rs::TS;

/// Where a kind of document goes. Chosen per kind in the settings.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(tag = "kind", rename_all = "snake_case")]
#[ts(rename = "PrintTarget")]
pub enum Target {
    /// A printer or queue that speaks IPP.
    Ipp {
        /// `ipp://host:port/path`; port 631 when none is named.
        uri: String,
    },
    /// A label printer's raw port: what is sent is what it runs (ZPL, EPL).
    Raw {
        /// Name or address.
        host: String,
        /// Usually 9100.
        port: u16,
    },
    /// A file.
    File {
        /// Where.
        #[ts(type = "string")]
        path: PathBuf,
    },
    /// The desktop's own viewer; the window opens it.
    Viewer,
}

/// A document on its way to a printer.
#[derive(Debug, Clone)]
pub struct PrintJob {
    /// The document, exactly as it shall arrive.
    pub bytes: Vec<u8>,
    /// Its kind: `application/pdf`, `application/vnd.zebra-zpl`.
    pub mime: String,
    /// What the queue shows; cleaned before it is sent.
    pub title: String,
    /// 1 or more; 0 counts as 1.
    pub copies: u16,
    /// The paper's self-describing name (PWG 5101.1): `na_index-4x6_4x6in`, `iso_a6_105x148mm`.
    /// `None` leaves the printer's own default.
    pub media: Option<String>,
    /// Who prints, for the queue.
    pub user: String,
}

/// What became of a document that left.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct Printed {
    /// The printer's number for the job, to ask for its progress; raw ports and files have none.
    pub job_id: Option<i32>,
    /// Where it went, as people read it: host and port, or the file.
    pub place: String,
    /// What a person should know, though it was accepted: paper not known to the printer, printer
    /// out of paper.
    pub notes: Vec<Sentence>,
}

/// Sends a document. Returns when the printer has taken it, not when it is on paper: see
/// [`crate::watch`].
///
/// # Errors
/// See [`PrintError`]; only `Unclear` means that paper may have come out. [`Target::Viewer`] is
/// refused as `Viewer`.
pub fn print(target: &Target, job: &PrintJob) -> Result<Printed, PrintError> {
    if job.bytes.is_empty() {
        return Err(PrintError::Empty);
    }
    match target {
        Target::Ipp { uri } => ipp_printer::print(uri, job),
        Target::Raw { host, port } => raw::send(host, *port, &job.bytes, job.copies.max(1)),
        Target::File { path } => file::save(path, &job.bytes),
        Target::Viewer => Err(PrintError::Viewer),
    }
}
