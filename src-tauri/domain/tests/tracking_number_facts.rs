//! Tracking numbers against the public list of real and wrong numbers, and against vectors for
//! check digits. The data folder lies beside the project; without it the tests say so.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    clippy::print_stdout,
    reason = "tests"
)]

use domain::tracking_number::{Check, recognise, sscc_is_valid};
use serde_json::Value;
use std::path::PathBuf;

fn shared(path: &str) -> Option<PathBuf> {
    let found = PathBuf::from(env!("CARGO_MANIFEST_DIR"))
        .ancestors()
        .map(|dir| dir.join("../shared/data").join(path))
        .find(|p| p.exists());
    if found.is_none() {
        println!("skipped: ../shared is not here");
    }
    found
}

fn json(path: &PathBuf) -> Value {
    serde_json::from_str(&std::fs::read_to_string(path).unwrap()).unwrap()
}

/// The list's forms that have no id of their own.
fn id_of(form: &Value) -> String {
    form["id"].as_str().map_or_else(
        || match form["name"].as_str().unwrap() {
            "UPS Waybill" => "ups_waybill".to_owned(),
            "LaserShip 1LS7 (18)" => "lasership_1ls7_18".to_owned(),
            "Old Dominion" => "old_dominion".to_owned(),
            "Old Dominion Guaranteed Shipment" => "old_dominion_guaranteed".to_owned(),
            other => panic!("a form without an id: {other}"),
        },
        str::to_owned,
    )
}

/// How a text is read in one form, if at all.
fn reading(text: &str, id: &str) -> Option<Check> {
    recognise(text)
        .iter()
        .find(|r| r.format == id)
        .map(|r| r.check)
}

#[test]
fn real_numbers_are_recognised_and_wrong_ones_are_not() {
    let Some(folder) = shared("tracking_numbers/couriers") else {
        return;
    };
    let (mut forms, mut valid, mut invalid, mut first) = (0, 0, 0, 0);
    let mut failures = Vec::new();
    let mut files: Vec<PathBuf> = std::fs::read_dir(folder)
        .unwrap()
        .map(|f| f.unwrap().path())
        .collect();
    files.sort();
    for file in files {
        let courier = json(&file);
        for form in courier["tracking_numbers"].as_array().unwrap() {
            let id = id_of(form);
            let has_digit = !form["validation"]["checksum"].is_null();
            forms += 1;
            for number in form["test_numbers"]["valid"].as_array().unwrap() {
                let text = number.as_str().unwrap();
                let expected = if has_digit { Check::Valid } else { Check::None };
                valid += 1;
                if reading(text, &id) != Some(expected) {
                    failures.push(format!(
                        "{id}: {text} is real, read as {:?}",
                        recognise(text)
                    ));
                }
                first += usize::from(recognise(text).first().is_some_and(|r| r.format == id));
            }
            for number in form["test_numbers"]["invalid"].as_array().unwrap() {
                let text = number.as_str().unwrap();
                invalid += 1;
                if matches!(reading(text, &id), Some(Check::Valid | Check::None)) {
                    failures.push(format!(
                        "{id}: {text} is wrong, read as {:?}",
                        recognise(text)
                    ));
                }
            }
        }
    }
    println!(
        "tracking numbers: {forms} forms, {valid} real ({first} of them read first), {invalid} wrong, failures = {}",
        failures.len()
    );
    assert_eq!(failures, Vec::<String>::new());
    assert!(valid > 60 && invalid > 30);
}

#[test]
fn s10_vectors() {
    let Some(path) = shared("barcodes/upu_s10.json") else {
        return;
    };
    let vectors = json(&path);
    let list = vectors["vectors"].as_array().unwrap();
    for vector in list {
        assert_eq!(
            reading(vector["valid"].as_str().unwrap(), "s10"),
            Some(Check::Valid),
            "{vector}"
        );
        if let Some(wrong) = vector["invalid"].as_str() {
            assert_eq!(reading(wrong, "s10"), Some(Check::Wrong), "{vector}");
        }
    }
    println!("S10: {} vectors", list.len());
}

#[test]
fn sscc_vectors() {
    let Some(path) = shared("barcodes/sscc.json") else {
        return;
    };
    let vectors = json(&path);
    let list = vectors["vectors"].as_array().unwrap();
    for vector in list {
        let valid = vector["valid"].as_str().unwrap();
        assert!(sscc_is_valid(valid), "{vector}");
        assert!(
            !sscc_is_valid(vector["invalid"].as_str().unwrap()),
            "{vector}"
        );
        assert_eq!(
            reading(vector["gs1_128"].as_str().unwrap(), "sscc"),
            Some(Check::Valid),
            "{vector}"
        );
    }
    println!("SSCC: {} vectors", list.len());
}
