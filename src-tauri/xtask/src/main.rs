//! `cargo xtask`: the commands of this checkout, in plain Rust.
//!
//! `run` and `test` are the two of the README. Both first install what is missing.

#![expect(clippy::print_stdout, reason = "a command for a terminal")]

mod check;
mod desktop;
mod measure;
mod peers;
mod postgres;
mod process;
mod project;
mod report;
mod run;
mod setup;
mod tally;
mod test;
mod ui;

use anyhow::{Result, bail};
use project::Project;
use std::process::ExitCode;

const HELP: &str = "\
cargo xtask COMMAND

  run                 open Backroom on a sample shop (without a display: pack its day to PDF files)
      --release       the build that ships
      --data DIR      another data folder than target/sample-shop
  test                every test; ends with a table of stages and one line of counts
      --only STAGE    one of: ui, check, peers, rooms, screens, desktop (several may be given)
  check               format, lints, licences, generated files current, rooms; no tests that take long
  setup               install what is missing, and say so first
  bindings            write the TypeScript of commands and sentence keys anew
  bench [NAME …]      the measurements with their references (--list names them)
  soak [NAME …]       what takes longer than a test run may (--list names them)
";

fn main() -> ExitCode {
    let args: Vec<String> = std::env::args().skip(1).collect();
    match dispatch(&args) {
        Ok(true) => ExitCode::SUCCESS,
        Ok(false) => ExitCode::FAILURE,
        Err(error) => {
            println!("\nxtask: {error:#}");
            ExitCode::FAILURE
        }
    }
}

/// Runs one command; `false` when it ran to its end and found a fault.
fn dispatch(args: &[String]) -> Result<bool> {
    let project = Project::here()?;
    let (command, rest) = match args.split_first() {
        Some((command, rest)) => (command.as_str(), rest),
        None => ("help", args),
    };
    match command {
        "run" => run::run(&project, rest),
        "test" => test::test(&project, rest),
        "check" => check::alone(&project),
        "setup" => setup::everything(&project).map(|()| true),
        "bindings" => check::write_bindings(&project),
        "bench" => measure::measure(&project, measure::Kind::Bench, rest),
        "soak" => measure::measure(&project, measure::Kind::Soak, rest),
        "help" | "--help" | "-h" => {
            print!("{HELP}");
            Ok(true)
        }
        other => bail!("there is no command `{other}`\n\n{HELP}"),
    }
}
