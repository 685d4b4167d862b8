//! What a source says of an order once what it leaves out is completed from what is known of it.

use super::pairing;
use crate::orders::detail::charge_kind;
use crate::orders::facts::{self, Facts};
use domain::order::charges;
use domain::source::{ChargeKind, SourceCharge, SourceLine, SourceOrder};
use store::rows::{ChargeRow, LineRow};

/// A file that tells only a part of an order (lines without a total, a total without lines) is
/// completed by what is known: absence means nothing.
pub(super) fn completed(source: &SourceOrder, here: &Facts) -> SourceOrder {
    let total_known = here.order.amounts_known == 1;
    let as_much_as_before = source.lines.is_empty() == here.lines.is_empty();
    if as_much_as_before && (source.total.is_some() || !total_known) {
        return source.clone();
    }
    let mut before = source.clone();
    before.lines = here.lines.iter().map(line_again).collect();
    before.total = total_known.then_some(here.order.total);
    before.charges = here
        .charges
        .iter()
        .filter(|c| c.kind != "unexplained" && c.kind != "rounding")
        .map(charge_again)
        .collect();
    before.taxes.clear();
    before.refunded = None;
    let whole = channels::join::complete(&before, source);
    SourceOrder {
        lines: whole.lines,
        charges: whole.charges,
        total: whole.total,
        ..source.clone()
    }
}

/// Prices and taxes that a file has no column for stay what they were, and so do charges that its own total
/// contains without naming them.
pub(super) fn prices_again(source: &mut SourceOrder, here: &Facts, pairs: &[Option<usize>]) {
    for (line, place) in source.lines.iter_mut().zip(pairs) {
        let Some(ours) = place.and_then(|i| here.lines.get(i)) else {
            continue;
        };
        if line.unit_price.is_none() {
            line.unit_price = ours.unit_price;
            if line.discount == 0 {
                line.discount = ours.discount;
            }
        }
        line.tax = line.tax.or(ours.tax);
    }
    if !charges::book(source).is_some_and(|booked| unexplained(&booked)) {
        return;
    }
    let mut more = source.clone();
    let missing = here
        .charges
        .iter()
        .filter(|c| c.kind != "unexplained" && c.kind != "rounding")
        .map(charge_again)
        .filter(|c| !source.charges.iter().any(|own| own.kind == c.kind));
    more.charges.extend(missing);
    if charges::book(&more).is_some_and(|booked| !unexplained(&booked)) {
        *source = more;
    }
}

pub(super) fn unexplained(booked: &charges::Booked) -> bool {
    booked
        .charges
        .iter()
        .any(|c| c.kind == ChargeKind::Unexplained)
}

fn charge_again(charge: &ChargeRow) -> SourceCharge {
    SourceCharge {
        kind: charge_kind(&charge.kind),
        label: charge.label.clone(),
        amount: charge.amount,
    }
}

/// The lines here that the file does not name, with their places.
pub(super) fn absent(ours: &[LineRow], pairs: &[Option<usize>]) -> Vec<(usize, LineRow)> {
    ours.iter()
        .enumerate()
        .filter(|(i, line)| pairing::is_sold(line) && !pairs.contains(&Some(*i)))
        .map(|(i, line)| (i, line.clone()))
        .collect()
}

/// A line as its source said it.
pub(super) fn line_again(line: &LineRow) -> SourceLine {
    SourceLine {
        source_id: line.source_id.clone(),
        kind: facts::kind(line),
        sku: line.sku.clone(),
        title: line.title.clone(),
        options: line.options.clone(),
        personalisation: line.personalisation.clone(),
        quantity: line.ordered,
        shipped: 0,
        cancelled: line.cancelled,
        unit_price: line.unit_price,
        discount: line.discount,
        tax: line.tax,
        grams: line.grams,
        barcode: String::new(),
        by_shop: line.by_shop == 1,
        row: 0,
    }
}
