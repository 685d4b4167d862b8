//! What the stock screen and the command line ask, and what they get.

use domain::id::{LineId, LocationId, OrderId, ParcelId, ProductId, VariantId};
use domain::stock::MovementKind;
use domain::{Currency, Millis};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

domain::words_of! {
    /// Which variants a list shows.
    pub enum StockView {
        /// All.
        All = "all",
        /// At or under the reorder point, or short for an order.
        Low = "low",
        /// Put together from parts when they are sold.
        Kits = "kits",
        /// Never counted.
        NotCounted = "not_counted",
        /// Less than nothing: a fact that needs a person.
        Negative = "negative",
    }
}

/// A page of the stock list.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct StockList {
    /// Which.
    pub view: StockView,
    /// Beginning of a word of title, SKU or barcode; empty for all.
    #[serde(default)]
    pub text: String,
    /// Only what is kept at this place, with its numbers there; absent: everywhere.
    #[serde(default)]
    pub location: Option<LocationId>,
    /// Where the last page ended.
    #[serde(default)]
    pub after: Option<String>,
    /// How many, 1 to 200.
    pub limit: u32,
}

/// A row of the list.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct StockRow {
    /// The variant.
    pub id: VariantId,
    /// Its product.
    pub product: ProductId,
    /// SKU.
    pub sku: String,
    /// Title.
    pub title: String,
    /// Options.
    pub options: String,
    /// Shelf place: of the place asked for, else of the first that has one.
    pub bin: String,
    /// Whether it is put together from parts: it has no stock of its own, and can be promised as
    /// often as its scarcest part allows.
    pub kit: bool,
    /// Whether it was ever counted (of a kit: any of its parts); otherwise no number here means
    /// anything.
    pub counted: bool,
    /// Sum of movements.
    #[ts(type = "number")]
    pub on_hand: i64,
    /// Promised to orders.
    #[ts(type = "number")]
    pub reserved: i64,
    /// Fetched, not handed over.
    #[ts(type = "number")]
    pub picked: i64,
    /// Not found by a picker since the last count; promised to nobody.
    #[ts(type = "number")]
    pub missing: i64,
    /// Kept back for safety; promised to nobody.
    #[ts(type = "number")]
    pub safety: i64,
    /// Can be promised: on hand − reserved − missing − safety; absent while not counted.
    #[ts(type = "number | null")]
    pub available: Option<i64>,
    /// Units that orders wait for.
    #[ts(type = "number")]
    pub short: i64,
    /// Reorder at or under this.
    #[ts(type = "number | null")]
    pub reorder_point: Option<i64>,
    /// Grams of one.
    #[ts(type = "number | null")]
    pub grams: Option<i64>,
    /// Cost of one in minor units.
    #[ts(type = "number | null")]
    pub cost: Option<i64>,
    /// Price of one in minor units.
    #[ts(type = "number | null")]
    pub price: Option<i64>,
    /// Currency of cost and price.
    pub currency: Option<Currency>,
    /// Version, for edits.
    #[ts(type = "number")]
    pub version: i64,
}

/// One page.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct StockPage {
    /// The rows.
    pub rows: Vec<StockRow>,
    /// Ask with this for the next page.
    pub next: Option<String>,
    /// How many fit, up to 1,000.
    #[ts(type = "number")]
    pub total: i64,
}

/// A variant by its id.
#[derive(Debug, Clone, Copy, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct VariantRef {
    /// The variant.
    pub id: VariantId,
}

/// A variant, and the rows behind each of its numbers.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct VariantDetail {
    /// The list's row.
    pub row: StockRow,
    /// Barcodes.
    pub barcodes: Vec<String>,
    /// HS code, or empty.
    pub hs_code: String,
    /// Country of origin, ISO alpha-2, or empty.
    pub origin: String,
    /// In how many shipments an order may leave of which this is short: 1 waits for everything, 0 is as
    /// many as it takes. Absent: as the shop's rule says.
    #[ts(type = "number | null")]
    pub most_shipments: Option<i64>,
    /// The shop's rule, in the same numbers.
    #[ts(type = "number")]
    pub shop_most_shipments: i64,
    /// What a kit is put together from; empty for anything else.
    pub parts: Vec<KitPart>,
    /// The kits that it is a part of, with how many of it are in one.
    pub in_kits: Vec<KitPart>,
    /// Its numbers at each place in use, in the order in which they ship.
    pub places: Vec<PlaceLevel>,
    /// Why on hand is what it is: newest first, the last 200.
    pub movements: Vec<Movement>,
    /// Why reserved is what it is: every active one.
    pub reservations: Vec<Reservation>,
    /// Who waits for units.
    pub waiting: Vec<Waiting>,
}

/// So many of a variant in a kit.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct KitPart {
    /// The part (or, asked the other way, the kit).
    pub variant: VariantId,
    /// Its SKU.
    pub sku: String,
    /// Its title.
    pub title: String,
    /// Its options.
    pub options: String,
    /// How many in one kit.
    #[ts(type = "number")]
    pub quantity: i64,
    /// How many of it can be promised; absent while not counted.
    #[ts(type = "number | null")]
    pub available: Option<i64>,
}

/// The numbers of a variant at one place.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct PlaceLevel {
    /// The place.
    pub location: LocationId,
    /// Its name.
    pub name: String,
    /// Shelf place there.
    pub bin: String,
    /// Sum of movements there.
    #[ts(type = "number")]
    pub on_hand: i64,
    /// Promised from there.
    #[ts(type = "number")]
    pub reserved: i64,
    /// Fetched there, not handed over.
    #[ts(type = "number")]
    pub picked: i64,
}

