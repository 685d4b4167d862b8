//! Points, printer dots and paper sizes.

use serde::{Deserialize, Serialize};

/// Points per inch.
pub(crate) const INCH: f32 = 72.0;
/// Points per millimetre.
pub(crate) const MM: f32 = 72.0 / 25.4;

/// How finely the printer prints, in dots per inch. Bars are whole numbers of its dots.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum Dpi {
    /// 203 dpi (8 dots per millimetre): most thermal label printers.
    D203,
    /// 300 dpi: finer thermal label printers and office printers.
    D300,
    /// 600 dpi: office printers.
    D600,
}

impl Dpi {
    /// Dots per inch.
    #[must_use]
    pub const fn dots(self) -> u16 {
        match self {
            Self::D203 => 203,
            Self::D300 => 300,
            Self::D600 => 600,
        }
    }

    /// The side of one dot in points.
    #[must_use]
    pub fn dot(self) -> f32 {
        INCH / f32::from(self.dots())
    }

    /// The nearest place on the dot grid, in points.
    pub(crate) fn snap(self, points: f32) -> f32 {
        (points / self.dot()).round() * self.dot()
    }

    /// The smallest whole number of dots that is at least `points` wide.
    pub(crate) fn at_least(self, points: f32) -> u16 {
        [
            1_u16, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 18, 20, 24,
        ]
        .into_iter()
        .find(|n| f32::from(*n) * self.dot() >= points - 0.005)
        .unwrap_or(24)
    }
}

/// The paper of a packing slip or a pick list.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum PaperSize {
    /// 210 × 297 mm.
    A4,
    /// 8.5 × 11 in.
    Letter,
    /// 4 × 6 in, the roll of a label printer.
    FourBySix,
}

impl PaperSize {
    /// Width and height in points.
    #[must_use]
    pub fn points(self) -> (f32, f32) {
        match self {
            Self::A4 => (210.0 * MM, 297.0 * MM),
            Self::Letter => (8.5 * INCH, 11.0 * INCH),
            Self::FourBySix => (4.0 * INCH, 6.0 * INCH),
        }
    }
}
