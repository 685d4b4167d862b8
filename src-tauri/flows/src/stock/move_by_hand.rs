//! Units that come or go by hand: a delivery, a broken mug, a correction.

use super::book::{Book, NewMovement};
use super::count::{not_a_kit, place_of};
use super::losing;
use super::proof::detail;
use super::reserve::give;
use super::types::{StockMove, VariantDetail};
use crate::desk::Desk;
use crate::error::{FlowError, Result};
use crate::orders::refresh::refresh;
use domain::stock::MovementKind;
use domain::{Refusal, Sentence};
use serde::Serialize;
use std::collections::BTreeSet;
use store::tables::stock;
use store::{Event, Tag};

/// More units than one delivery brings.
const MOST: i64 = 9_999_999;

#[derive(Serialize)]
struct Moved<'a> {
    kind: &'a str,
    units: i64,
}

/// Brings units in or out by hand. What is received goes at once to the orders that wait, the most
/// urgent first. When so much goes out that orders lose units, their numbers are named and nothing
/// changes until it is confirmed.
///
/// # Errors
/// [`FlowError::Invalid`] for another kind or a sign that does not fit it; refused as
/// `stock-move-takes` with the orders that would lose; [`FlowError::NotFound`]; the store's.
pub async fn move_by_hand(desk: &Desk, ask: StockMove) -> Result<VariantDetail> {
    check(&ask)?;
    let id = ask.variant.0;
    let mut w = desk.write().await?;
    let variant = stock::variants(w.db(), &[id])
        .await?
        .pop()
        .ok_or(FlowError::NotFound("variant"))?;
    not_a_kit(&variant)?;
    let place = place_of(w.db(), ask.location).await?;
    let mut book = Book::open(w.db(), &[id]).await?;
    let level = book
        .level_at(id, place)
        .ok_or(FlowError::NotFound("variant"))?;
    let mut orders = BTreeSet::new();
    let mut free = BTreeSet::from([id]);
    if level.counted && ask.quantity < 0 {
        let left = level.on_hand + ask.quantity;
        let losses = losing::losers(w.db(), id, place, level.reserved - left).await?;
        if !losses.is_empty() && !ask.confirm {
            let losers = losing::by_order(&losses);
            let numbers: Vec<&str> = losers.iter().map(|l| l.order_number.as_str()).collect();
            let units: i64 = losers.iter().map(|l| l.quantity).sum();
            return Err(Refusal::new("stock-move-takes")
                .with("units", units)
                .with("orders", numbers.join(", "))
                .into());
        }
        free.extend(losing::freed(w.db(), &losses).await?);
        orders.extend(losing::take(&mut w, &mut book, &losses, place, &variant.sku).await?);
    }
    book.add_movement(
        NewMovement {
            variant: id,
            place,
            units: ask.quantity,
            kind: ask.kind,
            order: None,
            line: None,
            parcel: None,
            note: ask.note.trim(),
        },
        w.now(),
        w.actor().staff.0,
    );
    book.save(&mut w).await?;
    orders.extend(give(&mut w, &free.into_iter().collect::<Vec<_>>()).await?);
    w.journal(Event::new("stock_moved").thing(id).data(&Moved {
        kind: ask.kind.word(),
        units: ask.quantity,
    }));
    w.stale(&[Tag::Stock, Tag::Orders]);
    refresh(&mut w, &orders.into_iter().collect::<Vec<_>>()).await?;
    let detail = detail(w.db(), id).await?;
    w.commit().await?;
    Ok(detail)
}

fn check(ask: &StockMove) -> Result<()> {
    let invalid = |field, id: &str| {
        Err(FlowError::Invalid {
            field,
            sentence: Sentence::new(id).with("most", MOST),
        })
    };
    if ask.quantity == 0 || ask.quantity.unsigned_abs() > MOST.unsigned_abs() {
        return invalid("quantity", "stock-move-range");
    }
    match ask.kind {
        MovementKind::Received if ask.quantity < 0 => invalid("quantity", "stock-received-out"),
        MovementKind::Scrapped if ask.quantity > 0 => invalid("quantity", "stock-scrapped-in"),
        MovementKind::Received | MovementKind::Scrapped | MovementKind::Adjusted => Ok(()),
        MovementKind::Opening
        | MovementKind::Counted
        | MovementKind::HandedOver
        | MovementKind::TakenBack
        | MovementKind::Returned
        | MovementKind::Transferred
        | MovementKind::Sold
        | MovementKind::Unsold => invalid("kind", "stock-move-kind"),
    }
}
