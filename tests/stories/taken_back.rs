//! An import is taken back whole: the products that it made, the addresses that it wrote and what it called
//! people. What is in use since stays, and is counted.

use crate::kiln::{self, START};
use serde_json::{Value, json};
use testkit::{Order, TestShop, for_each_engine, shopify_file};

async fn take(shop: &TestShop, orders: &[Order]) -> Value {
    let path = shop.file("orders_export.csv", shopify_file(orders));
    let read = json!({ "path": path, "start_at": START, "make_products": true });
    let preview = shop.call("import_preview", read.clone()).await;
    let take = json!({ "read": read, "sha256": preview["sha256"] });
    shop.call("import_commit", take).await
}

/// The goods and the people of the shop, table by table, but for what counts changes.
async fn things(shop: &TestShop) -> Vec<(&'static str, Vec<String>)> {
    let mut all = Vec::new();
    for table in [
        "product",
        "variant",
        "variant_word",
        "barcode",
        "stock",
        "customer",
        "customer_word",
        "customer_source",
        "address",
        "orders",
        "order_line",
    ] {
        let sql = format!("SELECT * FROM {table} ORDER BY 1, 2");
        all.push((table, shop.rows(&sql, &["version"]).await));
    }
    all
}

#[tokio::test(flavor = "multi_thread")]
async fn products_addresses_and_names_go_with_the_import() {
    for_each_engine(async |shop| {
        kiln::open(shop).await;
        let order = |number| Order::new(number).line("MUG", 1, 1_000);
        take(shop, &[order(801), order(802)]).await;
        let before = things(shop).await;
        let second = [
            // An address, a name and an e-mail that are new, and a line of a product that is.
            order(801)
                .to("Ida Winter", "Neue Gasse 9", "10969", "Berlin", "DE")
                .cell("Email", "ida@example.test")
                .line("NEW-1", 1, 500),
            // Another order of a customer who is here, to a place of its own.
            order(803)
                .cell("Email", "buyer802@example.test")
                .to("Ida Sommer", "Werkhof 2", "10969", "Berlin", "DE")
                .line("NEW-2", 2, 700),
            order(804).line("NEW-3", 1, 900),
        ];
        let taken = take(shop, &second).await;
        assert_eq!(
            (&taken["new"], &taken["updated"]),
            (&json!(2), &json!(1)),
            "{taken}"
        );
        let ids = kiln::numbers(shop).await;
        let seen = shop.call("order_get", json!({ "id": ids["801"] })).await;
        assert_eq!(seen["buyer_email"], json!("ida@example.test"), "{seen}");
        let undo = json!({ "batch": taken["batch"] });
        let undone = shop.call("import_undo", undo).await;
        assert_eq!(
            (&undone["removed"], &undone["restored"]),
            (&json!(2), &json!(1)),
            "{undone}"
        );
        let products = (&undone["products_removed"], &undone["products_kept"]);
        assert_eq!(products, (&json!(3), &json!(0)));
        for (was, is) in before.iter().zip(&things(shop).await) {
            assert_eq!(was, is);
        }
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn what_is_in_use_since_stays_and_is_counted() {
    for_each_engine(async |shop| {
        kiln::open(shop).await;
        let taken = take(
            shop,
            &[
                Order::new(811).line("NEW-1", 1, 500),
                Order::new(812).line("NEW-2", 1, 500),
                Order::new(813).line("NEW-3", 1, 500),
                Order::new(814).line("NEW-4", 1, 500),
            ],
        )
        .await;
        // One was counted, one sold again, and the order of one has left.
        let listed = shop
            .call("stock_list", json!({ "view": "all", "limit": 50 }))
            .await;
        let rows = listed["rows"].as_array().unwrap().iter();
        let variant = rows.clone().find(|r| r["sku"] == json!("NEW-1")).unwrap()["id"].clone();
        let count = json!({ "variant": variant, "counted": 5 });
        shop.call("stock_count", count).await;
        kiln::import(shop, &[Order::new(815).line("NEW-2", 1, 500)]).await;
        let ids = kiln::numbers(shop).await;
        let (_, parcels) = kiln::label(shop, &[ids["813"]]).await;
        shop.call("hand_over", json!({ "parcels": parcels })).await;
        let look = json!({ "batch": taken["batch"], "only_look": true });
        let undo = json!({ "batch": taken["batch"] });
        for ask in [look, undo] {
            let undone = shop.call("import_undo", ask).await;
            assert_eq!(undone["removed"], json!(3), "{undone}");
            assert_eq!(undone["kept"].as_array().unwrap().len(), 1, "{undone}");
            let products = (&undone["products_removed"], &undone["products_kept"]);
            assert_eq!(
                products,
                (&json!(1), &json!(3)),
                "only NEW-4 is nobody's: {undone}"
            );
        }
        let skus = "SELECT sku FROM variant WHERE sku LIKE 'NEW%' ORDER BY sku";
        let left = shop.rows(skus, &[]).await.join(" ");
        assert!(left.contains("NEW-1") && left.contains("NEW-3"), "{left}");
        assert!(!left.contains("NEW-4"), "{left}");
    })
    .await;
}
