//! Which shipment orders leave in: their own, one of several orders together, or their own again.
//! `MODEL.md`, "Shipment, parcel, hand-over": combine before any label, split what has not left.

use super::parcels::{self, LabelsOf};
use super::shipment::{self, Origin, Shipment};
use crate::error::Result;
use crate::orders::facts::Facts;
use domain::{Refusal, Sentence};
use std::collections::{BTreeMap, BTreeSet};
use store::Write;
use store::rows::ShipmentLineRow;
use store::tables::{orders as order_tables, picking, ship};

/// The shipment in which some orders leave together, and what it takes out of others. Nothing is
/// written before [`Gathering::save`].
#[derive(Debug)]
pub struct Gathering {
    /// The shipment.
    pub shipment: Shipment,
    before: Vec<ShipmentLineRow>,
    emptied: Vec<Emptied>,
}

#[derive(Debug)]
struct Emptied {
    shipment: Shipment,
    before: Vec<ShipmentLineRow>,
    orders: BTreeSet<i64>,
}

/// What may be done with an order that is planned together with orders that were not named.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Outsiders {
    /// It stays with them: the sentence says who they are.
    Keep,
    /// It is taken out and leaves without them.
    LeaveBehind,
}

/// The orders whose units are in a shipment.
#[must_use]
pub fn orders_in(one: &Shipment) -> BTreeSet<i64> {
    one.lines
        .iter()
        .filter(|l| l.quantity > 0)
        .map(|l| l.order_id)
        .collect()
}

/// Gathers all that is there of these orders at a place, and nothing of others, in one shipment. What has a
/// label stays where it is. `None` when nothing is there that is not in a labelled parcel.
///
/// # Errors
/// The store's; what refuses it is an answer.
pub async fn gather(
    w: &mut Write<'_>,
    orders: &[Facts],
    outsiders: Outsiders,
    from: Origin,
) -> Result<Result<Option<Gathering>, Refusal>> {
    let ids: Vec<i64> = orders.iter().map(|f| f.order.id).collect();
    let wanted: BTreeSet<i64> = ids.iter().copied().collect();
    let open = shipment::open_from(w.db(), &ids, from.place).await?;
    let locked = locked(w, &open).await?;
    let own = shipment::ensure(w, orders, from).await?;
    let before = own
        .as_ref()
        .and_then(|own| open.iter().find(|s| s.row.id == own.row.id))
        .map(|s| s.lines.clone())
        .unwrap_or_default();
    let mut target = own;
    let mut emptied = Vec::new();
    for mut other in open {
        let of = orders_in(&other);
        let is_target = target.as_ref().is_some_and(|t| t.row.id == other.row.id);
        if is_target || locked.contains(&other.row.id) || of.is_disjoint(&wanted) {
            continue;
        }
        if outsiders == Outsiders::Keep && !of.is_subset(&wanted) {
            let strangers: Vec<i64> = of.difference(&wanted).copied().collect();
            return Ok(Err(together_with(w, &strangers).await?));
        }
        if target.is_none() {
            let Some(first) = orders.first() else {
                continue;
            };
            target = Some(shipment::new_shipment(w, first, from).await?);
        }
        let Some(into) = &mut target else { continue };
        let was = other.lines.clone();
        for row in other
            .lines
            .iter_mut()
            .filter(|l| wanted.contains(&l.order_id))
        {
            move_units(row, into);
        }
        let orders = of.intersection(&wanted).copied().collect();
        emptied.push(Emptied {
            shipment: other,
            before: was,
            orders,
        });
    }
    if let Some(into) = &target
        && on_two_lists(w, into, &emptied).await?
    {
        return Ok(Err(Refusal::new("plan-on-lists")));
    }
    Ok(Ok(target.map(|shipment| Gathering {
        shipment,
        before,
        emptied,
    })))
}

impl Gathering {
    /// Writes the shipment and what it took out of others; planned parcels become no larger than
    /// their shipments.
    ///
    /// # Errors
    /// The store's.
    pub async fn save(&mut self, w: &mut Write<'_>) -> Result<()> {
        shipment::save(w, &self.shipment, &self.before).await?;
        self.shipment.new = false;
        self.before.clone_from(&self.shipment.lines);
        for from in &mut self.emptied {
            if from.shipment.lines.iter().all(|l| l.quantity == 0) {
                "cancelled".clone_into(&mut from.shipment.row.state);
            }
            from.shipment.row.version += 1;
            for order in &from.orders {
                let (old, new) = (from.shipment.row.id, self.shipment.row.id);
                picking::move_with_units(w.db(), old, new, *order).await?;
            }
            shipment::save(w, &from.shipment, &from.before).await?;
            parcels::shrink(w, &from.shipment, LabelsOf::Retire).await?;
        }
        self.emptied.clear();
        parcels::shrink(w, &self.shipment, LabelsOf::Retire).await
    }
}

fn move_units(row: &mut ShipmentLineRow, into: &mut Shipment) {
    if row.quantity == 0 {
        return;
    }
    let moved = ShipmentLineRow {
        shipment_id: into.row.id,
        ..row.clone()
    };
    match into.lines.iter_mut().find(|l| l.line_id == row.line_id) {
        Some(there) => {
            there.quantity += moved.quantity;
            there.picked += moved.picked;
            there.packed += moved.packed;
            there.verified += moved.verified;
        }
        None => into.lines.push(moved),
    }
    if row.picked > 0 && into.row.state == "planned" {
        "picking".clone_into(&mut into.row.state);
    }
    (row.quantity, row.picked, row.packed, row.verified) = (0, 0, 0, 0);
}

/// Shipments of which something has a label or has left: they stay as they are.
async fn locked(w: &mut Write<'_>, open: &[Shipment]) -> Result<BTreeSet<i64>> {
    let ids: Vec<i64> = open.iter().map(|s| s.row.id).collect();
    Ok(ship::parcels_of(w.db(), &ids)
        .await?
        .into_iter()
        .filter(|p| p.state != "open" && p.state != "cancelled")
        .map(|p| p.shipment_id)
        .collect())
}

/// A line can be on one open list of a shipment only; two lists are two walks that have to end first.
async fn on_two_lists(w: &mut Write<'_>, into: &Shipment, emptied: &[Emptied]) -> Result<bool> {
    if emptied.is_empty() {
        return Ok(false);
    }
    let from: BTreeSet<i64> = emptied.iter().map(|e| e.shipment.row.id).collect();
    let orders: BTreeSet<i64> = into.lines.iter().map(|l| l.order_id).collect();
    let orders: Vec<i64> = orders.into_iter().collect();
    let mut times: BTreeMap<i64, usize> = BTreeMap::new();
    let mut of_list: BTreeMap<(i64, i64), usize> = BTreeMap::new();
    for line in ship::pick_lines_of_orders(w.db(), &orders).await? {
        if line.shipment_id != into.row.id && !from.contains(&line.shipment_id) {
            continue;
        }
        *of_list.entry((line.list_id, line.line_id)).or_default() += 1;
        if line.open == 1 {
            *times.entry(line.line_id).or_default() += 1;
        }
    }
    Ok(times.values().any(|n| *n > 1) || of_list.values().any(|n| *n > 1))
}

async fn together_with(w: &mut Write<'_>, strangers: &[i64]) -> Result<Refusal> {
    let numbers: Vec<String> = order_tables::by_ids(w.db(), strangers)
        .await?
        .into_iter()
        .map(|o| o.number)
        .collect();
    Ok(Refusal(
        Sentence::new("label-combined").with("numbers", numbers.join(", ")),
    ))
}
