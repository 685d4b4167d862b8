//! Kills a working shop at random moments, again and again, and looks what is left.
//!
//! A child process imports, labels and hands over without a pause, and writes down what it was told is
//! done. It is killed (SIGKILL); then the shop is opened again: everything that was acknowledged is
//! there, an import is there whole or not at all, and every invariant holds.
//!
//! `--control` turns the proof around: the child then writes "done" before it asks, as a store would
//! that acknowledges before its commit is durable. The run must find lost work, else it finds nothing.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    clippy::print_stdout,
    clippy::disallowed_methods,
    clippy::cast_possible_truncation,
    clippy::cast_sign_loss,
    reason = "a measurement that cannot go on ends here"
)]

use api::{Host, Opening, Place};
use serde_json::{Value, json};
use std::collections::BTreeSet;
use std::io::Write as _;
use std::path::{Path, PathBuf};
use std::process::{Command, ExitCode, Stdio};
use std::sync::Arc;
use std::time::Duration;
use testkit::{NOW, Order, shopify_file};

/// After so many kills a new shop is begun, so that looking at all of it stays quick.
const KILLS_PER_SHOP: usize = 10;

fn main() -> ExitCode {
    let args: Vec<String> = std::env::args().skip(1).collect();
    let value = |name: &str| {
        args.iter()
            .position(|a| a == name)
            .and_then(|at| args.get(at + 1))
    };
    let control = args.iter().any(|a| a == "--control");
    let runtime = tokio::runtime::Runtime::new().unwrap();
    if args.first().is_some_and(|a| a == "work") {
        let seed = args[2].parse().unwrap();
        runtime.block_on(work(Path::new(&args[1]), seed, control));
        return ExitCode::SUCCESS;
    }
    let kills = value("--kills").map_or(200, |n| n.parse().unwrap());
    let seed = value("--seed").map_or(20_261_123, |n| n.parse().unwrap());
    println!(
        "seed {seed}, {kills} kills{}",
        if control {
            ", acknowledging too early"
        } else {
            ""
        }
    );
    let found = runtime.block_on(kill_again_and_again(kills, seed, control));
    for line in found.wrong.iter().take(20) {
        println!("WRONG {line}");
    }
    println!(
        "{kills} kills, {} of them inside a command; {} acknowledged imports, {} acknowledged hand-overs; {} wrong",
        found.inside,
        found.imports,
        found.hand_overs,
        found.wrong.len()
    );
    // Told too early, nearly everything counts as acknowledged: there only what is lost counts.
    let enough = control || (found.inside * 2 >= kills && found.imports > 0);
    if !enough {
        println!("too few kills met a command: this run proves nothing");
    }
    if enough && found.wrong.is_empty() {
        ExitCode::SUCCESS
    } else {
        ExitCode::FAILURE
    }
}

#[derive(Default)]
struct Found {
    inside: usize,
    imports: usize,
    hand_overs: usize,
    wrong: Vec<String>,
}

async fn kill_again_and_again(kills: usize, seed: u64, control: bool) -> Found {
    let mut found = Found::default();
    let mut dice = Dice(seed);
    let mut home = tempfile::tempdir().unwrap();
    for n in 0..kills {
        if n % KILLS_PER_SHOP == 0 {
            home = tempfile::tempdir().unwrap();
            make(home.path()).await;
        }
        let folder = home.path().to_path_buf();
        let log = folder.join(format!("log-{n}"));
        std::fs::write(&log, "").unwrap();
        let mut child = Command::new(program());
        child
            .arg("work")
            .arg(&folder)
            .arg((seed + n as u64).to_string())
            .env("SOAK_LOG", &log);
        child.env("SOAK_ROUND", n.to_string()).stdin(Stdio::null());
        if control {
            child.arg("--control");
        }
        let mut child = child.spawn().unwrap();
        while std::fs::read_to_string(&log).unwrap().is_empty() {
            assert!(
                child.try_wait().unwrap().is_none(),
                "the worker ended by itself"
            );
            tokio::time::sleep(Duration::from_millis(2)).await;
        }
        // An unoptimised build takes several times as long for one import.
        let longest = if cfg!(debug_assertions) {
            4_000_000
        } else {
            400_000
        };
        tokio::time::sleep(Duration::from_micros(dice.roll(longest))).await;
        child.kill().unwrap();
        child.wait().unwrap();
        look(&folder, n, &mut found).await;
    }
    found
}

fn place(folder: &Path) -> Place {
    Place::Folder(folder.join("shop"))
}

async fn open(folder: &Path) -> Host {
    Host::open(place(folder), Opening::Desk, Arc::new(|| NOW), "soak")
        .await
        .unwrap()
}

async fn make(folder: &Path) {
    let host = open(folder).await;
    let shop = json!({
        "name": "Soak", "country": "DE", "currency": "EUR", "zone": "Europe/Berlin", "language": "en", "user": "Ida",
        "street": "Töpferweg 3", "postcode": "10969", "city": "Berlin",
    });
    host.call("shop_make", shop).await.unwrap();
    let mut settings = host.call("settings_get", json!({})).await.unwrap();
    settings["settings"]["sender"]["line1"] = json!("Weg 1");
    settings["settings"]["sender"]["postcode"] = json!("10969");
    settings["settings"]["sender"]["city"] = json!("Berlin");
    host.call("settings_save", settings).await.unwrap();
    for sku in ["MUG", "CUP"] {
        let variant = json!({ "sku": sku, "title": sku, "grams": 300 });
        let variant = host.call("variant_save", variant).await.unwrap();
        let count = json!({ "variant": variant["row"]["id"], "counted": 900_000 });
        host.call("stock_count", count).await.unwrap();
    }
    host.close().await.unwrap();
}

