//! `check`: what must hold before anything is tried out. One list, the same for a person and for CI.

use crate::process::{line_of, listen, must, watch};
use crate::project::Project;
use crate::report::Report;
use crate::tally::Tally;
use crate::{setup, ui};
use anyhow::Result;
use std::fs::read;
use std::process::Command;
use std::time::Instant;

/// `cargo xtask check`.
pub(crate) fn alone(project: &Project) -> Result<bool> {
    let mut report = Report::default();
    if report.stage("set-up", |_, _| setup::for_check(project)) {
        report.stage("ui", |_, _| ui::build(project));
        report.stage("check", |tally, report| every_check(project, tally, report));
    }
    println!("{}", report.summary());
    Ok(report.good())
}

/// Every check in order; each counts as one. All run, so that one look shows all that is wrong.
pub(crate) fn every_check(project: &Project, tally: &mut Tally, report: &mut Report) -> Result<()> {
    let rustfmt = project.cargo(&["fmt", "--all", "--check"]);
    step("format", rustfmt, tally)?;
    let clippy = [
        "clippy",
        "--quiet",
        "--workspace",
        "--all-targets",
        "--",
        "-D",
        "warnings",
    ];
    step("clippy", project.cargo(&clippy), tally)?;
    // The window's own tests are outside `--all-targets`: a plain `cargo test` must not open windows.
    let window = [
        "clippy",
        "--quiet",
        "-p",
        "acceptance",
        "--test",
        "desktop",
        "--",
        "-D",
        "warnings",
    ];
    step(
        "clippy of the window's tests",
        project.cargo(&window),
        tally,
    )?;
    let licences = ["deny", "--offline", "check", "bans", "licenses", "sources"];
    step(
        "licences, bans, sources",
        project.cargo_tool(&licences),
        tally,
    )?;
    advisories(project, tally, report)?;
    bindings_current(project, tally)?;
    step(
        "svelte-check",
        project.npm(&["run", "--silent", "check"]),
        tally,
    )?;
    step(
        "lint of the UI",
        project.npm(&["run", "--silent", "lint"]),
        tally,
    )?;
    named_tests(
        "rooms",
        project,
        &["-p", "acceptance", "--test", "rooms"],
        tally,
    )
}

/// What Rust prints for the page: the types of every command, and the keys of every sentence.
const BINDINGS: &str = "ui/src/bridge/generated.ts";

/// `cargo xtask bindings`: the TypeScript of every command and every key, anew.
pub(crate) fn write_bindings(project: &Project) -> Result<bool> {
    must(&mut print_bindings(project, BINDINGS))?;
    must(&mut project.cargo(&["run", "--quiet", "-p", "words", "--bin", "words-keys"]))?;
    Ok(true)
}

fn print_bindings(project: &Project, path: &str) -> Command {
    project.cargo(&[
        "run", "--quiet", "-p", "api", "--bin", "bindings", "--", path,
    ])
}

/// The committed types are the ones that Rust would print now.
fn bindings_current(project: &Project, tally: &mut Tally) -> Result<()> {
    let begun = Instant::now();
    let now = "target/generated.ts";
    let printed = watch(&mut print_bindings(project, now), |_| {})?;
    let same = || Ok::<_, std::io::Error>(read(project.at(now))? == read(project.at(BINDINGS))?);
    let good = printed && same()?;
    said("bindings current", good, begun);
    if printed && !good {
        println!("   {BINDINGS} is not current; try: cargo xtask bindings");
    }
    tally.step(good);
    Ok(())
}

fn step(name: &str, mut command: Command, tally: &mut Tally) -> Result<()> {
    let begun = Instant::now();
    let good = watch(&mut command, |_| {})?;
    said(name, good, begun);
    if !good {
        println!("   try: {}", line_of(&command));
    }
    tally.step(good);
    Ok(())
}

/// Tests that guard a generated file. A filter that finds no test is a fault: it would guard nothing.
fn named_tests(name: &str, project: &Project, which: &[&str], tally: &mut Tally) -> Result<()> {
    let begun = Instant::now();
    let mut args = vec!["test", "--quiet"];
    args.extend_from_slice(which);
    let mut command = project.cargo(&args);
    let mut found = Tally::default();
    let good = watch(&mut command, |line| found.read(line))? && found.passed > 0;
    said(name, good, begun);
    if found.passed == 0 {
        println!("   no such test: {}", line_of(&command));
    }
    tally.step(good);
    Ok(())
}

fn said(name: &str, good: bool, begun: Instant) {
    let time = crate::report::seconds(begun.elapsed());
    println!(
        "-- {name}: {} ({time})",
        if good { "good" } else { "FAILED" }
    );
}

/// Known vulnerabilities, where their database can be fetched; else the report says that nobody looked.
fn advisories(project: &Project, tally: &mut Tally, report: &mut Report) -> Result<()> {
    let (good, text) = listen(&mut project.cargo_tool(&["deny", "check", "advisories"]))?;
    match judge(good, &text) {
        Advisories::Good => {
            println!("-- advisories: good");
            tally.step(true);
        }
        Advisories::NotChecked(why) => {
            let note = format!("advisories NOT checked: {why}");
            println!("-- {note}");
            report.notes.push(note);
        }
        Advisories::Found => {
            println!("{text}\n-- advisories: FAILED");
            tally.step(false);
        }
    }
    Ok(())
}

#[derive(Debug, PartialEq, Eq)]
enum Advisories {
    Good,
    Found,
    NotChecked(String),
}

/// Tells a database that could not be fetched from a database that lists one of our libraries.
fn judge(good: bool, text: &str) -> Advisories {
    if good {
        return Advisories::Good;
    }
    if !text.contains("failed to fetch advisory database") {
        return Advisories::Found;
    }
    let why = text
        .lines()
        .find_map(|line| line.strip_prefix("fatal: "))
        .unwrap_or("their database could not be fetched");
    Advisories::NotChecked(why.to_owned())
}

impl Project {
    /// A cargo subcommand that knows nothing of cargo's own flags.
    fn cargo_tool(&self, args: &[&str]) -> Command {
        let mut command = self.command("cargo");
        command.args(args);
        command
    }
}

#[cfg(test)]
mod tests {
    use super::{Advisories, judge};

    #[test]
    fn a_database_out_of_reach_is_said_and_a_finding_blocks() {
        let away = "[ERROR] failed to fetch advisory database x with cli\n\
                    fatal: unable to access 'x': Could not resolve host: x";
        assert_eq!(
            judge(false, away),
            Advisories::NotChecked("unable to access 'x': Could not resolve host: x".into())
        );
        assert_eq!(
            judge(false, "error[vulnerability]: a bad thing"),
            Advisories::Found
        );
        assert_eq!(judge(true, "advisories ok"), Advisories::Good);
    }
}
