//! The shop's own post: services that the owner defines, and numbers that the shop gives.
//!
//! Labels without any carrier account: the owner writes down what the post office charges, and
//! types, scans or takes from a pool the number that the post gave.

mod number;
mod pool;
mod service;

pub use number::{AcceptedNumber, accept_number};
pub use pool::NumberPool;
pub use service::{PostService, PostZone, Quote, SizeLimit, WeightStep, ZonePlace, quote};
