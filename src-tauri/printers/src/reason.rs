//! IPP's reasons for a state, as sentences (RFC 8011, sections 5.3.8 and 5.4.12; the IANA registry
//! "Internet Printing Protocol Attributes").

use domain::Sentence;

/// Keywords without their ending, and the sentence each is told by.
const WORDS: &[(&str, &str)] = &[
    ("media-empty", "printer-reason-paper-empty"),
    ("media-needed", "printer-reason-paper-needed"),
    ("media-jam", "printer-reason-jam"),
    ("media-low", "printer-reason-paper-low"),
    ("input-tray-missing", "printer-reason-tray"),
    ("output-area-full", "printer-reason-output-full"),
    ("output-area-almost-full", "printer-reason-output-full"),
    ("cover-open", "printer-reason-open"),
    ("door-open", "printer-reason-open"),
    ("interlock-open", "printer-reason-open"),
    ("toner-empty", "printer-reason-ink-empty"),
    ("marker-supply-empty", "printer-reason-ink-empty"),
    ("toner-low", "printer-reason-ink-low"),
    ("marker-supply-low", "printer-reason-ink-low"),
    ("offline", "printer-reason-offline"),
    ("connecting-to-device", "printer-reason-offline"),
    ("timed-out", "printer-reason-offline"),
    ("shutdown", "printer-reason-offline"),
    ("paused", "printer-reason-paused"),
    ("moving-to-paused", "printer-reason-paused"),
    ("stopped-partly", "printer-reason-paused"),
    ("spool-area-full", "printer-reason-memory"),
    ("printer-stopped", "printer-reason-paused"),
    ("printer-stopped-partly", "printer-reason-paused"),
    ("resources-are-not-ready", "printer-reason-paper-needed"),
    ("job-canceled-by-user", "printer-reason-cancelled"),
    ("job-canceled-by-operator", "printer-reason-cancelled"),
    ("job-canceled-at-device", "printer-reason-cancelled"),
    ("unsupported-document-format", "printer-reason-format"),
    ("document-format-error", "printer-reason-format"),
    ("job-completed-with-errors", "printer-reason-errors"),
    ("aborted-by-system", "printer-reason-aborted"),
];

/// Words that tell nothing a person must do something about.
const QUIET: &[&str] = &[
    "none",
    "job-completed-successfully",
    "job-completed-with-warnings",
    "job-printing",
    "job-queued",
    "job-incoming",
    "job-transforming",
    "job-data-insufficient",
    "processing-to-stop-point",
    "cups-waiting-for-job-completed",
    "cups-remote",
];

/// The sentences for reasons, each once, in the printer's order. A reason that is not known is
/// told by its keyword.
#[must_use]
pub fn sentences(reasons: &[String]) -> Vec<Sentence> {
    let mut out: Vec<Sentence> = Vec::new();
    for reason in reasons {
        let word = bare(reason);
        if QUIET.contains(&word) {
            continue;
        }
        let sentence = WORDS.iter().find(|(known, _)| *known == word).map_or_else(
            || Sentence::new("printer-reason-other").with("reason", word),
            |(_, id)| Sentence::new(id),
        );
        if !out.contains(&sentence) {
            out.push(sentence);
        }
    }
    out
}

/// Whether a reason stops the printer until a person does something.
#[must_use]
pub fn is_stop(reason: &str) -> bool {
    !reason.ends_with("-report")
        && !reason.ends_with("-warning")
        && matches!(
            bare(reason),
            "media-empty"
                | "media-needed"
                | "media-jam"
                | "input-tray-missing"
                | "output-area-full"
                | "cover-open"
                | "door-open"
                | "interlock-open"
                | "toner-empty"
                | "marker-supply-empty"
                | "offline"
                | "paused"
                | "shutdown"
                | "spool-area-full"
                | "printer-stopped"
                | "resources-are-not-ready"
        )
}

/// The keyword without its weight (`-error`, `-warning`, `-report`), unless that is part of it.
fn bare(reason: &str) -> &str {
    if WORDS.iter().any(|(known, _)| *known == reason) {
        return reason;
    }
    ["-error", "-warning", "-report"]
        .iter()
        .find_map(|ending| reason.strip_suffix(ending))
        .unwrap_or(reason)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn reasons_become_sentences_once() {
        let reasons = [
            "none",
            "media-empty-error",
            "media-empty",
            "door-open-report",
            "x-strange",
            "document-format-error",
        ]
        .map(str::to_owned);
        let ids: Vec<String> = sentences(&reasons).into_iter().map(|s| s.id).collect();
        assert_eq!(
            ids,
            [
                "printer-reason-paper-empty",
                "printer-reason-open",
                "printer-reason-other",
                "printer-reason-format"
            ]
        );
        assert!(is_stop("media-empty-error") && is_stop("media-empty"));
        assert!(
            !is_stop("media-empty-report") && !is_stop("media-low-warning") && !is_stop("none")
        );
    }
}
