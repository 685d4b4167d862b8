//! What must hold after every command.

use flows::orders::facts;
use std::collections::BTreeSet;
use store::Store;

/// What does not hold in a shop, one line each; empty is sound.
///
/// Asked twice: by statements that read the rows alone ([`store::tables::invariants`]), and by deriving
/// every order's summaries anew as the rules derive them, which finds a change that forgot to.
///
/// # Panics
/// When the shop cannot be read.
pub async fn invariants(store: &Store) -> Vec<String> {
    let mut reader = store.read().await.unwrap();
    let db = reader.db();
    let mut found = store::tables::invariants::breaches(db).await.unwrap();
    // Before the first run there are no settings to derive by, and no orders.
    let Ok(settings) = facts::settings(db).await else {
        return found;
    };
    let ids: Vec<i64> = sqlx::query_scalar("SELECT id FROM orders ORDER BY id")
        .fetch_all(&mut *db)
        .await
        .unwrap();
    for ids in ids.chunks(2_000) {
        for mut one in facts::load(db, ids).await.unwrap() {
            let stored = one.order.clone();
            one.derive(&settings);
            if one.order != stored {
                found.push(format!(
                    "order {} is not what its rows say:\n  stored  {stored:?}\n  derived {:?}",
                    stored.id, one.order
                ));
            }
        }
    }
    found
}

/// The numbers of all orders, and the ids of all parcels that have left.
///
/// # Panics
/// When the shop cannot be read.
pub async fn orders_and_parcels(store: &Store) -> (BTreeSet<String>, BTreeSet<i64>) {
    let mut reader = store.read().await.unwrap();
    let orders: Vec<String> = sqlx::query_scalar("SELECT number FROM orders")
        .fetch_all(reader.db())
        .await
        .unwrap();
    let gone: Vec<i64> =
        sqlx::query_scalar("SELECT id FROM parcel WHERE handed_over_at IS NOT NULL")
            .fetch_all(reader.db())
            .await
            .unwrap();
    (orders.into_iter().collect(), gone.into_iter().collect())
}
