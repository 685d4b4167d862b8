//! Backups: in the shop's own folder, and in a second one that the owner chose. Read to their last byte
//! before one takes the shop's place.

use super::types::{Backup, BackupMake, BackupPick, BackupReview, ShopStatus};
use crate::desk::{self, Desk};
use crate::error::{FlowError, Result};
use crate::orders::types::Nothing;
use domain::{Millis, Refusal, Sentence};
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use store::tables::settings;
use store::{BackupInfo, Db, Engine, Event, Place, Seal, StoreError, Tag, Write};

/// The fact that says which backups were read, when, and what came of it.
const READ: &str = "backups_read";

/// What came of reading a backup.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
struct Outcome {
    at: Millis,
    whole: bool,
}

/// The backups in the shop's own folder, newest first.
///
/// # Errors
/// The store's.
pub async fn backups_list(desk: &Desk, _: Nothing) -> Result<Vec<Backup>> {
    let mut reader = desk.store.read().await?;
    let read = outcomes(reader.db()).await?;
    Ok(listed(desk.store.place(), &read))
}

/// The same of a shop that does not open: nobody knows when they were read.
#[must_use]
pub fn backups_of(place: &Place) -> Vec<Backup> {
    listed(place, &BTreeMap::new())
}

fn listed(place: &Place, read: &BTreeMap<String, Outcome>) -> Vec<Backup> {
    store::backups(place)
        .into_iter()
        .map(|b| {
            let outcome = read.get(&b.name);
            Backup {
                checked_at: outcome.map(|o| o.at),
                whole: outcome.is_some_and(|o| o.whole),
                name: b.name,
                path: b.path,
                bytes: b.bytes,
                made_at: b.made_at,
                why: b.why,
            }
        })
        .collect()
}

/// The file that is meant. A name is one of the list, so it leads out of no folder.
///
/// # Errors
/// Refused when it is not there, with those that are.
pub fn picked(place: &Place, ask: &BackupPick) -> Result<PathBuf> {
    let path = if ask.name.is_empty() {
        PathBuf::from(&ask.path)
    } else {
        store::backups(place)
            .into_iter()
            .find(|b| b.name == ask.name)
            .map_or_else(|| PathBuf::from(&ask.name), |b| PathBuf::from(b.path))
    };
    if path.is_file() {
        return Ok(path);
    }
    let newest = store::backups(place).into_iter().next();
    let refusal = Refusal::new(match &newest {
        Some(_) => "backup-not-there",
        None => "backup-not-there-none",
    });
    Err(refusal
        .with("path", path.display().to_string())
        .with("newest", newest.map(|b| b.name).unwrap_or_default())
        .into())
}

/// Reads a backup to its last byte, remembers what came of it, and says what would be lost if it took
/// the shop's place. Nothing is replaced.
///
/// # Errors
/// Refused for a file that is not there or not whole, with one that is; on a server, which has backups of
/// its own; [`FlowError::Store`] for one of a newer Backroom.
pub async fn backup_review(desk: &Desk, ask: BackupPick) -> Result<BackupReview> {
    if desk.store.engine() != Engine::Sqlite {
        return Err(Refusal::new("backup-of-server").into());
    }
    let place = desk.store.place();
    let path = picked(place, &ask)?;
    let reviewed = review_alone(place, &ask).await;
    if !ask.name.is_empty() {
        let mut w = desk.write().await?;
        remember(&mut w, &ask.name, reviewed.is_ok()).await?;
        // A refusal makes nothing stale: who asked knows what came of it.
        if reviewed.is_ok() {
            w.stale(&[Tag::Shop]);
        }
        w.commit().await?;
    }
    let mut review = reviewed?;
    let since = store::since(&mut desk.store.read().await?, &path).await?;
    review.unknown = false;
    review.another_shop = since.another_shop;
    review.orders = since.orders;
    review.parcels = since.left;
    review.documents = since.documents;
    review.entries = since.entries;
    review.newest_at = (since.newest_at > 0).then_some(since.newest_at);
    Ok(review)
}

/// Reads a backup beside a shop that does not open.
///
/// # Errors
/// As [`backup_review`].
pub async fn review_alone(place: &Place, ask: &BackupPick) -> Result<BackupReview> {
    let path = picked(place, ask)?;
    let seal = match store::verify(&path).await {
        Ok(seal) => seal,
        Err(error) => return Err(not_usable(error, &path, place.folder()).await),
    };
    let file = store::backup_at(&path);
    Ok(BackupReview {
        name: file.name,
        bytes: file.bytes,
        made_at: file.made_at,
        sealed: seal == Seal::Whole,
        unknown: true,
        another_shop: false,
        orders: 0,
        parcels: 0,
        documents: 0,
        entries: 0,
        newest_at: None,
    })
}

