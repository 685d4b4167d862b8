//! What paper needs before it is made, and what the journal says became of it.

use crate::kiln::{self, numbers};
use serde_json::{Value, json};
use testkit::{Order, TestShop, for_each_engine};

fn offer<'v>(order: &'v Value, command: &str) -> &'v Value {
    let offers = order["offers"].as_array().unwrap();
    let found = offers.iter().find(|o| o["command"] == json!(command));
    &found.unwrap()["refusal"]["id"]
}

async fn address(shop: &TestShop, line1: &str) {
    let mut settings = shop.call("settings_get", json!({})).await;
    settings["settings"]["sender"]["line1"] = json!(line1);
    shop.call("settings_save", settings).await;
}

#[tokio::test(flavor = "multi_thread")]
async fn without_a_sender_there_is_no_label_and_no_slip() {
    for_each_engine(async |shop: &mut TestShop| {
        kiln::open(shop).await;
        kiln::import(shop, &[Order::new(1).line("MUG", 1, 1_000)]).await;
        let id = numbers(shop).await["1"];
        address(shop, "").await;
        let order = shop.call("order_get", json!({ "id": id })).await;
        assert_eq!(
            offer(&order, "labels_make"),
            &json!("paper-no-sender"),
            "{order}"
        );
        let plan = shop.call("ship_plan", json!({ "orders": [id] })).await;
        assert_eq!(plan["no_sender"]["id"], json!("paper-no-sender"), "{plan}");
        let wishes = json!({ "wishes": [{ "orders": [id] }] });
        let made = shop.call("labels_make", wishes.clone()).await;
        assert_eq!(made["document"], Value::Null, "{made}");
        assert_eq!(
            made["refused"][0]["sentence"]["id"],
            json!("paper-no-sender")
        );
        let slips = json!({ "orders": [id] });
        let refused = shop.try_call("slips_make", slips.clone()).await;
        assert_eq!(refused.unwrap_err().message.id, "paper-no-sender");
        address(shop, "Töpferweg 3").await;
        let plan = shop.call("ship_plan", json!({ "orders": [id] })).await;
        assert_eq!(plan["no_sender"], Value::Null, "{plan}");
        let made = shop.call("labels_make", wishes).await;
        assert_eq!(made["refused"], json!([]), "{made}");
        shop.call("slips_make", slips).await;
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_shop_that_goes_on_without_its_sample_has_not_the_samples_address() {
    let mut shop = TestShop::in_folder().await;
    shop.call("sample_open", json!({})).await;
    let mut settings = shop.call("settings_get", json!({})).await;
    assert_eq!(settings["settings"]["sender"]["city"], json!("Gent"));
    settings["settings"]["name"] = json!("Kiln & Co");
    shop.call("settings_save", settings).await;
    shop.call("sample_remove", json!({})).await;
    let settings = shop.call("settings_get", json!({})).await;
    let sender = &settings["settings"]["sender"];
    let says = ["company", "line1", "postcode", "city", "country"].map(|f| &sender[f]);
    assert_eq!(says, ["Kiln & Co", "", "", "", "BE"], "{sender}");
    assert_eq!(settings["settings"]["slip_note"], json!(""), "{settings}");
    shop.reopen().await;
    shop.end().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn the_journal_says_what_became_of_a_label() {
    for_each_engine(async |shop: &mut TestShop| {
        kiln::open(shop).await;
        kiln::import(shop, &[Order::new(1).line("MUG", 1, 1_000)]).await;
        let id = numbers(shop).await["1"];
        let wishes = json!({ "wishes": [{ "orders": [id] }] });
        let document = shop.call("labels_make", wishes).await["document"].clone();
        let print = |way: &str| json!({ "document": document, "way": way });
        // Nothing came out, so nothing is written down, however often it is tried.
        for _ in 0..2 {
            let refused = shop.try_call("print", print("printer_only")).await;
            assert_eq!(refused.unwrap_err().message.id, "print-no-printer");
        }
        let prints = "SELECT COUNT(*) FROM print_journal";
        assert_eq!(shop.number(prints).await, 0);
        // Saved twice: no paper, no question. Then paper may be about.
        for _ in 0..2 {
            let saved = shop.call("print", print("file")).await;
            assert_eq!(saved["outcome"], json!("saved"));
        }
        let again = shop.try_call("print", print("printer")).await.unwrap_err();
        assert_eq!(again.field, "reason");
        let why = json!({ "document": document, "reason": "the file was lost" });
        let opened = shop.call("print", why).await;
        assert_eq!(opened["outcome"], json!("viewer"));
        let verbs = "SELECT COUNT(*) FROM event WHERE verb = ";
        for (verb, times) in [
            ("document_saved", 2),
            ("document_opened", 1),
            ("printed", 0),
        ] {
            let found = shop.number(&format!("{verbs}'{verb}'")).await;
            assert_eq!(found, times, "{verb}");
        }
        let order = shop.call("order_get", json!({ "id": id })).await;
        assert_eq!(order["documents"][0]["prints"], json!(0), "{order}");
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_remark_on_a_slip_names_its_order() {
    let mut shop = TestShop::in_folder().await;
    kiln::open(&shop).await;
    let odd = Order::new(2).line("MUG", 1, 1_000);
    let odd = odd.to("Al \u{1F381} Short", "Weg 1", "10969", "Berlin", "DE");
    kiln::import(&shop, &[Order::new(1).line("MUG", 1, 1_000), odd]).await;
    let ids = numbers(&shop).await;
    let slips = json!({ "orders": [ids["1"], ids["2"]] });
    let made = shop.call("slips_make", slips).await;
    let notices = made["notices"].as_array().unwrap();
    assert_eq!(notices.len(), 1, "{made}");
    assert_eq!(
        (&notices[0]["number"], &notices[0]["order"]),
        (&json!("#2"), &json!(ids["2"])),
        "{made}"
    );
    shop.reopen().await;
    shop.end().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn fewer_than_one_unit_cannot_be_carried() {
    let mut shop = TestShop::in_folder().await;
    let variants = kiln::open(&shop).await;
    let cellar =
        json!({ "id": null, "version": 0, "name": "Cellar", "active": null, "first": false });
    let places = shop.call("location_save", cellar).await;
    for units in [-3, 0] {
        let carry = json!({
            "variant": variants["MUG"], "from": places[0]["id"], "to": places[1]["id"], "quantity": units,
        });
        let refused = shop.try_call("stock_transfer", carry).await.unwrap_err();
        assert_eq!(
            (refused.field.as_str(), refused.message.id.as_str()),
            ("quantity", "stock-transfer-none")
        );
    }
    shop.reopen().await;
    shop.end().await;
}
