//! The built pages as they stand in their folder.

use axum::http::{StatusCode, header};
use axum::response::{IntoResponse, Response};
use std::path::{Component, Path, PathBuf};

/// What a page may load: itself, and this server.
const POLICY: &str = "default-src 'self'; script-src 'self'; style-src 'self' 'unsafe-inline'; \
     img-src 'self' blob: data:; font-src 'self'; connect-src 'self'; frame-src blob:; object-src 'none'; \
     base-uri 'none'; form-action 'none'";

/// The file of a path, or the first page for `/`.
pub(super) async fn page(folder: &Path, path: &str) -> Response {
    let Some((file, mime)) = inside(folder, path) else {
        return StatusCode::NOT_FOUND.into_response();
    };
    match tokio::fs::read(file).await {
        Ok(bytes) => (
            [
                (header::CONTENT_TYPE, mime),
                (header::CONTENT_SECURITY_POLICY, POLICY),
                (header::CACHE_CONTROL, "no-cache"),
            ],
            bytes,
        )
            .into_response(),
        Err(_) => StatusCode::NOT_FOUND.into_response(),
    }
}

/// A file below the folder, of a kind that pages are made of.
fn inside(folder: &Path, path: &str) -> Option<(PathBuf, &'static str)> {
    let name = match path.strip_prefix('/')? {
        "" => "index.html",
        name => name,
    };
    let plain = !name.contains(['\\', ':', '%', '\0'])
        && Path::new(name)
            .components()
            .all(|part| matches!(part, Component::Normal(_)));
    let mime = match Path::new(name).extension()?.to_str()? {
        "html" => "text/html; charset=utf-8",
        "js" => "text/javascript; charset=utf-8",
        "css" => "text/css; charset=utf-8",
        "json" => "application/json",
        "svg" => "image/svg+xml",
        "png" => "image/png",
        "woff2" => "font/woff2",
        "ftl" | "txt" => "text/plain; charset=utf-8",
        _ => return None,
    };
    plain.then(|| (folder.join(name), mime))
}

#[cfg(test)]
mod tests {
    use super::inside;
    use std::path::Path;

    #[test]
    fn no_path_leaves_the_folder() {
        let folder = Path::new("ui");
        assert_eq!(
            inside(folder, "/"),
            Some((folder.join("index.html"), "text/html; charset=utf-8"))
        );
        assert!(inside(folder, "/assets/a.js").is_some());
        for path in [
            "/../a.js",
            "/a/../../b.js",
            "//etc/a.js",
            "/%2e%2e/a.js",
            "/..\\a.js",
            "/c:/a.js",
            "/shop.db",
            "/a",
            "a.js",
        ] {
            assert_eq!(inside(folder, path), None, "{path}");
        }
    }
}
