//! What a preview gathers of a plan while it goes through the orders, some hundred at a time.

use super::packed::Part;
use super::plan::Planned;
use super::preview_row::{row, unread};
use super::types::{Fate, PreviewRow, ProblemGroup};
use channels::Reading;
use domain::source::{RowProblem, Severity, SourceOrder};
use domain::{Millis, Sentence};
use std::collections::{BTreeMap, HashMap};

/// The most orders that a preview shows.
const SHOWN: usize = 500;

/// The most SKUs without a product that a preview names.
const UNKNOWN: usize = 200;

/// What is told of the plan of a file.
#[derive(Debug, Default)]
pub(super) struct Look {
    counts: [i64; 4],
    /// Of the new ones.
    pub(super) history: i64,
    /// Orders that only share a number with orders here.
    pub(super) others: i64,
    /// Orders with units that could have left our shelf.
    pub(super) shelf_orders: i64,
    /// Those units.
    pub(super) shelf_units: i64,
    /// When the oldest order was placed that still has to leave.
    pub(super) oldest: Option<Millis>,
    groups: BTreeMap<String, ProblemGroup>,
    skus: BTreeMap<String, u32>,
    /// What needs a look stands first; within a rank the file's order stays.
    shown: [Vec<PreviewRow>; 5],
}

impl Look {
    /// Takes what becomes of some orders.
    pub(super) fn take(
        &mut self,
        part: &Part<'_>,
        planned: &[Planned],
        by_sku: &HashMap<String, i64>,
    ) {
        for (order, planned) in part.orders.iter().zip(planned) {
            if let Some(count) = self.counts.get_mut(planned.fate() as usize) {
                *count += 1;
            }
            if matches!(planned, Planned::New(new) if new.facts.order.history == 1) {
                self.history += 1;
            }
            self.others += i64::from(matches!(planned, Planned::Other(_)));
            let units = shelf_units(planned);
            if units > 0 {
                self.shelf_orders += 1;
                self.shelf_units += units;
            }
            if !super::history::is_history(order, None) {
                self.oldest = match (self.oldest, order.placed_at) {
                    (Some(oldest), Some(placed)) => Some(oldest.min(placed)),
                    (oldest, placed) => oldest.or(placed),
                };
            }
            self.remarks(order, planned);
            if matches!(planned, Planned::New(_) | Planned::Update(_)) {
                self.unknown_skus(order, by_sku);
            }
            self.show(planned, || row(order, planned));
        }
    }

    /// How many orders have this fate.
    pub(super) fn count(&self, fate: Fate) -> i64 {
        self.counts.get(fate as usize).copied().unwrap_or(0)
    }

    /// What the plan refuses, and what it takes with a remark: an order that comes in and is held.
    pub(super) fn groups(&mut self) -> Vec<ProblemGroup> {
        let groups = std::mem::take(&mut self.groups);
        let mut groups: Vec<ProblemGroup> = groups.into_values().collect();
        groups.sort_by_key(|group| !group.refuses);
        groups
    }

    /// SKUs that no product has, with how many lines want each.
    pub(super) fn skus(&mut self) -> Vec<(String, u32)> {
        std::mem::take(&mut self.skus).into_iter().collect()
    }

    /// The orders that are shown, those that the reader left out among the refused ones.
    pub(super) fn rows(self, reading: &Reading) -> Vec<PreviewRow> {
        let [refused, rest @ ..] = self.shown;
        let left_out = reading.refused_orders.iter().map(|r| unread(r, reading));
        refused
            .into_iter()
            .chain(left_out)
            .chain(rest.into_iter().flatten())
            .take(SHOWN)
            .collect()
    }

    fn show(&mut self, planned: &Planned, row: impl Fn() -> PreviewRow) {
        let rank = match planned {
            Planned::Refuse(_) | Planned::Other(_) => 0,
            Planned::Update(_) => 1,
            Planned::New(new) if !new.remarks.is_empty() => 2,
            Planned::New(_) => 3,
            Planned::Skip => 4,
        };
        if let Some(shown) = self.shown.get_mut(rank).filter(|shown| shown.len() < SHOWN) {
            shown.push(row());
        }
    }

    fn remarks(&mut self, order: &SourceOrder, planned: &Planned) {
        let (refuses, sentences) = match planned {
            Planned::Refuse(sentence) | Planned::Other(sentence) => {
                (true, std::slice::from_ref(sentence))
            }
            Planned::New(new) => (false, new.remarks.as_slice()),
            Planned::Update(update) => (false, update.remarks.as_slice()),
            Planned::Skip => (false, [].as_slice()),
        };
        for sentence in sentences {
            let group = self
                .groups
                .entry(sentence.id.clone())
                .or_insert_with(|| ProblemGroup {
                    sentence: sentence.clone(),
                    column: String::new(),
                    refuses,
                    count: 0,
                    examples: Vec::new(),
                });
            group.count += 1;
            if group.examples.len() < super::file::EXAMPLES {
                group.examples.push(example(order, refuses, sentence));
            }
        }
    }

    /// The first of them in the alphabet. One that was dropped for earlier ones can never come back, so its
    /// count is whole as long as it is kept.
    fn unknown_skus(&mut self, order: &SourceOrder, by_sku: &HashMap<String, i64>) {
        for line in &order.lines {
            if line.sku.is_empty() || by_sku.contains_key(&line.sku) {
                continue;
            }
            match self.skus.get_mut(&line.sku) {
                Some(count) => *count += 1,
                None => {
                    self.skus.insert(line.sku.clone(), 1);
                    if self.skus.len() > UNKNOWN {
                        self.skus.pop_last();
                    }
                }
            }
        }
    }
}

fn example(order: &SourceOrder, refuses: bool, sentence: &Sentence) -> RowProblem {
    RowProblem {
        row: order.row,
        column: String::new(),
        cell: order.number.chars().take(200).collect(),
        severity: if refuses {
            Severity::Refused
        } else {
            Severity::Warning
        },
        sentence: sentence.clone(),
    }
}

/// Units that left since the last file and could have stood on our shelf.
fn shelf_units(planned: &Planned) -> i64 {
    match planned {
        Planned::New(new) => new.shelf_units,
        Planned::Update(update) => update.shelf_units,
        Planned::Skip | Planned::Refuse(_) | Planned::Other(_) => 0,
    }
}
