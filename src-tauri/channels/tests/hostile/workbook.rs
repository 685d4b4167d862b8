//! Workbooks made by hand, byte by byte where a library would refuse to make them.

use std::io::{Cursor, Write};
use zip::CompressionMethod;
use zip::write::{SimpleFileOptions, ZipWriter};

type Writer = ZipWriter<Cursor<Vec<u8>>>;

const TYPES: &str = r#"<?xml version="1.0"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Override PartName="/xl/workbook.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/><Override PartName="/xl/worksheets/sheet1.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml"/></Types>"#;
const RELS: &str = r#"<?xml version="1.0"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="xl/workbook.xml"/></Relationships>"#;
const BOOK: &str = r#"<?xml version="1.0"?><workbook xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"><sheets><sheet name="Orders" sheetId="1" r:id="rId1"/></sheets></workbook>"#;
const BOOK_RELS: &str = r#"<?xml version="1.0"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet" Target="worksheets/sheet1.xml"/><Relationship Id="rId2" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/styles" Target="styles.xml"/><Relationship Id="rId3" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/sharedStrings" Target="sharedStrings.xml"/></Relationships>"#;
/// Style 1 is a date with time, style 2 a date.
const STYLES: &str = r#"<?xml version="1.0"?><styleSheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><cellXfs count="3"><xf numFmtId="0"/><xf numFmtId="22" applyNumberFormat="1"/><xf numFmtId="14" applyNumberFormat="1"/></cellXfs></styleSheet>"#;

const SHEET: &str = r#"<?xml version="1.0"?><worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData>"#;
const SHEET_END: &str = "</sheetData></worksheet>";

/// The stored value of a formula is read; the formula stays where it is.
pub(crate) const FORMULAS: &str = r#"<row r="1"><c r="A1" t="inlineStr"><is><t>order</t></is></c><c r="B1" t="inlineStr"><is><t>title</t></is></c><c r="C1" t="inlineStr"><is><t>qty</t></is></c></row><row r="2"><c r="A2"><v>1</v></c><c r="B2" t="str"><f>WEBSERVICE("http://x")</f><v>Cup</v></c><c r="C2"><f>1+1</f><v>2</v></c></row>"#;
/// 46248.5 is 14 August 2026, noon.
pub(crate) const DATES: &str = r#"<row r="1"><c r="A1" t="inlineStr"><is><t>order</t></is></c><c r="B1" t="inlineStr"><is><t>date</t></is></c><c r="C1" t="inlineStr"><is><t>title</t></is></c></row><row r="3"><c r="A3"><v>1</v></c><c r="B3" s="1"><v>46248.5</v></c><c r="C3" t="inlineStr"><is><t>Cup</t></is></c></row>"#;
pub(crate) const FAR: &str = r#"<row r="1"><c r="A1"><v>1</v></c></row><row r="1048576"><c r="XFD1048576"><v>1</v></c></row>"#;
pub(crate) const BACKWARDS: &str =
    r#"<row r="5"><c r="A5"><v>1</v></c></row><row r="2"><c r="A2"><v>1</v></c></row>"#;
pub(crate) const LAUGHS: &str = "LAUGHS";
pub(crate) const EXTERNAL: &str = "EXTERNAL";

fn start() -> Writer {
    let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
    for (name, text) in [
        ("[Content_Types].xml", TYPES),
        ("_rels/.rels", RELS),
        ("xl/workbook.xml", BOOK),
        ("xl/_rels/workbook.xml.rels", BOOK_RELS),
        ("xl/styles.xml", STYLES),
    ] {
        part(&mut zip, name, text.as_bytes());
    }
    zip
}

fn part(zip: &mut Writer, name: &str, bytes: &[u8]) {
    let options = SimpleFileOptions::default().compression_method(CompressionMethod::Deflated);
    zip.start_file(name, options).unwrap();
    zip.write_all(bytes).unwrap();
}

