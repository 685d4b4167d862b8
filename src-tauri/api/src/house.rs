//! A host whose shop can be exchanged: a backup takes its place while the window stays open.
//!
//! Every command passes a door that a restore shuts behind those who are inside. When all are out the shop
//! is closed, the backup takes its place, and the door opens to the restored shop. A shop that does not open
//! leaves the door to its backups open, so that a damaged one can be replaced from the window.

use crate::host::{Host, decode, encode};
use crate::{ApiError, Code};
use domain::Sentence;
use flows::shop::Done;
use flows::shop::types::BackupPick;
use flows::{Changed, Clock, Opening, Place, Tag};
use serde_json::Value;
use std::sync::Arc;
use std::time::Duration;
use tokio::sync::{RwLock, broadcast};

/// How long a restore waits for what is under way.
const PATIENCE: Duration = Duration::from_secs(20);

/// What is asked of a shop while it is being replaced waits for it.
#[derive(Debug)]
pub struct House {
    place: Place,
    opening: Opening,
    clock: Watch,
    device: String,
    inside: RwLock<Result<Host, ApiError>>,
    changed: broadcast::Sender<Changed>,
}

/// A clock that can be shown.
struct Watch(Clock);

impl std::fmt::Debug for Watch {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("Clock")
    }
}

impl House {
    /// Opens a shop as [`Host::open`] does. One that does not open answers everything with the reason,
    /// apart from its backups ([`House::failure`]).
    pub async fn open(place: Place, opening: Opening, clock: Clock, device: &str) -> Self {
        let (changed, _) = broadcast::channel(256);
        let house = Self {
            place,
            opening,
            clock: Watch(clock),
            device: device.to_owned(),
            inside: RwLock::new(Err(closed())),
            changed,
        };
        let host = house.enter().await;
        *house.inside.write().await = host;
        house
    }

    async fn enter(&self) -> Result<Host, ApiError> {
        let clock = Arc::clone(&self.clock.0);
        let host = Host::open(self.place.clone(), self.opening, clock, &self.device).await?;
        let (mut from, to) = (host.subscribe(), self.changed.clone());
        tokio::spawn(async move {
            loop {
                match from.recv().await {
                    // Nobody listening is no error.
                    Ok(changed) => drop(to.send(changed)),
                    Err(broadcast::error::RecvError::Lagged(_)) => drop(to.send(everything())),
                    Err(broadcast::error::RecvError::Closed) => return,
                }
            }
        });
        Ok(host)
    }

    /// Why the shop did not open, if it did not.
    pub async fn failure(&self) -> Option<ApiError> {
        self.inside.read().await.as_ref().err().cloned()
    }

    /// Runs a command, as [`Host::call`]; `backup_restore` exchanges the shop.
    ///
    /// # Errors
    /// What the command says.
    pub async fn call(&self, name: &str, body: Value) -> Result<Value, ApiError> {
        if name == "backup_restore" {
            return self.restore(decode(body)?).await;
        }
        match &*self.inside.read().await {
            Ok(host) => host.call(name, body).await,
            Err(reason) => match name {
                "backups_list" => encode(&flows::shop::backups_of(&self.place)),
                "backup_review" => {
                    let ask = decode(body)?;
                    encode(&flows::shop::review_alone(&self.place, &ask).await?)
                }
                _ => Err(reason.clone()),
            },
        }
    }

    async fn restore(&self, ask: BackupPick) -> Result<Value, ApiError> {
        let Place::Folder(folder) = &self.place else {
            return Err(refused("backup-of-server"));
        };
        if self.opening == Opening::Look {
            return Err(refused("backup-restore-looking"));
        }
        let backup = flows::shop::picked(&self.place, &ask)?;
        // Read before anybody has to wait: a damaged backup disturbs nobody.
        flows::shop::review_alone(&self.place, &ask).await?;
        let mut inside = tokio::time::timeout(PATIENCE, self.inside.write())
            .await
            .map_err(|_| refused("backup-restore-busy"))?;
        if let Ok(host) = &*inside {
            host.close().await?;
        }
        let done = flows::restore(&backup, folder, (self.clock.0)()).await;
        // Also when it failed: then the shop is the one that was there.
        *inside = self.enter().await;
        let _ = self.changed.send(everything());
        done?;
        match &*inside {
            Ok(host) => host.call("shop_status", Value::Null).await,
            Err(reason) => Err(reason.clone()),
        }
    }

    /// As [`Host::daily`].
    ///
    /// # Errors
    /// As [`Host::daily`]; why the shop did not open.
    pub async fn daily(&self) -> Result<Done, ApiError> {
        match &*self.inside.read().await {
            Ok(host) => host.daily().await,
            Err(reason) => Err(reason.clone()),
        }
    }

    /// As [`Host::document`].
    ///
    /// # Errors
    /// As [`Host::document`]; why the shop did not open.
    pub async fn document(
        &self,
        id: i64,
        page: Option<i64>,
    ) -> Result<(String, String, Vec<u8>), ApiError> {
        match &*self.inside.read().await {
            Ok(host) => host.document(id, page).await,
            Err(reason) => Err(reason.clone()),
        }
    }

    /// Hears of every commit, and of a shop that took another's place.
    #[must_use]
    pub fn subscribe(&self) -> broadcast::Receiver<Changed> {
        self.changed.subscribe()
    }

    /// Ends cleanly.
    ///
    /// # Errors
    /// As [`Host::close`].
    pub async fn close(&self) -> Result<(), ApiError> {
        match &*self.inside.read().await {
            Ok(host) => host.close().await,
            Err(_) => Ok(()),
        }
    }
}

/// Everything is stale.
fn everything() -> Changed {
    Changed {
        seq: 0,
        tags: Tag::ALL.to_vec(),
        ids: Vec::new(),
    }
}

fn refused(id: &str) -> ApiError {
    ApiError {
        code: Code::Refused,
        message: Sentence::new(id),
        field: String::new(),
        trace: String::new(),
    }
}

fn closed() -> ApiError {
    refused("api-no-shop")
}
