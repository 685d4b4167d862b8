//! The queues of the computer's own print system.

use crate::ipp_printer::{PrinterState, ask, number, text, texts};
use crate::transport::Address;
use crate::{PrintError, raw};
use ipp::model::{DelimiterTag, StatusCode};
use ipp::prelude::{IppAttributeGroup, IppOperationBuilder};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// Where CUPS listens.
pub const CUPS: &str = "ipp://localhost:631/";

/// A queue, as a list shows it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct Printer {
    /// Its address, as [`crate::Target::Ipp`] takes it.
    pub uri: String,
    /// Its short name.
    pub name: String,
    /// Its description, maker and model.
    pub info: String,
    /// Where it stands, or empty.
    pub location: String,
    /// What it is doing.
    pub state: PrinterState,
    /// Why, keywords of IPP.
    pub reasons: Vec<String>,
    /// Whether it takes jobs.
    pub accepting: bool,
}

/// The queues of this computer, by name.
///
/// # Errors
/// `NoQueues` when no print system answers on this computer.
pub fn queues() -> Result<Vec<Printer>, PrintError> {
    queues_at(CUPS)
}

/// The queues of a print server, by name.
///
/// # Errors
/// As [`queues`].
pub fn queues_at(server: &str) -> Result<Vec<Printer>, PrintError> {
    let address = Address::read(server)?;
    let silent = |error: PrintError| PrintError::NoQueues(error.to_string());
    drop(raw::connect(&address.host, address.port).map_err(silent)?);
    let cups = IppOperationBuilder::cups();
    let answer = match ask(&address, cups.get_printers()) {
        Ok(answer) => answer,
        // CUPS answers "not found" when it has no queue at all.
        Err(PrintError::Refused { status, .. })
            if status == StatusCode::ClientErrorNotFound.to_string() =>
        {
            return Ok(Vec::new());
        }
        Err(error) => return Err(silent(error)),
    };
    let mut printers: Vec<Printer> = answer
        .attributes()
        .groups_of(DelimiterTag::PrinterAttributes)
        .filter_map(|group| printer(group, &address))
        .collect();
    printers.sort_by(|a, b| a.name.cmp(&b.name));
    Ok(printers)
}

fn printer(group: &IppAttributeGroup, server: &Address) -> Option<Printer> {
    let name = text(group, "printer-name");
    if name.is_empty() {
        return None;
    }
    let told = text(group, "printer-uri-supported");
    let uri = if told.is_empty() {
        format!("ipp://{}/printers/{name}", server.name())
    } else {
        told
    };
    let description = text(group, "printer-info");
    Some(Printer {
        uri,
        info: if description.is_empty() {
            text(group, "printer-make-and-model")
        } else {
            description
        },
        location: text(group, "printer-location"),
        state: PrinterState::of(number(group, "printer-state")),
        reasons: texts(group, "printer-state-reasons"),
        accepting: text(group, "printer-is-accepting-jobs") != "false",
        name,
    })
}
