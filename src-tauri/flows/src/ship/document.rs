//! Documents: kept once with their exact bytes, read by whoever shows or saves them.

use super::paper_words::sha256;
use crate::desk::Desk;
use crate::error::{FlowError, Result};
use domain::{Refusal, Sentence};
use paper::Document;
use store::Write;
use store::row::insert_all;
use store::rows::DocumentOrderRow;
use store::tables::documents::{self, NewDocument};

/// A document's MIME type, name and bytes; of one page alone when one is named, from 1.
///
/// # Errors
/// [`FlowError::NotFound`]; refused for a page that it does not have; the store's.
pub async fn bytes(desk: &Desk, id: i64, page: Option<i64>) -> Result<(String, String, Vec<u8>)> {
    let mut reader = desk.store.read().await?;
    let head = documents::head(reader.db(), id)
        .await?
        .ok_or(FlowError::NotFound("document"))?;
    let (mime, name, bytes) = documents::bytes(reader.db(), id)
        .await?
        .ok_or(FlowError::NotFound("document"))?;
    drop(reader);
    let Some(page) = page else {
        return Ok((mime, name, bytes));
    };
    let inside = u32::try_from(page)
        .ok()
        .filter(|_| (1..=head.pages).contains(&page));
    let Some(number) = inside else {
        let sentence = Sentence::new("document-no-page")
            .with("page", page)
            .with("pages", head.pages);
        return Err(FlowError::Invalid {
            field: "page",
            sentence,
        });
    };
    if head.pages == 1 {
        return Ok((mime, name, bytes));
    }
    let name = match name.rsplit_once('.') {
        Some((stem, ending)) => format!("{stem}-{page}.{ending}"),
        None => format!("{name}-{page}"),
    };
    let one = tokio::task::spawn_blocking(move || paper::only_page(&bytes, number))
        .await
        .map_err(|error| FlowError::Printer(error.to_string()))?
        .map_err(|error| Refusal(error.sentence()))?;
    Ok((mime, name, one))
}

/// A document that was kept.
#[derive(Debug, Clone, Copy)]
pub(super) struct Kept {
    /// Its id.
    pub(super) id: i64,
    /// Its pages.
    pub(super) pages: i64,
}

/// Keeps a document that was made: its exact bytes, with their hash.
///
/// # Errors
/// Refused when it cannot be written as a file; the store's.
pub(super) async fn keep(
    w: &mut Write<'_>,
    kind: &'static str,
    title: String,
    document: &Document,
) -> Result<Kept> {
    let bytes = document.pdf().map_err(|e| Refusal(e.sentence()))?;
    let pages = i64::try_from(document.pages.len()).unwrap_or(0);
    keep_file(w, kind, "application/pdf", title, pages, bytes).await
}

/// Keeps a file of any form. `pages` is 0 for one that has none.
///
/// # Errors
/// The store's.
pub(super) async fn keep_file(
    w: &mut Write<'_>,
    kind: &'static str,
    mime: &'static str,
    title: String,
    pages: i64,
    bytes: Vec<u8>,
) -> Result<Kept> {
    let id = w.id().await?;
    let new = NewDocument {
        id,
        kind,
        mime,
        title,
        pages,
        sha256: sha256(&bytes),
        bytes,
    };
    let (now, staff) = (w.now(), w.actor().staff.0);
    documents::add(w.db(), new, now, staff).await?;
    Ok(Kept { id, pages })
}

/// Says whose a document is: pages from 1 and the orders on them; page 0 is all of it.
///
/// # Errors
/// The store's.
pub(super) async fn speaks_of(
    w: &mut Write<'_>,
    document: Kept,
    of: impl IntoIterator<Item = (i64, i64)>,
) -> Result<()> {
    let rows: Vec<DocumentOrderRow> = of
        .into_iter()
        .map(|(page, order_id)| DocumentOrderRow {
            document_id: document.id,
            page,
            order_id,
        })
        .collect();
    Ok(insert_all(w.db(), &rows).await?)
}
