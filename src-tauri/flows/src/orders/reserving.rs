//! When goods are put aside for an order: at once, when somebody says so, or some days before it has to
//! leave. `MODEL.md`, "Stock".
//!
//! `orders.reserve_from` says from when; it is empty once the time has come, and stays empty. An order
//! that waits holds nothing and is short of nothing: it stands in no queue for goods that arrive.

use super::facts::{self, Facts};
use super::refresh::refresh;
use super::types::{BulkRefusal, BulkResult, OrdersReserve};
use crate::desk::Desk;
use crate::error::Result;
use crate::shop::types::ShopSettings;
use crate::stock::reserve;
use domain::calendar::Zone;
use domain::id::OrderId;
use domain::order::Life;
use domain::order::reserving::{self, ReserveWhen};
use domain::{Millis, Sentence};
use store::row::save_all;
use store::rows::OrderRow;
use store::tables::orders;
use store::{Event, Tag, Write};

/// How many orders are served by one set of statements.
const CHUNK: usize = 1_000;

/// From when an order's goods are put aside by the shop's rule; `None` when that is now or was before.
pub(crate) fn from(
    settings: &ShopSettings,
    ship_by: Option<Millis>,
    now: Millis,
) -> Option<Millis> {
    if settings.reserve == ReserveWhen::AtConfirmation {
        return None;
    }
    let zone = Zone::new(&settings.zone)?;
    reserving::from(settings.reserve, settings.reserve_days, ship_by, &zone).filter(|at| *at > now)
}

/// Puts goods aside now for orders that wait for their day or for a person: the most urgent first,
/// whatever the order in which they are named. One that does not wait is left out with its reason.
///
/// # Errors
/// The store's.
pub async fn reserve_now(desk: &Desk, ask: OrdersReserve) -> Result<BulkResult> {
    let mut w = desk.write().await?;
    let ids: Vec<i64> = ask.orders.iter().map(|o| o.0).collect();
    let mut result = BulkResult {
        done: 0,
        refused: Vec::new(),
    };
    let mut rows = Vec::new();
    for facts in facts::load(w.db(), &ids).await? {
        match refusal(&facts) {
            Some(sentence) => result.refused.push(BulkRefusal {
                order: OrderId(facts.order.id),
                number: facts.order.number.clone(),
                sentence,
            }),
            None => rows.push(facts.order),
        }
    }
    result.done = i64::try_from(rows.len()).unwrap_or(0);
    if rows.is_empty() {
        w.rollback().await?;
        return Ok(result);
    }
    let served = serve(&mut w, rows).await?;
    refresh(&mut w, &served).await?;
    w.stale(&[Tag::Orders, Tag::Stock]);
    w.commit().await?;
    Ok(result)
}

/// Why there is nothing to put aside for an order; `None` when there is.
pub(crate) fn refusal(facts: &Facts) -> Option<Sentence> {
    if facts.life() != Life::Open || facts.order.history == 1 {
        Some(Sentence::new("not-ready-not-open"))
    } else if facts.left() == 0 {
        Some(Sentence::new("not-ready-nothing-left"))
    } else if facts.order.expired_at.is_some() {
        Some(Sentence::new("not-ready-let-go").with("short", facts.order.short))
    } else if facts.order.reserve_from.is_none() {
        Some(Sentence::new("reserve-not-waiting"))
    } else {
        None
    }
}

/// The time of these orders has come: they hold what is there, the most urgent first, and stand in the
/// queue for the rest. Returns them in that order; the caller derives them anew.
///
/// # Errors
/// The store's.
pub(crate) async fn serve(w: &mut Write<'_>, mut rows: Vec<OrderRow>) -> Result<Vec<i64>> {
    rows.sort_by_key(|o| (o.ship_by.unwrap_or(i64::MAX), o.id));
    for row in &mut rows {
        row.reserve_from = None;
        w.journal(Event::new("order_reserved").order(OrderId(row.id)));
    }
    save_all(w.db(), 1, &rows).await?;
    let ids: Vec<i64> = rows.iter().map(|o| o.id).collect();
    reserve::reserve(w, &ids).await?;
    Ok(ids)
}

/// Puts goods aside for the orders whose day has come. Returns how many.
///
/// # Errors
/// The store's.
pub async fn due(desk: &Desk) -> Result<usize> {
    let mut reader = desk.store.read().await?;
    let found = orders::to_reserve(reader.db(), desk.now()).await?;
    drop(reader);
    if found.is_empty() {
        return Ok(0);
    }
    let mut w = desk.write().await?;
    let now = w.now();
    let found = orders::to_reserve(w.db(), now).await?;
    again(&mut w, &found).await?;
    w.stale(&[Tag::Orders, Tag::Stock]);
    w.commit().await?;
    Ok(found.len())
}

/// The shop's rule is another now: who waits waits by the new one, and whose time has come is served, the
/// most urgent first. What is promised already stays promised.
///
/// # Errors
/// The store's.
pub(crate) async fn rule_changed(w: &mut Write<'_>) -> Result<()> {
    let waiting = orders::to_reserve(w.db(), i64::MAX).await?;
    again(w, &waiting).await
}

/// Asks of each order anew from when it is served, and serves those whose time has come.
async fn again(w: &mut Write<'_>, ids: &[i64]) -> Result<()> {
    for chunk in ids.chunks(CHUNK) {
        refresh(w, chunk).await?;
    }
    Ok(())
}
