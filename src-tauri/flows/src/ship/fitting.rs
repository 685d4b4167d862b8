//! Open shipments hold no more than their orders still want and have.

use super::parcels::{self, LabelsOf};
use super::shipment::{self, gone_from};
use crate::error::Result;
use crate::orders::facts::Facts;
use crate::stock::{first_location, reserve};
use std::collections::BTreeSet;
use store::Write;
use store::row::save_all;
use store::tables::ship;

/// Units of an order were called off or went to others: its open shipments, planned parcels and pick
/// lists become smaller. What was fetched stays as long as it can; a labelled parcel that holds too
/// much loses its label, or keeps it with less in it when a person says so.
///
/// # Errors
/// The store's.
pub async fn fit(w: &mut Write<'_>, facts: &Facts, labels: LabelsOf) -> Result<()> {
    let mut open = shipment::open_of(w.db(), &[facts.order.id]).await?;
    let ids: Vec<i64> = open.iter().map(|s| s.row.id).collect();
    let gone = gone_from(w.db(), &ids).await?;
    let first = first_location(w.db()).await?;
    // By line and place: what one place lost is not made up for by what another has.
    let mut free = reserve::promised(w.db(), &facts.lines).await?;
    let of_order: BTreeSet<i64> = facts.lines.iter().map(|l| l.id).collect();
    // What is packed keeps its units before what is merely planned.
    open.sort_by_key(|s| {
        let packed: i64 = s.lines.iter().map(|l| l.packed).sum();
        let picked: i64 = s.lines.iter().map(|l| l.picked).sum();
        (std::cmp::Reverse((packed, picked)), s.row.id)
    });
    for mut one in open {
        let before = one.lines.clone();
        let place = one.row.location_id.unwrap_or(first);
        for row in &mut one.lines {
            if !of_order.contains(&row.line_id) {
                continue;
            }
            let free = free.entry((row.line_id, place)).or_default();
            let left = gone
                .get(&(row.shipment_id, row.line_id))
                .copied()
                .unwrap_or(0);
            let stays = (row.quantity - left).clamp(0, (*free).max(0));
            *free -= stays;
            row.quantity = left + stays;
            row.picked = row.picked.min(row.quantity);
            row.packed = row.packed.min(row.quantity);
        }
        if one.lines == before {
            continue;
        }
        if one.lines.iter().all(|l| l.quantity == 0) {
            "cancelled".clone_into(&mut one.row.state);
        }
        one.row.version += 1;
        shipment::save(w, &one, &before).await?;
        parcels::shrink(w, &one, labels).await?;
    }
    pick_lines(w, facts).await
}

/// A printed pick list asks for no more than is wanted; a list on which nothing is wanted any more
/// ends.
async fn pick_lines(w: &mut Write<'_>, facts: &Facts) -> Result<()> {
    let mut rows = ship::pick_lines_of_orders(w.db(), &[facts.order.id]).await?;
    rows.retain(|p| p.open == 1);
    let mut lists = BTreeSet::new();
    for row in &mut rows {
        let left = facts
            .lines
            .iter()
            .find(|l| l.id == row.line_id)
            .map_or(0, |l| l.reserved - (l.picked - l.shipped));
        if left < row.asked {
            row.asked = left.max(0);
            row.open = i64::from(left > 0);
            lists.insert(row.list_id);
        }
    }
    save_all(w.db(), 3, &rows).await?;
    shipment::end_lists(w, &lists.into_iter().collect::<Vec<_>>()).await
}
