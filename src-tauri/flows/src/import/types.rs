//! What the import screen and the command line ask, and what they get.

use channels::status::StatusWord;
use channels::values::date::DayOrder;
use channels::values::number::DecimalMark;
use channels::{Choices, Mapping};
use domain::id::{BatchId, ChannelId, OrderId};
use domain::source::RowProblem;
use domain::{Currency, Millis, Sentence};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// How a file is to be read. Absent parts are found out.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(default, deny_unknown_fields)]
pub struct ReadAs {
    /// Where the file lies on this computer.
    pub path: String,
    /// A known format's word (`shopify`, …) or `mapped`.
    pub format: Option<String>,
    /// `utf-8`, `utf-16le`, `utf-16be`, `windows-1252`.
    pub encoding: Option<String>,
    /// `,`, `;`, tab or `|`.
    pub separator: Option<String>,
    /// The sheet of a workbook; absent: the first with cells.
    pub sheet: Option<String>,
    /// Column to field, for a mapped file: the file's header → our field's word, or empty for a column that is
    /// left out. Of several columns with one header the first entry is the first.
    pub mapping: Option<Vec<(String, String)>>,
    /// A saved mapping by its name, instead of the one that was saved for such a file.
    pub saved: Option<String>,
    /// The mark before decimals, where a column's own cells do not decide it.
    pub decimal_mark: Option<DecimalMark>,
    /// Day or month first, where a column's own cells do not decide it.
    pub day_order: Option<DayOrder>,
    /// The currency of amounts that name none.
    pub currency: Option<Currency>,
    /// What the source's words for how far an order is mean.
    pub words: Vec<(String, StatusWord)>,
    /// The channel to book to; absent: the only one of this format, the one that the file's orders prove, or
    /// one that is made when there is none.
    pub channel: Option<ChannelId>,
    /// The name of a channel to be made for this file, instead of one that is here.
    pub new_channel: Option<String>,
    /// What becomes of orders that carry a number of the channel and are plainly other orders; absent: nothing
    /// of the file is taken while there are any.
    pub others: Option<Others>,
    /// Orders placed before are history. Asked at a channel's first import.
    #[ts(type = "number | null")]
    pub start_at: Option<Millis>,
    /// Whether what this channel reports shipped, or sold at its till, stood on our shelf. Kept with the
    /// channel; absent: as it was said before.
    pub on_shelf: Option<bool>,
    /// Make products from unknown SKUs ("not counted").
    pub make_products: bool,
}

/// A column of the file.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct FileColumn {
    /// Its header.
    pub name: String,
    /// Up to three values.
    pub examples: Vec<String>,
    /// Filled cells.
    #[ts(type = "number")]
    pub filled: i64,
    /// The field it is read as; absent: left out.
    pub field: Option<String>,
}

domain::words_of! {
    /// What a person says of orders that only share a number with orders here.
    pub enum Others {
        /// They are the same orders: what the file says of them counts.
        Same = "same",
        /// They are other orders, and are left out.
        Leave = "leave",
    }
}

/// A channel that a file may be of.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct ChannelChoice {
    /// The channel.
    pub id: ChannelId,
    /// Its name.
    pub name: String,
    /// So many of the file's orders came from it before; counted where there are several channels.
    #[ts(type = "number")]
    pub here: i64,
}

domain::words_of! {
    /// What an import does with an order.
    pub enum Fate {
        /// It is new.
        New = "new",
        /// It is here and something changed.
        Update = "update",
        /// It is here and nothing changed.
        Skip = "skip",
        /// It is left out.
        Refuse = "refuse",
    }
}

/// One order of the preview.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct PreviewRow {
    /// First row of the file.
    pub row: u32,
    /// Number. Foreign text.
    pub number: String,
    /// Placed.
    #[ts(type = "number | null")]
    pub placed_at: Option<Millis>,
    /// Buyer or recipient. Foreign text.
    pub name: String,
    /// Postcode, town, country. Foreign text.
    pub place: String,
    /// `2 × MUG, 1 × CARD`. Foreign text.
    pub lines: String,
    /// The source's words in ours: shipped, paid, cancelled…
    pub status: String,
    /// Total in minor units, if known.
    #[ts(type = "number | null")]
    pub total: Option<i64>,
    /// Currency.
    pub currency: Currency,
    /// What happens to it.
    pub fate: Fate,
    /// It comes in as history.
    pub history: bool,
    /// It will be held, or needs you, in words.
    pub remarks: Vec<Sentence>,
    /// For an update: what changes.
    pub changes: Vec<crate::orders::types::FieldChange>,
}

/// Problems with one remedy.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct ProblemGroup {
    /// The sentence of the group.
    pub sentence: Sentence,
    /// Column, or empty.
    pub column: String,
    /// Whether they refuse their orders.
    pub refuses: bool,
    /// How many.
    #[ts(type = "number")]
    pub count: i64,
    /// The first few, with their cells.
    pub examples: Vec<RowProblem>,
}

