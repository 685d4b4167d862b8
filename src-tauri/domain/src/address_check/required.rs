//! What a carrier would refuse.

use super::{AddressCheck, Field, Finding};
use crate::country::{Country, Need, Part, PostcodeForm};
use crate::{Address, Sentence};

/// Countries whose carriers' own forms refuse an address without its state, even where the
/// postcode would name it (UPS, FedEx and USPS for US and CA, Australia Post for AU).
const STATE_ALWAYS: &[&str] = &["AU", "CA", "US"];

/// A parcel needs somebody who may take it.
pub(super) fn addressee(address: &Address, found: &mut AddressCheck) {
    if is_blank(&address.name) && is_blank(&address.company) {
        found.hold(Finding::new(
            Field::Name,
            Sentence::new("address-name-missing"),
        ));
    }
}

/// Street lines, whatever the country.
pub(super) fn street(address: &Address, found: &mut AddressCheck) {
    if [&address.line1, &address.line2, &address.line3]
        .into_iter()
        .all(|line| is_blank(line))
    {
        found.hold(Finding::new(
            Field::Line1,
            Sentence::new("address-street-missing"),
        ));
    }
}

/// Street, town and region, as the country requires them.
pub(super) fn parts(address: &Address, country: &Country, found: &mut AddressCheck) {
    if country.need(Part::Street) != Need::No {
        street(address, found);
    }
    town(address, country, found);
    region(address, country, found);
}

fn town(address: &Address, country: &Country, found: &mut AddressCheck) {
    if !is_blank(&address.city) {
        return;
    }
    let missing = || Finding::new(Field::City, Sentence::new("address-city-missing"));
    match country.need(Part::City) {
        Need::Required => found.hold(missing()),
        // The two readings of the source differ on town or region: one of them must be there.
        Need::Asked if is_blank(&address.region) => found.hold(missing()),
        Need::Asked | Need::No => {}
    }
}

fn region(address: &Address, country: &Country, found: &mut AddressCheck) {
    if !is_blank(&address.region) || country.need(Part::Region) != Need::Required {
        return;
    }
    // Where no town is written (Hong Kong, the Cayman Islands) shops put the region in its place.
    if country.need(Part::City) == Need::No && !is_blank(&address.city) {
        return;
    }
    let sentence = Sentence::new("address-region-missing").with("country", country.code);
    let finding = Finding::new(Field::Region, sentence);
    let named = country.regions_of_postcode(&address.postcode);
    let finding = match named.as_slice() {
        [only] => finding.suggesting(only.key()),
        _ => finding,
    };
    // A postcode that lies in known regions brings the parcel there without their name.
    if named.is_empty() || STATE_ALWAYS.contains(&country.code) {
        found.hold(finding);
    } else {
        found.doubt(finding);
    }
}

/// The postcode: there when required, of the right form, tidy.
pub(super) fn postcode(address: &Address, country: &Country, found: &mut AddressCheck) {
    let need = country.need(Part::Postcode);
    let example = country.examples.first().copied().unwrap_or_default();
    if is_blank(&address.postcode) {
        let sentence = Sentence::new("address-postcode-missing").with("example", example);
        let mut finding = Finding::new(Field::Postcode, sentence);
        finding.suggestion = postcode_beside_town(address, country);
        match need {
            Need::Required => found.hold(finding),
            Need::Asked => found.doubt(finding),
            Need::No => {}
        }
        return;
    }
    match country.postcode_form(&address.postcode) {
        PostcodeForm::NotUsed | PostcodeForm::Fine => {}
        PostcodeForm::Tidy(better) => found.doubt(
            Finding::new(
                Field::Postcode,
                Sentence::new("address-postcode-tidy").with("better", better.as_str()),
            )
            .suggesting(better),
        ),
        PostcodeForm::Wrong(meant) => {
            let sentence = Sentence::new("address-postcode-wrong")
                .with("postcode", address.postcode.trim())
                .with("country", country.code)
                .with("example", example);
            let mut finding = Finding::new(Field::Postcode, sentence);
            finding.suggestion = meant;
            // Where the postcode is not required, carriers deliver without reading it.
            if need == Need::Required {
                found.hold(finding);
            } else {
                found.doubt(finding);
            }
        }
    }
}

/// A postcode that was typed into the town: `10115 Berlin`, `Berlin 10115`.
fn postcode_beside_town(address: &Address, country: &Country) -> Option<String> {
    let words: Vec<&str> = address.city.split_whitespace().collect();
    let (first, last) = (words.first()?, words.last()?);
    [first, last].into_iter().find_map(|word| {
        let digits = word.bytes().any(|b| b.is_ascii_digit());
        match country.postcode_form(word) {
            PostcodeForm::Fine if digits => Some((*word).to_owned()),
            PostcodeForm::Tidy(tidy) if digits => Some(tidy),
            PostcodeForm::Fine
            | PostcodeForm::Tidy(_)
            | PostcodeForm::NotUsed
            | PostcodeForm::Wrong(_) => None,
        }
    })
}

/// Whether nothing is left of a part once it is on paper: pictures and other signs are dropped there, and a
/// part without one letter or digit names nobody and no place.
fn is_blank(text: &str) -> bool {
    !text.chars().any(char::is_alphanumeric)
}
