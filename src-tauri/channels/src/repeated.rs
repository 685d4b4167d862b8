//! An order that stands in one file twice: two exports pasted together.
//!
//! Rows that say the same again are the same rows, and not more units. Two equal lines of one order look
//! alike where every row repeats the order's cells; then the source's own total says which it is, and
//! without one whether other orders stand in between.

use crate::draft::Row;
use domain::order::charges;
use domain::source::{ChargeKind, SourceLine, SourceOrder};
use std::collections::BTreeMap;

/// Orders of more rows are not tried for where a second copy might begin: each try reads all of them.
pub(crate) const MOST_ROWS: usize = 64;

/// How many rows the others repeat, cell by cell; `None` when they do not.
pub(crate) fn block(rows: &[Row]) -> Option<usize> {
    (1..=rows.len() / 2).find(|block| {
        rows.len().is_multiple_of(*block)
            && rows
                .iter()
                .zip(rows.iter().skip(*block))
                .all(|(row, again)| row.record.cells().eq(again.record.cells()))
    })
}

/// Whether rows that repeat their first `block` say the same again, rather than more of it. `whole` is what
/// all rows make, `once` what the first of them make.
pub(crate) fn is_told_again(
    rows: &[Row],
    block: usize,
    whole: &SourceOrder,
    once: &SourceOrder,
) -> bool {
    if once.lines.iter().any(|line| !line.source_id.is_empty()) {
        return true;
    }
    match (is_odd(whole), is_odd(once)) {
        (true, false) => true,
        (false, true) => false,
        (true, true) | (false, false) => rows
            .chunks(block)
            .zip(rows.chunks(block).skip(1))
            .any(|(one, next)| is_gap(one, next)),
    }
}

/// Whether an order's parts are not its total.
pub(crate) fn is_odd(order: &SourceOrder) -> bool {
    charges::book(order).is_none_or(|booked| {
        booked
            .charges
            .iter()
            .any(|charge| charge.kind == ChargeKind::Unexplained)
    })
}

/// The row of a line that stands in one order for the second time: the channel gives each line an id of its
/// own, and two of one id and one thing are two copies of it.
pub(crate) fn line_again(lines: &[SourceLine]) -> Option<u32> {
    let mut seen = BTreeMap::new();
    lines
        .iter()
        .filter(|line| !line.source_id.is_empty())
        .find(|line| {
            let thing = (&line.sku, &line.title);
            let known = seen.insert(&line.source_id, thing);
            known.is_some_and(|known| known == thing)
        })
        .map(|line| line.row)
}

/// Whether two orders sell at least one thing alike: copies of one order do, halves of one do not.
pub(crate) fn sells_alike(one: &SourceOrder, other: &SourceOrder) -> bool {
    one.lines.iter().any(|line| {
        let mut lines = other.lines.iter();
        lines.any(|other| other.sku == line.sku && other.title == line.title)
    })
}

/// The rows in the parts between which rows of other orders stand.
pub(crate) fn apart(rows: &[Row]) -> impl Iterator<Item = &[Row]> {
    rows.chunk_by(|row, next| row.number.saturating_add(1) == next.number)
}

fn is_gap(one: &[Row], next: &[Row]) -> bool {
    match (one.last(), next.first()) {
        (Some(row), Some(next)) => row.number.saturating_add(1) != next.number,
        _ => false,
    }
}
