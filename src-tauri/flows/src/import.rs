//! Orders and products from files: look, then take, or leave; and take back.
//!
//! One pure function, [`plan::plan`], says what becomes of each order. The preview shows its answer
//! and the commit writes it, so what was shown is what happens.

pub mod commit;
mod history;
mod known;
mod merge;
mod new_order;
pub mod plan;
pub mod types;
