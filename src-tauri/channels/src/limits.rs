//! How much of a file is read at most. Each limit has its own sentence.
//!
//! The figures are the project's promise for order files: large enough for any real export, small
//! enough that a hostile file is turned away in a second and in bounded memory.

/// Bytes of a file, and of the text it decodes to: 200 MB.
pub const FILE_BYTES: usize = 200 * 1024 * 1024;
/// Records below the header.
pub const ROWS: u32 = 1_000_000;
/// Records below the header of a file of products, which are all in memory at once.
pub const PRODUCT_ROWS: u32 = 100_000;

/// Columns of one record.
pub const COLUMNS: usize = 512;
/// Bytes of one cell: 1 MB.
pub const FIELD_BYTES: usize = 1024 * 1024;
/// Characters of a note, a gift's message, or what a buyer had engraved.
pub const NOTE_CHARS: usize = 10_000;
/// Characters of any other text that is kept: a name, a title, a line of an address.
pub const TEXT_CHARS: usize = 2_000;
/// Characters of a code: a number, a SKU, a postcode, a telephone. Cells may hold several barcodes or
/// tracking numbers.
pub const CODE_CHARS: usize = 500;
/// Characters of a product's SKU.
pub const SKU_CHARS: usize = 200;
/// Bytes of the header record: 64 kB.
pub const HEADER_BYTES: usize = 64 * 1024;
/// Bytes of one record: 16 MB, so that 512 full cells do not add up to half a gigabyte.
pub const RECORD_BYTES: usize = 16 * 1024 * 1024;
/// Bytes of the rows of one order: 8 MB. One that is larger would take many times that while it is made.
pub const ORDER_BYTES: usize = 8 * 1024 * 1024;

/// Rows of one order. More means that the wrong column was taken for the order number.
pub const ORDER_ROWS: usize = 10_000;
/// Rows whose quote marks do not pair. Each costs a second look, so there is an end to them.
pub const BROKEN_ROWS: u32 = 100;
/// Problems of one kind kept one by one; beyond that they are only counted.
pub const PROBLEMS_PER_GROUP: usize = 1_000;

/// Problems of all kinds kept one by one, beside the first of each kind.
pub const PROBLEMS_KEPT: usize = 20_000;

/// Problems of one order that are noted. More of them tell nobody more.
pub const PROBLEMS_PER_ORDER: usize = 100;
/// Refused orders that are kept as far as they could be read, to be shown; beyond that they are only
/// counted.
pub const REFUSED_ORDERS_KEPT: usize = 500;
/// Entries in the directory of a workbook.
pub const XLSX_ENTRIES: usize = 2_000;
/// Bytes of a workbook's parts together once unpacked, and of the text of its sheet: 128 MB. The library reads a cell into memory before
/// its length is known, twice.
pub const XLSX_BYTES: u64 = 128 * 1024 * 1024;

/// Bytes of a workbook's list of texts once unpacked: 48 MB. Each of its texts takes up to five times as
/// much in memory.
pub const XLSX_TEXTS_BYTES: u64 = 48 * 1024 * 1024;

/// Bytes of any other part of a workbook that is no sheet, once unpacked: 24 MB.
pub const XLSX_PART_BYTES: u64 = 24 * 1024 * 1024;

/// How much larger a workbook's entry may be than its packed form.
pub const XLSX_RATIO: u64 = 200;
