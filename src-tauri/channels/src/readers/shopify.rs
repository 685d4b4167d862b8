//! Shopify: "Export orders". One row a line; the rows after an order's first repeat only its name.

use super::{Format, Platform};
use crate::draft::Draft;
use crate::field::Field as F;
use crate::plan::Habits;
use crate::status::StatusWord;
use crate::usual;
use crate::values::number::DecimalMark;
use domain::source::{ChargeKind, SourceOrder};

pub(super) static PLATFORM: Platform = Platform {
    format: Format::Shopify,
    columns: &[
        ("name", F::OrderNumber),
        ("id", F::OrderId),
        ("email", F::BuyerEmail),
        ("phone", F::BuyerPhone),
        ("financial status", F::PaymentStatus),
        ("paid at", F::PaidAt),
        ("fulfillment status", F::FulfilmentStatus),
        ("fulfilled at", F::ShippedAt),
        ("currency", F::Currency),
        ("subtotal", F::Subtotal),
        ("shipping", F::Shipping),
        ("taxes", F::Tax),
        ("total", F::Total),
        ("discount code", F::DiscountCode),
        ("discount amount", F::Discount),
        ("shipping method", F::Service),
        ("created at", F::PlacedAt),
        ("lineitem quantity", F::Quantity),
        ("lineitem name", F::Title),
        ("lineitem price", F::UnitPrice),
        ("lineitem sku", F::Sku),
        ("lineitem requires shipping", F::NeedsShipping),
        ("lineitem fulfillment status", F::LineStatus),
        ("lineitem discount", F::LineDiscount),
        ("billing name", F::BillName),
        ("billing address1", F::BillLine1),
        ("billing address2", F::BillLine2),
        ("billing street", F::BillAddress),
        ("billing company", F::BillCompany),
        ("billing city", F::BillCity),
        ("billing zip", F::BillPostcode),
        ("billing province", F::BillRegion),
        ("billing country", F::BillCountry),
        ("billing phone", F::BillPhone),
        ("shipping name", F::ShipName),
        ("shipping address1", F::ShipLine1),
        ("shipping address2", F::ShipLine2),
        ("shipping street", F::ShipAddress),
        ("shipping company", F::ShipCompany),
        ("shipping city", F::ShipCity),
        ("shipping zip", F::ShipPostcode),
        ("shipping province", F::ShipRegion),
        ("shipping country", F::ShipCountry),
        ("shipping phone", F::ShipPhone),
        ("notes", F::Note),
        ("note attributes", F::Keep),
        ("cancelled at", F::CancelledAt),
        ("payment method", F::PaymentMethod),
        ("payment reference", F::PaymentReference),
        // Newer exports fill these two instead.
        ("payment id", F::PaymentReference),
        ("payment references", F::PaymentReference),
        ("refunded amount", F::Refunded),
        ("outstanding balance", F::Outstanding),
        ("employee", F::Keep),
        ("location", F::Keep),
        ("tags", F::Tags),
        ("risk level", F::Keep),
        ("source", F::Keep),
        ("tax 1 name", F::TaxName),
        ("tax 1 value", F::TaxAmount),
        ("tax 2 name", F::TaxName),
        ("tax 2 value", F::TaxAmount),
        ("tax 3 name", F::TaxName),
        ("tax 3 value", F::TaxAmount),
        ("tax 4 name", F::TaxName),
        ("tax 4 value", F::TaxAmount),
        ("tax 5 name", F::TaxName),
        ("tax 5 value", F::TaxAmount),
        ("duties", F::Duty),
        ("payment terms name", F::Keep),
        ("next payment due at", F::Keep),
    ],
    required: &[
        &["name"],
        &["financial status"],
        &["fulfillment status"],
        &["created at"],
        &["lineitem quantity"],
        &["lineitem name"],
        &["lineitem price"],
        &["lineitem fulfillment status"],
    ],
    habits: Habits {
        decimal_mark: Some(DecimalMark::Point),
        day_order: None,
        to_channel: false,
    },
    words: &[("expired", StatusWord::Voided)],
    assemble,
};

fn assemble(draft: &mut Draft<'_>) -> SourceOrder {
    let mut order = draft.usual();
    discounts_once(draft, &mut order);
    note_attributes(&mut order);
    // Gifts are asked for in this column.
    let attributes = |header: &String| header.eq_ignore_ascii_case("note attributes");
    order.told.gift |= draft.file.header.iter().any(attributes);
    let source = kept(&order, "source");
    let is_till = source.is_some_and(|source| source.eq_ignore_ascii_case("pos"));
    order.counter = is_till && order.ship_to.is_empty();
    order
}

/// `Discount Amount` is the whole discount in some exports, lines' discounts within, and only the
/// order's own in others. The stated subtotal tells which.
fn discounts_once(draft: &mut Draft<'_>, order: &mut SourceOrder) {
    let of_lines: i64 = order.lines.iter().map(|line| line.discount).sum();
    let Some(subtotal) = draft.money(F::Subtotal).filter(|_| of_lines != 0) else {
        return;
    };
    let Some(worth) = usual::lines_worth(order) else {
        return;
    };
    let Some(discount) = order
        .charges
        .iter_mut()
        .find(|charge| charge.kind == ChargeKind::Discount)
    else {
        return;
    };
    let within = discount.amount - of_lines;
    if worth + discount.amount != subtotal && worth + within == subtotal {
        discount.amount = within;
        order.charges.retain(|charge| charge.amount != 0);
    }
}

fn kept<'o>(order: &'o SourceOrder, header: &str) -> Option<&'o str> {
    order
        .extra
        .iter()
        .find(|(name, _)| name.eq_ignore_ascii_case(header))
        .map(|(_, value)| value.as_str())
}

/// Shops ask for gifts by cart attributes, which come as lines of `name: value`.
fn note_attributes(order: &mut SourceOrder) {
    let Some(attributes) = kept(order, "note attributes").map(str::to_owned) else {
        return;
    };
    for line in attributes.lines() {
        let Some((name, value)) = line.split_once(':') else {
            continue;
        };
        let name = name.trim().to_lowercase().replace(['_', '-'], " ");
        let value = value.trim();
        match name.as_str() {
            "gift" | "is gift" | "this is a gift" => {
                order.gift |= crate::status::flag(value) == Some(true);
            }
            "gift message" | "gift note" if !value.is_empty() => {
                order.gift = true;
                value.clone_into(&mut order.gift_message);
            }
            _ => {}
        }
    }
}
