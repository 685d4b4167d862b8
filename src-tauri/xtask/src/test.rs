//! `test`: every test, stage by stage, each with its time.

use crate::postgres::Postgres;
use crate::process::watch;
use crate::project::Project;
use crate::report::Report;
use crate::tally::Tally;
use crate::{check, desktop, peers, setup, ui};
use anyhow::{Result, bail};

const STAGES: [&str; 6] = ["ui", "check", "peers", "rooms", "screens", "desktop"];

/// `cargo xtask test [--only STAGE]…`.
pub(crate) fn test(project: &Project, args: &[String]) -> Result<bool> {
    let only = only(args)?;
    let wanted = |stage: &str| only.is_empty() || only.iter().any(|name| name == stage);
    let mut report = Report::default();
    // Nothing that follows could be believed without its tools.
    let ready = report.stage("set-up", |_, _| setup::everything(project));
    // The window embeds the built UI, so clippy and the journeys need it before them.
    let built = ready && report.stage("ui build", |_, _| ui::build(project));
    if built {
        if wanted("check") {
            report.stage("check", |tally, report| {
                check::every_check(project, tally, report)
            });
        }
        if wanted("ui") {
            report.stage("ui tests", |tally, _| ui::unit_tests(project, tally));
        }
        if wanted("peers") {
            report.stage("peers", |tally, report| peers::look(project, tally, report));
        }
        if wanted("rooms") {
            report.stage("rooms", |tally, report| rooms(project, tally, report));
        }
        if wanted("screens") {
            report.stage("screens", |tally, _| ui::screens(project, tally));
        }
        if wanted("desktop") {
            report.stage("desktop", |tally, _| desktop::journeys(project, tally));
        }
    }
    println!("{}", report.summary());
    Ok(report.good())
}

/// The tests of every room and the stories through the outer door, on SQLite and on PostgreSQL.
fn rooms(project: &Project, tally: &mut Tally, report: &mut Report) -> Result<()> {
    let postgres = Postgres::start(project)?;
    println!("{}", postgres.version);
    report
        .peers
        .push(("postgres".to_owned(), postgres.version.clone()));
    let mut command = project.cargo(&["test", "--no-fail-fast"]);
    // The root package stays out: the workspace's default members are every room but the window.
    command.args(["--", "--show-output"]);
    command.env("BACKROOM_TEST_POSTGRES", postgres.url());
    command.env("BACKROOM_PEERS", project.tools().join("venv"));
    let good = watch(&mut command, |line| tally.read(line))?;
    tally.runner(good, 0);
    Ok(())
}

fn only(args: &[String]) -> Result<Vec<String>> {
    let mut stages = Vec::new();
    let mut rest = args.iter();
    while let Some(arg) = rest.next() {
        match (arg.as_str(), rest.next()) {
            ("--only", Some(stage)) if STAGES.contains(&stage.as_str()) => {
                stages.push(stage.clone())
            }
            _ => bail!(
                "use: cargo xtask test [--only STAGE], STAGE one of {}",
                STAGES.join(", ")
            ),
        }
    }
    Ok(stages)
}

#[cfg(test)]
mod tests {
    use super::only;

    #[test]
    fn an_unknown_stage_is_refused_before_anything_runs() {
        let args = |words: &[&str]| {
            words
                .iter()
                .map(|word| (*word).to_owned())
                .collect::<Vec<_>>()
        };
        assert_eq!(
            only(&args(&["--only", "ui", "--only", "rooms"])).expect("known"),
            ["ui", "rooms"]
        );
        assert!(only(&args(&["--only", "window"])).is_err());
        assert!(only(&args(&["--only"])).is_err());
        assert!(only(&args(&["ui"])).is_err());
    }
}
