//! The shell: a window, the one command, and what only a desktop app can do.
//!
//! It knows no order and no label. A request of the page goes to `api` as it came; what is of this
//! computer and not of the shop (dialogs, picked files, the viewer, how the window lay) is answered
//! here, under names that begin with `shell_`.

mod clock;
mod desk;
mod documents;
mod drop;
mod errors;
mod events;
mod files;
mod linux;
mod own;
mod place;
mod preferences;
mod rpc;
mod system;
mod window;

use desk::Desk;
use std::process::ExitCode;
use system::System;
use tauri::{Manager, RunEvent};

/// Opens the window and stays until it is closed.
pub(crate) fn start() -> ExitCode {
    if let Some(code) = linux::settle_rendering() {
        return code;
    }
    let whereabouts = place::Whereabouts::of_this_process();
    let app = tauri::Builder::default()
        .plugin(window::one_per_shop(&whereabouts))
        .plugin(tauri_plugin_dialog::init())
        .plugin(
            tauri_plugin_opener::Builder::new()
                .open_js_links_on_click(false)
                .build(),
        )
        .plugin(tauri_plugin_store::Builder::default().build())
        .invoke_handler(tauri::generate_handler![rpc::rpc])
        .register_asynchronous_uri_scheme_protocol(documents::SCHEME, documents::answer)
        .manage(files::Picked::default())
        .on_window_event(window::on_event)
        .setup(move |app| {
            let handle = app.handle();
            app.manage(Desk::opening(handle, whereabouts)?);
            own::forget_copies(handle);
            window::open(handle, System::this())?;
            Ok(())
        })
        .build(tauri::generate_context!());
    match app {
        Ok(app) => {
            app.run(|app, event| {
                if matches!(event, RunEvent::Exit) {
                    tauri::async_runtime::block_on(app.state::<Desk>().close());
                }
            });
            ExitCode::SUCCESS
        }
        Err(error) => system::last_words(&error.to_string()),
    }
}
