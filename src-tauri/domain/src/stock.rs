//! Stock: what is on hand, what is promised, and who gets it. `MODEL.md`, "Stock".

use crate::words_of;

words_of! {
    /// Why stock moved. The ledger only ever grows.
    pub enum MovementKind {
        /// The first count.
        Opening = "opening",
        /// A delivery came.
        Received = "received",
        /// A count differed.
        Counted = "counted",
        /// It left with a parcel.
        HandedOver = "handed_over",
        /// A parcel did not leave after all.
        TakenBack = "taken_back",
        /// It came back from a customer.
        Returned = "returned",
        /// Thrown away.
        Scrapped = "scrapped",
        /// Corrected by hand.
        Adjusted = "adjusted",
        /// From one place to another.
        Transferred = "transferred",
        /// Sold over the counter, or shipped by the source from our shelf.
        Sold = "sold",
        /// The import that told of it was taken back: the counter-movement of a sale.
        Unsold = "unsold",
    }
}

/// The numbers of one variant at one place.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Level {
    /// Sum of the movements.
    pub on_hand: i64,
    /// Sum of the active reservations.
    pub reserved: i64,
    /// Fetched and not handed over.
    pub picked: i64,
    /// Not found by a picker since the last count: on hand by the rows, promised to nobody.
    pub missing: i64,
    /// Kept back for safety.
    pub safety: i64,
    /// Whether it was ever counted; until then it is never short.
    pub counted: bool,
}

impl Level {
    /// What can be promised to the next order; `None` while it is not counted.
    #[must_use]
    pub fn available(&self) -> Option<i64> {
        self.counted
            .then(|| self.on_hand - self.reserved - self.missing - self.safety)
    }

    /// What a person finds on the shelf: the number a count is compared with.
    #[must_use]
    pub fn on_shelf(&self) -> i64 {
        self.on_hand - self.picked
    }

    /// How many of `wanted` units can be reserved now.
    #[must_use]
    pub fn can_reserve(&self, wanted: i64) -> i64 {
        match self.available() {
            // Never counted, so never short, until somebody stood before an empty shelf.
            None if self.missing > 0 => 0,
            None => wanted,
            Some(available) => wanted.min(available.max(0)),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_what_was_counted_can_be_short() {
        let level = Level {
            on_hand: 5,
            reserved: 3,
            picked: 1,
            missing: 0,
            safety: 1,
            counted: true,
        };
        assert_eq!(level.available(), Some(1));
        assert_eq!(level.on_shelf(), 4);
        assert_eq!(level.can_reserve(3), 1);
        assert_eq!(
            Level {
                reserved: 9,
                ..level
            }
            .can_reserve(3),
            0
        );
        assert_eq!(
            Level {
                counted: false,
                ..level
            }
            .can_reserve(3),
            3
        );
    }

    #[test]
    fn what_was_not_found_is_promised_to_nobody_until_it_is_counted() {
        let level = Level {
            on_hand: 5,
            reserved: 1,
            missing: 3,
            counted: true,
            ..Level::default()
        };
        assert_eq!((level.available(), level.can_reserve(2)), (Some(1), 1));
        assert_eq!(level.on_shelf(), 5, "a count is compared with the rows");
        let never_counted = Level {
            counted: false,
            ..level
        };
        assert_eq!(never_counted.can_reserve(2), 0);
    }
}
