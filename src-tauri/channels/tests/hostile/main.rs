//! Files that nobody should have to read: each is refused with a clear sentence, or read with its
//! bad rows left out. No panic, under two seconds each, memory bounded. Every case names the
//! defect that it would have caught.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    clippy::print_stdout,
    reason = "tests"
)]

mod content;
mod corpus;
mod form;
mod workbook;

use channels::{ReadOptions, limits};
use chrono::NaiveDate;
use corpus::*;
use domain::Currency;
use std::collections::{BTreeMap, BTreeSet};
use std::ops::ControlFlow;
use std::time::{Duration, Instant};

/// Two seconds for the program that people run; the unoptimised build of the tests is up to ten
/// times slower and shares its machine with other builds.
const MOST_TIME: Duration = Duration::from_secs(if cfg!(debug_assertions) { 20 } else { 2 });

#[test]
fn every_hostile_file_is_refused_or_read_with_a_clear_sentence() {
    let today = NaiveDate::from_ymd_opt(2026, 9, 10).unwrap();
    let options = ReadOptions::new(
        Currency::new("EUR").unwrap(),
        chrono_tz::Europe::Berlin,
        today,
    );
    let cases = corpus();
    let mut families: BTreeMap<&str, u32> = BTreeMap::new();
    let mut failures = Vec::new();
    let mut slowest = (Duration::ZERO, "");
    for case in &cases {
        *families.entry(case.family).or_default() += 1;
        let start = Instant::now();
        let mut orders = Vec::new();
        let result = channels::read_each(
            &case.bytes,
            "hostile",
            &options,
            &mut |_| ControlFlow::Continue(()),
            &mut |order| orders.push(order),
        );
        let took = start.elapsed();
        if took > slowest.0 {
            slowest = (took, case.defect);
        }
        if took > MOST_TIME {
            failures.push(format!("{}: took {took:?}", case.defect));
        }
        match (result, &case.expect) {
            (Err(refused), Expect::File(id)) if refused.sentence().id == *id => {}
            (Ok(reading), Expect::Orders(count, ids)) => {
                let seen: BTreeSet<&str> = reading
                    .groups
                    .iter()
                    .map(|group| group.sentence_id.as_str())
                    .collect();
                let missing: Vec<_> = ids.iter().filter(|id| !seen.contains(**id)).collect();
                if reading.order_count != *count || !missing.is_empty() {
                    failures.push(format!(
                        "{}: {} orders of {count}, missing {missing:?}, seen {seen:?}",
                        case.defect, reading.order_count
                    ));
                }
                assert!(reading.problems.len() <= 20 * limits::PROBLEMS_PER_GROUP);
                for order in orders.iter().take(10) {
                    let text = format!("{order:?}");
                    assert!(
                        !text.contains("\\0"),
                        "{}: U+0000 came through",
                        case.defect
                    );
                }
            }
            (Ok(reading), Expect::File(id)) => failures.push(format!(
                "{}: read ({} orders, {:?}) instead of {id}",
                case.defect,
                reading.order_count,
                reading
                    .groups
                    .iter()
                    .map(|group| &group.sentence_id)
                    .collect::<Vec<_>>()
            )),
            (Err(refused), _) => {
                failures.push(format!("{}: refused {:?}", case.defect, refused.sentence()))
            }
        }
    }
    println!(
        "{} files of {} families; slowest {:?} ({})",
        cases.len(),
        families.len(),
        slowest.0,
        slowest.1
    );
    assert!(
        failures.is_empty(),
        "{} of {}:\n{}",
        failures.len(),
        cases.len(),
        failures.join("\n")
    );
    assert!(
        cases.len() >= 100 && families.len() >= 12,
        "{} {}",
        cases.len(),
        families.len()
    );
}

/// What a workbook's cells say, character by character.
#[test]
fn workbooks_keep_zeros_stored_values_and_dates() {
    let today = NaiveDate::from_ymd_opt(2026, 9, 10).unwrap();
    let options = ReadOptions::new(
        Currency::new("EUR").unwrap(),
        chrono_tz::Europe::Berlin,
        today,
    );
    let read = |bytes: &[u8]| {
        let mut orders = channels::read(bytes, "book.xlsx", &options).unwrap().orders;
        orders.remove(0)
    };
    let rows = [
        vec!["order", "title", "zip", "qty"],
        vec!["0007", "Cup", "01067", "2"],
    ];
    let order = read(&workbook::of_texts(&rows));
    assert_eq!(order.source_id, "0007");
    assert_eq!(order.ship_to.postcode, "01067");
    assert_eq!(order.lines[0].quantity, 2);
    // The formula would fetch a page; its stored value is read.
    let order = read(&workbook::of_sheet(workbook::FORMULAS));
    assert_eq!(order.lines[0].title, "Cup");
    assert_eq!(order.lines[0].quantity, 2);
    // 46248.5 days after 30 December 1899 is noon of 14 August 2026; in Berlin 10:00 UTC.
    let order = read(&workbook::of_sheet(workbook::DATES));
    let noon = chrono::DateTime::parse_from_rfc3339("2026-08-14T10:00:00Z").unwrap();
    assert_eq!(order.placed_at, Some(noon.timestamp_millis()));
}

/// A workbook of several sheets names them, and reads the one that is asked for.
#[test]
fn a_sheet_can_be_chosen() {
    let today = NaiveDate::from_ymd_opt(2026, 9, 10).unwrap();
    let euro = Currency::new("EUR").unwrap();
    let mut options = ReadOptions::new(euro, chrono_tz::Europe::Berlin, today);
    let notes = [
        vec!["To do", "By", "Who", "Done"],
        vec!["Glaze", "May", "Ida", "no"],
    ];
    let orders = [
        vec!["order", "title", "zip", "qty"],
        vec!["0007", "Cup", "01067", "2"],
    ];
    let bytes = workbook::of_two(&notes, &orders);
    let first = channels::read(&bytes, "book.xlsx", &options).unwrap();
    assert_eq!((first.sheet.as_str(), first.orders.len()), ("Notes", 0));
    assert_eq!(first.choices.sheets, ["Notes", "Orders"]);
    options.sheet = Some("Orders".to_owned());
    let second = channels::read(&bytes, "book.xlsx", &options).unwrap();
    assert_eq!(second.orders[0].source_id, "0007");
    assert_eq!(second.choices.sheets, ["Notes", "Orders"]);
    options.sheet = Some("Gone".to_owned());
    let refused = channels::read(&bytes, "book.xlsx", &options).unwrap_err();
    assert_eq!(refused.sentence().id, "import-workbook-no-sheet");
    // One sheet is no choice.
    options.sheet = None;
    let one = channels::read(&workbook::of_texts(&orders), "book.xlsx", &options).unwrap();
    assert!(one.choices.sheets.is_empty());
}
