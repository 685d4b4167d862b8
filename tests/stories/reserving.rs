//! Goods are put aside when the order is here, when somebody says so, or some days before it has to
//! leave. Who waits for that holds nothing, is short of nothing, and is not ready.

use crate::kiln::{self, import, numbers, refused, stock, told, views};
use serde_json::{Value, json};
use testkit::{NOW, Order, TestShop, for_each_engine};

const DAY: i64 = 86_400_000;
/// Tuesday, 24 November 2026, 00:00 in Berlin.
const TUESDAY: i64 = 1_795_474_800_000;
/// Thursday, 26 November 2026, 15:00 in Berlin; Friday at the same hour.
const THURSDAY: i64 = 1_795_701_600_000;
const FRIDAY: i64 = THURSDAY + DAY;

async fn order(shop: &TestShop, id: i64) -> Value {
    shop.call("order_get", json!({ "id": id })).await
}

async fn daily(shop: &TestShop) -> usize {
    let done = shop.host().daily().await.unwrap();
    shop.check("the daily work").await;
    done.reserved
}

/// When the shop puts goods aside, with a week to get an order out.
async fn rule(shop: &TestShop, when: &str, days: i64) {
    let mut settings = shop.call("settings_get", json!({})).await;
    settings["settings"]["reserve"] = json!(when);
    settings["settings"]["reserve_days"] = json!(days);
    settings["settings"]["handling_days"] = json!(5);
    shop.call("settings_save", settings).await;
}

async fn reserve(shop: &TestShop, orders: &[i64]) -> Value {
    shop.call("orders_reserve", json!({ "orders": orders }))
        .await
}

async fn ship_by(shop: &TestShop, id: i64, at: i64) {
    let version = order(shop, id).await["row"]["version"].clone();
    let edit = json!({ "id": id, "version": version, "ship_by": at });
    shop.call("order_edit", edit).await;
}

/// Reserved and short units of the first line, and why the order is not ready.
async fn stands(shop: &TestShop, id: i64) -> (i64, i64, Vec<String>) {
    let seen = order(shop, id).await;
    let n = |field: &str| seen["lines"][0]["quantities"][field].as_i64().unwrap();
    let against = seen["not_ready"].as_array().unwrap();
    let against = against.iter().map(|s| s["id"].as_str().unwrap().to_owned());
    (n("reserved"), n("backordered"), against.collect())
}

fn by_hand() -> Vec<String> {
    vec!["not-ready-reserve-by-hand".to_owned()]
}

/// What the order's page says of reserving: nothing, or why not.
async fn offer(shop: &TestShop, id: i64) -> Value {
    let offers = order(shop, id).await["offers"].clone();
    let all = offers.as_array().unwrap();
    let of = all.iter().find(|o| o["command"] == json!("orders_reserve"));
    of.unwrap()["refusal"]["id"].clone()
}