/// What an import would do: the same pure function makes this and the commit.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct Preview {
    /// The file's name.
    pub file_name: String,
    /// Hash of its bytes; the commit is refused when the file changed since.
    pub sha256: String,
    /// The format's word.
    pub format: String,
    /// The encoding's word.
    pub encoding: String,
    /// The separator, or empty for a workbook.
    pub separator: String,
    /// Its columns.
    pub columns: Vec<FileColumn>,
    /// The fields that columns can be read as, for a mapped file.
    pub fields: Vec<String>,
    /// The sheet of a workbook, or empty.
    pub sheet: String,
    /// The mapping that it was read with, as it would be saved.
    pub mapping: Mapping,
    /// What its cells leave open.
    pub choices: Choices,
    /// What a source's word can mean.
    pub meanings: Vec<StatusWord>,
    /// Rows without the header.
    #[ts(type = "number")]
    pub rows: i64,
    /// Orders to make.
    #[ts(type = "number")]
    pub new: i64,
    /// Orders to change.
    #[ts(type = "number")]
    pub updated: i64,
    /// Orders that stay.
    #[ts(type = "number")]
    pub skipped: i64,
    /// Orders left out.
    #[ts(type = "number")]
    pub refused: i64,
    /// Of the new ones: history.
    #[ts(type = "number")]
    pub history: i64,
    /// Problems by remedy.
    pub problems: Vec<ProblemGroup>,
    /// SKUs that no product has, with how many lines want each; the first 200.
    pub unknown_skus: Vec<(String, u32)>,
    /// The first 500 orders, refused and changed ones first.
    pub orders: Vec<PreviewRow>,
    /// The channel it will be booked to; absent: one will be made.
    pub channel: Option<ChannelId>,
    /// Its name.
    pub channel_name: String,
    /// Which channel has to be said: there are several of the kind. Nothing can be taken before.
    pub ask_channel: bool,
    /// The channels of the kind that are in use.
    pub channels: Vec<ChannelChoice>,
    /// Orders that carry a number of the channel and are plainly other orders. While there are some and nobody
    /// has said what becomes of them, nothing can be taken.
    #[ts(type = "number")]
    pub others: i64,
    /// The start date has to be asked: the channel's first import.
    pub ask_start: bool,
    /// Whose shelf its goods stood on has to be asked: units left that could have been ours, and nobody
    /// has said yet.
    pub ask_shelf: bool,
    /// In so many orders.
    #[ts(type = "number")]
    pub shelf_orders: i64,
    /// So many units.
    #[ts(type = "number")]
    pub shelf_units: i64,
    /// A start date to suggest.
    #[ts(type = "number | null")]
    pub suggested_start: Option<Millis>,
    /// An earlier import of exactly these bytes.
    pub same_file: Option<BatchId>,
}

/// Take it.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct ImportCommit {
    /// As it was previewed.
    pub read: ReadAs,
    /// The preview's hash.
    pub sha256: String,
    /// Save the mapping under this name.
    #[serde(default)]
    pub save_mapping: Option<String>,
}

/// What was taken.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct Imported {
    /// The import.
    pub batch: BatchId,
    /// Made.
    #[ts(type = "number")]
    pub new: i64,
    /// Changed.
    #[ts(type = "number")]
    pub updated: i64,
    /// Stayed.
    #[ts(type = "number")]
    pub skipped: i64,
    /// Left out.
    #[ts(type = "number")]
    pub refused: i64,
    /// New orders that are ready to leave now.
    #[ts(type = "number")]
    pub ready: i64,
    /// New orders that are held or need you.
    #[ts(type = "number")]
    pub attention: i64,
    /// Conflicts that were found.
    #[ts(type = "number")]
    pub conflicts: i64,
}

/// An import of the past.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct ImportRow {
    /// The import.
    pub id: BatchId,
    /// File.
    pub file_name: String,
    /// Channel.
    pub channel: String,
    /// orders or products.
    pub kind: String,
    /// Made.
    #[ts(type = "number")]
    pub created: i64,
    /// Changed.
    #[ts(type = "number")]
    pub updated: i64,
    /// Stayed.
    #[ts(type = "number")]
    pub skipped: i64,
    /// Left out.
    #[ts(type = "number")]
    pub refused: i64,
    /// When.
    #[ts(type = "number")]
    pub at: Millis,
    /// Taken back at.
    #[ts(type = "number | null")]
    pub undone_at: Option<Millis>,
}

/// Take an import back.
#[derive(Debug, Clone, Copy, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct ImportUndo {
    /// The import.
    pub batch: BatchId,
    /// Only say what would happen.
    #[serde(default)]
    pub only_look: bool,
}

/// What was taken back.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct ImportUndone {
    /// Orders removed.
    #[ts(type = "number")]
    pub removed: i64,
    /// Orders that are again as they were before it.
    #[ts(type = "number")]
    pub restored: i64,
    /// Products that it made and nothing else uses, removed.
    #[ts(type = "number")]
    pub products_removed: i64,
    /// Products that it made and that stay, because they are in use or were changed since.
    #[ts(type = "number")]
    pub products_kept: i64,
    /// Orders that stay, each with its reason.
    pub kept: Vec<KeptOrder>,
}

/// An order that an undo leaves.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct KeptOrder {
    /// The order.
    pub id: OrderId,
    /// Its number.
    pub number: String,
    /// Why.
    pub sentence: Sentence,
}

/// Save the refused rows of a file as a file of their own.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct RefusedSave {
    /// As it was previewed.
    pub read: ReadAs,
    /// Where to write.
    pub target: String,
}

/// What a product file would do, or did.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct ProductsPreview {
    /// The file's name.
    pub file_name: String,
    /// Hash of its bytes.
    pub sha256: String,
    /// Variants to make.
    #[ts(type = "number")]
    pub new: i64,
    /// Variants to change.
    #[ts(type = "number")]
    pub updated: i64,
    /// Variants that stay.
    #[ts(type = "number")]
    pub skipped: i64,
    /// Rows left out.
    #[ts(type = "number")]
    pub refused: i64,
    /// Units that opening counts bring.
    #[ts(type = "number")]
    pub units: i64,
    /// Problems by remedy.
    pub problems: Vec<ProblemGroup>,
}

/// A product file.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct ProductsFile {
    /// Where it lies.
    pub path: String,
    /// The preview's hash; absent to only look.
    #[serde(default)]
    pub sha256: Option<String>,
}