/// What a person reads when a file cannot take the shop's place: which one can.
pub(crate) async fn not_usable(error: StoreError, path: &Path, folder: &Path) -> FlowError {
    let name = path.display().to_string();
    match error {
        StoreError::File(_, source) if source.kind() == std::io::ErrorKind::NotFound => {
            let ask = BackupPick {
                path: name,
                ..BackupPick::default()
            };
            match picked(&Place::Folder(folder.to_path_buf()), &ask) {
                Err(refused) => refused,
                Ok(_) => FlowError::Stale,
            }
        }
        StoreError::Damaged(_) => {
            let place = Place::Folder(folder.to_path_buf());
            let mut other = None;
            for backup in store::backups(&place) {
                let file = PathBuf::from(&backup.path);
                if file != path && store::verify(&file).await.is_ok() {
                    other = Some(backup.name);
                    break;
                }
            }
            let id = match &other {
                Some(_) => "backup-damaged",
                None => "backup-damaged-none",
            };
            Refusal::new(id)
                .with("path", name)
                .with("other", other.unwrap_or_default())
                .into()
        }
        other @ (StoreError::InUse
        | StoreError::Newer { .. }
        | StoreError::EngineTooOld(_)
        | StoreError::Stale
        | StoreError::Exists(_)
        | StoreError::Missing(_)
        | StoreError::DiskFull
        | StoreError::File(..)
        | StoreError::Engine(_)) => other.into(),
    }
}

/// A shop that is open without a house around it cannot be replaced from within.
///
/// # Errors
/// Always refused.
pub async fn restore_refused(_: &Desk, _: BackupPick) -> Result<ShopStatus> {
    Err(Refusal::new("backup-restore-looking").into())
}

async fn outcomes(db: &mut Db) -> Result<BTreeMap<String, Outcome>> {
    let text = settings::meta(db, READ).await?.unwrap_or_default();
    Ok(serde_json::from_str(&text).unwrap_or_default())
}

/// Remembers what came of reading a backup.
///
/// # Errors
/// The store's.
pub(crate) async fn remember(w: &mut Write<'_>, name: &str, whole: bool) -> Result<()> {
    let at = w.now();
    let mut read = outcomes(w.db()).await?;
    read.insert(name.to_owned(), Outcome { at, whole });
    // Names sort by time: the oldest go first.
    while read.len() > 100 {
        read.pop_first();
    }
    let text = serde_json::to_string(&read).unwrap_or_default();
    Ok(settings::put_meta(w.db(), READ, &text).await?)
}

/// Reads the newest backup, if there is one: its name, and whether it is whole.
pub(crate) async fn read_newest(desk: &Desk) -> Option<(String, bool)> {
    if desk.store.engine() != Engine::Sqlite {
        return None;
    }
    let newest = store::backups(desk.store.place()).into_iter().next()?;
    let whole = store::verify(Path::new(&newest.path)).await.is_ok();
    Some((newest.name, whole))
}

/// Makes a backup and checks it: into the folder asked for, or into the shop's own and the second
/// one of the settings. Returns the one in the own folder.
///
/// # Errors
/// [`FlowError::Invalid`] for a folder that is none; refused on a server, which has backups of its
/// own; files' and the store's errors. When only the second folder failed the first copy stands.
pub async fn backup_make(desk: &Desk, ask: BackupMake) -> Result<BackupInfo> {
    if desk.store.engine() != Engine::Sqlite {
        return Err(Refusal::new("backup-of-server").into());
    }
    let now = desk.now();
    let folder = ask.folder.trim();
    if !folder.is_empty() {
        let path = Path::new(folder);
        if !path.is_absolute() || !path.is_dir() {
            return Err(FlowError::Invalid {
                field: "folder",
                sentence: Sentence::new("settings-backup-folder"),
            });
        }
        return Ok(desk.store.backup(Some(path), now, "by-hand").await?);
    }
    let own = desk.store.backup(None, now, "by-hand").await?;
    let mut w = desk.write().await?;
    remember(&mut w, &own.name, true).await?;
    w.journal(Event::new("backup_made").data(&serde_json::json!({ "name": own.name.as_str() })));
    w.stale(&[Tag::Shop]);
    w.commit().await?;
    let second = second_folder(desk).await?;
    if !second.is_empty() {
        desk.store
            .backup(Some(Path::new(&second)), now, "by-hand")
            .await?;
    }
    Ok(own)
}

/// The second folder of the settings, or nothing.
pub(crate) async fn second_folder(desk: &Desk) -> Result<String> {
    let mut reader = desk.store.read().await?;
    match desk::settings(reader.db()).await {
        Ok((settings, _)) => Ok(settings.backup_folder),
        Err(FlowError::NoShop) => Ok(String::new()),
        Err(error) => Err(error),
    }
}
