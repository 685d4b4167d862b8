//! The main job: an order file in, labelled parcels out.

use crate::kiln::{self, label, numbers, stock, told, views};
use serde_json::{Value, json};
use testkit::{TestShop, for_each_engine};

#[tokio::test(flavor = "multi_thread")]
async fn an_order_file_in_labelled_parcels_out() {
    for_each_engine(async |shop| {
        let variants = kiln::open(shop).await;
        let taken = kiln::import(shop, &kiln::yesterday()).await;
        assert_eq!(
            [&taken["new"], &taken["ready"]],
            [&json!(12), &json!(3)],
            "{taken}"
        );
        let counts = views(shop).await;
        for (view, count) in [
            ("to_ship", 3),
            ("on_hold", 2),
            ("awaiting_payment", 3),
            ("short", 2),
            ("open", 10),
            ("all", 12),
            ("partly_shipped", 0),
            ("on_the_way", 0),
        ] {
            assert_eq!(counts[view], count, "{view}: {counts:?}");
        }
        // 1001: 2, 1002: 1, 1005: 1, 1007: 1, 1011: 1. History took nothing.
        assert_eq!(stock(shop, variants["MUG"]).await, (10, 6, 0));
        assert_eq!(stock(shop, variants["TEE"]).await, (2, 2, 0));
        assert_eq!(
            shop.number("SELECT COUNT(*) FROM movement").await,
            3,
            "the three opening counts"
        );

        let ids = numbers(shop).await;
        let ready = [ids["1001"], ids["1002"], ids["1003"]];
        one_order(shop, ids["1002"]).await;
        hold_and_release(shop, ids["1002"]).await;

        let list = shop
            .call("pick_list_make", json!({ "orders": ready }))
            .await;
        assert_eq!(list["units"], json!(6), "2 + 2 + 2: {list}");
        pdf(shop, &list["document"]).await;
        let slips = shop.call("slips_make", json!({ "orders": ready })).await;
        assert_eq!(slips["pages"], json!(3));
        pdf(shop, &slips["document"]).await;

        let (made, parcels) = label(shop, &ready).await;
        assert_eq!((parcels.len(), &made["refused"]), (3, &json!([])), "{made}");
        pdf(shop, &made["document"]).await;
        // A label moves no goods.
        assert_eq!(stock(shop, variants["MUG"]).await, (10, 6, 3));
        let twice = shop
            .call(
                "labels_make",
                json!({ "wishes": [{ "orders": [ready[0]] }] }),
            )
            .await;
        assert_eq!(
            twice["refused"].as_array().unwrap().len(),
            1,
            "nothing of it is left to label: {twice}"
        );

        shop.advance(3_600_000);
        let waiting = shop.call("hand_over_waiting", json!({})).await;
        assert_eq!(
            waiting[0]["parcels"].as_array().unwrap().len(),
            3,
            "{waiting}"
        );
        let left = shop
            .call("hand_over", json!({ "carrier": waiting[0]["carrier"] }))
            .await;
        assert_eq!(
            (left["parcels"].as_array().unwrap().len(), &left["stopped"]),
            (3, &json!([])),
            "{left}"
        );

        // Exactly those units: MUG 2 + 1, CUP 1, TEE 2.
        assert_eq!(stock(shop, variants["MUG"]).await, (7, 3, 0));
        assert_eq!(stock(shop, variants["CUP"]).await.0, 4);
        assert_eq!(stock(shop, variants["TEE"]).await, (0, 0, 0));
        let counts = views(shop).await;
        assert_eq!(
            (counts["to_ship"], counts["on_the_way"], counts["open"]),
            (0, 3, 10),
            "{counts:?}"
        );
        for order in ready {
            let order = shop.call("order_get", json!({ "id": order })).await;
            assert_eq!(order["row"]["fulfilment"], json!("shipped"), "{order}");
        }
        let timeline = told(shop, ready[0]).await;
        for verb in ["label", "handed"] {
            assert!(
                timeline.iter().any(|id| id.contains(verb)),
                "{verb}: {timeline:?}"
            );
        }
        assert!(
            shop.number("SELECT COUNT(*) FROM outbox WHERE ended_at IS NULL")
                .await
                == 3,
            "the store is to be told"
        );
        again_changes_nothing(shop).await;
        shop.reopen().await;
        assert_eq!(views(shop).await, counts, "a restart changes nothing");
    })
    .await;
}

/// What an order's page says of #1002.
async fn one_order(shop: &TestShop, id: i64) {
    let order = shop.call("order_get", json!({ "id": id })).await;
    assert_eq!(order["row"]["number"], json!("#1002"));
    // 12.00 + 10.00 + 4.90 shipping, all of it paid.
    assert_eq!(order["row"]["total"], json!(2_690));
    assert_eq!(order["lines_total"], json!(2_200));
    assert_eq!(
        [&order["balance"], &order["row"]["payment"]],
        [&json!(0), &json!("paid")]
    );
    assert_eq!(order["not_ready"], json!([]));
    let skus: Vec<&Value> = order["lines"]
        .as_array()
        .unwrap()
        .iter()
        .map(|l| &l["sku"])
        .collect();
    assert_eq!(skus, [&json!("CUP"), &json!("MUG")], "in the file's order");
    assert_eq!(order["ship_to"]["city"], json!("Berlin"));
    assert_eq!(order["buyer_email"], json!("buyer1002@example.test"));
}

async fn hold_and_release(shop: &TestShop, id: i64) {
    let held = shop
        .call(
            "orders_hold",
            json!({ "orders": [id], "kind": "manual", "note": "wait" }),
        )
        .await;
    assert_eq!(held, json!({ "done": 1, "refused": [] }));
    assert_eq!(views(shop).await["to_ship"], 2);
    // What is held is not picked, and is named.
    let list = shop.call("pick_list_make", json!({ "orders": [id] })).await;
    assert_eq!(
        (list["units"].as_i64(), list["refused"][0]["order"].as_i64()),
        (Some(0), Some(id)),
        "{list}"
    );
    let released = shop.call("orders_release", json!({ "orders": [id] })).await;
    assert_eq!(released["done"], json!(1));
    assert_eq!(views(shop).await["to_ship"], 3);
}

async fn pdf(shop: &TestShop, document: &Value) {
    let (mime, name, bytes) = shop.document(document.as_i64().unwrap()).await;
    assert_eq!(mime, "application/pdf");
    assert!(
        name.ends_with(".pdf") && bytes.starts_with(b"%PDF-"),
        "{name}"
    );
}

/// The same file again, after the goods have left.
async fn again_changes_nothing(shop: &TestShop) {
    let counts = [
        "SELECT COUNT(*) FROM orders",
        "SELECT COUNT(*) FROM order_line",
        "SELECT COUNT(*) FROM movement",
        "SELECT COUNT(*) FROM customer",
        "SELECT COUNT(*) FROM address",
        "SELECT COUNT(*) FROM outbox",
        "SELECT CAST(SUM(version) AS BIGINT) FROM orders",
        "SELECT COUNT(*) FROM hold",
        "SELECT COUNT(*) FROM conflict",
    ];
    let mut before = Vec::new();
    for sql in counts {
        before.push(shop.number(sql).await);
    }
    let again = kiln::import(shop, &kiln::yesterday()).await;
    assert_eq!(
        (&again["skipped"], &again["new"], &again["updated"]),
        (&json!(12), &json!(0), &json!(0)),
        "{again}"
    );
    for (sql, before) in counts.into_iter().zip(before) {
        assert_eq!(shop.number(sql).await, before, "{sql}");
    }
}
