//! The reference for `bench-window`: a Tauri window of the same build with one line of text in it.

#![expect(clippy::print_stderr, reason = "a program for a measurement")]

use std::borrow::Cow;
use std::process::ExitCode;
use tauri::http::{Response, header};
use tauri::{WebviewUrl, WebviewWindowBuilder};

const PAGE: &str = "<!doctype html><meta charset=utf-8><title>Empty</title><p>An empty window.";

fn main() -> ExitCode {
    let app = tauri::Builder::default()
        .register_uri_scheme_protocol("empty", |_context, _request| {
            let mut response = Response::new(Cow::Borrowed(PAGE.as_bytes()));
            let html = header::HeaderValue::from_static("text/html");
            response.headers_mut().insert(header::CONTENT_TYPE, html);
            response
        })
        .setup(|app| {
            let page = WebviewUrl::CustomProtocol("empty://localhost/".parse()?);
            let window = WebviewWindowBuilder::new(app, "empty", page).inner_size(1440.0, 900.0);
            window.build()?;
            Ok(())
        })
        .run(tauri::generate_context!());
    match app {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("{error}");
            ExitCode::FAILURE
        }
    }
}
