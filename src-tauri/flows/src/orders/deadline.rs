//! Orders that nobody has paid: their goods are kept until the shop's deadline, the day before it needs a
//! person, and then they are for whom is waiting. `MODEL.md`, "Stock".

use super::facts::{self, Facts};
use super::refresh::refresh;
use super::signing;
use crate::desk::{self, Desk};
use crate::error::Result;
use crate::import::need_row;
use crate::shop::types::ShopSettings;
use crate::stock::{expire, reserve};
use domain::id::OrderId;
use domain::order::PaymentStatus;
use domain::order::deadline::{self, Promise};
use domain::{Millis, Sentence};
use std::collections::BTreeSet;
use store::row::{insert_all, save_all};
use store::rows::NeedRow;
use store::tables::{orders, stock};
use store::{Db, Event, Tag, Write};

/// What a "needs you" item is called that says whose goods are soon free for others.
pub(crate) const ENDS: &str = "reservation_ends";

/// How many orders are looked at by one set of statements.
const CHUNK: usize = 1_000;

/// Until when the goods of an order are kept.
pub(crate) fn promise(facts: &Facts, settings: &ShopSettings, now: Millis) -> Promise {
    let asked = deadline::Facts {
        life: facts.life(),
        history: facts.order.history == 1,
        payment: PaymentStatus::read(&facts.order.payment).unwrap_or(PaymentStatus::Unknown),
        balance: facts.order.balance,
        amounts_known: facts.order.amounts_known == 1,
        pays_later: false,
        placed_at: facts.order.placed_at,
    };
    deadline::promise(&asked, settings.unpaid_days, now)
}

/// What has come of unpaid orders since.
#[derive(Default)]
struct Due {
    /// Their goods are free from now on.
    over: Vec<Facts>,
    /// They are within a day.
    soon: Vec<i64>,
    /// Items that have nothing to warn of any more.
    settled: Vec<NeedRow>,
}

/// Lets go of goods whose orders nobody paid in time, gives them to whom is waiting, and warns of those
/// whose last day has come. Returns how many orders lost theirs.
///
/// # Errors
/// The store's.
pub async fn due(desk: &Desk) -> Result<usize> {
    let mut reader = desk.store.read().await?;
    let (settings, _) = desk::settings(reader.db()).await?;
    let found = look(reader.db(), &settings, desk.now()).await?;
    drop(reader);
    if found.over.is_empty() && found.soon.is_empty() && found.settled.is_empty() {
        return Ok(0);
    }
    let mut w = desk.write().await?;
    let (settings, _) = desk::settings(w.db()).await?;
    let now = w.now();
    let found = look(w.db(), &settings, now).await?;
    let mut changed: BTreeSet<i64> = BTreeSet::new();
    changed.extend(close(&mut w, found.settled).await?);
    changed.extend(warn(&mut w, &found.soon).await?);
    let ended = found.over.len();
    changed.extend(let_go(&mut w, found.over).await?);
    refresh(&mut w, &changed.into_iter().collect::<Vec<_>>()).await?;
    w.stale(&[Tag::Orders, Tag::Stock, Tag::Needs]);
    w.commit().await?;
    Ok(ended)
}

async fn look(db: &mut Db, settings: &ShopSettings, now: Millis) -> Result<Due> {
    let mut due = Due::default();
    let warned = orders::open_needs_of_kind(db, ENDS).await?;
    let mut still = BTreeSet::new();
    if settings.unpaid_days > 0 {
        let before = deadline::placed_before(settings.unpaid_days, now);
        let ids = orders::unpaid_and_promised(db, before).await?;
        for chunk in ids.chunks(CHUNK) {
            for facts in untouched(db, chunk).await? {
                let id = facts.order.id;
                match promise(&facts, settings, now) {
                    Promise::Over(_) => due.over.push(facts),
                    Promise::EndsSoon(_) => {
                        still.insert(id);
                        if !warned.iter().any(|n| n.order_id == Some(id)) {
                            due.soon.push(id);
                        }
                    }
                    Promise::Kept | Promise::Until(_) => {}
                }
            }
        }
    }
    let settled = |n: &NeedRow| n.order_id.is_none_or(|id| !still.contains(&id));
    due.settled = warned.into_iter().filter(settled).collect();
    Ok(due)
}

/// Without those that somebody has begun, or signed for: what is in hand is never taken.
async fn untouched(db: &mut Db, ids: &[i64]) -> Result<Vec<Facts>> {
    let mut all = facts::load(db, ids).await?;
    let signed = signing::standing(db, ids).await?;
    let lines: Vec<i64> = all.iter().flat_map(|f| &f.lines).map(|l| l.id).collect();
    let begun: BTreeSet<i64> = stock::under_way(db, &lines)
        .await?
        .into_iter()
        .filter(|(_, _, units, fetched)| *units > 0 || *fetched > 0)
        .map(|(line, _, _, _)| line)
        .collect();
    all.retain(|f| {
        !signed.contains_key(&f.order.id) && !f.lines.iter().any(|l| begun.contains(&l.id))
    });
    Ok(all)
}

async fn close(w: &mut Write<'_>, mut needs: Vec<NeedRow>) -> Result<Vec<i64>> {
    for need in &mut needs {
        need.closed_at = Some(w.now());
    }
    save_all(w.db(), 1, &needs).await?;
    Ok(needs.iter().filter_map(|n| n.order_id).collect())
}

async fn warn(w: &mut Write<'_>, orders: &[i64]) -> Result<Vec<i64>> {
    let sentence = Sentence::new("need-reservation-ends");
    let mut rows = Vec::new();
    for order in orders {
        rows.push(NeedRow {
            id: w.id().await?,
            order_id: Some(*order),
            ..need_row(ENDS, &sentence, w.now())
        });
        w.journal(Event::new("need_opened").order(OrderId(*order)).data(&ENDS));
    }
    insert_all(w.db(), &rows).await?;
    Ok(orders.to_vec())
}

async fn let_go(w: &mut Write<'_>, over: Vec<Facts>) -> Result<BTreeSet<i64>> {
    let now = w.now();
    let mut free = BTreeSet::new();
    let mut changed = BTreeSet::new();
    let mut rows = Vec::new();
    for facts in over {
        let lines: Vec<i64> = facts.lines.iter().map(|l| l.id).collect();
        let ended = expire::expire(w, &lines).await?;
        free.extend(ended.free);
        let mut row = facts.order;
        row.expired_at = Some(now);
        w.journal(
            Event::new("reservation_expired")
                .order(OrderId(row.id))
                .data(&serde_json::json!({ "units": ended.units })),
        );
        changed.insert(row.id);
        rows.push(row);
    }
    // Who lost them does not stand in the queue for them.
    save_all(w.db(), 1, &rows).await?;
    changed.extend(reserve::give(w, &free.into_iter().collect::<Vec<_>>()).await?);
    Ok(changed)
}
