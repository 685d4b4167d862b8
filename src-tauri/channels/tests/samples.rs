//! Small files of every format, written by us with invented people. Expected values were worked
//! out by hand.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    reason = "tests"
)]

use channels::products::{self, ProductReading};
use channels::{Encoding, Field, Format, Mapping, ReadOptions, Reading, Separator, join};
use chrono::NaiveDate;
use domain::source::{ChargeKind, SourceCharge, SourceOrder, SourcePaid, SourceShipped};
use domain::{Currency, Sentence};
use std::ops::ControlFlow;

fn bytes(name: &str) -> Vec<u8> {
    let folder = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("samples");
    std::fs::read(folder.join(name)).unwrap()
}

fn cur(code: &str) -> Currency {
    Currency::new(code).unwrap()
}

fn options() -> ReadOptions {
    let today = NaiveDate::from_ymd_opt(2026, 9, 10).unwrap();
    ReadOptions::new(cur("EUR"), chrono_tz::Europe::Berlin, today)
}

fn read(name: &str) -> Reading {
    channels::read(&bytes(name), name, &options()).unwrap()
}

fn read_text(text: &str) -> Reading {
    channels::read(text.as_bytes(), "orders.csv", &options()).unwrap()
}

fn at(text: &str) -> Option<i64> {
    Some(
        chrono::DateTime::parse_from_rfc3339(text)
            .unwrap()
            .timestamp_millis(),
    )
}

fn charge(kind: ChargeKind, label: &str, amount: i64) -> SourceCharge {
    SourceCharge {
        kind,
        label: label.into(),
        amount,
    }
}

fn ids(reading: &Reading) -> Vec<&str> {
    reading
        .groups
        .iter()
        .map(|group| group.sentence_id.as_str())
        .collect()
}

fn lines(order: &SourceOrder) -> Vec<(&str, i64, Option<i64>)> {
    order
        .lines
        .iter()
        .map(|line| (line.sku.as_str(), line.quantity, line.unit_price))
        .collect()
}

#[test]
fn shopify_rows_need_not_stand_together_and_numbers_may_repeat() {
    let reading = read("shopify.csv");
    assert_eq!(reading.format, Format::Shopify);
    let [first, second, till, same_number] = reading.orders.as_slice() else {
        panic!("four orders: {:?}", reading.problems)
    };
    assert_eq!(
        (first.source_id.as_str(), first.number.as_str()),
        ("7001", "#2001")
    );
    assert_eq!(
        lines(first),
        [("KER-1", 2, Some(1500)), ("STR-1", 1, Some(1000))]
    );
    // 2 × 15.00 + 10.00 − 4.00 + 4.90 = 40.90 without the tax: it stands inside the prices.
    assert_eq!(
        first.charges,
        [
            charge(ChargeKind::Shipping, "", 490),
            charge(ChargeKind::Discount, "SOMMER", -400)
        ]
    );
    assert_eq!(
        (first.prices_include_tax, first.total),
        (Some(true), Some(4090))
    );
    assert_eq!(
        (first.taxes[0].amount, first.taxes[0].included),
        (653, Some(true))
    );
    assert_eq!(first.ship_to.postcode, "01067");
    assert_eq!(
        (first.gift, first.gift_message.as_str()),
        (true, "Alles Gute, Ben!")
    );
    assert_eq!(first.tags, ["stamm", "newsletter"]);
    assert_eq!(
        (second.paid, second.shipped),
        (SourcePaid::Pending, SourceShipped::Partly)
    );
    assert!(till.counter && !first.counter);
    // The same printed number with another id is another order. Its line's 2.00 is all of the
    // order's 2.00: 10.00 − 2.00 = 8.00.
    assert_eq!(
        (same_number.source_id.as_str(), same_number.number.as_str()),
        ("7004", "#2001")
    );
    assert_eq!(same_number.lines[0].discount, -200);
    assert_eq!(same_number.charges, []);
}

