//! Line breaking (UAX #14) and cutting to a width.

use crate::display::Line;
use crate::text::shape::{Shaper, Style};
use std::sync::Arc;
use unicode_segmentation::UnicodeSegmentation as _;

/// Breaks a text into lines of at most `width` em. A word that is longer than a line is broken
/// between letters, so no line is ever wider.
///
/// # Errors
/// The first letter that no bundled face has.
pub(crate) fn wrap(
    shaper: &mut Shaper,
    text: &str,
    style: Style,
    width: f32,
) -> Result<Vec<Arc<Line>>, char> {
    let mut lines = Vec::new();
    let mut rest = text;
    while !rest.is_empty() {
        // A very long text is not worth shaping to learn that it is too long.
        if rest.len() < 200 {
            let line = shaper.line(rest.trim_end(), style)?;
            if line.width <= width {
                lines.push(line);
                break;
            }
        }
        let (line, used) = first_line(shaper, rest, style, width)?;
        lines.push(line);
        rest = rest.get(used..).unwrap_or_default().trim_start();
    }
    Ok(lines)
}

/// The longest beginning that fits, broken where a break is allowed, and how many bytes it took.
fn first_line(
    shaper: &mut Shaper,
    text: &str,
    style: Style,
    width: f32,
) -> Result<(Arc<Line>, usize), char> {
    let mut best: Option<(Arc<Line>, usize)> = None;
    for (end, _) in unicode_linebreak::linebreaks(text) {
        let candidate = text.get(..end).unwrap_or(text).trim_end();
        let line = shaper.line(candidate, style)?;
        if line.width > width {
            break;
        }
        best = Some((line, end));
    }
    match best {
        Some(found) => Ok(found),
        None => by_letters(shaper, text, style, width),
    }
}

/// The longest beginning that fits, broken between any two letters; at least one letter.
fn by_letters(
    shaper: &mut Shaper,
    text: &str,
    style: Style,
    width: f32,
) -> Result<(Arc<Line>, usize), char> {
    let mut best = None;
    for (at, cluster) in text.grapheme_indices(true) {
        let end = at + cluster.len();
        let line = shaper.line(text.get(..end).unwrap_or(text), style)?;
        if line.width > width && best.is_some() {
            break;
        }
        best = Some((line, end));
    }
    match best {
        Some(found) => Ok(found),
        None => Ok((shaper.line("", style)?, text.len())),
    }
}

/// Cuts a text to `width` em and ends it in `…`. Gives the line and how many bytes are shown.
///
/// # Errors
/// The first letter that no bundled face has.
pub(crate) fn ellipsis(
    shaper: &mut Shaper,
    text: &str,
    style: Style,
    width: f32,
) -> Result<(Arc<Line>, usize), char> {
    let ends: Vec<usize> = text
        .grapheme_indices(true)
        .map(|(at, c)| at + c.len())
        .take_while(|end| *end <= 2_000)
        .collect();
    let (mut low, mut high) = (0, ends.len());
    let mut best = (shaper.line("\u{2026}", style)?, 0);
    while low < high {
        let middle = (low + high).div_ceil(2);
        let end = middle.checked_sub(1).and_then(|i| ends.get(i)).copied();
        let end = end.unwrap_or(0);
        let shown = text.get(..end).unwrap_or_default().trim_end();
        let line = shaper.line(&format!("{shown}\u{2026}"), style)?;
        if line.width <= width {
            best = (line, end);
            low = middle;
        } else {
            high = middle - 1;
        }
    }
    Ok(best)
}
