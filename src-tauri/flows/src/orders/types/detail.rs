//! Everything of one order, as its page shows it.

use super::{OrderListRow, OrderSignature};
use domain::id::{
    CustomerId, DocumentId, HoldId, LineId, OrderId, ParcelId, ShipmentId, VariantId,
};
use domain::order::{HoldKind, Quantities};
use domain::parcel::ParcelState;
use domain::source::{ChargeKind, LineKind};
use domain::{Address, Millis, Sentence};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

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
    /// Why theirs cannot be taken; absent when it can.
    pub refusal: Option<Sentence>,
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
    /// When its goods were let go, because nobody had paid; absent while they are kept.
    #[ts(type = "number | null")]
    pub expired_at: Option<Millis>,
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
    /// In how many shipments it may leave by a rule of its own: 0 is any number; absent, the rule of
    /// its products holds, else the shop's.
    #[ts(type = "number | null")]
    pub most_shipments: Option<i64>,
    /// The same by the strictest rule of what is short; absent, nothing that is short has a rule of its
    /// own.
    #[ts(type = "number | null")]
    pub product_most_shipments: Option<i64>,
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
