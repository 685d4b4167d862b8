//! Files dragged onto the window. The system's own drag and drop is used: the page's would not give
//! the files on Linux, and the two exclude each other on Windows.

use super::files::{Picked, PickedFile};
use super::window::MAIN;
use tauri::{DragDropEvent, Emitter, Manager, Window};

/// Tells the page: `files-over` true and false while files hover, `files-dropped` with the files.
pub(crate) fn on_drag(window: &Window, event: &DragDropEvent) {
    let sent = match event {
        DragDropEvent::Enter { .. } => window.emit_to(MAIN, "files-over", true),
        DragDropEvent::Leave => window.emit_to(MAIN, "files-over", false),
        DragDropEvent::Drop { paths, .. } => {
            let picked = window.state::<Picked>();
            let files: Vec<PickedFile> = paths.iter().map(|path| picked.add(path)).collect();
            window
                .emit_to(MAIN, "files-over", false)
                .and_then(|()| window.emit_to(MAIN, "files-dropped", files))
        }
        // Over comes with each movement of the pointer.
        DragDropEvent::Over { .. } | _ => Ok(()),
    };
    // A window that is being closed hears nothing more, and nothing is lost by it.
    drop(sent);
}
