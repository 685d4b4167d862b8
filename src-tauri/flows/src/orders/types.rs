//! What screens and the command line ask of orders, and what they get.

pub use super::asks::*;
pub use super::signing::{OrderSignature, ShipAnyway};

use domain::id::{
    BatchId, ChannelId, CustomerId, DocumentId, HoldId, LineId, OrderId, ParcelId, ShipmentId,
    VariantId,
};
use domain::order::{Fulfilment, HoldKind, Life, PaymentStatus, Quantities, View};
use domain::parcel::ParcelState;
use domain::source::{ChargeKind, LineKind};
use domain::{Address, Currency, Millis, Sentence};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

domain::words_of! {
    /// What a list of orders may be sorted by.
    pub enum OrderSort {
        /// Ship-by time.
        ShipBy = "ship_by",
        /// When it was placed.
        Placed = "placed",
        /// Total.
        Total = "total",
        /// The recipient's name.
        Name = "name",
    }
}

/// One narrowing of a list. Several are all to hold.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(tag = "field", rename_all = "snake_case", deny_unknown_fields)]
pub enum OrderFilter {
    /// Of one of these channels.
    Channel {
        /// Channels.
        any: Vec<ChannelId>,
    },
    /// To one of these countries (ISO alpha-2).
    Country {
        /// Countries.
        any: Vec<String>,
    },
    /// With one of these money words.
    Payment {
        /// Words.
        any: Vec<PaymentStatus>,
    },
    /// With one of these goods words.
    Fulfilment {
        /// Words.
        any: Vec<Fulfilment>,
    },
    /// To be shipped before this moment.
    ShipBefore {
        /// Milliseconds UTC.
        #[ts(type = "number")]
        at: Millis,
    },
    /// Placed from this moment on.
    PlacedFrom {
        /// Milliseconds UTC.
        #[ts(type = "number")]
        at: Millis,
    },
    /// Placed before this moment.
    PlacedBefore {
        /// Milliseconds UTC.
        #[ts(type = "number")]
        at: Millis,
    },
    /// Containing this variant.
    Variant {
        /// The variant.
        id: VariantId,
    },
    /// Of this customer.
    Customer {
        /// The customer.
        id: CustomerId,
    },
    /// Of this import.
    Batch {
        /// The import.
        id: BatchId,
    },
}

/// A page of orders.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct OrdersList {
    /// The preset view.
    pub view: View,
    /// Narrowings; all hold.
    #[serde(default)]
    pub filters: Vec<OrderFilter>,
    /// Sort; `All` offers only `placed`.
    pub sort: OrderSort,
    /// Greatest first.
    #[serde(default)]
    pub descending: bool,
    /// Where the last page ended (`OrdersPage::next`); the first page when absent.
    #[serde(default)]
    pub after: Option<String>,
    /// How many, 1 to 200.
    pub limit: u32,
}

/// A row of the list.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct OrderListRow {
    /// The order.
    pub id: OrderId,
    /// Its number.
    pub number: String,
    /// Where it came from.
    pub channel: String,
    /// When it was placed.
    #[ts(type = "number")]
    pub placed_at: Millis,
    /// To leave by; absent when nothing has to leave.
    #[ts(type = "number | null")]
    pub ship_by: Option<Millis>,
    /// The recipient, or the buyer where there is none. Foreign text.
    pub name: String,
    /// Destination, ISO alpha-2, or empty.
    pub country: String,
    /// Units ordered.
    #[ts(type = "number")]
    pub units: i64,
    /// Total in minor units.
    #[ts(type = "number")]
    pub total: i64,
    /// Its currency.
    pub currency: Currency,
    /// Whether `total` is whole; otherwise the source did not say all prices.
    pub amounts_known: bool,
    /// Life.
    pub life: Life,
    /// Money.
    pub payment: PaymentStatus,
    /// Goods.
    pub fulfilment: Fulfilment,
    /// Ready to leave.
    pub ready: bool,
    /// It came in as history.
    pub history: bool,
    /// Active holds.
    #[ts(type = "number")]
    pub holds: i64,
    /// Open "needs you" items.
    #[ts(type = "number")]
    pub needs: i64,
    /// Units short.
    #[ts(type = "number")]
    pub short: i64,
    /// A gift.
    pub gift: bool,
    /// The buyer left a note.
    pub has_note: bool,
    /// The delivery that the buyer chose.
    pub service_wish: String,
    /// Weight in grams, as far as known.
    #[ts(type = "number | null")]
    pub grams: Option<i64>,
    /// Its version, for edits.
    #[ts(type = "number")]
    pub version: i64,
}

