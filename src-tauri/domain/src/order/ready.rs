//! Ready to ship: exactly the orders that "To ship" lists. `MODEL.md`, "Ready to ship".

use super::life::Life;
use super::line::Quantities;
use super::payment::PaymentStatus;
use super::reserving::Waits;
use super::signing::Signed;
use crate::{Sentence, words_of};

words_of! {
    /// What to do with an order of which a part is short.
    pub enum BackorderPolicy {
        /// Wait until all of it is there. The default.
        AllOrNothing = "all_or_nothing",
        /// Send what is there.
        AsAvailable = "as_available",
        /// Send what is there in a limited number of shipments; the last one takes all of the rest.
        AtMost = "at_most",
    }
}

/// The most shipments that a rule may name: what would need ten has another reason to wait.
pub const MOST_SHIPMENTS: i64 = 9;

/// In how many shipments an order may leave.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Shipments(i64);

impl Shipments {
    /// In as many as it takes.
    pub const ANY: Self = Self(0);
    /// All of it at once.
    pub const ONE: Self = Self(1);

    /// From the number as it is stored: 0 is any number. `None` beyond [`MOST_SHIPMENTS`].
    #[must_use]
    pub fn of(number: i64) -> Option<Self> {
        (0..=MOST_SHIPMENTS)
            .contains(&number)
            .then_some(Self(number))
    }

    /// From a policy; `most` counts for [`BackorderPolicy::AtMost`] alone.
    #[must_use]
    pub fn under(policy: BackorderPolicy, most: i64) -> Self {
        match policy {
            BackorderPolicy::AllOrNothing => Self::ONE,
            BackorderPolicy::AsAvailable => Self::ANY,
            BackorderPolicy::AtMost => Self(most.clamp(1, MOST_SHIPMENTS)),
        }
    }

    /// The number as it is stored.
    #[must_use]
    pub const fn number(self) -> i64 {
        self.0
    }

    /// The stricter of two rules: the one that lets an order go in fewer shipments.
    #[must_use]
    pub const fn stricter(self, other: Self) -> Self {
        match (self.0, other.0) {
            (0, _) => other,
            (_, 0) => self,
            (ours, theirs) if theirs < ours => other,
            (_, _) => self,
        }
    }

    /// Whether a part may go now, after `left_in` shipments have left: there has to be another one
    /// for the rest.
    #[must_use]
    pub const fn allows_a_part(self, left_in: i64) -> bool {
        self.0 == 0 || left_in + 1 < self.0
    }
}

/// What the question needs to know.
#[derive(Debug, Clone)]
pub struct Facts<'a> {
    /// Where the order stands.
    pub life: Life,
    /// Whether it is history.
    pub history: bool,
    /// Active holds on it, its lines or its shipments.
    pub holds: i64,
    /// The money's word.
    pub payment: PaymentStatus,
    /// What the buyer owes, in minor units; 0 where the amounts are not known.
    pub balance: i64,
    /// Whether the source stated amounts: without them only its word tells what is due.
    pub amounts_known: bool,
    /// Whether the shop captures when it ships, so that authorized counts as paid.
    pub capture_at_shipping: bool,
    /// Whether the terms let it ship before the money comes (invoice, cash on delivery).
    pub pays_later: bool,
    /// The units of every line that the shop itself ships.
    pub lines: &'a [Quantities],
    /// In how many shipments it may leave.
    pub shipments: Shipments,
    /// In how many of them something has left.
    pub left_in: i64,
    /// Whether its goods were let go, because nobody paid in time.
    pub let_go: bool,
    /// What it waits for before goods are put aside for it; `None` when its time has come.
    pub waits: Option<Waits>,
}

/// One reason against shipping now.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Reason {
    /// It is history, or not open.
    NotOpen,
    /// All of it has left or was cancelled.
    NothingLeft,
    /// So many holds stand.
    Held(i64),
    /// Money is due.
    Money,
    /// So many units are not there.
    Short(i64),
    /// So many units were let go, because nobody paid in time.
    LetGo(i64),
    /// Goods are not put aside for it yet.
    Waits(Waits),
    /// So many units are not there, and this is the last shipment that it may leave in.
    LastShipment {
        /// In how many shipments it may leave.
        most: i64,
        /// Units.
        short: i64,
    },
}

impl Reason {
    /// In words.
    #[must_use]
    pub fn sentence(self) -> Sentence {
        match self {
            Self::NotOpen => Sentence::new("not-ready-not-open"),
            Self::NothingLeft => Sentence::new("not-ready-nothing-left"),
            Self::Held(holds) => Sentence::new("not-ready-held").with("holds", holds),
            Self::Money => Sentence::new("not-ready-money"),
            Self::Short(short) => Sentence::new("not-ready-short").with("short", short),
            Self::LetGo(short) => Sentence::new("not-ready-let-go").with("short", short),
            Self::Waits(waits) => waits.sentence(),
            Self::LastShipment { most, short } => Sentence::new("not-ready-last-shipment")
                .with("most", most)
                .with("short", short),
        }
    }
}