/// What the child does until it is killed.
async fn work(folder: &Path, seed: u64, control: bool) {
    let mut log = std::fs::File::options()
        .append(true)
        .open(std::env::var("SOAK_LOG").unwrap())
        .unwrap();
    let round: u32 = std::env::var("SOAK_ROUND").unwrap().parse().unwrap();
    let mut say = |line: String| log.write_all(format!("{line}\n").as_bytes()).unwrap();
    let mut dice = Dice(seed);
    let host = open(folder).await;
    let start = NOW - 30 * 86_400_000;
    for turn in 0.. {
        let first = 1_000_000 * (round + 1) + turn * 1_000;
        let count = 1 + u32::try_from(dice.roll(200)).unwrap();
        let orders: Vec<Order> = (first..first + count)
            .map(|n| Order::new(n).line("MUG", 1, 990).line("CUP", 2, 450))
            .collect();
        let file: PathBuf = folder.join("orders.csv");
        std::fs::write(&file, shopify_file(&orders)).unwrap();
        let read = json!({ "path": file, "start_at": start });
        say(format!("begin import {first} {count}"));
        if control {
            say(format!("done import {first} {count}"));
        }
        let preview = host.call("import_preview", read.clone()).await.unwrap();
        let take = json!({ "read": read, "sha256": preview["sha256"] });
        host.call("import_commit", take).await.unwrap();
        if !control {
            say(format!("done import {first} {count}"));
        }
        let ask = json!({ "view": "to_ship", "sort": "ship_by", "limit": 5 });
        let ready = host.call("orders_list", ask).await.unwrap();
        let wishes: Vec<Value> = ready["rows"]
            .as_array()
            .unwrap()
            .iter()
            .map(|row| json!({ "orders": [row["id"]] }))
            .collect();
        say("begin labels".to_owned());
        let made = host
            .call("labels_make", json!({ "wishes": wishes }))
            .await
            .unwrap();
        say("done labels".to_owned());
        let parcels: Vec<i64> = made["parcels"]
            .as_array()
            .unwrap()
            .iter()
            .map(|p| p["parcel"].as_i64().unwrap())
            .collect();
        if parcels.is_empty() {
            continue;
        }
        let text: Vec<String> = parcels.iter().map(i64::to_string).collect();
        say("begin hand_over".to_owned());
        if control {
            say(format!("done hand_over {}", text.join(" ")));
        }
        host.call("hand_over", json!({ "parcels": parcels }))
            .await
            .unwrap();
        if !control {
            say(format!("done hand_over {}", text.join(" ")));
        }
    }
}

/// Opens what is left and compares it with what was said.
async fn look(folder: &Path, round: usize, found: &mut Found) {
    let text = std::fs::read_to_string(folder.join(format!("log-{round}"))).unwrap();
    let last = text.lines().rfind(|l| l.starts_with("begin"));
    let finished = last.is_none_or(|begun| {
        let done = begun.replacen("begin", "done", 1);
        text.lines().any(|l| l.starts_with(&done))
            && !begun.contains("hand_over")
            && !begun.contains("labels")
    });
    let ended = text.lines().last().is_some_and(|l| l.starts_with("done"));
    found.inside += usize::from(!finished || !ended);
    let host = open(folder).await;
    let store = &host.desk().store;
    if !store.was_unclean() {
        found
            .wrong
            .push(format!("round {round}: the end was not noticed"));
    }
    let looked = store.integrity().await.unwrap();
    found.wrong.extend(
        looked
            .damage
            .into_iter()
            .map(|line| format!("round {round}: {line}")),
    );
    let broken = testkit::invariants(store).await;
    found.wrong.extend(
        broken
            .into_iter()
            .map(|line| format!("round {round}: {line}")),
    );
    let (orders, gone) = testkit::orders_and_parcels(store).await;
    for line in text.lines() {
        let words: Vec<&str> = line.split(' ').collect();
        match words.as_slice() {
            [state, "import", first, count] => {
                let (first, count): (u32, u32) = (first.parse().unwrap(), count.parse().unwrap());
                let there = (first..first + count)
                    .filter(|n| orders.contains(&format!("#{n}")))
                    .count();
                if *state == "done" {
                    found.imports += 1;
                    if there != count as usize {
                        found
                            .wrong
                            .push(format!("round {round}: {line}, and {there} are there"));
                    }
                } else if there != 0 && there != count as usize {
                    found
                        .wrong
                        .push(format!("round {round}: half an import: {there} of {count}"));
                }
            }
            ["done", "hand_over", parcels @ ..] => {
                found.hand_overs += 1;
                let wanted: BTreeSet<i64> = parcels.iter().map(|p| p.parse().unwrap()).collect();
                let lost = wanted.difference(&gone).count();
                if lost > 0 {
                    found.wrong.push(format!(
                        "round {round}: {lost} acknowledged parcels did not leave"
                    ));
                }
            }
            _ => {}
        }
    }
    // Not closed: what the next child finds is again what a crash leaves.
    drop(host);
}

struct Dice(u64);

impl Dice {
    fn roll(&mut self, sides: u64) -> u64 {
        self.0 = self
            .0
            .wrapping_mul(6_364_136_223_846_793_005)
            .wrapping_add(1_442_695_040_888_963_407);
        (self.0 >> 33) % sides
    }
}

/// This program, as it was started: another build may take its place on disk meanwhile.
fn program() -> std::ffi::OsString {
    std::env::args_os().next().unwrap()
}
