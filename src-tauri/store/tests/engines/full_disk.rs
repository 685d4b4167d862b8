//! A disk that is full at any moment: the change is gone, the shop is sound and goes on.

use crate::shop::{ACTOR, Shop, number};
use sqlx::AssertSqlSafe;
use store::{Event, StoreError};

/// The test tells its own writer how many pages the file may have; the engine then answers exactly
/// as it does when the disk has no more.
async fn limit(store: &store::Store, pages: i64) {
    let mut w = store.write(ACTOR).await.unwrap();
    sqlx::raw_sql(AssertSqlSafe(format!("PRAGMA max_page_count = {pages}")))
        .execute(w.db())
        .await
        .unwrap();
    w.rollback().await.unwrap();
}

async fn write_much(store: &store::Store) -> store::Result<i64> {
    let mut w = store.write(ACTOR).await?;
    let first = w.ids(3_000).await?;
    let rows: Vec<_> = (first..first + 3_000)
        .map(|id| store::rows::ProductRow {
            id,
            title: "a cup of tea ".repeat(20),
            created_at: id,
            version: 1,
        })
        .collect();
    store::row::insert_all(w.db(), &rows).await?;
    for _ in 0..500 {
        w.journal(Event::new("product_made").data(&"x".repeat(200)));
    }
    w.commit().await
}

#[tokio::test(flavor = "multi_thread")]
async fn a_full_disk_loses_the_change_and_nothing_else() {
    let shop = Shop::folder();
    let store = shop.open().await;
    let mut w = store.write(ACTOR).await.unwrap();
    w.journal(Event::new("shop_made"));
    w.commit().await.unwrap();
    let pages = number(store.read().await.unwrap().db(), "PRAGMA page_count").await;
    let mut full = 0;
    // From "not one page more" on: it fills up in the insert, in the journal, at last not at all.
    for more in [0, 1, 2, 5, 20, 80, 150, 200, 230, 240, 250, 260, 280, 2_000] {
        limit(&store, pages + more).await;
        let before = number(
            store.read().await.unwrap().db(),
            "SELECT COUNT(*) FROM event",
        )
        .await;
        match write_much(&store).await {
            Err(StoreError::DiskFull) => full += 1,
            Err(error) => panic!("{error:?}"),
            Ok(_) => {
                let mut reader = store.read().await.unwrap();
                assert_eq!(
                    number(reader.db(), "SELECT COUNT(*) FROM product").await,
                    3_000
                );
                break;
            }
        }
        let mut reader = store.read().await.unwrap();
        assert_eq!(
            number(reader.db(), "SELECT COUNT(*) FROM product").await,
            0,
            "{more}"
        );
        assert_eq!(
            number(reader.db(), "SELECT COUNT(*) FROM event").await,
            before,
            "{more}"
        );
        drop(reader);
        assert!(store.integrity().await.unwrap().is_sound(), "{more}");
        // As soon as there is room again, it goes on.
        limit(&store, pages + 10_000).await;
        let mut w = store.write(ACTOR).await.unwrap();
        w.journal(Event::new("order_held"));
        w.commit().await.unwrap();
    }
    assert!(full >= 8, "{full} times full");
    store.close().await.unwrap();
    let store = shop.open().await;
    assert!(store.integrity().await.unwrap().is_sound());
    store.close().await.unwrap();
}
