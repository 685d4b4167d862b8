//! Which product a barcode names. Digits decide, leading zeros included. The one exception is the
//! standard's own: a GTIN-12 (UPC-A) is the GTIN-13 (EAN-13) and the GTIN-14 that have zeros before the
//! same digits (GS1 General Specifications, section 1.3, "GTIN data format").

use crate::sku;

/// A barcode as it is kept: a number without the blanks and hyphens that people print between its
/// digits, anything else as a SKU is.
#[must_use]
pub fn plain(text: &str) -> String {
    let text = sku::exact(text);
    let digits: String = text.chars().filter(|c| !matches!(c, ' ' | '-')).collect();
    if !digits.is_empty() && digits.bytes().all(|b| b.is_ascii_digit()) {
        digits
    } else {
        text
    }
}

/// What all spellings of one barcode share.
#[must_use]
pub fn key(text: &str) -> String {
    let code = plain(text);
    if !code.bytes().all(|b| b.is_ascii_digit()) {
        return code;
    }
    match (code.len(), code.strip_prefix('0')) {
        (12, _) => format!("0{code}"),
        (14, Some(rest)) => rest.to_owned(),
        (_, _) => code,
    }
}

/// Every way to write this barcode, as it stands first.
#[must_use]
pub fn spellings(text: &str) -> Vec<String> {
    let code = plain(text);
    let key = key(&code);
    let mut all = vec![code];
    if key.len() == 13 && key.bytes().all(|b| b.is_ascii_digit()) {
        let upc = key.strip_prefix('0').map(str::to_owned);
        let others = [Some(key.clone()), upc, Some(format!("0{key}"))];
        for other in others.into_iter().flatten() {
            if !all.contains(&other) {
                all.push(other);
            }
        }
    }
    all
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn digits_decide_and_a_upc_is_its_ean() {
        assert_eq!(plain(" 4 006381-333931 "), "4006381333931");
        assert_eq!(plain("X-1 2"), "X-1 2");
        assert_eq!(key("036000291452"), "0036000291452");
        assert_eq!(key("00036000291452"), "0036000291452");
        assert_ne!(key("00123"), key("123"), "no GTIN: zeros count");
        assert_ne!(key("14006381333938"), key("4006381333931"));
        assert_eq!(
            spellings("036000291452"),
            ["036000291452", "0036000291452", "00036000291452"]
        );
        assert_eq!(
            spellings("4006381333931"),
            ["4006381333931", "04006381333931"]
        );
        assert_eq!(spellings("-"), ["-"]);
    }
}
