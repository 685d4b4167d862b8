//! Cells read as amounts, counts, weights, moments and words of a meaning.

use super::{At, Draft, Row};
use crate::field::Field;
use crate::status::{self, Meaning, StatusWord};
use crate::values::number::NotANumber;
use crate::values::{country, currency, date, number, zone};
use chrono_tz::Tz;
use domain::source::Severity;
use domain::time::Millis;

/// More units of one line than any small shop sells: a wrong column.
const MOST_UNITS: i64 = 1_000_000;

impl<'d> Draft<'d> {
    /// An amount of the order in minor units.
    pub(crate) fn money(&mut self, field: Field) -> Option<i64> {
        self.find(field).and_then(|at| self.read_money(&at))
    }

    /// An amount of one row in minor units.
    pub(crate) fn row_money(&mut self, row: &'d Row, field: Field) -> Option<i64> {
        self.find_in(row, field).and_then(|at| self.read_money(&at))
    }

    /// An amount cell in minor units.
    pub(crate) fn read_money(&mut self, at: &At<'d>) -> Option<i64> {
        let number = self.read_decimal(at)?;
        match number.minor(self.currency) {
            Ok(minor) => {
                if minor.rounded {
                    self.note(Severity::Warning, at, "import-amount-rounded");
                }
                self.amounts += 1;
                Some(minor.amount)
            }
            Err(reason) => {
                self.note_number(at, reason);
                None
            }
        }
    }

    /// An amount cell without loss.
    pub(crate) fn read_decimal(&mut self, at: &At<'d>) -> Option<number::Decimal> {
        match number::parse(at.cell, at.mark) {
            Ok(number) => {
                let sign = currency::sign(number.beside, self.currency);
                match sign {
                    currency::Sign::None => {}
                    currency::Sign::Is(told) | currency::Sign::Shared(told) => {
                        if told != self.currency {
                            self.note(Severity::Refused, at, "import-currency-differs");
                            return None;
                        }
                    }
                    currency::Sign::Unknown => {
                        self.note(Severity::Refused, at, "import-cell-not-an-amount");
                        return None;
                    }
                }
                Some(number.value)
            }
            Err(NotANumber::Empty) => None,
            Err(reason) => {
                // It is an amount without a currency, whichever way it will be read.
                if reason == NotANumber::TwoReadings && super::names_no_currency(at.cell) {
                    self.amounts += 1;
                }
                self.note_number(at, reason);
                None
            }
        }
    }

    pub(super) fn note_number(&mut self, at: &At<'_>, reason: NotANumber) {
        let id = match reason {
            NotANumber::Empty => return,
            NotANumber::Malformed => "import-cell-not-an-amount",
            NotANumber::TwoReadings => "import-number-two-readings",
            NotANumber::TooLarge => "import-number-too-large",
        };
        self.note(Severity::Refused, at, id);
    }

    /// A count of one row. Signs are kept; fractions refuse the order.
    pub(crate) fn row_count(&mut self, row: &'d Row, field: Field) -> Option<i64> {
        let at = self.find_in(row, field)?;
        let number = match number::parse(at.cell, at.mark) {
            Ok(number) => number,
            Err(NotANumber::Empty) => return None,
            Err(NotANumber::TwoReadings) => {
                self.note(Severity::Refused, &at, "import-number-two-readings");
                return None;
            }
            Err(NotANumber::Malformed | NotANumber::TooLarge) => {
                self.note(Severity::Refused, &at, "import-quantity-not-a-number");
                return None;
            }
        };
        let words = [
            "", "x", "×", "pcs", "pc", "st", "stk", "stück", "ea", "unité", "ud",
        ];
        let beside = number.beside.trim_end_matches('.').to_lowercase();
        match number.value.whole() {
            _ if !words.contains(&beside.as_str()) => {
                self.note(Severity::Refused, &at, "import-quantity-not-a-number");
                None
            }
            Some(count) if count.abs() > MOST_UNITS => {
                self.note(Severity::Refused, &at, "import-quantity-too-large");
                None
            }
            Some(count) => Some(count),
            None => {
                self.note(Severity::Refused, &at, "import-quantity-not-whole");
                None
            }
        }
    }

    /// A weight of one row in grams.
    pub(crate) fn row_grams(&mut self, row: &'d Row, field: Field) -> Option<i64> {
        let at = self.find_in(row, field)?;
        let grams = number::parse(at.cell, at.mark)
            .ok()
            .and_then(|number| crate::values::weight::grams(number.value, number.beside));
        match grams {
            Some(grams) if grams >= 0 => Some(grams),
            Some(_) | None => {
                self.note(Severity::Warning, &at, "import-weight-not-read");
                None
            }
        }
    }

    /// A moment of the order. `must` says that an unreadable cell refuses the order.
    pub(crate) fn date(&mut self, field: Field, must: bool) -> Option<Millis> {
        self.find(field).and_then(|at| self.read_date(&at, must))
    }

    /// A date cell, with the time and zone columns beside it for the day the order was placed.
    pub(crate) fn read_date(&mut self, at: &At<'d>, must: bool) -> Option<Millis> {
        let severity = if must {
            Severity::Refused
        } else {
            Severity::Warning
        };
        let today = self.file.options.today;
        let mut written = match date::parse(at.cell, at.order, today) {
            Ok(written) => written,
            Err(date::NotADate::Empty) => return None,
            Err(date::NotADate::Malformed) => {
                self.note(severity, at, "import-cell-not-a-date");
                return None;
            }
            Err(date::NotADate::TwoReadings) => {
                self.note(severity, at, "import-date-two-readings");
                return None;
            }
        };
        let mut zone = self.file.options.zone;
        if at.field == Field::PlacedAt {
            if let Some(time) = self.find(Field::PlacedTime) {
                match date::parse_time(time.cell) {
                    Some(clock) => written.time = Some(clock),
                    None => self.note(Severity::Warning, &time, "import-cell-not-a-time"),
                }
            }
            if let Some(named) = self.find(Field::PlacedZone) {
                zone = self.read_zone(&named);
            }
            if written.date > today + chrono::Days::new(2) {
                self.note(Severity::Warning, at, "import-date-in-future");
            }
        }
        Some(written.millis(zone))
    }

    pub(super) fn read_zone(&mut self, at: &At<'d>) -> Tz {
        match zone::named(at.cell) {
            Some(zone) => zone,
            None => {
                self.note(Severity::Warning, at, "import-zone-unknown");
                self.file.options.zone
            }
        }
    }

    /// Whether a cell of the order says yes.
    pub(crate) fn flag(&mut self, field: Field) -> bool {
        self.find(field)
            .is_some_and(|at| status::flag(at.cell).unwrap_or(false))
    }

    /// What a status cell means. An unknown word is noted and means nothing.
    pub(crate) fn meaning(&mut self, at: &At<'d>) -> Meaning {
        let word = status::plain(at.cell);
        let known = self.file.word(&word, at.field);
        if known.is_none() {
            self.note(Severity::Warning, at, "import-status-unknown");
        }
        known.unwrap_or(StatusWord::Nothing).meaning()
    }

    /// A country's alpha-2 code, or the cell when it is not known.
    pub(crate) fn country(&mut self, at: &At<'d>) -> Result<&'static str, String> {
        let name = self.read_text(at).into_owned();
        country::code(&name).ok_or_else(|| {
            self.note(Severity::Warning, at, "import-country-unknown");
            name
        })
    }
}
