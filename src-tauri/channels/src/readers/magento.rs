//! Magento 2: the order grid's export. It has no lines, so a person completes the order; its
//! addresses stand in one cell each.

use super::{Format, Platform};
use crate::draft::Draft;
use crate::field::Field as F;
use crate::plan::Habits;
use crate::status::StatusWord;
use crate::values::number::DecimalMark;
use domain::Address;
use domain::source::SourceOrder;

pub(super) static PLATFORM: Platform = Platform {
    format: Format::Magento,
    columns: &[
        ("id", F::OrderId),
        ("purchase date", F::PlacedAt),
        ("bill-to name", F::BillName),
        ("ship-to name", F::ShipName),
        ("grand total (purchased)", F::Total),
        ("status", F::OrderStatus),
        ("billing address", F::BillAddress),
        ("shipping address", F::ShipAddress),
        ("shipping information", F::Service),
        ("customer email", F::BuyerEmail),
        ("customer name", F::BuyerName),
        ("customer group", F::Keep),
        ("purchase point", F::Keep),
        ("subtotal", F::Keep),
        ("shipping and handling", F::Shipping),
        ("payment method", F::PaymentMethod),
        ("total refunded", F::Refunded),
    ],
    required: &[
        &["id"],
        &["purchase date"],
        &["bill-to name"],
        &["ship-to name"],
        &["grand total (purchased)"],
        &["status"],
    ],
    habits: Habits {
        decimal_mark: Some(DecimalMark::Point),
        day_order: None,
        to_channel: false,
    },
    words: &[
        ("pending", StatusWord::Unpaid),
        // Invoiced or shipped in part: the grid does not say which of the two.
        ("processing", StatusWord::Nothing),
        ("closed", StatusWord::Refunded),
        ("holded", StatusWord::Nothing),
        ("on hold", StatusWord::Nothing),
        ("suspected fraud", StatusWord::PaymentPending),
        ("fraud", StatusWord::PaymentPending),
    ],
    assemble: |draft: &mut Draft<'_>| -> SourceOrder {
        let mut order = draft.usual();
        for address in [&mut order.ship_to, &mut order.bill_to] {
            take_apart(address);
        }
        order
    },
};

/// The grid writes `street,town,region,postcode` and no country. A street may hold commas, so the
/// parts are counted from the end; an address of fewer parts stays whole.
fn take_apart(address: &mut Address) {
    let whole = address.line1.clone();
    let mut parts = whole.rsplitn(4, ',').map(str::trim);
    if let (Some(postcode), Some(region), Some(city), Some(street)) =
        (parts.next(), parts.next(), parts.next(), parts.next())
    {
        postcode.clone_into(&mut address.postcode);
        region.clone_into(&mut address.region);
        city.clone_into(&mut address.city);
        street.clone_into(&mut address.line1);
    }
}
