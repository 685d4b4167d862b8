//! Label papers: one label per page, or several on an office printer's sheet.

use super::LabelSetup;
use crate::display::Page;
use crate::measure::{INCH, MM};
use serde::{Deserialize, Serialize};

/// How much smaller a label is than its quarter of a sheet: office printers leave up to 4.3 mm of
/// the sheet's edge white, and a label's own margin is 4 mm.
const CUT: f32 = 3.0 * MM;

/// The paper of a label.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum LabelFormat {
    /// 4 × 6 in, one per page.
    FourBySix,
    /// A6, 105 × 148 mm, one per page.
    A6,
    /// Two 4 × 6 in labels, turned, on A4 (cells of 210 × 148.5 mm).
    A4TwoUp,
    /// Four labels of A6 on A4.
    A4FourUp,
    /// Two 4 × 6 in labels, turned, on Letter (cells of 8.5 × 5.5 in).
    LetterTwoUp,
    /// Four labels of 4.25 × 5.5 in on Letter.
    LetterFourUp,
}

/// How a sheet is divided.
struct Grid {
    width: f32,
    height: f32,
    columns: usize,
    rows: usize,
    /// Labels lie on their side, in the middle of their cell.
    turned: bool,
}

impl LabelFormat {
    /// Width and height of one label in points.
    #[must_use]
    pub fn label(self) -> (f32, f32) {
        match self {
            Self::FourBySix | Self::A4TwoUp | Self::LetterTwoUp => (4.0 * INCH, 6.0 * INCH),
            Self::A6 => (105.0 * MM, 148.0 * MM),
            Self::A4FourUp => (105.0 * MM - CUT, 148.5 * MM - CUT),
            Self::LetterFourUp => (4.25 * INCH - CUT, 5.5 * INCH - CUT),
        }
    }

    /// Labels on one page.
    #[must_use]
    pub fn places(self) -> usize {
        self.grid().map_or(1, |g| g.columns * g.rows)
    }

    fn grid(self) -> Option<Grid> {
        let a4 = (210.0 * MM, 297.0 * MM);
        let letter = (8.5 * INCH, 11.0 * INCH);
        let ((width, height), columns, turned) = match self {
            Self::FourBySix | Self::A6 => return None,
            Self::A4TwoUp => (a4, 1, true),
            Self::A4FourUp => (a4, 2, false),
            Self::LetterTwoUp => (letter, 1, true),
            Self::LetterFourUp => (letter, 2, false),
        };
        Some(Grid {
            width,
            height,
            columns,
            rows: 2,
            turned,
        })
    }
}

/// Puts labels on sheets from the first free place, left to right and then down. Each is moved by
/// whole printer dots, so bars stay on the grid.
pub(super) fn impose(labels: Vec<Page>, setup: &LabelSetup) -> Vec<Page> {
    let Some(grid) = setup.format.grid() else {
        return labels;
    };
    let places = setup.format.places();
    let first = if (1..=places).contains(&setup.start) {
        setup.start - 1
    } else {
        0
    };
    let cell = (
        grid.width / grid.columns as f32,
        grid.height / grid.rows as f32,
    );
    let mut sheets: Vec<Page> = Vec::new();
    for (at, label) in labels.iter().enumerate() {
        let place = (first + at) % places;
        if at == 0 || place == 0 {
            sheets.push(Page::new(grid.width, grid.height));
        }
        let (w, h) = if grid.turned {
            (label.height, label.width)
        } else {
            (label.width, label.height)
        };
        let x = (place % grid.columns) as f32 * cell.0 + (cell.0 - w) / 2.0;
        let y = (place / grid.columns) as f32 * cell.1 + (cell.1 - h) / 2.0;
        let (x, y) = (setup.dpi.snap(x), setup.dpi.snap(y));
        if let Some(sheet) = sheets.last_mut() {
            if grid.turned {
                // The turn brings the label's own height to the left edge: bars keep to the grid
                // only if that height is whole dots, which the rounded move makes up for.
                let off = setup.dpi.snap(label.height) - label.height;
                sheet.place_turned(label, x + off, y);
            } else {
                sheet.place(label, x, y);
            }
        }
    }
    sheets
}
