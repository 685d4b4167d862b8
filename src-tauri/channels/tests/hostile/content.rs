//! Files whose cells are hostile: numbers, dates, texts, formulas, groups, workbooks.

use super::*;

pub(crate) fn numbers(c: &mut Corpus) {
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

pub(crate) fn dates(c: &mut Corpus) {
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

pub(crate) fn texts(c: &mut Corpus) {
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

pub(crate) fn formulas(c: &mut Corpus) {
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

pub(crate) fn groups(c: &mut Corpus) {
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

pub(crate) fn recognised(c: &mut Corpus) {
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

pub(crate) fn workbooks(c: &mut Corpus) {
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
