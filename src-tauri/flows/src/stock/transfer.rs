//! Units carried from one place to another.

use super::book::{Book, NewMovement};
use super::count::{not_a_kit, place_of};
use super::losing;
use super::proof::detail;
use super::reserve::give;
use super::types::{StockTransfer, VariantDetail};
use crate::desk::Desk;
use crate::error::{FlowError, Result};
use crate::orders::refresh::refresh;
use domain::id::OrderId;
use domain::stock::MovementKind;
use domain::{Refusal, Sentence};
use serde::Serialize;
use std::collections::{BTreeMap, BTreeSet};
use store::tables::{settings, stock};
use store::{Event, Tag};

#[derive(Serialize)]
struct Carried<'a> {
    units: i64,
    from: i64,
    to: i64,
    note: &'a str,
}

/// What an order is told that waits because its goods stand apart now.
#[derive(Serialize)]
struct Apart<'a> {
    sku: &'a str,
    units: i64,
}

/// Carries units from one place to another: two movements of one moment, so that the shop has as many
/// as before. What orders were promised goes with the goods, as far as no shipment was begun with it;
/// what was begun stays where it is looked for. Then whoever waits gets what stands together now.
///
/// # Errors
/// [`FlowError::Invalid`] for fewer than 1 or more units than are free to go, or the same place twice;
/// refused for a set, for what was never counted, and, until it is confirmed, when a set loses a part
/// by it (`stock-transfer-takes` names the orders); [`FlowError::NotFound`]; the store's.
pub async fn transfer(desk: &Desk, ask: StockTransfer) -> Result<VariantDetail> {
    let id = ask.variant.0;
    let mut w = desk.write().await?;
    let variant = stock::variants(w.db(), &[id])
        .await?
        .pop()
        .ok_or(FlowError::NotFound("variant"))?;
    not_a_kit(&variant)?;
    let from = place_of(w.db(), Some(ask.from)).await?;
    let to = place_of(w.db(), Some(ask.to)).await?;
    if from == to {
        return Err(FlowError::Invalid {
            field: "to",
            sentence: Sentence::new("stock-transfer-same"),
        });
    }
    if ask.quantity < 1 {
        return Err(FlowError::Invalid {
            field: "quantity",
            sentence: Sentence::new("stock-transfer-none"),
        });
    }
    if variant.counted == 0 {
        return Err(Refusal::new("stock-transfer-not-counted").into());
    }
    let mut book = Book::open(w.db(), &[id]).await?;
    let level = book
        .level_at(id, from)
        .ok_or(FlowError::NotFound("variant"))?;
    let places = settings::places(w.db()).await?;
    let named = |id: i64| {
        let found = places.iter().find(|p| p.id == id);
        found.map(|p| p.name.clone()).unwrap_or_default()
    };
    let there = level.on_hand - level.missing;
    let losses = losing::not_begun(w.db(), id, from, level.reserved + ask.quantity - there).await?;
    let freed: i64 = losses.iter().map(|l| l.of_variant).sum();
    if ask.quantity > there - level.reserved + freed {
        // What everybody who was not begun would let go says how many can leave at most.
        let all = losing::not_begun(w.db(), id, from, level.reserved).await?;
        let most = there - level.reserved + all.iter().map(|l| l.of_variant).sum::<i64>();
        let sentence = Sentence::new("stock-transfer-range")
            .with("most", most.max(0))
            .with("place", named(from));
        return Err(FlowError::Invalid {
            field: "quantity",
            sentence,
        });
    }
    let mut free: BTreeSet<i64> = losing::freed(w.db(), &losses).await?.into_iter().collect();
    free.insert(id);
    losing::let_go(&mut w, &mut book, &losses, from).await?;
    let (now, staff) = (w.now(), w.actor().staff.0);
    for (place, units) in [(from, -ask.quantity), (to, ask.quantity)] {
        book.add_movement(
            NewMovement {
                variant: id,
                place,
                units,
                kind: MovementKind::Transferred,
                order: None,
                line: None,
                parcel: None,
                note: ask.note.trim(),
            },
            now,
            staff,
        );
    }
    // Who was promised these units is served before those who wait.
    let mut orders = BTreeSet::new();
    let mut lost: BTreeMap<i64, (String, i64)> = BTreeMap::new();
    for loss in &losses {
        book.reserve(loss.line);
        orders.insert(loss.order);
        let short = book.line(loss.line).map_or(0, |l| l.backordered);
        if short > 0 {
            lost.insert(loss.order, (loss.number.clone(), short));
        }
    }
    if !lost.is_empty() && !ask.confirm {
        let numbers: Vec<&str> = lost.values().map(|(n, _)| n.as_str()).collect();
        let units: i64 = lost.values().map(|(_, n)| n).sum();
        return Err(Refusal::new("stock-transfer-takes")
            .with("units", units)
            .with("orders", numbers.join(", "))
            .into());
    }
    for (order, (_, units)) in &lost {
        let told = Apart {
            sku: &variant.sku,
            units: *units,
        };
        w.journal(Event::new("stock_apart").order(OrderId(*order)).data(&told));
    }
    book.save(&mut w).await?;
    orders.extend(give(&mut w, &free.into_iter().collect::<Vec<_>>()).await?);
    w.journal(Event::new("stock_transferred").thing(id).data(&Carried {
        units: ask.quantity,
        from,
        to,
        note: ask.note.trim(),
    }));
    w.stale(&[Tag::Stock, Tag::Orders]);
    refresh(&mut w, &orders.into_iter().collect::<Vec<_>>()).await?;
    let detail = detail(w.db(), id).await?;
    w.commit().await?;
    Ok(detail)
}
