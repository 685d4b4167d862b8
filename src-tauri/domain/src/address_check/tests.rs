use super::*;

fn london() -> Address {
    Address {
        name: "Ada Muster".to_owned(),
        line1: "12 High Street".to_owned(),
        city: "London".to_owned(),
        postcode: "SW1A 1AA".to_owned(),
        country: "GB".to_owned(),
        ..Address::default()
    }
}

fn with(change: impl FnOnce(&mut Address)) -> Address {
    let mut address = london();
    change(&mut address);
    address
}

fn san_francisco() -> Address {
    with(|a| {
        a.city = "San Francisco".to_owned();
        a.region = "CA".to_owned();
        a.postcode = "94103".to_owned();
        a.country = "US".to_owned();
    })
}

fn ids(findings: &[Finding]) -> Vec<&str> {
    findings.iter().map(|f| f.sentence.id.as_str()).collect()
}

fn suggestion(findings: &[Finding], field: Field) -> Option<&str> {
    findings
        .iter()
        .find(|f| f.field == field)
        .and_then(|f| f.suggestion.as_deref())
}

#[test]
fn a_good_address_has_nothing_to_say() {
    assert_eq!(check(&london()), AddressCheck::default());
    assert_eq!(check(&san_francisco()), AddressCheck::default());
}

#[test]
fn what_a_carrier_refuses_holds() {
    for (change, id) in [
        (
            (|a| a.name.clear()) as fn(&mut Address),
            "address-name-missing",
        ),
        (|a| a.line1.clear(), "address-street-missing"),
        (|a| a.city = "  ".to_owned(), "address-city-missing"),
        (|a| a.postcode.clear(), "address-postcode-missing"),
        (
            |a| a.postcode = "12345".to_owned(),
            "address-postcode-wrong",
        ),
        (|a| a.country = "QQ".to_owned(), "address-country-unknown"),
    ] {
        let check = check(&with(change));
        assert_eq!(ids(&check.block), [id]);
    }
    let mut no_state = san_francisco();
    no_state.region.clear();
    let found = check(&no_state);
    assert_eq!(ids(&found.block), ["address-region-missing"]);
    assert_eq!(suggestion(&found.block, Field::Region), Some("CA"));
    // A firm can take a parcel without a person's name.
    let firm = with(|a| a.company = std::mem::take(&mut a.name));
    assert!(check(&firm).is_clean());
}

#[test]
fn an_empty_address_names_everything_once() {
    let found = check(&Address::default());
    assert_eq!(
        ids(&found.block),
        [
            "address-name-missing",
            "address-country-missing",
            "address-street-missing"
        ]
    );
    assert_eq!(found.warn, []);
}

#[test]
fn better_spellings_are_suggested_and_hold_nothing() {
    let found = check(&with(|a| a.postcode = "sw1a1aa".to_owned()));
    assert!(found.may_ship());
    assert_eq!(suggestion(&found.warn, Field::Postcode), Some("SW1A 1AA"));
    let short = check(&with(|a| {
        a.country = "DE".to_owned();
        a.postcode = "1067".to_owned();
    }));
    assert_eq!(ids(&short.block), ["address-postcode-wrong"]);
    assert_eq!(suggestion(&short.block, Field::Postcode), Some("01067"));
    let beside = check(&with(|a| {
        a.country = "DE".to_owned();
        a.city = "10115 Berlin".to_owned();
        a.postcode.clear();
    }));
    assert_eq!(suggestion(&beside.block, Field::Postcode), Some("10115"));
    let word = check(&with(|a| a.country = "United Kingdom".to_owned()));
    assert_eq!(suggestion(&word.block, Field::Country), Some("GB"));
}

#[test]
fn a_country_that_only_one_reading_leaves_is_guessed() {
    for (postcode, region, code) in [
        ("SW1A 1AA", "", "GB"),
        ("JE2 3AB", "", "JE"),
        ("1012 AB", "", "NL"),
        ("K1A 0B1", "", "CA"),
        ("94103", "CA", "US"),
        ("2000", "NSW", "AU"),
    ] {
        let found = check(&with(|a| {
            a.country.clear();
            a.postcode = postcode.to_owned();
            a.region = region.to_owned();
        }));
        assert_eq!(
            suggestion(&found.warn, Field::Country),
            Some(code),
            "{postcode}"
        );
        assert!(!ids(&found.block).contains(&"address-country-missing"));
    }
    for postcode in ["10115", "", "75001"] {
        let found = check(&with(|a| {
            a.country.clear();
            a.postcode = postcode.to_owned();
        }));
        assert!(
            ids(&found.block).contains(&"address-country-missing"),
            "{postcode}"
        );
    }
}

