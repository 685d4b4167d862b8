//! WooCommerce. Its core exports no orders; two widely used extensions do, and both forms are read:
//! Advanced Order Export (`Order Number`, `First Name (Billing)`) and Customer/Order/Coupon Export
//! with one row per item (`order_number`, `billing_first_name`, `item_sku`).

use super::{Format, Platform};
use crate::draft::Draft;
use crate::field::Field as F;
use crate::plan::Habits;
use crate::status::StatusWord;
use crate::values::number::DecimalMark;
use domain::source::{SourceOrder, SourceShipped};

pub(super) static PLATFORM: Platform = Platform {
    format: Format::Woocommerce,
    columns: &[
        // Advanced Order Export.
        ("order number", F::OrderNumber),
        ("order id", F::OrderId),
        ("order status", F::OrderStatus),
        ("order date", F::PlacedAt),
        ("paid date", F::PaidAt),
        ("order currency", F::Currency),
        ("customer note", F::Note),
        ("first name (billing)", F::BillFirstName),
        ("last name (billing)", F::BillLastName),
        ("company (billing)", F::BillCompany),
        ("address 1&2 (billing)", F::BillLine1),
        ("address 1 (billing)", F::BillLine1),
        ("address 2 (billing)", F::BillLine2),
        ("city (billing)", F::BillCity),
        ("state code (billing)", F::BillRegion),
        ("postcode (billing)", F::BillPostcode),
        ("country code (billing)", F::BillCountry),
        ("email (billing)", F::BuyerEmail),
        ("phone (billing)", F::BillPhone),
        ("first name (shipping)", F::ShipFirstName),
        ("last name (shipping)", F::ShipLastName),
        ("company (shipping)", F::ShipCompany),
        ("address 1&2 (shipping)", F::ShipLine1),
        ("address 1 (shipping)", F::ShipLine1),
        ("address 2 (shipping)", F::ShipLine2),
        ("city (shipping)", F::ShipCity),
        ("state code (shipping)", F::ShipRegion),
        ("postcode (shipping)", F::ShipPostcode),
        ("country code (shipping)", F::ShipCountry),
        ("phone (shipping)", F::ShipPhone),
        ("sku", F::Sku),
        ("name", F::Title),
        ("product variation", F::Options),
        ("quantity", F::Quantity),
        ("quantity (- refund)", F::QuantityKept),
        ("item cost", F::UnitPrice),
        ("order line (w/o tax)", F::LineTotal),
        ("order line tax", F::LineTax),
        ("coupon code", F::DiscountCode),
        ("payment method title", F::PaymentMethod),
        ("transaction id", F::PaymentReference),
        ("shipping method title", F::Service),
        ("cart discount amount", F::Discount),
        ("order shipping amount", F::Shipping),
        ("order refund amount", F::Refunded),
        ("order total amount", F::Total),
        ("order total tax amount", F::Tax),
        // Customer/Order/Coupon Export.
        ("date", F::PlacedAt),
        ("status", F::OrderStatus),
        ("shipping total", F::Shipping),
        ("shipping tax total", F::LineShippingTax),
        ("fee total", F::Fee),
        ("tax total", F::Tax),
        ("order total", F::Total),
        ("refunded total", F::Refunded),
        ("payment method", F::PaymentMethod),
        ("shipping method", F::Service),
        ("customer id", F::BuyerId),
        ("billing first name", F::BillFirstName),
        ("billing last name", F::BillLastName),
        ("billing company", F::BillCompany),
        ("vat number", F::BuyerTaxId),
        ("billing email", F::BuyerEmail),
        ("billing phone", F::BillPhone),
        ("billing address 1", F::BillLine1),
        ("billing address 2", F::BillLine2),
        ("billing postcode", F::BillPostcode),
        ("billing city", F::BillCity),
        ("billing state code", F::BillRegion),
        ("billing state", F::BillRegion),
        ("billing country", F::BillCountry),
        ("shipping first name", F::ShipFirstName),
        ("shipping last name", F::ShipLastName),
        ("shipping address 1", F::ShipLine1),
        ("shipping address 2", F::ShipLine2),
        ("shipping postcode", F::ShipPostcode),
        ("shipping city", F::ShipCity),
        ("shipping state code", F::ShipRegion),
        ("shipping state", F::ShipRegion),
        ("shipping country", F::ShipCountry),
        ("shipping company", F::ShipCompany),
        ("item id", F::LineId),
        ("item name", F::Title),
        ("item sku", F::Sku),
        ("item quantity", F::Quantity),
        ("item subtotal", F::LineGross),
        ("item total", F::LineTotal),
        ("item total tax", F::LineTax),
        ("item tax", F::LineTax),
        ("item refunded qty", F::QuantityCancelled),
        ("item meta", F::Options),
    ],
    required: &[
        &["order number"],
        &["order status", "status"],
        &["order date", "date"],
        &["first name (billing)", "billing first name"],
        &["name", "item name"],
        &["quantity", "item quantity"],
    ],
    // WooCommerce writes a point unless the shop chose another mark; the cells tell that.
    habits: Habits {
        decimal_mark: Some(DecimalMark::Point),
        day_order: None,
        to_channel: false,
    },
    words: &[
        // "Payment received (paid) and stock has been reduced; awaiting fulfillment."
        ("processing", StatusWord::ToShip),
        ("completed", StatusWord::Complete),
        ("pending", StatusWord::Unpaid),
        ("pending payment", StatusWord::Unpaid),
        ("failed", StatusWord::Unpaid),
        ("draft", StatusWord::Unpaid),
        ("checkout-draft", StatusWord::Unpaid),
    ],
    assemble,
};

fn assemble(draft: &mut Draft<'_>) -> SourceOrder {
    let mut order = draft.usual();
    // Units refunded after they were sent came back or were forgiven; they were not cancelled.
    if order.shipped == SourceShipped::Yes {
        for line in &mut order.lines {
            line.cancelled = 0;
            line.shipped = line.quantity;
        }
    }
    order
}
