//! `bench` and `soak`: programs of the package `acceptance` that measure, in the optimised build.
//!
//! The list is the package itself: a `[[bin]]` called `bench-NAME` or `soak-NAME` in
//! `tests/Cargo.toml` is found here without a second entry.

use crate::desktop;
use crate::postgres::Postgres;
use crate::process::must;
use crate::project::Project;
use crate::report::seconds;
use crate::{setup, ui};
use anyhow::{Context, Result, bail};
use serde_json::Value;
use std::time::Instant;

/// What kind of measurement.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Kind {
    /// Figures beside their references, in minutes.
    Bench,
    /// Random kills, long imports, two desks: longer than a test run may take.
    Soak,
}

impl Kind {
    const fn prefix(self) -> &'static str {
        match self {
            Self::Bench => "bench-",
            Self::Soak => "soak-",
        }
    }
}

/// `cargo xtask bench [NAME …] [--list] [-- ARGS]`: all of them, or those named; what follows `--`
/// goes to each program.
pub(crate) fn measure(project: &Project, kind: Kind, args: &[String]) -> Result<bool> {
    let known = programs(project, kind)?;
    if args.iter().any(|arg| arg == "--list") {
        for name in &known {
            println!("{name}");
        }
        return Ok(true);
    }
    let (names, passed_on) = match args.iter().position(|arg| arg == "--") {
        Some(at) => (
            args.get(..at).unwrap_or_default(),
            args.get(at + 1..).unwrap_or_default(),
        ),
        None => (args, Default::default()),
    };
    if let Some(unknown) = names.iter().find(|name| !known.contains(name)) {
        bail!(
            "there is no {}{unknown}; there are: {}",
            kind.prefix(),
            known.join(", ")
        );
    }
    let chosen: Vec<&String> = known
        .iter()
        .filter(|name| names.is_empty() || names.contains(name))
        .collect();
    if chosen.is_empty() {
        bail!("tests/Cargo.toml has no program called {}…", kind.prefix());
    }
    setup::everything(project)?;
    let postgres = Postgres::start(project)?;
    let mut good = true;
    for name in chosen {
        let begun = Instant::now();
        println!("\n== {}{name}", kind.prefix());
        let outcome = one(project, kind, name, passed_on, &postgres);
        if let Err(error) = &outcome {
            println!("{name}: {error:#}");
        }
        good &= outcome.is_ok();
        println!("== {name}: {}", seconds(begun.elapsed()));
    }
    Ok(good)
}

fn one(
    project: &Project,
    kind: Kind,
    name: &str,
    args: &[String],
    postgres: &Postgres,
) -> Result<()> {
    let bin = format!("{}{name}", kind.prefix());
    let mut command = if name.starts_with("window") {
        // The window is measured as it ships, from outside, on a screen and a bus of its own.
        ui::build(project)?;
        let build = [
            "build",
            "--profile",
            "measure",
            "-p",
            "backroom",
            "--bins",
            "--examples",
        ];
        must(&mut project.cargo(&build))?;
        must(&mut project.cargo(&["build", "--profile", "measure", "-p", "cli"]))?;
        let mut command = project.command("dbus-run-session");
        command.args(["--", "cargo"]);
        command
    } else {
        if kind == Kind::Soak {
            // The owner of a shop on SQLite is `backroom-cli serve`.
            must(&mut project.cargo(&["build", "--profile", "measure", "-p", "cli"]))?;
        }
        project.command("cargo")
    };
    command.args([
        "run",
        "--quiet",
        "--profile",
        "measure",
        "-p",
        "acceptance",
        "--bin",
        &bin,
        "--",
    ]);
    command
        .args(args)
        .env("BACKROOM_TEST_POSTGRES", postgres.url());
    desktop::give_programs(project, "measure", &mut command);
    must(&mut command)
}

/// The measuring programs of the package `acceptance`, without their prefix.
fn programs(project: &Project, kind: Kind) -> Result<Vec<String>> {
    let output = project
        .cargo(&["metadata", "--no-deps", "--format-version", "1"])
        .output()?;
    named(
        &serde_json::from_slice(&output.stdout).context("cargo metadata")?,
        kind,
    )
}

fn named(metadata: &Value, kind: Kind) -> Result<Vec<String>> {
    let packages = metadata
        .get("packages")
        .and_then(Value::as_array)
        .context("no packages")?;
    let acceptance = packages
        .iter()
        .find(|package| package.get("name").and_then(Value::as_str) == Some("acceptance"))
        .context("no package acceptance")?;
    let targets = acceptance
        .get("targets")
        .and_then(Value::as_array)
        .context("no targets")?;
    Ok(targets
        .iter()
        .filter_map(|target| target.get("name").and_then(Value::as_str))
        .filter_map(|name| name.strip_prefix(kind.prefix()))
        .map(str::to_owned)
        .collect())
}

#[cfg(test)]
mod tests {
    use super::{Kind, named};

    #[test]
    fn a_program_is_found_by_its_name() {
        let metadata = serde_json::json!({"packages": [
            {"name": "cli", "targets": [{"name": "bench-elsewhere"}]},
            {"name": "acceptance", "targets": [
                {"name": "acceptance"}, {"name": "bench-import"}, {"name": "soak-kill"},
            ]},
        ]});
        assert_eq!(named(&metadata, Kind::Bench).expect("found"), ["import"]);
        assert_eq!(named(&metadata, Kind::Soak).expect("found"), ["kill"]);
    }
}
