//! What screens and the command line ask of orders, and what they get.

mod detail;

pub use super::asks::*;
pub use super::signing::{OrderSignature, ShipAnyway};
pub use detail::*;

use domain::id::{BatchId, ChannelId, CustomerId, OrderId, VariantId};
use domain::order::{Fulfilment, Life, PaymentStatus, View};
use domain::{Currency, Millis, Sentence};
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
    /// Goods are not put aside for it yet: it waits for its day, or for a person.
    pub waits: bool,
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
