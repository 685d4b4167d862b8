//! What happened in the shop, told to the page.

use api::Changed;
use tauri::{AppHandle, Emitter};
use tokio::sync::broadcast::{Receiver, error::RecvError};

/// The event's name: rows of these tags and ids are stale on every screen that shows them.
const CHANGED: &str = "changed";
/// The page has missed some: everything it shows is stale.
const MISSED: &str = "missed";

/// Hands every change on to the window until the shop is closed.
pub(crate) fn forward(app: &AppHandle, mut changes: Receiver<Changed>) {
    let app = app.clone();
    tauri::async_runtime::spawn(async move {
        loop {
            let sent = match changes.recv().await {
                Ok(changed) => app.emit_to(super::window::MAIN, CHANGED, changed),
                // A page that slept through more changes than are kept reads everything anew.
                Err(RecvError::Lagged(_)) => app.emit_to(super::window::MAIN, MISSED, ()),
                Err(RecvError::Closed) => return,
            };
            if sent.is_err() {
                return;
            }
        }
    });
}
