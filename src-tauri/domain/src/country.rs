//! Countries: their names, and how an address is written there.
//!
//! The facts are a table (`country/facts.tsv`, `country/regions.tsv`) that names its sources; no
//! rule about a country is written in code where a cell can hold it.

mod postcode;
mod region;
mod table;

pub use postcode::PostcodeForm;
pub use region::Region;

use crate::fold::key;
use crate::pattern::Pattern;

/// A part of an address that a country may require.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Part {
    /// Street and house number.
    Street,
    /// Town.
    City,
    /// State, province, prefecture.
    Region,
    /// Postcode.
    Postcode,
}

/// How much a country asks for a part.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Need {
    /// Not part of an address there.
    No,
    /// Usual; carriers deliver without it.
    Asked,
    /// Without it a carrier refuses the parcel.
    Required,
}

/// One country or territory.
#[derive(Debug)]
pub struct Country {
    /// ISO 3166-1 alpha-2; `XK` for Kosovo, `AC` and `TA` as the Universal Postal Union uses them.
    pub code: &'static str,
    /// English name for screens.
    pub english: &'static str,
    /// German name for screens.
    pub german: &'static str,
    /// Name in capitals, as it stands in the last line of a letter from abroad.
    pub paper: &'static str,
    /// Postcodes of the right form.
    pub examples: Vec<&'static str>,
    require: &'static str,
    upper: &'static str,
    prefix: &'static str,
    format: &'static str,
    latin_format: &'static str,
    postcode: Option<Pattern>,
    regions: Vec<Region>,
}

/// All countries, sorted by code.
#[must_use]
pub fn all() -> &'static [Country] {
    table::countries()
}

/// The country of a code in any case. `None` for what is not in the table; `UK` and `EL`, which
/// some shops write for Great Britain and Greece, are found by [`by_name`] only.
#[must_use]
pub fn find(code: &str) -> Option<&'static Country> {
    let code = code.trim().to_ascii_uppercase();
    let all = all();
    all.binary_search_by(|c| c.code.cmp(code.as_str()))
        .ok()
        .and_then(|at| all.get(at))
}

/// The country that a word means: a code, an English or German name, the name on paper or a
/// common other name, whatever the case, accents and punctuation.
#[must_use]
pub fn by_name(word: &str) -> Option<&'static Country> {
    let folded = key(word);
    if folded.is_empty() {
        return None;
    }
    find(word)
        .or_else(|| {
            all().iter().find(|c| {
                [c.english, c.german, c.paper]
                    .iter()
                    .any(|n| key(n) == folded)
            })
        })
        .or_else(|| {
            OTHER_NAMES
                .iter()
                .find(|(name, _)| *name == folded)
                .and_then(|(_, code)| find(code))
        })
}

/// Folded names that no column holds.
const OTHER_NAMES: &[(&str, &str)] = &[
    ("america", "US"),
    ("brasil", "BR"),
    ("britain", "GB"),
    ("burma", "MM"),
    ("czechrepublic", "CZ"),
    ("danmark", "DK"),
    ("eesti", "EE"),
    ("eire", "IE"),
    ("el", "GR"),
    ("england", "GB"),
    ("espana", "ES"),
    ("greatbritain", "GB"),
    ("grossbritannien", "GB"),
    ("holland", "NL"),
    ("hrvatska", "HR"),
    ("italia", "IT"),
    ("korearepublicof", "KR"),
    ("latvija", "LV"),
    ("lietuva", "LT"),
    ("magyarorszag", "HU"),
    ("nederland", "NL"),
    ("niederlande", "NL"),
    ("norge", "NO"),
    ("northernireland", "GB"),
    ("osterreich", "AT"),
    ("polska", "PL"),
    ("republicofireland", "IE"),
    ("republicofkorea", "KR"),
    ("romania", "RO"),
    ("russianfederation", "RU"),
    ("schweiz", "CH"),
    ("scotland", "GB"),
    ("slovenija", "SI"),
    ("slovensko", "SK"),
    ("suisse", "CH"),
    ("suomi", "FI"),
    ("sverige", "SE"),
    ("svizzera", "CH"),
    ("thenetherlands", "NL"),
    ("turkey", "TR"),
    ("uae", "AE"),
    ("uk", "GB"),
    ("unitedstatesofamerica", "US"),
    ("usa", "US"),
    ("vereinigtestaatenvonamerika", "US"),
    ("vietnam", "VN"),
    ("wales", "GB"),
];

