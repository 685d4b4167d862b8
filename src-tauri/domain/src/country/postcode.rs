//! The form of a postcode: right, right but untidy, or wrong with what was probably meant.

use super::Country;
use crate::fold::key;
use unicode_normalization::UnicodeNormalization;

/// What can be said of a postcode without a network.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum PostcodeForm {
    /// The country has no postcodes, or their form is not known.
    NotUsed,
    /// As the post writes it.
    Fine,
    /// Right, but the post writes it so.
    Tidy(String),
    /// No postcode of this country; perhaps this one was meant.
    Wrong(Option<String>),
}

/// Countries whose codes are split at a fixed place whatever the letters: the number of characters
/// before (positive) or after (negative) the space.
const SPLIT: &[(&str, isize)] = &[("GB", -3), ("GG", -3), ("IM", -3), ("JE", -3), ("IE", 3)];

/// Countries whose post reads the digits with or without the space; neither form is worth a word.
const EITHER_WAY: &[&str] = &["CZ", "FR", "GR", "SE", "SK"];

/// Vehicle letters and other signs that people put before a postcode.
const SIGNS: &[&str] = &[
    "AUS", "CDN", "FIN", "A", "B", "CH", "CZ", "D", "DK", "E", "F", "FL", "H", "HR", "I", "L",
    "LT", "LV", "N", "NL", "P", "PL", "RO", "S", "SK", "SLO", "USA",
];

impl Country {
    /// Tells the form of a postcode as it was given.
    #[must_use]
    pub fn postcode_form(&self, given: &str) -> PostcodeForm {
        if self.postcode.is_none() {
            return PostcodeForm::NotUsed;
        }
        if EITHER_WAY.contains(&self.code) && self.fits(given) {
            return PostcodeForm::Fine;
        }
        let clean = clean(given);
        let found = self
            .readings(&clean)
            .into_iter()
            .find_map(|reading| self.as_the_post_writes(&reading));
        match found {
            Some(tidy) if tidy == given => PostcodeForm::Fine,
            Some(tidy) => PostcodeForm::Tidy(tidy),
            None => PostcodeForm::Wrong(self.probably_meant(&clean)),
        }
    }

    /// What is compared with the beginning of a postcode, such as that of a zone: letters and digits
    /// alone, as the country's post writes them, without the country's sign (`D-25846` is `25846`).
    /// The beginning itself may be given too.
    #[must_use]
    pub fn postcode_key(&self, given: &str) -> String {
        let clean = match self.postcode_form(given) {
            PostcodeForm::Tidy(tidy) => tidy,
            PostcodeForm::NotUsed | PostcodeForm::Fine | PostcodeForm::Wrong(_) => clean(given),
        };
        let digits = |e: &&str| bare(e).bytes().all(|b| b.is_ascii_digit());
        let foreign = if self.examples.iter().all(digits) {
            SIGNS
        } else {
            &[]
        };
        let own = [self.code, self.prefix.trim_end_matches('-')];
        let signs = own.iter().chain(foreign).filter(|s| !s.is_empty());
        let plain = signs
            .filter_map(|sign| clean.strip_prefix(sign))
            .map(|rest| rest.trim_start_matches(['-', ' ']))
            .find(|rest| rest.starts_with(|c: char| c.is_ascii_digit()));
        key(plain.unwrap_or(&clean))
    }

    fn fits(&self, text: &str) -> bool {
        self.postcode.as_ref().is_some_and(|p| p.matches(text))
    }

    /// The text itself, then without a country sign before it, then with the country's own prefix
    /// where the pattern asks for one.
    fn readings(&self, clean: &str) -> Vec<String> {
        let mut readings = vec![clean.to_owned()];
        let own = [self.code, self.prefix.trim_end_matches('-')];
        for sign in own.iter().chain(SIGNS).filter(|s| !s.is_empty()) {
            if let Some(rest) = clean.strip_prefix(sign) {
                let rest = rest.trim_start_matches(['-', ' ']);
                if rest.starts_with(|c: char| c.is_ascii_digit()) {
                    readings.push(rest.to_owned());
                }
            }
        }
        readings.push(format!("{}-{clean}", self.code));
        readings.push(format!("{}{clean}", self.code));
        readings
    }

    fn as_the_post_writes(&self, text: &str) -> Option<String> {
        let bare = bare(text);
        let split = SPLIT
            .iter()
            .find(|(code, _)| *code == self.code)
            .and_then(|(_, at)| split_at(&bare, *at));
        split
            .into_iter()
            .chain(self.examples.iter().filter_map(|e| like(&bare, e)))
            .find(|shaped| self.fits(shaped))
            .or_else(|| self.fits(text).then(|| text.to_owned()))
            .or_else(|| self.fits(&bare).then(|| bare.clone()))
    }

