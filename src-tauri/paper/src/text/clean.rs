//! What a printer can print of what a person typed.

use std::borrow::Cow;
use unicode_normalization::UnicodeNormalization as _;
use unicode_properties::{EmojiStatus, GeneralCategory, UnicodeEmoji, UnicodeGeneralCategory};
use unicode_segmentation::UnicodeSegmentation as _;

/// Longer texts are cut before they are shaped: nothing we print has room for more.
pub(crate) const LONGEST: usize = 6_000;

/// Marks that one letter may carry. Vietnamese has two, pointed Hebrew and Arabic three; a tower
/// of a hundred would grow out of its line over the rest of the label.
const MARKS: usize = 4;

/// A text without what cannot be printed.
pub(crate) struct Clean<'a> {
    /// Composed (NFC), with single spaces and without controls.
    pub(crate) text: Cow<'a, str>,
    /// Emoji and controls that were left out, in order.
    pub(crate) dropped: Vec<char>,
}

/// Leaves out emoji, controls and the bidirectional overrides, folds white space, composes.
///
/// Zero-width joiners stay: Persian and Hindi are written with them. Marks that only help a
/// screen (soft hyphen, byte order mark, zero-width space, variation selectors) go without a word.
pub(crate) fn clean(raw: &str) -> Clean<'_> {
    if is_plain(raw) {
        return Clean {
            text: Cow::Borrowed(raw),
            dropped: Vec::new(),
        };
    }
    let composed: String = raw.nfc().take(LONGEST * 4).collect();
    let mut text = String::with_capacity(composed.len());
    let mut dropped = Vec::new();
    for cluster in composed.graphemes(true) {
        if let Some(emoji) = cluster.chars().find(|c| is_emoji(*c)) {
            dropped.push(emoji);
            continue;
        }
        let mut marks = 0;
        for c in cluster.chars() {
            if is_mark(c) {
                marks += 1;
                if marks > MARKS {
                    dropped.push(c);
                    continue;
                }
            }
            match fate(c) {
                Fate::Keep => text.push(c),
                Fate::Space => {
                    if !text.is_empty() && !text.ends_with(' ') {
                        text.push(' ');
                    }
                }
                Fate::Forget => {}
                Fate::Tell => dropped.push(c),
            }
        }
    }
    text.truncate(text.trim_end().len());
    Clean {
        text: Cow::Owned(text),
        dropped,
    }
}

/// ASCII letters with single spaces inside: most of what a batch prints.
fn is_plain(raw: &str) -> bool {
    let bytes = raw.as_bytes();
    bytes.len() <= LONGEST
        && bytes.iter().all(|b| (0x20..0x7F).contains(b))
        && !bytes.starts_with(b" ")
        && !bytes.ends_with(b" ")
        && !bytes.windows(2).any(|pair| pair == b"  ")
}

enum Fate {
    Keep,
    Space,
    Forget,
    Tell,
}

fn fate(c: char) -> Fate {
    match c {
        '\t' | '\n' | '\r' | '\u{0B}' | '\u{0C}' | '\u{85}' | '\u{2028}' | '\u{2029}' => {
            Fate::Space
        }
        // Joiners shape letters; the marks steer the order of mixed text. Both have no width.
        '\u{200C}' | '\u{200D}' | '\u{200E}' | '\u{200F}' | '\u{61C}' => Fate::Keep,
        '\u{AD}' | '\u{200B}' | '\u{2060}' | '\u{FEFF}' | '\u{180E}' => Fate::Forget,
        '\u{FE00}'..='\u{FE0F}' | '\u{E0100}'..='\u{E01EF}' | '\u{20E3}' => Fate::Forget,
        _ if c.general_category() == GeneralCategory::SpaceSeparator => Fate::Space,
        _ if is_hidden(c) => Fate::Tell,
        _ => Fate::Keep,
    }
}

/// Marks above, below or around a letter that take no width.
fn is_mark(c: char) -> bool {
    matches!(
        c.general_category(),
        GeneralCategory::NonspacingMark | GeneralCategory::EnclosingMark
    ) && !matches!(fate(c), Fate::Forget)
}

/// Controls, formats, private use, and code points that are no letters yet.
fn is_hidden(c: char) -> bool {
    matches!(
        c.general_category(),
        GeneralCategory::Control
            | GeneralCategory::Format
            | GeneralCategory::Surrogate
            | GeneralCategory::PrivateUse
            | GeneralCategory::Unassigned
    )
}

/// Whether a letter is drawn in colour by default. `©`, `™`, digits and `☎` are letters here.
fn is_emoji(c: char) -> bool {
    if u32::from(c) < 0x2190 {
        return false;
    }
    let status = c.emoji_status();
    // Pictures such as U+2764 or U+1F5D1 that no face of ours draws.
    let picture = matches!(
        status,
        EmojiStatus::EmojiOther | EmojiStatus::EmojiOtherAndEmojiComponent
    ) && (u32::from(c) >= 0x1F000 || (0x2600..0x27C0).contains(&u32::from(c)));
    picture
        || matches!(
            status,
            EmojiStatus::EmojiPresentation
                | EmojiStatus::EmojiModifierBase
                | EmojiStatus::EmojiPresentationAndModifierBase
                | EmojiStatus::EmojiPresentationAndEmojiComponent
                | EmojiStatus::EmojiPresentationAndModifierAndEmojiComponent
        )
}

/// Whether a letter has no shape of its own and so needs no face.
pub(crate) const fn is_invisible(c: char) -> bool {
    matches!(c, '\u{200C}'..='\u{200F}' | '\u{61C}')
}

#[cfg(test)]
mod tests {
    use super::*;

    fn cleaned(raw: &str) -> (String, Vec<char>) {
        let c = clean(raw);
        (c.text.into_owned(), c.dropped)
    }

    #[test]
    fn white_space_folds_and_text_composes() {
        assert_eq!(cleaned("  Anna\t\u{a0}Lind\r\n").0, "Anna Lind");
        assert_eq!(cleaned("Zu\u{308}rich").0, "Z\u{fc}rich");
        assert_eq!(cleaned("1\u{fe0f}\u{20e3} Main").0, "1 Main");
    }

    #[test]
    fn emoji_and_controls_are_told() {
        assert_eq!(
            cleaned("Mia \u{1F469}\u{1F3FD}\u{200D}\u{1F680} B\u{0}o\u{202E}x"),
            ("Mia Box".to_owned(), vec!['\u{1F469}', '\u{0}', '\u{202E}'])
        );
        assert_eq!(cleaned("\u{1F1E9}\u{1F1EA}").0, "");
        assert_eq!(cleaned("I \u{2764}\u{fe0f} Oslo").1, ['\u{2764}']);
    }

    #[test]
    fn a_tower_of_marks_is_cut() {
        let (text, dropped) = cleaned(&format!("x{}y", "\u{30b}".repeat(100)));
        assert_eq!(text, format!("x{}y", "\u{30b}".repeat(4)));
        assert_eq!(dropped.len(), 96);
        assert_eq!(cleaned("Hương \u{5e9}\u{5c1}\u{5b8}").1, []);
    }

    #[test]
    fn joiners_and_signs_stay() {
        assert_eq!(cleaned("می\u{200c}خواهم").0, "می\u{200c}خواهم");
        assert_eq!(
            cleaned("Caf\u{e9} \u{a9} \u{2122} \u{2116} 5"),
            ("Caf\u{e9} \u{a9} \u{2122} \u{2116} 5".to_owned(), vec![])
        );
        assert_eq!(cleaned("so\u{ad}ft\u{feff}").1, []);
    }
}
