//! Cells to values: numbers, dates, text, countries. Nothing here guesses silently: what has two
//! readings is decided by the other cells of its column, by a person, or not at all.

pub mod country;
pub mod currency;
pub mod date;
pub mod length;
pub mod number;
pub mod text;
pub mod weight;
pub mod zone;
