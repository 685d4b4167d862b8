//! Where orders come from.

use super::types::{Channel, ChannelSave};
use crate::desk::Desk;
use crate::error::{FlowError, Result};
use crate::orders::types::Nothing;
use domain::Sentence;
use domain::id::ChannelId;
use std::collections::BTreeMap;
use store::rows::ChannelRow;
use store::tables::{settings, ship};
use store::{Db, Event, Tag};

/// Every channel, oldest first, with what it has yet to be told.
///
/// # Errors
/// The store's.
pub async fn channels_list(desk: &Desk, _: Nothing) -> Result<Vec<Channel>> {
    let mut reader = desk.store.read().await?;
    let rows = settings::channels(reader.db()).await?;
    with_counts(reader.db(), rows).await
}

async fn with_counts(db: &mut Db, rows: Vec<ChannelRow>) -> Result<Vec<Channel>> {
    let untold: BTreeMap<i64, i64> = ship::untold_counts(db).await?.into_iter().collect();
    Ok(rows
        .into_iter()
        .map(|row| Channel {
            id: ChannelId(row.id),
            kind: row.kind,
            name: row.name,
            start_at: row.start_at,
            untold: untold.get(&row.id).copied().unwrap_or(0),
            version: row.version,
        })
        .collect())
}

/// Renames a channel.
///
/// # Errors
/// [`FlowError::Invalid`], [`FlowError::Stale`], [`FlowError::NotFound`]; the store's.
pub async fn channel_save(desk: &Desk, ask: ChannelSave) -> Result<Channel> {
    let invalid = |field, id: &str| FlowError::Invalid {
        field,
        sentence: Sentence::new(id),
    };
    let name = ask.name.trim();
    if name.is_empty() || name.chars().count() > 100 {
        return Err(invalid("name", "channel-name-missing"));
    }
    let mut w = desk.write().await?;
    let mut row = settings::channels(w.db())
        .await?
        .into_iter()
        .find(|c| c.id == ask.id.0)
        .ok_or(FlowError::NotFound("channel"))?;
    if row.version != ask.version {
        return Err(FlowError::Stale);
    }
    name.clone_into(&mut row.name);
    row.version += 1;
    settings::save_channel(w.db(), row.clone()).await?;
    w.journal(Event::new("channel_changed").thing(row.id));
    w.stale(&[Tag::Settings, Tag::Orders]);
    let saved = with_counts(w.db(), vec![row])
        .await?
        .pop()
        .ok_or(FlowError::NotFound("channel"))?;
    w.commit().await?;
    Ok(saved)
}
