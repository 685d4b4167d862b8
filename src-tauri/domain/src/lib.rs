//! The words and rules of a shop.
//!
//! Nothing here touches a disk, a network, a clock or a source of randomness: times and ids come
//! in as values. That is what lets every rule be tested as a table and used by every room.

pub mod address;
pub mod address_check;
pub mod barcode;
pub mod bounds;
pub mod calendar;
pub mod country;
pub mod fold;
pub mod id;
pub mod kit;
pub mod label_code;
pub mod money;
pub mod order;
pub mod own_post;
pub mod parcel;
mod pattern;
pub mod pick_list;
pub mod product_row;
pub mod say;
pub mod scan;
pub mod sku;
pub mod source;
pub mod stock;
pub mod time;
pub mod tracking_number;
mod wording;

pub use address::Address;
pub use money::{Currency, Money};
pub use say::{Refusal, Sentence};
pub use time::Millis;
