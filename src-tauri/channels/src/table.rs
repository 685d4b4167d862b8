//! A file as a table: its separator, its header, its records.
//!
//! A workbook becomes the same table: its first sheet with a header is written out as separated
//! text, so that everything after this page knows one kind of file.

use crate::limits;
use crate::readers;
use crate::records::{Found, Record, Records};
use crate::refused::{FileRefused, Unread, megabytes};
use crate::text::{self, Encoding};
use crate::xlsx;
use serde::{Deserialize, Serialize};
use std::borrow::Cow;
use std::io::{BufReader, Cursor, Read, Seek, SeekFrom};
use ts_rs::TS;

/// What stands between two cells.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum Separator {
    /// `,`
    Comma,
    /// `;`
    Semicolon,
    /// Tab.
    Tab,
    /// `|`
    Pipe,
}

impl Separator {
    /// All of them, those first that stand in texts least often: the first wins a tie.
    pub const ALL: [Self; 4] = [Self::Tab, Self::Semicolon, Self::Pipe, Self::Comma];

    /// The character.
    #[must_use]
    pub fn byte(self) -> u8 {
        match self {
            Self::Comma => b',',
            Self::Semicolon => b';',
            Self::Tab => b'\t',
            Self::Pipe => b'|',
        }
    }
}

/// What is known of a file before its rows are read.
#[derive(Debug)]
pub struct Table<'a> {
    text: Cow<'a, str>,
    /// The encoding; `None` for a workbook.
    pub encoding: Option<Encoding>,
    /// Whether bytes without meaning were replaced.
    pub damaged: bool,
    /// The separator; for a workbook the one of its written-out form.
    pub separator: Separator,
    /// The sheet's name; empty for a text file.
    pub sheet: String,
    /// Every sheet of the workbook that can be seen, in its order.
    pub sheets: Vec<String>,
    /// The header's cells, trimmed.
    pub header: Vec<String>,
    /// Byte at which the records below the header begin.
    body: usize,
}

/// What a person has chosen instead of what would be detected.
#[derive(Debug, Clone, Default)]
pub struct Chosen<'a> {
    /// Encoding of a text file.
    pub encoding: Option<Encoding>,
    /// Separator of a text file.
    pub separator: Option<Separator>,
    /// Sheet of a workbook.
    pub sheet: Option<&'a str>,
}

impl<'a> Table<'a> {
    /// Finds encoding, separator and header.
    ///
    /// # Errors
    /// The file is no table, or beyond a limit. See [`crate::text::decode`] and [`crate::xlsx`].
    pub fn open(bytes: &'a [u8], chosen: &Chosen<'_>) -> Result<Self, FileRefused> {
        if bytes.len() > limits::FILE_BYTES {
            return Err(FileRefused::new("import-file-too-large")
                .with("limit", megabytes(limits::FILE_BYTES)));
        }
        if bytes.starts_with(b"PK\x03\x04") {
            return Self::of_sheet(xlsx::read(Cursor::new(bytes), chosen.sheet)?);
        }
        Self::of_decoded(text::decode(bytes, chosen.encoding)?, chosen)
    }

    fn of_sheet(sheet: xlsx::Sheet) -> Result<Self, FileRefused> {
        let mut table = Self::of_text(Cow::Owned(sheet.text), Some(Separator::Tab))?;
        table.sheet = sheet.name;
        table.sheets = sheet.all;
        Ok(table)
    }

    fn of_decoded(decoded: text::Decoded<'a>, chosen: &Chosen<'_>) -> Result<Self, FileRefused> {
        let mut table = Self::of_text(decoded.text, chosen.separator)?;
        table.encoding = Some(decoded.encoding);
        table.damaged = decoded.damaged;
        Ok(table)
    }

    fn of_text(text: Cow<'a, str>, chosen: Option<Separator>) -> Result<Self, FileRefused> {
        let (told, from) = excel_separator_line(&text);
        let separator = match chosen.or(told) {
            Some(separator) => separator,
            None => sniff(text.get(from..).unwrap_or_default())?,
        };
        let (header, body) = find_header(&text, from, separator)?;
        Ok(Self {
            text,
            encoding: None,
            damaged: false,
            separator,
            sheet: String::new(),
            sheets: Vec::new(),
            header,
            body,
        })
    }

