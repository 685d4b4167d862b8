//! The store on both engines. PostgreSQL runs when `BACKROOM_TEST_POSTGRES` names a server on which
//! databases may be made; each test gets one of its own.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    clippy::print_stdout,
    reason = "tests"
)]

mod backups;
mod concurrency;
mod damage;
mod erasure;
mod full_disk;
mod invariants;
mod opening;
mod plans;
mod round_trips;
mod schema;
mod shop;
mod statements;
mod told;
mod writing;
