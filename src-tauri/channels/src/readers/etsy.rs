//! Etsy: two files of the same orders. `EtsySoldOrders` has totals and no lines,
//! `EtsySoldOrderItems` has lines and no totals. Either is read alone; both give the same
//! `source_id`, and [`crate::join`] makes one order of the two.

use super::{Format, Platform};
use crate::draft::Draft;
use crate::field::Field as F;
use crate::plan::Habits;
use crate::values::date::DayOrder;
use crate::values::number::DecimalMark;
use domain::Sentence;
use domain::source::{ChargeKind, Severity, SourceOrder, SourcePaid};

/// Etsy writes `08/14/26`, month first, in every country.
const HABITS: Habits = Habits {
    decimal_mark: Some(DecimalMark::Point),
    day_order: Some(DayOrder::MonthFirst),
    to_channel: true,
};

pub(super) static ORDERS: Platform = Platform {
    format: Format::EtsyOrders,
    columns: &[
        ("sale date", F::PlacedAt),
        ("order id", F::OrderId),
        ("buyer", F::BuyerId),
        ("buyer user id", F::Keep),
        ("full name", F::ShipName),
        ("payment method", F::PaymentMethod),
        ("date shipped", F::ShippedAt),
        ("street 1", F::ShipLine1),
        ("street 2", F::ShipLine2),
        ("ship city", F::ShipCity),
        ("ship state", F::ShipRegion),
        ("ship zipcode", F::ShipPostcode),
        ("ship country", F::ShipCountry),
        ("currency", F::Currency),
        ("order value", F::Subtotal),
        ("coupon code", F::DiscountCode),
        ("discount amount", F::Discount),
        ("shipping discount", F::ShippingDiscount),
        ("shipping", F::Shipping),
        ("sales tax", F::TaxByChannel),
        ("order total", F::Total),
        ("status", F::OrderStatus),
        ("number of items", F::Keep),
        ("card processing fees", F::Keep),
        ("order net", F::Keep),
        ("sku", F::Keep),
    ],
    required: &[
        &["sale date"],
        &["order id"],
        &["full name"],
        &["number of items"],
        &["order value"],
        &["order total"],
    ],
    habits: HABITS,
    words: &[],
    assemble: orders,
};

pub(super) static ITEMS: Platform = Platform {
    format: Format::EtsyItems,
    columns: &[
        ("sale date", F::PlacedAt),
        ("order id", F::OrderId),
        ("item name", F::Title),
        ("buyer", F::BuyerId),
        ("quantity", F::Quantity),
        ("price", F::UnitPrice),
        ("item total", F::LineGross),
        ("coupon code", F::DiscountCode),
        ("discount amount", F::LineDiscount),
        ("shipping discount", F::ShippingDiscount),
        ("order shipping", F::LineShipping),
        ("order sales tax", F::TaxByChannel),
        ("vat paid by buyer", F::TaxByChannel),
        ("currency", F::Currency),
        ("transaction id", F::LineId),
        ("date paid", F::PaidAt),
        ("date shipped", F::LineShippedAt),
        ("ship name", F::ShipName),
        ("ship address1", F::ShipLine1),
        ("ship address2", F::ShipLine2),
        ("ship city", F::ShipCity),
        ("ship state", F::ShipRegion),
        ("ship zipcode", F::ShipPostcode),
        ("ship country", F::ShipCountry),
        ("variations", F::Options),
        ("payment type", F::PaymentMethod),
        ("sku", F::Sku),
    ],
    required: &[
        &["sale date"],
        &["order id"],
        &["item name"],
        &["transaction id"],
        &["listing id"],
        &["quantity"],
        &["price"],
    ],
    habits: HABITS,
    words: &[],
    assemble: items,
};

