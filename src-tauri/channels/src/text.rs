//! Bytes to text: which encoding a file is in, and where its characters cannot be trusted.
//!
//! Detection is strict. A byte order mark decides; else valid UTF-8 is UTF-8; else zero bytes at
//! every second place are UTF-16; else the file is Windows-1252 if every byte has a meaning there.
//! What fits none of these is refused with a request to choose, never read as something likely.

use crate::limits;
use crate::refused::{FileRefused, Unread, megabytes};
use encoding_rs::{CoderResult, Encoding as Coder};
use serde::{Deserialize, Serialize};
use std::borrow::Cow;
use std::io::{Read, Seek, SeekFrom};
use ts_rs::TS;

/// An encoding that a file may be read in. The first four are detected, the others chosen.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize, TS)]
#[serde(rename_all = "kebab-case")]
pub enum Encoding {
    /// UTF-8, with or without byte order mark.
    Utf8,
    /// UTF-16, low byte first.
    Utf16Le,
    /// UTF-16, high byte first.
    Utf16Be,
    /// Western European Windows; what Excel calls "ANSI" there.
    Windows1252,
    /// Central European Windows.
    Windows1250,
    /// Cyrillic Windows.
    Windows1251,
    /// Western European with the euro sign.
    Iso8859_15,
    /// Classic Mac OS.
    MacRoman,
    /// Japanese.
    ShiftJis,
    /// Simplified Chinese.
    Gb18030,
    /// Traditional Chinese.
    Big5,
    /// Korean.
    EucKr,
}

impl Encoding {
    fn coder(self) -> &'static Coder {
        match self {
            Self::Utf8 => encoding_rs::UTF_8,
            Self::Utf16Le => encoding_rs::UTF_16LE,
            Self::Utf16Be => encoding_rs::UTF_16BE,
            Self::Windows1252 => encoding_rs::WINDOWS_1252,
            Self::Windows1250 => encoding_rs::WINDOWS_1250,
            Self::Windows1251 => encoding_rs::WINDOWS_1251,
            Self::Iso8859_15 => encoding_rs::ISO_8859_15,
            Self::MacRoman => encoding_rs::MACINTOSH,
            Self::ShiftJis => encoding_rs::SHIFT_JIS,
            Self::Gb18030 => encoding_rs::GB18030,
            Self::Big5 => encoding_rs::BIG5,
            Self::EucKr => encoding_rs::EUC_KR,
        }
    }
}

/// The text of a file. UTF-8 is borrowed, everything else decoded once.
#[derive(Debug)]
pub struct Decoded<'a> {
    /// The text without byte order mark. U+FFFD stands where bytes had no meaning.
    pub text: Cow<'a, str>,
    /// The encoding it was read in.
    pub encoding: Encoding,
    /// Whether a byte order mark said so.
    pub bom: bool,
    /// Whether some bytes had no meaning and became U+FFFD.
    pub damaged: bool,
}

/// Decodes a file. `chosen` overrides the detection.
///
/// # Errors
/// The file is empty, too large, another kind of file (PDF, picture, archive, web page), or in an
/// encoding that cannot be told.
pub fn decode(bytes: &[u8], chosen: Option<Encoding>) -> Result<Decoded<'_>, FileRefused> {
    let (encoding, bom, skip) = look(bytes, chosen)?;
    let body = bytes.get(skip..).unwrap_or_default();
    // Nearly every file is valid, and finding that out is much faster than repairing.
    let valid = std::str::from_utf8(body).ok();
    let decoded = match valid.filter(|_| encoding == Encoding::Utf8) {
        Some(text) => Decoded {
            text: Cow::Borrowed(text),
            encoding,
            bom,
            damaged: false,
        },
        None => {
            let mut decoding = Decoding::new(encoding, body.len());
            decoding.push(body, true)?;
            decoding.done(encoding, bom)
        }
    };
    not_empty(decoded)
}

