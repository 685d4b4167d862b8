//! An order of which a part is short: it waits, goes as far as it is there, or goes in so many
//! shipments and no more, by the shop's rule or by one of its own.

use crate::kiln::{self, label, numbers, refused, told, views};
use serde_json::{Value, json};
use testkit::{TestShop, for_each_engine};

async fn order(shop: &TestShop, id: i64) -> Value {
    shop.call("order_get", json!({ "id": id })).await
}

/// The sentences that stand against shipping it now.
async fn against(shop: &TestShop, id: i64) -> Vec<Value> {
    let reasons = order(shop, id).await["not_ready"].clone();
    reasons
        .as_array()
        .unwrap()
        .iter()
        .map(|s| s["id"].clone())
        .collect()
}

/// A rule of the order's own.
async fn rule(shop: &TestShop, id: i64, most: Option<i64>) -> Value {
    let version = order(shop, id).await["row"]["version"].clone();
    shop.call(
        "order_backorder",
        json!({ "id": id, "version": version, "most_shipments": most }),
    )
    .await
}

async fn receive(shop: &TestShop, variant: i64, units: i64) {
    shop.call(
        "stock_move",
        json!({ "variant": variant, "kind": "received", "quantity": units }),
    )
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn an_order_of_its_own_rule_goes_in_two_shipments_and_no_more() {
    for_each_engine(async |shop| {
        let variants = kiln::open(shop).await;
        kiln::import(shop, &kiln::yesterday()).await;
        let id = numbers(shop).await["1008"];
        // Nine cups ordered, five there: two are promised to 1002 and 1006, three to this one.
        let seen = order(shop, id).await;
        assert_eq!(
            seen["lines"][0]["quantities"]["reserved"],
            json!(3),
            "{seen}"
        );
        assert_eq!(
            (&seen["most_shipments"], &seen["shop_most_shipments"]),
            (&Value::Null, &json!(1))
        );
        assert_eq!(against(shop, id).await, ["not-ready-short"]);
        assert_eq!(views(shop).await["to_ship"], 3);

        let after = rule(shop, id, Some(2)).await;
        assert_eq!(
            (&after["most_shipments"], &after["row"]["ready"]),
            (&json!(2), &json!(true)),
            "{after}"
        );
        assert_eq!(views(shop).await["to_ship"], 4);
        let (_, parcels) = label(shop, &[id]).await;
        shop.call("hand_over", json!({ "parcels": parcels })).await;
        let seen = order(shop, id).await;
        assert_eq!(
            seen["lines"][0]["quantities"]["shipped"],
            json!(3),
            "what was there has left"
        );
        assert_eq!(
            against(shop, id).await,
            ["not-ready-short"],
            "nothing of the rest is there"
        );

        // Two of six come: the second shipment is the last one, so it waits for the other four.
        receive(shop, variants["CUP"], 2).await;
        assert_eq!(against(shop, id).await, ["not-ready-last-shipment"]);
        let wish = json!({ "wishes": [{ "orders": [id] }] });
        let made = shop.call("labels_make", wish).await;
        assert_eq!(
            made["refused"][0]["sentence"]["id"],
            json!("not-ready-last-shipment"),
            "{made}"
        );
        receive(shop, variants["CUP"], 4).await;
        assert_eq!(against(shop, id).await, Vec::<Value>::new());
        let (_, parcels) = label(shop, &[id]).await;
        shop.call("hand_over", json!({ "parcels": parcels })).await;
        assert_eq!(
            order(shop, id).await["lines"][0]["quantities"]["shipped"],
            json!(9)
        );
        assert!(
            told(shop, id)
                .await
                .contains(&"event-order-backorder-set".to_owned())
        );
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_rule_of_its_own_goes_before_the_shops() {
    for_each_engine(async |shop| {
        kiln::open(shop).await;
        kiln::import(shop, &kiln::yesterday()).await;
        let id = numbers(shop).await["1008"];
        let mut settings = shop.call("settings_get", json!({})).await;
        settings["settings"]["backorder"] = json!("at_most");
        settings["settings"]["backorder_most"] = json!(3);
        shop.call("settings_save", settings.clone()).await;
        let seen = order(shop, id).await;
        assert_eq!(
            (&seen["shop_most_shipments"], &seen["row"]["ready"]),
            (&json!(3), &json!(true))
        );
        let held_back = rule(shop, id, Some(1)).await;
        assert_eq!(
            held_back["row"]["ready"],
            json!(false),
            "its own rule waits for everything"
        );
        let again = rule(shop, id, None).await;
        assert_eq!(again["row"]["ready"], json!(true));

        let old = json!({ "id": id, "version": held_back["row"]["version"], "most_shipments": 0 });
        let error = shop
            .try_call("order_backorder", old)
            .await
            .expect_err("an old version");
        assert_eq!(error.code, api::Code::Stale, "{error:?}");
        let ten = json!({ "id": id, "version": again["row"]["version"], "most_shipments": 10 });
        let error = shop
            .try_call("order_backorder", ten)
            .await
            .expect_err("too many");
        assert_eq!(error.message.id, "backorder-most-range");
        let ended = numbers(shop).await["1010"];
        let version = order(shop, ended).await["row"]["version"].clone();
        let ask = json!({ "id": ended, "version": version, "most_shipments": 0 });
        assert_eq!(
            refused(shop, "order_backorder", ask).await,
            "not-ready-not-open"
        );
    })
    .await;
}
