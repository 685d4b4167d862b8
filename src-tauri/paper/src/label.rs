//! Shipping labels: one address, one number, readable across a room and by every scanner.
//!
//! The layout takes any width and height near 4 × 6 in, so that each format is designed at its own
//! size: a label that is scaled to another paper loses the printer's dot grid.

mod layout;
pub(crate) mod sheet;

use crate::barcode::Symbology;
use crate::display::Document;
use crate::label::sheet::LabelFormat;
use crate::logo::Logo;
use crate::measure::Dpi;
use crate::notice::PaperError;
use crate::text::setter::Setter;
use domain::{Address, Millis};
use serde::{Deserialize, Serialize};

/// The most labels that one document should hold. printpdf keeps all pages in memory (about
/// 0.2 MB each), and a spooler that stops in the middle is easier to resume.
pub const MAX_LABELS: usize = 500;

/// The number a parcel is followed by, and how it is printed as a barcode.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Tracking {
    /// What the barcode holds. For GS1-128 the element string with its brackets.
    pub number: String,
    /// What is printed below it, as the carrier groups it; if empty, the number in groups of four.
    pub shown: String,
    /// Which barcode.
    pub symbology: Symbology,
}

/// The label's fixed words, in the language it speaks.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct LabelWords {
    /// Over the sender: `From`.
    pub from: String,
    /// Over the recipient: `To`.
    pub to: String,
    /// Before the order number: `Order`.
    pub reference: String,
}

/// What one label says. Texts that depend on a language come already spoken.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct LabelInput {
    /// Who sends; also where it returns to. Its country decides what is abroad.
    pub sender: Address,
    /// The shop's picture.
    pub logo: Option<Logo>,
    /// The service's name: `Parcel, tracked`.
    pub service: String,
    /// Who receives.
    pub to: Address,
    /// The destination country's name for mail abroad, if not the English one.
    pub country: Option<String>,
    /// `Parcel 1 of 2`, or empty.
    pub parcel: String,
    /// `2.61 kg`, or empty.
    pub weight: String,
    /// The day of dispatch, or empty.
    pub date: String,
    /// The order number.
    pub reference: String,
    /// The label's own number, which is the barcode where there is no tracking number. Without either
    /// the order number is.
    pub code: String,
    /// The tracking number.
    pub tracking: Option<Tracking>,
    /// A routing code or depot, printed white on black; or empty.
    pub routing: String,
    /// Up to three lines of the shop's own, such as `Fragile`. For a gift they say nothing of
    /// price or content.
    pub notes: Vec<String>,
    /// The fixed words.
    pub words: LabelWords,
}

/// How a batch is printed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct LabelSetup {
    /// The paper.
    pub format: LabelFormat,
    /// The printer's resolution.
    pub dpi: Dpi,
    /// On sheets: the first free place, from 1. More than the sheet has counts as 1.
    pub start: usize,
    /// The document's title.
    pub title: String,
    /// The document's date.
    pub at: Millis,
}

/// Lays out a batch, in order. Keep it to [`MAX_LABELS`].
///
/// # Errors
/// [`PaperError::Empty`] without labels. [`PaperError::Blocked`] names every label that cannot be
/// printed and why; the batch can be made again without those.
pub fn labels(inputs: &[LabelInput], setup: &LabelSetup) -> Result<Document, PaperError> {
    if inputs.is_empty() {
        return Err(PaperError::Empty);
    }
    let mut setter = Setter::new();
    let (width, height) = setup.format.label();
    let pages = inputs
        .iter()
        .enumerate()
        .map(|(at, input)| layout::label(&mut setter, at, input, setup.dpi, width, height))
        .collect();
    let (notices, blocks) = setter.finish();
    if !blocks.is_empty() {
        return Err(PaperError::Blocked(blocks));
    }
    Ok(Document {
        title: setup.title.clone(),
        at: setup.at,
        pages: sheet::impose(pages, setup),
        notices,
    })
}
