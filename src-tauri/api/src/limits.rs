//! How long a text may be that comes in through the door, and which sign it may not hold. The database
//! would take a megabyte in a name; every list, label and search would carry it from then on.
//!
//! Limits go by the field that a text stands in, in characters. Rooms may be stricter and say so in
//! sentences of their own; files have limits of their own (`channels::limits`).

use crate::{ApiError, Code};
use domain::Sentence;
use serde_json::Value;

/// Notes, which people write at length.
const NOTE: usize = 10_000;
/// Reasons, and a search.
const REASON: usize = 1_000;
/// Names, titles and lines of an address.
const NAME: usize = 300;
/// Codes: SKUs, barcodes, numbers of parcels, postcodes, telephones.
const CODE: usize = 200;
/// Paths of files, addresses of printers, the mark of a list's page.
const PLACE: usize = 4_096;
/// Anything else, such as the cells that a mapping names.
const OTHER: usize = 100_000;

/// What a field's text may be long at most; nothing for pictures, which are measured as pictures.
fn most(field: &str) -> Option<usize> {
    Some(match field {
        "png" | "logo_png" => return None,
        "note" | "gift_message" | "slip_note" => NOTE,
        "reason" | "why" | "text" => REASON,
        "name" | "company" | "title" | "options" | "line1" | "line2" | "line3" | "city"
        | "region" | "street" | "user" | "carrier" | "new_channel" | "save_mapping" | "saved" => {
            NAME
        }
        "sku" | "barcodes" | "bin" | "tracking" | "postcode" | "country" | "phone" | "hs_code"
        | "origin" => CODE,
        "code" => REASON,
        "path" | "folder" | "uri" | "backup_folder" | "after" => PLACE,
        _ => OTHER,
    })
}

/// Readers of barcodes add control signs, and what is searched for is folded: neither is stored.
fn takes_controls(field: &str) -> bool {
    matches!(field, "code" | "text")
}

/// Looks at every text of a request.
///
/// # Errors
/// Invalid, naming the field, when one is too long or holds U+0000, which no database stores.
pub(crate) fn check(body: &Value) -> Result<(), ApiError> {
    look("", body)
}

fn look(field: &str, value: &Value) -> Result<(), ApiError> {
    match value {
        Value::Null | Value::Bool(_) | Value::Number(_) => Ok(()),
        Value::String(text) => text_of(field, text),
        Value::Array(all) => all.iter().try_for_each(|one| look(field, one)),
        Value::Object(fields) => fields.iter().try_for_each(|(name, one)| look(name, one)),
    }
}

fn text_of(field: &str, text: &str) -> Result<(), ApiError> {
    if text.contains('\0') && !takes_controls(field) {
        return Err(invalid(field, Sentence::new("text-has-nul")));
    }
    // A text has at most as many characters as bytes: most are not counted.
    match most(field) {
        Some(most) if text.len() > most && text.chars().count() > most => {
            let most = i64::try_from(most).unwrap_or(i64::MAX);
            Err(invalid(
                field,
                Sentence::new("text-too-long").with("most", most),
            ))
        }
        Some(_) | None => Ok(()),
    }
}

fn invalid(field: &str, message: Sentence) -> ApiError {
    ApiError {
        code: Code::Invalid,
        message,
        field: field.to_owned(),
        trace: String::new(),
    }
}
