//! What Today, Settings and the first run ask, and what they get.

use crate::ship::types::LabelFormat;
use domain::id::{ChannelId, LocationId, OrderId, ServiceId, UserId};
use domain::order::ready::BackorderPolicy;
use domain::order::reserving::ReserveWhen;
use domain::{Address, Currency, Millis, Sentence};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// What every screen needs to know of the shop.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct ShopStatus {
    /// Whether the first run is behind us.
    pub made: bool,
    /// The shop's name.
    pub name: String,
    /// IANA zone.
    pub zone: String,
    /// Currency.
    pub currency: Currency,
    /// `en` or `de`.
    pub language: String,
    /// Country, ISO alpha-2.
    pub country: String,
    /// Sample data is in it.
    pub sample: bool,
    /// Who works here now.
    pub user: String,
    /// Orders in all.
    #[ts(type = "number")]
    pub orders: i64,
    /// `sqlite` or `postgres`.
    pub engine: String,
    /// Where it is kept, for a person.
    pub place: String,
    /// The newest backup's name, or empty.
    pub last_backup: String,
    /// The desk's clock.
    #[ts(type = "number")]
    pub now: Millis,
    /// Backroom's version.
    pub version: String,
}

/// Make the shop.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct ShopMake {
    /// Its name.
    pub name: String,
    /// Country, ISO alpha-2.
    pub country: String,
    /// Currency.
    pub currency: Currency,
    /// IANA zone.
    pub zone: String,
    /// `en` or `de`.
    pub language: String,
    /// Who works here.
    pub user: String,
    /// Street and number of the sender; may stay empty until the first label.
    #[serde(default)]
    pub street: String,
    /// The sender's postcode.
    #[serde(default)]
    pub postcode: String,
    /// The sender's town.
    #[serde(default)]
    pub city: String,
}

/// A count on Today that opens a list.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct Tile {
    /// The view's word, or `hand_over`, `low_stock`.
    pub what: String,
    /// How many.
    #[ts(type = "number")]
    pub count: i64,
    /// A line under it.
    pub detail: Option<Sentence>,
    /// Whether it wants to be looked at: calm, soon or now.
    pub tone: String,
}

/// What only a person can settle.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct Need {
    /// Its id.
    #[ts(type = "number")]
    pub id: i64,
    /// What kind, such as `no_lines`, `conflict`, `pool_low`.
    pub kind: String,
    /// In words.
    pub sentence: Sentence,
    /// The order.
    pub order: Option<OrderId>,
    /// Its number.
    pub number: String,
    /// Since.
    #[ts(type = "number")]
    pub opened_at: Millis,
}

/// The day at a look.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct Today {
    /// The desk's clock.
    #[ts(type = "number")]
    pub now: Millis,
    /// The next best thing to do, in one sentence.
    pub headline: Sentence,
    /// A second line.
    pub detail: Option<Sentence>,
    /// The command or view that does it: a view's word, `hand_over`, `import`, or empty.
    pub next: String,
    /// Orders ready that are due today or earlier.
    #[ts(type = "number")]
    pub due_today: i64,
    /// The next cut-off, if still to come today.
    #[ts(type = "number | null")]
    pub cut_off_at: Option<Millis>,
    /// The counts.
    pub tiles: Vec<Tile>,
    /// The newest 50 things that need a person.
    pub needs: Vec<Need>,
    /// How many there are.
    #[ts(type = "number")]
    pub needs_count: i64,
    /// Parcels that wait, by carrier.
    pub waiting: Vec<WaitingCount>,
    /// Orders of the last 14 days: the day's beginning, count, sum in the shop's currency.
    pub days: Vec<DaySum>,
    /// The newest imports.
    pub imports: Vec<crate::import::types::ImportRow>,
}

/// Parcels of one carrier.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct WaitingCount {
    /// Carrier.
    pub carrier: String,
    /// Labelled, not handed over.
    #[ts(type = "number")]
    pub parcels: i64,
}

/// One day.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct DaySum {
    /// Its beginning in the shop's zone.
    #[ts(type = "number")]
    pub day: Millis,
    /// Orders placed.
    #[ts(type = "number")]
    pub orders: i64,
    /// Their totals in minor units of the shop's currency; other currencies are left out.
    #[ts(type = "number")]
    pub total: i64,
}

/// Where labels and lists go.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(default, deny_unknown_fields)]
pub struct PrinterChoice {
    /// The printer's IPP address; empty: open the PDF on screen.
    pub uri: String,
    /// Its name for people.
    pub name: String,
    /// IPP media keyword, such as `iso_a4_210x297mm`.
    pub media: String,
    /// Copies, 1 to 9.
    pub copies: u32,
}

/// The days of a shop that has said nothing else.
pub(crate) fn a_week() -> i64 {
    7
}

/// When a shop puts goods aside that has said nothing else.
pub(crate) fn at_confirmation() -> ReserveWhen {
    ReserveWhen::AtConfirmation
}

