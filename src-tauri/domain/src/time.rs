//! Times are integer milliseconds UTC; the shop's IANA zone decides which day it is.

/// Milliseconds since 1970-01-01T00:00:00Z.
pub type Millis = i64;

/// One minute in milliseconds.
pub const MINUTE: Millis = 60_000;
/// One hour in milliseconds.
pub const HOUR: Millis = 60 * MINUTE;
/// Twenty-four hours in milliseconds; a calendar day may be shorter or longer.
pub const DAY: Millis = 24 * HOUR;

/// `20261123T064500Z`: a moment that sorts as text and is a valid file name everywhere.
#[must_use]
pub fn utc_stamp(at: Millis) -> String {
    chrono::DateTime::from_timestamp_millis(at).map_or_else(
        || at.to_string(),
        |t| t.format("%Y%m%dT%H%M%SZ").to_string(),
    )
}

/// The moment that [`utc_stamp`] wrote, to the second; `None` for any other text.
#[must_use]
pub fn read_utc_stamp(text: &str) -> Option<Millis> {
    chrono::NaiveDateTime::parse_from_str(text, "%Y%m%dT%H%M%SZ")
        .ok()
        .map(|at| at.and_utc().timestamp_millis())
}
