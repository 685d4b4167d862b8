//! Ours or theirs: a person decides.

use super::facts::{self, Facts};
use super::refresh::refresh;
use super::types::{ConflictSettle, FieldChange, OrderDetail};
use super::{cancel, on_paper, told};
use crate::desk::Desk;
use crate::error::{FlowError, Result};
use crate::import::{CHANGED_AFTER_LEAVING, matters_after_leaving};
use crate::ship::parcels::LabelsOf;
use crate::stock::reserve;
use domain::id::OrderId;
use domain::order::{HoldKind, Life};
use domain::{Address, Refusal, Sentence, fold};
use std::collections::BTreeMap;
use store::row::{insert_all, save_all};
use store::rows::ConflictRow;
use store::tables::orders;
use store::{Event, Tag, Write};

/// The fields that slips, lists and labels print.
pub(super) const ON_PAPER: [&str; 4] = ["ship_to", "note", "gift", "gift_message"];

/// Settles a conflict. With the last one of an order its hold for conflicts goes too.
///
/// # Errors
/// Refused when it was settled already, or what is to be taken says something of goods that have left;
/// the store's.
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
    let facts = facts::load_one(w.db(), id).await?;
    let customer = facts.order.customer_id;
    let mut touched = vec![id];
    if ask.take_theirs {
        if let Some(why) = refusal(&facts, &row) {
            return Err(Refusal(why).into());
        }
        match line_of(&row.field) {
            Some(line) => touched.extend(take_units(&mut w, facts, line, &row.theirs).await?),
            None => take_field(&mut w, facts, &row).await?,
        }
    }
    row.settled_at = Some(w.now());
    row.settled = if ask.take_theirs { "theirs" } else { "ours" }.to_owned();
    let (stood, stands) = if ask.take_theirs {
        (&row.ours, &row.theirs)
    } else {
        (&row.theirs, &row.ours)
    };
    let change = FieldChange {
        field: row.field.clone(),
        before: stood.clone(),
        after: stands.clone(),
    };
    let event = Event::new("conflict_settled")
        .order(OrderId(id))
        .data(&serde_json::json!({ "field": row.field, "took": row.settled }));
    w.journal(told::values(event, &[change], customer));
    save_all(w.db(), 1, &[row]).await?;
    let mut open = orders::conflicts(w.db(), &[id]).await?;
    open.retain(|c| c.settled_at.is_none());
    if !open.iter().any(|c| matters_after_leaving(&c.field)) {
        let mut needs = orders::needs(w.db(), &[id]).await?;
        needs.retain(|n| n.closed_at.is_none() && n.kind == CHANGED_AFTER_LEAVING);
        for need in &mut needs {
            need.closed_at = Some(w.now());
            need.closed_by = Some(w.actor().staff.0);
        }
        save_all(w.db(), 1, &needs).await?;
    }
    let mut holds = orders::holds(w.db(), &[id]).await?;
    holds.retain(|h| {
        h.released_at.is_none()
            && h.kind == HoldKind::Customer.word()
            && h.sentence.contains("\"hold-conflict\"")
    });
    let (now, staff) = (w.now(), w.actor().staff.0);
    for hold in &mut holds {
        if open.is_empty() {
            hold.released_at = Some(now);
            hold.released_by = Some(staff);
        } else {
            let sentence = Sentence::new("hold-conflict").with("fields", open.len());
            hold.sentence = serde_json::to_string(&sentence).unwrap_or_default();
        }
    }
    save_all(w.db(), 1, &holds).await?;
    touched.sort_unstable();
    touched.dedup();
    refresh(&mut w, &touched).await?;
    w.stale(&[Tag::Orders, Tag::Shipments, Tag::Stock, Tag::Needs]);
    w.commit().await?;
    super::detail::after(desk, id).await
}

/// Why theirs cannot be taken; ours can always be kept. What has left never changes, and an order that is
/// cancelled here wants no units.
pub(super) fn refusal(facts: &Facts, row: &ConflictRow) -> Option<Sentence> {
    let life = facts.life();
    if let Some(line) = line_of(&row.field) {
        let line = facts.lines.iter().find(|l| l.id == line);
        let theirs = row.theirs.parse::<i64>();
        let (Some(line), Ok(want)) = (line, theirs) else {
            return Some(Sentence::new("conflict-line-gone"));
        };
        if life == Life::Cancelled {
            return Some(Sentence::new("conflict-cancelled-here"));
        }
        return (want < line.shipped)
            .then(|| Sentence::new("conflict-units-left").with("units", line.shipped));
    }
    let gone = life == Life::Completed
        || life == Life::Open && !facts.lines.is_empty() && facts.left() == 0;
    gone.then(|| Sentence::new("conflict-has-left"))
}

fn line_of(field: &str) -> Option<i64> {
    field.strip_prefix("line:")?.parse().ok()
}

/// The line has as many units as the source says. Fewer are called off as by a person; more are promised
/// as far as they are there. Answers the orders that got what became free.
async fn take_units(
    w: &mut Write<'_>,
    mut facts: Facts,
    line: i64,
    theirs: &str,
) -> Result<Vec<i64>> {
    let id = facts.order.id;
    let want: i64 = theirs.parse().unwrap_or(0);
    let Some(row) = facts.lines.iter_mut().find(|l| l.id == line) else {
        return Err(Refusal::new("line-not-of-order").into());
    };
    let more = want - (row.ordered - row.cancelled);
    if more < 0 {
        let wanted = BTreeMap::from([(line, -more)]);
        return cancel::call_off(w, facts, &wanted, LabelsOf::Retire, "").await;
    }
    row.ordered += more;
    save_all(w.db(), 1, std::slice::from_ref(row)).await?;
    reserve::reserve(w, &[id]).await?;
    on_paper::hold_if_printed(w, id).await?;
    Ok(Vec::new())
}

async fn take_field(w: &mut Write<'_>, facts: Facts, row: &ConflictRow) -> Result<()> {
    let mut order = facts.order;
    let id = order.id;
    match row.field.as_str() {
        "ship_to" => {
            let address: Address = serde_json::from_str(&row.theirs)
                .map_err(|e| store::StoreError::Damaged(format!("conflict {}: {e}", row.id)))?;
            let address_id = w.id().await?;
            let new = crate::import::address_row(address_id, order.customer_id, &address);
            insert_all(w.db(), &[new]).await?;
            order.ship_to_id = Some(address_id);
            order.country.clone_from(&address.country);
            order.recipient_key = fold::fold(address.name.trim());
            on_paper::settle_address_hold(w, id, &address).await?;
        }
        "note" => order.note.clone_from(&row.theirs),
        "gift" => order.gift = i64::from(row.theirs == "yes"),
        "gift_message" => order.gift_message.clone_from(&row.theirs),
        "service_wish" => {
            order.service_wish.clone_from(&row.theirs);
            // It was chosen for another wish.
            order.service_id = None;
        }
        "promised_at" => order.promised_at = row.theirs.parse().ok(),
        "ship_by" => order.ship_by = row.theirs.parse().ok(),
        other => {
            return Err(store::StoreError::Damaged(format!("conflict {}: {other}", row.id)).into());
        }
    }
    save_all(w.db(), 1, &[order]).await?;
    if ON_PAPER.contains(&row.field.as_str()) {
        on_paper::hold_if_printed(w, id).await?;
    } else if row.field == "service_wish" {
        on_paper::hold_if_labelled(w, id).await?;
    }
    Ok(())
}
