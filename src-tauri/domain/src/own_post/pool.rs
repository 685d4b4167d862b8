//! Number pools: S10 numbers that the post gave to the shop in advance.

use crate::country;
use crate::tracking_number::{normalise, recognise, s10};
use crate::{Millis, Refusal, Sentence};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// The largest serial of eight digits.
const LAST_SERIAL: i64 = 99_999_999;

/// A row of S10 numbers, taken one after the other and never twice (UPU standard S10).
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct NumberPool {
    /// The two letters before the serial: `RR`, `CP`.
    pub letters: String,
    /// The two letters of the country that gave them.
    pub country: String,
    /// First serial, without check digit: 0 to 99,999,999.
    #[ts(type = "number")]
    pub from: i64,
    /// Last serial.
    #[ts(type = "number")]
    pub to: i64,
    /// The serial that is taken next; one past `to` when the pool is used up. Only ever grows.
    #[ts(type = "number")]
    pub next: i64,
    /// Warn when so many or fewer are left.
    #[ts(type = "number")]
    pub warn_at: i64,
    /// The shop was restored from a backup of this moment where nobody knows which numbers were given
    /// since: none is given until the owner has said where the pool goes on.
    #[serde(default)]
    #[ts(type = "number | null")]
    pub unsure_since: Option<Millis>,
}

impl NumberPool {
    /// Takes the next number. The caller stores the pool in the same transaction that uses the
    /// number, so that none is given twice.
    ///
    /// # Errors
    /// `number-pool-empty` when all are used, `number-pool-unsure` while nobody knows which were, and
    /// `number-pool-broken` when the pool's own parts do not fit (see [`Self::check_definition`]).
    pub fn take(&mut self) -> Result<String, Refusal> {
        if !self.check_definition().is_empty() {
            return Err(Refusal::new("number-pool-broken").with("pool", self.name()));
        }
        if self.left() == 0 {
            return Err(Refusal::new("number-pool-empty").with("pool", self.name()));
        }
        if self.unsure_since.is_some() {
            return Err(Refusal::new("number-pool-unsure").with("pool", self.name()));
        }
        let number = s10(&self.letters, self.next, &self.country)
            .ok_or_else(|| Refusal::new("number-pool-broken").with("pool", self.name()))?;
        self.next += 1;
        Ok(number)
    }

    /// How many numbers are left.
    #[must_use]
    pub fn left(&self) -> i64 {
        self.to
            .saturating_sub(self.next)
            .saturating_add(1)
            .clamp(0, LAST_SERIAL + 1)
    }

    /// What to say when the pool ends soon or has ended.
    #[must_use]
    pub fn warning(&self) -> Option<Sentence> {
        let left = self.left();
        if left == 0 {
            Some(Sentence::new("number-pool-empty").with("pool", self.name()))
        } else if left <= self.warn_at {
            Some(
                Sentence::new("number-pool-low")
                    .with("pool", self.name())
                    .with("left", left),
            )
        } else {
            None
        }
    }

    /// The pool as people call it: `RR…DE`.
    #[must_use]
    pub fn name(&self) -> String {
        format!("{}…{}", self.letters, self.country)
    }

    /// The serial of a number of this pool, used or not: a number typed by hand must not be given
    /// again by the pool.
    #[must_use]
    pub fn serial_of(&self, number: &str) -> Option<i64> {
        let number = normalise(number);
        let serial: i64 = number
            .strip_prefix(self.letters.as_str())?
            .strip_suffix(self.country.as_str())?
            .get(..8)?
            .parse()
            .ok()?;
        let same = s10(&self.letters, serial, &self.country)? == number;
        (same && (self.from..=self.to).contains(&serial)).then_some(serial)
    }

    /// Goes on after the serial that was given last; after those it gave itself when that is none, or an
    /// earlier one.
    pub fn go_on_after(&mut self, serial: Option<i64>) {
        self.unsure_since = None;
        let after = serial.map_or(self.next, |serial| serial.saturating_add(1));
        self.next = self.next.max(after).min(self.to.saturating_add(1));
    }

    /// Whether two pools could give the same number.
    #[must_use]
    pub fn overlaps(&self, other: &Self) -> bool {
        self.letters == other.letters
            && self.country == other.country
            && self.from <= other.to
            && other.from <= self.to
    }

    /// Everything that is wrong with a definition; empty when it may be saved.
    #[must_use]
    pub fn check_definition(&self) -> Vec<Sentence> {
        let mut found = Vec::new();
        let form = s10(&self.letters, 0, &self.country).is_some();
        if !form || country::find(&self.country).is_none() {
            found.push(Sentence::new("number-pool-letters"));
        }
        if !(0..=LAST_SERIAL).contains(&self.from)
            || !(0..=LAST_SERIAL).contains(&self.to)
            || self.from > self.to
        {
            found.push(Sentence::new("number-pool-range"));
        } else if self.next < self.from || self.next > self.to + 1 {
            found.push(Sentence::new("number-pool-next"));
        }
        if self.warn_at < 0 {
            found.push(Sentence::new("number-pool-warn-at"));
        }
        found
    }

