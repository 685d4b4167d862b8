//! Files for spreadsheets that do nothing by themselves.
//!
//! A cell that begins with `=`, `+`, `-`, `@`, a tab or a line end is run as a formula by
//! spreadsheet programs (OWASP, "CSV Injection"). Every text cell that could is written with an
//! apostrophe before it; every cell is quoted. Numbers are written by us and stay numbers.

use domain::Money;

/// One cell of a file that is written.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Cell {
    /// Foreign or own text: made inert.
    Text(String),
    /// An amount as a plain decimal with a point.
    Money(Money),
    /// A whole number.
    Count(i64),
    /// Nothing.
    Empty,
}

impl From<&str> for Cell {
    fn from(text: &str) -> Self {
        Self::Text(text.to_owned())
    }
}

/// Whether a spreadsheet would run a text as a formula. Full-width forms count: some programs fold
/// them before they look.
#[must_use]
pub fn is_active(text: &str) -> bool {
    let text = text.trim_start_matches(' ');
    text.starts_with([
        '=', '+', '-', '@', '\t', '\r', '\n', '＝', '＋', '－', '＠', '\u{2212}', '|', '%',
    ])
}

/// The text as it may stand in a cell: with an apostrophe before it where a spreadsheet would run
/// it, without U+0000.
#[must_use]
pub fn inert(text: &str) -> String {
    let text = text.replace('\0', "");
    if is_active(&text) {
        format!("'{text}")
    } else {
        text
    }
}

/// As [`inert`], but a cell that is a number and nothing else stays one: `-2.00` runs nothing, and
/// an apostrophe would turn it into text.
#[must_use]
pub fn inert_unless_number(text: &str) -> String {
    let digits = text.strip_prefix(['-', '+']).unwrap_or(text);
    let is_number = digits.starts_with(|c: char| c.is_ascii_digit())
        && digits
            .bytes()
            .all(|b| b.is_ascii_digit() || matches!(b, b'.' | b','));
    if is_number {
        text.to_owned()
    } else {
        inert(text)
    }
}

/// The cell's characters in a CSV file or a workbook.
#[must_use]
pub fn written(cell: &Cell) -> String {
    match cell {
        Cell::Text(text) => inert(text),
        Cell::Money(money) => money.plain(),
        Cell::Count(count) => count.to_string(),
        Cell::Empty => String::new(),
    }
}

/// A CSV file: UTF-8 with byte order mark (so that Excel reads umlauts), every cell quoted, lines
/// ended by CR LF.
#[must_use]
pub fn csv(header: &[&str], rows: impl IntoIterator<Item = Vec<Cell>>) -> Vec<u8> {
    let mut file = "\u{FEFF}".as_bytes().to_vec();
    let names = header.iter().map(|name| inert(name));
    push_row(&mut file, b',', names);
    for row in rows {
        push_row(&mut file, b',', row.iter().map(written));
    }
    file
}

/// Adds one row of ready cells to a file.
pub(crate) fn push_row(file: &mut Vec<u8>, separator: u8, cells: impl Iterator<Item = String>) {
    for (at, cell) in cells.enumerate() {
        if at > 0 {
            file.push(separator);
        }
        file.push(b'"');
        file.extend_from_slice(cell.replace('"', "\"\"").as_bytes());
        file.push(b'"');
    }
    file.extend_from_slice(b"\r\n");
}

#[cfg(test)]
mod tests {
    use super::*;
    use domain::Currency;
    use proptest::prelude::*;

    #[test]
    fn formulas_are_written_as_text_and_numbers_as_numbers() {
        let money = Cell::Money(Money {
            minor: -250,
            currency: Currency::new("EUR").unwrap(),
        });
        let file = csv(
            &["name", "amount", "units"],
            [vec![
                "=HYPERLINK(\"http://x\")".into(),
                money,
                Cell::Count(-3),
            ]],
        );
        assert_eq!(
            String::from_utf8(file).unwrap(),
            "\u{FEFF}\"name\",\"amount\",\"units\"\r\n\"'=HYPERLINK(\"\"http://x\"\")\",\"-2.50\",\"-3\"\r\n"
        );
    }

    #[test]
    fn every_form_that_runs_is_seen() {
        for text in [
            "=1", "+1", "-1", "@A1", "\t=1", "\r=1", "\n=1", "＝1", "＋1", "－1", "＠1", " =1",
        ] {
            assert!(is_active(text), "{text:?}");
            assert!(inert(text).starts_with('\''));
        }
        assert_eq!(inert("Ann =1"), "Ann =1");
    }

    proptest! {
        #[test]
        fn no_text_cell_runs_and_none_breaks_out(text in "[=+@\\-\\t\\r\\n\"',;|＝ a-z0]{0,20}") {
            let file = csv(&["a"], [vec![Cell::Text(text.clone()), "end".into()]]);
            let mut reader = csv::ReaderBuilder::new().flexible(true).from_reader(&file[3..]);
            let records: Vec<_> = reader.records().map(Result::unwrap).collect();
            prop_assert_eq!(records.len(), 1);
            prop_assert_eq!(records[0].len(), 2);
            prop_assert!(!is_active(&records[0][0]));
            // What was made inert is read back as it was.
            let back = crate::values::text::unwrapped_text(&records[0][0]);
            if is_active(&text) { prop_assert_eq!(back, text) }
        }
    }
}
