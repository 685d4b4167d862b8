//! Files that are broken as files: encodings, kinds, sizes, quotes, shapes.

use super::*;

pub(crate) fn encodings(c: &mut Corpus) {
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

pub(crate) fn kinds(c: &mut Corpus) {
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

pub(crate) fn sizes(c: &mut Corpus) {
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
        format!("order,title,qty\n1,{},1\n2,Cup,1\n", "x".repeat(mb - 1)),
        1,
        &["import-text-too-long"],
    );
}

pub(crate) fn quotes(c: &mut Corpus) {
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

pub(crate) fn shapes(c: &mut Corpus) {
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
