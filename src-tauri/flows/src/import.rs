//! Orders and products from files: look, then take, or leave; and take back.
//!
//! One pure function, [`plan::plan`], says what becomes of each order. The preview shows its answer
//! and the commit writes it, so what was shown is what happens.

pub mod commit;
pub mod file;
mod fingerprint;
mod history;
mod into;
mod known;
pub mod left_out;
mod look;
pub mod mappings;
mod merge;
mod new_order;
mod new_products;
mod other;
pub mod packed;
mod pairing;
pub mod plan;
pub mod preview;
mod preview_row;
pub mod products;
mod rows;
pub mod types;
pub mod undo;

pub(crate) use known::address as address_of;
pub(crate) use merge::{
    AFTER_LEAVING, CANCELLED_THERE, CHANGED_AFTER_LEAVING, REVIVED_THERE, SERVICE,
    matters_after_leaving,
};
pub(crate) use new_order::{hold_row, need_row};
pub(crate) use rows::address_row;
