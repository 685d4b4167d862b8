//! Pick lists that are worked, and what goes back to the shelf.

use domain::id::{DocumentId, LineId, OrderId, PickListId, PutBackId, ShipmentId, VariantId};
use domain::pick_list::{PickListState, ShortReason};
use domain::{Millis, Sentence};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// A page of pick lists, newest first.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct PickListsList {
    /// Those that ended, not those that are open.
    #[serde(default)]
    pub ended: bool,
    /// Where the last page ended.
    #[serde(default)]
    pub after: Option<String>,
    /// How many, 1 to 200.
    pub limit: u32,
}

/// One page.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct PickListsPage {
    /// The lists.
    pub rows: Vec<PickListHead>,
    /// Ask with this for the next page.
    pub next: Option<String>,
    /// How many there are.
    #[ts(type = "number")]
    pub total: i64,
}

/// A pick list with its sums.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct PickListHead {
    /// The list.
    pub id: PickListId,
    /// Its number.
    pub number: String,
    /// Where it stands.
    pub state: PickListState,
    /// Grouped by order, not by shelf place.
    pub by_order: bool,
    /// Its PDF.
    pub document: Option<DocumentId>,
    /// When it was made.
    #[ts(type = "number")]
    pub made_at: Millis,
    /// Who made it.
    pub made_by: String,
    /// When its last line was answered.
    #[ts(type = "number | null")]
    pub ended_at: Option<Millis>,
    /// Orders on it.
    #[ts(type = "number")]
    pub orders: i64,
    /// Units on it.
    #[ts(type = "number")]
    pub units: i64,
    /// Units that were fetched.
    #[ts(type = "number")]
    pub found: i64,
    /// Lines on it.
    #[ts(type = "number")]
    pub lines: i64,
    /// Lines that nobody answered yet.
    #[ts(type = "number")]
    pub open_lines: i64,
}

/// A pick list by its id.
#[derive(Debug, Clone, Copy, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct PickListRef {
    /// The list.
    pub id: PickListId,
}

/// A pick list with its lines in walking order.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct PickListDetail {
    /// The list.
    pub head: PickListHead,
    /// Its lines.
    pub lines: Vec<PickListLine>,
}

/// One line of a list.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct PickListLine {
    /// The shipment that it is fetched for.
    pub shipment: ShipmentId,
    /// The order's line.
    pub line: LineId,
    /// The order.
    pub order: OrderId,
    /// Its number.
    pub order_number: String,
    /// Shelf place, or empty.
    pub bin: String,
    /// SKU.
    pub sku: String,
    /// Title. Foreign text.
    pub title: String,
    /// Options. Foreign text.
    pub options: String,
    /// Units to fetch; 0 when they are no longer wanted.
    #[ts(type = "number")]
    pub asked: i64,
    /// Units that were fetched; absent until somebody answers.
    #[ts(type = "number | null")]
    pub found: Option<i64>,
    /// Why fewer.
    pub why: Option<ShortReason>,
    /// Whether it has yet to be answered.
    pub open: bool,
    /// Why it must not leave although it is on the list: put it aside.
    pub stop: Option<Sentence>,
}

/// Answer lines of a pick list.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct PickListEnter {
    /// The list.
    pub id: PickListId,
    /// The answers.
    pub lines: Vec<PickAnswer>,
}

/// What was found for one line.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct PickAnswer {
    /// The shipment.
    pub shipment: ShipmentId,
    /// The order's line.
    pub line: LineId,
    /// Units that were fetched.
    #[ts(type = "number")]
    pub found: i64,
    /// Why fewer than asked; needed then.
    #[serde(default)]
    pub why: Option<ShortReason>,
    /// Where they lay, if not where the list said: from now on that is their place.
    #[serde(default)]
    pub bin: Option<String>,
}

/// Take the answer of one line back.
#[derive(Debug, Clone, Copy, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct PickAnswerUndo {
    /// The list.
    pub id: PickListId,
    /// The shipment.
    pub shipment: ShipmentId,
    /// The order's line.
    pub line: LineId,
}

domain::words_of! {
    /// What becomes of the lines that nobody answered when a list ends.
    pub enum PickRest {
        /// All of them were fetched.
        Found = "found",
        /// None was: they can go on another list.
        Left = "left",
    }
}

/// End a pick list.
#[derive(Debug, Clone, Copy, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct PickListFinish {
    /// The list.
    pub id: PickListId,
    /// The lines that nobody answered.
    pub rest: PickRest,
}

/// A page of put-backs: what is to be done, oldest first, or what was done, newest first.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct PutBacksList {
    /// What was done.
    #[serde(default)]
    pub done: bool,
    /// Where the last page ended.
    #[serde(default)]
    pub after: Option<String>,
    /// How many, 1 to 200.
    pub limit: u32,
}

/// One page.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct PutBacksPage {
    /// The put-backs.
    pub rows: Vec<PutBack>,
    /// Ask with this for the next page.
    pub next: Option<String>,
    /// How many there are.
    #[ts(type = "number")]
    pub total: i64,
}

/// Units that were fetched and are no longer wanted.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct PutBack {
    /// The put-back.
    pub id: PutBackId,
    /// The variant, if known.
    pub variant: Option<VariantId>,
    /// The order they were fetched for.
    pub order: OrderId,
    /// Its number.
    pub order_number: String,
    /// SKU.
    pub sku: String,
    /// Title. Foreign text.
    pub title: String,
    /// Options. Foreign text.
    pub options: String,
    /// Where they belong, or empty.
    pub bin: String,
    /// Units.
    #[ts(type = "number")]
    pub units: i64,
    /// Since.
    #[ts(type = "number")]
    pub made_at: Millis,
    /// Back on the shelf since; to be done when absent.
    #[ts(type = "number | null")]
    pub done_at: Option<Millis>,
    /// Who put them back.
    pub done_by: String,
    /// They never came back and left the ledger.
    pub gone: bool,
}

/// Units are back on the shelf.
#[derive(Debug, Clone, Copy, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct PutBackDone {
    /// The put-back.
    pub id: PutBackId,
    /// Units that lie on the shelf again; absent: all but those that are gone.
    #[serde(default)]
    #[ts(type = "number | null")]
    pub units: Option<i64>,
    /// Units that are broken or nowhere: they leave the ledger.
    #[serde(default)]
    #[ts(type = "number")]
    pub gone: i64,
}

/// What became of a put-back.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct PutBackBooked {
    /// What was booked, each of which can be taken back.
    pub done: Vec<PutBackId>,
    /// Units that are still to be put back.
    #[ts(type = "number")]
    pub left: i64,
}

/// A put-back by its id.
#[derive(Debug, Clone, Copy, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct PutBackRef {
    /// The put-back.
    pub id: PutBackId,
}
