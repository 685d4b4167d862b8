//! What is in which parcel while nothing has left.

use super::shipment::Shipment;
use crate::error::Result;
use domain::id::OrderId;
use std::collections::{BTreeMap, BTreeSet};
use store::row::{insert_all, save_all};
use store::rows::{ParcelLineRow, ParcelRow, ShipmentLineRow};
use store::tables::ship;
use store::{Event, Write};

/// What becomes of the label of a parcel that loses some of its units.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum LabelsOf {
    /// It is retired: what is in the parcel is not what was labelled.
    Retire,
    /// A person keeps it: it goes to the same door with less in it.
    Keep,
}

/// Parcels hold no more of a shipment than it has. A planned one becomes smaller; a labelled one with
/// units that were called off loses its label, unless a person keeps it; an empty one goes.
///
/// # Errors
/// The store's.
pub async fn shrink(w: &mut Write<'_>, one: &Shipment, labels: LabelsOf) -> Result<()> {
    let mut parcels = ship::parcels_of(w.db(), &[one.row.id]).await?;
    parcels.retain(|p| p.state != "cancelled" && p.direction == "out");
    let ids: Vec<i64> = parcels.iter().map(|p| p.id).collect();
    let mut contents = ship::parcel_lines(w.db(), &ids).await?;
    let mut over: BTreeMap<i64, i64> = BTreeMap::new();
    for c in &contents {
        *over.entry(c.line_id).or_default() += c.quantity;
    }
    for (line, units) in &mut over {
        *units -= one
            .lines
            .iter()
            .find(|l| l.line_id == *line)
            .map_or(0, |l| l.quantity);
    }
    over.retain(|_, units| *units > 0);
    if over.is_empty() {
        return Ok(());
    }
    // What is merely planned gives way first, the last parcel before the others.
    let mut smaller = give_way(&parcels, &mut contents, &mut over, "open");
    if labels == LabelsOf::Keep {
        smaller.append(&mut give_way(
            &parcels,
            &mut contents,
            &mut over,
            "labelled",
        ));
    }
    for parcel in parcels {
        let its = || contents.iter().filter(|c| c.parcel_id == parcel.id);
        let labelled = parcel.state == "labelled";
        if smaller.contains(&parcel.id) {
            let rest: Vec<ParcelLineRow> = its().filter(|c| c.quantity > 0).cloned().collect();
            if rest.is_empty() {
                if labelled {
                    retire(w, &parcel, "cancelled").await?;
                }
                call_off(w, parcel).await?;
            } else {
                ship::clear_parcels(w.db(), &[parcel.id]).await?;
                insert_all(w.db(), &rest).await?;
                if labelled {
                    kept(w, &parcel).await?;
                }
            }
        } else if labelled && its().any(|c| over.contains_key(&c.line_id)) {
            retire(w, &parcel, "cancelled").await?;
            call_off(w, parcel).await?;
        }
    }
    Ok(())
}

/// Takes units that are too many out of the parcels of a state, the last parcel first. Returns those
/// that became smaller; what is still too many stays in `over`.
fn give_way(
    parcels: &[ParcelRow],
    contents: &mut [ParcelLineRow],
    over: &mut BTreeMap<i64, i64>,
    state: &str,
) -> BTreeSet<i64> {
    let mut smaller = BTreeSet::new();
    for parcel in parcels.iter().rev().filter(|p| p.state == state) {
        for c in contents.iter_mut().filter(|c| c.parcel_id == parcel.id) {
            let Some(units) = over.get_mut(&c.line_id) else {
                continue;
            };
            let part = c.quantity.min(*units);
            c.quantity -= part;
            *units -= part;
            if part > 0 {
                smaller.insert(parcel.id);
            }
        }
    }
    over.retain(|_, units| *units > 0);
    smaller
}

async fn kept(w: &mut Write<'_>, parcel: &ParcelRow) -> Result<()> {
    for order in orders_of(w, parcel).await? {
        w.journal(
            Event::new("label_kept_smaller")
                .order(OrderId(order))
                .thing(parcel.id)
                .data(&serde_json::json!({ "parcel": parcel.number })),
        );
    }
    Ok(())
}

/// Retires the live label of a parcel, if there is one, and tells its orders.
///
/// # Errors
/// The store's.
pub async fn retire(w: &mut Write<'_>, parcel: &ParcelRow, why: &str) -> Result<bool> {
    let mut labels = ship::labels(w.db(), &[parcel.id]).await?;
    labels.retain(|l| l.state == "live");
    for label in &mut labels {
        "retired".clone_into(&mut label.state);
        label.retired_at = Some(w.now());
        why.clone_into(&mut label.retired_why);
    }
    save_all(w.db(), 1, &labels).await?;
    if labels.is_empty() {
        return Ok(false);
    }
    for order in orders_of(w, parcel).await? {
        w.journal(
            Event::new("label_retired")
                .order(OrderId(order))
                .thing(parcel.id)
                .data(&serde_json::json!({ "parcel": parcel.number, "why": why })),
        );
    }
    Ok(true)
}

/// The orders whose units are in a parcel's shipment.
///
/// # Errors
/// The store's.
pub async fn orders_of(w: &mut Write<'_>, parcel: &ParcelRow) -> Result<BTreeSet<i64>> {
    let lines = ship::shipment_lines(w.db(), &[parcel.shipment_id]).await?;
    Ok(orders_with_units(lines.iter()))
}

/// The orders of which a shipment has units; all that it ever had units of when it has none any more.
/// An order that was called off leaves its companions to leave alone.
pub fn orders_with_units<'a>(
    lines: impl Iterator<Item = &'a ShipmentLineRow> + Clone,
) -> BTreeSet<i64> {
    let with: BTreeSet<i64> = lines
        .clone()
        .filter(|l| l.quantity > 0)
        .map(|l| l.order_id)
        .collect();
    if with.is_empty() {
        lines.map(|l| l.order_id).collect()
    } else {
        with
    }
}

/// A parcel whose label was retired keeps what is in it and is free for another label.
///
/// # Errors
/// The store's.
pub async fn open_again(w: &mut Write<'_>, parcel: ParcelRow) -> Result<()> {
    let open = ParcelRow {
        state: "open".to_owned(),
        tracking: String::new(),
        tracking_key: String::new(),
        labelled_at: None,
        version: parcel.version + 1,
        ..parcel
    };
    Ok(save_all(w.db(), 1, &[open]).await?)
}

/// The number of one more parcel of a shipment: the shipment's own when it is the only one, otherwise
/// that with the first free `/1`, `/2`. It is put to those that are taken.
pub fn next_number(of: &str, several: bool, taken: &mut BTreeSet<String>) -> String {
    let first = if taken.contains(of) { 2 } else { 1 };
    let mut number = of.to_owned();
    if several || taken.contains(of) {
        let mut at = first;
        number = format!("{of}/{at}");
        while taken.contains(&number) {
            at += 1;
            number = format!("{of}/{at}");
        }
    }
    taken.insert(number.clone());
    number
}

/// A parcel that is not needed any more.
///
/// # Errors
/// The store's.
pub async fn call_off(w: &mut Write<'_>, mut parcel: ParcelRow) -> Result<()> {
    "cancelled".clone_into(&mut parcel.state);
    parcel.version += 1;
    Ok(save_all(w.db(), 1, &[parcel]).await?)
}
