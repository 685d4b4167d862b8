//! Folding text for search, sort and matching: what a person means to be the same becomes equal.

use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::is_combining_mark;

/// Lower case, compatibility forms unified, accents dropped, letters that no accent rule splits
/// (ß, ø, ł, æ …) written out. `Märta Ðóra` becomes `marta dora`.
#[must_use]
pub fn fold(text: &str) -> String {
    if text.is_ascii() {
        return text.to_ascii_lowercase();
    }
    let mut out = String::with_capacity(text.len());
    for c in text
        .nfkd()
        .filter(|c| !is_combining_mark(*c))
        .flat_map(char::to_lowercase)
    {
        match c {
            'ß' => out.push_str("ss"),
            'æ' => out.push_str("ae"),
            'œ' => out.push_str("oe"),
            'ø' => out.push('o'),
            'ł' => out.push('l'),
            'đ' | 'ð' => out.push('d'),
            'þ' => out.push_str("th"),
            'ı' => out.push('i'),
            'ς' => out.push('σ'),
            _ => out.push(c),
        }
    }
    out
}

/// The folded letters and digits alone: `#A-1001` and `a1001` meet in `a1001`. For numbers,
/// postcodes and tracking numbers, and for finding by what was typed; which product a SKU names is
/// [`crate::sku`]'s.
#[must_use]
pub fn key(text: &str) -> String {
    if text.is_ascii() {
        let kept = text.chars().filter(char::is_ascii_alphanumeric);
        return kept.map(|c| c.to_ascii_lowercase()).collect();
    }
    fold(text).chars().filter(|c| c.is_alphanumeric()).collect()
}

/// The folded words of a text, each once, in order; at most 12, each at most 32 letters.
#[must_use]
pub fn words(text: &str) -> Vec<String> {
    let folded = fold(text);
    let mut words: Vec<String> = Vec::new();
    for word in folded
        .split(|c: char| !c.is_alphanumeric())
        .filter(|w| !w.is_empty())
    {
        let word: String = word.chars().take(32).collect();
        if !words.contains(&word) {
            words.push(word);
        }
        if words.len() == 12 {
            break;
        }
    }
    words
}

/// What a person or firm is found by: the words of each of its names, and each name of several words as a
/// whole, marked so that no word begins like it. See [`whole`].
#[must_use]
pub fn names(names: &[&str]) -> Vec<String> {
    let mut all: Vec<String> = Vec::new();
    for name in names {
        let words = words(name);
        if words.len() > 1 {
            all.push(whole(&words));
        }
        all.extend(words);
    }
    all.sort();
    all.dedup();
    all
}

/// Words in a row as one key, such as `=ida sommer`: who types a name from its beginning is answered
/// by one range, however many people share each of its words.
#[must_use]
pub fn whole(words: &[String]) -> String {
    let joined = words.join(" ");
    std::iter::once('=')
        .chain(joined.chars().take(96))
        .collect()
}

/// The smallest text that is greater than every text beginning with `prefix`: the end of a range
/// over folded words. All folded text is below U+10FFFF.
#[must_use]
pub fn after_prefix(prefix: &str) -> String {
    format!("{prefix}\u{10FFFF}")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_a_person_means_to_be_the_same_is_equal() {
        for (text, folded) in [
            ("Márta Wiśniewska", "marta wisniewska"),
            ("Jürgen Groß", "jurgen gross"),
            ("SØREN Kjær", "soren kjaer"),
            ("Łódź", "lodz"),
            ("Þórdís", "thordis"),
            ("ＡＢＣ１２３", "abc123"),
            ("Παπαδόπουλος", "παπαδοπουλοσ"),
            ("佐藤 美咲", "佐藤 美咲"),
        ] {
            assert_eq!(fold(text), folded);
        }
        assert_eq!(key("#A-1001"), "a1001");
        assert_eq!(key("SW1A 1AA"), "sw1a1aa");
        assert_eq!(
            words("Ann-Marie  O'Neil, Ann"),
            ["ann", "marie", "o", "neil"]
        );
    }
}
