//! What a source says of an order's life: cancelled there, live again, shipped or not after all. Facts are
//! never refused: what broke nothing here is followed at once, the rest needs a person.

use super::{Merging, facts};
use crate::import::history::is_history;
use crate::import::known::{Here, Known};
use crate::import::new_order;
use domain::order::line::Cancelled;
use domain::order::merge::Stage;
use domain::order::{HoldKind, Life, calls};
use domain::source::{SourceOrder, SourcePaid, SourceShipped, SourceWait};
use domain::{Millis, Sentence};
use store::rows::LineRow;

/// The source called off what has left here: somebody asks for it back.
pub(crate) const AFTER_LEAVING: &str = "cancelled_after_leaving";

/// The source called off what somebody works on here.
pub(crate) const CANCELLED_THERE: &str = "cancelled_there";

/// What was called off here as well goes on there.
pub(crate) const REVIVED_THERE: &str = "revived_there";

/// Whether the source says by itself that an order is to be sent. A file that says nothing of the money
/// brings nothing back to life.
fn is_live(source: &SourceOrder) -> bool {
    let ended = source.cancelled
        || matches!(
            source.paid,
            SourcePaid::Refunded | SourcePaid::Voided | SourcePaid::Unknown
        );
    !ended
}

impl Merging<'_> {
    /// An order that ended because its source said so, and of which the source says that it goes on, goes
    /// on here too. Asked before anything else: what follows is settled as for any open order.
    pub(super) fn revive(
        &mut self,
        source: &SourceOrder,
        here: &Here,
        known: &Known,
        start: Option<Millis>,
    ) {
        let before = &here.facts;
        if before.order.history == 1 {
            let ended = before.life() == Life::Cancelled || before.order.source_paid == "refunded";
            let sent = before.order.source_shipped == "yes" && before.order.counter_sale == 0;
            let back = ended && is_live(source)
                || sent && matches!(source.shipped, SourceShipped::No | SourceShipped::Partly);
            let opened = known.channel.as_ref().and_then(|c| c.start_at);
            if back && !is_history(source, start) && !is_history(source, opened) && !here.erased {
                self.history_goes_on(source, known);
            }
            return;
        }
        if before.life() != Life::Cancelled || !is_live(source) {
            return;
        }
        let Some(there) = self.theirs.get(calls::THERE).cloned() else {
            return;
        };
        let units = calls::read(&there);
        self.remember(calls::THERE, String::new());
        if there == calls::BY_A_PERSON {
            self.need(REVIVED_THERE, Sentence::new("need-revived-there"));
        }
        if units.is_empty() {
            return;
        }
        for line in &mut self.update.after.lines {
            let back = units.get(&line.id).copied().unwrap_or(0);
            line.cancelled -= back.clamp(0, line.cancelled);
        }
        self.goes_on();
    }

    /// The order is open, and nothing of it was fetched.
    fn goes_on(&mut self) {
        let was = self.update.before.order.life.clone();
        let order = &mut self.update.after.order;
        Life::Open.word().clone_into(&mut order.life);
        order.ended_at = None;
        self.stage = Stage::Untouched;
        self.update.called = None;
        self.update.wants_more = true;
        self.update.revived = true;
        self.changed("life", &was, "open");
    }

    /// History touched nothing here; from now on it is an order like any other.
    fn history_goes_on(&mut self, source: &SourceOrder, known: &Known) {
        let booking = new_order::Booking {
            now: self.now,
            sample: self.update.before.order.sample == 1,
        };
        let Ok(new) = new_order::build(source, "", known, None, booking) else {
            return;
        };
        for line in &mut self.update.after.lines {
            let gone = line.by_shop == 1;
            *line = LineRow {
                cancelled: 0,
                picked: 0,
                packed: 0,
                shipped: 0,
                delivered: 0,
                by_shop: i64::from(gone),
                ..line.clone()
            };
        }
        let order = &mut self.update.after.order;
        order.history = 0;
        order.shipped_at = None;
        order.ship_by = new.facts.order.ship_by;
        order.reserve_from = new.facts.order.reserve_from;
        order.promised_at = source.ship_by;
        self.update.after.holds.extend(new.facts.holds);
        self.update.after.needs.extend(new.facts.needs);
        self.update.remarks.extend(new.remarks);
        self.history = false;
        self.update.unsent = true;
        self.goes_on();
    }

    /// What was called shipped and is not after all, where it cannot simply be followed.
    pub(super) fn unsent(&mut self, source: &SourceOrder, here: &Here) {
        let before = &self.update.before;
        if before.order.history == 1 {
            return;
        }
        let shipped: i64 = before.lines.iter().map(|l| l.shipped).sum();
        let none = source.shipped == SourceShipped::No;
        if none && before.order.source_shipped == "yes" && shipped > 0 {
            let sentence = Sentence::new("need-unshipped-there").with("units", shipped);
            self.need("unshipped_there", sentence);
            return;
        }
        // A file may say that a part has left and not which.
        let says_which = source.lines.iter().any(|l| l.shipped > 0);
        if !(none || source.shipped == SourceShipped::Partly && says_which) {
            return;
        }
        let taken_back: i64 = source
            .lines
            .iter()
            .zip(&self.pairs)
            .filter_map(|(theirs, pair)| {
                let line = before.lines.get((*pair)?)?;
                let sent = here.sent_there.get(&line.id).copied().unwrap_or(0);
                Some((sent - theirs.shipped).max(0))
            })
            .sum();
        if taken_back > 0 {
            let sentence = Sentence::new("need-fewer-shipped-there").with("units", taken_back);
            self.need("unshipped_there", sentence);
        }
    }

    /// Cancelled or refunded there. While open here: hold at once; nothing in hand and no live label, cancel.
    /// What has left is asked back by a person: `out` units of it are with the buyer or on their way.
    pub(super) fn cancellation(&mut self, source: &SourceOrder, out: i64) {
        let refunded = source.paid == SourcePaid::Refunded
            && self.update.before.order.source_paid != "refunded";
        if self.history {
            return;
        }
        let life = self.update.after.life();
        if life != Life::Cancelled && is_live(source) {
            self.called_off_after_all(source);
        }
        let known = self.theirs.get(calls::THERE).is_some_and(|t| !t.is_empty());
        // Asked once, however often the source repeats it; paid back after that is something new.
        if !(source.cancelled && !known || refunded) {
            return;
        }
        if life == Life::Cancelled {
            if !known {
                self.remember(calls::THERE, calls::BY_A_PERSON.to_owned());
            }
            return;
        }
        if self.stage == Stage::Untouched && self.update.after.shipped() == 0 {
            self.call_off(source);
            return;
        }
        self.remember(calls::THERE, calls::ASKED.to_owned());
        if life == Life::Open && self.update.after.left() > 0 {
            let sentence = Sentence::new("hold-cancelled-there");
            self.hold(HoldKind::Customer, sentence.clone());
            self.need(CANCELLED_THERE, sentence);
        }
        if out > 0 {
            let id = if source.paid == SourcePaid::Refunded {
                "need-refunded-after-leaving"
            } else {
                "need-cancelled-after-leaving"
            };
            self.need(AFTER_LEAVING, Sentence::new(id).with("units", out));
        }
    }

    fn call_off(&mut self, source: &SourceOrder) {
        let mut units = Vec::new();
        for line in &mut self.update.after.lines {
            let mut q = facts::quantities(line);
            let left = q.left();
            if let Ok(Cancelled { released, .. }) = q.cancel(left) {
                self.update.released.push((line.id, released));
                units.push((line.id, left));
            }
            facts::set_quantities(line, &q);
        }
        self.remember(calls::THERE, calls::spell(&units));
        let order = &mut self.update.after.order;
        Life::Cancelled.word().clone_into(&mut order.life);
        order.ended_at = Some(source.cancelled_at.unwrap_or(self.now));
        self.update.cancelled = true;
        self.changed("life", "open", "cancelled");
    }

    /// Whoever was asked to look because it was cancelled there need not any more.
    fn called_off_after_all(&mut self, source: &SourceOrder) {
        self.release("hold-cancelled-there");
        let there = self.theirs.get(calls::THERE).map_or("", String::as_str);
        if [calls::ASKED, calls::ASKED_AND_CALLED, calls::RESTORED].contains(&there) {
            self.remember(calls::THERE, String::new());
        }
        if there == calls::ASKED_AND_CALLED {
            self.wanted_again(source);
        }
        let now = self.now;
        for need in &mut self.update.after.needs {
            let asked = [CANCELLED_THERE, AFTER_LEAVING].contains(&need.kind.as_str());
            if need.closed_at.is_none() && asked {
                need.closed_at = Some(now);
                need.closed_by = Some(0);
            }
        }
    }

    /// Units that were called off here because the source had called off the order, and that it wants again:
    /// a person chooses.
    fn wanted_again(&mut self, source: &SourceOrder) {
        let mut differ = Vec::new();
        for (at, theirs) in source.lines.iter().enumerate() {
            let ours = self.pairs.get(at).copied().flatten();
            let Some(ours) = ours.and_then(|i| self.update.after.lines.get(i)) else {
                continue;
            };
            let (have, want) = (
                ours.ordered - ours.cancelled,
                theirs.quantity - theirs.cancelled,
            );
            let field = format!("line:{}", ours.id);
            let shown = self.update.conflicts.iter().any(|(f, ..)| *f == field);
            if have < want && !shown {
                differ.push((field, have.to_string(), want.to_string()));
            }
        }
        for (field, have, want) in &differ {
            self.differ(field, have, want);
        }
        if !differ.is_empty() {
            self.need(REVIVED_THERE, Sentence::new("need-goes-on-there"));
        }
    }

    /// What the source itself keeps back is not sent here.
    pub(super) fn wait(&mut self, source: &SourceOrder) {
        if self.history || self.update.after.life() != Life::Open {
            return;
        }
        let told = source.shipped != SourceShipped::Unknown;
        for wait in [SourceWait::Held, SourceWait::Scheduled] {
            let Some(id) = new_order::wait_hold(wait) else {
                continue;
            };
            if source.wait == wait {
                if self.stage != Stage::Gone && self.update.before.order.history == 0 {
                    self.hold(HoldKind::Manual, Sentence::new(id));
                }
            } else if told {
                self.release(id);
            }
        }
    }
}
