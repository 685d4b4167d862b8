//! Backups: a copy that was opened and checked, never a copy of a live file.

use crate::engine::sqlite;
use crate::seal::{self, SEALED, Seal};
use crate::tables::settings;
use crate::{Db, Engine, Place, Result, Store, StoreError, exchange, since};
use std::path::{Path, PathBuf};

/// A backup on disk.
#[derive(Debug, Clone, PartialEq, Eq, serde::Serialize, serde::Deserialize, ts_rs::TS)]
pub struct BackupInfo {
    /// File name, such as `backroom-20261123T064500Z-daily.db`.
    pub name: String,
    /// Whole path.
    pub path: String,
    /// Bytes.
    #[ts(type = "number")]
    pub bytes: i64,
    /// When it was made, as its name says.
    #[ts(type = "number | null")]
    pub made_at: Option<domain::Millis>,
    /// Why it was made, as its name says: `daily`, `by-hand`, `before-update`, `before-restore`.
    pub why: String,
}

impl BackupInfo {
    fn of(name: String, path: &Path, bytes: u64) -> Self {
        let said = name.strip_prefix("backroom-").unwrap_or_default();
        let (made, why) = said.split_once('-').unwrap_or((said, ""));
        Self {
            made_at: domain::time::read_utc_stamp(made),
            why: why.trim_end_matches(".db").to_owned(),
            path: path.display().to_string(),
            bytes: i64::try_from(bytes).unwrap_or(i64::MAX),
            name,
        }
    }
}

impl Store {
    /// Writes a backup into `folder` (the data folder's `backups` when none is given), opens the
    /// copy, checks it and seals it; only then does it get its name.
    ///
    /// # Errors
    /// [`StoreError::Damaged`] when the copy fails its check; files' and engine's errors. On a
    /// server the server's own backup is meant; [`StoreError::Missing`] says so.
    pub async fn backup(
        &self,
        folder: Option<&Path>,
        now: domain::Millis,
        why: &str,
    ) -> Result<BackupInfo> {
        if self.engine != Engine::Sqlite {
            return Err(StoreError::Missing("backup of a server"));
        }
        let folder = folder.map_or_else(|| self.place.folder().join("backups"), Path::to_path_buf);
        let pool = sqlite::copier(&self.place.folder().join("shop.db")).await?;
        let result = match pool.acquire().await {
            Ok(mut db) => write(&mut db, &folder, now, why).await,
            Err(error) => Err(error.into()),
        };
        pool.close().await;
        result
    }
}

/// Writes, checks and names a backup.
pub(crate) async fn write(
    db: &mut Db,
    folder: &Path,
    now: domain::Millis,
    why: &str,
) -> Result<BackupInfo> {
    let file = |path: &Path, e: std::io::Error| StoreError::File(path.display().to_string(), e);
    std::fs::create_dir_all(folder).map_err(|e| file(folder, e))?;
    // A second one of one second does not take the place of the first.
    let name = (1..)
        .map(|n: u32| match n {
            1 => format!("backroom-{}-{why}.db", stamp(now)),
            n => format!("backroom-{}-{why}-{n}.db", stamp(now)),
        })
        .find(|name| !folder.join(name).exists())
        .unwrap_or_default();
    let draft = folder.join(format!("{name}.tmp"));
    let target = folder.join(&name);
    if draft.exists() {
        std::fs::remove_file(&draft).map_err(|e| file(&draft, e))?;
    }
    sqlx::query("VACUUM INTO $1")
        .bind(draft.to_string_lossy().into_owned())
        .execute(db)
        .await?;
    seal::seal(&draft).await?;
    // As it lies on the disk now: what the disk did not keep is noticed while the shop is still there.
    check(&draft).await?;
    std::fs::rename(&draft, &target).map_err(|e| file(&target, e))?;
    // The name is durable only when the folder is.
    if let Ok(dir) = std::fs::File::open(folder) {
        let _ = dir.sync_all();
    }
    let bytes = std::fs::metadata(&target)
        .map_err(|e| file(&target, e))?
        .len();
    Ok(BackupInfo::of(name, &target, bytes))
}

/// Writes what a shop's file says now into a new file.
async fn copy(from: &Path, to: &Path) -> Result<()> {
    let pool = sqlx::any::AnyPoolOptions::new()
        .max_connections(1)
        .connect(&sqlite::url(from, "ro"))
        .await?;
    let result = sqlx::query("VACUUM INTO $1")
        .bind(to.to_string_lossy().into_owned())
        .execute(&pool)
        .await;
    pool.close().await;
    result?;
    Ok(())
}

/// Reads all of a file that may be a backup: its seal, then its pages, indices and references.
///
/// # Errors
/// [`StoreError::File`] when it is not there; [`StoreError::Damaged`], also for a backup that lost its
/// seal; [`StoreError::Newer`].
pub async fn verify(file: &Path) -> Result<Seal> {
    sqlx::any::install_default_drivers();
    check(file).await
}

