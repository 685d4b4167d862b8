//! A parcel did not leave after all.

use super::{TOLD_AND_BACK, load};
use crate::desk::Desk;
use crate::error::{FlowError, Result};
use crate::import::{AFTER_LEAVING, hold_row};
use crate::orders::facts::{self, Facts};
use crate::orders::refresh::refresh;
use crate::orders::signing;
use crate::orders::types::Nothing;
use crate::ship::types::ParcelRef;
use crate::stock::moves;
use domain::id::OrderId;
use domain::order::HoldKind;
use domain::parcel::{ParcelAction, ParcelState};
use domain::{Refusal, Sentence};
use std::collections::BTreeMap;
use store::row::{insert_all, save_all};
use store::rows::{NeedRow, ShipmentRow};
use store::tables::{orders as order_tables, ship};
use store::{Event, Tag, Write};

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
    asked_back(&mut w, &orders).await?;
    to_be_chosen(&mut w, &orders).await?;
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

/// What was to be asked back from the buyer is in the house again, all of it or a part: the source called it
/// off, so it is held like anything that is called off while somebody works on it.
async fn asked_back(w: &mut Write<'_>, orders: &[i64]) -> Result<()> {
    let (now, staff) = (w.now(), w.actor().staff.0);
    let mut needs = order_tables::needs(w.db(), orders).await?;
    needs.retain(|n| n.closed_at.is_none() && n.kind == AFTER_LEAVING);
    for facts in facts::load(w.db(), orders).await? {
        let of = |n: &NeedRow| n.order_id == Some(facts.order.id);
        if !needs.iter().any(of) {
            continue;
        }
        if facts.shipped() == 0 {
            for need in needs.iter_mut().filter(|n| of(n)) {
                need.closed_at = Some(now);
                need.closed_by = Some(staff);
            }
        }
        hold_once(w, &facts, Sentence::new("hold-cancelled-there")).await?;
    }
    needs.retain(|n| n.closed_at.is_some());
    Ok(save_all(w.db(), 1, &needs).await?)
}

/// While an order was gone nothing of what its source changed could be followed. Now it can: the order is held
/// until somebody has chosen.
async fn to_be_chosen(w: &mut Write<'_>, orders: &[i64]) -> Result<()> {
    let mut open: BTreeMap<i64, i64> = BTreeMap::new();
    for row in order_tables::conflicts(w.db(), orders).await? {
        if row.settled_at.is_none() {
            *open.entry(row.order_id).or_default() += 1;
        }
    }
    let waiting: Vec<i64> = open.keys().copied().collect();
    for facts in facts::load(w.db(), &waiting).await? {
        let fields = open.get(&facts.order.id).copied().unwrap_or(0);
        let sentence = Sentence::new("hold-conflict").with("fields", fields);
        hold_once(w, &facts, sentence).await?;
    }
    Ok(())
}

/// Holds an order, unless it is held for this already.
async fn hold_once(w: &mut Write<'_>, facts: &Facts, sentence: Sentence) -> Result<()> {
    let id = format!("\"{}\"", sentence.id);
    if facts.active_holds().any(|h| h.sentence.contains(&id)) {
        return Ok(());
    }
    let mut hold = hold_row(HoldKind::Customer, &sentence, w.now());
    hold.id = w.id().await?;
    hold.order_id = facts.order.id;
    Ok(insert_all(w.db(), &[hold]).await?)
}
