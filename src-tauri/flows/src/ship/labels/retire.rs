//! Retiring a label.

use crate::desk::Desk;
use crate::error::{FlowError, Result};
use crate::orders::on_paper;
use crate::orders::refresh::refresh;
use crate::orders::types::Nothing;
use crate::ship::parcels;
use crate::ship::types::LabelRetire;
use domain::{Refusal, Sentence};
use store::Tag;
use store::tables::ship;

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
    let parcel = ship::parcels(w.db(), &[ask.parcel.0])
        .await?
        .pop()
        .ok_or(FlowError::NotFound("parcel"))?;
    if parcel.state != "labelled" {
        return Err(Refusal::new("label-retire-gone").into());
    }
    let orders = parcels::orders_of(&mut w, &parcel).await?;
    if !parcels::retire(&mut w, &parcel, why).await? {
        return Err(Refusal::new("label-retire-none").into());
    }
    parcels::open_again(&mut w, parcel).await?;
    let ids: Vec<i64> = orders.into_iter().collect();
    for order in &ids {
        on_paper::gone(&mut w, *order, why).await?;
    }
    refresh(&mut w, &ids).await?;
    w.stale(&[Tag::Orders, Tag::Shipments, Tag::Needs]);
    w.commit().await?;
    Ok(Nothing {})
}
