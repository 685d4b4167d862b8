use super::*;

/// An instant written in UTC.
fn utc(text: &str) -> Millis {
    DateTime::parse_from_rfc3339(text)
        .unwrap()
        .timestamp_millis()
}

fn day(text: &str) -> NaiveDate {
    text.parse().unwrap()
}

fn shop(zone: &str, cut_off: u16, handling_days: u16) -> Calendar {
    Calendar {
        zone: Zone::new(zone).unwrap(),
        open: [
            Weekday::Mon,
            Weekday::Tue,
            Weekday::Wed,
            Weekday::Thu,
            Weekday::Fri,
        ]
        .into(),
        holidays: [day("2026-12-25"), day("2026-12-26"), day("2027-01-01")].into(),
        cut_off,
        handling_days,
    }
}

#[test]
fn the_promised_day_counts_open_days_from_the_cut_off() {
    // Berlin, cut-off 14:00. Summer: UTC+2, winter: UTC+1.
    for (placed, handling, promised) in [
        ("2026-07-01T11:59:59Z", 0, "2026-07-01T12:00:00Z"), // Wednesday, a second before
        ("2026-07-01T12:00:00Z", 0, "2026-07-02T12:00:00Z"), // at the cut-off is too late
        ("2026-07-01T08:00:00Z", 1, "2026-07-02T12:00:00Z"),
        ("2026-07-03T08:00:00Z", 1, "2026-07-06T12:00:00Z"), // Friday + 1 is Monday
        ("2026-07-03T13:00:00Z", 0, "2026-07-06T12:00:00Z"),
        ("2026-07-04T08:00:00Z", 0, "2026-07-06T12:00:00Z"), // Saturday
        ("2026-07-04T08:00:00Z", 2, "2026-07-08T12:00:00Z"),
        ("2026-12-24T14:00:00Z", 0, "2026-12-28T13:00:00Z"), // Thursday evening before Christmas
        ("2026-12-31T14:00:00Z", 1, "2027-01-05T13:00:00Z"),
        ("2026-06-30T22:30:00Z", 0, "2026-07-01T12:00:00Z"), // 00:30 on Wednesday in Berlin
    ] {
        let got = ship_by(utc(placed), &shop("Europe/Berlin", 14 * 60, handling));
        assert_eq!(got, utc(promised), "{placed} + {handling}");
    }
}

#[test]
fn days_have_the_lengths_that_clocks_give_them() {
    for (zone, date, starts, hours) in [
        ("Europe/Berlin", "2026-03-29", "2026-03-28T23:00:00Z", 23.0),
        ("Europe/Berlin", "2026-10-25", "2026-10-24T22:00:00Z", 25.0),
        (
            "America/New_York",
            "2026-03-08",
            "2026-03-08T05:00:00Z",
            23.0,
        ),
        (
            "America/New_York",
            "2026-11-01",
            "2026-11-01T04:00:00Z",
            25.0,
        ),
        (
            "Australia/Lord_Howe",
            "2026-04-05",
            "2026-04-04T13:00:00Z",
            24.5,
        ),
        (
            "Australia/Lord_Howe",
            "2026-10-04",
            "2026-10-03T13:30:00Z",
            23.5,
        ),
        ("Asia/Kathmandu", "2026-06-01", "2026-05-31T18:15:00Z", 24.0),
        // Midnight itself was skipped: the day began at 01:00.
        (
            "America/Sao_Paulo",
            "2018-11-04",
            "2018-11-04T03:00:00Z",
            23.0,
        ),
    ] {
        let zone = Zone::new(zone).unwrap();
        let from = zone.start_of_day(day(date));
        let to = zone.start_of_day(day(date).succ_opt().unwrap());
        assert_eq!(from, utc(starts), "{} {date}", zone.name());
        let length = i32::try_from(to - from).unwrap();
        assert!(
            (f64::from(length) / 3_600_000.0 - hours).abs() < 1e-9,
            "{} {date}",
            zone.name()
        );
        assert_eq!(zone.day_of(from), day(date));
        assert_eq!(zone.day_of(to - 1), day(date));
    }
}

