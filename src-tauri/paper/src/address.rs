//! The lines of an address as its country writes them.

use domain::Address;
use domain::country::{self, Country};
use serde::{Deserialize, Serialize};

/// What a line of an address is, for its weight and size.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub enum Role {
    /// The person.
    Person,
    /// The firm.
    Firm,
    /// Street, house, flat.
    Street,
    /// Town, postcode, region.
    Town,
    /// The country, in capitals.
    Country,
}

/// One line of an address.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct AddressLine {
    /// Its text.
    pub text: String,
    /// What it is.
    pub role: Role,
}

/// The English name of a country in capitals (`GERMANY`), by its ISO 3166-1 code in capitals.
#[must_use]
pub fn country_name(code: &str) -> Option<&'static str> {
    country::find(code).map(|c| c.paper)
}

/// The lines of an address, in its country's order (libaddressinput). The country stands last, in
/// capitals, when it is not `home`; `country` is its name if the caller has one in another
/// language, else it is English. A part that the country's pattern has no place for is not lost:
/// postcode and town are put where they are read.
#[must_use]
pub fn address_lines(address: &Address, home: &str, country: Option<&str>) -> Vec<AddressLine> {
    let abroad = address.country != home;
    let known = country::find(&address.country);
    let pattern = known.map_or(UNKNOWN, |c| c.layout(!in_own_script(address)));
    let pattern = with_missing(pattern, address);
    let mut lines = Vec::new();
    for line in pattern.split("%n") {
        lines.extend(fill(line, address, abroad));
    }
    if abroad && !address.country.is_empty() {
        let name = country
            .or_else(|| known.map(|c: &Country| c.paper))
            .unwrap_or(&address.country);
        lines.push(AddressLine {
            text: name.to_uppercase(),
            role: Role::Country,
        });
    }
    lines
}

/// The order of an address whose country is not known.
const UNKNOWN: &str = "%N%n%O%n%A%n%Z %C%n%S";

/// Whether it is written in the country's own letters, if these are not Latin.
fn in_own_script(address: &Address) -> bool {
    [&address.line1, &address.city, &address.region]
        .iter()
        .any(|part| part.chars().any(|c| u32::from(c) >= 0x0370))
}

/// The pattern with a place for a town or postcode that is given although the country has none.
fn with_missing(pattern: &str, address: &Address) -> String {
    let mut pattern = pattern.to_owned();
    if !address.city.is_empty() && !pattern.contains("%C") {
        pattern = pattern.replace("%A", "%A%n%C");
    }
    if !address.postcode.is_empty() && !pattern.contains("%Z") {
        pattern = pattern.replace("%C", "%C %Z");
        if !pattern.contains("%Z") {
            pattern.push_str("%n%Z");
        }
    }
    pattern
}

enum Token<'a> {
    Part(String),
    Literal(&'a str),
}

/// One line of a pattern: empty parts go, and of the separators beside them a space stays.
fn fill(line: &str, address: &Address, abroad: bool) -> Vec<AddressLine> {
    if line == "%A" {
        return [&address.line1, &address.line2, &address.line3]
            .into_iter()
            .filter(|l| !l.trim().is_empty())
            .map(|l| AddressLine {
                text: l.trim().to_owned(),
                role: Role::Street,
            })
            .collect();
    }
    let tokens = tokens(line, address);
    let filled = |at: Option<usize>| match at.and_then(|i| tokens.get(i)) {
        Some(Token::Part(text)) => !text.is_empty(),
        Some(Token::Literal(_)) | None => true,
    };
    let mut text = String::new();
    let mut any = tokens.iter().all(|t| matches!(t, Token::Literal(_)));
    for (at, token) in tokens.iter().enumerate() {
        match token {
            Token::Part(part) => {
                any |= !part.is_empty();
                text.push_str(part);
            }
            Token::Literal(literal) => {
                let prefix = at == 0 && literal.ends_with('-');
                // `CH-` and its like are for mail from abroad, and not if it is there already.
                let doubled = prefix
                    && matches!(tokens.get(1), Some(Token::Part(p)) if p.starts_with(literal));
                if prefix && (!abroad || doubled) {
                    continue;
                }
                // Of the separators around an empty part a space stays: what follows is another part.
                if at == 0 && filled(Some(1)) || filled(at.checked_sub(1)) && filled(Some(at + 1)) {
                    text.push_str(literal);
                } else if filled(Some(at + 1)) && !text.is_empty() {
                    text.push(' ');
                }
            }
        }
    }
    let text = text.trim().to_owned();
    if !any || text.is_empty() {
        return Vec::new();
    }
    let role = if line.contains("%C") || line.contains("%Z") || line.contains("%S") {
        Role::Town
    } else if line.contains("%N") {
        Role::Person
    } else if line.contains("%O") {
        Role::Firm
    } else if line.contains("%A") {
        Role::Street
    } else {
        Role::Town
    };
    vec![AddressLine { text, role }]
}

