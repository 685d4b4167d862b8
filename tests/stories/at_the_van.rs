//! Handing over by scanning: each scan one parcel, one sentence, and what is left.

use crate::kiln::{self, numbers, stock, told};
use serde_json::{Value, json};
use testkit::{Order, TestShop, for_each_engine};

/// A service of the shop's own post; its carrier is planted, as carriers come later.
async fn post(shop: &TestShop, name: &str, carrier: &str, tracked: bool) -> Value {
    let mut post = shop.call("services_list", json!({})).await[0]["post"].clone();
    post["name"] = json!(name);
    post["tracked"] = json!(tracked);
    let made = shop
        .call("service_save", json!({ "post": post, "active": true }))
        .await;
    let sql = format!(
        "UPDATE service SET carrier = '{carrier}' WHERE id = {}",
        made["id"]
    );
    shop.plant(&sql).await;
    made["id"].clone()
}

async fn scan(shop: &TestShop, code: &str, carrier: Value, on: &Value) -> Value {
    let ask = json!({ "code": code, "carrier": carrier, "hand_over": on });
    shop.call("hand_over_scan", ask).await
}

fn said(scanned: &Value) -> (&str, &str, i64) {
    (
        scanned["outcome"].as_str().unwrap(),
        scanned["sentence"]["id"].as_str().unwrap(),
        scanned["left"].as_i64().unwrap(),
    )
}

#[tokio::test(flavor = "multi_thread")]
async fn each_parcel_is_scanned_at_the_van() {
    for_each_engine(async |shop| {
        let variants = kiln::open(shop).await;
        let tracked = post(shop, "Tracked", "Yellow Post", true).await;
        let plain = post(shop, "Letter", "Red Van", false).await;
        let orders: Vec<Order> = (2001..=2005)
            .map(|n| Order::new(n).line("MUG", 1, 1_000))
            .collect();
        kiln::import(shop, &orders).await;
        let ids = numbers(shop).await;
        let wish = |n: &str, service: &Value, tracking: &str| {
            json!({ "orders": [ids[n]], "service": service, "parcels": [{ "tracking": tracking }] })
        };
        let wishes = json!([
            wish("2001", &tracked, "RR473124829GB"),
            wish("2002", &tracked, "RR473124832GB"),
            wish("2003", &tracked, "RR473124846GB"),
            wish("2004", &plain, ""),
            wish("2005", &plain, ""),
        ]);
        let made = shop.call("labels_make", json!({ "wishes": wishes })).await;
        assert_eq!(made["refused"], json!([]), "{made}");
        let parcel = |at: usize| made["parcels"][at]["parcel"].clone();
        let yellow = json!("Yellow Post");

        let first = scan(shop, "]C0RR 473 124 829 GB\r\n", yellow.clone(), &Value::Null).await;
        assert_eq!(said(&first), ("handed", "scan-handed", 2), "{first}");
        assert_eq!(first["parcel"], parcel(0));
        assert_eq!(stock(shop, variants["MUG"]).await.0, 9);
        let run = first["hand_over"].clone();
        let again = scan(shop, "RR473124829GB", yellow.clone(), &run).await;
        assert_eq!(said(&again), ("gone", "scan-gone", 2));
        let unknown = scan(shop, "1Z999AA10123456784", yellow.clone(), &run).await;
        assert_eq!(said(&unknown), ("unknown", "scan-unknown", 2));
        // A letter of the red van, by its order's number, is not for the yellow one.
        let foreign = scan(shop, "#2004", yellow.clone(), &run).await;
        assert_eq!(said(&foreign), ("foreign", "scan-foreign", 2));
        // On hold since its label: the red stop.
        let hold = json!({ "orders": [ids["2002"]], "kind": "manual" });
        shop.call("orders_hold", hold).await;
        let held = scan(shop, "RR473124832GB", yellow.clone(), &run).await;
        assert_eq!(said(&held), ("stopped", "hand-over-held", 2));
        // The third label was torn and made anew; the old one is still about.
        shop.call("label_retire", json!({ "parcel": parcel(2), "why": "torn" })).await;
        let retired = scan(shop, "RR473124846GB", yellow.clone(), &run).await;
        assert_eq!(said(&retired), ("retired", "scan-retired", 1));
        scan(shop, "RR473124846GB", yellow.clone(), &run).await;
        let needs = shop.call("today", json!({})).await["needs"].clone();
        let asked = needs.as_array().unwrap().iter();
        let asked = asked.filter(|n| n["sentence"]["id"] == json!("scan-retired"));
        assert_eq!(asked.count(), 1, "once, however often it is scanned: {needs}");
        assert_eq!(stock(shop, variants["MUG"]).await.0, 9, "nothing else has left");

        // Whoever comes: a letter by its order's number, then by the parcel's own.
        let letter = scan(shop, "#2004", Value::Null, &Value::Null).await;
        assert_eq!(said(&letter), ("handed", "scan-handed", 2), "{letter}");
        let number = made["parcels"][4]["number"].as_str().unwrap();
        let last = scan(shop, number, Value::Null, &letter["hand_over"]).await;
        assert_eq!(said(&last), ("handed", "scan-handed", 1));
        assert_eq!(last["hand_over"], letter["hand_over"], "one van, one hand-over");
        let sql = "SELECT parcels FROM hand_over WHERE way = 'scanned' AND carrier = 'Red Van'";
        assert_eq!(shop.number(sql).await, 2);
        let empty = shop.try_call("hand_over_scan", json!({ "code": " \n" })).await;
        assert_eq!(empty.unwrap_err().field, "code");
        // One did not fit into the van: it waits again, and leaves with a later scan.
        shop.call("take_back", json!({ "id": parcel(4) })).await;
        let later = scan(shop, number, Value::Null, &Value::Null).await;
        assert_eq!(said(&later), ("handed", "scan-handed", 1));
        assert!(
            told(shop, ids["2001"]).await.contains(&"event-handed-over".to_owned())
        );
    })
    .await;
}
