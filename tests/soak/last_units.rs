//! Two desks want the last unit at the same moment, a thousand times. Never are two promised.
//!
//! On PostgreSQL the desks are two processes on one database. On SQLite a shop has one owner: there two
//! callers ask it at once.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    clippy::print_stdout,
    reason = "a measurement that cannot go on ends here"
)]

use api::{Host, Opening, Place};
use serde_json::{Value, json};
use std::io::{BufRead, BufReader, Write};
use std::path::Path;
use std::process::{Child, Command, ExitCode, Stdio};
use std::sync::Arc;
use testkit::{Database, NOW, Order, shopify_file};

fn main() -> ExitCode {
    let args: Vec<String> = std::env::args().skip(1).collect();
    let runtime = tokio::runtime::Runtime::new().unwrap();
    if args.first().is_some_and(|a| a == "desk") {
        runtime.block_on(desk(
            &args[1],
            Path::new(&args[2]),
            args[3].parse().unwrap(),
        ));
        return ExitCode::SUCCESS;
    }
    let rounds = args
        .iter()
        .position(|a| a == "--rounds")
        .map_or(1_000, |at| args[at + 1].parse().unwrap());
    let mut good = runtime.block_on(one_owner(rounds));
    match runtime.block_on(Database::make()) {
        Some(database) => good &= runtime.block_on(two_desks(rounds, database)),
        None => println!("skipped: BACKROOM_TEST_POSTGRES names no server"),
    }
    if good {
        ExitCode::SUCCESS
    } else {
        ExitCode::FAILURE
    }
}

async fn open(place: Place) -> Host {
    Host::open(place, Opening::Desk, Arc::new(|| NOW), "soak")
        .await
        .unwrap()
}

/// A shop with one unit of each of so many things.
async fn make(host: &Host, rounds: u32) {
    let shop = json!({
        "name": "Soak", "country": "DE", "currency": "EUR", "zone": "Europe/Berlin", "language": "en", "user": "Ida",
    });
    host.call("shop_make", shop).await.unwrap();
    for n in 0..rounds {
        let variant = json!({ "sku": format!("LAST{n}"), "title": "the last one" });
        let variant = host.call("variant_save", variant).await.unwrap();
        let count = json!({ "variant": variant["row"]["id"], "counted": 1 });
        host.call("stock_count", count).await.unwrap();
    }
}

/// An order for the last unit, read and ready to be taken.
async fn prepare(host: &Host, folder: &Path, who: u32, round: u32) -> Value {
    let order = Order::new(who * 1_000_000 + round).line(&format!("LAST{round}"), 1, 1_000);
    let path = folder.join(format!("order-{who}.csv"));
    std::fs::write(&path, shopify_file(&[order])).unwrap();
    let read = json!({ "path": path, "start_at": NOW - 30 * 86_400_000 });
    let preview = host.call("import_preview", read.clone()).await.unwrap();
    json!({ "read": read, "sha256": preview["sha256"] })
}

async fn one_owner(rounds: u32) -> bool {
    let home = tempfile::tempdir().unwrap();
    let host = Arc::new(open(Place::Folder(home.path().join("shop"))).await);
    make(&host, rounds).await;
    // The channel is made by the first import, so that the callers below only race for goods.
    let first = prepare(&host, home.path(), 9, rounds + 1).await;
    host.call("import_commit", first).await.unwrap();
    for round in 0..rounds {
        let (one, two) = (
            prepare(&host, home.path(), 1, round).await,
            prepare(&host, home.path(), 2, round).await,
        );
        let ask = |body: Value| {
            let host = Arc::clone(&host);
            tokio::spawn(async move { host.call("import_commit", body).await.unwrap() })
        };
        let (one, two) = (ask(one), ask(two));
        one.await.unwrap();
        two.await.unwrap();
    }
    let good = judge(&host, "SQLite, one owner", rounds).await;
    host.close().await.unwrap();
    good
}

async fn two_desks(rounds: u32, database: Database) -> bool {
    let home = tempfile::tempdir().unwrap();
    let place = |who: &str| Place::Server {
        url: database.url(),
        folder: home.path().join(who),
    };
    let host = open(place("judge")).await;
    make(&host, rounds).await;
    let first = prepare(&host, home.path(), 9, rounds + 1).await;
    host.call("import_commit", first).await.unwrap();
    let start = |who: u32| -> Child {
        let folder = home.path().join(format!("desk-{who}"));
        std::fs::create_dir_all(&folder).unwrap();
        Command::new(program())
            .args(["desk", &database.url()])
            .arg(&folder)
            .arg(who.to_string())
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .spawn()
            .unwrap()
    };
    let mut desks = [start(1), start(2)];
    let mut lines: Vec<_> = desks
        .iter_mut()
        .map(|d| BufReader::new(d.stdout.take().unwrap()).lines())
        .collect();
    for round in 0..rounds {
        // Both read their order, then both are let go at once.
        for step in [format!("read {round}"), "go".to_owned()] {
            for desk in &mut desks {
                writeln!(desk.stdin.as_mut().unwrap(), "{step}").unwrap();
            }
            for answers in &mut lines {
                assert_eq!(answers.next().unwrap().unwrap(), "done");
            }
        }
    }
    for desk in &mut desks {
        drop(desk.stdin.take());
        assert!(desk.wait().unwrap().success());
    }
    let good = judge(&host, "PostgreSQL, two desks", rounds).await;
    host.close().await.unwrap();
    database.end().await;
    good
}

/// One of the two processes.
async fn desk(url: &str, folder: &Path, who: u32) {
    let place = Place::Server {
        url: url.to_owned(),
        folder: folder.to_path_buf(),
    };
    let host = open(place).await;
    let mut prepared = Value::Null;
    for line in std::io::stdin().lines() {
        let line = line.unwrap();
        match line.strip_prefix("read ") {
            Some(round) => prepared = prepare(&host, folder, who, round.parse().unwrap()).await,
            None => {
                host.call("import_commit", prepared.take()).await.unwrap();
            }
        }
        println!("done");
    }
    host.close().await.unwrap();
}

/// Every last unit is promised once, and every other buyer was told that it is short.
async fn judge(host: &Host, what: &str, rounds: u32) -> bool {
    let views = host.call("order_views", json!({})).await.unwrap();
    let count = |view: &str| {
        let all = views.as_array().unwrap();
        all.iter()
            .find(|v| v["view"] == json!(view))
            .and_then(|v| v["count"].as_i64())
            .unwrap()
    };
    // One more order is ready: the one that made the channel, for a thing nobody ever counted.
    let (ready, short) = (count("to_ship") - 1, count("short"));
    let broken = testkit::invariants(&host.desk().store).await;
    println!(
        "{what}: {rounds} last units, {ready} promised, {short} short, {} invariants broken",
        broken.len()
    );
    for line in broken.iter().take(5) {
        println!("WRONG {line}");
    }
    ready == i64::from(rounds) && short == i64::from(rounds) && broken.is_empty()
}

/// This program, as it was started: another build may take its place on disk meanwhile.
fn program() -> std::ffi::OsString {
    std::env::args_os().next().unwrap()
}
