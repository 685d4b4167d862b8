//! A pick list is worked at the shelves: found, short, found elsewhere, taken back; and what was
//! fetched for nobody goes back.

use crate::kiln::{self, label, numbers, refused, stock, told, views};
use serde_json::{Value, json};
use testkit::{TestShop, for_each_engine};

/// A list for orders; its id and its lines.
async fn list(shop: &TestShop, orders: &[i64]) -> (i64, Vec<Value>) {
    let made = shop
        .call("pick_list_make", json!({ "orders": orders }))
        .await;
    let id = made["id"].as_i64().unwrap();
    (id, lines(shop, id).await)
}

async fn lines(shop: &TestShop, list: i64) -> Vec<Value> {
    let list = shop.call("pick_list_get", json!({ "id": list })).await;
    list["lines"].as_array().unwrap().clone()
}

/// An answer for a line.
fn answer(line: &Value, found: i64) -> Value {
    json!({ "shipment": line["shipment"], "line": line["line"], "found": found })
}

fn with(mut answer: Value, name: &str, value: Value) -> Value {
    answer[name] = value;
    answer
}

/// On hand, reserved, fetched, not found, free.
async fn level(shop: &TestShop, variant: i64) -> [i64; 5] {
    let row = shop.call("variant_get", json!({ "id": variant })).await["row"].clone();
    ["on_hand", "reserved", "picked", "missing", "available"].map(|n| row[n].as_i64().unwrap())
}

