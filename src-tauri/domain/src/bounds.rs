//! How far away and how heavy what a person says may be. What lies beyond is a slip of the finger or a
//! faulty program, and is refused with a sentence instead of printed, sorted by or paid for.

use crate::Sentence;
use crate::time::{DAY, Millis};

/// Grams of one product or parcel at most: a tonne.
pub const HEAVIEST: i64 = 1_000_000;

/// Days may be so many years away from today.
pub const YEARS: i64 = 5;

const REACH: Millis = YEARS * 366 * DAY;

/// Whether a weight is one: from 1 g to [`HEAVIEST`].
///
/// # Errors
/// `weight-range`.
pub fn weight(grams: i64) -> Result<(), Sentence> {
    if (1..=HEAVIEST).contains(&grams) {
        return Ok(());
    }
    Err(Sentence::new("weight-range").with("most", HEAVIEST / 1_000))
}

/// Whether an order can have to leave by then: at most [`YEARS`] years before or after now.
///
/// # Errors
/// `ship-by-range`.
pub fn ship_by(at: Millis, now: Millis) -> Result<(), Sentence> {
    let reach = now.saturating_sub(REACH)..=now.saturating_add(REACH);
    if reach.contains(&at) {
        return Ok(());
    }
    Err(Sentence::new("ship-by-range").with("years", YEARS))
}

/// Whether a hold can end then: after now, and at most [`YEARS`] years ahead.
///
/// # Errors
/// `hold-until-range`.
pub fn hold_until(at: Millis, now: Millis) -> Result<(), Sentence> {
    if at > now && at <= now.saturating_add(REACH) {
        return Ok(());
    }
    Err(Sentence::new("hold-until-range").with("years", YEARS))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_no_weight_and_no_day_is_refused() {
        let now = 1_795_416_300_000;
        for (grams, good) in [
            (0, false),
            (1, true),
            (1_000_000, true),
            (1_000_001, false),
            (-5, false),
        ] {
            assert_eq!(weight(grams).is_ok(), good, "{grams}");
        }
        // The years 1, 2021, 2022, 2026, 2031, 2032 and the last that fits.
        for (at, good) in [
            (-62_135_596_800_000, false),
            (1_609_459_200_000, false),
            (1_640_995_200_000, true),
            (now, true),
            (1_924_905_600_000, true),
            (1_956_528_000_000, false),
            (i64::MAX, false),
            (i64::MIN, false),
        ] {
            assert_eq!(ship_by(at, now).is_ok(), good, "{at}");
            assert_eq!(hold_until(at, now).is_ok(), good && at > now, "{at}");
        }
    }
}
