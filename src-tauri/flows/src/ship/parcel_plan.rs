//! Splitting and combining before a label: a plan that is kept, shown and changed.

use super::gathering::{Outsiders, gather};
use super::labels::same_place;
use super::labels::share::exactly;
use super::parcels;
use super::plan;
use super::shipment::{self, Origin};
use super::types::{ParcelWish, ParcelsPlan, ShipPlan, ShipPlanAsk};
use crate::desk::Desk;
use crate::error::{FlowError, Result};
use crate::import::address_of;
use crate::orders::facts::{self, Facts};
use crate::orders::refresh::refresh;
use crate::stock::first_location;
use domain::id::OrderId;
use domain::order::Life;
use domain::{Address, Refusal, Sentence, bounds};
use std::collections::{BTreeMap, BTreeSet};
use store::row::insert_all;
use store::rows::{ParcelLineRow, ParcelRow, ShipmentLineRow, ShipmentRow};
use store::tables::{orders as order_tables, settings, ship};
use store::{Event, Tag, Write};

/// Lays out parcels for orders that have no label yet. Every unit that is there ends up in exactly
/// one parcel; what has a label stays where it is. An order that was planned together with others
/// and is named without them leaves alone again.
///
/// # Errors
/// Refused when an order is not open, nothing of it is there, the orders go to different places, or a
/// parcel asks for more than is left; invalid for a weight beyond [`bounds::weight`] and a service that
/// there is not; the store's. Then nothing happened.
pub async fn set(desk: &Desk, ask: ParcelsPlan) -> Result<ShipPlan> {
    let mut w = desk.write().await?;
    check(&mut w, &ask).await?;
    let ids: BTreeSet<i64> = ask.orders.iter().map(|o| o.0).collect();
    let ids: Vec<i64> = ids.into_iter().collect();
    let orders = facts::load(w.db(), &ids).await?;
    if orders.len() != ids.len() || orders.is_empty() {
        return Err(FlowError::NotFound("order"));
    }
    if orders
        .iter()
        .any(|f| f.life() != Life::Open || f.order.history == 1)
    {
        return Err(Refusal::new("not-ready-not-open").into());
    }
    one_place(&mut w, &orders).await?;
    let mut places = shipment::places_of(w.db(), &orders).await?;
    if places.is_empty() {
        places.push(first_location(w.db()).await?);
    }
    let mut froms = Vec::new();
    // What stands at two places leaves in two shipments, each with parcels of its own.
    for place in places {
        let from = Origin { place, begun: 0 };
        let gathered = gather(&mut w, &orders, Outsiders::LeaveBehind, from).await??;
        if let Some(mut gathering) = gathered {
            gathering.save(&mut w).await?;
            froms.push(
                Leaving::read(&mut w, gathering.shipment.row, &gathering.shipment.lines).await?,
            );
        }
    }
    if froms.is_empty() {
        return Err(Refusal::new("label-nothing-free").into());
    }
    for draft in &ask.parcels {
        let wish = ParcelWish {
            lines: draft.lines.clone(),
            ..ParcelWish::default()
        };
        let (grams, service) = (draft.grams, draft.service.map(|s| s.0));
        let (at, lines) = take_from(&mut froms, &wish)?;
        if let Some(from) = froms.get_mut(at) {
            from.planned.push((lines, grams, service));
        }
    }
    for from in &mut froms {
        from.left.retain(|_, units| *units > 0);
        if !ask.parcels.is_empty() && !from.left.is_empty() {
            let rest = std::mem::take(&mut from.left);
            from.planned.push((rest.into_iter().collect(), None, None));
        }
        write(&mut w, &from.row, from.taken.clone(), &from.planned).await?;
    }
    let count: usize = froms.iter().map(|f| f.planned.len()).sum();
    let first = froms.first().map_or(0, |f| f.row.id);
    let numbers: Vec<&str> = orders.iter().map(|f| f.order.number.as_str()).collect();
    for order in &ids {
        w.journal(
            Event::new("parcels_planned")
                .order(OrderId(*order))
                .thing(first)
                .data(&serde_json::json!({ "parcels": count, "orders": numbers })),
        );
    }
    refresh(&mut w, &ids).await?;
    w.stale(&[Tag::Orders, Tag::Shipments]);
    w.commit().await?;
    plan::plan(desk, ShipPlanAsk { orders: ask.orders }).await
}

/// A weight is one, and a service is there.
async fn check(w: &mut Write<'_>, ask: &ParcelsPlan) -> Result<()> {
    let invalid = |field, sentence| FlowError::Invalid { field, sentence };
    let services = settings::services(w.db()).await?;
    for draft in &ask.parcels {
        if let Some(grams) = draft.grams {
            bounds::weight(grams).map_err(|sentence| invalid("grams", sentence))?;
        }
        let there = |id: i64| services.iter().any(|s| s.id == id && s.active == 1);
        if draft.service.is_some_and(|id| !there(id.0)) {
            return Err(invalid("service", Sentence::new("service-unknown")));
        }
    }
    Ok(())
}

