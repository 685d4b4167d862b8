//! The number that a label without a tracking number wears as its barcode.
//!
//! An order's number is no such number: two channels may both have an order 1001, an order may leave in
//! several parcels, and a label that was retired would read as the one that took its place. The code is
//! made of the label's own id, which no other label of the shop ever had: `P`, the id in at least seven
//! digits, and a check digit for those who type it (ISO/IEC 7064, MOD 11,10). An even number of digits is
//! half as wide in Code 128.

/// The fewest digits of the id in a code.
const DIGITS: usize = 7;

/// The code of a label: `P00104825`. Empty for a number that no row has.
#[must_use]
pub fn of(label: i64) -> String {
    let body = format!("{label:0DIGITS$}");
    check_digit(&body).map_or_else(String::new, |check| format!("P{body}{check}"))
}

/// The same for a person's eye, in groups of four: `P 0010 4825`.
#[must_use]
pub fn shown(code: &str) -> String {
    let Some(digits) = code.strip_prefix('P').filter(|d| d.is_ascii()) else {
        return code.to_owned();
    };
    let groups: Vec<&str> = digits
        .as_bytes()
        .chunks(4)
        .filter_map(|group| std::str::from_utf8(group).ok())
        .collect();
    format!("P {}", groups.join(" "))
}

/// The label that a scanned or typed code names; `None` for anything else, and for a slip of the finger.
#[must_use]
pub fn read(text: &str) -> Option<i64> {
    let plain: String = text.chars().filter(|c| !c.is_whitespace()).collect();
    let digits = plain.strip_prefix(['P', 'p'])?;
    let (body, check) = digits.split_at_checked(digits.len().checked_sub(1)?)?;
    let known = body.len() >= DIGITS && check.parse().ok() == check_digit(body);
    let id = known.then(|| body.parse::<i64>().ok()).flatten()?;
    // One label, one code: no second spelling with more noughts.
    (of(id).strip_prefix('P') == Some(digits)).then_some(id)
}

/// ISO/IEC 7064, clause 9 (hybrid system MOD 11,10); `None` unless all are digits.
fn check_digit(digits: &str) -> Option<u32> {
    let mut product = 10;
    for c in digits.chars() {
        let sum = (product + c.to_digit(10)?) % 10;
        product = 2 * if sum == 0 { 10 } else { sum } % 11;
    }
    Some((11 - product) % 10)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_code_is_read_back_and_a_slip_is_not() {
        // 0794: 10+0 is 10, doubled 20, by eleven 9; 9+7 is 6, 12, 1; 1+9 is 10, 20, 9; 9+4 is 3, 6; 11-6 is 5.
        assert_eq!(check_digit("0794"), Some(5));
        let code = of(10_482);
        assert_eq!(code.len(), 9, "{code}");
        assert!(code.starts_with("P0010482"), "{code}");
        assert_eq!(read(&code), Some(10_482));
        assert_eq!(read(&shown(&code).to_lowercase()), Some(10_482));
        for at in 1..code.len() {
            let mut bytes = code.clone().into_bytes();
            bytes[at] = if bytes[at] == b'9' {
                b'0'
            } else {
                bytes[at] + 1
            };
            let wrong = String::from_utf8(bytes).unwrap();
            assert_eq!(read(&wrong), None, "{wrong}");
        }
        for (a, b) in [(1, 2), (3, 4), (6, 7)] {
            let mut bytes = code.clone().into_bytes();
            bytes.swap(a, b);
            let wrong = String::from_utf8(bytes).unwrap();
            assert!(wrong == code || read(&wrong).is_none(), "{wrong}");
        }
    }

    #[test]
    fn a_large_id_and_what_is_no_code() {
        let large = 123_456_789_012;
        assert_eq!(read(&of(large)), Some(large));
        assert_eq!(shown("P00104825"), "P 0010 4825");
        let more = format!("P0{}", &of(large)[1..]);
        for text in [
            "",
            "P",
            "P1",
            "1001",
            "#1001",
            "PÄÖ",
            "RR473124829GB",
            &more,
        ] {
            assert_eq!(read(text), None, "{text}");
        }
    }
}
