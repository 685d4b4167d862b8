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
        /// Everything that should leave has left.
        Gone = "gone",
        /// The order was called off: nothing of it leaves, and nothing has left.
        Ended = "ended",
    }
}

words_of! {
    /// The paper that a field is printed on.
    pub enum Printed {
        /// None.
        Nowhere = "nowhere",
        /// What a label was bought by: the label alone.
        Label = "label",
        /// Pick list or slip, and where it belongs there the label.
        Paper = "paper",
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
/// what the source says today, each in one canonical spelling. `printed`: the paper that would no longer
/// tell the truth.
#[must_use]
pub fn settle(stage: Stage, printed: Printed, last: &str, ours: &str, theirs: &str) -> Settled {
    if theirs == last || theirs == ours {
        return Settled::Same;
    }
    match (stage, ours == last) {
        (Stage::Gone, _) => Settled::TooLate,
        (Stage::Untouched | Stage::Ended, true) => Settled::Take,
        (Stage::InHand, true) => match printed {
            Printed::Paper => Settled::TakeAndHold,
            Printed::Label | Printed::Nowhere => Settled::Take,
        },
        // A parcel keeps the address it was labelled with; whether to label anew is asked.
        (Stage::Labelled, true) => match printed {
            Printed::Paper | Printed::Label => Settled::Conflict,
            Printed::Nowhere => Settled::Take,
        },
        (Stage::Untouched | Stage::InHand | Stage::Labelled | Stage::Ended, false) => {
            Settled::Conflict
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_stage_and_every_side() {
        use Printed::{Label, Nowhere, Paper};
        use Settled::{Conflict, Same, Take, TakeAndHold, TooLate};
        use Stage::{Ended, Gone, InHand, Labelled, Untouched};
        for (stage, paper, last, ours, theirs, settled) in [
            (Untouched, Paper, "a", "a", "a", Same),
            (Untouched, Paper, "a", "b", "a", Same),
            (Untouched, Paper, "a", "b", "b", Same),
            (Untouched, Paper, "a", "a", "c", Take),
            (Untouched, Paper, "a", "b", "c", Conflict),
            (InHand, Paper, "a", "a", "c", TakeAndHold),
            (InHand, Label, "a", "a", "c", Take),
            (InHand, Nowhere, "a", "a", "c", Take),
            (InHand, Paper, "a", "b", "c", Conflict),
            (Labelled, Paper, "a", "a", "c", Conflict),
            (Labelled, Label, "a", "a", "c", Conflict),
            (Labelled, Nowhere, "a", "a", "c", Take),
            (Labelled, Paper, "a", "b", "c", Conflict),
            (Gone, Paper, "a", "a", "c", TooLate),
            (Gone, Nowhere, "a", "b", "c", TooLate),
            (Gone, Paper, "a", "b", "a", Same),
            (Ended, Paper, "a", "a", "c", Take),
            (Ended, Paper, "a", "b", "c", Conflict),
        ] {
            assert_eq!(
                settle(stage, paper, last, ours, theirs),
                settled,
                "{stage:?} {last}{ours}{theirs}"
            );
        }
    }
}
