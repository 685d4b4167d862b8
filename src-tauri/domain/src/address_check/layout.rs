//! An address as lines, in the order of its country.

use crate::Address;
use crate::country::{self, Country};
use crate::fold::key;

/// libaddressinput's worldwide default.
const DEFAULT_FORMAT: &str = "%N%n%O%n%A%n%C";

/// Regions that shops export for Great Britain and that no letter carries.
const BRITISH_NATIONS: &[&str] = &[
    "eng",
    "england",
    "sct",
    "scotland",
    "wls",
    "wales",
    "nir",
    "northernireland",
    "gbr",
    "ukm",
];

/// The lines of an address for paper and screen, from addressee to country. The country's name
/// stands last, in capitals, when the parcel comes from another country. Text is kept as it was
/// given; nothing but a region that the country does not write is left out.
#[must_use]
pub fn lines(address: &Address, from_country: &str) -> Vec<String> {
    let known = country::find(&address.country);
    let format = known.map_or(DEFAULT_FORMAT, |c| c.layout(is_latin(address)));
    let parts = Parts::new(address, known);
    let mut lines: Vec<String> = Vec::new();
    for line in format.split("%n") {
        if line == "%A" {
            lines.extend(parts.street());
        } else {
            lines.extend(written(line, &parts));
        }
    }
    for letter in ['C', 'Z'] {
        let text = parts.text(letter);
        if !text.is_empty() && !format.contains(['%', letter].iter().collect::<String>().as_str()) {
            add_forgotten(&mut lines, &text);
        }
    }
    lines.extend(country_line(address, known, from_country));
    lines
}

fn country_line(
    address: &Address,
    known: Option<&'static Country>,
    from_country: &str,
) -> Option<String> {
    let given = address.country.trim();
    if given.is_empty() || given.eq_ignore_ascii_case(from_country.trim()) {
        return None;
    }
    Some(known.map_or_else(|| given.to_uppercase(), |c| c.paper.to_owned()))
}

/// The parts of an address under libaddressinput's letters.
struct Parts<'a> {
    address: &'a Address,
    country: &'static str,
}

impl<'a> Parts<'a> {
    fn new(address: &'a Address, country: Option<&'static Country>) -> Self {
        Self {
            address,
            country: country.map_or("", |c| c.code),
        }
    }

    fn street(&self) -> Vec<String> {
        let a = self.address;
        [&a.line1, &a.line2, &a.line3]
            .into_iter()
            .filter(|line| !line.trim().is_empty())
            .map(|line| line.trim().to_owned())
            .collect()
    }

    fn text(&self, letter: char) -> String {
        let a = self.address;
        let part = match letter {
            'N' => &a.name,
            'O' => &a.company,
            'A' => return self.street().join(", "),
            'C' => &a.city,
            'S' if self.country == "GB" && BRITISH_NATIONS.contains(&key(&a.region).as_str()) => {
                return String::new();
            }
            'S' => &a.region,
            'Z' => &a.postcode,
            _ => return String::new(),
        };
        part.trim().to_owned()
    }
}

enum Token {
    Part(String),
    Literal(String),
}

/// One line of the format. A separator stands only between two parts that are there, as
/// libaddressinput's formatter does it; empty lines vanish.
fn written(line: &str, parts: &Parts<'_>) -> Option<String> {
    let tokens = tokens(line, parts);
    let has_part = tokens
        .iter()
        .any(|t| matches!(t, Token::Part(text) if !text.is_empty()));
    let only_literal = tokens.iter().all(|t| matches!(t, Token::Literal(_)));
    if !has_part && !only_literal {
        return None;
    }
    let mut out = String::new();
    let mut after_part = false;
    for (at, token) in tokens.iter().enumerate() {
        match token {
            Token::Part(text) if text.is_empty() => {}
            Token::Part(text) => {
                out.push_str(without_sign(text, &tokens, at));
                after_part = true;
            }
            Token::Literal(text) => {
                let next = tokens.get(at + 1);
                let leads_on = !matches!(next, Some(Token::Part(text)) if text.is_empty());
                if leads_on && (at == 0 || after_part) {
                    out.push_str(text);
                    after_part = false;
                }
            }
        }
    }
    let out = out.split_whitespace().collect::<Vec<_>>().join(" ");
    (!out.is_empty()).then_some(out)
}

/// `FI-00100` was given where the format itself writes `FI-`: the sign stands once.
fn without_sign<'a>(text: &'a str, tokens: &[Token], at: usize) -> &'a str {
    let Some(Token::Literal(sign)) = at.checked_sub(1).and_then(|before| tokens.get(before)) else {
        return text;
    };
    let sign = sign.trim_matches(['-', ' ']);
    text.strip_prefix(sign)
        .filter(|rest| at == 1 && !sign.is_empty() && !rest.is_empty())
        .map_or(text, |rest| rest.trim_start_matches(['-', ' ']))
}

fn tokens(line: &str, parts: &Parts<'_>) -> Vec<Token> {
    let mut tokens = Vec::new();
    let mut chars = line.chars();
    let mut literal = String::new();
    while let Some(c) = chars.next() {
        if c != '%' {
            literal.push(c);
            continue;
        }
        if !literal.is_empty() {
            tokens.push(Token::Literal(std::mem::take(&mut literal)));
        }
        if let Some(letter) = chars.next() {
            tokens.push(Token::Part(parts.text(letter)));
        }
    }
    if !literal.is_empty() {
        tokens.push(Token::Literal(literal));
    }
    tokens
}

/// A town or postcode that the country's format has no place for is still worth its line, unless
/// it stands there already (`SINGAPORE 546080`).
fn add_forgotten(lines: &mut Vec<String>, text: &str) {
    let wanted = key(text);
    if !wanted.is_empty() && !lines.iter().any(|line| key(line).contains(&wanted)) {
        lines.push(text.to_owned());
    }
}

/// Whether the address is written in Latin letters throughout.
fn is_latin(address: &Address) -> bool {
    [
        &address.name,
        &address.company,
        &address.line1,
        &address.line2,
        &address.line3,
        &address.city,
        &address.region,
    ]
    .into_iter()
    .flat_map(|part| part.chars())
    .filter(|c| c.is_alphabetic())
    .all(|c| c < '\u{250}' || ('\u{1e00}'..'\u{1f00}').contains(&c))
}
