//! Files that nobody should have to read: each is refused with a clear sentence, or read with its
//! bad rows left out. No panic, under two seconds each, memory bounded. Every case names the
//! defect that it would have caught.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    clippy::print_stdout,
    reason = "tests"
)]

mod workbook;

use channels::{ReadOptions, limits};
use chrono::NaiveDate;
use domain::Currency;
use std::collections::{BTreeMap, BTreeSet};
use std::ops::ControlFlow;
use std::time::{Duration, Instant};

/// Two seconds for the program that people run; the unoptimised build of the tests is up to ten
/// times slower and shares its machine with other builds.
const MOST_TIME: Duration = Duration::from_secs(if cfg!(debug_assertions) { 20 } else { 2 });

/// What must come of a file.
enum Expect {
    /// The whole file is refused with this sentence.
    File(&'static str),
    /// So many orders, and at least these sentences.
    Orders(u32, &'static [&'static str]),
}

struct Case {
    family: &'static str,
    defect: &'static str,
    bytes: Vec<u8>,
    expect: Expect,
}

#[derive(Default)]
struct Corpus(Vec<Case>);

impl Corpus {
    fn file(
        &mut self,
        family: &'static str,
        defect: &'static str,
        bytes: impl Into<Vec<u8>>,
        id: &'static str,
    ) {
        self.0.push(Case {
            family,
            defect,
            bytes: bytes.into(),
            expect: Expect::File(id),
        });
    }

    fn orders(
        &mut self,
        family: &'static str,
        defect: &'static str,
        bytes: impl Into<Vec<u8>>,
        count: u32,
        ids: &'static [&'static str],
    ) {
        self.0.push(Case {
            family,
            defect,
            bytes: bytes.into(),
            expect: Expect::Orders(count, ids),
        });
    }
}

const HEAD: &str = "order,date,sku,title,qty,price,total,currency\n";

/// One good order and one with `row` in it.
fn beside(row: &str) -> String {
    format!("{HEAD}1,2026-08-14,A,Cup,1,2.50,2.50,EUR\n{row}\n")
}

fn utf16(text: &str, little: bool) -> Vec<u8> {
    text.encode_utf16()
        .flat_map(|unit| {
            if little {
                unit.to_le_bytes()
            } else {
                unit.to_be_bytes()
            }
        })
        .collect()
}

fn encodings(c: &mut Corpus) {
    let f = "encodings";
    let good = beside("2,2026-08-14,B,Köln,1,2.50,2.50,EUR");
    c.orders(
        f,
        "a byte order mark becomes part of the first column's name",
        [b"\xEF\xBB\xBF", good.as_bytes()].concat(),
        2,
        &[],
    );
    c.orders(
        f,
        "two byte order marks",
        [b"\xEF\xBB\xBF\xEF\xBB\xBF", good.as_bytes()].concat(),
        2,
        &[],
    );
    c.orders(
        f,
        "UTF-16 without mark read as bytes with zeros",
        utf16(&good, true),
        2,
        &[],
    );
    c.orders(
        f,
        "UTF-16 big endian swapped",
        [&[0xFE, 0xFF][..], &utf16(&good, false)].concat(),
        2,
        &[],
    );
    let mut cut = [&[0xFF, 0xFE][..], &utf16(&good, true)].concat();
    cut.pop();
    c.orders(
        f,
        "half a UTF-16 unit at the end panics or eats the last row",
        cut,
        1,
        &["import-file-damaged"],
    );
    let mut surrogate = [&[0xFF, 0xFE][..], &utf16(HEAD, true)].concat();
    surrogate.extend(utf16("1,2026-08-14,A,", true));
    surrogate.extend([0x00, 0xD8]);
    surrogate.extend(utf16(",1,2.50,2.50,EUR\n", true));
    c.orders(
        f,
        "a lone surrogate becomes a question mark on the label",
        surrogate,
        0,
        &["import-cell-damaged"],
    );
    let mut damaged = good.clone().into_bytes();
    let at = damaged.iter().position(|b| *b == 0xC3).unwrap();
    damaged.splice(at..at + 2, [0xF6]);
    damaged.extend("3,2026-08-14,C,Zürich Müller,1,2.50,2.50,EUR\n".as_bytes());
    c.orders(
        f,
        "one bad byte turns every umlaut of the file into two letters",
        damaged,
        2,
        &["import-file-damaged", "import-cell-damaged"],
    );
    c.file(
        f,
        "Shift-JIS read as Western European",
        b"order,title,qty\n1,\x81\x40\x93\x8C\x8B\x9E\x81\x41\x90\x56\x8F\x68\xFF\n".as_slice(),
        "import-encoding-unknown",
    );
    c.orders(
        f,
        "overlong UTF-8 accepted as a slash",
        b"order,title,qty\n1,a\xC0\xAFb,1\n2,K\xC3\xB6ln M\xC3\xBCnchen,1\n3,x,1\n".as_slice(),
        2,
        &["import-cell-damaged"],
    );
    c.orders(
        f,
        "Windows-1252 euro sign becomes a control character",
        b"order;title;qty;price\n1;Cup;1;2,50 \x80\n".as_slice(),
        1,
        &[],
    );
    c.orders(
        f,
        "UTF-8 cut in the middle of a letter at the file's end",
        "order,title,qty\n1,Cup,1\n2,Kö".as_bytes()[.."order,title,qty\n1,Cup,1\n2,Kö".len() - 1]
            .to_vec(),
        1,
        &["import-file-damaged"],
    );
}