fn orders(draft: &mut Draft<'_>) -> SourceOrder {
    let mut order = draft.usual();
    user_name_only(&mut order);
    // No column says "paid", but Etsy takes its card fee from money it has captured.
    let fee = order
        .extra
        .iter()
        .find(|(name, _)| name.eq_ignore_ascii_case("card processing fees"));
    let has_fee = fee.is_some_and(|(_, fee)| fee.bytes().any(|b| (b'1'..=b'9').contains(&b)));
    if order.paid == SourcePaid::Unknown && has_fee {
        order.paid = SourcePaid::Paid;
        order
            .extra
            .retain(|(name, _)| !name.eq_ignore_ascii_case("payment method"));
        draft.payments(&mut order);
    }
    order
}

fn items(draft: &mut Draft<'_>) -> SourceOrder {
    let mut order = draft.usual();
    user_name_only(&mut order);
    for line in &mut order.lines {
        let (options, personalisation) = split_variations(&line.options);
        line.options = options;
        line.personalisation = personalisation;
    }
    shipping_once(draft, &mut order);
    order
}

/// `otherbuyer (Bob)` is the user `otherbuyer`; the other file says only that. What was written is
/// kept beside the order.
fn user_name_only(order: &mut SourceOrder) {
    let Some((user, _)) = order.buyer.source_id.split_once(" (") else {
        return;
    };
    let user = user.trim().to_owned();
    order
        .extra
        .push(("Buyer".to_owned(), order.buyer.source_id.clone()));
    order.buyer.source_id = user;
}

/// `Personalization:Ann & Bo,Color:Red` is what is written on the thing, and its options.
fn split_variations(cell: &str) -> (String, String) {
    let mut options: Vec<String> = Vec::new();
    let mut personalisation = String::new();
    let mut in_personalisation = false;
    for part in cell.split(',') {
        let name = part.split_once(':').map(|(name, _)| name.trim());
        match name {
            Some("Personalization" | "Personalisation") => {
                in_personalisation = true;
                part.split_once(':')
                    .map_or("", |(_, text)| text)
                    .trim()
                    .clone_into(&mut personalisation);
            }
            // An option's name is short; a colon inside somebody's text is not one.
            Some(name) if !name.is_empty() && name.len() <= 45 => {
                in_personalisation = false;
                options.push(part.trim().to_owned());
            }
            Some(_) | None if in_personalisation => {
                personalisation.push(',');
                personalisation.push_str(part);
            }
            Some(_) | None => match options.last_mut() {
                Some(last) => {
                    last.push(',');
                    last.push_str(part);
                }
                None => options.push(part.trim().to_owned()),
            },
        }
    }
    (options.join(", ").trim().to_owned(), personalisation)
}

/// `Order Shipping` stands on one row of an order, or the same on each. Only the sum of different
/// amounts could be meant otherwise, and then a person is told.
fn shipping_once(draft: &mut Draft<'_>, order: &mut SourceOrder) {
    let mut amounts = Vec::new();
    for row in draft.rows {
        amounts.extend(
            draft
                .row_money(row, F::LineShipping)
                .filter(|amount| *amount != 0),
        );
    }
    let Some(first) = amounts.first().copied() else {
        return;
    };
    if amounts.len() < 2 {
        return;
    }
    let sentence = Sentence::new("import-etsy-shipping-repeated");
    draft.note_order(Severity::Warning, sentence);
    if amounts.iter().all(|amount| *amount == first) {
        for charge in &mut order.charges {
            if charge.kind == ChargeKind::Shipping {
                charge.amount = first;
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn personalisation_is_parted_from_options() {
        let split = |cell| split_variations(cell);
        assert_eq!(
            split("Style: Matte"),
            ("Style: Matte".into(), String::new())
        );
        assert_eq!(
            split("Personalization:Ann & Bo,Color:Red"),
            ("Color:Red".into(), "Ann & Bo".into())
        );
        assert_eq!(
            split("Size:L,Personalization:To Ann, with love"),
            ("Size:L".into(), "To Ann, with love".into())
        );
        assert_eq!(split(""), (String::new(), String::new()));
    }
}
