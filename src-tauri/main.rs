//! The window of Backroom: everything that touches Tauri lies under `shell`, and nothing else does.

// A console window would open beside the app on Windows.
#![cfg_attr(not(debug_assertions), windows_subsystem = "windows")]

mod shell;

use std::process::ExitCode;

fn main() -> ExitCode {
    shell::start()
}
