//! The first way through a file: every row is only placed. Which order it belongs to, where it stands, and
//! what its cells tell of the way numbers and dates are written.

use crate::choices::{self, SeenWord};
use crate::field::Field;
use crate::limits;
use crate::plan::Plan;
use crate::problems::{Problems, shown};
use crate::reading::{Progress, Watch};
use crate::records::{Found, Record};
use crate::refused::FileRefused;
use crate::table::Table;
use crate::values::text;
use chrono::NaiveDate;
use domain::Sentence;
use std::collections::HashMap;

/// What is wrong with a row before its cells are read.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Shape {
    Fine,
    /// Its quote marks do not pair.
    Broken,
    /// It has filled cells beyond the header's last column.
    TooWide,
}

/// A row and the order it belongs to.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Placed {
    pub(crate) start: u32,
    pub(crate) bytes: u32,
    pub(crate) row: u32,
    pub(crate) order: u32,
    pub(crate) cells: u16,
    pub(crate) shape: Shape,
}

/// What was seen of one column.
#[derive(Debug, Clone, Default)]
pub(crate) struct Seen {
    pub(crate) filled: u32,
    pub(crate) examples: Vec<String>,
}

/// All rows of a file, placed.
#[derive(Debug)]
pub(crate) struct Survey {
    pub(crate) columns: Vec<Seen>,
    pub(crate) count: u32,
    /// The words of its status columns.
    pub(crate) words: Vec<SeenWord>,
    pub(crate) rows: Vec<Placed>,
    orders: u32,
}

/// Rows between two calls of the watch.
const STEP: u32 = 1_000;

impl Survey {
    /// Goes through the file once.
    pub(crate) fn of(
        table: &Table<'_>,
        plan: &mut Plan,
        problems: &mut Problems,
        today: NaiveDate,
        watch: Watch<'_>,
    ) -> Result<Self, FileRefused> {
        let mut survey = Self {
            columns: vec![Seen::default(); table.header.len()],
            count: 0,
            words: Vec::new(),
            rows: Vec::new(),
            orders: 0,
        };
        let mut keys = Keys::default();
        let mut records = table.records();
        let mut record = Record::default();
        let mut row: u32 = 1;
        let has_key = plan.has(Field::OrderId) || plan.has(Field::OrderNumber);
        loop {
            let found = records
                .read(&mut record)
                .map_err(|refused| refused.with("row", i64::from(row) + 1))?;
            if found == Found::End {
                break;
            }
            row += 1;
            if row > limits::ROWS + 1 {
                return Err(
                    FileRefused::new("import-too-many-rows").with("limit", i64::from(limits::ROWS))
                );
            }
            if row.is_multiple_of(STEP) && watch(Progress::Surveyed(row)).is_break() {
                return Err(FileRefused::Cancelled);
            }
            if found == Found::Record
                && (record.is_empty() || is_footer(&record, table.header.len()))
            {
                continue;
            }
            survey.count += 1;
            survey.note_cells(&record);
            let extra = (table.header.len()..record.len()).any(|at| record.is_filled(at));
            let shape = match found {
                Found::Broken => Shape::Broken,
                Found::Record | Found::End if extra => Shape::TooWide,
                Found::Record | Found::End => Shape::Fine,
            };
            if shape == Shape::Fine {
                plan.learn(&record, today);
                choices::note_words(&mut survey.words, plan, &record);
            }
            if !has_key {
                continue;
            }
            match keys.order_of(plan, &record, &mut survey.orders) {
                Some(order) => survey.rows.push(Placed {
                    start: u32::try_from(record.start).unwrap_or(u32::MAX),
                    bytes: u32::try_from(record.end - record.start).unwrap_or(u32::MAX),
                    row,
                    order,
                    cells: u16::try_from(record.len()).unwrap_or(u16::MAX),
                    shape,
                }),
                None => {
                    let id = match shape {
                        Shape::Broken => "import-row-quotes-broken",
                        Shape::TooWide => "import-row-too-wide",
                        Shape::Fine => "import-row-without-order-number",
                    };
                    let cell = record
                        .cells()
                        .find(|cell| !cell.trim().is_empty())
                        .unwrap_or("");
                    let sentence = Sentence::new(id)
                        .with("row", i64::from(row))
                        .with("cell", shown(cell).chars().take(60).collect::<String>());
                    problems.refuse_row(row, cell, sentence);
                }
            }
        }
        Ok(survey)
    }

    fn note_cells(&mut self, record: &Record) {
        for (at, cell) in record.filled() {
            let Some(seen) = self.columns.get_mut(at) else {
                break;
            };
            seen.filled += 1;
            // Columns with one value all over would be compared for ever: look at the first rows.
            if seen.examples.len() < 3
                && seen.filled < 1_000
                && !seen.examples.iter().any(|known| known == cell)
            {
                let example = shown(cell);
                if !seen.examples.contains(&example) {
                    seen.examples.push(example);
                }
            }
        }
    }
}

/// Which order a row belongs to: by the channel's id, else by the printed number. Rows that repeat
/// only the number belong to the id that stood with it last, or comes with it first.
#[derive(Debug, Default)]
struct Keys {
    by_id: HashMap<String, u32>,
    by_number: HashMap<String, (u32, bool)>,
}

impl Keys {
    fn order_of(&mut self, plan: &Plan, record: &Record, orders: &mut u32) -> Option<u32> {
        let id = text::unwrapped_code(plan.cell(record, Field::OrderId));
        let number = text::unwrapped_code(plan.cell(record, Field::OrderNumber));
        if id.is_empty() && number.is_empty() {
            return None;
        }
        let mut fresh = || {
            let order = *orders;
            *orders += 1;
            order
        };
        if id.is_empty() {
            if let Some((order, _)) = self.by_number.get(number) {
                return Some(*order);
            }
            let order = fresh();
            self.by_number.insert(number.to_owned(), (order, false));
            return Some(order);
        }
        let order = match self.by_id.get(id) {
            Some(order) => *order,
            None => {
                let waiting = self.by_number.get(number).filter(|(_, has_id)| !has_id);
                let order = waiting.map_or_else(fresh, |(order, _)| *order);
                self.by_id.insert(id.to_owned(), order);
                order
            }
        };
        if !number.is_empty() && self.by_number.get(number) != Some(&(order, true)) {
            self.by_number.insert(number.to_owned(), (order, true));
        }
        Some(order)
    }
}

/// Lines below the rows that are no rows: eBay's count and seller, and sums.
fn is_footer(record: &Record, columns: usize) -> bool {
    const WORDS: [&str; 8] = [
        "record(s) downloaded",
        "records downloaded",
        "seller id",
        "datensätze heruntergeladen",
        "datensatz/datensätze",
        "verkäufer",
        "enregistrement(s)",
        "registros descargados",
    ];
    const SUMS: [&str; 8] = [
        "total",
        "totals",
        "grand total",
        "sum",
        "summe",
        "gesamt",
        "gesamtsumme",
        "somme",
    ];
    if columns < 4 {
        return false;
    }
    let first = record.get(0).trim();
    if SUMS.iter().any(|word| first.eq_ignore_ascii_case(word)) {
        return true;
    }
    let filled = (0..record.len())
        .filter(|at| record.is_filled(*at))
        .take(3)
        .count();
    filled <= 2
        && record.cells().any(|cell| {
            let lower = cell.trim().to_lowercase();
            WORDS.iter().any(|word| lower.starts_with(word))
        })
}
