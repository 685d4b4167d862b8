//! What went stale: the message after every commit.

use serde::{Deserialize, Serialize};
use ts_rs::TS;

domain::words_of! {
    /// What a query's answer is made of, and what a mutation makes stale.
    pub enum Tag {
        /// Orders and their lines, holds, payments.
        Orders = "orders",
        /// Shipments, parcels, labels, hand-overs.
        Shipments = "shipments",
        /// Products, variants, stock, movements.
        Stock = "stock",
        /// Customers and addresses.
        Customers = "customers",
        /// Imports, mappings.
        Imports = "imports",
        /// Documents and the print journal.
        Documents = "documents",
        /// Settings, channels, services, staff.
        Settings = "settings",
        /// Jobs.
        Jobs = "jobs",
        /// What needs a person.
        Needs = "needs",
        /// The shop as a whole: backups, health.
        Shop = "shop",
    }
}

/// One commit, as screens hear of it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct Changed {
    /// The journal's sequence after the commit.
    #[ts(type = "number")]
    pub seq: i64,
    /// What went stale.
    pub tags: Vec<Tag>,
    /// Ids of the things that changed; empty when there are more than 200: then all of the tags.
    #[ts(type = "Array<number>")]
    pub ids: Vec<i64>,
}
