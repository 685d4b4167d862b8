//! Counting what lies on the shelf.

use super::book::{Book, NEGATIVE, NewMovement, first_location};
use super::losing;
use super::reserve::give;
use super::types::{Counted, StockCount};
use crate::desk::Desk;
use crate::error::{FlowError, Result};
use crate::orders::refresh::refresh;
use domain::id::LocationId;
use domain::stock::MovementKind;
use domain::{Refusal, Sentence};
use serde::Serialize;
use std::collections::BTreeSet;
use store::row::save_all;
use store::rows::VariantRow;
use store::tables::{settings, stock};
use store::{Db, Event, Tag, Write};

/// More units than any shelf holds: a slip of the finger or a barcode in the wrong field.
const MOST: i64 = 9_999_999;

/// Books what was counted on the shelf: what was fetched and waits in a tote is not on it. The
/// first count makes a variant one that can be short. When fewer units are there than orders were
/// promised, the orders that lose are named first, and nothing changes until it is confirmed.
///
/// # Errors
/// [`FlowError::Invalid`] for a count that is none, [`FlowError::NotFound`]; the store's.
pub async fn count(desk: &Desk, ask: StockCount) -> Result<Counted> {
    let mut w = desk.write().await?;
    let (counted, orders) = count_in(&mut w, &ask).await?;
    if counted.booked {
        refresh(&mut w, &orders).await?;
        w.commit().await?;
    } else {
        w.rollback().await?;
    }
    Ok(counted)
}

#[derive(Serialize)]
struct Booked {
    counted: i64,
    difference: i64,
}

/// The same inside a change that goes on; returns the orders to refresh.
///
/// # Errors
/// As [`count`].
pub async fn count_in(w: &mut Write<'_>, ask: &StockCount) -> Result<(Counted, Vec<i64>)> {
    if !(0..=MOST).contains(&ask.counted) {
        return Err(FlowError::Invalid {
            field: "counted",
            sentence: Sentence::new("stock-count-range").with("most", MOST),
        });
    }
    let id = ask.variant.0;
    let mut variant = stock::variants(w.db(), &[id])
        .await?
        .pop()
        .ok_or(FlowError::NotFound("variant"))?;
    not_a_kit(&variant)?;
    let place = place_of(w.db(), ask.location).await?;
    let mut book = Book::open(w.db(), &[id]).await?;
    let level = book
        .level_at(id, place)
        .ok_or(FlowError::NotFound("variant"))?;
    let first = variant.counted == 0;
    let difference = ask.counted - level.on_shelf();
    // Until its first count a variant is promised without limit: then every place is looked at.
    let mut losses = Vec::new();
    for at in book.places().to_vec() {
        let Some(level) = book.level_at(id, at).filter(|_| first || at == place) else {
            continue;
        };
        let there = level.on_hand + if at == place { difference } else { 0 };
        let lost = losing::losers(w.db(), id, at, level.reserved - there).await?;
        losses.push((at, lost));
    }
    // Who really loses: what is promised at one place may lie at another.
    let named = if first {
        let levels = book.places().iter().filter_map(|p| book.level_at(id, *p));
        let excess = levels.fold(-difference, |sum, l| sum + l.reserved - l.on_hand);
        let most = losses.iter().flat_map(|(_, l)| l).cloned().collect();
        losing::at_most(most, excess)
    } else {
        losses.iter().flat_map(|(_, l)| l).cloned().collect()
    };
    let mut answer = Counted {
        booked: false,
        difference,
        losers: losing::by_order(&named),
    };
    if !named.is_empty() && !ask.confirm {
        return Ok((answer, Vec::new()));
    }
    let (now, staff) = (w.now(), w.actor().staff.0);
    book.set_counted(id);
    // Whatever a picker did not find: now it is known.
    book.add_missing(id, place, -level.missing);
    // A count that agrees is a row too: what left before it was seen gone.
    book.add_movement(
        NewMovement {
            variant: id,
            place,
            units: difference,
            kind: if first {
                MovementKind::Opening
            } else {
                MovementKind::Counted
            },
            order: None,
            line: None,
            parcel: None,
            note: &ask.note,
        },
        now,
        staff,
    );
    let sku = variant.sku.clone();
    let mut orders = BTreeSet::new();
    let mut free = BTreeSet::from([id]);
    for (at, lost) in &losses {
        free.extend(losing::freed(w.db(), lost).await?);
        orders.extend(losing::take(w, &mut book, lost, *at, &sku).await?);
    }
    book.save(w).await?;
    if first {
        variant.counted = 1;
        variant.version += 1;
        save_all(w.db(), 1, &[variant]).await?;
    }
    orders.extend(give(w, &free.into_iter().collect::<Vec<_>>()).await?);
    for kind in [NEGATIVE, super::not_found::COUNT_NEEDED] {
        stock::close_needs(w.db(), kind, id, now, staff).await?;
    }
    w.journal(Event::new("stock_counted").thing(id).data(&Booked {
        counted: ask.counted,
        difference,
    }));
    w.stale(&[Tag::Stock, Tag::Orders, Tag::Needs]);
    answer.booked = true;
    Ok((answer, orders.into_iter().collect()))
}

/// A kit has no stock of its own: its parts have.
pub(crate) fn not_a_kit(variant: &VariantRow) -> Result<()> {
    if variant.kind == "kit" {
        return Err(Refusal::new("stock-kit-has-none").into());
    }
    Ok(())
}

/// The place that was named, or the first.
///
/// # Errors
/// [`FlowError::NotFound`] for a place that is none or was closed.
pub(crate) async fn place_of(db: &mut Db, named: Option<LocationId>) -> Result<i64> {
    let Some(named) = named else {
        return first_location(db).await;
    };
    settings::places(db)
        .await?
        .into_iter()
        .map(|p| p.id)
        .find(|id| *id == named.0)
        .ok_or(FlowError::NotFound("location"))
}
