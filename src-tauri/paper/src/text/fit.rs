//! Fitting a block of lines, such as an address, into a box: shrink, then wrap, then cut and say so.

use crate::display::{Line, Page};
use crate::text::setter::{ASCENT, LEADING, Look, Setter, put};
use crate::text::wrap::wrap;
use std::sync::Arc;

/// One paragraph of a block that is fitted as a whole, such as a line of an address.
#[derive(Debug, Clone)]
pub(crate) struct Part {
    pub(crate) text: String,
    pub(crate) bold: bool,
    /// Its size against the block's.
    pub(crate) scale: f32,
}

/// A shaped line of a block with its size.
pub(crate) type Sized = (Arc<Line>, f32);

impl Setter {
    /// Fits a block of parts into a box: first every part on its own line, shrinking; then
    /// wrapped, from the largest size down; at last cut at the least size, with a notice.
    pub(crate) fn fit(
        &mut self,
        parts: &[Part],
        look: Look,
        width: f32,
        height: f32,
    ) -> Vec<Sized> {
        let parts: Vec<Part> = parts
            .iter()
            .map(|p| Part {
                text: self.read(look.field, &p.text, p.bold),
                ..p.clone()
            })
            .filter(|p| !p.text.is_empty())
            .collect();
        let steps = [
            1.0, 0.96, 0.92, 0.88, 0.84, 0.8, 0.76, 0.72, 0.68, 0.64, 0.6, 0.55, 0.5,
        ];
        let sizes: Vec<f32> = steps
            .iter()
            .map(|s| s * look.size)
            .filter(|s| *s > look.least)
            .chain(std::iter::once(look.least))
            .collect();
        for single in [true, false] {
            for size in &sizes {
                // A block is not shrunk below three quarters only to avoid a second line.
                if single && *size < look.size * 0.75 {
                    continue;
                }
                let set = self.stack(&parts, *size, width, single);
                if let Some(set) = set
                    && stacked(&set) <= height + 0.01
                {
                    return set;
                }
            }
        }
        self.cut(&parts, look, width, height)
    }

    /// All parts at one size, or `None` if a part needs more than one line and may not have it.
    fn stack(&mut self, parts: &[Part], size: f32, width: f32, single: bool) -> Option<Vec<Sized>> {
        let mut out = Vec::new();
        for part in parts {
            let own = size * part.scale;
            let style = self.style(part.bold);
            if single {
                let line = self.shaper.line(&part.text, style).ok()?;
                if line.width * own > width {
                    return None;
                }
                out.push((line, own));
            } else {
                // Hopeless cases are told apart without shaping them at every size.
                if part.text.len() > 1_500 {
                    return None;
                }
                let lines = wrap(&mut self.shaper, &part.text, style, width / own).ok()?;
                out.extend(lines.into_iter().map(|l| (l, own)));
            }
        }
        Some(out)
    }

    /// The least size, with too long parts cut so that every part keeps at least one line.
    fn cut(&mut self, parts: &[Part], look: Look, width: f32, height: f32) -> Vec<Sized> {
        let mut out: Vec<Sized> = Vec::new();
        let one = |p: &Part| look.least * p.scale * LEADING;
        let mut left: f32 = parts.iter().map(one).sum();
        let mut used = 0.0;
        for part in parts {
            left -= one(part);
            let size = look.least * part.scale;
            let own = Look {
                size,
                bold: part.bold,
                ..look
            };
            let mut most = 1_usize;
            while used + one(part) * (most + 1) as f32 + left <= height + 0.01 && most < 60 {
                most += 1;
            }
            if used + one(part) > height + 0.01 {
                self.overlong(look.field, &part.text);
                continue;
            }
            // No more of the text than could ever fit is shaped.
            let reach: String = part.text.chars().take(most * 200).collect();
            let lines = self.at_most(&reach, own, width, most);
            if let Some(rest) = part.text.get(reach.len()..)
                && !rest.is_empty()
            {
                self.overlong(look.field, rest);
            }
            used += one(part) * lines.len() as f32;
            out.extend(lines.into_iter().map(|l| (l, size)));
        }
        out
    }

    /// Draws a fitted block from `top` down.
    pub(crate) fn draw_fitted(
        &mut self,
        page: &mut Page,
        block: &[Sized],
        look: Look,
        x: f32,
        top: f32,
        width: f32,
    ) {
        let mut y = top;
        for (line, size) in block {
            put(page, line, look, x, y + ASCENT * size, *size, width);
            y += LEADING * size;
        }
    }
}

/// Height of a fitted block.
pub(crate) fn stacked(block: &[Sized]) -> f32 {
    block.iter().map(|(_, size)| size * LEADING).sum()
}
