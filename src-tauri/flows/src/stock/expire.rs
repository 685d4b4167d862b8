//! Promises that end because nobody paid. `MODEL.md`, "Stock": a reservation is active, then consumed,
//! released or expired.

use super::book::{Book, left};
use super::reserve::active;
use super::takes;
use crate::error::Result;
use std::collections::BTreeSet;
use store::Write;
use store::tables::stock;

/// What ended.
#[derive(Debug, Default)]
pub(crate) struct Ended {
    /// Units of lines.
    pub(crate) units: i64,
    /// Variants of which units are free.
    pub(crate) free: Vec<i64>,
}

/// Ends the reservations of these lines as expired; what was promised is backordered. What was never
/// counted is never short, so nobody waits for it and it stays promised. What is in a shipment stays too:
/// somebody may be on the way to fetch it.
///
/// # Errors
/// The store's.
pub(crate) async fn expire(w: &mut Write<'_>, lines: &[i64]) -> Result<Ended> {
    let now = w.now();
    let rows = stock::lines_by_id(w.db(), lines).await?;
    let mut held = active(w, lines).await?;
    let begun = stock::under_way(w.db(), lines).await?;
    let mut book = Book::of_lines(w.db(), rows).await?;
    let mut free = BTreeSet::new();
    let mut ended = Ended::default();
    for id in lines {
        let takes = book.takes(*id);
        let Some(rows) = held.get_mut(id) else {
            continue;
        };
        let places: BTreeSet<i64> = rows.iter().map(|r| r.location_id).collect();
        let counted = takes.iter().any(|t| {
            let mut levels = places.iter().filter_map(|p| book.level_at(t.variant, *p));
            levels.any(|l| l.counted)
        });
        if !counted {
            continue;
        }
        for place in places {
            let stays: i64 = begun
                .iter()
                .filter(|(line, at, _, _)| line == id && *at == place)
                .map(|(_, _, units, _)| *units)
                .sum();
            let most = takes::held(&takes, rows, place, "active") - stays.max(0);
            ended.units += book.end(*id, rows, place, most.max(0), ("expired", now));
        }
        free.extend(takes.iter().map(|t| t.variant));
        let still = takes::held_anywhere(&takes, rows, "active");
        if let Some(line) = book.line_mut(*id) {
            line.reserved = still;
            line.backordered = (left(line) - still).max(0);
        }
    }
    book.save(w).await?;
    ended.free = free.into_iter().collect();
    Ok(ended)
}
