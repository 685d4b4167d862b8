//! Files that nobody should have to read, through the outer door: previewed, then taken. Whatever they
//! are, the program that reads them stays below 512 MB, refuses them with a sentence or takes what is good
//! in them, and leaves nothing half done.

#![cfg(target_os = "linux")]
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    clippy::print_stdout,
    reason = "tests"
)]

#[path = "../../../channels/tests/hostile/content.rs"]
mod content;
#[allow(dead_code, reason = "what the reader's own tests look at")]
#[path = "../../../channels/tests/hostile/corpus.rs"]
mod corpus;
#[path = "../../../channels/tests/hostile/form.rs"]
mod form;
mod large;
mod server;
#[allow(dead_code, reason = "what only the reader's own tests make")]
#[path = "../../../channels/tests/hostile/workbook.rs"]
mod workbook;

use corpus::*;
use serde_json::{Value, json};
use server::Server;
use std::path::{Path, PathBuf};
use std::time::{Duration, Instant};

/// The limits of `channels` that the files are made around; this room does not see that one.
mod limits {
    pub(crate) const FILE_BYTES: usize = 200 * 1024 * 1024;
    pub(crate) const FIELD_BYTES: usize = 1024 * 1024;
}

/// Megabytes that the program may take at any moment.
const MOST_MEMORY: u64 = 512;

/// What came of a file.
struct Outcome {
    /// The preview, or the sentence that refuses the file.
    preview: Result<Value, String>,
    /// How many orders were taken, or the sentence.
    taken: Result<i64, String>,
    /// The most memory meanwhile, in megabytes.
    memory: u64,
    took: Duration,
}

/// From so many bytes on a file of the corpus is only previewed: taking it reads it the same way again.
const ONLY_LOOKED_AT: usize = 2 * 1024 * 1024;

/// Looks at a file.
fn look(server: &Server, file: &Path) -> Outcome {
    let begun = Instant::now();
    server.forget_peak();
    let read = json!({ "path": file.to_str().unwrap(), "start_at": 0 });
    let preview = server.call("import_preview", &read);
    Outcome {
        taken: preview.as_ref().map(|_| 0).map_err(Clone::clone),
        preview,
        memory: server.peak(),
        took: begun.elapsed(),
    }
}

/// Previews a file and takes it. Orders are there afterwards exactly as the answer says.
fn put(server: &Server, file: &Path) -> Outcome {
    let begun = Instant::now();
    let before = server.orders();
    server.forget_peak();
    let read = json!({ "path": file.to_str().unwrap(), "start_at": 0 });
    let preview = server.call("import_preview", &read);
    let sha256 = preview
        .as_ref()
        .map_or("", |preview| preview["sha256"].as_str().unwrap());
    let take = json!({ "read": read, "sha256": sha256 });
    let taken = server.call("import_commit", &take);
    let memory = server.peak();
    let taken = taken.map(|taken| taken["new"].as_i64().unwrap());
    let after = server.orders();
    let new = taken.as_ref().map_or(0, |new| *new);
    assert_eq!(after - before, new, "{}: {taken:?}", file.display());
    if let Ok(preview) = &preview {
        assert_eq!(taken, Ok(preview["new"].as_i64().unwrap()));
    }
    Outcome {
        preview,
        taken,
        memory,
        took: begun.elapsed(),
    }
}

#[test]
fn every_hostile_file_is_refused_or_taken_in_bounded_memory() {
    let server = Server::start();
    let file = server.folder().join("hostile.csv");
    let mut largest = (0, "");
    let mut slowest = (Duration::ZERO, "");
    let (mut refused, mut read) = (0, 0);
    let mut wrong = Vec::new();
    for case in corpus() {
        std::fs::write(&file, &case.bytes).unwrap();
        let many = matches!(case.expect, Expect::Orders(1_000.., _));
        let outcome = if many || case.bytes.len() > ONLY_LOOKED_AT {
            look(&server, &file)
        } else {
            put(&server, &file)
        };
        match (&case.expect, &outcome.preview, &outcome.taken) {
            (Expect::File(id), Err(sentence), Err(again)) => {
                // More bytes than may be are not even read, and said so before the reader could.
                let other = *id == "import-file-too-large" && sentence == "import-file-too-big";
                if (sentence != id && !other) || again != sentence {
                    wrong.push(format!("{}: {sentence}, {again}", case.defect));
                }
                refused += 1;
            }
            (Expect::Orders(..), Ok(_), Ok(_)) => read += 1,
            (_, preview, taken) => wrong.push(format!("{}: {preview:?} {taken:?}", case.defect)),
        }
        if outcome.memory >= MOST_MEMORY {
            wrong.push(format!("{}: {} MB", case.defect, outcome.memory));
        }
        if outcome.memory > largest.0 {
            largest = (outcome.memory, case.defect);
        }
        if outcome.took > slowest.0 {
            slowest = (outcome.took, case.defect);
        }
    }
    println!(
        "{refused} files refused, {read} read; most memory {} MB ({}); slowest {:?} ({})",
        largest.0, largest.1, slowest.0, slowest.1
    );
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
    assert!(refused + read >= 100);
    server.end_sound();
}

#[test]
fn files_at_their_big_ends_are_read_in_bounded_memory() {
    let server = Server::start();
    let mut wrong = Vec::new();
    for case in large::all() {
        let file: PathBuf = server.folder().join(case.name);
        (case.make)(&file);
        let megabytes = std::fs::metadata(&file).unwrap().len() / (1024 * 1024);
        let outcome = put(&server, &file);
        std::fs::remove_file(&file).unwrap();
        let came = match &outcome.taken {
            Ok(new) => format!("{new} orders"),
            Err(sentence) => sentence.clone(),
        };
        println!(
            "{} ({megabytes} MB): {came}, {} MB, {:?}",
            case.what, outcome.memory, outcome.took
        );
        if came != case.comes {
            wrong.push(format!("{}: {came} instead of {}", case.what, case.comes));
        }
        if outcome.memory >= MOST_MEMORY {
            wrong.push(format!("{}: {} MB", case.what, outcome.memory));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
    server.end_sound();
}
