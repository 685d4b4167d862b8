//! Labels, slips and previews as bytes: `backroom-doc://localhost/ID`
//! (`http://backroom-doc.localhost/ID` on Windows). Never through JSON.

use super::desk::Desk;
use super::system::System;
use super::window::MAIN;
use std::borrow::Cow;
use tauri::http::{Request, Response, StatusCode, header};
use tauri::{Manager, UriSchemeContext, UriSchemeResponder, Wry};

/// The scheme; the page's policy allows it for pictures only.
pub(crate) const SCHEME: &str = "backroom-doc";

/// What the bytes may be: what Backroom makes itself.
const KINDS: [&str; 3] = ["application/pdf", "image/svg+xml", "image/png"];

/// Answers one request of the page for a document.
pub(crate) fn answer(
    context: UriSchemeContext<'_, Wry>,
    request: Request<Vec<u8>>,
    responder: UriSchemeResponder,
) {
    let id = wanted(request.uri().path());
    let (Some(id), true) = (id, context.webview_label() == MAIN) else {
        responder.respond(empty(StatusCode::NOT_FOUND));
        return;
    };
    let app = context.app_handle().clone();
    tauri::async_runtime::spawn(async move {
        let response = match app.state::<Desk>().document(id, None).await {
            Ok(found) => document(&found.kind, found.bytes),
            Err(_) => empty(StatusCode::NOT_FOUND),
        };
        responder.respond(response);
    });
}

/// The id in `/ID`: digits and nothing else.
fn wanted(path: &str) -> Option<i64> {
    let digits = path.strip_prefix('/')?;
    digits
        .bytes()
        .all(|byte| byte.is_ascii_digit())
        .then(|| digits.parse().ok())?
}

fn document(kind: &str, bytes: Vec<u8>) -> Response<Cow<'static, [u8]>> {
    if !KINDS.contains(&kind) {
        return empty(StatusCode::UNSUPPORTED_MEDIA_TYPE);
    }
    let response = Response::builder()
        .header(header::CONTENT_TYPE, kind)
        // The page reads a preview's bytes as well as showing them; it is the only one to ask.
        .header(header::ACCESS_CONTROL_ALLOW_ORIGIN, origin())
        .header(header::X_CONTENT_TYPE_OPTIONS, "nosniff")
        // An SVG is a document of its own when it is opened: it runs nothing and loads nothing.
        .header(
            header::CONTENT_SECURITY_POLICY,
            "default-src 'none'; style-src 'unsafe-inline'; font-src data:; img-src data:; sandbox",
        )
        // A document never changes under its id.
        .header(header::CACHE_CONTROL, "private, max-age=3600, immutable")
        .body(Cow::Owned(bytes));
    response.unwrap_or_else(|_| empty(StatusCode::INTERNAL_SERVER_ERROR))
}

/// The origin of our own page.
fn origin() -> String {
    let (scheme, host) = System::this().page();
    format!("{scheme}://{host}")
}

fn empty(status: StatusCode) -> Response<Cow<'static, [u8]>> {
    let mut response = Response::new(Cow::Borrowed(&[] as &[u8]));
    *response.status_mut() = status;
    response
}

#[cfg(test)]
mod tests {
    use super::{document, wanted};
    use tauri::http::StatusCode;

    #[test]
    fn only_a_number_is_a_document() {
        assert_eq!(wanted("/42"), Some(42));
        for path in [
            "",
            "/",
            "42",
            "/-1",
            "/+1",
            "/42/",
            "/../42",
            "/42.pdf",
            "/99999999999999999999",
        ] {
            assert_eq!(wanted(path), None, "{path}");
        }
    }

    #[test]
    fn a_page_is_never_served_as_a_document() {
        assert_eq!(
            document("text/html", Vec::new()).status(),
            StatusCode::UNSUPPORTED_MEDIA_TYPE
        );
        let pdf = document("application/pdf", vec![1, 2]);
        assert_eq!(pdf.status(), StatusCode::OK);
        assert_eq!(pdf.headers()["x-content-type-options"], "nosniff");
        assert_eq!(pdf.body().as_ref(), [1, 2]);
    }
}
