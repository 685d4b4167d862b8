//! What the ship screen and the command line ask, and what they get.

mod parcels;
mod picking;

pub use parcels::*;
pub use picking::*;

use crate::orders::types::{AddressFinding, BulkRefusal, LineUnits, OrderSignature};
use domain::id::{
    ChannelId, DocumentId, HandOverId, LineId, OrderId, ParcelId, PickListId, ServiceId,
};
use domain::{Currency, Millis, Sentence};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// What has to be known before labels are made for these orders.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct ShipPlanAsk {
    /// The orders.
    pub orders: Vec<OrderId>,
}

/// The plan of a run.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct ShipPlan {
    /// One per order, in the asked order.
    pub orders: Vec<ShipOrder>,
    /// Other ready orders to the same recipient and address as one of these.
    pub same_address: Vec<SameAddress>,
    /// Why no label can be made at all: the shop has no whole address to send from.
    pub no_sender: Option<Sentence>,
}

/// Orders that could go in one parcel.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct SameAddress {
    /// The order of the run.
    pub order: OrderId,
    /// Others to the same place.
    pub others: Vec<OrderId>,
    /// Their numbers.
    pub numbers: Vec<String>,
}

/// One order of the run.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct ShipOrder {
    /// The order.
    pub id: OrderId,
    /// Its number.
    pub number: String,
    /// Recipient. Foreign text.
    pub name: String,
    /// The address as on paper. Foreign text.
    pub address: Vec<String>,
    /// Destination, ISO alpha-2.
    pub country: String,
    /// To leave by.
    #[ts(type = "number | null")]
    pub ship_by: Option<Millis>,
    /// What is left to ship.
    pub lines: Vec<ShipLine>,
    /// Sum of known weights in grams; absent when one is missing.
    #[ts(type = "number | null")]
    pub grams: Option<i64>,
    /// The delivery that the buyer chose.
    pub wish: String,
    /// The services with their price, cheapest first, then those without one, impossible ones last.
    pub services: Vec<ServiceQuote>,
    /// The service that would be taken.
    pub chosen: Option<ServiceId>,
    /// Why it cannot be labelled now; empty when it can.
    pub stops: Vec<Sentence>,
    /// Who signed that it leaves although it is not ready.
    pub signature: Option<OrderSignature>,
    /// Remarks of the address check.
    pub findings: Vec<AddressFinding>,
    /// Parcels with a live label that wait to be handed over.
    pub labelled: Vec<ParcelId>,
    /// Orders that are planned to leave with it in the same parcels.
    pub with: Vec<OrderId>,
    /// The parcels that were planned for it, its companions' units too.
    pub planned: Vec<PlannedParcel>,
}

/// A line that is left to ship.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct ShipLine {
    /// The line.
    pub line: LineId,
    /// SKU.
    pub sku: String,
    /// Title. Foreign text.
    pub title: String,
    /// Units left.
    #[ts(type = "number")]
    pub left: i64,
    /// Of these, units that are there.
    #[ts(type = "number")]
    pub reserved: i64,
    /// Grams of one.
    #[ts(type = "number | null")]
    pub grams: Option<i64>,
}

/// What a service would cost for an order.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct ServiceQuote {
    /// The service.
    pub service: ServiceId,
    /// Its name.
    pub name: String,
    /// Carrier.
    pub carrier: String,
    /// Whether it needs a tracking number.
    pub tracked: bool,
    /// Price in minor units of the shop's currency; absent when it cannot be used, or when nobody has
    /// said a price yet.
    #[ts(type = "number | null")]
    pub price: Option<i64>,
    /// Days on the way.
    #[ts(type = "number | null")]
    pub days: Option<i64>,
    /// Why it cannot be used.
    pub refusal: Option<Sentence>,
}

/// One parcel to be labelled.
#[derive(Debug, Clone, Default, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct ParcelWish {
    /// A parcel that was planned; absent: one that is laid out now, instead of those planned.
    #[serde(default)]
    #[ts(optional)]
    pub parcel: Option<ParcelId>,
    /// What goes in; empty: what was planned, or everything of the order that is there and not in
    /// another parcel.
    #[serde(default)]
    pub lines: Vec<LineUnits>,
    /// Grams with box; absent: the lines' own weights.
    #[serde(default)]
    #[ts(type = "number | null")]
    pub grams: Option<i64>,
    /// A number that was typed or scanned; empty: from the service's pool, or none.
    #[serde(default)]
    pub tracking: String,
}

