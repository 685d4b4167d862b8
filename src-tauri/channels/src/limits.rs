//! How much of a file is read at most. Each limit has its own sentence.
//!
//! The figures are the project's promise for order files: large enough for any real export, small
//! enough that a hostile file is turned away in a second and in bounded memory.

/// Bytes of a file, and of the text it decodes to: 200 MB.
pub const FILE_BYTES: usize = 200 * 1024 * 1024;
/// Records below the header.
pub const ROWS: u32 = 1_000_000;
/// Columns of one record.
pub const COLUMNS: usize = 512;
/// Bytes of one cell: 1 MB.
pub const FIELD_BYTES: usize = 1024 * 1024;
/// Bytes of the header record: 64 kB.
pub const HEADER_BYTES: usize = 64 * 1024;
/// Bytes of one record: 16 MB, so that 512 full cells do not add up to half a gigabyte.
pub const RECORD_BYTES: usize = 16 * 1024 * 1024;
/// Rows of one order. More means that the wrong column was taken for the order number.
pub const ORDER_ROWS: usize = 10_000;
/// Rows whose quote marks do not pair. Each costs a second look, so there is an end to them.
pub const BROKEN_ROWS: u32 = 100;
/// Problems kept one by one; beyond that they are only counted.
pub const PROBLEMS_PER_GROUP: usize = 1_000;
/// Refused orders that are kept as far as they could be read, to be shown; beyond that they are only
/// counted.
pub const REFUSED_ORDERS_KEPT: usize = 500;
/// Entries in the directory of a workbook.
pub const XLSX_ENTRIES: usize = 2_000;
/// How much larger a workbook's entry may be than its packed form.
pub const XLSX_RATIO: u64 = 200;
