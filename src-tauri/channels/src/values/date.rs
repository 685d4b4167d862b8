//! Dates and times as exports write them.
//!
//! `03/08/26` has two readings. It is read only when other cells of its column, the day on which
//! the file is read (nobody has bought tomorrow) or a person say which comes first.

mod clock;
mod evidence;
mod token;
mod words;

use clock::read_time;
pub use evidence::Evidence;
use token::{Token, tokens};
use words::{is_filler, is_weekday, month};

use chrono::{Datelike, Days, NaiveDate, NaiveDateTime, NaiveTime, Offset, TimeZone};
use chrono_tz::Tz;
use domain::Millis;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// Which number comes first in `03/08/26`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum DayOrder {
    /// Day, month, year.
    DayFirst,
    /// Month, day, year.
    MonthFirst,
}

/// Why a cell is no date.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum NotADate {
    /// Nothing in it.
    Empty,
    /// Not a date, or one that does not exist (30 February), or outside 1990 to 2100.
    Malformed,
    /// Day and month could be either.
    TwoReadings,
}

/// A date as written, before a zone is applied.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Written {
    /// The day.
    pub date: NaiveDate,
    /// The time of day, if written.
    pub time: Option<NaiveTime>,
    /// Minutes east of UTC, if written.
    pub offset: Option<i32>,
}

impl Written {
    /// The moment in UTC. Without a written offset the zone decides: a time that the clocks skip
    /// is read with the offset before the change, one that they repeat is the first of the two.
    #[must_use]
    pub fn millis(self, zone: Tz) -> Millis {
        let local = self.date.and_time(self.time.unwrap_or(NaiveTime::MIN));
        let minutes = match self.offset {
            Some(minutes) => i64::from(minutes),
            None => offset_minutes(local, zone),
        };
        local.and_utc().timestamp_millis() - minutes * domain::time::MINUTE
    }
}

fn offset_minutes(local: NaiveDateTime, zone: Tz) -> i64 {
    let seconds = match zone.offset_from_local_datetime(&local).earliest() {
        Some(offset) => offset.fix().local_minus_utc(),
        None => {
            let before = local.checked_sub_days(Days::new(1)).unwrap_or(local);
            zone.offset_from_local_datetime(&before)
                .earliest()
                .map_or(0, |offset| offset.fix().local_minus_utc())
        }
    };
    i64::from(seconds) / 60
}

/// Reads a date cell. `order` is what the column has been found to use; `today` gives the century
/// of two-digit years.
///
/// # Errors
/// See [`NotADate`].
pub fn parse(cell: &str, order: Option<DayOrder>, today: NaiveDate) -> Result<Written, NotADate> {
    if let Some(written) = iso(cell.trim()) {
        return Ok(written);
    }
    let tokens = tokens(cell)?;
    let (day, rest) = read_day(&tokens, today)?;
    let date = match (day, order) {
        (Day::One(date), _) => date,
        (Day::Either { day_first, .. }, Some(DayOrder::DayFirst)) => day_first,
        (Day::Either { month_first, .. }, Some(DayOrder::MonthFirst)) => month_first,
        (Day::Either { .. }, None) => return Err(NotADate::TwoReadings),
    };
    let (time, offset) = read_time(rest)?;
    Ok(Written { date, time, offset })
}

/// The usual cell: `2026-08-14`, `2026-08-14 10:00[:21][Z| -0400|+00:00]`. Else `None`.
fn iso(cell: &str) -> Option<Written> {
    let bytes = cell.as_bytes();
    let number = |at: usize, digits: usize| {
        bytes
            .get(at..at + digits)?
            .iter()
            .try_fold(0_u32, |value, byte| {
                byte.is_ascii_digit()
                    .then(|| value * 10 + u32::from(byte - b'0'))
            })
    };
    let mark = |at: usize, mark: u8| bytes.get(at) == Some(&mark);
    if !mark(4, b'-') || !mark(7, b'-') {
        return None;
    }
    let date = exists(number(0, 4)?, number(5, 2)?, number(8, 2)?)?;
    if bytes.len() == 10 {
        return Some(Written {
            date,
            time: None,
            offset: None,
        });
    }
    if !(mark(10, b' ') || mark(10, b'T')) || !mark(13, b':') {
        return None;
    }
    let (second, end) = if mark(16, b':') {
        (number(17, 2)?, 19)
    } else {
        (0, 16)
    };
    let time = NaiveTime::from_hms_opt(number(11, 2)?, number(14, 2)?, second)?;
    let rest = cell.get(end..)?;
    let offset = match rest.strip_prefix(' ').unwrap_or(rest) {
        "" => None,
        "Z" => Some(0),
        zone => {
            let (hours, minutes) = match zone.len() {
                5 => (zone.get(1..3)?, zone.get(3..5)?),
                6 if zone.get(3..4) == Some(":") => (zone.get(1..3)?, zone.get(4..6)?),
                _ => return None,
            };
            let (hours, minutes): (i32, i32) = (hours.parse().ok()?, minutes.parse().ok()?);
            let total = hours * 60 + minutes;
            match zone.as_bytes().first() {
                Some(b'+') if hours <= 14 && minutes < 60 => Some(total),
                Some(b'-') if hours <= 14 && minutes < 60 => Some(-total),
                Some(_) | None => return None,
            }
        }
    };
    Some(Written {
        date,
        time: Some(time),
        offset,
    })
}