    /// The records below the header. The first one is row 2.
    #[must_use]
    pub fn records(&self) -> Records<'_> {
        Records::new(&self.text, self.body, self.separator.byte())
    }

    /// Where the column named `header` stands, the `nth` of that name counted from 0.
    #[must_use]
    pub fn column(&self, header: &str, nth: usize) -> Option<usize> {
        let wanted = normal(header);
        self.header
            .iter()
            .enumerate()
            .filter(|(_, name)| normal(name) == wanted)
            .map(|(at, _)| at)
            .nth(nth)
    }
}

impl Table<'static> {
    /// As [`Table::open`], from a file that is read on the way: its bytes never stand in memory beside
    /// its text.
    ///
    /// # Errors
    /// As [`Table::open`]; the disk's.
    pub fn read<R: Read + Seek>(mut file: R, chosen: &Chosen<'_>) -> Result<Self, Unread> {
        let size = usize::try_from(file.seek(SeekFrom::End(0))?).unwrap_or(usize::MAX);
        if size > limits::FILE_BYTES {
            return Err(FileRefused::new("import-file-too-large")
                .with("limit", megabytes(limits::FILE_BYTES))
                .into());
        }
        file.rewind()?;
        let mut start = Vec::new();
        file.by_ref().take(4).read_to_end(&mut start)?;
        file.rewind()?;
        if start == b"PK\x03\x04" {
            let sheet = xlsx::read(BufReader::new(file), chosen.sheet)?;
            return Ok(Self::of_sheet(sheet)?);
        }
        let decoded = text::read(&mut file, chosen.encoding)?;
        Ok(Self::of_decoded(decoded, chosen)?)
    }
}

/// A header's name for comparing: lower case, words and digits only, single blanks.
#[must_use]
pub fn normal(name: &str) -> String {
    let mut normal = String::with_capacity(name.len());
    for c in name.chars().flat_map(char::to_lowercase) {
        if c.is_alphanumeric() || matches!(c, '#' | '%' | '&' | '/' | '-' | '(' | ')') {
            normal.push(c);
        } else if !normal.ends_with(' ') && !normal.is_empty() && !is_mark(c) {
            normal.push(' ');
        }
    }
    normal.truncate(normal.trim_end().len());
    normal
}

/// Characters inside a header that carry no meaning, such as a second byte order mark.
fn is_mark(c: char) -> bool {
    matches!(
        c,
        '\u{FEFF}' | '\u{200B}'..='\u{200F}' | '"' | '\'' | '*' | ':'
    )
}

/// Excel's own way to name the separator: a first line `sep=;`.
fn excel_separator_line(text: &str) -> (Option<Separator>, usize) {
    let start = text.len() - text.trim_start_matches(['\r', '\n']).len();
    let rest = text.get(start..).unwrap_or_default();
    let Some(after) = rest
        .strip_prefix("sep=")
        .or_else(|| rest.strip_prefix("SEP="))
    else {
        return (None, 0);
    };
    let told = Separator::ALL
        .into_iter()
        .find(|separator| after.as_bytes().first() == Some(&separator.byte()));
    match told {
        Some(separator) => (Some(separator), start + "sep=".len() + 1),
        None => (None, 0),
    }
}

/// Records that are looked at to find separator and header.
const SAMPLE_ROWS: usize = 30;

/// The separator under which most records have as many cells as the header.
fn sniff(text: &str) -> Result<Separator, FileRefused> {
    let mut best = (0_usize, Separator::Comma);
    let mut refused = None;
    for separator in Separator::ALL {
        match score(text, separator) {
            Ok(score) if score > best.0 => best = (score, separator),
            Ok(_) => {}
            Err(error) => {
                refused = match refused {
                    Some(other) if weight(&other) >= weight(&error) => Some(other),
                    Some(_) | None => Some(error),
                };
            }
        }
    }
    match refused {
        Some(error) if best.0 == 0 => Err(error),
        _ => Ok(best.1),
    }
}

/// Which refusal says most of a file: under a wrong separator every long row is one long cell.
fn weight(refused: &FileRefused) -> u8 {
    match refused {
        refused if refused.is("import-too-many-columns") => 2,
        refused if refused.is("import-row-too-long") => 1,
        _ => 0,
    }
}

