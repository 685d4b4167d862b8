//! The words that stand in dates: months, days of the week, and what means nothing.

pub(super) fn is_filler(word: &str) -> bool {
    matches!(
        word.to_lowercase().as_str(),
        "at" | "um" | "à" | "de" | "del" | "of" | "st" | "nd" | "rd" | "th" | "er" | "le"
    )
}

pub(super) fn is_weekday(word: &str) -> bool {
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
pub(super) const MONTHS: [&[&str]; 12] = [
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

pub(super) fn month(word: &str) -> Option<u32> {
    let lower = word.to_lowercase();
    let at = MONTHS
        .iter()
        .position(|names| names.contains(&lower.as_str()))?;
    u32::try_from(at + 1).ok()
}