/// Everything a shop can set that this version honours.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct ShopSettings {
    /// The shop's name.
    pub name: String,
    /// Sender on labels and slips.
    pub sender: Address,
    /// Where returns go; absent: the sender.
    pub returns: Option<Address>,
    /// A line at the foot of slips.
    pub slip_note: String,
    /// PNG of at most 200 kB as base64, or empty.
    pub logo_png: String,
    /// IANA zone.
    pub zone: String,
    /// Currency.
    pub currency: Currency,
    /// `en` or `de`.
    pub language: String,
    /// Weekdays that are worked, Monday first.
    pub open_days: [bool; 7],
    /// Days off, `YYYY-MM-DD`.
    pub holidays: Vec<String>,
    /// Orders before this minute of the day leave the same day.
    #[ts(type = "number")]
    pub cut_off_minute: i64,
    /// Working days from order to hand-over.
    #[ts(type = "number")]
    pub handling_days: i64,
    /// What to do when a part is short.
    pub backorder: BackorderPolicy,
    /// In how many shipments an order may leave, 2 to 9; counts for `at_most` alone.
    #[ts(type = "number")]
    pub backorder_most: i64,
    /// When goods are put aside for an order. What is promised when this changes stays promised.
    #[serde(default = "at_confirmation")]
    pub reserve: ReserveWhen,
    /// How many calendar days before the day of ship-by, 0 to 365; counts for `days_before` alone.
    #[serde(default = "a_week")]
    #[ts(type = "number")]
    pub reserve_days: i64,
    /// For how many days after it was placed goods are kept for an order that nobody has paid, 0 to 365;
    /// 0 keeps them without end.
    #[serde(default = "a_week")]
    #[ts(type = "number")]
    pub unpaid_days: i64,
    /// Authorized counts as paid.
    pub capture_at_shipping: bool,
    /// Label paper.
    pub label_format: LabelFormat,
    /// Printer's dots per inch for labels: 203 or 300.
    #[ts(type = "number")]
    pub label_dpi: i64,
    /// `a4` or `letter`, for slips and lists.
    pub paper: String,
    /// Where labels go.
    pub label_printer: PrinterChoice,
    /// Where slips and lists go.
    pub paper_printer: PrinterChoice,
    /// A second folder for backups, or empty.
    pub backup_folder: String,
}

/// The settings with their version.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct SettingsSave {
    /// The settings.
    pub settings: ShopSettings,
    /// The version that the person saw.
    #[ts(type = "number")]
    pub version: i64,
}

/// A service of the shop's own post.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct Service {
    /// The service.
    pub id: ServiceId,
    /// Zones, weight steps, prices (see `PostService`).
    pub post: domain::own_post::PostService,
    /// The pool its numbers come from.
    pub pool: Option<domain::own_post::NumberPool>,
    /// Can be chosen.
    pub active: bool,
    /// Version, for edits.
    #[ts(type = "number")]
    pub version: i64,
}

/// Save a service.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct ServiceSave {
    /// The service; absent: a new one.
    #[serde(default)]
    pub id: Option<ServiceId>,
    /// The version that the person saw.
    #[serde(default)]
    #[ts(type = "number")]
    pub version: i64,
    /// Its definition.
    pub post: domain::own_post::PostService,
    /// A new pool of numbers for it.
    #[serde(default)]
    pub pool: Option<domain::own_post::NumberPool>,
    /// Can be chosen.
    pub active: bool,
}

/// Where the numbers of a service go on that a restore stopped.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct PoolContinue {
    /// The service.
    pub service: ServiceId,
    /// The number that was given last, as it stands on the label (S10, with its check digit); empty: none was
    /// given since the backup.
    #[serde(default)]
    pub last: String,
}

/// A channel.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct Channel {
    /// The channel.
    pub id: ChannelId,
    /// `hand`, or the format's word.
    pub kind: String,
    /// Its name.
    pub name: String,
    /// Orders placed before are history.
    #[ts(type = "number | null")]
    pub start_at: Option<Millis>,
    /// Whether what it reports shipped, or sold at its till, stood on our shelf; absent while nobody has
    /// said.
    pub on_shelf: Option<bool>,
    /// Shipments that wait for that answer.
    #[ts(type = "number")]
    pub unasked: i64,
    /// Whether orders of it are taken in.
    pub active: bool,
    /// Parcels that it has yet to be told of.
    #[ts(type = "number")]
    pub untold: i64,
    /// Version, for edits.
    #[ts(type = "number")]
    pub version: i64,
}

/// Change a channel; what is absent stays.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct ChannelSave {
    /// The channel.
    pub id: ChannelId,
    /// The version that the person saw.
    #[ts(type = "number")]
    pub version: i64,
    /// Its name.
    #[serde(default)]
    pub name: Option<String>,
    /// Orders placed before are history, when they come in from now on.
    #[serde(default)]
    #[ts(type = "number | null")]
    pub start_at: Option<Millis>,
    /// Whether what it reports shipped, or sold at its till, stands on our shelf. What waits for the answer
    /// is settled by it; what was booked before stays.
    #[serde(default)]
    pub on_shelf: Option<bool>,
    /// Whether orders of it are taken in.
    #[serde(default)]
    pub active: Option<bool>,
}