#[tokio::test(flavor = "multi_thread")]
async fn by_hand_an_order_waits_until_somebody_says_so() {
    for_each_engine(async |shop| {
        let variants = kiln::open(shop).await;
        rule(shop, "by_hand", 7).await;
        let orders = [
            Order::new(4001).line("MUG", 2, 1_000),
            Order::new(4002).line("CUP", 9, 1_200),
            Order::new(4003).line("POT", 1, 900),
            Order::new(4004).line("MUG", 3, 1_000).fulfilled(),
        ];
        let taken = import(shop, &orders).await;
        assert_eq!(taken["ready"], json!(0), "{taken}");
        let ids = numbers(shop).await;
        for number in ["4001", "4002", "4003"] {
            assert_eq!(stands(shop, ids[number]).await, (0, 0, by_hand()));
            assert_eq!(offer(shop, ids[number]).await, Value::Null);
        }
        let counts = views(shop).await;
        assert_eq!(
            (counts["to_ship"], counts["short"], counts["open"]),
            (0, 0, 3)
        );
        assert_eq!(stock(shop, variants["MUG"]).await, (10, 0, 0));
        let listed = json!({ "view": "open", "sort": "placed", "limit": 10 });
        let page = shop.call("orders_list", listed).await;
        assert_eq!(page["rows"][0]["waits"], json!(true), "{page}");

        // Neither a delivery, nor a day, nor a signature gets anything out.
        let more = json!({ "variant": variants["CUP"], "kind": "received", "quantity": 2 });
        shop.call("stock_move", more).await;
        assert_eq!(daily(shop).await, 0);
        assert_eq!(stands(shop, ids["4002"]).await, (0, 0, by_hand()));
        let wish = json!({ "wishes": [{ "orders": [ids["4001"]] }] });
        let made = shop.call("labels_make", wish).await;
        assert_eq!(
            made["refused"][0]["sentence"]["id"],
            json!("not-ready-reserve-by-hand"),
            "{made}"
        );
        let version = order(shop, ids["4001"]).await["row"]["version"].clone();
        let sign = json!({ "id": ids["4001"], "version": version, "why": "now" });
        assert_eq!(
            refused(shop, "ship_anyway", sign).await,
            "sign-never-waiting"
        );

        // Now: what is there is theirs, and for the rest they stand in the queue.
        let all = [ids["4001"], ids["4002"], ids["4003"], ids["4004"]];
        let done = reserve(shop, &all).await;
        assert_eq!(done["done"], json!(3), "{done}");
        assert_eq!(
            done["refused"][0]["sentence"]["id"],
            json!("not-ready-not-open"),
            "{done}"
        );
        assert_eq!(stands(shop, ids["4001"]).await, (2, 0, vec![]));
        let short = vec!["not-ready-short".to_owned()];
        assert_eq!(stands(shop, ids["4002"]).await, (7, 2, short));
        assert_eq!(stands(shop, ids["4003"]).await, (1, 0, vec![]));
        let counts = views(shop).await;
        assert_eq!((counts["to_ship"], counts["short"]), (2, 1));
        assert!(
            told(shop, ids["4001"])
                .await
                .contains(&"event-order-reserved".to_owned())
        );
        let again = reserve(shop, &[ids["4001"]]).await;
        assert_eq!(
            (&again["done"], &again["refused"][0]["sentence"]["id"]),
            (&json!(0), &json!("reserve-not-waiting"))
        );
        assert_eq!(offer(shop, ids["4001"]).await, json!("reserve-not-waiting"));
        let more = json!({ "variant": variants["CUP"], "kind": "received", "quantity": 2 });
        shop.call("stock_move", more).await;
        assert_eq!(stands(shop, ids["4002"]).await, (9, 0, vec![]));
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn some_days_before_it_has_to_leave_an_order_is_served_the_most_urgent_first() {
    for_each_engine(async |shop| {
        let variants = kiln::open(shop).await;
        rule(shop, "days_before", 2).await;
        let cups = |number| Order::new(number).line("CUP", 4, 1_200);
        import(shop, &[cups(5001), cups(5002)]).await;
        let ids = numbers(shop).await;
        let (older, younger) = (ids["5001"], ids["5002"]);
        // The younger one has to leave on Thursday, the older one on Friday.
        ship_by(shop, older, FRIDAY).await;
        ship_by(shop, younger, THURSDAY).await;
        for (id, day) in [(older, "2026-11-25"), (younger, "2026-11-24")] {
            let seen = order(shop, id).await;
            let against = json!([{ "id": "not-ready-reserve-from", "args": { "day": day } }]);
            assert_eq!(seen["not_ready"], against, "{seen}");
            assert_eq!(seen["row"]["short"], json!(0));
        }
        assert_eq!(
            (daily(shop).await, stock(shop, variants["CUP"]).await),
            (0, (5, 0, 0))
        );

        // A minute before midnight in Berlin nothing happens, at midnight it does.
        shop.advance(TUESDAY - NOW - 60_000);
        assert_eq!(
            (daily(shop).await, stock(shop, variants["CUP"]).await),
            (0, (5, 0, 0))
        );
        shop.advance(60_000);
        assert_eq!((daily(shop).await, daily(shop).await), (1, 0), "once");
        assert_eq!(stands(shop, younger).await, (4, 0, vec![]));
        assert_eq!(stands(shop, older).await.0, 0, "its day is tomorrow");
        assert_eq!(views(shop).await["to_ship"], 1);
        let said = told(shop, younger).await;
        assert!(
            said.contains(&"event-order-reserved".to_owned()),
            "{said:?}"
        );

        // What arrives is for who holds a place in the queue; from Wednesday that is the older one too.
        shop.advance(DAY);
        assert_eq!(daily(shop).await, 1);
        let short = vec!["not-ready-short".to_owned()];
        assert_eq!(stands(shop, older).await, (1, 3, short));
        let more = json!({ "variant": variants["CUP"], "kind": "received", "quantity": 3 });
        shop.call("stock_move", more).await;
        assert_eq!(stands(shop, older).await, (4, 0, vec![]));

        // An order that comes on its day, or behind it, is served as it comes.
        let late = Order::new(5003).line("MUG", 1, 1_000);
        let late = late.cell("Created at", "2026-11-16 09:00:00 +0100");
        import(shop, &[late]).await;
        assert_eq!(
            stands(shop, numbers(shop).await["5003"]).await,
            (1, 0, vec![])
        );
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn of_several_that_are_reserved_at_once_the_most_urgent_is_served_first() {
    for_each_engine(async |shop| {
        let variants = kiln::open(shop).await;
        rule(shop, "by_hand", 7).await;
        let tees = |number| Order::new(number).line("TEE", 2, 2_500);
        import(shop, &[tees(6001), tees(6002), tees(6003)]).await;
        let ids = numbers(shop).await;
        ship_by(shop, ids["6002"], THURSDAY).await;
        ship_by(shop, ids["6003"], FRIDAY).await;
        // Two tees are there. Named last, and placed after 6001, 6002 is the most urgent all the same.
        let done = reserve(shop, &[ids["6003"], ids["6002"]]).await;
        assert_eq!(done["done"], json!(2));
        assert_eq!(stands(shop, ids["6002"]).await.0, 2);
        assert_eq!(stands(shop, ids["6003"]).await.0, 0);

        // The shop goes back to reserving at once: who waited is served behind who stands in the queue.
        rule(shop, "at_confirmation", 7).await;
        let short = vec!["not-ready-short".to_owned()];
        assert_eq!(stands(shop, ids["6001"]).await, (0, 2, short));
        let more = json!({ "variant": variants["TEE"], "kind": "received", "quantity": 2 });
        shop.call("stock_move", more).await;
        assert_eq!(stands(shop, ids["6003"]).await.0, 2);

        // What is promised stays promised when the rule changes; who comes then waits.
        rule(shop, "by_hand", 7).await;
        assert_eq!(stands(shop, ids["6002"]).await, (2, 0, vec![]));
        import(shop, &[Order::new(6004).line("MUG", 1, 1_000)]).await;
        let new = numbers(shop).await["6004"];
        assert_eq!(stands(shop, new).await, (0, 0, by_hand()));
        // From now on it is a matter of days: 365 before Friday were long ago.
        rule(shop, "days_before", 365).await;
        assert_eq!(stands(shop, new).await, (1, 0, vec![]));

        let mut settings = shop.call("settings_get", json!({})).await;
        settings["settings"]["reserve_days"] = json!(366);
        let error = shop
            .try_call("settings_save", settings)
            .await
            .expect_err("too many");
        assert_eq!(error.message.id, "settings-reserve-days");
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn what_changes_about_an_order_that_waits_does_not_serve_it() {
    for_each_engine(async |shop| {
        let variants = kiln::open(shop).await;
        rule(shop, "by_hand", 7).await;
        let parts = json!([{ "variant": variants["CUP"], "quantity": 2 }]);
        let set = json!({ "sku": "SET", "title": "Two cups", "grams": 600, "price": 2_000, "parts": parts });
        shop.call("variant_save", set).await;
        let of = |mugs| {
            let order = Order::new(7001).line("SET", 2, 2_000);
            order.line("NEW", 1, 500).line("MUG", mugs, 1_000)
        };
        import(shop, &[of(1)]).await;
        let id = numbers(shop).await["7001"];
        let reserved = async |shop: &TestShop| -> Vec<i64> {
            let seen = order(shop, id).await;
            let lines = seen["lines"].as_array().unwrap();
            let of = |l: &Value| l["quantities"]["reserved"].as_i64().unwrap();
            lines.iter().map(of).collect()
        };
        let frozen = "SELECT COUNT(*) FROM line_part";
        assert_eq!(shop.number(frozen).await, 1, "the set is what it was when it was sold");
        assert_eq!(reserved(shop).await, [0, 0, 0]);

        // More of a thing, a thing that becomes known and counted, a count, a cancellation taken back.
        import(shop, &[of(2)]).await;
        let new = json!({ "sku": "NEW", "title": "New", "grams": 100, "price": 500 });
        let new = shop.call("variant_save", new).await["row"]["id"].clone();
        shop.call("stock_count", json!({ "variant": new, "counted": 4 })).await;
        let count = json!({ "variant": variants["MUG"], "counted": 9, "confirm": true });
        shop.call("stock_count", count).await;
        shop.call("order_cancel", json!({ "id": id })).await;
        shop.call("order_restore", json!({ "id": id })).await;
        assert_eq!(reserved(shop).await, [0, 0, 0]);
        assert_eq!(stands(shop, id).await.2, by_hand());

        reserve(shop, &[id]).await;
        assert_eq!(reserved(shop).await, [2, 1, 2]);
        assert_eq!(stands(shop, id).await.2, Vec::<String>::new());
        assert_eq!(stock(shop, variants["CUP"]).await, (5, 4, 0));
        // Its time has come for good: what is added is served at once, what was taken back too.
        import(shop, &[of(4)]).await;
        assert_eq!(reserved(shop).await, [2, 1, 4]);
        shop.call("order_cancel", json!({ "id": id })).await;
        assert_eq!(stock(shop, variants["CUP"]).await, (5, 0, 0));
        shop.call("order_restore", json!({ "id": id })).await;
        assert_eq!(reserved(shop).await, [2, 1, 4]);
    })
    .await;
}
