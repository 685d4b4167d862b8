//! The printers that this computer knows.

use super::types::FoundPrinter;
use crate::desk::{self, Desk};
use crate::error::{FlowError, Result};
use crate::orders::types::Nothing;
use domain::Sentence;
use printers::{PrintError, PrinterState};
use words::Lang;

/// The queues of this computer's print system, by name; none where there is no print system.
///
/// # Errors
/// [`FlowError::Printer`] when the print system answers with something else than printers.
pub async fn printers_list(desk: &Desk, _: Nothing) -> Result<Vec<FoundPrinter>> {
    let mut reader = desk.store.read().await?;
    let lang = match desk::settings(reader.db()).await {
        Ok((settings, _)) => Lang::from_tag(&settings.language),
        Err(FlowError::NoShop) => Lang::En,
        Err(error) => return Err(error),
    };
    drop(reader);
    let found = tokio::task::spawn_blocking(printers::queues)
        .await
        .map_err(|e| FlowError::Printer(e.to_string()))?;
    match found {
        Ok(queues) => Ok(queues
            .into_iter()
            .map(|queue| FoundPrinter {
                state: state(&queue, lang),
                name: if queue.info.is_empty() {
                    queue.name
                } else {
                    queue.info
                },
                uri: queue.uri,
            })
            .collect()),
        Err(PrintError::NoQueues(_)) => Ok(Vec::new()),
        Err(error) => Err(FlowError::Printer(error.to_string())),
    }
}

/// What keeps a printer from printing, else what it is doing.
fn state(queue: &printers::Printer, lang: Lang) -> String {
    let reason = printers::sentences(&queue.reasons).into_iter().next();
    let sentence = reason.unwrap_or_else(|| {
        Sentence::new(match (queue.accepting, queue.state) {
            (false, _) => "printer-state-closed",
            (true, PrinterState::Idle) => "printer-state-idle",
            (true, PrinterState::Processing) => "printer-state-busy",
            (true, PrinterState::Stopped) => "printer-state-stopped",
            (true, PrinterState::Unknown) => "printer-state-unknown",
        })
    });
    words::say(lang, &sentence)
}
