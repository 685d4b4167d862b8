//! Handing over: now parcels have left, stock falls, the source is to be told.

use super::labels::services;
use super::types::{HandOver, HandedOver, ParcelRef, ParcelStop, WaitingCarrier, WaitingParcel};
use crate::desk::Desk;
use crate::error::{FlowError, Result};
use crate::orders::facts::{self, Facts};
use crate::orders::refresh::refresh;
use crate::orders::signing;
use crate::orders::types::Nothing;
use crate::stock::moves::{self, Leaving};
use domain::id::{HandOverId, OrderId, ParcelId};
use domain::order::signing::Signed;
use domain::parcel::{HandOverFacts, ParcelAction, ParcelState, hand_over as guard};
use domain::{Refusal, Sentence};
use std::collections::{BTreeMap, BTreeSet, HashMap};
use store::row::{insert_all, save_all};
use store::rows::{
    HandOverRow, HoldRow, NeedRow, OutboxRow, ParcelLineRow, ParcelRow, ShipmentLineRow,
    ShipmentRow,
};
use store::tables::{orders as order_tables, settings as setting_tables, ship};
use store::{Db, Event, Tag, Write};

/// What the source was told has not left after all: a person says so there, or it leaves again.
const TOLD_AND_BACK: &str = "told_and_taken_back";

/// Parcels with all that their hand-over asks.
struct Loaded {
    parcels: Vec<ParcelRow>,
    lines: BTreeMap<i64, Vec<ParcelLineRow>>,
    shipments: HashMap<i64, ShipmentRow>,
    shipment_lines: BTreeMap<i64, Vec<ShipmentLineRow>>,
    orders: BTreeMap<i64, Facts>,
    signed: BTreeMap<i64, Signed>,
}

async fn load(db: &mut Db, ids: &[i64]) -> Result<Loaded> {
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
    Ok(Loaded {
        parcels,
        lines,
        shipments,
        shipment_lines,
        orders,
        signed,
    })
}

