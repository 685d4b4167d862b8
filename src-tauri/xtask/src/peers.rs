//! Independent programs that the tests compare with: named with their versions, never silently absent.

use crate::process::{ask, listen};
use crate::project::Project;
use crate::report::Report;
use crate::tally::Tally;
use anyhow::Result;

/// A program and how it is asked for its version.
const PEERS: &[(&str, &[&str])] = &[
    ("zbarimg", &["--version"]),
    ("pdftotext", &["-v"]),
    ("pdftoppm", &["-v"]),
    ("qpdf", &["--version"]),
    ("zint", &["--version"]),
    ("ippeveprinter", &["--version"]),
    ("strace", &["--version"]),
];

/// Looks at each peer; one that is absent is a failure, because tests would pass without asking it.
pub(crate) fn look(project: &Project, tally: &mut Tally, report: &mut Report) -> Result<()> {
    for (name, args) in PEERS {
        let version = listen(project.command(name).args(*args))
            .ok()
            .and_then(|(_, text)| {
                // Some end with an error after they have told their version.
                text.lines()
                    .map(str::trim)
                    .find(|line| line.chars().any(|c| c.is_ascii_digit()))
                    .map(str::to_owned)
            });
        note(name, version, tally, report);
    }
    // It tells no version, but it is built from the library of the same package.
    let library = ask(project
        .command("pkg-config")
        .args(["--modversion", "webkit2gtk-4.1"]));
    let driver = library.filter(|_| project.has("WebKitWebDriver"));
    note("WebKitWebDriver", driver, tally, report);
    let script = "import importlib.metadata as m; print(m.version('zxing-cpp'))";
    let mut zxing = std::process::Command::new(project.python());
    let version = ask(zxing.args(["-c", script]));
    note("zxing-cpp", version, tally, report);
    Ok(())
}

fn note(name: &str, version: Option<String>, tally: &mut Tally, report: &mut Report) {
    tally.step(version.is_some());
    let version = version.unwrap_or_else(|| "MISSING".to_owned());
    println!("{name}: {version}");
    report.peers.push((name.to_owned(), version));
}
