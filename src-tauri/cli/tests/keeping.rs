//! Looking after the data in the terminal: checked, erased, and asked wrongly as a program does.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    reason = "tests"
)]

use serde_json::{Value, json};
use std::path::Path;
use std::process::Command;
use tempfile::TempDir;

/// What it ended with, what it printed, what it complained of.
fn cli(data: &Path, args: &[&str]) -> (i32, String, String) {
    let done = Command::new(env!("CARGO_BIN_EXE_backroom-cli"))
        .args(args)
        .env("BACKROOM_DATA", data)
        .env_remove("BACKROOM_DATABASE")
        .env("LC_ALL", "C")
        .output()
        .unwrap();
    (
        done.status.code().unwrap(),
        String::from_utf8(done.stdout).unwrap(),
        String::from_utf8(done.stderr).unwrap(),
    )
}

#[test]
fn a_shop_is_checked() {
    let home = TempDir::new().unwrap();
    let data = home.path().join("shop");
    assert_eq!(cli(&data, &["sample"]).0, 0);
    let (code, out, err) = cli(&data, &["check"]);
    assert_eq!(code, 0, "{err}");
    assert!(out.contains("The shop’s data is sound."), "{out}");
    // A byte in the middle of the file, as a bad disk leaves it behind.
    let file = data.join("shop.db");
    let mut bytes = std::fs::read(&file).unwrap();
    let middle = bytes.len() / 4_096 / 2 * 4_096;
    bytes[middle] ^= 0xff;
    std::fs::write(&file, bytes).unwrap();
    let (code, out, _) = cli(&data, &["check", "--json"]);
    let health: Value = serde_json::from_str(&out).unwrap_or_default();
    assert_eq!(code, 1, "{out}");
    assert_ne!(health["sound"], json!(true), "{out}");
}

