//! What stands where on each page: the one list that the PDF and the preview are drawn from.
//!
//! Lengths are points (1/72 in), x to the right and y downward from the page's top left corner.

pub use crate::fonts::{Face, FaceId};
use crate::logo::Logo;
use crate::notice::{Notice, PaperError};
use domain::Millis;
use std::sync::Arc;

/// A laid-out document: pages with everything in its place.
#[derive(Debug, Clone, PartialEq)]
pub struct Document {
    /// Its title, as a viewer shows it.
    pub title: String,
    /// The date that the file carries. An input: nothing here reads a clock.
    pub at: Millis,
    /// The pages in order.
    pub pages: Vec<Page>,
    /// What was dropped or shortened.
    pub notices: Vec<Notice>,
}

impl Document {
    /// The PDF. The same document gives the same bytes.
    ///
    /// # Errors
    /// [`PaperError::Broken`] if a bundled font cannot be cut, which is a defect of ours.
    pub fn pdf(&self) -> Result<Vec<u8>, PaperError> {
        crate::pdf::write(self)
    }

    /// One page (from 0) as an SVG without fonts: every glyph is a path. `None` past the end.
    #[must_use]
    pub fn svg(&self, page: usize) -> Option<String> {
        self.pages
            .get(page)
            .map(|p| crate::svg::draw(p, &self.title))
    }
}

/// One page.
#[derive(Debug, Clone, PartialEq)]
pub struct Page {
    /// Width in points.
    pub width: f32,
    /// Height in points.
    pub height: f32,
    /// What is drawn, first to last.
    pub items: Vec<Item>,
}

/// How black: 0 is black, 1 is white. Labels use only these two, since a thermal printer has no
/// grey.
#[derive(Debug, Clone, Copy, PartialEq, PartialOrd)]
pub struct Ink(pub f32);

impl Ink {
    /// Black.
    pub const BLACK: Self = Self(0.0);
    /// White, on black.
    pub const WHITE: Self = Self(1.0);
    /// For secondary text on office printers; 7.0:1 on white.
    pub const GREY: Self = Self(0.35);
    /// For hairlines on office printers.
    pub const PALE: Self = Self(0.75);
}

/// An upright rectangle.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Rect {
    /// Left edge.
    pub x: f32,
    /// Top edge.
    pub y: f32,
    /// Width.
    pub w: f32,
    /// Height.
    pub h: f32,
}

/// Which way a text or a picture is turned.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Turn {
    /// Upright.
    None,
    /// A quarter turn clockwise: text runs downward.
    Right,
}

/// One thing on a page.
#[derive(Debug, Clone, PartialEq)]
pub enum Item {
    /// A line of shaped text.
    Text {
        /// The glyphs.
        line: Arc<Line>,
        /// Start of the baseline.
        x: f32,
        /// Height of the baseline.
        y: f32,
        /// Size of the em in points.
        size: f32,
        /// Direction.
        turn: Turn,
        /// Colour.
        ink: Ink,
    },
    /// Filled rectangles, painted as one shape: rules, boxes, the bars of one barcode.
    Fill {
        /// The rectangles.
        rects: Vec<Rect>,
        /// Colour.
        ink: Ink,
    },
    /// A picture.
    Picture {
        /// The pixels.
        logo: Logo,
        /// Where it is drawn, after the turn.
        rect: Rect,
        /// Direction.
        turn: Turn,
    },
}

/// A line of text in visual order, shaped. Its measures are in em, so that one shaping serves
/// every size.
#[derive(Debug, Clone, PartialEq)]
pub struct Line {
    /// The text in reading order.
    pub text: String,
    /// Pieces of one face and one direction, from left to right.
    pub runs: Vec<Run>,
    /// Width in em.
    pub width: f32,
    /// How far its ink rises above the baseline, in em; 0 for plain ASCII and ideographs, which
    /// keep to the usual height.
    pub rise: f32,
    /// How far its ink falls below the baseline, in em; 0 as above.
    pub fall: f32,
    /// Whether the line as a whole reads from right to left.
    pub rtl: bool,
}

