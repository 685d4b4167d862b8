//! The one command. Names that begin with `shell_` are of this computer, all others of the shop.

use super::desk::Desk;
use super::files::Picked;
use super::{errors, own};
use api::ApiError;
use serde_json::Value;
use tauri::{AppHandle, State};

/// Answers one request of the page.
///
/// There is no isolation frame between the page and this command: its purpose is to let a script
/// look at each message before Rust does, and every message here is decoded in Rust into a closed
/// request type that refuses unknown fields. The frame would need `frame-src` in a policy that has
/// none, and would encrypt each message twice over.
#[tauri::command]
pub(crate) async fn rpc(
    app: AppHandle,
    desk: State<'_, Desk>,
    picked: State<'_, Picked>,
    name: String,
    body: Value,
) -> Result<Value, ApiError> {
    match name.strip_prefix("shell_") {
        Some(verb) => own::answer(&app, &desk, &picked, verb, body).await,
        None => {
            let body = picked.admit(body).map_err(|_| errors::not_picked())?;
            desk.call(&name, body).await
        }
    }
}
