//! Packing slips that say something else than their order does now.

use super::amounts;
use crate::error::Result;
use crate::import::address_of;
use crate::orders::facts::{self, Facts};
use crate::ship::paper_words::sha256;
use domain::Address;
use std::collections::{BTreeMap, BTreeSet};
use store::Db;
use store::rows::DocumentOrderRow;
use store::tables::documents::{self, Head};
use store::tables::orders as order_tables;

/// The recipients' addresses, one per order.
///
/// # Errors
/// The store's.
pub(super) async fn addresses(db: &mut Db, orders: &[Facts]) -> Result<Vec<Address>> {
    let ids: Vec<i64> = orders.iter().filter_map(|f| f.order.ship_to_id).collect();
    let rows = order_tables::addresses(db, &ids).await?;
    let of = |facts: &Facts| {
        let id = facts.order.ship_to_id?;
        rows.iter().find(|r| r.id == id).map(address_of)
    };
    Ok(orders.iter().map(|f| of(f).unwrap_or_default()).collect())
}

/// A hash of what a slip says of an order and an edit may change: who receives it, whether it is a gift, its
/// message and note, its units, and prices where they are printed. How the units are laid into parcels is
/// not part of it, nor is how the shop's own paper looks.
pub(super) fn told(facts: &Facts, to: &Address) -> String {
    let order = &facts.order;
    let gift = order.gift == 1;
    let lines: Vec<_> = facts
        .lines
        .iter()
        .filter(|l| l.ordered > l.cancelled)
        .map(|l| {
            let units = l.ordered - l.cancelled;
            let amount = (!gift).then(|| amounts::of_line(l));
            (
                l.id,
                units,
                &l.title,
                &l.options,
                &l.personalisation,
                amount,
            )
        })
        .collect();
    let sums = amounts::totals(facts)
        .filter(|_| !gift)
        .map(|sums| (sums.charges, sums.total));
    let said = serde_json::json!({
        "to": to, "gift": gift, "message": order.gift_message, "note": order.note, "lines": lines,
        "sums": sums,
    });
    sha256(said.to_string().as_bytes())
}

/// Whether there may be paper with a packing slip of an order, and the newest says something else than the
/// order does now.
///
/// # Errors
/// The store's.
pub(crate) async fn is_behind(db: &mut Db, order: i64) -> Result<bool> {
    if !documents::slip_is_out(db, order).await? {
        return Ok(false);
    }
    let newest = documents::newest_slip(db, order).await?;
    let Some(newest) = newest.filter(|told| !told.is_empty()) else {
        return Ok(false);
    };
    let orders = facts::load(db, &[order]).await?;
    let to = addresses(db, &orders).await?;
    let now = orders.iter().zip(&to).next();
    Ok(now.is_some_and(|(facts, to)| facts.left() > 0 && told(facts, to) != newest))
}

/// The pages of a packing slip whose order was changed since, as long as something of it is still to leave:
/// of what has left the slip says what was sent.
///
/// # Errors
/// The store's.
pub(in crate::ship) async fn pages(db: &mut Db, head: &Head) -> Result<Vec<DocumentOrderRow>> {
    if head.kind != "slip" {
        return Ok(Vec::new());
    }
    let mut pages = documents::orders_on(db, &[head.id]).await?;
    pages.retain(|p| !p.told.is_empty());
    let ids: BTreeSet<i64> = pages.iter().map(|p| p.order_id).collect();
    let ids: Vec<i64> = ids.into_iter().collect();
    let orders = facts::load(db, &ids).await?;
    let to = addresses(db, &orders).await?;
    let now: BTreeMap<i64, String> = orders
        .iter()
        .zip(&to)
        .filter(|(facts, _)| facts.left() > 0)
        .map(|(facts, to)| (facts.order.id, told(facts, to)))
        .collect();
    pages.retain(|p| now.get(&p.order_id).is_some_and(|told| *told != p.told));
    Ok(pages)
}
