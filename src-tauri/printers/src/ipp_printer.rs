//! Printers that speak IPP (RFC 8010, RFC 8011): asking what they can, and handing them a job.

use crate::transport::{Address, Silence, send};
use crate::{PrintError, PrintJob, Printed, clean_title, raw, reason};
use domain::Sentence;
use ipp::model::{DelimiterTag, StatusCode};
use ipp::prelude::{
    IppAttribute, IppAttributeGroup, IppOperationBuilder, IppPayload, IppRequestResponse, IppValue,
};
use serde::{Deserialize, Serialize};
use std::time::Duration;
use ts_rs::TS;

/// How long a question may take.
const QUESTION: Duration = Duration::from_secs(10);

/// How long a document may take; slow label printers read while they print.
const DOCUMENT: Duration = Duration::from_secs(300);

/// What a printer is doing.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum PrinterState {
    /// Ready.
    Idle,
    /// At work.
    Processing,
    /// Waiting for a person.
    Stopped,
    /// It did not say.
    Unknown,
}

impl PrinterState {
    /// From IPP's number (RFC 8011, section 5.4.11).
    pub(crate) fn of(number: Option<i32>) -> Self {
        match number {
            Some(3) => Self::Idle,
            Some(4) => Self::Processing,
            Some(5) => Self::Stopped,
            _ => Self::Unknown,
        }
    }
}

/// What a printer can do and how it is.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[ts(rename = "PrinterAbilities")]
pub struct Abilities {
    /// Its name.
    pub name: String,
    /// Maker and model.
    pub make: String,
    /// Kinds of documents that it understands.
    pub formats: Vec<String>,
    /// Papers that it knows (PWG 5101.1 names).
    pub media: Vec<String>,
    /// Papers that lie in it, if it says so.
    pub media_ready: Vec<String>,
    /// The paper it takes when none is named, or empty.
    pub media_default: String,
    /// Dots per inch, across and along.
    pub resolutions: Vec<(i32, i32)>,
    /// What it is doing.
    pub state: PrinterState,
    /// Why, keywords of IPP.
    pub reasons: Vec<String>,
    /// Whether it takes jobs.
    pub accepting: bool,
}

impl Abilities {
    /// Whether it understands a kind of document. `application/octet-stream` in a printer's list
    /// means that it finds out by itself, which is trusted for printer languages only.
    #[must_use]
    pub fn takes(&self, mime: &str) -> bool {
        let has = |wanted: &str| self.formats.iter().any(|f| f.eq_ignore_ascii_case(wanted));
        has(mime) || (mime.starts_with("application/vnd.") && has("application/octet-stream"))
    }
}

/// Asks a printer what it can do.
///
/// # Errors
/// `BadAddress`, `Unreachable`, `NotAPrinter`, `Refused`.
pub fn probe(uri: &str) -> Result<Abilities, PrintError> {
    let address = Address::read(uri)?;
    // An own short call first: whoever does not answer in 3 seconds is not there.
    drop(raw::connect(&address.host, address.port)?);
    let question = IppOperationBuilder::get_printer_attributes(address.uri.clone())
        .attributes([
            "printer-name",
            "printer-make-and-model",
            "document-format-supported",
            "media-supported",
            "media-ready",
            "media-default",
            "printer-resolution-supported",
            "printer-state",
            "printer-state-reasons",
            "printer-is-accepting-jobs",
        ])
        .build()
        .map_err(|e| PrintError::BadAddress(e.to_string()))?;
    let answer = ask(&address, question)?;
    let none = IppAttributeGroup::new(DelimiterTag::PrinterAttributes);
    let group = answer
        .attributes()
        .first_of(DelimiterTag::PrinterAttributes)
        .unwrap_or(&none);
    Ok(Abilities {
        name: text(group, "printer-name"),
        make: text(group, "printer-make-and-model"),
        formats: texts(group, "document-format-supported"),
        media: texts(group, "media-supported"),
        media_ready: texts(group, "media-ready"),
        media_default: text(group, "media-default"),
        resolutions: resolutions(group),
        state: PrinterState::of(number(group, "printer-state")),
        reasons: texts(group, "printer-state-reasons"),
        accepting: text(group, "printer-is-accepting-jobs") != "false",
    })
}

/// Hands a job to a printer.
pub(crate) fn print(uri: &str, job: &PrintJob) -> Result<Printed, PrintError> {
    let address = Address::read(uri)?;
    let can = probe(uri)?;
    let printer = address.name();
    if !can.accepting {
        return Err(PrintError::NotAccepting {
            printer,
            reasons: can.reasons,
        });
    }
    if !can.formats.is_empty() && !can.takes(&job.mime) {
        return Err(PrintError::Format {
            printer,
            mime: job.mime.clone(),
            supported: can.formats,
        });
    }
    let answer = send_document(&address, job, &can)?;
    let status = answer.header().status_code();
    if !status.is_success() {
        return Err(if may_have_begun(status) {
            PrintError::Unclear {
                printer,
                reason: status.to_string(),
            }
        } else {
            refused(&address, &answer)
        });
    }
    let job_id = answer
        .attributes()
        .first_of(DelimiterTag::JobAttributes)
        .and_then(|group| number(group, "job-id"));
    Ok(Printed {
        job_id,
        place: printer,
        notes: notes(job, &can),
    })
}

