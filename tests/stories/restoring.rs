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

/// A service that takes its numbers from a pool of ten.
async fn pooled(shop: &TestShop) -> Value {
    let pool = json!({
        "letters": "RR", "country": "DE", "from": 100, "to": 109, "next": 100, "warn_at": 0,
    });
    let services = shop.call("services_list", json!({})).await;
    let first = &services[0];
    let mut post = first["post"].clone();
    post["tracked"] = json!(true);
    let ask = json!({
        "id": first["id"], "version": first["version"], "post": post, "pool": pool, "active": true,
    });
    shop.call("service_save", ask).await
}

async fn numbered(shop: &TestShop, order: &Value) -> Value {
    let wish = json!({ "orders": [order] });
    shop.call("labels_make", json!({ "wishes": [wish] })).await
}

#[tokio::test(flavor = "multi_thread")]
async fn numbers_given_after_a_backup_are_not_given_again_on_another_computer() {
    let mut shop = TestShop::in_folder().await;
    kiln::open(&shop).await;
    let orders: Vec<Order> = (1..=4)
        .map(|n| Order::new(n).line("MUG", 1, 1_000))
        .collect();
    kiln::import(&shop, &orders).await;
    let service = pooled(&shop).await;
    let ids = kiln::numbers(&shop).await;
    let one = numbered(&shop, &json!(ids["1"])).await;
    // The weights are 8 6 4 2 3 5 9 7 (UPU S10): the 1 in the sixth place makes 5, and 11 − 5 = 6.
    assert_eq!(
        one["parcels"][0]["tracking"],
        json!("RR000001006DE"),
        "{one}"
    );
    let backup = shop.call("backup_make", json!({})).await["path"].clone();
    let two = numbered(&shop, &json!(ids["2"])).await;
    let given = two["parcels"][0]["tracking"].clone();
    // The new computer: a folder that never had a shop.
    let new = folder(&shop).join("new-computer");
    std::fs::create_dir(&new).unwrap();
    let backup = PathBuf::from(backup.as_str().unwrap());
    api::restore(&backup, &new, shop.now()).await.unwrap();
    let now = shop.now();
    let there = House::open(
        Place::Folder(new),
        Opening::Desk,
        Arc::new(move || now),
        "desk",
    )
    .await;
    let wish = json!({ "wishes": [{ "orders": [ids["2"]] }] });
    let refused = there.call("labels_make", wish.clone()).await.unwrap();
    assert_eq!(
        refused["refused"][0]["sentence"]["id"],
        json!("number-pool-unsure"),
        "{refused}"
    );
    let today = there.call("today", json!({})).await.unwrap();
    let kinds: Vec<&Value> = today["needs"]
        .as_array()
        .unwrap()
        .iter()
        .map(|n| &n["kind"])
        .collect();
    assert!(kinds.contains(&&json!("pool_unsure")), "{today}");
    let foreign = json!({ "service": service["id"], "last": "RR473124829GB" });
    let foreign = there.call("pool_continue", foreign).await.unwrap_err();
    assert_eq!(foreign.message.id, "pool-number-foreign");
    let go_on = json!({ "service": service["id"], "last": given });
    there.call("pool_continue", go_on.clone()).await.unwrap();
    let made = there.call("labels_make", wish).await.unwrap();
    let next = &made["parcels"][0]["tracking"];
    // 5 + 2 × 7 = 19, of which 8 is left over 11: 3.
    assert_eq!(next, &json!("RR000001023DE"), "{made}");
    let (new, old) = (&made["parcels"][0]["parcel"], &two["parcels"][0]["parcel"]);
    assert!(
        new.as_i64() > old.as_i64().map(|id| id + 900_000),
        "ids of there are not given here: {made}"
    );
    let again = there.call("pool_continue", go_on).await.unwrap_err();
    assert_eq!(again.message.id, "pool-not-stopped");
    let today = there.call("today", json!({})).await.unwrap();
    assert!(!today.to_string().contains("pool_unsure"), "{today}");
    there.close().await.unwrap();

    // Where the shop is that gave them, nobody is asked: they are known.
    let place = folder(&shop);
    shop.close().await;
    api::restore(&backup, &place, now).await.unwrap();
    shop.reopen().await;
    let made = numbered(&shop, &json!(ids["3"])).await;
    let next = &made["parcels"][0]["tracking"];
    // 5 + 2 × 7 = 19, of which 8 is left over 11: 3.
    assert_eq!(next, &json!("RR000001023DE"), "{made}");
    shop.end().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn what_was_done_since_a_backup_is_held_and_looked_at_after_it() {
    let mut shop = TestShop::in_folder().await;
    kiln::open(&shop).await;
    let order = |n| Order::new(n).line("MUG", 1, 1_000);
    let first: Vec<Order> = (1..=6).map(order).collect();
    kiln::import(&shop, &first).await;
    let ids = kiln::numbers(&shop).await;
    let (_, early) = kiln::label(&shop, &[ids["6"]]).await;
    shop.call("hand_over", json!({ "parcels": early })).await;
    let backup = shop.call("backup_make", json!({})).await["path"].clone();
    // A label that did not leave yet, a cancellation, an address, a parcel that came back.
    kiln::label(&shop, &[ids["1"]]).await;
    shop.call(
        "order_cancel",
        json!({ "id": ids["2"], "units": [], "reason": "asked for it" }),
    )
    .await;
    let seen = shop.call("order_get", json!({ "id": ids["3"] })).await;
    let mut there = seen["ship_to"].clone();
    there["line1"] = json!("Lindenweg 4");
    let edit = json!({ "id": ids["3"], "version": seen["row"]["version"], "ship_to": there });
    shop.call("order_edit", edit).await;
    shop.call("take_back", json!({ "id": early[0] })).await;
    // And two that the backup never saw: one left, one was only imported.
    kiln::import(&shop, &[order(7), order(8)]).await;
    let later = kiln::numbers(&shop).await;
    let (_, parcels) = kiln::label(&shop, &[later["7"]]).await;
    shop.call("hand_over", json!({ "parcels": parcels })).await;
    let place = folder(&shop);
    let now = shop.now();
    shop.close().await;
    let backup = PathBuf::from(backup.as_str().unwrap());
    api::restore(&backup, &place, now).await.unwrap();
    shop.reopen().await;

    let told = async |number: &str| -> Vec<String> {
        let id = kiln::numbers(&shop).await[number];
        let order = shop.call("order_get", json!({ "id": id })).await;
        let ids = |list: &Value| -> Vec<String> {
            let list = list.as_array().unwrap().iter();
            list.map(|h| h["sentence"]["id"].as_str().unwrap().to_owned())
                .collect()
        };
        ids(&order["holds"])
    };
    assert_eq!(told("1").await, ["hold-labelled-before-restore"]);
    assert_eq!(told("2").await, ["hold-called-off-before-restore"]);
    assert_eq!(told("3").await, ["hold-changed-before-restore"]);
    assert_eq!(told("4").await, Vec::<String>::new());
    let today = shop.call("today", json!({})).await;
    let looked: Vec<&Value> = today["needs"]
        .as_array()
        .unwrap()
        .iter()
        .filter(|n| n["sentence"]["id"] == "need-changed-before-restore")
        .map(|n| &n["number"])
        .collect();
    assert_eq!(looked, ["#6"], "{today}");
    // The next file brings the two again: what left does not leave twice.
    kiln::import(&shop, &[order(7), order(8)]).await;
    assert_eq!(told("7").await, ["hold-left-before-restore"]);
    assert_eq!(told("8").await, Vec::<String>::new());
    let wish = json!({ "wishes": [{ "orders": [kiln::numbers(&shop).await["7"]] }] });
    let refused = shop.call("labels_make", wish).await;
    assert_eq!(refused["parcels"], json!([]), "{refused}");
    shop.end().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_restore_that_is_taken_back_holds_what_was_done_after_it() {
    let mut shop = TestShop::in_folder().await;
    kiln::open(&shop).await;
    let order = |n| Order::new(n).line("MUG", 1, 1_000);
    kiln::import(&shop, &[order(1), order(2)]).await;
    let backup = shop.call("backup_make", json!({})).await["path"].clone();
    let backup = PathBuf::from(backup.as_str().unwrap());
    // Much is done after the backup: journal and ids are further than they will be after the restore.
    let more: Vec<Order> = (10..400).map(order).collect();
    kiln::import(&shop, &more).await;
    let early = kiln::numbers(&shop).await["10"];
    let (_, gone) = kiln::label(&shop, &[early]).await;
    let place = folder(&shop);
    shop.advance(60_000);
    let now = shop.now();
    shop.close().await;
    api::restore(&backup, &place, now).await.unwrap();
    shop.reopen().await;
    let ids = kiln::numbers(&shop).await;
    let (_, parcels) = kiln::label(&shop, &[ids["1"]]).await;
    assert!(
        parcels[0] > gone[0],
        "paper of {} lies about, and its code is never another's: {}",
        gone[0],
        parcels[0]
    );
    let listed = shop.call("backups_list", json!({})).await;
    let kept = listed
        .as_array()
        .unwrap()
        .iter()
        .find(|b| b["why"] == "before-restore");
    let kept = PathBuf::from(kept.unwrap()["path"].as_str().unwrap());
    shop.advance(60_000);
    let now = shop.now();
    shop.close().await;
    api::restore(&kept, &place, now).await.unwrap();
    shop.reopen().await;
    let held = shop.call("order_get", json!({ "id": ids["1"] })).await;
    assert_eq!(
        held["holds"][0]["sentence"]["id"],
        json!("hold-labelled-before-restore"),
        "{held}"
    );
    let other = shop.call("order_get", json!({ "id": ids["2"] })).await;
    assert_eq!(other["holds"], json!([]), "{other}");
    shop.end().await;
}
