//! What becomes free goes by turn, what is fetched is counted, and what weighs something weighs it now.

use crate::kiln::{self, label, numbers, refused, stock};
use serde_json::{Value, json};
use testkit::{Order, TestShop, for_each_engine, shopify_file};

async fn order(shop: &TestShop, id: i64) -> Value {
    shop.call("order_get", json!({ "id": id })).await
}

/// Reserved and backordered units of an order's lines.
async fn promised(shop: &TestShop, id: i64) -> Vec<(i64, i64)> {
    let order = order(shop, id).await;
    let lines = order["lines"].as_array().unwrap().iter();
    let n = |l: &Value, field: &str| l["quantities"][field].as_i64().unwrap();
    lines
        .map(|l| (n(l, "reserved"), n(l, "backordered")))
        .collect()
}

#[tokio::test(flavor = "multi_thread")]
async fn what_an_import_frees_is_for_who_waited_before() {
    for_each_engine(async |shop| {
        kiln::open(shop).await;
        // Two TEE: the first has both, the second waits for one, the third wants a CUP.
        let first = |units| Order::new(1).line("TEE", units, 2_500);
        let second = Order::new(2).line("TEE", 1, 2_500);
        let third = || Order::new(3).line("CUP", 1, 1_200);
        kiln::import(shop, &[first(2), second, third()]).await;
        let ids = numbers(shop).await;
        assert_eq!(promised(shop, ids["2"]).await, [(0, 1)]);
        // One is given up, and the third wants one from now on: it is behind the second.
        kiln::import(shop, &[third().line("TEE", 1, 2_500), first(1)]).await;
        assert_eq!(promised(shop, ids["1"]).await, [(1, 0)]);
        assert_eq!(
            promised(shop, ids["2"]).await,
            [(1, 0)],
            "who waited has it"
        );
        assert_eq!(promised(shop, ids["3"]).await, [(1, 0), (0, 1)]);
        // Without anybody who waits, who wants more gets it.
        kiln::import(
            shop,
            &[Order::new(2).line("TEE", 1, 2_500).cancelled(), first(1)],
        )
        .await;
        assert_eq!(promised(shop, ids["3"]).await, [(1, 0), (1, 0)]);
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn an_answer_is_not_taken_back_while_its_line_is_on_another_list() {
    for_each_engine(async |shop| {
        let variants = kiln::open(shop).await;
        kiln::import(shop, &[Order::new(1).line("TEE", 2, 2_500)]).await;
        let id = numbers(shop).await["1"];
        let list = async || {
            let made = shop.call("pick_list_make", json!({ "orders": [id] })).await;
            made["id"].as_i64().unwrap()
        };
        let line = async |list: i64| {
            let list = shop.call("pick_list_get", json!({ "id": list })).await;
            list["lines"][0].clone()
        };
        let first = list().await;
        let row = line(first).await;
        let (shipment, of) = (&row["shipment"], &row["line"]);
        let answer = json!({ "shipment": shipment, "line": of, "found": 1, "why": "damaged" });
        shop.call("pick_list_enter", json!({ "id": first, "lines": [answer] })).await;
        let more = json!({ "variant": variants["TEE"], "kind": "received", "quantity": 2, "note": "", "confirm": true });
        shop.call("stock_move", more).await;
        let second = list().await;
        assert_ne!(first, second);
        let undo = json!({ "id": first, "shipment": shipment, "line": of });
        assert_eq!(refused(shop, "pick_list_undo", undo.clone()).await, "pick-undo-on-list");
        let finish = json!({ "id": second, "rest": "left" });
        shop.call("pick_list_finish", finish).await;
        shop.call("pick_list_undo", undo).await;
        assert_eq!(line(first).await["open"], json!(true));
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn more_fetched_than_there_is_asks_for_a_count() {
    for_each_engine(async |shop| {
        let variants = kiln::open(shop).await;
        let orders = [Order::new(1).line("TEE", 1, 2_500), Order::new(2).line("TEE", 1, 2_500)];
        kiln::import(shop, &orders).await;
        let ids = numbers(shop).await;
        // Both are fetched; then one leaves from our shelf without us.
        let made = shop.call("pick_list_make", json!({ "orders": [ids["1"], ids["2"]] })).await;
        shop.call("pick_list_finish", json!({ "id": made["id"], "rest": "found" })).await;
        assert_eq!(stock(shop, variants["TEE"]).await, (2, 2, 2));
        let lost = json!({ "variant": variants["TEE"], "kind": "scrapped", "quantity": -1, "note": "", "confirm": true });
        shop.call("stock_move", lost).await;
        let today = shop.call("today", json!({})).await;
        let needs: Vec<&str> = today["needs"].as_array().unwrap().iter()
            .map(|n| n["sentence"]["id"].as_str().unwrap()).collect();
        assert_eq!(needs, ["stock-more-fetched"], "{today}");
        // Counted: an empty shelf beside two in the tote is two.
        let count = json!({ "variant": variants["TEE"], "counted": 0, "confirm": true });
        shop.call("stock_count", count).await;
        assert_eq!(stock(shop, variants["TEE"]).await, (2, 2, 2));
        let today = shop.call("today", json!({})).await;
        assert_eq!(today["needs"], json!([]));
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_weight_that_is_known_later_reaches_open_orders() {
    for_each_engine(async |shop| {
        kiln::open(shop).await;
        let bare = |sku: &str| json!({ "sku": sku, "title": sku });
        let vase = shop.call("variant_save", bare("VASE")).await["row"].clone();
        let set = shop.call("variant_save", bare("SET")).await["row"].clone();
        let parts = json!([{ "variant": vase["id"], "quantity": 2 }]);
        let set = json!({ "id": set["id"], "version": set["version"], "parts": parts });
        shop.call("variant_save", set).await;
        let orders = [
            Order::new(1).line("VASE", 2, 1_000).line("MUG", 1, 1_000),
            Order::new(2).line("SET", 1, 1_000),
            Order::new(3).line("VASE", 1, 1_000).fulfilled(),
        ];
        kiln::import(shop, &orders).await;
        let ids = numbers(shop).await;
        let grams = async |number: &str| order(shop, ids[number]).await["row"]["grams"].clone();
        assert_eq!(
            (grams("1").await, grams("2").await),
            (Value::Null, Value::Null)
        );
        let version = async || {
            let detail = shop.call("variant_get", json!({ "id": vase["id"] })).await;
            detail["row"]["version"].clone()
        };
        let save = async |weight: i64| {
            let ask = json!({ "id": vase["id"], "version": version().await, "grams": weight });
            shop.call("variant_save", ask).await;
        };
        save(400).await;
        // Two vases and a mug of 300 g; a set of two vases.
        assert_eq!(
            (grams("1").await, grams("2").await),
            (json!(1_100), json!(800))
        );
        // Corrected by a file of products: what has no label follows.
        let (_, parcels) = label(shop, &[ids["2"]]).await;
        assert_eq!(parcels.len(), 1);
        let path = shop.file("products.csv", "SKU,Title,Weight (g)\nVASE,VASE,500\n");
        let look = shop.call("products_import", json!({ "path": path })).await;
        let take = json!({ "path": path, "sha256": look["sha256"] });
        shop.call("products_import", take).await;
        assert_eq!(
            (grams("1").await, grams("2").await),
            (json!(1_300), json!(1_000))
        );
        let parcel = order(shop, ids["2"]).await["shipments"][0]["parcels"][0]["grams"].clone();
        assert_eq!(parcel, json!(800), "what was labelled was weighed then");
        let (_, parcels) = label(shop, &[ids["1"]]).await;
        let sql = format!("SELECT grams FROM parcel WHERE id = {}", parcels[0]);
        assert_eq!(shop.number(&sql).await, 1_300);
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_postcode_with_its_countrys_sign_is_in_its_zone() {
    for_each_engine(async |shop| {
        kiln::open(shop).await;
        let mut post = shop.call("services_list", json!({})).await[0]["post"].clone();
        let mut island = post["zones"][0].clone();
        island["name"] = json!("Island");
        island["rest_of_world"] = json!(false);
        island["places"] = json!([{ "country": "DE", "postcodes": ["25845", "D-25846"] }]);
        island["steps"] = json!([{ "up_to": null, "price": 1_290 }]);
        let mut zones = vec![island];
        zones.extend(post["zones"].as_array().unwrap().iter().cloned());
        post["zones"] = json!(zones);
        post["name"] = json!("Boat");
        let service = shop
            .call("service_save", json!({ "post": post, "active": true }))
            .await;
        let codes = ["25845", "D-25845", "DE-25846", "D 25846", "25847"];
        let orders: Vec<Order> = (1..)
            .zip(codes)
            .map(|(n, code)| {
                Order::new(n)
                    .line("MUG", 1, 1_000)
                    .to("Ida Sommer", "Weg 1", code, "Hooge", "DE")
            })
            .collect();
        let path = shop.file("orders_export.csv", shopify_file(&orders));
        let read = json!({ "path": path, "start_at": kiln::START });
        let sha = shop.call("import_preview", read.clone()).await["sha256"].clone();
        shop.call("import_commit", json!({ "read": read, "sha256": sha }))
            .await;
        let ids = numbers(shop).await;
        let mut prices = Vec::new();
        for n in 1..=5 {
            let wish = json!({ "orders": [ids[&n.to_string()]], "service": service["id"] });
            let made = shop.call("labels_make", json!({ "wishes": [wish] })).await;
            let parcel = made["parcels"][0]["parcel"]
                .as_i64()
                .unwrap_or_else(|| panic!("{made}"));
            let sql = format!("SELECT COALESCE(price, -1) FROM label WHERE parcel_id = {parcel}");
            prices.push(shop.number(&sql).await);
        }
        assert_eq!(&prices[..4], [1_290; 4]);
        assert_ne!(prices[4], 1_290);
    })
    .await;
}
