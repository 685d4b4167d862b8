//! Reading a file of orders: the one entry, its options and its result.

use crate::choices::{self, Choices, Said};
use crate::draft::File;
use crate::field::Field;
use crate::guess;
use crate::mapping::{MappedColumn, Mapping};
use crate::plan::Plan;
use crate::problems::{ProblemGroup, Problems, RefusedOrder, RefusedRow};
use crate::readers::{self, Format, Platform};
use crate::refused::FileRefused;
use crate::rows::Assembly;
use crate::survey::Survey;
use crate::table::{Chosen, Separator, Table, normal};
use crate::text::Encoding;
use chrono::NaiveDate;
use chrono_tz::Tz;
use domain::source::{RowProblem, Severity, SourceOrder};
use domain::{Currency, Sentence};
use serde::{Deserialize, Serialize};
use std::collections::HashMap;
use std::ops::ControlFlow;
use ts_rs::TS;

/// What reading needs to know of the shop, and what a person has chosen.
#[derive(Debug, Clone)]
pub struct ReadOptions {
    /// The shop's currency: for amounts without one, and for signs that several currencies share.
    pub currency: Currency,
    /// The shop's zone: for times without one.
    pub zone: Tz,
    /// The day on which the file is read.
    pub today: NaiveDate,
    /// Encoding, instead of the detected one.
    pub encoding: Option<Encoding>,
    /// Separator, instead of the detected one.
    pub separator: Option<Separator>,
    /// Sheet of a workbook, instead of the first with cells.
    pub sheet: Option<String>,
    /// Format, instead of the recognised one.
    pub format: Option<Format>,
    /// Meaning of the columns, instead of the format's own or the guessed one.
    pub mapping: Option<Mapping>,
    /// What a person says of the cells, over what the mapping says.
    pub said: Said,
}

impl ReadOptions {
    /// Options with nothing chosen.
    #[must_use]
    pub fn new(currency: Currency, zone: Tz, today: NaiveDate) -> Self {
        Self {
            currency,
            zone,
            today,
            encoding: None,
            separator: None,
            sheet: None,
            format: None,
            mapping: None,
            said: Said::default(),
        }
    }

    /// How the table is opened.
    #[must_use]
    pub fn chosen(&self) -> Chosen<'_> {
        Chosen {
            encoding: self.encoding,
            separator: self.separator,
            sheet: self.sheet.as_deref(),
        }
    }
}

/// A column of the file, for a person who maps it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct ColumnSummary {
    /// Its header.
    pub header: String,
    /// The first three different filled cells, at most 200 characters each.
    pub examples: Vec<String>,
    /// How many cells are filled.
    pub filled: u32,
    /// What it is read as, if anything.
    pub field: Option<Field>,
}

/// What a file says.
#[derive(Debug, Clone, Serialize, TS)]
pub struct Reading {
    /// The name that the file was given with.
    pub file_name: String,
    /// The format it was read as.
    pub format: Format,
    /// All formats that its header could be, the likeliest first, with 0 to 100 points.
    pub recognised: Vec<(Format, u8)>,
    /// Its encoding; `None` for a workbook.
    pub encoding: Option<Encoding>,
    /// Its separator; `None` for a workbook.
    pub separator: Option<Separator>,
    /// The workbook's sheet, or empty.
    pub sheet: String,
    /// Its columns.
    pub columns: Vec<ColumnSummary>,
    /// The mapping it was read with, for a person to change and save.
    pub mapping: Mapping,
    /// What its cells leave open, for a person to choose.
    pub choices: Choices,
    /// Records below the header, footers not counted.
    pub rows: u32,
    /// The orders, by their first row. Empty when they were given away one by one.
    pub orders: Vec<SourceOrder>,
    /// How many orders were read.
    pub order_count: u32,
    /// What a person should know; at most 1,000 of one kind.
    pub problems: Vec<RowProblem>,
    /// The same by what fixes them, with full counts.
    pub groups: Vec<ProblemGroup>,
    /// Every row that is left out, in the file's order.
    pub refused_rows: Vec<RefusedRow>,
    /// The orders that are left out, by their first row; at most 500.
    pub refused_orders: Vec<RefusedOrder>,
    /// How many orders are left out.
    pub refused_count: u32,
}

/// How far a reading is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Progress {
    /// Rows looked at for the first time, to learn how the columns are written.
    Surveyed(u32),
    /// Rows read, of how many.
    Read(u32, u32),
}

/// Told of progress about every 1,000 rows; breaking ends the reading.
pub type Watch<'w> = &'w mut dyn FnMut(Progress) -> ControlFlow<()>;

/// Reads a file of orders.
///
/// # Errors
/// The file is no table of orders or beyond a limit. A single bad order is a problem in the result.
pub fn read(bytes: &[u8], file_name: &str, options: &ReadOptions) -> Result<Reading, FileRefused> {
    let mut orders = Vec::new();
    let mut reading = read_each(
        bytes,
        file_name,
        options,
        &mut |_| ControlFlow::Continue(()),
        &mut |order| orders.push(order),
    )?;
    reading.orders = orders;
    Ok(reading)
}

