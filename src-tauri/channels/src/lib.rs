//! Where orders come from: order files of shop systems, and any table by a mapping of its columns.
//!
//! Everything here is pure. Bytes go in; what the file says comes out as [`domain::source`] values
//! with the problems of its rows. No file is opened, no clock is read; the shop's currency, zone
//! and today's date are options. What the values mean for the shop is decided elsewhere.
//!
//! - [`read`] and [`read_each`] read orders; [`products::read`] reads products and stock.
//! - [`text`], [`records`], [`table`]: bytes to cells. [`values`]: cells to values.
//! - [`readers`]: one file for each shop system. [`mapping`], [`guess`]: every other file.
//! - [`join`]: how two files of one shop complete each other's orders.
//! - [`export`], [`shipped`], [`refused_rows`]: files that are written.

pub mod choices;
pub mod export;
pub mod field;
pub mod guess;
pub mod join;
pub mod limits;
pub mod mapping;
pub mod products;
pub mod readers;
pub mod reading;
pub mod records;
pub mod refused_rows;
pub mod shipped;
pub mod status;
pub mod table;
pub mod text;
pub mod values;

mod draft;
mod plan;
mod problems;
mod refused;
mod repeated;
mod rows;
mod survey;
mod usual;
mod xlsx;

pub use choices::{Choices, Said};
pub use field::Field;
pub use mapping::{MappedColumn, Mapping};
pub use problems::{ProblemGroup, RefusedOrder, RefusedRow};
pub use readers::{Format, recognise};
pub use reading::{
    ColumnSummary, Progress, ReadOptions, Reading, Watch, read, read_each, read_table,
};
pub use refused::{FileRefused, Unread};
pub use table::{Separator, Table};
pub use text::Encoding;
