//! An order as its source tells it, before anything of it is believed.
//!
//! Every reader of a file or a storefront gives these; from here on nobody asks which shop system
//! it was. Amounts that the source does not state are `None`, never 0. Text is foreign: kept as it
//! came, never run, never shown as markup.

use crate::{Address, Currency, Millis, Sentence};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// What a charge is for. `MODEL.md`, "Money".
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum ChargeKind {
    /// The price of a line.
    Line,
    /// Carriage that the buyer pays.
    Shipping,
    /// A fee of the shop or the channel.
    Fee,
    /// A tip.
    Tip,
    /// Gift wrap.
    GiftWrap,
    /// Customs duty.
    Duty,
    /// A discount; its amount is negative.
    Discount,
    /// Tax that is not inside the prices.
    Tax,
    /// At most one minor unit per line, from the source's way of rounding.
    Rounding,
    /// What the source's own total has, and its parts do not.
    Unexplained,
}

/// One amount of the order beside its lines.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct SourceCharge {
    /// What it is for.
    pub kind: ChargeKind,
    /// The source's own words for it (a discount code, a tax name), or empty.
    pub label: String,
    /// Minor units of the order's currency; discounts negative.
    #[ts(type = "number")]
    pub amount: i64,
}

/// A tax as the source names it. With prices that include tax it is told, not charged.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct SourceTax {
    /// The source's name, such as `MwSt 19%`.
    pub name: String,
    /// Minor units.
    #[ts(type = "number")]
    pub amount: i64,
    /// Whether prices already contain it; `None` when the source does not say.
    pub included: Option<bool>,
    /// Whether the channel collects and remits it (marketplace facilitator), so it is not ours.
    pub collected_by_channel: bool,
}

/// What the source says of the money.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum SourcePaid {
    /// Nothing paid yet.
    Unpaid,
    /// Started, not certain.
    Pending,
    /// Reserved on the buyer's card.
    Authorized,
    /// A part is captured.
    PartlyPaid,
    /// Captured in full.
    Paid,
    /// Paid, and a part went back.
    PartlyRefunded,
    /// Paid, and all of it went back.
    Refunded,
    /// The reservation was let go.
    Voided,
    /// The source does not say.
    Unknown,
}

/// What the source says of the goods.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum SourceShipped {
    /// Nothing has left.
    No,
    /// A part has left.
    Partly,
    /// All has left.
    Yes,
    /// The source does not say.
    Unknown,
}

/// What a line is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum LineKind {
    /// A thing that is picked and shipped.
    Goods,
    /// A set that explodes into component lines.
    Kit,
    /// A download, a licence.
    Digital,
    /// Work.
    Service,
    /// A gift card.
    GiftCard,
}

/// One position of the order.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct SourceLine {
    /// The channel's own id of the line, or empty (then SKU + price + position identify it).
    pub source_id: String,
    /// What it is.
    pub kind: LineKind,
    /// SKU as given: leading zeros kept. Empty when the source has none.
    pub sku: String,
    /// Title with HTML entities resolved.
    pub title: String,
    /// Options such as `Size: A5`, or empty.
    pub options: String,
    /// What the buyer asked to be put on it, or empty.
    pub personalisation: String,
    /// Units ordered; at least 1.
    #[ts(type = "number")]
    pub quantity: i64,
    /// Units of these that had left already, as the source says.
    #[ts(type = "number")]
    pub shipped: i64,
    /// Units of these that the source cancelled.
    #[ts(type = "number")]
    pub cancelled: i64,
    /// Price of one unit in minor units, before order discounts; `None` when not stated.
    #[ts(type = "number | null")]
    pub unit_price: Option<i64>,
    /// Discount on the whole line, negative or 0, in minor units.
    #[ts(type = "number")]
    pub discount: i64,
    /// Tax on the whole line, when the source states it per line.
    #[ts(type = "number | null")]
    pub tax: Option<i64>,
    /// Grams of one unit, when the source states it.
    #[ts(type = "number | null")]
    pub grams: Option<i64>,
    /// The shop's own barcode for it (GTIN), or empty.
    pub barcode: String,
    /// Whether the shop sends it (true) or the channel or a supplier does.
    pub by_shop: bool,
    /// Row of the file, counted from 1 with the header as row 1 (physical record, not text line).
    pub row: u32,
}

/// A payment as a fact.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct SourcePayment {
    /// The source's words: `Shopify Payments`, `checkmo`.
    pub method: String,
    /// The provider's reference, or empty.
    pub reference: String,
    /// Minor units; `None` when the source says that it was paid but not how much.
    #[ts(type = "number | null")]
    pub amount: Option<i64>,
    /// When, if stated.
    #[ts(type = "number | null")]
    pub at: Option<Millis>,
    /// Paid to the marketplace, not to the shop.
    pub to_channel: bool,
}

/// Who buys.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(default)]
pub struct SourceBuyer {
    /// The channel's id or user name of the buyer, or empty.
    pub source_id: String,
    /// Name, or empty.
    pub name: String,
    /// E-mail as given, or empty.
    pub email: String,
    /// Telephone as given, or empty.
    pub phone: String,
    /// Firm, or empty.
    pub company: String,
    /// VAT or tax number, or empty.
    pub tax_id: String,
}

