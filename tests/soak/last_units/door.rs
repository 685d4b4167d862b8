//! The two ways to a shop: opened by this process, or asked over loopback.

use api::{Host, Opening, Place};
use serde_json::Value;
use std::io::{Read, Write};
use std::net::TcpStream;
use std::path::Path;
use std::sync::Arc;
use testkit::NOW;

/// The secret of the owner that the callers ask.
pub(crate) const TOKEN: &str = "a-token-of-the-soak-0123";

/// A way to a shop.
pub(crate) enum Door {
    /// This process has it open: a folder, or a desk of a server.
    Own(Box<Host>),
    /// Another process has it open and answers on this port.
    Loopback(u16),
}

impl Door {
    /// By its name: `loopback:PORT`, `postgres://…`, or a data folder. `folder` is this desk's own.
    pub(crate) async fn to(place: &str, folder: &Path) -> Self {
        if let Some(port) = place.strip_prefix("loopback:") {
            return Self::Loopback(port.parse().unwrap());
        }
        let place = if place.starts_with("postgres://") {
            Place::Server {
                url: place.to_owned(),
                folder: folder.to_path_buf(),
            }
        } else {
            Place::Folder(place.into())
        };
        let host = Host::open(place, Opening::Desk, Arc::new(|| NOW), "soak").await;
        Self::Own(Box::new(host.unwrap()))
    }

    /// Runs a command that must be done.
    pub(crate) async fn call(&self, name: &str, body: Value) -> Value {
        match self {
            Self::Own(host) => host.call(name, body).await.unwrap(),
            Self::Loopback(port) => ask(*port, name, &body),
        }
    }

    /// The shop itself, where this process has it open.
    pub(crate) fn host(&self) -> &Host {
        match self {
            Self::Own(host) => host,
            Self::Loopback(_) => panic!("another process has it open"),
        }
    }

    pub(crate) async fn close(&self) {
        if let Self::Own(host) = self {
            host.close().await.unwrap();
        }
    }
}

fn ask(port: u16, name: &str, body: &Value) -> Value {
    let mut stream = TcpStream::connect(("127.0.0.1", port)).unwrap();
    let body = body.to_string();
    let request = format!(
        "POST /rpc/{name} HTTP/1.1\r\nhost: 127.0.0.1:{port}\r\nauthorization: Bearer {TOKEN}\r\n\
         connection: close\r\ncontent-length: {}\r\n\r\n{body}",
        body.len()
    );
    stream.write_all(request.as_bytes()).unwrap();
    let mut answer = String::new();
    stream.read_to_string(&mut answer).unwrap();
    let (head, body) = answer.split_once("\r\n\r\n").unwrap();
    assert!(head.starts_with("HTTP/1.1 200"), "{name}: {answer}");
    serde_json::from_str(body).unwrap()
}
