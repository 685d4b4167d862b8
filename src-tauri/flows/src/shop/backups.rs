//! Backups: in the shop's own folder, and in a second one that the owner chose.

use super::types::BackupMake;
use crate::desk::{self, Desk};
use crate::error::{FlowError, Result};
use crate::orders::types::Nothing;
use domain::{Refusal, Sentence};
use std::path::Path;
use store::{BackupInfo, Engine, Event, Tag};

/// The backups in the shop's own folder, newest first.
///
/// # Errors
/// None.
pub async fn backups_list(desk: &Desk, _: Nothing) -> Result<Vec<BackupInfo>> {
    Ok(store::backups(desk.store.place()))
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