/// Labels for one order (or several orders in one shipment).
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct LabelWish {
    /// The order; with more than one they are combined in one shipment.
    pub orders: Vec<OrderId>,
    /// The service; absent: the plan's choice.
    #[serde(default)]
    pub service: Option<ServiceId>,
    /// The parcels; empty: those that were planned, or one with everything.
    #[serde(default)]
    pub parcels: Vec<ParcelWish>,
}

domain::words_of! {
    /// What labels are printed on.
    pub enum LabelFormat {
        /// 4 × 6 inches.
        FourBySix = "4x6",
        /// A6.
        A6 = "a6",
        /// Two on A4.
        A4TwoUp = "a4_2up",
        /// Four on A4.
        A4FourUp = "a4_4up",
        /// Two on Letter.
        LetterTwoUp = "letter_2up",
        /// Four on Letter.
        LetterFourUp = "letter_4up",
    }
}

/// Make labels.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct LabelsMake {
    /// One entry per shipment.
    pub wishes: Vec<LabelWish>,
    /// Paper; absent: the setting.
    #[serde(default)]
    pub format: Option<LabelFormat>,
    /// First free place of a part-used sheet, from 1.
    #[serde(default)]
    #[ts(type = "number | null")]
    pub start: Option<i64>,
}

/// What became of the labels.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct LabelsMade {
    /// All labels of this run in one PDF; absent when none was made.
    pub document: Option<DocumentId>,
    /// The parcels, in order of pages.
    pub parcels: Vec<LabelMade>,
    /// Orders without label, each with its reason.
    pub refused: Vec<BulkRefusal>,
    /// Postage of all in minor units; absent when none of them has a price.
    #[ts(type = "number | null")]
    pub total: Option<i64>,
    /// Its currency.
    pub currency: Currency,
}

/// One label.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct LabelMade {
    /// The parcel.
    pub parcel: ParcelId,
    /// Its number.
    pub number: String,
    /// Its orders.
    pub orders: Vec<OrderId>,
    /// Tracking number, or empty.
    pub tracking: String,
    /// Page, from 1.
    #[ts(type = "number")]
    pub page: i64,
    /// Postage in minor units; absent when the service has no price yet.
    #[ts(type = "number | null")]
    pub price: Option<i64>,
    /// What to look at on paper (overlong text, dropped signs).
    pub notices: Vec<Sentence>,
}

/// A preview of a label, before it is made: an SVG with "not made yet" across the code.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct LabelPreviewAsk {
    /// The orders of the shipment.
    pub orders: Vec<OrderId>,
    /// The service.
    #[serde(default)]
    pub service: Option<ServiceId>,
    /// Grams.
    #[serde(default)]
    #[ts(type = "number | null")]
    pub grams: Option<i64>,
    /// A typed number.
    #[serde(default)]
    pub tracking: String,
    /// Paper.
    #[serde(default)]
    pub format: Option<LabelFormat>,
}

/// The preview.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct LabelPreview {
    /// SVG of our own making; foreign text only as outlines.
    pub svg: String,
    /// What to look at.
    pub notices: Vec<Sentence>,
    /// Why it cannot be printed.
    pub refusal: Option<Sentence>,
}

/// Retire a label: it is never printed or handed over again, the parcel is free for another.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct LabelRetire {
    /// The parcel.
    pub parcel: ParcelId,
    /// Why, in the person's words.
    pub why: String,
}

/// Keep a label although its order was changed since.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct LabelKeep {
    /// The parcel.
    pub parcel: ParcelId,
    /// Why, in the person's words.
    pub why: String,
}

/// Make a pick list of what is ready in these orders.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct PickListMake {
    /// The orders.
    pub orders: Vec<OrderId>,
    /// By order, not by shelf place.
    #[serde(default)]
    pub by_order: bool,
}

/// The pick list that was made.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct PickListMade {
    /// The list; absent when none of the orders could be put on one.
    pub id: Option<PickListId>,
    /// Its number, or empty.
    pub number: String,
    /// Its PDF.
    pub document: Option<DocumentId>,
    /// Units on it.
    #[ts(type = "number")]
    pub units: i64,
    /// Orders that are not on it, each with its reason.
    pub refused: Vec<BulkRefusal>,
}

/// Packing slips for orders.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct SlipsMake {
    /// The orders.
    pub orders: Vec<OrderId>,
}

/// The packing slips that were made.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct SlipsMade {
    /// All of them in one PDF; absent when none could be made.
    pub document: Option<DocumentId>,
    /// Pages.
    #[ts(type = "number")]
    pub pages: i64,
    /// What to look at.
    pub notices: Vec<SlipNotice>,
    /// Orders without slip, each with its reason.
    pub refused: Vec<BulkRefusal>,
}

