//! The address check that needs no network.
//!
//! It holds an order only for what a carrier would refuse: a required part that is missing, a
//! postcode of the wrong form, no country. Everything else is a doubt that a person may look at.
//! What would be better is suggested, never changed silently.

mod doubts;
mod guess;
mod layout;
mod required;

pub use layout::lines;

use crate::{Address, Sentence, country};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// The part of the address that a finding is about.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
#[ts(rename = "AddressField")]
pub enum Field {
    /// The person.
    Name,
    /// The firm.
    Company,
    /// Street and house number.
    Line1,
    /// The second line.
    Line2,
    /// The third line.
    Line3,
    /// Town.
    City,
    /// State, province, prefecture.
    Region,
    /// Postcode.
    Postcode,
    /// Country.
    Country,
}

/// One thing that the check found.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[ts(rename = "AddressFinding")]
pub struct Finding {
    /// Where.
    pub field: Field,
    /// What, and what to do.
    pub sentence: Sentence,
    /// What the field would better hold, when that is known. A person takes it with one key.
    pub suggestion: Option<String>,
}

impl Finding {
    fn new(field: Field, sentence: Sentence) -> Self {
        Self {
            field,
            sentence,
            suggestion: None,
        }
    }

    fn suggesting(mut self, better: impl Into<String>) -> Self {
        self.suggestion = Some(better.into());
        self
    }
}

/// What the check says of an address.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct AddressCheck {
    /// A carrier would refuse these: the order is held (reason: address).
    pub block: Vec<Finding>,
    /// Worth a look; nothing is held.
    pub warn: Vec<Finding>,
}

impl AddressCheck {
    /// Whether nothing holds the order.
    #[must_use]
    pub fn may_ship(&self) -> bool {
        self.block.is_empty()
    }

    /// Whether there is nothing to say at all.
    #[must_use]
    pub fn is_clean(&self) -> bool {
        self.block.is_empty() && self.warn.is_empty()
    }

    fn hold(&mut self, finding: Finding) {
        self.block.push(finding);
    }

    fn doubt(&mut self, finding: Finding) {
        self.warn.push(finding);
    }
}

/// Checks an address against what its country requires (libaddressinput's facts, see
/// [`country`]), and looks for usual slips.
#[must_use]
pub fn check(address: &Address) -> AddressCheck {
    let mut found = AddressCheck::default();
    required::addressee(address, &mut found);
    if let Some(country) = country_of(address, &mut found) {
        required::parts(address, country, &mut found);
        required::postcode(address, country, &mut found);
        doubts::region(address, country, &mut found);
        doubts::house_number(address, country, &mut found);
    } else {
        required::street(address, &mut found);
    }
    doubts::post_office_box(address, &mut found);
    doubts::lines(address, &mut found);
    found
}

/// The country to check against. Without one the carrier refuses; when the other parts leave no
/// doubt the check goes on with the guess, and the guess is offered.
fn country_of(address: &Address, found: &mut AddressCheck) -> Option<&'static country::Country> {
    let given = address.country.trim();
    if given.is_empty() {
        let guess = guess::country(address);
        match guess {
            Some(country) => found.doubt(
                Finding::new(
                    Field::Country,
                    Sentence::new("address-country-guessed").with("country", country.code),
                )
                .suggesting(country.code),
            ),
            None => found.hold(Finding::new(
                Field::Country,
                Sentence::new("address-country-missing"),
            )),
        }
        return guess;
    }
    if let Some(country) = country::find(given) {
        return Some(country);
    }
    let sentence = Sentence::new("address-country-unknown").with("country", given);
    match country::by_name(given) {
        Some(country) => {
            found.hold(Finding::new(Field::Country, sentence).suggesting(country.code));
            Some(country)
        }
        None => {
            found.hold(Finding::new(Field::Country, sentence));
            None
        }
    }
}

#[cfg(test)]
mod tests;