/// Which of the fields that may be empty a source has a column for. Absent from a later file means nothing;
/// an empty cell means that there is none.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct Told {
    /// [`SourceOrder::note`].
    pub note: bool,
    /// [`SourceOrder::gift`] and [`SourceOrder::gift_message`].
    pub gift: bool,
    /// [`SourceOrder::service`].
    pub service: bool,
    /// [`SourceOrder::ship_by`].
    pub ship_by: bool,
}

impl Told {
    /// A source that tells everything.
    pub const ALL: Self = Self {
        note: true,
        gift: true,
        service: true,
        ship_by: true,
    };

    /// What either of two tells.
    #[must_use]
    pub fn or(self, other: Self) -> Self {
        Self {
            note: self.note || other.note,
            gift: self.gift || other.gift,
            service: self.service || other.service,
            ship_by: self.ship_by || other.ship_by,
        }
    }
}

/// Whether the source itself keeps the goods back.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum SourceWait {
    /// It does not.
    No,
    /// Until somebody there lets it go.
    Held,
    /// Until a day that its file does not name.
    Scheduled,
}

/// An order as its source tells it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct SourceOrder {
    /// The channel's own id; where it has none, its number. Never empty.
    pub source_id: String,
    /// The number that people say: `#1001`. As printed by the source.
    pub number: String,
    /// When the buyer placed it; `None` when not stated.
    #[ts(type = "number | null")]
    pub placed_at: Option<Millis>,
    /// Currency of every amount here.
    pub currency: Currency,
    /// Who buys.
    pub buyer: SourceBuyer,
    /// Where it goes; an empty address when the source names none.
    pub ship_to: Address,
    /// Where the bill goes.
    pub bill_to: Address,
    /// What was sold. Empty when the file has no lines (a grid): the order needs a person.
    pub lines: Vec<SourceLine>,
    /// Shipping, fees, tips, discounts on the whole order, tax on top. No line prices here.
    pub charges: Vec<SourceCharge>,
    /// The taxes by name.
    pub taxes: Vec<SourceTax>,
    /// Whether prices include tax; `None` when the source does not say.
    pub prices_include_tax: Option<bool>,
    /// The source's total in minor units; `None` when not stated.
    #[ts(type = "number | null")]
    pub total: Option<i64>,
    /// What the source says of the money.
    pub paid: SourcePaid,
    /// The payments it names.
    pub payments: Vec<SourcePayment>,
    /// Minor units paid back; `None` when not stated.
    #[ts(type = "number | null")]
    pub refunded: Option<i64>,
    /// What the source says of the goods.
    pub shipped: SourceShipped,
    /// Whether it keeps the goods back.
    pub wait: SourceWait,
    /// When it left, if stated.
    #[ts(type = "number | null")]
    pub shipped_at: Option<Millis>,
    /// Tracking numbers that the source names.
    pub tracking: Vec<String>,
    /// Whether the source cancelled it.
    pub cancelled: bool,
    /// When, if stated.
    #[ts(type = "number | null")]
    pub cancelled_at: Option<Millis>,
    /// Promise to the buyer: to be shipped by.
    #[ts(type = "number | null")]
    pub ship_by: Option<Millis>,
    /// The delivery that the buyer chose, in the source's words.
    pub service: String,
    /// The buyer's note.
    pub note: String,
    /// Whether prices stay off the slip.
    pub gift: bool,
    /// The gift's message, or empty.
    pub gift_message: String,
    /// Sold over the counter: nothing to ship.
    pub counter: bool,
    /// Tags of the source.
    pub tags: Vec<String>,
    /// Other columns worth keeping, name and value, in the file's order.
    pub extra: Vec<(String, String)>,
    /// Which fields it has a column for. A field with a value is told, whatever stands here.
    pub told: Told,
    /// First row of the file that this order stands on (see [`SourceLine::row`]).
    pub row: u32,
}

impl SourceOrder {
    /// The same order without whom it is about: for an order here whose buyer was erased, which the
    /// source may go on telling of. Goods, money and dates stay.
    #[must_use]
    pub fn without_person(&self) -> Self {
        let country = |address: &Address| Address {
            country: address.country.clone(),
            ..Address::default()
        };
        let mut order = Self {
            buyer: SourceBuyer::default(),
            ship_to: country(&self.ship_to),
            bill_to: country(&self.bill_to),
            note: String::new(),
            gift_message: String::new(),
            tags: Vec::new(),
            extra: Vec::new(),
            ..self.clone()
        };
        for line in &mut order.lines {
            line.options.clear();
            line.personalisation.clear();
        }
        for charge in &mut order.charges {
            charge.label.clear();
        }
        for payment in &mut order.payments {
            payment.reference.clear();
        }
        order
    }
}

/// How bad a problem with a row is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum Severity {
    /// Imported, worth a look.
    Warning,
    /// The order is left out.
    Refused,
}

/// Something in a file that a person should know, with the cell that shows it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct RowProblem {
    /// Row of the file (see [`SourceLine::row`]); 0 when it is about the whole file.
    pub row: u32,
    /// The column's header, or empty.
    pub column: String,
    /// The cell as it came, at most 200 characters.
    pub cell: String,
    /// Warning or refusal.
    pub severity: Severity,
    /// What is wrong and what to do. Problems with the same sentence id are fixed by the same act.
    pub sentence: Sentence,
}
