//! What nobody can mean is refused with a sentence, and nothing is written.

use crate::kiln::{self, numbers, refused};
use api::Code;
use serde_json::{Value, json};
use testkit::{NOW, Order, TestShop, for_each_engine};

const DAY: i64 = 86_400_000;

/// The sentence with which a request is turned away, and the field that it names.
async fn invalid(shop: &TestShop, name: &str, body: Value) -> (String, String) {
    let error = shop.try_call(name, body).await.expect_err("invalid");
    assert_eq!(error.code, Code::Invalid, "{error:?}");
    (error.message.id, error.field)
}

async fn cancelled(shop: &TestShop, order: i64) -> Vec<i64> {
    let order = shop.call("order_get", json!({ "id": order })).await;
    let lines = order["lines"].as_array().unwrap().iter();
    lines
        .map(|l| l["quantities"]["cancelled"].as_i64().unwrap())
        .collect()
}

#[tokio::test(flavor = "multi_thread")]
async fn a_line_named_twice_is_meant_twice_and_none_is_no_number_of_units() {
    for_each_engine(async |shop| {
        kiln::open(shop).await;
        let order = Order::new(1).line("MUG", 5, 1_000).line("CUP", 2, 500);
        kiln::import(shop, &[order]).await;
        let id = numbers(shop).await["1"];
        let order = shop.call("order_get", json!({ "id": id })).await;
        let (mug, cup) = (&order["lines"][0]["id"], &order["lines"][1]["id"]);
        let cancel = |units: Value| json!({ "id": id, "units": units });
        for wrong in [0, -1, i64::MIN] {
            let units = json!([{ "line": mug, "units": 1 }, { "line": cup, "units": wrong }]);
            let said = invalid(shop, "order_cancel", cancel(units)).await;
            assert_eq!(said, ("cancel-units-range".to_owned(), "units".to_owned()));
        }
        // Three and three are more than the five that there are.
        let units = json!([{ "line": mug, "units": 3 }, { "line": mug, "units": 3 }]);
        assert_eq!(refused(shop, "order_cancel", cancel(units)).await, "line-cancel-too-many");
        let most = json!([{ "line": mug, "units": i64::MAX }, { "line": mug, "units": i64::MAX }]);
        assert_eq!(refused(shop, "order_cancel", cancel(most)).await, "line-cancel-too-many");
        assert_eq!(cancelled(shop, id).await, [0, 0]);
        let units = json!([{ "line": mug, "units": 1 }, { "line": cup, "units": 1 }, { "line": mug, "units": 2 }]);
        shop.call("order_cancel", cancel(units)).await;
        assert_eq!(cancelled(shop, id).await, [3, 1]);
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn services_days_and_weights_that_there_are_not() {
    for_each_engine(async |shop| {
        kiln::open(shop).await;
        kiln::import(shop, &[Order::new(1).line("MUG", 2, 1_000)]).await;
        let id = numbers(shop).await["1"];
        let order = shop.call("order_get", json!({ "id": id })).await;
        let edit = |field: &str, value: Value| {
            let mut ask = json!({ "id": id, "version": order["row"]["version"] });
            ask[field] = value;
            ask
        };
        let service = invalid(shop, "order_edit", edit("service", json!(987_654))).await;
        assert_eq!(service, ("service-unknown".to_owned(), "service".to_owned()));
        // The years 1 and 9999, the ends of the number line, and six years from now.
        for at in [-62_135_596_800_000, 253_402_214_400_000, i64::MIN, i64::MAX, NOW + 6 * 366 * DAY] {
            let (said, field) = invalid(shop, "order_edit", edit("ship_by", json!(at))).await;
            assert_eq!((said.as_str(), field.as_str()), ("ship-by-range", "ship_by"));
            let hold = json!({ "orders": [id], "kind": "until_date", "note": "", "until": at });
            let (said, field) = invalid(shop, "orders_hold", hold).await;
            assert_eq!((said.as_str(), field.as_str()), ("hold-until-range", "until"));
        }
        let hold = json!({ "orders": [id], "kind": "until_date", "note": "", "until": NOW });
        assert_eq!(invalid(shop, "orders_hold", hold).await.0, "hold-until-range");
        let line = &order["lines"][0]["id"];
        let parcel = |grams: Value, service: Value| {
            let lines = json!([{ "line": line, "units": 2 }]);
            json!({ "orders": [id], "parcels": [{ "lines": lines, "grams": grams, "service": service }] })
        };
        for grams in [0, -1, 1_000_001, 1_000_000_000_000_i64] {
            let said = invalid(shop, "parcels_plan", parcel(json!(grams), Value::Null)).await;
            assert_eq!(said, ("weight-range".to_owned(), "grams".to_owned()));
            let wish = json!({ "orders": [id], "parcels": [{ "lines": [], "grams": grams, "tracking": "" }] });
            let made = shop.call("labels_make", json!({ "wishes": [wish] })).await;
            assert_eq!(made["refused"][0]["sentence"]["id"], json!("weight-range"), "{made}");
        }
        let said = invalid(shop, "parcels_plan", parcel(json!(500), json!(987_654))).await;
        assert_eq!(said, ("service-unknown".to_owned(), "service".to_owned()));
        let after = shop.call("order_get", json!({ "id": id })).await;
        assert_eq!(after["row"], order["row"], "nothing was written");
        shop.call("order_edit", edit("ship_by", json!(NOW + 3 * DAY))).await;
        shop.call("parcels_plan", parcel(json!(500), Value::Null)).await;
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn texts_have_an_end_and_no_sign_that_cannot_be_kept() {
    for_each_engine(async |shop| {
        let variants = kiln::open(shop).await;
        kiln::import(shop, &[Order::new(1).line("MUG", 1, 1_000)]).await;
        let id = numbers(shop).await["1"];
        let order = shop.call("order_get", json!({ "id": id })).await;
        let long = "ä".repeat(1_000_000);
        let edit = |field: &str, value: Value| {
            let mut ask = json!({ "id": id, "version": order["row"]["version"] });
            ask[field] = value;
            ask
        };
        let mut address = order["ship_to"].clone();
        address["name"] = json!(long);
        for (name, body, field) in [
            ("order_edit", edit("note", json!(long)), "note"),
            (
                "order_edit",
                edit("gift_message", json!(long)),
                "gift_message",
            ),
            ("order_edit", edit("ship_to", address), "name"),
            ("variant_save", json!({ "sku": long, "title": "T" }), "sku"),
            (
                "variant_save",
                json!({ "sku": "S", "title": long }),
                "title",
            ),
            (
                "variant_save",
                json!({ "sku": "S", "title": "T", "barcodes": ["1", long] }),
                "barcodes",
            ),
            (
                "orders_hold",
                json!({ "orders": [id], "kind": "manual", "note": long }),
                "note",
            ),
            (
                "order_cancel",
                json!({ "id": id, "units": [], "reason": long }),
                "reason",
            ),
            (
                "location_save",
                json!({ "name": long, "active": true, "first": false }),
                "name",
            ),
            (
                "stock_count",
                json!({ "variant": variants["MUG"], "counted": 1, "note": long }),
                "note",
            ),
            ("search", json!({ "text": long, "limit": 5 }), "text"),
        ] {
            let said = invalid(shop, name, body).await;
            assert_eq!(
                said,
                ("text-too-long".to_owned(), field.to_owned()),
                "{name}"
            );
        }
        // Ten thousand characters are a note still, whatever their bytes.
        shop.call("order_edit", edit("note", json!("ä".repeat(10_000))))
            .await;
        for (name, body) in [
            ("variant_save", json!({ "sku": "S", "title": "a\0b" })),
            (
                "orders_hold",
                json!({ "orders": [id], "kind": "manual", "note": "a\0" }),
            ),
            ("hand_over", json!({ "carrier": "\0", "parcels": [] })),
        ] {
            assert_eq!(invalid(shop, name, body).await.0, "text-has-nul", "{name}");
        }
        // What a reader adds is left out.
        let hits = shop
            .call("search", json!({ "text": "M\0UG", "limit": 5 }))
            .await;
        assert_eq!(hits[0]["detail"], json!("MUG"));
        let scan = shop.call("hand_over_scan", json!({ "code": "\0#1" })).await;
        assert_ne!(scan["outcome"], json!("handed"), "it has no label");
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_folder_is_no_file_and_midnight_is_no_cut_off() {
    for_each_engine(async |shop| {
        kiln::open(shop).await;
        let folder = json!({ "path": shop.home().display().to_string() });
        for name in ["import_preview", "products_import"] {
            let said = refused(shop, name, folder.clone()).await;
            assert_eq!(said, "import-path-is-folder", "{name}");
        }
        let mut settings = shop.call("settings_get", json!({})).await;
        settings["settings"]["cut_off_minute"] = json!(1_440);
        let said = invalid(shop, "settings_save", settings).await;
        assert_eq!(
            said,
            ("calendar-cut-off".to_owned(), "cut_off_minute".to_owned())
        );
    })
    .await;
}
