//! Two files of the same orders: what one leaves out, the other says.
//!
//! Etsy writes totals into one file and lines into another. Each read alone gives orders with the
//! same `source_id`; imported one after the other they complete each other, in either order and
//! without doubles, because **absent means nothing**: a field that a file does not state (no lines,
//! no total, an empty text, `Unknown`) takes nothing away from what was known.
//!
//! The rule, by field:
//! - stated in one: that one. Stated in both: the later one, unless one of the two has lines and
//!   the other has none; then the order's facts (total, charges, payment amount) are those of the
//!   file without lines, whose purpose they are, and what is said of lines is the other's.
//! - charges are taken kind by kind. A discount of the order that is the sum of the lines'
//!   discounts is the same money: it stays on the lines.
//! - `extra` and taxes by name are the sum of both.

use domain::Address;
use domain::source::{
    ChargeKind, SourceCharge, SourceOrder, SourcePaid, SourcePayment, SourceShipped, SourceTax,
    SourceWait,
};

/// What is known of one order, completed by what a later file says of it. Both have the same
/// `source_id`; the result does not depend on which came first where only one has lines.
#[must_use]
pub fn complete(known: &SourceOrder, later: &SourceOrder) -> SourceOrder {
    // `of_order` speaks for the order, `of_lines` for its lines.
    let (of_order, of_lines) = match (known.lines.is_empty(), later.lines.is_empty()) {
        (false, true) => (later, known),
        (true, false) => (known, later),
        (true, true) | (false, false) => (later, later),
    };
    let other = |one: &SourceOrder| {
        if std::ptr::eq(one, later) {
            known
        } else {
            later
        }
    };
    let (first, second) = (of_order, other(of_order));
    // Where two things may stand side by side, what stood there stays first.
    let both_alike = known.lines.is_empty() == later.lines.is_empty();
    let (base, more) = if both_alike {
        (known, later)
    } else {
        (first, second)
    };
    let lines = if of_lines.lines.is_empty() {
        &other(of_lines).lines
    } else {
        &of_lines.lines
    };
    let mut order = SourceOrder {
        source_id: first.source_id.clone(),
        number: text(&first.number, &second.number),
        placed_at: first.placed_at.or(second.placed_at),
        currency: first.currency,
        buyer: first.buyer.clone(),
        ship_to: address(&first.ship_to, &second.ship_to),
        bill_to: address(&first.bill_to, &second.bill_to),
        lines: lines.clone(),
        charges: charges(&first.charges, &second.charges),
        taxes: taxes(&first.taxes, &second.taxes),
        prices_include_tax: first.prices_include_tax.or(second.prices_include_tax),
        total: first.total.or(second.total),
        paid: if first.paid == SourcePaid::Unknown {
            second.paid
        } else {
            first.paid
        },
        payments: payments(&base.payments, &more.payments),
        refunded: first.refunded.or(second.refunded),
        shipped: if first.shipped == SourceShipped::Unknown {
            second.shipped
        } else {
            first.shipped
        },
        wait: if first.wait == SourceWait::No {
            second.wait
        } else {
            first.wait
        },
        shipped_at: first.shipped_at.or(second.shipped_at),
        tracking: if first.tracking.is_empty() {
            &second.tracking
        } else {
            &first.tracking
        }
        .clone(),
        cancelled: first.cancelled || second.cancelled,
        cancelled_at: first.cancelled_at.or(second.cancelled_at),
        ship_by: first.ship_by.or(second.ship_by),
        service: text(&first.service, &second.service),
        note: text(&first.note, &second.note),
        gift: first.gift || second.gift,
        gift_message: text(&first.gift_message, &second.gift_message),
        counter: first.counter && second.counter,
        tags: if first.tags.is_empty() {
            &second.tags
        } else {
            &first.tags
        }
        .clone(),
        extra: extra(&base.extra, &more.extra, &first.extra),
        told: first.told.or(second.told),
        row: of_lines.row,
    };
    let buyer = &second.buyer;
    for (own, others) in [
        (&mut order.buyer.source_id, &buyer.source_id),
        (&mut order.buyer.name, &buyer.name),
        (&mut order.buyer.email, &buyer.email),
        (&mut order.buyer.phone, &buyer.phone),
        (&mut order.buyer.company, &buyer.company),
        (&mut order.buyer.tax_id, &buyer.tax_id),
    ] {
        if own.is_empty() {
            own.clone_from(others);
        }
    }
    discount_once(&mut order);
    order
}

/// The orders of two files, those in both completed. The order is that of the first file, then
/// what only the second has.
#[must_use]
pub fn join(first: Vec<SourceOrder>, second: Vec<SourceOrder>) -> Vec<SourceOrder> {
    let mut at = std::collections::HashMap::new();
    let mut joined = first;
    for (place, order) in joined.iter().enumerate() {
        at.insert(order.source_id.clone(), place);
    }
    for order in second {
        let known = at
            .get(&order.source_id)
            .and_then(|place| joined.get_mut(*place));
        match known {
            Some(known) => *known = complete(known, &order),
            None => {
                at.insert(order.source_id.clone(), joined.len());
                joined.push(order);
            }
        }
    }
    joined
}

fn text(first: &str, second: &str) -> String {
    if first.is_empty() { second } else { first }.to_owned()
}

/// Addresses are not mixed part by part: half of one and half of another is nobody's.
fn address(first: &Address, second: &Address) -> Address {
    if first.is_empty() {
        second.clone()
    } else {
        first.clone()
    }
}

fn charges(first: &[SourceCharge], second: &[SourceCharge]) -> Vec<SourceCharge> {
    let missing = second
        .iter()
        .filter(|charge| !first.iter().any(|own| own.kind == charge.kind));
    first.iter().chain(missing).cloned().collect()
}

fn taxes(first: &[SourceTax], second: &[SourceTax]) -> Vec<SourceTax> {
    let missing = second
        .iter()
        .filter(|tax| !first.iter().any(|own| own.name == tax.name));
    first.iter().chain(missing).cloned().collect()
}

fn payments(first: &[SourcePayment], second: &[SourcePayment]) -> Vec<SourcePayment> {
    match (first, second) {
        ([one], [other]) => vec![SourcePayment {
            method: text(&one.method, &other.method),
            reference: text(&one.reference, &other.reference),
            amount: one.amount.or(other.amount),
            at: one.at.or(other.at),
            to_channel: one.to_channel || other.to_channel,
        }],
        ([], _) => second.to_vec(),
        _ => first.to_vec(),
    }
}

type Extra = (String, String);

/// The values of `base` and `more` in that order, those that `newer` has as it has them.
fn extra(base: &[Extra], more: &[Extra], newer: &[Extra]) -> Vec<Extra> {
    let find = |list: &[Extra], name: &str| list.iter().find(|(own, _)| own == name).cloned();
    let missing = more.iter().filter(|(name, _)| find(base, name).is_none());
    base.iter()
        .chain(missing)
        .map(|extra| find(newer, &extra.0).unwrap_or_else(|| extra.clone()))
        .collect()
}

fn discount_once(order: &mut SourceOrder) {
    let of_lines: i64 = order.lines.iter().map(|line| line.discount).sum();
    if of_lines != 0 {
        order
            .charges
            .retain(|charge| charge.kind != ChargeKind::Discount || charge.amount != of_lines);
    }
}
