//! Who gets which units. `MODEL.md`, "Stock".
//!
//! These functions own, and write, the reservations, `stock.reserved`, and a line's `reserved` and
//! `backordered`. They read lines from the database, so what the caller changed of lines has to be
//! saved before; lines that the caller loaded before are old afterwards. The caller calls
//! [`crate::orders::refresh::refresh`] for the orders when everything is done.

use super::book::{Book, first_location, ships};
use super::{kits, takes};
use crate::error::Result;
use domain::order::Life;
use std::collections::{BTreeMap, BTreeSet};
use store::rows::{LineRow, ReservationRow};
use store::tables::stock::{self, StockLine};
use store::{Db, Write};

/// Reserves what the lines of these orders still need: goods that the shop ships, of open orders
/// that are no history, did not lose theirs because nobody paid, and whose time has come. A completed order
/// that needs something again is open as soon as its caller refreshes it. Of those that wait only the kits are taken apart. Orders are served in the order given, lines by position, each line with as
/// many units as there are; what is missing is backordered. A line without a variant and a variant
/// without an opening count are never short.
///
/// # Errors
/// The store's.
pub async fn reserve(w: &mut Write<'_>, order_ids: &[i64]) -> Result<()> {
    let (mut book, orders) = needing(w, order_ids).await?;
    for lines in &orders {
        book.reserve_together(lines);
    }
    book.save(w).await
}

/// Reserves for the lines of these orders what they held before, as far as it is free; what they need
/// besides they wait for like everybody: call [`give`] for what the lines are fetched as, and [`reserve`] for
/// the orders, next.
///
/// # Errors
/// The store's.
pub(crate) async fn reserve_again(
    w: &mut Write<'_>,
    order_ids: &[i64],
    had: &BTreeMap<i64, i64>,
) -> Result<()> {
    let (mut book, orders) = needing(w, order_ids).await?;
    for line in orders.iter().flatten() {
        book.reserve_at_most(*line, had.get(line).copied().unwrap_or(0));
    }
    book.save(w).await
}

/// The lines of orders that may be served now, order by order, and the book of what they are fetched as.
async fn needing(w: &mut Write<'_>, order_ids: &[i64]) -> Result<(Book, Vec<Vec<i64>>)> {
    let mut open: BTreeMap<i64, bool> = BTreeMap::new();
    let goes_on = [Life::Open.word(), Life::Completed.word()];
    for head in stock::order_heads(w.db(), order_ids).await? {
        let lives = goes_on.contains(&head.life.as_str());
        if head.history == 0 && lives && head.expired_at.is_none() {
            open.insert(head.id, head.reserve_from.is_none());
        }
    }
    let mut lines: Vec<StockLine> = stock::lines_of_orders(w.db(), order_ids)
        .await?
        .into_iter()
        .filter(|l| open.contains_key(&l.order_id) && ships(l))
        .collect();
    kits::explode(w, &mut lines).await?;
    lines.retain(|l| open.get(&l.order_id) == Some(&true));
    let mut of_order: BTreeMap<i64, Vec<i64>> = BTreeMap::new();
    for line in &lines {
        of_order.entry(line.order_id).or_default().push(line.id);
    }
    let book = Book::of_lines(w.db(), lines).await?;
    // Taken out, so that an order that is named twice is served once.
    let in_turn = order_ids.iter().filter_map(|id| of_order.remove(id));
    Ok((book, in_turn.collect()))
}

/// Units of a line that were fetched at a place.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Fetched {
    /// The line.
    pub line: i64,
    /// The place.
    pub place: i64,
    /// Units of the line; negative when they are put back.
    pub units: i64,
}

