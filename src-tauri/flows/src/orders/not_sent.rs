//! What an order's source called shipped had not left after all: its shipments elsewhere are taken back.
//! `MODEL.md`, "Orders from outside", History.

use super::facts;
use super::refresh::refresh;
use super::types::{NotSentThere, OrderDetail};
use crate::desk::Desk;
use crate::error::Result;
use crate::stock::{reserve, shelf, takes};
use domain::Refusal;
use domain::id::OrderId;
use domain::order::Life;
use std::collections::{BTreeMap, BTreeSet};
use store::row::save_all;
use store::rows::ShipmentRow;
use store::tables::{orders, ship, stock};
use store::{Db, Event, Tag, Write};

/// What a "needs you" item is called that says so.
const UNSHIPPED: &str = "unshipped_there";

/// The shipments of an order that its source made, and that can be taken back: not those of history,
/// and not those that stand for a whole order without naming its lines.
///
/// # Errors
/// The store's.
pub(crate) async fn of_order(db: &mut Db, order: i64, history: bool) -> Result<Vec<ShipmentRow>> {
    if history {
        return Ok(Vec::new());
    }
    let mut rows = ship::elsewhere(db, &[order]).await?;
    rows.retain(|s| s.elsewhere == 1);
    let ids: Vec<i64> = rows.iter().map(|s| s.id).collect();
    let named: BTreeSet<i64> = ship::shipment_lines(db, &ids)
        .await?
        .iter()
        .map(|l| l.shipment_id)
        .collect();
    rows.retain(|s| named.contains(&s.id));
    Ok(rows)
}

/// Takes shipments elsewhere back: their units are to be shipped again, what left our shelf stands on it
/// again (where nobody counted since), and the order gets back what it was promised before anybody else.
/// The source is not told: it said so itself, or will say what is true with its next file.
///
/// # Errors
/// Refused when the order has no such shipment, is history, or is cancelled; the store's.
pub async fn not_sent(desk: &Desk, ask: NotSentThere) -> Result<OrderDetail> {
    let mut w = desk.write().await?;
    let id = ask.id.0;
    let facts = facts::load_one(w.db(), id).await?;
    if !matches!(facts.life(), Life::Open | Life::Completed) {
        return Err(Refusal::new("not-ready-not-open").into());
    }
    let mut rows = of_order(w.db(), id, facts.order.history == 1).await?;
    rows.retain(|s| ask.shipments.is_empty() || ask.shipments.iter().any(|n| n.0 == s.id));
    if rows.is_empty() {
        return Err(Refusal::new("not-sent-none").into());
    }
    let shipments: Vec<i64> = rows.iter().map(|s| s.id).collect();
    let mut back: BTreeMap<i64, i64> = BTreeMap::new();
    for line in ship::shipment_lines(w.db(), &shipments).await? {
        *back.entry(line.line_id).or_default() += line.quantity;
    }
    let mut lines = facts.lines.clone();
    for line in &mut lines {
        let units = back.get(&line.id).copied().unwrap_or(0).min(line.shipped);
        line.shipped -= units;
        line.picked -= units.min(line.picked);
        line.packed -= units.min(line.packed);
        line.delivered = line.delivered.min(line.shipped);
    }
    shelf::take_back(&mut w, &shipments).await?;
    ship::delete_elsewhere(w.db(), &shipments).await?;
    save_all(w.db(), 1, &lines).await?;
    close_item(&mut w, id).await?;
    if ship::unasked(w.db(), facts.order.channel_id)
        .await?
        .is_empty()
    {
        // Whose shelf it was nobody has to say any more.
        let (now, staff, channel) = (w.now(), w.actor().staff.0, facts.order.channel_id);
        stock::close_needs(w.db(), shelf::UNKNOWN, channel, now, staff).await?;
    }
    let units: i64 = back.values().sum();
    w.journal(
        Event::new("not_sent_there")
            .order(OrderId(id))
            .data(&serde_json::json!({ "units": units })),
    );
    let held: BTreeMap<i64, i64> = lines
        .iter()
        .map(|l| (l.id, back.get(&l.id).copied().unwrap_or(0)))
        .collect();
    reserve::reserve_again(&mut w, &[id], &held).await?;
    let free: BTreeSet<i64> = takes::of_rows(w.db(), &lines)
        .await?
        .into_values()
        .flatten()
        .map(|t| t.variant)
        .collect();
    let mut touched = reserve::give(&mut w, &free.into_iter().collect::<Vec<_>>()).await?;
    reserve::reserve(&mut w, &[id]).await?;
    touched.push(id);
    touched.sort_unstable();
    touched.dedup();
    refresh(&mut w, &touched).await?;
    w.stale(&[Tag::Orders, Tag::Shipments, Tag::Stock, Tag::Needs]);
    w.commit().await?;
    super::detail::after(desk, id).await
}

/// Nobody has to be asked any more.
async fn close_item(w: &mut Write<'_>, order: i64) -> Result<()> {
    let (now, staff) = (w.now(), w.actor().staff.0);
    let mut needs = orders::needs(w.db(), &[order]).await?;
    needs.retain(|n| n.closed_at.is_none() && n.kind == UNSHIPPED);
    for need in &mut needs {
        need.closed_at = Some(now);
        need.closed_by = Some(staff);
    }
    Ok(save_all(w.db(), 1, &needs).await?)
}
