//! A small client of the WebDriver protocol (W3C Recommendation, "WebDriver"): HTTP and JSON on loopback.
//!
//! Enough for `tauri-driver` and `WebKitWebDriver`: a session, elements, keys, scripts, pictures.

use anyhow::{Context, Result, anyhow, bail};
use serde_json::{Value, json};
use std::io::{BufRead, BufReader, Write};
use std::net::TcpStream;
use std::time::Duration;

/// The name under which the protocol hands out elements (section "Elements").
const ELEMENT: &str = "element-6066-11e4-a52e-4f735466cecf";

/// An element of the page.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Element(String);

impl Element {
    fn read(value: &Value) -> Option<Self> {
        value
            .get(ELEMENT)
            .and_then(Value::as_str)
            .map(|id| Self(id.to_owned()))
    }

    /// The element as an argument of a script.
    #[must_use]
    pub fn argument(&self) -> Value {
        json!({ ELEMENT: self.0 })
    }
}

/// A browser or an app, driven. Closing it is up to [`Session::close`].
#[derive(Debug)]
pub struct Session {
    port: u16,
    id: String,
}

impl Session {
    /// Asks the driver on a loopback port for a session.
    ///
    /// # Errors
    /// When the driver is not there, or cannot start what the capabilities name.
    pub fn new(port: u16, capabilities: &Value) -> Result<Self> {
        let body = json!({"capabilities": {"alwaysMatch": capabilities}});
        let answer = request(port, "POST", "/session", Some(&body))?;
        let id = answer
            .get("sessionId")
            .and_then(Value::as_str)
            .context("no session id")?;
        Ok(Self {
            port,
            id: id.to_owned(),
        })
    }

    /// Ends the session and what it drives.
    ///
    /// # Errors
    /// When the driver is gone.
    pub fn close(&self) -> Result<()> {
        self.call("DELETE", "", None).map(drop)
    }

    /// Runs the body of a function in the page; the elements in its answer can be read with
    /// [`Session::elements`].
    ///
    /// # Errors
    /// When the script throws.
    pub fn script(&self, body: &str, args: &[Value]) -> Result<Value> {
        self.call(
            "POST",
            "/execute/sync",
            Some(&json!({"script": body, "args": args})),
        )
    }

    /// The elements that a script answers with.
    ///
    /// # Errors
    /// When the script throws or answers with something else.
    pub fn elements(&self, body: &str, args: &[Value]) -> Result<Vec<Element>> {
        let answer = self.script(body, args)?;
        let list = answer
            .as_array()
            .context("the script answers with no list")?;
        list.iter()
            .map(|item| Element::read(item).context("not an element"))
            .collect()
    }

    /// Clicks into the middle of an element, after scrolling to it.
    ///
    /// # Errors
    /// When it is hidden, covered or gone.
    pub fn click(&self, element: &Element) -> Result<()> {
        self.call(
            "POST",
            &format!("/element/{}/click", element.0),
            Some(&json!({})),
        )
        .map(drop)
    }

    /// Types into an element; [`keys`] has the keys without a letter.
    ///
    /// # Errors
    /// When it takes no keys.
    pub fn type_into(&self, element: &Element, text: &str) -> Result<()> {
        let body =
            json!({"text": text, "value": text.chars().map(String::from).collect::<Vec<_>>()});
        self.call(
            "POST",
            &format!("/element/{}/value", element.0),
            Some(&body),
        )
        .map(drop)
    }

    /// Presses a chord on whatever has the focus: all keys down in order, then up.
    ///
    /// # Errors
    /// When the driver is gone.
    pub fn press(&self, chord: &[&str]) -> Result<()> {
        let down = chord
            .iter()
            .map(|key| json!({"type": "keyDown", "value": key}));
        let up = chord
            .iter()
            .rev()
            .map(|key| json!({"type": "keyUp", "value": key}));
        let steps: Vec<Value> = down.chain(up).collect();
        let body = json!({"actions": [{"type": "key", "id": "keyboard", "actions": steps}]});
        self.call("POST", "/actions", Some(&body)).map(drop)
    }

