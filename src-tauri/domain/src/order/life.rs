//! The life of an order: the one axis that a person or the source decides and that is stored.
//! `MODEL.md`, "Axes of an order".

use crate::Refusal;
use crate::words_of;

words_of! {
    /// Where an order stands in its life.
    pub enum Life {
        /// Being written; nothing is promised.
        Draft = "draft",
        /// Agreed; to be worked on.
        Open = "open",
        /// Every live unit arrived and nothing is due.
        Completed = "completed",
        /// Called off before anything left.
        Cancelled = "cancelled",
    }
}

words_of! {
    /// What can be done to a life.
    pub enum Action {
        /// Turn a draft into an order.
        Place = "place",
        /// Call it off.
        Cancel = "cancel",
        /// Nothing is left to do. Happens by itself.
        Complete = "complete",
        /// A return, exchange, dispute or debt appeared. Happens by itself.
        Reopen = "reopen",
        /// Take a cancellation back.
        Restore = "restore",
    }
}

impl Life {
    /// The whole table. `None` is a move that does not exist.
    #[must_use]
    pub fn after(self, action: Action) -> Option<Self> {
        use Action::{Cancel, Complete, Place, Reopen, Restore};
        match self {
            Self::Draft => match action {
                Place => Some(Self::Open),
                Cancel => Some(Self::Cancelled),
                Complete | Reopen | Restore => None,
            },
            Self::Open => match action {
                Cancel => Some(Self::Cancelled),
                Complete => Some(Self::Completed),
                Place | Reopen | Restore => None,
            },
            Self::Completed => match action {
                Reopen => Some(Self::Open),
                Place | Cancel | Complete | Restore => None,
            },
            Self::Cancelled => match action {
                Restore => Some(Self::Open),
                Place | Cancel | Complete | Reopen => None,
            },
        }
    }
}

/// What the guards ask.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Facts {
    /// Where it stands.
    pub life: Life,
    /// Units that were ever handed over and not taken back.
    pub shipped: i64,
    /// Units that still need shipping.
    pub left: i64,
    /// What the buyer still owes, in minor units; negative when the shop owes.
    pub balance: i64,
    /// Whether every live unit arrived (or was written off, or needs no shipping).
    pub all_arrived: bool,
}

/// Whether `action` may happen now, and what follows.
///
/// # Errors
/// The sentence that says why not.
pub fn decide(facts: &Facts, action: Action) -> Result<Life, Refusal> {
    let next = facts.life.after(action).ok_or_else(|| {
        Refusal::new("order-life-no-such-step")
            .with("life", facts.life.word())
            .with("action", action.word())
    })?;
    match action {
        Action::Cancel if facts.shipped > 0 => {
            Err(Refusal::new("order-cancel-shipped").with("shipped", facts.shipped))
        }
        Action::Complete if !facts.all_arrived => Err(Refusal::new("order-complete-not-arrived")),
        Action::Complete if facts.balance != 0 => Err(Refusal::new("order-complete-money-due")),
        Action::Place | Action::Cancel | Action::Complete | Action::Reopen | Action::Restore => {
            Ok(next)
        }
    }
}

/// Every action with its refusal, so that a screen can grey a button and say why.
#[must_use]
pub fn offers(facts: &Facts) -> Vec<(Action, Option<Refusal>)> {
    [Action::Place, Action::Cancel, Action::Restore]
        .into_iter()
        .filter(|action| facts.life.after(*action).is_some())
        .map(|action| (action, decide(facts, action).err()))
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_table_is_this() {
        let mut rows = Vec::new();
        for life in Life::ALL {
            for action in Action::ALL {
                if let Some(next) = life.after(*action) {
                    rows.push(format!(
                        "{} --{}--> {}",
                        life.word(),
                        action.word(),
                        next.word()
                    ));
                }
            }
        }
        assert_eq!(
            rows,
            [
                "draft --place--> open",
                "draft --cancel--> cancelled",
                "open --cancel--> cancelled",
                "open --complete--> completed",
                "completed --reopen--> open",
                "cancelled --restore--> open",
            ]
        );
    }

    #[test]
    fn nothing_that_left_is_cancelled_and_no_debt_is_completed() {
        let open = Facts {
            life: Life::Open,
            shipped: 0,
            left: 2,
            balance: 0,
            all_arrived: false,
        };
        assert_eq!(decide(&open, Action::Cancel), Ok(Life::Cancelled));
        assert!(decide(&Facts { shipped: 1, ..open }, Action::Cancel).is_err());
        assert!(decide(&open, Action::Complete).is_err());
        let done = Facts {
            shipped: 2,
            left: 0,
            all_arrived: true,
            ..open
        };
        assert_eq!(decide(&done, Action::Complete), Ok(Life::Completed));
        assert!(decide(&Facts { balance: 5, ..done }, Action::Complete).is_err());
        assert!(decide(&done, Action::Restore).is_err());
    }
}
