//! Whether an order of a file that carries the number of an order here is another order: the file is of
//! another shop, and what it says must overwrite nothing. Pure.

use super::known::{Here, Known};
use super::new_order::{Buyer, buyer, recipient_key};
use super::pairing::is_sold;
use domain::sku;
use domain::source::SourceOrder;

/// Whether it is plainly another order. When an order was placed never changes at its source: at another
/// moment, another buyer or other goods settle it. Where the moment says nothing, because the file has none or
/// only a day that both share, it takes both. To the same second it is the same order, however much changed.
pub(crate) fn is_other(source: &SourceOrder, here: &Here, known: &Known) -> bool {
    let (ids, names) = (other_buyer(source, here, known), other_name(source, here));
    let goods = other_goods(source, here);
    let ours = here.facts.order.placed_at;
    let zone = &known.calendar.zone;
    match source.placed_at {
        Some(theirs) if theirs != ours => ids || names || goods,
        Some(day) if zone.start_of_day(zone.day_of(day)) != day => false,
        Some(_) | None => (ids || names) && goods,
    }
}

/// The buyer is known here, and is not the order's.
fn other_buyer(source: &SourceOrder, here: &Here, known: &Known) -> bool {
    match buyer(source, known) {
        Buyer::Known(id) => !here.erased && here.facts.order.customer_id != Some(id),
        Buyer::New(_) => false,
    }
}

/// The recipient has another name.
fn other_name(source: &SourceOrder, here: &Here) -> bool {
    let (theirs, ours) = (recipient_key(source), &here.facts.order.recipient_key);
    !here.erased && !theirs.is_empty() && !ours.is_empty() && theirs != *ours
}

/// Both have goods, and none in common.
fn other_goods(source: &SourceOrder, here: &Here) -> bool {
    let mut sold = here.facts.lines.iter().filter(|l| is_sold(l)).peekable();
    if source.lines.is_empty() || sold.peek().is_none() {
        return false;
    }
    let sku = |text: &str| sku::key(text);
    !sold.any(|ours| {
        source.lines.iter().any(|theirs| {
            let same_id = !ours.source_id.is_empty() && ours.source_id == theirs.source_id;
            let same_sku = !ours.sku.is_empty() && sku(&ours.sku) == sku(&theirs.sku);
            same_id || same_sku || ours.title == theirs.title
        })
    })
}
