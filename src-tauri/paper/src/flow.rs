//! Text and tables that run over as many pages as they need.

use crate::display::{Ink, Line, Page};
use crate::measure::{MM, PaperSize};
use crate::notice::Field;
use crate::text::setter::{ASCENT, Align, LEADING, Look, Setter};
use std::sync::Arc;

/// A table's cell is cut after this many lines, with a notice.
const CELL_LINES: usize = 8;

/// The sizes of a paper: what is comfortable on a sheet would not fit a label roll.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Scale {
    pub(crate) margin: f32,
    pub(crate) title: f32,
    pub(crate) body: f32,
    pub(crate) small: f32,
    /// A label roll: fewer columns.
    pub(crate) narrow: bool,
}

impl Scale {
    pub(crate) fn of(paper: PaperSize) -> Self {
        match paper {
            PaperSize::A4 | PaperSize::Letter => Self {
                margin: 16.0 * MM,
                title: 20.0,
                body: 9.5,
                small: 8.0,
                narrow: false,
            },
            PaperSize::FourBySix => Self {
                margin: 4.0 * MM,
                title: 14.0,
                body: 8.0,
                small: 6.8,
                narrow: true,
            },
        }
    }

    /// Secondary text: grey on a sheet, black on a thermal roll, which has no grey.
    pub(crate) const fn quiet(self) -> Ink {
        if self.narrow { Ink::BLACK } else { Ink::GREY }
    }

    /// Hairlines between rows.
    pub(crate) const fn hairline(self) -> Ink {
        if self.narrow { Ink::BLACK } else { Ink::PALE }
    }
}

/// One column of a table.
#[derive(Debug, Clone)]
pub(crate) struct Column {
    pub(crate) head: String,
    pub(crate) width: f32,
    pub(crate) align: Align,
}

/// One piece of a cell, below the piece before it.
#[derive(Debug, Clone)]
pub(crate) struct Piece {
    pub(crate) text: String,
    pub(crate) look: Look,
}

impl Piece {
    pub(crate) fn new(text: &str, look: Look) -> Self {
        Self {
            text: text.to_owned(),
            look,
        }
    }
}

/// What stands on every page but is known only at the end.
pub(crate) struct Furniture<'a> {
    /// At the top of the second page and on: `Packing slip · Order 10482`.
    pub(crate) running: &'a str,
    /// At the foot on the left.
    pub(crate) foot: &'a str,
    /// `Page %1 of %2`.
    pub(crate) page: &'a str,
}

/// Pages being filled from the top down.
pub(crate) struct Flow {
    pub(crate) set: Setter,
    pub(crate) scale: Scale,
    pub(crate) pages: Vec<Page>,
    /// Where the next thing goes.
    pub(crate) y: f32,
    size: (f32, f32),
    table: Vec<Column>,
}

impl Flow {
    pub(crate) fn new(set: Setter, paper: PaperSize) -> Self {
        let size = paper.points();
        let scale = Scale::of(paper);
        Self {
            set,
            scale,
            pages: vec![Page::new(size.0, size.1)],
            y: scale.margin,
            size,
            table: Vec::new(),
        }
    }

    pub(crate) fn width(&self) -> f32 {
        self.size.0 - 2.0 * self.scale.margin
    }

    /// Nothing but the foot stands below this.
    pub(crate) fn bottom(&self) -> f32 {
        self.size.1 - self.scale.margin - self.scale.small * LEADING - 6.0
    }

    /// Starts a new page unless `height` still fits.
    pub(crate) fn need(&mut self, height: f32) {
        if self.y + height > self.bottom() + 0.01 {
            self.pages.push(Page::new(self.size.0, self.size.1));
            self.y = self.scale.margin + self.scale.small * LEADING + 10.0;
            self.heads();
        }
    }

    pub(crate) fn line(&mut self, text: &str, look: Look, x: f32, y: f32, width: f32) -> f32 {
        match self.pages.last_mut() {
            Some(page) => self.set.line(page, text, look, x, y, width),
            None => look.size,
        }
    }

    pub(crate) fn fill(&mut self, x: f32, y: f32, w: f32, h: f32, ink: Ink) {
        if let Some(page) = self.pages.last_mut() {
            page.fill(x, y, w, h, ink);
        }
    }

