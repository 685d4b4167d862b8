//! Dates as files write them.

use super::*;
use proptest::prelude::*;

fn today() -> NaiveDate {
    NaiveDate::from_ymd_opt(2026, 9, 1).unwrap()
}

fn utc(cell: &str, order: Option<DayOrder>) -> Result<String, NotADate> {
    let written = parse(cell, order, today())?;
    let millis = written.millis(Tz::Europe__Berlin);
    Ok(chrono::DateTime::from_timestamp_millis(millis)
        .unwrap()
        .format("%Y-%m-%dT%H:%M:%SZ")
        .to_string())
}

#[test]
fn every_form_in_the_anchors_is_read_to_the_second() {
    for (cell, expected) in [
        ("2026-04-05 21:06:21 -0400", "2026-04-06T01:06:21Z"),
        ("2026-07-30T08:34:47+00:00", "2026-07-30T08:34:47Z"),
        ("2026-07-30T08:34:47.123Z", "2026-07-30T08:34:47Z"),
        ("2026-08-14 10:00", "2026-08-14T08:00:00Z"),
        ("2026-01-14 10:00", "2026-01-14T09:00:00Z"),
        ("2026-08-14", "2026-08-13T22:00:00Z"),
        ("2026/08/14", "2026-08-13T22:00:00Z"),
        ("20260814", "2026-08-13T22:00:00Z"),
        ("08/14/26", "2026-08-13T22:00:00Z"),
        ("14/08/2026", "2026-08-13T22:00:00Z"),
        ("Aug 14, 2026 2:31:07 PM", "2026-08-14T12:31:07Z"),
        ("August 14, 2026 at 12:05 am", "2026-08-13T22:05:00Z"),
        ("14.08.2026 10:00", "2026-08-14T08:00:00Z"),
        ("14.8.26, 10:00 Uhr", "2026-08-14T08:00:00Z"),
        ("Aug-14-26", "2026-08-13T22:00:00Z"),
        ("14-Aug-26", "2026-08-13T22:00:00Z"),
        ("10-Dez-25", "2025-12-09T23:00:00Z"),
        ("Aug-14-26 09:15:00 PDT", "2026-08-14T16:15:00Z"),
        ("14. August 2026", "2026-08-13T22:00:00Z"),
        ("14 août 2026", "2026-08-13T22:00:00Z"),
        ("14 de agosto de 2026", "2026-08-13T22:00:00Z"),
        ("Fri, 14 Aug 2026 10:00:00 +0200", "2026-08-14T08:00:00Z"),
        ("Freitag, 14. August 2026", "2026-08-13T22:00:00Z"),
        ("2026年8月14日", "2026-08-13T22:00:00Z"),
        ("08/08/26", "2026-08-07T22:00:00Z"),
    ] {
        assert_eq!(utc(cell, None), Ok(expected.to_owned()), "{cell}");
    }
}

#[test]
fn a_date_with_two_readings_waits_for_the_column() {
    assert_eq!(utc("03/08/26", None), Err(NotADate::TwoReadings));
    assert_eq!(
        utc("03/08/26", Some(DayOrder::DayFirst)),
        Ok("2026-08-02T22:00:00Z".into())
    );
    assert_eq!(
        utc("03/08/26", Some(DayOrder::MonthFirst)),
        Ok("2026-03-07T23:00:00Z".into())
    );
}

#[test]
fn a_column_is_decided_by_its_other_cells_or_by_the_calendar() {
    let order = |cells: &[&str], past: bool| {
        let mut evidence = Evidence::default();
        cells
            .iter()
            .for_each(|cell| evidence.add(cell, past, today()));
        (evidence.order(), evidence.open())
    };
    assert_eq!(
        order(&["03/08/26", "14/08/26"], true),
        (Some(DayOrder::DayFirst), 1)
    );
    assert_eq!(
        order(&["03/08/26", "08/14/26"], true),
        (Some(DayOrder::MonthFirst), 1)
    );
    assert_eq!(order(&["03/08/26"], true), (None, 1));
    // 11 August has been, 8 November has not.
    assert_eq!(order(&["11/08/26"], true), (Some(DayOrder::DayFirst), 0));
    assert_eq!(order(&["11/08/26"], false), (None, 1));
    assert_eq!(order(&["14/08/26", "08/14/26"], true), (None, 0));
}

#[test]
fn days_that_do_not_exist_are_no_dates() {
    for cell in [
        "2026-02-30",
        "0000-00-00",
        "0000-00-00 00:00:00",
        "9999-12-31",
        "2026-13-01",
        "31/04/2026",
        "2026-08-14 25:00",
        "tomorrow",
        "14",
        "2026",
        "1.5",
        "12.50",
        "Aug 2026",
        "2026-08-14 10:00 Narnia",
        "1113-4500087-1234501",
        "999999999999999999999999",
    ] {
        assert_eq!(utc(cell, None), Err(NotADate::Malformed), "{cell}");
    }
    assert_eq!(utc("  ", None), Err(NotADate::Empty));
}

#[test]
fn skipped_and_repeated_hours_have_one_reading() {
    // 29 March 2026 02:30 does not exist in Berlin; 25 October 2026 02:30 exists twice.
    assert_eq!(
        utc("2026-03-29 02:30", None),
        Ok("2026-03-29T01:30:00Z".into())
    );
    assert_eq!(
        utc("2026-10-25 02:30", None),
        Ok("2026-10-25T00:30:00Z".into())
    );
}

#[test]
fn two_digit_years_are_near_today() {
    assert_eq!(utc("14.08.99", None), Ok("1999-08-13T22:00:00Z".into()));
    assert_eq!(utc("14.08.45", None), Ok("2045-08-13T22:00:00Z".into()));
}

proptest! {
    #[test]
    fn no_cell_panics(cell in ".{0,48}") {
        let _ = parse(&cell, None, today());
    }

    #[test]
    fn iso_dates_are_read_back(days in 0_u64..36_000, seconds in 0_u32..86_400) {
        let date = NaiveDate::from_ymd_opt(1995, 1, 1).unwrap().checked_add_days(Days::new(days)).unwrap();
        let time = NaiveTime::from_num_seconds_from_midnight_opt(seconds, 0).unwrap();
        let cell = format!("{date} {time}");
        let written = parse(&cell, None, today()).unwrap();
        prop_assert_eq!((written.date, written.time), (date, Some(time)));
        let german = format!("{} {time}", date.format("%d.%m.%Y"));
        prop_assert_eq!(parse(&german, None, today()).unwrap().date, date);
    }
}
