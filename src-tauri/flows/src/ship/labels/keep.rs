//! Keeping a label although its order was changed since.

use crate::desk::Desk;
use crate::error::{FlowError, Result};
use crate::orders::on_paper;
use crate::orders::refresh::refresh;
use crate::orders::types::Nothing;
use crate::ship::hand_over::load;
use crate::ship::types::LabelKeep;
use domain::id::OrderId;
use domain::{Refusal, Sentence};
use store::row::save_all;
use store::tables::ship;
use store::{Event, Tag};

/// Keeps a label under a change of its order, signed: the parcel goes where the label says. What was
/// held for the change is released. A later change asks again.
///
/// # Errors
/// Invalid without a reason; refused when the parcel has no label that waits here; the store's.
pub async fn keep(desk: &Desk, ask: LabelKeep) -> Result<Nothing> {
    let why = ask.why.trim();
    if why.is_empty() {
        return Err(FlowError::Invalid {
            field: "why",
            sentence: Sentence::new("label-keep-reason"),
        });
    }
    let mut w = desk.write().await?;
    let loaded = load(w.db(), &[ask.parcel.0]).await?;
    let parcel = loaded
        .parcels
        .first()
        .ok_or(FlowError::NotFound("parcel"))?;
    let mut labels = ship::labels(w.db(), &[parcel.id]).await?;
    labels.retain(|l| l.state == "live");
    if parcel.state != "labelled" || labels.is_empty() {
        return Err(Refusal::new("label-retire-gone").into());
    }
    if let Some(moved) = loaded.moved(parcel).next() {
        for label in &mut labels {
            label.kept_for = moved.order.ship_to_id;
        }
        save_all(w.db(), 1, &labels).await?;
    }
    let orders: Vec<i64> = loaded
        .orders_of(parcel)
        .iter()
        .map(|f| f.order.id)
        .collect();
    for order in &orders {
        w.journal(
            Event::new("label_kept")
                .order(OrderId(*order))
                .thing(parcel.id)
                .data(&serde_json::json!({ "parcel": parcel.number, "why": why })),
        );
        on_paper::decided(&mut w, *order, why).await?;
    }
    refresh(&mut w, &orders).await?;
    w.stale(&[Tag::Orders, Tag::Shipments, Tag::Needs]);
    w.commit().await?;
    Ok(Nothing {})
}
