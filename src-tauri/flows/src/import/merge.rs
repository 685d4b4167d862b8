//! An order that is here and of which a file says something new: settled field by field. Pure.

mod buyer;
mod fields;
mod goods;
mod life;
mod lines;
mod money;
mod told;

pub(crate) use fields::SERVICE;
pub(crate) use life::{AFTER_LEAVING, CANCELLED_THERE, REVIVED_THERE};

use super::known::{Here, Known};
use super::new_order::{hold_row, need_row, tax_rows};
use super::pairing;
use crate::orders::deadline::{self, promise};
use crate::orders::facts::{self, Facts};
use crate::orders::types::FieldChange;
use domain::order::deadline::Promise;
use domain::order::merge::{Printed, Settled, Stage, settle};
use domain::order::{HoldKind, charges, ready};
use domain::source::SourceOrder;
use domain::{Address, Millis, Sentence};
use std::collections::{BTreeMap, BTreeSet};
use store::rows::{CustomerRow, NeedRow, OrderRow, PaymentRow, TaxRow};

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
    /// Fields of which an open conflict says no longer what stands: a newer one does, or both agree.
    pub(crate) superseded: BTreeSet<String>,
    /// The buyer as the source names them now.
    pub(crate) buyer: Option<CustomerRow>,
    /// The buyer as they were.
    pub(crate) known_buyer: Option<CustomerRow>,
    /// What taking the order's cancellation back brings back.
    pub(crate) called: Option<lines::Called>,
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
            && self.superseded.is_empty()
            && self.buyer.is_none()
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
    let called = lines::called(here.stage, &here.theirs);
    let sold = called.as_ref().map(|c| lines::as_sold(&here.facts, c));
    let sold = sold.as_ref().unwrap_or(&here.facts);
    let mut whole = told::completed(anonymous.as_ref().unwrap_or(source), sold);
    let mut pairs = pairing::pair(&sold.lines, &whole.lines);
    told::prices_again(&mut whole, sold, &pairs);
    let named = charges::book(&whole).ok_or_else(|| Sentence::new("import-amount-too-big"))?;
    let absent = told::absent(&sold.lines, &pairs);
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
        shown: &here.shown,
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
            superseded: BTreeSet::new(),
            buyer: None,
            known_buyer: here.buyer.clone(),
            called,
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
    m.buyer(source, here);
    m.lines(source, &booked.lines, known);
    m.goods(source, here, source.lines.len() - absent.len());
    m.money(source, &booked);
    m.absent(source, &absent, &named, &booked);
    m.unsent(source, here);
    m.cancellation(source, here.out);
    m.wait(source);
    m.hold_conflicts();
    m.update.after.derive(&known.settings);
    m.paid_no_more(known);
    m.paid_in_time(known);
    Ok(m.update)
}

/// Whether what a source says of a field came too late for what has left: where to, and how many.
pub(crate) fn matters_after_leaving(field: &str) -> bool {
    field == "ship_to" || field.starts_with("line:")
}

/// What a "needs you" item is called that says that an order was changed after it had left.
pub(crate) const CHANGED_AFTER_LEAVING: &str = "changed_after_leaving";

struct Merging<'a> {
    stage: Stage,
    /// It is history, and stays it.
    history: bool,
    theirs: &'a BTreeMap<String, String>,
    /// The fields of which a conflict is open.
    shown: &'a BTreeSet<String>,
    /// For each line of the file its line here, if it has one.
    pairs: Vec<Option<usize>>,
    now: Millis,
    update: Update,
}

