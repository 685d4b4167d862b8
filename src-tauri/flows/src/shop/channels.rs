//! Where orders come from.

use super::types::{Channel, ChannelSave};
use crate::desk::Desk;
use crate::error::{FlowError, Result};
use crate::orders::refresh::refresh;
use crate::orders::types::Nothing;
use crate::stock::shelf;
use domain::id::ChannelId;
use domain::{Millis, Refusal, Sentence, fold};
use std::collections::BTreeMap;
use store::rows::ChannelRow;
use store::tables::{channels, settings, ship};
use store::{Db, Event, Tag, Write};

/// The kind of the channel of orders that are written by hand: it comes with the shop.
const BY_HAND: &str = "hand";

/// Every channel, oldest first, with what it has yet to be told and what waits for an answer.
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
    let mut channels = Vec::new();
    for row in rows {
        let unasked = ship::unasked(db, row.id).await?.len();
        channels.push(Channel {
            id: ChannelId(row.id),
            kind: row.kind,
            name: row.name,
            start_at: row.start_at,
            on_shelf: row.on_shelf.map(|n| n == 1),
            unasked: i64::try_from(unasked).unwrap_or(i64::MAX),
            active: row.active == 1,
            untold: untold.get(&row.id).copied().unwrap_or(0),
            version: row.version,
        });
    }
    Ok(channels)
}

/// Changes a channel: its name, the day its orders begin to be ours to ship, whose shelf its goods stand
/// on, whether it is in use. Once somebody says whose shelf it is, what waited for that is booked in the
/// same commit.
///
/// # Errors
/// [`FlowError::Invalid`], [`FlowError::Stale`], [`FlowError::NotFound`]; refused when the channel of
/// orders by hand would go out of use; the store's.
pub async fn channel_save(desk: &Desk, ask: ChannelSave) -> Result<Channel> {
    let mut w = desk.write().await?;
    let all = settings::channels(w.db()).await?;
    let known = all.iter().find(|c| c.id == ask.id.0);
    let mut row = known.cloned().ok_or(FlowError::NotFound("channel"))?;
    if row.version != ask.version {
        return Err(FlowError::Stale);
    }
    let before = row.clone();
    change(&mut row, &ask, &all)?;
    let mut settled = 0;
    if let Some(yes) = ask.on_shelf.filter(|_| row.on_shelf != before.on_shelf) {
        let (waited, orders) = shelf::answer(&mut w, row.id, yes).await?;
        settled = waited;
        refresh(&mut w, &orders).await?;
    }
    row.version += 1;
    settings::save_channel(w.db(), row.clone()).await?;
    w.journal(
        Event::new("channel_changed")
            .thing(row.id)
            .data(&serde_json::json!({
                "on_shelf": row.on_shelf.map(|n| n == 1), "settled": settled,
                "start_at": row.start_at, "active": row.active == 1,
            })),
    );
    w.stale(&[Tag::Settings, Tag::Orders, Tag::Stock, Tag::Needs]);
    let saved = with_counts(w.db(), vec![row])
        .await?
        .pop()
        .ok_or(FlowError::NotFound("channel"))?;
    w.commit().await?;
    Ok(saved)
}

/// A channel's name as it is kept.
///
/// # Errors
/// [`FlowError::Invalid`] for `field` when it is empty or longer than 100 letters.
pub(crate) fn channel_name_of(name: &str, field: &'static str) -> Result<String> {
    let name = name.trim();
    if name.is_empty() || name.chars().count() > 100 {
        return Err(FlowError::Invalid {
            field,
            sentence: Sentence::new("channel-name-missing"),
        });
    }
    Ok(name.to_owned())
}

/// Whether no channel but `own` has this name: two of one name could not be told apart.
///
/// # Errors
/// [`FlowError::Invalid`] for `field` when another has it.
pub(crate) fn name_is_free(
    all: &[ChannelRow],
    name: &str,
    own: Option<i64>,
    field: &'static str,
) -> Result<()> {
    let folded = fold::fold(name);
    let same = |c: &&ChannelRow| Some(c.id) != own && fold::fold(&c.name) == folded;
    match all.iter().find(same) {
        None => Ok(()),
        Some(taken) => Err(FlowError::Invalid {
            field,
            sentence: Sentence::new("channel-name-taken").with("name", taken.name.as_str()),
        }),
    }
}

/// Removes a channel that an import made and whose imports are all taken back, when nobody has said anything
/// of it since: a slip of the pen would stand in every list for ever.
///
/// # Errors
/// The store's.
pub(crate) async fn remove_if_bare(w: &mut Write<'_>, channel: i64) -> Result<()> {
    let all = settings::channels(w.db()).await?;
    let untouched = |c: &ChannelRow| c.id == channel && c.version == 1 && c.kind != BY_HAND;
    if all.iter().any(untouched) && !channels::holds_anything(w.db(), channel).await? {
        channels::remove(w.db(), channel).await?;
        w.journal(Event::new("channel_removed").thing(channel));
    }
    Ok(())
}

/// The latest moment that a start date may be: the end of the year 9999.
const LATEST: Millis = 253_402_300_799_000;

fn change(row: &mut ChannelRow, ask: &ChannelSave, all: &[ChannelRow]) -> Result<()> {
    let invalid = |field, id: &str| FlowError::Invalid {
        field,
        sentence: Sentence::new(id),
    };
    if let Some(name) = &ask.name {
        let name = channel_name_of(name, "name")?;
        name_is_free(all, &name, Some(row.id), "name")?;
        row.name = name;
    }
    if let Some(start) = ask.start_at {
        if !(0..=LATEST).contains(&start) {
            return Err(invalid("start_at", "channel-start-range"));
        }
        row.start_at = Some(start);
    }
    if let Some(active) = ask.active {
        if !active && row.kind == BY_HAND {
            return Err(Refusal::new("channel-by-hand-stays").into());
        }
        row.active = i64::from(active);
    }
    if let Some(yes) = ask.on_shelf {
        row.on_shelf = Some(i64::from(yes));
    }
    Ok(())
}