/// One page.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct OrdersPage {
    /// The rows.
    pub rows: Vec<OrderListRow>,
    /// Ask with this for the next page; absent at the end.
    pub next: Option<String>,
    /// How many fit; exact up to 1,000 with filters, always exact without.
    #[ts(type = "number")]
    pub total: i64,
    /// Whether there are more than `total` says.
    pub more: bool,
}

/// The counts of the preset views.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct ViewCount {
    /// The view.
    pub view: View,
    /// Orders in it.
    #[ts(type = "number")]
    pub count: i64,
}

/// One line as the order's page shows it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct OrderLine {
    /// The line.
    pub id: LineId,
    /// Its variant, when the SKU is known.
    pub variant: Option<VariantId>,
    /// What it is.
    pub kind: LineKind,
    /// SKU.
    pub sku: String,
    /// Title.
    pub title: String,
    /// Options.
    pub options: String,
    /// What the buyer asked to be put on it.
    pub personalisation: String,
    /// Shelf place, or empty.
    pub bin: String,
    /// Whether the shop ships it.
    pub ships: bool,
    /// Price of one, in minor units, if known.
    #[ts(type = "number | null")]
    pub unit_price: Option<i64>,
    /// Amount of the line in minor units.
    #[ts(type = "number")]
    pub total: i64,
    /// Its units.
    pub quantities: Quantities,
    /// Free to promise after this order; absent while not counted.
    #[ts(type = "number | null")]
    pub left_after: Option<i64>,
    /// What is fetched for one of a kit; empty for anything else.
    pub parts: Vec<OrderLinePart>,
}

/// A part of a kit, as it stood when the order was placed.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct OrderLinePart {
    /// The part.
    pub variant: VariantId,
    /// SKU.
    pub sku: String,
    /// Title.
    pub title: String,
    /// Options.
    pub options: String,
    /// Shelf place, or empty.
    pub bin: String,
    /// How many in one kit.
    #[ts(type = "number")]
    pub quantity: i64,
}

/// An amount beside the lines.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct OrderCharge {
    /// What for.
    pub kind: ChargeKind,
    /// The source's words.
    pub label: String,
    /// Minor units.
    #[ts(type = "number")]
    pub amount: i64,
}

/// A payment or refund, as the source reports it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct OrderPayment {
    /// Money that went back.
    pub out: bool,
    /// Method in the source's words.
    pub method: String,
    /// The provider's reference.
    pub reference: String,
    /// State word.
    pub state: String,
    /// Minor units, if known.
    #[ts(type = "number | null")]
    pub amount: Option<i64>,
    /// When, if known.
    #[ts(type = "number | null")]
    pub at: Option<Millis>,
}

/// A hold.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct OrderHold {
    /// The hold.
    pub id: HoldId,
    /// Why.
    pub kind: HoldKind,
    /// In words.
    pub sentence: Sentence,
    /// Ends by itself at this moment.
    #[ts(type = "number | null")]
    pub until: Option<Millis>,
    /// Since.
    #[ts(type = "number")]
    pub placed_at: Millis,
    /// Released at; active when absent.
    #[ts(type = "number | null")]
    pub released_at: Option<Millis>,
}

