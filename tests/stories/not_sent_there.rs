//! What the shop system called shipped had not left after all; and what it cannot be told by a file.

use crate::kiln::{self, label, numbers, refused, stock};
use serde_json::{Value, json};
use testkit::{Order, TestShop, for_each_engine, shopify_file};

async fn import(shop: &TestShop, orders: &[Order], on_shelf: bool) {
    let path = shop.file("orders_export.csv", shopify_file(orders));
    let read = json!({ "path": path, "start_at": kiln::START, "on_shelf": on_shelf });
    let sha = shop.call("import_preview", read.clone()).await["sha256"].clone();
    let take = json!({ "read": read, "sha256": sha });
    shop.call("import_commit", take).await;
}

async fn order(shop: &TestShop, id: i64) -> Value {
    shop.call("order_get", json!({ "id": id })).await
}

fn why(order: &Value, command: &str) -> Option<Value> {
    let offers = order["offers"].as_array().unwrap();
    let offer = offers.iter().find(|o| o["command"] == json!(command))?;
    Some(offer["refusal"].clone())
}

async fn asked(shop: &TestShop) -> Vec<String> {
    let today = shop.call("today", json!({})).await;
    let needs = today["needs"].as_array().unwrap().iter();
    needs
        .map(|n| n["kind"].as_str().unwrap().to_owned())
        .collect()
}

#[tokio::test(flavor = "multi_thread")]
async fn what_had_not_left_after_all_is_shipped_here() {
    for on_shelf in [true, false] {
        for_each_engine(async |shop| {
            let variants = kiln::open(shop).await;
            let one = || Order::new(1).line("TEE", 2, 2_500).line("MUG", 1, 1_000);
            import(
                shop,
                &[one(), Order::new(2).line("TEE", 1, 2_500)],
                on_shelf,
            )
            .await;
            let ids = numbers(shop).await;
            assert_eq!(
                why(&order(shop, ids["1"]).await, "order_not_sent_there"),
                None
            );
            let none = json!({ "id": ids["1"] });
            assert_eq!(
                refused(shop, "order_not_sent_there", none.clone()).await,
                "not-sent-none"
            );
            let sent = || {
                one()
                    .fulfilled()
                    .cell("Fulfilled at", "2026-11-23 08:00:00 +0100")
            };
            import(shop, &[sent()], on_shelf).await;
            // Two TEE left our shelf, or they are free for who waited for one.
            let after = if on_shelf { (0, 0, 0) } else { (2, 1, 0) };
            assert_eq!(stock(shop, variants["TEE"]).await, after);
            import(shop, &[one()], on_shelf).await;
            assert_eq!(asked(shop).await, ["unshipped_there"]);
            let seen = order(shop, ids["1"]).await;
            assert_eq!(why(&seen, "order_not_sent_there"), Some(Value::Null));
            let shipment = seen["shipments"][0]["id"].clone();
            let other = json!({ "id": ids["1"], "shipments": [987_654] });
            assert_eq!(
                refused(shop, "order_not_sent_there", other).await,
                "not-sent-none"
            );
            let named = json!({ "id": ids["1"], "shipments": [shipment] });
            let back = shop.call("order_not_sent_there", named).await;
            assert_eq!(
                (&back["row"]["life"], &back["row"]["fulfilment"]),
                (&json!("open"), &json!("unfulfilled"))
            );
            assert_eq!(
                (&back["shipments"], asked(shop).await.len()),
                (&json!([]), 0)
            );
            let told = kiln::told(shop, ids["1"]).await;
            assert_eq!(told.last().unwrap(), "event-not-sent-there");
            assert_eq!(stock(shop, variants["TEE"]).await, (2, 2, 0));
            let reserved = |line: usize| back["lines"][line]["quantities"]["reserved"].clone();
            // From our shelf they are its own; else one is promised to who got it meanwhile.
            let tees = if on_shelf { 2 } else { 1 };
            assert_eq!((reserved(0), reserved(1)), (json!(tees), json!(1)));
            assert_eq!(
                refused(shop, "order_not_sent_there", none).await,
                "not-sent-none"
            );
            if on_shelf {
                let (_, parcels) = label(shop, &[ids["1"]]).await;
                shop.call("hand_over", json!({ "parcels": parcels })).await;
                assert_eq!(stock(shop, variants["TEE"]).await, (0, 0, 0));
            } else {
                // Said once more that it left, it has left.
                import(shop, &[sent()], on_shelf).await;
                let seen = order(shop, ids["1"]).await;
                assert_eq!(seen["row"]["fulfilment"], json!("shipped"));
            }
        })
        .await;
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn an_id_that_a_spreadsheet_would_run_is_left_out_and_named() {
    for_each_engine(async |shop| {
        kiln::open(shop).await;
        for sku in ["-7", "@x"] {
            shop.call(
                "variant_save",
                json!({ "sku": sku, "title": sku, "grams": 10 }),
            )
            .await;
        }
        let orders = [
            Order::new(1).line("MUG", 1, 1_000),
            Order::new(2).line("@x", 1, 1_000),
        ];
        kiln::import(shop, &orders).await;
        let ids = numbers(shop).await;
        let (_, parcels) = label(shop, &[ids["1"], ids["2"]]).await;
        shop.call("hand_over", json!({ "parcels": parcels })).await;
        let channel = shop
            .number("SELECT MIN(channel_id) FROM outbox WHERE ended_at IS NULL")
            .await;
        let tell = |form: &str| json!({ "channel": channel, "form": form });
        let made = shop.call("shipped_file", tell("woocommerce")).await;
        assert_eq!(made["parcels"], json!(1));
        let left = &made["left_out"];
        assert_eq!(left[0]["number"], json!("#2-1"), "{made}");
        assert_eq!(
            left[0]["sentence"],
            json!({ "id": "shipped-left-out", "args": { "id": "@x" } })
        );
        let (_, _, file) = shop.document(made["document"].as_i64().unwrap()).await;
        let file = String::from_utf8(file).unwrap();
        assert!(
            file.contains("\"MUG\"") && !file.contains('@') && !file.contains("\"x\""),
            "{file}"
        );
        // It is still to be told; nothing else is.
        let again = shop.call("shipped_file", tell("woocommerce")).await;
        assert_eq!(
            (&again["document"], &again["left_out"][0]["number"]),
            (&Value::Null, &json!("#2-1"))
        );
        // A form without SKUs tells of it.
        let made = shop.call("shipped_file", tell("ebay")).await;
        assert_eq!(
            (&made["parcels"], &made["left_out"]),
            (&json!(1), &json!([]))
        );
    })
    .await;
}
