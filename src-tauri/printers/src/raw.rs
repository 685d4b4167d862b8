//! Raw TCP, port 9100: the document is the job. There is no answer that says "printed".

use crate::{PrintError, Printed};
use std::io::{self, Read, Write};
use std::net::{Shutdown, SocketAddr, TcpStream, ToSocketAddrs};
use std::time::Duration;

/// How long a printer may take to answer the call.
pub(crate) const CONNECT: Duration = Duration::from_secs(3);

/// How long a printer may stand still in the middle of a document: feeding and cutting takes some.
const WRITE: Duration = Duration::from_secs(30);

/// How long the end is listened to for a line that breaks.
const LINGER: Duration = Duration::from_secs(2);

/// How long after a close a reset is waited for: it travels the way of the close, right behind it.
const RESET: Duration = Duration::from_millis(100);

/// Bytes per write, so that an unclear end can say how far it came.
const CHUNK: usize = 16 * 1024;

/// Sends a document, `copies` times over one connection.
pub(crate) fn send(
    host: &str,
    port: u16,
    bytes: &[u8],
    copies: u16,
) -> Result<Printed, PrintError> {
    let printer = format!("{host}:{port}");
    let mut stream = connect(host, port)?;
    let mut sent = 0_usize;
    let total = bytes.len().saturating_mul(usize::from(copies));
    let outcome = (0..copies)
        .try_for_each(|_| write_counted(&mut stream, bytes, &mut sent))
        .and_then(|()| still_open(&stream))
        .and_then(|()| stream.shutdown(Shutdown::Write))
        .and_then(|()| listen_to_the_end(&mut stream));
    match outcome {
        Ok(()) => Ok(Printed {
            job_id: None,
            place: printer,
            notes: Vec::new(),
        }),
        Err(error) if sent == 0 => Err(PrintError::Unreachable {
            printer,
            reason: error.to_string(),
        }),
        Err(error) => Err(PrintError::Unclear {
            printer,
            reason: format!("{error} after {sent} of {total} bytes"),
        }),
    }
}

/// Opens a connection to a printer, each of its addresses in turn.
pub(crate) fn connect(host: &str, port: u16) -> Result<TcpStream, PrintError> {
    let unreachable = |reason: String| PrintError::Unreachable {
        printer: format!("{host}:{port}"),
        reason,
    };
    let addresses: Vec<SocketAddr> = (host.trim_matches(['[', ']']), port)
        .to_socket_addrs()
        .map_err(|e| unreachable(e.to_string()))?
        .collect();
    let mut reason = "no address".to_owned();
    for address in addresses {
        match TcpStream::connect_timeout(&address, CONNECT) {
            Ok(stream) => {
                stream
                    .set_write_timeout(Some(WRITE))
                    .and_then(|()| stream.set_read_timeout(Some(LINGER)))
                    .map_err(|e| unreachable(e.to_string()))?;
                return Ok(stream);
            }
            Err(error) => reason = error.to_string(),
        }
    }
    Err(unreachable(reason))
}

fn write_counted(stream: &mut TcpStream, bytes: &[u8], sent: &mut usize) -> io::Result<()> {
    for chunk in bytes.chunks(CHUNK) {
        let mut rest = chunk;
        while !rest.is_empty() {
            match stream.write(rest) {
                Ok(0) => return Err(io::ErrorKind::WriteZero.into()),
                Ok(written) => {
                    *sent += written;
                    rest = rest.get(written..).unwrap_or_default();
                }
                Err(error) if error.kind() == io::ErrorKind::Interrupted => {}
                Err(error) => return Err(error),
            }
        }
    }
    stream.flush()
}

/// A printer that closed its side before we ended the document cannot be known to have read it all:
/// the bytes may have arrived at a closed door, and the reset that says so may still be under way.
fn still_open(stream: &TcpStream) -> io::Result<()> {
    stream.set_nonblocking(true)?;
    let seen = stream.peek(&mut [0_u8; 1]);
    stream.set_nonblocking(false)?;
    match seen {
        Ok(0) => Err(hung_up()),
        Err(error) if error.kind() != io::ErrorKind::WouldBlock => Err(error),
        Ok(_) | Err(_) => Ok(()),
    }
}

fn hung_up() -> io::Error {
    io::Error::new(
        io::ErrorKind::UnexpectedEof,
        "the printer hung up before the end",
    )
}

/// A printer that closes the line in good order, or keeps it open in silence, has taken the
/// document; one that breaks it may have lost a part.
fn listen_to_the_end(stream: &mut TcpStream) -> io::Result<()> {
    let mut answer = [0_u8; 256];
    // Some printers send status bytes; a few reads are enough to see a broken line.
    for _ in 0..8 {
        match stream.read(&mut answer) {
            Ok(0) => {
                // A reset for bytes that came too late follows the close by a moment.
                std::thread::sleep(RESET);
                return stream.take_error()?.map_or(Ok(()), Err);
            }
            Ok(_) => {}
            Err(error) => {
                let kind = error.kind();
                if matches!(kind, io::ErrorKind::WouldBlock | io::ErrorKind::TimedOut) {
                    return Ok(());
                }
                if kind != io::ErrorKind::Interrupted {
                    return Err(error);
                }
            }
        }
    }
    Ok(())
}
