//! Standard output that may be cut off: `backroom-cli commands | head` is no failure.

use std::io::Write;

/// Prints a line. When nobody reads any more, it is left unsaid.
pub(crate) fn line(text: impl std::fmt::Display) {
    let mut out = std::io::stdout().lock();
    let _ = writeln!(out, "{text}").and_then(|()| out.flush());
}
