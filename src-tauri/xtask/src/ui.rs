//! The web UI: its build, which the window embeds, and its own tests.

use crate::process::{must, watch};
use crate::project::Project;
use crate::tally::Tally;
use anyhow::Result;

/// Builds `ui/dist`. The window's code does not compile without it.
pub(crate) fn build(project: &Project) -> Result<()> {
    must(&mut project.npm(&["run", "--silent", "build"]))
}

/// The UI's unit tests.
pub(crate) fn unit_tests(project: &Project, tally: &mut Tally) -> Result<()> {
    let failed_before = tally.failed;
    let good = watch(&mut project.npm(&["run", "--silent", "test"]), |line| {
        tally.read(line)
    })?;
    tally.runner(good, failed_before);
    Ok(())
}
