//! What the shop does: one verb, one file. Transactions and undo live here.

pub mod customers;
pub mod desk;
pub mod error;
pub mod health;
pub mod import;
mod needs;
pub mod orders;
pub mod sample;
pub mod ship;
pub mod shop;
pub mod stock;

pub use customers::restore;
pub use desk::{Clock, Desk};
pub use error::{FlowError, Result};
/// What a host says of the shop's memory: where it is kept, what of it changed.
pub use store::{BackupInfo, Changed, Opening, Place, Store, StoreError, Tag};
