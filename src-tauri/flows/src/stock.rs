//! Products and stock: numbers that can show the rows behind them.

mod backorder;
mod book;
mod count;
pub(crate) mod expire;
pub(crate) mod kits;
mod list;
mod losing;
mod move_by_hand;
pub mod moves;
pub mod not_found;
pub(crate) mod opening;
pub(crate) mod promise;
mod proof;
pub(crate) mod put_back;
pub(crate) mod recipe;
pub mod reserve;
mod save;
pub(crate) mod shelf;
pub(crate) mod takes;
mod transfer;
pub mod types;
pub mod variants;
pub(crate) mod weights;

pub use backorder::variant_backorder;
pub(crate) use book::first_location;
pub use count::{count, count_in};
pub use list::list;
pub use move_by_hand::move_by_hand;
pub use proof::variant_get;
pub use save::variant_save;
pub use transfer::transfer;
