//! Country names and codes to ISO 3166-1 alpha-2.
//!
//! `countries.txt` holds one line per country: alpha-2, alpha-3, then names in English, German,
//! French, Spanish and the country's own languages. The names are those of Unicode CLDR (Unicode
//! Licence v3), the codes those of ISO 3166-1.

use std::collections::HashMap;
use std::sync::LazyLock;

static TABLE: &str = include_str!("countries.txt");

/// Names that shop systems print and the table does not have.
const OTHER_NAMES: &[(&str, &str)] = &[
    ("uk", "GB"),
    ("great britain", "GB"),
    ("england", "GB"),
    ("scotland", "GB"),
    ("wales", "GB"),
    ("northern ireland", "GB"),
    ("großbritannien", "GB"),
    ("grande-bretagne", "GB"),
    ("gran bretaña", "GB"),
    ("u.s.a.", "US"),
    ("u.s.", "US"),
    ("united states (us)", "US"),
    ("united kingdom (uk)", "GB"),
    ("usa", "US"),
    ("vereinigte staaten von amerika", "US"),
    ("états-unis d'amérique", "US"),
    ("holland", "NL"),
    ("the netherlands", "NL"),
    ("tschechische republik", "CZ"),
    ("république tchèque", "CZ"),
    ("república checa", "CZ"),
    ("hong kong sar", "HK"),
    ("hongkong", "HK"),
    ("macau", "MO"),
    ("macao", "MO"),
    ("south korea", "KR"),
    ("korea, republic of", "KR"),
    ("russian federation", "RU"),
    ("viet nam", "VN"),
    ("turkey", "TR"),
    ("türkei", "TR"),
    ("republic of ireland", "IE"),
    ("burma", "MM"),
    ("ivory coast", "CI"),
    ("cape verde", "CV"),
    ("swaziland", "SZ"),
    ("macedonia", "MK"),
    ("vatican", "VA"),
    ("palestine", "PS"),
    ("kosovo", "XK"),
    ("xk", "XK"),
    ("reunion", "RE"),
    ("curacao", "CW"),
    ("deutschland (de)", "DE"),
    ("brd", "DE"),
    ("bundesrepublik deutschland", "DE"),
    ("schweiz (ch)", "CH"),
    ("nippon", "JP"),
    ("p.r. china", "CN"),
    ("people's republic of china", "CN"),
    ("republic of china", "TW"),
    ("el", "GR"),
];

static BY_NAME: LazyLock<HashMap<String, &'static str>> = LazyLock::new(|| {
    let mut names = HashMap::new();
    for line in TABLE.lines() {
        let Some((code, rest)) = line.split_once('|') else {
            continue;
        };
        for name in std::iter::once(code).chain(rest.split('|')) {
            names.entry(key(name)).or_insert(code);
        }
    }
    for (name, code) in OTHER_NAMES {
        names.insert(key(name), *code);
    }
    names
});

fn key(name: &str) -> String {
    name.trim()
        .trim_end_matches('.')
        .replace('’', "'")
        .to_lowercase()
}

/// The alpha-2 code of a country's name or code in any case, or `None` when it is not known.
#[must_use]
pub fn code(name: &str) -> Option<&'static str> {
    // Most cells are codes already; they are keys of the table as they stand.
    let is_code = name.len() == 2 && name.bytes().all(|byte| byte.is_ascii_lowercase());
    if is_code {
        return BY_NAME.get(name).copied();
    }
    BY_NAME.get(&key(name)).copied()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_in_five_languages_and_codes_are_found() {
        for (name, expected) in [
            ("US", "US"),
            ("usa", "US"),
            ("United States", "US"),
            ("Vereinigtes Königreich", "GB"),
            ("United Kingdom", "GB"),
            ("Deutschland", "DE"),
            ("DEU", "DE"),
            ("Allemagne", "DE"),
            ("Alemania", "DE"),
            ("España", "ES"),
            ("Österreich", "AT"),
            ("日本", "JP"),
            ("Česko", "CZ"),
            ("The Netherlands", "NL"),
            ("Hong Kong", "HK"),
            ("Côte d'Ivoire", "CI"),
            ("U.S.A.", "US"),
        ] {
            assert_eq!(code(name), Some(expected), "{name}");
        }
        assert_eq!(code("Narnia"), None);
        assert_eq!(code(""), None);
    }

    #[test]
    fn the_table_has_every_country_of_the_standard_once() {
        let mut codes: Vec<_> = TABLE.lines().filter_map(|line| line.get(..2)).collect();
        assert_eq!(codes.len(), 249);
        codes.dedup();
        assert_eq!(codes.len(), 249);
    }
}
