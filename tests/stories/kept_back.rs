//! Units that are kept back for safety: promised to nobody, and a row of the proof.

use crate::kiln::{self, numbers};
use serde_json::{Value, json};
use testkit::{Order, TestShop, for_each_engine};

async fn keep_back(shop: &TestShop, variant: i64, safety: i64) -> Value {
    let now = shop.call("variant_get", json!({ "id": variant })).await;
    let save = json!({ "id": variant, "version": now["row"]["version"], "safety": safety });
    shop.call("variant_save", save).await["row"].clone()
}

/// On hand, reserved, kept back, available, short.
fn proof(row: &Value) -> [i64; 5] {
    ["on_hand", "reserved", "safety", "available", "short"].map(|f| row[f].as_i64().unwrap())
}

#[tokio::test(flavor = "multi_thread")]
async fn what_is_kept_back_is_promised_to_nobody_until_it_is_let_go() {
    for_each_engine(async |shop: &mut TestShop| {
        let variants = kiln::open(shop).await;
        let mug = variants["MUG"];
        let row = keep_back(shop, mug, 4).await;
        // 10 on the shelf, nothing promised: 10 - 0 - 4.
        assert_eq!(proof(&row), [10, 0, 4, 6, 0]);
        kiln::import(shop, &[Order::new(1).line("MUG", 8, 1_000)]).await;
        let id = numbers(shop).await["1"];
        let row = shop.call("variant_get", json!({ "id": mug })).await["row"].clone();
        // Of 8 wanted 6 were free; 2 wait although 4 lie there.
        assert_eq!(proof(&row), [10, 6, 4, 0, 2]);
        let order = shop.call("order_get", json!({ "id": id })).await;
        assert_eq!(order["row"]["ready"], json!(false), "{order}");
        // With 1 kept back 3 are free: the 2 that waited are served at once, 10 - 8 - 1 are left.
        let row = keep_back(shop, mug, 1).await;
        assert_eq!(proof(&row), [10, 8, 1, 1, 0]);
        let order = shop.call("order_get", json!({ "id": id })).await;
        assert_eq!(order["row"]["ready"], json!(true), "{order}");
        // What was promised stays promised: 10 - 8 - 5.
        let row = keep_back(shop, mug, 5).await;
        assert_eq!(proof(&row), [10, 8, 5, -3, 0]);
        let order = shop.call("order_get", json!({ "id": id })).await;
        assert_eq!(order["row"]["ready"], json!(true), "{order}");
        let negative = json!({ "id": mug, "version": row["version"], "safety": -1 });
        let refused = shop.try_call("variant_save", negative).await.unwrap_err();
        assert_eq!(
            (refused.field.as_str(), refused.message.id.as_str()),
            ("safety", "variant-safety-range")
        );
    })
    .await;
}
