//! A set is sold as one and fetched as its parts: at the shelves, when it is called off, and out of
//! the door. Two mugs and a cup are a set.

use crate::kiln::{self, label, numbers, refused, stock};
use serde_json::{Value, json};
use std::collections::BTreeMap;
use testkit::{Order, TestShop, for_each_engine};

/// The shop with its set; three are sold, in two orders.
async fn open(shop: &TestShop) -> (BTreeMap<String, i64>, BTreeMap<String, i64>) {
    let mut variants = kiln::open(shop).await;
    let parts = json!([
        { "variant": variants["MUG"], "quantity": 2 },
        { "variant": variants["CUP"], "quantity": 1 },
    ]);
    let made = json!({ "sku": "SET", "title": "Breakfast", "grams": 900, "price": 2_900 });
    let set = shop.call("variant_save", made).await["row"].clone();
    let recipe = json!({ "id": set["id"], "version": set["version"], "parts": parts });
    let set = shop.call("variant_save", recipe).await["row"].clone();
    assert_eq!(set["available"], json!(5), "ten mugs, five cups: {set}");
    variants.insert("SET".to_owned(), set["id"].as_i64().unwrap());
    let sold = [
        Order::new(2001).line("SET", 2, 2_900),
        Order::new(2002).line("SET", 1, 2_900).line("MUG", 1, 1_000),
    ];
    kiln::import(shop, &sold).await;
    (variants, numbers(shop).await)
}

async fn row(shop: &TestShop, variant: i64) -> Value {
    shop.call("variant_get", json!({ "id": variant })).await["row"].clone()
}

#[tokio::test(flavor = "multi_thread")]
async fn a_set_is_fetched_called_off_and_handed_over_as_its_parts() {
    for_each_engine(async |shop| {
        let (variants, ids) = open(shop).await;
        let (set, mug, cup) = (variants["SET"], variants["MUG"], variants["CUP"]);
        assert_eq!(stock(shop, mug).await, (10, 7, 0), "four, two and one");
        assert_eq!(stock(shop, cup).await, (5, 3, 0));
        assert_eq!(stock(shop, set).await, (0, 0, 0), "nothing of its own");
        assert_eq!(row(shop, set).await["available"], json!(1), "three mugs");
        let count = json!({ "variant": set, "counted": 3 });
        assert_eq!(
            refused(shop, "stock_count", count).await,
            "stock-kit-has-none"
        );

        // One of two sets is not there: nobody said which part, so both are to be counted.
        let made = shop
            .call("pick_list_make", json!({ "orders": [ids["2001"]] }))
            .await;
        let list = shop
            .call("pick_list_get", json!({ "id": made["id"] }))
            .await;
        let line = &list["lines"][0];
        assert_eq!(
            (&line["sku"], &line["asked"]),
            (&json!("SET"), &json!(2)),
            "{list}"
        );
        let short = json!({ "shipment": line["shipment"], "line": line["line"], "found": 1,
            "why": "missing" });
        let entered = json!({ "id": made["id"], "lines": [short] });
        shop.call("pick_list_enter", entered.clone()).await;
        assert_eq!(stock(shop, mug).await, (10, 5, 2));
        assert_eq!(stock(shop, cup).await, (5, 2, 1));
        assert_eq!(row(shop, mug).await["missing"], json!(2));
        assert_eq!(row(shop, cup).await["missing"], json!(1));
        // A slip of the finger: everything is as before.
        let undo = json!({ "id": made["id"], "shipment": line["shipment"], "line": line["line"] });
        shop.call("pick_list_undo", undo).await;
        assert_eq!(stock(shop, mug).await, (10, 7, 0));
        assert_eq!(stock(shop, cup).await, (5, 3, 0));
        shop.call("pick_list_enter", entered).await;
        // Eight mugs and four cups lie on the shelf beside the fetched set: nothing was missing, and
        // the set that waited is promised again.
        for (variant, counted) in [(mug, 8), (cup, 4)] {
            let count = json!({ "variant": variant, "counted": counted });
            let counted = shop.call("stock_count", count).await;
            assert_eq!(counted["difference"], json!(0), "{counted}");
        }
        assert_eq!(stock(shop, mug).await, (10, 7, 2));
        assert_eq!(stock(shop, cup).await, (5, 3, 1));

        // Called off: the fetched set goes back as two mugs and a cup.
        shop.call("order_cancel", json!({ "id": ids["2001"] }))
            .await;
        assert_eq!(stock(shop, mug).await, (10, 3, 2));
        assert_eq!(stock(shop, cup).await, (5, 1, 1));
        let waiting = shop.call("put_backs_list", json!({ "limit": 50 })).await;
        let mut back: Vec<(&str, i64)> = waiting["rows"]
            .as_array()
            .unwrap()
            .iter()
            .map(|r| (r["sku"].as_str().unwrap(), r["units"].as_i64().unwrap()))
            .collect();
        back.sort_unstable();
        assert_eq!(back, [("CUP", 1), ("MUG", 2)], "{waiting}");
        for row in waiting["rows"].as_array().unwrap() {
            shop.call("put_back_done", json!({ "id": row["id"] })).await;
        }
        assert_eq!(stock(shop, mug).await, (10, 3, 0));

        let (made, parcels) = label(shop, &[ids["2002"]]).await;
        assert_eq!(parcels.len(), 1, "{made}");
        assert_eq!(stock(shop, mug).await, (10, 3, 3));
        shop.call("hand_over", json!({ "parcels": parcels })).await;
        assert_eq!(stock(shop, mug).await, (7, 0, 0));
        assert_eq!(stock(shop, cup).await, (4, 0, 0));
        assert_eq!(row(shop, set).await["available"], json!(3), "seven mugs");
    })
    .await;
}
