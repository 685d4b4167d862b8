//! Who works at this desk.

use crate::desk::Desk;
use crate::error::Result;
use domain::id::{DeviceId, UserId};
use store::rows::DeviceRow;
use store::tables::settings;

/// Signs in at this desk: the first person who works here, and the computer of this name, which is
/// remembered when it is new. Hosts call it after opening; before the first run there is nobody to
/// sign in yet, and the computer waits for the shop's first person.
///
/// # Errors
/// The store's.
pub async fn sign_in(desk: &Desk, device: &str) -> Result<()> {
    let name = device.trim();
    let name = if name.is_empty() { "?" } else { name };
    let mut w = desk.write().await?;
    let staff = settings::staff(w.db())
        .await?
        .into_iter()
        .find(|s| s.active == 1)
        .map_or(0, |s| s.id);
    let now = w.now();
    let known = settings::devices(w.db())
        .await?
        .into_iter()
        .find(|d| d.name == name);
    let id = match known {
        Some(mut row) => {
            let id = row.id;
            row.last_seen_at = now;
            settings::save_device(w.db(), row).await?;
            id
        }
        None => {
            let id = w.id().await?;
            let row = DeviceRow {
                id,
                name: name.to_owned(),
                first_seen_at: now,
                last_seen_at: now,
            };
            settings::add_device(w.db(), row).await?;
            id
        }
    };
    w.commit().await?;
    desk.sign_in(UserId(staff), DeviceId(id));
    Ok(())
}
