//! The services of the shop's own post, and the numbers that the post gave for them.

use super::types::{PoolContinue, Service, ServiceSave};
use crate::desk::{self, Desk};
use crate::error::{FlowError, Result};
use crate::needs;
use crate::orders::types::Nothing;
use domain::id::ServiceId;
use domain::own_post::{NumberPool, PostService};
use domain::{Refusal, Sentence};
use store::rows::{NumberPoolRow, ServiceRow};
use store::tables::settings;
use store::{Db, Event, StoreError, Tag, Write};
use words::Lang;

/// Every service, inactive ones too, oldest first.
///
/// # Errors
/// The store's.
pub async fn services_list(desk: &Desk, _: Nothing) -> Result<Vec<Service>> {
    let mut reader = desk.store.read().await?;
    all(reader.db()).await
}

async fn all(db: &mut Db) -> Result<Vec<Service>> {
    let pools = pools(db).await?;
    settings::services(db)
        .await?
        .into_iter()
        .map(|row| {
            let of: Vec<&NumberPool> = pools
                .iter()
                .filter(|(pool, _)| pool.service_id == row.id)
                .map(|(_, pool)| pool)
                .collect();
            // The oldest that has numbers is the one that is used; of used-up ones the newest.
            let pool = of.iter().find(|p| p.left() > 0).or(of.last()).copied();
            Ok(Service {
                id: ServiceId(row.id),
                post: read(&row)?,
                pool: pool.cloned(),
                active: row.active == 1,
                version: row.version,
            })
        })
        .collect()
}

fn read(row: &ServiceRow) -> Result<PostService> {
    Ok(serde_json::from_str(&row.definition)
        .map_err(|e| StoreError::Damaged(format!("service {}: {e}", row.id)))?)
}

async fn pools(db: &mut Db) -> Result<Vec<(NumberPoolRow, NumberPool)>> {
    settings::pools(db)
        .await?
        .into_iter()
        .map(|row| {
            let pool = serde_json::from_str(&row.definition)
                .map_err(|e| StoreError::Damaged(format!("number pool {}: {e}", row.id)))?;
            Ok((row, pool))
        })
        .collect()
}

/// Saves a service. A pool that it does not have yet is added to it; the same numbers once more
/// only change when to warn.
///
/// # Errors
/// [`FlowError::Invalid`] with the first thing that is wrong, [`FlowError::Stale`],
/// [`FlowError::NotFound`]; the store's.
pub async fn service_save(desk: &Desk, ask: ServiceSave) -> Result<Service> {
    let invalid = |field, sentence| FlowError::Invalid { field, sentence };
    if let Some(sentence) = ask.post.check_definition().into_iter().next() {
        return Err(invalid("post", sentence));
    }
    let mut w = desk.write().await?;
    let shop = desk::settings(w.db()).await?.0;
    if ask.post.currency != shop.currency {
        let sentence = Sentence::new("service-currency").with("currency", shop.currency.code());
        return Err(invalid("post", sentence));
    }
    let existing = settings::services(w.db()).await?;
    let name = ask.post.name.trim().to_owned();
    let same_name = |row: &&ServiceRow| {
        row.active == 1 && ask.active && row.name == name && Some(row.id) != ask.id.map(|i| i.0)
    };
    if existing.iter().any(|row| same_name(&row)) {
        return Err(invalid(
            "post",
            Sentence::new("service-name-taken").with("name", name.as_str()),
        ));
    }
    let definition = serde_json::to_string(&ask.post).unwrap_or_default();
    let id = match ask.id {
        None => {
            let id = w.id().await?;
            let row = ServiceRow {
                id,
                name,
                carrier: own_post(&shop.language),
                tracked: i64::from(ask.post.tracked),
                definition,
                active: i64::from(ask.active),
                version: 1,
            };
            settings::add_service(w.db(), row).await?;
            w.journal(Event::new("service_made").thing(id));
            id
        }
        Some(ServiceId(id)) => {
            let mut row = existing
                .into_iter()
                .find(|row| row.id == id)
                .ok_or(FlowError::NotFound("service"))?;
            if row.version != ask.version {
                return Err(FlowError::Stale);
            }
            row.name = name;
            row.tracked = i64::from(ask.post.tracked);
            row.definition = definition;
            row.active = i64::from(ask.active);
            row.version += 1;
            settings::save_service(w.db(), row).await?;
            w.journal(Event::new("service_changed").thing(id));
            id
        }
    };
    if let Some(pool) = ask.pool {
        if !ask.post.tracked {
            return Err(invalid("pool", Sentence::new("service-pool-untracked")));
        }
        save_pool(&mut w, id, pool).await?;
    }
    w.stale(&[Tag::Settings]);
    let saved = all(w.db())
        .await?
        .into_iter()
        .find(|s| s.id.0 == id)
        .ok_or(FlowError::NotFound("service"))?;
    w.commit().await?;
    Ok(saved)
}

