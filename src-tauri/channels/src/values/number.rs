//! Numbers as people and programs write them, read exactly.
//!
//! `1.234` has two readings: a thousand two hundred thirty-four, or one and a bit. It is read only
//! when the other cells of its column (or a person) say which mark parts decimals.

mod evidence;
mod minor;

pub use evidence::Evidence;
pub use minor::Minor;

use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// The mark before the decimals.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum DecimalMark {
    /// `1,234.56`
    Point,
    /// `1.234,56`
    Comma,
}

/// A decimal number without loss: `digits / 10^places`.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Decimal {
    /// All digits as one number; at most 2^63 − 1.
    pub digits: i128,
    /// How many of them stand after the mark.
    pub places: u32,
}

/// A number cell taken apart.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Number<'a> {
    /// The value.
    pub value: Decimal,
    /// What stands before or after the digits: a currency, or empty.
    pub beside: &'a str,
    /// The mark before its decimals, where it has any. `None` tells nothing of the column.
    pub mark: Option<DecimalMark>,
}

/// Why a cell is no number.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum NotANumber {
    /// Nothing in it, or one of the ways to write nothing.
    Empty,
    /// Letters, two numbers, misplaced marks.
    Malformed,
    /// Two readings, and nothing that decides.
    TwoReadings,
    /// More digits than money can have.
    TooLarge,
}

/// Reads a number cell. `mark` is what the column has been found to use.
///
/// # Errors
/// See [`NotANumber`].
pub fn parse(cell: &str, mark: Option<DecimalMark>) -> Result<Number<'_>, NotANumber> {
    let cell = cell.trim();
    if let Some(number) = plain(cell) {
        return Ok(number);
    }
    // An apostrophe before a cell only keeps a spreadsheet from running it.
    let cell = cell.strip_prefix('\'').unwrap_or(cell).trim();
    if is_nothing(cell) {
        return Err(NotANumber::Empty);
    }
    let (negative, body, beside) = take_apart(cell)?;
    let (value, seen) = read_digits(body, mark)?;
    let value = if negative {
        Decimal {
            digits: -value.digits,
            ..value
        }
    } else {
        value
    };
    Ok(Number {
        value,
        beside,
        mark: seen,
    })
}

/// The usual cell: digits with at most one mark that has one reading. Anything else is `None`.
fn plain(cell: &str) -> Option<Number<'_>> {
    let (negative, body) = match cell.as_bytes() {
        [b'-', body @ ..] => (true, body),
        body => (false, body),
    };
    if body.len() > 18 {
        return None;
    }
    let mut digits: i128 = 0;
    let mut mark = None;
    let (mut before, mut places) = (0_u32, 0_u32);
    for byte in body.iter().copied() {
        match (byte, mark) {
            (b'0'..=b'9', None) => before += 1,
            (b'0'..=b'9', Some(_)) => places += 1,
            (b'.', None) => {
                mark = Some(DecimalMark::Point);
                continue;
            }
            (b',', None) => {
                mark = Some(DecimalMark::Comma);
                continue;
            }
            _ => return None,
        }
        digits = digits * 10 + i128::from(byte - b'0');
    }
    let two_readings = mark.is_some() && (places == 3 || places == 0);
    if before == 0 || two_readings {
        return None;
    }
    let digits = if negative { -digits } else { digits };
    Some(Number {
        value: Decimal { digits, places },
        beside: "",
        mark,
    })
}

/// Ways to write nothing in a number column.
fn is_nothing(cell: &str) -> bool {
    matches!(cell, "" | "-" | "--" | "–" | "—" | "\u{2212}")
        || ["n/a", "null", "none", "k.a.", "\\n"]
            .iter()
            .any(|word| cell.eq_ignore_ascii_case(word))
}

fn is_minus(c: char) -> bool {
    matches!(
        c,
        '-' | '\u{2212}' | '\u{2012}' | '\u{2013}' | '\u{FE63}' | '\u{FF0D}'
    )
}

fn is_blank(c: char) -> bool {
    c.is_whitespace() || matches!(c, '\u{200E}' | '\u{200F}' | '\u{2060}')
}

fn is_digit(c: char) -> bool {
    digit(c).is_some()
}

/// ASCII, full-width, Arabic-Indic, Persian and Devanagari digits.
fn digit(c: char) -> Option<u8> {
    [0x30, 0xFF10, 0x0660, 0x06F0, 0x0966]
        .into_iter()
        .find_map(|zero| {
            let value = u32::from(c).checked_sub(zero)?;
            u8::try_from(value).ok().filter(|value| *value < 10)
        })
}

