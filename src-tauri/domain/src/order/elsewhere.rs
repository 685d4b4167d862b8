//! Units of an open order that the source reports shipped: whose shelf they left, and what becomes of
//! what was promised and fetched for them here. `MODEL.md`, "Orders from outside", History.

use super::line::Quantities;

/// What a report changed on a line.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Elsewhere {
    /// Units that left since the last report.
    pub units: i64,
    /// Of these, units that were reserved here.
    pub held: i64,
    /// Units that were fetched here and have to go back to the shelf.
    pub put_back: i64,
}

impl Quantities {
    /// The source says that `told` units of the line have left in all. What it says less than before
    /// changes nothing: what has left never changes.
    ///
    /// When they stood on our shelf they are the very units that were fetched here, then those that were
    /// promised, then what we thought was missing. When they stood on another, the line needs less of
    /// ours: first what is short, then what only waits on the shelf, then what was fetched, which goes
    /// back.
    pub fn ship_elsewhere(&mut self, told: i64, from_shelf: bool) -> Elsewhere {
        let units = (told - self.shipped).clamp(0, self.left());
        let neither = (self.left() - self.reserved - self.backordered).max(0);
        let fetched = (self.picked - self.shipped).max(0);
        let packed = (self.packed - self.shipped).max(0);
        let (held, short) = if from_shelf {
            let held = units.min(self.reserved);
            (held, (units - held).min(self.backordered))
        } else {
            let rest = units - neither.min(units);
            let short = rest.min(self.backordered);
            (rest - short, short)
        };
        self.reserved -= held;
        self.backordered -= short;
        self.shipped += units;
        let still = if from_shelf {
            (fetched - units).max(0)
        } else {
            fetched.min(self.reserved)
        };
        let packed = if from_shelf {
            (packed - units).max(0)
        } else {
            packed.min(still)
        };
        self.picked = self.shipped + still;
        self.packed = self.shipped + packed;
        Elsewhere {
            units,
            held,
            put_back: if from_shelf { 0 } else { fetched - still },
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Ordered, reserved, backordered, picked, packed, shipped.
    fn line(q: [i64; 6]) -> Quantities {
        Quantities {
            reserved: q[1],
            backordered: q[2],
            picked: q[3],
            packed: q[4],
            shipped: q[5],
            ..Quantities::of(q[0])
        }
    }

    #[test]
    fn what_left_our_shelf_was_ours_and_what_left_another_frees_ours() {
        // Before, told, from our shelf, after, units, held, put back.
        type Case = ([i64; 6], i64, bool, [i64; 6], [i64; 3]);
        let cases: [Case; 11] = [
            // All of it, from here and from there: the promise ends either way.
            ([2, 2, 0, 0, 0, 0], 2, true, [2, 0, 0, 2, 2, 2], [2, 2, 0]),
            ([2, 2, 0, 0, 0, 0], 2, false, [2, 0, 0, 2, 2, 2], [2, 2, 0]),
            // One of three; one was fetched: it is the one that left, or it stays for the other two.
            ([3, 3, 0, 1, 0, 0], 1, true, [3, 2, 0, 1, 1, 1], [1, 1, 0]),
            ([3, 3, 0, 1, 0, 0], 1, false, [3, 2, 0, 2, 1, 1], [1, 1, 0]),
            // All three were fetched and packed; one goes back when it left from another shelf.
            ([3, 3, 0, 3, 3, 0], 1, true, [3, 2, 0, 3, 3, 1], [1, 1, 0]),
            ([3, 3, 0, 3, 3, 0], 1, false, [3, 2, 0, 3, 3, 1], [1, 1, 1]),
            // One is there, two are short. From our shelf: the promised one left, and one that we did
            // not know of. From another: the two short ones need waiting for no more.
            ([3, 1, 2, 0, 0, 0], 2, true, [3, 0, 1, 2, 2, 2], [2, 1, 0]),
            ([3, 1, 2, 1, 0, 0], 2, false, [3, 1, 0, 3, 2, 2], [2, 0, 0]),
            // Told more than is wanted, told again, told less.
            ([2, 2, 0, 0, 0, 0], 9, true, [2, 0, 0, 2, 2, 2], [2, 2, 0]),
            ([2, 1, 0, 1, 1, 1], 1, true, [2, 1, 0, 1, 1, 1], [0, 0, 0]),
            ([2, 1, 0, 1, 1, 1], 0, false, [2, 1, 0, 1, 1, 1], [0, 0, 0]),
        ];
        for (before, told, ours, after, said) in cases {
            let mut q = line(before);
            let did = q.ship_elsewhere(told, ours);
            assert_eq!(q, line(after), "{before:?} told {told}, ours {ours}");
            assert_eq!(
                [did.units, did.held, did.put_back],
                said,
                "{before:?} told {told}"
            );
            assert_eq!(q.breaches(), Vec::<&str>::new(), "{before:?} told {told}");
        }
    }
}