/// Reads a file of orders and gives each away as soon as it is complete, in the order of their
/// first rows: a file of a million rows never stands in memory as orders.
///
/// # Errors
/// As [`read`]; [`FileRefused::Cancelled`] when the watch breaks. Orders given before are void then.
pub fn read_each(
    bytes: &[u8],
    file_name: &str,
    options: &ReadOptions,
    watch: Watch<'_>,
    each: &mut dyn FnMut(SourceOrder),
) -> Result<Reading, FileRefused> {
    let table = Table::open(bytes, &options.chosen())?;
    read_table(&table, file_name, options, watch, each)
}

/// As [`read_each`], of a file that is a table already. The encoding, the separator and the sheet of the
/// options say nothing here: the table was opened with them.
///
/// # Errors
/// As [`read_each`].
pub fn read_table(
    table: &Table<'_>,
    file_name: &str,
    options: &ReadOptions,
    watch: Watch<'_>,
    each: &mut dyn FnMut(SourceOrder),
) -> Result<Reading, FileRefused> {
    let recognised = readers::recognise(&table.header);
    let format = options.format.unwrap_or_else(|| match recognised.first() {
        Some((format, score)) if *score >= readers::CERTAIN => *format,
        Some(_) | None => Format::Other,
    });
    let platform = readers::platform(format);
    let mut mapping = match (&options.mapping, platform) {
        (Some(mapping), _) => mapping.clone(),
        (None, Some(platform)) => known_mapping(table, platform),
        (None, None) => guess::mapping(table, options)?,
    };
    options.said.put_into(&mut mapping);
    let mut plan = Plan::new(table, &mapping);
    let mut problems = Problems::default();
    let survey = Survey::of(table, &mut plan, &mut problems, options.today, watch)?;
    let habits = platform.map(|platform| platform.habits).unwrap_or_default();
    let by_others = plan.decide(&mapping, habits);
    for column in by_others {
        let header = table.header.get(column).map_or("", String::as_str);
        let sentence = Sentence::new("import-numbers-like-other-columns").with("column", header);
        problems.of_file(Severity::Warning, header, sentence);
    }
    if table.damaged {
        problems.of_file(Severity::Warning, "", Sentence::new("import-file-damaged"));
    }
    let file = File {
        plan: &plan,
        header: &table.header,
        options,
        habits,
        default_currency: mapping.currency.unwrap_or(options.currency),
        currency_said: mapping.currency.is_some(),
        words: &mapping.words,
        platform_words: platform.map(|platform| platform.words).unwrap_or_default(),
    };
    let (order_count, unnamed) = if plan.has(Field::OrderId) || plan.has(Field::OrderNumber) {
        let mut assembly = Assembly {
            table,
            file: &file,
            platform,
            survey: &survey,
            problems: &mut problems,
            unnamed: false,
        };
        (assembly.run(watch, each)?, assembly.unnamed)
    } else {
        let sentence = Sentence::new("import-needs-order-number");
        problems.of_file(Severity::Refused, "", sentence);
        (0, false)
    };
    let mapped = platform.is_none();
    let signs = problems
        .groups
        .iter()
        .any(|g| g.sentence_id == "import-currency-shared-sign");
    let choices = choices::open(table, &file, &survey, &mapping, unnamed || signs, mapped);

    problems.refused.sort_by_key(|refused| refused.row);
    problems.refused.dedup_by_key(|refused| refused.row);
    problems.orders.sort_by_key(|refused| refused.row);
    Ok(Reading {
        file_name: file_name.to_owned(),
        format,
        recognised,
        encoding: table.encoding,
        separator: table.encoding.map(|_| table.separator),
        sheet: table.sheet.clone(),
        columns: summaries(table, &plan, &survey),
        rows: survey.count,
        mapping,
        choices,
        orders: Vec::new(),
        order_count,
        problems: problems.kept,
        groups: problems.groups,
        refused_rows: problems.refused,
        refused_orders: problems.orders,
        refused_count: problems.orders_refused,
    })
}

/// The platform's own meaning of the columns that this file has.
fn known_mapping(table: &Table<'_>, platform: &Platform) -> Mapping {
    let mut seen: HashMap<String, u32> = HashMap::new();
    let mut mapping = Mapping::default();
    for header in &table.header {
        let name = normal(header);
        let nth = seen.entry(name.clone()).or_default();
        let known = platform.columns.iter().find(|(known, _)| *known == name);
        if let Some((_, field)) = known {
            mapping.columns.push(MappedColumn {
                header: header.clone(),
                nth: *nth,
                field: *field,
            });
        }
        *nth += 1;
    }
    mapping
}

fn summaries(table: &Table<'_>, plan: &Plan, survey: &Survey) -> Vec<ColumnSummary> {
    let header = table.header.iter().enumerate();
    header
        .map(|(at, header)| {
            let seen = survey.columns.get(at);
            ColumnSummary {
                header: header.clone(),
                examples: seen.map(|seen| seen.examples.clone()).unwrap_or_default(),
                filled: seen.map_or(0, |seen| seen.filled),
                field: plan
                    .columns
                    .iter()
                    .find(|column| column.at == at)
                    .map(|column| column.field),
            }
        })
        .collect()
}
