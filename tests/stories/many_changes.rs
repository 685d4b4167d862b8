//! A file that changes more orders than are looked at at once: it does what a small file does.

use crate::kiln::{self, numbers, stock};
use serde_json::{Value, json};
use testkit::{Order, TestShop, for_each_engine};

/// More than are planned before anything is written, and no whole number of parts.
const ORDERS: u32 = 800;

/// Units that an order holds, and that it waits for.
async fn units(shop: &TestShop, id: i64) -> (i64, i64) {
    let order = shop.call("order_get", json!({ "id": id })).await;
    let quantities = &order["lines"][0]["quantities"];
    let n = |field: &str| quantities[field].as_i64().unwrap();
    (n("reserved"), n("backordered"))
}

fn all(change: impl Fn(u32, Order) -> Order) -> Vec<Order> {
    let order = |number: u32| {
        let order = Order::new(number);
        change(number, order)
    };
    (1..=ORDERS).map(order).collect()
}

fn before(number: u32, order: Order) -> Order {
    match number {
        1 | 2 => order.line("CUP", 2, 1_200),
        ORDERS => order.line("CUP", 1, 1_200),
        _ => order.line("POT", 1, 1_000),
    }
}

fn after(number: u32, order: Order) -> Order {
    let noted = |order: Order| order.cell("Notes", "at the door");
    match number {
        1 | 2 => noted(order.line("CUP", 3, 1_200)),
        4 => before(4, order),
        ORDERS => noted(order.line("CUP", 1, 1_200).cancelled()),
        _ => noted(order.line("POT", 1, 1_000)),
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_file_that_changes_very_many_orders_settles_each_as_a_small_file_would() {
    for_each_engine(async |shop| {
        let variants = kiln::open(shop).await;
        kiln::import(shop, &all(before)).await;
        let ids = numbers(shop).await;
        let (first, second) = (ids["1"], ids["2"]);
        let third = shop.call("order_get", json!({ "id": ids["3"] })).await;
        let edit = json!({ "id": ids["3"], "version": third["row"]["version"], "note": "ours" });
        shop.call("order_edit", edit).await;
        // Five cups are on the shelf.
        assert_eq!(stock(shop, variants["CUP"]).await, (5, 5, 0));

        let taken = kiln::import(shop, &all(after)).await;
        let told = |field: &str| taken[field].as_i64().unwrap();
        assert_eq!(
            (
                told("new"),
                told("updated"),
                told("skipped"),
                told("conflicts")
            ),
            (0, 799, 1, 1),
            "{taken}"
        );
        // The last order of the file lets go of its cup; the first one that wants one more gets it.
        assert_eq!(units(shop, first).await, (3, 0));
        assert_eq!(units(shop, second).await, (2, 1));
        assert_eq!(stock(shop, variants["CUP"]).await, (5, 5, 0));
        let last = shop.call("order_get", json!({ "id": ids["800"] })).await;
        assert_eq!(last["row"]["life"], json!("cancelled"));
        let note = |order: &Value| order["note"].as_str().unwrap().to_owned();
        let third = shop.call("order_get", json!({ "id": ids["3"] })).await;
        assert_eq!(note(&third), "ours");
        let fifth = shop.call("order_get", json!({ "id": ids["5"] })).await;
        assert_eq!(note(&fifth), "at the door");

        let again = kiln::import(shop, &all(after)).await;
        assert_eq!(again["skipped"], json!(800), "{again}");

        let undo = json!({ "batch": taken["batch"] });
        let undone = shop.call("import_undo", undo).await;
        assert_eq!(undone["restored"], json!(799), "{undone}");
        assert_eq!(units(shop, first).await, (2, 0));
        assert_eq!(units(shop, second).await, (2, 0));
        assert_eq!(units(shop, ids["800"]).await, (1, 0));
        assert_eq!(stock(shop, variants["CUP"]).await, (5, 5, 0));
    })
    .await;
}
