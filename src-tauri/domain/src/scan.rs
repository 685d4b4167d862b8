//! What a barcode reader hands over, as the texts that may have been meant.

/// The readings of a scanned or typed text, the likeliest first: as it stands, without the reader's
/// symbology identifier (ISO/IEC 15424, such as `]C1`) and control signs; and without the routing that
/// the United States' post puts before a number (GS1 application identifier 420 with a ZIP code of five
/// or nine digits). Empty when nothing was scanned.
#[must_use]
pub fn readings(text: &str) -> Vec<String> {
    let plain: String = text.chars().filter(|c| !c.is_control()).collect();
    let plain = plain.trim();
    let plain = without_identifier(plain);
    if plain.is_empty() {
        return Vec::new();
    }
    let mut all = vec![plain.to_owned()];
    if plain.bytes().all(|b| b.is_ascii_digit())
        && let Some(rest) = plain.strip_prefix("420")
    {
        let tail = |zip: usize| rest.get(zip..).filter(|n| (20..=22).contains(&n.len()));
        all.extend([9, 5].into_iter().filter_map(tail).map(str::to_owned));
    }
    all
}

fn without_identifier(text: &str) -> &str {
    let Some(rest) = text.strip_prefix(']') else {
        return text;
    };
    let mut signs = rest.char_indices();
    match (signs.next(), signs.next()) {
        (Some((_, letter)), Some((at, digit)))
            if letter.is_ascii_alphabetic() && digit.is_ascii_digit() =>
        {
            rest.get(at + 1..).unwrap_or(text)
        }
        _ => text,
    }
}

#[cfg(test)]
mod tests {
    use super::readings;

    #[test]
    fn a_reader_adds_what_is_no_part_of_the_number() {
        assert_eq!(readings(" RR123456785DE\r\n"), ["RR123456785DE"]);
        assert_eq!(readings("]C0#1001"), ["#1001"]);
        assert_eq!(readings("]x"), ["]x"]);
        assert_eq!(readings("]"), ["]"]);
        assert_eq!(readings(" \t\u{1d} "), Vec::<String>::new());
    }

    #[test]
    fn the_routing_of_the_us_post_is_left_out() {
        // 420, ZIP 94107, then a number of 22 digits (USPS Publication 199, IMpb construct).
        assert_eq!(
            readings("]C1420941079400111899223197428490"),
            ["420941079400111899223197428490", "9400111899223197428490"]
        );
        assert_eq!(
            readings("4209410712349400111899223197428490"),
            [
                "4209410712349400111899223197428490",
                "9400111899223197428490"
            ]
        );
        assert_eq!(readings("4201234"), ["4201234"]);
    }
}
