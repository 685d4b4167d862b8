//! The same commands over loopback HTTP, for a browser as the window and for tests of the screens.
//!
//! Nothing else of Backroom listens. It answers on 127.0.0.1 alone, to requests that carry the token and
//! name this address as their host: a page of another site can neither guess the one nor make a
//! browser send the other (DNS rebinding).

mod pages;

use crate::args::Serve;
use crate::failure::Failure;
use crate::shop::Shop;
use crate::terminal::line;
use api::{ApiError, Code, House, Sentence};
use axum::body::Bytes;
use axum::extract::{Path, Query, Request, State};
use axum::http::{HeaderMap, HeaderValue, StatusCode, header};
use axum::middleware::{self, Next};
use axum::response::sse::{Event, KeepAlive, Sse};
use axum::response::{IntoResponse, Response};
use axum::routing::{get, post};
use axum::{Json, Router};
use futures_util::stream::{Stream, unfold};
use std::convert::Infallible;
use std::net::{Ipv4Addr, SocketAddr};
use std::path::PathBuf;
use std::sync::Arc;
use tokio::net::TcpListener;

/// What every request is answered from.
struct Serving {
    host: Arc<House>,
    token: String,
    address: SocketAddr,
    ui: Option<PathBuf>,
    stop: tokio::sync::watch::Receiver<bool>,
}

/// Serves until the process is asked to end.
pub(crate) async fn serve(shop: &Shop, ask: &Serve) -> Result<(), Failure> {
    if ask.token.len() < 16 {
        return Err(Failure::Usage(Sentence::new("cli-token-short")));
    }
    let wanted = SocketAddr::from((Ipv4Addr::LOCALHOST, ask.port));
    let failed = |error: std::io::Error| {
        Failure::Said(
            Sentence::new("cli-serve")
                .with("address", wanted.to_string())
                .with("problem", error.to_string()),
        )
    };
    let listener = TcpListener::bind(wanted).await.map_err(failed)?;
    let address = listener.local_addr().map_err(failed)?;
    let (end, stop) = tokio::sync::watch::channel(false);
    let serving = Arc::new(Serving {
        host: shop.host(),
        token: ask.token.clone(),
        address,
        ui: ask.ui.clone(),
        stop,
    });
    let first = format!("http://{address}/#token={}", ask.token);
    if shop.json() {
        line(serde_json::json!({ "address": first }));
    } else {
        line(first);
    }
    let due = shop.host();
    // What falls due by the clock is looked at now and every hour, as in a window.
    let daily = tokio::spawn(async move {
        loop {
            // What could not be done stays due; the next hour tries again.
            let _ = due.daily().await;
            tokio::time::sleep(std::time::Duration::from_secs(3_600)).await;
        }
    });
    let served = axum::serve(listener, router(serving))
        .with_graceful_shutdown(async move {
            asked_to_end().await;
            // Streams of changes would never end by themselves.
            let _ = end.send(true);
        })
        .await
        .map_err(failed);
    daily.abort();
    served
}

async fn asked_to_end() {
    #[cfg(unix)]
    {
        use tokio::signal::unix::{SignalKind, signal};
        if let Ok(mut terminate) = signal(SignalKind::terminate()) {
            tokio::select! {
                _ = terminate.recv() => {}
                _ = tokio::signal::ctrl_c() => {}
            }
            return;
        }
    }
    let _ = tokio::signal::ctrl_c().await;
}

fn router(serving: Arc<Serving>) -> Router {
    let inside = Router::new()
        .route("/rpc/{name}", post(rpc))
        .route("/events", get(events))
        .route("/doc/{id}", get(document))
        .route_layer(middleware::from_fn_with_state(
            Arc::clone(&serving),
            with_token,
        ));
    Router::new()
        .merge(inside)
        .fallback(get(page))
        .layer(middleware::from_fn_with_state(
            Arc::clone(&serving),
            as_this_host,
        ))
        .with_state(serving)
}

async fn with_token(State(serving): State<Arc<Serving>>, request: Request, next: Next) -> Response {
    let given = request
        .headers()
        .get(header::AUTHORIZATION)
        .and_then(|value| value.as_bytes().strip_prefix(b"Bearer "))
        .unwrap_or_default();
    if same(given, serving.token.as_bytes()) {
        next.run(request).await
    } else {
        StatusCode::UNAUTHORIZED.into_response()
    }
}

/// Whether two secrets are equal, in a time that does not tell where they differ.
fn same(given: &[u8], secret: &[u8]) -> bool {
    let differences = given
        .iter()
        .zip(secret)
        .fold(0_u8, |found, (a, b)| found | (a ^ b));
    std::hint::black_box(differences) == 0 && given.len() == secret.len()
}

