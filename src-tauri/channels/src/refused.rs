//! Why a whole file is turned away.

use domain::Sentence;
use domain::say::Value;

/// A file that is not read at all. A single bad row is a [`domain::source::RowProblem`] instead.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum FileRefused {
    /// The file is not what it should be, or larger than it may be.
    #[error("the file is refused: {}", .0.id)]
    Because(Sentence),
    /// Whoever watched the reading asked for its end.
    #[error("reading was cancelled")]
    Cancelled,
}

impl FileRefused {
    /// A refusal that says the sentence `id`.
    #[must_use]
    pub fn new(id: &str) -> Self {
        Self::Because(Sentence::new(id))
    }

    /// The same refusal with one more value for its sentence.
    #[must_use]
    pub fn with(self, name: &str, value: impl Into<Value>) -> Self {
        match self {
            Self::Because(sentence) => Self::Because(sentence.with(name, value)),
            Self::Cancelled => Self::Cancelled,
        }
    }

    /// Whether it says the sentence `id`.
    #[must_use]
    pub fn is(&self, id: &str) -> bool {
        matches!(self, Self::Because(sentence) if sentence.id == id)
    }

    /// What to tell the person.
    #[must_use]
    pub fn sentence(&self) -> Sentence {
        match self {
            Self::Because(sentence) => sentence.clone(),
            Self::Cancelled => Sentence::new("import-cancelled"),
        }
    }
}

/// Why a file that is read from a disk gives no table.
#[derive(Debug, thiserror::Error)]
pub enum Unread {
    /// It is turned away.
    #[error(transparent)]
    Refused(#[from] FileRefused),
    /// The disk, or the network behind it.
    #[error("the file cannot be read")]
    Io(#[from] std::io::Error),
}

/// A size for a sentence: whole megabytes, rounded up.
pub(crate) fn megabytes(bytes: usize) -> i64 {
    i64::try_from(bytes.div_ceil(1024 * 1024)).unwrap_or(i64::MAX)
}
