//! One order whose goods lie at two places: its parcels are planned over both, and each leaves from where
//! its goods are.

use crate::kiln::{self, at_places, label, numbers, refused};
use serde_json::{Value, json};
use testkit::{Order, for_each_engine};

/// Units of each planned parcel, as planned.
fn planned(plan: &Value) -> Vec<i64> {
    let units = |p: &Value| -> i64 {
        let lines = p["lines"].as_array().unwrap();
        lines.iter().map(|l| l["units"].as_i64().unwrap()).sum()
    };
    let parcels = plan["orders"][0]["planned"].as_array().unwrap();
    parcels.iter().map(units).collect()
}

#[tokio::test(flavor = "multi_thread")]
async fn parcels_are_planned_over_two_places() {
    for_each_engine(async |shop| {
        let variants = kiln::open(shop).await;
        let (mug, cup) = (variants["MUG"], variants["CUP"]);
        let all = shop.call("location_save", json!({ "name": "Cellar" })).await;
        let (home, cellar) = (all[0]["id"].clone(), all[1]["id"].clone());
        let carry = json!({ "variant": cup, "from": home, "to": cellar, "quantity": 5 });
        shop.call("stock_transfer", carry).await;
        let orders = [Order::new(2001).line("MUG", 4, 1_000).line("CUP", 2, 1_200)];
        kiln::import(shop, &orders).await;
        let id = numbers(shop).await["2001"];
        assert_eq!(at_places(shop, mug).await, [(10, 4, 0), (0, 0, 0)]);
        assert_eq!(at_places(shop, cup).await, [(0, 0, 0), (5, 2, 0)]);
        let seen = shop.call("order_get", json!({ "id": id })).await;
        let line = |at: usize| seen["lines"][at]["id"].clone();
        let units = |at: usize, units: i64| json!({ "line": line(at), "units": units });

        // A parcel is packed at one place; what lies in the cellar cannot be in it.
        let mixed = json!({ "orders": [id], "parcels": [{ "lines": [units(0, 1), units(1, 1)] }] });
        assert_eq!(refused(shop, "parcels_plan", mixed).await, "label-parcel-units");
        // One mug alone and one cup alone; what nobody named goes in one of its own, at each place.
        let ask = json!({ "orders": [id], "parcels": [
            { "lines": [units(0, 1)] }, { "lines": [units(1, 1)], "grams": 900 }
        ] });
        let plan = shop.call("parcels_plan", ask).await;
        let mut shapes = planned(&plan);
        shapes.sort_unstable();
        assert_eq!(shapes, [1, 1, 1, 3], "{plan}");
        let sql = "SELECT COUNT(DISTINCT shipment_id) FROM parcel WHERE state = 'open'";
        assert_eq!(shop.number(sql).await, 2, "from two places in two shipments");
        let numbers: std::collections::BTreeSet<String> = plan["orders"][0]["planned"]
            .as_array()
            .unwrap()
            .iter()
            .map(|p| p["number"].as_str().unwrap().to_owned())
            .collect();
        assert_eq!(numbers.len(), 4, "each has a number of its own: {numbers:?}");
        // Planned anew: one parcel at each place, and nothing of the first plan is left.
        let ask = json!({ "orders": [id], "parcels": [{ "lines": [units(0, 4)] }, { "lines": [units(1, 2)] }] });
        let plan = shop.call("parcels_plan", ask).await;
        assert_eq!(planned(&plan), [4, 2], "{plan}");
        assert_eq!(shop.number("SELECT COUNT(*) FROM parcel WHERE state = 'open'").await, 2);

        // Labelled as planned, and each takes its goods from where they lie.
        let (made, parcels) = label(shop, &[id]).await;
        assert_eq!(parcels.len(), 2, "{made}");
        shop.call("hand_over", json!({ "parcels": [parcels[0]] })).await;
        let left = shop.call("order_get", json!({ "id": id })).await;
        assert_eq!(left["row"]["fulfilment"], json!("partially_shipped"), "{left}");
        shop.call("hand_over", json!({ "parcels": [parcels[1]] })).await;
        assert_eq!(at_places(shop, mug).await, [(6, 0, 0), (0, 0, 0)]);
        assert_eq!(at_places(shop, cup).await, [(0, 0, 0), (3, 0, 0)]);
        let gone = shop.call("order_get", json!({ "id": id })).await;
        assert_eq!(gone["row"]["fulfilment"], json!("shipped"), "{gone}");
    })
    .await;
}
