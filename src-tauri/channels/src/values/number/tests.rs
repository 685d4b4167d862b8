use super::*;
use domain::Currency;
use proptest::prelude::*;

fn cur(code: &str) -> Currency {
    Currency::new(code).unwrap()
}

fn minor(cell: &str, mark: Option<DecimalMark>) -> Result<i64, NotANumber> {
    parse(cell, mark)?
        .value
        .minor(cur("EUR"))
        .map(|minor| minor.amount)
}

#[test]
fn every_way_to_write_an_amount_is_read_to_the_cent() {
    for (cell, cents) in [
        ("1,234.56", 123_456),
        ("1.234,56", 123_456),
        ("1 234,56", 123_456),
        ("1\u{A0}234,56", 123_456),
        ("1\u{202F}234,56", 123_456),
        ("1'234.56", 123_456),
        ("1\u{2019}234.56", 123_456),
        ("12,34,567.89", 123_456_789),
        ("1,234,567", 123_456_700),
        ("1.234.567", 123_456_700),
        ("$20.00", 2000),
        ("-$2.00", -200),
        ("$-2.00", -200),
        ("(5.00)", -500),
        ("($33.62)", -3362),
        ("$1,149.00 ", 114_900),
        ("\u{2212}7,50", -750),
        ("7,50-", -750),
        ("EUR 12,34", 1234),
        ("12,34 €", 1234),
        ("116,99 €", 11_699),
        ("+5", 500),
        ("20", 2000),
        ("0", 0),
        (".5", 50),
        ("0.005", 1),
        ("25.0000", 2500),
        ("2.3949", 239),
        ("5.-", 500),
        ("5,\u{2013}", 500),
        ("12.", 1200),
        ("１２.５０", 1250),
        ("١٢٫٥٠", 1250),
    ] {
        if cell == "0.005" {
            assert_eq!(minor(cell, None), Err(NotANumber::TwoReadings), "{cell}");
        } else {
            assert_eq!(minor(cell, None), Ok(cents), "{cell}");
        }
    }
}

#[test]
fn one_mark_with_three_digits_waits_for_the_column() {
    assert_eq!(minor("1.234", None), Err(NotANumber::TwoReadings));
    assert_eq!(minor("1,234", None), Err(NotANumber::TwoReadings));
    assert_eq!(minor("1.234", Some(DecimalMark::Comma)), Ok(123_400));
    assert_eq!(minor("1,234", Some(DecimalMark::Point)), Ok(123_400));
    // With the other mark it would be a fraction of a cent, which no price list prints.
    assert_eq!(
        minor("1.234", Some(DecimalMark::Point)),
        Err(NotANumber::TwoReadings)
    );
    assert_eq!(
        parse("1.234", Some(DecimalMark::Point))
            .unwrap()
            .value
            .minor(cur("KWD"))
            .unwrap()
            .amount,
        1234
    );
}

#[test]
fn what_is_no_number_is_not_made_one() {
    for cell in [
        "NaN",
        "1e309",
        "1e3",
        "inf",
        "12abc34",
        "1.2.3,4,5",
        "1,23,4",
        "12,3456.78",
        "--5",
        "(-5)",
        "five",
        "0x10",
        "50%5",
        "1/2",
        "$5 €",
    ] {
        assert!(
            matches!(
                parse(cell, None).map(|n| n.beside.to_owned()),
                Err(NotANumber::Malformed)
            ) || parse(cell, None).is_ok_and(|n| !n.beside.is_empty()),
            "{cell}: {:?}",
            parse(cell, None)
        );
    }
    for cell in ["", "-", "n/a", "NULL", "—"] {
        assert_eq!(parse(cell, None), Err(NotANumber::Empty), "{cell}");
    }
    assert_eq!(
        minor("9999999999999999999", None),
        Err(NotANumber::TooLarge)
    );
    assert_eq!(minor(&"9".repeat(400), None), Err(NotANumber::TooLarge));
}

#[test]
fn a_column_is_decided_by_the_cells_that_have_one_reading() {
    let of = |cells: &[&str]| {
        let mut evidence = Evidence::default();
        cells.iter().for_each(|cell| evidence.add(cell));
        (evidence.mark(), evidence.is_mixed(), evidence.open())
    };
    assert_eq!(of(&["1.234", "5,50"]), (Some(DecimalMark::Comma), false, 1));
    assert_eq!(of(&["1,234", "5.50"]), (Some(DecimalMark::Point), false, 1));
    assert_eq!(of(&["1.234", "7"]), (None, false, 1));
    assert_eq!(of(&["1.234.567"]), (Some(DecimalMark::Comma), false, 0));
    assert_eq!(of(&["1,234.56", "1.234,56"]), (None, true, 0));
}

proptest! {
    #[test]
    fn what_is_written_either_way_is_read_back(cents in -900_719_925_474_099_i64..900_719_925_474_099, comma: bool) {
        let (thousands, decimal) = if comma { ('.', ',') } else { (',', '.') };
        let digits = (cents.unsigned_abs() / 100).to_string();
        let mut grouped = String::new();
        for (at, c) in digits.chars().enumerate() {
            if at > 0 && (digits.len() - at).is_multiple_of(3) {
                grouped.push(thousands);
            }
            grouped.push(c);
        }
        let sign = if cents < 0 { "-" } else { "" };
        let written = format!("{sign}{grouped}{decimal}{:02}", cents.unsigned_abs() % 100);
        prop_assert_eq!(minor(&written, None), Ok(cents));
    }

    #[test]
    fn no_cell_panics(cell in ".{0,40}") {
        let _ = parse(&cell, None).map(|n| n.value.minor(cur("EUR")));
    }

    #[test]
    fn a_three_digit_group_is_never_read_without_evidence(a in 1_u32..999, b in 0_u32..999) {
        let cell = format!("{a}.{b:03}");
        prop_assert_eq!(parse(&cell, None), Err(NotANumber::TwoReadings));
    }
}
