//! Records of a separated text, one at a time, within limits.
//!
//! The parsing itself is `csv-core`. What is added is what a shop's file needs and a parser that
//! "prefers a parse over no parse" does not give: a cell or record that grows too large is noticed
//! while it grows, and quote marks that do not pair cost one row instead of all that follow.

use crate::limits;
use crate::refused::{FileRefused, megabytes};
use csv_core::{ReadRecordResult, Reader, ReaderBuilder};

/// One record: its cells and where it stands in the text.
#[derive(Debug, Default, Clone)]
pub struct Record {
    text: String,
    ends: Vec<usize>,
    /// First byte in the text.
    pub start: usize,
    /// First byte after the record, its line end not counted.
    pub end: usize,
}

impl Record {
    /// The cell at `column`, or the empty string beyond the last.
    #[must_use]
    pub fn get(&self, column: usize) -> &str {
        let Some(end) = self.ends.get(column) else {
            return "";
        };
        let start = match column.checked_sub(1) {
            Some(before) => self.ends.get(before).copied().unwrap_or(0),
            None => 0,
        };
        self.text.get(start..*end).unwrap_or("")
    }

    /// How many cells it has.
    #[must_use]
    pub fn len(&self) -> usize {
        self.ends.len()
    }

    /// Whether it has no cell with anything in it.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.text.trim().is_empty()
    }

    /// Whether the cell at `column` has more than blanks in it.
    #[must_use]
    pub fn is_filled(&self, column: usize) -> bool {
        is_filled(self.get(column))
    }

    /// The cells that have more than blanks in them, with their columns.
    pub fn filled(&self) -> impl Iterator<Item = (usize, &str)> {
        let mut start = 0;
        self.ends.iter().enumerate().filter_map(move |(at, end)| {
            let from = std::mem::replace(&mut start, *end);
            // Most cells of a wide export are empty: they are passed over without a look at the text.
            if from == *end {
                return None;
            }
            let cell = self.text.get(from..*end)?;
            is_filled(cell).then_some((at, cell))
        })
    }

    /// Its cells in order.
    pub fn cells(&self) -> impl Iterator<Item = &str> {
        (0..self.len()).map(|column| self.get(column))
    }
}

/// What reading one more record found.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Found {
    /// A record.
    Record,
    /// A line whose quote marks do not pair: its cells cannot be told apart.
    Broken,
    /// The end of the text.
    End,
}

/// Reads a text record by record.
#[derive(Debug)]
pub struct Records<'a> {
    text: &'a str,
    at: usize,
    separator: u8,
    quoted: Reader,
    unquoted: Reader,
    output: Vec<u8>,
    ends: Vec<usize>,
    broken: u32,
}

impl<'a> Records<'a> {
    /// Starts at byte `at` of `text`.
    #[must_use]
    pub fn new(text: &'a str, at: usize, separator: u8) -> Self {
        let reader = |quoting| {
            ReaderBuilder::new()
                .delimiter(separator)
                .quoting(quoting)
                .build()
        };
        Self {
            text,
            at,
            separator,
            quoted: reader(true),
            unquoted: reader(false),
            output: vec![0; 4096],
            ends: vec![0; limits::COLUMNS + 1],
            broken: 0,
        }
    }

    /// Moves to byte `at`, where a record begins.
    pub fn seek(&mut self, at: usize) {
        self.at = at;
    }

    /// Reads the next record into `record`. Blank lines are passed over.
    ///
    /// # Errors
    /// A cell, a record or the number of columns is beyond its limit, or too many rows are broken.
    pub fn read(&mut self, record: &mut Record) -> Result<Found, FileRefused> {
        let bytes = self.text.as_bytes();
        while bytes
            .get(self.at)
            .is_some_and(|byte| matches!(byte, b'\r' | b'\n'))
        {
            self.at += 1;
        }
        let start = self.at;
        let Some(rest) = bytes.get(start..).filter(|rest| !rest.is_empty()) else {
            return Ok(Found::End);
        };
        match self.fill(rest, record, true) {
            Ok(used) => {
                let raw = rest.get(..used).unwrap_or(rest);
                if !raw.contains(&b'"') || pairs(raw, self.separator) {
                    self.finish(record, start, used);
                    return Ok(Found::Record);
                }
            }
            // Quote marks that do not pair can gather the cells of many lines.
            Err(refused)
                if !first_line(rest).contains(&b'"') || !refused.is("import-too-many-columns") =>
            {
                return Err(refused);
            }
            Err(_) => {}
        }
        // Only the first line is given up, so that the rows below keep their own cells.
        let line = first_line(rest);
        let used = self.fill(line, record, false)?;
        self.finish(record, start, used);
        // Tab-separated reports (Amazon's) are written without quoting: a quote mark is a letter.
        if self.separator == b'\t' {
            return Ok(Found::Record);
        }
        self.broken += 1;
        if self.broken > limits::BROKEN_ROWS {
            return Err(FileRefused::new("import-quotes-broken"));
        }
        Ok(Found::Broken)
    }