impl Merging<'_> {
    /// Settles one field; true when theirs is to be taken.
    fn settle(&mut self, field: &str, printed: Printed, ours: &str, theirs: &str) -> bool {
        let said = self.theirs.get(field).map(String::as_str);
        let last = said.unwrap_or(ours);
        // History is the source's own record: nobody here changes it, and nothing of it leaves.
        let settled = if self.history && theirs != ours {
            Settled::Take
        } else {
            settle(self.stage, printed, last, ours, theirs)
        };
        match settled {
            Settled::Same => {
                if theirs == ours {
                    // Both say the same now: there is nothing left to choose.
                    self.superseded(field);
                    if said.is_some_and(|said| said != theirs) {
                        self.remember(field, theirs.to_owned());
                    }
                }
                false
            }
            Settled::Take | Settled::TakeAndHold => {
                self.superseded(field);
                if said.is_some() {
                    self.remember(field, theirs.to_owned());
                }
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
                self.differ(field, ours, theirs);
                false
            }
        }
    }

    /// Ours stays; both are shown.
    fn differ(&mut self, field: &str, ours: &str, theirs: &str) {
        self.superseded(field);
        self.update
            .conflicts
            .push((field.to_owned(), ours.to_owned(), theirs.to_owned()));
        self.remember(field, theirs.to_owned());
        let id = match self.stage {
            Stage::Gone => "import-too-late",
            Stage::Ended => "import-cancelled-here",
            Stage::Untouched | Stage::InHand | Stage::Labelled => "import-conflict",
        };
        self.update
            .remarks
            .push(Sentence::new(id).with("field", field));
    }

    fn superseded(&mut self, field: &str) {
        if self.shown.contains(field) {
            self.update.superseded.insert(field.to_owned());
        }
    }

    fn remember(&mut self, field: &str, theirs: String) {
        self.update.remember.push((field.to_owned(), theirs));
    }

    /// An order with something to choose is held until a person has chosen, and no longer. What has left is
    /// not held any more.
    fn hold_conflicts(&mut self) {
        let found = self.update.conflicts.len();
        let open = self.shown.len() - self.update.superseded.len() + found;
        if open == 0 {
            self.release("hold-conflict");
        }
        if self.stage == Stage::Gone {
            self.changed_after_leaving();
        } else if open > 0 {
            let sentence = Sentence::new("hold-conflict").with("fields", open);
            let text = serde_json::to_string(&sentence).unwrap_or_default();
            let mut holds = self.update.after.holds.iter_mut();
            match holds.find(|h| h.released_at.is_none() && said(&h.sentence, "hold-conflict")) {
                Some(hold) => hold.sentence = text,
                None if found > 0 => self.hold(HoldKind::Customer, sentence),
                // Somebody let it go in spite of them.
                None => {}
            }
        }
    }

    /// Where to and how many, said after everything had left: nothing here can follow it, so a person is told.
    fn changed_after_leaving(&mut self) {
        // Units that go on there have an item of their own.
        let goes_on = |n: &NeedRow| n.closed_at.is_none() && n.kind == REVIVED_THERE;
        let units_told = self.update.after.needs.iter().any(goes_on);
        let matters = |field: &str| {
            matters_after_leaving(field) && !(units_told && field.starts_with("line:"))
        };
        if self
            .update
            .conflicts
            .iter()
            .any(|(field, ..)| matters(field))
        {
            self.need(
                CHANGED_AFTER_LEAVING,
                Sentence::new("need-changed-after-leaving"),
            );
        }
    }

    /// What was paid when somebody began to work on it, and is paid no more, does not leave by itself.
    fn paid_no_more(&mut self, known: &Known) {
        let owes = |f: &Facts| {
            let money = |facts: &ready::Facts<'_>| !ready::money_is_in_order(facts);
            f.ask_ready(&known.settings, money)
        };
        let is = owes(&self.update.after);
        let in_hand = matches!(self.stage, Stage::InHand | Stage::Labelled);
        if is && in_hand && !owes(&self.update.before) {
            self.hold(HoldKind::Payment, Sentence::new("hold-paid-no-more"));
        } else if !is {
            self.release("hold-paid-no-more");
        }
        self.update.after.derive(&known.settings);
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
            if hold.released_at.is_none() && said(&hold.sentence, sentence) {
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
}

/// Whether a stored sentence is this one, whatever its values.
fn said(stored: &str, id: &str) -> bool {
    serde_json::from_str::<Sentence>(stored).is_ok_and(|said| said.id == id)
}