fn kinds(c: &mut Corpus) {
    let f = "other kinds of files";
    c.file(
        f,
        "nothing read as success",
        Vec::new(),
        "import-file-empty",
    );
    c.file(
        f,
        "only a mark",
        b"\xEF\xBB\xBF".as_slice(),
        "import-file-empty",
    );
    c.file(
        f,
        "only blank lines",
        b"\r\n\r\n\n   \n".as_slice(),
        "import-file-empty",
    );
    c.file(
        f,
        "a PDF read as text",
        b"%PDF-1.7\n1 0 obj".as_slice(),
        "import-file-not-a-table",
    );
    c.file(
        f,
        "an XLS of 1997 read as text",
        b"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1".as_slice(),
        "import-file-not-a-table",
    );
    c.file(
        f,
        "a picture",
        b"\x89PNG\r\n\x1A\n".as_slice(),
        "import-file-not-a-table",
    );
    c.file(
        f,
        "a packed export",
        b"\x1F\x8B\x08\x00".as_slice(),
        "import-file-not-a-table",
    );
    c.file(
        f,
        "a sign-in page saved as CSV",
        b"<!DOCTYPE html><html><body>Sign in</body></html>".as_slice(),
        "import-file-not-a-table",
    );
    c.file(
        f,
        "an API answer",
        b"{\"orders\":[]}".as_slice(),
        "import-file-not-a-table",
    );
    c.file(
        f,
        "a feed",
        b"<?xml version=\"1.0\"?><orders/>".as_slice(),
        "import-file-not-a-table",
    );
    c.file(
        f,
        "random bytes",
        (0..4096_u32)
            .map(|n| u8::try_from(n * 7919 % 251).unwrap())
            .collect::<Vec<_>>(),
        "import-encoding-unknown",
    );
    c.file(f, "zeros", vec![0; 10_000], "import-encoding-unknown");
}

