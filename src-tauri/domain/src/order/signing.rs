//! "Ship anyway": a person puts their name to goods that leave although their order is not ready.
//! `MODEL.md`, "Ready to ship"; who may sign for what stands in `src-tauri/ARCHITECTURE.md`.

use super::HoldKind;
use crate::{Refusal, words_of};
use std::collections::BTreeSet;

words_of! {
    /// What a person does in the shop.
    pub enum Role {
        /// Answers for the money.
        Owner = "owner",
        /// Fetches, packs, labels, hands over.
        Packer = "packer",
        /// Talks to customers.
        Support = "support",
    }
}

/// One thing that stands in the way.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Matter {
    /// A hold.
    Hold(HoldKind),
    /// Both sides changed the same thing, and nobody has chosen.
    Unsettled,
    /// Cancelled or refunded there while it was worked on here.
    CancelledThere,
    /// Money is due.
    Money,
    /// The payment is disputed.
    Disputed,
    /// A part is not there.
    Short,
    /// Nothing is there.
    NothingThere,
    /// Nothing was put aside for it yet.
    NotReserved,
    /// The order is not open, or all of it has left.
    Over,
}

/// Whether a person may sign for it. Some things nobody can: a signature makes no carrier take an
/// address, no goods appear on a shelf, and no buyer want what was called off.
///
/// # Errors
/// The sentence that says what to do instead, or who may.
pub fn may_sign(role: Role, matter: Matter) -> Result<(), Refusal> {
    let only_owner = match matter {
        Matter::Hold(HoldKind::Address) => return Err(Refusal::new("sign-never-address")),
        Matter::Unsettled => return Err(Refusal::new("sign-never-unsettled")),
        Matter::CancelledThere => return Err(Refusal::new("sign-never-cancelled")),
        Matter::Disputed => return Err(Refusal::new("sign-never-disputed")),
        Matter::NothingThere => return Err(Refusal::new("sign-never-nothing")),
        Matter::NotReserved => return Err(Refusal::new("sign-never-waiting")),
        Matter::Over => return Err(Refusal::new("sign-never-over")),
        Matter::Money | Matter::Hold(HoldKind::Payment | HoldKind::Fraud) => true,
        Matter::Short
        | Matter::Hold(
            HoldKind::Stock
            | HoldKind::AwaitingReturn
            | HoldKind::Customer
            | HoldKind::UntilDate
            | HoldKind::Manual,
        ) => false,
    };
    match role {
        Role::Owner => Ok(()),
        Role::Support if only_owner => Err(Refusal::new("sign-owner-only")),
        Role::Support => Ok(()),
        Role::Packer => Err(Refusal::new("sign-not-packer")),
    }
}

/// What somebody signed for: what stood in the way then. What comes later is not covered.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Signed {
    /// The holds that stood, by id.
    pub holds: BTreeSet<i64>,
    /// What was due, in minor units; absent when money was in order.
    pub money: Option<i64>,
    /// Units that were not there.
    pub short: i64,
}

impl Signed {
    /// Whether the signature stands for this hold.
    #[must_use]
    pub fn covers_hold(&self, hold: i64) -> bool {
        self.holds.contains(&hold)
    }

    /// Whether it stands for so much that is due.
    #[must_use]
    pub fn covers_money(&self, due: i64) -> bool {
        self.money.is_some_and(|signed| due <= signed)
    }

    /// Whether it stands for so many units that are not there.
    #[must_use]
    pub fn covers_short(&self, units: i64) -> bool {
        units <= self.short
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn who_may_sign_for_what() {
        use Role::{Owner, Packer, Support};
        for (matter, owner, support, packer) in [
            (
                Matter::Hold(HoldKind::Payment),
                "",
                "sign-owner-only",
                "sign-not-packer",
            ),
            (
                Matter::Hold(HoldKind::Fraud),
                "",
                "sign-owner-only",
                "sign-not-packer",
            ),
            (Matter::Money, "", "sign-owner-only", "sign-not-packer"),
            (Matter::Hold(HoldKind::Stock), "", "", "sign-not-packer"),
            (
                Matter::Hold(HoldKind::AwaitingReturn),
                "",
                "",
                "sign-not-packer",
            ),
            (Matter::Hold(HoldKind::Customer), "", "", "sign-not-packer"),
            (Matter::Hold(HoldKind::UntilDate), "", "", "sign-not-packer"),
            (Matter::Hold(HoldKind::Manual), "", "", "sign-not-packer"),
            (Matter::Short, "", "", "sign-not-packer"),
        ] {
            for (role, id) in [(Owner, owner), (Support, support), (Packer, packer)] {
                let said = may_sign(role, matter)
                    .err()
                    .map_or(String::new(), |r| r.0.id);
                assert_eq!(said, id, "{role:?} {matter:?}");
            }
        }
        for (matter, id) in [
            (Matter::Hold(HoldKind::Address), "sign-never-address"),
            (Matter::Unsettled, "sign-never-unsettled"),
            (Matter::CancelledThere, "sign-never-cancelled"),
            (Matter::Disputed, "sign-never-disputed"),
            (Matter::NothingThere, "sign-never-nothing"),
            (Matter::Over, "sign-never-over"),
        ] {
            for role in Role::ALL {
                assert_eq!(may_sign(*role, matter), Err(Refusal::new(id)));
            }
        }
    }

    #[test]
    fn what_comes_later_is_not_covered() {
        let signed = Signed {
            holds: BTreeSet::from([4, 7]),
            money: Some(1_000),
            short: 2,
        };
        assert_eq!(
            [4, 7, 8].map(|h| signed.covers_hold(h)),
            [true, true, false]
        );
        assert_eq!(
            [999, 1_000, 1_001].map(|m| signed.covers_money(m)),
            [true, true, false]
        );
        assert_eq!(
            [1, 2, 3].map(|n| signed.covers_short(n)),
            [true, true, false]
        );
        let paid = Signed {
            money: None,
            ..signed
        };
        assert!(!paid.covers_money(0));
    }
}
