//! What a picker did not find, and what lies in a tote for nobody any more.
//!
//! Units that were asked for and are not on the shelf stay on hand until somebody counts: a picker
//! at one shelf is not a count. Until then they are promised to nobody (`stock.missing`), so the
//! same units are not sold again.

use super::book::{Book, NewMovement, fetched};
use super::reserve::active;
use crate::error::Result;
use domain::stock::MovementKind;
use domain::{Refusal, Sentence};
use std::collections::{BTreeMap, BTreeSet};
use store::row::insert_all;
use store::rows::{NeedRow, PutBackRow};
use store::tables::{orders, stock};
use store::{Event, Tag, Write};

/// What a "needs you" item about a shelf that has to be counted is called.
pub const COUNT_NEEDED: &str = "count_needed";

/// Units of lines were not found: their reservations end, the lines wait for other units, and the
/// variant asks to be counted. Units that were fetched are never taken. A line without a variant is
/// left as it is.
///
/// # Errors
/// The store's.
pub async fn not_found(w: &mut Write<'_>, units: &[(i64, i64)]) -> Result<()> {
    let now = w.now();
    let ids: Vec<i64> = units.iter().map(|(line, _)| *line).collect();
    let lines = stock::lines_by_id(w.db(), &ids).await?;
    let mut held = active(w, &ids).await?;
    let mut book = Book::of_lines(w.db(), lines).await?;
    let mut doubtful: BTreeMap<i64, i64> = BTreeMap::new();
    for (id, wanted) in units {
        let Some((variant, free)) = book
            .line(*id)
            .and_then(|l| Some((l.variant_id?, l.reserved - fetched(l))))
        else {
            continue;
        };
        let rows = held.entry(*id).or_default();
        let ended = book.end(rows, (*wanted).min(free.max(0)), "released", now);
        book.add_missing(variant, ended);
        *doubtful.entry(variant).or_default() += wanted;
        if let Some(line) = book.line_mut(*id) {
            line.reserved -= ended;
            line.backordered += ended;
        }
    }
    book.save(w).await?;
    for (variant, units) in doubtful {
        ask_for_a_count(w, variant, units).await?;
    }
    Ok(())
}

/// They were found after all: what was short is reserved for its line again. Returns the units that
/// each line got back.
///
/// # Errors
/// Refused when the shelf was counted since: then the count stands. The store's.
pub async fn found_after_all(
    w: &mut Write<'_>,
    units: &[(i64, i64)],
) -> Result<BTreeMap<i64, i64>> {
    let ids: Vec<i64> = units.iter().map(|(line, _)| *line).collect();
    let lines = stock::lines_by_id(w.db(), &ids).await?;
    let mut book = Book::of_lines(w.db(), lines).await?;
    let mut got = BTreeMap::new();
    let mut settled = Vec::new();
    for (id, back) in units {
        let Some((variant, before)) = book
            .line(*id)
            .and_then(|l| Some((l.variant_id?, l.reserved)))
        else {
            continue;
        };
        let missing = book.level(variant).map_or(0, |l| l.missing);
        if missing < *back {
            return Err(Refusal::new("pick-undo-counted").into());
        }
        if missing == *back {
            settled.push(variant);
        }
        book.add_missing(variant, -back);
        book.reserve(*id, 0);
        let after = book.line(*id).map_or(before, |l| l.reserved);
        got.insert(*id, (after - before).min(*back));
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
pub async fn hold_fetched(w: &mut Write<'_>, units: &[(i64, i64)]) -> Result<()> {
    let ids: Vec<i64> = units.iter().map(|(line, _)| *line).collect();
    let lines = stock::lines_by_id(w.db(), &ids).await?;
    let mut book = Book::of_lines(w.db(), lines).await?;
    for (line, units) in units {
        book.reserve(*line, *units);
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
    let variants: BTreeSet<i64> = rows.iter().filter_map(|(r, _, _)| r.variant_id).collect();
    let variants: Vec<i64> = variants.into_iter().collect();
    let mut book = Book::open(w.db(), &variants).await?;
    for (row, shelved, gone) in rows {
        let Some(variant) = row.variant_id else {
            continue;
        };
        book.add_picked(variant, -(shelved + gone));
        if *gone != 0 {
            book.add_movement(
                NewMovement {
                    variant,
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

async fn ask_for_a_count(w: &mut Write<'_>, variant: i64, units: i64) -> Result<()> {
    if orders::need_is_open(w.db(), COUNT_NEEDED, variant).await? {
        return Ok(());
    }
    let row = stock::variants(w.db(), &[variant]).await?.pop();
    let bin = stock::levels(w.db(), &[variant])
        .await?
        .first()
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
    let need = NeedRow {
        id: w.id().await?,
        kind: COUNT_NEEDED.to_owned(),
        order_id: None,
        thing_id: Some(variant),
        sentence: serde_json::to_string(&sentence).unwrap_or_default(),
        opened_at: w.now(),
        closed_at: None,
        closed_by: None,
    };
    insert_all(w.db(), &[need]).await?;
    w.journal(Event::new("need_opened").thing(variant).data(&COUNT_NEEDED));
    w.stale(&[Tag::Needs]);
    Ok(())
}
