//! The shop's calendar: which day it is there, which days it works, and by when a parcel leaves.
//!
//! A day is a day in the shop's own IANA zone: it may have 23, 24, 24½ or 25 hours, and in some
//! places it does not begin at midnight. Times are instants; only this page turns one into the
//! other.

use crate::{Millis, Refusal};
use chrono::{DateTime, Datelike, Days, NaiveDate, NaiveDateTime, NaiveTime, TimeDelta, TimeZone};
use chrono_tz::Tz;
use serde::{Deserialize, Serialize};
use std::collections::BTreeSet;
use ts_rs::TS;

/// Minutes of a day without a clock change.
const DAY_MINUTES: u16 = 24 * 60;

/// How far a search for an open day goes: more years closed than any shop survives.
const FURTHEST: u64 = 3660;

/// An IANA time zone such as `Europe/Berlin`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, TS)]
#[ts(type = "string", rename = "TimeZone")]
pub struct Zone(Tz);

impl Zone {
    /// Reads a zone's name. `None` for a name that the time zone database does not have.
    #[must_use]
    pub fn new(name: &str) -> Option<Self> {
        name.trim().parse().ok().map(Self)
    }

    /// The name.
    #[must_use]
    pub fn name(&self) -> &'static str {
        self.0.name()
    }

    /// The calendar day of an instant in this zone.
    #[must_use]
    pub fn day_of(&self, at: Millis) -> NaiveDate {
        instant(at).with_timezone(&self.0).date_naive()
    }

    /// Calendar days from one instant to another, as a person in this zone counts them: from 23:00
    /// to 01:00 is one. The window counts "Late 4 days" the same way.
    #[must_use]
    pub fn days_between(&self, from: Millis, to: Millis) -> i64 {
        (self.day_of(to) - self.day_of(from)).num_days()
    }

    /// The first instant of a day. Where the clock skips midnight, the first instant after the
    /// gap; where midnight comes twice, the first.
    #[must_use]
    pub fn start_of_day(&self, day: NaiveDate) -> Millis {
        self.at(day, 0)
    }

    /// The instant at which clocks show `minute` (after midnight, at most 1440) on a day. In a gap
    /// it is the first instant behind it; of two, the earlier: a promise is the stricter one.
    #[must_use]
    pub fn at(&self, day: NaiveDate, minute: u16) -> Millis {
        let minute = minute.min(DAY_MINUTES);
        let wanted = day.and_time(NaiveTime::MIN) + TimeDelta::minutes(i64::from(minute));
        self.first_at_or_after(wanted)
    }

    /// Minutes after midnight that clocks show at an instant.
    #[must_use]
    pub fn minute_of(&self, at: Millis) -> u16 {
        use chrono::Timelike;
        let time = instant(at).with_timezone(&self.0).time();
        u16::try_from(time.hour() * 60 + time.minute()).unwrap_or(0)
    }

    fn first_at_or_after(&self, wanted: NaiveDateTime) -> Millis {
        // Whole days were skipped when the date line moved (Samoa, 30 December 2011), so the gap is
        // searched for two days, minute by minute; the first try fits but once or twice a year.
        (0..2 * i64::from(DAY_MINUTES))
            .find_map(|minutes| {
                let local = wanted.checked_add_signed(TimeDelta::minutes(minutes))?;
                self.0.from_local_datetime(&local).earliest()
            })
            .map_or_else(
                || wanted.and_utc().timestamp_millis(),
                |t| t.timestamp_millis(),
            )
    }
}

impl Serialize for Zone {
    fn serialize<S: serde::Serializer>(&self, s: S) -> Result<S::Ok, S::Error> {
        s.serialize_str(self.name())
    }
}

impl<'de> Deserialize<'de> for Zone {
    fn deserialize<D: serde::Deserializer<'de>>(d: D) -> Result<Self, D::Error> {
        let name = String::deserialize(d)?;
        Self::new(&name).ok_or_else(|| serde::de::Error::custom("not a time zone"))
    }
}