async fn as_this_host(
    State(serving): State<Arc<Serving>>,
    request: Request,
    next: Next,
) -> Response {
    let port = serving.address.port();
    let named = request
        .headers()
        .get(header::HOST)
        .and_then(|value| value.to_str().ok())
        .unwrap_or_default();
    let ours = [format!("127.0.0.1:{port}"), format!("localhost:{port}")];
    let mut response = if ours.iter().any(|host| host == named) {
        next.run(request).await
    } else {
        StatusCode::FORBIDDEN.into_response()
    };
    let headers = response.headers_mut();
    headers.insert(
        header::X_CONTENT_TYPE_OPTIONS,
        HeaderValue::from_static("nosniff"),
    );
    headers.insert(
        header::REFERRER_POLICY,
        HeaderValue::from_static("no-referrer"),
    );
    response
}

async fn rpc(
    State(serving): State<Arc<Serving>>,
    Path(name): Path<String>,
    body: Bytes,
) -> Response {
    let body = if body.is_empty() {
        Ok(serde_json::Value::Null)
    } else {
        serde_json::from_slice(&body)
    };
    let answer = match body {
        Ok(body) => serving.host.call(&name, body).await,
        Err(error) => Err(ApiError {
            code: Code::Invalid,
            message: Sentence::new("cli-not-json").with("problem", error.to_string()),
            field: String::new(),
            trace: String::new(),
        }),
    };
    match answer {
        Ok(answer) => Json(answer).into_response(),
        Err(error) => refused(error),
    }
}

fn refused(error: ApiError) -> Response {
    let status = match error.code {
        Code::Invalid => StatusCode::BAD_REQUEST,
        Code::NotFound => StatusCode::NOT_FOUND,
        Code::Refused | Code::Stale | Code::Cancelled => StatusCode::CONFLICT,
        Code::InUse => StatusCode::LOCKED,
        Code::File | Code::Storage | Code::Printer | Code::Internal => {
            StatusCode::INTERNAL_SERVER_ERROR
        }
    };
    (status, Json(error)).into_response()
}

async fn events(
    State(serving): State<Arc<Serving>>,
) -> Sse<impl Stream<Item = Result<Event, Infallible>>> {
    let heard = serving.host.subscribe();
    let stream = unfold(
        (heard, serving.stop.clone()),
        |(mut heard, mut stop)| async move {
            tokio::select! {
                // Behind by more than the channel keeps: the page connects anew and looks at everything.
                changed = heard.recv() => {
                    let event = Event::default().json_data(changed.ok()?).ok()?;
                    Some((Ok(event), (heard, stop)))
                }
                _ = stop.changed() => None,
            }
        },
    );
    Sse::new(stream).keep_alive(KeepAlive::default())
}

/// Which page of a document is asked for; all of it when none is.
#[derive(serde::Deserialize)]
struct Part {
    page: Option<i64>,
}

async fn document(
    State(serving): State<Arc<Serving>>,
    Path(id): Path<i64>,
    Query(part): Query<Part>,
) -> Response {
    match serving.host.document(id, part.page).await {
        Ok((mime, _, bytes)) => {
            let mut headers = HeaderMap::new();
            if let Ok(mime) = HeaderValue::from_str(&mime) {
                headers.insert(header::CONTENT_TYPE, mime);
            }
            // A document that is opened by itself runs nothing and loads nothing.
            headers.insert(
                header::CONTENT_SECURITY_POLICY,
                HeaderValue::from_static("default-src 'none'; style-src 'unsafe-inline'; font-src data:; img-src data:; sandbox"),
            );
            (headers, bytes).into_response()
        }
        Err(error) => refused(error),
    }
}

async fn page(State(serving): State<Arc<Serving>>, request: Request) -> Response {
    match &serving.ui {
        Some(folder) => pages::page(folder, request.uri().path()).await,
        None => StatusCode::NOT_FOUND.into_response(),
    }
}

#[cfg(test)]
mod tests {
    use super::same;

    #[test]
    fn only_the_whole_token_is_the_token() {
        assert!(same(b"0123456789abcdef", b"0123456789abcdef"));
        for wrong in [
            &b""[..],
            b"0123456789abcde",
            b"0123456789abcdeg",
            b"0123456789abcdef0",
            b"1123456789abcdef",
        ] {
            assert!(!same(wrong, b"0123456789abcdef"));
        }
    }
}
