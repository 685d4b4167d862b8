//! Whether the shop's data is sound: looked at every day, after an unclean end, and when asked.

use crate::desk::Desk;
use crate::error::Result;
use crate::orders::types::Nothing;
use crate::shop::backups;
use domain::{Millis, Sentence};
use serde::{Deserialize, Serialize};
use store::row::{insert_all, save_all};
use store::rows::NeedRow;
use store::tables::{orders, settings};
use store::{Depth, Event, Integrity, Tag};
use ts_rs::TS;

/// The fact that holds what the last check said.
const LAST: &str = "health";

/// What a "needs you" item about a check is called.
const NEED: &str = "data_unsound";

/// How many lines are kept and shown.
const LINES: usize = 50;

/// What the last check of the shop's data said.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct Health {
    /// When it was looked; absent before the first check.
    #[ts(type = "number | null")]
    pub checked_at: Option<Millis>,
    /// Nothing was found.
    pub sound: bool,
    /// The result in one sentence, with what to do next.
    pub sentence: Sentence,
    /// How it was looked: what this kind of check can find.
    pub how: Sentence,
    /// What was found, for whoever helps: tables, rules and ids, never a person.
    pub found: Vec<String>,
}

/// What the last check said.
///
/// # Errors
/// The store's.
pub async fn health(desk: &Desk, _: Nothing) -> Result<Health> {
    let mut reader = desk.store.read().await?;
    let last = settings::meta(reader.db(), LAST).await?;
    Ok(last
        .and_then(|text| serde_json::from_str(&text).ok())
        .unwrap_or_else(|| Health {
            checked_at: None,
            sound: true,
            sentence: Sentence::new("health-never"),
            how: Sentence::new("health-never"),
            found: Vec::new(),
        }))
}

/// Looks at all of the shop's data and at its newest backup, and remembers what it said. What is found becomes something that
/// needs a person; a later check that finds nothing settles it.
///
/// # Errors
/// The store's.
pub async fn health_check(desk: &Desk, _: Nothing) -> Result<Health> {
    let found = desk.store.integrity().await?;
    let backup = backups::read_newest(desk).await;
    let health = told(&found, backup.as_ref(), desk.now());
    let mut w = desk.write().await?;
    if let Some((name, whole)) = &backup {
        backups::remember(&mut w, name, *whole).await?;
    }
    let text = serde_json::to_string(&health).unwrap_or_default();
    settings::put_meta(w.db(), LAST, &text).await?;
    let open = orders::open_needs_of_kind(w.db(), NEED).await?;
    if health.sound {
        let settled: Vec<NeedRow> = open
            .into_iter()
            .map(|need| NeedRow {
                closed_at: Some(w.now()),
                closed_by: Some(w.actor().staff.0),
                ..need
            })
            .collect();
        save_all(w.db(), 1, &settled).await?;
    } else if open.is_empty() {
        let row = NeedRow {
            id: w.id().await?,
            kind: NEED.to_owned(),
            order_id: None,
            thing_id: None,
            sentence: serde_json::to_string(&health.sentence).unwrap_or_default(),
            opened_at: w.now(),
            closed_at: None,
            closed_by: None,
        };
        insert_all(w.db(), &[row]).await?;
    }
    w.journal(Event::new("health_checked").data(&serde_json::json!({
        "damage": found.damage.len(), "breaches": found.breaches.len(), "how": found.depth,
    })));
    w.stale(&[Tag::Shop, Tag::Needs]);
    w.commit().await?;
    Ok(health)
}

/// Whether the last check found damage: then no older backup is thrown away.
///
/// # Errors
/// The store's.
pub(crate) async fn is_sound(desk: &Desk) -> Result<bool> {
    Ok(health(desk, Nothing {}).await?.sound)
}

fn told(found: &Integrity, backup: Option<&(String, bool)>, now: Millis) -> Health {
    let torn = backup.filter(|(_, whole)| !whole);
    let sentence = if !found.damage.is_empty() {
        Sentence::new("health-damaged").with("count", found.damage.len())
    } else if !found.breaches.is_empty() {
        Sentence::new("health-breached").with("count", found.breaches.len())
    } else if let Some((name, _)) = torn {
        Sentence::new("health-backup-damaged").with("name", name.as_str())
    } else {
        Sentence::new("health-sound")
    };
    let how = Sentence::new(match found.depth {
        Depth::Pages => "health-by-pages",
        Depth::Amcheck => "health-by-amcheck",
        Depth::Read => "health-by-reading",
    });
    Health {
        checked_at: Some(now),
        sound: found.is_sound() && torn.is_none(),
        sentence,
        how,
        found: found
            .damage
            .iter()
            .chain(&found.breaches)
            .take(LINES)
            .cloned()
            .chain(
                torn.map(|(name, _)| format!("{name}: its bytes are not those that were written")),
            )
            .collect(),
    }
}
