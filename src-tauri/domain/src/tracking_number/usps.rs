//! USPS: the Intelligent Mail package barcode and its forerunners (USPS Publication 199).

use super::check_digit::gs1_check_digit;
use super::{Check, Recognised, address};

const PAGE: &str = "https://tools.usps.com/go/TrackConfirmAction?tLabels=%s";

/// Reads a USPS number, with or without the routing code `420` + ZIP before it.
pub(super) fn recognise(number: &str) -> Vec<(u8, Recognised)> {
    if !number.bytes().all(|b| b.is_ascii_digit()) {
        return Vec::new();
    }
    let mut found = Vec::new();
    for body in without_routing(number) {
        found.extend(impb(body));
        found.extend(confirmation(body));
    }
    found
}

/// The number itself, and what is left behind `420` with five or nine digits of ZIP.
fn without_routing(number: &str) -> Vec<&str> {
    let mut bodies = vec![number];
    if number.starts_with("420") {
        bodies.extend(number.get(8..));
        bodies.extend(number.get(12..));
    }
    bodies
}

/// 22, 26 or 30 digits: 9x, service type (3), mailer (9 digits when it begins with 9, else 6),
/// package, check digit.
fn impb(body: &str) -> Option<(u8, Recognised)> {
    let long_mailer = body.get(5..6)? == "9";
    let format = match (body.get(..2)?, body.len(), long_mailer) {
        ("94", 22 | 26, _) | ("94", 30, true) => "usps_impb_n",
        ("92", 22 | 26, true) | ("93", 22 | 26, false) | ("95", 22 | 26, _) => "usps_impb_c",
        ("91", 22, _) => "usps_legacy",
        _ => return None,
    };
    let (digits, check) = body.split_at_checked(body.len() - 1)?;
    Some((1, reading(format, body, gs1_check_digit(digits), check)))
}

/// 20 digits: a confirmation number printed without its application identifier. The check digit
/// counts the missing `91` in the barcode's form and leaves it out in the older one.
fn confirmation(body: &str) -> Vec<(u8, Recognised)> {
    if body.len() != 20 {
        return Vec::new();
    }
    let Some((digits, check)) = body.split_at_checked(19) else {
        return Vec::new();
    };
    vec![
        (6, reading("usps_20", body, gs1_check_digit(digits), check)),
        (
            6,
            reading(
                "usps_legacy",
                body,
                gs1_check_digit(&format!("91{digits}")),
                check,
            ),
        ),
    ]
}

fn reading(format: &str, body: &str, expected: Option<u32>, check: &str) -> Recognised {
    let right = check
        .chars()
        .next()
        .is_some_and(|c| c.to_digit(10) == expected);
    Recognised {
        carrier: "usps".to_owned(),
        carrier_name: "USPS".to_owned(),
        format: format.to_owned(),
        check: if right { Check::Valid } else { Check::Wrong },
        url: address(PAGE, body),
        normalised: body.to_owned(),
    }
}
