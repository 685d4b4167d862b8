//! Pick lists as screens show them.

use super::pick::Shelf;
use super::put_back::page_mark;
use super::types::{
    PickListDetail, PickListHead, PickListLine, PickListRef, PickListsList, PickListsPage,
};
use crate::desk::Desk;
use crate::error::{FlowError, Result};
use crate::orders::facts::{self, Facts};
use domain::Sentence;
use domain::id::{DocumentId, LineId, OrderId, PickListId, ShipmentId};
use domain::order::Life;
use domain::pick_list::{PickListState, ShortReason};
use paper::{PickLine, natural_key};
use std::collections::{BTreeMap, BTreeSet, HashMap};
use store::Db;
use store::rows::{LineRow, PickLineRow};
use store::tables::picking::{self, ListHead};
use store::tables::{settings, ship};

/// A page of pick lists, newest first.
///
/// # Errors
/// [`FlowError::Invalid`] for a page mark that is none; the store's.
pub async fn list(desk: &Desk, ask: PickListsList) -> Result<PickListsPage> {
    let before = page_mark(ask.after.as_deref())?;
    let limit = i64::from(ask.limit.clamp(1, 200));
    let mut reader = desk.store.read().await?;
    let db = reader.db();
    let rows = picking::lists(db, !ask.ended, before, limit + 1).await?;
    let names = names(db).await?;
    let size = usize::try_from(limit).unwrap_or(1);
    Ok(PickListsPage {
        next: (rows.len() > size)
            .then(|| rows.get(size - 1).map(|r| r.id.to_string()))
            .flatten(),
        rows: rows
            .into_iter()
            .take(size)
            .map(|r| head(r, &names))
            .collect(),
        total: picking::lists_count(db, !ask.ended).await?,
    })
}

/// A pick list with its lines in walking order.
///
/// # Errors
/// [`FlowError::NotFound`]; the store's.
pub async fn get(desk: &Desk, ask: PickListRef) -> Result<PickListDetail> {
    let mut reader = desk.store.read().await?;
    load(reader.db(), ask.id.0).await
}

/// The same, on a connection that is held already.
///
/// # Errors
/// As [`get`].
pub(super) async fn load(db: &mut Db, id: i64) -> Result<PickListDetail> {
    let row = picking::list(db, id)
        .await?
        .ok_or(FlowError::NotFound("pick list"))?;
    let names = names(db).await?;
    let head = head(row, &names);
    let rows = ship::pick_lines(db, &[id]).await?;
    let orders: BTreeSet<i64> = rows.iter().map(|r| r.order_id).collect();
    let orders: Vec<i64> = orders.into_iter().collect();
    let all = facts::load(db, &orders).await?;
    let shelf = Shelf::read(db, &all).await?;
    let shipments: BTreeSet<i64> = rows.iter().map(|r| r.shipment_id).collect();
    let places: HashMap<i64, Option<i64>> =
        ship::shipments(db, &shipments.into_iter().collect::<Vec<_>>())
            .await?
            .into_iter()
            .map(|s| (s.id, s.location_id))
            .collect();
    let by_id: BTreeMap<i64, &Facts> = all.iter().map(|f| (f.order.id, f)).collect();
    let mut lines: Vec<PickListLine> = rows
        .iter()
        .filter_map(|row| {
            let facts = by_id.get(&row.order_id)?;
            let line = facts.lines.iter().find(|l| l.id == row.line_id)?;
            let place = places.get(&row.shipment_id).copied().flatten();
            let things = shelf.asked("", line, place, 1);
            Some(shown(row, facts, line, &things))
        })
        .collect();
    lines.sort_by_cached_key(|l| {
        let order = head.by_order.then(|| natural_key(&l.order_number));
        (
            order,
            l.bin.trim().is_empty(),
            natural_key(l.bin.trim()),
            natural_key(&l.sku),
            l.order.0,
            l.line.0,
        )
    });
    Ok(PickListDetail { head, lines })
}

async fn names(db: &mut Db) -> Result<HashMap<i64, String>> {
    Ok(settings::staff(db)
        .await?
        .into_iter()
        .map(|s| (s.id, s.name))
        .collect())
}

fn head(row: ListHead, names: &HashMap<i64, String>) -> PickListHead {
    PickListHead {
        id: PickListId(row.id),
        number: row.number,
        state: PickListState::read(&row.state).unwrap_or(PickListState::Open),
        by_order: row.layout == "by_order",
        document: row.document_id.map(DocumentId),
        made_at: row.made_at,
        made_by: names.get(&row.made_by).cloned().unwrap_or_default(),
        ended_at: row.ended_at,
        orders: row.orders,
        units: row.asked,
        found: row.found,
        lines: row.line_count,
        open_lines: row.open_lines,
    }
}

fn shown(row: &PickLineRow, facts: &Facts, line: &LineRow, things: &[PickLine]) -> PickListLine {
    let held = facts
        .active_holds()
        .find(|h| h.line_id.is_none_or(|l| l == line.id));
    let stop = if facts.life() == Life::Cancelled {
        Some(Sentence::new("pick-line-cancelled"))
    } else {
        held.map(|h| crate::orders::detail::sentence(&h.sentence))
    };
    PickListLine {
        shipment: ShipmentId(row.shipment_id),
        line: LineId(row.line_id),
        order: OrderId(row.order_id),
        order_number: facts.order.number.clone(),
        bin: things.first().map(|t| t.bin.clone()).unwrap_or_default(),
        sku: line.sku.clone(),
        title: line.title.clone(),
        options: match line.kind.as_str() {
            "kit" => parts_of(things),
            _ => line.options.clone(),
        },
        asked: row.asked,
        found: row.found,
        why: ShortReason::read(&row.short_why),
        open: row.open == 1,
        stop,
    }
}

/// What is fetched for one set, each with its shelf: `2 × Mug (A1), 1 × Tea (B2)`.
fn parts_of(things: &[PickLine]) -> String {
    let part = |t: &PickLine| match t.bin.as_str() {
        "" => format!("{} × {}", t.quantity, t.name),
        bin => format!("{} × {} ({bin})", t.quantity, t.name),
    };
    things.iter().map(part).collect::<Vec<_>>().join(", ")
}
