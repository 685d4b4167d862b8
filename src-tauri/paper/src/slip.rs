//! Packing slips: what is in the parcel, for the person who opens it.

mod layout;

use crate::display::Document;
use crate::logo::Logo;
use crate::measure::{Dpi, PaperSize};
use crate::notice::PaperError;
use domain::{Address, Millis};
use serde::{Deserialize, Serialize};

/// A packing slip's fixed words, in the recipient's language.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct SlipWords {
    /// `Packing slip`.
    pub title: String,
    /// `Ship to`.
    pub ship_to: String,
    /// `Order`.
    pub order: String,
    /// `Date`.
    pub date: String,
    /// `Qty`.
    pub quantity: String,
    /// `Item`.
    pub item: String,
    /// `SKU`.
    pub sku: String,
    /// `Price`, of one piece.
    pub price: String,
    /// `Amount`, of the line.
    pub amount: String,
    /// Over a gift's message: `A message for you`.
    pub gift_message: String,
    /// `Notes`.
    pub notes: String,
    /// The page number with its places: `Page %1 of %2`.
    pub page: String,
}

/// One line of goods.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct SlipLine {
    /// Pieces in this parcel.
    pub quantity: i64,
    /// The shop's article number, or empty.
    pub sku: String,
    /// What it is.
    pub name: String,
    /// Size, colour, engraving; or empty.
    pub options: String,
    /// Price of one piece as the reader writes money, or empty.
    pub price: String,
    /// Amount of the line as the reader writes money, or empty.
    pub amount: String,
}

/// What one packing slip says. Texts that depend on a language come already spoken.
#[derive(Debug, Clone, PartialEq)]
pub struct SlipInput {
    /// The paper.
    pub paper: PaperSize,
    /// The printer's resolution, for the bars of the order number.
    pub dpi: Dpi,
    /// Who sends.
    pub sender: Address,
    /// The shop's picture.
    pub logo: Option<Logo>,
    /// Who receives.
    pub to: Address,
    /// The destination country's name for mail abroad, if not the English one.
    pub country: Option<String>,
    /// The order number; also the barcode.
    pub order: String,
    /// The day, as the reader writes it; or empty.
    pub date: String,
    /// `Parcel 1 of 2`, or empty.
    pub parcel: String,
    /// What is in the parcel.
    pub lines: Vec<SlipLine>,
    /// `3 pieces`, under the lines; or empty.
    pub pieces: String,
    /// Word and amount of each total, from subtotal to total; or none.
    pub totals: Vec<(String, String)>,
    /// A gift: no price, amount or total is printed, whatever the lines say.
    pub gift: bool,
    /// The giver's message, or empty.
    pub gift_message: String,
    /// The buyer's or the shop's note, or empty.
    pub notes: String,
    /// How to send something back, or empty.
    pub returns: String,
    /// The fixed words.
    pub words: SlipWords,
    /// The document's date.
    pub at: Millis,
}

/// Lays out one packing slip; long orders run over pages.
///
/// # Errors
/// [`PaperError::Blocked`] if no font has a letter of it.
pub fn packing_slip(input: &SlipInput) -> Result<Document, PaperError> {
    layout::slip(input)
}
