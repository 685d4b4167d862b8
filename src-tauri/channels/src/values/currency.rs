//! Currency signs and codes beside an amount.

use domain::Currency;
use std::collections::HashSet;
use std::sync::LazyLock;

/// What stands beside a number.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Sign {
    /// Nothing.
    None,
    /// A sign or code that names one currency.
    Is(Currency),
    /// A sign that several currencies share, such as `$`, with the one most often meant.
    Shared(Currency),
    /// Something that is no currency.
    Unknown,
}

/// Signs that belong to one currency, and the way exports write dollars of other countries.
const SIGNS: &[(&str, &str)] = &[
    ("€", "EUR"),
    ("£", "GBP"),
    ("us $", "USD"),
    ("us$", "USD"),
    ("au $", "AUD"),
    ("a$", "AUD"),
    ("au$", "AUD"),
    ("c $", "CAD"),
    ("c$", "CAD"),
    ("ca$", "CAD"),
    ("nz$", "NZD"),
    ("nz $", "NZD"),
    ("hk$", "HKD"),
    ("s$", "SGD"),
    ("nt$", "TWD"),
    ("mx$", "MXN"),
    ("r$", "BRL"),
    ("₹", "INR"),
    ("rs.", "INR"),
    ("₩", "KRW"),
    ("₺", "TRY"),
    ("₽", "RUB"),
    ("₴", "UAH"),
    ("₪", "ILS"),
    ("₫", "VND"),
    ("฿", "THB"),
    ("₱", "PHP"),
    ("₦", "NGN"),
    ("zł", "PLN"),
    ("kč", "CZK"),
    ("ft", "HUF"),
    ("lei", "RON"),
    ("fr.", "CHF"),
    ("sfr.", "CHF"),
    ("円", "JPY"),
    ("元", "CNY"),
    ("원", "KRW"),
];

/// Signs that several currencies share, and those currencies with the likeliest first.
const SHARED: &[(&str, &[&str])] = &[
    (
        "$",
        &[
            "USD", "CAD", "AUD", "NZD", "HKD", "SGD", "MXN", "TWD", "ARS", "CLP", "COP", "BRL",
        ],
    ),
    ("¥", &["JPY", "CNY"]),
    ("kr", &["SEK", "NOK", "DKK", "ISK"]),
    ("kr.", &["DKK", "SEK", "NOK", "ISK"]),
    ("r", &["ZAR"]),
];

/// Reads the sign or code beside an amount. A shared sign is the shop's own currency when that
/// one uses it.
#[must_use]
pub fn sign(text: &str, shop: Currency) -> Sign {
    let text = text.trim();
    if text.is_empty() {
        return Sign::None;
    }
    if let Some(code) = code(text) {
        return Sign::Is(code);
    }
    let lower = text
        .to_lowercase()
        .replace('\u{FF04}', "$")
        .replace('\u{FFE5}', "¥");
    if let Some((_, code)) = SIGNS.iter().find(|(sign, _)| *sign == lower) {
        return Currency::new(code).map_or(Sign::Unknown, Sign::Is);
    }
    let Some((_, codes)) = SHARED.iter().find(|(sign, _)| *sign == lower) else {
        return Sign::Unknown;
    };
    if codes.contains(&shop.code()) {
        return Sign::Is(shop);
    }
    match codes.first().and_then(|code| Currency::new(code)) {
        Some(first) if codes.len() == 1 => Sign::Is(first),
        Some(first) => Sign::Shared(first),
        None => Sign::Unknown,
    }
}

/// A currency column's cell: a code in ISO 4217's list.
#[must_use]
pub fn code(text: &str) -> Option<Currency> {
    Currency::new(text).filter(|currency| KNOWN.contains(currency))
}

static KNOWN: LazyLock<HashSet<Currency>> =
    LazyLock::new(|| CODES.split(' ').filter_map(Currency::new).collect());

/// ISO 4217 list one, without funds, metals and test codes.
const CODES: &str = "AED AFN ALL AMD ANG AOA ARS AUD AWG AZN BAM BBD BDT BGN BHD BIF BMD BND BOB \
BRL BSD BTN BWP BYN BZD CAD CDF CHF CLF CLP CNY COP CRC CUP CVE CZK DJF DKK DOP DZD EGP ERN ETB \
EUR FJD FKP GBP GEL GHS GIP GMD GNF GTQ GYD HKD HNL HRK HTG HUF IDR ILS INR IQD IRR ISK JMD JOD \
JPY KES KGS KHR KMF KPW KRW KWD KYD KZT LAK LBP LKR LRD LSL LYD MAD MDL MGA MKD MMK MNT MOP MRU \
MUR MVR MWK MXN MYR MZN NAD NGN NIO NOK NPR NZD OMR PAB PEN PGK PHP PKR PLN PYG QAR RON RSD RUB \
RWF SAR SBD SCR SDG SEK SGD SHP SLE SOS SRD SSP STN SVC SYP SZL THB TJS TMT TND TOP TRY TTD TWD \
TZS UAH UGX USD UYU UYW UZS VED VES VND VUV WST XAF XCD XCG XOF XPF YER ZAR ZMW ZWG";

#[cfg(test)]
mod tests {
    use super::*;

    fn cur(code: &str) -> Currency {
        Currency::new(code).unwrap()
    }

    #[test]
    fn a_shared_sign_is_the_shops_own_currency_when_it_uses_it() {
        assert_eq!(sign("$", cur("CAD")), Sign::Is(cur("CAD")));
        assert_eq!(sign("$", cur("EUR")), Sign::Shared(cur("USD")));
        assert_eq!(sign("kr", cur("NOK")), Sign::Is(cur("NOK")));
        assert_eq!(sign("€", cur("USD")), Sign::Is(cur("EUR")));
        assert_eq!(sign("AU $", cur("USD")), Sign::Is(cur("AUD")));
        assert_eq!(sign(" EUR", cur("USD")), Sign::Is(cur("EUR")));
        assert_eq!(sign("", cur("USD")), Sign::None);
        assert_eq!(sign("abc", cur("USD")), Sign::Unknown);
        assert_eq!(sign("NaN", cur("USD")), Sign::Unknown);
    }

    #[test]
    fn codes_are_those_of_the_standard() {
        assert_eq!(code("usd"), Some(cur("USD")));
        assert_eq!(code("XYZ"), None);
        assert_eq!(code("Euro"), None);
    }
}
