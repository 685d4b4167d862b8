//! Puts text on pages and keeps account of what did not print.

use crate::display::{Ink, Item, Line, Page, Turn};
use crate::notice::{Block, Field, Notice, code_point};
use crate::text::clean::{LONGEST, clean};
use crate::text::shape::{Han, Shaper, Style};
use crate::text::wrap::{ellipsis, wrap};
use std::collections::BTreeSet;
use std::sync::Arc;

/// From the top of a line to its baseline, in em: room for an accent on a capital.
pub(crate) const ASCENT: f32 = 0.94;
/// From one baseline to the next, in em.
pub(crate) const LEADING: f32 = 1.24;

/// The most that ink may rise above a baseline, in em: a Thai letter with vowel and tone.
const RISE: f32 = 1.1;
/// The most that it may fall below it: Naskh's deepest letters.
const FALL: f32 = 0.5;

/// A text with more letters that no face has than this is given up.
const STRANGE: usize = 12;

/// Which edge a text keeps to.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Align {
    Left,
    Right,
    Middle,
}

/// How one text looks and where it belongs.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Look {
    pub(crate) field: Field,
    pub(crate) size: f32,
    /// How small it may become before it is cut.
    pub(crate) least: f32,
    pub(crate) bold: bool,
    pub(crate) ink: Ink,
    pub(crate) align: Align,
}

impl Look {
    pub(crate) const fn new(field: Field, size: f32) -> Self {
        Self {
            field,
            size,
            least: size,
            bold: false,
            ink: Ink::BLACK,
            align: Align::Left,
        }
    }

    pub(crate) const fn bold(mut self) -> Self {
        self.bold = true;
        self
    }

    pub(crate) const fn down_to(mut self, least: f32) -> Self {
        self.least = least;
        self
    }

    pub(crate) const fn ink(mut self, ink: Ink) -> Self {
        self.ink = ink;
        self
    }

    pub(crate) const fn right(mut self) -> Self {
        self.align = Align::Right;
        self
    }

    pub(crate) const fn middle(mut self) -> Self {
        self.align = Align::Middle;
        self
    }
}

/// Sets the texts of one batch. Shaped lines are shared between its documents.
pub(crate) struct Setter {
    pub(crate) shaper: Shaper,
    notices: BTreeSet<Notice>,
    blocks: BTreeSet<Block>,
    document: usize,
    han: Han,
}

impl Setter {
    pub(crate) fn new() -> Self {
        Self {
            shaper: Shaper::default(),
            notices: BTreeSet::new(),
            blocks: BTreeSet::new(),
            document: 0,
            han: Han::Simplified,
        }
    }

    /// The next texts belong to this document of the batch and are written for this region.
    pub(crate) const fn begin(&mut self, document: usize, han: Han) {
        self.document = document;
        self.han = han;
    }

    /// What was told so far, and what refuses to print.
    pub(crate) fn finish(self) -> (Vec<Notice>, Vec<Block>) {
        (
            self.notices.into_iter().collect(),
            self.blocks.into_iter().collect(),
        )
    }

    pub(crate) fn block_recipient(&mut self) {
        self.blocks.insert(Block::NoRecipient {
            document: self.document,
        });
    }

    pub(crate) fn no_barcode(&mut self, field: Field) {
        self.notices.insert(Notice::NoBarcode {
            document: self.document,
            field,
        });
    }

    /// The printable text, with a notice of what was dropped and a block for each letter that no
    /// face has. What is returned can be shaped.
    pub(crate) fn read(&mut self, field: Field, raw: &str, bold: bool) -> String {
        let mut cleaned = clean(raw);
        if !cleaned.dropped.is_empty() {
            let mut codes: Vec<String> = Vec::new();
            for c in &cleaned.dropped {
                let code = code_point(*c);
                if !codes.contains(&code) && codes.len() < 5 {
                    codes.push(code);
                }
            }
            self.notices.insert(Notice::Dropped {
                document: self.document,
                field,
                codes: codes.join(" "),
            });
        }
        if cleaned.text.len() > LONGEST {
            let mut end = LONGEST;
            while !cleaned.text.is_char_boundary(end) {
                end -= 1;
            }
            let text = cleaned.text.into_owned();
            let (kept, rest) = text.split_at(end);
            self.overlong(field, rest);
            cleaned.text = kept.to_owned().into();
        }
        let style = self.style(bold);
        let mut text = cleaned.text.into_owned();
        if text.is_ascii() {
            return text;
        }
        // Each strange letter is named once; without it the rest can still be laid out.
        for _ in 0..STRANGE {
            let Err(letter) = self.shaper.line(&text, style) else {
                return text;
            };
            self.blocks.insert(Block::NoLetter {
                document: self.document,
                field,
                letter,
            });
            text.retain(|c| c != letter);
        }
        String::new()
    }

