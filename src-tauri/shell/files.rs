//! Files that a person has picked or dropped.
//!
//! The page never names a path. It gets a token for each picked file and puts it where a request
//! wants a `path`; here the token becomes the path. So a page that has gone wrong can ask for no
//! file that nobody picked.

use serde::Serialize;
use serde_json::Value;
use std::path::{Path, PathBuf};
use std::sync::{Mutex, PoisonError};

/// What a token begins with; no path does.
const TOKEN: &str = "picked:";
/// So many files are remembered; the oldest is forgotten first.
const AT_MOST: usize = 256;

/// A picked file as the page sees it.
#[derive(Debug, Clone, Serialize, PartialEq, Eq)]
pub(crate) struct PickedFile {
    /// The token that stands for the file in a request.
    pub(crate) path: String,
    /// The file's own name, without its folder.
    pub(crate) name: String,
    /// Bytes; 0 for a folder, and for a file that is to be written.
    pub(crate) size: u64,
}

/// The files that were picked since the window was opened.
#[derive(Debug, Default)]
pub(crate) struct Picked {
    paths: Mutex<(usize, Vec<(usize, PathBuf)>)>,
}

impl Picked {
    /// Remembers a file and gives it a token.
    pub(crate) fn add(&self, path: &Path) -> PickedFile {
        let mut paths = self.paths.lock().unwrap_or_else(PoisonError::into_inner);
        paths.0 += 1;
        let number = paths.0;
        paths.1.push((number, path.to_path_buf()));
        if paths.1.len() > AT_MOST {
            paths.1.remove(0);
        }
        let size = std::fs::metadata(path)
            .ok()
            .filter(std::fs::Metadata::is_file);
        PickedFile {
            path: format!("{TOKEN}{number}"),
            name: path
                .file_name()
                .unwrap_or_default()
                .to_string_lossy()
                .into_owned(),
            size: size.map_or(0, |metadata| metadata.len()),
        }
    }

    /// The path behind a token.
    pub(crate) fn path(&self, token: &str) -> Option<PathBuf> {
        let number: usize = token.strip_prefix(TOKEN)?.parse().ok()?;
        let paths = self.paths.lock().unwrap_or_else(PoisonError::into_inner);
        paths
            .1
            .iter()
            .find(|(known, _)| *known == number)
            .map(|(_, path)| path.clone())
    }

    /// The request with every token in it, at any depth, turned into its path. A `path` must be a
    /// token; a folder of the settings may also be the one that Rust itself has told the page.
    /// `Err` with the first text that stands for no picked file, or for one whose name is not Unicode.
    pub(crate) fn admit(&self, body: Value) -> Result<Value, String> {
        match body {
            Value::Object(fields) => fields
                .into_iter()
                .map(|(name, value)| {
                    let value = if let Value::String(text) = &value
                        && (name == "path" || text.starts_with(TOKEN))
                    {
                        let path = self
                            .path(text)
                            .and_then(|path| path.into_os_string().into_string().ok());
                        Value::String(path.ok_or_else(|| text.clone())?)
                    } else {
                        self.admit(value)?
                    };
                    Ok((name, value))
                })
                .collect::<Result<_, String>>()
                .map(Value::Object),
            Value::Array(items) => items
                .into_iter()
                .map(|item| self.admit(item))
                .collect::<Result<_, String>>()
                .map(Value::Array),
            Value::Null | Value::Bool(_) | Value::Number(_) | Value::String(_) => Ok(body),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::{AT_MOST, Picked};
    use serde_json::json;
    use std::path::Path;

    #[test]
    fn a_picked_file_is_admitted_by_its_token_only() {
        let picked = Picked::default();
        let file = picked.add(Path::new("/shop/orders.csv"));
        assert_eq!(file.name, "orders.csv");
        let folder = picked.add(Path::new("/backups"));
        let body = json!({
            "files": [{"path": file.path, "kind": "shopify"}],
            "note": "path",
            "folder": folder.path,
            "second_folder": "/told/by/rust",
        });
        let admitted = picked.admit(body).expect("a picked file");
        assert_eq!(
            admitted,
            json!({
                "files": [{"path": "/shop/orders.csv", "kind": "shopify"}],
                "note": "path",
                "folder": "/backups",
                "second_folder": "/told/by/rust",
            })
        );
    }

    #[test]
    fn a_path_that_nobody_picked_is_refused() {
        let picked = Picked::default();
        picked.add(Path::new("/shop/orders.csv"));
        for path in [
            "/etc/passwd",
            "/shop/orders.csv",
            "picked:2",
            "picked:",
            "picked:-1",
        ] {
            assert_eq!(picked.admit(json!({"path": path})), Err(path.to_owned()));
        }
    }

    #[test]
    fn the_oldest_file_is_forgotten_first() {
        let picked = Picked::default();
        let first = picked.add(Path::new("/a"));
        for number in 0..AT_MOST {
            picked.add(Path::new(&format!("/{number}")));
        }
        assert_eq!(picked.path(&first.path), None);
        assert_eq!(picked.path("picked:2").as_deref(), Some(Path::new("/0")));
    }
}
