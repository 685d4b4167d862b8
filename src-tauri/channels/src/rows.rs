//! Rows of a file: which belong to one order, and the order each group makes.
//!
//! A file is gone through twice. The first time every row is only placed: which order it belongs
//! to, where it stands, what its cells tell of the way numbers and dates are written. The second
//! time each order's rows are read together, wherever they stand in the file.

use crate::choices::{self, SeenWord};
use crate::draft::{Draft, File, Row};
use crate::field::Field;
use crate::limits;
use crate::plan::Plan;
use crate::problems::{Problems, RefusedRow, shown};
use crate::readers::Platform;
use crate::reading::{Progress, Watch};
use crate::records::{Found, Record};
use crate::refused::FileRefused;
use crate::repeated;
use crate::table::Table;
use crate::values::text;
use chrono::NaiveDate;
use domain::Sentence;
use domain::source::{RowProblem, Severity, SourceOrder, SourceShipped};
use rayon::prelude::*;
use std::collections::HashMap;

/// What is wrong with a row before its cells are read.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Shape {
    Fine,
    /// Its quote marks do not pair.
    Broken,
    /// It has filled cells beyond the header's last column.
    TooWide,
}

/// A row and the order it belongs to.
#[derive(Debug, Clone, Copy)]
struct Placed {
    start: u32,
    row: u32,
    order: u32,
    cells: u16,
    shape: Shape,
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
    rows: Vec<Placed>,
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

/// What is needed to make the orders of a file.
pub(crate) struct Assembly<'a> {
    pub(crate) table: &'a Table<'a>,
    pub(crate) file: &'a File<'a>,
    pub(crate) platform: Option<&'static Platform>,
    pub(crate) survey: &'a Survey,
    pub(crate) problems: &'a mut Problems,
}

/// What the rows of one order make.
enum Made {
    /// More rows than an order may have.
    TooMany,
    /// An order, or the reasons why it is none.
    Order {
        order: Box<SourceOrder>,
        refused: bool,
        assumed_currency: bool,
        problems: Vec<RowProblem>,
    },
}

/// Orders that are made side by side before they are given away in turn: a thousand, so that every
/// core has work and few orders wait in memory.
const ROUND: usize = 1_024;

/// Orders that one core makes in a row.
const TURN: usize = 128;

impl Assembly<'_> {
    /// Makes every order and gives it away; gives how many there were.
    pub(crate) fn run(
        &mut self,
        watch: Watch<'_>,
        each: &mut dyn FnMut(SourceOrder),
    ) -> Result<u32, FileRefused> {
        let sorted = self.by_order();
        let groups: Vec<&[Placed]> = sorted.chunk_by(|a, b| a.order == b.order).collect();
        let mut done: u32 = 0;
        let mut given: u32 = 0;
        let mut assumed = false;
        for round in groups.chunks(ROUND) {
            if watch(Progress::Read(done, self.survey.count)).is_break() {
                return Err(FileRefused::Cancelled);
            }
            let maker = Maker {
                table: self.table,
                file: self.file,
                platform: self.platform,
                rows: self.survey.count,
            };
            let made: Vec<Vec<Made>> = round
                .par_chunks(TURN)
                .map(|groups| maker.make(groups))
                .collect::<Result<_, _>>()?;
            for (placed, made) in round.iter().zip(made.into_iter().flatten()) {
                done += u32::try_from(placed.len()).unwrap_or(0);
                match made {
                    Made::TooMany => self.refuse_too_many(placed),
                    Made::Order {
                        order,
                        refused,
                        assumed_currency,
                        problems,
                    } => {
                        assumed |= assumed_currency;
                        let reason = self.keep(problems);
                        if refused {
                            self.refuse(placed, reason, Some(order));
                        } else {
                            given += 1;
                            each(*order);
                        }
                    }
                }
            }
        }
        if assumed && !self.file.currency_said {
            let code = self.file.default_currency.code();
            let sentence = Sentence::new("import-currency-assumed").with("currency", code);
            self.problems.of_file(Severity::Warning, "", sentence);
        }
        Ok(given)
    }

    fn refuse(&mut self, placed: &[Placed], problem: u32, order: Option<Box<SourceOrder>>) {
        let first = placed.first().map_or(0, |placed| placed.row);
        self.problems.refuse_order(first, problem, order);
        self.problems
            .refused
            .extend(placed.iter().map(|placed| RefusedRow {
                row: placed.row,
                problem,
            }));
    }

    /// The rows sorted by order, within an order as they stand in the file.
    fn by_order(&self) -> Vec<Placed> {
        let mut sorted = self.survey.rows.clone();
        // Already sorted in most files; the sort keeps the file's order within an order.
        sorted.sort_by_key(|placed| placed.order);
        sorted
    }

    /// Keeps an order's problems; gives the place of the first that refuses it.
    fn keep(&mut self, problems: Vec<RowProblem>) -> u32 {
        let mut reason = None;
        for problem in problems {
            let refuses = problem.severity == Severity::Refused;
            let at = self.problems.push(problem);
            if refuses && reason.is_none() {
                reason = Some(at);
            }
        }
        reason.unwrap_or(0)
    }

    fn refuse_too_many(&mut self, placed: &[Placed]) {
        let row = placed.first().map_or(0, |first| first.row);
        let sentence = Sentence::new("import-order-too-many-rows")
            .with("row", i64::from(row))
            .with("count", placed.len())
            .with("limit", limits::ORDER_ROWS);
        let problem = RowProblem {
            row,
            column: String::new(),
            cell: String::new(),
            severity: Severity::Refused,
            sentence,
        };
        let problem = self.problems.push(problem);
        self.refuse(placed, problem, None);
    }
}

