//! The pages that name the people who are erased: which go, which stay, which are still needed.

use super::types::{KeptDocument, Privacy};
use crate::error::{FlowError, Result};
use domain::Millis;
use domain::id::DocumentId;
use std::collections::{BTreeMap, BTreeSet};
use store::tables::documents;
use store::tables::erasure::{self, PageRow};
use store::{Db, Write};

/// What the law may make a shop keep.
const KEPT_KINDS: [&str; 2] = ["invoice", "credit_note"];

/// What is made again from the rows at any time: nobody's work hangs on its paper.
const AGAIN: &str = "hand_over_list";

/// What becomes of the pages.
#[derive(Debug, Default)]
pub(super) struct Pages {
    /// Document → its pages that are emptied; none: all of it.
    pub(super) go: BTreeMap<i64, BTreeSet<i64>>,
    /// How many pages or documents these are.
    pub(super) count: i64,
    /// What stays.
    pub(super) kept: Vec<KeptDocument>,
    /// Orders of others that are in work and stand on one of the pages.
    pub(super) needed_by: Vec<i64>,
    mimes: BTreeMap<i64, String>,
}

/// Looks at the pages of these orders.
pub(super) async fn look(
    db: &mut Db,
    orders: &[i64],
    privacy: Privacy,
    now: Millis,
) -> Result<Pages> {
    let ours: BTreeSet<i64> = orders.iter().copied().collect();
    let mut pages = Pages::default();
    for row in erasure::pages(db, orders).await? {
        let PageRow {
            id,
            kind,
            mime,
            title,
            page,
            made_at,
        } = row;
        let until = privacy.until(made_at);
        if KEPT_KINDS.contains(&kind.as_str()) && until > now {
            pages.kept.push(KeptDocument {
                document: DocumentId(id),
                kind,
                title,
                until,
            });
            continue;
        }
        let others = if kind == AGAIN {
            Vec::new()
        } else {
            erasure::in_work_on(db, id, page).await?
        };
        for other in others {
            if !ours.contains(&other) && !pages.needed_by.contains(&other) {
                pages.needed_by.push(other);
            }
        }
        pages.count += 1;
        pages.mimes.insert(id, mime);
        let of = pages.go.entry(id).or_default();
        if page > 0 {
            of.insert(page);
        } else {
            // The document as a whole names them: no page of it can stay.
            of.insert(0);
        }
    }
    Ok(pages)
}

/// Empties what goes.
pub(super) async fn empty(w: &mut Write<'_>, pages: &Pages) -> Result<()> {
    for (id, of) in &pages.go {
        let Some((_, _, bytes)) = documents::bytes(w.db(), *id).await? else {
            continue;
        };
        let is_pdf = pages
            .mimes
            .get(id)
            .is_some_and(|mime| mime == "application/pdf");
        let emptied = if is_pdf {
            let of: Vec<u32> = if of.contains(&0) {
                Vec::new()
            } else {
                of.iter().filter_map(|p| u32::try_from(*p).ok()).collect()
            };
            paper::empty_pages(&bytes, &of).map_err(|error| {
                FlowError::Store(store::StoreError::Damaged(format!(
                    "document {id}: {error}"
                )))
            })?
        } else {
            Vec::new()
        };
        erasure::save_bytes(w.db(), *id, emptied).await?;
    }
    Ok(())
}
