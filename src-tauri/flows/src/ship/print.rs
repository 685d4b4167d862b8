//! Printing: bytes that exist go to a printer, and every print is written down. It never touches
//! what was bought.

use super::document::{self, Paper};
use super::paper_words::sha256;
use super::types::{Print, PrintWay, Printed};
use crate::desk::{self, Desk};
use crate::error::{FlowError, Result};
use domain::{Refusal, Sentence};
use printers::{PrintJob, Target};
use std::collections::BTreeSet;
use store::row::{insert_all, save_all};
use store::rows::PrintJournalRow;
use store::tables::documents::Head;
use store::tables::{documents, orders as order_tables, ship};
use store::{Event, Tag};

/// So often paper is made ready again because a label was retired meanwhile; then whoever asked looks again.
const MOST_TRIES: u32 = 5;

/// Prints a document; or says that its PDF is to be opened on screen, or saved, and writes that down as
/// what it is.
///
/// A second print of a label asks for a reason once there may be paper with it: it went to a printer and no
/// error is known to have kept it from coming out, it was saved, or it was opened on screen. The last is the
/// only way to paper of a shop without a chosen printer, and nobody hears what a viewer does; two parcels with
/// one label cost more than one sentence. Saving asks nothing: it makes no paper.
///
/// # Errors
/// Refused for a second print of a label without a reason, where every label asked for was retired or every
/// packing slip is older than its order (some of them are left out and named), and where a printer is meant and none is chosen; [`FlowError::Printer`]; the store's.
pub async fn print(desk: &Desk, ask: Print) -> Result<Printed> {
    let id = ask.document.0;
    let mut reader = desk.store.read().await?;
    let head = documents::head(reader.db(), id)
        .await?
        .ok_or(FlowError::NotFound("document"))?;
    let (settings, _) = desk::settings(reader.db()).await?;
    drop(reader);
    let choice = if head.kind == "label" {
        settings.label_printer
    } else {
        settings.paper_printer
    };
    let to_file = ask.way == PrintWay::File;
    let outcome = match ask.way {
        PrintWay::File => "saved",
        PrintWay::Printer | PrintWay::PrinterOnly if !choice.uri.is_empty() => "sending",
        PrintWay::Printer => "viewer",
        PrintWay::PrinterOnly => {
            // An id is a name: as a number its thousands would be marked.
            let refusal = Refusal::new("print-no-printer").with("document", id.to_string());
            return Err(refusal.into());
        }
    };
    // One label is printed alone, whatever was made with it.
    let mut tries = 0;
    let (row, paper) = loop {
        tries += 1;
        let paper = document::paper(desk, id, ask.page).await?;
        let row = PrintJournalRow {
            id: 0,
            document_id: id,
            page: ask.page,
            sha256: sha256(&paper.bytes),
            printer: if to_file {
                String::new()
            } else {
                choice.name.clone()
            },
            copies: if to_file {
                1
            } else {
                i64::from(choice.copies.max(1))
            },
            at: desk.now(),
            staff_id: desk.actor().staff.0,
            reason: ask.reason.trim().to_owned(),
            outcome: outcome.to_owned(),
        };
        // Written down before a byte leaves: whatever happens then, it may have been printed.
        if let Some(row) = begin(desk, &head, row, &paper).await? {
            break (row, paper);
        }
        if tries == MOST_TRIES {
            return Err(FlowError::Stale);
        }
    };
    let mut notices = left_out(desk, &paper).await?;
    let mut printed = Printed {
        outcome: outcome.to_owned(),
        printer: String::new(),
        sentence: Sentence::new(if to_file {
            "print-saved"
        } else {
            "print-opened-on-screen"
        }),
        notices: Vec::new(),
    };
    if outcome != "sending" {
        printed.notices = notices;
        return Ok(printed);
    }
    let job = PrintJob {
        bytes: paper.bytes,
        mime: paper.mime,
        title: paper.name,
        copies: u16::try_from(choice.copies.clamp(1, 9)).unwrap_or(1),
        media: (!choice.media.is_empty()).then(|| choice.media.clone()),
        user: String::from("backroom"),
    };
    let target = Target::Ipp {
        uri: choice.uri.clone(),
    };
    let mut row = row;
    let sent = tokio::task::spawn_blocking(move || printers::print(&target, &job))
        .await
        .map_err(|e| FlowError::Printer(e.to_string()))?;
    match sent {
        Ok(sent) => {
            row.outcome = "sent".to_owned();
            settle(desk, row).await?;
            notices.extend(sent.notes);
            Ok(Printed {
                outcome: "sent".to_owned(),
                printer: choice.name.clone(),
                sentence: Sentence::new("print-sent").with("printer", choice.name),
                notices,
            })
        }
        Err(error) => {
            row.outcome = if error.may_have_printed() {
                "unclear"
            } else {
                "failed"
            }
            .to_owned();
            settle(desk, row).await?;
            Err(Refusal(error.sentence()).into())
        }
    }
}

