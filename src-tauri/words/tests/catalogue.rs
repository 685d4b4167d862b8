//! The catalogue is whole: both languages say the same things, and everything that is said in any
//! room or screen stands in it.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    reason = "tests"
)]

use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};
use words::{Lang, catalogue, typescript};

#[test]
fn every_entry_is_fluent_and_stands_once() {
    for lang in Lang::ALL {
        let read = catalogue::read(catalogue::source(lang));
        assert!(
            read.junk.is_empty(),
            "{lang:?}, not Fluent: {:#?}",
            read.junk
        );
        assert!(read.twice.is_empty(), "{lang:?}, twice: {:?}", read.twice);
        assert!(!read.keys.is_empty());
    }
}

#[test]
fn both_languages_have_the_same_keys_with_the_same_values() {
    let en = catalogue::read(catalogue::source(Lang::En)).keys;
    let de = catalogue::read(catalogue::source(Lang::De)).keys;
    let differ: Vec<_> = en
        .keys()
        .chain(de.keys())
        .collect::<BTreeSet<_>>()
        .into_iter()
        .filter(|key| en.get(*key) != de.get(*key))
        .map(|key| format!("{key}: en {:?}, de {:?}", en.get(key), de.get(key)))
        .collect();
    assert!(differ.is_empty(), "{differ:#?}");
}

#[test]
fn german_says_sie() {
    // What is printed for a gift's recipient is said by the giver.
    let familiar = [
        "du", "dein", "deine", "deinen", "deinem", "deiner", "deines", "dir", "dich",
    ];
    let wrong: Vec<&str> = catalogue::source(Lang::De)
        .lines()
        .filter(|line| !line.starts_with("paper-word-gift-message"))
        .filter(|line| {
            line.split(|c: char| !c.is_alphabetic())
                .any(|word| familiar.contains(&word.to_lowercase().as_str()))
        })
        .collect();
    assert!(wrong.is_empty(), "{wrong:#?}");
}

#[test]
fn every_sentence_that_a_room_says_is_in_the_catalogue() {
    let keys = catalogue::read(catalogue::source(Lang::En)).keys;
    let mut wrong = Vec::new();
    // A room may give a value in another file than the one that names the sentence.
    let mut rooms: BTreeMap<String, String> = BTreeMap::new();
    for file in rust_sources() {
        let room = rooms.entry(room(&file)).or_default();
        room.push_str(&std::fs::read_to_string(&file).unwrap());
    }
    for file in rust_sources() {
        let text = without_tests(&std::fs::read_to_string(&file).unwrap());
        let whole = &rooms[&room(&file)];
        for id in said(&text) {
            match keys.get(&id) {
                None => wrong.push(format!("{}: {id} is not in the catalogue", short(&file))),
                Some(values) => {
                    for value in values {
                        if !whole.contains(&format!("\"{value}\"")) {
                            wrong.push(format!("{}: {id} needs ${value}", short(&file)));
                        }
                    }
                }
            }
        }
    }
    assert!(wrong.is_empty(), "{wrong:#?}");
}

#[test]
fn no_sentence_stands_unused() {
    let mut sources: Vec<String> = rust_sources()
        .iter()
        .map(|file| std::fs::read_to_string(file).unwrap())
        .collect();
    for file in files(&root().join("ui/src"), &["ts", "svelte"]) {
        if !file.ends_with("words/keys.ts") {
            sources.push(std::fs::read_to_string(file).unwrap());
        }
    }
    let quoted: BTreeSet<&str> = sources.iter().flat_map(|text| literals(text)).collect();
    // A key may be put together from a fixed beginning and the name of a state.
    let beginnings: BTreeSet<&str> = quoted
        .iter()
        .filter_map(|text| text.find(['{', '$']).map(|at| &text[..at]))
        .filter(|beginning| beginning.len() >= 4 && beginning.ends_with('-'))
        .collect();
    let unused: Vec<_> = catalogue::read(catalogue::source(Lang::En))
        .keys
        .into_keys()
        .filter(|key| !quoted.contains(key.as_str()))
        .filter(|key| !beginnings.iter().any(|b| key.starts_with(b)))
        .collect();
    assert!(unused.is_empty(), "said nowhere: {unused:#?}");
}

#[test]
fn the_windows_key_list_is_current() {
    let there = std::fs::read_to_string(typescript::path()).unwrap_or_default();
    assert!(
        there == typescript::keys(),
        "ui/src/words/keys.ts is not current: cargo run -p words --bin words-keys"
    );
}

#[test]
fn the_scan_sees_what_it_should() {
    let text =
        "Refusal::new(\n  \"a-b\")\nSentence::new(\"c-d\").with(\"n\", 1)\nSentence::new(id)";
    assert_eq!(said(text), ["a-b", "c-d"]);
    assert_eq!(
        literals("x(\"a\", 'b-c', `d-${e}`)").collect::<Vec<_>>(),
        ["a", "b-c", "d-${e}"]
    );
    assert_eq!(
        without_tests("a\n#[cfg(test)]\nmod tests { Sentence::new(\"x\") }"),
        "a\n"
    );
}

fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../..")
}

fn short(file: &Path) -> String {
    file.strip_prefix(root())
        .unwrap_or(file)
        .display()
        .to_string()
}

/// The folder under `src-tauri` that a file is in.
fn room(file: &Path) -> String {
    short(file).split('/').nth(1).unwrap_or_default().to_owned()
}

/// Every Rust source of every room, tests of a room and this room left out.
fn rust_sources() -> Vec<PathBuf> {
    files(&root().join("src-tauri"), &["rs"])
        .into_iter()
        .filter(|file| {
            let name = short(file);
            !name.contains("/tests/") && !name.starts_with("src-tauri/words/")
        })
        .collect()
}

fn files(folder: &Path, endings: &[&str]) -> Vec<PathBuf> {
    let mut found = Vec::new();
    let Ok(entries) = std::fs::read_dir(folder) else {
        return found;
    };
    for entry in entries {
        let path = entry.unwrap().path();
        if path.is_dir() {
            found.extend(files(&path, endings));
        } else if path
            .extension()
            .is_some_and(|e| endings.iter().any(|x| e == *x))
        {
            found.push(path);
        }
    }
    found.sort();
    found
}

/// The part of a file before its unit tests, which may say what they like.
fn without_tests(text: &str) -> String {
    text.split("#[cfg(test)]")
        .next()
        .unwrap_or_default()
        .to_owned()
}

/// The literal ids in `Sentence::new("…")` and `Refusal::new("…")`, also across lines.
fn said(text: &str) -> Vec<String> {
    let mut at = BTreeMap::new();
    for call in ["Sentence::new(", "Refusal::new("] {
        for (place, _) in text.match_indices(call) {
            let rest = text[place + call.len()..].trim_start();
            if let Some(id) = rest.strip_prefix('"').and_then(|r| r.split('"').next()) {
                at.insert(place, id.to_owned());
            }
        }
    }
    at.into_values().collect()
}

/// Everything between two equal quotation marks on one line.
fn literals(text: &str) -> impl Iterator<Item = &str> {
    text.lines().flat_map(|line| {
        ['"', '\'', '`'].into_iter().flat_map(move |quote| {
            let marks: Vec<usize> = line.match_indices(quote).map(|(at, _)| at).collect();
            marks
                .windows(2)
                .map(|pair| &line[pair[0] + 1..pair[1]])
                .collect::<Vec<_>>()
        })
    })
}
