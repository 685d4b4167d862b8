//! Why it was not done, and the number it ends with.

use api::{ApiError, Code, Sentence};
use words::{Lang, say};

/// Why it was not done.
#[derive(Debug)]
pub(crate) enum Failure {
    /// A command said no.
    Api(Box<ApiError>),
    /// It was asked wrongly.
    Usage(Sentence),
    /// It was refused or failed here.
    Said(Sentence),
}

impl From<ApiError> for Failure {
    fn from(error: ApiError) -> Self {
        Self::Api(Box::new(error))
    }
}

impl Failure {
    /// A file that could not be read or written.
    pub(crate) fn file(path: &std::path::Path, error: &std::io::Error) -> Self {
        Self::Said(
            Sentence::new("cli-file")
                .with("path", path.display().to_string())
                .with("problem", error.to_string()),
        )
    }

    /// What the program ends with.
    pub(crate) fn code(&self) -> u8 {
        match self {
            Self::Usage(_) => 2,
            Self::Said(_) => 1,
            Self::Api(error) => match error.code {
                Code::InUse => 3,
                Code::Invalid
                | Code::Refused
                | Code::NotFound
                | Code::Stale
                | Code::Cancelled
                | Code::File
                | Code::Storage
                | Code::Printer
                | Code::Internal => 1,
            },
        }
    }

    /// Says it on standard error; as JSON for a program.
    pub(crate) fn tell(&self, json: bool) {
        let sentence = match self {
            Self::Api(error) => &error.message,
            Self::Usage(sentence) | Self::Said(sentence) => sentence,
        };
        let text = say(lang(), sentence);
        if json {
            let (code, trace) = match self {
                Self::Api(error) => (error.code.word(), error.trace.as_str()),
                Self::Usage(_) => ("usage", ""),
                Self::Said(_) => ("failed", ""),
            };
            let told = serde_json::json!({
                "error": { "code": code, "text": text, "message": sentence, "trace": trace },
            });
            eprintln!("{told}");
        } else {
            eprintln!("{text}");
            if let Self::Api(error) = self
                && error.code == Code::Internal
            {
                eprintln!("{}", error.trace);
            }
        }
    }
}

/// The language of this terminal.
pub(crate) fn lang() -> Lang {
    let set = ["LC_ALL", "LC_MESSAGES", "LANG"]
        .into_iter()
        .find_map(|name| std::env::var(name).ok().filter(|value| !value.is_empty()));
    Lang::from_tag(set.as_deref().unwrap_or("en"))
}
