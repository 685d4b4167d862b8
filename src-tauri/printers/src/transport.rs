//! One IPP request over HTTP (RFC 8010, section 4).
//!
//! The library's own client is not used: it takes the surroundings' `HTTP_PROXY` for printers in
//! the house too, sends chunks that some label printers refuse, and reads an answer of any length.

use crate::PrintError;
use ipp::parser::IppParser;
use ipp::prelude::{IppRequestResponse, Uri};
use ipp::reader::IppReader;
use std::time::Duration;
use ureq::Agent;

/// The longest answer that is read. A printer's whole description has some 50 kB.
const LONGEST_ANSWER: u64 = 4 * 1024 * 1024;

/// Why no answer came.
pub(crate) enum Silence {
    /// Somebody answered, only not as a printer does.
    Strange(String),
    /// An HTTP error instead of an answer.
    Http(u16),
    /// The line could not be opened, or broke.
    Broken(String),
}

/// Sends a request with its document and reads the answer. Once, whatever happens.
pub(crate) fn send(
    address: &Address,
    request: impl Into<IppRequestResponse>,
    document: &[u8],
    patience: Duration,
) -> Result<IppRequestResponse, Silence> {
    let mut body = request.into().to_bytes().to_vec();
    body.extend_from_slice(document);
    let agent: Agent = Agent::config_builder()
        .proxy(None)
        .max_redirects(0)
        .timeout_connect(Some(crate::raw::CONNECT))
        .timeout_global(Some(patience))
        .user_agent("Backroom")
        .build()
        .into();
    let response = agent
        .post(address.url())
        .header("content-type", "application/ipp")
        .send(body.as_slice())
        .map_err(silence)?;
    if !response.status().is_success() {
        return Err(Silence::Http(response.status().as_u16()));
    }
    let reader = response
        .into_body()
        .into_with_config()
        .limit(LONGEST_ANSWER)
        .reader();
    IppParser::new(IppReader::new(reader))
        .parse()
        .map_err(|e| Silence::Strange(e.to_string()))
}

fn silence(error: ureq::Error) -> Silence {
    if let ureq::Error::StatusCode(code) = error {
        return Silence::Http(code);
    }
    if matches!(error, ureq::Error::Protocol(_)) {
        return Silence::Strange(error.to_string());
    }
    Silence::Broken(error.to_string())
}

/// A printer's address, read.
pub(crate) struct Address {
    /// As IPP names the printer in its requests.
    pub(crate) uri: Uri,
    pub(crate) host: String,
    pub(crate) port: u16,
}

impl Address {
    /// Reads `ipp://host[:port]/path`, or the same with `http`.
    pub(crate) fn read(text: &str) -> Result<Self, PrintError> {
        let bad = || PrintError::BadAddress(text.to_owned());
        let uri: Uri = text.trim().parse().map_err(|_| bad())?;
        let default = match uri.scheme_str() {
            Some("ipp") => 631,
            Some("http") => 80,
            _ => return Err(bad()),
        };
        let host = uri.host().filter(|h| !h.is_empty()).ok_or_else(bad)?;
        Ok(Self {
            host: host.to_owned(),
            port: uri.port_u16().unwrap_or(default),
            uri,
        })
    }

    /// Host and port, as they may stand in a sentence: never a name and password.
    pub(crate) fn name(&self) -> String {
        format!("{}:{}", self.host, self.port)
    }

    /// The HTTP address; a name and password in it become the usual header.
    fn url(&self) -> String {
        let user = self
            .uri
            .authority()
            .and_then(|a| a.as_str().rsplit_once('@'))
            .map_or_else(String::new, |(user, _)| format!("{user}@"));
        let path = self.uri.path_and_query().map_or("/", |p| p.as_str());
        format!("http://{user}{}{path}", self.name())
    }
}

/// Whether a document can be sent to an address: `ipp://host[:port]/path`, or the same with `http`. It is
/// not asked whether anybody is there.
#[must_use]
pub fn is_address(text: &str) -> bool {
    Address::read(text).is_ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn addresses_are_read_and_passwords_never_told() {
        let address = Address::read("ipp://ada:secret@printer.test/ipp/print").unwrap();
        assert_eq!(address.name(), "printer.test:631");
        assert_eq!(
            address.url(),
            "http://ada:secret@printer.test:631/ipp/print"
        );
        let other = Address::read("http://[::1]:8631/x?y=1").unwrap();
        assert_eq!(other.url(), "http://[::1]:8631/x?y=1");
        for bad in [
            "",
            "printer",
            "ftp://x/",
            "ipp://",
            "file:///etc/passwd",
            "ipps://x/",
        ] {
            assert!(
                matches!(Address::read(bad), Err(PrintError::BadAddress(_))),
                "{bad}"
            );
        }
    }
}
