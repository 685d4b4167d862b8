//! An order that is here and of which a file says something new: settled field by field. Pure.

mod goods;
mod life;
mod lines;
mod told;

use super::known::{Here, Known};
use super::new_order::{charge_rows, hold_row, money_rows, need_row, paid_word, tax_rows};
use super::pairing;
use crate::orders::deadline::{self, promise};
use crate::orders::facts::{self, Facts};
use crate::orders::types::FieldChange;
use domain::order::deadline::Promise;
use domain::order::merge::{Settled, Stage, settle};
use domain::order::{HoldKind, Life, charges};
use domain::source::{SourceOrder, SourcePaid};
use domain::{Address, Millis, Sentence, calendar};
use std::collections::BTreeMap;
use store::rows::{NeedRow, OrderRow, PaymentRow, TaxRow};

/// What an update does, ready to be written. New rows have the id 0.
#[derive(Debug, Clone)]
pub(crate) struct Update {
    pub(crate) before: Facts,
    pub(crate) after: Facts,
    pub(crate) taxes: Vec<TaxRow>,
    /// A new address that the order points at from now on.
    pub(crate) ship_to: Option<Address>,
    pub(crate) address_of: Option<i64>,
    /// Field and what the source says of it: to be remembered.
    pub(crate) remember: Vec<(String, String)>,
    /// Field, ours, theirs.
    pub(crate) conflicts: Vec<(String, String, String)>,
    /// Line and units that are no longer reserved.
    pub(crate) released: Vec<(i64, i64)>,
    /// Line and units that go back to the shelf.
    pub(crate) put_back: Vec<(i64, i64)>,
    /// Line and units that the source shipped itself since.
    pub(crate) elsewhere: Vec<(i64, i64)>,
    /// Whether these stood on our shelf; absent while nobody has said.
    pub(crate) from_shelf: Option<bool>,
    /// Of these, units that could have stood there: of lines with a variant.
    pub(crate) shelf_units: i64,
    /// When they left, where the source says so.
    pub(crate) left_at: Option<Millis>,
    /// Lines want more units than before.
    pub(crate) wants_more: bool,
    pub(crate) cancelled: bool,
    /// It had ended, and goes on.
    pub(crate) revived: bool,
    /// What the source had sent itself it has not.
    pub(crate) unsent: bool,
    pub(crate) changes: Vec<FieldChange>,
    pub(crate) remarks: Vec<Sentence>,
}

impl Update {
    /// Whether the order is as it was, although its source spells it otherwise: two files of one order
    /// say different parts of it.
    pub(crate) fn changes_nothing(&self, taxes: &[TaxRow]) -> bool {
        let nothing_to_do = self.ship_to.is_none()
            && self.remember.is_empty()
            && self.conflicts.is_empty()
            && self.elsewhere.is_empty()
            && self.put_back.is_empty()
            && !self.revived
            && !self.unsent;
        let (before, after) = (&self.before, &self.after);
        let order = OrderRow {
            digest: before.order.digest.clone(),
            ..after.order.clone()
        };
        let charges = |f: &Facts| same(&f.charges, |c| (c.kind.clone(), c.amount));
        let credits = |f: &Facts| same(&f.credits, |c| (c.reason.clone(), c.amount));
        let payments = |f: &Facts| {
            same(&f.payments, |p| PaymentRow {
                id: 0,
                order_id: 0,
                // Each of two files has its own words for the same way of paying.
                method: String::new(),
                ..p.clone()
            })
        };
        let named = |rows: &[TaxRow]| {
            same(rows, |t| {
                (t.name.clone(), t.amount, t.included, t.by_channel)
            })
        };
        nothing_to_do
            && order == before.order
            && after.lines == before.lines
            && after.holds == before.holds
            && after.needs == before.needs
            && charges(after) == charges(before)
            && credits(after) == credits(before)
            && payments(after) == payments(before)
            && (self.taxes.is_empty() || named(&self.taxes) == named(taxes))
    }
}

