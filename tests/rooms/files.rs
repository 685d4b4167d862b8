//! What every tracked file keeps to: names, lengths, nothing of the machine it was written on.

use std::fs;
use std::path::Path;

/// From this length on a Rust file is listed with the test's output; aim for 150 to 300 lines.
const LONG: usize = 400;
/// A Rust file may not be longer than this: one concept each, split near 500.
const TOO_LONG: usize = 650;

/// Folders whose files hold data from elsewhere, or are printed by a tool.
const NOT_OURS: &[&str] = &["ui/package-lock.json", "Cargo.lock"];

/// What no tracked file says, as two halves so that this file does not say it either.
const NOT_HERE: &[(&str, &str, &str)] = &[
    ("/ro", "ot/", "a path of one machine"),
    ("/wo", "rk/", "a path of one machine"),
    ("/home/", "runner", "a path of one machine"),
    ("arti", "factory", "the address of a private registry"),
    ("clau", "de", "a tool's name"),
    ("anth", "ropic", "a tool's name"),
    ("chat", "gpt", "a tool's name"),
    ("sub", "agent", "a tool's word"),
    ("language ", "model", "a tool's word"),
];

fn tracked() -> Vec<String> {
    crate::output("git", &["ls-files", "-z"])
        .split('\0')
        .filter(|path| !path.is_empty())
        .filter(|path| crate::root().join(path).is_file())
        .map(str::to_owned)
        .collect()
}

/// The text of a tracked file, `None` for one that is not text.
fn text(path: &str) -> Option<String> {
    String::from_utf8(fs::read(crate::root().join(path)).expect("readable")).ok()
}

fn sayings(path: &str, text: &str) -> Vec<String> {
    let folded = text.to_lowercase();
    NOT_HERE
        .iter()
        .filter(|(first, second, _)| folded.contains(&format!("{first}{second}")))
        .map(|(first, second, why)| format!("{path}: \"{first}{second}\": {why}"))
        .collect()
}

#[test]
fn nothing_of_one_machine_is_tracked() {
    let found: Vec<String> = tracked()
        .iter()
        .filter_map(|path| text(path).map(|text| sayings(path, &text)))
        .flatten()
        .collect();
    assert!(found.is_empty(), "\n{}\n", found.join("\n"));
}

#[test]
fn a_planted_path_is_found() {
    let planted = format!("let data = \"{}{}main\";", "/wo", "rk/");
    assert_eq!(sayings("x.rs", &planted).len(), 1);
}

#[test]
fn no_file_is_called_mod() {
    let found: Vec<String> = tracked()
        .into_iter()
        .filter(|path| {
            Path::new(path)
                .file_name()
                .is_some_and(|name| name == "mod.rs")
        })
        .collect();
    assert!(
        found.is_empty(),
        "name the file after its module: {found:?}"
    );
}

#[test]
fn no_room_is_a_drawer() {
    for name in ["common", "utils", "util", "core", "helpers", "misc"] {
        assert!(
            !crate::root().join("src-tauri").join(name).exists(),
            "src-tauri/{name}: a word of the shop goes to domain, HTTP goes to wire"
        );
    }
}

#[test]
fn rust_files_stay_readable() {
    let mut too_long = Vec::new();
    for path in tracked().iter().filter(|path| path.ends_with(".rs")) {
        let lines = text(path).map_or(0, |text| text.lines().count());
        if lines > LONG {
            println!("{lines:>5} {path}");
        }
        if lines > TOO_LONG {
            too_long.push(format!("{path}: {lines} lines, split it"));
        }
    }
    assert!(too_long.is_empty(), "\n{}\n", too_long.join("\n"));
}

#[test]
fn lock_files_name_public_registries_only() {
    for path in NOT_OURS {
        let Some(text) = fs::read_to_string(crate::root().join(path)).ok() else {
            continue;
        };
        for line in text.lines() {
            let Some(at) = line.find("https://") else {
                continue;
            };
            let is_address = line.contains("\"resolved\"") || line.starts_with("source = ");
            let public = [
                concat!("https://registry.", "npmjs.org/"),
                concat!("https://github.com/rust-lang/", "crates.io-index"),
            ];
            assert!(
                !is_address || public.iter().any(|host| line[at..].starts_with(host)),
                "{path}: {line}"
            );
        }
    }
}
