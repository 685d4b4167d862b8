//! The one window: where it lies, what it may load, one per shop.

use super::place::Whereabouts;
use super::preferences::{self, Frame};
use super::system::System;
use tauri::plugin::TauriPlugin;
use tauri::webview::NewWindowResponse;
use tauri::window::Color;
use tauri::{
    AppHandle, LogicalSize, Manager, Theme, Url, WebviewWindowBuilder, Window, WindowEvent, Wry,
};

/// The label of the window, as in the capability file.
pub(crate) const MAIN: &str = "main";

/// The colour of the shell's background in `ui/src/style`: shown until the page has painted.
const LIGHT: Color = Color(0xf5, 0xf5, 0xf2, 0xff);
const DARK: Color = Color(0x13, 0x12, 0x10, 0xff);

/// A second start for the same shop brings the first window to the front instead.
pub(crate) fn one_per_shop(whereabouts: &Whereabouts) -> TauriPlugin<Wry> {
    tauri_plugin_single_instance::Builder::new()
        .dbus_id(format!("shop.backroom.desk.{}", whereabouts.tag()))
        .callback(|app, _args, _folder| {
            if let Some(window) = app.get_webview_window(MAIN) {
                let _ = window.unminimize();
                let _ = window.set_focus();
            }
        })
        .build()
}

/// Opens the window as it lay when it was last closed.
pub(crate) fn open(app: &AppHandle, system: System) -> tauri::Result<()> {
    let config = app
        .config()
        .app
        .windows
        .iter()
        .find(|window| window.label == MAIN);
    let Some(config) = config.cloned() else {
        return Err(tauri::Error::WindowNotFound);
    };
    let mut builder = WebviewWindowBuilder::from_config(app, &config)?
        .on_navigation(move |url| is_ours(url, system))
        .on_new_window(|_url, _features| NewWindowResponse::Deny)
        .on_download(|_webview, _event| false);
    if let Some(frame) = preferences::frame(app) {
        builder = builder
            .inner_size(frame.width, frame.height)
            .maximized(frame.maximized);
    }
    let view = preferences::view(app);
    let theme = match view.get("theme").and_then(serde_json::Value::as_str) {
        Some("light") => Some(Theme::Light),
        Some("dark") => Some(Theme::Dark),
        _ => None,
    };
    let window = builder.theme(theme).build()?;
    let dark = theme.or_else(|| window.theme().ok()) == Some(Theme::Dark);
    window.set_background_color(Some(if dark { DARK } else { LIGHT }))
}

/// Keeps the frame when the window is closed, and hands dragged files on.
pub(crate) fn on_event(window: &Window, event: &WindowEvent) {
    match event {
        WindowEvent::CloseRequested { .. } => keep_frame(window),
        WindowEvent::DragDrop(event) => super::drop::on_drag(window, event),
        WindowEvent::Resized(_)
        | WindowEvent::Moved(_)
        | WindowEvent::Destroyed
        | WindowEvent::Focused(_)
        | WindowEvent::ScaleFactorChanged { .. }
        | WindowEvent::ThemeChanged(_)
        | _ => {}
    }
}

fn keep_frame(window: &Window) {
    let app = window.app_handle();
    let scale = window.scale_factor().unwrap_or(1.0);
    let Ok(size) = window.inner_size() else {
        return;
    };
    let size: LogicalSize<f64> = size.to_logical(scale);
    let maximized = window.is_maximized().unwrap_or(false);
    // The size to go back to from a filled screen is the one before it was filled.
    let before = preferences::frame(app).filter(|_| maximized);
    let (width, height) = before.map_or((size.width, size.height), |frame| {
        (frame.width, frame.height)
    });
    preferences::keep_frame(
        app,
        Frame {
            width,
            height,
            maximized,
        },
    );
}

/// Whether a page may be loaded into the window: our own only. A remote page would stand where the
/// one command is reachable.
fn is_ours(url: &Url, system: System) -> bool {
    let (scheme, host) = system.page();
    url.scheme() == scheme && url.host_str() == Some(host) && url.port().is_none()
}

#[cfg(test)]
mod tests {
    use super::{System, is_ours};

    fn ours(url: &str, system: System) -> bool {
        is_ours(&url.parse().expect("a URL"), system)
    }

    #[test]
    fn only_our_own_page_is_loaded() {
        assert!(ours("tauri://localhost/index.html#/orders", System::Linux));
        assert!(ours("tauri://localhost", System::Macos));
        assert!(ours("http://tauri.localhost/", System::Windows));
    }

    #[test]
    fn everything_else_stays_outside() {
        for url in [
            "https://example.com/",
            "tauri://localhost.example.com/",
            "tauri://example.com/",
            "http://localhost:1420/",
            "data:text/html,hello",
            "about:blank",
            "file:///etc/passwd",
            "backroom-doc://localhost/1",
        ] {
            assert!(!ours(url, System::Linux), "{url}");
        }
        // Only the whole name counts, not its first label.
        assert!(!ours(
            "http://tauri.localhost.example.com/",
            System::Windows
        ));
        assert!(!ours("http://tauri.localhost:8080/", System::Windows));
    }
}