/// Make a backup.
#[derive(Debug, Clone, Default, Serialize, Deserialize, TS)]
#[serde(default, deny_unknown_fields)]
pub struct BackupMake {
    /// Into this folder; empty: the shop's own, and the second one of the settings.
    pub folder: String,
}

/// A backup in the shop's own folder.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct Backup {
    /// Its file's name.
    pub name: String,
    /// Whole path.
    pub path: String,
    /// Bytes.
    #[ts(type = "number")]
    pub bytes: i64,
    /// When it was made.
    #[ts(type = "number | null")]
    pub made_at: Option<Millis>,
    /// Why: `daily`, `by-hand`, `before-update`, `before-restore`.
    pub why: String,
    /// When all of it was read last.
    #[ts(type = "number | null")]
    pub checked_at: Option<Millis>,
    /// Whether every byte was as it was written; only of one that was read.
    pub whole: bool,
}

/// One backup: of the shop's own folder by its name, or any file.
#[derive(Debug, Clone, Default, Serialize, Deserialize, TS)]
#[serde(default, deny_unknown_fields)]
pub struct BackupPick {
    /// A name of the list; empty: the file in `path`.
    pub name: String,
    /// A file anywhere.
    pub path: String,
}

/// A backup that was read to its last byte, and what would be lost with it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct BackupReview {
    /// Its file's name.
    pub name: String,
    /// Bytes.
    #[ts(type = "number")]
    pub bytes: i64,
    /// When it was made, if its name says so.
    #[ts(type = "number | null")]
    pub made_at: Option<Millis>,
    /// It carries a checksum, and every byte agrees. Otherwise only its structure could be looked at.
    pub sealed: bool,
    /// The shop of today cannot be read: what would be lost is not known.
    pub unknown: bool,
    /// It is a backup of another shop: all of this one would be replaced.
    pub another_shop: bool,
    /// Orders that it does not know.
    #[ts(type = "number")]
    pub orders: i64,
    /// Parcels that left since.
    #[ts(type = "number")]
    pub parcels: i64,
    /// Documents that it does not know.
    #[ts(type = "number")]
    pub documents: i64,
    /// Entries of the journal that it does not know: everything that was done since.
    #[ts(type = "number")]
    pub entries: i64,
    /// The last thing that was done in it; absent when nothing was.
    #[ts(type = "number | null")]
    pub newest_at: Option<Millis>,
}

/// A printer that was found.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct FoundPrinter {
    /// IPP address.
    pub uri: String,
    /// Name.
    pub name: String,
    /// State in words, or empty.
    pub state: String,
}

/// A place with stock.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct Location {
    /// The place.
    pub id: LocationId,
    /// Its name.
    pub name: String,
    /// Whether it is in use.
    pub active: bool,
    /// Units on hand there.
    #[ts(type = "number")]
    pub on_hand: i64,
    /// Units promised from there.
    #[ts(type = "number")]
    pub reserved: i64,
    /// Why it cannot go out of use now; absent: it can, or is.
    pub stop: Option<Sentence>,
    /// Version, for edits.
    #[ts(type = "number")]
    pub version: i64,
}

/// Add a place with stock, or change one. Absent fields stay.
#[derive(Debug, Clone, Default, Serialize, Deserialize, TS)]
#[serde(default, deny_unknown_fields)]
pub struct LocationSave {
    /// The place; absent: add one.
    pub id: Option<LocationId>,
    /// The version that the person saw.
    #[ts(type = "number")]
    pub version: i64,
    /// Its name.
    pub name: Option<String>,
    /// Whether it is in use.
    pub active: Option<bool>,
    /// From now on parcels leave from here first, and what nobody names a place for is here.
    pub first: bool,
}

/// A person who works here.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct Staff {
    /// The person.
    pub id: UserId,
    /// Name.
    pub name: String,
    /// owner, packer or support.
    pub role: String,
}

/// Work in the background.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct Progress {
    /// The job's word: `import`, `sample`.
    pub job: String,
    /// Done so far.
    #[ts(type = "number")]
    pub done: i64,
    /// Of so many; 0 when not known yet.
    #[ts(type = "number")]
    pub total: i64,
    /// What is being done, in words.
    pub note: Sentence,
}

/// Something that needs a person, by its id.
#[derive(Debug, Clone, Copy, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct NeedRef {
    /// Its id.
    #[ts(type = "number")]
    pub id: i64,
}

/// Read a picture for the logo.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct LogoRead {
    /// The file: a PNG of at most 200 kB.
    pub path: String,
}

/// A picture that can be the shop's logo.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
pub struct LogoPicture {
    /// Its PNG as base64: what `logo_png` of the settings takes.
    pub png: String,
}
