//! The places with stock: a back room, a shop window, a shelf at home.

use super::types::{Location, LocationSave};
use crate::desk::Desk;
use crate::error::{FlowError, Result};
use crate::orders::types::Nothing;
use domain::id::LocationId;
use domain::{Refusal, Sentence, fold};
use std::collections::BTreeMap;
use store::rows::LocationRow;
use store::tables::settings::{self, PlaceHolds};
use store::{Db, Event, Tag, Write};

/// The longest name of a place, in letters.
const LONGEST: usize = 60;

/// More places than any small shop has: a slip of a script.
const MOST: usize = 100;

/// The places, those in use first, in the order in which they ship.
///
/// # Errors
/// The store's.
pub async fn locations_list(desk: &Desk, _: Nothing) -> Result<Vec<Location>> {
    let mut reader = desk.store.read().await?;
    list(reader.db()).await
}

async fn list(db: &mut Db) -> Result<Vec<Location>> {
    let mut rows = settings::locations(db).await?;
    rows.sort_by_key(|l| (l.active == 0, l.position, l.id));
    let holds = holds(db).await?;
    let in_use = rows.iter().filter(|l| l.active == 1).count();
    Ok(rows
        .into_iter()
        .map(|row| {
            let holds = holds.get(&row.id).copied();
            Location {
                id: LocationId(row.id),
                active: row.active == 1,
                on_hand: holds.map_or(0, |h| h.on_hand),
                reserved: holds.map_or(0, |h| h.reserved),
                stop: stop(&row, holds, in_use).filter(|_| row.active == 1),
                version: row.version,
                name: row.name,
            }
        })
        .collect())
}

async fn holds(db: &mut Db) -> Result<BTreeMap<i64, PlaceHolds>> {
    let all = settings::place_holds(db).await?;
    Ok(all.into_iter().map(|h| (h.location, h)).collect())
}

/// Why a place cannot go out of use: nothing may be kept, promised or on its way where nobody looks.
fn stop(row: &LocationRow, holds: Option<PlaceHolds>, in_use: usize) -> Option<Sentence> {
    if in_use < 2 {
        return Some(Sentence::new("location-last"));
    }
    let holds = holds?;
    if holds.variants > 0 {
        let sentence = Sentence::new("location-has-stock")
            .with("name", row.name.as_str())
            .with("variants", holds.variants)
            .with("reserved", holds.reserved);
        return Some(sentence);
    }
    (holds.shipments > 0).then(|| {
        Sentence::new("location-has-shipments")
            .with("name", row.name.as_str())
            .with("count", holds.shipments)
    })
}

/// Adds a place, renames one, makes it the first to ship from, takes it out of use or into use again.
///
/// # Errors
/// [`FlowError::Invalid`] for a name that is none or is taken; refused while a place that is to go
/// out of use holds anything, or is the last; [`FlowError::Stale`], [`FlowError::NotFound`]; the
/// store's.
pub async fn location_save(desk: &Desk, ask: LocationSave) -> Result<Vec<Location>> {
    let mut w = desk.write().await?;
    let rows = settings::locations(w.db()).await?;
    let name = match &ask.name {
        Some(name) => Some(good_name(name, ask.id.map(|l| l.0), &rows)?),
        None => None,
    };
    let id = match ask.id {
        Some(id) => change(&mut w, id.0, name, &ask, &rows).await?,
        None => add(&mut w, name, &rows).await?,
    };
    if ask.first {
        put_first(&mut w, id).await?;
    }
    w.stale(&[Tag::Settings, Tag::Stock, Tag::Orders]);
    let all = list(w.db()).await?;
    w.commit().await?;
    Ok(all)
}

fn invalid(sentence: Sentence) -> FlowError {
    FlowError::Invalid {
        field: "name",
        sentence,
    }
}

/// Two places in use that are called alike would be mixed up on a pick list.
fn good_name(name: &str, of: Option<i64>, rows: &[LocationRow]) -> Result<String> {
    let name = name.trim();
    if name.is_empty() || name.chars().count() > LONGEST {
        let most = i64::try_from(LONGEST).unwrap_or(i64::MAX);
        return Err(invalid(
            Sentence::new("location-name-missing").with("most", most),
        ));
    }
    let alike = |l: &&LocationRow| Some(l.id) != of && fold::fold(&l.name) == fold::fold(name);
    match rows.iter().find(alike) {
        Some(other) => Err(invalid(
            Sentence::new("location-name-taken").with("name", other.name.as_str()),
        )),
        None => Ok(name.to_owned()),
    }
}

async fn add(w: &mut Write<'_>, name: Option<String>, rows: &[LocationRow]) -> Result<i64> {
    let most = i64::try_from(MOST).unwrap_or(i64::MAX);
    if rows.len() >= MOST {
        return Err(Refusal::new("location-too-many").with("most", most).into());
    }
    let name =
        name.ok_or_else(|| invalid(Sentence::new("location-name-missing").with("most", most)))?;
    let row = LocationRow {
        id: w.id().await?,
        position: rows.iter().map(|l| l.position).max().unwrap_or(0) + 1,
        active: 1,
        version: 1,
        name,
    };
    let id = row.id;
    let told = serde_json::json!({ "name": row.name });
    settings::add_location(w.db(), row).await?;
    w.journal(Event::new("location_added").thing(id).data(&told));
    Ok(id)
}

async fn change(
    w: &mut Write<'_>,
    id: i64,
    name: Option<String>,
    ask: &LocationSave,
    rows: &[LocationRow],
) -> Result<i64> {
    let row = rows
        .iter()
        .find(|l| l.id == id)
        .ok_or(FlowError::NotFound("location"))?;
    if row.version != ask.version {
        return Err(FlowError::Stale);
    }
    let in_use = rows.iter().filter(|l| l.active == 1).count();
    let mut after = row.clone();
    if let Some(name) = name {
        after.name = name;
    }
    if let Some(active) = ask.active {
        after.active = i64::from(active);
    }
    if row.active == 1 && after.active == 0 {
        let holds = holds(w.db()).await?.get(&id).copied();
        if let Some(sentence) = stop(row, holds, in_use) {
            return Err(Refusal(sentence).into());
        }
    }
    if ask.first && after.active == 0 {
        return Err(Refusal::new("location-not-in-use").into());
    }
    if after != *row {
        after.version += 1;
        let told = serde_json::json!({
            "before": { "name": row.name, "active": row.active },
            "after": { "name": after.name, "active": after.active },
        });
        settings::save_location(w.db(), after).await?;
        w.journal(Event::new("location_changed").thing(id).data(&told));
    }
    Ok(id)
}

/// The others keep their order behind it.
async fn put_first(w: &mut Write<'_>, id: i64) -> Result<()> {
    let mut rows = settings::locations(w.db()).await?;
    rows.sort_by_key(|l| (l.id != id, l.position, l.id));
    for (at, row) in (1..).zip(rows) {
        if row.position != at {
            let version = row.version + 1;
            let moved = LocationRow {
                position: at,
                version,
                ..row
            };
            settings::save_location(w.db(), moved).await?;
        }
    }
    w.journal(Event::new("location_first").thing(id));
    Ok(())
}
