//! How the window lay and how the page looked on this computer. Nothing of the shop is kept here.

use serde_json::{Map, Value};
use tauri::AppHandle;
use tauri_plugin_store::StoreExt;

const FILE: &str = "window.json";
/// The window's place and size, in logical pixels.
const FRAME: &str = "frame";
/// What the page remembers under names of its own.
const VIEW: &str = "view";
/// A page that stores more than this has mistaken the file for a database.
const VIEW_AT_MOST: usize = 64 * 1024;

/// Where the window lay, in logical pixels, and whether it filled the screen.
#[derive(Debug, Clone, Copy, PartialEq, serde::Serialize, serde::Deserialize)]
pub(crate) struct Frame {
    pub(crate) width: f64,
    pub(crate) height: f64,
    pub(crate) maximized: bool,
}

/// The last frame, if it can be read and is a size that a window can have.
pub(crate) fn frame(app: &AppHandle) -> Option<Frame> {
    let frame: Frame = serde_json::from_value(app.store(FILE).ok()?.get(FRAME)?).ok()?;
    let fits = |length: f64, least: f64| (least..=16_384.0).contains(&length);
    (fits(frame.width, 1024.0) && fits(frame.height, 700.0)).then_some(frame)
}

/// Remembers the frame.
pub(crate) fn keep_frame(app: &AppHandle, frame: Frame) {
    if let (Ok(store), Ok(value)) = (app.store(FILE), serde_json::to_value(frame)) {
        store.set(FRAME, value);
    }
}

/// What the page remembers: theme, density, open panels, column widths.
pub(crate) fn view(app: &AppHandle) -> Map<String, Value> {
    match app.store(FILE).ok().and_then(|store| store.get(VIEW)) {
        Some(Value::Object(view)) => view,
        _ => Map::new(),
    }
}

/// Remembers one value for the page; `null` forgets it. `false` if it would be too much.
pub(crate) fn keep_view(app: &AppHandle, key: String, value: Value) -> bool {
    let mut view = view(app);
    if value.is_null() {
        view.remove(&key);
    } else {
        view.insert(key, value);
    }
    let view = Value::Object(view);
    if view.to_string().len() > VIEW_AT_MOST {
        return false;
    }
    app.store(FILE).is_ok_and(|store| {
        store.set(VIEW, view);
        store.save().is_ok()
    })
}
