//! Taking an import back: orders that nobody worked on since are removed, orders that it changed
//! are as they were before. The rest stays, each with its reason. `MODEL.md`, "Orders from outside".

use super::rows::{Before, Caused, words_of};
use super::types::{ImportUndo, ImportUndone, KeptOrder};
use crate::desk::Desk;
use crate::error::{FlowError, Result};
use crate::orders::refresh::{ViewDeltas, refresh};
use crate::shop::remove_if_bare;
use crate::stock::{reserve, shelf, takes};
use domain::id::OrderId;
use domain::{Refusal, Sentence};
use std::collections::{BTreeMap, BTreeSet, HashSet};
use store::row::{insert_all, save_all};
use store::rows::CustomerRow;
use store::tables::{batches, customers, orders, sample, ship, stock};
use store::{Event, Tag, Write};

/// Takes an import back, or says what that would do.
///
/// # Errors
/// Refused when it was taken back already; the store's.
pub async fn undo(desk: &Desk, ask: ImportUndo) -> Result<ImportUndone> {
    let mut w = desk.write().await?;
    let mut batch = batches::by_ids(w.db(), &[ask.batch.0])
        .await?
        .pop()
        .ok_or(FlowError::NotFound("import"))?;
    if batch.undone_at.is_some() {
        return Err(Refusal::new("import-undone-already").into());
    }
    let mut result = ImportUndone {
        removed: 0,
        restored: 0,
        products_removed: 0,
        products_kept: 0,
        kept: Vec::new(),
    };
    let made = orders::of_batch(w.db(), batch.id).await?;
    let touched: HashSet<i64> = batches::touched(w.db(), batch.id)
        .await?
        .into_iter()
        .collect();
    let rows = orders::by_ids(w.db(), &made).await?;
    let mut remove = Vec::new();
    for row in rows {
        if touched.contains(&row.id) {
            result.kept.push(KeptOrder {
                id: OrderId(row.id),
                number: row.number,
                sentence: Sentence::new("import-undo-worked-on"),
            });
        } else {
            remove.push(row);
        }
    }
    let Restored {
        mut addresses,
        orders: restored,
    } = restore_changed(&mut w, batch.id, &mut result).await?;
    remove_orders(&mut w, &remove).await?;
    // As an earlier import left them, they may be taken back with that one too.
    for (order, then) in restored {
        batches::as_it_was(w.db(), order, then).await?;
    }
    let pointed = remove.iter().flat_map(|o| [o.ship_to_id, o.bill_to_id]);
    addresses.extend(pointed.flatten());
    batches::delete_addresses(w.db(), &addresses, batch.id).await?;
    let unused = batches::unused_variants(w.db(), batch.id).await?;
    let there = batches::made_variants(w.db(), batch.id).await?;
    sample::remove_variants(w.db(), &unused).await?;
    result.products_removed = i64::try_from(unused.len()).unwrap_or(0);
    result.products_kept = there - result.products_removed;
    result.removed = i64::try_from(remove.len()).unwrap_or(0);
    if ask.only_look {
        w.rollback().await?;
        return Ok(result);
    }
    if result.removed + result.restored == 0 && !result.kept.is_empty() {
        // Nothing was done: it can be asked for again when what stands in its way is gone.
        w.rollback().await?;
        return Ok(result);
    }
    let channel = batch.channel_id;
    if let Some(channel) = channel
        && ship::unasked(w.db(), channel).await?.is_empty()
    {
        // Nothing waits for an answer any more.
        let (now, staff) = (w.now(), w.actor().staff.0);
        stock::close_needs(w.db(), shelf::UNKNOWN, channel, now, staff).await?;
    }
    batches::forget_variants(w.db(), batch.id).await?;
    batch.state = "undone".to_owned();
    batch.undone_at = Some(w.now());
    let id = batch.id;
    save_all(w.db(), 1, &[batch]).await?;
    if let Some(channel) = channel {
        remove_if_bare(&mut w, channel).await?;
    }
    w.journal(
        Event::new("import_undone")
            .thing(id)
            .data(&serde_json::json!({
                "removed": result.removed, "restored": result.restored, "kept": result.kept.len(),
                "products_removed": result.products_removed, "products_kept": result.products_kept,
            })),
    );
    w.stale(&[
        Tag::Orders,
        Tag::Imports,
        Tag::Stock,
        Tag::Customers,
        Tag::Needs,
        Tag::Settings,
    ]);
    w.commit().await?;
    Ok(result)
}