fn finish(zip: Writer) -> Vec<u8> {
    zip.finish().unwrap().into_inner()
}

/// A workbook whose one sheet has these rows, as XML.
pub(crate) fn of_sheet(rows: &str) -> Vec<u8> {
    let sheet = match rows {
        LAUGHS => {
            let mut doctype = String::from("<!DOCTYPE x [<!ENTITY a0 \"ha\">");
            for n in 1..30 {
                let (this, last) = (n, n - 1);
                doctype.push_str(&format!(
                    "<!ENTITY a{this} \"&a{last};&a{last};&a{last};&a{last};\">"
                ));
            }
            format!(
                "<?xml version=\"1.0\"?>{doctype}]><worksheet xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\"><sheetData><row r=\"1\"><c r=\"A1\" t=\"inlineStr\"><is><t>&a29;</t></is></c></row>{SHEET_END}"
            )
        }
        EXTERNAL => format!(
            "<?xml version=\"1.0\"?><!DOCTYPE x [<!ENTITY f SYSTEM \"file:///etc/hostname\">]><worksheet xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\"><sheetData><row r=\"1\"><c r=\"A1\" t=\"inlineStr\"><is><t>&f;</t></is></c></row>{SHEET_END}"
        ),
        rows => format!("{SHEET}{rows}{SHEET_END}"),
    };
    let mut zip = start();
    part(&mut zip, "xl/worksheets/sheet1.xml", sheet.as_bytes());
    finish(zip)
}

/// A workbook of text cells.
pub(crate) fn of_texts(rows: &[Vec<&str>]) -> Vec<u8> {
    of_sheet(&texts(rows))
}

/// Rows of text cells.
fn texts(rows: &[Vec<&str>]) -> String {
    let mut xml = String::new();
    for (y, row) in rows.iter().enumerate() {
        xml.push_str(&format!("<row r=\"{}\">", y + 1));
        for (x, cell) in row.iter().enumerate() {
            let column = char::from(b'A' + u8::try_from(x).unwrap());
            xml.push_str(&format!(
                "<c r=\"{column}{}\" t=\"inlineStr\"><is><t>{cell}</t></is></c>",
                y + 1
            ));
        }
        xml.push_str("</row>");
    }
    xml
}

