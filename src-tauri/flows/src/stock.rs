//! Products and stock: numbers that can show the rows behind them.

pub mod types;
