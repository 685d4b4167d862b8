//! Workbooks (XLSX): checked before anything is inflated, then read cell by cell.
//!
//! Formulas are never run: the value that the spreadsheet program stored beside them is read. A
//! cell of kind text keeps every character, so leading zeros stay. Numbers are written with a
//! point and never with exactly three decimals, so that no later page can take the point for a
//! thousands mark. Dates become ISO 8601 without a zone; the shop's zone applies.

use crate::limits;
use crate::refused::{FileRefused, megabytes};
use calamine::{DataRef, Reader as _, SheetType, SheetVisible, Xlsx, XlsxError};
use std::borrow::Cow;
use std::io::{BufRead as _, BufReader, Read, Seek};
use zip::ZipArchive;

/// One sheet as tab-separated text in which every cell is quoted.
#[derive(Debug)]
pub(crate) struct Sheet {
    pub(crate) name: String,
    /// The names of all that can be seen.
    pub(crate) all: Vec<String>,
    pub(crate) text: String,
}

/// Reads the named sheet, or the first visible one that has cells.
///
/// # Errors
/// The file is no workbook, is protected, is a bomb, or has no such sheet.
pub(crate) fn read<R: Read + Seek>(
    mut file: R,
    wanted: Option<&str>,
) -> Result<Sheet, FileRefused> {
    check(&mut file)?;
    let mut book: Xlsx<_> = Xlsx::new(file).map_err(|error| unreadable(&error))?;
    let tables = book.sheets_metadata().iter();
    let tables: Vec<_> = tables
        .filter(|s| s.typ == SheetType::WorkSheet)
        .cloned()
        .collect();
    let visible = |s: &&calamine::Sheet| s.visible == SheetVisible::Visible;
    let all: Vec<String> = tables
        .iter()
        .filter(visible)
        .map(|s| s.name.clone())
        .collect();
    let sheets: Vec<String> = match wanted {
        Some(wanted) => tables
            .iter()
            .filter(|s| s.name == wanted)
            .map(|s| s.name.clone())
            .collect(),
        None => all.clone(),
    };
    for name in sheets {
        let text = sheet_text(&mut book, &name)?;
        if !text.trim_matches(['"', '\t', '\n', ' ']).is_empty() {
            return Ok(Sheet { name, all, text });
        }
    }
    Err(FileRefused::new("import-workbook-no-sheet"))
}

fn unreadable(error: &XlsxError) -> FileRefused {
    if matches!(error, XlsxError::Password) {
        FileRefused::new("import-workbook-protected")
    } else {
        FileRefused::new("import-workbook-unreadable")
    }
}

fn bomb(limit: u64) -> FileRefused {
    let limit = usize::try_from(limit).unwrap_or(usize::MAX);
    FileRefused::new("import-workbook-too-large").with("limit", megabytes(limit))
}

/// Looks at the archive's directory before anything is inflated. Where the directory lies, `zip`
/// stops a part as soon as it grows beyond the size that was declared for it.
fn check(file: &mut (impl Read + Seek)) -> Result<(), FileRefused> {
    let mut archive =
        ZipArchive::new(file).map_err(|_| FileRefused::new("import-workbook-unreadable"))?;
    if archive.len() > limits::XLSX_ENTRIES {
        return Err(
            FileRefused::new("import-workbook-too-many-parts").with("limit", limits::XLSX_ENTRIES)
        );
    }
    let mut total: u64 = 0;
    let mut workbook = false;
    for at in 0..archive.len() {
        let entry = archive
            .by_index_raw(at)
            .map_err(|_| FileRefused::new("import-workbook-unreadable"))?;
        if entry.encrypted() {
            return Err(FileRefused::new("import-workbook-protected"));
        }
        let name = entry.name().map(|name| name.to_lowercase());
        let name = name.unwrap_or_default();
        workbook |= name.starts_with("xl/");
        total = total.saturating_add(entry.size());
        // Small parts may pack well without harm.
        let packed = entry.compressed_size().max(1);
        let limit = if name.ends_with("sharedstrings.xml") {
            limits::XLSX_TEXTS_BYTES
        } else if name.contains("worksheets/") && !name.ends_with(".rels")
            || name.contains("/media/")
        {
            limits::XLSX_BYTES
        } else {
            limits::XLSX_PART_BYTES
        };
        if entry.size() > limit {
            return Err(bomb(limit));
        }
        if total > limits::XLSX_BYTES
            || entry.size() > 1024 * 1024 && entry.size() / packed > limits::XLSX_RATIO
        {
            return Err(bomb(limits::XLSX_BYTES));
        }
    }
    if !workbook {
        return Err(FileRefused::new("import-file-not-a-table").with("kind", "archive"));
    }
    for at in 0..archive.len() {
        let part = archive
            .by_index(at)
            .map_err(|_| FileRefused::new("import-workbook-unreadable"))?;
        let xml = part
            .name()
            .is_ok_and(|name| name.to_lowercase().ends_with(".xml"));
        if xml && part.size() > limits::FIELD_BYTES as u64 {
            no_long_text(part)?;
        }
    }
    Ok(())
}

