//! Goods that left without a parcel of ours: whose shelf they stood on is asked once per channel, and our
//! stock falls only when it was ours.

use crate::kiln::{self, label, numbers, stock, views};
use serde_json::{Value, json};
use testkit::{Order, TestShop, for_each_engine, shopify_file};

/// Two hours: the shelf was counted at a quarter to eight, and what follows left after that.
const LATER: i64 = 2 * 3_600_000;

/// Half past nine in Berlin, in between.
const LEFT: &str = "2026-11-23 09:30:00 +0100";

/// The shop system has sent it this morning.
fn gone(order: Order) -> Order {
    order
        .cell("Fulfillment Status", "fulfilled")
        .cell("Fulfilled at", LEFT)
}

/// Sold at the till, with nothing to send.
fn till(number: u32, at: &str) -> Order {
    gone(Order::new(number))
        .cell("Source", "pos")
        .cell("Created at", at)
        .cell("Shipping Method", "")
        .to("", "", "", "", "")
        .shipping(0)
}

async fn look(shop: &TestShop, orders: &[Order], on_shelf: Option<bool>) -> (Value, Value) {
    let path = shop.file("orders_export.csv", shopify_file(orders));
    let read = json!({ "path": path, "start_at": kiln::START, "on_shelf": on_shelf });
    let preview = shop.call("import_preview", read.clone()).await;
    (read, preview)
}

async fn take(shop: &TestShop, orders: &[Order], on_shelf: Option<bool>) -> Value {
    let (read, preview) = look(shop, orders, on_shelf).await;
    let take = json!({ "read": read, "sha256": preview["sha256"] });
    shop.call("import_commit", take).await
}

async fn channel(shop: &TestShop) -> Value {
    let all = shop.call("channels_list", json!({})).await;
    let found = all
        .as_array()
        .unwrap()
        .iter()
        .find(|c| c["kind"] == json!("shopify"));
    found.unwrap().clone()
}

/// What asks a person about a channel's shelf.
async fn asking(shop: &TestShop) -> usize {
    let today = shop.call("today", json!({})).await;
    let needs = today["needs"].as_array().unwrap();
    needs
        .iter()
        .filter(|n| n["kind"] == json!("shelf_unknown"))
        .count()
}

/// Kind, units and place of the newest movements.
async fn moved(shop: &TestShop, variant: i64, most: usize) -> Vec<(String, i64, String)> {
    let detail = shop.call("variant_get", json!({ "id": variant })).await;
    let text = |m: &Value, field: &str| m[field].as_str().unwrap().to_owned();
    let rows = detail["movements"].as_array().unwrap();
    rows.iter()
        .take(most)
        .map(|m| {
            (
                text(m, "kind"),
                m["quantity"].as_i64().unwrap(),
                text(m, "place"),
            )
        })
        .collect()
}

/// On hand and reserved, place by place.
async fn places(shop: &TestShop, variant: i64) -> Vec<(i64, i64)> {
    let detail = shop.call("variant_get", json!({ "id": variant })).await;
    let rows = detail["places"].as_array().unwrap();
    rows.iter()
        .map(|p| {
            (
                p["on_hand"].as_i64().unwrap(),
                p["reserved"].as_i64().unwrap(),
            )
        })
        .collect()
}