/// Opens a file as a shop and checks all of it.
async fn check(file: &Path) -> Result<Seal> {
    let found = seal::verify(file).await?;
    let pool = sqlx::any::AnyPoolOptions::new()
        .max_connections(1)
        .connect(&sqlite::url(file, "ro"))
        .await?;
    let result = async {
        let mut db = pool.acquire().await?;
        let damage = sqlite::integrity(&mut db).await?;
        let schema = crate::migrate::version(&mut db, Engine::Sqlite).await?;
        if schema == 0 {
            return Err(StoreError::Damaged("it is not a shop's file".to_owned()));
        }
        if schema > crate::migrate::SCHEMA_VERSION {
            return Err(StoreError::Newer {
                found: schema,
                known: crate::migrate::SCHEMA_VERSION,
            });
        }
        if !damage.is_empty() {
            return Err(StoreError::Damaged(damage.join("; ")));
        }
        let sealed = settings::meta(&mut db, SEALED).await?.is_some();
        if sealed && found == Seal::None {
            return Err(StoreError::Damaged("its end is missing".to_owned()));
        }
        Ok(found)
    }
    .await;
    pool.close().await;
    result
}

/// What a restore did.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Restored {
    /// Where the shop is kept that was there, if there was one.
    pub replaced: Option<PathBuf>,
    /// Whether every number is known that the own post has given since the backup was made: the shop that
    /// was replaced is the same one, and a later state of it. On another computer nobody knows.
    pub knows_numbers: bool,
    /// When something was done last in the backup; 0 when nothing ever was.
    pub newest_at: domain::Millis,
}

/// Puts a checked backup (or a moved shop) in the place of a data folder's shop, which must not be
/// open. The shop that was there is kept beside it under a name that says when it was replaced; the
/// numbers that its own post has given since are not given again.
///
/// # Errors
/// [`StoreError::InUse`], [`StoreError::Damaged`], [`StoreError::Newer`], files' errors. Until the
/// last step the old shop is untouched.
pub async fn restore(backup: &Path, folder: &Path, now: domain::Millis) -> Result<Restored> {
    sqlx::any::install_default_drivers();
    let file = |path: &Path, e: std::io::Error| StoreError::File(path.display().to_string(), e);
    check(backup).await?;
    std::fs::create_dir_all(folder).map_err(|e| file(folder, e))?;
    let _lock = crate::open::lock(folder)?;
    // One that was cut short is finished first: it is the shop that is replaced now.
    exchange::finish(folder)?;
    let shop = folder.join("shop.db");
    let draft = folder.join(exchange::DRAFT);
    // Not a copy of the file: a log beside it may hold the newest changes.
    copy(backup, &draft).await?;
    open_seal(&draft).await?;
    let mut restored = Restored {
        replaced: None,
        knows_numbers: false,
        newest_at: since::newest_at(&draft).await?,
    };
    let mut ids = 0;
    if shop.exists() {
        keep_present(&shop, folder, now).await?;
        // A shop that cannot be read any more has nothing to say, and must not stand in the way.
        if let Ok(used) = numbers_of(&shop).await {
            keep_numbers(&draft, &used).await?;
            ids = next_id(&shop).await?;
            // The copy that a restore made of this very shop is taken back by it, and says all itself.
            restored.knows_numbers =
                since::is_later(&shop, &draft).await? || made_before_a_restore(backup, folder);
        }
    }
    let further = if restored.knows_numbers {
        0
    } else {
        IDS_NOBODY_KNOWS
    };
    be_beyond(&draft, ids, further).await?;
    restored.replaced = exchange::exchange(folder, now)?;
    Ok(restored)
}

/// So many ids a shop may have given since a backup of which nobody knows more: an order takes about twenty, so
/// these are fifty thousand orders.
const IDS_NOBODY_KNOWS: i64 = 1_000_000;

/// The id that a shop gives next.
async fn next_id(shop: &Path) -> Result<i64> {
    let pool = sqlx::any::AnyPoolOptions::new()
        .max_connections(1)
        .connect(&sqlite::url(shop, "ro"))
        .await?;
    let next = sqlx::query_scalar("SELECT next FROM counter WHERE name = 'id'")
        .fetch_one(&pool)
        .await;
    pool.close().await;
    Ok(next?)
}

/// Has a shop go on with ids that were never given: a label's barcode is made of its id, and paper of another
/// label may still lie about.
async fn be_beyond(shop: &Path, next: i64, further: i64) -> Result<()> {
    let pool = sqlx::any::AnyPoolOptions::new()
        .max_connections(1)
        .connect(&sqlite::url(shop, "rw"))
        .await?;
    let done = sqlx::query("UPDATE counter SET next = MAX(next, $1) + $2 WHERE name = 'id'")
        .bind(next)
        .bind(further)
        .execute(&pool)
        .await;
    pool.close().await;
    done?;
    Ok(())
}

