//! What a later file says of orders that are here: facts are taken, nothing is counted twice, and what a
//! file does not say takes nothing away.

use crate::kiln::{self, numbers, views};
use serde_json::{Value, json};
use testkit::{Order, TestShop, for_each_engine};

async fn get(shop: &TestShop, number: &str) -> Value {
    let id = numbers(shop).await[number];
    shop.call("order_get", json!({ "id": id })).await
}

/// Title and units that left, line by line.
fn shipped(order: &Value) -> Vec<(String, i64)> {
    let lines = order["lines"].as_array().unwrap().iter();
    lines
        .map(|l| {
            let title = l["title"].as_str().unwrap().to_owned();
            (title, l["quantities"]["shipped"].as_i64().unwrap())
        })
        .collect()
}

fn words(pairs: &[(&str, i64)]) -> Vec<(String, i64)> {
    pairs.iter().map(|(t, n)| ((*t).to_owned(), *n)).collect()
}

#[tokio::test(flavor = "multi_thread")]
async fn two_lines_of_one_sku_are_told_apart() {
    for_each_engine(async |shop| {
        kiln::open(shop).await;
        let engraved = |number| {
            Order::new(number)
                .named("Mug, Tom", "MUG", 1, 1_000)
                .named("Mug, Eva", "MUG", 1, 1_000)
        };
        kiln::import(shop, &[engraved(201), engraved(202)]).await;
        let later = [engraved(201).fulfilled(), engraved(202).sent("Mug, Eva")];
        kiln::import(shop, &later).await;
        let both = get(shop, "201").await;
        assert_eq!(shipped(&both), words(&[("Mug, Tom", 1), ("Mug, Eva", 1)]));
        let one = get(shop, "202").await;
        assert_eq!(shipped(&one), words(&[("Mug, Tom", 0), ("Mug, Eva", 1)]));
        assert_eq!(views(shop).await["to_ship"], 1, "only Tom's of 202");
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn an_order_that_stands_in_a_file_twice_is_one() {
    for_each_engine(async |shop| {
        kiln::open(shop).await;
        let (one, other) = (
            Order::new(601).line("MUG", 1, 1_000),
            Order::new(602).line("CUP", 1, 1_200),
        );
        // Two exports pasted together, one after the other.
        let taken = kiln::import(shop, &[one.clone(), other, one.clone()]).await;
        assert_eq!((&taken["new"], &taken["refused"]), (&json!(2), &json!(0)));
        // Two equal lines of one order are two.
        let equal = Order::new(603).line("CUP", 1, 1_200).line("CUP", 1, 1_200);
        kiln::import(shop, &[equal]).await;
        // Two exports of different days say two things of one order.
        let (old, new) = (
            Order::new(604).line("MUG", 1, 1_000).unpaid(),
            Order::new(604).line("MUG", 1, 1_000),
        );
        let between = Order::new(605).line("POT", 1, 1_000);
        let taken = kiln::import(shop, &[old, between, new]).await;
        assert_eq!((&taken["new"], &taken["refused"]), (&json!(1), &json!(1)));
        for (number, units, total) in [("601", 1, 1_490), ("602", 1, 1_690), ("603", 2, 2_890)] {
            let order = get(shop, number).await;
            assert_eq!(order["row"]["units"], json!(units), "{number}");
            assert_eq!(order["row"]["total"], json!(total), "{number}");
            let charges = order["charges"].to_string();
            assert!(!charges.contains("unexplained"), "{number}: {charges}");
        }
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_line_that_a_file_leaves_out_stays_and_owes_nothing() {
    for_each_engine(async |shop| {
        kiln::open(shop).await;
        let whole = |number| Order::new(number).line("MUG", 2, 1_000);
        kiln::import(shop, &[whole(104).line("CUP", 1, 700)]).await;
        // 20.00 + 4.90: the cup is gone from the lines and from the total.
        kiln::import(shop, &[whole(104)]).await;
        let order = get(shop, "104").await;
        assert_eq!(order["row"]["total"], json!(2_490), "the source's: {order}");
        assert_eq!(order["balance"], json!(0));
        assert_eq!(order["row"]["payment"], json!("paid"));
        assert_eq!(order["row"]["units"], json!(3), "absent means nothing");
        assert_eq!(order["row"]["ready"], json!(false), "nobody paid the cup");
        let holds = order["holds"].to_string();
        assert!(holds.contains("hold-line-absent"), "{holds}");
        // Fulfilled there: that is what the file names.
        kiln::import(shop, &[whole(104).fulfilled()]).await;
        let order = get(shop, "104").await;
        assert_eq!(
            shipped(&order),
            words(&[("Thing MUG", 2), ("Thing CUP", 0)])
        );
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn an_order_paid_in_part_is_sound() {
    for_each_engine(async |shop| {
        kiln::open(shop).await;
        let part = Order::new(413)
            .line("MUG", 1, 1_000)
            .unpaid()
            .cell("Financial Status", "partially_paid");
        kiln::import(shop, &[part]).await;
        let order = get(shop, "413").await;
        assert_eq!(order["row"]["payment"], json!("partially_paid"));
        assert_eq!(order["row"]["ready"], json!(false));
    })
    .await;
}
