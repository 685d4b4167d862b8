//! Orders: finding them, looking at one, holding, cancelling, changing.

pub mod asks;
pub mod backorder;
pub mod cancel;
pub mod conflict;
pub mod deadline;
pub mod detail;
pub mod edit;
pub mod facts;
pub mod hold;
pub mod list;
pub mod not_sent;
pub(crate) mod on_paper;
pub mod refresh;
pub mod reserving;
pub mod signing;
pub mod timeline;
pub(crate) mod told;
pub mod types;