#[test]
fn woocommerce_by_customer_order_export() {
    let reading = read("woocommerce_customer_order_export.csv");
    assert_eq!(reading.format, Format::Woocommerce);
    assert_eq!(reading.problems, []);
    let [done, waiting] = reading.orders.as_slice() else {
        panic!("two orders")
    };
    assert_eq!(
        (done.source_id.as_str(), done.number.as_str()),
        ("310", "A-310")
    );
    assert_eq!(lines(done), [("VAS-1", 2, Some(2000))]);
    assert_eq!(done.lines[0].title, "Vase – klein");
    assert_eq!(
        (done.lines[0].discount, done.lines[0].source_id.as_str()),
        (-200, "901")
    );
    assert_eq!(done.lines[0].options, "Farbe: Blau");
    // 38.00 + 5.00 + 4.00 = 47.00 with tax, 43.00 without, and the total says 45.00.
    assert_eq!(done.total, Some(4500));
    assert_eq!(
        done.charges,
        [
            charge(ChargeKind::Shipping, "", 500),
            charge(ChargeKind::Tax, "", 400)
        ]
    );
    assert_eq!(
        (done.paid, done.shipped),
        (SourcePaid::Paid, SourceShipped::Yes)
    );
    assert_eq!(done.buyer.company, "Modell KG");
    assert_eq!(done.buyer.tax_id, "ATU00000000");
    assert_eq!(done.note, "Bitte läuten");
    assert_eq!(
        (waiting.paid, waiting.shipped),
        (SourcePaid::Pending, SourceShipped::No)
    );
}

#[test]
fn etsys_two_files_complete_each_other_in_either_order() {
    let orders = read("etsy_orders.csv").orders;
    let items = read("etsy_items.csv").orders;
    assert_eq!(orders[0].source_id, items[0].source_id);
    let one = join::join(orders.clone(), items.clone());
    let other = join::join(items.clone(), orders.clone());
    assert_eq!(one, other);
    let [order] = one.as_slice() else {
        panic!("one order")
    };
    assert_eq!(lines(order), [("BEAR-01", 1, Some(500))]);
    // The coupon's 0.50 stands on the line, once: 5.00 − 0.50 + 4.50 = 9.00.
    assert_eq!(order.lines[0].discount, -50);
    assert_eq!(order.charges, [charge(ChargeKind::Shipping, "", 450)]);
    assert_eq!(order.total, Some(900));
    assert_eq!(
        (order.payments.len(), order.payments[0].amount),
        (1, Some(900))
    );
    assert_eq!(order.payments[0].at, at("2026-09-01T22:00:00Z"));
    assert_eq!(order.buyer.name, "Rosa Roe");
    // Joining again changes nothing.
    assert_eq!(join::join(one.clone(), items), one);
    assert_eq!(join::join(one.clone(), orders), one);
}

#[test]
fn ebay_in_british_and_german_wording() {
    let reading = read("ebay_uk.csv");
    assert_eq!((reading.format, reading.rows), (Format::Ebay, 1));
    assert_eq!(reading.problems, []);
    let order = &reading.orders[0];
    assert_eq!((order.currency, order.total), (cur("GBP"), Some(1200)));
    assert_eq!(lines(order), [("TT-1", 2, Some(450))]);
    assert_eq!(order.charges, [charge(ChargeKind::Shipping, "", 300)]);
    assert_eq!(order.tracking, ["AB123456785GB"]);
    assert_eq!(order.service, "Royal Mail 2nd Class");
    assert_eq!(
        (order.shipped, order.ship_to.region.as_str()),
        (SourceShipped::Yes, "Oxfordshire")
    );
    assert_eq!(order.ship_by, at("2026-08-16T22:00:00Z"));

    let reading = read("ebay_de.csv");
    assert_eq!(
        (reading.format, reading.separator),
        (Format::Ebay, Some(Separator::Semicolon))
    );
    assert_eq!(reading.problems, []);
    let order = &reading.orders[0];
    assert_eq!(
        (order.source_id.as_str(), order.currency),
        ("23-12345-12345", cur("EUR"))
    );
    assert_eq!(lines(order), [("TK-1", 1, Some(11_199))]);
    assert_eq!(order.total, Some(11_699));
    assert_eq!(order.placed_at, at("2025-12-09T23:00:00Z"));
    assert_eq!(
        (order.buyer.name.as_str(), order.shipped),
        ("Kai Käufer", SourceShipped::No)
    );
}

#[test]
fn amazon_with_prices_in_windows_1252() {
    let reading = read("amazon_new_orders.txt");
    assert_eq!(
        (reading.format, reading.encoding),
        (Format::Amazon, Some(Encoding::Windows1252))
    );
    let order = &reading.orders[0];
    // A quote mark in this format is a letter.
    assert_eq!(order.lines[0].title, "\"Mini\" cutter");
    // 10.00 for three: 3.33 each and one cent that does not divide.
    assert_eq!(
        (order.lines[0].unit_price, order.lines[0].tax),
        (Some(333), Some(190))
    );
    assert_eq!(
        order.charges,
        [
            charge(ChargeKind::Rounding, "\"Mini\" cutter", 1),
            charge(ChargeKind::Shipping, "", 400),
            charge(ChargeKind::Tax, "", 266),
        ]
    );
    assert_eq!(order.ship_to.city, "Köln");
    assert_eq!(
        (order.gift, order.gift_message.as_str()),
        (true, "Für dich")
    );
    assert_eq!(order.total, None);
    assert_eq!(reading.problems, []);
}

