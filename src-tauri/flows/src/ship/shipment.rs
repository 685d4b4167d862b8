//! Shipments: what leaves together. Units are in at most one live shipment.

use crate::error::Result;
use crate::orders::facts::{self, Facts};
use crate::orders::signing;
use crate::stock::reserve::{self, Fetched};
use crate::stock::{first_location, moves};
use domain::parcel::ParcelState;
use domain::pick_list::PickListState;
use std::collections::{BTreeMap, BTreeSet, HashMap};
use store::row::{insert_all, save_all};
use store::rows::{LineRow, ShipmentLineRow, ShipmentRow};
use store::tables::{orders as order_tables, settings, ship};
use store::{Db, Write};

/// A shipment with its lines.
#[derive(Debug, Clone)]
pub struct Shipment {
    /// Its row.
    pub row: ShipmentRow,
    /// Its lines.
    pub lines: Vec<ShipmentLineRow>,
    /// Whether it is yet to be inserted.
    pub new: bool,
}

/// A shipment that has not left and was not called off.
#[must_use]
pub fn is_open(row: &ShipmentRow) -> bool {
    row.elsewhere == 0 && matches!(row.state.as_str(), "planned" | "picking" | "packed")
}

/// The open shipments of orders, each with its lines.
///
/// # Errors
/// The store's.
pub async fn open_of(db: &mut Db, orders: &[i64]) -> Result<Vec<Shipment>> {
    let ids = ship::shipment_ids_of(db, orders).await?;
    let rows = ship::shipments(db, &ids).await?;
    let mut lines: BTreeMap<i64, Vec<ShipmentLineRow>> = BTreeMap::new();
    for line in ship::shipment_lines(db, &ids).await? {
        lines.entry(line.shipment_id).or_default().push(line);
    }
    Ok(rows
        .into_iter()
        .filter(is_open)
        .map(|row| Shipment {
            lines: lines.remove(&row.id).unwrap_or_default(),
            row,
            new: false,
        })
        .collect())
}

/// Where a shipment leaves from.
#[derive(Debug, Clone, Copy)]
pub struct Origin {
    /// The place.
    pub place: i64,
    /// Shipments of the same orders that the same act began before and has not written yet: their
    /// numbers are taken.
    pub begun: usize,
}

/// The places that goods of these orders are promised from, in the order in which they ship. What
/// stands at two places leaves in two shipments.
///
/// # Errors
/// The store's.
pub async fn places_of(db: &mut Db, orders: &[Facts]) -> Result<Vec<i64>> {
    let lines = shipping_lines(orders);
    let promised = reserve::promised(db, &lines).await?;
    let mut places: Vec<i64> = settings::places(db).await?.iter().map(|p| p.id).collect();
    places.retain(|place| promised.iter().any(|((_, p), n)| p == place && *n > 0));
    Ok(places)
}

fn shipping_lines(orders: &[Facts]) -> Vec<LineRow> {
    let lines = orders.iter().flat_map(|f| &f.lines);
    lines.filter(|l| facts::ships(l)).cloned().collect()
}

/// The open shipments of orders that leave from a place. One that names none leaves from the first.
///
/// # Errors
/// The store's.
pub async fn open_from(db: &mut Db, orders: &[i64], place: i64) -> Result<Vec<Shipment>> {
    let first = first_location(db).await?;
    let mut open = open_of(db, orders).await?;
    open.retain(|s| s.row.location_id.unwrap_or(first) == place);
    Ok(open)
}

