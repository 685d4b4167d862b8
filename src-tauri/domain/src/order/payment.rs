//! The money of an order in one word, derived from its rows. `MODEL.md`, "Money".

use crate::source::SourcePaid;
use crate::words_of;

words_of! {
    /// What the money says.
    pub enum PaymentStatus {
        /// Nothing came.
        Unpaid = "unpaid",
        /// Something is on its way.
        Pending = "pending",
        /// Reserved at the buyer's bank.
        Authorized = "authorized",
        /// Less than is owed came.
        PartiallyPaid = "partially_paid",
        /// All came.
        Paid = "paid",
        /// More came than is owed.
        Overpaid = "overpaid",
        /// A part went back.
        PartiallyRefunded = "partially_refunded",
        /// All went back.
        Refunded = "refunded",
        /// The reservation was let go.
        Voided = "voided",
        /// The buyer's bank is asked to take it back.
        Disputed = "disputed",
        /// The source does not say.
        Unknown = "unknown",
    }
}

words_of! {
    /// The state of one payment or refund row.
    pub enum PaymentState {
        /// Started, not certain.
        Pending = "pending",
        /// Reserved.
        Authorized = "authorized",
        /// Here.
        Captured = "captured",
        /// Did not come.
        Failed = "failed",
        /// Called off.
        Cancelled = "cancelled",
        /// The reservation was let go.
        Voided = "voided",
        /// The reservation ran out.
        Expired = "expired",
        /// It came and was taken back.
        Reversed = "reversed",
    }
}

/// One payment (`out` false) or refund (`out` true).
#[derive(Debug, Clone, Copy)]
pub struct PaymentFact {
    /// Money that goes back to the buyer.
    pub out: bool,
    /// Where it stands.
    pub state: PaymentState,
    /// Minor units; `None` when only the fact is known.
    pub amount: Option<i64>,
}

/// Sums of the rows, and the word for them.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct MoneySummary {
    /// Captured, in minor units, as far as known.
    pub paid: i64,
    /// Sent back, in minor units, as far as known.
    pub refunded: i64,
    /// owed − credits − paid + refunded. Positive: the buyer owes. Zero when a capture's amount
    /// is not known: the channel holds the money and says that it is paid. Where it says that more
    /// is to come, what is owed at most.
    pub balance: i64,
    /// The one word.
    pub status: PaymentStatus,
}

/// Adds up. `owed` is all charges, `credited` what was let off, both in minor units.
#[must_use]
pub fn derive(owed: i64, credited: i64, rows: &[PaymentFact]) -> MoneySummary {
    let captured = |r: &&PaymentFact| r.state == PaymentState::Captured;
    let sum = |out: bool| -> i64 {
        rows.iter()
            .filter(captured)
            .filter(|r| r.out == out)
            .filter_map(|r| r.amount)
            .sum()
    };
    let any =
        |out: bool, state: PaymentState| rows.iter().any(|r| r.out == out && r.state == state);
    let (paid, refunded) = (sum(false), sum(true));
    let unknown_amount = rows.iter().filter(captured).any(|r| r.amount.is_none());
    let more_to_come = any(false, PaymentState::Pending);
    let balance = if unknown_amount && !more_to_come {
        0
    } else {
        owed - credited - paid + refunded
    };
    let status = if any(true, PaymentState::Captured) {
        if !unknown_amount && refunded >= paid {
            PaymentStatus::Refunded
        } else {
            PaymentStatus::PartiallyRefunded
        }
    } else if any(false, PaymentState::Captured) {
        if unknown_amount && more_to_come {
            PaymentStatus::PartiallyPaid
        } else if unknown_amount || balance == 0 {
            PaymentStatus::Paid
        } else if balance > 0 {
            PaymentStatus::PartiallyPaid
        } else {
            PaymentStatus::Overpaid
        }
    } else if any(false, PaymentState::Authorized) {
        PaymentStatus::Authorized
    } else if any(false, PaymentState::Pending) {
        PaymentStatus::Pending
    } else if any(false, PaymentState::Voided) {
        PaymentStatus::Voided
    } else if owed - credited == 0 {
        PaymentStatus::Paid
    } else {
        PaymentStatus::Unpaid
    };
    MoneySummary {
        paid,
        refunded,
        balance,
        status,
    }
}

