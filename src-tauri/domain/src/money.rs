//! Money: integer minor units and a currency. Never a float.

use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// The largest amount that JavaScript holds exactly: 2^53 − 1 minor units.
pub const MAX_MINOR: i64 = 9_007_199_254_740_991;

/// An ISO 4217 code in capitals, such as `EUR`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, TS)]
#[ts(type = "string")]
pub struct Currency([u8; 3]);

impl Currency {
    /// Reads a code of three letters in any case. Anything else is `None`.
    #[must_use]
    pub fn new(code: &str) -> Option<Self> {
        let bytes: [u8; 3] = code.trim().as_bytes().try_into().ok()?;
        bytes
            .iter()
            .all(u8::is_ascii_alphabetic)
            .then(|| Self(bytes.map(|b| b.to_ascii_uppercase())))
    }

    /// `XXX`: no currency (ISO 4217).
    #[must_use]
    pub fn none() -> Self {
        Self(*b"XXX")
    }

    /// The code in capitals.
    #[must_use]
    pub fn code(&self) -> &str {
        std::str::from_utf8(&self.0).unwrap_or("XXX")
    }

    /// Digits after the point: ISO 4217 list one, "minor unit" column.
    #[must_use]
    pub fn exponent(&self) -> u32 {
        match &self.0 {
            b"BIF" | b"CLP" | b"DJF" | b"GNF" | b"ISK" | b"JPY" | b"KMF" | b"KRW" | b"PYG"
            | b"RWF" | b"UGX" | b"UYI" | b"VND" | b"VUV" | b"XAF" | b"XOF" | b"XPF" => 0,
            b"BHD" | b"IQD" | b"JOD" | b"KWD" | b"LYD" | b"OMR" | b"TND" => 3,
            b"CLF" | b"UYW" => 4,
            _ => 2,
        }
    }
}

impl std::fmt::Display for Currency {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(self.code())
    }
}

impl Serialize for Currency {
    fn serialize<S: serde::Serializer>(&self, s: S) -> Result<S::Ok, S::Error> {
        s.serialize_str(self.code())
    }
}

impl<'de> Deserialize<'de> for Currency {
    fn deserialize<D: serde::Deserializer<'de>>(d: D) -> Result<Self, D::Error> {
        let code = String::deserialize(d)?;
        Self::new(&code).ok_or_else(|| serde::de::Error::custom("a currency is three letters"))
    }
}

/// An amount in minor units of a currency: 1234 EUR minor units are €12.34, 1234 JPY are ¥1,234.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize, TS)]
pub struct Money {
    /// Minor units.
    #[ts(type = "number")]
    pub minor: i64,
    /// The currency.
    pub currency: Currency,
}

impl Money {
    /// Reads a plain decimal such as `-12.5`: digits with at most one point, as a program writes
    /// them. More digits than the currency has are accepted only when they are zeros (exports
    /// write `25.0000`). `None` when it is anything else or beyond [`MAX_MINOR`].
    #[must_use]
    pub fn parse(text: &str, currency: Currency) -> Option<Self> {
        let (negative, digits) = match text.strip_prefix('-') {
            Some(rest) => (true, rest),
            None => (false, text.strip_prefix('+').unwrap_or(text)),
        };
        let (whole, fraction) = digits.split_once('.').unwrap_or((digits, ""));
        if whole.is_empty() && fraction.is_empty() {
            return None;
        }
        if !whole
            .bytes()
            .chain(fraction.bytes())
            .all(|b| b.is_ascii_digit())
        {
            return None;
        }
        let places = usize::try_from(currency.exponent()).ok()?;
        let (kept, rest) = fraction.split_at(fraction.len().min(places));
        if rest.bytes().any(|b| b != b'0') {
            return None;
        }
        let mut minor: i64 = 0;
        for b in whole.bytes().chain(kept.bytes()) {
            minor = minor.checked_mul(10)?.checked_add(i64::from(b - b'0'))?;
        }
        for _ in kept.len()..places {
            minor = minor.checked_mul(10)?;
        }
        (minor <= MAX_MINOR).then_some(Self {
            minor: if negative { -minor } else { minor },
            currency,
        })
    }

