//! One order on its way from rows to a [`SourceOrder`]: cells read, problems noted.
//!
//! A draft reads cells; what order they make is said by [`crate::usual`] and the readers. A cell
//! that cannot be read refuses the order when it matters (money, quantity, identity, the day it was
//! placed) and is a warning when it does not. A refused order is left out whole.

mod rows;
mod values;

use crate::field::Field;
use crate::limits;
use crate::plan::{Column, Habits, Plan};
use crate::problems::shown;
use crate::reading::ReadOptions;
use crate::records::Record;
use crate::status::{self, StatusWord};
use crate::values::{date, number, text};
use domain::source::{RowProblem, Severity};
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
    /// A person has said which currency amounts without one are in.
    pub(crate) currency_said: bool,
    /// A person's meaning of words, before the platform's own.
    pub(crate) words: &'f BTreeMap<String, StatusWord>,
    pub(crate) platform_words: &'static [(&'static str, StatusWord)],
}

impl File<'_> {
    /// What a plain word means in a column: a person's meaning before the platform's before the usual one.
    pub(crate) fn word(&self, word: &str, field: Field) -> Option<StatusWord> {
        let platform = self.platform_words.iter().find(|(known, _)| *known == word);
        self.words
            .get(word)
            .copied()
            .or(platform.map(|(_, meaning)| *meaning))
            .or_else(|| status::known(word, field))
    }
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

    /// Keeps a problem, unless there are so many that one more says nothing: a reason to refuse is never
    /// lost, or the order would be taken.
    pub(crate) fn hold(&mut self, problem: RowProblem) {
        let reason = problem.severity == Severity::Refused && !self.is_refused();
        if reason || self.problems.len() < limits::PROBLEMS_PER_ORDER {
            self.problems.push(problem);
        }
    }

    /// Notes a problem with a cell.
    pub(crate) fn note(&mut self, severity: Severity, at: &At<'_>, id: &str) {
        self.note_of(severity, at, Sentence::new(id));
    }

    /// Notes that a cell is beyond a limit.
    fn note_with(&mut self, severity: Severity, at: &At<'_>, id: &str, limit: usize) {
        self.note_of(severity, at, Sentence::new(id).with("limit", limit));
    }

    fn note_of(&mut self, severity: Severity, at: &At<'_>, sentence: Sentence) {
        let column = self.file.header.get(at.column).map(|header| shown(header));
        let column = column.unwrap_or_default();
        let cell = shown(at.cell);
        let sentence = sentence
            .with("row", i64::from(at.row))
            .with("column", column.as_str())
            .with("cell", cell.chars().take(60).collect::<String>());
        self.hold(RowProblem {
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
        self.hold(RowProblem {
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
        let most = at.field.most_chars();
        // Nothing is cut: whoever shortens it knows what may go.
        if cleaned.text.len() > most && cleaned.text.chars().count() > most {
            self.note_with(Severity::Refused, at, "import-text-too-long", most);
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
}

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

/// An amount of digits and marks alone, the usual case, which names no currency.
fn names_no_currency(cell: &str) -> bool {
    cell.bytes()
        .all(|b| b.is_ascii_digit() || matches!(b, b'.' | b',' | b'-'))
}
