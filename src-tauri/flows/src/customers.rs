//! The people who buy: forgetting them. `MODEL.md`, "Erasure".

mod erase;
mod pages;
mod privacy;
mod replay;
pub mod types;

pub use erase::erase;
pub use privacy::{privacy_get, privacy_save};
pub(crate) use replay::due;
pub use replay::{replay, restore};
