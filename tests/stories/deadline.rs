//! Goods are kept a week for who has not paid; the last day warns, and then they are for whom is waiting.

use crate::kiln::{self, numbers, stock, told, views};
use serde_json::{Value, json};
use testkit::{Order, TestShop, for_each_engine};

const DAY: i64 = 86_400_000;

/// From the clock's beginning to six days after the orders were placed, yesterday at 18:05 in Berlin.
const LAST_DAY: i64 = 5 * DAY + 620 * 60_000;

async fn order(shop: &TestShop, id: i64) -> Value {
    shop.call("order_get", json!({ "id": id })).await
}

async fn daily(shop: &TestShop) {
    shop.host().daily().await.unwrap();
    shop.check("the daily work").await;
}

/// The kinds of what is open about an order.
async fn needs(shop: &TestShop) -> Vec<String> {
    let today = shop.call("today", json!({})).await;
    let mut all: Vec<String> = today["needs"]
        .as_array()
        .unwrap()
        .iter()
        .filter(|n| n["kind"] == json!("reservation_ends"))
        .map(|n| n["number"].as_str().unwrap().to_owned())
        .collect();
    all.sort();
    all
}

fn ids_of(order: &Value) -> Vec<&str> {
    let reasons = order["not_ready"].as_array().unwrap();
    reasons.iter().map(|s| s["id"].as_str().unwrap()).collect()
}

#[tokio::test(flavor = "multi_thread")]
async fn unpaid_goods_are_kept_a_week_and_then_go_to_who_waits() {
    for_each_engine(async |shop| {
        let variants = kiln::open(shop).await;
        kiln::import(shop, &kiln::yesterday()).await;
        let ids = numbers(shop).await;
        let (mug, cup) = (variants["MUG"], variants["CUP"]);
        daily(shop).await;
        assert_eq!(
            (stock(shop, mug).await, needs(shop).await.len()),
            ((10, 6, 0), 0)
        );
        let before = views(shop).await["needs_you"];

        // 1006 leaves although it is not paid: somebody signed, and what is signed for is not taken.
        shop.advance(LAST_DAY);
        daily(shop).await;
        daily(shop).await;
        assert_eq!(needs(shop).await, ["#1005", "#1006", "#1007"], "each once");
        assert_eq!(views(shop).await["needs_you"], before + 3);
        assert_eq!(stock(shop, mug).await, (10, 6, 0), "nothing is taken yet");

        // 1007 is paid on the last day.
        kiln::import(shop, &[Order::new(1007).line("MUG", 1, 1_000)]).await;
        assert_eq!(needs(shop).await, ["#1005", "#1006"]);

        shop.advance(DAY);
        daily(shop).await;
        assert_eq!(needs(shop).await, Vec::<String>::new());
        assert_eq!(stock(shop, mug).await, (10, 5, 0));
        // The cup of 1006 went to 1008, which waited for six and waits for five.
        assert_eq!(stock(shop, cup).await, (5, 5, 0));
        assert_eq!(order(shop, ids["1008"]).await["row"]["short"], json!(5));
        let lost = order(shop, ids["1005"]).await;
        assert_eq!(
            ids_of(&lost),
            ["not-ready-money", "not-ready-let-go"],
            "{lost}"
        );
        assert_eq!(
            (&lost["row"]["short"], &lost["expired_at"]),
            (&json!(1), &json!(shop.now())),
        );
        assert!(
            told(shop, ids["1005"])
                .await
                .contains(&"event-reservation-expired".to_owned())
        );
        daily(shop).await;
        let sql = "SELECT COUNT(*) FROM reservation WHERE state = 'expired'";
        assert_eq!(shop.number(sql).await, 2);

        // New cups are for who pays: 1008 gets its five, 1006 none.
        let more = json!({ "variant": cup, "kind": "received", "quantity": 10 });
        shop.call("stock_move", more).await;
        assert_eq!(stock(shop, cup).await, (15, 10, 0));
        assert_eq!(order(shop, ids["1006"]).await["row"]["short"], json!(1));

        // Paid, however late, it is kept again.
        kiln::import(shop, &[Order::new(1005).line("MUG", 1, 1_000)]).await;
        let back = order(shop, ids["1005"]).await;
        assert_eq!(
            (
                &back["row"]["ready"],
                &back["row"]["short"],
                &back["expired_at"]
            ),
            (&json!(true), &json!(0), &Value::Null),
            "{back}"
        );
        assert_eq!(stock(shop, mug).await, (10, 6, 0));

        // A shop that keeps goods without end keeps these too.
        let mut settings = shop.call("settings_get", json!({})).await;
        assert_eq!(settings["settings"]["unpaid_days"], json!(7));
        settings["settings"]["unpaid_days"] = json!(0);
        shop.call("settings_save", settings).await;
        assert_eq!(stock(shop, cup).await, (15, 11, 0));
        daily(shop).await;
        assert_eq!(stock(shop, cup).await, (15, 11, 0));
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn what_is_in_hand_or_signed_for_is_never_taken() {
    for_each_engine(async |shop| {
        let variants = kiln::open(shop).await;
        kiln::import(shop, &kiln::yesterday()).await;
        let ids = numbers(shop).await;
        let sign = json!({ "id": ids["1005"], "version": order(shop, ids["1005"]).await["row"]["version"], "why": "pays at the door" });
        shop.call("ship_anyway", sign).await;
        shop.advance(LAST_DAY + DAY);
        daily(shop).await;
        // 1007's mug is free; 1005's is not, and leaves.
        assert_eq!(stock(shop, variants["MUG"]).await, (10, 5, 0));
        let (_, parcels) = kiln::label(shop, &[ids["1005"]]).await;
        assert_eq!(parcels.len(), 1);
        daily(shop).await;
        shop.call("hand_over", json!({ "parcels": parcels })).await;
        assert_eq!(stock(shop, variants["MUG"]).await, (9, 4, 0));
    })
    .await;
}