type Planned = (Vec<(i64, i64)>, Option<i64>, Option<i64>);

/// What leaves from one place, while it is laid out.
struct Leaving {
    row: ShipmentRow,
    /// Units by line that are in no parcel yet.
    left: BTreeMap<i64, i64>,
    /// The numbers of parcels that stay as they are.
    taken: BTreeSet<String>,
    planned: Vec<Planned>,
}

impl Leaving {
    /// Takes the plan that was there apart; what has a label stays.
    async fn read(w: &mut Write<'_>, row: ShipmentRow, lines: &[ShipmentLineRow]) -> Result<Self> {
        let mut there = ship::parcels_of(w.db(), &[row.id]).await?;
        there.retain(|p| p.state != "cancelled");
        let (old, fixed): (Vec<_>, Vec<_>) = there.into_iter().partition(|p| p.state == "open");
        for parcel in old {
            parcels::call_off(w, parcel).await?;
        }
        let mut left: BTreeMap<i64, i64> = lines.iter().map(|l| (l.line_id, l.quantity)).collect();
        let fixed_ids: Vec<i64> = fixed.iter().map(|p| p.id).collect();
        for line in ship::parcel_lines(w.db(), &fixed_ids).await? {
            *left.entry(line.line_id).or_default() -= line.quantity;
        }
        Ok(Self {
            row,
            left,
            taken: fixed.into_iter().map(|p| p.number).collect(),
            planned: Vec::new(),
        })
    }
}

/// The first place at which a parcel can be put together, and what goes in. Without a place that has
/// it all, the refusal is the first place's.
fn take_from(
    froms: &mut [Leaving],
    wish: &ParcelWish,
) -> Result<(usize, Vec<(i64, i64)>), Refusal> {
    let mut why = None;
    for (at, from) in froms.iter_mut().enumerate() {
        let mut left = from.left.clone();
        match exactly(&mut left, wish) {
            Ok(lines) if lines.is_empty() => {}
            Ok(lines) => {
                from.left = left;
                return Ok((at, lines));
            }
            Err(sentence) => why = why.or(Some(sentence)),
        }
    }
    Err(Refusal(
        why.unwrap_or_else(|| Sentence::new("label-parcel-empty")),
    ))
}

async fn write(
    w: &mut Write<'_>,
    one: &ShipmentRow,
    mut taken: BTreeSet<String>,
    planned: &[Planned],
) -> Result<()> {
    let (mut rows, mut lines) = (Vec::new(), Vec::new());
    let several = planned.len() + taken.len() > 1;
    for (units, grams, service) in planned {
        let id = w.id().await?;
        rows.push(ParcelRow {
            id,
            shipment_id: one.id,
            number: parcels::next_number(&one.number, several, &mut taken),
            direction: "out".to_owned(),
            state: "open".to_owned(),
            carrier: String::new(),
            service_id: *service,
            address_id: one.address_id,
            tracking: String::new(),
            tracking_key: String::new(),
            grams: *grams,
            length_mm: None,
            width_mm: None,
            height_mm: None,
            made_at: w.now(),
            labelled_at: None,
            hand_over_id: None,
            handed_over_at: None,
            delivered_at: None,
            assumed: 0,
            expected_at: None,
            version: 1,
        });
        lines.extend(units.iter().map(|(line, quantity)| ParcelLineRow {
            parcel_id: id,
            line_id: *line,
            quantity: *quantity,
        }));
    }
    insert_all(w.db(), &rows).await?;
    Ok(insert_all(w.db(), &lines).await?)
}

/// Orders in one parcel go to one recipient at one place, and are all gifts or none.
async fn one_place(w: &mut Write<'_>, orders: &[Facts]) -> Result<()> {
    let ids: Vec<i64> = orders.iter().filter_map(|f| f.order.ship_to_id).collect();
    let places: BTreeMap<i64, Address> = order_tables::addresses(w.db(), &ids)
        .await?
        .iter()
        .map(|a| (a.id, address_of(a)))
        .collect();
    let nowhere = Address::default();
    let place = |f: &Facts| {
        f.order
            .ship_to_id
            .and_then(|id| places.get(&id))
            .unwrap_or(&nowhere)
    };
    let Some(first) = orders.first() else {
        return Ok(());
    };
    let alike = |f: &Facts| same_place(place(f), place(first)) && f.order.gift == first.order.gift;
    if orders.iter().all(alike) {
        Ok(())
    } else {
        Err(Refusal::new("label-combine-different").into())
    }
}
