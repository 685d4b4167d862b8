//! The real window, driven through `tauri-driver` on a display of its own.

use crate::process::{must, watch};
use crate::project::Project;
use crate::tally::Tally;
use anyhow::{Result, bail};
use std::process::Command;

/// Builds the app and runs the journeys of `tests/desktop` in it.
pub(crate) fn journeys(project: &Project, tally: &mut Tally) -> Result<()> {
    if !cfg!(target_os = "linux") {
        bail!("the journeys run on Linux only, so far");
    }
    must(&mut project.cargo(&["build", "-p", "backroom"]))?;
    must(&mut project.cargo(&["build", "-p", "cli"]))?;
    let mut command = on_a_display(project, "cargo");
    // One at a time: a desk has one window.
    command.args([
        "test",
        "-p",
        "acceptance",
        "--test",
        "desktop",
        "--",
        "--test-threads=1",
    ]);
    command.arg("--nocapture");
    give_programs(project, "debug", &mut command);
    let good = watch(&mut command, |line| tally.read(line))?;
    tally.runner(good, 0);
    Ok(())
}

/// Tells a child where the built programs and the driver are.
pub(crate) fn give_programs(project: &Project, profile: &str, command: &mut Command) {
    command.env("BACKROOM_APP", project.built(profile, "backroom"));
    command.env("BACKROOM_CLI", project.built(profile, "backroom-cli"));
    command.env("BACKROOM_DRIVER", project.tools().join("bin/tauri-driver"));
    command.env("BACKROOM_SHOTS", project.at("target/shots"));
}

/// A program, under a message bus and a virtual display that end with it. The screen is larger than
/// the window's first size, so that nothing is cut off.
pub(crate) fn on_a_display(project: &Project, program: &str) -> Command {
    let mut command = project.command("dbus-run-session");
    command.args([
        "--",
        "xvfb-run",
        "-a",
        "-s",
        "-screen 0 1600x1000x24 -nolisten tcp",
        program,
    ]);
    // Without a graphics card the renderer would look for one at every start.
    command.env("LIBGL_ALWAYS_SOFTWARE", "1");
    command.env("NO_AT_BRIDGE", "1");
    command
}