#[test]
fn states_and_postcodes_that_disagree_are_doubted() {
    for (country, region, postcode, doubt) in [
        ("US", "NY", "94103", Some("address-region-postcode")),
        ("US", "New York", "10001", None),
        ("US", "Kalifornien", "94103", Some("address-region-unknown")),
        ("US", "PR", "00901", None),
        ("CA", "ON", "V8X 3X4", Some("address-region-postcode")),
        ("CA", "British Columbia", "V8X 3X4", None),
        ("CA", "QC", "K1A 0B1", None), // Hull shares Ottawa's K1A
        ("AU", "VIC", "2000", Some("address-region-postcode")),
        ("AU", "New South Wales", "2000", None),
        ("IT", "MI", "00184", Some("address-region-postcode")),
        ("IT", "Roma", "00184", None),
        ("GB", "Kent", "SW1A 1AA", None),
    ] {
        let found = check(&with(|a| {
            a.country = country.to_owned();
            a.region = region.to_owned();
            a.postcode = postcode.to_owned();
        }));
        assert!(found.may_ship(), "{country} {region}");
        assert_eq!(
            ids(&found.warn).first().copied(),
            doubt,
            "{country} {region} {postcode}"
        );
    }
}

#[test]
fn slips_in_the_street_are_doubted() {
    for (country, line1, line2, doubt) in [
        (
            "DE",
            "Hauptstraße",
            "",
            Some("address-house-number-missing"),
        ),
        ("DE", "Hauptstraße 5", "", None),
        ("GB", "Rose Cottage", "", None),
        ("ES", "Calle Mayor s/n", "", None),
        ("DE", "Packstation 123", "", Some("address-packstation")),
        ("DE", "Postfach 12 34", "", Some("address-po-box")),
        ("GB", "P.O. Box 12", "", Some("address-po-box")),
        ("GB", "PO BOX 12", "", Some("address-po-box")),
        ("FR", "BP 12", "", Some("address-po-box")),
        ("GB", "1 Boxgrove Road", "", None),
        (
            "GB",
            "12 High Street",
            "12 high street",
            Some("address-line-repeated"),
        ),
        (
            "GB",
            "12 Long Name of a Street That Goes On and On",
            "",
            Some("address-line-long"),
        ),
    ] {
        let found = check(&with(|a| {
            a.country = country.to_owned();
            a.line1 = line1.to_owned();
            a.line2 = line2.to_owned();
            a.postcode = match country {
                "DE" => "10115",
                "ES" => "28013",
                "FR" => "75001",
                _ => "SW1A 1AA",
            }
            .to_owned();
            a.region = if country == "ES" { "Madrid" } else { "" }.to_owned();
        }));
        assert!(found.may_ship(), "{line1}");
        assert_eq!(ids(&found.warn).first().copied(), doubt, "{line1}");
    }
}

#[test]
fn a_region_that_the_postcode_names_is_asked_for_not_held() {
    let milan = with(|a| {
        a.country = "IT".to_owned();
        a.city = "Milano".to_owned();
        a.postcode = "20121".to_owned();
    });
    let found = check(&milan);
    assert!(found.may_ship());
    assert_eq!(suggestion(&found.warn, Field::Region), Some("MI"));
    // Hong Kong has no towns: shops put the region there.
    let kowloon = with(|a| {
        a.country = "HK".to_owned();
        a.city = "Kowloon".to_owned();
        a.postcode.clear();
    });
    assert!(check(&kowloon).may_ship());
}

