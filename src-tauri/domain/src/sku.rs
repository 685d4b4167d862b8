//! Which product a SKU names. Its exact spelling decides: signs, dots, hyphens, accents and leading
//! zeros tell products apart, so `A-11` is never `A1-1` and `15` is never `1.5`.

use unicode_normalization::{UnicodeNormalization, is_nfc};

/// A SKU as it is kept: without blanks around it, in Unicode's composed form (UAX #15, NFC), so that
/// two ways to store the same letters are one SKU.
#[must_use]
pub fn exact(text: &str) -> String {
    let text = text.trim();
    if is_nfc(text) {
        text.to_owned()
    } else {
        text.nfc().collect()
    }
}

/// What SKUs share that differ in letter case alone: the key they are looked up by. [`meant`] chooses
/// among those that have it.
#[must_use]
pub fn key(text: &str) -> String {
    let exact = exact(text);
    if exact.is_ascii() {
        return exact.to_ascii_lowercase();
    }
    exact.to_lowercase().nfc().collect()
}

/// Which of the SKUs with the same [`key`] is meant: the one spelled exactly so; else, when there is
/// one only, that one, whatever its letter case. Several that differ in case: nobody guesses.
#[must_use]
pub fn meant<'a>(asked: &str, alike: impl IntoIterator<Item = (&'a str, i64)>) -> Option<i64> {
    let asked = exact(asked);
    let mut only = None;
    let mut several = false;
    for (sku, id) in alike {
        if sku == asked {
            return Some(id);
        }
        several |= only.is_some_and(|other| other != id);
        only = Some(id);
    }
    only.filter(|_| !several)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn signs_and_accents_tell_products_apart() {
        for (one, other) in [
            ("A-11", "A1-1"),
            ("15", "1.5"),
            ("AB", "ÄB"),
            ("007", "7"),
            ("A B", "AB"),
            ("½", "1⁄2"),
        ] {
            assert_ne!(key(one), key(other), "{one} {other}");
        }
        assert_eq!(key(" Mug-1\u{a0}"), "mug-1");
        assert_eq!(exact("A\u{308}B"), "ÄB");
        assert_eq!(key("A\u{308}B"), key("äb"));
    }

    #[test]
    fn the_exact_spelling_is_meant_and_another_case_when_it_is_the_only_one() {
        assert_eq!(meant("ab", [("AB", 1), ("ab", 2)]), Some(2));
        assert_eq!(meant("Ab", [("AB", 1), ("ab", 2)]), None);
        assert_eq!(meant("Ab", [("AB", 1)]), Some(1));
        assert_eq!(meant("Ab", []), None);
    }
}
