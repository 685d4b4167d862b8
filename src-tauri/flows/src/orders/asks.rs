//! What people ask to be done with orders, and what became of it.

use domain::id::{HoldId, LineId, OrderId, ServiceId, ShipmentId};
use domain::order::HoldKind;
use domain::{Address, Millis, Sentence};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// Hold some orders.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct OrdersHold {
    /// The orders.
    pub orders: Vec<OrderId>,
    /// Why.
    pub kind: HoldKind,
    /// In the person's words, or empty.
    #[serde(default)]
    pub note: String,
    /// Ends by itself.
    #[serde(default)]
    #[ts(type = "number | null")]
    pub until: Option<Millis>,
}

/// Put goods aside now for orders that wait for it.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct OrdersReserve {
    /// The orders.
    pub orders: Vec<OrderId>,
}

/// Release holds.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct OrdersRelease {
    /// All active holds of these orders…
    #[serde(default)]
    pub orders: Vec<OrderId>,
    /// …and these single holds.
    #[serde(default)]
    pub holds: Vec<HoldId>,
    /// In the person's words, or empty.
    #[serde(default)]
    pub note: String,
}

/// Call off units of lines; `units` empty for all that has not left.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct OrderCancel {
    /// The order.
    pub id: OrderId,
    /// Units per line; empty: everything that has not left. When nothing ever left and nothing is
    /// kept, the order itself is cancelled.
    #[serde(default)]
    pub units: Vec<LineUnits>,
    /// In the person's words.
    #[serde(default)]
    pub reason: String,
    /// A labelled parcel that loses some of its units keeps its label; otherwise the label is retired.
    #[serde(default)]
    pub keep_labels: bool,
}

/// What the source called shipped had not left after all.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct NotSentThere {
    /// The order.
    pub id: OrderId,
    /// Which of its shipments elsewhere; empty: all of them.
    #[serde(default)]
    pub shipments: Vec<ShipmentId>,
}

/// Units of a line.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct LineUnits {
    /// The line.
    pub line: LineId,
    /// Units.
    #[ts(type = "number")]
    pub units: i64,
}

/// Change the fields of an open order that paper or parcels need. Absent fields stay.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct OrderEdit {
    /// The order.
    pub id: OrderId,
    /// The version that the person saw; a newer one refuses the edit.
    #[ts(type = "number")]
    pub version: i64,
    /// New recipient and address.
    #[serde(default)]
    pub ship_to: Option<Address>,
    /// New note.
    #[serde(default)]
    pub note: Option<String>,
    /// Gift or not.
    #[serde(default)]
    pub gift: Option<bool>,
    /// New gift message.
    #[serde(default)]
    pub gift_message: Option<String>,
    /// Another service.
    #[serde(default)]
    pub service: Option<ServiceId>,
    /// Another ship-by time.
    #[serde(default)]
    #[ts(type = "number | null")]
    pub ship_by: Option<Millis>,
}

/// Give an order a rule of its own for when a part is short.
#[derive(Debug, Clone, Copy, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct OrderBackorder {
    /// The order.
    pub id: OrderId,
    /// The version that the person saw; a newer one refuses the change.
    #[ts(type = "number")]
    pub version: i64,
    /// In how many shipments it may leave: 1 waits for everything, 0 is as many as it takes, at most
    /// 9. Absent: as the shop's rule says.
    #[ts(type = "number | null")]
    pub most_shipments: Option<i64>,
}

/// Settle a conflict.
#[derive(Debug, Clone, Copy, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct ConflictSettle {
    /// The conflict.
    #[ts(type = "number")]
    pub id: i64,
    /// Take theirs; otherwise ours stays.
    pub take_theirs: bool,
}

/// What became of each order of a bulk action.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct BulkResult {
    /// Done.
    #[ts(type = "number")]
    pub done: i64,
    /// Not done, each with its reason.
    pub refused: Vec<BulkRefusal>,
}

/// One that was not done.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct BulkRefusal {
    /// The order.
    pub order: OrderId,
    /// Its number.
    pub number: String,
    /// Why.
    pub sentence: Sentence,
}

/// Nothing to say.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct Nothing {}
