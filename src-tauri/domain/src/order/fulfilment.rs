//! The goods of an order in one word, derived over its live units. `MODEL.md`, "Fulfilment".

use super::line::Quantities;
use crate::words_of;

words_of! {
    /// Where the goods are. The first that fits, in this order of asking.
    pub enum Fulfilment {
        /// Everything was called off.
        Cancelled = "cancelled",
        /// Nothing of it needs shipping.
        NotRequired = "not_required",
        /// All left, and none of it will arrive.
        Undelivered = "undelivered",
        /// All arrived.
        Delivered = "delivered",
        /// A part arrived.
        PartiallyDelivered = "partially_delivered",
        /// All left.
        Shipped = "shipped",
        /// A part left.
        PartiallyShipped = "partially_shipped",
        /// Being picked or packed.
        InProgress = "in_progress",
        /// Nothing of it may leave before a day to come.
        Scheduled = "scheduled",
        /// To be done.
        Unfulfilled = "unfulfilled",
    }
}

/// One line as this derivation sees it.
#[derive(Debug, Clone, Copy)]
pub struct LineFacts {
    /// Whether the line has to be shipped: goods or kit, by the shop.
    pub ships: bool,
    /// Its units.
    pub quantities: Quantities,
    /// Whether its ship-not-before day is still to come.
    pub later: bool,
}

/// The one word for all lines.
#[must_use]
pub fn derive(lines: &[LineFacts]) -> Fulfilment {
    let any_live = lines
        .iter()
        .any(|l| l.quantities.ordered > l.quantities.cancelled);
    if !lines.is_empty() && !any_live {
        return Fulfilment::Cancelled;
    }
    let ships: Vec<&LineFacts> = lines.iter().filter(|l| l.ships).collect();
    let sum = |of: fn(&Quantities) -> i64| ships.iter().map(|l| of(&l.quantities)).sum::<i64>();
    let wanted = sum(|q| q.ordered - q.cancelled);
    let live = sum(Quantities::live);
    let shipped = sum(|q| q.shipped);
    let arrived = sum(|q| q.delivered);
    let written_off = sum(|q| q.written_off);
    let on_the_way_or_there = shipped - written_off;
    if wanted == 0 {
        // A cancelled order was answered above; an order without lines waits for a person.
        return if lines.is_empty() {
            Fulfilment::Unfulfilled
        } else {
            Fulfilment::NotRequired
        };
    }
    if live == 0 && written_off > 0 {
        return Fulfilment::Undelivered;
    }
    if arrived >= live {
        return Fulfilment::Delivered;
    }
    if arrived > 0 {
        return Fulfilment::PartiallyDelivered;
    }
    if on_the_way_or_there >= live {
        return Fulfilment::Shipped;
    }
    if on_the_way_or_there > 0 {
        return Fulfilment::PartiallyShipped;
    }
    if ships.iter().any(|l| l.quantities.picked > 0) {
        return Fulfilment::InProgress;
    }
    if ships
        .iter()
        .filter(|l| l.quantities.left() > 0)
        .all(|l| l.later)
    {
        return Fulfilment::Scheduled;
    }
    Fulfilment::Unfulfilled
}

/// The one word for history of which no lines are known: all of it is over, and nothing is to be done.
#[must_use]
pub fn without_lines(cancelled: bool, counter: bool) -> Fulfilment {
    match (cancelled, counter) {
        (true, _) => Fulfilment::Cancelled,
        (false, true) => Fulfilment::NotRequired,
        (false, false) => Fulfilment::Delivered,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn goods(quantities: Quantities) -> LineFacts {
        LineFacts {
            ships: true,
            quantities,
            later: false,
        }
    }

    #[test]
    fn the_first_word_that_fits_is_said() {
        let q = Quantities::of(2);
        let sent = Quantities {
            picked: 2,
            packed: 2,
            shipped: 2,
            ..q
        };
        for (lines, word) in [
            (
                vec![goods(Quantities { cancelled: 2, ..q })],
                Fulfilment::Cancelled,
            ),
            (
                vec![LineFacts {
                    ships: false,
                    quantities: q,
                    later: false,
                }],
                Fulfilment::NotRequired,
            ),
            (vec![], Fulfilment::Unfulfilled),
            (vec![goods(q)], Fulfilment::Unfulfilled),
            (
                vec![LineFacts {
                    later: true,
                    ..goods(q)
                }],
                Fulfilment::Scheduled,
            ),
            (
                vec![
                    LineFacts {
                        later: true,
                        ..goods(q)
                    },
                    goods(q),
                ],
                Fulfilment::Unfulfilled,
            ),
            (
                vec![goods(Quantities {
                    reserved: 2,
                    picked: 1,
                    ..q
                })],
                Fulfilment::InProgress,
            ),
            (vec![goods(sent), goods(q)], Fulfilment::PartiallyShipped),
            (vec![goods(sent)], Fulfilment::Shipped),
            (
                vec![goods(Quantities {
                    delivered: 1,
                    ..sent
                })],
                Fulfilment::PartiallyDelivered,
            ),
            (
                vec![goods(Quantities {
                    delivered: 2,
                    ..sent
                })],
                Fulfilment::Delivered,
            ),
            (
                vec![goods(Quantities {
                    delivered: 1,
                    written_off: 1,
                    ..sent
                })],
                Fulfilment::Delivered,
            ),
            (
                vec![goods(Quantities {
                    written_off: 2,
                    ..sent
                })],
                Fulfilment::Undelivered,
            ),
            (
                vec![goods(sent), goods(Quantities { cancelled: 2, ..q })],
                Fulfilment::Shipped,
            ),
        ] {
            assert_eq!(derive(&lines), word, "{lines:?}");
        }
    }
}
