//! Services, zones and prices.

use crate::{Address, Currency, Money, Refusal, Sentence, country, fold};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// The heaviest parcel that a definition may name: 1,000 kg.
const HEAVIEST: i64 = 1_000_000;

/// A country of a zone, whole or only where postcodes begin so.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct ZonePlace {
    /// ISO 3166-1 alpha-2.
    pub country: String,
    /// How postcodes begin (`07`, `BT`); spaces and capitals do not matter. Empty: all of them.
    #[serde(default)]
    pub postcodes: Vec<String>,
}

/// The price up to a weight.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct WeightStep {
    /// The heaviest parcel at this price, in grams; `None` for any weight, known or not.
    #[ts(type = "number | null")]
    pub up_to: Option<i64>,
    /// Minor units of the service's currency; 0 is free, `None` is not said yet.
    #[ts(type = "number | null")]
    pub price: Option<i64>,
}

/// Places that cost the same.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct PostZone {
    /// The owner's name for it.
    pub name: String,
    /// The places; empty with `rest_of_world`.
    #[serde(default)]
    pub places: Vec<ZonePlace>,
    /// Whether every other country belongs here.
    #[serde(default)]
    pub rest_of_world: bool,
    /// Prices, lightest first.
    pub steps: Vec<WeightStep>,
}

/// The largest parcel that the service takes, in millimetres.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct SizeLimit {
    /// Longest side.
    pub length: u32,
    /// Middle side.
    pub width: u32,
    /// Shortest side.
    pub height: u32,
}

impl SizeLimit {
    /// Whether a parcel of these sides fits, turned as it likes.
    #[must_use]
    pub fn fits(&self, sides: [u32; 3]) -> bool {
        let mut limit = [self.length, self.width, self.height];
        let mut sides = sides;
        limit.sort_unstable();
        sides.sort_unstable();
        sides.iter().zip(limit).all(|(side, limit)| *side <= limit)
    }
}

/// One service of the shop's own post.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct PostService {
    /// The owner's name for it, as it stands on the label.
    pub name: String,
    /// Whether a label needs a number.
    pub tracked: bool,
    /// ISO 3166-1 alpha-2 of the country that parcels leave from.
    pub from_country: String,
    /// Currency of every price.
    pub currency: Currency,
    /// Zones in order; the first that fits is asked.
    pub zones: Vec<PostZone>,
    /// Days until a parcel counts as delivered inland (untracked services).
    pub days_inland: u16,
    /// The same for other countries.
    pub days_abroad: u16,
    /// The heaviest parcel in grams, if the service has a limit.
    #[ts(type = "number | null")]
    pub max_grams: Option<i64>,
    /// The largest parcel, if the service has a limit.
    pub max_size: Option<SizeLimit>,
}

/// What a parcel costs with a service.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct Quote {
    /// The zone that was asked.
    pub zone: String,
    /// The price, if the owner said one.
    pub price: Option<Money>,
    /// Whether the label needs a number.
    pub tracked: bool,
    /// Days until the parcel arrives, as the service is defined.
    pub days: u16,
    /// Whether the parcel stays in the country.
    pub inland: bool,
}

/// The price of a parcel to an address. `grams` is the whole parcel's weight; `None` or nothing
/// above 0 means that it is not known.
///
/// # Errors
/// `own-post-no-country` without a destination, `own-post-no-zone` when no zone fits,
/// `own-post-weight-unknown` when the price depends on a weight that is not known,
/// `own-post-too-heavy` above the service's limit or the zone's last step.
pub fn quote(service: &PostService, to: &Address, grams: Option<i64>) -> Result<Quote, Refusal> {
    let destination = to.country.trim();
    if destination.is_empty() {
        return Err(Refusal::new("own-post-no-country"));
    }
    let zone = service
        .zones
        .iter()
        .find(|zone| zone.holds(destination, &to.postcode))
        .ok_or_else(|| {
            Refusal::new("own-post-no-zone")
                .with("service", service.name.as_str())
                .with("country", destination)
        })?;
    let price = service.price(zone, grams.filter(|g| *g > 0))?;
    let inland = destination.eq_ignore_ascii_case(service.from_country.trim());
    Ok(Quote {
        zone: zone.name.clone(),
        price: price.map(|minor| Money {
            minor,
            currency: service.currency,
        }),
        tracked: service.tracked,
        days: if inland {
            service.days_inland
        } else {
            service.days_abroad
        },
        inland,
    })
}

impl PostZone {
    fn holds(&self, country: &str, postcode: &str) -> bool {
        let country_of = country::find(country);
        // As it stands too: a beginning may be typed with the sign.
        let keys = |text: &str| {
            let plain = country_of.map(|c| c.postcode_key(text));
            std::iter::once(fold::key(text)).chain(plain)
        };
        self.rest_of_world
            || self.places.iter().any(|place| {
                place.country.trim().eq_ignore_ascii_case(country)
                    && (place.postcodes.is_empty()
                        || place.postcodes.iter().any(|begin| {
                            keys(begin).any(|begin| {
                                !begin.is_empty()
                                    && keys(postcode).any(|code| code.starts_with(&begin))
                            })
                        }))
            })
    }
}

