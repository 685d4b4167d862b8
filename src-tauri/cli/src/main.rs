//! The room `cli`.
fn main() {}