fn sizes(c: &mut Corpus) {
    let f = "sizes";
    let mb = limits::FIELD_BYTES;
    c.file(
        f,
        "a cell of a gigabyte is gathered before it is measured",
        format!("{HEAD}1,\"{}", "x".repeat(5 * mb)),
        "import-cell-too-long",
    );
    c.file(
        f,
        "the same without quotes",
        format!("{HEAD}1,{}\n", "x".repeat(3 * mb)),
        "import-cell-too-long",
    );
    c.file(
        f,
        "an unclosed quote eats a long file",
        format!(
            "{HEAD}1,2026-08-14,\"A,Cup,1,2.50,2.50,EUR\n{}",
            "2,2026-08-14,B,Cup,1,2.50,2.50,EUR\n".repeat(40_000)
        ),
        "import-cell-too-long",
    );
    c.file(
        f,
        "a million columns",
        ",".repeat(1_000_000),
        "import-too-many-columns",
    );
    c.file(
        f,
        "a million columns with names",
        (0..1_000_000).map(|n| format!("c{n},")).collect::<String>(),
        "import-too-many-columns",
    );
    c.file(
        f,
        "a row of a million cells below a good header",
        format!("{HEAD}{}\n", "1,".repeat(1_000_000)),
        "import-too-many-columns",
    );
    c.file(
        f,
        "a header of a megabyte",
        format!("order,{}\n1,2\n", "x".repeat(mb - 10)),
        "import-header-too-long",
    );
    c.file(
        f,
        "more bytes than may be",
        vec![b'a'; limits::FILE_BYTES + 1],
        "import-file-too-large",
    );
    let row = "1,A\n";
    c.file(
        f,
        "more rows than may be",
        format!("order,sku\n{}", row.repeat(1_000_001)),
        "import-too-many-rows",
    );
    c.orders(
        f,
        "a hundred thousand rows of one order become one order",
        format!("order,sku,qty\n{}2,B,1\n", "1,A,1\n".repeat(100_000)),
        1,
        &["import-order-too-many-rows"],
    );
    c.file(
        f,
        "a record of many large cells",
        format!("a,b,c\n{}\n", vec!["y".repeat(mb - 1); 40].join(",")),
        "import-row-too-long",
    );
    c.orders(
        f,
        "a cell of just a megabyte",
        format!("order,title,qty\n1,{},1\n", "x".repeat(mb - 1)),
        1,
        &[],
    );
}

fn quotes(c: &mut Corpus) {
    let f = "quotes";
    c.orders(
        f,
        "an unclosed quote swallows the orders below it",
        format!(
            "{}3,2026-08-14,C,Cup,1,1.00,1.00,EUR\n",
            beside("2,2026-08-14,\"B,Cup,1,2.50,2.50,EUR")
        ),
        2,
        &["import-row-quotes-broken"],
    );
    c.orders(
        f,
        "letters after a closing quote are glued to the cell",
        beside("2,2026-08-14,B,\"Cup\" big,1,2.50,2.50,EUR"),
        1,
        &["import-row-quotes-broken"],
    );
    c.orders(
        f,
        "a quote inside a cell starts quoting",
        beside("2,2026-08-14,B,5\" pipe,1,2.50,2.50,EUR"),
        2,
        &[],
    );
    c.orders(
        f,
        "doubled quotes",
        beside("2,2026-08-14,B,\"a \"\"b\"\" c\",1,2.50,2.50,EUR"),
        2,
        &[],
    );
    c.orders(
        f,
        "backslash before a quote",
        beside("2,2026-08-14,B,\"a \\\" b\",1,2.50,2.50,EUR"),
        1,
        &["import-row-quotes-broken"],
    );
    c.orders(
        f,
        "only quote marks",
        beside("\"\",\"\",\"\",\"\",\"\",\"\",\"\",\"\""),
        1,
        &[],
    );
    c.orders(
        f,
        "the file ends inside quotes",
        beside("2,2026-08-14,B,\"Cup"),
        1,
        &["import-row-quotes-broken"],
    );
    c.orders(
        f,
        "a broken row hides that half of an order is gone",
        format!(
            "{HEAD}1,2026-08-14,A,Cup,1,2.50,5.00,EUR\n1,2026-08-14,B,\"Cup\" x,1,2.50,5.00,EUR\n"
        ),
        0,
        &["import-row-quotes-broken"],
    );
    c.file(
        f,
        "thousands of broken rows, each looked at to the end",
        format!("{HEAD}{}", "1,\"a\"b,\"\n".repeat(5_000)),
        "import-quotes-broken",
    );
    c.orders(
        f,
        "single quotes around cells",
        beside("'2',2026-08-14,'B','Cup',1,2.50,2.50,EUR"),
        2,
        &[],
    );
    c.orders(
        f,
        "blanks between closing quote and separator",
        beside("2,2026-08-14,B,\"Cup\" ,1,2.50,2.50,EUR"),
        2,
        &[],
    );
}