/// What became of the orders that an import had changed.
struct Restored {
    /// Addresses that it wrote for them.
    addresses: Vec<i64>,
    /// Those that are as they were, with the version that they had then.
    orders: Vec<(i64, i64)>,
}

/// Orders that the import changed are again as they were, unless somebody changed them since.
async fn restore_changed(
    w: &mut Write<'_>,
    batch: i64,
    result: &mut ImportUndone,
) -> Result<Restored> {
    let mut restored = Vec::new();
    let mut addresses = Vec::new();
    let mut had: BTreeMap<i64, i64> = BTreeMap::new();
    let mut wanted: BTreeSet<i64> = BTreeSet::new();
    for change in batches::changes(w.db(), batch).await? {
        let Some(now) = orders::by_ids(w.db(), &[change.order_id]).await?.pop() else {
            continue;
        };
        if now.version != change.version_after {
            result.kept.push(KeptOrder {
                id: OrderId(now.id),
                number: now.number,
                sentence: Sentence::new("import-undo-changed-since"),
            });
            continue;
        }
        let before: Before = serde_json::from_str(&change.before)
            .map_err(|e| store::StoreError::Damaged(format!("import {batch}: {e}")))?;
        if before.lines.iter().any(|l| l.picked > l.shipped) {
            // Somebody has its goods in hand: what the import made of them cannot be made undone.
            result.kept.push(KeptOrder {
                id: OrderId(now.id),
                number: now.number,
                sentence: Sentence::new("import-undo-worked-on"),
            });
            continue;
        }
        let caused = before.caused.clone();
        let lines = orders::lines(w.db(), &[now.id]).await?;
        let held: Vec<(i64, i64)> = lines
            .iter()
            .filter(|l| l.reserved > 0)
            .map(|l| (l.id, l.reserved))
            .collect();
        reserve::release(w, &held).await?;
        if let Some(shipment) = caused.shipment {
            // The goods are on the shelf again, before the order asks for them.
            shelf::take_back(w, &[shipment]).await?;
            ship::delete_elsewhere(w.db(), &[shipment]).await?;
        }
        close(w, &caused).await?;
        addresses.extend(caused.address);
        aside_again(w, batch, &before).await?;
        let known: BTreeSet<i64> = before.lines.iter().map(|l| l.id).collect();
        let new: Vec<i64> = lines
            .iter()
            .map(|l| l.id)
            .filter(|id| !known.contains(id))
            .collect();
        orders::delete_lines(w.db(), &new).await?;
        orders::forget_source_money(w.db(), &[now.id]).await?;
        let source = |origin: &str| origin == "source";
        let payments: Vec<_> = before
            .payments
            .into_iter()
            .filter(|p| source(&p.origin))
            .collect();
        let credits: Vec<_> = before
            .credits
            .into_iter()
            .filter(|c| source(&c.reason))
            .collect();
        insert_all(w.db(), &before.charges).await?;
        insert_all(w.db(), &payments).await?;
        insert_all(w.db(), &credits).await?;
        let mut row = before.order;
        restored.push((row.id, row.version));
        row.version = now.version;
        // The views' counts follow from what stands now.
        row.views = now.views;
        // What it waits for is settled here, not by its source.
        row.reserve_from = now.reserve_from;
        let mut lines = before.lines;
        let takes = takes::of_rows(w.db(), &lines).await?;
        wanted.extend(takes.values().flatten().map(|t| t.variant));
        for line in &mut lines {
            // What was reserved is asked for anew.
            let in_hand = line.picked - line.shipped;
            had.insert(line.id, line.reserved - in_hand);
            line.reserved = in_hand;
            line.backordered = 0;
        }
        save_all(w.db(), 1, &[row]).await?;
        save_all(w.db(), 1, &lines).await?;
        w.journal(
            Event::new("import_change_undone")
                .order(OrderId(now.id))
                .thing(batch),
        );
        result.restored += 1;
    }
    let again: Vec<i64> = restored.iter().map(|(order, _)| *order).collect();
    // What they held is theirs again as far as it is there; the rest goes by who is served first.
    reserve::reserve_again(w, &again, &had).await?;
    let wanted: Vec<i64> = wanted.into_iter().collect();
    let mut served = reserve::give(w, &wanted).await?;
    reserve::reserve(w, &again).await?;
    served.extend(&again);
    served.sort_unstable();
    served.dedup();
    refresh(w, &served).await?;
    Ok(Restored {
        addresses,
        orders: restored,
    })
}