/// A row of the ledger.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct Movement {
    /// When.
    #[ts(type = "number")]
    pub at: Millis,
    /// Why.
    pub kind: MovementKind,
    /// Units in (or out, negative).
    #[ts(type = "number")]
    pub quantity: i64,
    /// The place's name.
    pub place: String,
    /// On hand at that place after it.
    #[ts(type = "number")]
    pub after: i64,
    /// The order, if for one.
    pub order: Option<OrderId>,
    /// Its number.
    pub order_number: String,
    /// The parcel, if with one.
    pub parcel: Option<ParcelId>,
    /// Who.
    pub who: String,
    /// In the person's words.
    pub note: String,
}

/// Units promised to an order.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct Reservation {
    /// The order.
    pub order: OrderId,
    /// Its number.
    pub order_number: String,
    /// The line.
    pub line: LineId,
    /// Units.
    #[ts(type = "number")]
    pub quantity: i64,
    /// Of these, fetched.
    #[ts(type = "number")]
    pub picked: i64,
    /// The place's name.
    pub place: String,
    /// Since.
    #[ts(type = "number")]
    pub made_at: Millis,
}

/// An order that waits for units.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct Waiting {
    /// The order.
    pub order: OrderId,
    /// Its number.
    pub order_number: String,
    /// Units.
    #[ts(type = "number")]
    pub quantity: i64,
}

/// A count of what lies on the shelf.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct StockCount {
    /// The variant.
    pub variant: VariantId,
    /// The place; absent: the first.
    #[serde(default)]
    pub location: Option<LocationId>,
    /// Units on the shelf (what was fetched and waits in a tote is not counted).
    #[ts(type = "number")]
    pub counted: i64,
    /// Book it although orders lose units; without it the answer names them and nothing changes.
    #[serde(default)]
    pub confirm: bool,
    /// In the person's words.
    #[serde(default)]
    pub note: String,
}

/// What a count does.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct Counted {
    /// Whether it is booked.
    pub booked: bool,
    /// Units more (or less, negative) than the books said.
    #[ts(type = "number")]
    pub difference: i64,
    /// Orders that lose units by it.
    pub losers: Vec<Waiting>,
}

/// Bring units in or out by hand.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct StockMove {
    /// The variant.
    pub variant: VariantId,
    /// The place; absent: the first.
    #[serde(default)]
    pub location: Option<LocationId>,
    /// received, scrapped or adjusted.
    pub kind: MovementKind,
    /// Units; out is negative.
    #[ts(type = "number")]
    pub quantity: i64,
    /// In the person's words.
    #[serde(default)]
    pub note: String,
    /// Book it although orders lose units; without it the refusal names them and nothing changes.
    #[serde(default)]
    #[ts(as = "Option<bool>", optional)]
    pub confirm: bool,
}

/// Carry units from one place to another.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct StockTransfer {
    /// The variant.
    pub variant: VariantId,
    /// Where they are.
    pub from: LocationId,
    /// Where they go.
    pub to: LocationId,
    /// Units, at least 1.
    #[ts(type = "number")]
    pub quantity: i64,
    /// In the person's words.
    #[serde(default)]
    pub note: String,
    /// Carry them although orders lose units by it; without it the refusal names them and nothing
    /// changes.
    #[serde(default)]
    #[ts(as = "Option<bool>", optional)]
    pub confirm: bool,
}

/// Change or make a variant. Absent fields stay.
#[derive(Debug, Clone, Default, Serialize, Deserialize, TS)]
#[serde(default, deny_unknown_fields)]
pub struct VariantSave {
    /// The variant; absent: make one.
    pub id: Option<VariantId>,
    /// The version that the person saw.
    #[ts(type = "number")]
    pub version: i64,
    /// SKU.
    pub sku: Option<String>,
    /// Title.
    pub title: Option<String>,
    /// Options.
    pub options: Option<String>,
    /// Barcodes, all of them.
    pub barcodes: Option<Vec<String>>,
    /// Shelf place at `location`.
    pub bin: Option<String>,
    /// Which place the shelf place is at; absent: the first.
    pub location: Option<LocationId>,
    /// What it is put together from, all of it; an empty list makes it goods again.
    pub parts: Option<Vec<PartSave>>,
    /// Grams of one.
    #[ts(type = "number | null")]
    pub grams: Option<i64>,
    /// HS code.
    pub hs_code: Option<String>,
    /// Country of origin.
    pub origin: Option<String>,
    /// Price of one in minor units of the shop's currency.
    #[ts(type = "number | null")]
    pub price: Option<i64>,
    /// Cost of one in minor units of the shop's currency.
    #[ts(type = "number | null")]
    pub cost: Option<i64>,
    /// Reorder at or under this.
    #[ts(type = "number | null")]
    pub reorder_point: Option<i64>,
    /// Units that are promised to nobody, 0 to 1,000,000: against counts that are wrong and goods that break.
    #[ts(type = "number | null")]
    pub safety: Option<i64>,
}

/// Give a product a rule of its own for when it is short.
#[derive(Debug, Clone, Copy, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct VariantBackorder {
    /// The variant.
    pub id: VariantId,
    /// The version that the person saw; a newer one refuses the change.
    #[ts(type = "number")]
    pub version: i64,
    /// In how many shipments an order may leave of which this is short: 1 waits for everything, 0 is as
    /// many as it takes, at most 9. Absent: as the shop's rule says. An order's own rule goes before it,
    /// and the strictest of all that is short counts.
    #[ts(type = "number | null")]
    pub most_shipments: Option<i64>,
}

/// So many of a variant in a kit.
#[derive(Debug, Clone, Copy, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct PartSave {
    /// The part.
    pub variant: VariantId,
    /// How many in one kit, 1 to 1,000.
    #[ts(type = "number")]
    pub quantity: i64,
}
