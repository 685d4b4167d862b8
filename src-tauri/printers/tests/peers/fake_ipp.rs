//! A printer that behaves as a test tells it: answers operations from a script, breaks lines.

use ipp::model::{DelimiterTag, IppVersion, StatusCode};
use ipp::parser::IppParser;
use ipp::prelude::{IppAttribute, IppRequestResponse, IppValue};
use ipp::reader::IppReader;
use std::io::{BufRead, BufReader, Cursor, Read, Write};
use std::net::{TcpListener, TcpStream};
use std::sync::{Arc, Mutex};

pub(crate) const PRINT_JOB: i16 = 0x0002;
pub(crate) const GET_JOB: i16 = 0x0009;
pub(crate) const GET_PRINTER: i16 = 0x000B;
pub(crate) const CUPS_GET_PRINTERS: i16 = 0x4002;

/// What the printer does with a request.
pub(crate) enum Answer {
    /// A proper IPP answer.
    Ipp(IppRequestResponse),
    /// These bytes under `200 OK`.
    Bytes(Vec<u8>),
    /// An HTTP status.
    Http(u16),
    /// The line breaks after so many bytes of the request's body.
    BreakAfter(usize),
}

/// The operations that arrived and the documents that were complete.
#[derive(Default)]
pub(crate) struct Seen {
    pub(crate) operations: Vec<i16>,
    pub(crate) documents: Vec<Vec<u8>>,
}

pub(crate) struct FakePrinter {
    pub(crate) uri: String,
    seen: Arc<Mutex<Seen>>,
}

impl FakePrinter {
    /// Starts a printer; `script` gets the operation and how many requests came before it.
    pub(crate) fn start(script: impl Fn(i16, usize) -> Answer + Send + 'static) -> Self {
        let listener = TcpListener::bind("127.0.0.1:0").unwrap();
        let port = listener.local_addr().unwrap().port();
        let seen = Arc::new(Mutex::new(Seen::default()));
        let shared = Arc::clone(&seen);
        std::thread::spawn(move || {
            for stream in listener.incoming() {
                serve(stream.unwrap(), &script, &shared);
            }
        });
        Self {
            uri: format!("ipp://127.0.0.1:{port}/ipp/print"),
            seen,
        }
    }

    pub(crate) fn count(&self, operation: i16) -> usize {
        let seen = self.seen.lock().unwrap();
        seen.operations.iter().filter(|o| **o == operation).count()
    }

    pub(crate) fn documents(&self) -> Vec<Vec<u8>> {
        self.seen.lock().unwrap().documents.clone()
    }
}

fn serve(stream: TcpStream, script: &impl Fn(i16, usize) -> Answer, seen: &Mutex<Seen>) {
    let mut reader = BufReader::new(stream.try_clone().unwrap());
    // A call that only knocks sends nothing.
    let Some(length) = headers(&mut reader) else {
        return;
    };
    let mut body = reader.take(length);
    // The operation stands in bytes 2 and 3 of every request (RFC 8010, section 3.1.1).
    let mut start = [0_u8; 4];
    if body.read_exact(&mut start).is_err() {
        return;
    }
    let operation = i16::from_be_bytes([start[2], start[3]]);
    let before = {
        let mut seen = seen.lock().unwrap();
        seen.operations.push(operation);
        seen.operations.len() - 1
    };
    let mut stream = stream;
    match script(operation, before) {
        Answer::BreakAfter(bytes) => {
            let mut some = vec![0_u8; bytes];
            let _ = body.read_exact(&mut some);
        }
        Answer::Ipp(answer) => {
            keep(&mut body, start, seen);
            reply(&mut stream, "200 OK", &answer.to_bytes());
        }
        Answer::Bytes(bytes) => {
            keep(&mut body, start, seen);
            reply(&mut stream, "200 OK", &bytes);
        }
        Answer::Http(status) => {
            keep(&mut body, start, seen);
            reply(&mut stream, &format!("{status} No"), b"");
        }
    }
}

fn keep(body: &mut impl Read, start: [u8; 4], seen: &Mutex<Seen>) {
    let mut whole = start.to_vec();
    body.read_to_end(&mut whole).unwrap();
    let request = IppParser::new(IppReader::new(Cursor::new(whole)))
        .parse()
        .unwrap();
    let mut document = Vec::new();
    request.into_payload().read_to_end(&mut document).unwrap();
    if !document.is_empty() {
        seen.lock().unwrap().documents.push(document);
    }
}

fn reply(stream: &mut TcpStream, status: &str, body: &[u8]) {
    let head = format!(
        "HTTP/1.1 {status}\r\nContent-Type: application/ipp\r\nContent-Length: {}\r\nConnection: close\r\n\r\n",
        body.len()
    );
    let _ = stream
        .write_all(head.as_bytes())
        .and_then(|()| stream.write_all(body));
}

/// Reads the request's head; the length of its body, `None` when nobody asked anything.
fn headers(reader: &mut BufReader<TcpStream>) -> Option<u64> {
    let mut length = None;
    loop {
        let mut line = String::new();
        if reader.read_line(&mut line).ok()? == 0 {
            return None;
        }
        let line = line.trim().to_ascii_lowercase();
        assert!(
            !line.starts_with("transfer-encoding"),
            "some label printers refuse chunks"
        );
        if let Some(value) = line.strip_prefix("content-length:") {
            length = Some(value.trim().parse().unwrap());
        }
        if line.is_empty() {
            return length;
        }
    }
}

/// An answer with attributes of one group: name and value.
pub(crate) fn answer(status: StatusCode, tag: DelimiterTag, values: &[(&str, IppValue)]) -> Answer {
    let mut response = IppRequestResponse::new_response(IppVersion::v1_1(), status, 1).unwrap();
    for (name, value) in values {
        let attribute = IppAttribute::with_name(*name, value.clone()).unwrap();
        response.attributes_mut().add(tag, attribute);
    }
    Answer::Ipp(response)
}

pub(crate) fn word(text: &str) -> IppValue {
    IppValue::new_keyword(text).unwrap()
}

pub(crate) fn mime(text: &str) -> IppValue {
    IppValue::new_mime_media_type(text).unwrap()
}

/// A printer that is ready, takes PDF and knows 4×6.
pub(crate) fn ready() -> Answer {
    state(3, "none", true)
}

/// A printer in a state (3 idle, 4 processing, 5 stopped) for a reason.
pub(crate) fn state(number: i32, reason: &str, accepting: bool) -> Answer {
    answer(
        StatusCode::SuccessfulOk,
        DelimiterTag::PrinterAttributes,
        &[
            (
                "printer-name",
                IppValue::new_name_without_language("Label").unwrap(),
            ),
            ("printer-state", IppValue::Enum(number)),
            ("printer-state-reasons", word(reason)),
            ("printer-is-accepting-jobs", IppValue::Boolean(accepting)),
            ("document-format-supported", mime("application/pdf")),
            ("media-supported", word("na_index-4x6_4x6in")),
        ],
    )
}

/// The answer to Print-Job.
pub(crate) fn taken(job_id: i32) -> Answer {
    job(job_id, 3, "none")
}

/// A job in a state (3 pending … 9 completed) for a reason.
pub(crate) fn job(job_id: i32, number: i32, reason: &str) -> Answer {
    answer(
        StatusCode::SuccessfulOk,
        DelimiterTag::JobAttributes,
        &[
            ("job-id", IppValue::Integer(job_id)),
            ("job-state", IppValue::Enum(number)),
            ("job-state-reasons", word(reason)),
        ],
    )
}