/// The buyer is called again what they were called, unless somebody named them otherwise since.
async fn buyer_again(w: &mut Write<'_>, was: &CustomerRow) -> Result<()> {
    let now = customers::by_ids(w.db(), &[was.id]).await?.pop();
    let Some(now) = now.filter(|now| now.version == was.version + 1) else {
        return Ok(());
    };
    let row = CustomerRow {
        version: now.version,
        ..was.clone()
    };
    customers::save(w.db(), std::slice::from_ref(&row), &words_of(&row)).await?;
    Ok(())
}

/// What hung on an order besides its lines and money hangs on it again.
async fn aside_again(w: &mut Write<'_>, batch: i64, before: &Before) -> Result<()> {
    let id = before.order.id;
    let was = &before.aside;
    let there: BTreeSet<i64> = ship::elsewhere(w.db(), &[id])
        .await?
        .into_iter()
        .map(|s| s.id)
        .collect();
    // What the source had sent, and took back, it has sent.
    let gone = |shipment: i64| !there.contains(&shipment);
    let shipments: Vec<_> = was
        .shipments
        .iter()
        .filter(|s| gone(s.id))
        .cloned()
        .collect();
    let lines = was.shipment_lines.iter().filter(|l| gone(l.shipment_id));
    let lines: Vec<_> = lines.cloned().collect();
    let parcels = was.parcels.iter().filter(|p| gone(p.shipment_id));
    let parcels: Vec<_> = parcels.cloned().collect();
    insert_all(w.db(), &shipments).await?;
    insert_all(w.db(), &lines).await?;
    insert_all(w.db(), &parcels).await?;
    if before.order.history == 1 {
        orders::forget_reservations(w.db(), &[id]).await?;
        orders::forget_holds(w.db(), &before.caused.holds).await?;
    }
    save_all(w.db(), 1, &before.holds).await?;
    save_all(w.db(), 1, &before.needs).await?;
    orders::forget_found(w.db(), id, batch).await?;
    orders::remember_theirs(w.db(), &was.edits).await?;
    save_all(w.db(), 1, &was.conflicts).await?;
    if let Some(buyer) = &was.buyer {
        buyer_again(w, buyer).await?;
    }
    orders::forget_taxes(w.db(), &[id]).await?;
    insert_all(w.db(), &was.taxes).await?;
    Ok(())
}

/// What the import itself said against an order, and asked a person about it, is said no more.
async fn close(w: &mut Write<'_>, caused: &Caused) -> Result<()> {
    let (now, staff) = (w.now(), w.actor().staff.0);
    let mut holds = orders::holds_by_id(w.db(), &caused.holds).await?;
    holds.retain(|h| h.released_at.is_none());
    for hold in &mut holds {
        hold.released_at = Some(now);
        hold.released_by = Some(staff);
    }
    save_all(w.db(), 1, &holds).await?;
    for id in &caused.needs {
        let open = orders::need(w.db(), *id).await?;
        if let Some(mut need) = open.filter(|n| n.closed_at.is_none()) {
            need.closed_at = Some(now);
            need.closed_by = Some(staff);
            save_all(w.db(), 1, &[need]).await?;
        }
    }
    Ok(())
}

/// Removes orders with everything that the import itself caused. The journal stays.
async fn remove_orders(w: &mut Write<'_>, rows: &[store::rows::OrderRow]) -> Result<()> {
    let ids: Vec<i64> = rows.iter().map(|o| o.id).collect();
    let mut held = Vec::new();
    let mut variants = BTreeSet::new();
    for line in orders::lines(w.db(), &ids).await? {
        if line.reserved > 0 {
            held.push((line.id, line.reserved));
        }
    }
    let lines = orders::lines(w.db(), &ids).await?;
    variants.extend(
        takes::of_rows(w.db(), &lines)
            .await?
            .values()
            .flatten()
            .map(|t| t.variant),
    );
    reserve::release(w, &held).await?;
    let left: Vec<i64> = ship::elsewhere(w.db(), &ids)
        .await?
        .into_iter()
        .map(|s| s.id)
        .collect();
    shelf::take_back(w, &left).await?;
    let mut deltas = ViewDeltas::default();
    for row in rows {
        deltas.change(row.views, 0);
    }
    deltas.save(w).await?;
    orders::delete(w.db(), &ids).await?;
    let people: BTreeSet<i64> = rows.iter().filter_map(|o| o.customer_id).collect();
    let people: Vec<i64> = people.into_iter().collect();
    let alone = customers::without_orders(w.db(), &people).await?;
    customers::delete(w.db(), &alone).await?;
    let variants: Vec<i64> = variants.into_iter().collect();
    let served = reserve::give(w, &variants).await?;
    refresh(w, &served).await?;
    Ok(())
}