    /// Types a text into whatever has the focus, key by key.
    ///
    /// # Errors
    /// When the driver is gone.
    pub fn type_keys(&self, text: &str) -> Result<()> {
        let steps: Vec<Value> = text
            .chars()
            .flat_map(|letter| {
                let key = letter.to_string();
                [
                    json!({"type": "keyDown", "value": key}),
                    json!({"type": "keyUp", "value": key}),
                ]
            })
            .collect();
        let body = json!({"actions": [{"type": "key", "id": "keyboard", "actions": steps}]});
        self.call("POST", "/actions", Some(&body)).map(drop)
    }

    /// The window's picture, PNG in Base64.
    ///
    /// # Errors
    /// When the driver is gone.
    pub fn picture(&self) -> Result<String> {
        let answer = self.call("GET", "/screenshot", None)?;
        answer.as_str().map(str::to_owned).context("no picture")
    }

    /// A value of the session: `title`, `url` or `source`.
    ///
    /// # Errors
    /// When the driver is gone.
    pub fn text(&self, what: &str) -> Result<String> {
        let answer = self.call("GET", &format!("/{what}"), None)?;
        answer
            .as_str()
            .map(str::to_owned)
            .with_context(|| format!("no {what}"))
    }

    fn call(&self, method: &str, path: &str, body: Option<&Value>) -> Result<Value> {
        request(
            self.port,
            method,
            &format!("/session/{}{path}", self.id),
            body,
        )
    }
}

/// Keys without a letter (section "Keyboard actions", normalised key values).
pub mod keys {
    /// Enter.
    pub const ENTER: &str = "\u{e007}";
    /// Escape.
    pub const ESCAPE: &str = "\u{e00c}";
    /// Tab.
    pub const TAB: &str = "\u{e004}";
    /// Control.
    pub const CONTROL: &str = "\u{e009}";
    /// Shift.
    pub const SHIFT: &str = "\u{e008}";
    /// Delete.
    pub const DELETE: &str = "\u{e017}";
    /// Arrow down.
    pub const DOWN: &str = "\u{e015}";
}

fn request(port: u16, method: &str, path: &str, body: Option<&Value>) -> Result<Value> {
    let body = body.map(Value::to_string).unwrap_or_default();
    let mut stream =
        TcpStream::connect(("127.0.0.1", port)).context("the driver does not listen")?;
    // A window opens in a second; on a machine that builds at the same time it was seen to take a minute.
    stream.set_read_timeout(Some(Duration::from_secs(180)))?;
    // No `Connection: close`: tauri-driver would hand it on to the driver behind it, keep that
    // connection for the next request, and lose the next request on it.
    write!(
        stream,
        "{method} {path} HTTP/1.1\r\nHost: 127.0.0.1:{port}\r\nContent-Type: application/json\r\n\
         Content-Length: {}\r\n\r\n{body}",
        body.len()
    )?;
    let (head, body) =
        answer(&mut BufReader::new(stream)).with_context(|| format!("{method} {path}"))?;
    let answer: Value =
        serde_json::from_slice(&body).with_context(|| format!("{method} {path}: {head}"))?;
    let value = answer.get("value").cloned().unwrap_or(Value::Null);
    match value.get("error").and_then(Value::as_str) {
        Some(error) => {
            let message = value
                .get("message")
                .and_then(Value::as_str)
                .unwrap_or_default();
            Err(anyhow!("{method} {path}: {error}: {message}"))
        }
        None if head.starts_with("HTTP/1.1 200") => Ok(value),
        None => bail!(
            "{method} {path}: {}",
            head.lines().next().unwrap_or_default()
        ),
    }
}

/// The head of an answer and as many bytes as it announces.
fn answer(stream: &mut impl BufRead) -> Result<(String, Vec<u8>)> {
    let mut head = String::new();
    let mut length = 0;
    loop {
        let mut line = String::new();
        if stream.read_line(&mut line)? == 0 {
            bail!("the driver ended the connection");
        }
        if let Some((name, value)) = line.split_once(':')
            && name.eq_ignore_ascii_case("content-length")
        {
            length = value.trim().parse()?;
        }
        if line.trim().is_empty() {
            break;
        }
        head.push_str(&line);
    }
    let mut body = vec![0; length];
    stream.read_exact(&mut body)?;
    Ok((head, body))
}
