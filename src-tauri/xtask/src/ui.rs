//! The web UI: its build, which the window embeds, its own tests, and how its screens hold up.

use crate::desktop::on_a_display;
use crate::process::{must, watch};
use crate::project::Project;
use crate::tally::Tally;
use anyhow::{Result, bail};

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

/// Every screen in the window's own engine: axe-core on a shop with long lists, in every theme, and
/// the list and every dialog worked by keys alone. They drive WebKitGTK as a browser, on pages that `backroom-cli` and
/// a small server hand out.
pub(crate) fn screens(project: &Project, tally: &mut Tally) -> Result<()> {
    if !cfg!(target_os = "linux") {
        bail!("the screens are looked at on Linux only, so far");
    }
    must(&mut project.cargo(&["build", "-p", "cli"]))?;
    must(&mut project.npm(&["run", "--silent", "gallery"]))?;
    for script in ["tests/axe.mjs", "tests/keys.mjs", "tests/dialogs.mjs"] {
        let failed_before = tally.failed;
        let mut command = on_a_display(project, "node");
        command.arg(script).current_dir(project.at("ui"));
        command.env("BACKROOM_CLI", project.built("debug", "backroom-cli"));
        let good = watch(&mut command, |line| tally.read(line))?;
        tally.runner(good, failed_before);
    }
    Ok(())
}
