//! What a file leaves open, and what a person's answer makes of it.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    reason = "tests"
)]

use channels::status::StatusWord;
use channels::values::date::DayOrder;
use channels::values::number::DecimalMark;
use channels::{Choices, ReadOptions, Reading, Said};
use chrono::NaiveDate;
use domain::Currency;
use domain::source::{SourcePaid, SourceShipped};

fn read(text: &str, said: Said) -> Reading {
    let today = NaiveDate::from_ymd_opt(2026, 9, 10).unwrap();
    let euro = Currency::new("EUR").unwrap();
    let mut options = ReadOptions::new(euro, chrono_tz::UTC, today);
    options.said = said;
    channels::read(text.as_bytes(), "list.csv", &options).unwrap()
}

fn day(reading: &Reading, order: usize) -> String {
    let at = reading.orders[order].placed_at.unwrap();
    let at = chrono::DateTime::from_timestamp_millis(at).unwrap();
    at.format("%Y-%m-%d").to_string()
}

#[test]
fn a_file_that_leaves_nothing_open_asks_nothing() {
    let text = "order,date,sku,qty,price,currency\n1,2026-08-03,A,1,1.50,EUR\n";
    assert_eq!(read(text, Said::default()).choices, Choices::default());
}

#[test]
fn dates_with_two_readings_ask_for_day_or_month() {
    let text =
        "order,date,sku,qty,price,currency\n1,03/08/2026,A,1,1.50,EUR\n2,04/08/2026,A,1,1.50,EUR\n";
    let open = read(text, Said::default());
    let dates = open.choices.dates.clone().unwrap();
    assert_eq!((dates.cells, dates.example.as_str()), (2, "03/08/2026"));
    assert_eq!((dates.read_as, open.orders.len()), (None, 0));
    for (order, first) in [
        (DayOrder::DayFirst, "2026-08-03"),
        (DayOrder::MonthFirst, "2026-03-08"),
    ] {
        let said = Said {
            day_order: Some(order),
            ..Said::default()
        };
        let reading = read(text, said);
        assert_eq!(day(&reading, 0), first);
        // It is still shown, so that a person may change it; and it is saved with the mapping.
        assert_eq!(reading.choices.dates.unwrap().read_as, Some(order));
        assert_eq!(reading.mapping.day_order, Some(order));
    }
}

#[test]
fn a_column_that_contradicts_itself_can_be_settled() {
    // The first can only be day first, the second only month first, the third is either.
    let text = "order,date,sku,qty,price,currency\n1,13/02/2026,A,1,1.50,EUR\n2,02/13/2026,A,1,1.50,EUR\n3,03/04/2026,A,1,1.50,EUR\n";
    let open = read(text, Said::default());
    assert_eq!(open.choices.dates.clone().unwrap().cells, 1);
    assert_eq!(open.orders.len(), 2);
    let said = Said {
        day_order: Some(DayOrder::MonthFirst),
        ..Said::default()
    };
    let reading = read(text, said);
    let days: Vec<String> = (0..3).map(|order| day(&reading, order)).collect();
    assert_eq!(days, ["2026-02-13", "2026-02-13", "2026-03-04"]);
}

#[test]
fn numbers_with_two_readings_ask_for_the_mark() {
    let text = "order,date,sku,qty,price,currency\n1,2026-08-03,A,1,1.234,EUR\n";
    let open = read(text, Said::default());
    let decimal = open.choices.decimal.clone().unwrap();
    assert_eq!((decimal.cells, decimal.example.as_str()), (1, "1.234"));
    assert_eq!((decimal.read_as, open.orders.len()), (None, 0));
    let said = |mark| Said {
        decimal_mark: Some(mark),
        ..Said::default()
    };
    let price = |reading: &Reading, order: usize| reading.orders[order].lines[0].unit_price;
    // With a comma for decimals the point parts thousands: 1,234 euros.
    assert_eq!(
        price(&read(text, said(DecimalMark::Comma)), 0),
        Some(123_400)
    );
    // Two that contradict each other, and one that is either.
    let mixed = "order;date;sku;qty;price;currency\n1;2026-08-03;A;1;1,50;EUR\n2;2026-08-03;A;1;1.50;EUR\n3;2026-08-03;A;1;2.345;EUR\n";
    assert_eq!(read(mixed, Said::default()).orders.len(), 2);
    let settled = read(mixed, said(DecimalMark::Comma));
    let prices: Vec<_> = (0..3).map(|order| price(&settled, order)).collect();
    assert_eq!(prices, [Some(150), Some(150), Some(234_500)]);
}

