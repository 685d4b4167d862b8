//! What every screen needs to know of the shop.

use super::types::ShopStatus;
use crate::desk::{self, Desk};
use crate::error::{FlowError, Result};
use crate::orders::types::Nothing;
use domain::Currency;
use store::tables::{counters, settings};
use store::{Engine, Place};

/// The fact that names the sample data in the shop; empty when it was taken out again.
pub(crate) const SAMPLE: &str = "sample";

/// What every screen needs to know of the shop; answers before the first run too.
///
/// # Errors
/// The store's.
pub async fn status(desk: &Desk, _: Nothing) -> Result<ShopStatus> {
    let mut reader = desk.store.read().await?;
    let db = reader.db();
    let settings = match desk::settings(db).await {
        Ok((settings, _)) => Some(settings),
        Err(FlowError::NoShop) => None,
        Err(error) => return Err(error),
    };
    let me = desk.actor().staff.0;
    let user = settings::staff(db)
        .await?
        .into_iter()
        .find(|s| s.id == me)
        .map(|s| s.name)
        .unwrap_or_default();
    let orders = counters::all(db)
        .await?
        .into_iter()
        .find(|(view, _)| view == "all")
        .map_or(0, |(_, n)| n);
    let sample = settings::meta(db, SAMPLE)
        .await?
        .is_some_and(|made| !made.is_empty());
    let place = desk.store.place();
    let backups = store::backups(place);
    let made = settings.is_some();
    let (name, zone, language, country, currency) = settings.map_or_else(
        || {
            let none = String::new;
            (
                none(),
                "UTC".to_owned(),
                "en".to_owned(),
                none(),
                Currency::none(),
            )
        },
        |s| (s.name, s.zone, s.language, s.sender.country, s.currency),
    );
    Ok(ShopStatus {
        made,
        name,
        zone,
        currency,
        language,
        country,
        sample,
        user,
        orders,
        engine: match desk.store.engine() {
            Engine::Sqlite => "sqlite",
            Engine::Postgres => "postgres",
        }
        .to_owned(),
        place: match place {
            Place::Folder(folder) => folder.display().to_string(),
            Place::Server { url, .. } => without_password(url),
        },
        last_backup: backups.first().map(|b| b.name.clone()).unwrap_or_default(),
        now: desk.now(),
        version: env!("CARGO_PKG_VERSION").to_owned(),
    })
}

/// A server's address as it may be shown: whatever stands before `@` and behind `?` stays out.
fn without_password(url: &str) -> String {
    let (scheme, rest) = url.split_once("://").unwrap_or(("postgres", url));
    let rest = rest.split_once('?').map_or(rest, |(before, _)| before);
    let rest = rest.rsplit_once('@').map_or(rest, |(_, host)| host);
    format!("{scheme}://{rest}")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_servers_password_is_not_shown() {
        assert_eq!(
            without_password(
                "postgres://ana:p@ss@shop.example:5433/shop?sslmode=require&password=x"
            ),
            "postgres://shop.example:5433/shop"
        );
        assert_eq!(
            without_password("postgres://localhost/shop"),
            "postgres://localhost/shop"
        );
    }
}