#[test]
fn a_cut_off_in_a_gap_or_a_fold_is_one_instant() {
    for (zone, date, minute, instant) in [
        // 02:30 does not exist on this day; the first instant behind the gap is 03:00 summer time.
        ("Europe/Berlin", "2026-03-29", 150, "2026-03-29T01:00:00Z"),
        // 02:30 comes twice; the earlier one is still summer time.
        ("Europe/Berlin", "2026-10-25", 150, "2026-10-25T00:30:00Z"),
        (
            "America/New_York",
            "2026-03-08",
            150,
            "2026-03-08T07:00:00Z",
        ),
        ("America/New_York", "2026-11-01", 90, "2026-11-01T05:30:00Z"),
        // Lord Howe moves by half an hour: 02:00 to 02:30.
        (
            "Australia/Lord_Howe",
            "2026-10-04",
            135,
            "2026-10-03T15:30:00Z",
        ),
        (
            "Australia/Lord_Howe",
            "2026-04-05",
            105,
            "2026-04-04T14:45:00Z",
        ),
        (
            "Asia/Kathmandu",
            "2026-06-01",
            14 * 60,
            "2026-06-01T08:15:00Z",
        ),
        // Midnight at the end of the day is the next day's first instant.
        ("Europe/Berlin", "2026-07-01", 1440, "2026-07-01T22:00:00Z"),
    ] {
        let zone = Zone::new(zone).unwrap();
        assert_eq!(
            zone.at(day(date), minute),
            utc(instant),
            "{} {date}",
            zone.name()
        );
    }
    // Samoa left out 30 December 2011 altogether.
    let apia = Zone::new("Pacific/Apia").unwrap();
    assert_eq!(
        apia.start_of_day(day("2011-12-30")),
        utc("2011-12-30T10:00:00Z")
    );
    assert_eq!(
        apia.start_of_day(day("2011-12-31")),
        utc("2011-12-30T10:00:00Z")
    );
}

#[test]
fn an_order_in_the_folded_hour_is_before_or_after_by_instant_not_by_clock() {
    // Sunday is open here and the cut-off is 02:30: 00:30 UTC is the first 02:30.
    let mut calendar = shop("Europe/Berlin", 150, 0);
    calendar.open.insert(Weekday::Sun);
    let first = utc("2026-10-25T00:29:59Z");
    let second = utc("2026-10-25T01:29:59Z"); // clocks show 02:29:59 again
    assert_eq!(ship_by(first, &calendar), utc("2026-10-25T00:30:00Z"));
    assert_eq!(ship_by(second, &calendar), utc("2026-10-26T01:30:00Z"));
}

#[test]
fn odd_calendars_and_times_do_not_hang() {
    let mut closed = shop("Europe/Berlin", 14 * 60, 3);
    closed.open.clear();
    assert!(closed.clone().checked().is_err());
    let _ = ship_by(utc("2026-07-01T00:00:00Z"), &closed);
    let open = shop("Europe/Berlin", 14 * 60, 3);
    for at in [i64::MIN, -1, 0, i64::MAX, 8_210_266_876_799_000] {
        let _ = ship_by(at, &open);
    }
    assert!(shop("UTC", 1441, 0).checked().is_err());
    assert!(shop("UTC", 0, 366).checked().is_err());
    assert!(shop("UTC", 1439, 365).checked().is_ok());
    assert!(shop("UTC", 1440, 365).checked().is_err());
    // A cut-off at midnight: today is always too late.
    assert_eq!(
        ship_by(utc("2026-07-01T00:00:00Z"), &shop("UTC", 0, 0)),
        utc("2026-07-02T00:00:00Z")
    );
}

#[test]
fn a_calendar_is_json_with_words() {
    let json = serde_json::json!({
        "zone": "Asia/Kathmandu", "open": ["mon", "sun"], "holidays": ["2026-10-20"],
        "cut_off": 720, "handling_days": 2
    });
    let calendar: Calendar = serde_json::from_value(json.clone()).unwrap();
    assert_eq!(serde_json::to_value(&calendar).unwrap(), json);
    let bad = serde_json::json!({"zone": "Mars/Base", "open": [], "holidays": [], "cut_off": 0, "handling_days": 0});
    assert!(serde_json::from_value::<Calendar>(bad).is_err());
}

#[test]
fn days_are_counted_as_a_calendar_shows_them() {
    let berlin = Zone::new("Europe/Berlin").unwrap();
    // 19 November 2026, 15:00 in Berlin, until 23 November, 08:45: less than four times 24 hours.
    let (due, now) = (1_795_096_800_000, 1_795_419_900_000);
    assert_eq!(berlin.days_between(due, now), 4);
    assert_eq!(berlin.days_between(due, due + 8 * 3_600_000), 0);
    assert_eq!(berlin.days_between(due, due + 9 * 3_600_000), 1);
}
