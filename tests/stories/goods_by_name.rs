//! Which product is meant: SKUs and barcodes as they are spelled, never as they look alike.

use crate::kiln;
use serde_json::{Value, json};
use std::collections::BTreeMap;
use testkit::{Order, TestShop, for_each_engine};

/// Takes a file of products; answers what was taken.
async fn products(shop: &TestShop, csv: &str) -> Value {
    let path = shop.file("products.csv", csv);
    let look = shop.call("products_import", json!({ "path": path })).await;
    let take = json!({ "path": path, "sha256": look["sha256"] });
    shop.call("products_import", take).await
}

/// The ids of the variants by SKU.
async fn variants(shop: &TestShop) -> BTreeMap<String, i64> {
    let ask = json!({ "view": "all", "text": "", "limit": 200 });
    let page = shop.call("stock_list", ask).await;
    let rows = page["rows"].as_array().unwrap().iter();
    rows.map(|r| {
        let sku = r["sku"].as_str().unwrap().to_owned();
        (sku, r["id"].as_i64().unwrap())
    })
    .collect()
}

/// The variants of an order's lines, by the SKU of the line; 0 where none is tied.
async fn tied(shop: &TestShop, order: i64) -> BTreeMap<String, i64> {
    let order = shop.call("order_get", json!({ "id": order })).await;
    let lines = order["lines"].as_array().unwrap().iter();
    lines
        .map(|l| {
            let sku = l["sku"].as_str().unwrap().to_owned();
            (sku, l["variant"].as_i64().unwrap_or(0))
        })
        .collect()
}

/// SKU, units on the shelf: pairs that look alike without their signs, dots, zeros and accents.
const ALIKE: [(&str, i64); 8] = [
    ("A-11", 1),
    ("A1-1", 2),
    ("15", 3),
    ("1.5", 4),
    ("AB", 5),
    ("ÄB", 6),
    ("007", 7),
    ("7", 8),
];