    pub(crate) const fn style(&self, bold: bool) -> Style {
        Style {
            bold,
            han: self.han,
        }
    }

    /// A notice that these words are not on the paper.
    pub(crate) fn overlong(&mut self, field: Field, missing: &str) {
        self.notices.insert(Notice::Overlong {
            document: self.document,
            field,
            missing: missing.trim().chars().take(80).collect(),
        });
    }

    /// Width in points of a text on one line, at the look's full size.
    pub(crate) fn width(&mut self, text: &str, look: Look) -> f32 {
        let text = self.read(look.field, text, look.bold);
        let style = self.style(look.bold);
        self.shaper
            .line(&text, style)
            .map_or(0.0, |line| line.width * look.size)
    }

    /// Sets one line whose box begins at (`x`, `top`) and is `width` wide: shrunk to fit, and cut
    /// with a notice if even the least size is too wide. Gives the size it took.
    pub(crate) fn line(
        &mut self,
        page: &mut Page,
        text: &str,
        look: Look,
        x: f32,
        top: f32,
        width: f32,
    ) -> f32 {
        let text = self.read(look.field, text, look.bold);
        if text.is_empty() {
            return look.size;
        }
        let style = self.style(look.bold);
        let Ok(line) = self.shaper.line(&text, style) else {
            return look.size;
        };
        let fitting = width / line.width.max(0.001);
        let size = look.size.min(fitting);
        if size >= look.least {
            put(page, &line, look, x, top + ASCENT * size, size, width);
            return size;
        }
        if let Ok((cut, shown)) = ellipsis(&mut self.shaper, &text, style, width / look.least) {
            self.overlong(look.field, text.get(shown..).unwrap_or_default());
            put(
                page,
                &cut,
                look,
                x,
                top + ASCENT * look.least,
                look.least,
                width,
            );
        }
        look.least
    }

    /// Breaks a text at the look's size. Line breaks of the source begin new lines.
    pub(crate) fn lines(&mut self, text: &str, look: Look, width: f32) -> Vec<Arc<Line>> {
        let mut out = Vec::new();
        for paragraph in text.lines() {
            let text = self.read(look.field, paragraph, look.bold);
            let style = self.style(look.bold);
            if let Ok(mut lines) = wrap(&mut self.shaper, &text, style, width / look.size) {
                out.append(&mut lines);
            }
        }
        out
    }

    /// Draws broken lines from `top` down and gives the height they took.
    pub(crate) fn draw_lines(
        &mut self,
        page: &mut Page,
        lines: &[Arc<Line>],
        look: Look,
        x: f32,
        top: f32,
        width: f32,
    ) -> f32 {
        let mut y = top;
        for line in lines {
            put(
                page,
                line,
                look,
                x,
                y + ASCENT * look.size,
                look.size,
                width,
            );
            y += LEADING * look.size;
        }
        y - top
    }

    /// At most `most` lines; the last one ends in `…` with a notice if there were more.
    pub(crate) fn at_most(
        &mut self,
        text: &str,
        look: Look,
        width: f32,
        most: usize,
    ) -> Vec<Arc<Line>> {
        let mut lines = self.lines(text, look, width);
        if lines.len() > most {
            let rest: Vec<String> = lines
                .iter()
                .skip(most.saturating_sub(1))
                .map(|l| l.text.clone())
                .collect();
            lines.truncate(most.saturating_sub(1));
            let rest = rest.join(" ");
            let style = self.style(look.bold);
            if let Ok((cut, shown)) = ellipsis(&mut self.shaper, &rest, style, width / look.size) {
                self.overlong(look.field, rest.get(shown..).unwrap_or_default());
                if most > 0 {
                    lines.push(cut);
                }
            }
        }
        lines
    }
}

pub(super) fn put(
    page: &mut Page,
    line: &Arc<Line>,
    look: Look,
    x: f32,
    y: f32,
    size: f32,
    width: f32,
) {
    // Ink that rises or falls out of its line (stacked marks) makes the line smaller.
    let size = size * (RISE / line.rise.max(RISE)).min(FALL / line.fall.max(FALL));
    let free = width - line.width * size;
    let x = match look.align {
        Align::Left => x,
        Align::Right => x + free,
        Align::Middle => x + free / 2.0,
    };
    page.items.push(Item::Text {
        line: Arc::clone(line),
        x,
        y,
        size,
        turn: Turn::None,
        ink: look.ink,
    });
}
