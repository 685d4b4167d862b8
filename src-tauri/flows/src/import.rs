//! Orders and products from files: look, then take, or leave; and take back.

pub mod types;
