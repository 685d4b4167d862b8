//! Retiring a label.

use crate::desk::Desk;
use crate::error::{FlowError, Result};
use crate::orders::refresh::refresh;
use crate::orders::types::Nothing;
use crate::ship::types::LabelRetire;
use domain::id::OrderId;
use domain::{Refusal, Sentence};
use std::collections::BTreeSet;
use store::row::save_all;
use store::tables::ship;
use store::{Event, Tag};

/// Retires a label: it is never printed or handed over again, the parcel is free for another.
///
/// # Errors
/// Refused without a reason, or when the parcel has no live label or has left.
pub async fn retire(desk: &Desk, ask: LabelRetire) -> Result<Nothing> {
    let why = ask.why.trim();
    if why.is_empty() {
        return Err(FlowError::Invalid {
            field: "why",
            sentence: Sentence::new("label-retire-reason"),
        });
    }
    let mut w = desk.write().await?;
    let mut parcel = ship::parcels(w.db(), &[ask.parcel.0])
        .await?
        .pop()
        .ok_or(FlowError::NotFound("parcel"))?;
    if parcel.state != "labelled" {
        return Err(Refusal::new("label-retire-gone").into());
    }
    let mut labels = ship::labels(w.db(), &[parcel.id]).await?;
    let label = labels
        .iter_mut()
        .find(|l| l.state == "live")
        .ok_or_else(|| Refusal::new("label-retire-none"))?;
    "retired".clone_into(&mut label.state);
    label.retired_at = Some(w.now());
    why.clone_into(&mut label.retired_why);
    let label = label.clone();
    save_all(w.db(), 1, &[label]).await?;
    // The parcel's units are free again; a new label makes a new parcel.
    "cancelled".clone_into(&mut parcel.state);
    parcel.version += 1;
    save_all(w.db(), 1, &[parcel.clone()]).await?;
    let lines = ship::shipment_lines(w.db(), &[parcel.shipment_id]).await?;
    let orders: BTreeSet<i64> = lines.iter().map(|l| l.order_id).collect();
    for order in &orders {
        w.journal(
            Event::new("label_retired")
                .order(OrderId(*order))
                .thing(parcel.id)
                .data(&serde_json::json!({
                    "parcel": parcel.number, "why": why,
                })),
        );
    }
    let ids: Vec<i64> = orders.into_iter().collect();
    refresh(&mut w, &ids).await?;
    w.stale(&[Tag::Orders, Tag::Shipments, Tag::Needs]);
    w.commit().await?;
    Ok(Nothing {})
}
