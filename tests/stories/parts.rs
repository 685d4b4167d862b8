//! An order of which a part is short: it waits, goes as far as it is there, or goes in so many
//! shipments and no more, by the shop's rule or by one of its own.

use crate::kiln::{self, label, numbers, refused, told, views};
use serde_json::{Value, json};
use testkit::{Order, TestShop, for_each_engine};

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

/// A rule of a product's own.
async fn product_rule(shop: &TestShop, variant: i64, most: Option<i64>) -> Value {
    let version =
        shop.call("variant_get", json!({ "id": variant })).await["row"]["version"].clone();
    shop.call(
        "variant_backorder",
        json!({ "id": variant, "version": version, "most_shipments": most }),
    )
    .await
}

#[tokio::test(flavor = "multi_thread")]
async fn a_products_rule_goes_before_the_shops_and_behind_the_orders() {
    for_each_engine(async |shop| {
        let variants = kiln::open(shop).await;
        kiln::import(shop, &kiln::yesterday()).await;
        let id = numbers(shop).await["1008"];
        assert_eq!(against(shop, id).await, ["not-ready-short"]);
        assert_eq!(views(shop).await["to_ship"], 3);

        // Who waits for cups goes without them; what "To ship" lists follows at once.
        let cup = product_rule(shop, variants["CUP"], Some(0)).await;
        assert_eq!(
            (&cup["most_shipments"], &cup["shop_most_shipments"]),
            (&json!(0), &json!(1)),
            "{cup}"
        );
        assert_eq!(against(shop, id).await, Vec::<Value>::new());
        assert_eq!(views(shop).await["to_ship"], 4);
        let seen = order(shop, id).await;
        assert_eq!(
            (
                &seen["most_shipments"],
                &seen["product_most_shipments"],
                &seen["shop_most_shipments"]
            ),
            (&Value::Null, &json!(0), &json!(1)),
            "{seen}"
        );

        // The order's own rule wins, in both directions.
        let waits = rule(shop, id, Some(1)).await;
        assert_eq!(waits["row"]["ready"], json!(false));
        product_rule(shop, variants["CUP"], Some(1)).await;
        let goes = rule(shop, id, Some(0)).await;
        assert_eq!(goes["row"]["ready"], json!(true));
        assert_eq!(goes["product_most_shipments"], json!(1));
        rule(shop, id, None).await;
        assert_eq!(against(shop, id).await, ["not-ready-short"]);

        // At most two shipments of a product's: a part may go, the second has to be the rest.
        product_rule(shop, variants["CUP"], Some(2)).await;
        let (_, parcels) = label(shop, &[id]).await;
        shop.call("hand_over", json!({ "parcels": parcels })).await;
        receive(shop, variants["CUP"], 2).await;
        assert_eq!(against(shop, id).await, ["not-ready-last-shipment"]);
        product_rule(shop, variants["CUP"], None).await;
        assert_eq!(
            against(shop, id).await,
            ["not-ready-short"],
            "the shop's rule again"
        );
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn of_two_products_that_are_short_the_strictest_rule_counts() {
    for_each_engine(async |shop| {
        let variants = kiln::open(shop).await;
        // Rules that stand before the orders come: the import asks them.
        product_rule(shop, variants["CUP"], Some(0)).await;
        product_rule(shop, variants["TEE"], Some(0)).await;
        let of = |number, cups, tees| {
            Order::new(number)
                .line("MUG", 1, 1_000)
                .line("CUP", cups, 1_200)
                .line("TEE", tees, 2_500)
        };
        // Five cups and two tees are there: the first is short of both. The second is short of mugs.
        let both = of(2001, 9, 9);
        let mugs = Order::new(2002).line("MUG", 12, 1_000).line("POT", 1, 900);
        kiln::import(shop, &[both, mugs]).await;
        let (both, mugs) = (numbers(shop).await["2001"], numbers(shop).await["2002"]);
        assert_eq!(against(shop, both).await, Vec::<Value>::new());
        assert_eq!(views(shop).await["to_ship"], 1);
        assert_eq!(
            against(shop, mugs).await,
            ["not-ready-short"],
            "mugs have no rule of their own, so the shop's holds"
        );

        product_rule(shop, variants["TEE"], Some(1)).await;
        assert_eq!(
            against(shop, both).await,
            ["not-ready-short"],
            "tees are waited for, whatever cups say"
        );
        let seen = order(shop, both).await;
        assert_eq!(seen["product_most_shipments"], json!(1), "{seen}");
        // What is there has no say any more.
        receive(shop, variants["TEE"], 7).await;
        assert_eq!(against(shop, both).await, Vec::<Value>::new());
        // A product without a rule follows the shop's, and may be the strictest so.
        product_rule(shop, variants["CUP"], None).await;
        assert_eq!(against(shop, both).await, ["not-ready-short"]);
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_set_that_is_short_follows_its_own_rule_and_old_versions_are_refused() {
    for_each_engine(async |shop| {
        let variants = kiln::open(shop).await;
        let parts = json!([{ "variant": variants["CUP"], "quantity": 2 }]);
        let set = json!({ "sku": "SET", "title": "Two cups", "grams": 600, "price": 2_000, "parts": parts });
        let set = shop.call("variant_save", set).await["row"]["id"].as_i64().unwrap();
        // Five cups are two sets and a half.
        let order_of = Order::new(3001).line("SET", 3, 2_000).line("MUG", 1, 1_000);
        kiln::import(shop, &[order_of]).await;
        let id = numbers(shop).await["3001"];
        assert_eq!(against(shop, id).await, ["not-ready-short"]);
        product_rule(shop, variants["CUP"], Some(0)).await;
        assert_eq!(
            against(shop, id).await,
            ["not-ready-short"],
            "what was sold is a set, not cups"
        );
        let seen = product_rule(shop, set, Some(0)).await;
        assert_eq!(against(shop, id).await, Vec::<Value>::new());

        let version = seen["row"]["version"].as_i64().unwrap();
        let old = json!({ "id": set, "version": version - 1, "most_shipments": 1 });
        let error = shop.try_call("variant_backorder", old).await.expect_err("an old version");
        assert_eq!(error.code, api::Code::Stale, "{error:?}");
        let ten = json!({ "id": set, "version": version, "most_shipments": 10 });
        let error = shop.try_call("variant_backorder", ten).await.expect_err("too many");
        assert_eq!(error.message.id, "backorder-most-range");
    })
    .await;
}
