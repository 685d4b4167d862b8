//! An order that is here, with everything that a change of it is settled by.

use super::address;
use crate::error::Result;
use crate::orders::facts::{self, Facts};
use domain::Address;
use domain::order::Life;
use domain::order::merge::Stage;
use std::collections::{BTreeMap, BTreeSet, HashMap, HashSet};
use store::Db;
use store::rows::{AddressRow, CustomerRow, LabelRow, LineRow, LocalEditRow, ParcelRow, TaxRow};
use store::tables::{customers, erasure, orders, ship};

/// An order that is here and of which the file says something new.
#[derive(Debug, Clone)]
pub(crate) struct Here {
    pub(crate) facts: Facts,
    /// Its taxes by name.
    pub(crate) taxes: Vec<TaxRow>,
    pub(crate) stage: Stage,
    pub(crate) ship_to: Address,
    pub(crate) ship_to_customer: Option<i64>,
    /// Its buyer was erased: what the source says of a person is not taken in again.
    pub(crate) erased: bool,
    /// What the source last said of fields that were changed here.
    pub(crate) theirs: BTreeMap<String, String>,
    /// The fields of which a conflict is open.
    pub(crate) shown: BTreeSet<String>,
    /// Units that left here and did not come back.
    pub(crate) out: i64,
    /// Units by line that the source sent itself.
    pub(crate) sent_there: HashMap<i64, i64>,
    /// Units by line in parcels that stand here, of which the source was told that they left: they were taken
    /// back. What it says of these is our own word.
    pub(crate) told_and_back: HashMap<i64, i64>,
    /// Its buyer.
    pub(crate) buyer: Option<CustomerRow>,
    /// No order of its buyer is newer.
    pub(crate) newest: bool,
    /// Its buyer has no other order.
    pub(crate) only: bool,
}

