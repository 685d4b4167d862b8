//! Foreign text: entities resolved, invisible control characters out, the rest as it came.

use std::borrow::Cow;

/// A cell's text, and whether something that cannot be seen was taken out or stands in it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Cleaned<'a> {
    /// The text without blanks at its ends, line ends as `\n`.
    pub text: Cow<'a, str>,
    /// A control character (U+0000, a bell, an escape) was taken out.
    pub stripped: bool,
    /// It holds characters that turn the reading direction (U+202E and its like).
    pub turned: bool,
    /// It holds U+FFFD: bytes of the file that were no character.
    pub damaged: bool,
}

/// Cleans one cell.
#[must_use]
pub fn clean(cell: &str) -> Cleaned<'_> {
    let trimmed = cell.trim();
    if !trimmed.bytes().any(suspicious) {
        return Cleaned {
            text: Cow::Borrowed(trimmed),
            stripped: false,
            turned: false,
            damaged: false,
        };
    }
    let mut text = if trimmed.contains('&') && trimmed.contains(';') {
        html_escape::decode_html_entities(trimmed)
    } else {
        Cow::Borrowed(trimmed)
    };
    let stripped = text.chars().any(is_control);
    if stripped || text.contains('\r') {
        let mut kept = String::with_capacity(text.len());
        let mut last = ' ';
        for c in text.chars() {
            match c {
                '\r' => kept.push('\n'),
                '\n' if last == '\r' => {}
                c if is_control(c) => {}
                c => kept.push(c),
            }
            last = c;
        }
        text = Cow::Owned(kept);
    }
    if text.len() != text.trim().len() {
        text = Cow::Owned(text.trim().to_owned());
    }
    let turned = text.chars().any(turns);
    let damaged = text.contains('\u{FFFD}');
    Cleaned {
        text,
        stripped,
        turned,
        damaged,
    }
}

/// Bytes that can begin something to look at closer.
fn suspicious(byte: u8) -> bool {
    matches!(byte, 0..=0x08 | 0x0B..=0x1F | 0x7F | b'&' | 0xC2 | 0xE2 | 0xEF)
}

fn is_control(c: char) -> bool {
    c.is_control() && !matches!(c, '\n' | '\t' | '\r')
}

fn turns(c: char) -> bool {
    matches!(c, '\u{202A}'..='\u{202E}' | '\u{2066}'..='\u{2069}')
}

/// A code (postcode, SKU, telephone) without the apostrophe that some exports put before it so
/// that spreadsheets keep its zeros: `'01101` is `01101`.
#[must_use]
pub fn unwrapped_code(text: &str) -> &str {
    if !matches!(text.as_bytes().first(), Some(b'\'' | b'=')) {
        return text;
    }
    let inner = text.strip_prefix('\'').unwrap_or(text);
    // The other way to keep zeros: ="01101"
    match inner
        .strip_prefix("=\"")
        .and_then(|rest| rest.strip_suffix('"'))
    {
        Some(code) => code,
        None => inner,
    }
}

/// Text without the apostrophe that makes a cell inert: `'=cmd` is `=cmd`, `'80s` stays.
#[must_use]
pub fn unwrapped_text(text: &str) -> &str {
    if text.as_bytes().first() != Some(&b'\'') {
        return text;
    }
    match text.strip_prefix('\'') {
        Some(inner) if crate::export::is_active(inner) => inner,
        _ => text,
    }
}

/// Whether a spreadsheet has turned a long number into `1.13E+14`: its digits are lost.
#[must_use]
pub fn is_mangled_number(text: &str) -> bool {
    let Some((digits, power)) = text.split_once(['E', 'e']) else {
        return false;
    };
    let Some(power) = power.strip_prefix('+') else {
        return false;
    };
    let numeric = |part: &str| {
        part.bytes()
            .all(|b| b.is_ascii_digit() || matches!(b, b'.' | b','))
    };
    !digits.is_empty()
        && digits.bytes().any(|b| b.is_ascii_digit())
        && numeric(digits)
        && (2..=3).contains(&power.len())
        && power.bytes().all(|b| b.is_ascii_digit())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn entities_are_resolved_once() {
        assert_eq!(
            clean("Ann &amp; Bo&#39;s &quot;Mug&quot; &#xE9;").text,
            "Ann & Bo's \"Mug\" é"
        );
        assert_eq!(clean("AT&T; R&D").text, "AT&T; R&D");
        assert_eq!(clean("&amp;lt;").text, "&lt;");
    }

    #[test]
    fn control_characters_go_and_are_told() {
        let cleaned = clean("A\u{0}B\u{7}\r\nC");
        assert_eq!((&*cleaned.text, cleaned.stripped), ("AB\nC", true));
        assert!(clean("&#0;x").text.ends_with('x'));
        assert!(!clean("&#0;x").text.contains('\u{0}'));
        assert!(!clean("a\r\nb").stripped);
    }

    #[test]
    fn turned_text_stays_and_is_told() {
        let cleaned = clean("Jane \u{202E}eoD");
        assert_eq!((&*cleaned.text, cleaned.turned), ("Jane \u{202E}eoD", true));
    }

    #[test]
    fn apostrophes_that_protect_are_unwrapped_and_others_stay() {
        assert_eq!(unwrapped_code("'01101"), "01101");
        assert_eq!(unwrapped_code("=\"01101\""), "01101");
        assert_eq!(unwrapped_text("'=1+1"), "=1+1");
        assert_eq!(unwrapped_text("'80s T-shirt"), "'80s T-shirt");
    }

    #[test]
    fn numbers_that_a_spreadsheet_has_eaten_are_seen() {
        assert!(is_mangled_number("1.13E+14") && is_mangled_number("8,4E+12"));
        assert!(
            !is_mangled_number("E+14")
                && !is_mangled_number("SIZE+10")
                && !is_mangled_number("1E5")
        );
    }
}
