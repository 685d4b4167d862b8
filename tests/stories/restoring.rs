//! A backup takes the shop's place while its window stays open.

use crate::kiln;
use api::{House, Opening, Place, Tag};
use serde_json::{Value, json};
use std::path::{Path, PathBuf};
use std::sync::Arc;
use testkit::{Order, TestShop, for_each_engine};

async fn house(shop: &TestShop) -> House {
    let now = shop.now();
    House::open(
        shop.place().clone(),
        Opening::Desk,
        Arc::new(move || now),
        "desk",
    )
    .await
}

fn folder(shop: &TestShop) -> PathBuf {
    match shop.place() {
        Place::Folder(folder) | Place::Server { folder, .. } => folder.clone(),
    }
}

/// Flips one byte inside the row of an order, and leaves every page as it has to be.
fn flip(file: &Path, inside: &[u8]) {
    let mut bytes = std::fs::read(file).unwrap();
    let at = bytes.windows(inside.len()).position(|w| w == inside);
    bytes[at.expect("it stands in a row")] ^= 0x01;
    std::fs::write(file, bytes).unwrap();
}

#[tokio::test(flavor = "multi_thread")]
async fn a_backup_is_reviewed_restored_and_taken_back_from_the_open_window() {
    let mut shop = TestShop::in_folder().await;
    kiln::open(&shop).await;
    let first = [
        Order::new(1).line("MUG", 1, 1_000),
        Order::new(2).line("MUG", 1, 1_000),
    ];
    kiln::import(&shop, &first).await;
    let name = shop.call("backup_make", json!({})).await["name"].clone();
    // Since then: one order more, one label (a document), one parcel that left.
    kiln::import(&shop, &[Order::new(3).line("CUP", 1, 1_200)]).await;
    let ids = kiln::numbers(&shop).await;
    let wish = json!({ "orders": [ids["1"]] });
    let made = shop.call("labels_make", json!({ "wishes": [wish] })).await;
    let parcel = made["parcels"][0]["parcel"].clone();
    shop.call("hand_over", json!({ "parcels": [parcel] })).await;
    shop.advance(60_000);
    let pick = json!({ "name": name });
    let review = shop.call("backup_review", pick.clone()).await;
    let lost = ["orders", "parcels", "documents", "another_shop", "sealed"].map(|f| &review[f]);
    assert_eq!(
        lost,
        [&json!(1), &json!(1), &json!(1), &json!(false), &json!(true)],
        "{review}"
    );
    let within = shop.try_call("backup_restore", pick.clone()).await;
    assert_eq!(within.unwrap_err().message.id, "backup-restore-looking");
    shop.close().await;

    let house = house(&shop).await;
    let mut heard = house.subscribe();
    let status = house.call("backup_restore", pick).await.unwrap();
    assert_eq!(status["orders"], json!(2), "{status}");
    assert_eq!(heard.recv().await.unwrap().tags, Tag::ALL, "all is stale");
    // The parcel that left is not sent a second time.
    let order = house
        .call("order_get", json!({ "id": ids["1"] }))
        .await
        .unwrap();
    assert_eq!(
        order["holds"][0]["sentence"]["id"],
        json!("hold-left-before-restore")
    );
    // The restored shop tells its changes to the same window.
    house.call("health_check", json!({})).await.unwrap();
    assert!(heard.recv().await.unwrap().tags.contains(&Tag::Shop));
    let listed = house.call("backups_list", json!({})).await.unwrap();
    let whys: Vec<&Value> = listed
        .as_array()
        .unwrap()
        .iter()
        .map(|b| &b["why"])
        .collect();
    assert_eq!(whys, ["before-restore", "by-hand"], "{listed}");
    assert_eq!(listed[0]["whole"], json!(true), "{listed}");
    let back = json!({ "name": listed[0]["name"] });
    let status = house.call("backup_restore", back).await.unwrap();
    assert_eq!(status["orders"], json!(3), "{status}");
    house.close().await.unwrap();
    shop.reopen().await;
    shop.end().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_damaged_backup_names_a_whole_one_and_the_shop_goes_on() {
    let mut shop = TestShop::in_folder().await;
    kiln::open(&shop).await;
    let whole = shop.call("backup_make", json!({})).await["name"].clone();
    kiln::import(&shop, &[Order::new(4711).line("MUG", 1, 1_000)]).await;
    shop.advance(60_000);
    let torn = shop.call("backup_make", json!({})).await;
    flip(Path::new(torn["path"].as_str().unwrap()), b"#4711");
    let pick = json!({ "name": torn["name"] });
    let refused = shop.try_call("backup_review", pick.clone()).await;
    let refused = refused.unwrap_err().message;
    assert_eq!(refused.id, "backup-damaged");
    let text = format!("{refused:?}");
    assert!(text.contains(whole.as_str().unwrap()), "{text}");
    let listed = shop.call("backups_list", json!({})).await;
    let states: Vec<&Value> = listed
        .as_array()
        .unwrap()
        .iter()
        .map(|b| &b["whole"])
        .collect();
    assert_eq!(states, [&json!(false), &json!(true)], "{listed}");
    // The daily look finds it too, and says what to do; a new backup settles it.
    let health = shop.call("health_check", json!({})).await;
    assert_eq!(
        health["sentence"]["id"],
        json!("health-backup-damaged"),
        "{health}"
    );
    shop.close().await;
    let house = house(&shop).await;
    let gone = house
        .call("backup_restore", json!({ "path": "/nowhere/at/all.db" }))
        .await;
    assert_eq!(gone.unwrap_err().message.id, "backup-not-there");
    let refused = house.call("backup_restore", pick).await;
    assert_eq!(refused.unwrap_err().message.id, "backup-damaged");
    let status = house.call("shop_status", json!({})).await.unwrap();
    assert_eq!(status["orders"], json!(1), "nothing was replaced");
    house.close().await.unwrap();
    shop.reopen().await;
    shop.advance(60_000);
    shop.call("backup_make", json!({})).await;
    let health = shop.call("health_check", json!({})).await;
    assert_eq!(health["sound"], json!(true), "{health}");
    shop.end().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_shop_that_does_not_open_is_replaced_from_its_window() {
    let mut shop = TestShop::in_folder().await;
    kiln::open(&shop).await;
    let name = shop.call("backup_make", json!({})).await["name"].clone();
    shop.close().await;
    let file = folder(&shop).join("shop.db");
    std::fs::write(&file, b"not a database at all").unwrap();
    let house = house(&shop).await;
    assert!(house.failure().await.is_some());
    assert!(house.call("shop_status", json!({})).await.is_err());
    let listed = house.call("backups_list", json!({})).await.unwrap();
    assert_eq!(listed[0]["name"], name);
    let review = house.call("backup_review", json!({ "name": name })).await;
    assert_eq!(review.unwrap()["unknown"], json!(true));
    let status = house.call("backup_restore", json!({ "name": name })).await;
    assert_eq!(status.unwrap()["name"], json!("Kiln & Co"));
    house.close().await.unwrap();
    shop.reopen().await;
    shop.end().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_shop_on_a_server_says_who_restores_it() {
    for_each_engine(async |shop: &mut TestShop| {
        if matches!(shop.place(), Place::Folder(_)) {
            return;
        }
        kiln::open(shop).await;
        let pick = json!({ "path": "/anything.db" });
        for name in ["backup_review", "backup_make"] {
            let body = if name == "backup_make" {
                json!({})
            } else {
                pick.clone()
            };
            let refused = shop.try_call(name, body).await.unwrap_err();
            assert_eq!(refused.message.id, "backup-of-server", "{name}");
        }
        let house = house(shop).await;
        let refused = house.call("backup_restore", pick).await.unwrap_err();
        assert_eq!(refused.message.id, "backup-of-server");
        house.close().await.unwrap();
    })
    .await;
}