impl Country {
    /// The name in a language of the catalogue (`de`, else English).
    #[must_use]
    pub fn name(&self, language: &str) -> &'static str {
        if language.starts_with("de") {
            self.german
        } else {
            self.english
        }
    }

    /// How much an address here needs a part.
    #[must_use]
    pub fn need(&self, part: Part) -> Need {
        let (required, asked) = match part {
            Part::Street => ('A', 'a'),
            Part::City => ('C', 'c'),
            Part::Region => ('S', 's'),
            Part::Postcode => ('Z', 'z'),
        };
        if self.require.contains(required) {
            Need::Required
        } else if self.require.contains(asked)
            || (part == Part::Postcode && self.postcode.is_some())
        {
            Need::Asked
        } else {
            Need::No
        }
    }

    /// Whether the post asks for this part in capitals.
    #[must_use]
    pub fn in_capitals(&self, part: Part) -> bool {
        self.upper.contains(match part {
            Part::Street => 'A',
            Part::City => 'C',
            Part::Region => 'S',
            Part::Postcode => 'Z',
        })
    }

    /// The order of an address's parts (libaddressinput's letters), in the country's own script or
    /// in Latin script.
    #[must_use]
    pub fn format(&self, latin: bool) -> &'static str {
        if latin && !self.latin_format.is_empty() {
            self.latin_format
        } else {
            self.format
        }
    }

    /// The order of an address's parts with a place for the town, as our addresses have one of their own:
    /// the records of Japan and Macao leave it to the street lines.
    #[must_use]
    pub fn layout(&self, latin: bool) -> &'static str {
        match (self.code, latin) {
            ("JP", false) => "〒%Z%n%S%C%n%A%n%O%n%N",
            ("JP", true) => "%N%n%O%n%A%n%C, %S%n%Z",
            ("MO", false) => "%C%n%A%n%O%n%N",
            ("MO", true) => "%N%n%O%n%A%n%C",
            _ => self.format(latin),
        }
    }

    /// The region that a text names: its short form, full or Latin name or ISO 3166-2 code, with
    /// or without the country's code before it. `None` when the country's regions are not known.
    #[must_use]
    pub fn region(&self, text: &str) -> Option<&Region> {
        let folded = key(text);
        let bare = folded.strip_prefix(&self.code.to_ascii_lowercase());
        let named = |wanted: &str| self.regions.iter().find(|r| r.is_called(wanted));
        if folded.is_empty() {
            return None;
        }
        named(&folded).or_else(|| bare.filter(|b| !b.is_empty()).and_then(named))
    }

    /// The regions whose postcodes begin like this one.
    #[must_use]
    pub fn regions_of_postcode(&self, postcode: &str) -> Vec<&Region> {
        let clean = postcode::clean(postcode);
        self.regions
            .iter()
            .filter(|region| region.holds(&clean))
            .collect()
    }

    /// All regions that are known by their postcodes; empty for most countries.
    #[must_use]
    pub fn regions(&self) -> &[Region] {
        &self.regions
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_country_is_found_by_any_usual_word() {
        for (word, code) in [
            ("DE", "DE"),
            ("de", "DE"),
            ("Deutschland", "DE"),
            ("GERMANY", "DE"),
            ("UK", "GB"),
            ("United Kingdom", "GB"),
            ("U.S.A.", "US"),
            ("Österreich", "AT"),
            ("España", "ES"),
            ("Côte d’Ivoire", "CI"),
            ("The Netherlands", "NL"),
        ] {
            assert_eq!(by_name(word).map(|c| c.code), Some(code), "{word}");
        }
        assert!(by_name("Atlantis").is_none());
        assert!(by_name("").is_none());
        assert!(find("UK").is_none());
    }

    #[test]
    fn needs_come_from_the_table() {
        let de = find("DE").unwrap();
        assert_eq!(de.need(Part::Postcode), Need::Required);
        assert_eq!(de.need(Part::Region), Need::No);
        let ie = find("IE").unwrap();
        assert_eq!(ie.need(Part::Postcode), Need::Asked);
        assert_eq!(find("US").unwrap().need(Part::Region), Need::Required);
        assert!(find("GB").unwrap().in_capitals(Part::Postcode));
    }

    #[test]
    fn regions_are_known_by_code_name_and_postcode() {
        let us = find("US").unwrap();
        assert_eq!(us.region("California").unwrap().key(), "CA");
        assert_eq!(us.region("US-CA").unwrap().key(), "CA");
        assert_eq!(us.region("d.c.").unwrap().key(), "DC");
        let keys: Vec<_> = us
            .regions_of_postcode("94103")
            .iter()
            .map(|r| r.key())
            .collect();
        assert_eq!(keys, ["CA"]);
        let jp = find("JP").unwrap();
        assert_eq!(jp.region("JP-13").unwrap().key(), "東京都");
        assert_eq!(jp.region("tokyo").unwrap().key(), "東京都");
    }
}
