//! Cancelled or paid back in the shop system when the goods have left here: nobody can follow that by
//! itself, so a person is asked, once, until they have settled it or the cause has ended.

use crate::kiln::{self, numbers};
use serde_json::{Value, json};
use testkit::{Order, TestShop, for_each_engine};

fn order(number: u32) -> Order {
    Order::new(number).line("MUG", 2, 1_000)
}

async fn get(shop: &TestShop, number: &str) -> Value {
    let id = numbers(shop).await[number];
    shop.call("order_get", json!({ "id": id })).await
}

/// The open items of an order: id and sentence.
async fn needs(shop: &TestShop, number: &str) -> Vec<(i64, String)> {
    let id = numbers(shop).await[number];
    let today = shop.call("today", json!({})).await;
    let needs = today["needs"].as_array().unwrap().iter();
    needs
        .filter(|n| n["order"] == json!(id))
        .map(|n| {
            (
                n["id"].as_i64().unwrap(),
                n["sentence"]["id"].as_str().unwrap().to_owned(),
            )
        })
        .collect()
}

async fn said(shop: &TestShop, number: &str) -> Vec<String> {
    needs(shop, number)
        .await
        .into_iter()
        .map(|(_, id)| id)
        .collect()
}

/// Imports them and hands them over; answers their parcels.
async fn send(shop: &TestShop, orders: &[Order], ids: &[&str]) -> Vec<i64> {
    kiln::import(shop, orders).await;
    let all = numbers(shop).await;
    let ids: Vec<i64> = ids.iter().map(|n| all[*n]).collect();
    let (_, parcels) = kiln::label(shop, &ids).await;
    let left = shop.call("hand_over", json!({ "parcels": parcels })).await;
    assert_eq!(left["stopped"], json!([]), "{left}");
    parcels
}

#[tokio::test(flavor = "multi_thread")]
async fn what_was_called_off_after_it_left_is_asked_back_once() {
    for_each_engine(async |shop| {
        kiln::open(shop).await;
        send(shop, &[order(701), order(702)], &["701", "702"]).await;
        let refunded = |number| {
            order(number)
                .cell("Financial Status", "refunded")
                .cell("Refunded Amount", "24.90")
        };
        kiln::import(shop, &[order(701).cancelled(), refunded(702)]).await;
        assert_eq!(said(shop, "701").await, ["need-cancelled-after-leaving"]);
        assert_eq!(said(shop, "702").await, ["need-refunded-after-leaving"]);
        let seen = get(shop, "701").await;
        assert_eq!(
            seen["row"]["life"],
            json!("open"),
            "what has left never changes"
        );
        assert_eq!(seen["row"]["fulfilment"], json!("shipped"));
        // Said again with something else: still one.
        kiln::import(shop, &[order(701).cancelled().cell("Notes", "call me")]).await;
        assert_eq!(said(shop, "701").await, ["need-cancelled-after-leaving"]);
        // Settled by a person, it is settled.
        let need = needs(shop, "701").await[0].0;
        shop.call("need_close", json!({ "id": need })).await;
        kiln::import(
            shop,
            &[order(701).cancelled().cell("Notes", "call me twice")],
        )
        .await;
        assert_eq!(said(shop, "701").await, Vec::<String>::new());
        // Paid back after that is something new.
        kiln::import(shop, &[refunded(701).cancelled()]).await;
        assert_eq!(said(shop, "701").await, ["need-refunded-after-leaving"]);
        // Of 702 the shop system says that it goes on after all.
        kiln::import(shop, &[order(702)]).await;
        assert_eq!(said(shop, "702").await, Vec::<String>::new());
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn what_is_taken_back_after_it_was_called_off_is_held() {
    for_each_engine(async |shop| {
        let variants = kiln::open(shop).await;
        let parcels = send(shop, &[order(711)], &["711"]).await;
        kiln::import(shop, &[order(711).cancelled()]).await;
        assert_eq!(said(shop, "711").await, ["need-cancelled-after-leaving"]);
        shop.call("take_back", json!({ "id": parcels[0] })).await;
        let seen = get(shop, "711").await;
        let holds = seen["holds"].to_string();
        assert!(holds.contains("hold-cancelled-there"), "{holds}");
        assert_eq!(said(shop, "711").await, Vec::<String>::new());
        assert_eq!(seen["row"]["ready"], json!(false));
        let cancel = json!({ "id": seen["row"]["id"], "reason": "as the shop system" });
        let gone = shop.call("order_cancel", cancel).await;
        assert_eq!(gone["row"]["life"], json!("cancelled"), "{gone}");
        assert_eq!(kiln::stock(shop, variants["MUG"]).await.0, 10);
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn what_the_shop_system_sent_itself_is_not_asked_back_here() {
    for_each_engine(async |shop| {
        kiln::open(shop).await;
        kiln::import(shop, &[order(721)]).await;
        kiln::import(shop, &[order(721).fulfilled()]).await;
        kiln::import(shop, &[order(721).fulfilled().cancelled()]).await;
        assert_eq!(said(shop, "721").await, Vec::<String>::new());
    })
    .await;
}