/// Whether a file is the copy that an earlier restore left in this folder.
fn made_before_a_restore(backup: &Path, folder: &Path) -> bool {
    let own = folder.join("backups");
    let here = |path: &Path| path.canonicalize().ok();
    let within = backup.parent().and_then(here);
    within.is_some() && within == here(&own) && backup_at(backup).why.starts_with("before-restore")
}

/// What is there is backed up before it is replaced. What cannot be read any more is kept as it is.
async fn keep_present(shop: &Path, folder: &Path, now: domain::Millis) -> Result<()> {
    let Ok(pool) = sqlite::copier(shop).await else {
        return Ok(());
    };
    let kept = async {
        let mut db = pool.acquire().await?;
        if settings::get(&mut db, "shop").await?.is_none() {
            // Nobody has worked in it: there is nothing to keep.
            return Ok(());
        }
        write(&mut db, &folder.join("backups"), now, "before-restore").await?;
        Ok(())
    }
    .await;
    pool.close().await;
    match kept {
        Err(StoreError::Damaged(_) | StoreError::Engine(_)) => Ok(()),
        other => other,
    }
}

/// A copy that becomes a shop again is sealed no longer.
async fn open_seal(shop: &Path) -> Result<()> {
    let pool = sqlx::any::AnyPoolOptions::new()
        .max_connections(1)
        .connect(&sqlite::url(shop, "rw"))
        .await?;
    let opened = sqlx::query("DELETE FROM meta WHERE key = $1")
        .bind(SEALED)
        .execute(&pool)
        .await;
    pool.close().await;
    opened?;
    Ok(())
}

/// A number that stands on a label, and since when.
type UsedNumber = (String, i64);

/// The numbers that the own post has given in a shop.
async fn numbers_of(shop: &Path) -> Result<Vec<UsedNumber>> {
    let pool = sqlx::any::AnyPoolOptions::new()
        .max_connections(1)
        .connect(&sqlite::url(shop, "ro"))
        .await?;
    let used = sqlx::query_as("SELECT number, at FROM used_number")
        .fetch_all(&pool)
        .await;
    pool.close().await;
    Ok(used?)
}

/// Takes numbers out of the hands of a shop's pools: parcels are on their way with them, of which this
/// shop knows nothing.
async fn keep_numbers(shop: &Path, used: &[UsedNumber]) -> Result<()> {
    let rows = serde_json::to_string(used).map_err(|e| StoreError::Damaged(e.to_string()))?;
    let pool = sqlx::any::AnyPoolOptions::new()
        .max_connections(1)
        .connect(&sqlite::url(shop, "rw"))
        .await?;
    let kept = sqlx::query(
        "INSERT INTO used_number (number, parcel_id, at) \
         SELECT value->>0, 0, CAST(value->>1 AS BIGINT) FROM json_each($1) WHERE true \
         ON CONFLICT (number) DO NOTHING",
    )
    .bind(rows)
    .execute(&pool)
    .await;
    pool.close().await;
    kept?;
    Ok(())
}

/// What a backup's file says of itself without being read.
#[must_use]
pub fn backup_at(path: &Path) -> BackupInfo {
    let name = path.file_name().unwrap_or_default().to_string_lossy();
    let bytes = std::fs::metadata(path).map_or(0, |file| file.len());
    BackupInfo::of(name.into_owned(), path, bytes)
}

/// The backups in the data folder's own place, newest first.
#[must_use]
pub fn backups(place: &Place) -> Vec<BackupInfo> {
    let mut found: Vec<BackupInfo> = std::fs::read_dir(place.folder().join("backups"))
        .into_iter()
        .flatten()
        .flatten()
        .filter_map(|entry| {
            let name = entry.file_name().into_string().ok()?;
            let bytes = entry.metadata().ok()?.len();
            let ours = name.starts_with("backroom-") && name.ends_with(".db");
            ours.then(|| BackupInfo::of(name, &entry.path(), bytes))
        })
        .collect();
    found.sort_by(|a, b| b.name.cmp(&a.name));
    found
}

/// How many copies of the shop lie in its data folder: backups, and shops that a restore replaced.
#[must_use]
pub fn copies(place: &Place) -> usize {
    let replaced = std::fs::read_dir(place.folder())
        .into_iter()
        .flatten()
        .flatten()
        .filter_map(|entry| entry.file_name().into_string().ok())
        .filter(|name| name.starts_with("shop-replaced-") && name.ends_with(".db"))
        .count();
    backups(place).len() + replaced
}

/// The newest backup.
#[must_use]
pub fn newest_backup(place: &Place) -> Option<PathBuf> {
    backups(place).first().map(|b| PathBuf::from(&b.path))
}

/// `20261123T064500Z`: sorts as time and is a valid name everywhere.
fn stamp(now: domain::Millis) -> String {
    domain::time::utc_stamp(now)
}