#[test]
fn a_person_is_erased_when_nothing_is_in_the_way_and_it_was_said_twice() {
    let home = TempDir::new().unwrap();
    let data = home.path().join("shop");
    let make = json!({
        "name": "Kiln & Co", "country": "DE", "currency": "EUR", "zone": "Europe/Berlin", "language": "en", "user": "Ida",
    });
    assert_eq!(cli(&data, &["call", "shop_make", &make.to_string()]).0, 0);
    let file = home.path().join("orders.csv");
    std::fs::write(&file, ORDERS).unwrap();
    let file = file.to_str().unwrap();
    let taken = cli(&data, &["import", file, "--start", "2026-11-01"]);
    assert_eq!(taken.0, 0, "{}", taken.2);

    let (code, _, err) = cli(&data, &["erase", "nobody@example.test"]);
    assert_eq!(code, 1);
    assert!(err.contains("no customer “nobody@example.test”"), "{err}");
    let (code, out, err) = cli(&data, &["erase", "bo@example.test", "--for-good"]);
    assert_eq!(code, 1);
    assert!(out.contains("#1002 is still in work"), "{out}");
    assert!(err.contains("Nothing was erased"), "{err}");
    let (code, out, _) = cli(&data, &["erase", "ANN@example.test"]);
    assert_eq!(code, 0);
    assert!(out.contains("Would erase 1 person: 1 orders"), "{out}");
    let (_, before, _) = cli(&data, &["call", "search", r#"{"text":"sommer","limit":9}"#]);
    assert!(before.contains("Ann Sommer"), "{before}");
    let (code, out, err) = cli(
        &data,
        &["erase", "ann@example.test", "--for-good", "--json"],
    );
    assert_eq!(code, 0, "{err}");
    let erased: Value = serde_json::from_str(&out).unwrap();
    assert_eq!(
        (&erased["done"], &erased["orders"]),
        (&json!(true), &json!(1))
    );
    let (_, after, _) = cli(&data, &["call", "search", r#"{"text":"sommer","limit":9}"#]);
    assert_eq!(after.trim(), "[]");
    let bytes = std::fs::read(data.join("shop.db")).unwrap();
    assert!(!bytes.windows(10).any(|w| w == b"Ann Sommer"));
}

#[test]
fn a_program_that_asks_wrongly_is_told_as_a_program() {
    let home = TempDir::new().unwrap();
    for args in [
        &["--json", "frobnicate"][..],
        &["orders", "--json", "--view", "nope"],
        &["ship", "--json"],
    ] {
        let (code, out, err) = cli(home.path(), args);
        assert_eq!((code, out.as_str()), (2, ""), "{args:?}");
        let told: Value = serde_json::from_str(&err).unwrap();
        assert_eq!(told["error"]["code"], json!("usage"), "{err}");
    }
    // Help is for people, whatever else is asked.
    let (code, out, _) = cli(home.path(), &["erase", "--json", "--help"]);
    assert_eq!(code, 0);
    assert!(out.contains("--for-good"), "{out}");
}

#[test]
fn what_falls_due_is_done_once_a_day_without_a_window() {
    let home = TempDir::new().unwrap();
    let data = home.path().join("shop");
    assert_eq!(cli(&data, &["sample"]).0, 0);
    let (code, out, err) = cli(&data, &["daily", "--json"]);
    assert_eq!(code, 0, "{err}");
    let done: Value = serde_json::from_str(&out).unwrap();
    let name = done["backup"].as_str().unwrap();
    assert!(name.ends_with("-daily.db"), "{done}");
    assert!(data.join("backups").join(name).is_file());
    let (_, out, _) = cli(&data, &["call", "health"]);
    let health: Value = serde_json::from_str(&out).unwrap();
    assert_eq!(health["sound"], json!(true), "{health}");
    assert!(health["checked_at"].is_i64(), "{health}");
    // It may be another day by now, at midnight; then there is one backup more.
    let (_, out, _) = cli(&data, &["daily"]);
    assert!(
        out.contains("Nothing was due.") || out.contains("-daily.db"),
        "{out}"
    );
}

#[test]
fn an_empty_variable_is_no_variable() {
    let home = TempDir::new().unwrap();
    let data = home.path().join("shop");
    assert_eq!(cli(&data, &["sample"]).0, 0);
    let ask = |data: &str, args: &[&str]| {
        let done = Command::new(env!("CARGO_BIN_EXE_backroom-cli"))
            .args(args)
            .env("BACKROOM_DATA", data)
            .env("BACKROOM_DATABASE", "")
            .env("LC_ALL", "C")
            .output()
            .unwrap();
        let err = String::from_utf8(done.stderr).unwrap();
        (done.status.code().unwrap(), err)
    };
    let named = data.to_str().unwrap();
    assert_eq!(ask("", &["--data", named, "orders"]), (0, String::new()));
    assert_eq!(ask(named, &["orders"]), (0, String::new()));
    let (code, err) = ask("", &["orders"]);
    assert_eq!(code, 2);
    assert!(err.contains("--data"), "{err}");
    assert_eq!(ask("", &["commands"]).0, 0);
}

/// The help's first morning, as it is printed, in a folder where nothing was before.
#[test]
fn the_example_of_the_help_runs_as_it_is_printed() {
    let home = TempDir::new().unwrap();
    let (_, help, _) = cli(home.path(), &["--help"]);
    let both = ORDERS.replace(",fulfilled,EUR", ",unfulfilled,EUR");
    let both = both.replace("true,fulfilled", "true,pending");
    std::fs::write(home.path().join("orders_export.csv"), both).unwrap();
    let from = help
        .find("The first time")
        .expect("the help has an example");
    let to = help.find("To look around").expect("and another");
    let lines: Vec<&str> = help[from..to]
        .lines()
        .filter(|line| line.trim_start().starts_with("backroom-cli"))
        .collect();
    assert_eq!(lines.len(), 5, "{help}");
    for line in lines {
        let program = env!("CARGO_BIN_EXE_backroom-cli");
        let line = line.trim().replacen("backroom-cli", program, 1);
        let done = Command::new("sh")
            .args(["-c", &line])
            .current_dir(home.path())
            .env("HOME", home.path())
            .env_remove("BACKROOM_DATA")
            .env_remove("BACKROOM_DATABASE")
            .env("LC_ALL", "C")
            .output()
            .unwrap();
        assert!(
            done.status.success(),
            "{line}\n{}{}",
            String::from_utf8_lossy(&done.stdout),
            String::from_utf8_lossy(&done.stderr)
        );
    }
}

/// One shipped order and one to ship; every person in them is invented.
const ORDERS: &str = "\
Name,Email,Financial Status,Paid at,Fulfillment Status,Currency,Subtotal,Shipping,Taxes,Total,Created at,Lineitem quantity,\
Lineitem name,Lineitem price,Lineitem sku,Lineitem requires shipping,Lineitem fulfillment status,Shipping Name,\
Shipping Address1,Shipping City,Shipping Zip,Shipping Country,Id
#1001,ann@example.test,paid,2026-11-22 18:05:00 +0100,fulfilled,EUR,20.00,4.90,0.00,24.90,2026-11-22 18:05:00 +0100,2,\
Mug,10.00,MUG,true,fulfilled,Ann Sommer,Lindenweg 7,Berlin,10969,DE,7001
#1002,bo@example.test,paid,2026-11-22 19:05:00 +0100,unfulfilled,EUR,10.00,4.90,0.00,14.90,2026-11-22 19:05:00 +0100,1,\
Mug,10.00,MUG,true,pending,Bo Winter,Weg 1,Berlin,10115,DE,7002
";
