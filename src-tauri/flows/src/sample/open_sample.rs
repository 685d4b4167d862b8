//! Filling a shop with sample data.

use super::fill;
use super::made::{self, Made, NAME, SENDER, SLIP_NOTE};
use super::remove::remove;
use crate::desk::{self, Desk};
use crate::error::{FlowError, Result};
use crate::orders::types::Nothing;
use crate::shop::types::{ShopMake, ShopStatus};
use crate::shop::{make, settings_get, settings_save, status};
use domain::{Currency, Refusal, Sentence};
use store::tables::orders;

/// Fills a shop without orders with a day's work to look around in; makes the shop first when there
/// is none yet. Everything is dated from the desk's clock and the same every time.
///
/// # Errors
/// Refused as `sample-not-empty` when the shop has orders already; the store's. When something
/// fails on the way, what was filled in is taken out again.
pub async fn open(desk: &Desk, _: Nothing) -> Result<ShopStatus> {
    let mut reader = desk.store.read().await?;
    let full = orders::any(reader.db()).await? || made::read(reader.db()).await?.is_some();
    let shop = match desk::settings(reader.db()).await {
        Ok(_) => false,
        Err(FlowError::NoShop) => true,
        Err(error) => return Err(error),
    };
    drop(reader);
    if full {
        return Err(Refusal::new("sample-not-empty").into());
    }
    desk.work
        .tell("sample", 0, 0, Sentence::new("sample-working"))
        .await;
    let filled = begin(desk, shop).await;
    desk.work.end().await;
    if let Err(error) = filled {
        // What is half filled would look like a shop with mistakes in it.
        let _ = remove(desk, Nothing {}).await;
        return Err(error);
    }
    status(desk, Nothing {}).await
}

async fn begin(desk: &Desk, shop: bool) -> Result<()> {
    if shop {
        make_shop(desk).await?;
    }
    let mut w = desk.write().await?;
    made::write(
        w.db(),
        Some(&Made {
            shop,
            ..Made::default()
        }),
    )
    .await?;
    w.commit().await?;
    fill::fill(desk, shop).await
}

async fn make_shop(desk: &Desk) -> Result<()> {
    make(
        desk,
        ShopMake {
            name: NAME.to_owned(),
            country: "BE".to_owned(),
            currency: Currency::new("EUR").unwrap_or_else(Currency::none),
            zone: "Europe/Brussels".to_owned(),
            language: "en".to_owned(),
            user: "Ana Vos".to_owned(),
            street: SENDER.0.to_owned(),
            postcode: SENDER.1.to_owned(),
            city: SENDER.2.to_owned(),
        },
    )
    .await?;
    let mut saved = settings_get(desk, Nothing {}).await?;
    saved.settings.slip_note = SLIP_NOTE.to_owned();
    saved.settings.cut_off_minute = 16 * 60 + 30;
    saved.settings.handling_days = 3;
    settings_save(desk, saved).await?;
    Ok(())
}
