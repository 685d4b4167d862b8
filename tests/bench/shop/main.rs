//! Figures of the store beside what SQLite itself can do, in the same run on the same machine.
//!
//! `cargo xtask bench shop -- --orders 10000,100000,1000000`. A fixed shop: five years, 0.5 % of the orders
//! open, 0.05 % held, 1,200 SKUs by Zipf's law, 40 % of the orders from customers who were here before,
//! three lines each. Everything goes through the door that every host uses. `--import` measures importing
//! alone.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    clippy::print_stdout,
    clippy::cast_possible_truncation,
    clippy::cast_sign_loss,
    reason = "a measurement that cannot go on ends here"
)]

mod generate;
mod import;
mod reading;
mod reference;

use api::{Host, Opening, Place};
use generate::{NOW, Seller};
use serde_json::json;
use std::process::ExitCode;
use std::sync::Arc;
use std::time::Instant;

/// What a figure has to reach.
#[derive(Debug, Clone, Copy)]
pub(crate) enum Bar {
    /// At least.
    Least(f64),
    /// At most.
    Most(f64),
    /// Told, not judged.
    Told,
}

/// Every figure of a run.
#[derive(Debug, Default)]
pub(crate) struct Figures {
    missed: usize,
}

impl Figures {
    /// Prints a figure beside its bar.
    pub(crate) fn say(&mut self, what: &str, figure: f64, unit: &str, bar: Bar) {
        let (good, bar) = match bar {
            Bar::Least(least) => (figure >= least, format!("at least {least}")),
            Bar::Most(most) => (figure <= most, format!("at most {most}")),
            Bar::Told => (true, String::new()),
        };
        self.missed += usize::from(!good);
        println!(
            "{:2} {what:<58} {figure:>10.2} {unit:<10} {bar}",
            if good { "" } else { "!!" }
        );
    }
}

fn main() -> ExitCode {
    let args: Vec<String> = std::env::args().skip(1).collect();
    let value = |name: &str| {
        args.iter()
            .position(|a| a == name)
            .and_then(|at| args.get(at + 1))
    };
    let sizes: Vec<u32> = value("--orders")
        .map_or("10000,100000,1000000", String::as_str)
        .split(',')
        .map(|n| n.parse().unwrap())
        .collect();
    let seed = value("--seed").map_or(7, |n| n.parse().unwrap());
    let import_alone = args.iter().any(|arg| arg == "--import");
    println!("seed {seed}; SQLite {}", rusqlite::version());
    let runtime = tokio::runtime::Runtime::new().unwrap();
    let mut figures = Figures::default();
    let mut pages = Vec::new();
    for size in sizes {
        runtime.block_on(one(size, seed, import_alone, &mut figures, &mut pages));
    }
    if let ([first, ..], [.., last]) = (pages.as_slice(), pages.as_slice())
        && pages.len() > 1
    {
        figures.say(
            "page of 50, largest shop to smallest",
            last / first,
            "times",
            Bar::Most(2.0),
        );
    }
    println!("{} figures missed", figures.missed);
    if figures.missed == 0 {
        ExitCode::SUCCESS
    } else {
        ExitCode::FAILURE
    }
}

async fn one(
    size: u32,
    seed: u64,
    import_alone: bool,
    figures: &mut Figures,
    pages: &mut Vec<f64>,
) {
    println!("\n{size} orders");
    let home = tempfile::tempdir().unwrap();
    let folder = home.path().join("shop");
    let host = open(&folder).await;
    let shop = json!({
        "name": "Bench", "country": "DE", "currency": "EUR", "zone": "Europe/Berlin", "language": "en", "user": "Ida",
        "street": "Töpferweg 3", "postcode": "10969", "city": "Berlin",
    });
    host.call("shop_make", shop).await.unwrap();
    host.close().await.unwrap();
    drop(host);
    let empty = reference::bytes(&folder);
    let host = open(&folder).await;
    let mut seller = Seller::new(seed, size);
    let begun = Instant::now();
    let rate = import::all(&host, home.path(), &mut seller, figures).await;
    println!(
        "   the whole shop in {:.1} s",
        begun.elapsed().as_secs_f64()
    );
    host.close().await.unwrap();
    drop(host);
    // Closed, so that all of it stands in the file.
    let each = (reference::bytes(&folder) - empty) as f64 / f64::from(size);
    figures.say(
        "bytes of an imported order",
        each,
        "bytes",
        Bar::Most(1_500.0),
    );
    let plain = reference::insert_again(&folder, home.path());
    figures.say("import, orders a second", rate, "1/s", Bar::Told);
    figures.say(
        "rusqlite, the same rows in prepared statements",
        plain,
        "1/s",
        Bar::Told,
    );
    figures.say("import to rusqlite", rate / plain, "times", Bar::Least(0.5));
    if import_alone {
        return;
    }
    reference::plant_tracking(&folder);
    let host = open(&folder).await;
    pages.push(reading::pages(&host, &folder, figures).await);
    reading::counts(&host, figures).await;
    reading::search(&host, &folder, figures).await;
    host.close().await.unwrap();
    let host = Arc::new(open(&folder).await);
    import::beside_an_import(&host, home.path(), &mut seller, figures).await;
    import::shipped(&host, &folder, each, figures).await;
    host.close().await.unwrap();
}

pub(crate) async fn open(folder: &std::path::Path) -> Host {
    Host::open(
        Place::Folder(folder.to_path_buf()),
        Opening::Desk,
        Arc::new(|| NOW),
        "bench",
    )
    .await
    .unwrap()
}

/// The middle of many.
pub(crate) fn median(mut all: Vec<f64>) -> f64 {
    all.sort_by(f64::total_cmp);
    all[all.len() / 2]
}
