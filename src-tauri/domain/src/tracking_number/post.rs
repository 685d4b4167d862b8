//! UPU S10: the thirteen characters that every post uses abroad, and many at home.

use super::check_digit::s10_check_digit;
use super::{Check, Recognised, address};
use crate::country;
use std::sync::LazyLock;

static POSTS: LazyLock<Vec<(&'static str, &'static str)>> = LazyLock::new(|| {
    include_str!("posts.tsv")
        .lines()
        .filter(|line| !line.starts_with('#'))
        .filter_map(|line| line.split_once('\t'))
        .collect()
});

/// Posts with a short name of their own and a page that takes the number. The pages are the posts'
/// own; a post that is missing here is still recognised.
const PAGES: &[(&str, &str, &str)] = &[
    (
        "AT",
        "austrian_post",
        "https://www.post.at/sv/sendungsdetails?snr=%s",
    ),
    (
        "AU",
        "australia_post",
        "https://auspost.com.au/mypost/track/details/%s",
    ),
    (
        "BE",
        "bpost",
        "https://track.bpost.cloud/btr/web/#/search?itemCode=%s",
    ),
    (
        "BR",
        "correios",
        "https://rastreamento.correios.com.br/app/index.php?objetos=%s",
    ),
    (
        "CA",
        "canada_post",
        "https://www.canadapost-postescanada.ca/track-reperage/en#/search?searchFor=%s",
    ),
    (
        "CH",
        "swiss_post",
        "https://service.post.ch/ekp-web/ui/entry/search/%s",
    ),
    (
        "DE",
        "deutsche_post",
        "https://www.dhl.de/de/privatkunden/dhl-sendungsverfolgung.html?piececode=%s",
    ),
    (
        "DK",
        "postnord",
        "https://tracking.postnord.com/en/tracking?id=%s",
    ),
    (
        "ES",
        "correos",
        "https://www.correos.es/es/es/herramientas/localizador/envios/detalle?tracking-number=%s",
    ),
    (
        "FI",
        "posti",
        "https://www.posti.fi/en/tracking#/lahetys/%s",
    ),
    (
        "FR",
        "la_poste",
        "https://www.laposte.fr/outils/suivre-vos-envois?code=%s",
    ),
    (
        "GB",
        "royal_mail",
        "https://www.royalmail.com/track-your-item#/tracking-results/%s",
    ),
    (
        "IE",
        "an_post",
        "https://www.anpost.com/Post-Parcels/Track/History?item=%s",
    ),
    (
        "IT",
        "poste_italiane",
        "https://www.poste.it/cerca/index.html#/risultati-spedizioni/%s",
    ),
    (
        "JP",
        "japan_post",
        "https://trackings.post.japanpost.jp/services/srv/search/direct?reqCodeNo1=%s",
    ),
    ("NL", "postnl", "https://jouw.postnl.nl/track-and-trace/%s"),
    ("NO", "posten", "https://sporing.posten.no/sporing/%s"),
    (
        "NZ",
        "nz_post",
        "https://www.nzpost.co.nz/tools/tracking/item/%s",
    ),
    (
        "PL",
        "poczta_polska",
        "https://emonitoring.poczta-polska.pl/?numer=%s",
    ),
    (
        "SE",
        "postnord",
        "https://tracking.postnord.com/en/tracking?id=%s",
    ),
    (
        "US",
        "usps",
        "https://tools.usps.com/go/TrackConfirmAction?tLabels=%s",
    ),
];

/// The name of the post that numbers ending in this country code come from; its country's English
/// name where the post's own is not known, `None` for no country at all.
#[must_use]
pub fn post_name(country: &str) -> Option<&'static str> {
    POSTS
        .binary_search_by(|(code, _)| (*code).cmp(country))
        .ok()
        .and_then(|at| POSTS.get(at))
        .map(|(_, name)| *name)
        .or_else(|| country::find(country).map(|c| c.english))
}

/// An S10 number from its parts: two letters, a serial of at most eight digits, the country's two
/// letters. `None` when the parts are not of that form.
#[must_use]
pub fn s10(letters: &str, serial: i64, country: &str) -> Option<String> {
    let two_letters = |text: &str| text.len() == 2 && text.bytes().all(|b| b.is_ascii_uppercase());
    if !two_letters(letters) || !two_letters(country) || !(0..=99_999_999).contains(&serial) {
        return None;
    }
    let serial = format!("{serial:08}");
    let digit = s10_check_digit(&serial)?;
    Some(format!("{letters}{serial}{digit}{country}"))
}

/// The parts of a normalised text of the S10 form: letters, serial, check character, country.
pub(super) fn parts(number: &str) -> Option<(&str, &str, char, &str)> {
    if number.len() != 13 || !number.is_ascii() {
        return None;
    }
    let letters = number.get(..2)?;
    let serial = number.get(2..10)?;
    let check = number.get(10..11)?.chars().next()?;
    let country = number.get(11..)?;
    let form = letters.bytes().all(|b| b.is_ascii_uppercase())
        && serial.bytes().all(|b| b.is_ascii_digit())
        && check.is_ascii_digit();
    form.then_some((letters, serial, check, country))
}

/// Reads an S10 number of a country that exists.
pub(super) fn recognise(number: &str) -> Option<(u8, Recognised)> {
    let (_, serial, check, country) = parts(number)?;
    let carrier_name = post_name(country)?;
    let page = PAGES.iter().find(|(code, _, _)| *code == country);
    let right = s10_check_digit(serial) == check.to_digit(10);
    Some((
        0,
        Recognised {
            carrier: page.map_or_else(
                || format!("post_{}", country.to_ascii_lowercase()),
                |(_, carrier, _)| (*carrier).to_owned(),
            ),
            carrier_name: carrier_name.to_owned(),
            format: "s10".to_owned(),
            check: if right { Check::Valid } else { Check::Wrong },
            url: page.and_then(|(_, _, template)| address(template, number)),
            normalised: number.to_owned(),
        },
    ))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_are_made_and_read() {
        assert_eq!(
            s10("RR", 47_312_482, "GB").as_deref(),
            Some("RR473124829GB")
        );
        assert_eq!(
            s10("RX", 69_091_111, "NZ").as_deref(),
            Some("RX690911110NZ")
        );
        // 7·7 = 49, 49 mod 11 = 5, 11 − 5 = 6.
        assert_eq!(s10("LX", 7, "DE").as_deref(), Some("LX000000076DE"));
        assert_eq!(s10("R", 1, "GB"), None);
        assert_eq!(s10("rr", 1, "GB"), None);
        assert_eq!(s10("RR", 100_000_000, "GB"), None);
        assert_eq!(s10("RR", -1, "GB"), None);
    }

    #[test]
    fn posts_are_sorted_and_pages_take_the_number() {
        assert!(POSTS.is_sorted());
        assert_eq!(post_name("GB"), Some("Royal Mail"));
        assert_eq!(post_name("XX"), None);
        assert!(
            PAGES
                .iter()
                .all(|(_, _, url)| url.starts_with("https://") && url.contains("%s"))
        );
    }
}