/// Writes down a print that begins, in the one change that also looks whether it may: of two who print the
/// same label at the same moment the second is asked why. Nothing when a label was retired while the paper
/// was made ready: then it has to be made ready again.
async fn begin(
    desk: &Desk,
    head: &Head,
    mut row: PrintJournalRow,
    paper: &Paper,
) -> Result<Option<PrintJournalRow>> {
    let mut w = desk.write().await?;
    let labels = document::labels_on(w.db(), head, row.page).await?;
    let retired = labels.iter().filter(|l| l.state == "retired").map(|l| l.id);
    let same = retired.eq(paper.retired.iter().map(|l| l.id));
    if !same || document::outdated_on(w.db(), head, row.page).await? != paper.outdated {
        w.rollback().await?;
        return Ok(None);
    }
    let earlier = documents::prints(w.db(), head.id).await?;
    let again = earlier.iter().any(|p| {
        p.outcome != "failed" && (p.page.is_none() || p.page == row.page || row.page.is_none())
    });
    if head.kind == "label" && again && row.outcome != "saved" && row.reason.is_empty() {
        w.rollback().await?;
        return Err(FlowError::Invalid {
            field: "reason",
            sentence: Sentence::new("print-again-why"),
        });
    }
    row.id = w.id().await?;
    w.journal(
        Event::new(match row.outcome.as_str() {
            "viewer" => "document_opened",
            "saved" => "document_saved",
            _ => "printed",
        })
        .thing(row.document_id)
        .data(&serde_json::json!({
            "printer": row.printer, "outcome": row.outcome, "page": row.page, "reason": row.reason,
        })),
    );
    let rows = [row];
    insert_all(w.db(), &rows).await?;
    w.stale(&[Tag::Documents]);
    w.commit().await?;
    let [row] = rows;
    Ok(Some(row))
}

/// Names the parcels whose retired labels, and the orders whose old slips, are not on the paper.
async fn left_out(desk: &Desk, paper: &Paper) -> Result<Vec<Sentence>> {
    let mut said = Vec::new();
    if !paper.retired.is_empty() {
        let ids: Vec<i64> = paper.retired.iter().map(|l| l.parcel_id).collect();
        let mut reader = desk.store.read().await?;
        let parcels = ship::parcels(reader.db(), &ids).await?;
        let numbers: Vec<String> = parcels.into_iter().map(|p| p.number).collect();
        said.push(
            Sentence::new("print-left-out")
                .with("count", paper.retired.len())
                .with("parcels", numbers.join(", ")),
        );
    }
    if !paper.outdated.is_empty() {
        let ids: BTreeSet<i64> = paper.outdated.iter().map(|(_, order)| *order).collect();
        let ids: Vec<i64> = ids.into_iter().collect();
        let mut reader = desk.store.read().await?;
        let orders = order_tables::by_ids(reader.db(), &ids).await?;
        let numbers: Vec<String> = orders.into_iter().map(|o| o.number).collect();
        said.push(
            Sentence::new("print-slips-left-out")
                .with("count", numbers.len())
                .with("orders", numbers.join(", ")),
        );
    }
    Ok(said)
}

/// Writes down what became of it.
async fn settle(desk: &Desk, row: PrintJournalRow) -> Result<()> {
    let mut w = desk.write().await?;
    w.journal(
        Event::new("print_ended")
            .thing(row.document_id)
            .data(&serde_json::json!({ "outcome": row.outcome, "page": row.page })),
    );
    save_all(w.db(), 1, &[row]).await?;
    w.stale(&[Tag::Documents]);
    w.commit().await?;
    Ok(())
}
