//! The second way through a file: the rows of each order are read together, wherever they stand, and make an
//! order. Where they stand is known from the [`crate::survey`].

use crate::draft::{Draft, File, Row};
use crate::limits;
use crate::problems::{Problems, RefusedRow};
use crate::readers::Platform;
use crate::reading::{Progress, Watch};
use crate::records::Record;
use crate::refused::{FileRefused, megabytes};
use crate::repeated;
use crate::survey::{Placed, Shape, Survey};
use crate::table::Table;
use domain::Sentence;
use domain::source::{RowProblem, Severity, SourceOrder, SourceShipped};
use rayon::prelude::*;

/// What is needed to make the orders of a file.
pub(crate) struct Assembly<'a> {
    pub(crate) table: &'a Table<'a>,
    pub(crate) file: &'a File<'a>,
    pub(crate) platform: Option<&'static Platform>,
    pub(crate) survey: &'a Survey,
    pub(crate) problems: &'a mut Problems,
    /// Amounts without a currency were seen, of orders that could be read or not.
    pub(crate) unnamed: bool,
}

/// What the rows of one order make.
enum Made {
    /// More rows than an order may have.
    TooMany,
    /// Rows that are together longer than those of an order may be.
    TooLong,
    /// An order, or the reasons why it is none.
    Order {
        order: Box<SourceOrder>,
        refused: bool,
        assumed_currency: bool,
        problems: Vec<RowProblem>,
    },
}

/// Orders that are made side by side before they are given away in turn: so many that every core has
/// work, and so few that they take little memory while they wait.
const ROUND: usize = 512;

/// Bytes of the rows that are read in one round, unless one order alone has more.
const ROUND_BYTES: usize = 8 * 1024 * 1024;

/// Bytes of the rows of a refused order that is kept to be shown.
const GLANCE_BYTES: usize = 64 * 1024;

/// Orders that one core makes in a row.
const TURN: usize = 64;

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
        let mut rest = groups.as_slice();
        while !rest.is_empty() {
            let (round, later) = rest.split_at(round_of(rest));
            rest = later;
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
                    Made::TooLong => self.refuse_too_long(placed),
                    Made::Order {
                        order,
                        refused,
                        assumed_currency,
                        problems,
                    } => {
                        self.unnamed |= assumed_currency;
                        assumed |= assumed_currency && !refused;
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
        // What is kept of it is a glance, and five hundred of these.
        let small = bytes_of(placed) <= GLANCE_BYTES;
        let order = order.filter(|_| small);
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
        self.refuse_whole(placed, row, sentence);
    }

    fn refuse_too_long(&mut self, placed: &[Placed]) {
        let row = placed.first().map_or(0, |first| first.row);
        let sentence = Sentence::new("import-order-too-long")
            .with("row", i64::from(row))
            .with("count", placed.len())
            .with("limit", megabytes(limits::ORDER_BYTES));
        self.refuse_whole(placed, row, sentence);
    }

    fn refuse_whole(&mut self, placed: &[Placed], row: u32, sentence: Sentence) {
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

/// How many of the groups are read in the next round: at least one.
fn round_of(groups: &[&[Placed]]) -> usize {
    let mut bytes = 0;
    let fit = groups.iter().take(ROUND).take_while(|placed| {
        bytes += bytes_of(placed);
        bytes <= ROUND_BYTES
    });
    fit.count().max(1)
}

/// Bytes of the rows of one order.
fn bytes_of(placed: &[Placed]) -> usize {
    let bytes = placed
        .iter()
        .map(|placed| usize::try_from(placed.bytes).unwrap_or(usize::MAX));
    bytes.fold(0, usize::saturating_add)
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
            if placed.len() > 1 && bytes_of(placed) > limits::ORDER_BYTES {
                made.push(Made::TooLong);
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
            assumed_currency: draft.assumed_currency && draft.amounts > 0,
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
            draft.hold(RowProblem {
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
