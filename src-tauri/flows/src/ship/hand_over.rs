//! Handing over: now parcels have left, stock falls, the source is to be told.

mod find;
mod leaving;
mod scan;
mod take_back;

pub use scan::{HandOverScan, ParcelMeant, ScanOutcome, Scanned, scan};
pub use take_back::take_back;

use super::labels::same_place;
use super::parcels::orders_with_units;
use super::types::{HandOver, HandedOver, ParcelStop, WaitingCarrier, WaitingParcel};
use crate::desk::Desk;
use crate::error::{FlowError, Result};
use crate::import::address_of;
use crate::orders::facts::{self, Facts};
use crate::orders::refresh::refresh;
use crate::orders::signing;
use crate::orders::types::Nothing;
use domain::id::{HandOverId, OrderId, ParcelId};
use domain::order::signing::Signed;
use domain::parcel::{HandOverFacts, ParcelState, hand_over as guard};
use domain::{Address, Refusal};
use leaving::leave;
use std::collections::{BTreeMap, BTreeSet, HashMap};
use store::row::insert_all;
use store::rows::{HandOverRow, HoldRow, ParcelLineRow, ParcelRow, ShipmentLineRow, ShipmentRow};
use store::tables::{orders as order_tables, settings as setting_tables, ship};
use store::{Db, Tag};

/// What the source was told has not left after all: a person says so there, or it leaves again.
const TOLD_AND_BACK: &str = "told_and_taken_back";

/// Parcels with all that their hand-over asks.
pub(crate) struct Loaded {
    pub(crate) parcels: Vec<ParcelRow>,
    lines: BTreeMap<i64, Vec<ParcelLineRow>>,
    shipments: HashMap<i64, ShipmentRow>,
    shipment_lines: BTreeMap<i64, Vec<ShipmentLineRow>>,
    orders: BTreeMap<i64, Facts>,
    signed: BTreeMap<i64, Signed>,
    /// By parcel the newer address for which somebody kept its label.
    kept: HashMap<i64, i64>,
    /// Addresses of parcels and orders that are not one row.
    places: HashMap<i64, Address>,
}

/// Loads parcels with all that their hand-over asks.
///
/// # Errors
/// The store's.
pub(crate) async fn load(db: &mut Db, ids: &[i64]) -> Result<Loaded> {
    let parcels = ship::parcels(db, ids).await?;
    let mut lines: BTreeMap<i64, Vec<ParcelLineRow>> = BTreeMap::new();
    for line in ship::parcel_lines(db, ids).await? {
        lines.entry(line.parcel_id).or_default().push(line);
    }
    let of: BTreeSet<i64> = parcels.iter().map(|p| p.shipment_id).collect();
    let of: Vec<i64> = of.into_iter().collect();
    let shipments = ship::shipments(db, &of)
        .await?
        .into_iter()
        .map(|s| (s.id, s))
        .collect();
    let mut shipment_lines: BTreeMap<i64, Vec<ShipmentLineRow>> = BTreeMap::new();
    for line in ship::shipment_lines(db, &of).await? {
        shipment_lines
            .entry(line.shipment_id)
            .or_default()
            .push(line);
    }
    let orders: BTreeSet<i64> = shipment_lines
        .values()
        .flatten()
        .map(|l| l.order_id)
        .collect();
    let orders: Vec<i64> = orders.into_iter().collect();
    let orders: BTreeMap<i64, Facts> = facts::load(db, &orders)
        .await?
        .into_iter()
        .map(|f| (f.order.id, f))
        .collect();
    let held = orders.values().filter(|f| f.order.holds > 0);
    let held: Vec<i64> = held.map(|f| f.order.id).collect();
    let signed = signing::standing(db, &held)
        .await?
        .into_iter()
        .map(|(order, row)| (order, signing::signed(&row)))
        .collect();
    let mut loaded = Loaded {
        parcels,
        lines,
        shipments,
        shipment_lines,
        orders,
        signed,
        kept: HashMap::new(),
        places: HashMap::new(),
    };
    let moved = loaded.elsewhere();
    if !moved.is_empty() {
        loaded.places = order_tables::addresses(db, &moved)
            .await?
            .into_iter()
            .map(|a| (a.id, address_of(&a)))
            .collect();
        let labels = ship::labels(db, ids).await?;
        let live = labels.into_iter().filter(|l| l.state == "live");
        let kept = live.filter_map(|l| Some((l.parcel_id, l.kept_for?)));
        loaded.kept = kept.collect();
    }
    Ok(loaded)
}

