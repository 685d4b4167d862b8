//! What a picker did not find, and what lies in a tote for nobody any more.
//!
//! Units that were asked for and are not on the shelf stay on hand until somebody counts: a picker
//! at one shelf is not a count. Until then they are promised to nobody (`stock.missing`), so the
//! same units are not sold again.

use super::book::{Book, NewMovement, fetched, first_location};
use super::reserve::{Fetched, active};
use crate::error::Result;
use crate::needs;
use domain::stock::MovementKind;
use domain::{Refusal, Sentence};
use std::collections::{BTreeMap, BTreeSet};
use store::rows::PutBackRow;
use store::tables::stock;
use store::{Tag, Write};

/// What a "needs you" item about a shelf that has to be counted is called.
pub const COUNT_NEEDED: &str = "count_needed";

/// Units of lines were not found at a place: their reservations end, the lines wait for other units,
/// and the variant asks to be counted. Of a set that was not found whole nobody said which part is
/// missing: each of them asks to be counted. Units that were fetched are never taken. A line without a
/// variant is left as it is.
///
/// # Errors
/// The store's.
pub async fn not_found(w: &mut Write<'_>, units: &[Fetched]) -> Result<()> {
    let now = w.now();
    let ids: Vec<i64> = units.iter().map(|f| f.line).collect();
    let lines = stock::lines_by_id(w.db(), &ids).await?;
    let mut held = active(w, &ids).await?;
    let mut book = Book::of_lines(w.db(), lines).await?;
    let mut doubtful: BTreeMap<(i64, i64), i64> = BTreeMap::new();
    for short in units {
        let Some(free) = book.line(short.line).map(|l| l.reserved - fetched(l)) else {
            continue;
        };
        let takes = book.takes(short.line);
        let rows = held.entry(short.line).or_default();
        let most = short.units.min(free.max(0));
        let ended = book.end(short.line, rows, short.place, most, ("released", now));
        for take in takes {
            book.add_missing(take.variant, short.place, ended * take.units);
            *doubtful.entry((take.variant, short.place)).or_default() += short.units * take.units;
        }
        if let Some(line) = book.line_mut(short.line) {
            line.reserved -= ended;
            line.backordered += ended;
        }
    }
    book.save(w).await?;
    for ((variant, place), units) in doubtful {
        ask_for_a_count(w, variant, place, units).await?;
    }
    Ok(())
}

/// They were found after all: what was short is reserved for its line again. Returns the units that
/// each line got back.
///
/// # Errors
/// Refused when the shelf was counted since: then the count stands. The store's.
pub async fn found_after_all(w: &mut Write<'_>, units: &[Fetched]) -> Result<BTreeMap<i64, i64>> {
    let ids: Vec<i64> = units.iter().map(|f| f.line).collect();
    let lines = stock::lines_by_id(w.db(), &ids).await?;
    let mut book = Book::of_lines(w.db(), lines).await?;
    let mut got = BTreeMap::new();
    let mut settled = Vec::new();
    for back in units {
        let Some(before) = book.line(back.line).map(|l| l.reserved) else {
            continue;
        };
        for take in book.takes(back.line) {
            let units = back.units * take.units;
            let missing = book
                .level_at(take.variant, back.place)
                .map_or(0, |l| l.missing);
            if missing < units {
                return Err(Refusal::new("pick-undo-counted").into());
            }
            if missing == units {
                settled.push(take.variant);
            }
            book.add_missing(take.variant, back.place, -units);
        }
        book.reserve(back.line);
        let after = book.line(back.line).map_or(before, |l| l.reserved);
        got.insert(back.line, (after - before).min(back.units));
    }
    book.save(w).await?;
    let (now, staff) = (w.now(), w.actor().staff.0);
    for variant in settled {
        stock::close_needs(w.db(), COUNT_NEEDED, variant, now, staff).await?;
    }
    w.stale(&[Tag::Needs]);
    Ok(got)
}

/// Units were fetched for lines that no longer held so many, because a count had taken them: they
/// are in somebody's hands, so they are the line's.
///
/// # Errors
/// The store's.
pub async fn hold_fetched(w: &mut Write<'_>, units: &[Fetched]) -> Result<()> {
    let ids: Vec<i64> = units.iter().map(|f| f.line).collect();
    let lines = stock::lines_by_id(w.db(), &ids).await?;
    let mut book = Book::of_lines(w.db(), lines).await?;
    for one in units {
        book.reserve_with(one.line, &[(one.place, one.units)]);
    }
    book.save(w).await
}

/// Units lie on the shelf again (or, negative, went back to the tote): `stock.picked` follows.
/// `gone` of them never came back: they leave the ledger as scrapped. Each row is one put-back with
/// the units that are shelved and the units that are gone.
///
/// # Errors
/// The store's.
pub async fn shelve(w: &mut Write<'_>, rows: &[(PutBackRow, i64, i64)]) -> Result<()> {
    let (now, staff) = (w.now(), w.actor().staff.0);
    let first = first_location(w.db()).await?;
    let variants: BTreeSet<i64> = rows.iter().filter_map(|(r, _, _)| r.variant_id).collect();
    let variants: Vec<i64> = variants.into_iter().collect();
    let mut book = Book::open(w.db(), &variants).await?;
    for (row, shelved, gone) in rows {
        let Some(variant) = row.variant_id else {
            continue;
        };
        let place = row.location_id.unwrap_or(first);
        book.add_picked_of(variant, place, -(shelved + gone));
        if *gone != 0 {
            book.add_movement(
                NewMovement {
                    variant,
                    place,
                    units: -gone,
                    kind: if *gone > 0 {
                        MovementKind::Scrapped
                    } else {
                        MovementKind::Adjusted
                    },
                    order: Some(row.order_id),
                    line: None,
                    parcel: None,
                    note: "",
                },
                now,
                staff,
            );
        }
    }
    book.save(w).await
}

async fn ask_for_a_count(w: &mut Write<'_>, variant: i64, place: i64, units: i64) -> Result<()> {
    let row = stock::variants(w.db(), &[variant]).await?.pop();
    let bin = stock::levels(w.db(), &[variant])
        .await?
        .iter()
        .find(|s| s.location_id == place)
        .map(|s| s.bin.clone())
        .unwrap_or_default();
    let name = row
        .map(|v| if v.sku.is_empty() { v.title } else { v.sku })
        .unwrap_or_default();
    let sentence = Sentence::new(if bin.is_empty() {
        "count-needed"
    } else {
        "count-needed-at"
    })
    .with("sku", name)
    .with("bin", bin)
    .with("units", units);
    needs::open(w, COUNT_NEEDED, variant, &sentence).await?;
    Ok(())
}
