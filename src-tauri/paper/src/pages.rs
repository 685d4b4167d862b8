//! One page of a finished document, as a file of its own: a label is printed alone, whatever was made with it.

use crate::PaperError;
use lopdf::Document;

/// The PDF with nothing but this page, counted from 1. What only the others used is left out. The same
/// page of the same file is always the same bytes.
///
/// # Errors
/// [`PaperError::Broken`] for bytes that are no PDF of ours, or without such a page.
pub fn only_page(pdf: &[u8], page: u32) -> Result<Vec<u8>, PaperError> {
    let mut file =
        Document::load_mem(pdf).map_err(|error| PaperError::Broken(error.to_string()))?;
    let others: Vec<u32> = file
        .get_pages()
        .into_keys()
        .filter(|n| *n != page)
        .collect();
    if others.len() == file.get_pages().len() {
        return Err(PaperError::Broken(format!("no page {page}")));
    }
    file.delete_pages(&others);
    file.prune_objects();
    let mut bytes = Vec::new();
    file.save_to(&mut bytes)
        .map_err(|error| PaperError::Broken(error.to_string()))?;
    Ok(bytes)
}
