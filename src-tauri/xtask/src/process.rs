//! Running other programs: shown, watched line by line, or asked for an answer.

use anyhow::{Context, Result, bail};
use std::io::{BufRead, BufReader};
use std::process::{Command, Stdio};

/// Runs to the end and shows what it prints; an error names the command line.
pub(crate) fn must(command: &mut Command) -> Result<()> {
    let status = command.status().with_context(|| start(command))?;
    if !status.success() {
        bail!("`{}` ended with {status}", line_of(command));
    }
    Ok(())
}

/// Runs to the end, shows what it prints and hands every line of its standard output on.
/// `false` when it ended with an error.
pub(crate) fn watch(command: &mut Command, mut each: impl FnMut(&str)) -> Result<bool> {
    let mut child = command
        .stdout(Stdio::piped())
        .spawn()
        .with_context(|| start(command))?;
    if let Some(output) = child.stdout.take() {
        let mut output = BufReader::new(output);
        let mut bytes = Vec::new();
        while output.read_until(b'\n', &mut bytes)? > 0 {
            let line = String::from_utf8_lossy(&bytes);
            print!("{line}");
            each(line.trim_end());
            bytes.clear();
        }
    }
    Ok(child.wait()?.success())
}

/// What it prints, both streams, and whether it succeeded; nothing is shown.
pub(crate) fn listen(command: &mut Command) -> Result<(bool, String)> {
    let done = command.output().with_context(|| start(command))?;
    let mut text = String::from_utf8_lossy(&done.stdout).into_owned();
    text.push_str(&String::from_utf8_lossy(&done.stderr));
    Ok((done.status.success(), text))
}

/// The first line that a program answers, `None` when it is not there or fails.
pub(crate) fn ask(command: &mut Command) -> Option<String> {
    let (good, text) = listen(command).ok()?;
    let first = text.lines().map(str::trim).find(|line| !line.is_empty())?;
    good.then(|| first.to_owned())
}

fn start(command: &Command) -> String {
    format!("`{}` does not start", line_of(command))
}

/// The command line as a person would type it.
pub(crate) fn line_of(command: &Command) -> String {
    let program = std::path::Path::new(command.get_program());
    let name = program
        .file_stem()
        .unwrap_or(command.get_program())
        .to_string_lossy()
        .into_owned();
    let args = command
        .get_args()
        .map(|arg| arg.to_string_lossy().into_owned());
    std::iter::once(name)
        .chain(args)
        .collect::<Vec<_>>()
        .join(" ")
}