#[test]
fn lines_stand_in_the_order_of_the_country() {
    let lines_of = |address: &Address, from: &str| lines(address, from).join(" | ");
    assert_eq!(
        lines_of(&london(), "GB"),
        "Ada Muster | 12 High Street | London | SW1A 1AA"
    );
    assert_eq!(
        lines_of(&london(), "DE"),
        "Ada Muster | 12 High Street | London | SW1A 1AA | UNITED KINGDOM"
    );
    assert_eq!(
        lines_of(&san_francisco(), "us"),
        "Ada Muster | 12 High Street | San Francisco, CA 94103"
    );
    let berlin = with(|a| {
        a.company = "Muster GmbH".to_owned();
        a.line2 = "Hinterhof".to_owned();
        a.city = "Berlin".to_owned();
        a.region = "BE".to_owned();
        a.postcode = "10115".to_owned();
        a.country = "DE".to_owned();
    });
    assert_eq!(
        lines_of(&berlin, "AT"),
        "Ada Muster | Muster GmbH | 12 High Street | Hinterhof | 10115 Berlin | GERMANY"
    );
}

#[test]
fn separators_vanish_with_their_parts_and_signs_stand_once() {
    let at = |country: &str, city: &str, region: &str, postcode: &str| {
        let address = with(|a| {
            a.city = city.to_owned();
            a.region = region.to_owned();
            a.postcode = postcode.to_owned();
            a.country = country.to_owned();
        });
        lines(&address, country).split_off(2).join(" | ")
    };
    assert_eq!(at("FI", "Helsinki", "", "00100"), "FI-00100 Helsinki");
    assert_eq!(at("FI", "Helsinki", "", "FI-00100"), "FI-00100 Helsinki");
    assert_eq!(at("FI", "Helsinki", "", ""), "Helsinki");
    assert_eq!(
        at("US", "San Francisco", "", "94103"),
        "San Francisco 94103"
    );
    assert_eq!(at("US", "", "CA", "94103"), "CA 94103");
    assert_eq!(
        at("BR", "São Paulo", "SP", "01310-000"),
        "São Paulo-SP | 01310-000"
    );
    assert_eq!(at("SG", "Singapore", "", "546080"), "SINGAPORE 546080");
    assert_eq!(
        at("SG", "Jurong", "", "546080"),
        "SINGAPORE 546080 | Jurong"
    );
    assert_eq!(at("GB", "London", "ENG", "SW1A 1AA"), "London | SW1A 1AA");
    assert_eq!(at("AE", "Dubai", "", "00000"), "Dubai | 00000");
    assert_eq!(at("QQ", "Town", "", "77"), "Town | 77");
}

#[test]
fn a_japanese_address_keeps_its_script_and_its_order() {
    let tokyo = Address {
        name: "山田花子".to_owned(),
        line1: "丸の内1-1-1".to_owned(),
        city: "千代田区".to_owned(),
        region: "東京都".to_owned(),
        postcode: "100-0005".to_owned(),
        country: "JP".to_owned(),
        ..Address::default()
    };
    assert_eq!(
        lines(&tokyo, "JP").join(" | "),
        "〒100-0005 | 東京都千代田区 | 丸の内1-1-1 | 山田花子"
    );
    let latin = Address {
        name: "Hanako Yamada".to_owned(),
        line1: "1-1-1 Marunouchi".to_owned(),
        city: "Chiyoda".to_owned(),
        region: "Tokyo".to_owned(),
        ..tokyo
    };
    assert_eq!(
        lines(&latin, "DE").join(" | "),
        "Hanako Yamada | 1-1-1 Marunouchi | Chiyoda, Tokyo | 100-0005 | JAPAN"
    );
}

#[test]
fn nothing_that_was_written_is_lost_but_a_region_that_no_letter_carries() {
    for country in country::all() {
        let address = Address {
            name: "Nnnn".to_owned(),
            company: "Oooo".to_owned(),
            line1: "Aaaa 1".to_owned(),
            line2: "Bbbb".to_owned(),
            line3: "Dddd".to_owned(),
            city: "Cccc".to_owned(),
            region: "Ssss".to_owned(),
            postcode: "98765".to_owned(),
            country: country.code.to_owned(),
            phone: String::new(),
        };
        let text = lines(&address, "ZZ").join("\n");
        for part in [
            "Nnnn",
            "Oooo",
            "Aaaa 1",
            "Bbbb",
            "Dddd",
            "Cccc",
            "98765",
            country.paper,
        ] {
            assert!(text.contains(part), "{}: {part} in {text}", country.code);
        }
    }
}