/// Sign, digits with their marks, and what stands beside them.
fn take_apart(cell: &str) -> Result<(bool, &str, &str), NotANumber> {
    let mut negative = false;
    let mut rest = cell;
    if let Some(inner) = rest
        .strip_prefix('(')
        .and_then(|rest| rest.strip_suffix(')'))
    {
        negative = true;
        rest = inner.trim();
    }
    let first = rest.find(is_digit).ok_or(NotANumber::Malformed)?;
    let (last, c) = rest
        .char_indices()
        .rev()
        .find(|(_, c)| is_digit(*c))
        .ok_or(NotANumber::Malformed)?;
    let mut start = first;
    let before = rest.get(..first).unwrap_or_default();
    // ".50" and ",50"
    if let Some(mark) = before
        .chars()
        .next_back()
        .filter(|c| matches!(c, '.' | ','))
    {
        let outside = before.len() - mark.len_utf8();
        let letters = before.get(..outside).unwrap_or_default();
        if !letters.chars().next_back().is_some_and(char::is_alphabetic) {
            start = outside;
        }
    }
    let before = rest.get(..start).unwrap_or_default();
    let body = rest.get(start..last + c.len_utf8()).unwrap_or_default();
    let mut after = rest.get(last + c.len_utf8()..).unwrap_or_default();
    // "5.-", "5,--", "5,–" and "12.": no decimals
    if let Some(tail) = after.strip_prefix(['.', ',']) {
        let dashes = tail.trim_start_matches(|c| is_minus(c) || c == '\u{2014}');
        if dashes.trim().is_empty() || tail.len() != dashes.len() {
            after = dashes;
        }
    }
    let sides = [before, after].map(|side| side.trim_matches(|c| is_blank(c) || c == '+'));
    let mut words = ["", ""];
    for (word, side) in words.iter_mut().zip(sides) {
        let unsigned = side.trim_matches(|c: char| is_minus(c) || is_blank(c));
        let signs = side.chars().filter(|c| is_minus(*c)).count();
        if signs > 1 || signs == 1 && negative {
            return Err(NotANumber::Malformed);
        }
        negative |= signs == 1;
        *word = unsigned;
    }
    match words {
        ["", word] | [word, ""] => Ok((negative, body, word)),
        [_, _] => Err(NotANumber::Malformed),
    }
}

/// Reads digits with thousands and decimal marks.
fn read_digits(
    body: &str,
    told: Option<DecimalMark>,
) -> Result<(Decimal, Option<DecimalMark>), NotANumber> {
    let mut groups: Vec<(char, String)> = vec![(' ', String::new())];
    for c in body.chars() {
        if let Some(value) = digit(c) {
            if let Some((_, group)) = groups.last_mut() {
                group.push(char::from(b'0' + value));
            }
        } else {
            let mark = match c {
                '.' | '\u{FF0E}' => '.',
                ',' | '\u{FF0C}' | '\u{066B}' => ',',
                '\'' | '\u{2019}' | '`' | '\u{FF07}' => '\'',
                '\u{066C}' => '\'',
                c if is_blank(c) => ' ',
                _ => return Err(NotANumber::Malformed),
            };
            groups.push((mark, String::new()));
        }
    }
    let marks: Vec<char> = groups.iter().skip(1).map(|(mark, _)| *mark).collect();
    let (decimal, seen) = decimal_mark(&groups, &marks, told)?;
    let decimals = match decimal {
        Some(_) => groups.pop().map(|(_, digits)| digits).unwrap_or_default(),
        None => String::new(),
    };
    let thousands = groups.get(1).map(|(mark, _)| *mark);
    if groups
        .iter()
        .skip(1)
        .any(|(mark, _)| Some(*mark) != thousands)
        || !grouped(&groups)
    {
        return Err(NotANumber::Malformed);
    }
    let digits: String = groups
        .iter()
        .map(|(_, digits)| digits.as_str())
        .chain([&*decimals])
        .collect();
    let significant = digits.trim_start_matches('0');
    if digits.is_empty() {
        return Err(NotANumber::Malformed);
    }
    if significant.len() > 30 {
        return Err(NotANumber::TooLarge);
    }
    let places = u32::try_from(decimals.len()).map_err(|_| NotANumber::TooLarge)?;
    let digits = if significant.is_empty() {
        Ok(0)
    } else {
        significant.parse()
    };
    let digits = digits.map_err(|_| NotANumber::TooLarge)?;
    Ok((Decimal { digits, places }, seen))
}

type Marks = (Option<char>, Option<DecimalMark>);

/// Which mark parts the decimals of this number, if it has any, and what that tells of its column.
fn decimal_mark(
    groups: &[(char, String)],
    marks: &[char],
    told: Option<DecimalMark>,
) -> Result<Marks, NotANumber> {
    let Some(last) = marks
        .last()
        .copied()
        .filter(|mark| matches!(mark, '.' | ','))
    else {
        return Ok((None, None));
    };
    let name = if last == '.' {
        DecimalMark::Point
    } else {
        DecimalMark::Comma
    };
    let other = if last == '.' {
        DecimalMark::Comma
    } else {
        DecimalMark::Point
    };
    let same = marks.iter().filter(|mark| **mark == last).count();
    if same > 1 {
        return Ok((None, Some(other)));
    }
    if marks.len() > 1 {
        return Ok((Some(last), Some(name)));
    }
    let digits = |at: usize| {
        groups
            .get(at)
            .map(|(_, digits)| digits.as_str())
            .unwrap_or_default()
    };
    let (before, after) = (digits(0), digits(1));
    let could_be_thousands =
        after.len() == 3 && (1..=3).contains(&before.len()) && !before.starts_with('0');
    if !could_be_thousands {
        return Ok((Some(last), Some(name)));
    }
    match told {
        Some(mark) if mark == name => Ok((Some(last), None)),
        Some(_) => Ok((None, None)),
        None => Err(NotANumber::TwoReadings),
    }
}

/// Thousands in threes, or in the Indian way (12,34,567).
fn grouped(groups: &[(char, String)]) -> bool {
    let [(_, first), middle @ .., (_, last)] = groups else {
        return true;
    };
    let threes = middle.iter().all(|(_, group)| group.len() == 3);
    let twos = middle.iter().all(|(_, group)| group.len() == 2);
    (1..=3).contains(&first.len()) && last.len() == 3 && (threes || twos && first.len() <= 2)
}

#[cfg(test)]
mod tests;