#[test]
fn a_file_without_a_currency_can_be_told_one() {
    let text = "order,date,sku,qty,price\n1,2026-08-03,A,1,1.50\n";
    let open = read(text, Said::default());
    assert_eq!(open.choices.currency, Currency::new("EUR"));
    assert_eq!(open.groups[0].sentence_id, "import-currency-assumed");
    let said = Said {
        currency: Currency::new("CHF"),
        ..Said::default()
    };
    let reading = read(text, said);
    assert_eq!(Some(reading.orders[0].currency), Currency::new("CHF"));
    assert_eq!(reading.groups, []);
    assert_eq!(reading.choices.currency, Currency::new("CHF"));
}

#[test]
fn a_currency_is_asked_for_together_with_the_rest() {
    let currency = |text: &str| read(text, Said::default()).choices.currency;
    // Nothing of it can be read before the day and the mark are said, and the currency is as open as these.
    let open = "order;date;sku;qty;price\n1;03/08/2026;A;1;1.234\n";
    assert_eq!(currency(open), Currency::new("EUR"));
    assert_eq!(read(open, Said::default()).orders, []);
    assert_eq!(
        currency(&open.replace("1.234", "1.50")),
        Currency::new("EUR")
    );
    // One that is named is not asked for.
    assert_eq!(currency(&open.replace("1.234", "CHF 1.234")), None);
    assert_eq!(currency(&open.replace("1.234", "CHF 1.50")), None);
    // A file of which nothing is taken assumes nothing.
    let assumed = |text: &str| {
        read(text, Said::default())
            .groups
            .iter()
            .any(|g| g.sentence_id == "import-currency-assumed")
    };
    assert!(!assumed(open));
    assert!(assumed(
        &open.replace("03/08", "23/08").replace("1.234", "1.50")
    ));
}

#[test]
fn a_word_can_be_given_its_meaning() {
    let text = "order,date,sku,qty,price,currency,status\n1,2026-08-03,A,1,1.50,EUR,Liegt_da\n2,2026-08-03,A,1,1.50,EUR,Versandt\n3,2026-08-03,A,1,1.50,EUR,liegt da\n";
    let words = |reading: &Reading| {
        let words = reading.choices.words.iter();
        words
            .map(|w| (w.word.clone(), w.cells, w.read_as))
            .collect::<Vec<_>>()
    };
    let open = read(text, Said::default());
    assert_eq!(
        words(&open),
        [
            ("liegt da".to_owned(), 2, None),
            ("versandt".to_owned(), 1, Some(StatusWord::Shipped)),
        ]
    );
    assert_eq!(open.orders[0].paid, SourcePaid::Unknown);
    let said = Said {
        words: [
            ("LIEGT DA".to_owned(), StatusWord::ToShip),
            // Also a word that is known can be told otherwise.
            ("Versandt".to_owned(), StatusWord::Cancelled),
        ]
        .into(),
        ..Said::default()
    };
    let reading = read(text, said);
    let first = &reading.orders[0];
    assert_eq!(
        (first.paid, first.shipped),
        (SourcePaid::Paid, SourceShipped::No)
    );
    assert!(reading.orders[1].cancelled);
    assert_eq!(words(&reading)[0].2, Some(StatusWord::ToShip));
    assert_eq!(reading.groups, []);
}
