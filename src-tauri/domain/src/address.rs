//! Where a parcel goes, as it was written.

use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// A postal address. Every part is kept as it was given; an absent part is the empty string.
#[derive(Debug, Clone, Default, PartialEq, Eq, Hash, Serialize, Deserialize, TS)]
#[serde(default, deny_unknown_fields)]
pub struct Address {
    /// The person.
    pub name: String,
    /// The firm.
    pub company: String,
    /// Street and house number.
    pub line1: String,
    /// Flat, floor, care of.
    pub line2: String,
    /// A third line, where the source has one.
    pub line3: String,
    /// Town; in some countries with its district.
    pub city: String,
    /// State, province, county or prefecture, as given (code or name).
    pub region: String,
    /// Postcode as text: leading zeros matter.
    pub postcode: String,
    /// ISO 3166-1 alpha-2 in capitals, or empty when the source's word was not understood.
    pub country: String,
    /// Telephone, as given.
    pub phone: String,
}

impl Address {
    /// Whether no part is filled that could bring a parcel anywhere.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        [
            &self.line1,
            &self.line2,
            &self.city,
            &self.postcode,
            &self.country,
        ]
        .iter()
        .all(|part| part.trim().is_empty())
    }
}
