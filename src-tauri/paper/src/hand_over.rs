//! The hand-over list: what left with whom, to be signed when the carrier takes it.

mod layout;

use crate::display::Document;
use crate::measure::PaperSize;
use crate::notice::PaperError;
use domain::Millis;
use serde::{Deserialize, Serialize};

/// A hand-over list's fixed words.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct HandOverWords {
    /// `Hand-over list`.
    pub title: String,
    /// `Parcel`.
    pub parcel: String,
    /// `Number`, of the tracking.
    pub tracking: String,
    /// `To`.
    pub to: String,
    /// `Service`.
    pub service: String,
    /// `Weight`.
    pub weight: String,
    /// Under the shop's line: `Handed over by`.
    pub from: String,
    /// Under the carrier's line: `Taken over by, date, time`.
    pub taken: String,
    /// The page number with its places: `Page %1 of %2`.
    pub page: String,
}

/// One parcel.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct HandOverParcel {
    /// Its number.
    pub number: String,
    /// Its tracking number, or empty.
    pub tracking: String,
    /// Postcode, town and country. No name: the driver needs none.
    pub to: String,
    /// The service.
    pub service: String,
    /// Its weight in words, or empty.
    pub weight: String,
}

/// The parcels of one carrier; each carrier has a page of its own to sign.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct HandOverCarrier {
    /// Its name.
    pub name: String,
    /// How many parcels and what they weigh together, in words.
    pub summary: String,
    /// The parcels.
    pub parcels: Vec<HandOverParcel>,
}

/// What one hand-over list says.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct HandOverInput {
    /// The paper.
    pub paper: PaperSize,
    /// The shop's name, and when it was handed over: at the foot of each page.
    pub foot: String,
    /// Carrier by carrier.
    pub carriers: Vec<HandOverCarrier>,
    /// The fixed words.
    pub words: HandOverWords,
    /// The document's date.
    pub at: Millis,
}

/// Makes a hand-over list.
///
/// # Errors
/// [`PaperError::Empty`] without a parcel; [`PaperError::Blocked`] for a letter that no font has.
pub fn hand_over_list(input: &HandOverInput) -> Result<Document, PaperError> {
    if input.carriers.iter().all(|c| c.parcels.is_empty()) {
        return Err(PaperError::Empty);
    }
    layout::list(input)
}