/// Lets go of units that lines hold: they were called off. What is in no shipment is let go first,
/// then what was not fetched, then the rest; of equals the place that ships last, the newest
/// reservations first; and never more units than are held. For a line with a variant `reserved`
/// becomes what its active reservations come to, so it does not matter whether the caller has lowered
/// it before (as `Quantities::cancel` does); `backordered`, and lines without a variant, are left as
/// they are. What of it was fetched is answered, so that it can be put
/// back; until somebody has, `stock.picked` stays.
/// Shipments are the caller's, and are changed after this.
///
/// The freed units belong to nobody: call [`give`] for what the lines are fetched as next.
///
/// # Errors
/// The store's.
pub async fn release(w: &mut Write<'_>, units: &[(i64, i64)]) -> Result<Vec<Fetched>> {
    let now = w.now();
    let ids: Vec<i64> = units.iter().map(|(line, _)| *line).collect();
    let lines = stock::lines_by_id(w.db(), &ids).await?;
    let mut held = active(w, &ids).await?;
    let mut under_way: BTreeMap<(i64, i64), (i64, i64)> = BTreeMap::new();
    for (line, place, units, fetched) in stock::under_way(w.db(), &ids).await? {
        under_way.insert((line, place), (units, fetched));
    }
    let mut book = Book::of_lines(w.db(), lines).await?;
    let mut put_back = Vec::new();
    for (line, wanted) in units {
        let takes = book.takes(*line);
        let Some(rows) = held.get_mut(line).filter(|_| !takes.is_empty()) else {
            continue;
        };
        let mut places: Vec<i64> = book.places().to_vec();
        places.extend(rows.iter().map(|r| r.location_id));
        let mut seen = BTreeSet::new();
        places.retain(|p| seen.insert(*p));
        places.reverse();
        let mut rest = *wanted;
        let keeps: [fn((i64, i64)) -> i64; 3] = [|(units, _)| units, |(_, fetched)| fetched, |_| 0];
        for keep in keeps {
            for place in &places {
                let way = under_way.get(&(*line, *place)).copied().unwrap_or((0, 0));
                let here = takes::held(&takes, rows, *place, "active");
                let most = (here - keep(way).max(0)).clamp(0, rest);
                let ended = book.end(*line, rows, *place, most, ("released", now));
                rest -= ended;
                let back = way.1.min(here) - way.1.min(here - ended);
                if back > 0 {
                    put_back.push(Fetched {
                        line: *line,
                        place: *place,
                        units: back,
                    });
                    under_way.insert((*line, *place), (way.0, way.1 - back));
                }
            }
        }
        let still = takes::held_anywhere(&takes, rows, "active");
        if let Some(line) = book.line_mut(*line) {
            line.reserved = still;
        }
    }
    book.save(w).await?;
    Ok(put_back)
}

/// Units of lines that are promised, by line and place. A line without a variant stands where its
/// shipment leaves from, and where parcels leave from by default while it has none.
///
/// # Errors
/// The store's.
pub async fn promised(db: &mut Db, lines: &[LineRow]) -> Result<BTreeMap<(i64, i64), i64>> {
    let takes = takes::of_rows(db, lines).await?;
    let ids: Vec<i64> = lines.iter().map(|l| l.id).collect();
    let mut rows: BTreeMap<(i64, i64), Vec<ReservationRow>> = BTreeMap::new();
    for row in stock::active_of_lines(db, &ids).await? {
        rows.entry((row.line_id, row.location_id))
            .or_default()
            .push(row);
    }
    let mut promised: BTreeMap<(i64, i64), i64> = rows
        .into_iter()
        .map(|((line, place), rows)| {
            let takes = takes.get(&line).map_or(&[][..], Vec::as_slice);
            ((line, place), takes::held(takes, &rows, place, "active"))
        })
        .collect();
    let loose: Vec<&LineRow> = lines
        .iter()
        .filter(|l| !takes.contains_key(&l.id))
        .collect();
    if loose.is_empty() {
        return Ok(promised);
    }
    let first = first_location(db).await?;
    let ids: Vec<i64> = loose.iter().map(|l| l.id).collect();
    let mut begun: BTreeMap<i64, Vec<(i64, i64)>> = BTreeMap::new();
    for (line, place, units, _) in stock::under_way(db, &ids).await? {
        let place = if place == 0 { first } else { place };
        begun.entry(line).or_default().push((place, units));
    }
    for line in loose {
        let mut rest = line.reserved;
        for (place, units) in begun.remove(&line.id).unwrap_or_default() {
            let here = units.clamp(0, rest);
            *promised.entry((line.id, place)).or_default() += here;
            rest -= here;
        }
        *promised.entry((line.id, first)).or_default() += rest;
    }
    Ok(promised)
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
        book.reserve(line);
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
