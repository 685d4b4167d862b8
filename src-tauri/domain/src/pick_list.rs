//! A list of what to fetch from the shelves: open, then done or cancelled. `MODEL.md`, "Things" and
//! "Stock": asked, found, short with reason.

use crate::{Refusal, words_of};

words_of! {
    /// Where a pick list stands.
    pub enum PickListState {
        /// Something on it has yet to be fetched.
        Open = "open",
        /// Every line of it was answered.
        Done = "done",
        /// Nothing was fetched from it.
        Cancelled = "cancelled",
    }
}

words_of! {
    /// Why fewer units were fetched than were asked.
    pub enum ShortReason {
        /// They are not on the shelf.
        Missing = "missing",
        /// They are there and must not be sent.
        Damaged = "damaged",
        /// Anything else.
        Other = "other",
    }
}

impl PickListState {
    /// What the lines of a list say: `open` lines that nobody answered, `found` units in all.
    #[must_use]
    pub fn of(open: usize, found: i64) -> Self {
        match (open, found) {
            (0, 0) => Self::Cancelled,
            (0, _) => Self::Done,
            (_, _) => Self::Open,
        }
    }
}

/// How many units of a line are short when `found` of `asked` were fetched.
///
/// # Errors
/// Refused when `found` is not a part of `asked`, or units are short and nobody says why.
pub fn short(asked: i64, found: i64, why: Option<ShortReason>) -> Result<i64, Refusal> {
    if !(0..=asked).contains(&found) {
        return Err(Refusal::new("pick-found-range")
            .with("found", found)
            .with("asked", asked));
    }
    if found < asked && why.is_none() {
        return Err(Refusal::new("pick-short-why").with("units", asked - found));
    }
    Ok(asked - found)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_list_is_done_when_every_line_was_answered() {
        assert_eq!(PickListState::of(2, 5), PickListState::Open);
        assert_eq!(PickListState::of(1, 0), PickListState::Open);
        assert_eq!(PickListState::of(0, 5), PickListState::Done);
        assert_eq!(PickListState::of(0, 0), PickListState::Cancelled);
    }

    #[test]
    fn who_finds_fewer_says_why() {
        assert_eq!(short(3, 3, None), Ok(0));
        assert_eq!(short(3, 1, Some(ShortReason::Missing)), Ok(2));
        assert_eq!(
            short(3, 1, None),
            Err(Refusal::new("pick-short-why").with("units", 2_i64))
        );
        for found in [-1, 4] {
            assert!(short(3, found, Some(ShortReason::Other)).is_err());
        }
    }
}
