//! The shop itself: its name, its settings, its day.

pub mod types;
