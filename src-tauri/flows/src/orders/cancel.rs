//! Cancelling: an order, or units of it that have not left; and taking a cancellation back.

use super::facts::{self, Facts};
use super::refresh::refresh;
use super::types::{LineUnits, OrderCancel, OrderDetail, OrderRef};
use crate::desk::Desk;
use crate::error::{FlowError, Result};
use crate::import::{CANCELLED_THERE, REVIVED_THERE, hold_row};
use crate::ship::fitting;
use crate::ship::parcels::LabelsOf;
use crate::stock::reserve::{self, Fetched};
use crate::stock::{put_back, takes};
use domain::id::OrderId;
use domain::order::{HoldKind, Life, calls, life};
use domain::{Refusal, Sentence};
use std::collections::{BTreeMap, BTreeSet};
use store::row::{insert_all, save_all};
use store::rows::{HoldRow, LocalEditRow};
use store::tables::orders;
use store::{Event, Tag, Write};

/// Cancels what is asked: units per line, or everything that has not left. What was fetched goes on
/// the put-back list, reservations are let go to who waits, parcels that hold cancelled units lose
/// their label.
///
/// # Errors
/// Refused when the order is not open or more is asked than is left; invalid for units of a line below 1;
/// the store's.
pub async fn cancel(desk: &Desk, ask: OrderCancel) -> Result<OrderDetail> {
    let mut w = desk.write().await?;
    let id = ask.id.0;
    let facts = facts::load_one(w.db(), id).await?;
    if facts.life() != Life::Open || facts.order.history == 1 {
        return Err(Refusal::new("not-ready-not-open").into());
    }
    let wanted: BTreeMap<i64, i64> = if ask.units.is_empty() {
        facts
            .lines
            .iter()
            .map(|l| (l.id, facts::quantities(l).left()))
            .filter(|(_, n)| *n > 0)
            .collect()
    } else {
        asked(&ask.units)?
    };
    if wanted.is_empty() {
        return Err(Refusal::new("cancel-nothing-left").into());
    }
    let labels = if ask.keep_labels {
        LabelsOf::Keep
    } else {
        LabelsOf::Retire
    };
    let mut touched = call_off(&mut w, facts, &wanted, labels, ask.reason.trim()).await?;
    touched.push(id);
    touched.sort_unstable();
    touched.dedup();
    refresh(&mut w, &touched).await?;
    w.stale(&[Tag::Orders, Tag::Shipments, Tag::Stock, Tag::Needs]);
    w.commit().await?;
    super::detail::after(desk, id).await
}

/// Units by line. A line that is named twice is meant twice.
fn asked(units: &[LineUnits]) -> Result<BTreeMap<i64, i64>> {
    let mut wanted: BTreeMap<i64, i64> = BTreeMap::new();
    for of in units {
        if of.units < 1 {
            return Err(FlowError::Invalid {
                field: "units",
                sentence: Sentence::new("cancel-units-range"),
            });
        }
        let sum = wanted.entry(of.line.0).or_default();
        *sum = sum.saturating_add(of.units);
    }
    Ok(wanted)
}

/// Calls off units by line, in the caller's transaction. Answers the orders that got what became free; they
/// and this one are the caller's to refresh.
///
/// # Errors
/// Refused when more is asked than is left; the store's.
pub(super) async fn call_off(
    w: &mut Write<'_>,
    mut facts: Facts,
    wanted: &BTreeMap<i64, i64>,
    labels: LabelsOf,
    reason: &str,
) -> Result<Vec<i64>> {
    let id = facts.order.id;
    let mut released = Vec::new();
    let mut put_back = Vec::new();
    for (line_id, units) in wanted {
        let line = facts
            .lines
            .iter_mut()
            .find(|l| l.id == *line_id)
            .ok_or_else(|| Refusal::new("line-not-of-order"))?;
        // What the source said stays known: a later file that says the same changes nothing.
        orders::remember_before_edit(
            w.db(),
            id,
            &format!("line:{line_id}"),
            &(line.ordered - line.cancelled).to_string(),
        )
        .await?;
        let mut q = facts::quantities(line);
        let freed = q.cancel(*units)?;
        facts::set_quantities(line, &q);
        released.push((*line_id, freed.released));
        if freed.put_back > 0 {
            put_back.push((line.clone(), freed.put_back));
        }
    }
    save_all(w.db(), 1, &facts.lines).await?;
    let released: Vec<(i64, i64)> = released.into_iter().filter(|(_, n)| *n > 0).collect();
    // `stock.picked` stays until somebody has put the units back: a count in between is compared with
    // what really lies on the shelf.
    let takes = takes::of_rows(w.db(), &facts.lines).await?;
    let mut fetched = reserve::release(w, &released).await?;
    let without = put_back
        .iter()
        .filter(|(line, _)| !takes.contains_key(&line.id))
        .map(|(line, units)| Fetched {
            line: line.id,
            place: 0,
            units: *units,
        });
    fetched.extend(without);
    put_back::write(w, &fetched).await?;
    // Of the lines the reservations were written since.
    let facts = facts::load_one(w.db(), id).await?;
    fitting::fit(w, &facts, labels).await?;
    let all_gone = facts.lines.iter().all(|l| l.ordered == l.cancelled);
    if all_gone && life::decide(&facts.life_facts(), life::Action::Cancel).is_ok() {
        let mut row = facts.order.clone();
        Life::Cancelled.word().clone_into(&mut row.life);
        row.ended_at = Some(w.now());
        save_all(w.db(), 1, &[row]).await?;
        // Taking it back brings back what this cancelled, not what was called off before.
        let units: Vec<(i64, i64)> = wanted.iter().map(|(line, n)| (*line, *n)).collect();
        remember(w, id, calls::HERE, calls::spell(&units)).await?;
    }
    called_off_as_there(w, &facts, all_gone).await?;
    let units: i64 = wanted.values().sum();
    let verb = if all_gone {
        "order_cancelled"
    } else {
        "units_cancelled"
    };
    w.journal(
        Event::new(verb)
            .order(OrderId(id))
            .data(&serde_json::json!({ "units": units, "reason": reason })),
    );
    let variants: BTreeSet<i64> = wanted
        .keys()
        .filter_map(|line| takes.get(line))
        .flatten()
        .map(|t| t.variant)
        .collect();
    let variants: Vec<i64> = variants.into_iter().collect();
    reserve::give(w, &variants).await
}