impl Loaded {
    pub(crate) fn orders_of(&self, parcel: &ParcelRow) -> Vec<&Facts> {
        let lines = self.shipment_lines.get(&parcel.shipment_id);
        let ids = orders_with_units(lines.into_iter().flatten());
        ids.iter().filter_map(|id| self.orders.get(id)).collect()
    }

    /// The addresses of parcels and orders that do not point at the same row.
    fn elsewhere(&self) -> Vec<i64> {
        let mut ids = BTreeSet::new();
        for parcel in &self.parcels {
            for facts in self.orders_of(parcel) {
                if facts.order.ship_to_id != parcel.address_id {
                    ids.extend(
                        [facts.order.ship_to_id, parcel.address_id]
                            .into_iter()
                            .flatten(),
                    );
                }
            }
        }
        ids.into_iter().collect()
    }

    /// The orders whose address was changed under a parcel's label, and nobody has said yet that the
    /// label stays. Of orders that leave together each has an address of its own from the start: there
    /// the places are compared.
    pub(crate) fn moved<'a>(&'a self, parcel: &'a ParcelRow) -> impl Iterator<Item = &'a Facts> {
        let orders = self.orders_of(parcel);
        let together = orders.len() > 1;
        let place = |id: Option<i64>| id.and_then(|id| self.places.get(&id));
        orders.into_iter().filter(move |f| {
            let now = f.order.ship_to_id;
            let same = together
                && match (place(now), place(parcel.address_id)) {
                    (Some(a), Some(b)) => same_place(a, b),
                    (Some(_), None) | (None, Some(_)) => false,
                    (None, None) => true,
                };
            now != parcel.address_id && !same && self.kept.get(&parcel.id).copied() != now
        })
    }

    /// The red stop. What is on hold, cancelled or changed since its label does not leave.
    fn stop(&self, parcel: &ParcelRow) -> Result<(), Refusal> {
        let orders = self.orders_of(parcel);
        let lines = self.lines.get(&parcel.id).map_or(&[][..], Vec::as_slice);
        let in_parcel: BTreeSet<i64> = lines.iter().map(|l| l.line_id).collect();
        let concerns = |h: &&HoldRow| {
            let signed = self.signed.get(&h.order_id);
            h.line_id.is_none_or(|l| in_parcel.contains(&l))
                && h.shipment_id.is_none_or(|s| s == parcel.shipment_id)
                && signed.is_none_or(|s| !s.covers_hold(h.id))
        };
        let holds = orders
            .iter()
            .flat_map(|f| f.active_holds())
            .filter(concerns)
            .count();
        let moved = self.moved(parcel).next().is_some();
        let fewer = lines.iter().any(|l| {
            orders
                .iter()
                .flat_map(|f| &f.lines)
                .find(|line| line.id == l.line_id)
                .is_none_or(|line| l.quantity > line.ordered - line.cancelled - line.shipped)
        });
        guard(&HandOverFacts {
            state: ParcelState::read(&parcel.state).unwrap_or(ParcelState::Open),
            holds: i64::try_from(holds).unwrap_or(i64::MAX),
            order_cancelled: orders.iter().any(|f| f.order.life == "cancelled"),
            changed_since_label: moved || fewer,
        })
        .map(|_| ())
    }
}