/// The reasons against shipping now. Empty is ready.
#[must_use]
pub fn against(facts: &Facts<'_>) -> Vec<Reason> {
    let mut reasons = Vec::new();
    if facts.history || facts.life != Life::Open {
        return vec![Reason::NotOpen];
    }
    let left: i64 = facts.lines.iter().map(Quantities::left).sum();
    if left == 0 {
        return vec![Reason::NothingLeft];
    }
    if facts.holds > 0 {
        reasons.push(Reason::Held(facts.holds));
    }
    if !money_is_in_order(facts) {
        reasons.push(Reason::Money);
    }
    let reserved: i64 = facts.lines.iter().map(|l| l.reserved).sum();
    if reserved < left {
        let short = left - reserved;
        if let Some(waits) = facts.waits {
            reasons.push(Reason::Waits(waits));
        } else if facts.let_go {
            reasons.push(Reason::LetGo(short));
        } else if reserved == 0 || facts.shipments == Shipments::ONE {
            reasons.push(Reason::Short(short));
        } else if !facts.shipments.allows_a_part(facts.left_in) {
            let most = facts.shipments.number();
            reasons.push(Reason::LastShipment { most, short });
        }
    }
    reasons
}

/// The reasons against shipping now, in words. Empty is ready.
#[must_use]
pub fn reasons_against(facts: &Facts<'_>) -> Vec<Sentence> {
    against(facts).into_iter().map(Reason::sentence).collect()
}

/// What still stands in the way when somebody has signed. `facts.holds` are the holds that the
/// signature does not stand for. A part may leave; where nothing is there, nothing can.
#[must_use]
pub fn against_signed(facts: &Facts<'_>, signed: &Signed) -> Vec<Reason> {
    let reserved: i64 = facts.lines.iter().map(|l| l.reserved).sum();
    let mut reasons = against(facts);
    reasons.retain(|reason| match reason {
        Reason::NotOpen | Reason::NothingLeft | Reason::Held(_) | Reason::Waits(_) => true,
        Reason::Money => {
            facts.payment == PaymentStatus::Disputed || !signed.covers_money(facts.balance)
        }
        Reason::Short(short) | Reason::LetGo(short) | Reason::LastShipment { short, .. } => {
            reserved == 0 || !signed.covers_short(*short)
        }
    });
    reasons
}

