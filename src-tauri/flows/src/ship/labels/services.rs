//! The services of the shop's own post, as labels need them.

use crate::error::Result;
use domain::Address;
use domain::own_post::{PostService, quote};
use store::Db;
use store::rows::ServiceRow;
use store::tables::settings as setting_tables;

/// A service as labels need it.
#[derive(Debug, Clone)]
pub struct OwnService {
    /// Its row.
    pub row: ServiceRow,
    /// What it offers.
    pub post: PostService,
}

/// The services that can be chosen.
///
/// # Errors
/// The store's; a definition that cannot be read is damage.
pub async fn services(db: &mut Db) -> Result<Vec<OwnService>> {
    let mut all = Vec::new();
    for row in setting_tables::services(db).await? {
        if row.active == 1 {
            let post = serde_json::from_str(&row.definition)
                .map_err(|e| store::StoreError::Damaged(format!("service {}: {e}", row.id)))?;
            all.push(OwnService { row, post });
        }
    }
    Ok(all)
}

/// The cheapest service that takes a parcel there; one that is free is the cheapest. One whose price
/// nobody has said comes last.
#[must_use]
pub fn cheapest<'a>(
    services: &'a [OwnService],
    to: &Address,
    grams: Option<i64>,
) -> Option<&'a OwnService> {
    services
        .iter()
        .filter_map(|s| quote(&s.post, to, grams).ok().map(|q| (q.price, s)))
        .min_by_key(|(price, s)| (price.is_none(), price.map(|p| p.minor), s.row.id))
        .map(|(_, s)| s)
}