/// The shipment in which all that is promised to these orders from a place leaves: the open one of
/// exactly these orders from there, topped up, or a new one. What was promised to others since is in
/// it no longer, as long as nobody fetched it. `None` when nothing is there that is not under way
/// already.
///
/// # Errors
/// The store's.
pub async fn ensure(w: &mut Write<'_>, orders: &[Facts], from: Origin) -> Result<Option<Shipment>> {
    let ids: Vec<i64> = orders.iter().map(|f| f.order.id).collect();
    let lines = shipping_lines(orders);
    let promised = reserve::promised(w.db(), &lines).await?;
    let here = |line: i64| promised.get(&(line, from.place)).copied().unwrap_or(0);
    let open = open_from(w.db(), &ids, from.place).await?;
    let open_ids: Vec<i64> = open.iter().map(|s| s.row.id).collect();
    let gone = gone_from(w.db(), &open_ids).await?;
    let gone = |row: &ShipmentLineRow| {
        let key = (row.shipment_id, row.line_id);
        gone.get(&key).copied().unwrap_or(0)
    };
    let mut taken: HashMap<i64, i64> = HashMap::new();
    for line in open.iter().flat_map(|s| &s.lines) {
        *taken.entry(line.line_id).or_default() += line.quantity - gone(line);
    }
    // An order whose goods are all promised from elsewhere has no part in what leaves from here.
    let elsewhere = |order: i64| {
        let of = |line: i64| lines.iter().any(|l| l.id == line && l.order_id == order);
        let mut its = promised
            .iter()
            .filter(|((line, _), n)| **n > 0 && of(*line));
        let at: Vec<i64> = its.by_ref().map(|((_, place), _)| *place).collect();
        !at.is_empty() && !at.contains(&from.place)
    };
    let wanted: BTreeSet<i64> = ids.into_iter().filter(|id| !elsewhere(*id)).collect();
    let mut shipment = open.into_iter().find(|s| {
        let of: BTreeSet<i64> = s
            .lines
            .iter()
            .filter(|l| l.quantity > 0)
            .map(|l| l.order_id)
            .collect();
        of == wanted
    });
    // A count may have taken units that were meant to leave with it.
    for row in shipment.iter_mut().flat_map(|s| &mut s.lines) {
        if lines.iter().any(|l| l.id == row.line_id) {
            let most = here(row.line_id) + gone(row);
            row.quantity = row.quantity.min(most.max(row.picked));
        }
    }
    for facts in orders {
        for line in lines.iter().filter(|l| l.order_id == facts.order.id) {
            let free = here(line.id) - taken.get(&line.id).copied().unwrap_or(0);
            if free <= 0 {
                continue;
            }
            let shipment = match &mut shipment {
                Some(shipment) => shipment,
                None => shipment.insert(new_shipment(w, facts, from).await?),
            };
            match shipment.lines.iter_mut().find(|l| l.line_id == line.id) {
                Some(row) => row.quantity += free,
                None => shipment.lines.push(ShipmentLineRow {
                    shipment_id: shipment.row.id,
                    line_id: line.id,
                    order_id: facts.order.id,
                    quantity: free,
                    picked: 0,
                    packed: 0,
                    verified: 0,
                }),
            }
        }
    }
    Ok(shipment)
}

/// Units of shipments that have left in a parcel already: shipment, line, units.
///
/// # Errors
/// The store's.
pub async fn gone_from(db: &mut Db, shipments: &[i64]) -> Result<BTreeMap<(i64, i64), i64>> {
    let parcels: BTreeMap<i64, i64> = ship::parcels_of(db, shipments)
        .await?
        .into_iter()
        .filter(|p| ParcelState::read(&p.state).is_some_and(ParcelState::left))
        .map(|p| (p.id, p.shipment_id))
        .collect();
    let ids: Vec<i64> = parcels.keys().copied().collect();
    let mut gone = BTreeMap::new();
    for line in ship::parcel_lines(db, &ids).await? {
        if let Some(shipment) = parcels.get(&line.parcel_id) {
            *gone.entry((*shipment, line.line_id)).or_default() += line.quantity;
        }
    }
    Ok(gone)
}

/// A shipment of an order that is yet to be inserted, without lines.
///
/// # Errors
/// The store's.
pub async fn new_shipment(w: &mut Write<'_>, first: &Facts, from: Origin) -> Result<Shipment> {
    let id = w.id().await?;
    let earlier = ship::shipment_ids_of(w.db(), &[first.order.id])
        .await?
        .len();
    Ok(Shipment {
        row: ShipmentRow {
            id,
            order_id: None,
            number: format!("{}-{}", first.order.number, earlier + from.begun + 1),
            state: "planned".to_owned(),
            elsewhere: 0,
            from_shelf: Some(0),
            location_id: Some(from.place),
            address_id: first.order.ship_to_id,
            made_at: w.now(),
            shipped_at: None,
            delivered_at: None,
            version: 1,
        },
        lines: Vec::new(),
        new: true,
    })
}

