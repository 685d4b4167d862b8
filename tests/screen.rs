//! A virtual screen that can be looked at from outside, and the memory of a program with all that
//! it has started. Linux only, like the programs that it needs.

use anyhow::{Context, Result, bail};
use std::collections::HashMap;
use std::path::PathBuf;
use std::process::{Child, Command, Stdio};
use std::time::{Duration, Instant};
use tempfile::TempDir;

/// So long nothing may change before a picture counts as complete.
const STILL: Duration = Duration::from_millis(700);
/// So many bytes may change without being a change: a blinking caret.
const BLINK: usize = 600;
const LOOK_AGAIN: Duration = Duration::from_millis(4);

/// An X server whose picture lies in a file.
#[derive(Debug)]
pub struct Screen {
    server: Child,
    display: String,
    folder: TempDir,
}

impl Screen {
    /// Starts one of 1600 by 1000 pixels.
    ///
    /// # Errors
    /// When `Xvfb` is missing or does not come up.
    pub fn new() -> Result<Self> {
        let folder = TempDir::new()?;
        let told = folder.path().join("display");
        let server = Command::new("Xvfb")
            .args([
                "-displayfd",
                "1",
                "-screen",
                "0",
                "1600x1000x24",
                "-nolisten",
                "tcp",
                "-fbdir",
            ])
            .arg(folder.path())
            .stdin(Stdio::null())
            .stdout(std::fs::File::create(&told)?)
            .stderr(Stdio::null())
            .spawn()
            .context("Xvfb does not start")?;
        let mut screen = Self {
            server,
            display: String::new(),
            folder,
        };
        let begun = Instant::now();
        while begun.elapsed() < Duration::from_secs(10) {
            let number = std::fs::read_to_string(&told).unwrap_or_default();
            if number.ends_with('\n') {
                screen.display = format!(":{}", number.trim());
                return Ok(screen);
            }
            std::thread::sleep(LOOK_AGAIN);
        }
        bail!("Xvfb does not come up")
    }

    /// The value of `DISPLAY`.
    #[must_use]
    pub fn display(&self) -> &str {
        &self.display
    }

    /// From `begun` until the last change before the picture stands still.
    ///
    /// # Errors
    /// When nothing is shown within half a minute.
    pub fn complete(&self, begun: Instant) -> Result<Duration> {
        let file = self.picture();
        let mut before = std::fs::read(&file)?;
        let mut last = None;
        while begun.elapsed() < Duration::from_secs(30) {
            let now = std::fs::read(&file)?;
            let at = begun.elapsed();
            if differs(&before, &now) {
                last = Some(at);
                before = now;
            } else if let Some(last) = last.filter(|last| at.saturating_sub(*last) > STILL) {
                return Ok(last);
            }
            std::thread::sleep(LOOK_AGAIN);
        }
        bail!("the screen stayed empty, or never stood still")
    }

    fn picture(&self) -> PathBuf {
        self.folder.path().join("Xvfb_screen0")
    }
}

impl Drop for Screen {
    fn drop(&mut self) {
        let _ = self.server.kill();
        let _ = self.server.wait();
    }
}

fn differs(before: &[u8], now: &[u8]) -> bool {
    if before == now {
        return false;
    }
    before
        .iter()
        .zip(now)
        .filter(|(a, b)| a != b)
        .take(BLINK + 1)
        .count()
        > BLINK
}

/// The proportional set size of a process and of all that descend from it, in bytes: shared pages
/// count as the share of each that has them.
///
/// # Errors
/// When the process has ended.
pub fn memory_of(process: u32) -> Result<u64> {
    let mut children: HashMap<u32, Vec<u32>> = HashMap::new();
    for entry in std::fs::read_dir("/proc")?.flatten() {
        let Some(id) = entry
            .file_name()
            .to_str()
            .and_then(|name| name.parse::<u32>().ok())
        else {
            continue;
        };
        let stat = std::fs::read_to_string(entry.path().join("stat")).unwrap_or_default();
        // The name in parentheses may hold anything; the parent is the second field after it.
        let parent = stat
            .rsplit_once(')')
            .and_then(|(_, rest)| rest.split_whitespace().nth(1));
        if let Some(parent) = parent.and_then(|parent| parent.parse().ok()) {
            children.entry(parent).or_default().push(id);
        }
    }
    let (mut sum, mut left) = (0, vec![process]);
    while let Some(id) = left.pop() {
        left.extend(children.remove(&id).unwrap_or_default());
        sum += proportional(id).unwrap_or(0);
    }
    if sum == 0 {
        bail!("process {process} has ended");
    }
    Ok(sum)
}

fn proportional(process: u32) -> Option<u64> {
    let text = std::fs::read_to_string(format!("/proc/{process}/smaps_rollup")).ok()?;
    let line = text.lines().find_map(|line| line.strip_prefix("Pss:"))?;
    let kilobytes: u64 = line.trim().trim_end_matches("kB").trim().parse().ok()?;
    Some(kilobytes * 1024)
}
