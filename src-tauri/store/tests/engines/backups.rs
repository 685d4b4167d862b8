//! Backups: checked before they have a name, restored beside what was there.

use crate::shop::{ACTOR, NOW, Shop, number};
use std::path::{Path, PathBuf};
use store::tables::settings;
use store::{Event, Opening, Place, Seal, Store, StoreError};

fn folder(shop: &Shop) -> PathBuf {
    shop.place.folder().to_path_buf()
}

fn names(folder: &Path) -> Vec<String> {
    let mut all: Vec<String> = std::fs::read_dir(folder)
        .unwrap()
        .map(|e| e.unwrap().file_name().into_string().unwrap())
        .collect();
    all.sort();
    all
}

async fn say(store: &Store, value: &str, version: i64) {
    let mut w = store.write(ACTOR).await.unwrap();
    settings::put(w.db(), "shop", value, version).await.unwrap();
    w.journal(Event::new("settings_saved"));
    w.commit().await.unwrap();
}

async fn said(place: &Place) -> String {
    let store = Store::open(place, Opening::Look, NOW).await.unwrap();
    let mut reader = store.read().await.unwrap();
    let (value, _) = settings::get(reader.db(), "shop").await.unwrap().unwrap();
    drop(reader);
    store.close().await.unwrap();
    value
}

#[tokio::test(flavor = "multi_thread")]
async fn a_backup_can_be_restored_and_the_old_shop_stays_beside() {
    let shop = Shop::folder();
    let store = shop.open().await;
    say(&store, "before", 0).await;
    let backup = store.backup(None, NOW, "daily").await.unwrap();
    assert_eq!(backup.name, "backroom-20261123T064500Z-daily.db");
    assert_eq!(store::backups(&shop.place), std::slice::from_ref(&backup));
    say(&store, "after", 1).await;
    let open = store::restore(Path::new(&backup.path), &folder(&shop), NOW).await;
    assert!(matches!(open, Err(StoreError::InUse)), "{open:?}");
    store.close().await.unwrap();

    store::restore(Path::new(&backup.path), &folder(&shop), NOW)
        .await
        .unwrap();
    assert_eq!(said(&shop.place).await, "before");
    let kept = folder(&shop).join("shop-replaced-20261123T064500Z.db");
    let elsewhere = shop.spare().join("kept");
    store::restore(&kept, &elsewhere, NOW).await.unwrap();
    assert_eq!(said(&Place::Folder(elsewhere)).await, "after");
}

#[tokio::test(flavor = "multi_thread")]
async fn what_only_stands_in_the_log_is_restored_too() {
    let shop = Shop::folder();
    let store = shop.open().await;
    say(&store, "in the log", 0).await;
    // As after a crash: the file and its log, never brought together.
    let to = shop.spare().join("crashed");
    std::fs::create_dir(&to).unwrap();
    for name in ["shop.db", "shop.db-wal"] {
        std::fs::copy(folder(&shop).join(name), to.join(name)).unwrap();
    }
    store.close().await.unwrap();
    let new = shop.spare().join("new");
    store::restore(&to.join("shop.db"), &new, NOW)
        .await
        .unwrap();
    assert_eq!(said(&Place::Folder(new)).await, "in the log");
}