fn shapes(c: &mut Corpus) {
    let f = "shapes";
    c.orders(f, "a header alone is an error", HEAD, 0, &[]);
    c.orders(
        f,
        "rows ended by a lone carriage return are one row",
        beside("2,2026-08-14,B,Cup,1,2.50,2.50,EUR").replace('\n', "\r"),
        2,
        &[],
    );
    c.orders(f, "three kinds of line ends in one file", format!("{}1,2026-08-14,A,Cup,1,2.50,2.50,EUR\r2,2026-08-14,A,Cup,1,2.50,2.50,EUR\n3,2026-08-14,A,Cup,1,2.50,2.50,EUR\r\n", HEAD.replace('\n', "\r\n")), 3, &[]);
    c.orders(
        f,
        "rows of another separator slip through as empty orders",
        beside("2;2026-08-14;B;Cup;1;2.50;2.50;EUR"),
        1,
        &["import-row-too-short"],
    );
    c.orders(
        f,
        "a comma without quotes shifts price into total",
        beside("2,2026-08-14,B,Cup, big,1,2.50,2.50,EUR"),
        1,
        &["import-row-too-wide"],
    );
    c.orders(
        f,
        "a cut last row",
        beside("2,2026-08-14,B"),
        1,
        &["import-row-too-short"],
    );
    c.orders(
        f,
        "a line break without quotes makes two half orders",
        beside("2,2026-08-14,B,Cup\nbig,1,2.50,2.50,EUR"),
        1,
        &["import-row-too-short"],
    );
    c.orders(
        f,
        "two columns of one name",
        "order,sku,qty,price,price\n1,A,1,2.50,9.99\n",
        1,
        &[],
    );
    c.orders(
        f,
        "columns without names",
        "order,,sku,,qty\n1,x,A,y,1\n",
        1,
        &[],
    );
    c.orders(
        f,
        "no header",
        "1,2026-08-14,A,Cup\n2,2026-08-14,B,Cup\n",
        0,
        &["import-needs-order-number"],
    );
    c.orders(
        f,
        "a sum below the rows becomes an order",
        beside("Total,,,,,,2.50,"),
        1,
        &[],
    );
    c.orders(f, "rows of separators only", beside(",,,,,,,"), 1, &[]);
    c.orders(
        f,
        "rows without order number are given to the order above",
        beside(",2026-08-14,B,Cup,1,2.50,2.50,EUR"),
        1,
        &["import-row-without-order-number"],
    );
    c.orders(
        f,
        "titles above the header",
        format!("Orders of August\n\n{}", beside("")),
        1,
        &[],
    );
    c.orders(
        f,
        "empty cells left out at the end of rows",
        "order,sku,qty,note\n1,A,1\n2,B,1,hello\n3,C,1\n",
        3,
        &[],
    );
    c.orders(
        f,
        "one column only",
        "order\n1\n2\n",
        2,
        &["import-order-without-lines"],
    );
}

