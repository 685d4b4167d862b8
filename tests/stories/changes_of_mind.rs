//! What was done is taken back, changed and cancelled; the rows follow.

use crate::kiln::{self, label, numbers, refused, stock, views};
use serde_json::json;
use testkit::{Order, for_each_engine};

#[tokio::test(flavor = "multi_thread")]
async fn a_parcel_is_taken_back_and_leaves_again() {
    for_each_engine(async |shop| {
        let variants = kiln::open(shop).await;
        kiln::import(shop, &kiln::yesterday()).await;
        let order = numbers(shop).await["1001"];
        let (_, parcels) = label(shop, &[order]).await;
        for _ in 0..3 {
            shop.call("hand_over", json!({ "parcels": parcels })).await;
            assert_eq!(stock(shop, variants["MUG"]).await, (8, 4, 0));
            shop.call("take_back", json!({ "id": parcels[0] })).await;
            assert_eq!(
                stock(shop, variants["MUG"]).await,
                (10, 6, 2),
                "back on the shelf, still fetched"
            );
        }
        // The goods did not leave, so the buyer's store has nothing to be told of.
        assert_eq!(
            shop.number("SELECT COUNT(*) FROM outbox WHERE ended_at IS NULL")
                .await,
            0
        );
        shop.call(
            "label_retire",
            json!({ "parcel": parcels[0], "why": "torn" }),
        )
        .await;
        let (_, again) = label(shop, &[order]).await;
        assert_eq!(again.len(), 1);
        shop.call("hand_over", json!({ "parcels": again })).await;
        shop.call("parcel_delivered", json!({ "id": again[0] }))
            .await;
        let order = shop.call("order_get", json!({ "id": order })).await;
        assert_eq!(
            (&order["row"]["fulfilment"], &order["row"]["life"]),
            (&json!("delivered"), &json!("completed"))
        );
        // Opening, three times out, three times back, and at last out: 8.
        let sql = "SELECT COUNT(*) FROM movement WHERE kind IN ('handed_over', 'taken_back')";
        assert_eq!(shop.number(sql).await, 7);
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn what_the_store_was_told_of_leaves_again_and_is_not_told_twice() {
    for_each_engine(async |shop| {
        kiln::open(shop).await;
        kiln::import(shop, &kiln::yesterday()).await;
        let order = numbers(shop).await["1001"];
        let (_, parcels) = label(shop, &[order]).await;
        shop.call("hand_over", json!({ "parcels": parcels })).await;
        let channel = shop
            .number("SELECT channel_id FROM outbox WHERE ended_at IS NULL")
            .await;
        let tell = json!({ "channel": channel, "form": "plain" });
        let file = shop.call("shipped_file", tell.clone()).await;
        assert_eq!(file["parcels"], json!(1));
        shop.call("take_back", json!({ "id": parcels[0] })).await;
        assert_eq!(
            views(shop).await["needs_you"],
            1,
            "the store thinks it left"
        );
        let again = shop.call("hand_over", json!({ "parcels": parcels })).await;
        assert_eq!(again["parcels"], json!(parcels));
        assert_eq!(views(shop).await["needs_you"], 0, "what it thinks is true");
        let file = shop.call("shipped_file", tell).await;
        assert_eq!(file["parcels"], json!(0), "once is enough");
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn what_was_cancelled_serves_who_waits() {
    for_each_engine(async |shop| {
        let variants = kiln::open(shop).await;
        kiln::import(shop, &kiln::yesterday()).await;
        let ids = numbers(shop).await;
        assert_eq!(views(shop).await["short"], 2);
        // 1003 has both TEE; 1004 waits for one.
        shop.call(
            "order_cancel",
            json!({ "id": ids["1003"], "reason": "changed my mind" }),
        )
        .await;
        assert_eq!(stock(shop, variants["TEE"]).await, (2, 1, 0));
        let served = shop.call("order_get", json!({ "id": ids["1004"] })).await;
        assert_eq!(
            (&served["row"]["ready"], &served["row"]["short"]),
            (&json!(true), &json!(0)),
            "{served}"
        );
        let gone = shop.call("order_get", json!({ "id": ids["1003"] })).await;
        assert_eq!(
            (&gone["row"]["life"], &gone["row"]["fulfilment"]),
            (&json!("cancelled"), &json!("cancelled"))
        );
        refused(shop, "order_cancel", json!({ "id": ids["1003"] })).await;
        // Restored, it is short itself: of two TEE one is given away.
        let back = shop
            .call("order_restore", json!({ "id": ids["1003"] }))
            .await;
        assert_eq!(
            (&back["row"]["life"], &back["row"]["short"]),
            (&json!("open"), &json!(1)),
            "{back}"
        );
        // One unit less of a labelled order: its label is no longer good.
        label(shop, &[ids["1001"]]).await;
        let lines = shop.call("order_get", json!({ "id": ids["1001"] })).await["lines"].clone();
        let units = json!([{ "line": lines[0]["id"], "units": 1 }]);
        shop.call(
            "order_cancel",
            json!({ "id": ids["1001"], "units": units, "reason": "one is enough" }),
        )
        .await;
        shop.call(
            "order_cancel",
            json!({ "id": ids["1001"], "reason": "none at all" }),
        )
        .await;
        // 1002, 1005, 1007 and 1011 keep theirs; two lie in a box until they are put back.
        assert_eq!(stock(shop, variants["MUG"]).await, (10, 4, 2));
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_count_names_who_loses() {
    for_each_engine(async |shop| {
        let variants = kiln::open(shop).await;
        kiln::import(shop, &kiln::yesterday()).await;
        let count = json!({ "variant": variants["MUG"], "counted": 4 });
        let asked = shop.call("stock_count", count.clone()).await;
        assert_eq!(asked["booked"], json!(false));
        assert!(
            !asked["losers"].as_array().unwrap().is_empty(),
            "six are promised: {asked}"
        );
        assert_eq!(
            stock(shop, variants["MUG"]).await,
            (10, 6, 0),
            "nothing was booked"
        );
        let mut confirmed = count;
        confirmed["confirm"] = json!(true);
        let booked = shop.call("stock_count", confirmed).await;
        assert_eq!(
            (&booked["booked"], &booked["difference"]),
            (&json!(true), &json!(-6))
        );
        assert_eq!(stock(shop, variants["MUG"]).await, (4, 4, 0));
        let more = json!({ "variant": variants["MUG"], "kind": "received", "quantity": 20 });
        shop.call("stock_move", more).await;
        assert_eq!(
            stock(shop, variants["MUG"]).await,
            (24, 6, 0),
            "who waited is served"
        );
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn the_source_changes_its_mind() {
    for_each_engine(async |shop| {
        kiln::open(shop).await;
        kiln::import(shop, &kiln::yesterday()).await;
        let ids = numbers(shop).await;
        // Paid meanwhile; the address completed; cancelled there.
        let later = [
            Order::new(1005).line("MUG", 1, 1_000),
            Order::new(1011)
                .line("MUG", 1, 1_000)
                .to("Al Short", "Weg 1", "10115", "Berlin", "DE"),
            Order::new(1002)
                .line("CUP", 1, 1_200)
                .line("MUG", 1, 1_000)
                .cancelled(),
        ];
        let taken = kiln::import(shop, &later).await;
        assert_eq!(
            (&taken["updated"], &taken["new"]),
            (&json!(3), &json!(0)),
            "{taken}"
        );
        let paid = shop.call("order_get", json!({ "id": ids["1005"] })).await;
        assert_eq!(
            (&paid["row"]["payment"], &paid["row"]["ready"]),
            (&json!("paid"), &json!(true)),
            "{paid}"
        );
        let gone = shop.call("order_get", json!({ "id": ids["1002"] })).await;
        assert_eq!(
            gone["row"]["life"],
            json!("cancelled"),
            "nothing was picked of it: {gone}"
        );
        assert_eq!(views(shop).await["all"], 12);
    })
    .await;
}