    /// Slips of the hand and of spreadsheets: leading zeros lost, a number written as `10115.0`,
    /// the letter O for the digit 0.
    fn probably_meant(&self, clean: &str) -> Option<String> {
        let number = clean.strip_suffix(".0").unwrap_or(clean);
        let repaired = bare(number);
        if repaired.is_empty() {
            return None;
        }
        let digits_only = repaired.bytes().all(|b| b.is_ascii_digit());
        self.examples.iter().find_map(|example| {
            let model = bare(example);
            let wanted = model.chars().count();
            let have = repaired.chars().count();
            let model_digits = model.bytes().all(|b| b.is_ascii_digit());
            // At most two zeros: a German 01067 can become 1067, a US 00501 can become 501.
            let padded = if digits_only && model_digits && have < wanted && wanted - have <= 2 {
                format!("{repaired:0>wanted$}")
            } else if have == wanted {
                repaired
                    .chars()
                    .zip(model.chars())
                    .map(|(c, m)| match (c, m.is_ascii_digit()) {
                        ('O', true) => '0',
                        ('I' | 'L', true) => '1',
                        ('S', true) => '5',
                        ('0', false) => 'O',
                        ('1', false) => 'I',
                        (c, _) => c,
                    })
                    .collect()
            } else {
                return None;
            };
            self.as_the_post_writes(&padded)
        })
    }
}

/// Full-width letters and digits made plain, capitals, one kind of dash, single spaces.
pub(super) fn clean(given: &str) -> String {
    let plain: String = given
        .nfkc()
        .map(|c| match c {
            '‐' | '‑' | '‒' | '–' | '—' | '−' | 'ー' => '-',
            c if c.is_whitespace() => ' ',
            c => c,
        })
        .filter(|c| !c.is_control() && *c != '〒')
        .flat_map(char::to_uppercase)
        .collect();
    plain.split_whitespace().collect::<Vec<_>>().join(" ")
}

fn bare(text: &str) -> String {
    text.chars().filter(|c| c.is_alphanumeric()).collect()
}

fn split_at(bare: &str, place: isize) -> Option<String> {
    let length = bare.chars().count();
    let at = if place < 0 {
        length.checked_sub(place.unsigned_abs())?
    } else {
        place.unsigned_abs()
    };
    if at == 0 || at >= length {
        return None;
    }
    let head: String = bare.chars().take(at).collect();
    let tail: String = bare.chars().skip(at).collect();
    Some(format!("{head} {tail}"))
}

/// The bare code with the separators of an example, when letters and digits stand alike in both.
fn like(bare: &str, example: &str) -> Option<String> {
    let mut chars = bare.chars();
    let mut out = String::new();
    for model in example.chars() {
        if model.is_alphanumeric() {
            let c = chars.next()?;
            if c.is_ascii_digit() != model.is_ascii_digit() {
                return None;
            }
            out.push(c);
        } else {
            out.push(model);
        }
    }
    chars.next().is_none().then_some(out)
}

#[cfg(test)]
mod tests {
    use super::super::find;
    use super::*;

    fn form(country: &str, given: &str) -> PostcodeForm {
        find(country).unwrap().postcode_form(given)
    }

    fn tidy(text: &str) -> PostcodeForm {
        PostcodeForm::Tidy(text.to_owned())
    }

    #[test]
    fn right_codes_are_fine_and_untidy_ones_are_tidied() {
        for (country, code) in [
            ("DE", "10115"),
            ("GB", "SW1A 1AA"),
            ("GB", "M2 5BQ"),
            ("NL", "1234 AB"),
            ("SE", "111 22"),
            ("SE", "11122"),
            ("CZ", "11000"),
            ("PT", "1000-205"),
            ("JP", "154-0023"),
            ("US", "94103"),
            ("US", "94103-1234"),
            ("IE", "D02 AF30"),
            ("CA", "K1A 0B1"),
        ] {
            assert_eq!(form(country, code), PostcodeForm::Fine, "{country} {code}");
        }
        for (country, given, better) in [
            ("GB", "SW1A1AA", "SW1A 1AA"),
            ("GB", "sw1a 1aa", "SW1A 1AA"),
            ("GB", " m25bq ", "M2 5BQ"),
            ("NL", "1234AB", "1234 AB"),
            ("NL", "1234ab", "1234 AB"),
            ("JP", "１５４−００２３", "154-0023"),
            ("JP", "〒1540023", "154-0023"),
            ("DE", "D-10115", "10115"),
            ("DE", "DE 10115", "10115"),
            ("AT", "A-1010", "1010"),
            ("SE", "SE-11122", "11122"),
            ("US", "941031234", "94103-1234"),
            ("US", "94103 1234", "94103-1234"),
            ("CA", "k1a0b1", "K1A 0B1"),
            ("LV", "1073", "LV-1073"),
            ("BR", "01310000", "01310-000"),
            ("PL", "00950", "00-950"),
            ("IE", "d02af30", "D02 AF30"),
        ] {
            assert_eq!(form(country, given), tidy(better), "{country} {given}");
        }
    }

    #[test]
    fn wrong_codes_are_wrong_and_slips_are_guessed() {
        for (country, given, meant) in [
            ("DE", "1067", Some("01067")),
            ("US", "2134", Some("02134")),
            ("US", "501", Some("00501")),
            ("DE", "10115.0", Some("10115")),
            ("GB", "RH6 OHP", Some("RH6 0HP")),
            ("CA", "K1A OB1", Some("K1A 0B1")),
            ("DE", "ABCDE", None),
            ("US", "9410", Some("09410")),
            ("US", "941033", None),
            ("GB", "QQ1 1AA", None),
            ("KR", "110-110", None),
            ("NL", "0123 AB", None),
        ] {
            assert_eq!(
                form(country, given),
                PostcodeForm::Wrong(meant.map(str::to_owned)),
                "{country} {given}"
            );
        }
        assert_eq!(form("HK", "999077"), PostcodeForm::NotUsed);
    }
}
