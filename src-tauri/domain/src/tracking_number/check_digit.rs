//! Check digits.

/// Digits of an ASCII text; `None` when anything else is in it.
fn digits(text: &str) -> Option<Vec<u32>> {
    text.chars().map(|c| c.to_digit(10)).collect()
}

/// GS1 modulo 10 over the digits before the check digit: weights 3 and 1 from the right (GS1
/// General Specifications, section 7.9.1). `None` unless all are digits.
#[must_use]
pub fn gs1_check_digit(body: &str) -> Option<u32> {
    let sum: u32 = digits(body)?
        .iter()
        .rev()
        .enumerate()
        .map(|(at, digit)| if at % 2 == 0 { digit * 3 } else { *digit })
        .sum();
    (!body.is_empty()).then_some((10 - sum % 10) % 10)
}

fn ends_with_gs1_digit(number: &str) -> bool {
    let Some((at, last)) = number.char_indices().next_back() else {
        return false;
    };
    number
        .get(..at)
        .and_then(gs1_check_digit)
        .is_some_and(|digit| last.to_digit(10) == Some(digit))
}

/// Whether 18 digits are a Serial Shipping Container Code. The application identifier `00` before
/// them is not part of it.
#[must_use]
pub fn sscc_is_valid(number: &str) -> bool {
    number.len() == 18 && ends_with_gs1_digit(number)
}

/// Whether 8, 12, 13 or 14 digits are a GTIN (EAN, UPC).
#[must_use]
pub fn gtin_is_valid(number: &str) -> bool {
    matches!(number.len(), 8 | 12 | 13 | 14) && ends_with_gs1_digit(number)
}

/// The check digit of an S10 serial of eight digits: weights 8 6 4 2 3 5 9 7, eleven minus the
/// remainder by eleven, 10 becomes 0 and 11 becomes 5 (UPU standard S10). `None` for anything but
/// eight digits.
#[must_use]
pub fn s10_check_digit(serial: &str) -> Option<u32> {
    let digits = digits(serial).filter(|d| d.len() == 8)?;
    let sum: u32 = digits
        .iter()
        .zip([8, 6, 4, 2, 3, 5, 9, 7])
        .map(|(digit, weight)| digit * weight)
        .sum();
    Some(match 11 - sum % 11 {
        10 => 0,
        11 => 5,
        digit => digit,
    })
}