fn numbers(c: &mut Corpus) {
    let f = "numbers";
    let price = |cell: &str| beside(&format!("2,2026-08-14,B,Cup,1,{cell},2.50,EUR"));
    let qty = |cell: &str| beside(&format!("2,2026-08-14,B,Cup,{cell},2.50,2.50,EUR"));
    for (defect, cell, id) in [
        (
            "NaN is a number to many parsers",
            "NaN",
            "import-cell-not-an-amount",
        ),
        ("infinity", "1e309", "import-cell-not-an-amount"),
        ("an exponent multiplies", "1e3", "import-cell-not-an-amount"),
        ("hexadecimal", "0x10", "import-cell-not-an-amount"),
        (
            "overflow wraps around",
            "99999999999999999999.00",
            "import-number-too-large",
        ),
        (
            "just above what JavaScript holds",
            "90071992547409.92",
            "import-number-too-large",
        ),
        ("words", "two fifty", "import-cell-not-an-amount"),
        ("two signs", "--2.50", "import-cell-not-an-amount"),
        ("two points", "2.5.0", "import-cell-not-an-amount"),
        (
            "misplaced thousands",
            "\"1,23,4.00\"",
            "import-cell-not-an-amount",
        ),
        (
            "another currency in one order",
            "$2.50",
            "import-currency-differs",
        ),
        ("a percentage", "19%", "import-cell-not-an-amount"),
        (
            "a thousandth of a euro is a thousand euros",
            "1.234",
            "import-number-two-readings",
        ),
    ] {
        let bytes = price(cell);
        let ids: &'static [&'static str] = Box::leak(Box::new([id]));
        c.orders(f, defect, bytes, 1, ids);
    }
    for (defect, cell, id) in [
        (
            "a negative quantity raises the stock",
            "-1",
            "import-quantity-negative",
        ),
        ("half a cup", "0.5", "import-quantity-not-whole"),
        (
            "a quantity of millions",
            "99999999",
            "import-quantity-too-large",
        ),
        ("a word", "one", "import-quantity-not-a-number"),
        ("nothing", "", "import-quantity-missing"),
        ("null", "null", "import-quantity-missing"),
        ("a weight", "2 kg", "import-quantity-not-a-number"),
    ] {
        let ids: &'static [&'static str] = Box::leak(Box::new([id]));
        c.orders(f, defect, qty(cell), 1, ids);
    }
    c.orders(
        f,
        "a line of nothing",
        qty("0"),
        2,
        &["import-quantity-zero"],
    );
    c.orders(
        f,
        "price times quantity overflows",
        beside("2,2026-08-14,B,Cup,1000000,90071992547409.91,,EUR"),
        1,
        &["import-number-too-large"],
    );
    c.orders(
        f,
        "a currency that is none",
        beside("2,2026-08-14,B,Cup,1,2.50,2.50,ZZZ"),
        1,
        &["import-currency-unknown"],
    );
    c.orders(
        f,
        "an order id that a spreadsheet has eaten",
        beside("1.13E+14,2026-08-14,B,Cup,1,2.50,2.50,EUR"),
        1,
        &["import-cell-mangled-number"],
    );
    c.orders(f, "full-width digits", price("２.５０"), 2, &[]);
}

fn dates(c: &mut Corpus) {
    let f = "dates";
    for (defect, cell) in [
        ("a day that does not exist moves into March", "2026-02-30"),
        ("the zero date of MySQL", "0000-00-00 00:00:00"),
        ("the last date there is", "9999-12-31"),
        ("a month 13", "2026-13-01"),
        ("a year before shops", "1066-10-14"),
        ("an hour 25", "2026-08-14 25:00"),
        ("words", "last Tuesday"),
        ("a long row of digits", "20260814201014999999"),
        ("a huge offset", "2026-08-14T10:00:00+99:00"),
        ("a year of five digits", "20266-08-14"),
    ] {
        c.orders(
            f,
            defect,
            beside(&format!("2,{cell},B,Cup,1,2.50,2.50,EUR")),
            1,
            &["import-cell-not-a-date"],
        );
    }
    c.orders(
        f,
        "day and month are swapped silently",
        "order,date,sku,qty\n1,03/04/2026,A,1\n2,05/06/2026,B,1\n",
        0,
        &["import-date-two-readings"],
    );
    c.orders(
        f,
        "tomorrow's orders",
        beside("2,2031-08-14,B,Cup,1,2.50,2.50,EUR"),
        2,
        &["import-date-in-future"],
    );
}

