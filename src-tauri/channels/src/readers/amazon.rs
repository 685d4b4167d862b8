//! Amazon: the order reports, separated by tabs. The unshipped-orders report has no amounts; the
//! new-orders report has the price of each line.

use super::{Format, Platform};
use crate::draft::Draft;
use crate::field::Field as F;
use crate::plan::Habits;
use crate::values::number::DecimalMark;
use domain::source::SourceOrder;

pub(super) static PLATFORM: Platform = Platform {
    format: Format::Amazon,
    columns: &[
        ("order-id", F::OrderId),
        ("order-item-id", F::LineId),
        ("purchase-date", F::PlacedAt),
        ("payments-date", F::PaidAt),
        ("promise-date", F::ShipBy),
        ("buyer-email", F::BuyerEmail),
        ("buyer-name", F::BuyerName),
        ("buyer-phone-number", F::BuyerPhone),
        ("sku", F::Sku),
        ("product-name", F::Title),
        ("quantity-purchased", F::Quantity),
        ("quantity-shipped", F::QuantityShipped),
        ("currency", F::Currency),
        ("item-price", F::LineGross),
        ("item-tax", F::LineTax),
        ("shipping-price", F::LineShipping),
        ("shipping-tax", F::LineShippingTax),
        ("item-promotion-discount", F::LineDiscount),
        ("ship-promotion-discount", F::ShippingDiscount),
        ("gift-wrap-price", F::GiftWrap),
        ("gift-message-text", F::GiftMessage),
        ("is-gift", F::Gift),
        ("ship-service-level", F::Service),
        ("recipient-name", F::ShipName),
        ("ship-address-1", F::ShipLine1),
        ("ship-address-2", F::ShipLine2),
        ("ship-address-3", F::ShipLine3),
        ("ship-city", F::ShipCity),
        ("ship-state", F::ShipRegion),
        ("ship-postal-code", F::ShipPostcode),
        ("ship-country", F::ShipCountry),
        ("ship-phone-number", F::ShipPhone),
        ("delivery-instructions", F::Note),
        ("purchase-order-number", F::Keep),
        ("sales-channel", F::Keep),
    ],
    required: &[
        &["order-id"],
        &["order-item-id"],
        &["purchase-date"],
        &["sku"],
        &["product-name"],
        &["quantity-purchased"],
        &["recipient-name"],
    ],
    habits: Habits {
        decimal_mark: Some(DecimalMark::Point),
        day_order: None,
        to_channel: true,
    },
    words: &[],
    assemble: |draft: &mut Draft<'_>| -> SourceOrder {
        let mut order = draft.usual();
        // Said of each line; one line that is true for makes the order a firm's.
        for name in [
            "is-business-order",
            "verge-of-cancellation",
            "verge-of-lateshipment",
        ] {
            if let Some(header) = draft.any_row_says_yes(name) {
                order.extra.push((header, "true".to_owned()));
            }
        }
        order
    },
};
