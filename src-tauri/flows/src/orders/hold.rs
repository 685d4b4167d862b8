//! Holding orders, and letting them go.

use super::facts;
use super::refresh::refresh;
use super::types::{BulkRefusal, BulkResult, OrdersHold, OrdersRelease};
use crate::desk::Desk;
use crate::error::{FlowError, Result};
use domain::id::OrderId;
use domain::order::{HoldKind, Life};
use domain::{Sentence, bounds, order};
use std::collections::BTreeSet;
use store::row::{insert_all, save_all};
use store::rows::HoldRow;
use store::tables::orders;
use store::{Event, Tag, Write};

/// Holds orders. One that cannot be held is left out with its reason.
///
/// # Errors
/// [`FlowError::Invalid`] for a hold until a date without one, or until one that is past or further away
/// than [`bounds::YEARS`] years; the store's.
pub async fn hold(desk: &Desk, ask: OrdersHold) -> Result<BulkResult> {
    if ask.kind == HoldKind::UntilDate && ask.until.is_none() {
        return Err(FlowError::Invalid {
            field: "until",
            sentence: Sentence::new("hold-until-when"),
        });
    }
    if let Some(until) = ask.until {
        bounds::hold_until(until, desk.now()).map_err(|sentence| FlowError::Invalid {
            field: "until",
            sentence,
        })?;
    }
    let mut w = desk.write().await?;
    let ids: Vec<i64> = ask.orders.iter().map(|o| o.0).collect();
    let mut result = BulkResult {
        done: 0,
        refused: Vec::new(),
    };
    let mut rows = Vec::new();
    let mut held = Vec::new();
    let note = ask.note.trim();
    let sentence = if note.is_empty() {
        Sentence::new(&format!("held-{}", ask.kind.word().replace('_', "-")))
    } else {
        Sentence::new("held-note").with("note", note)
    };
    for facts in facts::load(w.db(), &ids).await? {
        if facts.life() != Life::Open || facts.order.history == 1 {
            result.refused.push(BulkRefusal {
                order: OrderId(facts.order.id),
                number: facts.order.number.clone(),
                sentence: Sentence::new("not-ready-not-open"),
            });
            continue;
        }
        let id = w.id().await?;
        rows.push(HoldRow {
            id,
            order_id: facts.order.id,
            line_id: None,
            shipment_id: None,
            kind: ask.kind.word().to_owned(),
            sentence: serde_json::to_string(&sentence).unwrap_or_default(),
            until_at: ask.until,
            placed_at: w.now(),
            placed_by: w.actor().staff.0,
            released_at: None,
            released_by: None,
            release_note: String::new(),
        });
        w.journal(
            Event::new("order_held")
                .order(OrderId(facts.order.id))
                .thing(id)
                .data(&serde_json::json!({ "kind": ask.kind.word(), "note": note })),
        );
        held.push(facts.order.id);
    }
    insert_all(w.db(), &rows).await?;
    refresh(&mut w, &held).await?;
    result.done = i64::try_from(held.len()).unwrap_or(0);
    w.stale(&[Tag::Orders, Tag::Needs]);
    w.commit().await?;
    Ok(result)
}

/// Releases holds: all active ones of some orders, and single ones.
///
/// # Errors
/// The store's.
pub async fn release(desk: &Desk, ask: OrdersRelease) -> Result<BulkResult> {
    let mut w = desk.write().await?;
    let ids: Vec<i64> = ask.orders.iter().map(|o| o.0).collect();
    let single: Vec<i64> = ask.holds.iter().map(|h| h.0).collect();
    let mut rows = orders::holds(w.db(), &ids).await?;
    rows.extend(orders::holds_by_id(w.db(), &single).await?);
    let touched = release_rows(&mut w, rows, ask.note.trim()).await?;
    let mut result = BulkResult {
        done: i64::try_from(touched.len()).unwrap_or(0),
        refused: Vec::new(),
    };
    for row in orders::by_ids(w.db(), &ids).await? {
        if !touched.contains(&row.id) {
            result.refused.push(BulkRefusal {
                order: OrderId(row.id),
                number: row.number,
                sentence: Sentence::new("release-nothing-held"),
            });
        }
    }
    w.stale(&[Tag::Orders, Tag::Needs]);
    w.commit().await?;
    Ok(result)
}

/// Releases holds whose date has come. Returns how many orders moved.
///
/// # Errors
/// The store's.
pub async fn release_due(desk: &Desk) -> Result<usize> {
    let mut reader = desk.store.read().await?;
    if orders::holds_due(reader.db(), desk.now()).await?.is_empty() {
        return Ok(0);
    }
    drop(reader);
    let mut w = desk.write().await?;
    let now = w.now();
    let due = orders::holds_due(w.db(), now).await?;
    let rows = orders::holds_by_id(w.db(), &due).await?;
    let touched = release_rows(&mut w, rows, "").await?;
    w.stale(&[Tag::Orders]);
    w.commit().await?;
    Ok(touched.len())
}

async fn release_rows(
    w: &mut Write<'_>,
    mut rows: Vec<HoldRow>,
    note: &str,
) -> Result<BTreeSet<i64>> {
    rows.retain(|h| h.released_at.is_none());
    rows.sort_by_key(|h| h.id);
    rows.dedup_by_key(|h| h.id);
    let (now, staff) = (w.now(), w.actor().staff.0);
    for row in &mut rows {
        row.released_at = Some(now);
        row.released_by = Some(staff);
        note.clone_into(&mut row.release_note);
        let kind = order::HoldKind::read(&row.kind).unwrap_or(HoldKind::Manual);
        w.journal(
            Event::new("hold_released")
                .order(OrderId(row.order_id))
                .thing(row.id)
                .data(&serde_json::json!({ "kind": kind.word(), "note": note })),
        );
    }
    save_all(w.db(), 1, &rows).await?;
    let touched: BTreeSet<i64> = rows.iter().map(|h| h.order_id).collect();
    let ids: Vec<i64> = touched.iter().copied().collect();
    refresh(w, &ids).await?;
    Ok(touched)
}
