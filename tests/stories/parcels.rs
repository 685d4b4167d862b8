//! Splitting and combining before a label: a plan that is kept, changed and taken back.

use crate::kiln::{self, label, numbers, refused, stock, told};
use serde_json::{Value, json};
use testkit::{Order, TestShop, for_each_engine};

const ADA: [&str; 5] = ["Ada Twice", "Ring 5", "10115", "Berlin", "DE"];

fn ada(number: u32) -> Order {
    Order::new(number).to(ADA[0], ADA[1], ADA[2], ADA[3], ADA[4])
}

async fn shop_of_two(shop: &TestShop) -> (std::collections::BTreeMap<String, i64>, i64, i64) {
    let variants = kiln::open(shop).await;
    let orders = [
        ada(2001).line("MUG", 3, 1_000).line("CUP", 1, 1_200),
        ada(2002).line("CUP", 2, 1_200),
        Order::new(2003).line("MUG", 1, 1_000),
    ];
    kiln::import(shop, &orders).await;
    let ids = numbers(shop).await;
    (variants, ids["2001"], ids["2002"])
}

/// The plan of an order: units per planned parcel, and with whom it leaves.
fn planned(plan: &Value, order: i64) -> (Vec<i64>, Vec<i64>) {
    let row = plan["orders"]
        .as_array()
        .unwrap()
        .iter()
        .find(|o| o["id"] == json!(order))
        .unwrap();
    let units = |p: &Value| -> i64 {
        let lines = p["lines"].as_array().unwrap();
        lines.iter().map(|l| l["units"].as_i64().unwrap()).sum()
    };
    let parcels = row["planned"]
        .as_array()
        .unwrap()
        .iter()
        .map(units)
        .collect();
    let with = row["with"]
        .as_array()
        .unwrap()
        .iter()
        .map(|o| o.as_i64().unwrap());
    (parcels, with.collect())
}

async fn line(shop: &TestShop, order: i64, sku: &str) -> Value {
    let order = shop.call("order_get", json!({ "id": order })).await;
    let lines = order["lines"].as_array().unwrap().clone();
    lines.into_iter().find(|l| l["sku"] == json!(sku)).unwrap()["id"].clone()
}