#[tokio::test(flavor = "multi_thread")]
async fn a_list_is_worked_to_its_end() {
    for_each_engine(async |shop| {
        let variants = kiln::open(shop).await;
        kiln::import(shop, &kiln::yesterday()).await;
        let ids = numbers(shop).await;
        let (id, all) = list(shop, &[ids["1001"], ids["1002"]]).await;
        // 1002's CUP; the two MUG lines; without bins they stand by SKU.
        let skus: Vec<&str> = all.iter().map(|l| l["sku"].as_str().unwrap()).collect();
        assert_eq!(skus, ["CUP", "MUG", "MUG"]);
        let open = shop.call("pick_lists_list", json!({ "limit": 50 })).await;
        assert_eq!(
            (
                &open["total"],
                &open["rows"][0]["units"],
                &open["rows"][0]["open_lines"]
            ),
            (&json!(1), &json!(4), &json!(3)),
            "1 CUP, 1 MUG and 2 MUG: {open}"
        );
        // The CUP lay elsewhere; one MUG line is fetched; the last by ending the list.
        let cup = with(answer(&all[0], 1), "bin", json!("B-7"));
        let mug = answer(&all[1], all[1]["asked"].as_i64().unwrap());
        let after = shop
            .call("pick_list_enter", json!({ "id": id, "lines": [cup, mug] }))
            .await;
        assert_eq!(after["head"]["open_lines"], json!(1), "{after}");
        assert_eq!(
            lines(shop, id)
                .await
                .iter()
                .find(|l| l["sku"] == "CUP")
                .unwrap()["bin"],
            json!("B-7")
        );
        let again = json!({ "id": id, "lines": [answer(&all[0], 1)] });
        assert_eq!(
            refused(shop, "pick_list_enter", again).await,
            "pick-line-done"
        );
        let ended = shop
            .call("pick_list_finish", json!({ "id": id, "rest": "found" }))
            .await;
        assert_eq!(
            (&ended["head"]["state"], &ended["head"]["found"]),
            (&json!("done"), &json!(4))
        );
        // All of 1001 and 1002: three MUG, one CUP fetched; nothing has left.
        assert_eq!(stock(shop, variants["MUG"]).await, (10, 6, 3));
        assert_eq!(stock(shop, variants["CUP"]).await.2, 1);
        assert_eq!(views(shop).await["to_ship"], 3, "fetched and still to ship");
        assert!(
            told(shop, ids["1002"])
                .await
                .contains(&"event-picked".to_owned())
        );
        assert_eq!(
            refused(
                shop,
                "pick_list_finish",
                json!({ "id": id, "rest": "left" })
            )
            .await,
            "pick-list-ended"
        );
        // What was fetched is what is labelled: nothing is picked twice.
        let (_, parcels) = label(shop, &[ids["1001"], ids["1002"]]).await;
        shop.call("hand_over", json!({ "parcels": parcels })).await;
        assert_eq!(stock(shop, variants["MUG"]).await, (7, 3, 0));
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn what_is_not_on_the_shelf_is_promised_to_nobody_until_it_is_counted() {
    for_each_engine(async |shop| {
        let variants = kiln::open(shop).await;
        kiln::import(shop, &kiln::yesterday()).await;
        let ids = numbers(shop).await;
        let (id, all) = list(shop, &[ids["1003"]]).await;
        let one = |found: i64| json!({ "id": id, "lines": [answer(&all[0], found)] });
        assert_eq!(
            refused(shop, "pick_list_enter", one(1)).await,
            "pick-short-why"
        );
        assert_eq!(
            refused(shop, "pick_list_enter", one(3)).await,
            "pick-found-range"
        );
        let short =
            json!({ "id": id, "lines": [with(answer(&all[0], 1), "why", json!("missing"))] });
        shop.call("pick_list_enter", short.clone()).await;
        // Two TEE by the rows, one fetched, one not found: nothing is free, although 1004 waits.
        assert_eq!(level(shop, variants["TEE"]).await, [2, 1, 1, 1, 0]);
        let order = shop.call("order_get", json!({ "id": ids["1003"] })).await;
        assert_eq!(
            (
                &order["row"]["ready"],
                &order["row"]["short"],
                &order["row"]["fulfilment"]
            ),
            (&json!(false), &json!(1), &json!("in_progress")),
            "all or nothing: it waits"
        );
        let today = shop.call("today", json!({})).await;
        assert!(
            today["needs"].to_string().contains("count-needed"),
            "{}",
            today["needs"]
        );
        // A slip of the finger is taken back: the list is open, everything as before.
        let line = json!({ "id": id, "shipment": all[0]["shipment"], "line": all[0]["line"] });
        let back = shop.call("pick_list_undo", line.clone()).await;
        assert_eq!(back["head"]["state"], json!("open"));
        assert_eq!(level(shop, variants["TEE"]).await, [2, 2, 0, 0, 0]);
        assert_eq!(views(shop).await["to_ship"], 3);
        // Short it is after all; the count says there is one on the shelf besides the fetched one.
        shop.call("pick_list_enter", short).await;
        let count = json!({ "variant": variants["TEE"], "counted": 1 });
        let counted = shop.call("stock_count", count).await;
        assert_eq!(
            (&counted["booked"], &counted["difference"]),
            (&json!(true), &json!(0))
        );
        // So 1003 has both again, and the count settled what needed a person.
        assert_eq!(level(shop, variants["TEE"]).await, [2, 2, 1, 0, 0]);
        let order = shop.call("order_get", json!({ "id": ids["1003"] })).await;
        assert_eq!(order["row"]["ready"], json!(true), "{order}");
        let open = "SELECT COUNT(*) FROM need WHERE kind = 'count_needed' AND closed_at IS NULL";
        assert_eq!(shop.number(open).await, 0);
        assert_eq!(
            refused(shop, "pick_list_undo", line).await,
            "pick-undo-counted"
        );
        let (made, parcels) = label(shop, &[ids["1003"]]).await;
        assert_eq!(parcels.len(), 1, "{made}");
        shop.call("hand_over", json!({ "parcels": parcels })).await;
        assert_eq!(level(shop, variants["TEE"]).await, [0, 0, 0, 0, 0]);
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_list_left_or_called_off_ends_by_itself() {
    for_each_engine(async |shop| {
        let variants = kiln::open(shop).await;
        kiln::import(shop, &kiln::yesterday()).await;
        let ids = numbers(shop).await;
        let (id, _) = list(shop, &[ids["1001"]]).await;
        let left = shop
            .call("pick_list_finish", json!({ "id": id, "rest": "left" }))
            .await;
        assert_eq!(left["head"]["state"], json!("cancelled"));
        let (again, all) = list(shop, &[ids["1001"], ids["1003"]]).await;
        let mug = all.iter().find(|l| l["sku"] == "MUG").unwrap();
        let entered = json!({ "id": again, "lines": [answer(mug, 2)] });
        shop.call("pick_list_enter", entered).await;
        shop.call("order_cancel", json!({ "id": ids["1003"] }))
            .await;
        let head = shop.call("pick_list_get", json!({ "id": again })).await["head"].clone();
        assert_eq!(
            (&head["state"], &head["found"]),
            (&json!("done"), &json!(2)),
            "{head}"
        );
        assert_eq!(stock(shop, variants["MUG"]).await, (10, 6, 2));
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn what_was_fetched_for_nobody_goes_back_to_the_shelf() {
    for_each_engine(async |shop| {
        let variants = kiln::open(shop).await;
        kiln::import(shop, &kiln::yesterday()).await;
        let ids = numbers(shop).await;
        let (id, _) = list(shop, &[ids["1001"]]).await;
        shop.call("pick_list_finish", json!({ "id": id, "rest": "found" }))
            .await;
        shop.call("order_cancel", json!({ "id": ids["1001"] }))
            .await;
        // Nobody's any more, and still in the tote: a count of the shelf finds eight.
        assert_eq!(stock(shop, variants["MUG"]).await, (10, 4, 2));
        let waiting = shop.call("put_backs_list", json!({ "limit": 50 })).await;
        let row = &waiting["rows"][0];
        assert_eq!(
            (&row["units"], &row["sku"]),
            (&json!(2), &json!("MUG")),
            "{waiting}"
        );
        let count = json!({ "variant": variants["MUG"], "counted": 8 });
        let counted = shop.call("stock_count", count).await;
        assert_eq!(counted["difference"], json!(0), "{counted}");
        let too_many = json!({ "id": row["id"], "units": 3 });
        let error = shop.try_call("put_back_done", too_many).await.unwrap_err();
        assert_eq!(error.message.id, "put-back-range");
        // One is back, one broke on the way.
        let done = json!({ "id": row["id"], "units": 1, "gone": 1 });
        let booked = shop.call("put_back_done", done).await;
        assert_eq!(booked["left"], json!(0));
        assert_eq!(stock(shop, variants["MUG"]).await, (9, 4, 0));
        for each in booked["done"].as_array().unwrap() {
            shop.call("put_back_undo", json!({ "id": each })).await;
        }
        assert_eq!(stock(shop, variants["MUG"]).await, (10, 4, 2), "as before");
        let waiting = shop.call("put_backs_list", json!({ "limit": 50 })).await;
        for row in waiting["rows"].as_array().unwrap() {
            shop.call("put_back_done", json!({ "id": row["id"] })).await;
            assert_eq!(
                refused(shop, "put_back_done", json!({ "id": row["id"] })).await,
                "put-back-done"
            );
        }
        assert_eq!(stock(shop, variants["MUG"]).await, (10, 4, 0));
        let done = shop
            .call("put_backs_list", json!({ "done": true, "limit": 1 }))
            .await;
        assert_eq!(
            (&done["total"], done["next"].is_null()),
            (&json!(2), false),
            "{done}"
        );
        assert!(
            told(shop, ids["1001"])
                .await
                .contains(&"event-put-back-done".to_owned())
        );
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_list_that_no_order_can_be_on_is_none_and_each_order_says_why() {
    for_each_engine(async |shop| {
        kiln::open(shop).await;
        kiln::import(shop, &kiln::yesterday()).await;
        let ids = numbers(shop).await;
        list(shop, &[ids["1003"]]).await;
        let hold = json!({ "orders": [ids["1001"]], "kind": "manual", "note": "wait" });
        shop.call("orders_hold", hold).await;
        let both = json!({ "orders": [ids["1001"], ids["1003"]] });
        let made = shop.call("pick_list_make", both).await;
        let none = (&Value::Null, &Value::Null, &json!(0));
        assert_eq!((&made["id"], &made["document"], &made["units"]), none);
        let why: Vec<(&str, &str)> = made["refused"]
            .as_array()
            .unwrap()
            .iter()
            .map(|each| {
                let (number, sentence) = (&each["number"], &each["sentence"]["id"]);
                (number.as_str().unwrap(), sentence.as_str().unwrap())
            })
            .collect();
        let on_a_list = ("#1003", "pick-on-a-list");
        assert_eq!(why, [("#1001", "not-ready-held"), on_a_list]);
        let open = shop.call("pick_lists_list", json!({ "limit": 50 })).await;
        assert_eq!(open["total"], json!(1), "no empty list: {open}");
    })
    .await;
}