impl PostService {
    fn price(&self, zone: &PostZone, grams: Option<i64>) -> Result<Option<i64>, Refusal> {
        let Some(grams) = grams else {
            let flat = zone.steps.iter().find(|step| step.up_to.is_none());
            return flat
                .filter(|_| self.max_grams.is_none() && zone.steps.len() == 1)
                .map(|step| step.price)
                .ok_or_else(|| {
                    Refusal::new("own-post-weight-unknown").with("service", self.name.as_str())
                });
        };
        let too_heavy = |max: i64| {
            Refusal::new("own-post-too-heavy")
                .with("service", self.name.as_str())
                .with("grams", grams)
                .with("max", max)
        };
        if let Some(max) = self.max_grams.filter(|max| grams > *max) {
            return Err(too_heavy(max));
        }
        zone.steps
            .iter()
            .find(|step| step.up_to.is_none_or(|max| grams <= max))
            .map(|step| step.price)
            .ok_or_else(|| too_heavy(zone.steps.iter().filter_map(|s| s.up_to).max().unwrap_or(0)))
    }

    /// Everything that is wrong with a definition; empty when it may be saved.
    #[must_use]
    pub fn check_definition(&self) -> Vec<Sentence> {
        let mut found = Vec::new();
        if self.name.trim().is_empty() {
            found.push(Sentence::new("own-post-name-missing"));
        }
        if country::find(&self.from_country).is_none() {
            found.push(
                Sentence::new("own-post-country-unknown")
                    .with("country", self.from_country.as_str()),
            );
        }
        if self.zones.is_empty() {
            found.push(Sentence::new("own-post-no-zones"));
        }
        if self.max_grams.is_some_and(|g| !(1..=HEAVIEST).contains(&g)) {
            found.push(Sentence::new("own-post-max-grams").with("max", HEAVIEST));
        }
        let sides = |s: SizeLimit| [s.length, s.width, s.height];
        if self.max_size.is_some_and(|s| sides(s).contains(&0)) {
            found.push(Sentence::new("own-post-size-zero"));
        }
        for zone in &self.zones {
            zone.check(&mut found);
        }
        self.check_order(&mut found);
        found
    }

    /// Zones that can never be asked, because an earlier one takes all of their places.
    fn check_order(&self, found: &mut Vec<Sentence>) {
        let mut whole: Vec<String> = Vec::new();
        let mut everything = false;
        for zone in &self.zones {
            let covered = |place: &ZonePlace| whole.contains(&code(place));
            if everything || (!zone.places.is_empty() && zone.places.iter().all(covered)) {
                found.push(
                    Sentence::new("own-post-zone-never-asked").with("zone", zone.name.as_str()),
                );
            }
            everything |= zone.rest_of_world;
            whole.extend(
                zone.places
                    .iter()
                    .filter(|place| place.postcodes.is_empty())
                    .map(code),
            );
        }
    }
}

fn code(place: &ZonePlace) -> String {
    place.country.trim().to_ascii_uppercase()
}

impl PostZone {
    fn check(&self, found: &mut Vec<Sentence>) {
        let say = |id: &str| Sentence::new(id).with("zone", self.name.as_str());
        if self.name.trim().is_empty() {
            found.push(Sentence::new("own-post-zone-name-missing"));
        }
        if self.places.is_empty() && !self.rest_of_world {
            found.push(say("own-post-zone-empty"));
        }
        for place in &self.places {
            if country::find(&place.country).is_none() {
                found.push(
                    say("own-post-zone-country-unknown").with("country", place.country.as_str()),
                );
            }
            if place.postcodes.iter().any(|p| fold::key(p).is_empty()) {
                found.push(say("own-post-zone-postcode-empty"));
            }
        }
        if self.steps.is_empty() {
            found.push(say("own-post-zone-no-prices"));
        }
        if self
            .steps
            .iter()
            .filter_map(|s| s.price)
            .any(|price| !(0..=crate::money::MAX_MINOR).contains(&price))
        {
            found.push(say("own-post-price-negative"));
        }
        if self
            .steps
            .iter()
            .any(|s| s.up_to.is_some_and(|g| !(1..=HEAVIEST).contains(&g)))
        {
            found.push(say("own-post-step-weight").with("max", HEAVIEST));
        }
        // A step without a limit takes everything: behind it no other can be asked.
        let limits: Vec<i64> = self
            .steps
            .iter()
            .map(|s| s.up_to.unwrap_or(i64::MAX))
            .collect();
        let pairs = || limits.iter().zip(limits.iter().skip(1));
        if pairs().any(|(a, b)| a == b) {
            found.push(say("own-post-steps-twice"));
        }
        if pairs().any(|(a, b)| a > b) {
            found.push(say("own-post-steps-unsorted"));
        }
    }
}

#[cfg(test)]
#[path = "service_tests.rs"]
mod tests;
