//! Etsy gives an order in two files: one with the amounts, one with the lines. Whichever comes
//! first, both together make the same order, and nothing of it stands twice.

use crate::kiln;
use serde_json::json;
use testkit::for_each_engine;

const ORDERS: &str = include_str!("../../src-tauri/channels/samples/etsy_orders.csv");
const ITEMS: &str = include_str!("../../src-tauri/channels/samples/etsy_items.csv");

#[tokio::test(flavor = "multi_thread")]
async fn two_files_of_one_order_complete_each_other_in_either_order() {
    for_each_engine(async |shop| {
        kiln::open(shop).await;
        // The first file makes the channel; undone in between, the second round begins anew.
        for names in [["orders", "items"], ["items", "orders"]] {
            let mut batches = Vec::new();
            for name in names {
                let text = if name == "orders" { ORDERS } else { ITEMS };
                let path = shop.file(&format!("etsy_{name}.csv"), text);
                let read = json!({ "path": path, "start_at": 1_756_000_000_000_i64 });
                let preview = shop.call("import_preview", read.clone()).await;
                let take = json!({ "read": read, "sha256": preview["sha256"] });
                let taken = shop.call("import_commit", take).await;
                batches.push(taken["batch"].clone());
            }
            let id = kiln::numbers(shop).await["3002"];
            let order = shop.call("order_get", json!({ "id": id })).await;
            // 5.00 − 0.50 + 4.50: every part from one of the files, the total from one of them.
            assert_eq!(order["row"]["total"], json!(900), "{names:?}: {order}");
            assert_eq!(order["row"]["units"], json!(1), "{names:?}");
            assert_eq!(order["row"]["currency"], json!("GBP"), "{names:?}");
            assert_eq!(order["balance"], json!(0), "{names:?}");
            assert_eq!(order["row"]["ready"], json!(true), "{names:?}: {order}");
            assert_eq!(order["lines"].as_array().unwrap().len(), 1, "{names:?}");
            assert_eq!(order["lines"][0]["sku"], json!("BEAR-01"), "{names:?}");
            let unexplained = order["charges"].as_array().unwrap().iter();
            let unexplained = unexplained
                .filter(|c| c["kind"] == json!("unexplained"))
                .count();
            assert_eq!(unexplained, 0, "{names:?}: {}", order["charges"]);
            for batch in batches.iter().rev() {
                shop.call("import_undo", json!({ "batch": batch })).await;
            }
            let all = json!({ "view": "all", "sort": "placed", "limit": 50 });
            let left = shop.call("orders_list", all).await;
            assert_eq!(left["total"], json!(0), "{names:?}: {left}");
        }
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn two_files_taken_in_turn_settle() {
    for_each_engine(async |shop| {
        kiln::open(shop).await;
        let mut joined = Vec::new();
        for round in 0..3 {
            for (name, text) in [("orders", ORDERS), ("items", ITEMS)] {
                let path = shop.file(&format!("etsy_{name}.csv"), text);
                let read = json!({ "path": path, "start_at": 1_756_000_000_000_i64 });
                let preview = shop.call("import_preview", read.clone()).await;
                let take = json!({ "read": read, "sha256": preview["sha256"] });
                let taken = shop.call("import_commit", take).await;
                if round > 0 {
                    assert_eq!(
                        taken["skipped"],
                        json!(1),
                        "{name} {round}: {}",
                        preview["orders"]
                    );
                }
            }
            let id = kiln::numbers(shop).await["3002"];
            let order = shop.call("order_get", json!({ "id": id })).await;
            let paid = order["payments"][0]["at"].clone();
            assert!(paid.is_number(), "the day is told by one file: {order}");
            joined.push(order);
        }
        assert_eq!(joined[0], joined[2]);
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn an_order_without_lines_that_is_over_reads_as_over() {
    for_each_engine(async |shop| {
        kiln::open(shop).await;
        // Of 3002 nothing says that it left; 3003 is the same, shipped on 5 September.
        let (open, _) = ORDERS.split_at(ORDERS.find("09/02/26,3002").unwrap());
        let row = &ORDERS[open.len()..];
        let sent = row
            .replace("3002", "3003")
            .replace("Credit Card,,", "Credit Card,09/05/26,");
        let text = format!("{}\n{}\n", ORDERS.trim_end(), sent.trim_end());
        let path = shop.file("etsy_orders.csv", text);
        let read = json!({ "path": path, "start_at": 1_756_000_000_000_i64 });
        let preview = shop.call("import_preview", read.clone()).await;
        let take = json!({ "read": read, "sha256": preview["sha256"] });
        shop.call("import_commit", take).await;
        let ids = kiln::numbers(shop).await;
        for (number, history, word) in [("3003", true, "delivered"), ("3002", false, "unfulfilled")]
        {
            let order = shop.call("order_get", json!({ "id": ids[number] })).await;
            assert_eq!(order["lines"], json!([]), "{order}");
            assert_eq!(order["row"]["history"], json!(history), "{number}: {order}");
            assert_eq!(order["row"]["fulfilment"], json!(word), "{number}");
        }
    })
    .await;
}
