//! Files as large as they may be, and larger, made on the fly.

use crate::workbook;
use std::io::{BufWriter, Write};
use std::path::Path;

pub(crate) struct Large {
    pub(crate) what: &'static str,
    pub(crate) name: &'static str,
    pub(crate) make: fn(&Path),
    /// So many orders, or the sentence that refuses it.
    pub(crate) comes: &'static str,
}

pub(crate) fn all() -> Vec<Large> {
    let one = |what, name, make, comes| Large {
        what,
        name,
        make,
        comes,
    };
    vec![
        one(
            "one cell of a gigabyte",
            "cell.csv",
            gigabyte,
            "import-file-too-big",
        ),
        one("the largest honest file", "honest.csv", honest, HONEST),
        one(
            "the same from a Western European Windows",
            "western.csv",
            western,
            HONEST,
        ),
        one(
            "UTF-8 in which every other byte is broken",
            "broken.csv",
            broken,
            "import-file-too-large",
        ),
        one("many small orders", "many.csv", many, "5000 orders"),
        one(
            "a column's name of 60 kB kept beside every order",
            "names.csv",
            names,
            "import-file-too-much",
        ),
        one(
            "a workbook of many rows",
            "rows.xlsx",
            workbook_of_rows,
            "2000 orders",
        ),
        one(
            "a workbook of millions of empty texts",
            "texts.xlsx",
            workbook_of_texts,
            "import-workbook-no-sheet",
        ),
        one(
            "a workbook with one huge cell",
            "cell.xlsx",
            workbook_of_a_cell,
            "import-cell-too-long",
        ),
    ]
}

fn file(path: &Path) -> BufWriter<std::fs::File> {
    BufWriter::new(std::fs::File::create(path).unwrap())
}

/// Mostly a hole: it takes no room on the disk.
fn gigabyte(path: &Path) {
    let mut file = std::fs::File::create(path).unwrap();
    file.write_all(b"order,sku,qty,title\n1,A,1,\"").unwrap();
    file.set_len(1024 * 1024 * 1024).unwrap();
}

const HEAD: &str = "order id,order number,date,email,sku,title,qty,price,currency,ship to name,address 1,city,zip,shipping country,note\n";

/// 190 MB for the program that people run; the unoptimised build of the tests is many times slower, and
/// reads a fifth of it.
const ORDERS: u32 = if cfg!(debug_assertions) { 1_800 } else { 9_000 };
const HONEST: &str = if cfg!(debug_assertions) {
    "1800 orders"
} else {
    "9000 orders"
};

/// Orders of three lines, with notes of seven thousand bytes.
fn honest_rows(path: &Path, first: u32, note: &[u8]) {
    let mut file = file(path);
    file.write_all(HEAD.as_bytes()).unwrap();
    for order in first..first + ORDERS {
        for line in 0..3 {
            write!(
                file,
                "{order},#{order},2026-08-14,b{order}@example.test,S{},Cup,1,2.50,EUR,Ida Sommer,Weg {order},Berlin,10969,DE,",
                (order + line) % 1_200
            )
            .unwrap();
            file.write_all(note).unwrap();
            file.write_all(b"\n").unwrap();
        }
    }
}

fn honest(path: &Path) {
    honest_rows(path, 1_000_000, &b"a".repeat(7_000));
}

/// One letter of twenty is an umlaut, of one byte here and of two in memory.
fn western(path: &Path) {
    honest_rows(path, 2_000_000, &b"\xFCaaaaaaaaaaaaaaaaaaa".repeat(350));
}

/// Each broken byte becomes a mark of three.
fn broken(path: &Path) {
    let mut file = file(path);
    file.write_all(b"order,sku,qty,title\n").unwrap();
    let cell = ["\u{e9}\u{e9}".as_bytes(), &[0xFF; 1_000]]
        .concat()
        .repeat(100);
    for order in 0..800_u32 {
        write!(file, "{order},A,1,").unwrap();
        file.write_all(&cell).unwrap();
        file.write_all(b"\n").unwrap();
    }
}

fn many(path: &Path) {
    let mut file = file(path);
    file.write_all(b"order,sku,qty\n").unwrap();
    for order in 0..5_000_u32 {
        writeln!(file, "M{order},U{order},1").unwrap();
    }
}

fn names(path: &Path) {
    let mut file = file(path);
    let marks = "*".repeat(60_000);
    let head = "Name,Id,Financial Status,Fulfillment Status,Created at,Lineitem quantity,Lineitem name,Lineitem price,Lineitem fulfillment status";
    writeln!(file, "{head},Note {marks}Attributes").unwrap();
    for order in 0..6_000_u32 {
        writeln!(
            file,
            "#{order},{order},paid,unfulfilled,2026-08-14,1,Cup,2.50,pending,x"
        )
        .unwrap();
    }
}

fn workbook_of_rows(path: &Path) {
    let mut sheet = String::from(
        "<row r=\"1\"><c r=\"A1\" t=\"inlineStr\"><is><t>order</t></is></c><c r=\"B1\" t=\"inlineStr\"><is><t>sku</t></is></c><c r=\"C1\" t=\"inlineStr\"><is><t>qty</t></is></c></row>",
    );
    for row in 2..6_002_u32 {
        let order = (row - 2) / 3;
        sheet.push_str(&format!(
            "<row r=\"{row}\"><c r=\"A{row}\" t=\"inlineStr\"><is><t>X{order}</t></is></c><c r=\"B{row}\" t=\"inlineStr\"><is><t>S{}</t></is></c><c r=\"C{row}\"><v>1</v></c></row>",
            row % 1_200
        ));
    }
    std::fs::write(path, workbook::of_sheet(&sheet)).unwrap();
}

/// Five bytes each in the file, and five times that in memory.
fn workbook_of_texts(path: &Path) {
    std::fs::write(path, workbook::empty_texts(3_000_000)).unwrap();
}

/// A cell that is read whole before its length is known.
fn workbook_of_a_cell(path: &Path) {
    std::fs::write(path, workbook::long_cell(60 * 1024 * 1024)).unwrap();
}