/// Reads and decodes a file. What is not UTF-8 is read a second time and decoded on the way, so that a
/// file never stands in memory twice.
///
/// # Errors
/// As [`decode`]; the disk's.
pub fn read(
    file: &mut (impl Read + Seek),
    chosen: Option<Encoding>,
) -> Result<Decoded<'static>, Unread> {
    let size = usize::try_from(file.seek(SeekFrom::End(0))?).unwrap_or(usize::MAX);
    if size > limits::FILE_BYTES {
        return Err(too_large().into());
    }
    file.rewind()?;
    let mut bytes = Vec::with_capacity(size);
    let most = u64::try_from(limits::FILE_BYTES).unwrap_or(u64::MAX);
    file.take(most.saturating_add(1)).read_to_end(&mut bytes)?;
    let (encoding, bom, skip) = look(&bytes, chosen)?;
    if encoding == Encoding::Utf8
        && std::str::from_utf8(bytes.get(skip..).unwrap_or_default()).is_ok()
    {
        bytes.drain(..skip);
        let text = String::from_utf8(bytes).unwrap_or_default();
        return Ok(not_empty(Decoded {
            text: Cow::Owned(text),
            encoding,
            bom,
            damaged: false,
        })?);
    }
    let size = bytes.len() - skip;
    drop(bytes);
    file.seek(SeekFrom::Start(u64::try_from(skip).unwrap_or(0)))?;
    let mut decoding = Decoding::new(encoding, size);
    let mut block = vec![0; LOOK];
    loop {
        let read = file.read(&mut block)?;
        decoding.push(block.get(..read).unwrap_or_default(), read == 0)?;
        if read == 0 {
            return Ok(not_empty(decoding.done(encoding, bom))?);
        }
    }
}

/// The encoding, whether a mark says so, and how many bytes that mark takes.
fn look(bytes: &[u8], chosen: Option<Encoding>) -> Result<(Encoding, bool, usize), FileRefused> {
    if bytes.len() > limits::FILE_BYTES {
        return Err(too_large());
    }
    if let Some(kind) = other_kind(bytes) {
        return Err(FileRefused::new("import-file-not-a-table").with("kind", kind));
    }
    let (marked, body) = byte_order_mark(bytes);
    let encoding = match chosen.or(marked) {
        Some(encoding) => encoding,
        None => detect(body)?,
    };
    let bom = marked.is_some();
    let skip = if bom && marked != Some(encoding) {
        0
    } else {
        bytes.len() - body.len()
    };
    Ok((encoding, bom, skip))
}

fn not_empty(decoded: Decoded<'_>) -> Result<Decoded<'_>, FileRefused> {
    if decoded.text.trim().is_empty() {
        return Err(FileRefused::new("import-file-empty"));
    }
    Ok(decoded)
}

fn too_large() -> FileRefused {
    FileRefused::new("import-file-too-large").with("limit", megabytes(limits::FILE_BYTES))
}

/// Decodes in steps, so that a file which swells beyond the limit is stopped on the way.
struct Decoding {
    decoder: encoding_rs::Decoder,
    text: String,
    damaged: bool,
}

impl Decoding {
    /// With room for a text of about so many bytes.
    fn new(encoding: Encoding, bytes: usize) -> Self {
        Self {
            decoder: encoding.coder().new_decoder_without_bom_handling(),
            text: String::with_capacity(bytes.min(limits::FILE_BYTES)),
            damaged: false,
        }
    }

    fn push(&mut self, mut bytes: &[u8], last: bool) -> Result<(), FileRefused> {
        loop {
            if self.text.capacity() - self.text.len() < 4096 {
                // By steps: doubling would take half a gigabyte for the last letters.
                self.text.reserve_exact(8 * 1024 * 1024);
            }
            let (result, read, replaced) =
                self.decoder.decode_to_string(bytes, &mut self.text, last);
            self.damaged |= replaced;
            bytes = bytes.get(read..).unwrap_or_default();
            if self.text.len() > limits::FILE_BYTES {
                return Err(too_large());
            }
            match result {
                CoderResult::InputEmpty => return Ok(()),
                CoderResult::OutputFull => {}
            }
        }
    }

    fn done(self, encoding: Encoding, bom: bool) -> Decoded<'static> {
        Decoded {
            text: Cow::Owned(self.text),
            encoding,
            bom,
            damaged: self.damaged,
        }
    }
}

