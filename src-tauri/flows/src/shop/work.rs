//! What goes on in the background, and what a person has settled.

use super::types::{NeedRef, Progress};
use crate::desk::Desk;
use crate::error::{FlowError, Result};
use crate::orders::refresh::refresh;
use crate::orders::types::Nothing;
use crate::stock::shelf;
use domain::id::OrderId;
use store::row::save_all;
use store::tables::{orders, ship};
use store::{Event, Tag};

/// What is going on in the background.
///
/// # Errors
/// None.
pub async fn progress(desk: &Desk, _: Nothing) -> Result<Vec<Progress>> {
    Ok(desk.work.progress().await)
}

/// Asks the work in the background to stop at its next safe place.
///
/// # Errors
/// None.
pub async fn job_cancel(desk: &Desk, _: Nothing) -> Result<Nothing> {
    // A wish to stop that nobody hears would stop the next work instead.
    if !desk.work.progress().await.is_empty() {
        desk.work.stop();
    }
    Ok(Nothing {})
}

/// Marks something that needed a person as settled; what is settled already stays so.
///
/// # Errors
/// [`FlowError::NotFound`]; the store's.
pub async fn need_close(desk: &Desk, ask: NeedRef) -> Result<Nothing> {
    let mut w = desk.write().await?;
    let mut need = orders::need(w.db(), ask.id)
        .await?
        .ok_or(FlowError::NotFound("need"))?;
    if need.closed_at.is_some() {
        w.rollback().await?;
        return Ok(Nothing {});
    }
    need.closed_at = Some(w.now());
    need.closed_by = Some(w.actor().staff.0);
    let order = need.order_id;
    if let (shelf::UNKNOWN, Some(channel)) = (need.kind.as_str(), need.thing_id) {
        // Settled without a word is settled as it stands: stock stays, and the next file asks again.
        let waited = ship::unasked(w.db(), channel).await?;
        ship::set_from_shelf(w.db(), &waited, false).await?;
    }
    let mut event = Event::new("need_closed")
        .thing(need.id)
        .data(&serde_json::json!({ "kind": need.kind.as_str() }));
    if let Some(order) = order {
        event = event.order(OrderId(order));
    }
    save_all(w.db(), 1, &[need]).await?;
    w.journal(event);
    if let Some(order) = order {
        refresh(&mut w, &[order]).await?;
    }
    w.stale(&[Tag::Needs]);
    w.commit().await?;
    Ok(Nothing {})
}