    /// Reads a range from its first and last number as the post prints them, check digits
    /// included.
    ///
    /// # Errors
    /// `number-pool-ends` when they are not S10 numbers with right check digits, or differ in
    /// letters or country; `number-pool-range` when the last comes before the first.
    pub fn from_numbers(first: &str, last: &str, warn_at: i64) -> Result<Self, Refusal> {
        let ends = || Refusal::new("number-pool-ends");
        let read = |text: &str| {
            let number = normalise(text);
            let valid = recognise(&number)
                .iter()
                .any(|r| r.format == "s10" && r.check == crate::tracking_number::Check::Valid);
            let serial: i64 = number.get(2..10)?.parse().ok()?;
            let letters = number.get(..2)?.to_owned();
            let country = number.get(11..)?.to_owned();
            valid.then_some((letters, serial, country))
        };
        let (letters, from, country) = read(first).ok_or_else(ends)?;
        let (last_letters, to, last_country) = read(last).ok_or_else(ends)?;
        if letters != last_letters || country != last_country {
            return Err(ends());
        }
        if from > to {
            return Err(Refusal::new("number-pool-range"));
        }
        Ok(Self {
            letters,
            country,
            from,
            to,
            next: from,
            warn_at,
            unsure_since: None,
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn pool() -> NumberPool {
        NumberPool {
            letters: "RR".to_owned(),
            country: "GB".to_owned(),
            from: 47_312_482,
            to: 47_312_484,
            next: 47_312_482,
            warn_at: 2,
            unsure_since: None,
        }
    }

    #[test]
    fn numbers_are_given_in_order_with_their_check_digit_and_then_no_more() {
        let mut pool = pool();
        assert_eq!(pool.left(), 3);
        assert_eq!(pool.warning(), None);
        // …482: 200 mod 11 = 2, so 9. …483: 207 mod 11 = 9, so 2. …484: 214 mod 11 = 5, so 6.
        assert_eq!(pool.take().unwrap(), "RR473124829GB");
        assert_eq!(pool.warning().unwrap().id, "number-pool-low");
        assert_eq!(pool.take().unwrap(), "RR473124832GB");
        assert_eq!(pool.take().unwrap(), "RR473124846GB");
        assert_eq!(pool.left(), 0);
        assert_eq!(pool.take().unwrap_err().0.id, "number-pool-empty");
        assert_eq!(pool.warning().unwrap().id, "number-pool-empty");
        assert_eq!(pool.next, 47_312_485);
    }

    #[test]
    fn a_pool_that_nobody_is_sure_of_gives_nothing_until_it_goes_on() {
        let mut pool = pool();
        pool.unsure_since = Some(1);
        assert_eq!(pool.take().unwrap_err().0.id, "number-pool-unsure");
        pool.go_on_after(Some(47_312_483));
        assert_eq!(pool.take().unwrap(), "RR473124846GB");
        // A pool never goes back, and not past its end.
        pool.go_on_after(Some(47_312_482));
        assert_eq!(pool.next, 47_312_485);
        pool.go_on_after(Some(99_999_999));
        assert_eq!((pool.next, pool.left()), (47_312_485, 0));
    }

    #[test]
    fn a_broken_pool_gives_nothing() {
        for change in [
            (|p: &mut NumberPool| p.letters = "rr".to_owned()) as fn(&mut NumberPool),
            |p| p.country = "QQ".to_owned(),
            |p| p.to = 100_000_000,
            |p| p.from = -1,
            |p| p.next = 47_312_481,
            |p| p.next = 47_312_486,
            |p| p.to = 1,
        ] {
            let mut broken = pool();
            change(&mut broken);
            assert_eq!(
                broken.take().unwrap_err().0.id,
                "number-pool-broken",
                "{broken:?}"
            );
        }
    }

    #[test]
    fn typed_numbers_are_found_in_the_pool() {
        assert_eq!(pool().serial_of("rr 4731 2483 2 gb"), Some(47_312_483));
        assert_eq!(pool().serial_of("RR473124833GB"), None, "wrong check digit");
        assert_eq!(pool().serial_of("RR473124858GB"), None, "outside");
        assert!(pool().overlaps(&pool()));
        let mut later = pool();
        later.from = 47_312_485;
        later.to = 47_312_490;
        assert!(!pool().overlaps(&later));
    }

    #[test]
    fn a_pool_is_read_from_its_printed_ends() {
        let read = NumberPool::from_numbers("RR 4731 2482 9 GB", "RR473124846GB", 2).unwrap();
        assert_eq!(read, pool());
        for (first, last) in [
            ("RR473124828GB", "RR473124846GB"),
            ("RR473124829GB", "CP473124846GB"),
            ("RR473124846GB", "RR473124829GB"),
            ("", ""),
        ] {
            assert!(
                NumberPool::from_numbers(first, last, 2).is_err(),
                "{first} {last}"
            );
        }
    }
}
