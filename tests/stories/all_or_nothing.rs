//! An import that fails leaves nothing behind: no product, no mapping, no order.

use crate::kiln::{self, START};
use serde_json::json;
use testkit::{Order, TestShop, shopify_file};

#[tokio::test(flavor = "multi_thread")]
async fn an_import_that_fails_made_nothing() {
    let shop = TestShop::in_folder().await;
    kiln::open(&shop).await;
    let orders = [Order::new(3001).line("NEW", 1, 1_000)];
    let path = shop.file("orders_export.csv", shopify_file(&orders));
    let read = json!({ "path": path, "start_at": START, "make_products": true });
    let preview = shop.call("import_preview", read.clone()).await;
    let ask = json!({ "read": read, "sha256": preview["sha256"], "save_mapping": "Mine" });
    let counts = "SELECT (SELECT COUNT(*) FROM variant) * 1000000 + (SELECT COUNT(*) FROM product) * 1000 \
                  + (SELECT COUNT(*) FROM saved_mapping) * 100 + (SELECT COUNT(*) FROM orders)";
    let before = shop.number(counts).await;
    shop.plant(
        "CREATE TRIGGER full BEFORE INSERT ON orders BEGIN SELECT RAISE(ABORT, 'the disk is full'); END",
    )
    .await;
    shop.try_call("import_commit", ask.clone())
        .await
        .unwrap_err();
    assert_eq!(shop.number(counts).await, before, "something stayed");
    shop.plant("DROP TRIGGER full").await;
    let taken = shop.call("import_commit", ask).await;
    assert_eq!(taken["new"], json!(1), "{taken}");
    assert_eq!(
        shop.number(counts).await - before,
        1_001_101,
        "a variant of a product, a mapping, an order"
    );
    shop.end().await;
}
