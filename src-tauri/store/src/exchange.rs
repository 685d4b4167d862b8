//! One shop's file takes the place of another's, in steps between any two of which the power may go.
//!
//! A whole shop waits under its own name before the one that was there is moved. So a folder without
//! `shop.db` in which one waits is an exchange that was cut short, and is finished before anything is
//! opened: nobody stands before an empty shop.

use crate::{Result, StoreError};
use std::path::{Path, PathBuf};

/// The shop that waits to take the place; whole, and on the disk.
const WAITS: &str = "shop.db.restored";
/// The letters of `shop-replaced-20261123T064500Z`.
const STAMPED: usize = 30;
/// What is being written; may be anything.
pub(crate) const DRAFT: &str = "shop.db.restoring";

fn failed(path: &Path, error: std::io::Error) -> StoreError {
    StoreError::File(path.display().to_string(), error)
}

fn rename(from: &Path, to: &Path) -> Result<()> {
    std::fs::rename(from, to).map_err(|e| failed(to, e))
}

/// The names in a folder are durable only when the folder is.
fn settle(folder: &Path) {
    if let Ok(dir) = std::fs::File::open(folder) {
        let _ = dir.sync_all();
    }
}

/// Puts the finished draft in the place of the shop; answers where that one is kept, if there was one.
/// The folder is locked, and nobody has either file open.
///
/// # Errors
/// Files' errors. What is done then is finished by [`finish`].
pub(crate) fn exchange(folder: &Path, now: domain::Millis) -> Result<Option<PathBuf>> {
    let (draft, waits) = (folder.join(DRAFT), folder.join(WAITS));
    std::fs::File::open(&draft)
        .and_then(|f| f.sync_all())
        .map_err(|e| failed(&draft, e))?;
    rename(&draft, &waits)?;
    settle(folder);
    let shop = folder.join("shop.db");
    // What is kept is never overwritten, not even by a second restore in the same second.
    let stamp = domain::time::utc_stamp(now);
    let kept = (1..)
        .map(|n: u32| match n {
            1 => format!("shop-replaced-{stamp}.db"),
            n => format!("shop-replaced-{stamp}-{n}.db"),
        })
        .map(|name| folder.join(name))
        .find(|path| !path.exists());
    let replaced = kept.filter(|_| shop.exists());
    if let Some(kept) = &replaced {
        rename(&shop, kept)?;
        // Its log follows it: without it the last changes would be missing there, and the restored shop
        // would take them for its own.
        follow(folder, Some(kept))?;
    }
    finish(folder)?;
    Ok(replaced)
}

/// Finishes an exchange that was cut short, and clears away what one left that never came to it.
///
/// # Errors
/// Files' errors.
pub(crate) fn finish(folder: &Path) -> Result<()> {
    let (shop, waits) = (folder.join("shop.db"), folder.join(WAITS));
    if shop.exists() || !waits.exists() {
        // People's addresses stand in them too: nothing of that is left lying about.
        for left in [waits, folder.join(DRAFT)] {
            if left.exists() {
                std::fs::remove_file(&left).map_err(|e| failed(&left, e))?;
            }
        }
        return Ok(());
    }
    follow(folder, newest_kept(folder).as_deref())?;
    rename(&waits, &shop)?;
    settle(folder);
    Ok(())
}

/// Moves the log that a shop left behind to where that shop is kept.
fn follow(folder: &Path, kept: Option<&Path>) -> Result<()> {
    for suffix in ["-wal", "-shm"] {
        let log = folder.join(format!("shop.db{suffix}"));
        if !log.exists() {
            continue;
        }
        match kept {
            Some(kept) => {
                let mut to = kept.as_os_str().to_owned();
                to.push(suffix);
                rename(&log, Path::new(&to))?;
            }
            // Nothing that it could belong to is left.
            None => std::fs::remove_file(&log).map_err(|e| failed(&log, e))?,
        }
    }
    Ok(())
}

/// The shop that was moved away last.
fn newest_kept(folder: &Path) -> Option<PathBuf> {
    let names = std::fs::read_dir(folder).ok()?;
    names
        .flatten()
        .filter_map(|entry| {
            let name = entry.file_name().into_string().ok()?;
            let ours = name.starts_with("shop-replaced-") && name.ends_with(".db");
            ours.then_some(name)
        })
        // Of two in one second the longer name, or the higher number, came later.
        .max_by_key(|name| {
            let second = name.chars().take(STAMPED).collect::<String>();
            (second, name.len(), name.clone())
        })
        .map(|name| folder.join(name))
}
