//! What the shell itself says when it cannot do something. The texts are in `words/parts/shell.*.ftl`.

use api::{ApiError, Code, Sentence};
use std::path::Path;

/// The page named a file that nobody picked.
pub(crate) fn not_picked() -> ApiError {
    say(Code::Invalid, Sentence::new("shell-not-picked"), "path", "")
}

/// The page asked for a verb that the shell does not have.
pub(crate) fn unknown(verb: &str) -> ApiError {
    say(
        Code::NotFound,
        Sentence::new("shell-unknown").with("verb", verb),
        "",
        "",
    )
}

/// The page asked in another form than the verb takes.
pub(crate) fn malformed(verb: &str, error: &serde_json::Error) -> ApiError {
    let sentence = Sentence::new("shell-malformed").with("verb", verb);
    say(Code::Invalid, sentence, "", &error.to_string())
}

/// A file could not be written.
pub(crate) fn not_written(path: &Path, error: &std::io::Error) -> ApiError {
    let sentence = Sentence::new("shell-not-written").with("name", name(path));
    say(Code::File, sentence, "", &error.to_string())
}

/// The system has no program for a file, or it did not start.
pub(crate) fn no_viewer(path: &Path, error: &dyn std::fmt::Display) -> ApiError {
    let sentence = Sentence::new("shell-no-viewer").with("name", name(path));
    say(Code::File, sentence, "", &error.to_string())
}

/// The shop did not open, through a fault of ours.
pub(crate) fn broken() -> ApiError {
    say(Code::Internal, Sentence::new("shell-broken"), "", "")
}

fn say(code: Code, message: Sentence, field: &str, trace: &str) -> ApiError {
    ApiError {
        code,
        message,
        field: field.to_owned(),
        trace: trace.to_owned(),
    }
}

fn name(path: &Path) -> String {
    path.file_name()
        .unwrap_or_default()
        .to_string_lossy()
        .into_owned()
}
