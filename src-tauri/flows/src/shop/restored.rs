//! After a restore: what was done since the backup was made is here as if it had not been, and must not be done
//! twice.

use super::backups;
use crate::desk::Desk;
use crate::error::Result;
use crate::import::{hold_row, need_row};
use crate::needs;
use crate::orders::facts;
use crate::orders::refresh::refresh;
use domain::calendar::Zone;
use domain::id::OrderId;
use domain::order::{HoldKind, Life};
use domain::own_post::NumberPool;
use domain::{Millis, Sentence};
use std::path::Path;
use store::row::insert_all;
use store::rows::GoneOrderRow;
use store::tables::{gone, settings};
use store::{Event, Tag, Worked};

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

/// Why an order is held after a restore.
fn held(worked: Worked, day: &str) -> Sentence {
    let id = match worked {
        Worked::Left => "hold-left-before-restore",
        Worked::Labelled => "hold-labelled-before-restore",
        Worked::CalledOff => "hold-called-off-before-restore",
        Worked::Changed => "hold-changed-before-restore",
    };
    Sentence::new(id).with("day", day)
}

/// The sentence that holds an order which comes again after a restore that does not know it.
pub(crate) fn came_again(gone: &GoneOrderRow, zone: &Zone) -> Sentence {
    let day = zone.day_of(gone.at).to_string();
    held(Worked::of(&gone.why), &day)
}

/// Holds the orders with units to ship that the shop which was replaced worked on after the backup, opens an
/// item for the others, and keeps in mind those that the backup does not know: they come again with the next
/// file. A shop that cannot be read any more tells nothing.
///
/// # Errors
/// The store's.
pub(crate) async fn hold_what_was_worked_on(desk: &Desk, replaced: &Path) -> Result<()> {
    let mut w = desk.write().await?;
    let Ok(worked) = store::worked_on_apart(replaced, w.db()).await else {
        return Ok(w.rollback().await?);
    };
    let read = facts::settings(w.db()).await.ok();
    let Some(zone) = read.and_then(|s| Zone::new(&s.zone)) else {
        return Ok(w.rollback().await?);
    };
    let ids: Vec<i64> = worked.iter().map(|order| order.id).collect();
    let here = facts::load(w.db(), &ids).await?;
    let (mut holds, mut needs, mut gone) = (Vec::new(), Vec::new(), Vec::new());
    let now = w.now();
    for was in &worked {
        let same = |f: &&facts::Facts| f.order.id == was.id && f.order.source_id == was.source_id;
        let day = zone.day_of(was.at).to_string();
        let stands = |f: &facts::Facts| f.life() == Life::Open && f.order.units_left > 0;
        match here.iter().find(same).map(|f| (stands(f), f.order.id)) {
            None if was.worked == Worked::Changed => {}
            None => gone.push(GoneOrderRow {
                channel_kind: was.channel_kind.clone(),
                source_id: was.source_id.clone(),
                number: was.number.clone(),
                why: was.worked.word().to_owned(),
                at: was.at,
            }),
            Some((true, id)) => {
                let sentence = held(was.worked, &day);
                let mut row = hold_row(HoldKind::Manual, &sentence, now);
                (row.id, row.order_id) = (w.id().await?, id);
                w.journal(
                    Event::new("order_held")
                        .order(OrderId(id))
                        .thing(row.id)
                        .data(&serde_json::json!({ "kind": HoldKind::Manual.word(), "note": "" })),
                );
                holds.push(row);
            }
            Some((false, id)) => {
                let sentence = Sentence::new("need-changed-before-restore").with("day", day);
                let mut row = need_row("restored", &sentence, now);
                (row.id, row.order_id) = (w.id().await?, Some(id));
                w.journal(
                    Event::new("need_opened")
                        .order(OrderId(id))
                        .data(&"restored"),
                );
                needs.push(row);
            }
        }
    }
    let touched: Vec<i64> = holds
        .iter()
        .map(|h| h.order_id)
        .chain(needs.iter().filter_map(|n| n.order_id))
        .collect();
    gone::keep(w.db(), &gone).await?;
    insert_all(w.db(), &holds).await?;
    insert_all(w.db(), &needs).await?;
    refresh(&mut w, &touched).await?;
    w.stale(&[Tag::Orders, Tag::Needs]);
    w.commit().await?;
    Ok(())
}

/// Stops every pool that still has numbers, with an item each: nobody knows which were given since `since`,
/// and a number that is given twice loses a parcel (UPU S10 asks that none is used again for twelve months).
///
/// # Errors
/// The store's.
pub(crate) async fn stop_pools(desk: &Desk, since: Millis) -> Result<()> {
    let mut w = desk.write().await?;
    let mut stopped = false;
    for mut row in settings::pools(w.db()).await? {
        let Ok(mut pool) = serde_json::from_str::<NumberPool>(&row.definition) else {
            continue;
        };
        if pool.left() == 0 {
            continue;
        }
        pool.unsure_since = Some(since);
        row.definition = serde_json::to_string(&pool).unwrap_or_default();
        let (id, service) = (row.id, row.service_id);
        settings::save_pool(w.db(), row).await?;
        w.journal(Event::new("pool_stopped").thing(service));
        let sentence = Sentence::new("number-pool-unsure").with("pool", pool.name());
        needs::open(&mut w, "pool_unsure", id, &sentence).await?;
        stopped = true;
    }
    if stopped {
        w.stale(&[Tag::Settings, Tag::Needs]);
        w.commit().await?;
    } else {
        w.rollback().await?;
    }
    Ok(())
}
