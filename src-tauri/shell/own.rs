//! What the page may ask of this computer, under names that begin with `shell_`.
//!
//! The words of a dialog come from the page, which has the catalogue and knows the language.

use super::desk::{Desk, Document};
use super::files::{Picked, PickedFile};
use super::{errors, preferences};
use api::ApiError;
use serde::de::DeserializeOwned;
use serde::{Deserialize, Serialize};
use serde_json::Value;
use std::path::{Path, PathBuf};
use tauri::{AppHandle, Manager};
use tauri_plugin_dialog::{DialogExt, FileDialogBuilder, FilePath};
use tauri_plugin_opener::OpenerExt;
use tokio::sync::oneshot;

/// The folder in the cache for what is shown in a viewer.
const COPIES: &str = "opened";

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct PickFiles {
    #[serde(default)]
    title: String,
    filters: Vec<Filter>,
    many: bool,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Filter {
    name: String,
    extensions: Vec<String>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct PickFolder {
    #[serde(default)]
    title: String,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct PickTarget {
    #[serde(default)]
    title: String,
    name: String,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct SaveDocument {
    #[serde(default)]
    title: String,
    document: i64,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct OpenDocument {
    document: i64,
    page: Option<i64>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Remember {
    key: String,
    value: Value,
}

/// Answers `shell_VERB`.
///
/// Every `title` may be left out: then the dialog has the system's own.
///
/// - `pick_files {title, filters: [{name, extensions}], many}` gives a list of picked files, empty if cancelled
/// - `pick_folder {title}` and `pick_target {title, name}` (a file to be written) give one, or null
/// - `save_document {title, document}` writes a copy where the person says: true, or false if cancelled
/// - `open_document {document}` opens a copy in the system's viewer
/// - `preferences {}` and `remember {key, value}`: what the page keeps on this computer
pub(crate) async fn answer(
    app: &AppHandle,
    desk: &Desk,
    picked: &Picked,
    verb: &str,
    body: Value,
) -> Result<Value, ApiError> {
    match verb {
        "pick_files" => {
            let ask: PickFiles = read(verb, body)?;
            let many = ask.many;
            let mut dialog = dialog(app, &ask.title);
            for filter in &ask.filters {
                let extensions: Vec<&str> = filter.extensions.iter().map(String::as_str).collect();
                dialog = dialog.add_filter(&filter.name, &extensions);
            }
            let files = if many {
                chosen(|tell| dialog.pick_files(tell))
                    .await
                    .unwrap_or_default()
            } else {
                chosen(|tell| dialog.pick_file(tell))
                    .await
                    .into_iter()
                    .collect()
            };
            let files: Vec<PickedFile> = files
                .into_iter()
                .filter_map(local)
                .map(|path| picked.add(&path))
                .collect();
            write(&files)
        }
        "pick_folder" => {
            let ask: PickFolder = read(verb, body)?;
            let folder = chosen(|tell| dialog(app, &ask.title).pick_folder(tell)).await;
            write(&folder.and_then(local).map(|path| picked.add(&path)))
        }
        "pick_target" => {
            let ask: PickTarget = read(verb, body)?;
            let target = target(app, &ask.title, &ask.name).await;
            write(&target.map(|path| picked.add(&path)))
        }
        "save_document" => {
            let ask: SaveDocument = read(verb, body)?;
            let document = desk.document(ask.document, None).await?;
            let Some(path) = target(app, &ask.title, &document.name).await else {
                return write(&false);
            };
            let written = tokio::fs::write(&path, document.bytes).await;
            written.map_err(|error| errors::not_written(&path, &error))?;
            let saved = serde_json::json!({ "document": ask.document, "way": "file" });
            desk.call("print", saved).await?;
            write(&true)
        }
        "open_document" => {
            let ask: OpenDocument = read(verb, body)?;
            let path = copy_for_viewer(app, &desk.document(ask.document, ask.page).await?).await?;
            let opened = app.opener().open_path(path.to_string_lossy(), None::<&str>);
            opened.map_err(|error| errors::no_viewer(&path, &error))?;
            write(&())
        }
        "preferences" => write(&preferences::view(app)),
        "remember" => {
            let ask: Remember = read(verb, body)?;
            write(&preferences::keep_view(app, ask.key, ask.value))
        }
        _ => Err(errors::unknown(verb)),
    }
}

fn dialog(app: &AppHandle, title: &str) -> FileDialogBuilder<tauri::Wry> {
    let dialog = app.dialog().file();
    let dialog = if title.is_empty() {
        dialog
    } else {
        dialog.set_title(title)
    };
    match app.get_webview_window(super::window::MAIN) {
        Some(window) => dialog.set_parent(&window),
        None => dialog,
    }
}

/// Waits for a dialog without holding a thread.
async fn chosen<T: Send + 'static>(
    show: impl FnOnce(Box<dyn FnOnce(Option<T>) + Send>),
) -> Option<T> {
    let (tell, told) = oneshot::channel();
    show(Box::new(move |choice| {
        let _ = tell.send(choice);
    }));
    told.await.ok().flatten()
}

fn local(path: FilePath) -> Option<PathBuf> {
    path.into_path().ok()
}

async fn target(app: &AppHandle, title: &str, name: &str) -> Option<PathBuf> {
    let dialog = dialog(app, title).set_file_name(plain_name(name));
    chosen(|tell| dialog.save_file(tell)).await.and_then(local)
}

/// Forgets the copies of the last time: they hold people's addresses. Not earlier, because a viewer
/// may read its file at any time while the window is open.
pub(crate) fn forget_copies(app: &AppHandle) {
    if let Ok(cache) = app.path().app_cache_dir() {
        // Nothing there is the usual reason for a failure, and nothing can be done about another.
        let _ = std::fs::remove_dir_all(cache.join(COPIES));
    }
}

/// Writes a copy into a folder of our own in the cache.
async fn copy_for_viewer(app: &AppHandle, document: &Document) -> Result<PathBuf, ApiError> {
    let name = plain_name(&document.name);
    let cache = app.path().app_cache_dir();
    let folder = cache
        .map_err(|error| errors::no_viewer(Path::new(&name), &error))?
        .join(COPIES);
    let path = folder.join(name);
    let written = async {
        tokio::fs::create_dir_all(&folder).await?;
        tokio::fs::write(&path, &document.bytes).await
    };
    written
        .await
        .map_err(|error| errors::not_written(&path, &error))?;
    Ok(path)
}

/// A file name without folders, hidden names or the letters that Windows refuses.
fn plain_name(name: &str) -> String {
    let last = Path::new(name)
        .file_name()
        .unwrap_or_default()
        .to_string_lossy();
    let kept: String = last
        .chars()
        .map(|letter| {
            if letter.is_control() || "\\/:*?\"<>|".contains(letter) {
                '-'
            } else {
                letter
            }
        })
        .take(120)
        .collect();
    let kept = kept.trim_matches(['.', ' ']);
    if kept.is_empty() {
        "document.pdf".to_owned()
    } else {
        kept.to_owned()
    }
}

fn read<T: DeserializeOwned>(verb: &str, body: Value) -> Result<T, ApiError> {
    serde_json::from_value(body).map_err(|error| errors::malformed(verb, &error))
}

fn write<T: Serialize>(answer: &T) -> Result<Value, ApiError> {
    serde_json::to_value(answer).map_err(|error| errors::malformed("", &error))
}

#[cfg(test)]
mod tests {
    use super::plain_name;

    #[test]
    fn a_name_from_the_page_leads_out_of_no_folder() {
        assert_eq!(plain_name("labels 2026-11-23.pdf"), "labels 2026-11-23.pdf");
        assert_eq!(plain_name("../../etc/passwd"), "passwd");
        assert_eq!(plain_name("a\\b:c.pdf"), "a-b-c.pdf");
        assert_eq!(plain_name(".bashrc"), "bashrc");
        assert_eq!(plain_name(".."), "document.pdf");
        assert_eq!(plain_name(""), "document.pdf");
    }
}
