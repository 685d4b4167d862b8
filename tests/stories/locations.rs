//! Two places with stock: what is carried between them, which of them an order is promised from,
//! fetched from, leaves from and is counted at.

use crate::kiln::{self, at_places, label, numbers, refused, stock};
use serde_json::{Value, json};
use std::collections::BTreeMap;
use testkit::{Order, TestShop, for_each_engine};

/// The shop with a second place that is empty yet: the ids of variants, of home and of the cellar.
async fn open(shop: &TestShop) -> (BTreeMap<String, i64>, i64, i64) {
    let variants = kiln::open(shop).await;
    let one = shop.call("locations_list", json!({})).await;
    assert_eq!(one[0]["stop"]["id"], json!("location-last"), "{one}");
    let two = shop
        .call("location_save", json!({ "name": " Cellar " }))
        .await;
    assert_eq!(two.as_array().unwrap().len(), 2);
    assert_eq!(two[1]["name"], json!("Cellar"));
    assert_eq!(two[0]["stop"]["id"], json!("location-has-stock"), "{two}");
    assert!(two[1]["stop"].is_null(), "{two}");
    let id = |at: usize| two[at]["id"].as_i64().unwrap();
    (variants, id(0), id(1))
}

async fn carry(shop: &TestShop, variant: i64, from: i64, to: i64, units: i64) -> Value {
    let ask = json!({ "variant": variant, "from": from, "to": to, "quantity": units });
    shop.call("stock_transfer", ask).await
}

/// Who was promised how many from where.
async fn promised(shop: &TestShop, variant: i64) -> Vec<(String, i64, String)> {
    let detail = shop.call("variant_get", json!({ "id": variant })).await;
    let text = |r: &Value, field: &str| r[field].as_str().unwrap().to_owned();
    let mut rows: Vec<(String, i64, String)> = detail["reservations"]
        .as_array()
        .unwrap()
        .iter()
        .map(|r| {
            let number = text(r, "order_number").trim_start_matches('#').to_owned();
            (number, r["quantity"].as_i64().unwrap(), text(r, "place"))
        })
        .collect();
    rows.sort();
    rows
}

async fn place(shop: &TestShop, id: i64) -> Value {
    let all = shop.call("locations_list", json!({})).await;
    let found = all
        .as_array()
        .unwrap()
        .iter()
        .find(|p| p["id"] == json!(id));
    found.unwrap().clone()
}

/// The sentence with which a request is called wrong, and its field.
async fn invalid(shop: &TestShop, name: &str, body: Value) -> (String, String) {
    let error = shop.try_call(name, body).await.expect_err("invalid");
    assert_eq!(error.code, api::Code::Invalid, "{error:?}");
    (error.field, error.message.id)
}

