//! A cell cut into digits, words and marks.

use super::NotADate;

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Token<'a> {
    /// Value and how many digits were written.
    Digits(u32, usize),
    Word(&'a str),
    Mark(char),
    Blank,
}

pub(super) fn tokens(cell: &str) -> Result<Vec<Token<'_>>, NotADate> {
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
