//! Printing: bytes that exist go to a printer, and every print is written down. It never touches
//! what was bought.

use super::document;
use super::paper_words::sha256;
use super::types::{Print, PrintWay, Printed};
use crate::desk::{self, Desk};
use crate::error::{FlowError, Result};
use domain::{Refusal, Sentence};
use printers::{PrintJob, Target};
use store::row::{insert_all, save_all};
use store::rows::PrintJournalRow;
use store::tables::{documents, ship};
use store::{Event, Tag};

/// Prints a document; or says that its PDF is to be opened on screen, or saved, and writes that down as
/// what it is.
///
/// A second print of a label asks for a reason once there may be paper with it: it went to a printer and no
/// error is known to have kept it from coming out, it was saved, or it was opened on screen. The last is the
/// only way to paper of a shop without a chosen printer, and nobody hears what a viewer does; two parcels with
/// one label cost more than one sentence. Saving asks nothing: it makes no paper.
///
/// # Errors
/// Refused for a second print of a label without a reason, for a retired label, and where a printer is
/// meant and none is chosen; [`FlowError::Printer`]; the store's.
pub async fn print(desk: &Desk, ask: Print) -> Result<Printed> {
    let id = ask.document.0;
    let mut reader = desk.store.read().await?;
    let head = documents::head(reader.db(), id)
        .await?
        .ok_or(FlowError::NotFound("document"))?;
    let (settings, _) = desk::settings(reader.db()).await?;
    let label = head.kind == "label";
    let earlier = documents::prints(reader.db(), id).await?;
    let again = earlier.iter().any(|p| {
        p.outcome != "failed" && (p.page.is_none() || p.page == ask.page || ask.page.is_none())
    });
    let to_file = ask.way == PrintWay::File;
    if label && again && !to_file && ask.reason.trim().is_empty() {
        return Err(FlowError::Invalid {
            field: "reason",
            sentence: Sentence::new("print-again-why"),
        });
    }
    if label && !to_file && ship::document_is_retired(reader.db(), id, ask.page).await? {
        return Err(Refusal::new("print-retired").into());
    }
    drop(reader);
    // One label is printed alone, whatever was made with it.
    let (mime, title, bytes) = document::bytes(desk, id, ask.page).await?;
    let choice = if label {
        settings.label_printer
    } else {
        settings.paper_printer
    };
    let mut row = PrintJournalRow {
        id: 0,
        document_id: id,
        page: ask.page,
        sha256: sha256(&bytes),
        printer: choice.name.clone(),
        copies: i64::from(choice.copies.max(1)),
        at: desk.now(),
        staff_id: desk.actor().staff.0,
        reason: ask.reason.trim().to_owned(),
        outcome: "sending".to_owned(),
    };
    if to_file {
        row.printer = String::new();
        row.copies = 1;
        row.outcome = "saved".to_owned();
        journal(desk, row).await?;
        return Ok(Printed {
            outcome: "saved".to_owned(),
            printer: String::new(),
            sentence: Sentence::new("print-saved"),
        });
    }
    if choice.uri.is_empty() && ask.way == PrintWay::PrinterOnly {
        return Err(Refusal::new("print-no-printer").with("document", id).into());
    }
    if choice.uri.is_empty() {
        row.outcome = "viewer".to_owned();
        journal(desk, row).await?;
        return Ok(Printed {
            outcome: "viewer".to_owned(),
            printer: String::new(),
            sentence: Sentence::new("print-opened-on-screen"),
        });
    }
    let job = PrintJob {
        bytes,
        mime,
        title,
        copies: u16::try_from(choice.copies.clamp(1, 9)).unwrap_or(1),
        media: (!choice.media.is_empty()).then(|| choice.media.clone()),
        user: String::from("backroom"),
    };
    let target = Target::Ipp {
        uri: choice.uri.clone(),
    };
    // Written down before a byte leaves: whatever happens then, it may have been printed.
    let mut row = journal(desk, row).await?;
    let sent = tokio::task::spawn_blocking(move || printers::print(&target, &job))
        .await
        .map_err(|e| FlowError::Printer(e.to_string()))?;
    match sent {
        Ok(_) => {
            row.outcome = "sent".to_owned();
            settle(desk, row).await?;
            Ok(Printed {
                outcome: "sent".to_owned(),
                printer: choice.name.clone(),
                sentence: Sentence::new("print-sent").with("printer", choice.name),
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

/// Writes down a print that begins.
async fn journal(desk: &Desk, mut row: PrintJournalRow) -> Result<PrintJournalRow> {
    let mut w = desk.write().await?;
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
    Ok(row)
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
