//! Square: "Items detail", one row for each item of a till sale. A refund is a row with negative
//! amounts and the sale's own transaction. Widths differ by year; columns are found by name.

use super::{Format, Platform};
use crate::draft::{Draft, Row};
use crate::field::Field as F;
use crate::plan::Habits;
use crate::values::number::DecimalMark;
use domain::source::{SourceOrder, SourcePaid, SourceShipped};

pub(super) static PLATFORM: Platform = Platform {
    format: Format::Square,
    columns: &[
        ("transaction id", F::OrderId),
        ("date", F::PlacedAt),
        ("time", F::PlacedTime),
        ("time zone", F::PlacedZone),
        ("item", F::Title),
        ("qty", F::Quantity),
        ("price point name", F::Options),
        ("modifiers applied", F::Options),
        ("sku", F::Sku),
        ("gtin", F::Barcode),
        ("gross sales", F::LineGross),
        ("discounts", F::LineDiscount),
        ("net sales", F::LineTotal),
        ("tax", F::LineTax),
        ("payment id", F::PaymentReference),
        ("card brand", F::PaymentMethod),
        ("notes", F::Note),
        ("customer id", F::BuyerId),
        ("customer name", F::BuyerName),
        ("customer reference id", F::Keep),
        ("device name", F::Keep),
        ("location", F::Keep),
        ("channel", F::Keep),
        ("employee", F::Keep),
        ("fulfillment note", F::Keep),
        ("recipient name", F::ShipName),
        ("recipient phone", F::ShipPhone),
        ("recipient address", F::ShipLine1),
        ("recipient address 2", F::ShipLine2),
        ("recipient city", F::ShipCity),
        ("recipient region", F::ShipRegion),
        ("recipient postal code", F::ShipPostcode),
        ("recipient country", F::ShipCountry),
        ("recipient email", F::BuyerEmail),
    ],
    required: &[
        &["transaction id"],
        &["item"],
        &["qty"],
        &["gross sales"],
        &["net sales"],
        &["date"],
        &["time zone", "payment id"],
    ],
    habits: Habits {
        decimal_mark: Some(DecimalMark::Point),
        day_order: None,
        to_channel: false,
    },
    words: &[],
    assemble,
};

fn assemble(draft: &mut Draft<'_>) -> SourceOrder {
    let (sold, returned): (Vec<Row>, Vec<Row>) = draft
        .rows
        .iter()
        .cloned()
        .partition(|row| !is_refund(draft, row));
    let rows = if sold.is_empty() { &returned } else { &sold };
    let mut sale = Draft::new(draft.file, rows);
    let mut order = sale.head();
    order.row = draft.first_row();
    if !sold.is_empty() {
        for row in &sold {
            sale.line(row, &mut order);
        }
        sale.money_of_order(&mut order);
        // Square's sales amounts are before tax, whatever the tag in the shop says.
        order.prices_include_tax = Some(false);
        for tax in &mut order.taxes {
            tax.included = Some(false);
        }
        let taken: i64 = sold.iter().map(|row| taken(&mut sale, row)).sum();
        order.total = Some(taken);
        order.paid = SourcePaid::Paid;
    }
    sale.note_shipped(&mut order);
    if !returned.is_empty() {
        let mut back = Draft::new(draft.file, &returned);
        let amount = -returned
            .iter()
            .map(|row| taken(&mut back, row))
            .sum::<i64>();
        order.refunded = Some(amount.max(0));
        order.paid = match order.total {
            Some(total) if amount >= total => SourcePaid::Refunded,
            Some(_) => SourcePaid::PartlyRefunded,
            None => SourcePaid::Unknown,
        };
        draft.problems.append(&mut back.problems);
    }
    if !sold.is_empty() {
        sale.payments(&mut order);
        for payment in &mut order.payments {
            payment.at = order.placed_at;
        }
    }
    draft.assumed_currency = sale.assumed_currency;
    draft.amounts += sale.amounts;
    // The whole draft has noted the same things of the same cells: each is told once.
    draft.problems = std::mem::take(&mut sale.problems)
        .into_iter()
        .chain(std::mem::take(&mut draft.problems))
        .fold(Vec::new(), |mut kept, problem| {
            if !kept.contains(&problem) {
                kept.push(problem);
            }
            kept
        });
    order
}

/// A refund row says so, or its quantity is negative.
fn is_refund(draft: &Draft<'_>, row: &Row) -> bool {
    draft
        .file
        .plan
        .cell(&row.record, F::Quantity)
        .trim_start()
        .starts_with(['-', '\u{2212}', '('])
        || draft
            .cell_named(row, "event type")
            .eq_ignore_ascii_case("refund")
}

/// Net amount and tax of a row: what went over the counter for it.
fn taken<'d>(draft: &mut Draft<'d>, row: &'d Row) -> i64 {
    let net = draft.row_money(row, F::LineTotal).unwrap_or(0);
    net.saturating_add(draft.row_money(row, F::LineTax).unwrap_or(0))
}

impl Draft<'_> {
    /// Goods of a till sale have left with the buyer, unless somebody else is to get them.
    fn note_shipped(&self, order: &mut SourceOrder) {
        order.counter = order.ship_to.is_empty() && order.ship_to.name.is_empty();
        if order.counter {
            order.shipped = SourceShipped::Yes;
            order.shipped_at = order.placed_at;
            for line in &mut order.lines {
                line.shipped = line.quantity;
            }
        }
    }
}
