//! Dates and times as exports write them.
//!
//! `03/08/26` has two readings. It is read only when other cells of its column, the day on which
//! the file is read (nobody has bought tomorrow) or a person say which comes first.

use crate::values::zone;
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

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Token<'a> {
    /// Value and how many digits were written.
    Digits(u32, usize),
    Word(&'a str),
    Mark(char),
    Blank,
}

fn tokens(cell: &str) -> Result<Vec<Token<'_>>, NotADate> {
    let cell = cell.trim();
    if cell.is_empty() || matches!(cell, "-" | "--" | "–" | "—") {
        return Err(NotADate::Empty);
    }
    if cell.len() > 64 {
        return Err(NotADate::Malformed);
    }
    let mut tokens = Vec::new();
    let mut rest = cell;
    while let Some(c) = rest.chars().next() {
        let kind = |c: char| (c.is_ascii_digit(), c.is_alphabetic(), c.is_whitespace());
        let run = if c.is_ascii_digit() || c.is_alphabetic() || c.is_whitespace() {
            rest.find(|other| kind(other) != kind(c))
                .unwrap_or(rest.len())
        } else {
            c.len_utf8()
        };
        let (text, after) = rest.split_at(run);
        let token = if c.is_ascii_digit() {
            if text.len() > 14 {
                return Err(NotADate::Malformed);
            }
            // Compact forms are cut into their parts here: 20260814, 20260814T100000.
            if text.len() == 8 && tokens.is_empty() {
                let part = |range| {
                    text.get(range)
                        .and_then(|t: &str| t.parse().ok())
                        .unwrap_or(0)
                };
                tokens.push(Token::Digits(part(0..4), 4));
                tokens.push(Token::Mark('-'));
                tokens.push(Token::Digits(part(4..6), 2));
                tokens.push(Token::Mark('-'));
                Token::Digits(part(6..8), 2)
            } else {
                let value: u64 = text.parse().map_err(|_| NotADate::Malformed)?;
                match u32::try_from(value) {
                    Ok(value) => Token::Digits(value, text.len()),
                    Err(_) => return Err(NotADate::Malformed),
                }
            }
        } else if c.is_alphabetic() {
            Token::Word(text)
        } else if c.is_whitespace() {
            Token::Blank
        } else {
            Token::Mark(c)
        };
        tokens.push(token);
        rest = after;
    }
    Ok(tokens)
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

type Clock = (Option<NaiveTime>, Option<i32>);

/// The time of day and the offset after a date.
fn read_time(tokens: &[Token<'_>]) -> Result<Clock, NotADate> {
    let mut rest = tokens;
    while let Some((first, after)) = rest.split_first() {
        match *first {
            Token::Blank | Token::Mark(',' | '.' | '-' | '日') => rest = after,
            Token::Word(word) if is_filler(word) || matches!(word, "T" | "t" | "日") => {
                rest = after
            }
            Token::Digits(..) => break,
            Token::Word(_) | Token::Mark(_) => return Err(NotADate::Malformed),
        }
    }
    let Some(Token::Digits(hour, 1 | 2)) = rest.first().copied() else {
        return if rest.is_empty() {
            Ok((None, None))
        } else {
            Err(NotADate::Malformed)
        };
    };
    let mut clock = [hour, 0, 0];
    rest = rest.get(1..).unwrap_or_default();
    let mut fields = 1;
    while let [Token::Mark(':' | '.'), Token::Digits(value, 2), after @ ..] = rest {
        let Some(field) = clock.get_mut(fields) else {
            break;
        };
        *field = *value;
        fields += 1;
        rest = after;
    }
    if let [Token::Mark('.' | ','), Token::Digits(..), after @ ..] = rest {
        rest = after;
    }
    let mut offset = None;
    let mut half = None;
    while let Some((first, after)) = rest.split_first() {
        rest = after;
        match *first {
            Token::Blank | Token::Mark('.' | '(' | ')') => {}
            Token::Word(word) if is_half(word).is_some() && half.is_none() => half = is_half(word),
            Token::Word(word) if word.eq_ignore_ascii_case("m") && half.is_some() => {}
            Token::Word("Uhr" | "uhr" | "h") => {}
            Token::Word(word) => {
                let minutes = zone::abbreviation(word).ok_or(NotADate::Malformed)?;
                offset = offset.or(Some(minutes));
            }
            Token::Mark(sign @ ('+' | '-' | '\u{2212}')) => {
                let (minutes, after) = read_offset(rest).ok_or(NotADate::Malformed)?;
                offset = Some(if sign == '+' { minutes } else { -minutes });
                rest = after;
            }
            Token::Mark(_) | Token::Digits(..) => return Err(NotADate::Malformed),
        }
    }
    if fields == 1 && half.is_none() {
        return Err(NotADate::Malformed);
    }
    let [hour, minute, second] = clock;
    let hour = match half {
        Some(_) if !(1..=12).contains(&hour) => return Err(NotADate::Malformed),
        Some(afternoon) => hour % 12 + if afternoon { 12 } else { 0 },
        None => hour,
    };
    // A leap second is the last moment of its minute.
    let time = NaiveTime::from_hms_opt(hour, minute, second.min(59)).ok_or(NotADate::Malformed)?;
    Ok((Some(time), offset))
}

/// `0400`, `04:00` or `04` after a sign, in minutes.
fn read_offset<'t, 'a>(tokens: &'t [Token<'a>]) -> Option<(i32, &'t [Token<'a>])> {
    let (hours, minutes, rest) = match tokens {
        [Token::Digits(value, 4), rest @ ..] => (value / 100, value % 100, rest),
        [
            Token::Digits(hours, 1 | 2),
            Token::Mark(':'),
            Token::Digits(minutes, 2),
            rest @ ..,
        ] => (*hours, *minutes, rest),
        [Token::Digits(hours, 1 | 2), rest @ ..] => (*hours, 0, rest),
        _ => return None,
    };
    let total = i32::try_from(hours * 60 + minutes).ok()?;
    (hours <= 14 && minutes < 60).then_some((total, rest))
}

