//! After every change: derive the summaries, complete what is complete, keep the views' counts.

use super::facts::{self, Facts};
use super::reserving;
use crate::error::Result;
use crate::shop::types::ShopSettings;
use crate::stock::reserve;
use domain::Millis;
use domain::id::OrderId;
use domain::order::life::Action;
use domain::order::{Life, View, life};
use store::row::save_all;
use store::rows::OrderRow;
use store::tables::counters;
use store::{Event, Tag, Write};

/// Derives the summaries of these orders anew from their rows and saves them, each with its version
/// raised, and brings the views' counts along. Completes an order whose every live unit arrived and
/// opens a completed one that has something due again.
///
/// # Errors
/// The store's.
pub async fn refresh(w: &mut Write<'_>, ids: &[i64]) -> Result<Vec<Facts>> {
    let settings = facts::settings(w.db()).await?;
    let mut all = facts::load(w.db(), ids).await?;
    let mut deltas = ViewDeltas::default();
    if let Some(again) = promise_again(w, &mut all, &settings, ids).await? {
        all = again;
    }
    if time_has_come(w, &mut all, &settings).await? {
        all = facts::load(w.db(), ids).await?;
    }
    for facts in &mut all {
        let before = facts.order.views;
        if let Some(verb) = settle(facts, &settings, w.now()) {
            w.journal(Event::new(verb).order(OrderId(facts.order.id)));
        }
        facts.order.version += 1;
        deltas.change(before, facts.order.views);
    }
    let rows: Vec<_> = all.iter().map(|f| f.order.clone()).collect();
    save_all(w.db(), 1, &rows).await?;
    deltas.save(w).await?;
    for facts in &all {
        w.touch(facts.order.id);
    }
    w.stale(&[Tag::Orders]);
    Ok(all)
}

/// Orders that lost their goods because nobody had paid, and of which nothing is due any more, are served
/// again before anything is derived from it.
async fn promise_again(
    w: &mut Write<'_>,
    all: &mut [Facts],
    settings: &ShopSettings,
    ids: &[i64],
) -> Result<Option<Vec<Facts>>> {
    let mut freed = Vec::new();
    for facts in all.iter_mut().filter(|f| f.order.expired_at.is_some()) {
        let views = facts.order.views;
        facts.derive(settings);
        facts.order.views = views;
        if facts.order.expired_at.is_none() {
            freed.push(facts.order.clone());
        }
    }
    if freed.is_empty() {
        return Ok(None);
    }
    save_all(w.db(), 1, &freed).await?;
    let orders: Vec<i64> = freed.iter().map(|o| o.id).collect();
    reserve::reserve(w, &orders).await?;
    Ok(Some(facts::load(w.db(), ids).await?))
}

/// Asks of the open orders that wait for their goods to be put aside how long they still do, and serves
/// those whose time has come. Answers whether any was.
async fn time_has_come(
    w: &mut Write<'_>,
    all: &mut [Facts],
    settings: &ShopSettings,
) -> Result<bool> {
    let mut come = Vec::new();
    for facts in all.iter_mut().filter(|f| f.order.reserve_from.is_some()) {
        if facts.life() != Life::Open || facts.order.history == 1 {
            continue;
        }
        match reserving::from(settings, facts.order.ship_by, w.now()) {
            None => come.push(facts.order.clone()),
            still => facts.order.reserve_from = still,
        }
    }
    if come.is_empty() {
        return Ok(false);
    }
    // What still waits may wait for another day now: that is not lost by loading all of them again.
    let moved: Vec<OrderRow> = all
        .iter()
        .filter(|f| f.order.reserve_from.is_some())
        .map(|f| f.order.clone())
        .collect();
    save_all(w.db(), 1, &moved).await?;
    reserving::serve(w, come).await?;
    Ok(true)
}

/// Derives an order's summaries; completes it when every live unit arrived and nothing is due, and opens
/// a completed one that has something due again. Answers the event that says so.
pub(crate) fn settle(
    facts: &mut Facts,
    settings: &ShopSettings,
    now: Millis,
) -> Option<&'static str> {
    facts.derive(settings);
    let (life, ended_at, verb) = turn(facts, now)?;
    life.word().clone_into(&mut facts.order.life);
    facts.order.ended_at = ended_at;
    facts.derive(settings);
    Some(verb)
}

fn turn(facts: &Facts, now: Millis) -> Option<(Life, Option<Millis>, &'static str)> {
    if facts.order.history == 1 {
        return None;
    }
    let state = facts.life_facts();
    match state.life {
        Life::Open => {
            let done = life::decide(&state, Action::Complete).is_ok() && facts.order.holds == 0;
            done.then_some((Life::Completed, Some(now), "order_completed"))
        }
        Life::Completed => {
            let due = !state.all_arrived || state.balance != 0;
            due.then_some((Life::Open, None, "order_reopened"))
        }
        Life::Draft | Life::Cancelled => None,
    }
}

/// What a change does to the kept counts.
#[derive(Debug, Default)]
pub struct ViewDeltas(std::collections::BTreeMap<i64, i64>);

impl ViewDeltas {
    /// An order stood in `before` and stands in `after` now; 0 is no order.
    pub fn change(&mut self, before: i64, after: i64) {
        for bit in View::ALL.iter().filter_map(|v| v.bit()) {
            let delta = i64::from(after & bit != 0) - i64::from(before & bit != 0);
            *self.0.entry(bit).or_default() += delta;
        }
    }

    /// Adds them to the kept counts.
    ///
    /// # Errors
    /// The store's.
    pub async fn save(&self, w: &mut Write<'_>) -> Result<()> {
        let deltas: Vec<(&str, i64)> = View::ALL
            .iter()
            .filter_map(|v| {
                v.bit()
                    .map(|bit| (v.word(), self.0.get(&bit).copied().unwrap_or(0)))
            })
            .collect();
        Ok(counters::add(w.db(), &deltas).await?)
    }
}