/// Refusals that come while the printer is already at work, a jam for instance (RFC 8011, appendix
/// B.1.5): paper may have come out.
fn may_have_begun(status: StatusCode) -> bool {
    matches!(
        status,
        StatusCode::ClientErrorTimeout
            | StatusCode::ServerErrorInternalError
            | StatusCode::ServerErrorDeviceError
            | StatusCode::ServerErrorJobCanceled
            | StatusCode::UnknownStatusCode
    )
}

fn notes(job: &PrintJob, can: &Abilities) -> Vec<Sentence> {
    let mut notes = Vec::new();
    if let Some(media) = job.media.as_ref().filter(|m| !knows(&can.media, m)) {
        notes.push(Sentence::new("printer-note-paper").with("paper", media.as_str()));
    }
    let stops: Vec<String> = can
        .reasons
        .iter()
        .filter(|r| reason::is_stop(r))
        .cloned()
        .collect();
    notes.extend(reason::sentences(&stops));
    notes
}

fn knows(media: &[String], wanted: &str) -> bool {
    media.is_empty() || media.iter().any(|m| m == wanted)
}

/// From here on silence is unclear: the document is on its way.
fn send_document(
    address: &Address,
    job: &PrintJob,
    can: &Abilities,
) -> Result<IppRequestResponse, PrintError> {
    let bad = |e: ipp::parser::IppParseError| PrintError::BadAddress(e.to_string());
    let mut attributes = vec![keyword("print-scaling", "none").map_err(bad)?];
    if job.copies > 1 {
        let copies = IppValue::Integer(i32::from(job.copies));
        attributes.push(IppAttribute::with_name("copies", copies).map_err(bad)?);
    }
    if let Some(media) = job.media.as_ref().filter(|m| knows(&can.media, m)) {
        attributes.push(keyword("media", media).map_err(bad)?);
    }
    let operation = IppOperationBuilder::print_job(address.uri.clone(), IppPayload::empty())
        .user_name(clean_title(&job.user))
        .job_title(clean_title(&job.title))
        .document_format(&job.mime)
        .attributes(attributes)
        .build()
        .map_err(bad)?;
    let printer = address.name();
    send(address, operation, &job.bytes, DOCUMENT).map_err(|silence| match silence {
        // An HTTP refusal comes instead of the print, not after it.
        Silence::Http(code) if (400..500).contains(&code) => PrintError::Refused {
            printer,
            status: format!("HTTP {code}"),
            message: String::new(),
        },
        Silence::Http(code) => PrintError::Unclear {
            printer,
            reason: format!("HTTP {code}"),
        },
        Silence::Strange(reason) | Silence::Broken(reason) => {
            PrintError::Unclear { printer, reason }
        }
    })
}

fn keyword(name: &str, value: &str) -> Result<IppAttribute, ipp::parser::IppParseError> {
    IppAttribute::with_name(name, IppValue::new_keyword(value)?)
}

/// Asks something that changes nothing.
pub(crate) fn ask(
    address: &Address,
    question: impl Into<IppRequestResponse>,
) -> Result<IppRequestResponse, PrintError> {
    let printer = address.name();
    let answer = send(address, question, &[], QUESTION).map_err(|silence| match silence {
        Silence::Strange(reason) => PrintError::NotAPrinter { printer, reason },
        Silence::Http(code) => PrintError::NotAPrinter {
            printer,
            reason: format!("HTTP {code}"),
        },
        Silence::Broken(reason) => PrintError::Unreachable { printer, reason },
    })?;
    if answer.header().status_code().is_success() {
        Ok(answer)
    } else {
        Err(refused(address, &answer))
    }
}

fn refused(address: &Address, answer: &IppRequestResponse) -> PrintError {
    let message = answer
        .attributes()
        .first_of(DelimiterTag::OperationAttributes)
        .map(|group| text(group, "status-message"))
        .unwrap_or_default();
    PrintError::Refused {
        printer: address.name(),
        status: answer.header().status_code().to_string(),
        message: message
            .chars()
            .filter(|c| !c.is_control())
            .take(200)
            .collect(),
    }
}

/// All values of an attribute as text.
pub(crate) fn texts(group: &IppAttributeGroup, name: &str) -> Vec<String> {
    group
        .get(name)
        .map(|attribute| attribute.value().into_iter().map(plain).collect())
        .unwrap_or_default()
}

/// The first value of an attribute as text, or empty.
pub(crate) fn text(group: &IppAttributeGroup, name: &str) -> String {
    texts(group, name).into_iter().next().unwrap_or_default()
}

/// The first value of an attribute as a number.
pub(crate) fn number(group: &IppAttributeGroup, name: &str) -> Option<i32> {
    text(group, name).parse().ok()
}

fn plain(value: &IppValue) -> String {
    if let IppValue::TextWithLanguage { text, .. } = value {
        return text.to_string();
    }
    if let IppValue::NameWithLanguage { name, .. } = value {
        return name.to_string();
    }
    value.to_string()
}

fn resolutions(group: &IppAttributeGroup) -> Vec<(i32, i32)> {
    let Some(attribute) = group.get("printer-resolution-supported") else {
        return Vec::new();
    };
    attribute
        .value()
        .into_iter()
        .filter_map(|value| {
            let IppValue::Resolution {
                cross_feed,
                feed,
                units,
            } = value
            else {
                return None;
            };
            // 3: dots per inch, 4: per centimetre (RFC 8011, section 5.1.16).
            match units {
                3 => Some((*cross_feed, *feed)),
                4 => Some((per_inch(*cross_feed), per_inch(*feed))),
                _ => None,
            }
        })
        .collect()
}

fn per_inch(per_centimetre: i32) -> i32 {
    per_centimetre.saturating_mul(254) / 100
}