/// Whether nothing of the money stands against shipping. Asked of the balance, not of the status word: a part
/// refund of a paid order owes nothing.
#[must_use]
pub fn money_is_in_order(facts: &Facts<'_>) -> bool {
    match facts.payment {
        PaymentStatus::Disputed => false,
        PaymentStatus::Authorized => facts.capture_at_shipping || facts.pays_later,
        PaymentStatus::Unpaid
        | PaymentStatus::Pending
        | PaymentStatus::PartiallyPaid
        | PaymentStatus::Voided => facts.pays_later || (facts.amounts_known && facts.balance <= 0),
        PaymentStatus::Unknown
        | PaymentStatus::Paid
        | PaymentStatus::Overpaid
        | PaymentStatus::PartiallyRefunded
        | PaymentStatus::Refunded => facts.pays_later || facts.balance <= 0,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ready_means_open_unheld_paid_and_reserved() {
        let all = [Quantities {
            reserved: 2,
            ..Quantities::of(2)
        }];
        let part = [Quantities {
            reserved: 1,
            backordered: 1,
            ..Quantities::of(2)
        }];
        let ready = Facts {
            life: Life::Open,
            history: false,
            holds: 0,
            payment: PaymentStatus::Paid,
            balance: 0,
            amounts_known: true,
            capture_at_shipping: false,
            pays_later: false,
            lines: &all,
            shipments: Shipments::ONE,
            left_in: 0,
            let_go: false,
            waits: None,
        };
        let ids = |f: &Facts<'_>| {
            reasons_against(f)
                .into_iter()
                .map(|s| s.id)
                .collect::<Vec<_>>()
        };
        assert_eq!(ids(&ready), Vec::<String>::new());
        assert_eq!(
            ids(&Facts {
                holds: 1,
                ..ready.clone()
            }),
            ["not-ready-held"]
        );
        assert_eq!(
            ids(&Facts {
                balance: 5,
                ..ready.clone()
            }),
            ["not-ready-money"]
        );
        assert_eq!(
            ids(&Facts {
                balance: 5,
                pays_later: true,
                ..ready.clone()
            }),
            Vec::<String>::new()
        );
        assert_eq!(
            ids(&Facts {
                lines: &part,
                ..ready.clone()
            }),
            ["not-ready-short"]
        );
        assert_eq!(
            ids(&Facts {
                lines: &part,
                shipments: Shipments::ANY,
                ..ready.clone()
            }),
            Vec::<String>::new()
        );
        assert_eq!(
            ids(&Facts {
                lines: &part,
                let_go: true,
                ..ready.clone()
            }),
            ["not-ready-let-go"]
        );
        // It is not short while nobody has looked for its goods.
        let none = [Quantities::of(2)];
        let waiting = Facts {
            lines: &none,
            shipments: Shipments::ANY,
            waits: Some(Waits::UntilTold),
            ..ready.clone()
        };
        assert_eq!(ids(&waiting), ["not-ready-reserve-by-hand"]);
        // Of two shipments the first may be a part, the second has to be the rest.
        let two = Facts {
            lines: &part,
            shipments: Shipments::under(BackorderPolicy::AtMost, 2),
            ..ready.clone()
        };
        assert_eq!(ids(&two), Vec::<String>::new());
        assert_eq!(
            ids(&Facts {
                left_in: 1,
                ..two.clone()
            }),
            ["not-ready-last-shipment"]
        );
        assert_eq!(
            ids(&Facts {
                lines: &all,
                left_in: 1,
                ..two
            }),
            Vec::<String>::new()
        );
        // A file without amounts that calls an order unpaid: nothing leaves on an unknown balance.
        let untold = Facts {
            payment: PaymentStatus::Unpaid,
            amounts_known: false,
            ..ready.clone()
        };
        assert_eq!(ids(&untold), ["not-ready-money"]);
        let authorized = Facts {
            payment: PaymentStatus::Authorized,
            balance: 500,
            ..ready.clone()
        };
        assert_eq!(ids(&authorized), ["not-ready-money"]);
        assert_eq!(
            ids(&Facts {
                capture_at_shipping: true,
                ..authorized
            }),
            Vec::<String>::new()
        );
        assert_eq!(
            ids(&Facts {
                life: Life::Cancelled,
                ..ready.clone()
            }),
            ["not-ready-not-open"]
        );
        assert_eq!(
            ids(&Facts {
                lines: &[],
                ..ready
            }),
            ["not-ready-nothing-left"]
        );
    }

    #[test]
    fn the_stricter_rule_lets_go_in_fewer_shipments() {
        let at_most = |n| Shipments::under(BackorderPolicy::AtMost, n);
        for (one, other, stricter) in [
            (Shipments::ONE, Shipments::ANY, Shipments::ONE),
            (Shipments::ONE, at_most(2), Shipments::ONE),
            (at_most(2), at_most(9), at_most(2)),
            (at_most(9), Shipments::ANY, at_most(9)),
            (Shipments::ANY, Shipments::ANY, Shipments::ANY),
        ] {
            assert_eq!(one.stricter(other), stricter);
            assert_eq!(other.stricter(one), stricter, "whichever comes first");
        }
    }

    #[test]
    fn a_signature_stands_for_what_stood_then() {
        let part = [Quantities {
            reserved: 1,
            backordered: 2,
            ..Quantities::of(3)
        }];
        let owed = Facts {
            life: Life::Open,
            history: false,
            holds: 0,
            payment: PaymentStatus::Unpaid,
            balance: 900,
            amounts_known: true,
            capture_at_shipping: false,
            pays_later: false,
            lines: &part,
            shipments: Shipments::ONE,
            left_in: 0,
            let_go: false,
            waits: None,
        };
        let signed = Signed {
            holds: std::collections::BTreeSet::new(),
            money: Some(900),
            short: 2,
        };
        assert_eq!(against_signed(&owed, &signed), []);
        let more = Facts {
            holds: 1,
            balance: 901,
            ..owed.clone()
        };
        assert_eq!(
            against_signed(&more, &signed),
            [Reason::Held(1), Reason::Money]
        );
        let one = Signed {
            short: 1,
            ..signed.clone()
        };
        assert_eq!(against_signed(&owed, &one), [Reason::Short(2)]);
        let nothing = [Quantities {
            backordered: 2,
            ..Quantities::of(2)
        }];
        let empty = Facts {
            lines: &nothing,
            ..owed.clone()
        };
        assert_eq!(against_signed(&empty, &signed), [Reason::Short(2)]);
        let disputed = Facts {
            payment: PaymentStatus::Disputed,
            ..owed
        };
        assert_eq!(against_signed(&disputed, &signed), [Reason::Money]);
    }
}