/// Reads a time of day that stands in a cell of its own.
#[must_use]
pub fn parse_time(cell: &str) -> Option<NaiveTime> {
    let tokens = tokens(cell).ok()?;
    read_time(&tokens).ok()?.0
}

#[derive(Debug, Clone, Copy)]
enum Day {
    One(NaiveDate),
    Either {
        day_first: NaiveDate,
        month_first: NaiveDate,
    },
}

/// The day at the start of the tokens, and what follows it.
fn read_day<'t, 'a>(
    tokens: &'t [Token<'a>],
    today: NaiveDate,
) -> Result<(Day, &'t [Token<'a>]), NotADate> {
    // The three parts of a day stand within the first tokens; a weekday may stand before them.
    let mut parts: Vec<(Token<'a>, Option<char>)> = Vec::with_capacity(3);
    let mut rest = tokens;
    while parts.len() < 3 {
        let Some((token, after)) = rest.split_first() else {
            return Err(NotADate::Malformed);
        };
        match *token {
            Token::Word(word) if parts.is_empty() && is_weekday(word) => {}
            Token::Word(word) if is_filler(word) => {}
            Token::Digits(..) => parts.push((*token, None)),
            Token::Word(word) if month(word).is_some() => parts.push((*token, None)),
            Token::Mark(mark @ ('/' | '-' | '.' | ',' | '年' | '月')) => {
                if let Some((_, separator)) = parts.last_mut() {
                    *separator = Some(mark);
                }
            }
            Token::Word("年" | "月") | Token::Blank => {}
            Token::Word(_) | Token::Mark(_) => return Err(NotADate::Malformed),
        }
        rest = after;
    }
    let [(a, separator), (b, _), (c, _)] = parts.as_slice() else {
        return Err(NotADate::Malformed);
    };
    let day = match (*a, *b, *c) {
        (Token::Digits(y, 4), Token::Digits(m, _), Token::Digits(d, 1 | 2)) => one(y, m, d),
        (Token::Word(name), Token::Digits(d, 1 | 2), Token::Digits(y, digits)) => {
            named(name, d, y, digits, today)
        }
        (Token::Digits(d, 1 | 2), Token::Word(name), Token::Digits(y, digits)) => {
            named(name, d, y, digits, today)
        }
        (Token::Digits(y, 4), Token::Word(name), Token::Digits(d, 1 | 2)) => {
            named(name, d, y, 4, today)
        }
        (Token::Digits(a, 1 | 2), Token::Digits(b, 1 | 2), Token::Digits(y, digits)) => {
            let year = century(y, digits, today).ok_or(NotADate::Malformed)?;
            // Nobody writes the month first and dots between.
            if *separator == Some('.') {
                one(year, b, a)
            } else {
                either(a, b, year)
            }
        }
        _ => Err(NotADate::Malformed),
    };
    Ok((day?, rest))
}

fn exists(year: u32, month: u32, day: u32) -> Option<NaiveDate> {
    if !(1990..=2100).contains(&year) {
        return None;
    }
    NaiveDate::from_ymd_opt(i32::try_from(year).ok()?, month, day)
}

fn one(year: u32, month: u32, day: u32) -> Result<Day, NotADate> {
    exists(year, month, day)
        .map(Day::One)
        .ok_or(NotADate::Malformed)
}

fn named(
    name: &str,
    day: u32,
    year: u32,
    digits: usize,
    today: NaiveDate,
) -> Result<Day, NotADate> {
    let year = century(year, digits, today).ok_or(NotADate::Malformed)?;
    one(year, month(name).ok_or(NotADate::Malformed)?, day)
}

fn either(a: u32, b: u32, year: u32) -> Result<Day, NotADate> {
    match (exists(year, b, a), exists(year, a, b)) {
        (Some(day_first), Some(month_first)) if day_first == month_first => Ok(Day::One(day_first)),
        (Some(day_first), Some(month_first)) => Ok(Day::Either {
            day_first,
            month_first,
        }),
        (Some(date), None) | (None, Some(date)) => Ok(Day::One(date)),
        (None, None) => Err(NotADate::Malformed),
    }
}

/// Two-digit years lie between 80 years ago and 19 years ahead.
fn century(year: u32, digits: usize, today: NaiveDate) -> Option<u32> {
    match digits {
        4 => Some(year),
        2 => {
            let now = u32::try_from(today.year()).ok()?;
            let this = now - now % 100 + year;
            Some(if this > now + 19 { this - 100 } else { this })
        }
        _ => None,
    }
}

#[cfg(test)]
mod tests;
