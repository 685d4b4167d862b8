//! The quantities of a line, and the rules between them. `MODEL.md`, "Line quantities".

use crate::Refusal;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// Units of one line. Every field is net: what was taken back is taken off again.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Hash, Serialize, Deserialize, TS)]
pub struct Quantities {
    /// What was sold.
    #[ts(type = "number")]
    pub ordered: i64,
    /// Called off.
    #[ts(type = "number")]
    pub cancelled: i64,
    /// Held for this line on the shelf or in the tote.
    #[ts(type = "number")]
    pub reserved: i64,
    /// Wanted, and not there.
    #[ts(type = "number")]
    pub backordered: i64,
    /// Fetched from the shelf; includes what was shipped.
    #[ts(type = "number")]
    pub picked: i64,
    /// In a box; includes what was shipped.
    #[ts(type = "number")]
    pub packed: i64,
    /// Handed over.
    #[ts(type = "number")]
    pub shipped: i64,
    /// Arrived.
    #[ts(type = "number")]
    pub delivered: i64,
    /// Announced to come back.
    #[ts(type = "number")]
    pub return_requested: i64,
    /// Came back.
    #[ts(type = "number")]
    pub returned: i64,
    /// Shipped, and did not and will not reach the customer.
    #[ts(type = "number")]
    pub written_off: i64,
}

impl Quantities {
    /// A line of `ordered` units to which nothing has happened.
    #[must_use]
    pub fn of(ordered: i64) -> Self {
        Self {
            ordered,
            ..Self::default()
        }
    }

    /// Units that are still meant for the customer.
    #[must_use]
    pub fn live(&self) -> i64 {
        self.ordered - self.cancelled - self.written_off
    }

    /// Units that have yet to leave.
    #[must_use]
    pub fn left(&self) -> i64 {
        self.ordered - self.cancelled - self.shipped
    }

    /// The rules between the quantities that do not hold, by name. Empty is sound.
    #[must_use]
    pub fn breaches(&self) -> Vec<&'static str> {
        let q = self;
        let all = [
            q.ordered,
            q.cancelled,
            q.reserved,
            q.backordered,
            q.picked,
            q.packed,
            q.shipped,
            q.delivered,
            q.return_requested,
            q.returned,
            q.written_off,
        ];
        [
            (all.iter().all(|n| *n >= 0), "no quantity is negative"),
            (q.shipped <= q.packed, "shipped <= packed"),
            (q.packed <= q.picked, "packed <= picked"),
            (
                q.picked <= q.ordered - q.cancelled,
                "picked <= ordered - cancelled",
            ),
            (
                q.delivered + q.written_off <= q.shipped,
                "delivered + written_off <= shipped",
            ),
            (
                q.picked - q.shipped <= q.reserved,
                "picked - shipped <= reserved",
            ),
            (
                q.reserved + q.backordered <= q.ordered - q.cancelled - q.shipped,
                "reserved + backordered <= ordered - cancelled - shipped",
            ),
            (
                q.return_requested + q.returned <= q.shipped - q.written_off,
                "return_requested + returned <= shipped - written_off",
            ),
        ]
        .into_iter()
        .filter_map(|(holds, rule)| (!holds).then_some(rule))
        .collect()
    }

    /// Calls off `units` that have not left. Takes first what is short, then what only waits on
    /// the shelf, then what was fetched: those units have to go back.
    ///
    /// # Errors
    /// Refused when fewer than `units` are left.
    pub fn cancel(&mut self, units: i64) -> Result<Cancelled, Refusal> {
        if units < 0 || units > self.left() {
            return Err(Refusal::new("line-cancel-too-many")
                .with("wanted", units)
                .with("left", self.left()));
        }
        let neither = self.left() - self.reserved - self.backordered;
        let mut rest = units - neither.min(units);
        let short = self.backordered.min(rest);
        rest -= short;
        let before = self.picked - self.shipped;
        self.backordered -= short;
        self.reserved -= rest;
        self.cancelled += units;
        let keep = before.min(self.reserved);
        let put_back = before - keep;
        self.picked -= put_back;
        self.packed = self.packed.min(self.picked);
        Ok(Cancelled {
            released: rest,
            put_back,
        })
    }
}

/// What a cancellation frees.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Cancelled {
    /// Units no longer reserved.
    pub released: i64,
    /// Of these, units that were fetched and go back to the shelf.
    pub put_back: i64,
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn cancelling_takes_the_short_units_first_and_the_fetched_ones_last() {
        let mut line = Quantities {
            ordered: 5,
            reserved: 3,
            backordered: 2,
            picked: 2,
            ..Quantities::default()
        };
        assert_eq!(line.breaches(), Vec::<&str>::new());
        let mut two = line;
        assert_eq!(
            two.cancel(2),
            Ok(Cancelled {
                released: 0,
                put_back: 0
            })
        );
        assert_eq!((two.reserved, two.backordered, two.picked), (3, 0, 2));
        assert_eq!(
            line.cancel(4),
            Ok(Cancelled {
                released: 2,
                put_back: 1
            })
        );
        assert_eq!((line.reserved, line.picked, line.cancelled), (1, 1, 4));
        assert_eq!(line.breaches(), Vec::<&str>::new());
        assert!(line.cancel(2).is_err());
    }

    #[test]
    fn each_rule_is_noticed_when_it_breaks() {
        let sound = Quantities {
            ordered: 3,
            picked: 3,
            packed: 3,
            shipped: 3,
            delivered: 3,
            ..Quantities::default()
        };
        assert!(sound.breaches().is_empty());
        for (broken, rule) in [
            (
                Quantities {
                    delivered: 4,
                    ..sound
                },
                "delivered + written_off <= shipped",
            ),
            (
                Quantities {
                    cancelled: 1,
                    ..sound
                },
                "picked <= ordered - cancelled",
            ),
            (Quantities { packed: 2, ..sound }, "shipped <= packed"),
            (
                Quantities {
                    reserved: 1,
                    ..sound
                },
                "reserved + backordered <= ordered - cancelled - shipped",
            ),
            (
                Quantities {
                    returned: 4,
                    ..sound
                },
                "return_requested + returned <= shipped - written_off",
            ),
            (
                Quantities {
                    shipped: -1,
                    ..sound
                },
                "no quantity is negative",
            ),
        ] {
            assert!(
                broken.breaches().contains(&rule),
                "{rule}: {:?}",
                broken.breaches()
            );
        }
    }
}
