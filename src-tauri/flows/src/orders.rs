//! Orders: finding them, looking at one, holding, cancelling, changing.

pub mod types;
