//! A backup's seal: the checksum of all its bytes, behind the database in the same file.
//!
//! The engine's own check reads pages, indices and references. A byte that flipped inside a row is a row
//! with another value to it. So whoever copies a shop for keeping writes the SHA-256 of the copy behind its
//! last page, where the engine never looks, and a fact in the copy says that there must be one: a file that
//! lost its end has lost its seal and says so.

use crate::engine::sqlite;
use crate::{Result, StoreError};
use sha2::{Digest, Sha256};
use std::fs::{File, OpenOptions};
use std::io::{Read as _, Seek as _, SeekFrom, Write as _};
use std::path::Path;

/// The fact in a copy that says that it has a seal. An open shop has none.
pub(crate) const SEALED: &str = "sealed";

/// What a seal begins with; its length is fixed, so that it is found from the end.
const BEGIN: &str = "\nBackroom backup 1\nsha256 ";

/// Bytes of a seal: its beginning, 64 digits, the end of the line.
const LENGTH: usize = BEGIN.len() + 64 + 1;

/// What is read at once.
const PIECE: usize = 1 << 20;

/// What a file says of its own bytes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Seal {
    /// Every byte is as it was written.
    Whole,
    /// It carries no checksum: a shop's own file, not a backup of it.
    None,
}

/// Reads all of a file and compares it with its seal.
///
/// # Errors
/// [`StoreError::Damaged`] when a byte is not what it was; [`StoreError::File`] when it cannot be read.
pub(crate) async fn verify(file: &Path) -> Result<Seal> {
    on_a_thread(file, look).await
}

/// Says in a copy that nobody works in that it is sealed, then seals it.
pub(crate) async fn seal(file: &Path) -> Result<()> {
    let pool = sqlx::any::AnyPoolOptions::new()
        .max_connections(1)
        .connect(&sqlite::url(file, "rw"))
        .await?;
    let said = sqlx::query(
        "INSERT INTO meta (key, value) VALUES ($1, '1') ON CONFLICT (key) DO UPDATE SET value = '1'",
    )
    .bind(SEALED)
    .execute(&pool)
    .await;
    pool.close().await;
    said?;
    on_a_thread(file, |path| {
        let hash = hash_of(path, None)?;
        let mut file = OpenOptions::new().append(true).open(path)?;
        file.write_all(format!("{BEGIN}{hash}\n").as_bytes())?;
        file.sync_all()?;
        Ok(Ok(()))
    })
    .await
}

/// Reading a big file must not keep others from their turn.
async fn on_a_thread<T: Send + 'static>(
    file: &Path,
    read: impl FnOnce(&Path) -> std::io::Result<Result<T>> + Send + 'static,
) -> Result<T> {
    let path = file.to_path_buf();
    let name = file.display().to_string();
    match tokio::task::spawn_blocking(move || read(&path)).await {
        Ok(Ok(done)) => done,
        Ok(Err(error)) => Err(StoreError::File(name, error)),
        Err(error) => Err(StoreError::File(name, std::io::Error::other(error))),
    }
}

fn look(path: &Path) -> std::io::Result<Result<Seal>> {
    let mut file = File::open(path)?;
    let length = file.metadata()?.len();
    let Some(content) = length.checked_sub(LENGTH as u64) else {
        return Ok(Ok(Seal::None));
    };
    file.seek(SeekFrom::Start(content))?;
    let mut end = Vec::with_capacity(LENGTH);
    file.read_to_end(&mut end)?;
    let Some(told) = end.strip_prefix(BEGIN.as_bytes()) else {
        return Ok(Ok(Seal::None));
    };
    let hash = hash_of(path, Some(content))?;
    Ok(if told == format!("{hash}\n").as_bytes() {
        Ok(Seal::Whole)
    } else {
        Err(StoreError::Damaged(
            "its bytes are not those that were written".to_owned(),
        ))
    })
}

/// The SHA-256 of a file, or of its first bytes, in hexadecimal digits.
fn hash_of(path: &Path, first: Option<u64>) -> std::io::Result<String> {
    let mut file = File::open(path)?.take(first.unwrap_or(u64::MAX));
    let mut hash = Sha256::new();
    let mut piece = vec![0; PIECE];
    loop {
        let read = file.read(&mut piece)?;
        match piece.get(..read) {
            Some([]) | None => break,
            Some(bytes) => hash.update(bytes),
        }
    }
    Ok(format!("{:x}", hash.finalize()))
}