/// Glyphs of one face and one direction.
#[derive(Debug, Clone, PartialEq)]
pub struct Run {
    /// The face.
    pub face: FaceId,
    /// Distance from the start of the line, in em.
    pub x: f32,
    /// The text of the run in reading order.
    pub text: String,
    /// The glyphs from left to right.
    pub glyphs: Vec<Glyph>,
}

/// One glyph with its place, in em.
#[derive(Debug, Clone, PartialEq)]
pub struct Glyph {
    /// Its number in the bundled face.
    pub id: u16,
    /// How far the pen moves.
    pub advance: f32,
    /// Shift to the right.
    pub dx: f32,
    /// Shift upward.
    pub dy: f32,
    /// The part of the run's text that it stands for, in bytes.
    pub text: std::ops::Range<usize>,
}

impl Page {
    /// An empty page.
    #[must_use]
    pub const fn new(width: f32, height: f32) -> Self {
        Self {
            width,
            height,
            items: Vec::new(),
        }
    }

    pub(crate) fn fill(&mut self, x: f32, y: f32, w: f32, h: f32, ink: Ink) {
        self.items.push(Item::Fill {
            rects: vec![Rect { x, y, w, h }],
            ink,
        });
    }

    /// The outline of a box, drawn inside its edges.
    pub(crate) fn frame(&mut self, rect: Rect, thick: f32, ink: Ink) {
        let Rect { x, y, w, h } = rect;
        let rects = vec![
            Rect { x, y, w, h: thick },
            Rect {
                x,
                y: y + h - thick,
                w,
                h: thick,
            },
            Rect { x, y, w: thick, h },
            Rect {
                x: x + w - thick,
                y,
                w: thick,
                h,
            },
        ];
        self.items.push(Item::Fill { rects, ink });
    }

    pub(crate) fn picture(&mut self, logo: Logo, x: f32, y: f32, w: f32, h: f32) {
        self.items.push(Item::Picture {
            logo,
            rect: Rect { x, y, w, h },
            turn: Turn::None,
        });
    }

    /// Puts all of `other` on this page with its top left corner at (`x`, `y`).
    pub(crate) fn place(&mut self, other: &Self, x: f32, y: f32) {
        self.items
            .extend(other.items.iter().map(|item| item.moved(x, y)));
    }

    /// Puts all of `other` on this page, turned a quarter clockwise, so that the top left corner
    /// of what it covers stands at (`x`, `y`).
    pub(crate) fn place_turned(&mut self, other: &Self, x: f32, y: f32) {
        self.items.extend(
            other
                .items
                .iter()
                .map(|item| item.turned(other.height).moved(x, y)),
        );
    }
}

impl Rect {
    fn moved(self, dx: f32, dy: f32) -> Self {
        Self {
            x: self.x + dx,
            y: self.y + dy,
            ..self
        }
    }

    /// A quarter turn clockwise of a page `height` high: what was the bottom is now the left.
    fn turned(self, height: f32) -> Self {
        Self {
            x: height - self.y - self.h,
            y: self.x,
            w: self.h,
            h: self.w,
        }
    }
}

impl Item {
    fn moved(&self, dx: f32, dy: f32) -> Self {
        match self.clone() {
            Self::Text {
                line,
                x,
                y,
                size,
                turn,
                ink,
            } => Self::Text {
                line,
                x: x + dx,
                y: y + dy,
                size,
                turn,
                ink,
            },
            Self::Fill { rects, ink } => Self::Fill {
                rects: rects.into_iter().map(|r| r.moved(dx, dy)).collect(),
                ink,
            },
            Self::Picture { logo, rect, turn } => Self::Picture {
                logo,
                rect: rect.moved(dx, dy),
                turn,
            },
        }
    }

    /// Layouts only make upright items, so one quarter turn is all there is.
    fn turned(&self, height: f32) -> Self {
        match self.clone() {
            Self::Text {
                line,
                x,
                y,
                size,
                ink,
                ..
            } => Self::Text {
                line,
                x: height - y,
                y: x,
                size,
                turn: Turn::Right,
                ink,
            },
            Self::Fill { rects, ink } => Self::Fill {
                rects: rects.into_iter().map(|r| r.turned(height)).collect(),
                ink,
            },
            Self::Picture { logo, rect, .. } => Self::Picture {
                logo,
                rect: rect.turned(height),
                turn: Turn::Right,
            },
        }
    }
}
