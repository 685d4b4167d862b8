//! The rows that were left out, as a file: corrected and imported again, it completes the import.

use crate::export;
use crate::problems::RefusedRow;
use crate::products::ProductReading;
use crate::reading::Reading;
use crate::records::{Found, Record};
use crate::refused::Unread;
use crate::table::{Chosen, Separator, Table};
use crate::text::Encoding;
use domain::Sentence;
use domain::source::RowProblem;
use std::collections::HashMap;
use std::io::Write;

/// How a file was read, and what of it was left out.
#[derive(Debug, Clone, Copy)]
pub struct LeftOut<'r> {
    encoding: Option<Encoding>,
    separator: Option<Separator>,
    sheet: &'r str,
    problems: &'r [RowProblem],
    rows: &'r [RefusedRow],
}

impl<'r> From<&'r Reading> for LeftOut<'r> {
    fn from(reading: &'r Reading) -> Self {
        Self {
            encoding: reading.encoding,
            separator: reading.separator,
            sheet: &reading.sheet,
            problems: &reading.problems,
            rows: &reading.refused_rows,
        }
    }
}

impl<'r> From<&'r ProductReading> for LeftOut<'r> {
    fn from(reading: &'r ProductReading) -> Self {
        Self {
            encoding: reading.encoding,
            separator: reading.separator,
            sheet: &reading.sheet,
            problems: &reading.problems,
            rows: &reading.refused_rows,
        }
    }
}

impl<'r> LeftOut<'r> {
    /// How the file is opened again.
    #[must_use]
    pub fn chosen(&self) -> Chosen<'r> {
        Chosen {
            encoding: self.encoding,
            separator: self.separator,
            sheet: Some(self.sheet).filter(|sheet| !sheet.is_empty()),
        }
    }
}

/// As [`write`], of a file in memory.
///
/// # Errors
/// `bytes` are not the file that `reading` was read from.
pub fn file<'r>(
    bytes: &[u8],
    reading: impl Into<LeftOut<'r>>,
    reason_header: &str,
    say: &dyn Fn(&Sentence) -> String,
) -> Result<Vec<u8>, Unread> {
    let reading = reading.into();
    let table = Table::open(bytes, &reading.chosen())?;
    let mut file = Vec::new();
    write(&table, reading, reason_header, say, &mut file)?;
    Ok(file)
}

/// The original header and the original cells of every row of a refused order, with one more
/// column at the end that says why. `say` writes a sentence in the person's language. Cells are
/// inert in spreadsheets; reading the file again gives what they were.
///
/// The file is UTF-8 with byte order mark and has the separator of the original.
///
/// # Errors
/// `table` is not the file that `reading` was read from; the disk's.
pub fn write(
    table: &Table<'_>,
    reading: LeftOut<'_>,
    reason_header: &str,
    say: &dyn Fn(&Sentence) -> String,
    file: &mut impl Write,
) -> Result<(), Unread> {
    let separator = reading.separator.map_or(b',', |separator| separator.byte());
    let reasons: HashMap<u32, u32> = reading
        .rows
        .iter()
        .map(|refused| (refused.row, refused.problem))
        .collect();
    let mut line = "\u{FEFF}".as_bytes().to_vec();
    let header = table
        .header
        .iter()
        .map(String::as_str)
        .chain([reason_header]);
    export::push_row(&mut line, separator, header.map(export::inert));
    let mut records = table.records();
    let mut record = Record::default();
    let mut row: u32 = 1;
    while records.read(&mut record)? != Found::End {
        row += 1;
        let Some(problem) = reasons.get(&row) else {
            continue;
        };
        let problem = usize::try_from(*problem).unwrap_or(usize::MAX);
        let reason = reading
            .problems
            .get(problem)
            .map(|problem| say(&problem.sentence));
        let cells = record.len().max(table.header.len());
        let originals = (0..cells).map(|at| export::inert_unless_number(record.get(at)));
        let reason = export::inert(&reason.unwrap_or_default());
        export::push_row(&mut line, separator, originals.chain([reason]));
        file.write_all(&line)?;
        line.clear();
    }
    file.write_all(&line)?;
    Ok(())
}
