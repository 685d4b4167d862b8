//! What became of a job.

use crate::ipp_printer::{ask, number, text, texts};
use crate::transport::Address;
use crate::{PrintError, reason};
use domain::Sentence;
use ipp::model::DelimiterTag;
use ipp::prelude::{IppAttributeGroup, IppOperationBuilder};
use serde::{Deserialize, Serialize};
use std::time::Duration;
use ts_rs::TS;

/// Where a job stands (RFC 8011, section 5.3.7).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
#[ts(rename = "PrintJobState")]
pub enum JobState {
    /// Waiting its turn.
    Pending,
    /// Held in the queue.
    Held,
    /// Being printed.
    Processing,
    /// Begun, and waiting for a person (out of paper).
    Stopped,
    /// Cancelled.
    Cancelled,
    /// Given up by the printer.
    Aborted,
    /// Printed.
    Completed,
    /// The printer did not say, or no longer knows the job.
    Unknown,
}

impl JobState {
    fn of(number: Option<i32>) -> Self {
        match number {
            Some(3) => Self::Pending,
            Some(4) => Self::Held,
            Some(5) => Self::Processing,
            Some(6) => Self::Stopped,
            Some(7) => Self::Cancelled,
            Some(8) => Self::Aborted,
            Some(9) => Self::Completed,
            _ => Self::Unknown,
        }
    }

    /// Whether nothing more will happen.
    #[must_use]
    pub fn is_over(self) -> bool {
        match self {
            Self::Cancelled | Self::Aborted | Self::Completed => true,
            Self::Pending | Self::Held | Self::Processing | Self::Stopped | Self::Unknown => false,
        }
    }
}

/// Where a job stands, and why.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[ts(rename = "PrintJobStatus")]
pub struct JobStatus {
    /// The state.
    pub state: JobState,
    /// Keywords of IPP: the job's, and while it waits the printer's.
    pub reasons: Vec<String>,
    /// The same for a person.
    pub sentences: Vec<Sentence>,
    /// The printer's own words, or empty.
    pub message: String,
}

/// Asks once where a job stands; while it is not over, the printer's own reasons are asked too.
///
/// # Errors
/// `BadAddress`, `Unreachable`, `NotAPrinter`, `Refused` (the printer no longer knows the job).
pub fn job_status(uri: &str, job_id: i32) -> Result<JobStatus, PrintError> {
    let address = Address::read(uri)?;
    let question = IppOperationBuilder::get_job_attributes(address.uri.clone(), job_id)
        .build()
        .map_err(|e| PrintError::BadAddress(e.to_string()))?;
    let answer = ask(&address, question)?;
    let none = IppAttributeGroup::new(DelimiterTag::JobAttributes);
    let group = answer
        .attributes()
        .first_of(DelimiterTag::JobAttributes)
        .unwrap_or(&none);
    let state = JobState::of(number(group, "job-state"));
    let mut reasons = texts(group, "job-state-reasons");
    if !state.is_over() {
        // A job waits silently while its printer says why: out of paper, cover open.
        let printer = crate::probe(uri)?;
        reasons.extend(printer.reasons.into_iter().filter(|r| reason::is_stop(r)));
    }
    reasons.retain(|reason| reason != "none");
    Ok(JobStatus {
        state,
        sentences: reason::sentences(&reasons),
        reasons,
        message: text(group, "job-state-message"),
    })
}

/// Asks every `every` where a job stands, at most `times` times, until it is over or `go_on` says
/// no. `go_on` sees each status, so that a screen can show "out of paper" while it lasts. Returns
/// the last status: a job that is still waiting then is not a failure.
///
/// # Errors
/// As [`job_status`]; a printer that falls silent while the job is watched is `Unclear`.
pub fn watch(
    uri: &str,
    job_id: i32,
    every: Duration,
    times: u32,
    mut go_on: impl FnMut(&JobStatus) -> bool,
) -> Result<JobStatus, PrintError> {
    let mut asked = 0;
    loop {
        let status = job_status(uri, job_id).map_err(unclear_when_silent)?;
        asked += 1;
        if !go_on(&status) || status.state.is_over() || asked >= times.max(1) {
            return Ok(status);
        }
        std::thread::sleep(every);
    }
}

/// The job was taken; that nobody answers now does not mean that it was not printed.
fn unclear_when_silent(error: PrintError) -> PrintError {
    match error {
        PrintError::Unreachable { printer, reason }
        | PrintError::NotAPrinter { printer, reason } => PrintError::Unclear { printer, reason },
        PrintError::BadAddress(_)
        | PrintError::NoQueues(_)
        | PrintError::Refused { .. }
        | PrintError::NotAccepting { .. }
        | PrintError::Format { .. }
        | PrintError::Unclear { .. }
        | PrintError::File { .. }
        | PrintError::Viewer
        | PrintError::Empty => error,
    }
}
