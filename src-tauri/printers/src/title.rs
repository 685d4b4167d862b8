//! Titles of jobs: they are shown on the printer and in its queue.

/// The longest title in characters; IPP allows 255 bytes (RFC 8011, section 5.1.3), and a
/// character has at most four.
const LONGEST: usize = 60;

/// A title without control characters and line ends, in one line of at most 60 characters. An
/// empty one becomes `Backroom`.
#[must_use]
pub fn clean_title(title: &str) -> String {
    let spaced: String = title
        .chars()
        .map(|c| {
            if c.is_control() || is_invisible(c) {
                ' '
            } else {
                c
            }
        })
        .collect();
    let words: Vec<&str> = spaced.split_whitespace().collect();
    let line: String = words.join(" ").chars().take(LONGEST).collect();
    let line = line.trim_end();
    if line.is_empty() {
        "Backroom".to_owned()
    } else {
        line.to_owned()
    }
}

/// Signs that turn the writing direction or take no room: in a queue they only hide what is there.
fn is_invisible(c: char) -> bool {
    matches!(c, '\u{200b}'..='\u{200f}' | '\u{2028}'..='\u{202e}' | '\u{2060}'..='\u{206f}' | '\u{feff}')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn titles_are_one_short_line() {
        assert_eq!(clean_title("Label #1001"), "Label #1001");
        assert_eq!(clean_title("a\r\nb\tc\u{0}d\u{202e}e"), "a b c d e");
        assert_eq!(clean_title("  \n "), "Backroom");
        assert_eq!(clean_title("").len(), 8);
        let long = clean_title(&"𝄞".repeat(500));
        assert_eq!(long.chars().count(), 60);
        assert!(long.len() <= 255);
    }
}