impl Loaded {
    fn orders_of(&self, parcel: &ParcelRow) -> Vec<&Facts> {
        let ids: BTreeSet<i64> = self
            .shipment_lines
            .get(&parcel.shipment_id)
            .into_iter()
            .flatten()
            .map(|l| l.order_id)
            .collect();
        ids.iter().filter_map(|id| self.orders.get(id)).collect()
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
        let moved = orders
            .iter()
            .any(|f| f.order.ship_to_id != parcel.address_id)
            && orders.len() == 1;
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

/// Hands parcels over. A parcel that must not leave stays, with its reason, and stops no other.
///
/// # Errors
/// The store's; then nothing happened.
pub async fn hand_over(desk: &Desk, ask: HandOver) -> Result<HandedOver> {
    let mut w = desk.write().await?;
    let mut ids: Vec<i64> = ask.parcels.iter().map(|p| p.0).collect();
    if let Some(carrier) = &ask.carrier {
        ids.extend(ship::waiting(w.db(), Some(carrier)).await?);
    }
    let loaded = load(w.db(), &ids).await?;
    let mut answer = HandedOver {
        id: None,
        parcels: Vec::new(),
        stopped: Vec::new(),
    };
    let mut leaving = Vec::new();
    for parcel in &loaded.parcels {
        match loaded.stop(parcel) {
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
        way: if ask.carrier.is_some() {
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

/// What the journal says of a parcel that left.
#[derive(serde::Serialize)]
struct Left<'a> {
    parcel: &'a str,
    #[serde(skip_serializing_if = "str::is_empty")]
    tracking: &'a str,
    carrier: &'a str,
}

/// Books parcels as gone: stock, lines, parcels, shipments, what the source is to be told.
async fn leave(
    w: &mut Write<'_>,
    loaded: &Loaded,
    leaving: Vec<ParcelRow>,
    hand_over: Option<i64>,
    answer: &mut HandedOver,
) -> Result<Vec<i64>> {
    let now = w.now();
    let goods: Vec<Leaving> = leaving
        .iter()
        .flat_map(|p| loaded.lines.get(&p.id).into_iter().flatten())
        .map(|l| Leaving {
            parcel: l.parcel_id,
            line: l.line_id,
            units: l.quantity,
        })
        .collect();
    moves::hand_over_all(w, &goods).await?;
    let services = services(w.db()).await?;
    let mut shipments: BTreeMap<i64, ShipmentRow> = BTreeMap::new();
    let mut touched: BTreeSet<i64> = BTreeSet::new();
    let mut outbox = Vec::new();
    let mut settled = Vec::new();
    let mut rows = Vec::new();
    let gone: BTreeSet<i64> = leaving.iter().map(|p| p.id).collect();
    // A parcel that was told of and came back is told of already.
    let told: BTreeSet<(i64, i64)> =
        ship::told_of(w.db(), &gone.iter().copied().collect::<Vec<_>>())
            .await?
            .into_iter()
            .collect();
    let channels: HashMap<i64, String> = setting_tables::channels(w.db())
        .await?
        .into_iter()
        .map(|c| (c.id, c.kind))
        .collect();
    for mut parcel in leaving {
        "handed_over".clone_into(&mut parcel.state);
        parcel.handed_over_at = Some(now);
        parcel.hand_over_id = hand_over;
        parcel.version += 1;
        if parcel.tracking.is_empty() {
            // Nobody will tell when it arrives: assumed after the service's days.
            parcel.expected_at =
                Some(now + days_of(&services, &parcel, loaded) * domain::time::DAY);
        }
        answer.parcels.push(ParcelId(parcel.id));
        for facts in loaded.orders_of(&parcel) {
            let order = facts.order.id;
            touched.insert(order);
            w.journal(
                Event::new("handed_over")
                    .order(OrderId(order))
                    .thing(parcel.id)
                    .data(&Left {
                        parcel: &parcel.number,
                        tracking: &parcel.tracking,
                        carrier: &parcel.carrier,
                    }),
            );
            let kind = channels
                .get(&facts.order.channel_id)
                .map_or("hand", String::as_str);
            let again = told.contains(&(parcel.id, order));
            if again {
                settled.extend(
                    facts
                        .needs
                        .iter()
                        .filter(|need| {
                            need.closed_at.is_none()
                                && need.kind == TOLD_AND_BACK
                                && need.thing_id == Some(parcel.id)
                        })
                        .map(|need| NeedRow {
                            closed_at: Some(now),
                            closed_by: Some(w.actor().staff.0),
                            ..need.clone()
                        }),
                );
            }
            if !again && kind != "hand" && facts.order.sample == 0 && facts.order.history == 0 {
                outbox.push(OutboxRow {
                    id: w.id().await?,
                    kind: "tell_shipped".to_owned(),
                    channel_id: Some(facts.order.channel_id),
                    order_id: Some(order),
                    parcel_id: Some(parcel.id),
                    state: "waiting".to_owned(),
                    cause: w.newest_event().await?,
                    body: String::new(),
                    made_at: now,
                    ended_at: None,
                });
            }
        }
        if let Some(shipment) = loaded.shipments.get(&parcel.shipment_id) {
            shipments.insert(shipment.id, shipment.clone());
        }
        rows.push(parcel);
    }
    save_all(w.db(), 1, &rows).await?;
    insert_all(w.db(), &outbox).await?;
    save_all(w.db(), 1, &settled).await?;
    settle_shipments(w, shipments, &gone).await?;
    mark_shipped_at(w, &touched, now).await?;
    Ok(touched.into_iter().collect())
}

fn days_of(services: &[super::labels::OwnService], parcel: &ParcelRow, loaded: &Loaded) -> i64 {
    let post = parcel
        .service_id
        .and_then(|id| services.iter().find(|s| s.row.id == id))
        .map(|s| &s.post);
    let country = loaded
        .orders_of(parcel)
        .first()
        .map(|f| f.order.country.clone())
        .unwrap_or_default();
    match post {
        Some(post) if post.from_country == country => i64::from(post.days_inland),
        Some(post) => i64::from(post.days_abroad),
        None => 30,
    }
}

/// A shipment whose every unit is in a parcel that left has left itself.
async fn settle_shipments(
    w: &mut Write<'_>,
    shipments: BTreeMap<i64, ShipmentRow>,
    gone: &BTreeSet<i64>,
) -> Result<()> {
    let ids: Vec<i64> = shipments.keys().copied().collect();
    let parcels = ship::parcels_of(w.db(), &ids).await?;
    let lines = ship::shipment_lines(w.db(), &ids).await?;
    let parcel_ids: Vec<i64> = parcels
        .iter()
        .filter(|p| {
            gone.contains(&p.id) || ParcelState::read(&p.state).is_some_and(ParcelState::left)
        })
        .map(|p| p.id)
        .collect();
    let left = ship::parcel_lines(w.db(), &parcel_ids).await?;
    let mut rows = Vec::new();
    for (id, mut row) in shipments {
        let wanted: i64 = lines
            .iter()
            .filter(|l| l.shipment_id == id)
            .map(|l| l.quantity)
            .sum();
        let of: BTreeSet<i64> = parcels
            .iter()
            .filter(|p| p.shipment_id == id)
            .map(|p| p.id)
            .collect();
        let sent: i64 = left
            .iter()
            .filter(|l| of.contains(&l.parcel_id))
            .map(|l| l.quantity)
            .sum();
        if sent >= wanted {
            "shipped".clone_into(&mut row.state);
            row.shipped_at = Some(w.now());
            row.version += 1;
            rows.push(row);
        }
    }
    save_all(w.db(), 1, &rows).await?;
    let gone: Vec<i64> = rows.iter().map(|s| s.id).collect();
    signing::follow(w, &gone, true, None).await
}

async fn mark_shipped_at(
    w: &mut Write<'_>,
    orders: &BTreeSet<i64>,
    at: domain::Millis,
) -> Result<()> {
    let ids: Vec<i64> = orders.iter().copied().collect();
    let mut rows = order_tables::by_ids(w.db(), &ids).await?;
    rows.retain(|o| o.shipped_at.is_none());
    for row in &mut rows {
        row.shipped_at = Some(at);
    }
    Ok(save_all(w.db(), 1, &rows).await?)
}

/// A parcel did not leave after all: everything that its hand-over did is undone, by counter rows.
/// What the source was told already stays told, and becomes something for a person.
///
/// # Errors
/// Refused when the parcel is not merely handed over; the store's.
pub async fn take_back(desk: &Desk, ask: ParcelRef) -> Result<Nothing> {
    let mut w = desk.write().await?;
    let loaded = load(w.db(), &[ask.id.0]).await?;
    let mut parcel = loaded
        .parcels
        .first()
        .cloned()
        .ok_or(FlowError::NotFound("parcel"))?;
    let state = ParcelState::read(&parcel.state).unwrap_or(ParcelState::Open);
    let next = state
        .after(ParcelAction::TakeBack)
        .ok_or_else(|| Refusal::new("take-back-too-late"))?;
    moves::take_back(&mut w, parcel.id).await?;
    next.word().clone_into(&mut parcel.state);
    parcel.handed_over_at = None;
    parcel.hand_over_id = None;
    parcel.expected_at = None;
    parcel.version += 1;
    save_all(w.db(), 1, &[parcel.clone()]).await?;
    if let Some(shipment) = loaded.shipments.get(&parcel.shipment_id) {
        let row = ShipmentRow {
            state: "packed".to_owned(),
            shipped_at: None,
            version: shipment.version + 1,
            ..shipment.clone()
        };
        save_all(w.db(), 1, &[row]).await?;
        signing::follow(&mut w, &[shipment.id], false, shipment.shipped_at).await?;
    }
    let mut told = false;
    for mut item in ship::outbox_of_parcel(w.db(), parcel.id).await? {
        told |= item.ended_at.is_some();
        if item.ended_at.is_none() {
            "cancelled".clone_into(&mut item.state);
            item.ended_at = Some(w.now());
            // The one place of this order and parcel in the outbox is free for its next hand-over.
            item.parcel_id = None;
            save_all(w.db(), 1, &[item]).await?;
        }
    }
    let orders: Vec<i64> = loaded
        .orders_of(&parcel)
        .iter()
        .map(|f| f.order.id)
        .collect();
    for order in &orders {
        w.journal(
            Event::new("taken_back")
                .order(OrderId(*order))
                .thing(parcel.id)
                .data(&serde_json::json!({ "parcel": parcel.number })),
        );
        if told {
            let sentence =
                Sentence::new("need-told-and-taken-back").with("parcel", parcel.number.as_str());
            let id = w.id().await?;
            let mut need = crate::import::need_row(TOLD_AND_BACK, &sentence, w.now());
            need.id = id;
            need.order_id = Some(*order);
            need.thing_id = Some(parcel.id);
            insert_all(w.db(), &[need]).await?;
        }
    }
    let mut rows = order_tables::by_ids(w.db(), &orders).await?;
    for row in &mut rows {
        row.shipped_at = None;
    }
    save_all(w.db(), 1, &rows).await?;
    refresh(&mut w, &orders).await?;
    w.stale(&[Tag::Orders, Tag::Shipments, Tag::Stock, Tag::Needs]);
    w.commit().await?;
    Ok(Nothing {})
}
