//! Pick lists: the way through the shelves, once.

mod layout;
pub(crate) mod natural;

use crate::display::Document;
use crate::measure::{Dpi, PaperSize};
use crate::notice::PaperError;
use domain::Millis;
use natural::{NaturalKey, natural_key};
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// How a pick list is sorted.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum PickOrder {
    /// One walk for all orders: by bin, quantities added up, each with its split.
    ByBin,
    /// One order after the other, each by bin.
    ByOrder,
}

/// A pick list's fixed words.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct PickWords {
    /// `Pick list`.
    pub title: String,
    /// `Batch`.
    pub batch: String,
    /// `Bin`.
    pub bin: String,
    /// For goods without a bin: `No bin`.
    pub no_bin: String,
    /// `Qty`.
    pub quantity: String,
    /// `Item`.
    pub item: String,
    /// Over the split: `For orders`.
    pub for_orders: String,
    /// Before an order's number: `Order`.
    pub order: String,
    /// The page number with its places: `Page %1 of %2`.
    pub page: String,
}

/// What one order wants of one thing.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct PickLine {
    /// The order number.
    pub order: String,
    /// The tote or box that the order is picked into, or empty.
    pub tote: String,
    /// Where it lies, or empty.
    pub bin: String,
    /// The shop's article number, or empty.
    pub sku: String,
    /// What it is.
    pub name: String,
    /// Size, colour; or empty.
    pub options: String,
    /// Pieces.
    pub quantity: i64,
}

/// What one pick list says.
#[derive(Debug, Clone, PartialEq)]
pub struct PickInput {
    /// The paper.
    pub paper: PaperSize,
    /// The printer's resolution, for the bars of the batch number.
    pub dpi: Dpi,
    /// How it is sorted.
    pub order: PickOrder,
    /// The batch's number; also the barcode.
    pub batch: String,
    /// A line under the title: when it was printed, how many orders and pieces.
    pub summary: String,
    /// What is wanted, in any order.
    pub lines: Vec<PickLine>,
    /// The fixed words.
    pub words: PickWords,
    /// The document's date.
    pub at: Millis,
}

/// One thing in one bin, for several orders.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PickGroup {
    /// Where it lies, or empty.
    pub bin: String,
    /// The shop's article number.
    pub sku: String,
    /// What it is.
    pub name: String,
    /// Size, colour.
    pub options: String,
    /// Pieces for all orders.
    pub quantity: i64,
    /// Order, tote and pieces of each.
    pub shares: Vec<(String, String, i64)>,
}

/// Adds up what several orders want of the same thing in the same bin, in the order of the walk:
/// bins in natural order, goods without a bin last, then by article number.
#[must_use]
pub fn by_bin(lines: &[PickLine]) -> Vec<PickGroup> {
    type Key = (bool, NaturalKey, NaturalKey, String, String);
    let mut groups: BTreeMap<Key, PickGroup> = BTreeMap::new();
    for line in lines {
        let key = (
            line.bin.trim().is_empty(),
            natural_key(line.bin.trim()),
            natural_key(&line.sku),
            line.name.clone(),
            line.options.clone(),
        );
        let group = groups.entry(key).or_insert_with(|| PickGroup {
            bin: line.bin.trim().to_owned(),
            sku: line.sku.clone(),
            name: line.name.clone(),
            options: line.options.clone(),
            quantity: 0,
            shares: Vec::new(),
        });
        group.quantity += line.quantity;
        let known = group
            .shares
            .iter_mut()
            .find(|(order, tote, _)| *order == line.order && *tote == line.tote);
        match known {
            Some(share) => share.2 += line.quantity,
            None => group
                .shares
                .push((line.order.clone(), line.tote.clone(), line.quantity)),
        }
    }
    let mut groups: Vec<PickGroup> = groups.into_values().collect();
    for group in &mut groups {
        group.shares.sort_by_cached_key(|s| natural_key(&s.0));
    }
    groups
}

/// Lays out one pick list; long lists run over pages.
///
/// # Errors
/// [`PaperError::Empty`] without lines, [`PaperError::Blocked`] if no font has a letter of it.
pub fn pick_list(input: &PickInput) -> Result<Document, PaperError> {
    if input.lines.is_empty() {
        return Err(PaperError::Empty);
    }
    layout::list(input)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn line(order: &str, bin: &str, sku: &str, quantity: i64) -> PickLine {
        PickLine {
            order: order.into(),
            bin: bin.into(),
            sku: sku.into(),
            name: format!("Thing {sku}"),
            quantity,
            ..PickLine::default()
        }
    }

    #[test]
    fn quantities_add_up_and_keep_their_split() {
        let groups = by_bin(&[
            line("10490", "A-10", "TEA", 1),
            line("10482", "A-2", "BOWL", 2),
            line("10490", "A-2", "BOWL", 3),
            line("9", "", "CARD", 1),
            line("10482", "A-2", "BOWL", 1),
        ]);
        let bins: Vec<(&str, i64)> = groups
            .iter()
            .map(|g| (g.bin.as_str(), g.quantity))
            .collect();
        assert_eq!(bins, [("A-2", 6), ("A-10", 1), ("", 1)]);
        let split: Vec<(&str, i64)> = groups[0]
            .shares
            .iter()
            .map(|s| (s.0.as_str(), s.2))
            .collect();
        assert_eq!(split, [("10482", 3), ("10490", 3)]);
    }
}
