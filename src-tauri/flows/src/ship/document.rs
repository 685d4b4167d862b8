//! Documents: kept once with their exact bytes, read by whoever shows or saves them.

use super::paper_words::sha256;
use super::slips::outdated;
use crate::desk::Desk;
use crate::error::{FlowError, Result};
use domain::{Refusal, Sentence};
use paper::{Document, LabelPlace, PaperError};
use std::collections::BTreeSet;
use store::row::insert_all;
use store::rows::{DocumentOrderRow, LabelRow};
use store::tables::documents::{self, Head, NewDocument};
use store::tables::ship;
use store::{Db, Write};

/// A document as it may leave the shop now: to a printer, to a file, to a screen.
#[derive(Debug)]
pub(super) struct Paper {
    /// Its MIME type.
    pub(super) mime: String,
    /// A file's name for it.
    pub(super) name: String,
    /// The bytes.
    pub(super) bytes: Vec<u8>,
    /// Labels on the asked pages that were retired: they are not in the bytes.
    pub(super) retired: Vec<LabelRow>,
    /// Pages among the asked ones with a packing slip whose order was changed since, and that order: they
    /// are not in the bytes either.
    pub(super) outdated: Vec<(i64, i64)>,
}

/// A document's MIME type, name and bytes; of one page alone when one is named, from 1. Retired labels and
/// packing slips that are older than their order are not among them.
///
/// # Errors
/// [`FlowError::NotFound`]; refused for a page that it does not have, and where nothing of the asked pages
/// is left; the store's.
pub async fn bytes(desk: &Desk, id: i64, page: Option<i64>) -> Result<(String, String, Vec<u8>)> {
    let paper = paper(desk, id, page).await?;
    Ok((paper.mime, paper.name, paper.bytes))
}

/// The same with what was left out.
///
/// # Errors
/// As [`bytes`].
pub(super) async fn paper(desk: &Desk, id: i64, page: Option<i64>) -> Result<Paper> {
    let mut reader = desk.store.read().await?;
    let head = documents::head(reader.db(), id)
        .await?
        .ok_or(FlowError::NotFound("document"))?;
    let (mime, name, bytes) = documents::bytes(reader.db(), id)
        .await?
        .ok_or(FlowError::NotFound("document"))?;
    let labels = labels_on(reader.db(), &head, page).await?;
    let outdated = outdated_on(reader.db(), &head, page).await?;
    drop(reader);
    if page.is_some_and(|page| !(1..=head.pages).contains(&page)) {
        let sentence = Sentence::new("document-no-page")
            .with("page", page.unwrap_or_default())
            .with("pages", head.pages);
        return Err(FlowError::Invalid {
            field: "page",
            sentence,
        });
    }
    let (retired, live): (Vec<LabelRow>, Vec<LabelRow>) =
        labels.into_iter().partition(|l| l.state == "retired");
    if live.is_empty() && !retired.is_empty() {
        return Err(Refusal::new("print-retired").into());
    }
    let old: BTreeSet<i64> = outdated.iter().map(|(page, _)| *page).collect();
    let asked = if page.is_some() { 1 } else { head.pages };
    if !old.is_empty() && i64::try_from(old.len()).unwrap_or(i64::MAX) >= asked {
        return Err(Refusal::new("print-slip-old").into());
    }
    let alone = page.filter(|_| head.pages > 1);
    let name = match (alone, name.rsplit_once('.')) {
        (None, _) => name,
        (Some(page), Some((stem, ending))) => format!("{stem}-{page}.{ending}"),
        (Some(page), None) => format!("{name}-{page}"),
    };
    let number = |n: Option<i64>| n.and_then(|n| u32::try_from(n).ok()).unwrap_or(1);
    // Of one page alone, the page is the first.
    let shown = |label: &LabelRow| alone.map_or_else(|| number(label.page), |_| 1);
    let out: Vec<LabelPlace> = retired
        .iter()
        .map(|label| LabelPlace {
            page: shown(label),
            place: number(label.place),
            places: number(label.places),
        })
        .collect();
    let mut empty: Vec<u32> = retired.iter().map(shown).collect();
    empty.retain(|page| !live.iter().any(|label| shown(label) == *page));
    empty.extend(old.iter().map(|page| number(Some(*page))));
    let bytes = if alone.is_none() && out.is_empty() && empty.is_empty() {
        bytes
    } else {
        let alone = alone.map(|page| number(Some(page)));
        tokio::task::spawn_blocking(move || cut(bytes, alone, &out, &empty))
            .await
            .map_err(|error| FlowError::Printer(error.to_string()))?
            .map_err(|error| Refusal(error.sentence()))?
    };
    Ok(Paper {
        mime,
        name,
        bytes,
        retired,
        outdated,
    })
}

fn cut(
    mut bytes: Vec<u8>,
    alone: Option<u32>,
    out: &[LabelPlace],
    empty: &[u32],
) -> Result<Vec<u8>, PaperError> {
    if let Some(page) = alone {
        bytes = paper::only_page(&bytes, page)?;
    }
    if !out.is_empty() || !empty.is_empty() {
        bytes = paper::leave_out(&bytes, out, empty)?;
    }
    Ok(bytes)
}

/// The labels on a page of a document, on all of it when none is named; none for other documents.
///
/// # Errors
/// The store's.
pub(super) async fn labels_on(
    db: &mut Db,
    head: &Head,
    page: Option<i64>,
) -> Result<Vec<LabelRow>> {
    if head.kind != "label" {
        return Ok(Vec::new());
    }
    let mut labels = ship::labels_on(db, &[head.id]).await?;
    labels.retain(|l| page.is_none() || l.page == page);
    Ok(labels)
}

/// Which of the asked pages are packing slips that are older than their order, with that order.
///
/// # Errors
/// The store's.
pub(super) async fn outdated_on(
    db: &mut Db,
    head: &Head,
    page: Option<i64>,
) -> Result<Vec<(i64, i64)>> {
    let pages = outdated::pages(db, head).await?.into_iter();
    Ok(pages
        .filter(|p| page.is_none_or(|asked| asked == p.page))
        .map(|p| (p.page, p.order_id))
        .collect())
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
            told: String::new(),
        })
        .collect();
    Ok(insert_all(w.db(), &rows).await?)
}