    /// Reads a record that has been read before: one that was broken stays as it was cut.
    ///
    /// # Errors
    /// As [`Records::read`], but never for broken rows.
    pub fn reread(&mut self, record: &mut Record) -> Result<(), FileRefused> {
        self.broken = 0;
        self.read(record).map(|_| ())
    }

    /// With the first characters of the cell, to find it by.
    fn cell_too_long(&self, cell: usize) -> FileRefused {
        let bytes = self.output.get(cell..cell + 120).unwrap_or_default();
        let text = String::from_utf8_lossy(bytes);
        let start: String = text.chars().filter(|c| !c.is_control()).take(40).collect();
        FileRefused::new("import-cell-too-long")
            .with("limit", megabytes(limits::FIELD_BYTES))
            .with("start", start)
    }

    fn finish(&mut self, record: &mut Record, start: usize, used: usize) {
        let raw = self
            .text
            .as_bytes()
            .get(start..start + used)
            .unwrap_or_default();
        let blank = raw
            .iter()
            .rev()
            .take_while(|byte| matches!(byte, b'\r' | b'\n'))
            .count();
        record.start = start;
        record.end = start + used - blank;
        self.at = start + used;
    }

    /// Parses one record from the start of `input`; gives how many bytes it took.
    fn fill(
        &mut self,
        input: &[u8],
        record: &mut Record,
        quoting: bool,
    ) -> Result<usize, FileRefused> {
        let reader = if quoting {
            &mut self.quoted
        } else {
            &mut self.unquoted
        };
        reader.reset();
        let (mut used, mut written, mut ended) = (0, 0, 0);
        loop {
            let rest = input.get(used..).unwrap_or_default();
            let output = self.output.get_mut(written..).unwrap_or_default();
            let ends = self.ends.get_mut(ended..).unwrap_or_default();
            let (result, read, wrote, closed) = reader.read_record(rest, output, ends);
            used += read;
            written += wrote;
            ended += closed;
            match result {
                ReadRecordResult::InputEmpty => {}
                ReadRecordResult::OutputFull => {
                    let cell = match ended.checked_sub(1) {
                        Some(last) => self.ends.get(last).copied().unwrap_or(0),
                        None => 0,
                    };
                    if written - cell > limits::FIELD_BYTES {
                        return Err(self.cell_too_long(cell));
                    }
                    if written > limits::RECORD_BYTES {
                        return Err(FileRefused::new("import-row-too-long")
                            .with("limit", megabytes(limits::RECORD_BYTES)));
                    }
                    let grown = (self.output.len() * 2).min(limits::RECORD_BYTES + 4096);
                    self.output.resize(grown.max(written + 4096), 0);
                }
                ReadRecordResult::OutputEndsFull => return Err(too_many_columns()),
                ReadRecordResult::Record | ReadRecordResult::End => break,
            }
        }
        if ended > limits::COLUMNS {
            return Err(too_many_columns());
        }
        if written > limits::FIELD_BYTES {
            let mut start = 0;
            for end in self.ends.get(..ended).unwrap_or_default() {
                if end - start > limits::FIELD_BYTES {
                    return Err(self.cell_too_long(start));
                }
                start = *end;
            }
        }
        let mut text = std::mem::take(&mut record.text).into_bytes();
        text.clear();
        text.extend_from_slice(self.output.get(..written).unwrap_or_default());
        // Cells are cut at ASCII characters of a valid text, so this never replaces anything.
        record.text = String::from_utf8(text)
            .unwrap_or_else(|error| String::from_utf8_lossy(error.as_bytes()).into_owned());
        record.ends.clear();
        record
            .ends
            .extend_from_slice(self.ends.get(..ended).unwrap_or_default());
        Ok(used)
    }
}

fn is_filled(cell: &str) -> bool {
    // Most cells begin with a letter or digit: no need to look for blanks of all alphabets.
    match cell.as_bytes().first() {
        None => false,
        Some(0x21..=0x7E) => true,
        Some(_) => !cell.trim().is_empty(),
    }
}

fn first_line(bytes: &[u8]) -> &[u8] {
    let end = bytes.iter().position(|byte| matches!(byte, b'\r' | b'\n'));
    end.and_then(|end| bytes.get(..end)).unwrap_or(bytes)
}

fn too_many_columns() -> FileRefused {
    FileRefused::new("import-too-many-columns").with("limit", limits::COLUMNS)
}

