//! Counting what lies on the shelf.

use super::book::{Book, NEGATIVE, NewMovement, first_location};
use super::losing;
use super::reserve::give;
use super::types::{Counted, StockCount};
use crate::desk::Desk;
use crate::error::{FlowError, Result};
use crate::orders::refresh::refresh;
use domain::stock::MovementKind;
use domain::{Refusal, Sentence};
use serde::Serialize;
use std::collections::BTreeSet;
use store::row::save_all;
use store::tables::stock;
use store::{Event, Tag, Write};

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
    let own = first_location(w.db()).await?;
    let location = ask.location.map_or(own, |l| l.0);
    if location != own {
        // Reservations are made at the first location; others hold nothing for orders yet.
        return Err(Refusal::new("stock-other-location").into());
    }
    let mut book = Book::open_at(w.db(), location, &[id]).await?;
    let level = book.level(id).ok_or(FlowError::NotFound("variant"))?;
    let first = variant.counted == 0;
    let difference = ask.counted - level.on_shelf();
    let losses = losing::losers(w.db(), id, level.reserved - (level.on_hand + difference)).await?;
    let mut answer = Counted {
        booked: false,
        difference,
        losers: losing::by_order(&losses),
    };
    if !losses.is_empty() && !ask.confirm {
        return Ok((answer, Vec::new()));
    }
    let (now, staff) = (w.now(), w.actor().staff.0);
    book.set_counted(id);
    // Whatever a picker did not find: now it is known.
    book.add_missing(id, -level.missing);
    if first || difference != 0 {
        book.add_movement(
            NewMovement {
                variant: id,
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
    }
    let sku = variant.sku.clone();
    let mut orders: BTreeSet<i64> = losing::take(w, &mut book, &losses, &sku)
        .await?
        .into_iter()
        .collect();
    book.save(w).await?;
    if first {
        variant.counted = 1;
        variant.version += 1;
        save_all(w.db(), 1, &[variant]).await?;
    }
    if losses.is_empty() {
        orders.extend(give(w, &[id]).await?);
    }
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