/// A parcel of a shipment.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct OrderParcel {
    /// The parcel.
    pub id: ParcelId,
    /// Its number in the shop, such as `10482-1`.
    pub number: String,
    /// Where it is.
    pub state: ParcelState,
    /// Carrier.
    pub carrier: String,
    /// Service, by name.
    pub service: String,
    /// Tracking number, or empty.
    pub tracking: String,
    /// Where to look it up, or empty.
    pub tracking_url: String,
    /// Grams, if weighed.
    #[ts(type = "number | null")]
    pub grams: Option<i64>,
    /// Postage in minor units of the shop's currency.
    #[ts(type = "number | null")]
    pub price: Option<i64>,
    /// The live label's document.
    pub label: Option<DocumentId>,
    /// The label's page in it, from 1.
    #[ts(type = "number | null")]
    pub label_page: Option<i64>,
    /// Handed over at.
    #[ts(type = "number | null")]
    pub handed_over_at: Option<Millis>,
    /// Delivered at.
    #[ts(type = "number | null")]
    pub delivered_at: Option<Millis>,
    /// Delivery was assumed, not seen.
    pub assumed: bool,
    /// The address was changed under its label, and nobody has said yet whether the label stays.
    pub moved: bool,
    /// What is in it.
    pub lines: Vec<ParcelContent>,
}

/// Units of a line in a parcel.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct ParcelContent {
    /// The line.
    pub line: LineId,
    /// Its title.
    pub title: String,
    /// Units.
    #[ts(type = "number")]
    pub quantity: i64,
}

/// A shipment.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct OrderShipment {
    /// The shipment.
    pub id: ShipmentId,
    /// Its number in the shop.
    pub number: String,
    /// planned, picking, packed, cancelled, or what its parcels say.
    pub state: String,
    /// The source shipped it.
    pub elsewhere: bool,
    /// The place that it leaves from; empty while the shop has one place.
    pub place: String,
    /// Other orders in it (combined).
    pub other_orders: Vec<OrderId>,
    /// Its parcels.
    pub parcels: Vec<OrderParcel>,
}

/// Two sides changed the same field.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct OrderConflict {
    /// The conflict.
    #[ts(type = "number")]
    pub id: i64,
    /// The field, a word of the catalogue (`field-ship-to`).
    pub field: String,
    /// What stands here.
    pub ours: String,
    /// What the source says.
    pub theirs: String,
    /// When it was found.
    #[ts(type = "number")]
    pub found_at: Millis,
}

/// A document of the order.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct OrderDocument {
    /// The document.
    pub id: DocumentId,
    /// label, slip, pick_list.
    pub kind: String,
    /// The page that is this order's, from 1; 0 for all of it.
    #[ts(type = "number")]
    pub page: i64,
    /// When it was made.
    #[ts(type = "number")]
    pub made_at: Millis,
    /// How often it was printed.
    #[ts(type = "number")]
    pub prints: i64,
}

/// What can be done now, and why the rest cannot.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct Offer {
    /// The command, such as `order_cancel`.
    pub command: String,
    /// Why not; absent when it can be done.
    pub refusal: Option<Sentence>,
}

