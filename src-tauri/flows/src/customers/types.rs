//! What is asked and answered about forgetting people.

use crate::orders::types::BulkRefusal;
use domain::id::{CustomerId, DocumentId};
use domain::{Millis, Sentence};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// Erase people for good.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct CustomersErase {
    /// Them. Whoever they were merged with goes with them.
    pub customers: Vec<CustomerId>,
    /// Only say what would go and what would stay.
    #[serde(default)]
    pub only_look: bool,
}

/// What an erasure did, or would do.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct Erased {
    /// Whether it was done; not when it was only looked, or something is in the way.
    pub done: bool,
    /// People, with those they were merged with.
    #[ts(type = "number")]
    pub customers: i64,
    /// Their orders: these stay, with goods, money and dates, and say nothing of a person any more.
    #[ts(type = "number")]
    pub orders: i64,
    /// Addresses that are emptied.
    #[ts(type = "number")]
    pub addresses: i64,
    /// Pages of labels, slips and lists that are emptied.
    #[ts(type = "number")]
    pub pages: i64,
    /// What the law makes the shop keep.
    pub kept: Vec<KeptDocument>,
    /// What is in the way, order by order.
    pub blocked: Vec<BulkRefusal>,
    /// Copies of the shop in its own folder that still know these people: backups, and shops that a
    /// restore replaced. When one is restored they are erased from it at once.
    #[ts(type = "number")]
    pub backups: i64,
    /// What else a person should know, or do.
    pub remarks: Vec<Sentence>,
}

/// A document that stays.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct KeptDocument {
    /// It.
    pub document: DocumentId,
    /// invoice, credit_note.
    pub kind: String,
    /// Its file name.
    pub title: String,
    /// Until then; it is emptied by itself afterwards.
    #[ts(type = "number")]
    pub until: Millis,
}

/// What the shop has settled about people's data.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct Privacy {
    /// For so many years the law makes the shop keep invoices and credit notes, 0 to 30. With 0 an
    /// erasure takes them too.
    #[serde(default)]
    #[ts(type = "number")]
    pub keep_invoices_years: i64,
    /// The version that the person saw.
    #[serde(default)]
    #[ts(type = "number")]
    pub version: i64,
}
