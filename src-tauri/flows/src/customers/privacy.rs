//! How long invoices have to be kept.

use super::types::Privacy;
use crate::desk::Desk;
use crate::error::{FlowError, Result};
use crate::orders::types::Nothing;
use domain::{Millis, Sentence};
use serde::{Deserialize, Serialize};
use store::tables::settings;
use store::{Db, Event, Tag};

/// The key under which it stands.
const KEY: &str = "privacy";

/// The longest period that any law asks for, with room.
const MOST_YEARS: i64 = 30;

/// A year in milliseconds, on the long side: what has to be kept is rather kept a day too long.
const YEAR: Millis = 366 * domain::time::DAY;

#[derive(Default, Serialize, Deserialize)]
struct Stored {
    keep_invoices_years: i64,
}

/// What the shop has settled about people's data.
///
/// # Errors
/// The store's.
pub async fn privacy_get(desk: &Desk, _: Nothing) -> Result<Privacy> {
    let mut reader = desk.store.read().await?;
    read(reader.db()).await
}

/// Settles it.
///
/// # Errors
/// [`FlowError::Invalid`] for a period that is none; [`FlowError::Stale`]; the store's.
pub async fn privacy_save(desk: &Desk, ask: Privacy) -> Result<Privacy> {
    if !(0..=MOST_YEARS).contains(&ask.keep_invoices_years) {
        return Err(FlowError::Invalid {
            field: "keep_invoices_years",
            sentence: Sentence::new("privacy-years").with("most", MOST_YEARS),
        });
    }
    let stored = Stored {
        keep_invoices_years: ask.keep_invoices_years,
    };
    let text = serde_json::to_string(&stored).unwrap_or_default();
    let mut w = desk.write().await?;
    let version = settings::put(w.db(), KEY, &text, ask.version).await?;
    w.journal(Event::new("privacy_saved").data(&stored));
    w.stale(&[Tag::Settings]);
    w.commit().await?;
    Ok(Privacy { version, ..ask })
}

/// What is settled; nothing is kept before anything is.
pub(super) async fn read(db: &mut Db) -> Result<Privacy> {
    let Some((text, version)) = settings::get(db, KEY).await? else {
        return Ok(Privacy::default());
    };
    let stored: Stored = serde_json::from_str(&text)
        .map_err(|e| store::StoreError::Damaged(format!("the settings cannot be read: {e}")))?;
    Ok(Privacy {
        keep_invoices_years: stored.keep_invoices_years,
        version,
    })
}

impl Privacy {
    /// Until when a document made at this moment is kept.
    pub(super) fn until(self, made_at: Millis) -> Millis {
        made_at.saturating_add(self.keep_invoices_years.saturating_mul(YEAR))
    }

    /// Documents made up to this moment are no longer kept.
    pub(super) fn ended_before(self, now: Millis) -> Millis {
        now.saturating_sub(self.keep_invoices_years.saturating_mul(YEAR))
    }
}
