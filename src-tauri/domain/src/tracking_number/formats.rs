//! Carriers whose numbers are told by one pattern and one check character each.
//!
//! Sources: tracking_number_data (MIT, github.com/jkeen/tracking_number_data) for forms, check
//! digits and tracking pages; for GLS, DHL Paket and DPD the carriers' label specifications.

use super::check_digit::Rule;
use super::{Check, Recognised, address};
use crate::pattern::Pattern;
use std::sync::LazyLock;

/// One form of number.
struct Format {
    /// How distinct the form is: 1 its own letters, 4 its own length or leading digits, 8 a bare
    /// row of digits that others use as well.
    rank: u8,
    carrier: &'static str,
    name: &'static str,
    id: &'static str,
    pattern: &'static str,
    rule: Rule,
    /// First and one-past-last place of the characters that the check character is made from; it
    /// stands right behind them.
    body: (usize, usize),
    /// Counted before the body, though not in the number.
    before: &'static str,
    /// The characters that the buyer uses.
    shown: (usize, usize),
    url: &'static str,
}

const UPS: &str = "https://www.ups.com/track?tracknum=%s";
const FEDEX: &str = "https://www.fedex.com/fedextrack/?trknbr=%s";
const DHL: &str = "https://www.dhl.com/global-en/home/tracking.html?tracking-id=%s";
const DHL_PAKET: &str =
    "https://www.dhl.de/de/privatkunden/dhl-sendungsverfolgung.html?piececode=%s";
const DPD: &str = "https://tracking.dpd.de/status/en_US/parcel/%s";
const ONTRAC: &str = "https://www.ontrac.com/tracking/?number=%s";
const ODFL: &str =
    "https://www.odfl.com/us/en/tools/trace-track-ltl-freight/trace.html?proNumbers=%s";
const PUROLATOR: &str = "https://www.purolator.com/en/shipping/tracker?searchValue=%s";
const TWELVE: Rule = Rule::Fedex(&[3, 1, 7, 3, 1, 7, 3, 1, 7, 3, 1]);
const FOURTEEN: Rule = Rule::Fedex(&[1, 7, 3, 1, 7, 3, 1, 7, 3, 1, 7, 3, 1]);
const ONE_TWO: Rule = Rule::Mod10 { even: 1, odd: 2 };
const ONE_THREE: Rule = Rule::Mod10 { even: 1, odd: 3 };
const ALL: (usize, usize) = (0, usize::MAX);
const NO_BODY: (usize, usize) = (0, 0);

macro_rules! formats {
    ($($rank:literal $carrier:literal $name:literal $id:literal $pattern:literal $rule:expr, $body:expr, $before:literal, $shown:expr, $url:expr;)*) => {
        &[$(Format { rank: $rank, carrier: $carrier, name: $name, id: $id, pattern: $pattern, rule: $rule, body: $body, before: $before, shown: $shown, url: $url }),*]
    };
}

