//! Orders: finding them, looking at one, holding, cancelling, changing.

pub mod facts;
pub mod list;
pub mod refresh;
pub mod types;
