//! Time zones as exports name them.

use chrono_tz::Tz;

/// Minutes east of UTC for an abbreviation. The North American ones are those of RFC 5322,
/// section 4.3; the European ones have one meaning in order files.
#[must_use]
pub fn abbreviation(word: &str) -> Option<i32> {
    let minutes = match word.to_ascii_uppercase().as_str() {
        "Z" | "UTC" | "GMT" | "UT" | "WET" => 0,
        "BST" | "WEST" | "CET" | "MEZ" => 60,
        "CEST" | "MESZ" | "EET" => 120,
        "EEST" => 180,
        "EST" => -300,
        "EDT" | "AST" => -240,
        "CST" => -360,
        "CDT" => -300,
        "MST" => -420,
        "MDT" => -360,
        "PST" => -480,
        "PDT" => -420,
        "AKST" => -540,
        "HST" => -600,
        "AEST" => 600,
        "AEDT" => 660,
        "JST" | "KST" => 540,
        _ => return None,
    };
    Some(minutes)
}

/// A zone by its IANA name, or by the names that Square and other Rails programs print
/// (`ActiveSupport::TimeZone`), such as `Eastern Time (US & Canada)`.
#[must_use]
pub fn named(name: &str) -> Option<Tz> {
    let name = name.trim();
    let iana = match name {
        "Eastern Time (US & Canada)" | "Eastern Time" | "Indiana (East)" => "America/New_York",
        "Central Time (US & Canada)" | "Central Time" => "America/Chicago",
        "Mountain Time (US & Canada)" | "Mountain Time" => "America/Denver",
        "Pacific Time (US & Canada)" | "Pacific Time" => "America/Los_Angeles",
        "Arizona" => "America/Phoenix",
        "Alaska" => "America/Anchorage",
        "Hawaii" => "Pacific/Honolulu",
        "Atlantic Time (Canada)" => "America/Halifax",
        "Newfoundland" => "America/St_Johns",
        "Saskatchewan" => "America/Regina",
        "London" | "Edinburgh" => "Europe/London",
        "Dublin" => "Europe/Dublin",
        "Paris" => "Europe/Paris",
        "Madrid" => "Europe/Madrid",
        "Berlin" => "Europe/Berlin",
        "Amsterdam" => "Europe/Amsterdam",
        "Brussels" => "Europe/Brussels",
        "Rome" => "Europe/Rome",
        "Vienna" => "Europe/Vienna",
        "Bern" | "Zurich" => "Europe/Zurich",
        "Tokyo" | "Osaka" | "Sapporo" => "Asia/Tokyo",
        "Sydney" => "Australia/Sydney",
        "Melbourne" => "Australia/Melbourne",
        "Brisbane" => "Australia/Brisbane",
        "Adelaide" => "Australia/Adelaide",
        "Perth" => "Australia/Perth",
        "Hobart" => "Australia/Hobart",
        "Darwin" => "Australia/Darwin",
        "Auckland" | "Wellington" => "Pacific/Auckland",
        other => other,
    };
    iana.parse().ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn zones_are_found_by_either_name() {
        assert_eq!(
            named("Eastern Time (US & Canada)"),
            Some(Tz::America__New_York)
        );
        assert_eq!(named("Europe/Berlin"), Some(Tz::Europe__Berlin));
        assert_eq!(named("Middle Earth"), None);
        assert_eq!(abbreviation("pdt"), Some(-420));
    }
}