#[rustfmt::skip]
const FORMATS: &[Format] = formats! {
    1 "ups" "UPS" "ups" r"1Z[A-Z0-9]{15}\d" ONE_TWO, (2, 17), "", ALL, UPS;
    4 "ups" "UPS" "ups_waybill" r"[AHJKTV]\d{10}" ONE_TWO, (1, 10), "", ALL, UPS;
    4 "fedex" "FedEx" "fedex_12" r"\d{12}" TWELVE, (0, 11), "", ALL, FEDEX;
    4 "fedex" "FedEx" "fedex_34" r"[0-8]\d{33}" FOURTEEN, (20, 33), "", (22, 34), FEDEX;
    4 "fedex" "FedEx" "fedex_astra_32" r"3\d{31}" TWELVE, (16, 27), "", (16, 28), FEDEX;
    4 "fedex" "FedEx" "fedex_ground" r"\d{15}" ONE_THREE, (0, 14), "", ALL, FEDEX;
    8 "fedex" "FedEx" "fedex_ground_sscc_18" r"\d{18}" Rule::Gs1, (0, 17), "", ALL, FEDEX;
    2 "fedex" "FedEx" "fedex_ground_96" r"96\d{20}" ONE_THREE, (7, 21), "", (7, 22), FEDEX;
    2 "fedex" "FedEx" "fedex_ground_gsn" r"96\d{32}" FOURTEEN, (20, 33), "", (22, 34), FEDEX;
    4 "dhl_express" "DHL Express" "dhl_express" r"\d{10}" Rule::Mod7, (0, 9), "", ALL, DHL;
    6 "dhl_express" "DHL Express" "dhl_express" r"\d{11}" Rule::Mod7, (0, 10), "", ALL, DHL;
    2 "dhl" "DHL" "dhl_express_piece_id" r"J[A-Z]{2,3}\d{9,10}" Rule::None, NO_BODY, "", ALL, DHL;
    2 "dhl" "DHL Paket" "dhl_paket_jjd" r"JJD\d{12,20}" Rule::None, NO_BODY, "", ALL, DHL_PAKET;
    3 "dhl" "DHL Paket" "dhl_paket_20" r"00\d{18}" Rule::Gs1, (2, 19), "", ALL, DHL_PAKET;
    6 "dhl" "DHL Paket" "dhl_paket_12" r"\d{12}" Rule::Identcode, (0, 11), "", ALL, DHL_PAKET;
    5 "dhl_ecommerce" "DHL eCommerce" "dhl_ecommerce" r"(?:GM|LX|RX|UV|CN|SG|TH|IN|HK|MY)\d[0-9A-Z]{9,38}" Rule::None, NO_BODY, "", ALL, DHL;
    8 "dhl_ecommerce" "DHL eCommerce" "dhl_ecommerce_14" r"\d{14}" Rule::None, NO_BODY, "", ALL, DHL;
    3 "canada_post" "Canada Post" "canada_post" r"\d{16}" Rule::Gs1, (0, 15), "", ALL, "https://www.canadapost-postescanada.ca/track-reperage/en#/search?searchFor=%s";
    2 "dpd" "DPD" "dpd" r"\d{27}[0-9A-Z]" Rule::Mod37, (0, 27), "", (7, 21), DPD;
    3 "dpd" "DPD" "dpd_14" r"\d{14}[0-9A-Z]" Rule::Mod37, (0, 14), "", (0, 14), DPD;
    7 "dpd" "DPD" "dpd_14_bare" r"\d{14}" Rule::None, NO_BODY, "", ALL, DPD;
    1 "amazon" "Amazon Logistics" "amazon_logistics" r"TB[ACM]\d{12}" Rule::None, NO_BODY, "", ALL, "";
    5 "amazon" "Amazon Logistics" "amazon_international" r"[AFC]\d{10}" Rule::None, NO_BODY, "", ALL, "";
    3 "ontrac" "OnTrac" "ontrac_c" r"C\d{14}" ONE_TWO, (1, 14), "4", ALL, ONTRAC;
    3 "ontrac" "OnTrac" "ontrac_d" r"D\d{14}" ONE_TWO, (1, 14), "5", ALL, ONTRAC;
    2 "lasership" "LaserShip" "lasership_lx" r"L[AIEHNX][1-3]\d{7}" Rule::None, NO_BODY, "", ALL, ONTRAC;
    1 "lasership" "LaserShip" "lasership_1ls7" r"1LS7[12]\d{10}" Rule::None, NO_BODY, "", ALL, ONTRAC;
    1 "lasership" "LaserShip" "lasership_1ls7_18" r"1LS7[12]\d{2}01[1234]\d{6}-1" Rule::None, NO_BODY, "", ALL, ONTRAC;
    1 "lasership" "LaserShip" "lasership_1lscx" r"1LSCX[0-9A-Z]{10}" Rule::None, NO_BODY, "", ALL, ONTRAC;
    2 "canpar" "Canpar" "canpar_22" r"[CDKLSUXZ]\d{21}" Rule::None, NO_BODY, "", ALL, "https://www.canpar.com/en/tracking/delivery_options.htm?barcode=%s";
    1 "gofo" "GOFO Express" "gofo_us" r"GFUS\d{14}" Rule::None, NO_BODY, "", ALL, "https://www.gofoexpress.com/tracking.html?searchID=%s";
    1 "landmark" "Landmark Global" "landmark_global" r"LTN\d{8}N1" Rule::None, NO_BODY, "", ALL, "https://track.landmarkglobal.com/?search=%s";
    4 "old_dominion" "Old Dominion" "old_dominion" r"(?:77[78]|072|780)\d{8}" Rule::Luhn, (0, 10), "", ALL, ODFL;
    4 "old_dominion" "Old Dominion" "old_dominion_guaranteed" r"80\d{9}" Rule::Luhn, (0, 10), "", ALL, ODFL;
    5 "purolator" "Purolator" "purolator_numeric" r"[0-5]\d{11}" Rule::Luhn, (0, 11), "", ALL, PUROLATOR;
    4 "purolator" "Purolator" "purolator_alpha" r"[A-Z]{3}\d{9}" Rule::None, NO_BODY, "", ALL, PUROLATOR;
    1 "speedee" "Spee-Dee Delivery" "speedee" r"SP\d{18}" Rule::None, NO_BODY, "", ALL, "https://www.speedeedelivery.com/track/?tracking=%s";
    1 "yodel" "Yodel" "yodel" r"J?JD\d{16}" Rule::None, NO_BODY, "", ALL, "https://www.yodel.co.uk/tracking/%s";
    1 "yunexpress" "YunExpress" "yunexpress" r"YT\d{16}" Rule::None, NO_BODY, "", ALL, "https://www.yuntrack.com/parcelTracking?id=%s";
    6 "evri" "Evri" "evri" r"[HT]\d{2}[A-Z0-9]{13}" Rule::None, NO_BODY, "", ALL, "https://www.evri.com/track/parcel/%s";
    8 "gls" "GLS" "gls_11" r"\d{11}" Rule::None, NO_BODY, "", ALL, "https://gls-group.eu/EU/en/parcel-tracking?match=%s";
    8 "sscc" "SSCC" "sscc" r"(?:00)?\d{18}" Rule::Gs1, NO_BODY, "", ALL, "";
};

