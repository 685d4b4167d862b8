//! What the cells of a column tell of its decimal mark.

use super::{DecimalMark, NotANumber, Number, parse};

/// What the cells of one column tell of its decimal mark.
#[derive(Debug, Clone, Default)]
pub struct Evidence {
    points: u32,
    commas: u32,
    open: u32,
}

impl Evidence {
    /// Takes one more cell into account.
    pub fn add(&mut self, cell: &str) {
        // Most cells of a column are alike; without a mark there is nothing to learn.
        if !cell.bytes().any(|b| matches!(b, b'.' | b',' | 0x80..)) {
            return;
        }
        match parse(cell, None) {
            Ok(Number {
                mark: Some(DecimalMark::Point),
                ..
            }) => self.points += 1,
            Ok(Number {
                mark: Some(DecimalMark::Comma),
                ..
            }) => self.commas += 1,
            Err(NotANumber::TwoReadings) => self.open += 1,
            Ok(Number { mark: None, .. })
            | Err(NotANumber::Empty | NotANumber::Malformed | NotANumber::TooLarge) => {}
        }
    }

    /// Adds what another column tells.
    pub fn merge(&mut self, other: &Self) {
        self.points += other.points;
        self.commas += other.commas;
        self.open += other.open;
    }

    /// The mark, if the cells agree.
    #[must_use]
    pub fn mark(&self) -> Option<DecimalMark> {
        match (self.points, self.commas) {
            (0, 1..) => Some(DecimalMark::Comma),
            (1.., 0) => Some(DecimalMark::Point),
            _ => None,
        }
    }

    /// Whether cells of both kinds stand in it: each is then read by itself.
    #[must_use]
    pub fn is_mixed(&self) -> bool {
        self.points > 0 && self.commas > 0
    }

    /// How many cells have two readings.
    #[must_use]
    pub fn open(&self) -> u32 {
        self.open
    }
}
