//! Saving a document.

use crate::{PrintError, Printed, clean_title};
use std::fs;
use std::io::{self, Write};
use std::path::{Path, PathBuf};

/// Writes the file whole or not at all: first beside its place, then moved there.
pub(crate) fn save(path: &Path, bytes: &[u8]) -> Result<Printed, PrintError> {
    let failed = |source: io::Error| PrintError::File {
        path: path.to_owned(),
        source,
    };
    let part = beside(path).ok_or_else(|| failed(io::ErrorKind::InvalidFilename.into()))?;
    let written = write_whole(&part, bytes).and_then(|()| fs::rename(&part, path));
    if let Err(error) = written {
        // Nothing half done stays behind; that the rest could not be removed changes nothing.
        let _ = fs::remove_file(&part);
        return Err(failed(error));
    }
    Ok(Printed {
        job_id: None,
        place: path.display().to_string(),
        notes: Vec::new(),
    })
}

fn beside(path: &Path) -> Option<PathBuf> {
    let mut name = path.file_name()?.to_owned();
    name.push(".part");
    Some(path.with_file_name(name))
}

fn write_whole(path: &Path, bytes: &[u8]) -> io::Result<()> {
    let mut file = fs::File::create(path)?;
    file.write_all(bytes)?;
    file.sync_all()
}

/// A file name for a document that every system accepts: the cleaned title without the signs that
/// Windows refuses, and the ending of its kind.
#[must_use]
pub fn file_name(title: &str, mime: &str) -> String {
    let ending = match mime {
        "application/pdf" => "pdf",
        "image/png" => "png",
        "application/vnd.zebra-zpl" | "application/zpl" => "zpl",
        "text/csv" => "csv",
        _ => "bin",
    };
    let stem: String = clean_title(title)
        .chars()
        .map(|c| match c {
            '/' | '\\' | ':' | '*' | '?' | '"' | '<' | '>' | '|' => '-',
            c => c,
        })
        .collect();
    let stem = stem.trim_matches(['.', ' ', '-']);
    // Windows keeps these names for devices, whatever the ending.
    let device = ["con", "prn", "aux", "nul"].contains(&stem.to_lowercase().as_str());
    let stem = if stem.is_empty() || device {
        "Backroom"
    } else {
        stem
    };
    format!("{stem}.{ending}")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_are_names_on_every_system() {
        for (title, mime, name) in [
            ("Label #1001", "application/pdf", "Label #1001.pdf"),
            ("../../etc/passwd", "application/pdf", "etc-passwd.pdf"),
            ("a:b*c?", "application/vnd.zebra-zpl", "a-b-c.zpl"),
            ("CON", "text/csv", "Backroom.csv"),
            ("...", "x/y", "Backroom.bin"),
        ] {
            assert_eq!(file_name(title, mime), name);
        }
    }

    #[test]
    fn a_file_is_there_whole_or_not_at_all() {
        let dir = tempfile::tempdir().unwrap();
        let path = dir.path().join("label.pdf");
        fs::write(&path, b"old").unwrap();
        save(&path, b"%PDF-new").unwrap();
        assert_eq!(fs::read(&path).unwrap(), b"%PDF-new");
        let missing = dir.path().join("no/such/folder/label.pdf");
        let error = save(&missing, b"x").unwrap_err();
        assert!(matches!(error, PrintError::File { .. }));
        assert_eq!(
            fs::read_dir(dir.path()).unwrap().count(),
            1,
            "no part is left behind"
        );
    }
}
