//! An order is changed under its live label: the label is kept, signed, or retired and made anew.

use crate::kiln::{self, label, numbers, refused, stock, told};
use serde_json::{Value, json};
use testkit::{Order, TestShop, for_each_engine};

async fn detail(shop: &TestShop, id: i64) -> Value {
    shop.call("order_get", json!({ "id": id })).await
}

async fn moves_to(shop: &TestShop, id: i64, street: &str) -> Value {
    let seen = detail(shop, id).await;
    let mut address = seen["ship_to"].clone();
    address["line1"] = json!(street);
    let edit = json!({ "id": id, "version": seen["row"]["version"], "ship_to": address });
    shop.call("order_edit", edit).await
}

/// Why a parcel does not leave; empty when it did.
async fn stopped(shop: &TestShop, parcel: i64) -> String {
    let left = shop.call("hand_over", json!({ "parcels": [parcel] })).await;
    let stop = &left["stopped"][0]["sentence"]["id"];
    stop.as_str().unwrap_or_default().to_owned()
}

fn parcel_of(order: &Value) -> &Value {
    &order["shipments"][0]["parcels"][0]
}

#[tokio::test(flavor = "multi_thread")]
async fn a_label_is_kept_under_a_new_address() {
    for_each_engine(async |shop| {
        kiln::open(shop).await;
        kiln::import(shop, &kiln::yesterday()).await;
        let id = numbers(shop).await["1001"];
        let (_, parcels) = label(shop, &[id]).await;
        let changed = moves_to(shop, id, "Neuer Weg 9").await;
        assert_eq!(changed["row"]["holds"], json!(1), "{changed}");
        assert_eq!(parcel_of(&changed)["moved"], json!(true));
        // A second change asks no second time.
        let changed = moves_to(shop, id, "Neuer Weg 10").await;
        assert_eq!(changed["row"]["holds"], json!(1));
        assert_eq!(stopped(shop, parcels[0]).await, "hand-over-held");
        // Released alone, the label still says another address than the order.
        let held = json!({ "orders": [id], "note": "seen" });
        shop.call("orders_release", held).await;
        assert_eq!(stopped(shop, parcels[0]).await, "hand-over-changed");
        let without = json!({ "parcel": parcels[0], "why": " " });
        let error = shop.try_call("label_keep", without).await.unwrap_err();
        assert_eq!(error.field, "why");
        let keep = json!({ "parcel": parcels[0], "why": "The neighbour takes it" });
        shop.call("label_keep", keep.clone()).await;
        let kept = detail(shop, id).await;
        assert_eq!(parcel_of(&kept)["moved"], json!(false));
        // It was kept for this change, not for the next.
        moves_to(shop, id, "Neuer Weg 11").await;
        assert_eq!(stopped(shop, parcels[0]).await, "hand-over-held");
        shop.call("label_keep", keep.clone()).await;
        assert_eq!(
            detail(shop, id).await["row"]["holds"],
            json!(0),
            "the hold goes with it"
        );
        assert_eq!(stopped(shop, parcels[0]).await, "");
        assert_eq!(refused(shop, "label_keep", keep).await, "label-retire-gone");
        assert!(
            told(shop, id)
                .await
                .contains(&"event-label-kept".to_owned())
        );
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_label_is_retired_under_a_new_address_and_nothing_is_fetched_again() {
    for_each_engine(async |shop| {
        let variants = kiln::open(shop).await;
        kiln::import(shop, &kiln::yesterday()).await;
        let id = numbers(shop).await["1001"];
        let (_, parcels) = label(shop, &[id]).await;
        moves_to(shop, id, "Neuer Weg 9").await;
        shop.call(
            "label_retire",
            json!({ "parcel": parcels[0], "why": "moved" }),
        )
        .await;
        let open = detail(shop, id).await;
        assert_eq!(
            open["row"]["holds"],
            json!(0),
            "nothing printed is wrong any more: {open}"
        );
        assert_eq!(
            stock(shop, variants["MUG"]).await,
            (10, 6, 2),
            "still fetched"
        );
        let (_, again) = label(shop, &[id]).await;
        assert_eq!(again, parcels, "the same parcel");
        assert_eq!(stopped(shop, again[0]).await, "");
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn the_stores_address_is_taken_under_a_label() {
    for_each_engine(async |shop| {
        kiln::open(shop).await;
        kiln::import(shop, &[Order::new(2001).line("MUG", 1, 1_000)]).await;
        let id = numbers(shop).await["2001"];
        let (_, parcels) = label(shop, &[id]).await;
        let moved = Order::new(2001).line("MUG", 1, 1_000).to(
            "Ida Sommer",
            "Their Street 2",
            "10969",
            "Berlin",
            "DE",
        );
        kiln::import(shop, &[moved]).await;
        let conflict = detail(shop, id).await["conflicts"][0]["id"].clone();
        let settle = json!({ "id": conflict, "take_theirs": true });
        let settled = shop.call("conflict_settle", settle).await;
        // Chosen, and now the label says another address: the next question.
        assert_eq!(settled["row"]["holds"], json!(1), "{settled}");
        assert_eq!(
            settled["holds"][0]["sentence"]["id"],
            json!("hold-edited-on-paper")
        );
        assert_eq!(parcel_of(&settled)["moved"], json!(true));
        let keep = json!({ "parcel": parcels[0], "why": "She picks it up there" });
        shop.call("label_keep", keep).await;
        assert_eq!(stopped(shop, parcels[0]).await, "");
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_parcel_that_holds_less_keeps_its_label_when_a_person_says_so() {
    for_each_engine(async |shop| {
        let variants = kiln::open(shop).await;
        let three = |n: u32| Order::new(n).line("MUG", 3, 1_000);
        kiln::import(shop, &[three(2001), three(2002)]).await;
        let ids = numbers(shop).await;
        let (_, parcels) = label(shop, &[ids["2001"], ids["2002"]]).await;
        for (number, keep) in [("2001", true), ("2002", false)] {
            let id = ids[number];
            let line = detail(shop, id).await["lines"][0]["id"].clone();
            let less = json!({
                "id": id, "units": [{ "line": line, "units": 1 }], "keep_labels": keep,
            });
            shop.call("order_cancel", less).await;
        }
        let kept = detail(shop, ids["2001"]).await;
        assert_eq!(parcel_of(&kept)["lines"][0]["quantity"], json!(2), "{kept}");
        assert_eq!(parcel_of(&kept)["state"], json!("labelled"));
        let told = told(shop, ids["2001"]).await;
        assert!(
            told.contains(&"event-label-kept-smaller".to_owned()),
            "{told:?}"
        );
        let gone = detail(shop, ids["2002"]).await;
        assert_eq!(gone["shipments"][0]["parcels"], json!([]), "{gone}");
        assert_eq!(stopped(shop, parcels[0]).await, "");
        assert_eq!(stock(shop, variants["MUG"]).await.0, 8, "two have left");
        // All of it called off: an empty parcel keeps no label.
        let (_, again) = label(shop, &[ids["2002"]]).await;
        let all = json!({ "id": ids["2002"], "keep_labels": true });
        shop.call("order_cancel", all).await;
        assert_eq!(stopped(shop, again[0]).await, "hand-over-cancelled");
    })
    .await;
}
