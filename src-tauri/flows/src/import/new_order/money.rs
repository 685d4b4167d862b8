//! What a source says of the money, as rows.

use super::charge_word;
use domain::Millis;
use domain::source::{SourceOrder, SourcePaid};
use store::rows::{ChargeRow, CreditRow, PaymentRow, TaxRow};

/// A source may say so: a deposit that it does not count went back, or the file is wrong.
pub(super) fn more_went_back_than_came(source: &SourceOrder) -> bool {
    match (source.refunded, source.total) {
        (Some(back), Some(total)) => back > total.max(0),
        _ => false,
    }
}

/// The payments and credits that a source's facts stand for.
pub(crate) fn money_rows(
    source: &SourceOrder,
    total: i64,
    now: Millis,
) -> (Vec<PaymentRow>, Vec<CreditRow>) {
    let row = |out: bool, state: &str, amount: Option<i64>| PaymentRow {
        id: 0,
        order_id: 0,
        direction: if out { "out" } else { "in" }.to_owned(),
        way: "unknown".to_owned(),
        method: String::new(),
        reference: String::new(),
        state: state.to_owned(),
        amount,
        at: None,
        origin: "source".to_owned(),
    };
    let stated = source.total.map(|_| total);
    let mut rows: Vec<PaymentRow> = Vec::new();
    let words = domain::order::payment::rows_of_word(source.paid, stated, source.refunded);
    let state = words
        .iter()
        .find(|w| !w.out)
        .map_or("pending", |w| w.state.word());
    if source.payments.is_empty() {
        rows.extend(
            words
                .iter()
                .filter(|w| !w.out)
                .map(|w| row(false, w.state.word(), w.amount)),
        );
    }
    let single = source.payments.len() == 1;
    for payment in &source.payments {
        // One payment of an order that is paid in full is the whole total.
        let whole = single
            && matches!(
                source.paid,
                SourcePaid::Paid
                    | SourcePaid::PartlyRefunded
                    | SourcePaid::Refunded
                    | SourcePaid::Authorized
            );
        rows.push(PaymentRow {
            way: if payment.to_channel {
                "channel"
            } else {
                "unknown"
            }
            .to_owned(),
            method: payment.method.clone(),
            reference: payment.reference.clone(),
            at: payment.at,
            ..row(false, state, payment.amount.or(stated.filter(|_| whole)))
        });
    }
    if source.paid == SourcePaid::PartlyPaid && source.payments.iter().any(|p| p.amount.is_none()) {
        // Otherwise a capture of unknown amount would stand for all of it.
        rows.push(row(false, "pending", None));
    }
    let mut credits = Vec::new();
    let went_back = source.refunded.filter(|r| *r != 0);
    let refund_told = matches!(
        source.paid,
        SourcePaid::PartlyRefunded | SourcePaid::Refunded
    );
    if went_back.is_some() || refund_told {
        let amount = went_back.or(stated.filter(|_| source.paid == SourcePaid::Refunded));
        rows.push(row(true, "captured", amount));
        if let Some(amount) = amount {
            // A refund names the credits it pays back, so nobody owes after it.
            credits.push(CreditRow {
                id: 0,
                order_id: 0,
                line_id: None,
                reason: "source".to_owned(),
                amount,
                at: source
                    .cancelled_at
                    .or(source.shipped_at)
                    .or(source.placed_at)
                    .unwrap_or(now),
            });
        }
    }
    (rows, credits)
}

/// The charges beside the lines; those of 0 say nothing and are left out.
pub(crate) fn charge_rows(charges: &[domain::source::SourceCharge]) -> Vec<ChargeRow> {
    charges
        .iter()
        .filter(|c| c.amount != 0)
        .map(|c| ChargeRow {
            id: 0,
            order_id: 0,
            kind: charge_word(c.kind).to_owned(),
            label: c.label.clone(),
            amount: c.amount,
        })
        .collect()
}

/// The taxes by name.
pub(crate) fn tax_rows(source: &SourceOrder) -> Vec<TaxRow> {
    source
        .taxes
        .iter()
        .filter(|t| t.amount != 0)
        .map(|t| TaxRow {
            id: 0,
            order_id: 0,
            name: t.name.clone(),
            amount: t.amount,
            included: t.included.map(i64::from),
            by_channel: i64::from(t.collected_by_channel),
        })
        .collect()
}
