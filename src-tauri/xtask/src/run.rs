//! `run`: the window on a sample shop; without a display the same day, packed, as PDF files.

use crate::process::must;
use crate::project::Project;
use crate::{setup, ui};
use anyhow::{Context, Result, bail};
use std::path::PathBuf;

/// `cargo xtask run [--release] [--data DIR]`.
pub(crate) fn run(project: &Project, args: &[String]) -> Result<bool> {
    let wish = Wish::read(project, args)?;
    setup::for_run(project)?;
    if !has_display() {
        println!(
            "There is no display here. The sample shop's day is packed without a window instead."
        );
        return headless(project, &wish);
    }
    ui::build(project)?;
    let profile: &[&str] = if wish.release { &["--release"] } else { &[] };
    must(
        project
            .cargo(&["build", "-p", "backroom", "-p", "cli"])
            .args(profile),
    )?;
    if !wish.data.exists() {
        println!("Making a sample shop in {}", wish.data.display());
        sample(project, &wish, &["sample"])?;
    }
    let name = if wish.release { "release" } else { "debug" };
    let app = project.built(name, "backroom");
    let app = app
        .to_str()
        .context("the path of this checkout is not UTF-8")?;
    must(project.command(app).env("BACKROOM_DATA", &wish.data))?;
    Ok(true)
}

/// Packs the sample day; the CLI prints the path of every PDF.
fn headless(project: &Project, wish: &Wish) -> Result<bool> {
    let profile: &[&str] = if wish.release { &["--release"] } else { &[] };
    must(project.cargo(&["build", "-p", "cli"]).args(profile))?;
    if wish.data.exists() && !wish.own_data {
        // Our own folder of an earlier run: the day begins anew, so that it can be packed again.
        std::fs::remove_dir_all(&wish.data)?;
    }
    sample(project, wish, &["sample", "--pack"])?;
    println!(
        "To look around without a window: backroom-cli --data {} --help",
        wish.data.display()
    );
    Ok(true)
}

/// Makes the sample shop; what a failure leaves is not taken for a shop at the next run.
fn sample(project: &Project, wish: &Wish, args: &[&str]) -> Result<()> {
    let made = must(cli(project, wish).args(args));
    if made.is_err() && !wish.own_data {
        let _ = std::fs::remove_dir_all(&wish.data);
    }
    made
}

fn cli(project: &Project, wish: &Wish) -> std::process::Command {
    let name = if wish.release { "release" } else { "debug" };
    let mut command = project.command(&project.built(name, "backroom-cli").to_string_lossy());
    command.arg("--data").arg(&wish.data);
    command
}

/// Whether a window can be opened: X11 or Wayland on Linux, always elsewhere.
fn has_display() -> bool {
    let set = |name| std::env::var_os(name).is_some_and(|value| !value.is_empty());
    !cfg!(target_os = "linux") || set("DISPLAY") || set("WAYLAND_DISPLAY")
}

#[derive(Debug, PartialEq, Eq)]
struct Wish {
    release: bool,
    data: PathBuf,
    own_data: bool,
}

impl Wish {
    fn read(project: &Project, args: &[String]) -> Result<Self> {
        let data = project.at("target/sample-shop");
        let mut wish = Self {
            release: false,
            data,
            own_data: false,
        };
        let mut rest = args.iter();
        while let Some(arg) = rest.next() {
            match arg.as_str() {
                "--release" => wish.release = true,
                "--data" => {
                    let folder = rest.next().context("--data needs a folder")?;
                    wish.data = std::path::absolute(folder)?;
                    wish.own_data = true;
                }
                other => bail!(
                    "run does not know `{other}`; use: cargo xtask run [--release] [--data DIR]"
                ),
            }
        }
        Ok(wish)
    }
}
