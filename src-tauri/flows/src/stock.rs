//! Products and stock: numbers that can show the rows behind them.

mod book;
mod losing;
pub mod moves;
pub mod reserve;
pub mod types;
pub mod variants;
