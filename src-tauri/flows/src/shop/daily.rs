//! What happens by itself: a host calls it at start and then every hour.

use super::backups::{remember, second_folder};
use crate::desk::{self, Desk};
use crate::error::{FlowError, Result};
use crate::orders::types::Nothing;
use crate::{customers, health, needs, orders, ship};
use domain::Sentence;
use std::path::Path;
use store::tables::settings;
use store::{BackupInfo, Engine, Event, Tag};

/// The fact that names the day of the last daily backup.
const LAST_DAY: &str = "last_backup_day";

/// What a "needs you" item about a backup is called.
const FAILED: &str = "backup_failed";

/// How many daily backups are kept in the shop's own folder; others are never removed.
const KEPT: usize = 14;

/// What was done.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Done {
    /// Orders whose holds were due and are released.
    pub released: usize,
    /// Orders whose day came to have goods put aside.
    pub reserved: usize,
    /// Orders whose goods were let go now, because nobody had paid.
    pub expired: usize,
    /// Parcels that count as delivered now.
    pub delivered: usize,
    /// The day's backup, when it was made now.
    pub backup: Option<BackupInfo>,
}

/// Releases holds that end by themselves, puts goods aside for orders whose day has come, lets go of goods that nobody paid in time, takes untracked parcels for delivered after their days,
/// looks once a day (and after an unclean end) whether the shop's data is sound, and makes the day's
/// backup when there is none yet. Nothing is due before the first run. A backup that fails, and what a
/// check finds, becomes something that needs a person; it keeps nothing else from happening.
///
/// # Errors
/// The store's.
pub async fn daily(desk: &Desk) -> Result<Done> {
    let mut reader = desk.store.read().await?;
    let shop = match desk::settings(reader.db()).await {
        Ok((settings, _)) => settings,
        Err(FlowError::NoShop) => return Ok(Done::default()),
        Err(error) => return Err(error),
    };
    let last = settings::meta(reader.db(), LAST_DAY).await?;
    drop(reader);
    let mut done = Done {
        released: orders::hold::release_due(desk).await?,
        reserved: orders::reserving::due(desk).await?,
        expired: orders::deadline::due(desk).await?,
        delivered: ship::delivered::assume_due(desk).await?,
        backup: None,
    };
    let zone = desk::calendar(&shop)?.zone;
    let checked = health::health(desk, Nothing {}).await?.checked_at;
    let day = zone.day_of(desk.now());
    if desk.store.check_is_due() || checked.is_none_or(|at| zone.day_of(at) != day) {
        health::health_check(desk, Nothing {}).await?;
    }
    customers::due(desk).await?;
    let today = day.to_string();
    if desk.store.engine() == Engine::Sqlite && last.as_deref() != Some(today.as_str()) {
        done.backup = backup(desk, &today).await?;
    }
    Ok(done)
}

async fn backup(desk: &Desk, today: &str) -> Result<Option<BackupInfo>> {
    let now = desk.now();
    let made = match desk.store.backup(None, now, "daily").await {
        Ok(made) => made,
        Err(error) => {
            let sentence = Sentence::new("backup-failed").with("why", error.to_string());
            need(desk, &sentence, 0).await?;
            return Ok(None);
        }
    };
    // What is damaged may stand whole in an older one.
    if health::is_sound(desk).await? {
        remove_old(desk);
    }
    let second = second_folder(desk).await?;
    let mut failed = None;
    if !second.is_empty() {
        // A folder that is not there is a disk that is not plugged in: it is not made anew.
        let path = Path::new(&second);
        let copied = path.is_dir() && desk.store.backup(Some(path), now, "daily").await.is_ok();
        if !copied {
            failed = Some(Sentence::new("backup-second-failed").with("folder", second.as_str()));
        }
    }
    let mut w = desk.write().await?;
    settings::put_meta(w.db(), LAST_DAY, today).await?;
    remember(&mut w, &made.name, true).await?;
    w.journal(Event::new("backup_made").data(&serde_json::json!({ "name": made.name.as_str() })));
    w.stale(&[Tag::Shop]);
    w.commit().await?;
    if let Some(sentence) = failed {
        need(desk, &sentence, 1).await?;
    }
    Ok(Some(made))
}

/// Opens an item once; `thing` tells the two failures apart.
async fn need(desk: &Desk, sentence: &Sentence, thing: i64) -> Result<()> {
    let mut w = desk.write().await?;
    if needs::open(&mut w, FAILED, thing, sentence).await? {
        w.commit().await?;
    } else {
        w.rollback().await?;
    }
    Ok(())
}

/// Removes daily backups beyond the newest fourteen. What cannot be removed is tried again tomorrow.
fn remove_old(desk: &Desk) {
    let daily = store::backups(desk.store.place())
        .into_iter()
        .filter(|b| b.name.ends_with("-daily.db"));
    for old in daily.skip(KEPT) {
        let _ = std::fs::remove_file(&old.path);
    }
}