fn byte_order_mark(bytes: &[u8]) -> (Option<Encoding>, &[u8]) {
    let marks: [(&[u8], Encoding); 3] = [
        (b"\xEF\xBB\xBF", Encoding::Utf8),
        (b"\xFF\xFE", Encoding::Utf16Le),
        (b"\xFE\xFF", Encoding::Utf16Be),
    ];
    for (mark, encoding) in marks {
        if let Some(body) = bytes.strip_prefix(mark) {
            return (Some(encoding), body);
        }
    }
    (None, bytes)
}

/// Bytes of the start of a file that decide questions which need no more.
const LOOK: usize = 64 * 1024;

fn detect(body: &[u8]) -> Result<Encoding, FileRefused> {
    let start = body.get(..LOOK).unwrap_or(body);
    if let Some(utf16) = utf16_without_mark(start) {
        return Ok(utf16);
    }
    // A stray zero is a damaged cell; many are some other kind of file.
    let zeros = start.iter().filter(|byte| **byte == 0).count();
    if zeros * 20 > start.len() {
        return Err(FileRefused::new("import-encoding-unknown"));
    }
    let Err(error) = std::str::from_utf8(body) else {
        return Ok(Encoding::Utf8);
    };
    // A few broken bytes in a text that is plainly UTF-8 are damage, not another encoding: read
    // as Windows-1252, every umlaut of the file would turn into two wrong letters.
    if mostly_utf8(body) || error.error_len().is_none() && error.valid_up_to() + 4 > body.len() {
        return Ok(Encoding::Utf8);
    }
    let undefined = [0x81, 0x8D, 0x8F, 0x90, 0x9D];
    if body.iter().any(|byte| undefined.contains(byte)) || start.contains(&0) {
        return Err(FileRefused::new("import-encoding-unknown"));
    }
    Ok(Encoding::Windows1252)
}

/// ASCII text in UTF-16 has a zero at every second byte; no other text has zeros at all.
fn utf16_without_mark(start: &[u8]) -> Option<Encoding> {
    let pairs = start.len() / 2;
    if pairs < 2 {
        return None;
    }
    let zeros = |at: usize| {
        start
            .iter()
            .skip(at)
            .step_by(2)
            .filter(|byte| **byte == 0)
            .count()
    };
    let (even, odd) = (zeros(0), zeros(1));
    if odd * 10 > pairs * 6 && even * 10 < pairs {
        Some(Encoding::Utf16Le)
    } else if even * 10 > pairs * 6 && odd * 10 < pairs {
        Some(Encoding::Utf16Be)
    } else {
        None
    }
}

/// Whether valid sequences of several bytes outnumber the bytes that belong to none.
fn mostly_utf8(body: &[u8]) -> bool {
    let (mut good, mut bad) = (0_usize, 0_usize);
    for chunk in body.utf8_chunks() {
        good += chunk.valid().bytes().filter(|byte| *byte >= 0xC0).count();
        // Wrong bytes side by side are one damage.
        let apart = bad == 0 || !chunk.valid().is_empty();
        bad += usize::from(apart && !chunk.invalid().is_empty());
    }
    good > bad
}

