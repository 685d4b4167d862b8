//! When goods are put aside for an order. `MODEL.md`, "Stock": at confirmation, by hand, or so many days
//! before ship-by.

use crate::calendar::Zone;
use crate::{Millis, Sentence, words_of};
use chrono::{Days, NaiveDate};

words_of! {
    /// When a shop puts goods aside.
    pub enum ReserveWhen {
        /// As soon as the order is here. The default.
        AtConfirmation = "at_confirmation",
        /// When somebody says so.
        ByHand = "by_hand",
        /// So many days before it has to leave, or when somebody says so before.
        DaysBefore = "days_before",
    }
}

/// The most days before ship-by that a shop may name.
pub const MOST_DAYS: i64 = 365;

/// The moment that stands for "until somebody says so": later than any day, and a number that every
/// reader of JSON can hold.
pub const UNTIL_TOLD: Millis = 9_007_199_254_740_991;

/// What an order waits for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Waits {
    /// For somebody who says so.
    UntilTold,
    /// For this day in the shop's zone.
    Until(NaiveDate),
}

impl Waits {
    /// What a stored moment stands for.
    #[must_use]
    pub fn of(from: Millis, zone: &Zone) -> Self {
        if from == UNTIL_TOLD {
            Self::UntilTold
        } else {
            Self::Until(zone.day_of(from))
        }
    }

    /// In words.
    #[must_use]
    pub fn sentence(self) -> Sentence {
        match self {
            Self::UntilTold => Sentence::new("not-ready-reserve-by-hand"),
            Self::Until(day) => {
                Sentence::new("not-ready-reserve-from").with("day", day.to_string())
            }
        }
    }
}

/// From when the goods of an order are put aside; `None` at once. `days` counts for
/// [`ReserveWhen::DaysBefore`] alone: so many calendar days, open or not, before the day of ship-by, from
/// the first moment of that day in the shop's zone. An order without a ship-by time has no day to wait
/// for, so it is served at once.
#[must_use]
pub fn from(when: ReserveWhen, days: i64, ship_by: Option<Millis>, zone: &Zone) -> Option<Millis> {
    match when {
        ReserveWhen::AtConfirmation => None,
        ReserveWhen::ByHand => Some(UNTIL_TOLD),
        ReserveWhen::DaysBefore => {
            let days = Days::new(u64::try_from(days.clamp(0, MOST_DAYS)).unwrap_or(0));
            let day = zone.day_of(ship_by?);
            Some(zone.start_of_day(day.checked_sub_days(days).unwrap_or(day)))
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// 30 March 2026, 15:00 in Berlin (13:00 UTC): the day after the clocks went forward.
    const MONDAY: Millis = 1_774_875_600_000;

    #[test]
    fn days_are_those_of_the_shops_wall() {
        let berlin = Zone::new("Europe/Berlin").unwrap();
        let at = |days| from(ReserveWhen::DaysBefore, days, Some(MONDAY), &berlin);
        // 00:00 in Berlin is 22:00 UTC in summer time and 23:00 UTC before it.
        assert_eq!(at(0), Some(1_774_821_600_000));
        assert_eq!(at(1), Some(1_774_738_800_000));
        assert_eq!(at(2), Some(1_774_652_400_000));
        let day = NaiveDate::from_ymd_opt(2026, 3, 28).unwrap();
        assert_eq!(Waits::of(1_774_652_400_000, &berlin), Waits::Until(day));
        // In Tokyo it is 22:00 of the same Monday.
        let tokyo = Zone::new("Asia/Tokyo").unwrap();
        let there = from(ReserveWhen::DaysBefore, 0, Some(MONDAY), &tokyo);
        assert_eq!(there, Some(1_774_796_400_000));
    }

    #[test]
    fn at_confirmation_is_at_once_and_by_hand_is_never_by_itself() {
        let berlin = Zone::new("Europe/Berlin").unwrap();
        let at = |when, ship_by| from(when, 3, ship_by, &berlin);
        assert_eq!(at(ReserveWhen::AtConfirmation, Some(MONDAY)), None);
        assert_eq!(at(ReserveWhen::ByHand, Some(MONDAY)), Some(UNTIL_TOLD));
        assert_eq!(at(ReserveWhen::ByHand, None), Some(UNTIL_TOLD));
        assert_eq!(at(ReserveWhen::DaysBefore, None), None);
        assert_eq!(Waits::of(UNTIL_TOLD, &berlin), Waits::UntilTold);
    }
}
