//! An order that stands in one file twice: two exports pasted together.
//!
//! Rows that say the same again are the same rows, and not more units. Two equal lines of one order look
//! alike where every row repeats the order's cells; then the source's own total says which it is, and
//! without one whether other orders stand in between.

use crate::draft::Row;
use domain::order::charges;
use domain::source::{ChargeKind, SourceOrder};

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
