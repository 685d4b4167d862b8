//! Ours or theirs: a person decides.

use super::refresh::refresh;
use super::types::{ConflictSettle, OrderDetail};
use super::{facts, on_paper};
use crate::desk::Desk;
use crate::error::{FlowError, Result};
use domain::id::OrderId;
use domain::order::HoldKind;
use domain::{Address, Refusal, fold};
use store::row::{insert_all, save_all};
use store::tables::orders;
use store::{Event, Tag};

/// The fields that slips, lists and labels print.
const ON_PAPER: [&str; 4] = ["ship_to", "note", "gift", "gift_message"];

/// Settles a conflict. With the last one of an order its hold for conflicts goes too.
///
/// # Errors
/// Refused when it was settled already; the store's.
pub async fn settle(desk: &Desk, ask: ConflictSettle) -> Result<OrderDetail> {
    let mut w = desk.write().await?;
    let mut row = orders::conflicts_by_id(w.db(), &[ask.id])
        .await?
        .pop()
        .ok_or(FlowError::NotFound("conflict"))?;
    if row.settled_at.is_some() {
        return Err(Refusal::new("conflict-settled").into());
    }
    let id = row.order_id;
    if ask.take_theirs {
        let mut order = facts::load_one(w.db(), id).await?.order;
        match row.field.as_str() {
            "ship_to" => {
                let address: Address = serde_json::from_str(&row.theirs)
                    .map_err(|e| store::StoreError::Damaged(format!("conflict {}: {e}", row.id)))?;
                let address_id = w.id().await?;
                insert_all(
                    w.db(),
                    &[crate::import::address_row(
                        address_id,
                        order.customer_id,
                        &address,
                    )],
                )
                .await?;
                order.ship_to_id = Some(address_id);
                order.country.clone_from(&address.country);
                order.recipient_key = fold::fold(address.name.trim());
                on_paper::settle_address_hold(&mut w, id, &address).await?;
            }
            "note" => order.note.clone_from(&row.theirs),
            "gift" => order.gift = i64::from(row.theirs == "yes"),
            "gift_message" => order.gift_message.clone_from(&row.theirs),
            "service_wish" => order.service_wish.clone_from(&row.theirs),
            "promised_at" => order.promised_at = row.theirs.parse().ok(),
            "ship_by" => order.ship_by = row.theirs.parse().ok(),
            // Units are taken over by cancelling or by a new import, where stock follows.
            _ => return Err(Refusal::new("conflict-by-hand").into()),
        }
        save_all(w.db(), 1, &[order]).await?;
        if ON_PAPER.contains(&row.field.as_str()) {
            on_paper::hold_if_printed(&mut w, id).await?;
        }
    }
    row.settled_at = Some(w.now());
    row.settled = if ask.take_theirs { "theirs" } else { "ours" }.to_owned();
    w.journal(
        Event::new("conflict_settled")
            .order(OrderId(id))
            .data(&serde_json::json!({ "field": row.field, "took": row.settled })),
    );
    save_all(w.db(), 1, &[row]).await?;
    let open = orders::conflicts(w.db(), &[id])
        .await?
        .iter()
        .any(|c| c.settled_at.is_none());
    if !open {
        let mut holds = orders::holds(w.db(), &[id]).await?;
        holds.retain(|h| {
            h.released_at.is_none()
                && h.kind == HoldKind::Customer.word()
                && h.sentence.contains("\"hold-conflict\"")
        });
        let (now, staff) = (w.now(), w.actor().staff.0);
        for hold in &mut holds {
            hold.released_at = Some(now);
            hold.released_by = Some(staff);
        }
        save_all(w.db(), 1, &holds).await?;
    }
    refresh(&mut w, &[id]).await?;
    w.stale(&[Tag::Orders, Tag::Needs]);
    w.commit().await?;
    super::detail::after(desk, id).await
}
