//! The saved mappings: how files of one header are read. Listed, renamed, forgotten.

use crate::desk::Desk;
use crate::error::{FlowError, Result};
use crate::orders::types::Nothing;
use channels::Mapping;
use domain::id::MappingId;
use domain::{Millis, Sentence, fold};
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;
use store::rows::SavedMappingRow;
use store::tables::{batches, settings};
use store::{Db, Event, Tag};
use ts_rs::TS;

/// The longest name, in letters, as it is kept when one is saved.
const LONGEST: usize = 80;

/// A saved mapping as the settings list it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct SavedMapping {
    /// Which one.
    pub id: MappingId,
    /// What a person called it.
    pub name: String,
    /// The channel whose files it reads; empty: none is left.
    pub channel: String,
    /// The headers of the columns that it reads.
    pub columns: Vec<String>,
    /// When a file was last taken by it, or it was saved.
    #[ts(type = "number")]
    pub used_at: Millis,
}

/// Another name for a saved mapping.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct MappingRename {
    /// Which one.
    pub id: MappingId,
    /// Its new name.
    pub name: String,
}

/// A saved mapping.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct MappingRef {
    /// Which one.
    pub id: MappingId,
}

/// The saved mappings, the last used first.
///
/// # Errors
/// The store's.
pub async fn list(desk: &Desk, _: Nothing) -> Result<Vec<SavedMapping>> {
    let mut reader = desk.store.read().await?;
    all(reader.db()).await
}

async fn all(db: &mut Db) -> Result<Vec<SavedMapping>> {
    let names: BTreeMap<i64, String> = settings::channels(db)
        .await?
        .into_iter()
        .map(|c| (c.id, c.name))
        .collect();
    let listed = batches::mappings(db).await?.into_iter().map(|row| {
        // One that cannot be read is listed all the same: then it can be forgotten.
        let mapping: Mapping = serde_json::from_str(&row.mapping).unwrap_or_default();
        let channel = row.channel_id.and_then(|id| names.get(&id).cloned());
        SavedMapping {
            id: MappingId(row.id),
            name: row.name,
            channel: channel.unwrap_or_default(),
            columns: mapping.columns.into_iter().map(|c| c.header).collect(),
            used_at: row.used_at,
        }
    });
    Ok(listed.collect())
}

/// Gives a saved mapping another name.
///
/// # Errors
/// [`FlowError::Invalid`] for a name that is none, too long, or another's: files are read by it on the command
/// line; [`FlowError::NotFound`]; the store's.
pub async fn rename(desk: &Desk, ask: MappingRename) -> Result<Vec<SavedMapping>> {
    let mut w = desk.write().await?;
    let rows = batches::mappings(w.db()).await?;
    known(&rows, ask.id)?;
    let name = name_of(&ask.name)?;
    let folded = fold::fold(&name);
    let taken = |m: &&SavedMappingRow| m.id != ask.id.0 && fold::fold(&m.name) == folded;
    if let Some(taken) = rows.iter().find(taken) {
        let sentence = Sentence::new("mapping-name-taken").with("name", taken.name.as_str());
        return Err(invalid(sentence));
    }
    batches::rename_mapping(w.db(), ask.id.0, &name).await?;
    w.journal(Event::new("mapping_renamed").thing(ask.id.0));
    w.stale(&[Tag::Imports]);
    let listed = all(w.db()).await?;
    w.commit().await?;
    Ok(listed)
}

/// Forgets a saved mapping: the next file of its header is guessed anew. What came in by it stays.
///
/// # Errors
/// [`FlowError::NotFound`]; the store's.
pub async fn forget(desk: &Desk, ask: MappingRef) -> Result<Vec<SavedMapping>> {
    let mut w = desk.write().await?;
    let rows = batches::mappings(w.db()).await?;
    known(&rows, ask.id)?;
    batches::forget_mapping(w.db(), ask.id.0).await?;
    w.journal(Event::new("mapping_forgotten").thing(ask.id.0));
    w.stale(&[Tag::Imports]);
    let listed = all(w.db()).await?;
    w.commit().await?;
    Ok(listed)
}

fn known(rows: &[SavedMappingRow], id: MappingId) -> Result<()> {
    let found = rows.iter().any(|m| m.id == id.0);
    found.then_some(()).ok_or(FlowError::NotFound("mapping"))
}

fn name_of(name: &str) -> Result<String> {
    let name = name.trim();
    if name.is_empty() || name.chars().count() > LONGEST {
        return Err(invalid(Sentence::new("mapping-name-missing")));
    }
    Ok(name.to_owned())
}

fn invalid(sentence: Sentence) -> FlowError {
    FlowError::Invalid {
        field: "name",
        sentence,
    }
}
