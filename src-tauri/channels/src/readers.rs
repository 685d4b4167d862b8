//! The shop systems whose files are known, one file each, and how a file is recognised.
//!
//! A reader says which column means what, what its platform's words mean, and what its files do
//! otherwise than usual. Columns are found by name: their order, their case, a byte order mark and
//! columns that we do not know make no difference.

mod amazon;
mod bigcommerce;
mod ebay;
mod etsy;
mod magento;
mod shopify;
mod square;
mod squarespace;
mod woocommerce;

use crate::draft::Draft;
use crate::field::Field;
use crate::plan::Habits;
use crate::status::StatusWord;
use crate::table::normal;
use domain::source::SourceOrder;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// What kind of file it is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum Format {
    /// Shopify's order export.
    Shopify,
    /// WooCommerce by Advanced Order Export, or by Customer/Order/Coupon Export.
    Woocommerce,
    /// Etsy's `EtsySoldOrders`: one row an order, no lines.
    EtsyOrders,
    /// Etsy's `EtsySoldOrderItems`: one row a line, no totals.
    EtsyItems,
    /// eBay's orders report, in its American, British or German wording.
    Ebay,
    /// Amazon's order and unshipped-orders reports.
    Amazon,
    /// Square's items detail: till sales.
    Square,
    /// BigCommerce's order export.
    Bigcommerce,
    /// Squarespace's order export.
    Squarespace,
    /// Magento 2's order grid: no lines.
    Magento,
    /// Any other table, read by a mapping of its columns.
    Other,
}

/// What is known of one shop system's files.
#[derive(Debug)]
pub(crate) struct Platform {
    pub(crate) format: Format,
    /// Normal header names and their meaning.
    pub(crate) columns: &'static [(&'static str, Field)],
    /// Names that make the header this platform's; of each group one must be there.
    required: &'static [&'static [&'static str]],
    pub(crate) habits: Habits,
    /// The platform's words where they mean something else than usual, in lower case.
    pub(crate) words: &'static [(&'static str, StatusWord)],
    pub(crate) assemble: for<'d> fn(&mut Draft<'d>) -> SourceOrder,
}

static PLATFORMS: [&Platform; 10] = [
    &shopify::PLATFORM,
    &woocommerce::PLATFORM,
    &etsy::ORDERS,
    &etsy::ITEMS,
    &ebay::PLATFORM,
    &amazon::PLATFORM,
    &square::PLATFORM,
    &bigcommerce::PLATFORM,
    &squarespace::PLATFORM,
    &magento::PLATFORM,
];

/// Points from which a format is taken without asking.
pub const CERTAIN: u8 = 70;

/// The formats that a header could be, the likeliest first, with 0 to 100 points. From
/// [`CERTAIN`] points on every column that the format needs is there.
#[must_use]
pub fn recognise(header: &[String]) -> Vec<(Format, u8)> {
    let names: Vec<String> = header.iter().map(|name| normal(name)).collect();
    let mut formats: Vec<(Format, u8)> = PLATFORMS
        .iter()
        .map(|platform| (platform.format, platform.points(&names)))
        .filter(|(_, points)| *points > 0)
        .collect();
    formats.sort_by_key(|(_, points)| std::cmp::Reverse(*points));
    formats
}

/// The points of the likeliest format for a header of normal names, 0 below [`CERTAIN`].
pub(crate) fn best_score(names: &[String]) -> u8 {
    let best = PLATFORMS
        .iter()
        .map(|platform| platform.points(names))
        .max()
        .unwrap_or(0);
    if best < CERTAIN { 0 } else { best }
}

pub(crate) fn platform(format: Format) -> Option<&'static Platform> {
    PLATFORMS
        .iter()
        .find(|platform| platform.format == format)
        .copied()
}

impl Platform {
    fn points(&self, names: &[String]) -> u8 {
        let has = |wanted: &str| names.iter().any(|name| name == wanted);
        let required = self.required.len().max(1);
        let met = self
            .required
            .iter()
            .filter(|group| group.iter().any(|name| has(name)))
            .count();
        let points = if met == required {
            let known = names
                .iter()
                .filter(|name| self.columns.iter().any(|(column, _)| column == name))
                .count();
            70 + 30 * known / names.len().max(1)
        } else {
            60 * met / required
        };
        u8::try_from(points).unwrap_or(100)
    }
}