/// Loads orders with everything that a change of theirs is settled by.
///
/// # Errors
/// The store's.
pub(super) async fn load(db: &mut Db, ids: &[i64]) -> Result<HashMap<i64, Here>> {
    let all = facts::load(db, ids).await?;
    let edits = orders::local_edits(db, ids).await?;
    let mut taxes: HashMap<i64, Vec<TaxRow>> = HashMap::new();
    for row in orders::taxes(db, ids).await? {
        taxes.entry(row.order_id).or_default().push(row);
    }
    let picks = ship::pick_lines_of_orders(db, ids).await?;
    let shipment_lines = ship::lines_of_orders(db, ids).await?;
    let mut shipments: Vec<i64> = shipment_lines.iter().map(|l| l.shipment_id).collect();
    shipments.sort_unstable();
    shipments.dedup();
    let parcels = ship::parcels_of(db, &shipments).await?;
    let parcel_ids: Vec<i64> = parcels
        .iter()
        .filter(|p| p.state == "labelled")
        .map(|p| p.id)
        .collect();
    let labels = ship::labels(db, &parcel_ids).await?;
    let live: HashSet<i64> = labels
        .iter()
        .filter(|l: &&LabelRow| l.state == "live")
        .map(|l| l.parcel_id)
        .collect();
    let labelled: HashSet<i64> = parcels
        .iter()
        .filter(|p| live.contains(&p.id))
        .map(|p| p.shipment_id)
        .collect();
    let labelled_orders: HashSet<i64> = shipment_lines
        .iter()
        .filter(|l| labelled.contains(&l.shipment_id) && l.quantity > 0)
        .map(|l| l.order_id)
        .collect();
    let address_ids: Vec<i64> = all.iter().filter_map(|f| f.order.ship_to_id).collect();
    let addresses: HashMap<i64, AddressRow> = orders::addresses(db, &address_ids)
        .await?
        .into_iter()
        .map(|a| (a.id, a))
        .collect();
    let buyers: BTreeSet<i64> = all.iter().filter_map(|f| f.order.customer_id).collect();
    let buyers: Vec<i64> = buyers.into_iter().collect();
    let erased: HashSet<i64> = erasure::erased_of(db, &buyers).await?.into_iter().collect();
    let people: HashMap<i64, CustomerRow> = customers::by_ids(db, &buyers)
        .await?
        .into_iter()
        .map(|c| (c.id, c))
        .collect();
    let newest: HashMap<i64, (i64, i64)> = customers::newest_order(db, &buyers)
        .await?
        .into_iter()
        .map(|(customer, at, orders)| (customer, (at, orders)))
        .collect();
    let mut shown: HashMap<i64, BTreeSet<String>> = HashMap::new();
    for row in orders::conflicts(db, ids).await? {
        if row.settled_at.is_none() {
            shown.entry(row.order_id).or_default().insert(row.field);
        }
    }
    let elsewhere: HashSet<i64> = ship::elsewhere(db, ids)
        .await?
        .into_iter()
        .filter(|s| s.elsewhere == 1)
        .map(|s| s.id)
        .collect();
    let picking: HashSet<i64> = picks.iter().map(|p| p.order_id).collect();
    let mut sent_there: HashMap<i64, HashMap<i64, i64>> = HashMap::new();
    for line in &shipment_lines {
        if elsewhere.contains(&line.shipment_id) {
            let lines = sent_there.entry(line.order_id).or_default();
            *lines.entry(line.line_id).or_default() += line.quantity;
        }
    }
    let told_and_back = told_and_back(db, &parcels).await?;
    let mut theirs: HashMap<i64, BTreeMap<String, String>> = HashMap::new();
    for LocalEditRow {
        order_id,
        field,
        theirs: value,
    } in edits
    {
        theirs.entry(order_id).or_default().insert(field, value);
    }
    Ok(all
        .into_iter()
        .map(|facts| {
            let id = facts.order.id;
            let left = facts.left();
            let in_hand = picking.contains(&id) || facts.lines.iter().any(|l| l.picked > l.shipped);
            let life = facts.life();
            let stage = if life == Life::Cancelled && facts.order.history == 0 {
                Stage::Ended
            } else if life != Life::Open
                || facts.order.history == 1
                || (left == 0 && !facts.lines.is_empty())
            {
                Stage::Gone
            } else if labelled_orders.contains(&id) {
                Stage::Labelled
            } else if in_hand {
                Stage::InHand
            } else {
                Stage::Untouched
            };
            let gone: i64 = facts
                .lines
                .iter()
                .map(|l| l.shipped - l.returned - l.written_off)
                .sum();
            let there = sent_there.remove(&id).unwrap_or_default();
            let sent: i64 = there.values().sum();
            let back = |l: &LineRow| Some((l.id, *told_and_back.get(&l.id)?));
            let buyer = facts
                .order
                .customer_id
                .and_then(|c| people.get(&c))
                .cloned();
            let (at, count) = facts
                .order
                .customer_id
                .and_then(|c| newest.get(&c))
                .copied()
                .unwrap_or((facts.order.placed_at, 1));
            let row = facts.order.ship_to_id.and_then(|a| addresses.get(&a));
            let here = Here {
                ship_to: row.map(address).unwrap_or_default(),
                erased: facts.order.customer_id.is_some_and(|c| erased.contains(&c)),
                ship_to_customer: row.and_then(|r| r.customer_id),
                theirs: theirs.remove(&id).unwrap_or_default(),
                shown: shown.remove(&id).unwrap_or_default(),
                out: (gone - sent).max(0),
                sent_there: there,
                told_and_back: facts.lines.iter().filter_map(back).collect(),
                buyer,
                newest: facts.order.placed_at >= at,
                only: count <= 1,
                taxes: taxes.remove(&id).unwrap_or_default(),
                facts,
                stage,
            };
            (id, here)
        })
        .collect())
}

/// Units by line in parcels that stand here although the source was told that they left.
async fn told_and_back(db: &mut Db, parcels: &[ParcelRow]) -> Result<HashMap<i64, i64>> {
    let here: Vec<i64> = parcels
        .iter()
        .filter(|p| p.state == "labelled" || p.state == "open")
        .map(|p| p.id)
        .collect();
    let told = ship::told_of(db, &here).await?;
    let mut told: Vec<i64> = told.iter().filter_map(|item| item.parcel_id).collect();
    told.sort_unstable();
    told.dedup();
    let mut units: HashMap<i64, i64> = HashMap::new();
    for line in ship::parcel_lines(db, &told).await? {
        *units.entry(line.line_id).or_default() += line.quantity;
    }
    Ok(units)
}
