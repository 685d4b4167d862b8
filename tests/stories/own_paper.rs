//! Paper of the shop's own: its logo, and a sheet of labels of which some are used.

use crate::kiln::{self, numbers, pages_of};
use base64::Engine as _;
use serde_json::json;
use testkit::{TestShop, for_each_engine};

/// Eight by eight black pixels.
const LOGO: &str =
    "iVBORw0KGgoAAAANSUhEUgAAAAgAAAAICAAAAADhZOFXAAAADElEQVR42mNgoA4AAABIAAEQRe/SAAAAAElFTkSuQmCC";

async fn preview(shop: &TestShop, order: i64) -> String {
    let plan = shop.call("ship_plan", json!({ "orders": [order] })).await;
    let service = &plan["orders"][0]["chosen"];
    let ask = json!({ "orders": [order], "service": service });
    let shown = shop.call("label_preview", ask).await;
    shown["svg"].as_str().unwrap_or_default().to_owned()
}

#[tokio::test(flavor = "multi_thread")]
async fn a_logo_is_read_looked_at_and_then_stands_on_the_label() {
    for_each_engine(async |shop| {
        kiln::open(shop).await;
        kiln::import(shop, &kiln::yesterday()).await;
        let order = numbers(shop).await["1001"];
        let without = preview(shop, order).await;
        let png = base64::engine::general_purpose::STANDARD
            .decode(LOGO)
            .unwrap();
        let file = shop.file("logo.png", &png);
        let read = shop.call("logo_read", json!({ "path": file })).await;
        assert_eq!(read["png"], json!(LOGO));
        // Reading alone changes nothing.
        assert_eq!(preview(shop, order).await, without);
        let mut settings = shop.call("settings_get", json!({})).await;
        settings["settings"]["logo_png"] = read["png"].clone();
        shop.call("settings_save", settings).await;
        let with = preview(shop, order).await;
        assert!(with.len() > without.len() && with != without);

        let cases: [(&str, Vec<u8>, &str); 3] = [
            ("photo.png", vec![0; 200_001], "settings-logo-large"),
            (
                "photo.jpg",
                b"\xff\xd8\xff\xe0 and more".to_vec(),
                "settings-logo-not-png",
            ),
            ("nothing.png", Vec::new(), "settings-logo-not-png"),
        ];
        for (name, bytes, said) in cases {
            let body = json!({ "path": shop.file(name, &bytes) });
            let error = shop.try_call("logo_read", body).await.unwrap_err();
            assert_eq!(
                (error.message.id.as_str(), error.field.as_str()),
                (said, "logo_png"),
                "{name}"
            );
        }
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn labels_begin_where_the_sheet_is_still_whole() {
    for_each_engine(async |shop| {
        kiln::open(shop).await;
        let mut settings = shop.call("settings_get", json!({})).await;
        settings["settings"]["label_format"] = json!("a4_4up");
        shop.call("settings_save", settings).await;
        kiln::import(shop, &kiln::yesterday()).await;
        let known = numbers(shop).await;
        let wishes = ["1001", "1002", "1003"].map(|number| json!({ "orders": [known[number]] }));
        let ask = json!({ "wishes": wishes, "format": null, "start": 3 });
        let made = shop.call("labels_make", ask).await;
        let (_, _, pdf) = shop.document(made["document"].as_i64().unwrap()).await;
        // Places 3 and 4 of the first sheet, place 1 of the second.
        let Some(pages) = pages_of(shop, &pdf) else {
            return;
        };
        assert_eq!(pages.len(), 2);
        let on = |number: &str| pages.iter().position(|page| page.contains(number));
        assert_eq!(
            [on("1001"), on("1002"), on("1003")],
            [Some(0), Some(0), Some(1)],
            "{pages:?}"
        );
    })
    .await;
}
