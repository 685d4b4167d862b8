//! An order's own rule for when a part of it is short: wait, send what is there, or send it in a
//! limited number of shipments. `MODEL.md`, "Stock".

use super::facts;
use super::refresh::refresh;
use super::types::{OrderBackorder, OrderDetail};
use crate::desk::Desk;
use crate::error::{FlowError, Result};
use domain::order::Life;
use domain::order::ready::{MOST_SHIPMENTS, Shipments};
use domain::{Refusal, Sentence};
use store::row::save_all;
use store::{Event, Tag};

/// Gives an open order a rule of its own, or takes it back. Whether it is ready is asked anew.
///
/// # Errors
/// [`FlowError::Stale`] when somebody changed it since; [`FlowError::Invalid`] for a number that no
/// rule may name; refused when the order is not open; the store's.
pub async fn backorder(desk: &Desk, ask: OrderBackorder) -> Result<OrderDetail> {
    check(ask.most_shipments)?;
    let mut w = desk.write().await?;
    let id = ask.id.0;
    let facts = facts::load_one(w.db(), id).await?;
    if facts.order.version != ask.version {
        return Err(FlowError::Stale);
    }
    if facts.life() != Life::Open || facts.order.history == 1 {
        return Err(Refusal::new("not-ready-not-open").into());
    }
    let mut order = facts.order;
    let before = order.most_shipments;
    if before != ask.most_shipments {
        order.most_shipments = ask.most_shipments;
        save_all(w.db(), 1, &[order]).await?;
        w.journal(
            Event::new("order_backorder_set")
                .order(ask.id)
                .data(&serde_json::json!({ "before": before, "after": ask.most_shipments })),
        );
        refresh(&mut w, &[id]).await?;
        w.stale(&[Tag::Orders]);
        w.commit().await?;
    }
    super::detail::after(desk, id).await
}

/// Whether a rule may name this number of shipments.
pub(crate) fn check(most_shipments: Option<i64>) -> Result<()> {
    match most_shipments.filter(|n| Shipments::of(*n).is_none()) {
        None => Ok(()),
        Some(_) => Err(FlowError::Invalid {
            field: "most_shipments",
            sentence: Sentence::new("backorder-most-range").with("most", MOST_SHIPMENTS),
        }),
    }
}
