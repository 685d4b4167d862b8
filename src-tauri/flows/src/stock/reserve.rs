//! Who gets which units. `MODEL.md`, "Stock".
//!
//! These functions own, and write, the reservations, `stock.reserved`, and a line's `reserved` and
//! `backordered`. They read lines from the database, so what the caller changed of lines has to be
//! saved before; lines that the caller loaded before are old afterwards. The caller calls
//! [`crate::orders::refresh::refresh`] for the orders when everything is done.

use super::book::{Book, ships};
use crate::error::Result;
use domain::order::Life;
use std::collections::{BTreeMap, BTreeSet};
use store::Write;
use store::rows::ReservationRow;
use store::tables::stock::{self, StockLine};

/// Reserves what the lines of these orders still need: goods that the shop ships, of open orders
/// that are no history. Orders are served in the order given, lines by position, each line with as
/// many units as there are; what is missing is backordered. A line without a variant and a variant
/// without an opening count are never short.
///
/// # Errors
/// The store's.
pub async fn reserve(w: &mut Write<'_>, order_ids: &[i64]) -> Result<()> {
    let open: BTreeSet<i64> = stock::order_heads(w.db(), order_ids)
        .await?
        .into_iter()
        .filter(|o| o.history == 0 && o.life == Life::Open.word())
        .map(|o| o.id)
        .collect();
    let lines: Vec<StockLine> = stock::lines_of_orders(w.db(), order_ids)
        .await?
        .into_iter()
        .filter(|l| open.contains(&l.order_id) && ships(l))
        .collect();
    let mut of_order: BTreeMap<i64, Vec<i64>> = BTreeMap::new();
    for line in &lines {
        of_order.entry(line.order_id).or_default().push(line.id);
    }
    let mut book = Book::of_lines(w.db(), lines).await?;
    for order in order_ids {
        // Taken out, so that an order that is named twice is served once.
        for line in of_order.remove(order).unwrap_or_default() {
            book.reserve(line, 0);
        }
    }
    book.save(w).await
}

/// Lets go of units that lines hold: they were called off. The newest reservations end first, and
/// never more units than are held. For a line with a variant `reserved` becomes what its active
/// reservations come to, so it does not matter whether the caller has lowered it before (as
/// `Quantities::cancel` does); `backordered`, and lines without a variant, are left as they are.
///
/// The freed units belong to nobody: call [`give`] for the variants next.
///
/// # Errors
/// The store's.
pub async fn release(w: &mut Write<'_>, units: &[(i64, i64)]) -> Result<()> {
    let now = w.now();
    let ids: Vec<i64> = units.iter().map(|(line, _)| *line).collect();
    let lines = stock::lines_by_id(w.db(), &ids).await?;
    let mut held = active(w, &ids).await?;
    let mut book = Book::of_lines(w.db(), lines).await?;
    for (line, wanted) in units {
        let Some(rows) = held.get_mut(line) else {
            continue;
        };
        book.end(rows, *wanted, "released", now);
        let still: i64 = sum_active(rows);
        if let Some(line) = book.line_mut(*line) {
            line.reserved = still;
        }
    }
    book.save(w).await
}

/// Gives free units of these variants to the open lines that wait for them: the earliest ship-by
/// first, then the older order. Returns the orders that got some.
///
/// # Errors
/// The store's.
pub async fn give(w: &mut Write<'_>, variants: &[i64]) -> Result<Vec<i64>> {
    let waiting = stock::waiting_of(w.db(), variants).await?;
    if waiting.is_empty() {
        return Ok(Vec::new());
    }
    let ids: Vec<i64> = waiting.iter().map(|(_, _, line)| *line).collect();
    let lines = stock::lines_by_id(w.db(), &ids).await?;
    let mut book = Book::of_lines(w.db(), lines).await?;
    let mut served = BTreeSet::new();
    for (_, order, line) in waiting {
        let before = book.line(line).map(|l| l.reserved);
        book.reserve(line, 0);
        if book.line(line).map(|l| l.reserved) != before {
            served.insert(order);
        }
    }
    book.save(w).await?;
    Ok(served.into_iter().collect())
}

/// The active reservations of lines, newest first within a line.
pub(crate) async fn active(
    w: &mut Write<'_>,
    lines: &[i64],
) -> Result<BTreeMap<i64, Vec<ReservationRow>>> {
    let mut held: BTreeMap<i64, Vec<ReservationRow>> = BTreeMap::new();
    for row in stock::active_of_lines(w.db(), lines).await? {
        held.entry(row.line_id).or_default().push(row);
    }
    Ok(held)
}

pub(crate) fn sum_active(rows: &[ReservationRow]) -> i64 {
    rows.iter()
        .filter(|r| r.state == "active")
        .map(|r| r.quantity)
        .sum()
}
