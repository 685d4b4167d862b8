//! Who loses units when there are fewer than were promised.

use super::book::{Book, left};
use super::reserve::active;
use super::takes;
use super::types::Waiting;
use crate::error::Result;
use domain::id::OrderId;
use serde::Serialize;
use std::collections::{BTreeMap, BTreeSet};
use store::tables::stock;
use store::{Db, Event, Write};

/// Units that one line loses.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Loss {
    pub(crate) order: i64,
    pub(crate) number: String,
    pub(crate) line: i64,
    /// Of the line: a kit loses whole kits.
    pub(crate) units: i64,
    /// Of the variant that is missing.
    pub(crate) of_variant: i64,
}

/// Names the lines that lose `excess` units of a variant at a place: the latest ship-by first, then
/// the newer order. Units that were fetched are never taken; a kit that lacks one part loses them all.
pub(crate) async fn losers(
    db: &mut Db,
    variant: i64,
    place: i64,
    excess: i64,
) -> Result<Vec<Loss>> {
    name(db, variant, place, excess, |_, fetched| fetched).await
}

/// The same, but nothing is taken that is in a shipment already: somebody may be on the way to fetch
/// it.
pub(crate) async fn not_begun(
    db: &mut Db,
    variant: i64,
    place: i64,
    excess: i64,
) -> Result<Vec<Loss>> {
    name(db, variant, place, excess, |units, _| units).await
}

async fn name(
    db: &mut Db,
    variant: i64,
    place: i64,
    excess: i64,
    keeps: fn(i64, i64) -> i64,
) -> Result<Vec<Loss>> {
    let mut rest = excess;
    let mut losses = Vec::new();
    if rest <= 0 {
        return Ok(losses);
    }
    let holders = stock::holders(db, variant, place).await?;
    let lines: Vec<i64> = holders.iter().map(|h| h.1).collect();
    let kept: BTreeMap<i64, i64> = stock::under_way(db, &lines)
        .await?
        .into_iter()
        .filter(|(_, at, _, _)| *at == place)
        .map(|(line, _, units, fetched)| (line, keeps(units, fetched)))
        .collect();
    for (order, line, number, per_unit, held) in holders {
        let per_unit = per_unit.max(1);
        let in_hand = kept.get(&line).copied().unwrap_or(0).max(0);
        let most = (held / per_unit - in_hand).max(0);
        // Whole units: of a kit of two mugs that lacks one, both are let go.
        let units = (rest + per_unit - 1).div_euclid(per_unit).clamp(0, most);
        if units > 0 {
            rest -= units * per_unit;
            losses.push(Loss {
                order,
                number,
                line,
                units,
                of_variant: units * per_unit,
            });
        }
        if rest <= 0 {
            break;
        }
    }
    Ok(losses)
}

/// The first of these losses that come to `excess` units of the variant together.
pub(crate) fn at_most(losses: Vec<Loss>, excess: i64) -> Vec<Loss> {
    let mut rest = excess;
    losses
        .into_iter()
        .filter_map(|loss| {
            let per_unit = (loss.of_variant / loss.units.max(1)).max(1);
            let units = (rest + per_unit - 1)
                .div_euclid(per_unit)
                .clamp(0, loss.units);
            rest -= units * per_unit;
            (units > 0).then_some(Loss {
                units,
                of_variant: units * per_unit,
                ..loss
            })
        })
        .collect()
}

/// The same by order, for a person.
pub(crate) fn by_order(losses: &[Loss]) -> Vec<Waiting> {
    let mut orders: Vec<Waiting> = Vec::new();
    for loss in losses {
        match orders.iter_mut().find(|o| o.order.0 == loss.order) {
            Some(order) => order.quantity += loss.of_variant,
            None => orders.push(Waiting {
                order: OrderId(loss.order),
                order_number: loss.number.clone(),
                quantity: loss.of_variant,
            }),
        }
    }
    orders
}

#[derive(Serialize)]
struct Lost<'a> {
    sku: &'a str,
    units: i64,
}

/// Takes the units and says so in each order's timeline. `book` is open for the variant; returns
/// the orders to refresh.
pub(crate) async fn take(
    w: &mut Write<'_>,
    book: &mut Book,
    losses: &[Loss],
    place: i64,
    sku: &str,
) -> Result<Vec<i64>> {
    let_go(w, book, losses, place).await?;
    let mut orders = BTreeSet::new();
    for loss in losses {
        orders.insert(loss.order);
        let units = loss.of_variant;
        w.journal(
            Event::new("stock_lost")
                .order(OrderId(loss.order))
                .data(&Lost { sku, units }),
        );
    }
    Ok(orders.into_iter().collect())
}

/// Ends the reservations, without a word: the caller says what becomes of them.
pub(crate) async fn let_go(
    w: &mut Write<'_>,
    book: &mut Book,
    losses: &[Loss],
    place: i64,
) -> Result<()> {
    let now = w.now();
    let ids: Vec<i64> = losses.iter().map(|l| l.line).collect();
    let lines = stock::lines_by_id(w.db(), &ids).await?;
    book.add_lines(w.db(), lines).await?;
    let mut held = active(w, &ids).await?;
    for loss in losses {
        let rows = held.entry(loss.line).or_default();
        book.end(loss.line, rows, place, loss.units, ("released", now));
        let still = takes::held_anywhere(&book.takes(loss.line), rows, "active");
        if let Some(line) = book.line_mut(loss.line) {
            line.reserved = still;
            line.backordered = (left(line) - line.reserved).max(0);
        }
    }
    Ok(())
}

/// What else a line that lost units held: free again for who waits.
pub(crate) async fn freed(db: &mut Db, losses: &[Loss]) -> Result<Vec<i64>> {
    let ids: Vec<i64> = losses.iter().map(|l| l.line).collect();
    let lines = stock::lines_by_id(db, &ids).await?;
    let variants: BTreeSet<i64> = takes::of(db, &lines)
        .await?
        .into_values()
        .flatten()
        .map(|t| t.variant)
        .collect();
    Ok(variants.into_iter().collect())
}
