//! What the shop does: one verb, one file. Transactions and undo live here.

pub mod import;
pub mod orders;
pub mod ship;
pub mod shop;
pub mod stock;
