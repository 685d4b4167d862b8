//! The rows that a file's import leaves out, as a file to correct and import again.

use super::file;
use super::plan::Planned;
use super::preview::plan_of;
use super::types::RefusedSave;
use crate::desk::Desk;
use crate::error::{FlowError, Result};
use crate::orders::types::Nothing;
use channels::{Reading, RefusedRow};
use domain::source::{RowProblem, Severity};
use domain::{Refusal, Sentence};
use std::collections::BTreeSet;
use words::Lang;

/// Saves the rows that were left out as a file of their own, each with its reason: those of orders
/// that could not be read, and those of orders that the shop does not take.
///
/// # Errors
/// As [`file::read`]; refused when nothing was left out; [`FlowError::File`].
pub async fn refused_save(desk: &Desk, ask: RefusedSave) -> Result<Nothing> {
    let mut read = file::read(desk, &ask.read).await?;
    let mut reader = desk.store.read().await?;
    let (_, planned) = plan_of(reader.db(), &read, &ask.read, desk.now()).await?;
    add_refused(&mut read.reading, &planned);
    if read.reading.refused_rows.is_empty() {
        return Err(Refusal::new("import-nothing-refused").into());
    }
    let lang = Lang::from_tag(&crate::desk::settings(reader.db()).await?.0.language);
    let header = words::say(lang, &Sentence::new("import-reason-column"));
    let bytes = channels::refused_rows::file(&read.bytes, &read.reading, &header, &|s| {
        words::say(lang, s)
    })
    .map_err(|refused| Refusal(refused.sentence()))?;
    std::fs::write(&ask.target, bytes).map_err(|source| FlowError::File {
        path: ask.target.clone(),
        source,
    })?;
    Ok(Nothing {})
}

/// Adds the rows of the orders that the plan refuses to those that the reader left out.
fn add_refused(reading: &mut Reading, planned: &[Planned]) {
    for (order, planned) in reading.orders.iter().zip(planned) {
        let (Planned::Refuse(why) | Planned::Other(why)) = planned else {
            continue;
        };
        let problem = u32::try_from(reading.problems.len()).unwrap_or(u32::MAX);
        reading.problems.push(RowProblem {
            row: order.row,
            column: String::new(),
            cell: String::new(),
            severity: Severity::Refused,
            sentence: why.clone(),
        });
        let rows: BTreeSet<u32> = std::iter::once(order.row)
            .chain(order.lines.iter().map(|line| line.row))
            .collect();
        let refused = rows.into_iter().map(|row| RefusedRow { row, problem });
        reading.refused_rows.extend(refused);
    }
}
