//! A tracking number that was typed or scanned.

use crate::tracking_number::{Check, Recognised, normalise, recognise};
use crate::{Refusal, Sentence};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// The longest number that is kept; barcodes of carriers have at most 50 characters.
const LONGEST: usize = 50;

/// Formats so distinct that a wrong check digit can only be a misread.
const DISTINCT: &[&str] = &["s10", "ups", "usps_impb_c", "usps_impb_n", "dpd"];

/// A number as it is kept, with what is known of it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct AcceptedNumber {
    /// Without spaces, in capitals, without routing code.
    pub number: String,
    /// Who it may belong to, best first; empty when no carrier's form fits.
    pub recognised: Vec<Recognised>,
    /// Worth a look before the label is printed.
    pub doubt: Option<Sentence>,
}

/// Accepts a number from the keyboard or a scanner.
///
/// # Errors
/// `tracking-number-missing` for nothing, `tracking-number-odd` for text that no barcode holds,
/// `tracking-number-misread` for a wrong check digit in a form that nothing else has.
pub fn accept_number(text: &str) -> Result<AcceptedNumber, Refusal> {
    let number = normalise(text);
    if number.is_empty() {
        return Err(Refusal::new("tracking-number-missing"));
    }
    let plain = |c: char| c.is_ascii_alphanumeric() || matches!(c, '-' | '/' | '.');
    if number.len() > LONGEST || !number.chars().all(plain) {
        return Err(Refusal::new("tracking-number-odd").with("max", LONGEST));
    }
    let recognised = recognise(&number);
    let Some(best) = recognised.first() else {
        return Ok(AcceptedNumber {
            number,
            recognised,
            doubt: Some(Sentence::new("tracking-number-unknown")),
        });
    };
    if best.check == Check::Wrong && DISTINCT.contains(&best.format.as_str()) {
        return Err(Refusal::new("tracking-number-misread")
            .with("carrier", best.carrier_name.as_str())
            .with("number", number));
    }
    let doubt = (best.check == Check::Wrong).then(|| {
        Sentence::new("tracking-number-check-digit").with("carrier", best.carrier_name.as_str())
    });
    Ok(AcceptedNumber {
        number: best.normalised.clone(),
        recognised,
        doubt,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn good_numbers_are_kept_plainly() {
        let accepted = accept_number(" 1z5r8 9390357567127 ").unwrap();
        assert_eq!(accepted.number, "1Z5R89390357567127");
        assert_eq!(accepted.doubt, None);
        let scanned = accept_number("]C1420902459261290336128704042634").unwrap();
        assert_eq!(scanned.number, "9261290336128704042634");
    }

    #[test]
    fn misreads_are_refused_and_strangers_doubted() {
        let refused = |text: &str| accept_number(text).unwrap_err().0.id;
        assert_eq!(refused("RR473124828GB"), "tracking-number-misread");
        assert_eq!(refused("1Z5R89390357567128"), "tracking-number-misread");
        assert_eq!(refused("   "), "tracking-number-missing");
        assert_eq!(refused("<script>"), "tracking-number-odd");
        assert_eq!(refused(&"7".repeat(51)), "tracking-number-odd");
        let stranger = accept_number("AB-77").unwrap();
        assert_eq!(stranger.doubt.unwrap().id, "tracking-number-unknown");
        assert_eq!(stranger.number, "AB-77");
    }
}