fn texts(c: &mut Corpus) {
    let f = "texts";
    let title = |cell: &str| beside(&format!("2,2026-08-14,B,\"{cell}\",1,2.50,2.50,EUR"));
    c.orders(
        f,
        "a zero ends the name in C and the database",
        title("Cu\0p"),
        2,
        &["import-cell-control-characters"],
    );
    c.orders(
        f,
        "an escape sequence moves the cursor",
        title("\u{1B}[2JCup"),
        2,
        &["import-cell-control-characters"],
    );
    c.orders(
        f,
        "a name is turned around",
        title("Ann \u{202E}nhoJ"),
        2,
        &["import-cell-turns-direction"],
    );
    c.orders(
        f,
        "a script in a name",
        title("<script>alert(1)</script>"),
        2,
        &[],
    );
    c.orders(
        f,
        "a script hidden in entities",
        title("&lt;img src=x onerror=alert(1)&gt;"),
        2,
        &[],
    );
    c.orders(
        f,
        "entities within entities",
        title("&amp;amp;amp;lt;"),
        2,
        &[],
    );
    c.orders(f, "an entity for zero", title("&#0;Cup"), 2, &[]);
    c.orders(
        f,
        "an entity beyond Unicode",
        title("&#x110000;&#99999999999;Cup"),
        2,
        &[],
    );
    c.orders(
        f,
        "SQL in a name",
        title("'; DROP TABLE orders; --"),
        2,
        &[],
    );
    c.orders(
        f,
        "a thousand combining marks",
        title(&format!("e{}", "\u{301}".repeat(1_000))),
        2,
        &[],
    );
    c.orders(
        f,
        "a title of nothing visible",
        title("\u{200B}\u{200B}"),
        2,
        &[],
    );
    c.orders(
        f,
        "neither SKU nor name",
        beside("2,2026-08-14,,,1,2.50,2.50,EUR"),
        1,
        &["import-line-without-name"],
    );
}

fn formulas(c: &mut Corpus) {
    let f = "formulas";
    for (defect, cell) in [
        ("a formula in a title", "=HYPERLINK(\"\"http://x\"\")"),
        ("a command by DDE", "=cmd|' /C calc'!A0"),
        ("a plus", "+1+1"),
        ("an at", "@SUM(A1)"),
        ("a tab before it", "\t=1+1"),
        ("a line end before it", "\n=1+1"),
        ("a full-width equals sign", "＝1+1"),
        ("a minus", "-1+1"),
    ] {
        // Read as it is; only what is written is made inert.
        c.orders(
            f,
            defect,
            beside(&format!("2,2026-08-14,B,\"{cell}\",1,2.50,2.50,EUR")),
            2,
            &[],
        );
    }
}

fn groups(c: &mut Corpus) {
    let f = "grouping";
    c.orders(
        f,
        "two currencies in one order",
        format!("{HEAD}1,2026-08-14,A,Cup,1,2.50,5.00,EUR\n1,2026-08-14,B,Cup,1,2.50,5.00,USD\n"),
        0,
        &["import-order-rows-differ"],
    );
    c.orders(
        f,
        "two totals in one order",
        format!("{HEAD}1,2026-08-14,A,Cup,1,2.50,5.00,EUR\n1,2026-08-14,B,Cup,1,2.50,6.00,EUR\n"),
        1,
        &["import-order-rows-differ"],
    );
    c.orders(
        f,
        "one bad line of two drops only the line",
        format!("{HEAD}1,2026-08-14,A,Cup,1,2.50,5.00,EUR\n1,2026-08-14,B,Cup,x,2.50,5.00,EUR\n"),
        0,
        &["import-quantity-not-a-number"],
    );
    let mut mixed = String::from("order,sku,qty\n");
    for row in 0..30_000 {
        mixed.push_str(&format!("{},A{row},1\n", row % 10_000));
    }
    c.orders(
        f,
        "rows of ten thousand orders mixed like cards",
        mixed,
        10_000,
        &[],
    );
    let mut keys = String::from("order,sku,qty\n");
    for row in 0..100_000 {
        keys.push_str(&format!("{row},A,x\n"));
    }
    c.orders(
        f,
        "a hundred thousand problems are kept one by one",
        keys,
        0,
        &["import-quantity-not-a-number"],
    );
}