#[tokio::test(flavor = "multi_thread")]
async fn what_left_our_shelf_falls_where_it_was_promised_and_comes_back_with_the_import() {
    for_each_engine(async |shop| {
        let variants = kiln::open(shop).await;
        let mug = variants["MUG"];
        let all = shop
            .call("location_save", json!({ "name": "Cellar" }))
            .await;
        let (home, cellar) = (all[0]["id"].clone(), all[1]["id"].clone());
        let carry = json!({ "variant": mug, "from": home, "to": cellar, "quantity": 4 });
        shop.call("stock_transfer", carry).await;
        // Five lie together at home, three in the cellar.
        let five = Order::new(2001).line("MUG", 5, 1_000);
        let three = Order::new(2002).line("MUG", 3, 1_000);
        kiln::import(shop, &[five.clone(), three.clone()]).await;
        assert_eq!(places(shop, mug).await, [(6, 5), (4, 3)]);
        shop.advance(LATER);

        let (_, preview) = look(shop, &[gone(three.clone())], None).await;
        assert_eq!(
            (
                &preview["ask_shelf"],
                &preview["shelf_orders"],
                &preview["shelf_units"]
            ),
            (&json!(true), &json!(1), &json!(3)),
            "{preview}"
        );
        let taken = take(shop, &[gone(three.clone())], Some(true)).await;
        assert_eq!(taken["updated"], json!(1), "{taken}");
        assert_eq!(places(shop, mug).await, [(6, 5), (1, 0)]);
        let sold = ("sold".to_owned(), -3, "Cellar".to_owned());
        assert_eq!(moved(shop, mug, 1).await, std::slice::from_ref(&sold));
        assert_eq!(channel(shop).await["on_shelf"], json!(true));
        assert_eq!(asking(shop).await, 0);
        let ids = numbers(shop).await;
        let order = shop.call("order_get", json!({ "id": ids["2002"] })).await;
        assert_eq!(order["row"]["fulfilment"], json!("shipped"), "{order}");

        // The same report again changes nothing.
        take(shop, &[gone(three.clone())], None).await;
        assert_eq!(places(shop, mug).await, [(6, 5), (1, 0)]);

        // Taken back, it is on the shelf and promised again; a second report falls once more.
        let undo = json!({ "batch": taken["batch"] });
        let undone = shop.call("import_undo", undo).await;
        assert_eq!(undone["restored"], json!(1), "{undone}");
        assert_eq!(places(shop, mug).await, [(6, 5), (4, 3)]);
        let back = ("unsold".to_owned(), 3, "Cellar".to_owned());
        assert_eq!(moved(shop, mug, 2).await, [back, sold.clone()]);
        let order = shop.call("order_get", json!({ "id": ids["2002"] })).await;
        assert_eq!(
            (&order["row"]["ready"], &order["shipments"]),
            (&json!(true), &json!([])),
            "{order}"
        );
        let (_, preview) = look(shop, &[gone(three.clone())], None).await;
        assert_eq!(preview["ask_shelf"], json!(false), "asked once: {preview}");
        take(shop, &[gone(three)], None).await;
        assert_eq!(places(shop, mug).await, [(6, 5), (1, 0)]);
        assert_eq!(moved(shop, mug, 1).await, [sold]);
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn while_nobody_has_said_stock_stays_and_one_item_asks() {
    for_each_engine(async |shop| {
        let variants = kiln::open(shop).await;
        kiln::import(shop, &kiln::yesterday()).await;
        shop.advance(LATER);
        let (mug, cup) = (variants["MUG"], variants["CUP"]);
        assert_eq!(stock(shop, mug).await, (10, 6, 0));
        // History was never open here: it neither asks nor moves.
        let (_, preview) = look(shop, &[gone(Order::new(3001).line("MUG", 4, 1_000))], None).await;
        assert_eq!(preview["ask_shelf"], json!(false), "{preview}");

        let one = gone(Order::new(1001).line("MUG", 2, 1_000));
        let two = gone(Order::new(1002).line("CUP", 1, 1_200).line("MUG", 1, 1_000));
        take(shop, &[one], None).await;
        take(shop, &[two], None).await;
        assert_eq!(
            stock(shop, mug).await,
            (10, 3, 0),
            "free again, and still there"
        );
        assert_eq!(
            (asking(shop).await, channel(shop).await["unasked"].clone()),
            (1, json!(2))
        );

        // The answer books what waited for it.
        let shopify = channel(shop).await;
        let answer =
            json!({ "id": shopify["id"], "version": shopify["version"], "on_shelf": true });
        let saved = shop.call("channel_save", answer.clone()).await;
        assert_eq!(
            (&saved["on_shelf"], &saved["unasked"]),
            (&json!(true), &json!(0))
        );
        assert_eq!(stock(shop, mug).await, (7, 3, 0));
        // 1008 waits for nine: of five CUP one is gone, and it holds the four that are left.
        assert_eq!(stock(shop, cup).await.0, 4);
        assert_eq!(asking(shop).await, 0);
        let error = shop
            .try_call("channel_save", answer)
            .await
            .expect_err("stale");
        assert_eq!(error.code, api::Code::Stale, "{error:?}");

        // Said otherwise, what follows stays; what was booked stays booked.
        let shopify = channel(shop).await;
        let no = json!({ "id": shopify["id"], "version": shopify["version"], "on_shelf": false });
        shop.call("channel_save", no).await;
        take(shop, &[gone(Order::new(1011).line("MUG", 1, 1_000))], None).await;
        assert_eq!(stock(shop, mug).await, (7, 2, 0));
        assert_eq!(asking(shop).await, 0);
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn what_was_in_hand_here_is_what_left() {
    for_each_engine(async |shop| {
        let variants = kiln::open(shop).await;
        kiln::import(shop, &kiln::yesterday()).await;
        shop.advance(LATER);
        let mug = variants["MUG"];
        let ids = numbers(shop).await;
        label(shop, &[ids["1001"]]).await;
        assert_eq!(stock(shop, mug).await, (10, 6, 2));
        let taken = take(
            shop,
            &[gone(Order::new(1001).line("MUG", 2, 1_000))],
            Some(true),
        )
        .await;
        assert_eq!(stock(shop, mug).await, (8, 4, 0), "nothing has to go back");
        assert_eq!(
            views(shop).await["needs_you"],
            1,
            "two shipments of one order"
        );
        let undone = shop
            .call("import_undo", json!({ "batch": taken["batch"] }))
            .await;
        assert_eq!(
            undone["kept"][0]["sentence"]["id"],
            json!("import-undo-worked-on"),
            "{undone}"
        );

        // The same of an order whose channel says no: it lies in a tote and goes back.
        label(shop, &[ids["1002"]]).await;
        let shopify = channel(shop).await;
        let no = json!({ "id": shopify["id"], "version": shopify["version"], "on_shelf": false });
        shop.call("channel_save", no).await;
        let two = gone(Order::new(1002).line("CUP", 1, 1_200).line("MUG", 1, 1_000));
        take(shop, &[two], None).await;
        assert_eq!(stock(shop, mug).await, (8, 3, 1));
        let back = shop.call("put_backs_list", json!({ "limit": 10 })).await;
        assert_eq!(back["total"], json!(2), "{back}");
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_till_sells_from_the_shelf_and_a_count_knows_what_was_sold_before() {
    for_each_engine(async |shop| {
        let variants = kiln::open(shop).await;
        let (mug, tee) = (variants["MUG"], variants["TEE"]);
        // Both TEE are promised to 1003.
        kiln::import(shop, &kiln::yesterday()).await;
        assert_eq!(stock(shop, tee).await, (2, 2, 0));
        shop.advance(LATER);
        let sold = [
            till(5001, "2026-11-23 09:10:00 +0100").line("MUG", 3, 1_000),
            till(5002, "2026-11-23 09:20:00 +0100").line("TEE", 1, 2_500),
            // Before the count of this morning, before the shop began, and of a thing nobody knows.
            till(5003, "2026-11-22 17:00:00 +0100")
                .cell("Fulfilled at", "2026-11-22 17:00:00 +0100")
                .line("MUG", 2, 1_000),
            till(5004, "2026-10-20 17:00:00 +0200").line("MUG", 5, 1_000),
            till(5005, "2026-11-23 09:25:00 +0100").line("NEW", 1, 1_000),
        ];
        let (_, preview) = look(shop, &sold, None).await;
        assert_eq!(
            (
                &preview["history"],
                &preview["ask_shelf"],
                &preview["shelf_units"]
            ),
            (&json!(5), &json!(true), &json!(6)),
            "{preview}"
        );
        let first = take(shop, &sold, None).await;
        assert_eq!((stock(shop, mug).await.0, asking(shop).await), (10, 1));
        shop.call("import_undo", json!({ "batch": first["batch"] }))
            .await;
        assert_eq!(
            asking(shop).await,
            0,
            "nothing waits for an answer any more"
        );

        let taken = take(shop, &sold, Some(true)).await;
        assert_eq!(stock(shop, mug).await, (7, 6, 0));
        // One of two TEE is left for 1003, which needs both and now waits.
        assert_eq!(stock(shop, tee).await, (1, 1, 0));
        let ids = numbers(shop).await;
        let order = shop.call("order_get", json!({ "id": ids["1003"] })).await;
        assert_eq!(
            (&order["row"]["ready"], &order["row"]["short"]),
            (&json!(false), &json!(1))
        );
        assert!(
            kiln::told(shop, ids["1003"])
                .await
                .contains(&"event-stock-lost".to_owned())
        );

        let undone = shop
            .call("import_undo", json!({ "batch": taken["batch"] }))
            .await;
        assert_eq!(undone["removed"], json!(5), "{undone}");
        assert_eq!(stock(shop, mug).await, (10, 6, 0));
        assert_eq!(
            stock(shop, tee).await,
            (2, 2, 0),
            "who waited is served again"
        );
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_channel_is_named_begun_and_taken_out_of_use() {
    for_each_engine(async |shop| {
        kiln::open(shop).await;
        let orders = [Order::new(1001).line("MUG", 2, 1_000)];
        kiln::import(shop, &orders).await;
        let shopify = channel(shop).await;
        let change = json!({ "id": shopify["id"], "version": shopify["version"], "name": " Own shop ", "start_at": kiln::START + LATER, "active": false });
        let saved = shop.call("channel_save", change).await;
        assert_eq!(
            (&saved["name"], &saved["start_at"], &saved["active"], &saved["on_shelf"]),
            (&json!("Own shop"), &json!(kiln::START + LATER), &json!(false), &Value::Null),
        );
        // Another channel of its kind would take every order for a new one.
        let path = shop.file("orders_export.csv", shopify_file(&orders));
        let sentence = kiln::refused(shop, "import_preview", json!({ "path": path })).await;
        assert_eq!(sentence, "import-channel-off");
        let again = json!({ "id": saved["id"], "version": saved["version"], "active": true });
        shop.call("channel_save", again).await;
        shop.call("import_preview", json!({ "path": path })).await;
        let all = shop.call("channels_list", json!({})).await;
        let hand = all.as_array().unwrap().iter().find(|c| c["kind"] == json!("hand")).unwrap();
        let off = json!({ "id": hand["id"], "version": hand["version"], "active": false });
        assert_eq!(kiln::refused(shop, "channel_save", off).await, "channel-by-hand-stays");
    })
    .await;
}
