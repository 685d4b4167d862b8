//! The operating system as a value, so that what differs can be tried on any of them.

use std::process::ExitCode;

/// The systems that Backroom opens a window on.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum System {
    Linux,
    Macos,
    Windows,
}

impl System {
    /// The system of this build.
    pub(crate) const fn this() -> Self {
        if cfg!(windows) {
            Self::Windows
        } else if cfg!(target_os = "macos") {
            Self::Macos
        } else {
            Self::Linux
        }
    }

    /// The origin of our own page; Windows has no other schemes than HTTP for a page.
    pub(crate) const fn page(self) -> (&'static str, &'static str) {
        match self {
            Self::Linux | Self::Macos => ("tauri", "localhost"),
            Self::Windows => ("http", "tauri.localhost"),
        }
    }
}

/// No window came up, so the terminal or the system's log is the only place left to say why.
#[expect(clippy::print_stderr, reason = "there is no window to say it in")]
pub(crate) fn last_words(why: &str) -> ExitCode {
    eprintln!("backroom: {why}");
    ExitCode::FAILURE
}
