//! For tests only: a shop of a test's own on either engine, a clock that the test sets, files as
//! shops export them, and the rules that must hold after every command.
//!
//! A test that wants a shop writes
//!
//! ```no_run
//! # async fn story(_shop: &testkit::TestShop) {}
//! # async fn run() {
//! testkit::for_each_engine(async |shop| story(shop).await).await;
//! # }
//! ```

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    clippy::print_stdout,
    reason = "a test that cannot go on ends here"
)]

mod database;
mod engines;
mod invariants;
mod shop;
mod shopify;

pub use database::Database;
pub use engines::for_each_engine;
pub use invariants::{invariants, orders_and_parcels};
pub use shop::{NOW, TestShop, number, plant};
pub use shopify::{Order, shopify_file};
