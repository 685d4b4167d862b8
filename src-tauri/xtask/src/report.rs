//! The stages of a run with their times, and the table at its end.

use crate::tally::Tally;
use anyhow::Result;
use std::fmt::Write as _;
use std::time::{Duration, Instant};

/// What a run did, stage by stage.
#[derive(Debug, Default)]
pub(crate) struct Report {
    stages: Vec<(&'static str, Duration, Tally)>,
    /// Independent programs that took part, with their versions.
    pub(crate) peers: Vec<(String, String)>,
    /// What could not be looked at, each with its reason.
    pub(crate) notes: Vec<String>,
}

impl Report {
    /// Runs one stage, times it and says so. An error counts as one failure and does not stop the
    /// stages after it; `false` tells the caller that it happened.
    pub(crate) fn stage(
        &mut self,
        name: &'static str,
        body: impl FnOnce(&mut Tally, &mut Self) -> Result<()>,
    ) -> bool {
        println!("\n== {name}");
        let begun = Instant::now();
        let mut tally = Tally::default();
        let good = match body(&mut tally, self) {
            Ok(()) => tally.failed == 0,
            Err(error) => {
                println!("{name}: {error:#}");
                tally.failed += 1;
                false
            }
        };
        let took = begun.elapsed();
        println!(
            "== {name}: {}, {}",
            seconds(took),
            if good { "good" } else { "FAILED" }
        );
        self.stages.push((name, took, tally));
        good
    }

    /// Whether nothing failed.
    pub(crate) fn good(&self) -> bool {
        self.stages.iter().all(|(_, _, tally)| tally.failed == 0)
    }

    /// The table, the peers, what was left out, and the one line that ends a run.
    pub(crate) fn summary(&self) -> String {
        let mut text = format!(
            "\n{:<12}{:>9}{:>9}{:>9}{:>9}\n",
            "stage", "time", "passed", "failed", "ignored"
        );
        let mut total = Tally::default();
        let mut took = Duration::ZERO;
        for (name, time, tally) in &self.stages {
            row(&mut text, name, *time, tally);
            took += *time;
            total.passed += tally.passed;
            total.failed += tally.failed;
            total.ignored += tally.ignored;
            for reason in &tally.skipped {
                if !total.skipped.contains(reason) {
                    total.skipped.push(reason.clone());
                }
            }
        }
        row(&mut text, "all", took, &total);
        for (name, version) in &self.peers {
            let _ = writeln!(text, "peer {name}: {version}");
        }
        for reason in &total.skipped {
            let _ = writeln!(text, "skipped: {reason}");
        }
        for note in &self.notes {
            let _ = writeln!(text, "{note}");
        }
        let _ = writeln!(text, "{} passed, {} failed", total.passed, total.failed);
        text
    }
}

fn row(text: &mut String, name: &str, time: Duration, tally: &Tally) {
    let _ = writeln!(
        text,
        "{name:<12}{:>9}{:>9}{:>9}{:>9}",
        seconds(time),
        tally.passed,
        tally.failed,
        tally.ignored
    );
}

/// Tenths of a second, `12.3 s`.
pub(crate) fn seconds(time: Duration) -> String {
    format!("{:.1} s", time.as_secs_f64())
}

#[cfg(test)]
mod tests {
    use super::Report;

    #[test]
    fn a_failed_stage_is_counted_and_the_next_one_still_runs() {
        let mut report = Report::default();
        assert!(!report.stage("one", |_, _| anyhow::bail!("broken")));
        assert!(report.stage("two", |tally, _| {
            tally.passed += 4;
            Ok(())
        }));
        assert!(!report.good());
        assert_eq!(report.summary().lines().last(), Some("4 passed, 1 failed"));
    }
}
