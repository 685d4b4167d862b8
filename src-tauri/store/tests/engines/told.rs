//! Desks on one server hear of each other's commits, each once.

use crate::shop::{ACTOR, Shop};
use domain::id::OrderId;
use std::time::Duration;
use store::{Event, Opening, Store, Tag};
use tokio::time::timeout;

const SOON: Duration = Duration::from_secs(5);
const QUIET: Duration = Duration::from_millis(300);

#[tokio::test(flavor = "multi_thread")]
async fn a_commit_is_heard_at_the_other_desk_and_once_at_its_own() {
    let Some(shop) = Shop::server().await else {
        return;
    };
    let (here, there) = (shop.open().await, shop.open().await);
    let look = Store::open(&shop.place, Opening::Look, 1).await.unwrap();
    let mut own = here.subscribe();
    let mut others = [there.subscribe(), look.subscribe()];

    let mut w = here.write(ACTOR).await.unwrap();
    w.journal(Event::new("order_held").order(OrderId(7)));
    w.stale(&[Tag::Orders, Tag::Needs]);
    drop(w);
    let mut w = here.write(ACTOR).await.unwrap();
    for id in 0..200 {
        // The longest ids there can be: the message must still fit.
        w.touch((1 << 53) - 1 - id);
    }
    w.journal(Event::new("order_released"));
    w.stale(Tag::ALL);
    let seq = w.commit().await.unwrap();

    let first = timeout(SOON, own.recv()).await.unwrap().unwrap();
    assert_eq!((first.seq, first.ids.len()), (seq, 200));
    for other in &mut others {
        let heard = timeout(SOON, other.recv()).await.unwrap().unwrap();
        assert_eq!(
            heard, first,
            "what was dropped is not told, what was committed is told whole"
        );
        assert!(timeout(QUIET, other.recv()).await.is_err(), "once");
    }
    assert!(
        timeout(QUIET, own.recv()).await.is_err(),
        "our own message is not doubled"
    );

    // The other way round, too.
    let mut w = there.write(ACTOR).await.unwrap();
    w.journal(Event::new("order_held").order(OrderId(9)));
    let seq = w.commit().await.unwrap();
    let heard = timeout(SOON, own.recv()).await.unwrap().unwrap();
    assert_eq!((heard.seq, heard.ids), (seq, vec![9]));
    for store in [here, there, look] {
        store.close().await.unwrap();
    }
    shop.end().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_desk_that_lost_the_server_looks_at_everything_anew() {
    let Some(shop) = Shop::server().await else {
        return;
    };
    let store = shop.open().await;
    let mut heard = store.subscribe();
    let mut w = store.write(ACTOR).await.unwrap();
    sqlx::raw_sql(
        "SELECT 1 FROM (SELECT pg_terminate_backend(pid) FROM pg_stat_activity \
         WHERE datname = current_database() AND query LIKE 'LISTEN%') AS gone",
    )
    .execute(w.db())
    .await
    .unwrap();
    drop(w);
    let anew = timeout(SOON, heard.recv()).await.unwrap().unwrap();
    assert_eq!(anew.tags, Tag::ALL);
    assert!(anew.ids.is_empty());
    store.close().await.unwrap();
    shop.end().await;
}