/// Labelled parcels that wait, by carrier, each with what keeps it here.
///
/// # Errors
/// The store's.
pub async fn waiting(desk: &Desk, _: Nothing) -> Result<Vec<WaitingCarrier>> {
    let mut reader = desk.store.read().await?;
    let db = reader.db();
    let ids = ship::waiting(db, None).await?;
    let loaded = load(db, &ids).await?;
    let names: HashMap<i64, String> = setting_tables::services(db)
        .await?
        .into_iter()
        .map(|s| (s.id, s.name))
        .collect();
    let addresses: Vec<i64> = loaded.parcels.iter().filter_map(|p| p.address_id).collect();
    let people: HashMap<i64, String> = order_tables::addresses(db, &addresses)
        .await?
        .into_iter()
        .map(|a| (a.id, a.name))
        .collect();
    let mut by_carrier: BTreeMap<String, Vec<WaitingParcel>> = BTreeMap::new();
    for parcel in &loaded.parcels {
        by_carrier
            .entry(parcel.carrier.clone())
            .or_default()
            .push(WaitingParcel {
                id: ParcelId(parcel.id),
                number: parcel.number.clone(),
                orders: loaded
                    .orders_of(parcel)
                    .iter()
                    .map(|f| OrderId(f.order.id))
                    .collect(),
                name: parcel
                    .address_id
                    .and_then(|a| people.get(&a).cloned())
                    .unwrap_or_default(),
                tracking: parcel.tracking.clone(),
                service: parcel
                    .service_id
                    .and_then(|s| names.get(&s).cloned())
                    .unwrap_or_default(),
                labelled_at: parcel.labelled_at.unwrap_or(parcel.made_at),
                stop: loaded.stop(parcel).err().map(|r| r.0),
            });
    }
    Ok(by_carrier
        .into_iter()
        .map(|(carrier, parcels)| WaitingCarrier { carrier, parcels })
        .collect())
}

/// Hands parcels over. A parcel that must not leave stays, with its reason, and stops no other. Parcels
/// that are named are all that leaves; the carrier says then only whose van it is.
///
/// # Errors
/// [`FlowError::NotFound`] for a parcel that is not there; the store's; then nothing happened.
pub async fn hand_over(desk: &Desk, ask: HandOver) -> Result<HandedOver> {
    let mut w = desk.write().await?;
    let named: BTreeSet<i64> = ask.parcels.iter().map(|p| p.0).collect();
    let ids = match &ask.carrier {
        Some(carrier) if named.is_empty() => ship::waiting(w.db(), Some(carrier)).await?,
        Some(_) | None => named.iter().copied().collect(),
    };
    let loaded = load(w.db(), &ids).await?;
    if loaded.parcels.len() < ids.len() {
        return Err(FlowError::NotFound("parcel"));
    }
    let mut answer = HandedOver {
        id: None,
        parcels: Vec::new(),
        stopped: Vec::new(),
    };
    let mut leaving = Vec::new();
    for parcel in &loaded.parcels {
        let stop = loaded.stop(parcel).and_then(|()| foreign(&ask, parcel));
        match stop {
            Ok(()) => leaving.push(parcel.clone()),
            Err(Refusal(sentence)) => answer.stopped.push(ParcelStop {
                parcel: ParcelId(parcel.id),
                number: parcel.number.clone(),
                sentence,
            }),
        }
    }
    if leaving.is_empty() {
        w.rollback().await?;
        return Ok(answer);
    }
    let id = w.id().await?;
    let carrier = leaving
        .first()
        .map(|p| p.carrier.clone())
        .unwrap_or_default();
    let row = HandOverRow {
        id,
        carrier,
        way: if named.is_empty() {
            "carrier"
        } else {
            "chosen"
        }
        .to_owned(),
        at: w.now(),
        staff_id: w.actor().staff.0,
        parcels: i64::try_from(leaving.len()).unwrap_or(0),
        note: String::new(),
    };
    insert_all(w.db(), &[row]).await?;
    let orders = leave(&mut w, &loaded, leaving, Some(id), &mut answer).await?;
    refresh(&mut w, &orders).await?;
    answer.id = Some(HandOverId(id));
    w.stale(&[Tag::Orders, Tag::Shipments, Tag::Stock, Tag::Needs]);
    w.commit().await?;
    Ok(answer)
}

/// A parcel of another carrier does not go into this one's van.
fn foreign(ask: &HandOver, parcel: &ParcelRow) -> Result<(), Refusal> {
    match &ask.carrier {
        Some(van) if *van != parcel.carrier => Err(Refusal::new("scan-foreign")
            .with("parcel", parcel.number.as_str())
            .with("carrier", parcel.carrier.as_str())
            .with("van", van.as_str())),
        Some(_) | None => Ok(()),
    }
}