/// Rows as what they say, in an order of their own.
fn same<R, T: std::fmt::Debug>(rows: &[R], says: impl Fn(&R) -> T) -> Vec<String> {
    let mut all: Vec<String> = rows.iter().map(|row| format!("{:?}", says(row))).collect();
    all.sort_unstable();
    all
}

/// Settles an order that is here. `None` when the file says nothing that changes anything.
///
/// # Errors
/// The sentence that refuses the order.
pub(crate) fn merge(
    source: &SourceOrder,
    digest: &str,
    here: &Here,
    known: &Known,
    start: Option<Millis>,
    now: Millis,
) -> Result<Update, Sentence> {
    let anonymous = here.erased.then(|| source.without_person());
    let mut whole = told::completed(anonymous.as_ref().unwrap_or(source), &here.facts);
    let mut pairs = pairing::pair(&here.facts.lines, &whole.lines);
    told::prices_again(&mut whole, &here.facts, &pairs);
    let named = charges::book(&whole).ok_or_else(|| Sentence::new("import-amount-too-big"))?;
    let absent = told::absent(&here.facts.lines, &pairs);
    for (i, line) in &absent {
        // Absence means nothing: the line stands, and what the source's total no longer has of it is told.
        whole.lines.push(told::line_again(line));
        pairs.push(Some(*i));
    }
    let source = &whole;
    let booked = charges::book(source).ok_or_else(|| Sentence::new("import-amount-too-big"))?;
    let mut m = Merging {
        stage: here.stage,
        history: here.facts.order.history == 1,
        theirs: &here.theirs,
        pairs,
        now,
        update: Update {
            before: here.facts.clone(),
            after: here.facts.clone(),
            taxes: tax_rows(source),
            ship_to: None,
            address_of: here.ship_to_customer,
            remember: Vec::new(),
            conflicts: Vec::new(),
            released: Vec::new(),
            put_back: Vec::new(),
            elsewhere: Vec::new(),
            from_shelf: known.on_shelf,
            shelf_units: 0,
            left_at: None,
            wants_more: false,
            cancelled: false,
            revived: false,
            unsent: false,
            changes: Vec::new(),
            remarks: Vec::new(),
        },
    };
    digest.clone_into(&mut m.update.after.order.digest);
    m.revive(source, here, known, start);
    m.fields(source, here, known);
    m.lines(source, &booked.lines, known);
    m.goods(source, source.lines.len() - absent.len());
    m.money(source, &booked);
    m.absent(source, &absent, &named, &booked);
    m.unsent(source);
    m.cancellation(source);
    m.wait(source);
    if !m.update.conflicts.is_empty() && m.stage != Stage::Gone {
        m.hold(
            HoldKind::Customer,
            Sentence::new("hold-conflict").with("fields", m.update.conflicts.len()),
        );
    }
    m.update.after.derive(&known.settings);
    m.paid_in_time(known);
    Ok(m.update)
}

/// What a file does not say of the one payment of an order stays known.
fn known_of_payments(rows: &mut [PaymentRow], before: &[PaymentRow]) {
    let mut known = before
        .iter()
        .filter(|p| p.origin == "source" && p.direction == "in" && p.state != "pending");
    let mut told = rows
        .iter_mut()
        .filter(|p| p.direction == "in" && p.state != "pending");
    let (Some(old), None, Some(row), None) = (known.next(), known.next(), told.next(), told.next())
    else {
        return;
    };
    row.at = row.at.or(old.at);
    if row.way == "unknown" {
        row.way.clone_from(&old.way);
    }
    for (own, known) in [
        (&mut row.method, &old.method),
        (&mut row.reference, &old.reference),
    ] {
        if own.is_empty() {
            own.clone_from(known);
        }
    }
}