/// Everything of one order.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct OrderDetail {
    /// The list's row.
    pub row: OrderListRow,
    /// The channel's own id.
    pub source_id: String,
    /// The customer.
    pub customer: Option<CustomerId>,
    /// The buyer. Foreign text.
    pub buyer_name: String,
    /// E-mail. Foreign text.
    pub buyer_email: String,
    /// Telephone. Foreign text.
    pub buyer_phone: String,
    /// Orders of this customer, this one included.
    #[ts(type = "number")]
    pub customer_orders: i64,
    /// Where it goes. Foreign text.
    pub ship_to: Address,
    /// The same, as it stands on paper.
    pub ship_to_lines: Vec<String>,
    /// Where the bill goes; absent when it is the same.
    pub bill_to: Option<Address>,
    /// What the address check says: stops first, then warnings.
    pub address_findings: Vec<AddressFinding>,
    /// The lines.
    pub lines: Vec<OrderLine>,
    /// Amounts beside the lines.
    pub charges: Vec<OrderCharge>,
    /// Taxes by name.
    pub taxes: Vec<OrderCharge>,
    /// Sum of the lines.
    #[ts(type = "number")]
    pub lines_total: i64,
    /// Let off.
    #[ts(type = "number")]
    pub credited: i64,
    /// What is owed: positive the buyer owes.
    #[ts(type = "number")]
    pub balance: i64,
    /// Payments and refunds.
    pub payments: Vec<OrderPayment>,
    /// Holds, active first.
    pub holds: Vec<OrderHold>,
    /// Shipments.
    pub shipments: Vec<OrderShipment>,
    /// Documents.
    pub documents: Vec<OrderDocument>,
    /// Open conflicts.
    pub conflicts: Vec<OrderConflict>,
    /// Why it is not ready; empty when it is.
    pub not_ready: Vec<Sentence>,
    /// In how many shipments it may leave by a rule of its own: 0 is any number; absent, the shop's
    /// rule holds.
    #[ts(type = "number | null")]
    pub most_shipments: Option<i64>,
    /// In how many shipments orders may leave by the shop's rule; 0 is any number.
    #[ts(type = "number")]
    pub shop_most_shipments: i64,
    /// What stands in the way of its leaving: why it is not ready, but for what somebody signed.
    pub stops: Vec<Sentence>,
    /// Who signed that it leaves although it is not ready.
    pub signature: Option<OrderSignature>,
    /// What can be done.
    pub offers: Vec<Offer>,
    /// The buyer's note. Foreign text.
    pub note: String,
    /// The gift's message. Foreign text.
    pub gift_message: String,
    /// Other columns of the source. Foreign text.
    pub extra: Vec<(String, String)>,
    /// Tags.
    pub tags: Vec<String>,
    /// When it came in.
    #[ts(type = "number")]
    pub booked_at: Millis,
}

/// One remark of the address check.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct AddressFinding {
    /// Whether a carrier would refuse it.
    pub stops: bool,
    /// The address part.
    pub field: String,
    /// In words.
    pub sentence: Sentence,
}

/// One thing that happened.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct TimelineEntry {
    /// The journal's sequence.
    #[ts(type = "number")]
    pub seq: i64,
    /// When it was booked.
    #[ts(type = "number")]
    pub at: Millis,
    /// When it happened, if earlier.
    #[ts(type = "number | null")]
    pub happened_at: Option<Millis>,
    /// Who.
    pub who: String,
    /// money, goods, talk or other: the timeline's filter.
    pub group: String,
    /// What happened, in words.
    pub sentence: Sentence,
    /// The change: before and after, if any, field by field.
    pub changes: Vec<FieldChange>,
}

/// A field before and after.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct FieldChange {
    /// The field.
    pub field: String,
    /// Before.
    pub before: String,
    /// After.
    pub after: String,
}

/// An order by its id.
#[derive(Debug, Clone, Copy, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct OrderRef {
    /// The order.
    pub id: OrderId,
}

/// Search over everything.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct Search {
    /// Any part of a number, the beginning of a name, e-mail, SKU, tracking number or postcode.
    pub text: String,
    /// How many at most, 1 to 50.
    pub limit: u32,
}

/// Something that was found.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct Hit {
    /// order, customer, variant, parcel.
    pub kind: String,
    /// Its id.
    #[ts(type = "number")]
    pub id: i64,
    /// For an order's hit: the order. For a parcel: its order.
    pub order: Option<OrderId>,
    /// First line. Foreign text.
    pub title: String,
    /// Second line. Foreign text.
    pub detail: String,
    /// What matched: number, name, email, sku, tracking, postcode.
    pub by: String,
}