    /// Text over the whole width, broken over pages line by line.
    pub(crate) fn paragraph(&mut self, text: &str, look: Look, x: f32, width: f32) {
        let lines = self.set.lines(text, look, width);
        for line in lines {
            let height = look.size * LEADING;
            self.need(height);
            let y = self.y;
            if let Some(page) = self.pages.last_mut() {
                self.set
                    .draw_lines(page, std::slice::from_ref(&line), look, x, y, width);
            }
            self.y += height;
        }
    }

    /// Opens a table: its column heads stand here and on each page that it runs over.
    pub(crate) fn open_table(&mut self, columns: Vec<Column>) {
        // Heads are not left alone at the foot of a page.
        self.need(self.scale.body * LEADING * 4.0);
        self.table = columns;
        self.heads();
    }

    pub(crate) fn close_table(&mut self) {
        self.table = Vec::new();
    }

    fn heads(&mut self) {
        if self.table.is_empty() {
            return;
        }
        let columns = self.table.clone();
        let mut x = self.scale.margin;
        for column in &columns {
            let mut look = Look::new(Field::Heading, self.scale.small)
                .bold()
                .down_to(5.0)
                .ink(self.scale.quiet());
            look.align = column.align;
            self.line(&column.head, look, x, self.y, column.width);
            x += column.width + GUTTER;
        }
        self.y += self.scale.small * LEADING + 3.0;
        self.fill(self.scale.margin, self.y, self.width(), 0.9, Ink::BLACK);
        self.y += 0.9;
    }

    /// One row of the open table; it is never broken over pages. Gives where its text begins, on
    /// the page that is now the last.
    pub(crate) fn row(&mut self, cells: &[Vec<Piece>]) -> f32 {
        let pad = if self.scale.narrow { 3.0 } else { 4.5 };
        let columns = self.table.clone();
        let mut shaped: Vec<Vec<(Arc<Line>, Look)>> = Vec::new();
        let mut height: f32 = 0.0;
        for (cell, column) in cells.iter().zip(&columns) {
            let mut lines = Vec::new();
            let mut tall = 0.0;
            for piece in cell.iter().filter(|p| !p.text.trim().is_empty()) {
                let broken = self
                    .set
                    .at_most(&piece.text, piece.look, column.width, CELL_LINES);
                tall += broken.len() as f32 * piece.look.size * LEADING;
                lines.extend(broken.into_iter().map(|l| (l, piece.look)));
            }
            height = height.max(tall);
            shaped.push(lines);
        }
        self.need(height + 2.0 * pad);
        let top = self.y + pad;
        let mut x = self.scale.margin;
        for (lines, column) in shaped.iter().zip(&columns) {
            let mut y = top;
            for (line, look) in lines {
                let mut look = *look;
                look.align = column.align;
                // Baselines of a row agree although the sizes of its cells differ.
                let lift = if y == top {
                    (self.scale.body - look.size) * ASCENT
                } else {
                    0.0
                };
                if let Some(page) = self.pages.last_mut() {
                    let one = std::slice::from_ref(line);
                    self.set
                        .draw_lines(page, one, look, x, y + lift, column.width);
                }
                y += look.size * LEADING;
            }
            x += column.width + GUTTER;
        }
        self.y += height + 2.0 * pad;
        let ink = self.scale.hairline();
        self.fill(self.scale.margin, self.y, self.width(), 0.5, ink);
        self.y += 0.5;
        top
    }

    /// Heads, feet and page numbers, now that the number of pages is known.
    pub(crate) fn finish(mut self, furniture: &Furniture<'_>) -> (Setter, Vec<Page>) {
        let count = self.pages.len();
        let (margin, small) = (self.scale.margin, self.scale.small);
        let width = self.width();
        let y = self.size.1 - margin - small * LEADING;
        let look = Look::new(Field::Heading, small)
            .ink(self.scale.quiet())
            .down_to(5.0);
        for (at, page) in self.pages.iter_mut().enumerate() {
            let number = furniture
                .page
                .replace("%1", &(at + 1).to_string())
                .replace("%2", &count.to_string());
            let right = self.set.width(&number, look) + 12.0;
            self.set.line(page, &number, look.right(), margin, y, width);
            let mut foot = look;
            foot.field = Field::Sender;
            self.set
                .line(page, furniture.foot, foot, margin, y, width - right);
            if at > 0 {
                let mut head = look.bold();
                head.field = Field::Reference;
                self.set
                    .line(page, furniture.running, head, margin, margin, width);
            }
        }
        (self.set, self.pages)
    }
}

/// Between two columns.
pub(crate) const GUTTER: f32 = 8.0;
