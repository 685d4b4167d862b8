//! What the cells of a column tell of the order of day and month.

use super::token::{Token, tokens};
use super::{Day, DayOrder, read_day};
use chrono::{Datelike, Days, NaiveDate};

/// What the cells of one column tell of the order of day and month.
#[derive(Debug, Clone, Default)]
pub struct Evidence {
    day_first: u32,
    month_first: u32,
    open: u32,
}

impl Evidence {
    /// Takes one more cell into account. `past` says that the column holds things that have
    /// happened, so a reading after tomorrow is none.
    pub fn add(&mut self, cell: &str, past: bool, today: NaiveDate) {
        // Only one or two digits and a mark at the start leave a question.
        let start = cell.trim_start().as_bytes();
        if !start.iter().take(3).any(|byte| matches!(byte, b'/' | b'-')) {
            return;
        }
        let Ok(tokens) = tokens(cell) else { return };
        let [
            Token::Digits(a, 1 | 2),
            Token::Mark('/' | '-'),
            Token::Digits(b, 1 | 2),
            ..,
        ] = tokens.as_slice()
        else {
            return;
        };
        match read_day(&tokens, today) {
            Ok((Day::One(_), _)) if a == b => {}
            Ok((Day::One(date), _)) if date.day() == *a => self.day_first += 1,
            Ok((Day::One(_), _)) => self.month_first += 1,
            Ok((
                Day::Either {
                    day_first,
                    month_first,
                },
                _,
            )) => {
                let tomorrow = today.checked_add_days(Days::new(1)).unwrap_or(today);
                match (past && day_first > tomorrow, past && month_first > tomorrow) {
                    (true, false) => self.month_first += 1,
                    (false, true) => self.day_first += 1,
                    (true, true) | (false, false) => self.open += 1,
                }
            }
            Err(_) => {}
        }
    }

    /// The order, if the cells agree.
    #[must_use]
    pub fn order(&self) -> Option<DayOrder> {
        match (self.day_first, self.month_first) {
            (1.., 0) => Some(DayOrder::DayFirst),
            (0, 1..) => Some(DayOrder::MonthFirst),
            _ => None,
        }
    }

    /// Whether nothing at all speaks for either order, so that a format's own habit may decide.
    #[must_use]
    pub fn is_silent(&self) -> bool {
        self.day_first == 0 && self.month_first == 0
    }

    /// How many cells have two readings.
    #[must_use]
    pub fn open(&self) -> u32 {
        self.open
    }
}
