//! Emptying pages of a finished document: who was on them is gone, the others keep their places.

use crate::PaperError;
use lopdf::{Dictionary, Document, Object, ObjectId, Stream, dictionary};

/// Empties these pages of a PDF (all of them when none is named), counted from 1. Size and number of the
/// pages stay, so a label that is known by its page is still found by it. What only the emptied pages
/// used is left out of the file.
///
/// # Errors
/// [`PaperError::Broken`] for bytes that are no PDF of ours.
pub fn empty_pages(pdf: &[u8], pages: &[u32]) -> Result<Vec<u8>, PaperError> {
    let broken = |error: lopdf::Error| PaperError::Broken(error.to_string());
    let mut file = Document::load_mem(pdf).map_err(broken)?;
    let empty = file.add_object(Stream::new(Dictionary::new(), Vec::new()));
    let ids: Vec<ObjectId> = file
        .get_pages()
        .into_iter()
        .filter(|(page, _)| pages.is_empty() || pages.contains(page))
        .map(|(_, id)| id)
        .collect();
    for id in ids {
        let page = file.get_dictionary_mut(id).map_err(broken)?;
        page.set("Contents", Object::Reference(empty));
        page.set("Resources", dictionary! {});
        for key in [b"Annots".as_slice(), b"Thumb", b"Metadata", b"PieceInfo"] {
            page.remove(key);
        }
    }
    file.prune_objects();
    let mut bytes = Vec::new();
    file.save_to(&mut bytes)
        .map_err(|error| PaperError::Broken(error.to_string()))?;
    Ok(bytes)
}
