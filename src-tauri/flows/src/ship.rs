//! Shipping: pick lists, parcels, labels, hand-overs, what the source is told.

pub mod types;