#[tokio::test(flavor = "multi_thread")]
async fn an_order_is_split_into_parcels_before_there_is_a_label() {
    for_each_engine(async |shop| {
        let (variants, order, _) = shop_of_two(shop).await;
        let mug = line(shop, order, "MUG").await;
        let parcel =
            |units: i64| json!({ "lines": [{ "line": mug, "units": units }], "grams": 900 });
        let too_many = json!({ "orders": [order], "parcels": [parcel(2), parcel(2)] });
        assert_eq!(
            refused(shop, "parcels_plan", too_many).await,
            "label-parcel-units"
        );
        // Two MUG, one MUG; the CUP that nobody named goes in a parcel of its own.
        let split = json!({ "orders": [order], "parcels": [parcel(2), parcel(1)] });
        let plan = shop.call("parcels_plan", split).await;
        assert_eq!(planned(&plan, order), (vec![2, 1, 1], vec![]));
        // Changed: all in two. Taken back: no plan. And planned once more.
        let again = json!({ "orders": [order], "parcels": [parcel(3)] });
        let plan = shop.call("parcels_plan", again).await;
        assert_eq!(planned(&plan, order).0, [3, 1]);
        let none = json!({ "orders": [order] });
        let plan = shop.call("parcels_plan", none).await;
        assert_eq!(planned(&plan, order).0, Vec::<i64>::new());
        let split = json!({ "orders": [order], "parcels": [parcel(2), parcel(1)] });
        let plan = shop.call("parcels_plan", split).await;
        let parcels = plan["orders"][0]["planned"].clone();
        // The first is labelled and leaves; the others wait as they were planned.
        let wish = json!({ "orders": [order], "parcels": [{ "parcel": parcels[0]["id"] }] });
        let made = shop.call("labels_make", json!({ "wishes": [wish] })).await;
        assert_eq!(made["parcels"][0]["parcel"], parcels[0]["id"], "{made}");
        assert_eq!(
            made["parcels"][0]["number"], parcels[0]["number"],
            "as planned"
        );
        shop.call("hand_over", json!({ "parcels": [parcels[0]["id"]] }))
            .await;
        assert_eq!(stock(shop, variants["MUG"]).await.0, 8, "two have left");
        let plan = shop.call("ship_plan", json!({ "orders": [order] })).await;
        assert_eq!(planned(&plan, order).0, [1, 1]);
        // One unit less: its parcel goes, the other keeps its plan.
        let units = json!([{ "line": mug, "units": 1 }]);
        shop.call("order_cancel", json!({ "id": order, "units": units }))
            .await;
        let plan = shop.call("ship_plan", json!({ "orders": [order] })).await;
        assert_eq!(planned(&plan, order).0, [1]);
        let (made, rest) = label(shop, &[order]).await;
        assert_eq!(rest.len(), 1, "as planned: {made}");
        shop.call("hand_over", json!({ "parcels": rest })).await;
        let order = shop.call("order_get", json!({ "id": order })).await;
        assert_eq!(order["row"]["fulfilment"], json!("shipped"), "{order}");
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn orders_to_one_address_leave_in_one_parcel_and_apart_again() {
    for_each_engine(async |shop| {
        let (variants, one, two) = shop_of_two(shop).await;
        let elsewhere = numbers(shop).await["2003"];
        let wrong = json!({ "orders": [one, elsewhere] });
        assert_eq!(
            refused(shop, "parcels_plan", wrong).await,
            "label-combine-different"
        );
        // Each was on a pick list of its own before anybody saw that they go to one door.
        shop.call("pick_list_make", json!({ "orders": [one] }))
            .await;
        let list = shop
            .call("pick_list_make", json!({ "orders": [two] }))
            .await;
        let plan = shop
            .call("parcels_plan", json!({ "orders": [one, two] }))
            .await;
        assert_eq!(planned(&plan, one), (vec![], vec![two]));
        // The list follows its units: it can be worked to its end.
        let done = shop
            .call(
                "pick_list_finish",
                json!({ "id": list["id"], "rest": "found" }),
            )
            .await;
        assert_eq!(done["head"]["found"], json!(2), "{done}");
        // Who looks at one of them sees both, and one alone is not labelled by mistake.
        let plan = shop.call("ship_plan", json!({ "orders": [two] })).await;
        assert_eq!(plan["orders"].as_array().unwrap().len(), 2);
        let (made, _) = label(shop, &[two]).await;
        assert_eq!(
            made["refused"][0]["sentence"]["id"],
            json!("label-combined"),
            "{made}"
        );
        // Apart again, and together for good.
        let plan = shop.call("parcels_plan", json!({ "orders": [two] })).await;
        assert_eq!(planned(&plan, two), (vec![], vec![]));
        shop.call("parcels_plan", json!({ "orders": [one, two] }))
            .await;
        let wish = json!({ "wishes": [{ "orders": [one, two] }] });
        let made = shop.call("labels_make", wish).await;
        assert_eq!(made["parcels"].as_array().unwrap().len(), 1, "{made}");
        let parcel = made["parcels"][0]["parcel"].clone();
        let late = json!({ "orders": [one] });
        assert_eq!(
            refused(shop, "parcels_plan", late).await,
            "label-nothing-free"
        );
        shop.call("hand_over", json!({ "parcels": [parcel] })).await;
        for order in [one, two] {
            let order = shop.call("order_get", json!({ "id": order })).await;
            assert_eq!(order["row"]["fulfilment"], json!("shipped"));
        }
        // 3 MUG of 2001; 1 and 2 CUP of both.
        assert_eq!(stock(shop, variants["MUG"]).await.0, 7);
        assert_eq!(stock(shop, variants["CUP"]).await.0, 2);
        assert!(
            told(shop, two)
                .await
                .contains(&"event-parcels-planned".to_owned())
        );
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_retired_label_leaves_the_parcel_as_it_was_packed() {
    for_each_engine(async |shop| {
        let (_, order, _) = shop_of_two(shop).await;
        let mug = line(shop, order, "MUG").await;
        let lines = json!([{ "line": mug, "units": 3 }]);
        let wish =
            json!({ "orders": [order], "parcels": [{ "lines": lines, "grams": 2_000 }, {}] });
        let made = shop.call("labels_make", json!({ "wishes": [wish] })).await;
        let ids: Vec<&Value> = made["parcels"]
            .as_array()
            .unwrap()
            .iter()
            .map(|p| &p["parcel"])
            .collect();
        shop.call("label_retire", json!({ "parcel": ids[0], "why": "torn" }))
            .await;
        let plan = shop.call("ship_plan", json!({ "orders": [order] })).await;
        let open = &plan["orders"][0]["planned"];
        assert_eq!(
            (&open[0]["id"], &open[0]["grams"]),
            (ids[0], &json!(2_000)),
            "{plan}"
        );
        assert_eq!(plan["orders"][0]["labelled"], json!([ids[1]]));
        let (again, parcels) = label(shop, &[order]).await;
        assert_eq!(
            json!(parcels),
            json!([ids[0]]),
            "the same parcel, a new label: {again}"
        );
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn an_import_that_takes_units_away_makes_what_was_planned_smaller() {
    for_each_engine(async |shop| {
        let (variants, one, two) = shop_of_two(shop).await;
        let mug = line(shop, one, "MUG").await;
        let parcel = |units: i64| json!({ "lines": [{ "line": mug, "units": units }] });
        let split = json!({ "orders": [one], "parcels": [parcel(2), parcel(1)] });
        let plan = shop.call("parcels_plan", split).await;
        assert_eq!(planned(&plan, one).0, [2, 1, 1]);
        // The store says one MUG in the place of three: the last parcel of them goes, the first
        // becomes smaller, the CUP stays where it is.
        let fewer = ada(2001).line("MUG", 1, 1_000).line("CUP", 1, 1_200);
        let taken = kiln::import(shop, std::slice::from_ref(&fewer)).await;
        assert_eq!(taken["updated"], json!(1), "{taken}");
        let plan = shop.call("ship_plan", json!({ "orders": [one] })).await;
        assert_eq!(planned(&plan, one).0, [1, 1], "{plan}");
        // One for this order, one for 2003.
        assert_eq!(stock(shop, variants["MUG"]).await, (10, 2, 0));

        // Two orders in two parcels: a CUP of each in the first, a MUG and a CUP in the second.
        let (cup_one, cup_two) = (line(shop, one, "CUP").await, line(shop, two, "CUP").await);
        let first = json!({ "lines": [
            { "line": cup_one, "units": 1 }, { "line": cup_two, "units": 1 },
        ] });
        let together = json!({ "orders": [one, two], "parcels": [first] });
        let plan = shop.call("parcels_plan", together).await;
        assert_eq!(planned(&plan, one), (vec![2, 2], vec![two]));
        // One CUP less of the second order comes out of the last parcel.
        kiln::import(shop, &[ada(2002).line("CUP", 1, 1_200)]).await;
        let plan = shop.call("ship_plan", json!({ "orders": [one] })).await;
        assert_eq!(planned(&plan, one), (vec![2, 1], vec![two]), "{plan}");
        // The first is cancelled there: its companion leaves alone, with what is its own.
        kiln::import(shop, &[fewer.cancelled()]).await;
        let plan = shop.call("ship_plan", json!({ "orders": [two] })).await;
        assert_eq!(planned(&plan, two), (vec![1], vec![]), "{plan}");
        let (made, parcels) = label(shop, &[two]).await;
        assert_eq!(parcels.len(), 1, "{made}");
        shop.call("hand_over", json!({ "parcels": parcels })).await;
        assert_eq!(stock(shop, variants["CUP"]).await, (4, 0, 0));
        let two = shop.call("order_get", json!({ "id": two })).await;
        assert_eq!(two["row"]["fulfilment"], json!("shipped"), "{two}");
    })
    .await;
}
