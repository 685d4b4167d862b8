//! Papers from the command line: none is written over, none is lost, and each order is told of.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    clippy::print_stdout,
    reason = "tests"
)]

use serde_json::{Value, json};
use std::path::{Path, PathBuf};
use std::process::{Command, Output, Stdio};
use tempfile::TempDir;
use testkit::{Order, shopify_file};

fn cli(data: &Path, args: &[&str]) -> Output {
    let mut command = Command::new(env!("CARGO_BIN_EXE_backroom-cli"));
    command
        .args(args)
        .env("BACKROOM_DATA", data)
        .env_remove("BACKROOM_DATABASE")
        .env("LC_ALL", "C");
    command.stdin(Stdio::null()).output().unwrap()
}

fn out(output: &Output) -> String {
    String::from_utf8(output.stdout.clone()).unwrap()
}

fn told(output: &Output) -> String {
    String::from_utf8(output.stderr.clone()).unwrap()
}

fn code(output: &Output) -> i32 {
    output.status.code().unwrap()
}

/// A shop with five orders of one mug each, ready to ship.
fn shop() -> (TempDir, PathBuf) {
    let home = TempDir::new().unwrap();
    let data = home.path().join("shop");
    let make = json!({
        "name": "Kiln & Co", "country": "DE", "currency": "EUR", "zone": "Europe/Berlin", "language": "en", "user": "Ida",
        "street": "Töpferweg 3", "postcode": "10969", "city": "Berlin",
    });
    let made = cli(&data, &["call", "shop_make", &make.to_string()]);
    assert_eq!(code(&made), 0, "{}", told(&made));
    let orders: Vec<Order> = (1001..=1005)
        .map(|n| Order::new(n).line("MUG", 1, 1_000))
        .collect();
    let file = home.path().join("orders.csv");
    std::fs::write(&file, shopify_file(&orders)).unwrap();
    let file = file.to_str().unwrap().to_owned();
    let taken = cli(&data, &["import", &file, "--start", "2026-11-01"]);
    assert_eq!(code(&taken), 0, "{}{}", out(&taken), told(&taken));
    assert!(out(&taken).contains("5 ready to ship"), "{}", out(&taken));
    (home, data)
}

#[test]
fn labels_of_the_same_second_are_two_files() {
    let (home, data) = shop();
    let papers = home.path().join("papers");
    let to = papers.to_str().unwrap();
    for number in ["1001", "1002", "1003"] {
        let made = cli(&data, &["ship", number, "--labels", "--slips", "--out", to]);
        assert_eq!(code(&made), 0, "{}", told(&made));
    }
    let files = std::fs::read_dir(&papers).unwrap().count();
    assert_eq!(files, 6);
}

#[test]
fn a_label_whose_file_cannot_be_written_is_not_lost() {
    if !Path::new("/proc/self").exists() {
        println!("skipped: there is no folder here into which nobody can write");
        return;
    }
    let (home, data) = shop();
    // A folder that cannot be is found out before anything is made.
    let none = cli(
        &data,
        &["ship", "1001", "--labels", "--out", "/proc/nowhere"],
    );
    assert_eq!(code(&none), 1, "{}", out(&none));
    let order = cli(&data, &["--json", "call", "hand_over_waiting"]);
    assert_eq!(out(&order).trim(), "[]");
    // One that is, and takes no file: the label is made, named, and can be had.
    let lost = cli(
        &data,
        &["ship", "1001", "--labels", "--hand-over", "--out", "/proc"],
    );
    assert_eq!(code(&lost), 1, "{}", out(&lost));
    let said = out(&lost);
    assert!(
        said.contains("#1001-1") && said.contains("made all the same"),
        "{said}"
    );
    let command = said
        .lines()
        .find_map(|l| l.split("backroom-cli print ").nth(1));
    let document = command.unwrap().split(' ').next().unwrap();
    let waiting: Value =
        serde_json::from_str(&out(&cli(&data, &["call", "hand_over_waiting"]))).unwrap();
    assert_eq!(
        waiting[0]["parcels"].as_array().unwrap().len(),
        1,
        "nothing has left"
    );
    let file = home.path().join("label.pdf");
    let saved = cli(&data, &["print", document, "--out", file.to_str().unwrap()]);
    assert_eq!(code(&saved), 0, "{}", told(&saved));
    assert!(std::fs::read(&file).unwrap().starts_with(b"%PDF"));
}

#[test]
fn each_order_is_told_of_and_an_unknown_one_is_an_error() {
    let (home, data) = shop();
    let to = home.path().to_str().unwrap().to_owned();
    let ship = |args: &[&str]| {
        cli(
            &data,
            &[&["--json", "ship"], args, &["--out", &to]].concat(),
        )
    };
    assert_eq!(code(&ship(&["1001"])), 0);
    let again = ship(&["1001", "1002"]);
    assert_eq!(code(&again), 0, "{}", told(&again));
    let answer: Value = serde_json::from_str(&out(&again)).unwrap();
    let already = &answer["labels"]["labelled_already"];
    assert_eq!(already[0]["number"], json!("#1001"), "{answer}");
    assert_eq!(already[0]["sentence"]["id"], json!("cli-labelled-already"));
    assert_eq!(answer["labels"]["parcels"].as_array().unwrap().len(), 1);
    for args in [&["id:987654"][..], &["id:987654", "--slips"], &["9999"]] {
        let none = cli(&data, &[&["ship"], args, &["--out", &to]].concat());
        assert_eq!(code(&none), 1, "{args:?}: {}", out(&none));
        assert!(told(&none).contains("There is no order"), "{}", told(&none));
    }
}

#[test]
fn handing_over_does_the_earlier_step() {
    let (home, data) = shop();
    let to = home.path().join("papers");
    let to = to.to_str().unwrap();
    let gone = cli(&data, &["ship", "1001", "1002", "--hand-over", "--out", to]);
    assert_eq!(code(&gone), 0, "{}{}", out(&gone), told(&gone));
    assert!(out(&gone).contains("2 parcels have left"), "{}", out(&gone));
    let labels = std::fs::read_dir(to).unwrap();
    let names = labels.map(|e| e.unwrap().file_name().into_string().unwrap());
    assert_eq!(names.filter(|n| n.starts_with("labels-")).count(), 1);
    // What is labelled gets no second label.
    assert_eq!(code(&cli(&data, &["ship", "1003", "--out", to])), 0);
    let gone = cli(
        &data,
        &["--json", "ship", "1003", "--hand-over", "--out", to],
    );
    let answer: Value = serde_json::from_str(&out(&gone)).unwrap();
    assert_eq!(answer["labels"], Value::Null, "{answer}");
    assert_eq!(answer["hand_over"]["parcels"].as_array().unwrap().len(), 1);
}

#[test]
fn an_id_in_a_sentence_can_be_typed_as_it_stands() {
    let (_home, data) = shop();
    // Ids grow past a thousand in any shop; the sequence is put there for the test.
    for _ in 0..40 {
        let page = cli(&data, &["call", "test_page_make"]);
        let made: Value = serde_json::from_str(&out(&page)).unwrap();
        let id = made["document"].as_i64().unwrap();
        if id < 1_000 {
            continue;
        }
        let refused = cli(&data, &["print", &id.to_string()]);
        assert_eq!(code(&refused), 1);
        let wanted = format!("backroom-cli print {id} --out");
        assert!(told(&refused).contains(&wanted), "{}", told(&refused));
        return;
    }
    panic!("no document got an id of four digits");
}
