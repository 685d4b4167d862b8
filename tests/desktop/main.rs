//! A few journeys in the real window. `cargo xtask test --only desktop` builds what they need.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    clippy::print_stdout,
    reason = "tests"
)]

mod changes;
mod first_run;
mod journey;
mod kit;
mod window;
