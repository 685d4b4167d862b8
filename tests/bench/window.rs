//! `bench-window`: how long until the window's picture is complete, and how much memory it holds,
//! beside an empty Tauri window of the same build.
//!
//! The shop has 100,000 orders of five years (`--orders N` for another size, `--shop DIR` for a shop
//! that is there). Measured from outside: the virtual screen is a file that is read every few
//! milliseconds, and the picture is complete at its last change before it stands still.

#![expect(clippy::print_stdout, reason = "a program that reports")]

#[allow(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    clippy::cast_possible_truncation,
    dead_code,
    reason = "a measurement that cannot go on ends here; the other measurement needs more of it"
)]
#[path = "shop/generate.rs"]
mod generate;

use acceptance::screen::{Screen, memory_of};
use anyhow::{Context, Result, ensure};
use api::{Host, Opening, Place};
use generate::{NOW, START, Seller};
use serde_json::json;
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::sync::Arc;
use std::time::{Duration, Instant};
use tempfile::TempDir;
use testkit::shopify_file;

const ROUNDS: usize = 7;
/// The bars: twice an empty window, and 150 MB more than it.
const TIMES: f64 = 2.0;
const MORE_BYTES: u64 = 150_000_000;
/// Orders of one file that the shop is made from.
const FILE: u32 = 20_000;

fn main() -> Result<()> {
    let app = PathBuf::from(std::env::var("BACKROOM_APP").context("BACKROOM_APP")?);
    let empty = app.with_file_name("examples").join("empty-window");
    let args: Vec<String> = std::env::args().collect();
    let value = |name: &str| {
        let at = args.iter().position(|arg| arg == name)?;
        args.get(at + 1)
    };
    let made = TempDir::new()?;
    let shop = match value("--shop") {
        Some(folder) => PathBuf::from(folder),
        None => {
            let orders = value("--orders").map_or(Ok(100_000), |n| n.parse())?;
            let folder = made.path().join("shop");
            let begun = Instant::now();
            tokio::runtime::Runtime::new()?.block_on(fill(&folder, made.path(), orders))?;
            println!(
                "a shop of {orders} orders, made in {:.0} s",
                begun.elapsed().as_secs_f64()
            );
            folder
        }
    };
    // The first start of each fills the computer's caches and is not counted.
    once(&empty, None)?;
    once(&app, Some(&shop))?;
    // One after the other in turn, so that what else the machine does meets both.
    let (mut ours, mut theirs) = (Vec::new(), Vec::new());
    for _ in 0..ROUNDS {
        theirs.push(once(&empty, None)?);
        ours.push(once(&app, Some(&shop))?);
    }
    println!(
        "{:<18}{:>12}{:>20}{:>14}",
        "", "complete", "from … to", "memory (PSS)"
    );
    for (name, runs) in [("Backroom", &ours), ("an empty window", &theirs)] {
        let run = median(runs)?;
        let all = || runs.iter().map(|run| run.complete.as_millis());
        let (least, most) = (all().min().unwrap_or(0), all().max().unwrap_or(0));
        println!(
            "{name:<18}{:>9} ms{:>20}{:>11} MB",
            run.complete.as_millis(),
            format!("{least} … {most}"),
            run.memory / 1_000_000
        );
    }
    let (ours, theirs) = (median(&ours)?, median(&theirs)?);
    let times = ours.complete.as_secs_f64() / theirs.complete.as_secs_f64();
    let more = ours.memory.saturating_sub(theirs.memory);
    println!(
        "{times:.2} times as long (bar: {TIMES}), {} MB more (bar: {})",
        more / 1_000_000,
        MORE_BYTES / 1_000_000
    );
    ensure!(times <= TIMES && more <= MORE_BYTES, "a bar is not reached");
    Ok(())
}

/// Makes the shop through the door that every host uses.
async fn fill(folder: &Path, files: &Path, orders: u32) -> Result<()> {
    let place = Place::Folder(folder.to_path_buf());
    let host = Host::open(place, Opening::Desk, Arc::new(|| NOW), "bench").await;
    let host = host.map_err(|error| anyhow::anyhow!("{error:?}"))?;
    let call = async |name: &str, body| {
        let answer = host.call(name, body).await;
        answer.map_err(|error| anyhow::anyhow!("{name}: {error:?}"))
    };
    let shop = json!({
        "name": "Bench", "country": "DE", "currency": "EUR", "zone": "Europe/Berlin", "language": "en", "user": "Ida",
        "street": "Töpferweg 3", "postcode": "10969", "city": "Berlin",
    });
    call("shop_make", shop).await?;
    let mut seller = Seller::new(7, orders);
    let path = files.join("orders.csv");
    loop {
        let file = seller.next(FILE);
        if file.is_empty() {
            break;
        }
        std::fs::write(&path, shopify_file(&file))?;
        let read = json!({ "path": path, "start_at": START, "make_products": true });
        let preview = call("import_preview", read.clone()).await?;
        let take = json!({ "read": read, "sha256": preview.get("sha256") });
        let taken = call("import_commit", take).await?;
        ensure!(taken.get("new") == Some(&json!(file.len())), "{taken}");
    }
    host.close()
        .await
        .map_err(|error| anyhow::anyhow!("{error:?}"))
}

struct Run {
    complete: Duration,
    memory: u64,
}

fn median(runs: &[Run]) -> Result<&Run> {
    let mut sorted: Vec<&Run> = runs.iter().collect();
    sorted.sort_by_key(|run| run.complete);
    sorted.get(sorted.len() / 2).copied().context("no rounds")
}

fn once(program: &Path, shop: Option<&Path>) -> Result<Run> {
    let screen = Screen::new()?;
    let home = TempDir::new()?;
    let own = home.path().join("shop");
    if let Some(shop) = shop {
        // A copy for each start: a shop whose window was only killed looks at its whole database the
        // next time.
        std::fs::create_dir(&own)?;
        for file in std::fs::read_dir(shop)? {
            let file = file?;
            if file.file_type()?.is_file() {
                std::fs::copy(file.path(), own.join(file.file_name()))?;
            }
        }
    }
    let begun = Instant::now();
    let child = Command::new(program)
        .env("DISPLAY", screen.display())
        .env("BACKROOM_DATA", &own)
        .env("XDG_DATA_HOME", home.path().join("data"))
        .env("XDG_CONFIG_HOME", home.path().join("config"))
        .env("XDG_CACHE_HOME", home.path().join("cache"))
        .stdin(Stdio::null())
        .stdout(Stdio::null())
        .stderr(Stdio::null())
        .spawn()
        .with_context(|| program.display().to_string())?;
    let running = Running(child);
    let complete = screen.complete(begun)?;
    let memory = memory_of(running.0.id())?;
    Ok(Run { complete, memory })
}

/// Ends the program when the round is over.
struct Running(Child);

impl Drop for Running {
    fn drop(&mut self) {
        let _ = self.0.kill();
        let _ = self.0.wait();
    }
}