/// Makes orders of their rows; each core has one for its turn.
struct Maker<'a> {
    table: &'a Table<'a>,
    file: &'a File<'a>,
    platform: Option<&'static Platform>,
    /// Rows of the whole file.
    rows: u32,
}

impl Maker<'_> {
    fn make(&self, groups: &[&[Placed]]) -> Result<Vec<Made>, FileRefused> {
        let mut records = self.table.records();
        let mut rows: Vec<Row> = Vec::new();
        let mut made = Vec::with_capacity(groups.len());
        for placed in groups {
            if placed.len() > limits::ORDER_ROWS {
                made.push(Made::TooMany);
                continue;
            }
            rows.resize_with(placed.len(), || Row {
                number: 0,
                record: Record::default(),
            });
            for (row, placed) in rows.iter_mut().zip(*placed) {
                row.number = placed.row;
                records.seek(usize::try_from(placed.start).unwrap_or(usize::MAX));
                records.reread(&mut row.record)?;
            }
            made.push(self.order(placed, &rows));
        }
        Ok(made)
    }

    fn order(&self, placed: &[Placed], rows: &[Row]) -> Made {
        let (mut draft, mut order) = self.assemble(placed, rows);
        if let Some(block) = repeated::block(rows) {
            let (first, once) = (placed.get(..block), rows.get(..block));
            let (mut one, told) = self.assemble(first.unwrap_or(placed), once.unwrap_or(rows));
            if repeated::is_told_again(rows, block, &order, &told) {
                let sentence = Sentence::new("import-rows-repeated");
                one.note_order(
                    Severity::Warning,
                    sentence.with("count", rows.len() - block),
                );
                (draft, order) = (one, told);
            }
        } else if let Some(other) = self.told_twice(rows, &order) {
            // No export says when a row was last changed in a way that could be relied on, and the wrong copy
            // would send the wrong goods: a person says which one is right.
            let sentence = Sentence::new("import-order-told-twice")
                .with("number", order.number.as_str())
                .with("other", i64::from(other));
            draft.note_order(Severity::Refused, sentence);
        }
        let over = order.cancelled || order.shipped == SourceShipped::Yes || order.counter;
        if order.lines.is_empty() && !draft.is_refused() && !over {
            draft.note_order(
                Severity::Warning,
                Sentence::new("import-order-without-lines"),
            );
        }
        let refused = draft.is_refused();
        Made::Order {
            order: Box::new(order),
            refused,
            assumed_currency: !refused && draft.assumed_currency && draft.amounts > 0,
            problems: draft.problems,
        }
    }

    /// The row at which a second copy of the order begins that says something else than the first.
    fn told_twice(&self, rows: &[Row], order: &SourceOrder) -> Option<u32> {
        let told = |rows: &[Row]| self.assemble(&[], rows).1;
        let whole = |told: &SourceOrder| {
            told.total.is_some() && !told.lines.is_empty() && !repeated::is_odd(told)
        };
        if let Some(row) = repeated::line_again(&order.lines) {
            return Some(row);
        }
        if !repeated::is_odd(order) {
            return None;
        }
        let parts: Vec<&[Row]> = repeated::apart(rows).collect();
        if parts.len() > 1 && parts.iter().all(|part| whole(&told(part))) {
            return parts
                .get(1)
                .and_then(|part| part.first())
                .map(|row| row.number);
        }
        // Side by side: each copy is whole by itself, both together are not, and they sell the same things.
        (1..rows.len().min(repeated::MOST_ROWS)).find_map(|at| {
            let (first, second) = rows.split_at_checked(at)?;
            let (first, later) = (told(first), told(second));
            let copies = whole(&first) && whole(&later) && repeated::sells_alike(&first, &later);
            copies.then(|| second.first().map(|row| row.number))?
        })
    }

    fn assemble<'r>(&'r self, placed: &[Placed], rows: &'r [Row]) -> (Draft<'r>, SourceOrder) {
        let mut draft = Draft::new(self.file, rows);
        self.note_shapes(placed, &mut draft);
        let order = match self.platform {
            Some(platform) => (platform.assemble)(&mut draft),
            None => draft.usual(),
        };
        (draft, order)
    }

    /// Rows of the wrong shape refuse their order: their cells may stand in wrong columns.
    fn note_shapes(&self, placed: &[Placed], draft: &mut Draft<'_>) {
        for placed in placed {
            let id = match placed.shape {
                Shape::Broken => "import-row-quotes-broken",
                Shape::TooWide => "import-row-too-wide",
                Shape::Fine if self.is_cut_short(placed.cells) => "import-row-too-short",
                Shape::Fine => continue,
            };
            let sentence = Sentence::new(id)
                .with("row", i64::from(placed.row))
                .with("cells", i64::from(placed.cells))
                .with("columns", self.table.header.len());
            draft.problems.push(RowProblem {
                row: placed.row,
                column: String::new(),
                cell: String::new(),
                severity: Severity::Refused,
                sentence,
            });
        }
    }

    /// Some programs leave out empty cells at the end of a row. A row that leaves out a column
    /// which most rows fill, or most of its columns, was cut instead: by a line break without
    /// quotes, by another separator, or at the file's end.
    fn is_cut_short(&self, cells: u16) -> bool {
        let cells = usize::from(cells);
        let columns = self.table.header.len();
        let often = |filled: u32| filled > self.rows / 2;
        cells < columns
            && (cells * 2 < columns
                || self
                    .file
                    .plan
                    .columns
                    .iter()
                    .any(|column| column.at >= cells && often(column.filled)))
    }
}