#[tokio::test(flavor = "multi_thread")]
async fn a_sku_is_never_another_one_that_looks_alike() {
    for_each_engine(async |shop| {
        shop.make().await;
        let mut csv = "Title,SKU,Count\n".to_owned();
        for (sku, units) in ALIKE {
            csv.push_str(&format!("Thing {units},{sku},{units}\n"));
        }
        let taken = products(shop, &csv).await;
        assert_eq!(
            (&taken["new"], &taken["refused"]),
            (&json!(8), &json!(0)),
            "{taken}"
        );
        let ids = variants(shop).await;
        assert_eq!(ids.len(), 8);
        for (sku, units) in ALIKE {
            assert_eq!(kiln::stock(shop, ids[sku]).await, (units, 0, 0), "{sku}");
        }
        // Each line takes the goods that it names; what nobody has is nobody's.
        let mut order = Order::new(1);
        for (sku, _) in ALIKE {
            order = order.line(sku, 1, 100);
        }
        let order = order
            .line("A11", 1, 100)
            .line("a-11 ", 1, 100)
            .line("äb", 1, 100);
        kiln::import(shop, &[order]).await;
        let id = kiln::numbers(shop).await["1"];
        let tied = tied(shop, id).await;
        for (sku, _) in ALIKE {
            assert_eq!(tied[sku], ids[sku], "{sku}");
        }
        assert_eq!(tied["A11"], 0);
        assert_eq!((tied["a-11"], tied["äb"]), (ids["A-11"], ids["ÄB"]));
        // The same file again changes nothing; one row changes its own product.
        let again = products(shop, &csv).await;
        assert_eq!(
            (&again["new"], &again["updated"]),
            (&json!(0), &json!(0)),
            "{again}"
        );
        let one = products(shop, "Title,SKU,Bin\nThing 2,a1-1,K9\n").await;
        assert_eq!((&one["new"], &one["updated"]), (&json!(0), &json!(1)));
        let bin = |detail: Value| detail["row"]["bin"].clone();
        for (sku, there) in [("A1-1", "K9"), ("A-11", "")] {
            let detail = shop.call("variant_get", json!({ "id": ids[sku] })).await;
            assert_eq!(bin(detail), json!(there), "{sku}");
        }
        // A line that waited for its product is tied to that one alone.
        let made = json!({ "sku": "A.11", "title": "Not it" });
        shop.call("variant_save", made).await;
        assert_eq!(self::tied(shop, id).await["A11"], 0);
        let made = json!({ "sku": "A11", "title": "It" });
        let made = shop.call("variant_save", made).await;
        assert_eq!(json!(self::tied(shop, id).await["A11"]), made["row"]["id"]);
        // Who types it without its signs still finds both.
        let hits = shop
            .call("search", json!({ "text": "a11", "limit": 20 }))
            .await;
        let hits = hits
            .as_array()
            .unwrap()
            .iter()
            .filter(|h| h["kind"] == json!("variant"));
        let found: Vec<&str> = hits.map(|h| h["detail"].as_str().unwrap()).collect();
        for sku in ["A-11", "A1-1", "A.11", "A11"] {
            let times = found.iter().filter(|s| **s == sku).count();
            assert_eq!(times, 1, "{sku} in {found:?}");
        }
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn another_letter_case_is_meant_while_it_is_the_only_one() {
    for_each_engine(async |shop| {
        shop.make().await;
        products(shop, "Title,SKU\nLoud,MUG-X\n").await;
        let import = async |number: u32| {
            let order = Order::new(number)
                .line("mug-x", 1, 100)
                .line("Mug-X", 1, 200);
            kiln::import(shop, &[order]).await;
            tied(shop, kiln::numbers(shop).await[&number.to_string()]).await
        };
        let loud = variants(shop).await["MUG-X"];
        let first = import(1).await;
        assert_eq!((first["mug-x"], first["Mug-X"]), (loud, loud));
        // Now there are two, and each spelling of theirs means its own; a third means none.
        let taken = products(shop, "Title,SKU\nLoud,MUG-X\nSoft,mug-x\n").await;
        assert_eq!(
            (&taken["new"], &taken["refused"]),
            (&json!(1), &json!(0)),
            "{taken}"
        );
        let soft = variants(shop).await["mug-x"];
        let second = import(2).await;
        assert_eq!((second["mug-x"], second["Mug-X"]), (soft, 0));
        // By hand too: the same spelling is taken, letters stored another way are the same letters.
        let same = json!({ "sku": " mug-x ", "title": "Again" });
        let error = shop
            .try_call("variant_save", same)
            .await
            .expect_err("taken");
        assert_eq!(error.message.id, "variant-sku-taken");
        let made = json!({ "sku": "Ä1", "title": "Composed" });
        shop.call("variant_save", made).await;
        let apart = json!({ "sku": "A\u{308}1", "title": "Apart" });
        let error = shop
            .try_call("variant_save", apart)
            .await
            .expect_err("taken");
        assert_eq!(error.message.id, "variant-sku-taken");
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_barcode_is_its_digits_and_a_upc_is_its_ean() {
    for_each_engine(async |shop| {
        shop.make().await;
        let taken = products(
            shop,
            "Title,SKU,Barcode\nSoup,S,036000291452\nOne,O,00123\nTwo,T,123\n",
        )
        .await;
        assert_eq!(
            (&taken["new"], &taken["refused"]),
            (&json!(3), &json!(0)),
            "{taken}"
        );
        let found = async |code: &str| {
            let hits = shop
                .call("search", json!({ "text": code, "limit": 20 }))
                .await;
            let hits = hits
                .as_array()
                .unwrap()
                .iter()
                .filter(|h| h["by"] == json!("barcode"));
            let skus: Vec<String> = hits
                .map(|h| h["detail"].as_str().unwrap().to_owned())
                .collect();
            skus.join(" ")
        };
        assert_eq!(found("0036000291452").await, "S");
        assert_eq!(found("00123").await, "O");
        assert_eq!(found("123").await, "T");
        // The same article under its other spelling is refused by hand and in a file.
        let twin = json!({ "sku": "S2", "title": "Twin", "barcodes": ["0 036000 291452"] });
        let error = shop
            .try_call("variant_save", twin)
            .await
            .expect_err("taken");
        assert_eq!(error.message.id, "variant-barcode-taken");
        let taken = products(shop, "Title,SKU,Barcode\nTwin,S2,00036000291452\n").await;
        assert_eq!(
            (&taken["new"], &taken["refused"]),
            (&json!(0), &json!(1)),
            "{taken}"
        );
    })
    .await;
}
