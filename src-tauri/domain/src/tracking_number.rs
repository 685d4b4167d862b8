//! Tracking numbers: which carrier's they are, whether their check digit is right, and where the
//! buyer can follow the parcel.
//!
//! A number is told by its form alone, so more than one carrier may fit; the best guess comes
//! first. Facts and their sources stand beside each table.

mod check_digit;
mod formats;
mod post;
mod usps;

pub use check_digit::{gs1_check_digit, gtin_is_valid, s10_check_digit, sscc_is_valid};
pub use post::{post_name, s10};

use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// The longest text that is looked at; the longest barcode of a carrier has 50 characters.
const LONGEST: usize = 64;

/// What the check digit says.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
#[ts(rename = "NumberCheck")]
pub enum Check {
    /// It is right: a misread is all but ruled out.
    Valid,
    /// The format has no check digit.
    None,
    /// It is wrong: misread, mistyped, or not this carrier's.
    Wrong,
}

/// One reading of a number.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct Recognised {
    /// The carrier's short name: `ups`, `royal_mail`; for a post without its own one, `post_` and
    /// the country's code.
    pub carrier: String,
    /// The carrier's name as people say it.
    pub carrier_name: String,
    /// The format: `ups`, `s10`, `usps_impb_c`.
    pub format: String,
    /// The check digit's answer.
    pub check: Check,
    /// Where the parcel can be followed, with the number filled in; `None` when the carrier has no
    /// such address.
    pub url: Option<String>,
    /// The number as the carrier and the buyer write it: no spaces, capitals, without the routing
    /// code that a barcode carries before it.
    pub normalised: String,
}

/// Every carrier that the text may belong to, best first. A reading whose check digit is wrong is
/// listed only when nothing else fits better, so that the misread can be named.
#[must_use]
pub fn recognise(text: &str) -> Vec<Recognised> {
    let number = normalise(text);
    if number.is_empty() || number.chars().count() > LONGEST {
        return Vec::new();
    }
    let found = readings(&number);
    if found.is_empty() && number.contains('-') {
        // People group digits with dashes; only LaserShip writes one of its own.
        return readings(&number.replace('-', ""));
    }
    found
}

fn readings(number: &str) -> Vec<Recognised> {
    let mut found: Vec<(u8, Recognised)> = Vec::new();
    found.extend(post::recognise(number));
    found.extend(usps::recognise(number));
    found.extend(formats::recognise(number));
    if found.iter().any(|(_, r)| r.check == Check::Valid) {
        found.retain(|(_, r)| r.check != Check::Wrong);
    }
    // A distinct form with no check digit beats a bare row of digits whose digit happens to fit
    // (one in ten does), so the rank is asked before the check, except that wrong comes last.
    found.sort_by_key(|(rank, r)| (r.check == Check::Wrong, *rank, r.check));
    found.into_iter().map(|(_, r)| r).collect()
}

/// The number as it is kept and compared: capitals, plain digits, without spaces and without what
/// a scanner adds (symbology identifier `]C1`, FNC1, brackets around application identifiers).
#[must_use]
pub fn normalise(text: &str) -> String {
    use unicode_normalization::UnicodeNormalization;
    let text = text.trim();
    let text = ["]C1", "]C0", "]d2", "]Q3", "]e0"]
        .iter()
        .find_map(|prefix| text.strip_prefix(prefix))
        .unwrap_or(text);
    text.nfkc()
        .filter(|c| !c.is_whitespace() && !c.is_control() && !matches!(c, '(' | ')' | '\u{200b}'))
        .flat_map(char::to_uppercase)
        .collect()
}

/// The address with the number filled in. Numbers are letters, digits and dashes here, so nothing
/// needs escaping.
fn address(template: &str, number: &str) -> Option<String> {
    let plain = number
        .chars()
        .all(|c| c.is_ascii_alphanumeric() || c == '-');
    (!template.is_empty() && plain).then(|| template.replace("%s", number))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn best(text: &str) -> (String, Check, String) {
        let found = recognise(text);
        let first = found.first().unwrap_or_else(|| panic!("{text}"));
        (first.carrier.clone(), first.check, first.normalised.clone())
    }

    #[test]
    fn the_best_reading_comes_first() {
        for (text, carrier, check, number) in [
            (
                "1Z5R89390357567127",
                "ups",
                Check::Valid,
                "1Z5R89390357567127",
            ),
            (
                " 1z 5r8 939 03 5756 7127 ",
                "ups",
                Check::Valid,
                "1Z5R89390357567127",
            ),
            ("RR473124829GB", "royal_mail", Check::Valid, "RR473124829GB"),
            (
                "rr 4731 2482 9 gb",
                "royal_mail",
                Check::Valid,
                "RR473124829GB",
            ),
            ("RR473124828GB", "royal_mail", Check::Wrong, "RR473124828GB"),
            (
                "EA787789328DE",
                "deutsche_post",
                Check::Valid,
                "EA787789328DE",
            ),
            (
                "1Z5R8-9390-3575-67127",
                "ups",
                Check::Valid,
                "1Z5R89390357567127",
            ),
            ("RB123456785CV", "post_cv", Check::Valid, "RB123456785CV"),
            (
                "]C1420902459261290336128704042634",
                "usps",
                Check::Valid,
                "9261290336128704042634",
            ),
            (
                "(420)90245\u{1d}(92)61290336128704042634",
                "usps",
                Check::Valid,
                "9261290336128704042634",
            ),
            ("TBA000000000000", "amazon", Check::None, "TBA000000000000"),
            (
                "9611020987654312345672",
                "fedex",
                Check::Valid,
                "987654312345672",
            ),
            (
                "1001921334250001000300779017972697",
                "fedex",
                Check::Valid,
                "779017972697",
            ),
            (
                "0073938000549297",
                "canada_post",
                Check::Valid,
                "0073938000549297",
            ),
            ("09980000020033F", "dpd", Check::Valid, "09980000020033"),
            ("JJD0099999999", "dhl", Check::None, "JJD0099999999"),
            ("LX929081005FR", "la_poste", Check::Valid, "LX929081005FR"),
        ] {
            assert_eq!(
                best(text),
                (carrier.to_owned(), check, number.to_owned()),
                "{text}"
            );
        }
    }

    #[test]
    fn nonsense_is_nobodys() {
        for text in [
            "",
            "   ",
            "HELLO",
            "12",
            "RR473124829QQ",
            &"9".repeat(200),
            "'; DROP",
        ] {
            assert_eq!(recognise(text), [], "{text}");
        }
    }

    #[test]
    fn the_address_has_the_number_in_it() {
        let found = recognise("1Z5R89390357567127");
        let url = found.first().and_then(|r| r.url.clone()).unwrap();
        assert!(
            url.starts_with("https://") && url.ends_with("1Z5R89390357567127"),
            "{url}"
        );
    }
}
