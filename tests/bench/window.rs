//! `bench-window`: how long until the window's picture is complete, and how much memory it holds,
//! beside an empty Tauri window of the same build.
//!
//! Measured from outside: the virtual screen is a file that is read every few milliseconds, and the
//! picture is complete at its last change before it stands still. `--shop DIR` opens that shop.

#![expect(clippy::print_stdout, reason = "a program that reports")]

use acceptance::screen::{Screen, memory_of};
use anyhow::{Context, Result};
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::time::{Duration, Instant};
use tempfile::TempDir;

const ROUNDS: usize = 7;
/// The bars: twice an empty window, and 150 MB more than it.
const TIMES: f64 = 2.0;
const MORE_BYTES: u64 = 150_000_000;

fn main() -> Result<()> {
    let app = PathBuf::from(std::env::var("BACKROOM_APP").context("BACKROOM_APP")?);
    let empty = app.with_file_name("examples").join("empty-window");
    let args: Vec<String> = std::env::args().collect();
    let shop = args
        .iter()
        .position(|arg| arg == "--shop")
        .and_then(|at| args.get(at + 1));
    // One after the other in turn, so that what else the machine does meets both.
    let (mut ours, mut theirs) = (Vec::new(), Vec::new());
    for _ in 0..ROUNDS {
        theirs.push(once(&empty, None)?);
        ours.push(once(&app, shop.map(Path::new))?);
    }
    let (ours, theirs) = (median(ours), median(theirs));
    println!("{:<22}{:>12}{:>14}", "", "complete", "memory (PSS)");
    for (name, run) in [("Backroom", &ours), ("an empty window", &theirs)] {
        println!(
            "{name:<22}{:>9} ms{:>11} MB",
            run.complete.as_millis(),
            run.memory / 1_000_000
        );
    }
    let times = ours.complete.as_secs_f64() / theirs.complete.as_secs_f64();
    let more = ours.memory.saturating_sub(theirs.memory);
    println!(
        "{times:.2} times as long (bar: {TIMES}), {} MB more (bar: {})",
        more / 1_000_000,
        MORE_BYTES / 1_000_000
    );
    anyhow::ensure!(times <= TIMES && more <= MORE_BYTES, "a bar is not reached");
    Ok(())
}

struct Run {
    complete: Duration,
    memory: u64,
}

fn median(mut runs: Vec<Run>) -> Run {
    runs.sort_by_key(|run| run.complete);
    let middle = runs.len() / 2;
    runs.swap_remove(middle)
}

fn once(program: &Path, shop: Option<&Path>) -> Result<Run> {
    let screen = Screen::new()?;
    let home = TempDir::new()?;
    let own = home.path().join("shop");
    let begun = Instant::now();
    let child = Command::new(program)
        .env("DISPLAY", screen.display())
        .env("BACKROOM_DATA", shop.unwrap_or(&own))
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