#[tokio::test(flavor = "multi_thread")]
async fn an_order_is_promised_fetched_counted_and_sent_where_its_goods_are() {
    for_each_engine(async |shop| {
        let (variants, home, cellar) = open(shop).await;
        let mug = variants["MUG"];
        let home_name = place(shop, home).await["name"].as_str().unwrap().to_owned();
        let taken = invalid(shop, "location_save", json!({ "name": "cellar" })).await;
        assert_eq!(taken, ("name".to_owned(), "location-name-taken".to_owned()));

        let after = carry(shop, mug, home, cellar, 4).await;
        assert_eq!(after["row"]["on_hand"], json!(10), "none more, none less");
        assert_eq!(at_places(shop, mug).await, [(6, 0, 0), (4, 0, 0)]);
        let rows = after["movements"].as_array().unwrap();
        let told = |at: usize| (rows[at]["quantity"].clone(), rows[at]["place"].clone(), rows[at]["after"].clone());
        assert_eq!(told(0), (json!(4), json!("Cellar"), json!(4)));
        assert_eq!(told(1), (json!(-4), json!(home_name), json!(6)));
        assert_eq!(rows[0]["kind"], json!("transferred"));
        let too_many = json!({ "variant": mug, "from": home, "to": cellar, "quantity": 7 });
        let (field, sentence) = invalid(shop, "stock_transfer", too_many).await;
        assert_eq!((field.as_str(), sentence.as_str()), ("quantity", "stock-transfer-range"));
        let never = json!({ "variant": variants["POT"], "from": home, "to": cellar, "quantity": 1 });
        let sentence = refused(shop, "stock_transfer", never).await;
        assert_eq!(sentence, "stock-transfer-not-counted");

        // Five are at home; three are in the cellar as a whole, though one is still at home; two are
        // nowhere together any more.
        let sold = [
            Order::new(2001).line("MUG", 5, 1_000),
            Order::new(2002).line("MUG", 3, 1_000),
            Order::new(2003).line("MUG", 2, 1_000),
        ];
        kiln::import(shop, &sold).await;
        let ids = numbers(shop).await;
        let at = |number: &str, units: i64, place: &str| (number.to_owned(), units, place.to_owned());
        assert_eq!(
            promised(shop, mug).await,
            [
                at("2001", 5, &home_name),
                at("2002", 3, "Cellar"),
                at("2003", 1, "Cellar"),
                at("2003", 1, &home_name),
            ]
        );
        let closing = json!({ "id": cellar, "version": place(shop, cellar).await["version"], "active": false });
        assert_eq!(refused(shop, "location_save", closing).await, "location-has-stock");

        // Fetched in the cellar, and counted beside what was fetched.
        let made = shop.call("pick_list_make", json!({ "orders": [ids["2002"]] })).await;
        let list = shop.call("pick_list_get", json!({ "id": made["id"] })).await;
        let line = &list["lines"][0];
        assert!(line["bin"].as_str().unwrap().starts_with("Cellar"), "{list}");
        let found = json!({ "shipment": line["shipment"], "line": line["line"], "found": 3 });
        shop.call("pick_list_enter", json!({ "id": made["id"], "lines": [found] })).await;
        assert_eq!(at_places(shop, mug).await, [(6, 6, 0), (4, 4, 3)]);
        for (location, counted) in [(cellar, 1), (home, 6)] {
            let count = json!({ "variant": mug, "location": location, "counted": counted });
            let booked = shop.call("stock_count", count).await;
            assert_eq!((&booked["booked"], &booked["difference"]), (&json!(true), &json!(0)));
        }

        // From two places it leaves in two parcels.
        let (made, parcels) = label(shop, &[ids["2003"]]).await;
        assert_eq!(parcels.len(), 2, "{made}");
        assert_ne!(made["parcels"][0]["number"], made["parcels"][1]["number"]);
        shop.call("hand_over", json!({ "parcels": parcels })).await;
        assert_eq!(at_places(shop, mug).await, [(5, 5, 0), (3, 3, 3)]);
        let (made, parcels) = label(shop, &[ids["2002"]]).await;
        assert_eq!(parcels.len(), 1, "{made}");
        shop.call("hand_over", json!({ "parcels": parcels })).await;
        assert_eq!(at_places(shop, mug).await, [(5, 5, 0), (0, 0, 0)]);

        // Empty, it goes out of use, and nothing is carried there.
        let closing = json!({ "id": cellar, "version": place(shop, cellar).await["version"], "active": false });
        shop.call("location_save", closing).await;
        assert_eq!(at_places(shop, mug).await, [(5, 5, 0)]);
        let gone = json!({ "variant": variants["CUP"], "from": home, "to": cellar, "quantity": 1 });
        let error = shop.try_call("stock_transfer", gone).await.expect_err("gone");
        assert_eq!(error.code, api::Code::NotFound, "{error:?}");
        let last = json!({ "id": home, "version": place(shop, home).await["version"], "active": false });
        assert_eq!(refused(shop, "location_save", last).await, "location-last");
        // In use again and first: what nobody names a place for is there.
        let back = json!({ "id": cellar, "version": place(shop, cellar).await["version"], "active": true, "first": true });
        let all = shop.call("location_save", back).await;
        assert_eq!(all[0]["name"], json!("Cellar"), "{all}");
        shop.call("stock_count", json!({ "variant": variants["CUP"], "counted": 2 })).await;
        assert_eq!(at_places(shop, variants["CUP"]).await, [(2, 0, 0), (5, 0, 0)]);
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn what_was_promised_goes_with_the_goods_and_comes_back_with_them() {
    for_each_engine(async |shop| {
        let (mut variants, home, cellar) = open(shop).await;
        let (mug, cup) = (variants["MUG"], variants["CUP"]);
        let home_name = place(shop, home).await["name"].as_str().unwrap().to_owned();
        kiln::import(shop, &[Order::new(2101).line("CUP", 3, 1_200)]).await;
        let ids = numbers(shop).await;
        let of = |place: &str| vec![("2101".to_owned(), 3, place.to_owned())];
        carry(shop, cup, home, cellar, 5).await;
        assert_eq!(promised(shop, cup).await, of("Cellar"), "nobody lost any");
        assert_eq!(at_places(shop, cup).await, [(0, 0, 0), (5, 3, 0)]);
        // Taken back it is as before.
        carry(shop, cup, cellar, home, 5).await;
        assert_eq!(promised(shop, cup).await, of(&home_name));
        // Somebody is on the way to fetch them: they stay, two can go.
        shop.call("pick_list_make", json!({ "orders": [ids["2101"]] }))
            .await;
        let three = json!({ "variant": cup, "from": home, "to": cellar, "quantity": 3 });
        let (_, sentence) = invalid(shop, "stock_transfer", three).await;
        assert_eq!(sentence, "stock-transfer-range");
        let (_, parcels) = label(shop, &[ids["2101"]]).await;
        shop.call("hand_over", json!({ "parcels": parcels })).await;
        assert_eq!(at_places(shop, cup).await, [(2, 0, 0), (0, 0, 0)]);

        // Two mugs and a cup are a set: apart from each other they are none.
        let made = json!({ "sku": "SET", "title": "Breakfast", "grams": 900, "price": 2_900 });
        let set = shop.call("variant_save", made).await["row"].clone();
        let parts = json!([{ "variant": mug, "quantity": 2 }, { "variant": cup, "quantity": 1 }]);
        let recipe = json!({ "id": set["id"], "version": set["version"], "parts": parts });
        shop.call("variant_save", recipe).await;
        variants.insert("SET".to_owned(), set["id"].as_i64().unwrap());
        kiln::import(shop, &[Order::new(2102).line("SET", 1, 2_900)]).await;
        assert_eq!(stock(shop, mug).await, (10, 2, 0));
        let all = json!({ "variant": mug, "from": home, "to": cellar, "quantity": 10 });
        assert_eq!(
            refused(shop, "stock_transfer", all.clone()).await,
            "stock-transfer-takes"
        );
        assert_eq!(
            at_places(shop, mug).await,
            [(10, 2, 0), (0, 0, 0)],
            "nothing moved"
        );
        let mut anyway = all;
        anyway["confirm"] = json!(true);
        shop.call("stock_transfer", anyway).await;
        assert_eq!(at_places(shop, mug).await, [(0, 0, 0), (10, 0, 0)]);
        assert_eq!(at_places(shop, cup).await, [(2, 0, 0), (0, 0, 0)]);
        let waits = kiln::told(shop, numbers(shop).await["2102"]).await;
        assert!(waits.contains(&"event-stock-apart".to_owned()), "{waits:?}");
        let free = |detail: &Value| detail["row"]["available"].clone();
        let of_set = shop
            .call("variant_get", json!({ "id": variants["SET"] }))
            .await;
        assert_eq!(free(&of_set), json!(0), "nowhere together");
        // The cup follows: the set that waits is together again.
        carry(shop, cup, home, cellar, 1).await;
        assert_eq!(at_places(shop, mug).await, [(0, 0, 0), (10, 2, 0)]);
        assert_eq!(at_places(shop, cup).await, [(1, 0, 0), (1, 1, 0)]);
        let ids = numbers(shop).await;
        let (made, parcels) = label(shop, &[ids["2102"]]).await;
        assert_eq!(parcels.len(), 1, "{made}");
        shop.call("hand_over", json!({ "parcels": parcels })).await;
        assert_eq!(at_places(shop, mug).await, [(0, 0, 0), (8, 0, 0)]);
        assert_eq!(at_places(shop, cup).await, [(1, 0, 0), (0, 0, 0)]);
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn another_first_place_moves_nothing_that_was_begun() {
    for_each_engine(async |shop| {
        let (_, _, cellar) = open(shop).await;
        // No product has this SKU: nothing says where it lies, only where its parcel was begun.
        let sold = [
            Order::new(2201).line("NOBODY", 2, 900),
            Order::new(2202).line("NOBODY", 1, 900),
        ];
        kiln::import(shop, &sold).await;
        let ids = numbers(shop).await;
        let lay_out = json!({ "orders": [ids["2201"]], "parcels": [{ "lines": [] }] });
        shop.call("parcels_plan", lay_out).await;
        let first = json!({ "id": cellar, "version": 1, "first": true });
        shop.call("location_save", first).await;
        let (made, parcels) = label(shop, &[ids["2201"], ids["2202"]]).await;
        assert_eq!(parcels.len(), 2, "one each: {made}");
        shop.call("order_cancel", json!({ "id": ids["2202"] }))
            .await;
        shop.call("hand_over", json!({ "parcels": [parcels[0]] }))
            .await;
    })
    .await;
}
