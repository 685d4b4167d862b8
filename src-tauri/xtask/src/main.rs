//! The room `xtask`.
fn main() {}