struct Merging<'a> {
    stage: Stage,
    /// It is history, and stays it.
    history: bool,
    theirs: &'a BTreeMap<String, String>,
    /// For each line of the file its line here, if it has one.
    pairs: Vec<Option<usize>>,
    now: Millis,
    update: Update,
}

impl Merging<'_> {
    /// Settles one field; true when theirs is to be taken.
    fn settle(&mut self, field: &str, on_paper: bool, ours: &str, theirs: &str) -> bool {
        let last = self.theirs.get(field).map_or(ours, String::as_str);
        let settled = settle(self.stage, on_paper, last, ours, theirs);
        match settled {
            Settled::Same => false,
            Settled::Take | Settled::TakeAndHold => {
                self.changed(field, ours, theirs);
                if settled == Settled::TakeAndHold {
                    self.hold(
                        HoldKind::Customer,
                        Sentence::new("hold-changed-on-paper").with("field", field),
                    );
                }
                true
            }
            Settled::Conflict | Settled::TooLate => {
                self.update
                    .conflicts
                    .push((field.to_owned(), ours.to_owned(), theirs.to_owned()));
                self.update
                    .remember
                    .push((field.to_owned(), theirs.to_owned()));
                let cancelled = self.update.before.life() == Life::Cancelled;
                let id = if settled == Settled::TooLate && cancelled {
                    "import-cancelled-here"
                } else if settled == Settled::TooLate {
                    "import-too-late"
                } else {
                    "import-conflict"
                };
                self.update
                    .remarks
                    .push(Sentence::new(id).with("field", field));
                false
            }
        }
    }

    fn changed(&mut self, field: &str, before: &str, after: &str) {
        self.update.changes.push(FieldChange {
            field: field.to_owned(),
            before: before.to_owned(),
            after: after.to_owned(),
        });
    }

    fn hold(&mut self, kind: HoldKind, sentence: Sentence) {
        let text = serde_json::to_string(&sentence).unwrap_or_default();
        let stands = self
            .update
            .after
            .holds
            .iter()
            .any(|h| h.released_at.is_none() && h.sentence == text);
        if !stands {
            self.update
                .after
                .holds
                .push(hold_row(kind, &sentence, self.now));
            self.update.remarks.push(sentence);
        }
    }

    /// Ends holds of one sentence: what they waited for is there.
    fn release(&mut self, sentence: &str) {
        let now = self.now;
        for hold in &mut self.update.after.holds {
            let of_it = serde_json::from_str::<Sentence>(&hold.sentence)
                .is_ok_and(|said| said.id == sentence);
            if hold.released_at.is_none() && of_it {
                hold.released_at = Some(now);
                hold.released_by = Some(0);
            }
        }
    }

    fn need(&mut self, kind: &str, sentence: Sentence) {
        let stands = self
            .update
            .after
            .needs
            .iter()
            .any(|n| n.closed_at.is_none() && n.kind == kind);
        if !stands {
            self.update
                .after
                .needs
                .push(need_row(kind, &sentence, self.now));
            self.update.remarks.push(sentence);
        }
    }

    /// Paid now, its goods are not soon free for others: nobody has to be warned any more.
    fn paid_in_time(&mut self, known: &Known) {
        if promise(&self.update.after, &known.settings, self.now) != Promise::Kept {
            return;
        }
        let warned = |n: &&mut NeedRow| n.kind == deadline::ENDS && n.closed_at.is_none();
        for need in self.update.after.needs.iter_mut().filter(warned) {
            need.closed_at = Some(self.now);
        }
        self.update.after.derive(&known.settings);
    }

    fn fields(&mut self, source: &SourceOrder, here: &Here, known: &Known) {
        // History is the source's own record, and whoever was erased is nobody's business any more: nobody
        // waits for these fields.
        if self.history || here.erased {
            return;
        }
        let spelled = |a: &Address| serde_json::to_string(a).unwrap_or_default();
        if !source.ship_to.is_empty()
            && self.settle(
                "ship_to",
                true,
                &spelled(&here.ship_to),
                &spelled(&source.ship_to),
            )
        {
            self.update.ship_to = Some(source.ship_to.clone());
            self.update
                .after
                .order
                .country
                .clone_from(&source.ship_to.country);
        }
        let order = here.facts.order.clone();
        if (source.told.note || !source.note.is_empty())
            && self.settle("note", true, &order.note, &source.note)
        {
            self.update.after.order.note.clone_from(&source.note);
        }
        let gift = |yes: bool| if yes { "yes" } else { "no" };
        let told_gift = source.told.gift || source.gift;
        if told_gift && self.settle("gift", true, gift(order.gift == 1), gift(source.gift)) {
            self.update.after.order.gift = i64::from(source.gift);
        }
        if told_gift
            && self.settle(
                "gift_message",
                true,
                &order.gift_message,
                &source.gift_message,
            )
        {
            self.update
                .after
                .order
                .gift_message
                .clone_from(&source.gift_message);
        }
        if (source.told.service || !source.service.is_empty())
            && self.settle("service_wish", false, &order.service_wish, &source.service)
        {
            self.update
                .after
                .order
                .service_wish
                .clone_from(&source.service);
        }
        let moment = |at: Option<Millis>| at.map(|t| t.to_string()).unwrap_or_default();
        if (source.told.ship_by || source.ship_by.is_some())
            && self.settle(
                "promised_at",
                false,
                &moment(order.promised_at),
                &moment(source.ship_by),
            )
        {
            self.update.after.order.promised_at = source.ship_by;
            let ours = calendar::ship_by(order.placed_at, &known.calendar);
            let theirs = Some(source.ship_by.map_or(ours, |t| t.min(ours)));
            // What follows from the promise follows it, unless a person has set another day.
            let by_hand = self.theirs.contains_key("ship_by");
            if !by_hand || self.settle("ship_by", false, &moment(order.ship_by), &moment(theirs)) {
                self.update.after.order.ship_by = theirs;
            }
        }
    }

    fn money(&mut self, source: &SourceOrder, booked: &charges::Booked) {
        let after = &mut self.update.after;
        let own = |origin: &str| origin != "source";
        let told = source.paid != SourcePaid::Unknown
            || !source.payments.is_empty()
            || source.refunded.is_some();
        if told {
            let (mut payments, credits) = money_rows(source, booked.total, self.now);
            known_of_payments(&mut payments, &self.update.before.payments);
            after.payments.retain(|p| own(&p.origin));
            after.payments.extend(payments);
            after.credits.retain(|c| own(&c.reason));
            after.credits.extend(credits);
            paid_word(source.paid).clone_into(&mut after.order.source_paid);
        } else {
            // Rows of the source are written anew, whether they changed or not.
            for payment in after.payments.iter_mut().filter(|p| !own(&p.origin)) {
                payment.id = 0;
            }
            for credit in after.credits.iter_mut().filter(|c| !own(&c.reason)) {
                credit.id = 0;
            }
        }
        after.charges = charge_rows(&booked.charges);
        after.order.amounts_known = i64::from(booked.known);
        after.order.lines_total = booked.lines_total;
        let before = &self.update.before;
        let plain = |f: &Facts| {
            f.payments
                .iter()
                .filter(|p| p.origin == "source")
                .map(|p| format!("{} {} {:?}", p.direction, p.state, p.amount))
                .collect::<Vec<_>>()
        };
        if plain(before) != plain(&self.update.after) {
            let (was, is) = (
                before.order.source_paid.clone(),
                self.update.after.order.source_paid.clone(),
            );
            self.changed("payment", &was, &is);
        }
        let sum = |f: &Facts| {
            f.lines.iter().map(|l| l.total).sum::<i64>()
                + f.charges.iter().map(|c| c.amount).sum::<i64>()
        };
        let (was, is) = (sum(&self.update.before), sum(&self.update.after));
        if was != is {
            self.changed("total", &was.to_string(), &is.to_string());
        }
    }
}
