//! One order of a file as the preview shows it.

use super::plan::Planned;
use super::types::{Fate, PreviewRow};
use channels::{Reading, RefusedOrder};
use domain::source::SourceOrder;
use domain::{Currency, Sentence};

/// An order that the reader left out: what could be read of it, and why it stays out.
pub(super) fn unread(refused: &RefusedOrder, reading: &Reading) -> PreviewRow {
    let why = usize::try_from(refused.problem)
        .ok()
        .and_then(|at| reading.problems.get(at));
    let why = why.map_or_else(
        || Sentence::new("import-order-unread").with("row", i64::from(refused.row)),
        |problem| problem.sentence.clone(),
    );
    let read = refused.order.as_ref();
    let planned = Planned::Refuse(why.clone());
    let shown = read.map(|order| row(order, &planned));
    let mut shown = shown.unwrap_or_else(|| PreviewRow {
        row: refused.row,
        number: String::new(),
        placed_at: None,
        name: String::new(),
        place: String::new(),
        lines: String::new(),
        status: String::new(),
        total: None,
        currency: Currency::none(),
        fate: Fate::Refuse,
        history: false,
        remarks: vec![why],
        changes: Vec::new(),
    });
    shown.row = refused.row;
    shown
}

/// An order that was read, and what becomes of it.
pub(super) fn row(order: &SourceOrder, planned: &Planned) -> PreviewRow {
    let name = [
        &order.ship_to.name,
        &order.buyer.name,
        &order.ship_to.company,
    ]
    .into_iter()
    .find(|n| !n.trim().is_empty())
    .cloned()
    .unwrap_or_default();
    let place = [
        &order.ship_to.postcode,
        &order.ship_to.city,
        &order.ship_to.country,
    ]
    .into_iter()
    .filter(|p| !p.is_empty())
    .map(String::as_str)
    .collect::<Vec<_>>()
    .join(" ");
    let lines = order
        .lines
        .iter()
        .take(4)
        .map(|l| {
            format!(
                "{} × {}",
                l.quantity,
                if l.sku.is_empty() { &l.title } else { &l.sku }
            )
        })
        .collect::<Vec<_>>()
        .join(", ");
    let (history, remarks, changes) = match planned {
        Planned::New(new) => (
            new.facts.order.history == 1,
            new.remarks.clone(),
            Vec::new(),
        ),
        Planned::Update(update) => {
            let changes = update
                .changes
                .iter()
                .map(|c| crate::orders::types::FieldChange {
                    field: c.field.clone(),
                    before: crate::orders::detail::readable(&c.field, &c.before),
                    after: crate::orders::detail::readable(&c.field, &c.after),
                })
                .collect();
            (
                update.before.order.history == 1,
                update.remarks.clone(),
                changes,
            )
        }
        Planned::Skip => (false, Vec::new(), Vec::new()),
        Planned::Refuse(sentence) | Planned::Other(sentence) => {
            (false, vec![sentence.clone()], Vec::new())
        }
    };
    PreviewRow {
        row: order.row,
        number: order.number.clone(),
        placed_at: order.placed_at,
        name,
        place,
        lines,
        status: status(order).to_owned(),
        total: order.total,
        currency: order.currency,
        fate: planned.fate(),
        history,
        remarks,
        changes,
    }
}

/// The source's words in one of ours.
fn status(order: &SourceOrder) -> &'static str {
    use domain::source::{SourcePaid, SourceShipped};
    if order.cancelled {
        return "cancelled";
    }
    if order.paid == SourcePaid::Refunded {
        return "refunded";
    }
    match order.shipped {
        SourceShipped::Yes => "shipped",
        SourceShipped::Partly => "partly_shipped",
        SourceShipped::No | SourceShipped::Unknown => super::new_order::paid_word(order.paid),
    }
}