    /// The plain decimal: `12.34`, `-0.05`, `1234` for currencies without minor unit. For files
    /// and tests; screens and paper write money in their reader's way.
    #[must_use]
    pub fn plain(&self) -> String {
        let places = self.currency.exponent();
        let unit = 10_u64.pow(places);
        let abs = self.minor.unsigned_abs();
        let sign = if self.minor < 0 { "-" } else { "" };
        if places == 0 {
            format!("{sign}{abs}")
        } else {
            let width = usize::try_from(places).unwrap_or(2);
            format!("{sign}{}.{:0width$}", abs / unit, abs % unit)
        }
    }
}

/// Shares `total` over `weights` so that the parts add up exactly: largest remainder first, ties
/// to the earlier weight. All weights zero (or none positive) puts everything on the first.
#[must_use]
pub fn allocate(total: i64, weights: &[i64]) -> Vec<i64> {
    let sum: i128 = weights.iter().map(|w| i128::from((*w).max(0))).sum();
    if weights.is_empty() {
        return Vec::new();
    }
    if sum == 0 {
        let mut parts = vec![0; weights.len()];
        if let Some(first) = parts.first_mut() {
            *first = total;
        }
        return parts;
    }
    let sign = if total < 0 { -1 } else { 1 };
    let whole = i128::from(total.unsigned_abs());
    let mut parts: Vec<(usize, i128, i128)> = weights
        .iter()
        .enumerate()
        .map(|(at, w)| {
            let share = whole * i128::from((*w).max(0));
            (at, share / sum, share % sum)
        })
        .collect();
    let given: i128 = parts.iter().map(|p| p.1).sum();
    let mut left = whole - given;
    parts.sort_by(|a, b| b.2.cmp(&a.2).then(a.0.cmp(&b.0)));
    for part in &mut parts {
        if left > 0 {
            part.1 += 1;
            left -= 1;
        }
    }
    parts.sort_by_key(|p| p.0);
    parts
        .iter()
        .map(|p| i64::try_from(p.1).unwrap_or(i64::MAX) * sign)
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn minor(text: &str, code: &str) -> Option<i64> {
        Money::parse(text, Currency::new(code).unwrap()).map(|m| m.minor)
    }

    #[test]
    fn plain_decimals_are_read_to_the_last_minor_unit() {
        assert_eq!(minor("12.34", "EUR"), Some(1234));
        assert_eq!(minor("-0.05", "EUR"), Some(-5));
        assert_eq!(minor("25.0000", "USD"), Some(2500));
        assert_eq!(minor("7", "USD"), Some(700));
        assert_eq!(minor(".5", "USD"), Some(50));
        assert_eq!(minor("1234", "JPY"), Some(1234));
        assert_eq!(minor("1.234", "KWD"), Some(1234));
        assert_eq!(
            minor("1.001", "EUR"),
            None,
            "a fraction of a cent is not dropped"
        );
        assert_eq!(minor("1,5", "EUR"), None);
        assert_eq!(minor("", "EUR"), None);
        assert_eq!(minor("90071992547409.92", "EUR"), None, "beyond 2^53 - 1");
    }

    #[test]
    fn plain_writes_what_parse_reads() {
        for (text, code) in [
            ("12.34", "EUR"),
            ("-0.05", "EUR"),
            ("0.00", "USD"),
            ("7", "JPY"),
            ("1.234", "KWD"),
        ] {
            assert_eq!(
                Money::parse(text, Currency::new(code).unwrap())
                    .unwrap()
                    .plain(),
                text
            );
        }
    }

    #[test]
    fn shares_add_up_and_the_largest_remainder_wins() {
        assert_eq!(allocate(100, &[1, 1, 1]), [34, 33, 33]);
        assert_eq!(allocate(-100, &[1, 1, 1]), [-34, -33, -33]);
        assert_eq!(allocate(5, &[0, 0]), [5, 0]);
        assert_eq!(allocate(10, &[1, 2]), [3, 7]);
        assert_eq!(allocate(10, &[]), Vec::<i64>::new());
    }
}
