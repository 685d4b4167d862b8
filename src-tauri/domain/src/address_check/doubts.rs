//! What is worth a look and holds nothing.

use super::{AddressCheck, Field, Finding};
use crate::country::Country;
use crate::fold::key;
use crate::{Address, Sentence};

/// The longest line that every carrier prints (UPS, FedEx and DHL: 35 characters).
const LONGEST_LINE: usize = 35;

/// Countries where a house without a number is rare.
const NUMBERED: &[&str] = &[
    "AT", "AU", "BE", "CA", "CH", "CZ", "DE", "DK", "ES", "FI", "FR", "HU", "IT", "LU", "NL", "NO",
    "NZ", "PL", "PT", "SE", "SK", "US",
];

/// Words that name a post office box, folded, with a space around each.
const BOXES: &[&str] = &[
    " po box ",
    " p o box ",
    " pobox ",
    " post office box ",
    " postfach ",
    " boite postale ",
    " bp ",
    " case postale ",
    " casella postale ",
    " apartado ",
    " apdo ",
    " caixa postal ",
    " postbus ",
    " postboks ",
    " postbox ",
    " skrytka pocztowa ",
    " locked bag ",
    " private bag ",
];

/// Lockers of Deutsche Post DHL: no other carrier delivers there.
const LOCKERS: &[&str] = &[" packstation ", " postfiliale "];

/// The region against the postcode, and whether the region is known at all.
pub(super) fn region(address: &Address, country: &Country, found: &mut AddressCheck) {
    let given = address.region.trim();
    if given.is_empty() || country.regions().is_empty() {
        return;
    }
    let Some(region) = country.region(given) else {
        // Elsewhere the region is often a county or left in another language.
        if ["AU", "CA", "US"].contains(&country.code) {
            let sentence = Sentence::new("address-region-unknown")
                .with("region", given)
                .with("country", country.code);
            found.doubt(Finding::new(Field::Region, sentence));
        }
        return;
    };
    let expected = country.regions_of_postcode(&address.postcode);
    if expected.is_empty() || expected.iter().any(|r| r.key() == region.key()) {
        return;
    }
    let names: Vec<&str> = expected.iter().map(|r| r.key()).collect();
    let sentence = Sentence::new("address-region-postcode")
        .with("region", given)
        .with("postcode", address.postcode.trim())
        .with("expected", names.join(", "));
    found.doubt(Finding::new(Field::Region, sentence));
}

/// A street without a number, where houses have one.
pub(super) fn house_number(address: &Address, country: &Country, found: &mut AddressCheck) {
    let street = [&address.line1, &address.line2, &address.line3];
    let text = words(&street.map(String::as_str).join(" "));
    let without = [" s n ", " sn ", " snc "].iter().any(|w| text.contains(w));
    if NUMBERED.contains(&country.code)
        && !text.trim().is_empty()
        && !text.chars().any(char::is_numeric)
        && !without
        && !names_a_box(&text)
    {
        found.doubt(Finding::new(
            Field::Line1,
            Sentence::new("address-house-number-missing"),
        ));
    }
}

/// Boxes and lockers: parcel services do not deliver there.
pub(super) fn post_office_box(address: &Address, found: &mut AddressCheck) {
    for (field, line) in street_lines(address) {
        let text = words(line);
        if names_a_box(&text) {
            found.doubt(Finding::new(field, Sentence::new("address-po-box")));
        } else if LOCKERS.iter().any(|locker| text.contains(locker)) {
            found.doubt(Finding::new(field, Sentence::new("address-packstation")));
        }
    }
}

/// Lines that are too long for a label, or written twice.
pub(super) fn lines(address: &Address, found: &mut AddressCheck) {
    let all = [
        (Field::Name, address.name.as_str()),
        (Field::Company, address.company.as_str()),
        (Field::City, address.city.as_str()),
    ];
    for (field, line) in all.into_iter().chain(street_lines(address)) {
        let length = line.trim().chars().count();
        if length > LONGEST_LINE {
            let sentence = Sentence::new("address-line-long")
                .with("length", length)
                .with("max", LONGEST_LINE);
            found.doubt(Finding::new(field, sentence));
        }
    }
    let second = key(&address.line2);
    if !second.is_empty() && second == key(&address.line1) {
        found.doubt(
            Finding::new(Field::Line2, Sentence::new("address-line-repeated")).suggesting(""),
        );
    }
}

fn street_lines(address: &Address) -> [(Field, &str); 3] {
    [
        (Field::Line1, &address.line1),
        (Field::Line2, &address.line2),
        (Field::Line3, &address.line3),
    ]
}

fn names_a_box(words: &str) -> bool {
    BOXES.iter().any(|name| {
        // `BP 12` is a French box, but Bp alone may be a name.
        words.split_once(name).is_some_and(|(_, rest)| {
            *name != " bp " || rest.trim_start().starts_with(|c: char| c.is_ascii_digit())
        })
    })
}

/// Folded words with one space around each, so that `P.O. Box 12` is ` p o box 12 `.
fn words(text: &str) -> String {
    let mut out = String::from(" ");
    for word in text.split(|c: char| !c.is_alphanumeric()) {
        let folded = key(word);
        if !folded.is_empty() {
            out.push_str(&folded);
            out.push(' ');
        }
    }
    out
}
