//! What a cancellation cancelled, so that taking it back brings back that and no more.

use std::collections::BTreeMap;

/// The field under which a cancellation by the source is remembered.
pub const THERE: &str = "cancelled_there";

/// The field under which a cancellation by a person here is remembered.
pub const HERE: &str = "cancelled_here";

/// The source cancelled what a person here had cancelled before.
pub const BY_A_PERSON: &str = "here";

/// The source cancelled it when it could not simply be followed: a person was asked.
pub const ASKED: &str = "asked";

/// The same, and since then a person called off units of it here.
pub const ASKED_AND_CALLED: &str = "asked, called off here";

/// The source cancelled it, and a person here took that back: said again it is nothing new.
pub const RESTORED: &str = "restored";

/// Line and units as one text, such as `12:1,13:2`.
#[must_use]
pub fn spell(units: &[(i64, i64)]) -> String {
    let parts: Vec<String> = units
        .iter()
        .filter(|(_, n)| *n > 0)
        .map(|(line, n)| format!("{line}:{n}"))
        .collect();
    parts.join(",")
}

/// Units by line of such a text; what is not one is left out.
#[must_use]
pub fn read(text: &str) -> BTreeMap<i64, i64> {
    text.split(',')
        .filter_map(|part| part.split_once(':'))
        .filter_map(|(line, n)| Some((line.parse().ok()?, n.parse().ok()?)))
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_spelled_is_read() {
        assert_eq!(spell(&[(12, 1), (13, 0), (14, 2)]), "12:1,14:2");
        assert_eq!(read("12:1,14:2"), BTreeMap::from([(12, 1), (14, 2)]));
        for word in ["", BY_A_PERSON, ASKED, ASKED_AND_CALLED, RESTORED] {
            assert!(read(word).is_empty(), "{word}");
        }
    }
}