/// What to look at on one order's slip.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct SlipNotice {
    /// The order.
    pub order: OrderId,
    /// Its number.
    pub number: String,
    /// In words.
    pub sentence: Sentence,
}

/// A document that was made.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct DocumentMade {
    /// The document.
    pub document: DocumentId,
    /// Pages.
    #[ts(type = "number")]
    pub pages: i64,
    /// What to look at.
    pub notices: Vec<Sentence>,
    /// Orders that are not in it.
    pub refused: Vec<BulkRefusal>,
}

/// What waits to be handed over, by carrier.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct WaitingCarrier {
    /// Carrier.
    pub carrier: String,
    /// Labelled parcels.
    pub parcels: Vec<WaitingParcel>,
}

/// A labelled parcel.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct WaitingParcel {
    /// The parcel.
    pub id: ParcelId,
    /// Its number.
    pub number: String,
    /// Its orders.
    pub orders: Vec<OrderId>,
    /// Recipient. Foreign text.
    pub name: String,
    /// Tracking number, or empty.
    pub tracking: String,
    /// Service.
    pub service: String,
    /// Since.
    #[ts(type = "number")]
    pub labelled_at: Millis,
    /// Why it must not leave; absent when it may.
    pub stop: Option<Sentence>,
}

/// Hand parcels over.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct HandOver {
    /// The carrier whose van stands there. Without parcels all of its labelled ones leave.
    #[serde(default)]
    pub carrier: Option<String>,
    /// Exactly these leave. With a carrier named too, one that goes with another stays.
    #[serde(default)]
    pub parcels: Vec<ParcelId>,
}

/// What left.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct HandedOver {
    /// The hand-over; absent when nothing left.
    pub id: Option<HandOverId>,
    /// Parcels that left.
    pub parcels: Vec<ParcelId>,
    /// Parcels that stay, each with its reason.
    pub stopped: Vec<ParcelStop>,
}

/// A parcel that must not leave.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct ParcelStop {
    /// The parcel.
    pub parcel: ParcelId,
    /// Its number.
    pub number: String,
    /// Why.
    pub sentence: Sentence,
}

/// A parcel by its id.
#[derive(Debug, Clone, Copy, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct ParcelRef {
    /// The parcel.
    pub id: ParcelId,
}

domain::words_of! {
    /// The form of a "shipped" file.
    pub enum ShippedForm {
        /// Amazon's shipping confirmation.
        Amazon = "amazon",
        /// eBay's bulk tracking upload.
        Ebay = "ebay",
        /// A WooCommerce shipment tracking importer's form.
        Woocommerce = "woocommerce",
        /// Plain columns.
        Plain = "plain",
    }
}

/// Write what a channel has yet to be told.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct ShippedFile {
    /// The channel.
    pub channel: ChannelId,
    /// The form.
    pub form: ShippedForm,
    /// Write it without remembering that they were told.
    #[serde(default)]
    pub only_look: bool,
}

/// The file.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct ShippedFileMade {
    /// The document with the file's bytes; absent when nothing was to be told.
    pub document: Option<DocumentId>,
    /// Suggested file name.
    pub name: String,
    /// Parcels in it.
    #[ts(type = "number")]
    pub parcels: i64,
    /// Parcels that this form cannot tell of, each with its reason. They are still to be told.
    pub left_out: Vec<ParcelStop>,
}

/// Print a document.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct Print {
    /// The document.
    pub document: DocumentId,
    /// One page, from 1; absent: all.
    #[serde(default)]
    #[ts(type = "number | null")]
    pub page: Option<i64>,
    /// Why again; needed for a label that was printed before.
    #[serde(default)]
    pub reason: String,
    /// Whereto.
    #[serde(default)]
    pub way: PrintWay,
}

/// Where a document goes.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum PrintWay {
    /// To its printer; where none is chosen it is opened on screen, by whoever asked.
    #[default]
    Printer,
    /// To its printer and nowhere else: for a host without a screen.
    PrinterOnly,
    /// Into a file, by whoever asked.
    File,
}

/// What became of it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct Printed {
    /// sent (to a printer), viewer (the PDF is to be opened on screen) or saved (as a file).
    pub outcome: String,
    /// The printer's name, or empty.
    pub printer: String,
    /// In words.
    pub sentence: Sentence,
    /// What else a person should know: retired labels that were left out, and what the printer says of its
    /// paper.
    pub notices: Vec<Sentence>,
}
