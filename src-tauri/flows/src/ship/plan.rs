//! What has to be known before labels are made.

use super::gathering::orders_in;
use super::labels::{cheapest, same_place, services};
use super::sender;
use super::shipment;
use super::types::{
    PlannedParcel, SameAddress, ServiceQuote, ShipLine, ShipOrder, ShipPlan, ShipPlanAsk,
};
use crate::desk::{self, Desk};
use crate::error::Result;
use crate::import::address_of;
use crate::orders::detail::findings;
use crate::orders::facts;
use crate::orders::signing;
use crate::orders::types::LineUnits;
use domain::id::{LineId, OrderId, ParcelId, ServiceId};
use domain::own_post::quote;
use domain::{Refusal, address_check, fold};
use std::collections::BTreeMap;
use store::Db;
use store::rows::ParcelRow;
use store::tables::{orders as order_tables, ship};

/// The plan of a run: addresses, weights, services with prices, what stands in the way.
///
/// # Errors
/// The store's.
pub async fn plan(desk: &Desk, ask: ShipPlanAsk) -> Result<ShipPlan> {
    let mut reader = desk.store.read().await?;
    let db = reader.db();
    let (settings, _) = desk::settings(db).await?;
    let services = services(db).await?;
    let ids: Vec<i64> = ask.orders.iter().map(|o| o.0).collect();
    let together = together(db, &ids).await?;
    // Who leaves with one of the run is of the run.
    let mut ids = ids;
    for id in together.values().flatten() {
        if !ids.contains(id) {
            ids.push(*id);
        }
    }
    let together = if ids.len() > ask.orders.len() {
        self::together(db, &ids).await?
    } else {
        together
    };
    let mut all: BTreeMap<i64, facts::Facts> = facts::load(db, &ids)
        .await?
        .into_iter()
        .map(|f| (f.order.id, f))
        .collect();
    let address_ids: Vec<i64> = all.values().filter_map(|f| f.order.ship_to_id).collect();
    let addresses: BTreeMap<i64, _> = order_tables::addresses(db, &address_ids)
        .await?
        .into_iter()
        .map(|a| (a.id, address_of(&a)))
        .collect();
    let mut plan = ShipPlan {
        orders: Vec::new(),
        same_address: Vec::new(),
        no_sender: sender::missing_on_labels(&settings),
    };
    let mut signatures = signing::signatures(db, &ids).await?;
    for id in &ids {
        let Some(facts) = all.remove(id) else {
            continue;
        };
        let address = facts
            .order
            .ship_to_id
            .and_then(|a| addresses.get(&a))
            .cloned()
            .unwrap_or_default();
        let lines: Vec<ShipLine> = facts
            .lines
            .iter()
            .filter(|l| facts::ships(l) && facts::quantities(l).left() > 0)
            .map(|l| ShipLine {
                line: LineId(l.id),
                sku: l.sku.clone(),
                title: l.title.clone(),
                left: facts::quantities(l).left(),
                reserved: l.reserved,
                grams: l.grams,
            })
            .collect();
        let grams = lines
            .iter()
            .try_fold(0_i64, |sum, l| l.grams.map(|g| sum + g * l.left));
        let mut quotes: Vec<ServiceQuote> = services
            .iter()
            .map(|s| {
                let (price, days, refusal) = match quote(&s.post, &address, grams) {
                    Ok(q) => (q.price.map(|p| p.minor), Some(i64::from(q.days)), None),
                    Err(Refusal(sentence)) => (None, None, Some(sentence)),
                };
                ServiceQuote {
                    service: ServiceId(s.row.id),
                    name: s.post.name.clone(),
                    carrier: s.row.carrier.clone(),
                    tracked: s.post.tracked,
                    price,
                    days,
                    refusal,
                }
            })
            .collect();
        quotes.sort_by_key(|q| (q.refusal.is_some(), q.price.is_none(), q.price, q.service.0));
        let chosen = facts
            .order
            .service_id
            .or_else(|| cheapest(&services, &address, grams).map(|s| s.row.id))
            .map(ServiceId);
        let with = together.get(id).cloned().unwrap_or_default();
        let shipments = ship::shipment_ids_of(db, &[*id]).await?;
        let mut parcels = ship::parcels_of(db, &shipments).await?;
        let labelled: Vec<ParcelId> = parcels
            .iter()
            .filter(|p| p.state == "labelled")
            .map(|p| ParcelId(p.id))
            .collect();
        parcels.retain(|p| p.state == "open");
        let planned = planned(db, parcels).await?;
        if !address.postcode.trim().is_empty() {
            let near =
                order_tables::ready_at_postcode(db, &fold::key(&address.postcode), *id).await?;
            let near_addresses: Vec<i64> = near.iter().map(|n| n.2).collect();
            let rows = order_tables::addresses(db, &near_addresses).await?;
            let same: Vec<(i64, String)> = near
                .into_iter()
                .filter(|(other, _, a)| {
                    !with.contains(other)
                        && rows
                            .iter()
                            .find(|r| r.id == *a)
                            .is_some_and(|r| same_place(&address_of(r), &address))
                })
                .map(|(id, number, _)| (id, number))
                .collect();
            if !same.is_empty() {
                plan.same_address.push(SameAddress {
                    order: OrderId(*id),
                    others: same.iter().map(|(id, _)| OrderId(*id)).collect(),
                    numbers: same.into_iter().map(|(_, n)| n).collect(),
                });
            }
        }
        plan.orders.push(ShipOrder {
            id: OrderId(*id),
            number: facts.order.number.clone(),
            name: if address.name.is_empty() {
                address.company.clone()
            } else {
                address.name.clone()
            },
            address: address_check::lines(&address, &settings.sender.country),
            country: address.country.clone(),
            ship_by: facts.order.ship_by,
            lines,
            grams,
            wish: facts.order.service_wish.clone(),
            services: quotes,
            chosen,
            stops: signing::stops(db, &facts, &settings).await?,
            signature: signatures.remove(id),
            findings: findings(&address),
            labelled,
            with: with.into_iter().map(OrderId).collect(),
            planned,
        });
    }
    Ok(plan)
}

/// The orders that each order is planned to leave with.
async fn together(db: &mut Db, ids: &[i64]) -> Result<BTreeMap<i64, Vec<i64>>> {
    let mut with: BTreeMap<i64, Vec<i64>> = BTreeMap::new();
    for one in shipment::open_of(db, ids).await? {
        let of = orders_in(&one);
        for id in of.iter().filter(|_| of.len() > 1) {
            let others = of.iter().copied().filter(|other| other != id);
            with.entry(*id).or_default().extend(others);
        }
    }
    Ok(with)
}

async fn planned(db: &mut Db, parcels: Vec<ParcelRow>) -> Result<Vec<PlannedParcel>> {
    let ids: Vec<i64> = parcels.iter().map(|p| p.id).collect();
    let contents = ship::parcel_lines(db, &ids).await?;
    Ok(parcels
        .into_iter()
        .map(|p| PlannedParcel {
            id: ParcelId(p.id),
            lines: contents
                .iter()
                .filter(|c| c.parcel_id == p.id)
                .map(|c| LineUnits {
                    line: LineId(c.line_id),
                    units: c.quantity,
                })
                .collect(),
            number: p.number,
            grams: p.grams,
            service: p.service_id.map(ServiceId),
        })
        .collect())
}