#[test]
fn square_sends_what_names_a_recipient_and_keeps_a_lone_refund() {
    let reading = read("square_items.csv");
    assert_eq!(reading.format, Format::Square);
    let [sent, back] = reading.orders.as_slice() else {
        panic!("two: {:?}", reading.problems)
    };
    assert!(!sent.counter);
    assert_eq!(sent.ship_to.name, "Rita Recipient");
    assert_eq!(sent.currency, cur("USD"));
    // 1,149.00 for three is 383.00 each.
    assert_eq!(lines(sent), [("POS-1", 3, Some(38_300))]);
    assert_eq!((sent.total, sent.refunded), (Some(114_900), None));
    assert_eq!(sent.placed_at, at("2026-08-01T17:00:00Z"));
    assert_eq!(
        (back.source_id.as_str(), back.lines.len(), back.refunded),
        ("TX8", 0, Some(38_300))
    );
    // The shop's currency is the euro and the file says `$`.
    assert_eq!(ids(&reading), ["import-currency-shared-sign"]);
}

#[test]
fn bigcommerce_squarespace_and_magento() {
    let order = &read("bigcommerce.csv").orders[0];
    assert_eq!(lines(order), [("A|1", 1, Some(2250))]);
    assert_eq!(order.lines[0].title, "Pen | black, fine");
    assert_eq!(order.lines[0].options, "Nib: F");
    assert_eq!((order.total, order.currency), (Some(2750), cur("AUD")));
    assert_eq!(
        (order.paid, order.shipped),
        (SourcePaid::Paid, SourceShipped::Yes)
    );

    let reading = read("squarespace.csv");
    assert_eq!(reading.format, Format::Squarespace);
    let order = &reading.orders[0];
    assert_eq!(order.source_id, "00042");
    // 26.00 − 2.00 + 6.00 + 2.40 = 32.40, and the total says 30.40: told as it stands.
    assert_eq!((order.total, order.prices_include_tax), (Some(3040), None));
    assert_eq!(
        order.charges,
        [
            charge(ChargeKind::Shipping, "", 600),
            charge(ChargeKind::Discount, "TEN", -200),
            charge(ChargeKind::Tax, "", 240),
        ]
    );

    let order = &read("magento.csv").orders[0];
    assert_eq!(order.ship_to.line1, "Weg 1, Hinterhaus");
    assert_eq!(
        (order.ship_to.city.as_str(), order.ship_to.postcode.as_str()),
        ("Graz", "8010")
    );
    assert_eq!(
        (order.paid, order.shipped),
        (SourcePaid::Paid, SourceShipped::Yes)
    );
}

#[test]
fn any_table_by_guessed_columns() {
    let reading = read("generic_de.csv");
    assert_eq!(
        (reading.format, reading.encoding),
        (Format::Other, Some(Encoding::Windows1252))
    );
    assert_eq!(reading.separator, Some(Separator::Semicolon));
    let [first, second] = reading.orders.as_slice() else {
        panic!("two: {:?}", reading.problems)
    };
    assert_eq!(
        lines(first),
        [("0042", 1, Some(123_450)), ("0044", 2, Some(1245))]
    );
    // 1,234.50 + 2 × 12.45 + 4.90 = 1,264.30
    assert_eq!((first.total, first.currency), (Some(126_430), cur("EUR")));
    assert_eq!(first.charges, [charge(ChargeKind::Shipping, "", 490)]);
    assert_eq!(first.placed_at, at("2026-08-03T12:30:00Z"));
    assert_eq!(first.ship_to.line1, "Am Markt 5");
    assert_eq!(
        (
            first.ship_to.postcode.as_str(),
            first.ship_to.country.as_str()
        ),
        ("01067", "DE")
    );
    assert_eq!(first.buyer.name, "Jörg Müller");
    assert_eq!(second.ship_to.line1, "Süderstr. 12a");
    // 2 × 7.95 + 3.50 = 19.40
    assert_eq!(
        (second.total, second.lines[0].title.as_str()),
        (Some(1940), "Tasse")
    );
    // The sum below the rows has no order number.
    assert_eq!(ids(&reading), ["import-row-without-order-number"]);
    assert_eq!(reading.columns[5].examples, ["01067", "20097"]);
    assert_eq!(reading.columns[5].field, Some(Field::ShipPostcode));
}

