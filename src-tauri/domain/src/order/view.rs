//! The preset views over orders. Which of them an order stands in is stored as bits with it, so
//! that their counts are kept, not counted.

use super::{Fulfilment, Life, PaymentStatus};
use crate::words_of;

words_of! {
    /// A preset view.
    pub enum View {
        /// Ready to leave.
        ToShip = "to_ship",
        /// Ready, and past its ship-by time. Counted at the moment of asking.
        Late = "late",
        /// Open with an active hold.
        OnHold = "on_hold",
        /// Open, and money is due.
        AwaitingPayment = "awaiting_payment",
        /// Open, and a part is short.
        Short = "short",
        /// Something only a person can settle.
        NeedsYou = "needs_you",
        /// A part left, a part has yet to.
        PartlyShipped = "partly_shipped",
        /// Open, all left, not all arrived.
        OnTheWay = "on_the_way",
        /// Everything open.
        Open = "open",
        /// Everything.
        All = "all",
    }
}

/// What the bits follow from.
#[derive(Debug, Clone, Copy)]
pub struct Facts {
    /// Where it stands.
    pub life: Life,
    /// Whether it is history.
    pub history: bool,
    /// Whether it is ready to ship.
    pub ready: bool,
    /// Active holds.
    pub holds: i64,
    /// Open "needs you" items.
    pub needs: i64,
    /// Units short.
    pub short: i64,
    /// Units that have yet to leave.
    pub units_left: i64,
    /// What the buyer owes.
    pub balance: i64,
    /// The money's word.
    pub payment: PaymentStatus,
    /// The goods' word.
    pub fulfilment: Fulfilment,
}

impl View {
    /// The bit of a view whose count is kept; `None` for [`View::Late`], which the clock decides.
    #[must_use]
    pub fn bit(self) -> Option<i64> {
        match self {
            Self::ToShip => Some(1),
            Self::Late => None,
            Self::OnHold => Some(2),
            Self::AwaitingPayment => Some(4),
            Self::Short => Some(8),
            Self::NeedsYou => Some(16),
            Self::PartlyShipped => Some(32),
            Self::OnTheWay => Some(64),
            Self::Open => Some(128),
            Self::All => Some(256),
        }
    }

    /// Whether an order with these facts stands in the view (the clock's part left out).
    #[must_use]
    pub fn holds(self, f: &Facts) -> bool {
        let open = f.life == Life::Open && !f.history;
        match self {
            Self::ToShip | Self::Late => f.ready,
            Self::OnHold => open && f.holds > 0,
            Self::AwaitingPayment => {
                let word = matches!(
                    f.payment,
                    PaymentStatus::Unpaid
                        | PaymentStatus::Pending
                        | PaymentStatus::PartiallyPaid
                        | PaymentStatus::Voided
                );
                open && (word || f.balance > 0 && f.payment != PaymentStatus::Authorized)
            }
            Self::Short => open && f.short > 0,
            Self::NeedsYou => f.needs > 0,
            Self::PartlyShipped => open && f.fulfilment == Fulfilment::PartiallyShipped,
            Self::OnTheWay => {
                open && matches!(
                    f.fulfilment,
                    Fulfilment::Shipped | Fulfilment::PartiallyDelivered
                )
            }
            Self::Open => open,
            Self::All => true,
        }
    }
}

/// The bits of all views an order stands in.
#[must_use]
pub fn bits(facts: &Facts) -> i64 {
    View::ALL
        .iter()
        .filter(|v| v.holds(facts))
        .filter_map(|v| v.bit())
        .sum()
}
