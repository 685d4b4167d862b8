//! Damage that was planted is found; a sound shop is called sound.

use crate::shop::{ACTOR, NOW, Shop};
use sqlx::{AssertSqlSafe, Connection, PgConnection};
use std::io::{Seek, SeekFrom, Write};
use store::{Depth, Event, Opening, Place, Store};

crate::on_both_engines!(a_broken_rule_is_found);

/// Some hundred events, so that tables and indices have pages.
async fn fill(store: &Store) {
    let mut w = store.write(ACTOR).await.unwrap();
    for n in 0..500 {
        w.journal(
            Event::new("order_held")
                .order(domain::id::OrderId(n))
                .thing(n)
                .data(&"x".repeat(60)),
        );
    }
    w.commit().await.unwrap();
}

async fn a_broken_rule_is_found(shop: &Shop) {
    let store = shop.open().await;
    fill(&store).await;
    let sound = store.integrity().await.unwrap();
    assert!(sound.is_sound(), "{sound:?}");
    let mut w = store.write(ACTOR).await.unwrap();
    sqlx::raw_sql("DELETE FROM event WHERE seq = 250")
        .execute(w.db())
        .await
        .unwrap();
    w.commit().await.unwrap();
    let found = store.integrity().await.unwrap();
    assert!(!found.is_sound() && found.damage.is_empty(), "{found:?}");
    assert!(
        found.breaches[0].starts_with("JOURNAL_HAS_NO_GAP"),
        "{found:?}"
    );
    store.close().await.unwrap();
}

#[tokio::test(flavor = "multi_thread")]
async fn a_damaged_page_of_sqlite_is_found() {
    let shop = Shop::folder();
    let store = shop.open().await;
    fill(&store).await;
    let mut reader = store.read().await.unwrap();
    let page: i64 =
        sqlx::query_scalar("SELECT rootpage FROM sqlite_master WHERE name = 'event_by_order'")
            .fetch_one(reader.db())
            .await
            .unwrap();
    drop(reader);
    store.close().await.unwrap();
    let Place::Folder(folder) = &shop.place else {
        panic!("a folder")
    };
    let mut file = std::fs::OpenOptions::new()
        .write(true)
        .open(folder.join("shop.db"))
        .unwrap();
    // Cells at the page's end are overwritten, its header stays: reading the table does not notice.
    let at = u64::try_from(page * 4_096 - 30).unwrap();
    file.seek(SeekFrom::Start(at)).unwrap();
    file.write_all(&[0x05; 30]).unwrap();
    drop(file);
    let store = Store::open(&shop.place, Opening::Look, NOW).await.unwrap();
    let found = store.integrity().await.unwrap();
    assert_eq!(found.depth, Depth::Pages);
    assert!(!found.damage.is_empty(), "{found:?}");
    store.close().await.unwrap();
}

/// A row that one index does not know: the index is not kept up for a moment. Only an administrator can
/// break a server so.
async fn lose_a_row(url: &str) {
    let mut db = PgConnection::connect(url).await.unwrap();
    for sql in [
        "UPDATE pg_index SET indisready = FALSE WHERE indexrelid = CAST('event_by_order' AS regclass)",
        "INSERT INTO event SELECT 501, at, happened_at, staff_id, device_id, verb, order_id, thing_id, data, cause \
         FROM event WHERE seq = 1",
        "UPDATE counter SET next = 502 WHERE name = 'journal'",
        "UPDATE pg_index SET indisready = TRUE WHERE indexrelid = CAST('event_by_order' AS regclass)",
    ] {
        sqlx::raw_sql(sql).execute(&mut db).await.unwrap();
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn an_index_of_a_server_that_lost_a_row_is_found() {
    let Some(shop) = Shop::server().await else {
        return;
    };
    let Place::Server { url, folder } = shop.place.clone() else {
        panic!("a server")
    };
    let store = shop.open().await;
    fill(&store).await;
    let sound = store.integrity().await.unwrap();
    assert!(
        sound.is_sound() && sound.depth == Depth::Amcheck,
        "{sound:?}"
    );
    // A desk whose role may not use the extension reads everything instead.
    let role = format!("plain_{}", std::process::id());
    let mut db = PgConnection::connect(&url).await.unwrap();
    let sql = format!(
        "DROP ROLE IF EXISTS {role}; CREATE ROLE {role} LOGIN; \
         GRANT ALL ON ALL TABLES IN SCHEMA public TO {role}"
    );
    sqlx::raw_sql(AssertSqlSafe(sql))
        .execute(&mut db)
        .await
        .unwrap();
    // Whoever the tests' server knows as its owner: the same address, another name.
    let (_, address) = url.split_once('@').expect("a role in the address");
    let plain = Place::Server {
        url: format!("postgres://{role}@{address}"),
        folder,
    };
    let plain = Store::open(&plain, Opening::Look, NOW).await.unwrap();
    let sound = plain.integrity().await.unwrap();
    assert!(sound.is_sound() && sound.depth == Depth::Read, "{sound:?}");

    lose_a_row(&url).await;
    for (desk, depth) in [(&store, Depth::Amcheck), (&plain, Depth::Read)] {
        let found = desk.integrity().await.unwrap();
        assert_eq!(found.depth, depth);
        assert!(
            found
                .damage
                .iter()
                .any(|line| line.contains("event_by_order")),
            "{found:?}"
        );
    }
    sqlx::raw_sql(
        "REINDEX INDEX event_by_order; SET session_replication_role = replica; \
         INSERT INTO charge VALUES (1, 77, 'fee', '', 1)",
    )
    .execute(&mut db)
    .await
    .unwrap();
    for desk in [&store, &plain] {
        let found = desk.integrity().await.unwrap().damage;
        assert_eq!(
            found,
            ["1 rows of charge point at a row of orders that is not there"]
        );
    }
    plain.close().await.unwrap();
    store.close().await.unwrap();
    let sql = format!("DROP OWNED BY {role}; DROP ROLE {role}");
    sqlx::raw_sql(AssertSqlSafe(sql))
        .execute(&mut db)
        .await
        .unwrap();
    drop(db);
    shop.end().await;
}