/// Whether a word means the afternoon (`true`) or the morning.
fn is_half(word: &str) -> Option<bool> {
    match word.to_ascii_lowercase().as_str() {
        "am" | "a" => Some(false),
        "pm" | "p" => Some(true),
        _ => None,
    }
}

fn is_filler(word: &str) -> bool {
    matches!(
        word.to_lowercase().as_str(),
        "at" | "um" | "à" | "de" | "del" | "of" | "st" | "nd" | "rd" | "th" | "er" | "le"
    )
}

fn is_weekday(word: &str) -> bool {
    const STARTS: [&str; 24] = [
        "mon", "tue", "wed", "thu", "fri", "sat", "sun", "mo", "di", "mi", "do", "fr", "sa", "so",
        "lun", "mar", "mer", "jeu", "ven", "sam", "dim", "mié", "jue", "vie",
    ];
    let lower = word.to_lowercase();
    let long = [
        "tag", "day", "woch", "di", "es", "coles", "ado", "ingo", "che",
    ];
    STARTS.contains(&lower.as_str())
        || month(&lower).is_none()
            && STARTS.iter().any(|start| lower.starts_with(start))
            && long.iter().any(|end| lower.ends_with(end))
}

/// Names and short forms of the months in English, German, French and Spanish.
const MONTHS: [&[&str]; 12] = [
    &[
        "jan", "january", "januar", "jänner", "jän", "janvier", "janv", "enero", "ene",
    ],
    &[
        "feb", "february", "februar", "février", "févr", "fév", "febrero",
    ],
    &["mar", "march", "märz", "mär", "mrz", "mars", "marzo"],
    &["apr", "april", "avril", "avr", "abril", "abr"],
    &["may", "mai", "mayo"],
    &["jun", "june", "juni", "juin", "junio"],
    &["jul", "july", "juli", "juillet", "juil", "julio"],
    &["aug", "august", "août", "aout", "agosto", "ago"],
    &["sep", "sept", "september", "septembre", "septiembre", "set"],
    &["oct", "okt", "october", "oktober", "octobre", "octubre"],
    &["nov", "november", "novembre", "noviembre"],
    &[
        "dec",
        "dez",
        "december",
        "dezember",
        "décembre",
        "déc",
        "diciembre",
        "dic",
    ],
];

fn month(word: &str) -> Option<u32> {
    let lower = word.to_lowercase();
    let at = MONTHS
        .iter()
        .position(|names| names.contains(&lower.as_str()))?;
    u32::try_from(at + 1).ok()
}

/// What the cells of one column tell of the order of day and month.
#[derive(Debug, Clone, Default)]
pub struct Evidence {
    day_first: u32,
    month_first: u32,
    open: u32,
}

impl Evidence {
    /// Takes one more cell into account. `past` says that the column holds things that have
    /// happened, so a reading after tomorrow is none.
    pub fn add(&mut self, cell: &str, past: bool, today: NaiveDate) {
        // Only one or two digits and a mark at the start leave a question.
        let start = cell.trim_start().as_bytes();
        if !start.iter().take(3).any(|byte| matches!(byte, b'/' | b'-')) {
            return;
        }
        let Ok(tokens) = tokens(cell) else { return };
        let [
            Token::Digits(a, 1 | 2),
            Token::Mark('/' | '-'),
            Token::Digits(b, 1 | 2),
            ..,
        ] = tokens.as_slice()
        else {
            return;
        };
        match read_day(&tokens, today) {
            Ok((Day::One(_), _)) if a == b => {}
            Ok((Day::One(date), _)) if date.day() == *a => self.day_first += 1,
            Ok((Day::One(_), _)) => self.month_first += 1,
            Ok((
                Day::Either {
                    day_first,
                    month_first,
                },
                _,
            )) => {
                let tomorrow = today.checked_add_days(Days::new(1)).unwrap_or(today);
                match (past && day_first > tomorrow, past && month_first > tomorrow) {
                    (true, false) => self.month_first += 1,
                    (false, true) => self.day_first += 1,
                    (true, true) | (false, false) => self.open += 1,
                }
            }
            Err(_) => {}
        }
    }

    /// The order, if the cells agree.
    #[must_use]
    pub fn order(&self) -> Option<DayOrder> {
        match (self.day_first, self.month_first) {
            (1.., 0) => Some(DayOrder::DayFirst),
            (0, 1..) => Some(DayOrder::MonthFirst),
            _ => None,
        }
    }

    /// Whether nothing at all speaks for either order, so that a format's own habit may decide.
    #[must_use]
    pub fn is_silent(&self) -> bool {
        self.day_first == 0 && self.month_first == 0
    }

    /// How many cells have two readings.
    #[must_use]
    pub fn open(&self) -> u32 {
        self.open
    }
}

#[cfg(test)]
mod tests;