fn recognised(c: &mut Corpus) {
    let f = "known formats";
    let shopify = "Name,Email,Financial Status,Fulfillment Status,Currency,Total,Created at,Lineitem quantity,Lineitem name,Lineitem price,Lineitem fulfillment status,Id\n";
    c.orders(f, "a Shopify row saved again by a spreadsheet", format!("{shopify}#1,a@b.test,paid,unfulfilled,EUR,\"2,50\",14.08.2026 10:00,1,Cup,\"2,50\",pending,5E+12\n"), 0, &["import-cell-mangled-number"]);
    c.orders(
        f,
        "a status nobody knows is taken for unpaid",
        format!(
            "{shopify}#1,a@b.test,blorp,unfulfilled,EUR,2.50,2026-08-14,1,Cup,2.50,pending,5\n"
        ),
        1,
        &["import-status-unknown"],
    );
    c.orders(f, "a products cell of another language", "Order ID,Order Status,Order Date,Order Total (inc tax),Product Details\n1,Shipped,2026-08-14,5.00,2 mugs\n", 0, &["import-products-cell-unreadable"]);
    c.orders(f, "an eBay file without rows", "\"Sales Record Number\",\"Order Number\",\"Buyer Username\",\"Item Title\",\"Quantity\",\"Sold For\"\r\n\r\n\"0\",\"record(s) downloaded\"\r\n\"Seller ID : x\"\r\n", 0, &[]);
    c.orders(
        f,
        "a country that is none",
        "order,sku,qty,shipping country\n1,A,1,Narnia\n",
        1,
        &["import-country-unknown"],
    );
}

fn workbooks(c: &mut Corpus) {
    let f = "workbooks";
    let rows = [
        vec!["order", "title", "zip", "qty"],
        vec!["1", "Cup", "01067", "2"],
    ];
    c.orders(
        f,
        "leading zeros of text cells are lost",
        workbook::of_texts(&rows),
        1,
        &[],
    );
    c.orders(
        f,
        "a formula is run instead of read",
        workbook::of_sheet(workbook::FORMULAS),
        1,
        &[],
    );
    c.orders(
        f,
        "dates are read as numbers",
        workbook::of_sheet(workbook::DATES),
        1,
        &[],
    );
    c.file(
        f,
        "a zip bomb by ratio",
        workbook::bomb(64),
        "import-workbook-too-large",
    );
    c.file(
        f,
        "a bomb of 300 MB",
        workbook::bomb(300),
        "import-workbook-too-large",
    );
    c.file(
        f,
        "a directory that lies about sizes",
        workbook::lying_bomb(),
        "import-workbook-unreadable",
    );
    c.file(
        f,
        "ten thousand parts",
        workbook::many_parts(2_100),
        "import-workbook-too-many-parts",
    );
    c.file(
        f,
        "entities that multiply (billion laughs)",
        workbook::of_sheet(workbook::LAUGHS),
        "import-workbook-unreadable",
    );
    c.file(
        f,
        "an entity that reads a file",
        workbook::of_sheet(workbook::EXTERNAL),
        "import-workbook-unreadable",
    );
    c.file(
        f,
        "a cell at the last column of the last row makes a dense table",
        workbook::of_sheet(workbook::FAR),
        "import-too-many-columns",
    );
    c.file(
        f,
        "one long text named by a million cells",
        workbook::shared_flood(),
        "import-workbook-too-large",
    );
    c.file(
        f,
        "no sheet with cells",
        workbook::of_sheet(""),
        "import-workbook-no-sheet",
    );
    c.file(
        f,
        "an archive that is no workbook",
        workbook::plain_zip(),
        "import-file-not-a-table",
    );
    let mut cut = workbook::of_texts(&rows);
    cut.truncate(cut.len() / 2);
    c.file(f, "half a workbook", cut, "import-workbook-unreadable");
    c.file(
        f,
        "XML that does not close",
        workbook::of_sheet("<row r=\"1\"><c r=\"A1\"><v>1</v>"),
        "import-workbook-unreadable",
    );
    c.file(
        f,
        "rows that go backwards",
        workbook::of_sheet(workbook::BACKWARDS),
        "import-workbook-unreadable",
    );
}

fn corpus() -> Vec<Case> {
    let mut c = Corpus::default();
    encodings(&mut c);
    kinds(&mut c);
    sizes(&mut c);
    quotes(&mut c);
    shapes(&mut c);
    numbers(&mut c);
    dates(&mut c);
    texts(&mut c);
    formulas(&mut c);
    groups(&mut c);
    recognised(&mut c);
    workbooks(&mut c);
    c.0
}

