//! Squarespace: "Export orders". Shopify's shape with one row a line and the order id repeated.

use super::{Format, Platform};
use crate::draft::Draft;
use crate::field::Field as F;
use crate::plan::Habits;
use crate::status::StatusWord;
use crate::values::number::DecimalMark;
use domain::source::SourceOrder;

pub(super) static PLATFORM: Platform = Platform {
    format: Format::Squarespace,
    columns: &[
        ("order id", F::OrderId),
        ("email", F::BuyerEmail),
        ("financial status", F::PaymentStatus),
        ("paid at", F::PaidAt),
        ("fulfillment status", F::FulfilmentStatus),
        ("fulfilled at", F::ShippedAt),
        ("currency", F::Currency),
        ("subtotal", F::Subtotal),
        ("shipping", F::Shipping),
        ("taxes", F::Tax),
        ("amount refunded", F::Refunded),
        ("total", F::Total),
        ("discount code", F::DiscountCode),
        ("discount amount", F::Discount),
        ("shipping method", F::Service),
        ("created at", F::PlacedAt),
        ("lineitem quantity", F::Quantity),
        ("lineitem name", F::Title),
        ("lineitem price", F::UnitPrice),
        ("lineitem sku", F::Sku),
        ("lineitem variant", F::Options),
        ("lineitem requires shipping", F::NeedsShipping),
        ("lineitem fulfillment status", F::LineStatus),
        ("billing name", F::BillName),
        ("billing address1", F::BillLine1),
        ("billing address2", F::BillLine2),
        ("billing city", F::BillCity),
        ("billing zip", F::BillPostcode),
        ("billing province", F::BillRegion),
        ("billing country", F::BillCountry),
        ("billing phone", F::BillPhone),
        ("shipping name", F::ShipName),
        ("shipping address1", F::ShipLine1),
        ("shipping address2", F::ShipLine2),
        ("shipping city", F::ShipCity),
        ("shipping zip", F::ShipPostcode),
        ("shipping province", F::ShipRegion),
        ("shipping country", F::ShipCountry),
        ("shipping phone", F::ShipPhone),
        ("cancelled at", F::CancelledAt),
        ("private notes", F::Keep),
        ("payment method", F::PaymentMethod),
        ("payment reference", F::PaymentReference),
    ],
    required: &[
        &["order id"],
        &["financial status"],
        &["fulfillment status"],
        &["created at"],
        &["lineitem quantity"],
        &["lineitem name"],
        &["lineitem variant"],
        &["lineitem price"],
    ],
    habits: Habits {
        decimal_mark: Some(DecimalMark::Point),
        day_order: None,
        to_channel: false,
    },
    words: &[("canceled", StatusWord::Cancelled)],
    assemble: |draft: &mut Draft<'_>| -> SourceOrder { draft.usual() },
};
