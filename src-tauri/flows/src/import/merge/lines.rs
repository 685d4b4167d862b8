//! What a source says of an order's lines: other units, other prices, lines that are new and lines that it
//! names no more.

use super::{Merging, told::unexplained};
use crate::import::known::Known;
use crate::import::new_order;
use crate::orders::facts;
use domain::Sentence;
use domain::order::line::Cancelled;
use domain::order::merge::Stage;
use domain::order::{HoldKind, Life, charges};
use domain::source::{SourceLine, SourceOrder};
use store::rows::LineRow;

impl Merging<'_> {
    pub(super) fn lines(&mut self, source: &SourceOrder, totals: &[i64], known: &Known) {
        for (at, theirs) in source.lines.iter().enumerate() {
            let total = totals.get(at).copied().unwrap_or(0);
            match self.pairs.get(at).copied().flatten() {
                Some(i) => self.line(i, theirs, total),
                None => self.new_line(at, theirs, total, known),
            }
        }
    }

    fn line(&mut self, i: usize, theirs: &SourceLine, total: i64) {
        let Some(ours) = self.update.after.lines.get(i).cloned() else {
            return;
        };
        let history = self.history;
        let (have, want) = (
            ours.ordered - ours.cancelled,
            theirs.quantity - theirs.cancelled,
        );
        let field = format!("line:{}", ours.id);
        let take = !history && self.settle(&field, true, &have.to_string(), &want.to_string());
        let mut line = ours;
        if take {
            let mut q = facts::quantities(&line);
            if want < have {
                if let Ok(Cancelled { released, put_back }) = q.cancel(have - want) {
                    self.update.released.push((line.id, released));
                    if put_back > 0 {
                        self.update.put_back.push((line.id, put_back));
                    }
                } else {
                    // What has left never changes: the rest is called off, the person is told.
                    let left = q.left();
                    if let Ok(Cancelled { released, put_back }) = q.cancel(left) {
                        self.update.released.push((line.id, released));
                        if put_back > 0 {
                            self.update.put_back.push((line.id, put_back));
                        }
                    }
                    self.need("less_than_shipped", Sentence::new("need-less-than-shipped"));
                }
            } else {
                q.ordered += want - have;
                self.update.wants_more = true;
            }
            facts::set_quantities(&mut line, &q);
        }
        line.unit_price = theirs.unit_price;
        line.discount = theirs.discount;
        line.tax = theirs.tax;
        line.total = total;
        if let Some(place) = self.update.after.lines.get_mut(i) {
            *place = line;
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
                Sentence::new("need-line-after-shipping").with("line", said),
            );
            return;
        }
        self.changed("line", "", &said);
        if self.stage == Stage::InHand || self.stage == Stage::Labelled {
            self.hold(
                HoldKind::Customer,
                Sentence::new("hold-line-added").with("line", said),
            );
        }
        if self.update.before.lines.is_empty() {
            self.lines_came();
        }
        let life = if history {
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
