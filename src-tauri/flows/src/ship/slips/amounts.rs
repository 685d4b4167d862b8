//! What a packing slip says of money.
//!
//! The amounts of an order are those of its source and stay so when units are called off here; what is paid
//! back for them is a matter of its own (`MODEL.md`, "Money"). A slip goes with the goods, and its reader
//! compares the two: it speaks of what the order still sends or has sent, never of what was called off.
//!
//! * Of a line it says the share of its amount that falls on the units that were not called off.
//! * A discount and a tax of the whole order fall as the value of its lines falls.
//! * Carriage, a fee, a tip, gift wrap and duty stay: the parcel goes all the same.
//! * A rounding and an unexplained difference belong to the sum as it was placed. With one of them nobody
//!   can say what the rest comes to, and the slip says no totals.

use crate::orders::detail::charge_kind;
use crate::orders::facts::Facts;
use domain::source::ChargeKind;
use store::rows::LineRow;

/// The totals of a slip, in minor units of the order's currency.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Totals {
    /// Of the lines.
    pub(super) subtotal: i64,
    /// Beside the lines: the kind as it is stored, and the amount.
    pub(super) charges: Vec<(String, i64)>,
    /// All of it.
    pub(super) total: i64,
}

/// The amount of a line's units that were not called off.
pub(super) fn of_line(line: &LineRow) -> i64 {
    share(line.total, line.ordered - line.cancelled, line.ordered)
}

/// The totals; nothing where they are not known or cannot be worked out.
pub(super) fn totals(facts: &Facts) -> Option<Totals> {
    if facts.order.amounts_known != 1 {
        return None;
    }
    let placed: i64 = facts.lines.iter().map(|l| l.total).sum();
    let subtotal: i64 = facts.lines.iter().map(of_line).sum();
    let less = facts.lines.iter().any(|l| l.cancelled > 0);
    let mut charges = Vec::new();
    for charge in &facts.charges {
        let amount = match charge_kind(&charge.kind) {
            ChargeKind::Rounding | ChargeKind::Unexplained if less => return None,
            ChargeKind::Discount | ChargeKind::Tax => share(charge.amount, subtotal, placed),
            ChargeKind::Line
            | ChargeKind::Shipping
            | ChargeKind::Fee
            | ChargeKind::Tip
            | ChargeKind::GiftWrap
            | ChargeKind::Duty
            | ChargeKind::Rounding
            | ChargeKind::Unexplained => charge.amount,
        };
        charges.push((charge.kind.clone(), amount));
    }
    Some(Totals {
        subtotal,
        total: subtotal + charges.iter().map(|(_, amount)| amount).sum::<i64>(),
        charges,
    })
}

/// `part` of `whole` parts of an amount, half a minor unit away from zero; all of it without a whole.
fn share(amount: i64, part: i64, whole: i64) -> i64 {
    if part == whole || whole == 0 {
        return amount;
    }
    let (scaled, whole) = (i128::from(amount) * i128::from(part), i128::from(whole));
    let half = whole.abs() / 2;
    let rounded = if (scaled < 0) == (whole < 0) {
        (scaled.abs() + half) / whole.abs()
    } else {
        -((scaled.abs() + half) / whole.abs())
    };
    i64::try_from(rounded).unwrap_or(amount)
}

#[cfg(test)]
mod tests {
    use super::share;

    #[test]
    fn a_share_is_rounded_to_the_nearest_minor_unit() {
        assert_eq!(share(3_000, 2, 3), 2_000);
        // 9.99 for three: 3.33 each, 6.66 for two; 10.00 for three: 3.33 and 6.67.
        assert_eq!((share(999, 1, 3), share(999, 2, 3)), (333, 666));
        assert_eq!((share(1_000, 1, 3), share(1_000, 2, 3)), (333, 667));
        assert_eq!((share(-300, 15, 25), share(-25, 1, 2)), (-180, -13));
        assert_eq!((share(25, 1, 2), share(500, 0, 2)), (13, 0));
        // A gift of nothing has no value that could fall.
        assert_eq!(share(490, 0, 0), 490);
    }
}