/// The payment rows that a source's word and amounts stand for, when it names no payment itself.
/// `total` and `refunded` in minor units. The word alone never invents an amount: a paid order
/// without total has a capture of unknown amount, one that is paid in part also a pending rest.
#[must_use]
pub fn rows_of_word(
    word: SourcePaid,
    total: Option<i64>,
    refunded: Option<i64>,
) -> Vec<PaymentFact> {
    let row = |out, state, amount| PaymentFact { out, state, amount };
    match word {
        SourcePaid::Unpaid | SourcePaid::Unknown => Vec::new(),
        SourcePaid::Pending => vec![row(false, PaymentState::Pending, total)],
        SourcePaid::Authorized => vec![row(false, PaymentState::Authorized, total)],
        SourcePaid::PartlyPaid => vec![
            row(false, PaymentState::Captured, None),
            row(false, PaymentState::Pending, None),
        ],
        SourcePaid::Paid => vec![row(false, PaymentState::Captured, total)],
        SourcePaid::PartlyRefunded => vec![
            row(false, PaymentState::Captured, total),
            row(true, PaymentState::Captured, refunded),
        ],
        SourcePaid::Refunded => vec![
            row(false, PaymentState::Captured, total),
            row(true, PaymentState::Captured, refunded.or(total)),
        ],
        SourcePaid::Voided => vec![row(false, PaymentState::Voided, total)],
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_word_follows_from_the_rows() {
        use PaymentState::{Authorized, Captured, Pending, Voided};
        let row = |out, state, amount| PaymentFact { out, state, amount };
        for (owed, credited, rows, status, balance) in [
            (1000, 0, vec![], PaymentStatus::Unpaid, 1000),
            (0, 0, vec![], PaymentStatus::Paid, 0),
            (
                1000,
                0,
                vec![row(false, Pending, Some(1000))],
                PaymentStatus::Pending,
                1000,
            ),
            (
                1000,
                0,
                vec![row(false, Authorized, Some(1000))],
                PaymentStatus::Authorized,
                1000,
            ),
            (
                1000,
                0,
                vec![row(false, Captured, Some(400))],
                PaymentStatus::PartiallyPaid,
                600,
            ),
            (
                1000,
                0,
                vec![row(false, Captured, Some(1000))],
                PaymentStatus::Paid,
                0,
            ),
            (
                1000,
                0,
                vec![row(false, Captured, None)],
                PaymentStatus::Paid,
                0,
            ),
            // A part of it came, and nobody says how much: it is not paid.
            (
                1000,
                0,
                vec![row(false, Captured, None), row(false, Pending, None)],
                PaymentStatus::PartiallyPaid,
                1000,
            ),
            (
                1000,
                0,
                vec![row(false, Captured, Some(1200))],
                PaymentStatus::Overpaid,
                -200,
            ),
            (
                1000,
                300,
                vec![
                    row(false, Captured, Some(1000)),
                    row(true, Captured, Some(300)),
                ],
                PaymentStatus::PartiallyRefunded,
                0,
            ),
            (
                1000,
                1000,
                vec![
                    row(false, Captured, Some(1000)),
                    row(true, Captured, Some(1000)),
                ],
                PaymentStatus::Refunded,
                0,
            ),
            (
                1000,
                0,
                vec![row(false, Voided, Some(1000))],
                PaymentStatus::Voided,
                1000,
            ),
        ] {
            let money = derive(owed, credited, &rows);
            assert_eq!(
                (money.status, money.balance),
                (status, balance),
                "{owed} {credited} {rows:?}"
            );
        }
    }
}
