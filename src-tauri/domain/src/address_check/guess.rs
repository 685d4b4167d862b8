//! The country of an address that names none.

use crate::Address;
use crate::country::{self, Country, PostcodeForm};
use crate::fold::key;

/// The only country that fits, or none: a postcode with letters that one country alone has, or a
/// state of the US, Canada or Australia that agrees with its postcode.
pub(super) fn country(address: &Address) -> Option<&'static Country> {
    let postcode = address.postcode.trim();
    by_state(address, postcode).or_else(|| by_letters(postcode))
}

fn by_state(address: &Address, postcode: &str) -> Option<&'static Country> {
    let mut fitting = ["AU", "CA", "US"]
        .into_iter()
        .filter_map(country::find)
        .filter(|c| is_right(c, postcode))
        .filter(|c| {
            c.region(&address.region).is_some_and(|region| {
                c.regions_of_postcode(postcode)
                    .iter()
                    .any(|r| r.key() == region.key())
            })
        });
    fitting.next().filter(|_| fitting.next().is_none())
}

fn by_letters(postcode: &str) -> Option<&'static Country> {
    let has = |kind: fn(&char) -> bool| postcode.chars().any(|c| kind(&c));
    if !has(char::is_ascii_alphabetic) || !has(char::is_ascii_digit) {
        return None;
    }
    let fitting: Vec<&'static Country> = country::all()
        .iter()
        .filter(|c| is_right(c, postcode))
        .collect();
    match fitting.as_slice() {
        [only] => Some(only),
        // Jersey, Guernsey and Man are part of the British postcodes; the narrower one is meant.
        [one, other] if one.code == "GB" => Some(other),
        [other, one] if one.code == "GB" => Some(other),
        _ => None,
    }
}

/// Right as it stands, spaces and capitals aside: nothing added, no sign taken off.
fn is_right(country: &Country, postcode: &str) -> bool {
    match country.postcode_form(postcode) {
        PostcodeForm::Fine => true,
        PostcodeForm::Tidy(better) => key(&better) == key(postcode),
        PostcodeForm::NotUsed | PostcodeForm::Wrong(_) => false,
    }
}