#[test]
fn a_saved_mapping_reads_what_cannot_be_guessed() {
    let mapping = Mapping::default()
        .with("Vorgang", Field::OrderNumber)
        .with("Was", Field::Title)
        .with("Wieviel", Field::Quantity)
        .with("Stand", Field::OrderStatus);
    let json = serde_json::to_string(&mapping).unwrap();
    let mut mapping: Mapping = serde_json::from_str(&json).unwrap();
    mapping
        .words
        .insert("liegt da".into(), channels::status::StatusWord::ToShip);
    let text = "Vorgang,Was,Wieviel,Stand\n7,Kerze,2,Liegt da\n";
    let before = read_text(text);
    assert_eq!(
        (before.orders.len(), ids(&before)),
        (0, vec!["import-needs-order-number"])
    );
    let mut options = options();
    options.mapping = Some(mapping);
    let after = channels::read(text.as_bytes(), "x.csv", &options).unwrap();
    assert_eq!(after.orders[0].lines[0].title, "Kerze");
    assert_eq!(
        (after.orders[0].paid, after.orders[0].shipped),
        (SourcePaid::Paid, SourceShipped::No)
    );
    assert_eq!(after.problems, []);
}

#[test]
fn open_questions_refuse_whole_orders_and_an_answer_brings_them_in() {
    let text = "order,date,sku,qty,price\n1,03/08/2026,A,1,1.234\n1,03/08/2026,B,1,2\n";
    let reading = read_text(text);
    assert_eq!(reading.orders.len(), 0);
    assert_eq!(
        ids(&reading),
        ["import-date-two-readings", "import-number-two-readings"]
    );
    // Row 3 has nothing wrong, but half an order is none.
    assert_eq!(
        reading
            .refused_rows
            .iter()
            .map(|r| r.row)
            .collect::<Vec<_>>(),
        [2, 3]
    );
    let mut answered = options();
    let mut mapping = reading.mapping.clone();
    mapping.day_order = Some(channels::values::date::DayOrder::DayFirst);
    mapping.decimal_mark = Some(channels::values::number::DecimalMark::Comma);
    answered.mapping = Some(mapping);
    let reading = channels::read(text.as_bytes(), "x.csv", &answered).unwrap();
    assert_eq!(reading.orders[0].placed_at, at("2026-08-02T22:00:00Z"));
    assert_eq!(
        lines(&reading.orders[0]),
        [("A", 1, Some(123_400)), ("B", 1, Some(200))]
    );
}

#[test]
fn several_forms_and_currencies_stand_in_one_file() {
    let reading = read_text(
        "order;date;sku;qty;price;currency\n\
         1;2026-08-14T10:00:00Z;A;1;1,234.56;USD\n\
         2;14.08.2026;A;1;1.234,56;EUR\n\
         3;Aug 14, 2026 2:31:07 PM;A;1;1'234.56;CHF\n\
         4;14/08/2026;A;1;12345;JPY\n\
         5;14 août 2026;A;1;0,5;KWD\n",
    );
    assert_eq!(reading.problems, []);
    let amounts: Vec<_> = reading
        .orders
        .iter()
        .map(|o| (o.currency.code().to_owned(), o.lines[0].unit_price))
        .collect();
    assert_eq!(
        amounts,
        [
            ("USD".to_owned(), Some(123_456)),
            ("EUR".to_owned(), Some(123_456)),
            ("CHF".to_owned(), Some(123_456)),
            ("JPY".to_owned(), Some(12_345)),
            ("KWD".to_owned(), Some(500)),
        ]
    );
}

#[test]
fn left_out_rows_become_a_file_that_can_be_corrected_and_read_again() {
    let text = "order,sku,title,qty,price\n1,A,=HYPERLINK(\"x\"),1,-5.00\n2,'007,Fine,1,3.00\n3,C,Third,many,1.00\n";
    let reading = read_text(text);
    assert_eq!(reading.orders.len(), 2);
    assert_eq!(reading.orders[1].lines[0].sku, "007");
    let say = |sentence: &Sentence| sentence.id.clone();
    let file = channels::refused_rows::file(text.as_bytes(), &reading, "Why", &say).unwrap();
    assert_eq!(
        String::from_utf8(file).unwrap(),
        "\u{FEFF}\"order\",\"sku\",\"title\",\"qty\",\"price\",\"Why\"\r\n\
         \"3\",\"C\",\"Third\",\"many\",\"1.00\",\"import-quantity-not-a-number\"\r\n"
    );

    let text = "order,sku,title,qty,price\n1,=A1,=HYPERLINK(\"x\"),none,-5.00\n";
    let file =
        channels::refused_rows::file(text.as_bytes(), &read_text(text), "Why", &say).unwrap();
    let written = String::from_utf8(file).unwrap();
    assert!(
        written.contains("\"1\",\"'=A1\",\"'=HYPERLINK(\"\"x\"\")\",\"none\",\"-5.00\""),
        "{written}"
    );
    let corrected = written.replace("\"none\"", "\"2\"");
    let line = &read_text(&corrected).orders[0].lines[0];
    assert_eq!(
        (line.sku.as_str(), line.title.as_str()),
        ("=A1", "=HYPERLINK(\"x\")")
    );
}

