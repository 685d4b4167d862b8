//! What is said to a person: a sentence's id in the catalogue and the values it needs.

use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;
use ts_rs::TS;

/// A value inside a sentence. Numbers stay numbers, so that each language can choose its plural.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(untagged)]
pub enum Value {
    /// A count, or another number that decides a plural.
    Number(#[ts(type = "number")] i64),
    /// Anything else, already written for the reader.
    Text(String),
}

impl From<i64> for Value {
    fn from(n: i64) -> Self {
        Self::Number(n)
    }
}

impl From<usize> for Value {
    fn from(n: usize) -> Self {
        Self::Number(i64::try_from(n).unwrap_or(i64::MAX))
    }
}

impl From<&str> for Value {
    fn from(s: &str) -> Self {
        Self::Text(s.to_owned())
    }
}

impl From<String> for Value {
    fn from(s: String) -> Self {
        Self::Text(s)
    }
}

/// One sentence of the catalogue with its values. `id` is a key of `words/en.ftl`.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct Sentence {
    /// The key in the catalogue.
    pub id: String,
    /// The values that the sentence names.
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    pub args: BTreeMap<String, Value>,
}

impl Sentence {
    /// A sentence without values.
    #[must_use]
    pub fn new(id: &str) -> Self {
        Self {
            id: id.to_owned(),
            args: BTreeMap::new(),
        }
    }

    /// The same sentence with one more value.
    #[must_use]
    pub fn with(mut self, name: &str, value: impl Into<Value>) -> Self {
        self.args.insert(name.to_owned(), value.into());
        self
    }
}

/// An answer of the domain: this cannot be done now, and why. Not a failure.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS, thiserror::Error)]
#[error("refused: {}", .0.id)]
pub struct Refusal(pub Sentence);

impl Refusal {
    /// A refusal that says the sentence `id`.
    #[must_use]
    pub fn new(id: &str) -> Self {
        Self(Sentence::new(id))
    }

    /// The same refusal with one more value for its sentence.
    #[must_use]
    pub fn with(self, name: &str, value: impl Into<Value>) -> Self {
        Self(self.0.with(name, value))
    }
}
