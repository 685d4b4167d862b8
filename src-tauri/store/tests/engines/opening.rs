//! Opening a shop: what every connection is told, the lock, looking, a newer shop, odd folders.

use crate::shop::{ACTOR, NOW, Shop, number, text};
use std::path::Path;
use store::tables::settings;
use store::{Event, Opening, Place, Store, StoreError};

#[tokio::test(flavor = "multi_thread")]
async fn every_sqlite_connection_is_careful() {
    let shop = Shop::folder();
    let store = shop.open().await;
    let mut w = store.write(ACTOR).await.unwrap();
    let mut readers = Vec::new();
    // Four readers at once, so that each connection of the pool is looked at.
    for _ in 0..4 {
        readers.push(store.read().await.unwrap());
    }
    let mut dbs: Vec<(&mut store::Db, i64)> = vec![(w.db(), 0)];
    dbs.extend(readers.iter_mut().map(|r| (r.db(), 1)));
    for (db, query_only) in dbs {
        // 2 is FULL: an acknowledged commit survives a power cut.
        assert_eq!(number(db, "PRAGMA synchronous").await, 2);
        assert_eq!(number(db, "PRAGMA foreign_keys").await, 1);
        assert_eq!(number(db, "PRAGMA query_only").await, query_only);
        assert_eq!(number(db, "PRAGMA trusted_schema").await, 0);
        assert_eq!(number(db, "PRAGMA mmap_size").await, 0);
        assert_eq!(text(db, "PRAGMA journal_mode").await, "wal");
        let version = text(db, "SELECT sqlite_version()").await;
        let parts: Vec<u32> = version.split('.').map(|p| p.parse().unwrap()).collect();
        assert!(parts >= vec![3, 51, 3], "{version}");
    }
    let refused = sqlx::query("DELETE FROM meta")
        .execute(readers[0].db())
        .await;
    assert!(refused.unwrap_err().to_string().contains("readonly"));
    drop((w, readers));
    store.close().await.unwrap();
}

