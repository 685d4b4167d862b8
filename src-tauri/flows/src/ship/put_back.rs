//! Units that were fetched and are no longer wanted: back to the shelf, and taken back.

use super::types::{PutBack, PutBackBooked, PutBackDone, PutBackRef, PutBacksList, PutBacksPage};
use crate::desk::Desk;
use crate::error::{FlowError, Result};
use crate::orders::types::Nothing;
use crate::stock::not_found::shelve;
use domain::id::{OrderId, PutBackId, VariantId};
use domain::{Refusal, Sentence};
use std::collections::HashMap;
use store::row::{insert_all, save_all};
use store::rows::PutBackRow;
use store::tables::{picking, settings};
use store::{Event, Tag, Write};

/// A page of put-backs.
///
/// # Errors
/// [`FlowError::Invalid`] for a page mark that is none; the store's.
pub async fn list(desk: &Desk, ask: PutBacksList) -> Result<PutBacksPage> {
    let after = page_mark(ask.after.as_deref())?;
    let limit = i64::from(ask.limit.clamp(1, 200));
    let mut reader = desk.store.read().await?;
    let db = reader.db();
    let rows = picking::put_backs(db, ask.done, after, limit + 1).await?;
    let names: HashMap<i64, String> = settings::staff(db)
        .await?
        .into_iter()
        .map(|s| (s.id, s.name))
        .collect();
    let size = usize::try_from(limit).unwrap_or(1);
    let next = (rows.len() > size)
        .then(|| rows.get(size - 1).map(|r| r.id.to_string()))
        .flatten();
    let total = picking::put_backs_count(db, ask.done).await?;
    Ok(PutBacksPage {
        rows: rows
            .into_iter()
            .take(size)
            .map(|r| PutBack {
                id: PutBackId(r.id),
                variant: r.variant_id.map(VariantId),
                order: OrderId(r.order_id),
                order_number: r.number,
                sku: r.sku,
                title: r.title,
                options: r.options,
                bin: r.place,
                units: r.quantity,
                made_at: r.made_at,
                done_at: r.done_at,
                done_by: r
                    .done_by
                    .and_then(|s| names.get(&s).cloned())
                    .unwrap_or_default(),
                gone: r.gone == 1,
            })
            .collect(),
        next,
        total,
    })
}

/// Units are back on the shelf, all or some of them; others may be gone for good and leave the
/// ledger. What is left of the put-back stays to be done.
///
/// # Errors
/// Refused when it was done already or the units are not a part of it; the store's.
pub async fn done(desk: &Desk, ask: PutBackDone) -> Result<PutBackBooked> {
    let mut w = desk.write().await?;
    let row = one(&mut w, ask.id.0).await?;
    if row.done_at.is_some() {
        return Err(Refusal::new("put-back-done").into());
    }
    let shelved = ask.units.unwrap_or(row.quantity - ask.gone);
    if shelved < 0 || ask.gone < 0 || shelved + ask.gone < 1 || shelved + ask.gone > row.quantity {
        return Err(FlowError::Invalid {
            field: "units",
            sentence: Sentence::new("put-back-range").with("most", row.quantity),
        });
    }
    let left = row.quantity - shelved - ask.gone;
    let (now, staff) = (w.now(), w.actor().staff.0);
    let mut booked = Vec::new();
    // The first part keeps the row, so that the put-back keeps its id when all of it is done.
    let mut kept = left > 0;
    if kept {
        let rest = PutBackRow {
            quantity: left,
            ..row.clone()
        };
        save_all(w.db(), 1, &[rest]).await?;
    }
    for (units, gone) in [(shelved, 0), (ask.gone, 1)] {
        if units == 0 {
            continue;
        }
        let id = if kept { w.id().await? } else { row.id };
        let part = PutBackRow {
            id,
            quantity: units,
            done_at: Some(now),
            done_by: Some(staff),
            gone,
            ..row.clone()
        };
        if kept {
            insert_all(w.db(), &[part]).await?;
        } else {
            save_all(w.db(), 1, &[part]).await?;
        }
        kept = true;
        booked.push(PutBackId(id));
    }
    shelve(&mut w, &[(row.clone(), shelved, ask.gone)]).await?;
    for (verb, units) in [("put_back_done", shelved), ("put_back_gone", ask.gone)] {
        if units > 0 {
            tell(&mut w, verb, &row, units).await?;
        }
    }
    w.stale(&[Tag::Stock, Tag::Shipments]);
    w.commit().await?;
    Ok(PutBackBooked { done: booked, left })
}

/// It was not put back after all: the units wait again, and what left the ledger is in it again.
///
/// # Errors
/// Refused when it is not done; the store's.
pub async fn undo(desk: &Desk, ask: PutBackRef) -> Result<Nothing> {
    let mut w = desk.write().await?;
    let row = one(&mut w, ask.id.0).await?;
    if row.done_at.is_none() {
        return Err(Refusal::new("put-back-not-done").into());
    }
    let (shelved, gone) = if row.gone == 1 {
        (0, -row.quantity)
    } else {
        (-row.quantity, 0)
    };
    shelve(&mut w, &[(row.clone(), shelved, gone)]).await?;
    let open = PutBackRow {
        done_at: None,
        done_by: None,
        gone: 0,
        ..row.clone()
    };
    save_all(w.db(), 1, &[open]).await?;
    tell(&mut w, "put_back_undone", &row, row.quantity).await?;
    w.stale(&[Tag::Stock, Tag::Shipments]);
    w.commit().await?;
    Ok(Nothing {})
}

async fn one(w: &mut Write<'_>, id: i64) -> Result<PutBackRow> {
    picking::put_backs_by_id(w.db(), &[id])
        .await?
        .pop()
        .ok_or(FlowError::NotFound("put-back"))
}

async fn tell(w: &mut Write<'_>, verb: &'static str, row: &PutBackRow, units: i64) -> Result<()> {
    let sku = store::tables::orders::lines_by_id(w.db(), &[row.line_id])
        .await?
        .pop()
        .map(|l| if l.sku.is_empty() { l.title } else { l.sku })
        .unwrap_or_default();
    w.journal(
        Event::new(verb)
            .order(OrderId(row.order_id))
            .thing(row.id)
            .data(&serde_json::json!({ "units": units, "sku": sku })),
    );
    Ok(())
}

/// The id at which the last page ended.
pub(super) fn page_mark(mark: Option<&str>) -> Result<Option<i64>> {
    mark.map(|text| {
        text.parse().map_err(|_| FlowError::Invalid {
            field: "after",
            sentence: Sentence::new("list-page-mark"),
        })
    })
    .transpose()
}
