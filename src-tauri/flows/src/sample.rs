//! The sample shop: a ceramics and tea shop with a hundred and twenty orders, all invented, to look
//! around in. It is filled through the same flows that a real shop uses, and taken out again whole.

mod fill;
mod goods;
mod made;
mod open_sample;
mod orders;
mod people;
mod remove;

pub use open_sample::open;
pub use remove::remove;
