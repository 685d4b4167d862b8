//! What goes in which parcel, before there is a label.

use crate::orders::types::LineUnits;
use domain::id::{OrderId, ParcelId, ServiceId};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// Lay out the parcels of an order, or of several orders that leave together. It replaces what was
/// planned for them; an order that is named alone leaves alone.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct ParcelsPlan {
    /// The orders; more than one are combined.
    pub orders: Vec<OrderId>,
    /// The parcels; empty: no plan, one parcel with everything. Units that no parcel names go in one
    /// of their own.
    #[serde(default)]
    pub parcels: Vec<ParcelDraft>,
}

/// One parcel of a plan.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct ParcelDraft {
    /// What goes in.
    pub lines: Vec<LineUnits>,
    /// Grams with box; absent: the lines' own weights.
    #[serde(default)]
    #[ts(type = "number | null")]
    pub grams: Option<i64>,
    /// The service; absent: the order's.
    #[serde(default)]
    pub service: Option<ServiceId>,
}

/// A parcel that was planned and has no label yet.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct PlannedParcel {
    /// The parcel.
    pub id: ParcelId,
    /// Its number.
    pub number: String,
    /// What is in it.
    pub lines: Vec<LineUnits>,
    /// Grams, if weighed.
    #[ts(type = "number | null")]
    pub grams: Option<i64>,
    /// The service, if chosen.
    pub service: Option<ServiceId>,
}