fn tokens<'a>(line: &'a str, address: &Address) -> Vec<Token<'a>> {
    let mut out = Vec::new();
    let mut rest = line;
    while let Some(at) = rest.find('%') {
        let (before, from) = rest.split_at(at);
        if !before.is_empty() {
            out.push(Token::Literal(before));
        }
        let Some(letter) = from.chars().nth(1) else {
            return out;
        };
        out.push(Token::Part(part(letter, address)));
        rest = from.get(1 + letter.len_utf8()..).unwrap_or_default();
    }
    if !rest.is_empty() {
        out.push(Token::Literal(rest));
    }
    out
}

fn part(letter: char, address: &Address) -> String {
    let text = match letter {
        'N' => &address.name,
        'O' => &address.company,
        'C' => &address.city,
        'S' => &address.region,
        'Z' => &address.postcode,
        'A' => {
            let lines = [&address.line1, &address.line2, &address.line3];
            let given: Vec<&str> = lines
                .iter()
                .map(|l| l.trim())
                .filter(|l| !l.is_empty())
                .collect();
            return given.join(", ");
        }
        _ => return String::new(),
    };
    text.trim().to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn address(parts: [&str; 8]) -> Address {
        let [name, company, line1, line2, city, region, postcode, country] =
            parts.map(str::to_owned);
        Address {
            name,
            company,
            line1,
            line2,
            city,
            region,
            postcode,
            country,
            ..Address::default()
        }
    }

    fn lines(parts: [&str; 8], home: &str) -> Vec<String> {
        address_lines(&address(parts), home, None)
            .into_iter()
            .map(|l| l.text)
            .collect()
    }

    #[test]
    fn a_country_stands_in_capitals() {
        assert_eq!(country_name("DE"), Some("GERMANY"));
        assert_eq!(country_name("XX"), None);
    }

    #[test]
    fn a_missing_part_does_not_glue_its_neighbours() {
        let parts = ["Ann Roe", "", "5 Elm St", "", "New York", "", "10001", "US"];
        assert_eq!(lines(parts, "US")[2], "New York 10001");
        let parts = ["Ann Roe", "", "5 Elm St", "", "New York", "NY", "", "US"];
        assert_eq!(lines(parts, "US")[2], "New York, NY");
    }

    #[test]
    fn each_country_has_its_own_order() {
        let pl = [
            "Marta Wi\u{15b}niewska",
            "",
            "ul. J\u{f3}zefa 14/3",
            "",
            "Krak\u{f3}w",
            "",
            "31-056",
            "PL",
        ];
        assert_eq!(
            lines(pl, "BE"),
            [
                "Marta Wi\u{15b}niewska",
                "ul. J\u{f3}zefa 14/3",
                "31-056 Krak\u{f3}w",
                "POLAND"
            ]
        );
        assert_eq!(lines(pl, "PL").len(), 3);
        let us = [
            "Jo Doe",
            "Acme",
            "1 Main St",
            "Apt 2",
            "Springfield",
            "IL",
            "62704",
            "US",
        ];
        assert_eq!(
            lines(us, "US"),
            [
                "Jo Doe",
                "Acme",
                "1 Main St",
                "Apt 2",
                "Springfield, IL 62704"
            ]
        );
        let gb = [
            "A. Hill",
            "",
            "4 Mill Lane",
            "",
            "Leeds",
            "West Yorkshire",
            "LS1 4AP",
            "GB",
        ];
        assert_eq!(
            lines(gb, "US"),
            [
                "A. Hill",
                "4 Mill Lane",
                "Leeds",
                "LS1 4AP",
                "UNITED KINGDOM"
            ]
        );
        let ch = [
            "",
            "B\u{e4}r AG",
            "Gasse 1",
            "",
            "Z\u{fc}rich",
            "",
            "8001",
            "CH",
        ];
        assert_eq!(
            lines(ch, "DE"),
            [
                "B\u{e4}r AG",
                "Gasse 1",
                "CH-8001 Z\u{fc}rich",
                "SWITZERLAND"
            ]
        );
        assert_eq!(
            lines(ch, "CH"),
            ["B\u{e4}r AG", "Gasse 1", "8001 Z\u{fc}rich"]
        );
    }

    #[test]
    fn japan_is_written_from_the_large_to_the_small_in_its_own_script() {
        let jp = [
            "\u{4f50}\u{85e4} \u{7f8e}\u{54b2}",
            "",
            "\u{795e}\u{5357}1-2-3",
            "",
            "\u{6e0b}\u{8c37}\u{533a}",
            "\u{6771}\u{4eac}\u{90fd}",
            "150-0041",
            "JP",
        ];
        assert_eq!(
            lines(jp, "BE"),
            [
                "\u{3012}150-0041",
                "\u{6771}\u{4eac}\u{90fd}\u{6e0b}\u{8c37}\u{533a}",
                "\u{795e}\u{5357}1-2-3",
                "\u{4f50}\u{85e4} \u{7f8e}\u{54b2}",
                "JAPAN"
            ]
        );
        let latin = [
            "Misaki Sato",
            "",
            "1-2-3 Jinnan",
            "",
            "Shibuya-ku",
            "Tokyo",
            "150-0041",
            "JP",
        ];
        assert_eq!(
            lines(latin, "BE"),
            [
                "Misaki Sato",
                "1-2-3 Jinnan",
                "Shibuya-ku, Tokyo",
                "150-0041",
                "JAPAN"
            ]
        );
    }

    #[test]
    fn paper_and_screen_write_every_country_alike() {
        for country in country::all() {
            let has = |part: &str, text: &'static str| {
                let placed = country.layout(true).contains(part);
                if placed { text } else { "" }
            };
            let given = address([
                "Ann Sommer",
                "Acme",
                "Lindenweg 7",
                "Flat 2",
                has("%C", "Town"),
                has("%S", "Region"),
                has("%Z", "12345"),
                country.code,
            ]);
            let paper: Vec<String> = address_lines(&given, "", None)
                .into_iter()
                .map(|line| line.text)
                .collect();
            let screen = domain::address_check::lines(&given, "");
            assert_eq!(paper, screen, "{}", country.code);
        }
    }

    #[test]
    fn nothing_that_finds_a_house_is_lost() {
        // Ireland of the table has a postcode; Angola has none, and still prints one.
        let ao = ["A", "", "Rua 1", "", "Luanda", "", "1000", "AO"];
        assert_eq!(lines(ao, "PT"), ["A", "Rua 1", "Luanda 1000", "ANGOLA"]);
        let unknown = ["A", "", "Rue 1", "", "Ville", "", "9", ""];
        assert_eq!(lines(unknown, "BE"), ["A", "Rue 1", "9 Ville"]);
    }
}
