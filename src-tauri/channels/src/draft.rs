//! One order on its way from rows to a [`SourceOrder`]: cells read, problems noted.
//!
//! A draft reads cells; what order they make is said by [`crate::usual`] and the readers. A cell
//! that cannot be read refuses the order when it matters (money, quantity, identity, the day it was
//! placed) and is a warning when it does not. A refused order is left out whole.

use crate::field::Field;
use crate::plan::{Column, Habits, Plan};
use crate::problems::shown;
use crate::reading::ReadOptions;
use crate::records::Record;
use crate::status::{self, Meaning, StatusWord};
use crate::values::number::NotANumber;
use crate::values::{country, currency, date, number, text, zone};
use chrono_tz::Tz;
use domain::source::{RowProblem, Severity};
use domain::time::Millis;
use domain::{Currency, Sentence};
use std::borrow::Cow;
use std::collections::BTreeMap;

/// What all orders of one file share.
pub(crate) struct File<'f> {
    pub(crate) plan: &'f Plan,
    pub(crate) header: &'f [String],
    pub(crate) options: &'f ReadOptions,
    pub(crate) habits: Habits,
    pub(crate) default_currency: Currency,
    /// A person's meaning of words, before the platform's own.
    pub(crate) words: &'f BTreeMap<String, StatusWord>,
    pub(crate) platform_words: &'static [(&'static str, StatusWord)],
}

/// One row of the order.
#[derive(Debug, Clone)]
pub(crate) struct Row {
    pub(crate) number: u32,
    pub(crate) record: Record,
}

/// The rows of one order and what was noted while reading them.
pub(crate) struct Draft<'d> {
    pub(crate) file: &'d File<'d>,
    pub(crate) rows: &'d [Row],
    pub(crate) currency: Currency,
    pub(crate) problems: Vec<RowProblem>,
    pub(crate) assumed_currency: bool,
    pub(crate) amounts: u32,
}

impl<'d> Draft<'d> {
    pub(crate) fn new(file: &'d File<'d>, rows: &'d [Row]) -> Self {
        let mut draft = Self {
            file,
            rows,
            currency: file.default_currency,
            problems: Vec::new(),
            assumed_currency: false,
            amounts: 0,
        };
        draft.find_currency();
        draft.look_for_differences();
        draft
    }

    /// Whether something noted so far refuses the order.
    pub(crate) fn is_refused(&self) -> bool {
        self.problems
            .iter()
            .any(|problem| problem.severity == Severity::Refused)
    }

    pub(crate) fn first_row(&self) -> u32 {
        self.rows.first().map_or(0, |row| row.number)
    }

    /// Notes a problem with a cell.
    pub(crate) fn note(&mut self, severity: Severity, at: &At<'_>, id: &str) {
        let column = self.file.header.get(at.column).cloned().unwrap_or_default();
        let cell = shown(at.cell);
        let sentence = Sentence::new(id)
            .with("row", i64::from(at.row))
            .with("column", column.as_str())
            .with("cell", cell.chars().take(60).collect::<String>());
        self.problems.push(RowProblem {
            row: at.row,
            column,
            cell,
            severity,
            sentence,
        });
    }

    /// Notes a problem of the order as a whole.
    pub(crate) fn note_order(&mut self, severity: Severity, sentence: Sentence) {
        let row = self.first_row();
        self.problems.push(RowProblem {
            row,
            column: String::new(),
            cell: String::new(),
            severity,
            sentence: sentence.with("row", i64::from(row)),
        });
    }

