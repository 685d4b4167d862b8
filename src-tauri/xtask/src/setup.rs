//! `setup`: installs what is missing, and says so before it does. Fast when nothing is missing.

mod packages;
mod tools;

use crate::project::Project;
use anyhow::Result;
use packages::Purpose;

/// What building and opening the window needs.
pub(crate) fn for_run(project: &Project) -> Result<()> {
    packages::install(project, &[Purpose::Build])?;
    tools::node(project)
}

/// What `check` needs besides.
pub(crate) fn for_check(project: &Project) -> Result<()> {
    for_run(project)?;
    tools::cargo_deny(project)
}

/// Everything, with the independent programs that the tests ask.
pub(crate) fn everything(project: &Project) -> Result<()> {
    packages::install(project, &[Purpose::Build, Purpose::Test])?;
    tools::node(project)?;
    tools::cargo_deny(project)?;
    tools::tauri_driver(project)?;
    tools::python_peers(project)
}
