//! After a restore: what left since the backup was made is here as if it had not, and must not leave twice.

use super::backups;
use crate::desk::Desk;
use crate::error::Result;
use crate::import::hold_row;
use crate::orders::facts;
use crate::orders::refresh::refresh;
use domain::Sentence;
use domain::id::OrderId;
use domain::order::{HoldKind, Life};
use std::path::Path;
use store::row::insert_all;
use store::tables::settings;
use store::{Event, Tag};

/// Writes into the restored shop which backup it came from. The backup was read whole on the way.
///
/// # Errors
/// The store's.
pub(crate) async fn tell(desk: &Desk, backup: &Path) -> Result<()> {
    let name = backup.file_name().unwrap_or_default().to_string_lossy();
    let mut w = desk.write().await?;
    backups::remember(&mut w, &name, true).await?;
    w.journal(Event::new("backup_restored").data(&serde_json::json!({ "name": name })));
    w.stale(&[Tag::Shop]);
    w.commit().await?;
    Ok(())
}

/// Holds the orders of which the shop that was replaced knows that they left after the backup. Answers
/// how many. A shop that cannot be read any more tells nothing.
///
/// # Errors
/// The store's.
pub(crate) async fn hold_what_left(desk: &Desk, replaced: &Path) -> Result<usize> {
    let mut w = desk.write().await?;
    let seq = settings::journal_seq(w.db()).await?;
    let Ok(left) = store::left_since(replaced, seq).await else {
        w.rollback().await?;
        return Ok(0);
    };
    let ids: Vec<i64> = left.iter().map(|order| order.id).collect();
    let zone = facts::settings(w.db())
        .await
        .ok()
        .and_then(|s| domain::calendar::Zone::new(&s.zone));
    let (mut rows, mut held) = (Vec::new(), Vec::new());
    for facts in facts::load(w.db(), &ids).await? {
        let order = &facts.order;
        let gone = left
            .iter()
            .find(|l| l.id == order.id && l.number == order.number);
        let Some(gone) = gone.filter(|_| facts.life() == Life::Open && order.history == 0) else {
            continue;
        };
        let day = zone.as_ref().map(|zone| zone.day_of(gone.at).to_string());
        let sentence =
            Sentence::new("hold-left-before-restore").with("day", day.unwrap_or_default());
        let mut row = hold_row(HoldKind::Manual, &sentence, w.now());
        row.id = w.id().await?;
        row.order_id = order.id;
        w.journal(
            Event::new("order_held")
                .order(OrderId(order.id))
                .thing(row.id)
                .data(&serde_json::json!({ "kind": HoldKind::Manual.word(), "note": "" })),
        );
        held.push(order.id);
        rows.push(row);
    }
    if held.is_empty() {
        w.rollback().await?;
        return Ok(0);
    }
    insert_all(w.db(), &rows).await?;
    refresh(&mut w, &held).await?;
    w.stale(&[Tag::Orders, Tag::Needs]);
    w.commit().await?;
    Ok(held.len())
}
