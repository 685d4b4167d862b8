//! Barcodes as modules, and as bars on the printer's dot grid.

mod code128;
mod gs1;
mod matrix;

use crate::display::{Ink, Item, Page, Rect};
use crate::measure::Dpi;
use serde::{Deserialize, Serialize};

/// Which barcode.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum Symbology {
    /// Code 128 (ISO/IEC 15417): ASCII.
    Code128,
    /// GS1-128 (GS1 General Specifications 5.4): element strings as `(420)31056(92)…`.
    Gs1128,
    /// QR code (ISO/IEC 18004), error correction M, bytes as UTF-8.
    Qr,
    /// Data Matrix ECC 200 (ISO/IEC 16022), square.
    DataMatrix,
}

/// The modules of one barcode.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Symbol {
    /// Widths in modules, a bar first, then a space, a bar …
    Linear(Vec<u8>),
    /// Rows of a square or rectangle, `true` is dark.
    Matrix {
        /// Modules in a row.
        width: usize,
        /// Row by row.
        dark: Vec<bool>,
    },
}

/// Why a text cannot be this barcode.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum BarcodeError {
    /// Nothing to encode.
    #[error("a barcode needs content")]
    Empty,
    /// A letter that the symbology does not have.
    #[error("{0:?} cannot be in this barcode")]
    Letter(char),
    /// An application identifier is missing, unknown or of the wrong length.
    #[error("not a GS1 element string: {0}")]
    Gs1(String),
    /// Too much content for the largest symbol.
    #[error("too long for this barcode")]
    TooLong,
}

impl Symbology {
    /// The barcode of a text.
    ///
    /// # Errors
    /// When the text cannot be in this symbology.
    pub fn encode(self, text: &str) -> Result<Symbol, BarcodeError> {
        if text.is_empty() {
            return Err(BarcodeError::Empty);
        }
        match self {
            Self::Code128 => code128::text(text),
            Self::Gs1128 => code128::units(&gs1::units(text)?),
            Self::Qr => matrix::qr(text),
            Self::DataMatrix => matrix::data_matrix(text),
        }
    }

    /// Whether it is read along one line.
    #[must_use]
    pub const fn is_linear(self) -> bool {
        match self {
            Self::Code128 | Self::Gs1128 => true,
            Self::Qr | Self::DataMatrix => false,
        }
    }
}

/// Where a renderer paints every dot that a shape touches (as the PDF rules for scan conversion
/// say), an edge exactly on the grid may cost a dot by rounding. Bars end this share of a dot
/// inside it.
const INSET: f32 = 0.04;

impl Symbol {
    /// Modules across, without quiet zones.
    #[must_use]
    pub fn modules(&self) -> usize {
        match self {
            Self::Linear(widths) => widths.iter().map(|w| usize::from(*w)).sum(),
            Self::Matrix { width, .. } => *width,
        }
    }

    /// Modules of light on each side: ISO/IEC 15417 wants 10, ISO/IEC 18004 wants 4, Data Matrix
    /// 1 (2 here).
    const fn quiet(&self) -> usize {
        match self {
            Self::Linear(_) => 10,
            Self::Matrix { .. } => 4,
        }
    }

    /// The largest number of dots per module, at most `most`, with which the barcode and its
    /// quiet zones fit into `width` points; `None` if that is less than `least`.
    #[must_use]
    pub(crate) fn dots(&self, width: f32, dpi: Dpi, least: u16, most: u16) -> Option<u16> {
        let modules = (self.modules() + 2 * self.quiet()) as f32;
        (least..=most)
            .rev()
            .find(|dots| modules * f32::from(*dots) * dpi.dot() <= width + 0.01)
    }

    /// Draws it with its left bar at `x` and its top at `y`, both moved to the dot grid. A linear
    /// one is `height` high; a matrix is as high as its rows. Gives its width.
    pub(crate) fn draw(
        &self,
        page: &mut Page,
        dpi: Dpi,
        dots: u16,
        x: f32,
        y: f32,
        height: f32,
    ) -> f32 {
        let dot = dpi.dot();
        let module = f32::from(dots) * dot;
        let inset = INSET * dot;
        let (x, y) = (dpi.snap(x), dpi.snap(y));
        let mut rects = Vec::new();
        let mut bar = |from: usize, wide: usize, top: f32, high: f32| {
            rects.push(Rect {
                x: x + from as f32 * module + inset,
                y: top + inset,
                w: wide as f32 * module - 2.0 * inset,
                h: high - 2.0 * inset,
            });
        };
        match self {
            Self::Linear(widths) => {
                let high = dpi.snap(height);
                let mut at = 0;
                for (index, width) in widths.iter().enumerate() {
                    if index % 2 == 0 {
                        bar(at, usize::from(*width), y, high);
                    }
                    at += usize::from(*width);
                }
            }
            Self::Matrix { width, dark } => {
                // Touching modules of a column become one tall rectangle only when they are the
                // same run in each row, so rows are simply joined sideways.
                for (row, cells) in dark.chunks(*width).enumerate() {
                    let top = y + row as f32 * module;
                    let mut from = 0;
                    for run in cells.chunk_by(|a, b| a == b) {
                        if run.first() == Some(&true) {
                            bar(from, run.len(), top, module);
                        }
                        from += run.len();
                    }
                }
            }
        }
        page.items.push(Item::Fill {
            rects,
            ink: Ink::BLACK,
        });
        self.modules() as f32 * module
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_widest_module_that_fits_is_taken() {
        // 11 modules for one letter, start and check: 11+11+11+13 = 46, with quiet zones 66.
        let symbol = Symbology::Code128.encode("A").unwrap();
        assert_eq!(symbol.modules(), 46);
        let dot = Dpi::D203.dot();
        assert_eq!(symbol.dots(66.0 * 3.0 * dot, Dpi::D203, 2, 4), Some(3));
        assert_eq!(symbol.dots(66.0 * 2.9 * dot, Dpi::D203, 2, 4), Some(2));
        assert_eq!(symbol.dots(66.0 * 1.9 * dot, Dpi::D203, 2, 4), None);
    }

    #[test]
    fn bars_keep_to_the_dot_grid() {
        let symbol = Symbology::Code128.encode("SN-2041").unwrap();
        for dpi in [Dpi::D203, Dpi::D300, Dpi::D600] {
            let mut page = Page::new(288.0, 432.0);
            symbol.draw(&mut page, dpi, 3, 20.3, 50.7, 60.0);
            let Some(Item::Fill { rects, .. }) = page.items.first() else {
                panic!("bars are one shape");
            };
            for r in rects {
                for edge in [r.x / dpi.dot() - INSET, (r.x + r.w) / dpi.dot() + INSET] {
                    assert!((edge - edge.round()).abs() < 0.01, "{edge}");
                }
            }
        }
    }
}