fn score(text: &str, separator: Separator) -> Result<usize, FileRefused> {
    let mut records = Records::new(text, 0, separator.byte());
    let mut record = Record::default();
    let mut widths = Vec::new();
    let mut known = 0;
    while widths.len() < SAMPLE_ROWS {
        match records.read(&mut record)? {
            Found::End => break,
            Found::Record => {
                if widths.len() < 5 && record.len() > 1 {
                    let header: Vec<String> = record.cells().map(normal).collect();
                    known = known.max(readers::best_score(&header));
                }
                widths.push(record.len());
            }
            Found::Broken => {}
        }
    }
    let Some(width) = widths
        .iter()
        .copied()
        .filter(|w| *w > 1)
        .max_by_key(|w| (widths.iter().filter(|other| *other == w).count(), *w))
    else {
        return Ok(0);
    };
    let same = widths.iter().filter(|w| **w == width).count();
    // A recognised header decides; then how even the rows are; then how many cells they have.
    Ok(usize::from(known) * 1_000_000 + same * 1000 / widths.len() * 1000 + width)
}

/// The header is the first record that has at least half as many filled cells as the fullest of
/// the first records: titles and blank lines above it are passed over.
fn find_header(
    text: &str,
    from: usize,
    separator: Separator,
) -> Result<(Vec<String>, usize), FileRefused> {
    let mut records = Records::new(text, from, separator.byte());
    let mut record = Record::default();
    let mut seen: Vec<(usize, Record)> = Vec::new();
    while seen.len() < SAMPLE_ROWS {
        match records.read(&mut record)? {
            Found::End => break,
            Found::Record | Found::Broken => {
                if seen.is_empty() && record.end - record.start > limits::HEADER_BYTES {
                    return Err(header_too_long());
                }
                let filled = record
                    .cells()
                    .filter(|cell| !cell.trim().is_empty())
                    .count();
                seen.push((filled, record.clone()));
            }
        }
    }
    let fullest = seen.iter().map(|(filled, _)| *filled).max().unwrap_or(0);
    let Some((_, header)) = seen
        .iter()
        .find(|(filled, _)| *filled > 0 && *filled * 2 >= fullest)
    else {
        return Err(FileRefused::new("import-file-empty"));
    };
    if header.end - header.start > limits::HEADER_BYTES {
        return Err(header_too_long());
    }
    let mut names: Vec<String> = header
        .cells()
        .map(|cell| cell.trim().trim_start_matches('\u{FEFF}').trim().to_owned())
        .collect();
    while names.last().is_some_and(String::is_empty) {
        names.pop();
    }
    Ok((names, header.end))
}

fn header_too_long() -> FileRefused {
    FileRefused::new("import-header-too-long").with("limit", limits::HEADER_BYTES / 1024)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn open(text: &str) -> Table<'_> {
        Table::open(text.as_bytes(), &Chosen::default()).unwrap()
    }

    #[test]
    fn separators_are_told_by_even_rows_not_by_commas_in_numbers() {
        let semicolons = "Nr;Preis;Menge\n1;2,50;1\n2;3,50;2\n";
        assert_eq!(open(semicolons).separator, Separator::Semicolon);
        assert_eq!(open("a\tb, c\n1\tx, y\n").separator, Separator::Tab);
        assert_eq!(open("a|b\n1|2\n").separator, Separator::Pipe);
        assert_eq!(open("a,b\n1,2;3\n").separator, Separator::Comma);
        assert_eq!(open("one column\nx\n").separator, Separator::Comma);
    }

    #[test]
    fn excels_own_line_names_the_separator() {
        let table = open("sep=;\nNr;Name, Ort\n1;a\n");
        assert_eq!(
            (table.separator, table.header.len()),
            (Separator::Semicolon, 2)
        );
    }

    #[test]
    fn titles_and_blank_lines_above_the_header_are_passed_over() {
        let table = open("\nOrders of August\n\nNumber,Name,City,Zip\n1,a,b,c\n");
        assert_eq!(table.header, ["Number", "Name", "City", "Zip"]);
        let mut record = Record::default();
        table.records().read(&mut record).unwrap();
        assert_eq!(record.get(0), "1");
    }

    #[test]
    fn names_are_compared_without_case_marks_and_underscores() {
        assert_eq!(normal("\u{FEFF}Order_ID "), "order id");
        assert_eq!(normal("  Straße / Nr.: "), "straße / nr");
        assert_eq!(normal("order-id"), "order-id");
    }

    #[test]
    fn a_header_beyond_64_kb_is_refused() {
        let header = format!("{},b\n1,2\n", "x".repeat(limits::HEADER_BYTES));
        let refused = Table::open(header.as_bytes(), &Chosen::default()).unwrap_err();
        assert_eq!(refused.sentence().id, "import-header-too-long");
    }
}