#[test]
fn the_watch_sees_progress_and_can_end_it() {
    let mut text = String::from("order,sku,qty\n");
    for order in 0..5_000 {
        text.push_str(&format!("{order},A,1\n"));
    }
    let mut calls = 0;
    let mut watch = |_| {
        calls += 1;
        ControlFlow::Continue(())
    };
    let mut given = 0;
    let reading = channels::read_each(
        text.as_bytes(),
        "x.csv",
        &options(),
        &mut watch,
        &mut |_| given += 1,
    );
    assert_eq!((reading.unwrap().order_count, given), (5_000, 5_000));
    assert!(calls >= 10, "{calls}");
    let stopped = channels::read_each(
        text.as_bytes(),
        "x.csv",
        &options(),
        &mut |_| ControlFlow::Break(()),
        &mut |_| {},
    );
    assert_eq!(stopped.unwrap_err(), channels::FileRefused::Cancelled);
}

fn read_products(name: &str) -> ProductReading {
    products::read(&bytes(name), name, &options(), None, &mut |_| {
        ControlFlow::Continue(())
    })
    .unwrap()
}

#[test]
fn products_by_our_own_names() {
    let reading = read_products("products_own.csv");
    let [pot, cup, spoon] = reading.products.as_slice() else {
        panic!("{:?}", reading.problems)
    };
    assert_eq!(
        (pot.sku.as_str(), pot.title.as_str(), pot.row),
        ("0042", "Teekanne", 2)
    );
    assert_eq!(pot.options, [("Farbe".to_owned(), "Blau".to_owned())]);
    assert_eq!(
        (pot.grams, pot.opening, pot.bin.as_str()),
        (Some(1250), Some(4), "A-01-3")
    );
    assert_eq!(
        (pot.length_mm, pot.width_mm, pot.height_mm),
        (Some(200), Some(150), Some(105))
    );
    assert_eq!(
        (pot.hs_code.as_str(), pot.origin.as_str()),
        ("69120021", "DE")
    );
    assert_eq!((pot.cost, pot.price), (Some(30_000), Some(123_450)));
    assert_eq!(cup.barcodes, ["4006381333931", "96385074"]);
    assert_eq!(
        (cup.grams, cup.opening, cup.origin.as_str()),
        (Some(300), Some(0), "PT")
    );
    assert_eq!(
        (spoon.grams, spoon.opening, spoon.cost, spoon.price),
        (None, None, None, Some(1245))
    );
    // Both rows of a doubled SKU stay out.
    assert_eq!(
        reading
            .refused_rows
            .iter()
            .map(|r| r.row)
            .collect::<Vec<_>>(),
        [5, 6]
    );
    assert_eq!(reading.groups[0].sentence_id, "product-sku-twice");
}

#[test]
fn products_by_shopifys_export() {
    let reading = read_products("products_shopify.csv");
    let [small, medium, card] = reading.products.as_slice() else {
        panic!("{:?}", reading.problems)
    };
    assert_eq!(
        small.options,
        [
            ("Color".into(), "Black".into()),
            ("Size".into(), "S".into())
        ]
    );
    assert_eq!(small.barcodes, ["0012345678905"]);
    assert_eq!(
        (small.grams, small.opening, small.price, small.cost),
        (Some(180), Some(7), Some(1990), Some(650))
    );
    assert_eq!(medium.title, "Crew Tee");
    assert_eq!(
        medium.options,
        [
            ("Color".into(), "Black".into()),
            ("Size".into(), "M".into())
        ]
    );
    // A stock below zero is no count.
    assert_eq!(
        (medium.opening, medium.product_key.as_str()),
        (None, "crew-tee")
    );
    assert_eq!(
        (card.options.len(), card.ships, card.opening),
        (0, false, None)
    );
    assert_eq!(reading.refused_rows, []);
}