async fn save_pool(w: &mut Write<'_>, service: i64, new: NumberPool) -> Result<()> {
    let invalid = |sentence| FlowError::Invalid {
        field: "pool",
        sentence,
    };
    let there = pools(w.db()).await?;
    let same = |pool: &NumberPool| {
        (&pool.letters, &pool.country, pool.from, pool.to)
            == (&new.letters, &new.country, new.from, new.to)
    };
    if let Some((row, pool)) = there
        .iter()
        .find(|(row, pool)| row.service_id == service && same(pool))
    {
        // How far it is used is never taken from a screen: a number would be given twice.
        let kept = NumberPool {
            warn_at: new.warn_at.max(0),
            ..pool.clone()
        };
        let row = NumberPoolRow {
            definition: serde_json::to_string(&kept).unwrap_or_default(),
            ..row.clone()
        };
        return Ok(settings::save_pool(w.db(), row).await?);
    }
    if let Some(sentence) = new.check_definition().into_iter().next() {
        return Err(invalid(sentence));
    }
    if let Some((_, other)) = there.iter().find(|(_, pool)| pool.overlaps(&new)) {
        return Err(invalid(
            Sentence::new("service-pool-overlaps").with("pool", other.name()),
        ));
    }
    let row = NumberPoolRow {
        id: w.id().await?,
        service_id: service,
        definition: serde_json::to_string(&NumberPool {
            unsure_since: None,
            ..new.clone()
        })
        .unwrap_or_default(),
        made_at: w.now(),
    };
    w.journal(
        Event::new("pool_added")
            .thing(service)
            .data(&serde_json::json!({
                "pool": new.name(), "from": new.from, "to": new.to,
            })),
    );
    Ok(settings::add_pool(w.db(), row).await?)
}

/// Says where the pools of a service go on that a restore stopped: after the number that was given last, or where
/// the backup knew them when none was given since. Pools older than the one of that number are used up.
///
/// # Errors
/// [`FlowError::NotFound`]; [`FlowError::Invalid`] for a number that is of none of them; refused when none stands
/// still.
pub async fn pool_continue(desk: &Desk, ask: PoolContinue) -> Result<Service> {
    let mut w = desk.write().await?;
    let all_pools = pools(w.db()).await?;
    let of = all_pools
        .into_iter()
        .filter(|(row, pool)| row.service_id == ask.service.0 && pool.unsure_since.is_some());
    let mut stopped: Vec<(NumberPoolRow, NumberPool)> = of.collect();
    if stopped.is_empty() {
        return Err(Refusal::new("pool-not-stopped").into());
    }
    let last = ask.last.trim();
    let serial = |pool: &NumberPool| pool.serial_of(last);
    let at = stopped.iter().position(|(_, pool)| serial(pool).is_some());
    if at.is_none() && !last.is_empty() {
        return Err(FlowError::Invalid {
            field: "last",
            sentence: Sentence::new("pool-number-foreign").with("number", last),
        });
    }
    for (place, (row, pool)) in stopped.iter_mut().enumerate() {
        let before = at.is_some_and(|at| place < at);
        let given = if before { Some(pool.to) } else { serial(pool) };
        pool.go_on_after(given);
        row.definition = serde_json::to_string(pool).unwrap_or_default();
        settings::save_pool(w.db(), row.clone()).await?;
        needs::close(&mut w, "pool_unsure", row.id).await?;
    }
    w.journal(
        Event::new("pool_continued")
            .thing(ask.service.0)
            .data(&serde_json::json!({ "last": last })),
    );
    w.stale(&[Tag::Settings, Tag::Needs]);
    let saved = all(w.db())
        .await?
        .into_iter()
        .find(|s| s.id == ask.service)
        .ok_or(FlowError::NotFound("service"))?;
    w.commit().await?;
    Ok(saved)
}

/// What the shop's own post is called where carriers are listed.
pub(crate) fn own_post(language: &str) -> String {
    words::say(Lang::from_tag(language), &Sentence::new("shop-own-post"))
}
