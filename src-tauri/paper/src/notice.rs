//! What a layout has to tell: what it dropped or shortened, and why it refuses to print.

use domain::Sentence;
use serde::{Deserialize, Serialize};

/// Which part of a document a sentence is about. Its name is a key of the catalogue.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Field {
    /// Any line of the recipient's address.
    Recipient,
    /// Any line of the sender's address.
    Sender,
    /// The service's name.
    Service,
    /// The order number or another reference.
    Reference,
    /// The tracking number.
    Tracking,
    /// The routing note.
    Routing,
    /// A line that the shop adds: a note, the text about returns.
    Note,
    /// The message of a gift.
    GiftMessage,
    /// A line of goods.
    Goods,
    /// A bin, a batch or a tote.
    Bin,
    /// A fixed word of the document itself.
    Heading,
}

impl Field {
    /// The catalogue's key of the part's name, such as `paper-field-recipient`.
    #[must_use]
    pub const fn key(self) -> &'static str {
        match self {
            Self::Recipient => "paper-field-recipient",
            Self::Sender => "paper-field-sender",
            Self::Service => "paper-field-service",
            Self::Reference => "paper-field-reference",
            Self::Tracking => "paper-field-tracking",
            Self::Routing => "paper-field-routing",
            Self::Note => "paper-field-note",
            Self::GiftMessage => "paper-field-gift-message",
            Self::Goods => "paper-field-goods",
            Self::Bin => "paper-field-bin",
            Self::Heading => "paper-field-heading",
        }
    }

    const fn short(self) -> &'static str {
        match self {
            Self::Recipient => "recipient",
            Self::Sender => "sender",
            Self::Service => "service",
            Self::Reference => "reference",
            Self::Tracking => "tracking",
            Self::Routing => "routing",
            Self::Note => "note",
            Self::GiftMessage => "gift-message",
            Self::Goods => "goods",
            Self::Bin => "bin",
            Self::Heading => "heading",
        }
    }
}

/// Something that a person should know about a document that was made all the same.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub enum Notice {
    /// Emoji or control characters do not print and were left out.
    Dropped {
        /// Which document of the batch, from 0.
        document: usize,
        /// Where they stood.
        field: Field,
        /// The first few code points, as `U+1F600`.
        codes: String,
    },
    /// The text did not fit even at the smallest size; it ends in `…`.
    Overlong {
        /// Which document of the batch, from 0.
        document: usize,
        /// Which text.
        field: Field,
        /// The words that are not on the paper, at most 80 characters.
        missing: String,
    },
    /// The number cannot be a barcode of this width and is printed as text only.
    NoBarcode {
        /// Which document of the batch, from 0.
        document: usize,
        /// Which number.
        field: Field,
    },
}

impl Notice {
    /// Which document of the batch, from 0.
    #[must_use]
    pub const fn document(&self) -> usize {
        match self {
            Self::Dropped { document, .. }
            | Self::Overlong { document, .. }
            | Self::NoBarcode { document, .. } => *document,
        }
    }

    /// The sentence for the person. `{ $field }` is one of [`Field`]'s short names.
    #[must_use]
    pub fn sentence(&self) -> Sentence {
        match self {
            Self::Dropped { field, codes, .. } => Sentence::new("paper-letters-dropped")
                .with("field", field.short())
                .with("codes", codes.as_str()),
            Self::Overlong { field, missing, .. } => Sentence::new("paper-text-too-long")
                .with("field", field.short())
                .with("missing", missing.as_str()),
            Self::NoBarcode { field, .. } => {
                Sentence::new("paper-no-barcode").with("field", field.short())
            }
        }
    }
}

/// Why one document of a batch cannot be printed.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub enum Block {
    /// No bundled font has this letter; an empty box on a parcel would lose it.
    NoLetter {
        /// Which document of the batch, from 0.
        document: usize,
        /// Where it stands.
        field: Field,
        /// The letter.
        letter: char,
    },
    /// The recipient's address is empty.
    NoRecipient {
        /// Which document of the batch, from 0.
        document: usize,
    },
}

impl Block {
    /// Which document of the batch, from 0.
    #[must_use]
    pub const fn document(&self) -> usize {
        match self {
            Self::NoLetter { document, .. } | Self::NoRecipient { document } => *document,
        }
    }

    /// The sentence for the person, with the code point as `U+XXXX`.
    #[must_use]
    pub fn sentence(&self) -> Sentence {
        match self {
            Self::NoLetter { field, letter, .. } => Sentence::new("paper-letter-without-font")
                .with("field", field.short())
                .with("letter", letter.to_string())
                .with("code", code_point(*letter)),
            Self::NoRecipient { .. } => Sentence::new("paper-no-recipient"),
        }
    }
}

/// Why there is no document.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum PaperError {
    /// Some documents of the batch cannot be printed; the others can, without these.
    #[error("{} of the batch cannot be printed", .0.len())]
    Blocked(Vec<Block>),
    /// A batch without a document.
    #[error("nothing to print")]
    Empty,
    /// The picture is not a PNG that can be read.
    #[error("the logo is not a readable PNG: {0}")]
    Logo(String),
    /// A bundled font or the PDF writer failed: a defect of ours, with what it said.
    #[error("the document could not be written: {0}")]
    Broken(String),
}

impl PaperError {
    /// The sentence for the person; for [`PaperError::Blocked`] that of the first block.
    #[must_use]
    pub fn sentence(&self) -> Sentence {
        match self {
            Self::Blocked(blocks) => blocks
                .first()
                .map_or_else(|| Sentence::new("paper-nothing"), Block::sentence),
            Self::Empty => Sentence::new("paper-nothing"),
            Self::Logo(_) => Sentence::new("paper-logo-unreadable"),
            Self::Broken(_) => Sentence::new("paper-broken"),
        }
    }
}

/// `U+00E9`: at least four hexadecimal digits, as the Unicode Standard writes a code point.
pub(crate) fn code_point(letter: char) -> String {
    format!("U+{:04X}", u32::from(letter))
}