/// How a format's check character is found from the characters before it.
#[derive(Debug, Clone, Copy)]
pub(super) enum Rule {
    /// There is none.
    None,
    /// GS1 modulo 10.
    Gs1,
    /// Modulo 10 with one weight for the characters at even places (counted from 0) and one for
    /// odd places; letters count as UPS counts them (code − 3, last digit).
    Mod10 { even: u32, odd: u32 },
    /// Weights in turn, modulo 11, then modulo 10 (FedEx Express).
    Fedex(&'static [u32]),
    /// The number itself modulo 7 (DHL Express).
    Mod7,
    /// ISO 7064 MOD 37,36 (DPD Parcel Label Specification).
    Mod37,
    /// Luhn.
    Luhn,
    /// Weights 4 and 9 from the left, modulo 10 (Identcode of Deutsche Post DHL).
    Identcode,
}

impl Rule {
    /// The check character; `None` when the rule has none or the text does not fit it.
    pub(super) fn character(self, body: &str) -> Option<char> {
        let digit = match self {
            Self::None => return None,
            Self::Gs1 => gs1_check_digit(body)?,
            Self::Mod10 { even, odd } => mod10(body, even, odd)?,
            Self::Fedex(weights) => {
                let sum: u32 = digits(body)?
                    .iter()
                    .zip(weights)
                    .map(|(digit, weight)| digit * weight)
                    .sum();
                sum % 11 % 10
            }
            Self::Mod7 => digits(body)?
                .iter()
                .fold(0, |rest, digit| (rest * 10 + digit) % 7),
            Self::Mod37 => return mod_37_36(body),
            Self::Luhn => luhn(body)?,
            Self::Identcode => (10 - weighted(body, 4, 9)? % 10) % 10,
        };
        char::from_digit(digit, 10)
    }
}

fn weighted(body: &str, even: u32, odd: u32) -> Option<u32> {
    let digits = digits(body)?;
    Some(
        digits
            .iter()
            .enumerate()
            .map(|(at, digit)| digit * if at % 2 == 0 { even } else { odd })
            .sum(),
    )
}

fn mod10(body: &str, even: u32, odd: u32) -> Option<u32> {
    let mut sum = 0;
    for (at, c) in body.chars().enumerate() {
        let value = match c.to_digit(10) {
            Some(digit) => digit,
            None if c.is_ascii_uppercase() => (u32::from(c) - 3) % 10,
            None => return None,
        };
        sum += value * if at % 2 == 0 { even } else { odd };
    }
    Some((10 - sum % 10) % 10)
}

fn luhn(body: &str) -> Option<u32> {
    let sum: u32 = digits(body)?
        .iter()
        .rev()
        .enumerate()
        .map(|(at, digit)| match (at % 2, digit * 2) {
            (0, twice) if twice > 9 => twice - 9,
            (0, twice) => twice,
            _ => *digit,
        })
        .sum();
    Some((10 - sum % 10) % 10)
}

fn mod_37_36(body: &str) -> Option<char> {
    let mut check = 36;
    for c in body.chars() {
        check += c.to_digit(36)?;
        if check > 36 {
            check -= 36;
        }
        check *= 2;
        if check > 36 {
            check -= 37;
        }
    }
    let check = match 37 - check {
        36 => 0,
        check => check,
    };
    char::from_digit(check, 36).map(|c| c.to_ascii_uppercase())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn gs1_digits_worked_by_hand() {
        // 00 34043416009402100: 3·0+0+3·1+2+… = 85, so 5.
        assert_eq!(gs1_check_digit("34043416009402100"), Some(5));
        // EAN 4006381333931: 9+9·… = 89, so 1.
        assert!(gtin_is_valid("4006381333931"));
        assert!(gtin_is_valid("96385074"));
        assert!(gtin_is_valid("036000291452"));
        assert!(!gtin_is_valid("4006381333932"));
        assert!(!gtin_is_valid("40063813339"));
        assert!(!gtin_is_valid("40063813 3931"));
        assert!(sscc_is_valid("340434160094021005"));
        assert!(!sscc_is_valid("340434160094021006"));
        assert_eq!(gs1_check_digit(""), None);
    }

    #[test]
    fn s10_digits_with_both_special_remainders() {
        // 4·8+7·6+3·4+1·2+2·3+4·5+8·9+2·7 = 200, 200 mod 11 = 2, 11 − 2 = 9.
        assert_eq!(s10_check_digit("47312482"), Some(9));
        // Remainder 1 gives 0, remainder 0 gives 5.
        assert_eq!(s10_check_digit("69091111"), Some(0));
        assert_eq!(s10_check_digit("22750142"), Some(5));
        assert_eq!(s10_check_digit("00000000"), Some(5));
        assert_eq!(s10_check_digit("1234567"), None);
        assert_eq!(s10_check_digit("1234567A"), None);
    }

    #[test]
    fn other_rules_worked_by_hand() {
        // 5·4+6·9+3·4+1·9+0+2·9+4·4+3·9+0+3·9+1·4 = 187, so 3.
        assert_eq!(Rule::Identcode.character("56310243031"), Some('3'));
        // 331881002 mod 7 = 5.
        assert_eq!(Rule::Mod7.character("331881002"), Some('5'));
        assert_eq!(Rule::Luhn.character("7992739871"), Some('3'));
        assert_eq!(Rule::Mod37.character("09980000020033"), Some('F'));
        assert_eq!(Rule::None.character("1"), None);
    }
}
