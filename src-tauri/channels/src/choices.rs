//! What the cells of a file leave open, and what a person has said of it. Only what matters for this file is
//! listed: a file whose dates are all after the twelfth asks nothing about days and months.

use crate::draft::File;
use crate::field::Kind;
use crate::mapping::Mapping;
use crate::plan::Plan;
use crate::status::{self, StatusWord};
use crate::survey::Survey;
use crate::table::Table;
use crate::values::date::{self, DayOrder, NotADate};
use crate::values::number::{self, DecimalMark, NotANumber};
use chrono::NaiveDate;
use domain::Currency;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;
use ts_rs::TS;

/// What a person says of a file's cells, instead of what would be found or is saved.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Said {
    /// The mark before decimals.
    pub decimal_mark: Option<DecimalMark>,
    /// Day or month first.
    pub day_order: Option<DayOrder>,
    /// Currency of amounts that have none beside them, or a sign that several share.
    pub currency: Option<Currency>,
    /// What the source's words mean.
    pub words: BTreeMap<String, StatusWord>,
}

impl Said {
    /// Puts what was said into a mapping, over what it says itself.
    pub(crate) fn put_into(&self, mapping: &mut Mapping) {
        mapping.decimal_mark = self.decimal_mark.or(mapping.decimal_mark);
        mapping.day_order = self.day_order.or(mapping.day_order);
        mapping.currency = self.currency.or(mapping.currency);
        let words = std::mem::take(&mut mapping.words).into_iter();
        let said = self
            .words
            .iter()
            .map(|(word, means)| (word.clone(), *means));
        mapping.words = words
            .chain(said)
            .map(|(word, means)| (status::plain(&word), means))
            .collect();
    }
}

/// What a file leaves open.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct Choices {
    /// Numbers such as `1,234`.
    pub decimal: Option<DecimalChoice>,
    /// Dates such as `03/08/26`.
    pub dates: Option<DatesChoice>,
    /// Amounts name no currency, or only a sign that several share: they are read as this one.
    pub currency: Option<Currency>,
    /// Words for how far an order is: those that are not known, and all of a file that is read by a mapping.
    pub words: Vec<WordChoice>,
    /// The sheets of a workbook that has several.
    pub sheets: Vec<String>,
}

/// Numbers that their own column does not decide.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct DecimalChoice {
    /// How many cells.
    pub cells: u32,
    /// One of them, if it is among the column's examples.
    pub example: String,
    /// How they are read; absent: they refuse their orders.
    pub read_as: Option<DecimalMark>,
}

/// Dates that their own column does not decide.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct DatesChoice {
    /// How many cells.
    pub cells: u32,
    /// One of them, if it is among the column's examples.
    pub example: String,
    /// How they are read; absent: they refuse their orders.
    pub read_as: Option<DayOrder>,
}

/// A word for how far an order is.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct WordChoice {
    /// The word, in lower case.
    pub word: String,
    /// The header of its column.
    pub column: String,
    /// How many cells say it.
    pub cells: u32,
    /// What it is read as; absent: it is not known, and means nothing.
    pub read_as: Option<StatusWord>,
}

/// What the file leaves open, once it has been read; `unnamed`: amounts name no currency, or only a sign that
/// several share.
pub(crate) fn open(
    table: &Table<'_>,
    file: &File<'_>,
    survey: &Survey,
    mapping: &Mapping,
    unnamed: bool,
    mapped: bool,
) -> Choices {
    let today = file.options.today;
    Choices {
        decimal: decimal(file.plan, survey),
        dates: dates(file.plan, survey, today),
        currency: (unnamed || mapping.currency.is_some()).then_some(file.default_currency),
        words: words(table, file, survey, mapped),
        sheets: if table.sheets.len() > 1 {
            table.sheets.clone()
        } else {
            Vec::new()
        },
    }
}

fn example(survey: &Survey, at: usize, open: impl Fn(&str) -> bool) -> String {
    let examples = survey.columns.get(at).map(|seen| seen.examples.as_slice());
    let found = examples.unwrap_or_default().iter().find(|cell| open(cell));
    found.cloned().unwrap_or_default()
}

fn decimal(plan: &Plan, survey: &Survey) -> Option<DecimalChoice> {
    let mut choice: Option<DecimalChoice> = None;
    for column in plan.columns.iter().filter(|c| c.open_numbers() > 0) {
        let cells = column.open_numbers();
        let two = |cell: &str| number::parse(cell, None) == Err(NotANumber::TwoReadings);
        let example = example(survey, column.at, two);
        let choice = choice.get_or_insert(DecimalChoice {
            cells: 0,
            example: String::new(),
            read_as: column.mark,
        });
        choice.cells = choice.cells.saturating_add(cells);
        if choice.example.is_empty() {
            choice.example = example;
        }
    }
    choice
}

fn dates(plan: &Plan, survey: &Survey, today: NaiveDate) -> Option<DatesChoice> {
    let mut choice: Option<DatesChoice> = None;
    for column in plan.columns.iter().filter(|c| c.open_dates() > 0) {
        let cells = column.open_dates();
        let two = |cell: &str| date::parse(cell, None, today) == Err(NotADate::TwoReadings);
        let example = example(survey, column.at, two);
        let choice = choice.get_or_insert(DatesChoice {
            cells: 0,
            example: String::new(),
            read_as: column.order,
        });
        choice.cells = choice.cells.saturating_add(cells);
        if choice.example.is_empty() {
            choice.example = example;
        }
    }
    choice
}

fn words(table: &Table<'_>, file: &File<'_>, survey: &Survey, mapped: bool) -> Vec<WordChoice> {
    let mut words = Vec::new();
    for seen in &survey.words {
        let read_as = file.word(&seen.word, seen.field);
        if mapped || read_as.is_none() || file.words.contains_key(&seen.word) {
            words.push(WordChoice {
                word: seen.word.clone(),
                column: table.header.get(seen.at).cloned().unwrap_or_default(),
                cells: seen.cells,
                read_as,
            });
        }
    }
    words
}

/// A word of a status column and how often it stands there.
#[derive(Debug, Clone)]
pub(crate) struct SeenWord {
    pub(crate) at: usize,
    pub(crate) field: crate::field::Field,
    pub(crate) word: String,
    pub(crate) cells: u32,
}

/// The most different words of a file that are kept: a column with more says something else.
const MOST_WORDS: usize = 40;

/// Takes the status words of one more record into account.
pub(crate) fn note_words(words: &mut Vec<SeenWord>, plan: &Plan, record: &crate::records::Record) {
    for column in plan
        .columns
        .iter()
        .filter(|c| c.field.kind() == Kind::Status)
    {
        let cell = record.get(column.at).trim();
        if cell.is_empty() {
            continue;
        }
        let known = words
            .iter_mut()
            .find(|seen| seen.at == column.at && status::is_plain(cell, &seen.word));
        if let Some(seen) = known {
            seen.cells = seen.cells.saturating_add(1);
        } else if words.len() < MOST_WORDS {
            words.push(SeenWord {
                at: column.at,
                field: column.field,
                word: status::plain(cell),
                cells: 1,
            });
        }
    }
}