/// Writes a shipment and its lines.
///
/// # Errors
/// The store's.
pub async fn save(
    w: &mut Write<'_>,
    shipment: &Shipment,
    before: &[ShipmentLineRow],
) -> Result<()> {
    if shipment.new {
        insert_all(w.db(), std::slice::from_ref(&shipment.row)).await?;
    } else {
        save_all(w.db(), 1, std::slice::from_ref(&shipment.row)).await?;
    }
    let known: BTreeSet<i64> = if shipment.new {
        BTreeSet::new()
    } else {
        before.iter().map(|l| l.line_id).collect()
    };
    let (old, new): (Vec<_>, Vec<_>) = shipment
        .lines
        .iter()
        .cloned()
        .partition(|l| known.contains(&l.line_id));
    save_all(w.db(), 2, &old).await?;
    insert_all(w.db(), &new).await?;
    if shipment.row.state == "cancelled" {
        signing::follow(w, &[shipment.row.id], true, None).await?;
    }
    Ok(())
}

/// Marks every unit of a shipment as fetched and packed, as far as it is not: "not verified".
/// Raises the lines' and the stock's figures with it.
///
/// # Errors
/// The store's.
pub async fn pack_all(w: &mut Write<'_>, shipment: &mut Shipment) -> Result<()> {
    let of: BTreeSet<i64> = shipment.lines.iter().map(|l| l.order_id).collect();
    // Read anew: another shipment of the same orders may have been packed a moment ago.
    let mut lines = order_tables::lines(w.db(), &of.into_iter().collect::<Vec<_>>()).await?;
    let place = match shipment.row.location_id {
        Some(place) => place,
        None => first_location(w.db()).await?,
    };
    let mut picked: Vec<Fetched> = Vec::new();
    for row in &mut shipment.lines {
        let Some(line) = lines.iter_mut().find(|l| l.id == row.line_id) else {
            continue;
        };
        let (pick, pack) = (row.quantity - row.picked, row.quantity - row.packed);
        line.picked += pick;
        line.packed += pack;
        row.picked = row.quantity;
        row.packed = row.quantity;
        if pick > 0 {
            picked.push(Fetched {
                line: line.id,
                place,
                units: pick,
            });
        }
    }
    "packed".clone_into(&mut shipment.row.state);
    save_all(w.db(), 1, &lines).await?;
    moves::pick(w, &picked).await?;
    close_pick_lines(w, shipment).await?;
    Ok(())
}

/// What is packed is asked for no longer: its pick lines end, and a list without open lines is done.
async fn close_pick_lines(w: &mut Write<'_>, shipment: &Shipment) -> Result<()> {
    let orders: BTreeSet<i64> = shipment.lines.iter().map(|l| l.order_id).collect();
    let orders: Vec<i64> = orders.into_iter().collect();
    let mut ended = ship::pick_lines_of_orders(w.db(), &orders).await?;
    ended.retain(|p| p.open == 1 && p.shipment_id == shipment.row.id);
    for line in &mut ended {
        line.found = Some(line.asked);
        line.open = 0;
    }
    save_all(w.db(), 3, &ended).await?;
    let lists: BTreeSet<i64> = ended.iter().map(|p| p.list_id).collect();
    end_lists(w, &lists.into_iter().collect::<Vec<_>>()).await
}

/// Of these pick lists those end on which nothing is left to answer.
///
/// # Errors
/// The store's.
pub async fn end_lists(w: &mut Write<'_>, lists: &[i64]) -> Result<()> {
    let lines = ship::pick_lines(w.db(), lists).await?;
    let mut ended = ship::pick_lists(w.db(), lists).await?;
    ended.retain(|l| l.state == PickListState::Open.word());
    for list in &mut ended {
        let its = || lines.iter().filter(|p| p.list_id == list.id);
        let open = its().filter(|p| p.open == 1).count();
        let found = its().filter_map(|p| p.found).sum();
        let state = PickListState::of(open, found);
        if state != PickListState::Open {
            list.ended_at = Some(w.now());
        }
        state.word().clone_into(&mut list.state);
    }
    Ok(save_all(w.db(), 1, &ended).await?)
}
