//! Several desks on one server, several writers in one process: one order of things.

use crate::shop::{ACTOR, Shop, number};
use std::collections::BTreeSet;
use std::sync::Arc;
use store::{Event, Store};

crate::on_both_engines!(
    the_journal_is_in_the_order_of_commits,
    a_read_inside_a_write_cannot_go_stale,
);

/// Desks of one shop: on a server two openings of it, in a folder one that two writers share.
async fn desks(shop: &Shop) -> [Arc<Store>; 2] {
    let one = Arc::new(shop.open().await);
    let two = match one.engine() {
        store::Engine::Sqlite => one.clone(),
        store::Engine::Postgres => Arc::new(shop.open().await),
    };
    [one, two]
}

async fn the_journal_is_in_the_order_of_commits(shop: &Shop) {
    let desks = desks(shop).await;
    let writers: Vec<_> = [0, 1, 0, 1]
        .into_iter()
        .map(|at| {
            let desk = desks[at].clone();
            tokio::spawn(async move {
                for round in 0..40 {
                    let mut w = desk.write(ACTOR).await.unwrap();
                    let seen = number(w.db(), "SELECT COALESCE(MAX(seq), 0) FROM event").await;
                    w.journal(Event::new("order_held").thing(seen));
                    if round % 5 == 0 {
                        drop(w);
                    } else {
                        assert_eq!(w.commit().await.unwrap(), seen + 1);
                    }
                }
            })
        })
        .collect();
    for writer in writers {
        writer.await.unwrap();
    }
    let mut reader = desks[0].read().await.unwrap();
    let rows: Vec<(i64, i64)> = sqlx::query_as("SELECT seq, thing_id FROM event ORDER BY seq")
        .fetch_all(reader.db())
        .await
        .unwrap();
    // 4 writers × 32 commits. Each saw all that were committed before it, and no other number.
    assert_eq!(rows.len(), 128);
    for (n, (seq, seen)) in (1..).zip(rows) {
        assert_eq!((seq, seen), (n, n - 1));
    }
    drop(reader);
    desks[0].close().await.unwrap();
    desks[1].close().await.unwrap();
}

async fn a_read_inside_a_write_cannot_go_stale(shop: &Shop) {
    let desks = desks(shop).await;
    let mut w = desks[0].write(ACTOR).await.unwrap();
    sqlx::raw_sql("INSERT INTO view_counter (name, n) VALUES ('left', 50)")
        .execute(w.db())
        .await
        .unwrap();
    w.commit().await.unwrap();
    // Eight takers, one unit each time there is one; the read and the write are apart on purpose.
    let takers: Vec<_> = (0..8)
        .map(|at| {
            let desk = desks[at % 2].clone();
            tokio::spawn(async move {
                let mut taken = 0;
                for _ in 0..10 {
                    let mut w = desk.write(ACTOR).await.unwrap();
                    let left =
                        number(w.db(), "SELECT n FROM view_counter WHERE name = 'left'").await;
                    tokio::task::yield_now().await;
                    if left > 0 {
                        sqlx::query("UPDATE view_counter SET n = $1 WHERE name = 'left'")
                            .bind(left - 1)
                            .execute(w.db())
                            .await
                            .unwrap();
                        taken += 1;
                    }
                    w.commit().await.unwrap();
                }
                taken
            })
        })
        .collect();
    let mut taken = 0;
    for taker in takers {
        taken += taker.await.unwrap();
    }
    assert_eq!(taken, 50);
    let mut reader = desks[0].read().await.unwrap();
    assert_eq!(number(reader.db(), "SELECT n FROM view_counter").await, 0);
    drop(reader);
    desks[0].close().await.unwrap();
    desks[1].close().await.unwrap();
}

#[tokio::test(flavor = "multi_thread")]
async fn ids_never_repeat_over_two_desks() {
    let Some(shop) = Shop::server().await else {
        return;
    };
    let desks = [shop.open().await, shop.open().await];
    let mut given = BTreeSet::new();
    for round in 0..60 {
        let mut w = desks[round % 2].write(ACTOR).await.unwrap();
        let first = w.ids(301).await.unwrap();
        match round % 5 {
            3 => drop(w),
            4 => w.rollback().await.unwrap(),
            _ => {
                w.commit().await.unwrap();
                assert!(
                    (first..first + 301).all(|id| given.insert(id)),
                    "round {round}"
                );
            }
        }
    }
    for desk in &desks {
        desk.close().await.unwrap();
    }
    shop.end().await;
}