#[test]
fn every_hostile_file_is_refused_or_read_with_a_clear_sentence() {
    let today = NaiveDate::from_ymd_opt(2026, 9, 10).unwrap();
    let options = ReadOptions::new(
        Currency::new("EUR").unwrap(),
        chrono_tz::Europe::Berlin,
        today,
    );
    let cases = corpus();
    let mut families: BTreeMap<&str, u32> = BTreeMap::new();
    let mut failures = Vec::new();
    let mut slowest = (Duration::ZERO, "");
    for case in &cases {
        *families.entry(case.family).or_default() += 1;
        let start = Instant::now();
        let mut orders = Vec::new();
        let result = channels::read_each(
            &case.bytes,
            "hostile",
            &options,
            &mut |_| ControlFlow::Continue(()),
            &mut |order| orders.push(order),
        );
        let took = start.elapsed();
        if took > slowest.0 {
            slowest = (took, case.defect);
        }
        if took > MOST_TIME {
            failures.push(format!("{}: took {took:?}", case.defect));
        }
        match (result, &case.expect) {
            (Err(refused), Expect::File(id)) if refused.sentence().id == *id => {}
            (Ok(reading), Expect::Orders(count, ids)) => {
                let seen: BTreeSet<&str> = reading
                    .groups
                    .iter()
                    .map(|group| group.sentence_id.as_str())
                    .collect();
                let missing: Vec<_> = ids.iter().filter(|id| !seen.contains(**id)).collect();
                if reading.order_count != *count || !missing.is_empty() {
                    failures.push(format!(
                        "{}: {} orders of {count}, missing {missing:?}, seen {seen:?}",
                        case.defect, reading.order_count
                    ));
                }
                assert!(reading.problems.len() <= 20 * limits::PROBLEMS_PER_GROUP);
                for order in orders.iter().take(10) {
                    let text = format!("{order:?}");
                    assert!(
                        !text.contains("\\0"),
                        "{}: U+0000 came through",
                        case.defect
                    );
                }
            }
            (Ok(reading), Expect::File(id)) => failures.push(format!(
                "{}: read ({} orders, {:?}) instead of {id}",
                case.defect,
                reading.order_count,
                reading
                    .groups
                    .iter()
                    .map(|group| &group.sentence_id)
                    .collect::<Vec<_>>()
            )),
            (Err(refused), _) => {
                failures.push(format!("{}: refused {:?}", case.defect, refused.sentence()))
            }
        }
    }
    println!(
        "{} files of {} families; slowest {:?} ({})",
        cases.len(),
        families.len(),
        slowest.0,
        slowest.1
    );
    assert!(
        failures.is_empty(),
        "{} of {}:\n{}",
        failures.len(),
        cases.len(),
        failures.join("\n")
    );
    assert!(
        cases.len() >= 100 && families.len() >= 12,
        "{} {}",
        cases.len(),
        families.len()
    );
}

/// Peak memory while the largest of them are turned away, from the kernel's own count.
#[cfg(target_os = "linux")]
#[test]
fn large_files_are_refused_in_bounded_memory() {
    let high = || {
        let status = std::fs::read_to_string("/proc/self/status").unwrap();
        let line = status
            .lines()
            .find(|line| line.starts_with("VmHWM:"))
            .unwrap();
        line.split_whitespace()
            .nth(1)
            .unwrap()
            .parse::<u64>()
            .unwrap()
            / 1024
    };
    let today = NaiveDate::from_ymd_opt(2026, 9, 10).unwrap();
    let options = ReadOptions::new(
        Currency::new("EUR").unwrap(),
        chrono_tz::Europe::Berlin,
        today,
    );
    let mut file = format!("{HEAD}1,\"").into_bytes();
    file.resize(limits::FILE_BYTES, b'x');
    let before = high();
    let refused = channels::read(&file, "x", &options).unwrap_err();
    assert_eq!(refused.sentence().id, "import-cell-too-long");
    let used = high() - before;
    println!("200 MB in one cell: {used} MB more");
    assert!(used < 256, "{used} MB");
}