    /// The cell of a column by its name, for the few that have no meaning of their own.
    pub(crate) fn cell_named<'r>(&self, row: &'r Row, name: &str) -> &'r str {
        let header = self.file.header.iter();
        let at = header
            .enumerate()
            .find(|(_, header)| header.eq_ignore_ascii_case(name));
        at.map_or("", |(at, _)| row.record.get(at).trim())
    }

    /// The header of the column of that name, when a row says `true` or `yes` in it.
    pub(crate) fn any_row_says_yes(&self, name: &str) -> Option<String> {
        let rows = self.rows;
        let says = rows
            .iter()
            .any(|row| status::flag(self.cell_named(row, name)) == Some(true));
        let header = self
            .file
            .header
            .iter()
            .find(|header| header.eq_ignore_ascii_case(name));
        header.filter(|_| says).cloned()
    }

    /// The first filled cell of a field within the order.
    pub(crate) fn find(&self, field: Field) -> Option<At<'d>> {
        let rows = self.rows;
        let file = self.file;
        file.plan
            .of(field)
            .find_map(|column| rows.iter().find_map(|row| At::new(row, column)))
    }

    /// The filled cell of a field in one row.
    pub(crate) fn find_in(&self, row: &'d Row, field: Field) -> Option<At<'d>> {
        let file = self.file;
        file.plan.of(field).find_map(|column| At::new(row, column))
    }

    /// Text of a cell: cleaned, with what was found in it noted.
    pub(crate) fn read_text(&mut self, at: &At<'d>) -> Cow<'d, str> {
        let cleaned = text::clean(at.cell);
        if cleaned.damaged {
            self.note(Severity::Refused, at, "import-cell-damaged");
        }
        if cleaned.stripped {
            self.note(Severity::Warning, at, "import-cell-control-characters");
        }
        if cleaned.turned {
            self.note(Severity::Warning, at, "import-cell-turns-direction");
        }
        match cleaned.text {
            Cow::Borrowed(text) => Cow::Borrowed(text::unwrapped_text(text)),
            Cow::Owned(text) if text.starts_with('\'') => {
                Cow::Owned(text::unwrapped_text(&text).to_owned())
            }
            Cow::Owned(text) => Cow::Owned(text),
        }
    }

    fn read_code(&mut self, at: &At<'d>) -> String {
        let severity = if matches!(at.field, Field::OrderId | Field::OrderNumber) {
            Severity::Refused
        } else {
            Severity::Warning
        };
        let cleaned = self.read_text(at);
        let code = text::unwrapped_code(&cleaned).trim();
        if text::is_mangled_number(code) {
            self.note(severity, at, "import-cell-mangled-number");
        }
        code.to_owned()
    }

    /// Text of the order.
    pub(crate) fn text(&mut self, field: Field) -> String {
        self.find(field)
            .map(|at| self.read_text(&at).into_owned())
            .unwrap_or_default()
    }

    /// Text of one row.
    pub(crate) fn row_text(&mut self, row: &'d Row, field: Field) -> String {
        self.find_in(row, field)
            .map(|at| self.read_text(&at).into_owned())
            .unwrap_or_default()
    }

    /// Text of all columns of a field in one row, parted by commas.
    pub(crate) fn row_texts(&mut self, row: &'d Row, field: Field) -> String {
        let file = self.file;
        let mut texts = Vec::new();
        for column in file.plan.of(field) {
            if let Some(at) = At::new(row, column) {
                texts.push(self.read_text(&at));
            }
        }
        texts.join(", ")
    }

    /// A code of the order: zeros kept, protecting apostrophe gone.
    pub(crate) fn code(&mut self, field: Field) -> String {
        self.find(field)
            .map(|at| self.read_code(&at))
            .unwrap_or_default()
    }

    /// A code of one row.
    pub(crate) fn row_code(&mut self, row: &'d Row, field: Field) -> String {
        self.find_in(row, field)
            .map(|at| self.read_code(&at))
            .unwrap_or_default()
    }

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
                self.note_number(at, reason);
                None
            }
        }
    }

    fn note_number(&mut self, at: &At<'_>, reason: NotANumber) {
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

    fn read_zone(&mut self, at: &At<'d>) -> Tz {
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
        let platform = self
            .file
            .platform_words
            .iter()
            .find(|(known, _)| *known == word);
        let known = self
            .file
            .words
            .get(&word)
            .copied()
            .or(platform.map(|(_, meaning)| *meaning))
            .or_else(|| status::known(&word, at.field));
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

    /// The currency: its column, else the sign beside the first amount that has one.
    fn find_currency(&mut self) {
        let shop = self.file.default_currency;
        if let Some(at) = self.find(Field::Currency) {
            match currency::sign(at.cell, shop) {
                currency::Sign::Is(currency) => self.currency = currency,
                currency::Sign::Shared(currency) => {
                    self.currency = currency;
                    self.note(Severity::Warning, &at, "import-currency-shared-sign");
                }
                currency::Sign::None | currency::Sign::Unknown => {
                    self.note(Severity::Refused, &at, "import-currency-unknown");
                }
            }
            return;
        }
        let file = self.file;
        let money =
            file.plan.columns.iter().filter(|column| {
                column.field.kind() == crate::field::Kind::Money && column.filled > 0
            });
        for column in money {
            for row in self.rows {
                let Some(at) = At::new(row, column) else {
                    continue;
                };
                // An amount of digits and marks alone is the usual case and names no currency.
                if at
                    .cell
                    .bytes()
                    .all(|b| b.is_ascii_digit() || matches!(b, b'.' | b',' | b'-'))
                {
                    continue;
                }
                let Ok(number) = number::parse(at.cell, at.mark) else {
                    continue;
                };
                match currency::sign(number.beside, shop) {
                    currency::Sign::Is(currency) => {
                        self.currency = currency;
                        return;
                    }
                    currency::Sign::Shared(currency) => {
                        self.currency = currency;
                        self.note(Severity::Warning, &at, "import-currency-shared-sign");
                        return;
                    }
                    currency::Sign::None | currency::Sign::Unknown => {}
                }
            }
        }
        self.assumed_currency = true;
    }

    /// Columns that speak of the whole order must not say two things.
    fn look_for_differences(&mut self) {
        if self.rows.len() < 2 {
            return;
        }
        for (field, severity) in SAME_IN_ALL_ROWS {
            let Some(first) = self.find(*field) else {
                continue;
            };
            let other = self
                .rows
                .iter()
                .find_map(|row| self.find_in(row, *field).filter(|at| at.cell != first.cell));
            if let Some(other) = other {
                self.note(*severity, &other, "import-order-rows-differ");
            }
        }
    }
}

/// More units of one line than any small shop sells: a wrong column.
const MOST_UNITS: i64 = 1_000_000;

const SAME_IN_ALL_ROWS: &[(Field, Severity)] = &[
    (Field::OrderId, Severity::Refused),
    (Field::Currency, Severity::Refused),
    (Field::Total, Severity::Warning),
    (Field::BuyerEmail, Severity::Warning),
    (Field::ShipName, Severity::Warning),
    (Field::ShipLine1, Severity::Warning),
    (Field::ShipCity, Severity::Warning),
    (Field::ShipPostcode, Severity::Warning),
    (Field::ShipCountry, Severity::Warning),
];

/// A filled cell and where it stands.
#[derive(Debug, Clone, Copy)]
pub(crate) struct At<'d> {
    pub(crate) row: u32,
    pub(crate) column: usize,
    pub(crate) field: Field,
    pub(crate) cell: &'d str,
    mark: Option<number::DecimalMark>,
    order: Option<date::DayOrder>,
}

impl<'d> At<'d> {
    pub(crate) fn new(row: &'d Row, column: &Column) -> Option<Self> {
        let cell = row.record.get(column.at).trim();
        (!cell.is_empty()).then_some(Self {
            row: row.number,
            column: column.at,
            field: column.field,
            cell,
            mark: column.mark,
            order: column.order,
        })
    }

    /// The mark before decimals in this column.
    pub(crate) fn mark(&self) -> Option<number::DecimalMark> {
        self.mark
    }

    /// The same place with only a part of the cell, for cells that hold several values.
    pub(crate) fn part(self, cell: &'d str) -> Self {
        Self { cell, ..self }
    }
}
