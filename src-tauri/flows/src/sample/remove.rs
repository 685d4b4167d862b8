//! Taking the sample data out again.

use super::made::{self, NAME, SENDER, SLIP_NOTE};
use crate::desk::{self, Desk, SETTINGS};
use crate::error::{FlowError, Result};
use crate::orders::refresh::{ViewDeltas, refresh};
use crate::orders::types::Nothing;
use crate::shop::types::ShopStatus;
use crate::shop::{put_settings, status};
use crate::stock::reserve::give;
use domain::id::UserId;
use domain::{Address, Refusal};
use store::tables::{customers, orders, sample};
use store::{Event, Tag};

/// Takes all of the sample out in one commit: its orders with everything that hangs on them, their
/// buyers, its products, services and channels; and the shop itself when it was made for the sample,
/// still has its name, and holds nothing else. What is real stays: also a sample product that a real
/// order names, and a service that stands on a real parcel.
///
/// # Errors
/// Refused as `sample-none` when there is no sample data; the store's.
pub async fn remove(desk: &Desk, _: Nothing) -> Result<ShopStatus> {
    let mut w = desk.write().await?;
    let Some(made) = made::read(w.db()).await? else {
        return Err(Refusal::new("sample-none").into());
    };
    let ids = sample::orders(w.db()).await?;
    let mut deltas = ViewDeltas::default();
    for row in orders::by_ids(w.db(), &ids).await? {
        deltas.change(row.views, 0);
    }
    deltas.save(&mut w).await?;
    let buyers = sample::remove_orders(w.db(), &ids).await?;
    let buyers = customers::without_orders(w.db(), &buyers).await?;
    sample::remove_customers(w.db(), &buyers).await?;
    let kept = sample::remove_variants(w.db(), &made.variants).await?;
    let served = give(&mut w, &kept).await?;
    refresh_if_shop(&mut w, &served).await?;
    sample::remove_channels_and_services(w.db(), &made.services).await?;
    made::write(w.db(), None).await?;
    let unchanged = match desk::settings(w.db()).await {
        Ok((settings, _)) => settings.name == NAME,
        Err(FlowError::NoShop) => false,
        Err(error) => return Err(error),
    };
    let whole = made.shop && unchanged && !sample::anything_else(w.db()).await?;
    if whole {
        let services = store::tables::settings::services(w.db()).await?;
        let services: Vec<i64> = services.iter().map(|s| s.id).collect();
        sample::remove_channels_and_services(w.db(), &services).await?;
        sample::remove_shop(w.db(), SETTINGS).await?;
    }
    if made.shop && !whole {
        forget_sender(&mut w).await?;
    }
    w.journal(Event::new("sample_removed"));
    w.stale(&[
        Tag::Shop,
        Tag::Settings,
        Tag::Orders,
        Tag::Shipments,
        Tag::Stock,
        Tag::Customers,
        Tag::Imports,
        Tag::Documents,
        Tag::Needs,
    ]);
    w.commit().await?;
    if whole {
        desk.sign_in(UserId(0), desk.actor().device);
    }
    status(desk, Nothing {}).await
}

/// A shop that goes on as somebody's own has the sample's address no longer: its parcels would go back to a
/// stranger. Until its owner writes one, no label and no slip is made.
async fn forget_sender(w: &mut store::Write<'_>) -> Result<()> {
    let (mut settings, version) = desk::settings(w.db()).await?;
    let is_ours = |a: &Address| (a.line1.as_str(), a.postcode.as_str(), a.city.as_str()) == SENDER;
    let before = settings.clone();
    if is_ours(&settings.sender) {
        settings.sender = Address {
            company: settings.name.clone(),
            country: settings.sender.country.clone(),
            ..Address::default()
        };
    }
    if settings.returns.as_ref().is_some_and(is_ours) {
        settings.returns = None;
    }
    if settings.slip_note == SLIP_NOTE {
        settings.slip_note = String::new();
    }
    if settings != before {
        put_settings(w, &settings, version).await?;
    }
    Ok(())
}

async fn refresh_if_shop(w: &mut store::Write<'_>, orders: &[i64]) -> Result<()> {
    if !orders.is_empty() {
        refresh(w, orders).await?;
    }
    Ok(())
}
