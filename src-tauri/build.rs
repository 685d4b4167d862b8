//! Tells Tauri where this workspace keeps what it looks for elsewhere.

use tauri_build::{AppManifest, Attributes, WindowsAttributes, try_build};

fn main() {
    // Without this line a tightened permission would not be compiled in.
    println!("cargo:rerun-if-changed=src-tauri/capabilities");
    println!("cargo:rerun-if-changed=src-tauri/icons");
    let attributes = Attributes::new()
        .app_manifest(AppManifest::new().commands(&["rpc"]))
        .capabilities_path_pattern("src-tauri/capabilities/*.json")
        .windows_attributes(WindowsAttributes::new().window_icon_path("src-tauri/icons/icon.ico"));
    if let Err(error) = try_build(attributes) {
        println!("cargo:error={error:#}");
        std::process::abort();
    }
}
