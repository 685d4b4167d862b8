//! The allowed doors between rooms.
fn main() {}
