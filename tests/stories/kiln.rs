//! The shop of the stories: four things on the shelf, and yesterday's orders.

use serde_json::{Value, json};
use std::collections::BTreeMap;
use testkit::{Order, TestShop, shopify_file};

/// 1 November 2026, 00:00 in Berlin: orders placed before are history.
pub(crate) const START: i64 = 1_793_487_600_000;

/// What is on the shelf: SKU and units.
pub(crate) const SHELF: [(&str, i64); 3] = [("MUG", 10), ("CUP", 5), ("TEE", 2)];

/// Makes the shop, its address, and its products: [`SHELF`] counted, `POT` never counted.
pub(crate) async fn open(shop: &TestShop) -> BTreeMap<String, i64> {
    shop.make().await;
    let mut settings = shop.call("settings_get", json!({})).await;
    let sender = &mut settings["settings"]["sender"];
    sender["line1"] = json!("Töpferweg 3");
    sender["postcode"] = json!("10969");
    sender["city"] = json!("Berlin");
    shop.call("settings_save", settings).await;
    let mut ids = BTreeMap::new();
    for sku in ["MUG", "CUP", "TEE", "POT"] {
        let made =
            json!({ "sku": sku, "title": format!("Thing {sku}"), "grams": 300, "price": 1_000 });
        let variant = shop.call("variant_save", made).await;
        ids.insert(sku.to_owned(), variant["row"]["id"].as_i64().unwrap());
    }
    for (sku, units) in SHELF {
        let count = json!({ "variant": ids[sku], "counted": units });
        let counted = shop.call("stock_count", count).await;
        assert_eq!(counted["booked"], json!(true), "{counted}");
    }
    ids
}

/// Yesterday's twelve: three ready, two short, three unpaid, two without a whole address, two history.
pub(crate) fn yesterday() -> Vec<Order> {
    vec![
        Order::new(1001).line("MUG", 2, 1_000),
        Order::new(1002).line("CUP", 1, 1_200).line("MUG", 1, 1_000),
        Order::new(1003).line("TEE", 2, 2_500),
        Order::new(1004).line("TEE", 1, 2_500),
        Order::new(1005).line("MUG", 1, 1_000).unpaid(),
        Order::new(1006).line("CUP", 1, 1_200).unpaid(),
        Order::new(1007).line("MUG", 1, 1_000).unpaid(),
        Order::new(1008).line("CUP", 9, 1_200),
        Order::new(1009).line("MUG", 3, 1_000).fulfilled(),
        Order::new(1010).line("MUG", 3, 1_000).cancelled(),
        Order::new(1011)
            .line("MUG", 1, 1_000)
            .to("Al Short", "Weg 1", "", "Berlin", "DE"),
        Order::new(1012)
            .line("POT", 1, 1_000)
            .to("Bo Short", "", "10969", "Berlin", "DE"),
    ]
}

/// Previews and takes orders; answers what was taken.
pub(crate) async fn import(shop: &TestShop, orders: &[Order]) -> Value {
    let path = shop.file("orders_export.csv", shopify_file(orders));
    let read = json!({ "path": path, "start_at": START });
    let preview = shop.call("import_preview", read.clone()).await;
    assert_eq!(preview["format"], json!("shopify"), "{preview}");
    let take = json!({ "read": read, "sha256": preview["sha256"] });
    let taken = shop.call("import_commit", take).await;
    for field in ["new", "updated", "skipped", "refused"] {
        assert_eq!(
            taken[field], preview[field],
            "the preview said {preview}, the import did {taken}"
        );
    }
    taken
}

/// The ids of orders by number, without the `#`.
pub(crate) async fn numbers(shop: &TestShop) -> BTreeMap<String, i64> {
    let mut ids = BTreeMap::new();
    let mut after = Value::Null;
    loop {
        let ask = json!({ "view": "all", "sort": "placed", "limit": 200, "after": after });
        let page = shop.call("orders_list", ask).await;
        for row in page["rows"].as_array().unwrap() {
            let number = row["number"]
                .as_str()
                .unwrap()
                .trim_start_matches('#')
                .to_owned();
            ids.insert(number, row["id"].as_i64().unwrap());
        }
        after = page["next"].clone();
        if after.is_null() {
            return ids;
        }
    }
}

/// The counts of the preset views.
pub(crate) async fn views(shop: &TestShop) -> BTreeMap<String, i64> {
    let views = shop.call("order_views", json!({})).await;
    let pair = |v: &Value| {
        (
            v["view"].as_str().unwrap().to_owned(),
            v["count"].as_i64().unwrap(),
        )
    };
    views.as_array().unwrap().iter().map(pair).collect()
}

/// On hand, reserved and fetched of a variant.
pub(crate) async fn stock(shop: &TestShop, variant: i64) -> (i64, i64, i64) {
    let row = &shop.call("variant_get", json!({ "id": variant })).await["row"];
    let n = |field: &str| row[field].as_i64().unwrap();
    (n("on_hand"), n("reserved"), n("picked"))
}

/// The ids of the sentences of an order's timeline, oldest first.
pub(crate) async fn told(shop: &TestShop, order: i64) -> Vec<String> {
    let entries = shop.call("order_timeline", json!({ "id": order })).await;
    let mut ids: Vec<String> = entries
        .as_array()
        .unwrap()
        .iter()
        .map(|e| e["sentence"]["id"].as_str().unwrap().to_owned())
        .collect();
    ids.reverse();
    ids
}

/// Labels for orders, one parcel each; the ids of the parcels.
pub(crate) async fn label(shop: &TestShop, orders: &[i64]) -> (Value, Vec<i64>) {
    let wishes: Vec<Value> = orders.iter().map(|id| json!({ "orders": [id] })).collect();
    let made = shop.call("labels_make", json!({ "wishes": wishes })).await;
    let parcels = made["parcels"]
        .as_array()
        .unwrap()
        .iter()
        .map(|p| p["parcel"].as_i64().unwrap())
        .collect();
    (made, parcels)
}

/// The sentence with which the rules say no to a command.
pub(crate) async fn refused(shop: &TestShop, name: &str, body: Value) -> String {
    let error = shop.try_call(name, body).await.expect_err("refused");
    assert_eq!(error.code, api::Code::Refused, "{error:?}");
    error.message.id
}

/// On hand, reserved and fetched at each place.
pub(crate) async fn at_places(shop: &TestShop, variant: i64) -> Vec<(i64, i64, i64)> {
    let detail = shop.call("variant_get", json!({ "id": variant })).await;
    let n = |p: &Value, field: &str| p[field].as_i64().unwrap();
    let places = detail["places"].as_array().unwrap();
    places
        .iter()
        .map(|p| (n(p, "on_hand"), n(p, "reserved"), n(p, "picked")))
        .collect()
}

/// The text of a PDF, page by page; `None`, and a line that says so, where there is no `pdftotext`.
pub(crate) fn pages_of(shop: &TestShop, pdf: &[u8]) -> Option<Vec<String>> {
    let file = shop.file("read.pdf", pdf);
    let read = std::process::Command::new("pdftotext")
        .arg(&file)
        .arg("-")
        .output();
    let Ok(done) = read else {
        println!("skipped: pdftotext is not here");
        return None;
    };
    assert!(done.status.success(), "it is no PDF");
    let text = String::from_utf8(done.stdout).unwrap();
    let mut pages: Vec<String> = text.split('\u{c}').map(str::to_owned).collect();
    // The last form feed ends the last page.
    pages.pop();
    Some(pages)
}
