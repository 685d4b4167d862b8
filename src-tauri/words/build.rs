#![allow(
    clippy::print_stdout,
    reason = "a build script speaks to cargo this way"
)]
//! Joins `parts/*.<lang>.ftl`, one file per room, into one catalogue per language.

use std::{env, fs, io, path::Path};

fn main() -> io::Result<()> {
    let parts = Path::new("parts");
    println!("cargo:rerun-if-changed={}", parts.display());
    let out = env::var("OUT_DIR").map_err(io::Error::other)?;
    for lang in ["en", "de"] {
        let ending = format!(".{lang}.ftl");
        let mut files: Vec<_> = fs::read_dir(parts)?
            .collect::<Result<Vec<_>, _>>()?
            .into_iter()
            .map(|entry| entry.path())
            .filter(|path| path.to_string_lossy().ends_with(&ending))
            .collect();
        files.sort();
        let mut whole = String::new();
        for file in files {
            println!("cargo:rerun-if-changed={}", file.display());
            whole.push_str(&fs::read_to_string(&file)?);
            // A part that does not end its last line must not swallow the next part's first key.
            whole.push('\n');
        }
        fs::write(Path::new(&out).join(format!("{lang}.ftl")), whole)?;
    }
    Ok(())
}
