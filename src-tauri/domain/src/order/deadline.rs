//! How long goods are kept for an order that nobody has paid. `MODEL.md`, "Stock": unpaid orders until
//! their payment deadline, warned before.

use super::life::Life;
use super::payment::PaymentStatus;
use crate::Millis;

/// A day in milliseconds: the deadline is so many times 24 hours after the order was placed, whatever
/// the clocks of the shop's zone did meanwhile.
const DAY: Millis = 86_400_000;

/// How long before the end a person is warned.
const WARNED: Millis = DAY;

/// The longest that a shop may keep goods for who has not paid, in days.
pub const MOST_DAYS: i64 = 365;

/// What the question needs to know.
#[derive(Debug, Clone, Copy)]
pub struct Facts {
    /// Where the order stands.
    pub life: Life,
    /// Whether it is history.
    pub history: bool,
    /// The money's word.
    pub payment: PaymentStatus,
    /// What the buyer owes, in minor units.
    pub balance: i64,
    /// Whether the source stated amounts.
    pub amounts_known: bool,
    /// Whether the terms let it ship before the money comes (invoice, cash on delivery).
    pub pays_later: bool,
    /// When it was placed.
    pub placed_at: Millis,
}

/// Where the promise of its goods stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Promise {
    /// It has no end: it is paid, will be later, or nobody knows.
    Kept,
    /// It ends at this moment, which is more than a day away.
    Until(Millis),
    /// It ends at this moment, within a day: a person is told.
    EndsSoon(Millis),
    /// It ended at this moment.
    Over(Millis),
}

/// Until when goods are kept. `days` is the shop's rule; 0 keeps them without end.
///
/// Only who has paid nothing at all can lose them: money that came in part, or is reserved at the bank, is
/// a buyer who means it, and a source that states no amounts or says nothing of money says nothing
/// against the buyer either. Orders that a marketplace pays are paid.
#[must_use]
pub fn promise(facts: &Facts, days: i64, now: Millis) -> Promise {
    let nothing_came = match facts.payment {
        PaymentStatus::Unpaid | PaymentStatus::Pending | PaymentStatus::Voided => true,
        PaymentStatus::Authorized
        | PaymentStatus::PartiallyPaid
        | PaymentStatus::Paid
        | PaymentStatus::Overpaid
        | PaymentStatus::PartiallyRefunded
        | PaymentStatus::Refunded
        | PaymentStatus::Disputed
        | PaymentStatus::Unknown => false,
    };
    let open = facts.life == Life::Open && !facts.history;
    let owes = nothing_came && facts.amounts_known && facts.balance > 0 && !facts.pays_later;
    if days <= 0 || !open || !owes {
        return Promise::Kept;
    }
    let end = facts.placed_at.saturating_add(days.saturating_mul(DAY));
    if now >= end {
        Promise::Over(end)
    } else if end - now <= WARNED {
        Promise::EndsSoon(end)
    } else {
        Promise::Until(end)
    }
}

/// Placed at or before this moment an order's promise may end within a day: what is worth looking at.
#[must_use]
pub fn placed_before(days: i64, now: Millis) -> Millis {
    now.saturating_sub(days.saturating_mul(DAY))
        .saturating_add(WARNED)
}

#[cfg(test)]
mod tests {
    use super::*;

    const UNPAID: Facts = Facts {
        life: Life::Open,
        history: false,
        payment: PaymentStatus::Unpaid,
        balance: 1_490,
        amounts_known: true,
        pays_later: false,
        placed_at: 1_000,
    };

    #[test]
    fn it_is_kept_for_a_week_and_the_last_day_warns() {
        let end = 1_000 + 7 * DAY;
        for (now, expected) in [
            (1_000, Promise::Until(end)),
            (end - DAY - 1, Promise::Until(end)),
            (end - DAY, Promise::EndsSoon(end)),
            (end - 1, Promise::EndsSoon(end)),
            (end, Promise::Over(end)),
            (end + 99 * DAY, Promise::Over(end)),
        ] {
            assert_eq!(promise(&UNPAID, 7, now), expected, "at {now}");
        }
        assert_eq!(promise(&UNPAID, 0, end + DAY), Promise::Kept, "0 is never");
        assert_eq!(placed_before(7, end), 1_000 + DAY);
        assert_eq!(placed_before(7, end - DAY), 1_000);
    }

    #[test]
    fn only_who_has_paid_nothing_of_a_known_sum_can_lose_them() {
        let late = 1_000 + 30 * DAY;
        let over = Promise::Over(1_000 + 7 * DAY);
        let paying = |payment| promise(&Facts { payment, ..UNPAID }, 7, late);
        for (payment, expected) in [
            (PaymentStatus::Unpaid, over),
            (PaymentStatus::Pending, over),
            (PaymentStatus::Voided, over),
            (PaymentStatus::Authorized, Promise::Kept),
            (PaymentStatus::PartiallyPaid, Promise::Kept),
            (PaymentStatus::Paid, Promise::Kept),
            (PaymentStatus::Disputed, Promise::Kept),
            (PaymentStatus::Unknown, Promise::Kept),
        ] {
            assert_eq!(paying(payment), expected, "{payment:?}");
        }
        for kept in [
            Facts {
                amounts_known: false,
                ..UNPAID
            },
            Facts {
                balance: 0,
                ..UNPAID
            },
            Facts {
                pays_later: true,
                ..UNPAID
            },
            Facts {
                history: true,
                ..UNPAID
            },
            Facts {
                life: Life::Cancelled,
                ..UNPAID
            },
        ] {
            assert_eq!(promise(&kept, 7, late), Promise::Kept, "{kept:?}");
        }
    }
}
