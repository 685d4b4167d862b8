//! What happens when parcels leave: stock, lines, shipments, what the source is to be told.

use super::{Loaded, TOLD_AND_BACK};
use crate::error::Result;
use crate::orders::signing;
use crate::ship::labels::services;
use crate::ship::types::HandedOver;
use crate::stock::moves::{self, Leaving};
use domain::id::{OrderId, ParcelId};
use domain::parcel::ParcelState;
use std::collections::{BTreeMap, BTreeSet, HashMap};
use store::row::{insert_all, save_all};
use store::rows::{NeedRow, OutboxRow, ParcelRow, ShipmentRow};
use store::tables::{orders as order_tables, settings as setting_tables, ship};
use store::{Event, Write};

/// What the journal says of a parcel that left.
#[derive(serde::Serialize)]
struct Left<'a> {
    #[serde(skip_serializing_if = "str::is_empty")]
    tracking: &'a str,
    carrier: &'a str,
}

/// Books parcels as gone: stock, lines, parcels, shipments, what the source is to be told.
pub(super) async fn leave(
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
    // A parcel that was told of and came back is told of already, unless it has another number now.
    let told: HashMap<(Option<i64>, Option<i64>), OutboxRow> =
        ship::told_of(w.db(), &gone.iter().copied().collect::<Vec<_>>())
            .await?
            .into_iter()
            .map(|row| ((row.parcel_id, row.order_id), row))
            .collect();
    let mut told_anew = Vec::new();
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
                        tracking: &parcel.tracking,
                        carrier: &parcel.carrier,
                    }),
            );
            let kind = channels
                .get(&facts.order.channel_id)
                .map_or("hand", String::as_str);
            let before = told.get(&(Some(parcel.id), Some(order)));
            let again = before.is_some();
            if let Some(row) = before.filter(|row| row.body != parcel.tracking) {
                told_anew.push(OutboxRow {
                    state: "waiting".to_owned(),
                    cause: w.newest_event().await?,
                    made_at: now,
                    ended_at: None,
                    ..row.clone()
                });
            }
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
    save_all(w.db(), 1, &told_anew).await?;
    save_all(w.db(), 1, &settled).await?;
    settle_shipments(w, shipments, &gone).await?;
    mark_shipped_at(w, &touched, now).await?;
    Ok(touched.into_iter().collect())
}

fn days_of(
    services: &[crate::ship::labels::OwnService],
    parcel: &ParcelRow,
    loaded: &Loaded,
) -> i64 {
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
