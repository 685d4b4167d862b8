//! People who were erased stay erased: a backup from before knows them, and is cleaned before anybody
//! works in it. What was kept because the law asks for it goes when its time is over.

use super::erase::write;
use super::{pages, privacy};
use crate::desk::Desk;
use crate::error::Result;
use crate::shop::{backups, restored};
use domain::Millis;
use std::path::Path;
use std::sync::Arc;
use store::tables::{customers, erasure};
use store::{Opening, Place, Store};

/// Puts a checked backup in the place of a data folder's shop (see [`store::restore`]) and erases from it
/// everybody who was erased since it was made. What was worked on since then is held, so that it does not
/// leave twice, and pools of numbers stand still where nobody knows what they gave.
///
/// # Errors
/// The store's and files'. When only the erasing failed the backup stands in its place, and it is tried
/// again when the shop is opened.
pub async fn restore(backup: &Path, folder: &Path, now: Millis) -> Result<()> {
    let restored = match store::restore(backup, folder, now).await {
        Ok(restored) => restored,
        Err(error) => return Err(backups::not_usable(error, backup, folder).await),
    };
    let place = Place::Folder(folder.to_path_buf());
    let store = Store::open(&place, Opening::Desk, now).await?;
    let desk = Desk::new(store, Arc::new(move || now));
    let mut done = replay(&desk).await;
    if let (Ok(()), Some(replaced)) = (&done, &restored.replaced) {
        done = restored::hold_what_was_worked_on(&desk, replaced).await;
    }
    if done.is_ok() && !restored.knows_numbers {
        done = restored::stop_pools(&desk, restored.newest_at).await;
    }
    if done.is_ok() {
        done = restored::tell(&desk, backup).await;
    }
    desk.store.close().await?;
    done
}

/// Erases again whom the list beside the database names and the database does not. A host calls it when
/// it has opened a shop, before anybody works in it.
///
/// # Errors
/// The store's; then nobody should work in it.
pub async fn replay(desk: &Desk) -> Result<()> {
    let missing = desk.store.bring_erased_together().await?;
    if missing.is_empty() {
        return Ok(());
    }
    let ids: Vec<i64> = missing.iter().map(|(id, _)| *id).collect();
    let mut w = desk.write().await?;
    let mut here = Vec::new();
    for customer in customers::by_ids(w.db(), &ids).await? {
        // An id that somebody else has since is not the one that was erased.
        let erased_at = missing.iter().find(|(id, _)| *id == customer.id);
        if erased_at.is_some_and(|(_, at)| customer.created_at <= *at) {
            here.push(customer.id);
        }
    }
    let mut people = erasure::find(w.db(), &here).await?;
    let settled = privacy::read(w.db()).await?;
    let now = w.now();
    // An order that was in work when the backup was made is no obstacle: it was done before the erasure.
    let pages = pages::look(w.db(), &people.orders, settled, now).await?;
    people.documents = pages.go.keys().copied().collect();
    write(&mut w, &people, &pages).await?;
    for (id, at) in &missing {
        erasure::remember(w.db(), *id, *at).await?;
        // A backup from before this customer was made would give the id to somebody else.
        erasure::be_beyond(w.db(), *id).await?;
    }
    w.commit().await?;
    desk.store.bring_erased_together().await?;
    desk.store.scrub().await?;
    Ok(())
}

/// What falls due by the clock: invoices whose time is over, and a file that still has to be rewritten.
///
/// # Errors
/// The store's.
pub(crate) async fn due(desk: &Desk) -> Result<()> {
    let mut reader = desk.store.read().await?;
    let settled = privacy::read(reader.db()).await?;
    let over = settled.ended_before(desk.now());
    let customers = erasure::kept_before(reader.db(), over).await?;
    drop(reader);
    if !customers.is_empty() {
        let mut w = desk.write().await?;
        let mut people = erasure::find(w.db(), &customers).await?;
        let now = w.now();
        let pages = pages::look(w.db(), &people.orders, settled, now).await?;
        people.documents = pages.go.keys().copied().collect();
        write(&mut w, &people, &pages).await?;
        w.commit().await?;
    }
    if desk.store.scrub_is_due().await? {
        desk.store.scrub().await?;
    }
    Ok(())
}
