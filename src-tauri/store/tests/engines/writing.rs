//! One transaction: its ids, its journal, and nothing left when it did not happen.

use crate::shop::{ACTOR, Shop, number};
use domain::id::{CustomerId, OrderId};
use std::collections::BTreeSet;
use store::tables::settings;
use store::{Event, StoreError, Tag};

crate::on_both_engines!(
    a_rollback_leaves_nothing,
    ids_stay_unique_over_dropped_transactions,
    a_commit_writes_its_journal_in_one_piece,
    a_stale_version_is_refused,
    a_unique_rule_is_told_by_kind,
    an_error_inside_does_not_end_the_store,
);

async fn a_rollback_leaves_nothing(shop: &Shop) {
    let store = shop.open().await;
    let mut heard = store.subscribe();
    for how in ["rollback", "drop"] {
        let mut w = store.write(ACTOR).await.unwrap();
        settings::put(w.db(), "shop", "{}", 0).await.unwrap();
        w.journal(Event::new("shop_made").person(CustomerId(1), "name", "Ida"));
        w.stale(&[Tag::Shop]);
        if how == "rollback" {
            w.rollback().await.unwrap();
        } else {
            drop(w);
        }
        let mut reader = store.read().await.unwrap();
        assert_eq!(
            settings::get(reader.db(), "shop").await.unwrap(),
            None,
            "{how}"
        );
        assert_eq!(
            number(reader.db(), "SELECT COUNT(*) FROM event").await,
            0,
            "{how}"
        );
        let people = number(reader.db(), "SELECT COUNT(*) FROM event_person").await;
        assert_eq!(people, 0, "{how}");
    }
    assert!(
        heard.try_recv().is_err(),
        "nobody is told of what did not happen"
    );
    store.close().await.unwrap();
}

async fn ids_stay_unique_over_dropped_transactions(shop: &Shop) {
    let store = shop.open().await;
    let mut given = BTreeSet::new();
    // Blocks are of 1,000: asks of 1, 700 and 3,000 end inside, at and over their edges; the first
    // block of all is taken in a transaction that is dropped.
    for (round, n) in [1_usize, 700, 3_000, 999, 1, 1_000, 1_001, 2, 5_000, 1]
        .into_iter()
        .cycle()
        .take(60)
        .enumerate()
    {
        let mut w = store.write(ACTOR).await.unwrap();
        let first = w.ids(n).await.unwrap();
        let single = w.id().await.unwrap();
        match round % 3 {
            0 => drop(w),
            1 => w.rollback().await.unwrap(),
            _ => {
                w.commit().await.unwrap();
                let n = i64::try_from(n).unwrap();
                for id in (first..first + n).chain([single]) {
                    assert!((1..1 << 53).contains(&id));
                    assert!(given.insert(id), "{id} was given twice, round {round}");
                }
            }
        }
    }
    store.close().await.unwrap();
    // A new process takes new ones.
    let store = shop.open().await;
    let mut w = store.write(ACTOR).await.unwrap();
    let first = w.ids(10_000).await.unwrap();
    assert!((first..first + 10_000).all(|id| given.insert(id)));
    w.rollback().await.unwrap();
    store.close().await.unwrap();
}

async fn a_commit_writes_its_journal_in_one_piece(shop: &Shop) {
    let store = shop.open().await;
    let mut heard = store.subscribe();
    let mut w = store.write(ACTOR).await.unwrap();
    w.journal(
        Event::new("order_edited")
            .order(OrderId(7))
            .thing(8)
            .happened_at(5)
            .data(&serde_json::json!({"field": "ship_to"}))
            .person(CustomerId(3), "ship_to", "Ida Ø, 'Weg' 1"),
    );
    w.journal(Event::new("order_held").order(OrderId(9)));
    w.stale(&[Tag::Orders, Tag::Needs, Tag::Orders]);
    assert_eq!(w.commit().await.unwrap(), 2);
    let told = heard.recv().await.unwrap();
    assert_eq!(told.seq, 2);
    assert_eq!(told.tags, [Tag::Orders, Tag::Needs]);
    assert_eq!(told.ids, [7, 8, 9]);

    let mut reader = store.read().await.unwrap();
    let (events, people) = store::tables::orders::timeline(reader.db(), 7)
        .await
        .unwrap();
    assert_eq!(
        people,
        [(1, "ship_to".to_owned(), "Ida Ø, 'Weg' 1".to_owned())]
    );
    let event = &events[0];
    assert_eq!(
        (event.seq, event.at, event.happened_at),
        (1, ACTOR.now, Some(5))
    );
    assert_eq!((event.staff_id, event.device_id), (1, 1));
    assert_eq!(event.data, "{\"field\":\"ship_to\"}");
    drop(reader);

    // Of more than 200 things none is named: all of the tags is meant.
    let mut w = store.write(ACTOR).await.unwrap();
    (1..=201).for_each(|id| w.touch(id));
    w.commit().await.unwrap();
    assert!(heard.recv().await.unwrap().ids.is_empty());
    let mut w = store.write(ACTOR).await.unwrap();
    (1..=200).for_each(|id| w.touch(id));
    (1..=200).for_each(|id| w.touch(id));
    w.commit().await.unwrap();
    assert_eq!(
        heard.recv().await.unwrap().ids.len(),
        200,
        "the same thing twice is one thing"
    );
    store.close().await.unwrap();
}

async fn a_stale_version_is_refused(shop: &Shop) {
    let store = shop.open().await;
    let mut w = store.write(ACTOR).await.unwrap();
    assert_eq!(settings::put(w.db(), "shop", "one", 0).await.unwrap(), 1);
    assert_eq!(settings::put(w.db(), "shop", "two", 1).await.unwrap(), 2);
    let stale = settings::put(w.db(), "shop", "three", 1).await;
    assert!(matches!(stale, Err(StoreError::Stale)));
    w.commit().await.unwrap();
    let mut reader = store.read().await.unwrap();
    let now = settings::get(reader.db(), "shop").await.unwrap();
    assert_eq!(now, Some(("two".to_owned(), 2)));
    drop(reader);
    store.close().await.unwrap();
}

async fn a_unique_rule_is_told_by_kind(shop: &Shop) {
    let store = shop.open().await;
    let mut w = store.write(ACTOR).await.unwrap();
    store::tables::ship::use_number(w.db(), "RR123", 1, 1)
        .await
        .unwrap();
    let twice = store::tables::ship::use_number(w.db(), "RR123", 2, 2).await;
    assert!(matches!(twice, Err(StoreError::Exists(_))), "{twice:?}");
    drop(w);
    store.close().await.unwrap();
}

async fn an_error_inside_does_not_end_the_store(shop: &Shop) {
    let store = shop.open().await;
    for _ in 0..3 {
        let mut w = store.write(ACTOR).await.unwrap();
        let broken = sqlx::query("INSERT INTO nowhere VALUES (1)")
            .execute(w.db())
            .await;
        assert!(broken.is_err());
        drop(w);
        let mut w = store.write(ACTOR).await.unwrap();
        w.journal(Event::new("shop_made"));
        w.commit().await.unwrap();
    }
    let mut reader = store.read().await.unwrap();
    assert_eq!(number(reader.db(), "SELECT COUNT(*) FROM event").await, 3);
    drop(reader);
    store.close().await.unwrap();
}