/// Where the source had called the order off before: whether it goes on there concerns what was called off
/// here. Nobody has to stop anything any more when nothing is left to leave.
async fn called_off_as_there(w: &mut Write<'_>, facts: &Facts, all_gone: bool) -> Result<()> {
    let id = facts.order.id;
    let there = said_there(w, id).await?;
    if all_gone {
        let there = if there.is_empty() {
            ""
        } else {
            calls::BY_A_PERSON
        };
        remember(w, id, calls::THERE, there.to_owned()).await?;
    } else if there == calls::ASKED {
        remember(w, id, calls::THERE, calls::ASKED_AND_CALLED.to_owned()).await?;
    }
    if facts.left() == 0 {
        close_needs(w, id, CANCELLED_THERE).await?;
        let (now, staff) = (w.now(), w.actor().staff.0);
        let mut holds = orders::holds(w.db(), &[id]).await?;
        holds
            .retain(|h| h.released_at.is_none() && h.sentence.contains("\"hold-cancelled-there\""));
        for hold in &mut holds {
            hold.released_at = Some(now);
            hold.released_by = Some(staff);
        }
        save_all(w.db(), 1, &holds).await?;
    }
    Ok(())
}

/// What is remembered of the source's calling an order off; empty when it never did, or took it back.
async fn said_there(w: &mut Write<'_>, order: i64) -> Result<String> {
    let edits = orders::local_edits(w.db(), &[order]).await?;
    let there = edits.into_iter().find(|e| e.field == calls::THERE);
    Ok(there.map(|e| e.theirs).unwrap_or_default())
}

async fn close_needs(w: &mut Write<'_>, order: i64, kind: &str) -> Result<()> {
    let (now, staff) = (w.now(), w.actor().staff.0);
    let mut needs = orders::needs(w.db(), &[order]).await?;
    needs.retain(|n| n.closed_at.is_none() && n.kind == kind);
    for need in &mut needs {
        need.closed_at = Some(now);
        need.closed_by = Some(staff);
    }
    Ok(save_all(w.db(), 1, &needs).await?)
}

async fn remember(w: &mut Write<'_>, order: i64, field: &str, theirs: String) -> Result<()> {
    let row = LocalEditRow {
        order_id: order,
        field: field.to_owned(),
        theirs,
    };
    orders::remember_theirs(w.db(), &[row]).await?;
    Ok(())
}

/// Takes a cancellation back: the units are wanted again and reserved as far as they are there.
///
/// # Errors
/// Refused when the order is not cancelled, or is history; the store's.
pub async fn restore(desk: &Desk, ask: OrderRef) -> Result<OrderDetail> {
    let mut w = desk.write().await?;
    let id = ask.id.0;
    let mut facts = facts::load_one(w.db(), id).await?;
    let next = life::decide(&facts.life_facts(), life::Action::Restore)?;
    if facts.order.history == 1 {
        return Err(Refusal(Sentence::new("restore-history")).into());
    }
    let edits = orders::local_edits(w.db(), &[id]).await?;
    let called: BTreeMap<i64, i64> = edits
        .iter()
        .filter(|e| [calls::HERE, calls::THERE].contains(&e.field.as_str()))
        .flat_map(|e| calls::read(&e.theirs))
        .collect();
    for line in &mut facts.lines {
        line.cancelled -= called
            .get(&line.id)
            .copied()
            .unwrap_or(0)
            .min(line.cancelled);
    }
    remember(&mut w, id, calls::HERE, String::new()).await?;
    // Its source calls it off still: said again, that is nothing new.
    let there = if said_there(&mut w, id).await?.is_empty() {
        ""
    } else {
        calls::RESTORED
    };
    remember(&mut w, id, calls::THERE, there.to_owned()).await?;
    close_needs(&mut w, id, REVIVED_THERE).await?;
    if matches!(facts.order.payment.as_str(), "refunded" | "voided") {
        // Goods that nobody pays for any more do not leave by themselves.
        let sentence = Sentence::new("hold-restored-refunded");
        let hold = HoldRow {
            id: w.id().await?,
            order_id: id,
            ..hold_row(HoldKind::Payment, &sentence, w.now())
        };
        insert_all(w.db(), &[hold]).await?;
    }
    save_all(w.db(), 1, &facts.lines).await?;
    next.word().clone_into(&mut facts.order.life);
    facts.order.ended_at = None;
    save_all(w.db(), 1, &[facts.order]).await?;
    w.journal(Event::new("order_restored").order(OrderId(id)));
    reserve::reserve(&mut w, &[id]).await?;
    refresh(&mut w, &[id]).await?;
    w.stale(&[Tag::Orders, Tag::Stock, Tag::Needs]);
    w.commit().await?;
    super::detail::after(desk, id).await
}
