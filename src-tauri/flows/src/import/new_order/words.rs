//! The words by which a source's kinds are stored.

use domain::source::{ChargeKind, SourcePaid, SourceShipped};

/// The stored word of a charge.
pub(crate) fn charge_word(kind: ChargeKind) -> &'static str {
    match kind {
        ChargeKind::Line => "line",
        ChargeKind::Shipping => "shipping",
        ChargeKind::Fee => "fee",
        ChargeKind::Tip => "tip",
        ChargeKind::GiftWrap => "gift_wrap",
        ChargeKind::Duty => "duty",
        ChargeKind::Discount => "discount",
        ChargeKind::Tax => "tax",
        ChargeKind::Rounding => "rounding",
        ChargeKind::Unexplained => "unexplained",
    }
}

/// The stored word of what the source says of the money.
pub(crate) fn paid_word(paid: SourcePaid) -> &'static str {
    match paid {
        SourcePaid::Unpaid => "unpaid",
        SourcePaid::Pending => "pending",
        SourcePaid::Authorized => "authorized",
        SourcePaid::PartlyPaid => "partly_paid",
        SourcePaid::Paid => "paid",
        SourcePaid::PartlyRefunded => "partly_refunded",
        SourcePaid::Refunded => "refunded",
        SourcePaid::Voided => "voided",
        SourcePaid::Unknown => "unknown",
    }
}

/// The stored word of what the source says of the goods.
pub(crate) fn shipped_word(shipped: SourceShipped) -> &'static str {
    match shipped {
        SourceShipped::No => "no",
        SourceShipped::Partly => "partly",
        SourceShipped::Yes => "yes",
        SourceShipped::Unknown => "unknown",
    }
}