fn instant(at: Millis) -> DateTime<chrono::Utc> {
    // No shop was open before the year 1 or after 9999; within these the library never overflows.
    let at = at.clamp(-62_135_510_400_000, 253_402_214_400_000);
    DateTime::from_timestamp_millis(at).unwrap_or(DateTime::UNIX_EPOCH)
}

/// A day of the week.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum Weekday {
    /// Monday.
    Mon,
    /// Tuesday.
    Tue,
    /// Wednesday.
    Wed,
    /// Thursday.
    Thu,
    /// Friday.
    Fri,
    /// Saturday.
    Sat,
    /// Sunday.
    Sun,
}

impl Weekday {
    /// The weekday of a day.
    #[must_use]
    pub fn of(day: NaiveDate) -> Self {
        match day.weekday() {
            chrono::Weekday::Mon => Self::Mon,
            chrono::Weekday::Tue => Self::Tue,
            chrono::Weekday::Wed => Self::Wed,
            chrono::Weekday::Thu => Self::Thu,
            chrono::Weekday::Fri => Self::Fri,
            chrono::Weekday::Sat => Self::Sat,
            chrono::Weekday::Sun => Self::Sun,
        }
    }
}

/// When the shop works and how fast it promises to be.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct Calendar {
    /// Where its clocks hang.
    pub zone: Zone,
    /// The weekdays on which parcels leave.
    pub open: BTreeSet<Weekday>,
    /// Days on which none leave, whatever the weekday.
    #[ts(type = "Array<string>")]
    pub holidays: BTreeSet<NaiveDate>,
    /// Minutes after midnight: an order placed before this can leave today. Below 1440: the midnight after a
    /// day belongs to the next, which may be closed.
    pub cut_off: u16,
    /// Open days that the shop takes beyond the first: 0 is the same day.
    pub handling_days: u16,
}

impl Calendar {
    /// What makes a definition unusable; nothing when it may be saved.
    ///
    /// # Errors
    /// `calendar-never-open` without an open weekday, `calendar-cut-off` for a cut-off behind
    /// midnight, `calendar-handling-days` for more than 365 days.
    pub fn checked(self) -> Result<Self, Refusal> {
        if self.open.is_empty() {
            return Err(Refusal::new("calendar-never-open"));
        }
        if self.cut_off >= DAY_MINUTES {
            return Err(Refusal::new("calendar-cut-off"));
        }
        if self.handling_days > 365 {
            return Err(Refusal::new("calendar-handling-days").with("max", 365_i64));
        }
        Ok(self)
    }

    /// Whether parcels leave on this day.
    #[must_use]
    pub fn is_open(&self, day: NaiveDate) -> bool {
        self.open.contains(&Weekday::of(day)) && !self.holidays.contains(&day)
    }

    /// The first open day on or after this one; the day itself when the calendar never opens.
    #[must_use]
    pub fn open_on_or_after(&self, day: NaiveDate) -> NaiveDate {
        (0..FURTHEST)
            .filter_map(|n| day.checked_add_days(Days::new(n)))
            .find(|d| self.is_open(*d))
            .unwrap_or(day)
    }

    /// The cut-off of a day as an instant.
    #[must_use]
    pub fn cut_off_on(&self, day: NaiveDate) -> Millis {
        self.zone.at(day, self.cut_off)
    }
}

/// By when an order placed at `placed_at` leaves the shop: the cut-off of the promised day.
///
/// An order placed before the cut-off of an open day counts from that day, any other from the next
/// open day; then as many open days are added as the shop takes for handling. A ship-by date that
/// the source itself promised is not asked here: the caller keeps the earlier of the two.
#[must_use]
pub fn ship_by(placed_at: Millis, calendar: &Calendar) -> Millis {
    let placed_on = calendar.zone.day_of(placed_at);
    let in_time = placed_at < calendar.cut_off_on(placed_on);
    let first = if in_time {
        placed_on
    } else {
        next_day(placed_on)
    };
    let mut day = calendar.open_on_or_after(first);
    for _ in 0..calendar.handling_days {
        day = calendar.open_on_or_after(next_day(day));
    }
    calendar.cut_off_on(day)
}

fn next_day(day: NaiveDate) -> NaiveDate {
    day.succ_opt().unwrap_or(day)
}

#[cfg(test)]
mod tests;
