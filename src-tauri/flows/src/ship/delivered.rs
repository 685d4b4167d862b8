//! Parcels that arrived: told by hand, or assumed after the service's days.

use super::types::ParcelRef;
use crate::desk::Desk;
use crate::error::{FlowError, Result};
use crate::orders::refresh::refresh;
use crate::orders::types::Nothing;
use domain::Refusal;
use domain::id::OrderId;
use domain::parcel::{ParcelAction, ParcelState};
use std::collections::{BTreeMap, BTreeSet};
use store::row::save_all;
use store::rows::ParcelRow;
use store::tables::{orders as order_tables, ship};
use store::{Event, Tag, Write};

/// A parcel arrived, says a person.
///
/// # Errors
/// Refused when it never left or arrived already; the store's.
pub async fn by_hand(desk: &Desk, ask: ParcelRef) -> Result<Nothing> {
    let mut w = desk.write().await?;
    let parcel = ship::parcels(w.db(), &[ask.id.0])
        .await?
        .pop()
        .ok_or(FlowError::NotFound("parcel"))?;
    let state = ParcelState::read(&parcel.state).unwrap_or(ParcelState::Open);
    if state.after(ParcelAction::Deliver).is_none() {
        return Err(Refusal::new("delivered-not-on-the-way").into());
    }
    arrive(&mut w, vec![parcel], false).await?;
    w.commit().await?;
    Ok(Nothing {})
}

/// Untracked parcels whose days are over are taken for delivered, and say so. Returns how many.
///
/// # Errors
/// The store's.
pub async fn assume_due(desk: &Desk) -> Result<usize> {
    let now = desk.now();
    let mut reader = desk.store.read().await?;
    if ship::expected(reader.db(), now).await?.is_empty() {
        return Ok(0);
    }
    drop(reader);
    let mut w = desk.write().await?;
    let due = ship::expected(w.db(), now).await?;
    let parcels: Vec<ParcelRow> = ship::parcels(w.db(), &due)
        .await?
        .into_iter()
        .filter(|p| {
            ParcelState::read(&p.state).is_some_and(|s| s.after(ParcelAction::Deliver).is_some())
        })
        .collect();
    let n = parcels.len();
    arrive(&mut w, parcels, true).await?;
    w.commit().await?;
    Ok(n)
}

async fn arrive(w: &mut Write<'_>, mut parcels: Vec<ParcelRow>, assumed: bool) -> Result<()> {
    let now = w.now();
    let ids: Vec<i64> = parcels.iter().map(|p| p.id).collect();
    let mut arrived: BTreeMap<i64, i64> = BTreeMap::new();
    let mut of_parcel: BTreeMap<i64, Vec<i64>> = BTreeMap::new();
    for line in ship::parcel_lines(w.db(), &ids).await? {
        *arrived.entry(line.line_id).or_default() += line.quantity;
        of_parcel
            .entry(line.parcel_id)
            .or_default()
            .push(line.line_id);
    }
    let lines: Vec<i64> = arrived.keys().copied().collect();
    let mut rows = order_tables::lines_by_id(w.db(), &lines).await?;
    for row in &mut rows {
        let units = arrived.get(&row.id).copied().unwrap_or(0);
        row.delivered = (row.delivered + units).min(row.shipped - row.written_off);
    }
    save_all(w.db(), 1, &rows).await?;
    for parcel in &mut parcels {
        "delivered".clone_into(&mut parcel.state);
        parcel.delivered_at = Some(now);
        parcel.assumed = i64::from(assumed);
        parcel.expected_at = None;
        parcel.version += 1;
        let orders: BTreeSet<i64> = of_parcel
            .get(&parcel.id)
            .into_iter()
            .flatten()
            .filter_map(|line| rows.iter().find(|r| r.id == *line).map(|r| r.order_id))
            .collect();
        for order in orders {
            let verb = if assumed {
                "delivered_assumed"
            } else {
                "delivered"
            };
            w.journal(
                Event::new(verb)
                    .order(OrderId(order))
                    .thing(parcel.id)
                    .data(&serde_json::json!({ "parcel": parcel.number })),
            );
        }
    }
    save_all(w.db(), 1, &parcels).await?;
    let orders: BTreeSet<i64> = rows.iter().map(|r| r.order_id).collect();
    let orders: Vec<i64> = orders.into_iter().collect();
    refresh(w, &orders).await?;
    w.stale(&[Tag::Orders, Tag::Shipments]);
    Ok(())
}
