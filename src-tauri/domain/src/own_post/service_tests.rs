use super::*;

fn step(up_to: i64, price: i64) -> WeightStep {
    WeightStep {
        up_to: Some(up_to),
        price: Some(price),
    }
}

fn place(country: &str, postcodes: &[&str]) -> ZonePlace {
    ZonePlace {
        country: country.to_owned(),
        postcodes: postcodes.iter().map(|p| (*p).to_owned()).collect(),
    }
}

fn zone(name: &str, places: Vec<ZonePlace>, steps: Vec<WeightStep>) -> PostZone {
    PostZone {
        name: name.to_owned(),
        rest_of_world: places.is_empty(),
        places,
        steps,
    }
}

/// Islands dearer, then inland, two neighbours, then the world.
fn parcels() -> PostService {
    PostService {
        name: "Parcel".to_owned(),
        tracked: true,
        from_country: "GB".to_owned(),
        currency: Currency::new("GBP").unwrap(),
        zones: vec![
            zone(
                "Islands",
                vec![place("GB", &["BT", "ZE1"])],
                vec![step(2000, 899)],
            ),
            zone(
                "Inland",
                vec![place("GB", &[])],
                vec![step(1000, 399), step(2000, 499)],
            ),
            zone(
                "Near",
                vec![place("FR", &[]), place("IE", &[])],
                vec![step(2000, 1100)],
            ),
            zone("World", vec![], vec![step(2000, 1999)]),
        ],
        days_inland: 3,
        days_abroad: 12,
        max_grams: Some(20_000),
        max_size: None,
    }
}

fn to(country: &str, postcode: &str) -> Address {
    Address {
        country: country.to_owned(),
        postcode: postcode.to_owned(),
        ..Address::default()
    }
}

#[test]
fn the_first_zone_that_fits_and_the_first_step_that_carries_give_the_price() {
    for (country, postcode, grams, zone, minor, days) in [
        ("GB", "SW1A 1AA", 1000, "Inland", 399, 3),
        ("GB", "SW1A 1AA", 1001, "Inland", 499, 3),
        ("GB", "BT1 5GS", 300, "Islands", 899, 3),
        ("GB", "bt15gs", 300, "Islands", 899, 3),
        ("GB", "Z E1 0AA", 300, "Islands", 899, 3),
        ("GB", "ZE2 9AA", 300, "Inland", 399, 3),
        ("fr", "75001", 2000, "Near", 1100, 12),
        ("JP", "154-0023", 1, "World", 1999, 12),
    ] {
        let quote = quote(&parcels(), &to(country, postcode), Some(grams)).unwrap();
        assert_eq!(
            (quote.zone.as_str(), quote.price.unwrap().minor, quote.days),
            (zone, minor, days),
            "{country} {postcode}"
        );
        assert_eq!(quote.inland, country == "GB");
    }
}

#[test]
fn refusals_say_why() {
    let mut inland_only = parcels();
    inland_only.zones.truncate(2);
    let refused = |service: &PostService, country: &str, grams| {
        quote(service, &to(country, "1"), grams).unwrap_err().0.id
    };
    assert_eq!(refused(&parcels(), "", Some(1)), "own-post-no-country");
    assert_eq!(refused(&inland_only, "FR", Some(1)), "own-post-no-zone");
    assert_eq!(refused(&parcels(), "GB", None), "own-post-weight-unknown");
    assert_eq!(
        refused(&parcels(), "GB", Some(0)),
        "own-post-weight-unknown"
    );
    assert_eq!(
        refused(&parcels(), "GB", Some(-5)),
        "own-post-weight-unknown"
    );
    assert_eq!(refused(&parcels(), "GB", Some(2001)), "own-post-too-heavy");
    let mut light = parcels();
    light.max_grams = Some(500);
    assert_eq!(refused(&light, "GB", Some(501)), "own-post-too-heavy");
}

#[test]
fn one_price_for_any_weight_needs_no_weight() {
    let mut flat = parcels();
    flat.max_grams = None;
    flat.zones = vec![zone(
        "World",
        vec![],
        vec![WeightStep {
            up_to: None,
            price: Some(500),
        }],
    )];
    let price = |service: &PostService, grams| {
        let quote = quote(service, &to("GB", ""), grams).unwrap();
        quote.price.map(|price| price.minor)
    };
    assert_eq!(price(&flat, None), Some(500));
    flat.zones[0].steps.insert(0, step(100, 300));
    assert!(
        quote(&flat, &to("GB", ""), None).is_err(),
        "two prices: the weight decides"
    );
    assert_eq!(price(&flat, Some(101)), Some(500));
    // Free is a price; that nobody has said one is none.
    flat.zones[0].steps[1].price = Some(0);
    assert_eq!(price(&flat, Some(101)), Some(0));
    flat.zones[0].steps[1].price = None;
    assert_eq!(price(&flat, Some(101)), None);
    assert_eq!(flat.check_definition(), []);
}

#[test]
fn a_definition_is_checked_whole() {
    assert_eq!(parcels().check_definition(), []);
    let found = |change: fn(&mut PostService)| {
        let mut service = parcels();
        change(&mut service);
        let ids: Vec<String> = service
            .check_definition()
            .into_iter()
            .map(|s| s.id)
            .collect();
        ids
    };
    assert_eq!(found(|s| s.name.clear()), ["own-post-name-missing"]);
    assert_eq!(
        found(|s| s.from_country = "QQ".to_owned()),
        ["own-post-country-unknown"]
    );
    assert_eq!(found(|s| s.zones.clear()), ["own-post-no-zones"]);
    assert_eq!(found(|s| s.max_grams = Some(0)), ["own-post-max-grams"]);
    assert_eq!(
        found(|s| s.max_size = Some(SizeLimit {
            length: 1,
            width: 1,
            height: 0
        })),
        ["own-post-size-zero"]
    );
    assert_eq!(
        found(|s| s.zones[3].rest_of_world = false),
        ["own-post-zone-empty"]
    );
    assert_eq!(
        found(|s| s.zones[1].steps.reverse()),
        ["own-post-steps-unsorted"]
    );
    assert_eq!(
        found(|s| s.zones[1].steps[1].up_to = Some(1000)),
        ["own-post-steps-twice"]
    );
    assert_eq!(
        found(|s| s.zones[1].steps[0].up_to = None),
        ["own-post-steps-unsorted"]
    );
    assert_eq!(
        found(|s| s.zones[1].steps[0].price = Some(-1)),
        ["own-post-price-negative"]
    );
    assert_eq!(
        found(|s| s.zones[1].steps.clear()),
        ["own-post-zone-no-prices"]
    );
    assert_eq!(found(|s| s.zones.swap(0, 1)), ["own-post-zone-never-asked"]);
    assert_eq!(found(|s| s.zones.swap(2, 3)), ["own-post-zone-never-asked"]);
    assert_eq!(
        found(|s| s.zones[2].places[0].country = "Frankreich".to_owned()),
        ["own-post-zone-country-unknown"]
    );
    assert_eq!(
        found(|s| s.zones[0].places[0].postcodes.push(" ".to_owned())),
        ["own-post-zone-postcode-empty"]
    );
}

#[test]
fn a_parcel_may_be_turned_to_fit() {
    let limit = SizeLimit {
        length: 600,
        width: 300,
        height: 150,
    };
    assert!(limit.fits([150, 600, 300]));
    assert!(!limit.fits([151, 600, 300]));
}