/// Whether every quoted cell of a raw record is closed, and by nothing but its end.
fn pairs(raw: &[u8], separator: u8) -> bool {
    enum At {
        CellStart,
        Plain,
        Quoted,
        Closed,
    }
    let mut at = At::CellStart;
    for byte in raw {
        at = match (at, *byte) {
            (At::CellStart, b'"') => At::Quoted,
            (At::CellStart | At::Plain, b) if b == separator => At::CellStart,
            (At::CellStart | At::Plain, _) => At::Plain,
            (At::Quoted, b'"') => At::Closed,
            (At::Quoted, _) => At::Quoted,
            (At::Closed, b'"') => At::Quoted,
            (At::Closed, b) if b == separator => At::CellStart,
            (At::Closed, b'\r' | b'\n' | b' ') => At::Closed,
            (At::Closed, _) => return false,
        };
    }
    !matches!(at, At::Quoted)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn all(text: &str, separator: u8) -> Vec<(Found, Vec<String>)> {
        let mut records = Records::new(text, 0, separator);
        let mut record = Record::default();
        let mut seen = Vec::new();
        loop {
            match records.read(&mut record).unwrap() {
                Found::End => return seen,
                found @ (Found::Record | Found::Broken) => {
                    seen.push((found, record.cells().map(str::to_owned).collect()))
                }
            }
        }
    }

    fn cells(text: &str) -> Vec<Vec<String>> {
        all(text, b',')
            .into_iter()
            .map(|(_, cells)| cells)
            .collect()
    }

    #[test]
    fn line_ends_of_every_kind_and_blank_lines_are_passed_over() {
        for text in ["\r\na,b\r\n\r\n1,2\r\n", "\na,b\n\n1,2", "\ra,b\r1,2\r"] {
            assert_eq!(cells(text), [["a", "b"], ["1", "2"]], "{text:?}");
        }
    }

    #[test]
    fn quoted_cells_keep_line_ends_and_quote_marks() {
        assert_eq!(
            cells("a,\"x\n\"\"y\"\", z\"\n1,2\n"),
            [["a", "x\n\"y\", z"], ["1", "2"]]
        );
    }

    #[test]
    fn an_unclosed_quote_costs_its_own_row_only() {
        let seen = all("a,b\n1,\"open\n2,fine\n3,\"also fine\"\n4,last\n", b',');
        let broken: Vec<_> = seen
            .iter()
            .map(|(found, _)| *found == Found::Broken)
            .collect();
        assert_eq!(broken, [false, true, false, false, false]);
        assert_eq!(seen[2].1, ["2", "fine"]);
        assert_eq!(seen[4].1, ["4", "last"]);
    }

    #[test]
    fn letters_after_a_closing_quote_are_broken() {
        assert_eq!(all("\"5\" pipe\",2\n", b',')[0].0, Found::Broken);
        assert_eq!(
            all("5\" pipe,2\n", b',')[0],
            (Found::Record, vec!["5\" pipe".into(), "2".into()])
        );
    }

    #[test]
    fn in_a_tab_separated_file_a_quote_mark_is_a_letter() {
        let seen = all("\"Mini\" pedal\t1\nnext\t2\n", b'\t');
        assert_eq!(
            seen[0],
            (Found::Record, vec!["\"Mini\" pedal".into(), "1".into()])
        );
        assert_eq!(seen[1].1, ["next", "2"]);
    }

    #[test]
    fn spans_are_the_raw_record_without_its_line_end() {
        let text = "a,b\r\n\"x\r\ny\",2\r\n";
        let mut records = Records::new(text, 0, b',');
        let mut record = Record::default();
        records.read(&mut record).unwrap();
        assert_eq!(&text[record.start..record.end], "a,b");
        records.read(&mut record).unwrap();
        assert_eq!(&text[record.start..record.end], "\"x\r\ny\",2");
    }

    #[test]
    fn a_cell_is_refused_as_soon_as_it_passes_its_limit() {
        let text = format!("a,b\n1,\"{}", "x".repeat(limits::FIELD_BYTES * 3));
        let mut records = Records::new(&text, 0, b',');
        let mut record = Record::default();
        records.read(&mut record).unwrap();
        let refused = records.read(&mut record).unwrap_err();
        assert_eq!(refused.sentence().id, "import-cell-too-long");
        assert!(records.output.len() <= 4 * limits::FIELD_BYTES);
    }

    #[test]
    fn columns_beyond_the_limit_are_refused() {
        let text = ",".repeat(limits::COLUMNS);
        let refused = Records::new(&text, 0, b',')
            .read(&mut Record::default())
            .unwrap_err();
        assert_eq!(refused.sentence().id, "import-too-many-columns");
        let text = ",".repeat(limits::COLUMNS - 1);
        Records::new(&text, 0, b',')
            .read(&mut Record::default())
            .unwrap();
    }
}
