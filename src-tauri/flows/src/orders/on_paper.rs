//! An order was changed after paper was printed: it is held until somebody has kept the paper or made
//! it anew. `MODEL.md`, "Edits".

use crate::error::Result;
use crate::import::hold_row;
use crate::ship::slips::outdated;
use domain::id::OrderId;
use domain::order::HoldKind;
use domain::{Address, Sentence, address_check};
use store::row::{insert_all, save_all};
use store::rows::HoldRow;
use store::tables::{orders, ship};
use store::{Event, Write};

const EDITED_HERE: &str = "hold-edited-on-paper";
const CHANGED_THERE: &str = "hold-changed-on-paper";

/// Whether an open pick list or a live label speaks of an order, or a packing slip may be on paper that says
/// something else than the order does now.
///
/// # Errors
/// The store's.
pub(crate) async fn is_printed(w: &mut Write<'_>, order: i64) -> Result<bool> {
    let on_list = ship::pick_lines_of_orders(w.db(), &[order])
        .await?
        .iter()
        .any(|p| p.open == 1);
    Ok(on_list || is_labelled(w, order).await? || outdated::is_behind(w.db(), order).await?)
}

async fn is_labelled(w: &mut Write<'_>, order: i64) -> Result<bool> {
    let shipments = ship::shipment_ids_of(w.db(), &[order]).await?;
    Ok(ship::parcels_of(w.db(), &shipments)
        .await?
        .iter()
        .any(|p| p.state == "labelled"))
}

/// Holds an order that was changed here after paper was printed; once, however often it is changed.
///
/// # Errors
/// The store's.
pub(crate) async fn hold_if_printed(w: &mut Write<'_>, order: i64) -> Result<()> {
    if is_printed(w, order).await? {
        hold(w, order).await?;
    }
    Ok(())
}

/// The same for what only a label tells.
///
/// # Errors
/// The store's.
pub(crate) async fn hold_if_labelled(w: &mut Write<'_>, order: i64) -> Result<()> {
    if is_labelled(w, order).await? {
        hold(w, order).await?;
    }
    Ok(())
}

async fn hold(w: &mut Write<'_>, order: i64) -> Result<()> {
    if !about_paper(w, order, &[EDITED_HERE]).await?.is_empty() {
        return Ok(());
    }
    let mut row = hold_row(HoldKind::Customer, &Sentence::new(EDITED_HERE), w.now());
    row.id = w.id().await?;
    row.order_id = order;
    Ok(insert_all(w.db(), &[row]).await?)
}

/// Somebody decided about the label: what was held for the change is released with their words.
///
/// # Errors
/// The store's.
pub(crate) async fn decided(w: &mut Write<'_>, order: i64, why: &str) -> Result<()> {
    let rows = about_paper(w, order, &[EDITED_HERE, CHANGED_THERE]).await?;
    release(w, rows, why).await
}

/// A packing slip was made that says what the order says now: without a list or a label nothing printed
/// speaks of what it was. Answers whether something was released.
///
/// # Errors
/// The store's.
pub(crate) async fn slip_is_new(w: &mut Write<'_>, order: i64) -> Result<bool> {
    if is_printed(w, order).await? {
        return Ok(false);
    }
    let rows = about_paper(w, order, &[EDITED_HERE]).await?;
    let any = !rows.is_empty();
    release(w, rows, "").await?;
    Ok(any)
}

/// The last label of a changed order was retired: nothing printed speaks of it any more.
///
/// # Errors
/// The store's.
pub(crate) async fn gone(w: &mut Write<'_>, order: i64, why: &str) -> Result<()> {
    if is_printed(w, order).await? {
        return Ok(());
    }
    let rows = about_paper(w, order, &[EDITED_HERE]).await?;
    release(w, rows, why).await
}

/// An address that a carrier takes releases the hold for the old one; one that it would refuse
/// holds the order.
///
/// # Errors
/// The store's.
pub(crate) async fn settle_address_hold(
    w: &mut Write<'_>,
    id: i64,
    address: &Address,
) -> Result<()> {
    let check = address_check::check(address);
    let mut holds = orders::holds(w.db(), &[id]).await?;
    holds.retain(|h| h.released_at.is_none() && h.kind == HoldKind::Address.word());
    let (now, staff) = (w.now(), w.actor().staff.0);
    for hold in &mut holds {
        hold.released_at = Some(now);
        hold.released_by = Some(staff);
    }
    save_all(w.db(), 1, &holds).await?;
    if let Some(finding) = check.block.into_iter().next() {
        let mut row = hold_row(HoldKind::Address, &finding.sentence, now);
        row.id = w.id().await?;
        row.order_id = id;
        insert_all(w.db(), &[row]).await?;
    }
    Ok(())
}

async fn about_paper(w: &mut Write<'_>, order: i64, ids: &[&str]) -> Result<Vec<HoldRow>> {
    let mut rows = orders::holds(w.db(), &[order]).await?;
    let about = |h: &HoldRow| {
        ids.iter()
            .any(|id| h.sentence.contains(&format!("\"{id}\"")))
    };
    rows.retain(|h| h.released_at.is_none() && about(h));
    Ok(rows)
}

async fn release(w: &mut Write<'_>, mut rows: Vec<HoldRow>, why: &str) -> Result<()> {
    let (now, staff) = (w.now(), w.actor().staff.0);
    for row in &mut rows {
        row.released_at = Some(now);
        row.released_by = Some(staff);
        why.clone_into(&mut row.release_note);
        w.journal(
            Event::new("hold_released")
                .order(OrderId(row.order_id))
                .thing(row.id)
                .data(&serde_json::json!({ "kind": row.kind, "note": why })),
        );
    }
    Ok(save_all(w.db(), 1, &rows).await?)
}
