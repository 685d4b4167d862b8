//! A product's own rule for when it is short: orders wait for it, go without it, or go in a limited
//! number of shipments. `MODEL.md`, "Stock".

use super::proof::detail;
use super::types::{VariantBackorder, VariantDetail};
use crate::desk::Desk;
use crate::error::{FlowError, Result};
use crate::orders::backorder::check;
use crate::orders::refresh::refresh;
use std::collections::BTreeSet;
use store::row::save_all;
use store::tables::stock;
use store::{Event, Tag, Write};

/// Gives a variant a rule of its own, or takes it back. Whether the orders are ready that wait for it is
/// asked anew. Of a kit it is the kit's rule that counts, not that of its parts.
///
/// # Errors
/// [`FlowError::NotFound`]; [`FlowError::Stale`] when somebody changed it since; [`FlowError::Invalid`]
/// for a number that no rule may name; the store's.
pub async fn variant_backorder(desk: &Desk, ask: VariantBackorder) -> Result<VariantDetail> {
    check(ask.most_shipments)?;
    let mut w = desk.write().await?;
    let id = ask.id.0;
    let mut row = stock::variants(w.db(), &[id])
        .await?
        .pop()
        .ok_or(FlowError::NotFound("variant"))?;
    if row.version != ask.version {
        return Err(FlowError::Stale);
    }
    let before = row.most_shipments;
    if before != ask.most_shipments {
        row.most_shipments = ask.most_shipments;
        row.version += 1;
        save_all(w.db(), 1, &[row]).await?;
        w.journal(
            Event::new("variant_backorder_set")
                .thing(id)
                .data(&serde_json::json!({ "before": before, "after": ask.most_shipments })),
        );
        let waiting = waiting_for(&mut w, id).await?;
        refresh(&mut w, &waiting).await?;
        w.touch(id);
        w.stale(&[Tag::Stock, Tag::Orders]);
    }
    let detail = detail(w.db(), id).await?;
    w.commit().await?;
    Ok(detail)
}

/// The open orders of which a line of this variant is short.
async fn waiting_for(w: &mut Write<'_>, variant: i64) -> Result<Vec<i64>> {
    let lines = stock::waiting(w.db(), variant).await?;
    let orders: BTreeSet<i64> = lines.into_iter().map(|(order, _, _)| order).collect();
    Ok(orders.into_iter().collect())
}