/// Refuses a part with a text or a tag that is longer than a cell may be. The library reads either
/// into memory whole, and more than once, before anybody can ask how long it is.
fn no_long_text(part: impl Read) -> Result<(), FileRefused> {
    let mut reader = BufReader::with_capacity(64 * 1024, part);
    let (mut run, mut row, mut begun) = (0_usize, 0_i64, Vec::new());
    loop {
        let bytes = reader
            .fill_buf()
            .map_err(|_| FileRefused::new("import-workbook-unreadable"))?;
        if bytes.is_empty() {
            return Ok(());
        }
        for part in bytes.split_inclusive(|byte| matches!(byte, b'<' | b'>')) {
            if begun.len() < KEPT_OF_A_TEXT {
                begun.extend(part.iter().take(KEPT_OF_A_TEXT));
            }
            run += part.len();
            if run > limits::FIELD_BYTES {
                let start = String::from_utf8_lossy(&begun);
                return Err(FileRefused::new("import-cell-too-long")
                    .with("row", row)
                    .with("limit", megabytes(limits::FIELD_BYTES))
                    .with(
                        "start",
                        start
                            .chars()
                            .filter(|c| !c.is_control())
                            .take(40)
                            .collect::<String>(),
                    ));
            }
            if matches!(part.last(), Some(b'<' | b'>')) {
                row += i64::from(begun.starts_with(b"row ") || begun.starts_with(b"row>"));
                run = 0;
                begun.clear();
            }
        }
        let read = bytes.len();
        reader.consume(read);
    }
}

/// Bytes of a long text that are kept to be shown: forty letters of any script.
const KEPT_OF_A_TEXT: usize = 160;

fn sheet_text<R: Read + Seek>(book: &mut Xlsx<R>, name: &str) -> Result<String, FileRefused> {
    let mut cells = book
        .worksheet_cells_reader(name)
        .map_err(|error| unreadable(&error))?;
    let mut text = String::new();
    let mut row: Option<u32> = None;
    let mut column = 0;
    while let Some(cell) = cells.next_cell().map_err(|error| unreadable(&error))? {
        let (at_row, at_column) = cell.get_position();
        let value = written(cell.get_value());
        if value.len() > limits::FIELD_BYTES {
            let start: String = value.chars().filter(|c| !c.is_control()).take(40).collect();
            return Err(FileRefused::new("import-cell-too-long")
                .with("row", i64::from(at_row) + 1)
                .with("limit", megabytes(limits::FIELD_BYTES))
                .with("start", start));
        }
        if value.is_empty() {
            continue;
        }
        if usize::try_from(at_column).unwrap_or(usize::MAX) >= limits::COLUMNS {
            return Err(FileRefused::new("import-too-many-columns").with("limit", limits::COLUMNS));
        }
        match row {
            Some(last) if last == at_row && at_column >= column => {}
            Some(last) if at_row <= last => {
                return Err(FileRefused::new("import-workbook-unreadable"));
            }
            Some(_) => {
                text.push('\n');
                column = 0;
                row = Some(at_row);
            }
            None => row = Some(at_row),
        }
        while column < at_column {
            text.push('\t');
            column += 1;
        }
        push_quoted(&mut text, &value);
        if u64::try_from(text.len()).unwrap_or(u64::MAX) > limits::XLSX_BYTES {
            return Err(bomb(limits::XLSX_BYTES));
        }
    }
    Ok(text)
}

fn push_quoted(text: &mut String, value: &str) {
    text.push('"');
    if value.contains('"') {
        text.push_str(&value.replace('"', "\"\""));
    } else {
        text.push_str(value);
    }
    text.push('"');
}

fn written<'v>(value: &'v DataRef<'_>) -> Cow<'v, str> {
    Cow::Owned(match value {
        DataRef::Int(number) => number.to_string(),
        DataRef::Float(number) => decimal(*number),
        DataRef::String(text) => return Cow::Borrowed(text),
        DataRef::SharedString(text) => return Cow::Borrowed(text),
        DataRef::Bool(yes) => if *yes { "TRUE" } else { "FALSE" }.to_owned(),
        DataRef::DateTime(moment) => {
            let (year, month, day, hour, minute, second, _) = moment.to_ymd_hms_milli();
            if moment.as_f64() < 1.0 {
                format!("{hour:02}:{minute:02}:{second:02}")
            } else {
                format!("{year:04}-{month:02}-{day:02}T{hour:02}:{minute:02}:{second:02}")
            }
        }
        DataRef::DateTimeIso(text) | DataRef::DurationIso(text) => text.clone(),
        DataRef::Error(_) | DataRef::Empty => String::new(),
    })
}

/// A stored number as a plain decimal. Fifteen significant digits are what a spreadsheet holds:
/// 0.1 + 0.2 is written as 0.3, as the person sees it.
fn decimal(number: f64) -> String {
    if !number.is_finite() {
        return "NaN".to_owned();
    }
    let shortest = format!("{number}");
    let digits = shortest.bytes().filter(u8::is_ascii_digit).count();
    let mut plain = shortest;
    if digits > 15 && number.abs() < 1e15 {
        let whole = format!("{:.0}", number.trunc().abs()).len();
        let places = 15_usize.saturating_sub(whole);
        plain = format!("{number:.places$}");
        if plain.contains('.') {
            plain.truncate(plain.trim_end_matches('0').trim_end_matches('.').len());
        }
    }
    match plain.split_once('.') {
        Some((_, places)) if places.len() == 3 => plain + "0",
        _ => plain,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_never_have_exactly_three_decimals() {
        for (number, text) in [
            (1.234, "1.2340"),
            (1234.0, "1234"),
            (-12.5, "-12.5"),
            (0.1 + 0.2, "0.3"),
            (1_234_567_890_123.0, "1234567890123"),
            (19.990_000_000_000_002, "19.99"),
        ] {
            assert_eq!(decimal(number), text);
        }
    }
}
