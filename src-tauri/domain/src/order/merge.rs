//! An order from outside that is already here: three-way, field by field. `MODEL.md`, "Orders from
//! outside": only theirs changed, take it; only ours, keep ours; both, keep ours, show both, hold.

use crate::words_of;

words_of! {
    /// How far the goods of an order are, for the question whether a field may still change.
    pub enum Stage {
        /// Nothing was printed or fetched.
        Untouched = "untouched",
        /// A pick list was printed, or goods were fetched or packed.
        InHand = "in_hand",
        /// A live label exists.
        Labelled = "labelled",
        /// Everything that should leave has left, or the order ended.
        Gone = "gone",
    }
}

/// What to do with one field.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Settled {
    /// Nothing to do: they say what they said before, or what we have.
    Same,
    /// Theirs becomes the value.
    Take,
    /// Theirs becomes the value, and paper that is already printed no longer tells the truth:
    /// hold until a person has looked.
    TakeAndHold,
    /// Ours stays; both are shown and the order is held.
    Conflict,
    /// Ours stays because the goods have left; theirs is shown.
    TooLate,
}

/// Settles one field. `last` is what the source said before, `ours` what stands here now, `theirs`
/// what the source says today, each in one canonical spelling. `on_paper`: whether the field is
/// printed on pick list, slip or label.
#[must_use]
pub fn settle(stage: Stage, on_paper: bool, last: &str, ours: &str, theirs: &str) -> Settled {
    if theirs == last || theirs == ours {
        return Settled::Same;
    }
    match (stage, ours == last) {
        (Stage::Gone, _) => Settled::TooLate,
        (Stage::Untouched, true) => Settled::Take,
        (Stage::InHand, true) => {
            if on_paper {
                Settled::TakeAndHold
            } else {
                Settled::Take
            }
        }
        // A parcel keeps the address it was labelled with; whether to label anew is asked.
        (Stage::Labelled, true) => {
            if on_paper {
                Settled::Conflict
            } else {
                Settled::Take
            }
        }
        (Stage::Untouched | Stage::InHand | Stage::Labelled, false) => Settled::Conflict,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_stage_and_every_side() {
        use Settled::{Conflict, Same, Take, TakeAndHold, TooLate};
        use Stage::{Gone, InHand, Labelled, Untouched};
        for (stage, paper, last, ours, theirs, settled) in [
            (Untouched, true, "a", "a", "a", Same),
            (Untouched, true, "a", "b", "a", Same),
            (Untouched, true, "a", "b", "b", Same),
            (Untouched, true, "a", "a", "c", Take),
            (Untouched, true, "a", "b", "c", Conflict),
            (InHand, true, "a", "a", "c", TakeAndHold),
            (InHand, false, "a", "a", "c", Take),
            (InHand, true, "a", "b", "c", Conflict),
            (Labelled, true, "a", "a", "c", Conflict),
            (Labelled, false, "a", "a", "c", Take),
            (Labelled, true, "a", "b", "c", Conflict),
            (Gone, true, "a", "a", "c", TooLate),
            (Gone, false, "a", "b", "c", TooLate),
            (Gone, true, "a", "b", "a", Same),
        ] {
            assert_eq!(
                settle(stage, paper, last, ours, theirs),
                settled,
                "{stage:?} {last}{ours}{theirs}"
            );
        }
    }
}
