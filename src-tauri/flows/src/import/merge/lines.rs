//! What a source says of an order's lines: other units, other prices, lines that are new and lines that it
//! names no more.

use super::{Merging, told::unexplained};
use crate::import::known::Known;
use crate::import::new_order;
use crate::orders::facts::{self, Facts};
use domain::Sentence;
use domain::order::line::Cancelled;
use domain::order::merge::{Printed, Stage};
use domain::order::{HoldKind, Life, calls, charges};
use domain::source::{SourceLine, SourceOrder};
use std::collections::BTreeMap;
use store::rows::LineRow;

/// What taking a cancellation back brings back: the field that remembers it, and units by line.
pub(super) type Called = (&'static str, BTreeMap<i64, i64>);

/// What a cancellation took off each line of an order that was called off, by its source or here.
pub(super) fn called(stage: Stage, theirs: &BTreeMap<String, String>) -> Option<Called> {
    if stage != Stage::Ended {
        return None;
    }
    let of = |field: &str| calls::read(theirs.get(field).map_or("", String::as_str));
    let there = of(calls::THERE);
    Some(if there.is_empty() {
        (calls::HERE, of(calls::HERE))
    } else {
        (calls::THERE, there)
    })
}

/// The order as its source still speaks of it: units that a cancellation took off are units that it sells.
pub(super) fn as_sold(facts: &Facts, (_, units): &Called) -> Facts {
    let mut facts = facts.clone();
    for line in &mut facts.lines {
        line.cancelled -= units
            .get(&line.id)
            .copied()
            .unwrap_or(0)
            .min(line.cancelled);
    }
    facts
}

impl Merging<'_> {
    pub(super) fn lines(&mut self, source: &SourceOrder, totals: &[i64], known: &Known) {
        for (at, theirs) in source.lines.iter().enumerate() {
            let total = totals.get(at).copied().unwrap_or(0);
            match self.pairs.get(at).copied().flatten() {
                Some(i) => self.line(i, theirs, total, known),
                None => self.new_line(at, theirs, total, known),
            }
        }
    }

    fn line(&mut self, i: usize, theirs: &SourceLine, total: i64, known: &Known) {
        let Some(ours) = self.update.after.lines.get(i).cloned() else {
            return;
        };
        let called = match &self.update.called {
            Some((_, units)) => units.get(&ours.id).copied().unwrap_or(0),
            None => 0,
        };
        let (have, want) = (
            ours.ordered - ours.cancelled + called,
            theirs.quantity - theirs.cancelled,
        );
        let field = format!("line:{}", ours.id);
        // A till's sale was booked from the shelf as it was told; nothing of it is booked again.
        let counter = self.update.before.order.counter_sale == 1;
        let take =
            !counter && self.settle(&field, Printed::Paper, &have.to_string(), &want.to_string());
        let mut line = ours;
        if take && self.history {
            let life = self.update.before.life();
            let told = new_order::line_row(i, theirs, total, known, life, true, false);
            facts::set_quantities(&mut line, &facts::quantities(&told));
        } else if take && self.stage == Stage::Ended {
            self.wish(&mut line, called, want - have);
        } else if take {
            self.units(&mut line, want - have);
        }
        line.unit_price = theirs.unit_price;
        line.discount = theirs.discount;
        line.tax = theirs.tax;
        line.total = total;
        if let Some(place) = self.update.after.lines.get_mut(i) {
            *place = line;
        }
    }

    /// More or fewer units of a line of an open order.
    fn units(&mut self, line: &mut LineRow, more: i64) {
        let mut q = facts::quantities(line);
        if more > 0 {
            q.ordered += more;
            self.update.wants_more = true;
        } else {
            // What has left never changes: the rest is called off, the person is told.
            let fewer = (-more).min(q.left());
            if fewer < -more {
                self.need("less_than_shipped", Sentence::new("need-less-than-shipped"));
            }
            if let Ok(Cancelled { released, put_back }) = q.cancel(fewer) {
                self.update.released.push((line.id, released));
                if put_back > 0 {
                    self.update.put_back.push((line.id, put_back));
                }
            }
        }
        facts::set_quantities(line, &q);
    }

    /// More or fewer units of a line that is called off: what taking that back brings back.
    fn wish(&mut self, line: &mut LineRow, called: i64, more: i64) {
        line.ordered += more.max(0);
        line.cancelled += more.max(0);
        if let Some((_, units)) = &mut self.update.called {
            units.insert(line.id, (called + more).max(0));
        }
    }

    /// A file whose amounts add up only without a line says that the line is no longer sold. Goods that are
    /// not paid for do not leave by themselves: the order is held until a person has decided.
    pub(super) fn absent(
        &mut self,
        source: &SourceOrder,
        absent: &[(usize, LineRow)],
        named: &charges::Booked,
        booked: &charges::Booked,
    ) {
        if absent.is_empty() {
            self.release("hold-line-absent");
        }
        if source.total.is_none() || unexplained(named) || !unexplained(booked) || self.history {
            return;
        }
        let lines: Vec<String> = absent
            .iter()
            .filter(|(_, line)| facts::quantities(line).left() > 0)
            .map(|(_, line)| format!("{} × {}", line.ordered - line.cancelled, line.title))
            .collect();
        let sentence = Sentence::new("hold-line-absent").with("line", lines.join(", "));
        let text = serde_json::to_string(&sentence).unwrap_or_default();
        // Whoever released it has decided.
        let asked = self.update.before.holds.iter().any(|h| h.sentence == text);
        if !lines.is_empty() && self.stage != Stage::Gone && !asked {
            self.hold(HoldKind::Customer, sentence);
        }
    }

    fn new_line(&mut self, at: usize, theirs: &SourceLine, total: i64, known: &Known) {
        let history = self.history;
        let said = format!("{} × {}", theirs.quantity, theirs.title);
        if !history && self.stage == Stage::Gone {
            self.need(
                "line_after_shipping",
                Sentence::new("need-line-after-shipping").with("line", said.as_str()),
            );
        }
        self.changed("line", "", &said);
        match self.stage {
            Stage::InHand | Stage::Labelled | Stage::Gone if !history => self.hold(
                HoldKind::Customer,
                Sentence::new("hold-line-added").with("line", said),
            ),
            Stage::Untouched | Stage::Ended | Stage::InHand | Stage::Labelled | Stage::Gone => {}
        }
        if self.update.before.lines.is_empty() {
            self.lines_came();
        }
        let life = if history || self.stage == Stage::Ended {
            self.update.before.life()
        } else {
            Life::Open
        };
        let row = new_order::line_row(at, theirs, total, known, life, history, false);
        self.update.wants_more = true;
        self.update.after.lines.push(row);
    }

    /// The lines that the order waited for are here: nobody has to see to that any more.
    fn lines_came(&mut self) {
        self.release("hold-no-lines");
        let now = self.now;
        for need in &mut self.update.after.needs {
            if need.closed_at.is_none() && need.kind == "no_lines" {
                need.closed_at = Some(now);
                need.closed_by = Some(0);
            }
        }
    }
}
