//! The time of day and the offset after a date.

use super::NotADate;
use super::token::Token;
use super::words::is_filler;
use crate::values::zone;
use chrono::NaiveTime;

pub(super) type Clock = (Option<NaiveTime>, Option<i32>);

/// The time of day and the offset after a date.
pub(super) fn read_time(tokens: &[Token<'_>]) -> Result<Clock, NotADate> {
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
pub(super) fn read_offset<'t, 'a>(tokens: &'t [Token<'a>]) -> Option<(i32, &'t [Token<'a>])> {
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
pub(super) fn is_half(word: &str) -> Option<bool> {
    match word.to_ascii_lowercase().as_str() {
        "am" | "a" => Some(false),
        "pm" | "p" => Some(true),
        _ => None,
    }
}
