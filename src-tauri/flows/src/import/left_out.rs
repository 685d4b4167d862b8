//! The rows that a file's import leaves out, as a file to correct and import again.

use super::file;
use super::known;
use super::plan::Planned;
use super::preview::planned;
use super::types::RefusedSave;
use crate::desk::Desk;
use crate::error::{FlowError, Result};
use crate::orders::types::Nothing;
use channels::refused_rows::LeftOut;
use channels::{Reading, RefusedRow, Unread};
use domain::source::{RowProblem, Severity, SourceOrder};
use domain::{Refusal, Sentence};
use std::collections::BTreeSet;
use std::io::{BufWriter, Write as _};
use words::Lang;

/// Saves the rows that were left out as a file of their own, each with its reason: those of orders
/// that could not be read, and those of orders that the shop does not take.
///
/// # Errors
/// As [`file::read`]; refused when nothing was left out; [`FlowError::File`].
pub async fn refused_save(desk: &Desk, ask: RefusedSave) -> Result<Nothing> {
    let mut read = file::read(desk, &ask.read).await?;
    let mut reader = desk.store.read().await?;
    let channel = read.into.channel.as_ref().map(|c| c.id);
    let known = known::look_up(reader.db(), channel, ask.read.on_shelf, &read.orders).await?;
    for part in read.orders.parts() {
        let part = part?;
        let planned = planned(reader.db(), &part, &known, &ask.read, desk.now()).await?;
        add_refused(&mut read.reading, &part.orders, &planned);
    }
    if read.reading.refused_rows.is_empty() {
        return Err(Refusal::new("import-nothing-refused").into());
    }
    let lang = Lang::from_tag(&crate::desk::settings(reader.db()).await?.0.language);
    let header = words::say(lang, &Sentence::new("import-reason-column"));
    let (path, sha256, reading) = (ask.read.path, read.sha256, read.reading);
    drop(read.orders);
    let writing = tokio::task::spawn_blocking(move || {
        let left_out = LeftOut::from(&reading);
        let table = file::open(&path, &left_out.chosen())?;
        if file::hash_of(&path)? != sha256 {
            return Err(FlowError::Stale);
        }
        let io = |source| FlowError::File {
            path: ask.target.clone(),
            source,
        };
        let mut target = BufWriter::new(std::fs::File::create(&ask.target).map_err(io)?);
        let say = |sentence: &Sentence| words::say(lang, sentence);
        channels::refused_rows::write(&table, left_out, &header, &say, &mut target).map_err(
            |unread| match unread {
                Unread::Refused(refused) => Refusal(refused.sentence()).into(),
                Unread::Io(source) => io(source),
            },
        )?;
        target.flush().map_err(io)
    });
    writing
        .await
        .map_err(|error| FlowError::Printer(error.to_string()))??;
    Ok(Nothing {})
}

/// Adds the rows of the orders that the plan refuses to those that the reader left out.
fn add_refused(reading: &mut Reading, orders: &[SourceOrder], planned: &[Planned]) {
    for (order, planned) in orders.iter().zip(planned) {
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