#[tokio::test(flavor = "multi_thread")]
async fn every_postgres_connection_is_careful() {
    let Some(shop) = Shop::server().await else {
        return;
    };
    let store = shop.open().await;
    let mut w = store.write(ACTOR).await.unwrap();
    let mut reader = store.read().await.unwrap();
    for db in [w.db(), reader.db()] {
        let commit = text(db, "SELECT current_setting('synchronous_commit')").await;
        assert_eq!(commit, "on");
    }
    let refused = sqlx::query("DELETE FROM meta").execute(reader.db()).await;
    assert!(refused.unwrap_err().to_string().contains("read-only"));
    drop((w, reader));
    store.close().await.unwrap();
    shop.end().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_reference_to_nothing_is_refused() {
    let shop = Shop::folder();
    let store = shop.open().await;
    let mut w = store.write(ACTOR).await.unwrap();
    let dangling = sqlx::query("INSERT INTO charge VALUES (1, 77, 'fee', '', 1)")
        .execute(w.db())
        .await;
    assert!(dangling.unwrap_err().to_string().contains("FOREIGN KEY"));
    drop(w);
    store.close().await.unwrap();
}

#[tokio::test(flavor = "multi_thread")]
async fn one_shop_is_open_once_and_others_may_look() {
    let shop = Shop::folder();
    let nothing = Store::open(&shop.place, Opening::Look, NOW).await;
    assert!(
        matches!(nothing, Err(StoreError::Missing("shop"))),
        "{nothing:?}"
    );
    let Place::Folder(folder) = &shop.place else {
        panic!("a folder")
    };
    assert!(!folder.exists(), "looking makes nothing");

    let desk = shop.open().await;
    assert!(!desk.was_unclean());
    let second = Store::open(&shop.place, Opening::Desk, NOW).await;
    assert!(matches!(second, Err(StoreError::InUse)), "{second:?}");

    let look = Store::open(&shop.place, Opening::Look, NOW).await.unwrap();
    let refused = look.write(ACTOR).await;
    assert!(matches!(refused, Err(StoreError::InUse)));
    let mut w = desk.write(ACTOR).await.unwrap();
    settings::put(w.db(), "shop", "{}", 0).await.unwrap();
    let mut reader = look.read().await.unwrap();
    assert_eq!(settings::get(reader.db(), "shop").await.unwrap(), None);
    w.commit().await.unwrap();
    assert!(settings::get(reader.db(), "shop").await.unwrap().is_some());
    let refused = sqlx::query("DELETE FROM setting")
        .execute(reader.db())
        .await;
    assert!(refused.is_err());
    drop(reader);
    look.close().await.unwrap();
    desk.close().await.unwrap();

    // Closed, it can be opened again; looking at it did not mark it unclean.
    let desk = shop.open().await;
    assert!(!desk.was_unclean());
    drop(desk);
    let desk = shop.open().await;
    assert!(desk.was_unclean(), "the run before did not close");
    desk.close().await.unwrap();
}

/// All bytes of a folder's files but the lock, by name.
fn bytes(folder: &Path) -> Vec<(String, Vec<u8>)> {
    let mut all: Vec<_> = std::fs::read_dir(folder)
        .unwrap()
        .map(|entry| entry.unwrap())
        .map(|entry| (entry.file_name().into_string().unwrap(), entry.path()))
        .filter(|(name, _)| name != "app.lock")
        .map(|(name, path)| (name, std::fs::read(path).unwrap()))
        .collect();
    all.sort();
    all
}

#[tokio::test(flavor = "multi_thread")]
async fn a_newer_shop_is_left_as_it_is() {
    for mode in ["wal", "delete"] {
        let shop = Shop::folder();
        let store = shop.open().await;
        let mut w = store.write(ACTOR).await.unwrap();
        let newer = (store::SCHEMA_VERSION + 1).to_string();
        settings::put_meta(w.db(), "schema", &newer).await.unwrap();
        w.commit().await.unwrap();
        store.close().await.unwrap();
        let Place::Folder(folder) = &shop.place else {
            panic!("a folder")
        };
        let file = folder.join("shop.db");
        if mode == "delete" {
            // As a copied or restored file may be.
            let url = format!(
                "sqlite://{}?mode=rw",
                file.display().to_string().replace(' ', "%20")
            );
            let mut db = <sqlx::SqliteConnection as sqlx::Connection>::connect(&url)
                .await
                .unwrap();
            sqlx::raw_sql("PRAGMA journal_mode = DELETE")
                .execute(&mut db)
                .await
                .unwrap();
            sqlx::Connection::close(db).await.unwrap();
        }
        let before = bytes(folder);
        for opening in [Opening::Desk, Opening::Look] {
            let refused = Store::open(&shop.place, opening, NOW).await;
            let Err(StoreError::Newer { found, known }) = refused else {
                panic!("{refused:?}")
            };
            assert_eq!(
                (found, known),
                (store::SCHEMA_VERSION + 1, store::SCHEMA_VERSION)
            );
        }
        assert!(bytes(folder) == before, "{mode}: the files changed");
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_newer_server_is_left_as_it_is() {
    let Some(shop) = Shop::server().await else {
        return;
    };
    let store = shop.open().await;
    let mut w = store.write(ACTOR).await.unwrap();
    settings::put_meta(w.db(), "schema", "999").await.unwrap();
    w.commit().await.unwrap();
    store.close().await.unwrap();
    for opening in [Opening::Desk, Opening::Look] {
        let refused = Store::open(&shop.place, opening, NOW).await;
        assert!(
            matches!(refused, Err(StoreError::Newer { found: 999, .. })),
            "{refused:?}"
        );
    }
    shop.end().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_folder_may_have_any_name() {
    let spare = tempfile::tempdir().unwrap();
    for name in [
        "what?mode=ro",
        "50% off",
        "a b",
        "Büro Ä",
        "#1",
        "a&b=c",
        "%41",
        "100%",
        "日本",
        "x:y",
        "a+b",
        "'q\"",
    ] {
        let place = Place::Folder(spare.path().join(name));
        let store = Store::open(&place, Opening::Desk, NOW).await.unwrap();
        let mut w = store.write(ACTOR).await.unwrap();
        w.journal(Event::new("shop_made"));
        w.commit().await.unwrap();
        let backup = store.backup(None, NOW, "test").await.unwrap();
        assert!(Path::new(&backup.path).is_file(), "{name}");
        store.close().await.unwrap();
        let shop = spare.path().join(name).join("shop.db");
        assert!(std::fs::metadata(&shop).unwrap().len() > 100_000, "{name}");
    }
    assert_eq!(
        std::fs::read_dir(spare.path()).unwrap().count(),
        12,
        "no file went elsewhere"
    );
}