/// Files of another kind that people pick by mistake, by their first bytes.
fn other_kind(bytes: &[u8]) -> Option<&'static str> {
    let signatures: [(&[u8], &str); 9] = [
        (b"%PDF", "pdf"),
        (b"\xD0\xCF\x11\xE0", "old-excel"),
        (b"\x89PNG", "picture"),
        (b"\xFF\xD8\xFF", "picture"),
        (b"GIF8", "picture"),
        (b"\x1F\x8B", "archive"),
        (b"PK\x03\x04", "archive"),
        (b"Rar!", "archive"),
        (b"7z\xBC\xAF", "archive"),
    ];
    if let Some((_, kind)) = signatures.iter().find(|(mark, _)| bytes.starts_with(mark)) {
        return Some(kind);
    }
    let start = bytes.strip_prefix(b"\xEF\xBB\xBF").unwrap_or(bytes);
    let start = start
        .get(..64)
        .unwrap_or(start)
        .trim_ascii_start()
        .to_ascii_lowercase();
    if start.starts_with(b"<!doctype html") || start.starts_with(b"<html") {
        Some("web-page")
    } else if start.starts_with(b"<?xml") {
        Some("xml")
    } else if start.starts_with(b"{\"") || start.starts_with(b"[{") {
        Some("json")
    } else {
        None
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(bytes: &[u8]) -> (String, Encoding, bool, bool) {
        let d = decode(bytes, None).unwrap();
        (d.text.into_owned(), d.encoding, d.bom, d.damaged)
    }

    fn utf16(text: &str, little: bool) -> Vec<u8> {
        text.encode_utf16()
            .flat_map(|unit| {
                if little {
                    unit.to_le_bytes()
                } else {
                    unit.to_be_bytes()
                }
            })
            .collect()
    }

    #[test]
    fn every_detected_encoding_gives_the_same_text() {
        let text = "Name;Ort\nJürgen Groß;Köln\n".to_owned();
        assert_eq!(
            read(text.as_bytes()),
            (text.clone(), Encoding::Utf8, false, false)
        );
        let marked = [b"\xEF\xBB\xBF", text.as_bytes()].concat();
        assert_eq!(read(&marked), (text.clone(), Encoding::Utf8, true, false));
        for (little, encoding, mark) in [
            (true, Encoding::Utf16Le, [0xFF, 0xFE]),
            (false, Encoding::Utf16Be, [0xFE, 0xFF]),
        ] {
            let body = utf16(&text, little);
            assert_eq!(read(&body), (text.clone(), encoding, false, false));
            assert_eq!(
                read(&[&mark[..], &body].concat()),
                (text.clone(), encoding, true, false)
            );
        }
        let cp1252 = b"Name;Ort\nJ\xFCrgen Gro\xDF;K\xF6ln\n";
        assert_eq!(read(cp1252), (text, Encoding::Windows1252, false, false));
    }

    #[test]
    fn the_euro_sign_of_windows_1252_is_not_a_control_character() {
        assert_eq!(read(b"Preis\n5,00 \x80\n").0, "Preis\n5,00 \u{20AC}\n");
    }

    #[test]
    fn one_bad_byte_in_utf8_is_damage_and_does_not_change_the_rest() {
        let (text, encoding, _, damaged) = read(b"Ort\nK\xC3\xB6ln\nM\xC3\xBCnchen\nK\xF6ln\n");
        assert_eq!((encoding, damaged), (Encoding::Utf8, true));
        assert_eq!(text, "Ort\nKöln\nMünchen\nK\u{FFFD}ln\n");
    }

    #[test]
    fn a_truncated_utf16_file_is_read_up_to_its_damage() {
        let mut body = utf16("a;b\n1;2\n", true);
        body.pop();
        let decoded = decode(&body, None).unwrap();
        assert_eq!(
            (decoded.encoding, decoded.damaged),
            (Encoding::Utf16Le, true)
        );
    }

    #[test]
    fn bytes_without_meaning_in_windows_1252_ask_for_a_choice() {
        let refused = decode(b"Name\n\x81\xA1\x82\xA0\xFF\n", None).unwrap_err();
        assert_eq!(refused.sentence().id, "import-encoding-unknown");
    }

    #[test]
    fn a_chosen_encoding_wins() {
        let sjis = b"Name\n\x93\x8C\x8B\x9E\n";
        assert_eq!(
            decode(sjis, Some(Encoding::ShiftJis)).unwrap().text,
            "Name\n東京\n"
        );
    }

    #[test]
    fn other_kinds_of_files_are_named() {
        for (bytes, kind) in [
            (&b"%PDF-1.7"[..], "pdf"),
            (b"\xD0\xCF\x11\xE0\xA1\xB1", "old-excel"),
            (b"\n<!DOCTYPE html><html>", "web-page"),
            (b"[{\"id\":1}]", "json"),
        ] {
            let sentence = decode(bytes, None).unwrap_err().sentence();
            assert_eq!(sentence.id, "import-file-not-a-table");
            assert_eq!(sentence.args.get("kind"), Some(&kind.into()));
        }
    }

    #[test]
    fn nothing_but_blanks_is_an_empty_file() {
        for bytes in [&b""[..], b"\xEF\xBB\xBF\r\n\r\n", b"   "] {
            assert_eq!(
                decode(bytes, None).unwrap_err().sentence().id,
                "import-file-empty"
            );
        }
    }
}
