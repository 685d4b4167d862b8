//! Paper as others see it: rasterised, scanned, read back.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    clippy::print_stderr,
    clippy::cast_possible_truncation,
    clippy::cast_sign_loss,
    reason = "tests"
)]

mod barcodes;
mod labels;
mod lists;
mod logos;
mod peers;
mod samples;
mod scripts;
mod words;
