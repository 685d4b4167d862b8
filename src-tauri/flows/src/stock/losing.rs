//! Who loses units when there are fewer than were promised.

use super::book::{Book, left};
use super::reserve::{active, sum_active};
use super::types::Waiting;
use crate::error::Result;
use domain::id::OrderId;
use serde::Serialize;
use std::collections::BTreeSet;
use store::tables::stock;
use store::{Db, Event, Write};

/// Units that one line loses.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Loss {
    pub(crate) order: i64,
    pub(crate) number: String,
    pub(crate) line: i64,
    pub(crate) units: i64,
}

/// Names the lines that lose `excess` units of a variant: the latest ship-by first, then the newer
/// order. Units that were fetched are never taken.
pub(crate) async fn losers(db: &mut Db, variant: i64, excess: i64) -> Result<Vec<Loss>> {
    let mut rest = excess;
    let mut losses = Vec::new();
    if rest <= 0 {
        return Ok(losses);
    }
    for (order, line, number, reserved, fetched) in stock::holders(db, variant).await? {
        let units = (reserved - fetched.max(0)).clamp(0, rest);
        if units > 0 {
            rest -= units;
            losses.push(Loss {
                order,
                number,
                line,
                units,
            });
        }
        if rest == 0 {
            break;
        }
    }
    Ok(losses)
}

/// The same by order, for a person.
pub(crate) fn by_order(losses: &[Loss]) -> Vec<Waiting> {
    let mut orders: Vec<Waiting> = Vec::new();
    for loss in losses {
        match orders.iter_mut().find(|o| o.order.0 == loss.order) {
            Some(order) => order.quantity += loss.units,
            None => orders.push(Waiting {
                order: OrderId(loss.order),
                order_number: loss.number.clone(),
                quantity: loss.units,
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
    sku: &str,
) -> Result<Vec<i64>> {
    let now = w.now();
    let ids: Vec<i64> = losses.iter().map(|l| l.line).collect();
    book.add_lines(stock::lines_by_id(w.db(), &ids).await?);
    let mut held = active(w, &ids).await?;
    let mut orders = BTreeSet::new();
    for loss in losses {
        let rows = held.entry(loss.line).or_default();
        book.end(rows, loss.units, "released", now);
        let still = sum_active(rows);
        if let Some(line) = book.line_mut(loss.line) {
            line.reserved = still;
            line.backordered = (left(line) - line.reserved).max(0);
        }
        orders.insert(loss.order);
        let units = loss.units;
        w.journal(
            Event::new("stock_lost")
                .order(OrderId(loss.order))
                .data(&Lost { sku, units }),
        );
    }
    Ok(orders.into_iter().collect())
}