/// A workbook of two sheets of text cells, `Notes` and `Orders`.
pub(crate) fn of_two(notes: &[Vec<&str>], orders: &[Vec<&str>]) -> Vec<u8> {
    let again = |text: &str, from: &str, to: &str, end: &str| {
        let at = text.find(from).unwrap();
        let length = text.get(at..).unwrap().find(end).unwrap() + end.len();
        let one = text.get(at..at + length).unwrap();
        text.replace(
            one,
            &format!("{one}{}", one.replace("sheet1", "sheet2").replace(from, to)),
        )
    };
    let types = again(
        TYPES,
        "<Override PartName=\"/xl/worksheets",
        "<Override PartName=\"/xl/worksheets",
        "/>",
    );
    let sheets = r#"<sheet name="Notes" sheetId="1" r:id="rId1"/><sheet name="Orders" sheetId="2" r:id="rId9"/>"#;
    let book = BOOK.replace(r#"<sheet name="Orders" sheetId="1" r:id="rId1"/>"#, sheets);
    let rels = again(
        BOOK_RELS,
        "<Relationship Id=\"rId1\"",
        "<Relationship Id=\"rId9\"",
        "/>",
    );
    let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
    for (name, text) in [
        ("[Content_Types].xml", types.as_str()),
        ("_rels/.rels", RELS),
        ("xl/workbook.xml", &book),
        ("xl/_rels/workbook.xml.rels", &rels),
        ("xl/styles.xml", STYLES),
        (
            "xl/worksheets/sheet1.xml",
            &format!("{SHEET}{}{SHEET_END}", texts(notes)),
        ),
        (
            "xl/worksheets/sheet2.xml",
            &format!("{SHEET}{}{SHEET_END}", texts(orders)),
        ),
    ] {
        part(&mut zip, name, text.as_bytes());
    }
    finish(zip)
}

/// A sheet of so many megabytes of the same letter.
pub(crate) fn bomb(megabytes: usize) -> Vec<u8> {
    let mut zip = start();
    let options = SimpleFileOptions::default().compression_method(CompressionMethod::Deflated);
    zip.start_file("xl/worksheets/sheet1.xml", options).unwrap();
    let block = vec![b'a'; 1024 * 1024];
    for _ in 0..megabytes {
        zip.write_all(&block).unwrap();
    }
    finish(zip)
}

/// The same, with a directory that says 1,000 bytes.
pub(crate) fn lying_bomb() -> Vec<u8> {
    let mut bytes = bomb(64);
    let real = (64_u32 * 1024 * 1024).to_le_bytes();
    let mut at = 0;
    while at + 4 <= bytes.len() {
        if bytes[at..at + 4] == real {
            bytes[at..at + 4].copy_from_slice(&1_000_u32.to_le_bytes());
        }
        at += 1;
    }
    bytes
}

/// A workbook of so many empty parts.
pub(crate) fn many_parts(count: usize) -> Vec<u8> {
    let mut zip = start();
    for n in 0..count {
        part(&mut zip, &format!("xl/media/{n}.bin"), b"");
    }
    finish(zip)
}

/// One text of 100 kB that 20,000 cells name: 2 GB of cells in a small file.
pub(crate) fn shared_flood() -> Vec<u8> {
    let mut zip = start();
    let text: String = (0..20_000_u32)
        .map(|n| format!("{:05}", n * 7919 % 99_991))
        .collect();
    let strings = format!(
        "<?xml version=\"1.0\"?><sst xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\" count=\"1\" uniqueCount=\"1\"><si><t>{text}</t></si></sst>"
    );
    part(&mut zip, "xl/sharedStrings.xml", strings.as_bytes());
    let mut sheet = String::from(SHEET);
    for row in 1..=20_000_u32 {
        sheet.push_str(&format!(
            "<row r=\"{row}\"><c r=\"A{row}\" t=\"s\"><v>0</v></c></row>"
        ));
    }
    sheet.push_str(SHEET_END);
    part(&mut zip, "xl/worksheets/sheet1.xml", sheet.as_bytes());
    finish(zip)
}

/// Letters that do not pack well, so that nothing is refused for its ratio.
fn noise(bytes: usize) -> String {
    let mut state = 7_u32;
    let letters = (0..bytes).map(|_| {
        state = state.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
        char::from(b'a' + u8::try_from((state >> 24) % 26).unwrap())
    });
    letters.collect()
}

/// A list of so many empty texts, and a sheet without cells.
#[allow(dead_code, reason = "the reader's own tests have no use for it")]
pub(crate) fn empty_texts(count: usize) -> Vec<u8> {
    let mut zip = start();
    let strings = format!(
        "<?xml version=\"1.0\"?><sst xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\"><!--{}-->{}</sst>",
        noise(count * 5 / 100),
        "<si/>".repeat(count)
    );
    part(&mut zip, "xl/sharedStrings.xml", strings.as_bytes());
    part(
        &mut zip,
        "xl/worksheets/sheet1.xml",
        format!("{SHEET}{SHEET_END}").as_bytes(),
    );
    finish(zip)
}

/// A sheet with one cell of so many bytes.
#[allow(dead_code, reason = "the reader's own tests have no use for it")]
pub(crate) fn long_cell(bytes: usize) -> Vec<u8> {
    of_sheet(&format!(
        "<row r=\"1\"><c r=\"A1\" t=\"str\"><v>{}{}</v></c></row>",
        noise(bytes / 50),
        "x".repeat(bytes)
    ))
}

/// A packed folder.
pub(crate) fn plain_zip() -> Vec<u8> {
    let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
    part(&mut zip, "orders.csv", b"order,sku\n1,A\n");
    finish(zip)
}
