//! What a source says of the money. Amounts are the source's, whatever stands here: nobody can change them
//! here, and what was paid here stays beside them.

use super::Merging;
use crate::import::new_order::{charge_rows, money_rows, paid_word};
use crate::orders::facts::Facts;
use domain::order::charges;
use domain::source::{SourceOrder, SourcePaid};
use domain::{Currency, Money};
use store::rows::PaymentRow;

impl Merging<'_> {
    pub(super) fn money(&mut self, source: &SourceOrder, booked: &charges::Booked) {
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
            self.changed(
                "total",
                &amount(source.currency, was),
                &amount(source.currency, is),
            );
        }
    }
}

/// An amount as a person reads it, in the order's currency.
pub(super) fn amount(currency: Currency, minor: i64) -> String {
    format!("{} {}", Money { minor, currency }.plain(), currency.code())
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