static PATTERNS: LazyLock<Vec<(Pattern, &'static Format)>> = LazyLock::new(|| {
    FORMATS
        .iter()
        .filter_map(|format| Pattern::new(format.pattern).map(|pattern| (pattern, format)))
        .collect()
});

/// Every form that the normalised text fits.
pub(super) fn recognise(number: &str) -> Vec<(u8, Recognised)> {
    PATTERNS
        .iter()
        .filter(|(pattern, _)| pattern.matches(number))
        .map(|(_, format)| {
            let shown = part(number, format.shown);
            let reading = Recognised {
                carrier: format.carrier.to_owned(),
                carrier_name: format.name.to_owned(),
                format: format.id.to_owned(),
                check: format.check(number),
                url: address(format.url, &shown),
                normalised: shown,
            };
            (format.rank, reading)
        })
        .collect()
}

impl Format {
    fn check(&self, number: &str) -> Check {
        let body = match (self.id, number.len()) {
            // The application identifier 00 is not part of the code.
            ("sscc", 20) => (2, 19),
            ("sscc", _) => (0, 17),
            _ => self.body,
        };
        if body == NO_BODY {
            return Check::None;
        }
        let mut text = part(number, body);
        // OnTrac's letter stands for a digit that is counted once.
        if !text.starts_with(self.before) {
            text.insert_str(0, self.before);
        }
        let right = self.rule.character(&text);
        if right.is_some() && right == number.chars().nth(body.1) {
            Check::Valid
        } else {
            Check::Wrong
        }
    }
}

fn part(number: &str, (from, to): (usize, usize)) -> String {
    number
        .chars()
        .skip(from)
        .take(to.saturating_sub(from))
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_pattern_compiles_and_every_check_has_a_place() {
        assert_eq!(PATTERNS.len(), FORMATS.len());
        for format in FORMATS {
            let has_rule = !matches!(format.rule, Rule::None);
            assert_eq!(
                has_rule,
                format.body != NO_BODY || format.id == "sscc",
                "{}",
                format.id
            );
            assert!(
                format.url.is_empty() || format.url.contains("%s"),
                "{}",
                format.id
            );
        }
    }
}