#[tokio::test(flavor = "multi_thread")]
async fn two_restores_in_one_second_lose_nothing() {
    let shop = Shop::folder();
    let store = shop.open().await;
    say(&store, "first", 0).await;
    let first = store.backup(None, NOW, "first").await.unwrap();
    say(&store, "second", 1).await;
    let second = store.backup(None, NOW + 1_000, "second").await.unwrap();
    say(&store, "third", 2).await;
    store.close().await.unwrap();
    store::restore(Path::new(&first.path), &folder(&shop), NOW)
        .await
        .unwrap();
    store::restore(Path::new(&second.path), &folder(&shop), NOW)
        .await
        .unwrap();
    assert_eq!(said(&shop.place).await, "second");
    let mut kept = Vec::new();
    for name in names(&folder(&shop)) {
        if name.starts_with("shop-replaced-") && name.ends_with(".db") {
            let elsewhere = shop.spare().join(&name);
            store::restore(&folder(&shop).join(&name), &elsewhere, NOW)
                .await
                .unwrap();
            kept.push(said(&Place::Folder(elsewhere)).await);
        }
    }
    kept.sort();
    assert_eq!(kept, ["first", "third"]);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_shop_moves_to_another_computer_as_one_file() {
    let shop = Shop::folder();
    let store = shop.open().await;
    say(&store, "moved", 0).await;
    let usb = shop.spare().join("usb stick");
    let file = store.backup(Some(&usb), NOW, "move").await.unwrap();
    store.close().await.unwrap();
    assert_eq!(
        names(&usb),
        [file.name.as_str()],
        "one file and nothing beside it"
    );
    let new = shop.spare().join("new computer");
    store::restore(Path::new(&file.path), &new, NOW)
        .await
        .unwrap();
    let place = Place::Folder(new);
    assert_eq!(said(&place).await, "moved");
    let store = Store::open(&place, Opening::Desk, NOW).await.unwrap();
    assert!(store.integrity().await.unwrap().is_sound());
    let mut w = store.write(ACTOR).await.unwrap();
    // Ids go on after those that the old computer gave.
    assert!(w.id().await.unwrap() >= 1);
    w.journal(Event::new("shop_moved"));
    assert_eq!(w.commit().await.unwrap(), 2);
    store.close().await.unwrap();
    assert_eq!(
        names(&usb),
        [file.name.as_str()],
        "reading it left nothing beside it"
    );
}

#[tokio::test(flavor = "multi_thread")]
async fn a_damaged_backup_is_refused_and_nothing_changes() {
    let shop = Shop::folder();
    let store = shop.open().await;
    say(&store, "mine", 0).await;
    let backup = store.backup(None, NOW, "daily").await.unwrap();
    store.close().await.unwrap();
    let good = std::fs::read(&backup.path).unwrap();
    let bad = shop.spare().join("bad.db");
    let mut torn = good.clone();
    // The middle of the file: pages of tables and indices.
    let middle = torn.len() / 2;
    torn[middle..middle + 8_192].fill(0xa5);
    let cases: [(&str, Vec<u8>); 6] = [
        ("empty", Vec::new()),
        (
            "text",
            b"not a database at all, but long enough to be read as one".repeat(40),
        ),
        ("half", good[..good.len() / 2].to_vec()),
        ("one page short", good[..good.len() - 4_096].to_vec()),
        ("torn", torn),
        ("another program's", other_database(&shop).await),
    ];
    let before = names(&folder(&shop));
    for (name, bytes) in cases {
        std::fs::write(&bad, bytes).unwrap();
        let refused = store::restore(&bad, &folder(&shop), NOW).await;
        assert!(
            matches!(refused, Err(StoreError::Damaged(_))),
            "{name}: {refused:?}"
        );
    }
    let absent = store::restore(Path::new("/nowhere/at/all.db"), &folder(&shop), NOW).await;
    assert!(absent.is_err());
    assert_eq!(names(&folder(&shop)), before);
    assert_eq!(said(&shop.place).await, "mine");
}

async fn other_database(shop: &Shop) -> Vec<u8> {
    let file = shop.spare().join("other.db");
    let url = format!(
        "sqlite://{}?mode=rwc",
        file.display().to_string().replace(' ', "%20")
    );
    let mut db = <sqlx::SqliteConnection as sqlx::Connection>::connect(&url)
        .await
        .unwrap();
    sqlx::raw_sql("CREATE TABLE song (title TEXT)")
        .execute(&mut db)
        .await
        .unwrap();
    sqlx::Connection::close(db).await.unwrap();
    std::fs::read(file).unwrap()
}

#[tokio::test(flavor = "multi_thread")]
async fn a_backup_is_made_while_others_write_and_while_one_only_looks() {
    let shop = Shop::folder();
    let store = shop.open().await;
    say(&store, "one", 0).await;
    let mut w = store.write(ACTOR).await.unwrap();
    settings::put(w.db(), "shop", "two", 1).await.unwrap();
    // The writer is busy: the copy shows the moment before it.
    let during = store.backup(None, NOW, "during").await.unwrap();
    w.commit().await.unwrap();
    let look = Store::open(&shop.place, Opening::Look, NOW).await.unwrap();
    let after = look.backup(None, NOW, "look").await.unwrap();
    look.close().await.unwrap();
    store.close().await.unwrap();
    for (backup, value) in [(during, "one"), (after, "two")] {
        let to = shop.spare().join(value);
        store::restore(Path::new(&backup.path), &to, NOW)
            .await
            .unwrap();
        assert_eq!(said(&Place::Folder(to)).await, value);
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_flipped_bit_is_noticed() {
    let shop = Shop::folder();
    let store = shop.open().await;
    let mut w = store.write(ACTOR).await.unwrap();
    for n in 0..2_000 {
        w.journal(
            Event::new("order_held")
                .order(domain::id::OrderId(n))
                .data(&"x".repeat(50)),
        );
    }
    w.commit().await.unwrap();
    assert!(store.integrity().await.unwrap().is_sound());
    store.close().await.unwrap();
    let file = folder(&shop).join("shop.db");
    let good = std::fs::read(&file).unwrap();
    let (mut noticed, mut tried) = (0, 0);
    // The first bytes of pages: their headers say what kind of page it is and how many cells.
    for page in (1..good.len() / 4_096).step_by(good.len() / 4_096 / 20) {
        let mut bad = good.clone();
        bad[page * 4_096] ^= 0xff;
        let copy = shop.spare().join("copy.db");
        std::fs::write(&copy, bad).unwrap();
        let to = shop.spare().join("to");
        tried += 1;
        noticed += usize::from(store::restore(&copy, &to, NOW).await.is_err());
    }
    assert!(tried >= 20 && noticed == tried, "{noticed} of {tried}");
    let mut reader = Store::open(&shop.place, Opening::Look, NOW)
        .await
        .unwrap()
        .read()
        .await
        .unwrap();
    assert_eq!(
        number(reader.db(), "SELECT COUNT(*) FROM event").await,
        2_000
    );
}

/// A byte inside a row: to the engine it is a row with another value.
#[tokio::test(flavor = "multi_thread")]
async fn a_byte_that_flipped_inside_a_row_is_noticed() {
    let shop = Shop::folder();
    let store = shop.open().await;
    say(&store, "Mug, ten of them", 0).await;
    let backup = store.backup(None, NOW, "daily").await.unwrap();
    store.close().await.unwrap();
    let good = std::fs::read(&backup.path).unwrap();
    let at = good
        .windows(16)
        .position(|w| w == b"Mug, ten of them")
        .unwrap();
    let mut flipped = good.clone();
    flipped[at] ^= 0x01;
    let mut ended = good.clone();
    // The checksum stands behind the database: 24 letters, 64 digits, two ends of lines.
    ended.truncate(good.len() - "\nBackroom backup 1\nsha256 ".len() - 65);
    assert_eq!(ended.len() % 4_096, 0, "whole pages are left");
    for (name, bytes) in [("flipped", flipped), ("without its end", ended)] {
        let bad = shop.spare().join("bad.db");
        std::fs::write(&bad, bytes).unwrap();
        let refused = store::restore(&bad, &folder(&shop), NOW).await;
        assert!(
            matches!(refused, Err(StoreError::Damaged(_))),
            "{name}: {refused:?}"
        );
    }
    assert_eq!(said(&shop.place).await, "Mug, ten of them");
    assert_eq!(
        store::verify(Path::new(&backup.path)).await.unwrap(),
        Seal::Whole
    );
    // The restored shop is a shop: it has no seal, and is worked in like any other.
    store::restore(Path::new(&backup.path), &folder(&shop), NOW)
        .await
        .unwrap();
    let store = shop.open().await;
    say(&store, "and on", 1).await;
    store.close().await.unwrap();
    let file = folder(&shop).join("shop.db");
    assert_eq!(store::verify(&file).await.unwrap(), Seal::None);
}

/// Who restores the wrong backup goes back by another one.
#[tokio::test(flavor = "multi_thread")]
async fn what_is_replaced_is_a_backup_of_its_own() {
    let shop = Shop::folder();
    let store = shop.open().await;
    say(&store, "before", 0).await;
    let backup = store.backup(None, NOW, "daily").await.unwrap();
    say(&store, "after", 1).await;
    store.close().await.unwrap();
    store::restore(Path::new(&backup.path), &folder(&shop), NOW + 1_000)
        .await
        .unwrap();
    let listed = store::backups(&shop.place);
    let whys: Vec<(&str, Option<i64>)> =
        listed.iter().map(|b| (b.why.as_str(), b.made_at)).collect();
    // The name says it to the second; the test's clock stands at 06:45:00.
    assert_eq!(
        whys,
        [("before-restore", Some(NOW + 1_000)), ("daily", Some(NOW))]
    );
    store::restore(Path::new(&listed[0].path), &folder(&shop), NOW + 2_000)
        .await
        .unwrap();
    assert_eq!(said(&shop.place).await, "after");
}

/// A folder whose shop says "after", beside a whole one that says "before" and waits to take its place.
async fn about_to_be_restored(shop: &Shop) -> PathBuf {
    let folder = folder(shop);
    let store = shop.open().await;
    say(&store, "before", 0).await;
    store.close().await.unwrap();
    let before = folder.join("before.db");
    std::fs::copy(folder.join("shop.db"), &before).unwrap();
    let store = shop.open().await;
    say(&store, "after", 1).await;
    store.close().await.unwrap();
    std::fs::rename(&before, folder.join("shop.db.restored")).unwrap();
    folder
}

#[tokio::test(flavor = "multi_thread")]
async fn a_restore_that_the_power_cut_short_is_finished_at_the_next_start() {
    let shop = Shop::folder();
    let folder = about_to_be_restored(&shop).await;
    // The old shop was moved away, its log not yet, and the new one had not taken its place.
    let kept = folder.join("shop-replaced-20261123T064500Z.db");
    std::fs::rename(folder.join("shop.db"), &kept).unwrap();
    std::fs::write(folder.join("shop.db-wal"), b"of the other shop").unwrap();
    let store = shop.open().await;
    store.close().await.unwrap();
    assert_eq!(said(&shop.place).await, "before");
    let log = folder.join("shop-replaced-20261123T064500Z.db-wal");
    assert_eq!(std::fs::read(log).unwrap(), b"of the other shop");
    assert!(!names(&folder).contains(&"shop.db.restored".to_owned()));
}

#[tokio::test(flavor = "multi_thread")]
async fn a_restore_that_had_not_begun_to_exchange_leaves_the_shop_and_no_copy_of_it() {
    let shop = Shop::folder();
    let folder = about_to_be_restored(&shop).await;
    std::fs::write(folder.join("shop.db.restoring"), b"half").unwrap();
    let store = shop.open().await;
    store.close().await.unwrap();
    assert_eq!(said(&shop.place).await, "after");
    let left = names(&folder);
    assert!(
        left.iter().all(|name| !name.starts_with("shop.db.rest")),
        "{left:?}"
    );
}
