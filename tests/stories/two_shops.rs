//! Two shops of one format: each has its own numbers, and what one file says never touches the other's orders.

use crate::kiln::{self, START};
use serde_json::{Value, json};
use std::path::PathBuf;
use testkit::{Order, TestShop, for_each_engine, shopify_file};

/// The first shop's three, all with the kit's own people in Berlin.
fn first() -> Vec<Order> {
    vec![
        Order::new(1001).line("MUG", 2, 1_000),
        Order::new(1002).line("CUP", 1, 1_200),
        Order::new(1003).line("TEE", 1, 2_500),
    ]
}

/// The second shop's three: the same ids and numbers, other people, another day.
fn second() -> Vec<Order> {
    let other = |number: u32, name: &str| {
        Order::new(number)
            .to(name, "Quai 9", "75011", "Paris", "FR")
            .cell("Email", &format!("{number}@autre.test"))
            .cell("Created at", "2026-11-21 09:30:00 +0100")
    };
    vec![
        other(1001, "Odile Hiver").line("POT", 1, 3_000),
        other(1002, "Paul Neige").line("POT", 2, 3_000),
        other(1003, "Rose Givre").line("MUG", 1, 1_000),
    ]
}

fn files(shop: &TestShop) -> [PathBuf; 2] {
    [
        shop.file("one.csv", shopify_file(&first())),
        shop.file("two.csv", shopify_file(&second())),
    ]
}

async fn look(shop: &TestShop, read: &Value) -> Value {
    shop.call("import_preview", read.clone()).await
}

/// Previews and takes a file: new, updated, skipped, refused, and the batch.
async fn take(shop: &TestShop, read: &Value) -> ([i64; 4], Value) {
    let preview = look(shop, read).await;
    let body = json!({ "read": read, "sha256": preview["sha256"] });
    let taken = shop.call("import_commit", body).await;
    let count = |of: &str| {
        assert_eq!(taken[of], preview[of], "the preview said {preview}");
        taken[of].as_i64().unwrap()
    };
    let counts = ["new", "updated", "skipped", "refused"].map(count);
    (counts, taken["batch"].clone())
}

/// Why a file is not taken: the field that is asked for and the sentence.
async fn refused(shop: &TestShop, read: &Value) -> (String, String) {
    let preview = look(shop, read).await;
    let body = json!({ "read": read, "sha256": preview["sha256"] });
    let error = shop.try_call("import_commit", body).await.unwrap_err();
    (error.field, error.message.id)
}

async fn channels(shop: &TestShop) -> Vec<(String, String, i64)> {
    let all = shop.call("channels_list", json!({})).await;
    let all = all.as_array().unwrap().iter();
    let of = |c: &Value, field: &str| c[field].as_str().unwrap().to_owned();
    all.map(|c| (of(c, "kind"), of(c, "name"), c["id"].as_i64().unwrap()))
        .filter(|c| c.0 == "shopify")
        .collect()
}

/// Channel, number and recipient of every order.
async fn standing(shop: &TestShop) -> Vec<(String, String, String)> {
    let ask = json!({ "view": "all", "sort": "placed", "limit": 50 });
    let page = shop.call("orders_list", ask).await;
    let text = |row: &Value, field: &str| row[field].as_str().unwrap().to_owned();
    let rows = page["rows"].as_array().unwrap().iter();
    let mut all: Vec<_> = rows
        .map(|r| (text(r, "channel"), text(r, "number"), text(r, "name")))
        .collect();
    all.sort();
    all
}

fn both() -> Vec<(String, String, String)> {
    [
        ("Outlet", "#1001", "Odile Hiver"),
        ("Outlet", "#1002", "Paul Neige"),
        ("Outlet", "#1003", "Rose Givre"),
        ("Shopify", "#1001", "Ida Sommer"),
        ("Shopify", "#1002", "Ida Sommer"),
        ("Shopify", "#1003", "Ida Sommer"),
    ]
    .map(|(channel, number, name)| (channel.to_owned(), number.to_owned(), name.to_owned()))
    .to_vec()
}

#[tokio::test(flavor = "multi_thread")]
async fn two_shops_with_the_same_numbers_stand_side_by_side() {
    for_each_engine(async |shop| {
        kiln::open(shop).await;
        let [one, two] = files(shop);
        let read = json!({ "path": one, "start_at": START });
        let preview = look(shop, &read).await;
        assert_eq!(preview["channel_name"], json!("Shopify"));
        assert_eq!(preview["ask_channel"], json!(false));
        assert_eq!(take(shop, &read).await.0, [3, 0, 0, 0]);
        let other = json!({ "path": two, "start_at": START, "new_channel": " Outlet " });
        let preview = look(shop, &other).await;
        assert_eq!(
            (&preview["channel"], &preview["channel_name"]),
            (&Value::Null, &json!("Outlet"))
        );
        assert_eq!(take(shop, &other).await.0, [3, 0, 0, 0]);
        assert_eq!(standing(shop).await, both());
        // Again, without saying of which shop they are: what is here of them proves it.
        for (path, name) in [(&one, "Shopify"), (&two, "Outlet")] {
            let again = json!({ "path": path });
            let preview = look(shop, &again).await;
            assert_eq!(preview["channel_name"], json!(name));
            assert_eq!(preview["ask_channel"], json!(false), "{name}");
            assert!(preview["same_file"].is_number(), "{name}");
            assert_eq!(take(shop, &again).await.0, [0, 0, 3, 0], "{name}");
        }
        assert_eq!(standing(shop).await, both());
        // An order changed at its source is still known by its moment and its recipient.
        let mut changed = second();
        changed.truncate(1);
        changed[0] = changed[0].clone().cell("Notes", "Ring twice");
        let path = shop.file("changed.csv", shopify_file(&changed));
        assert_eq!(take(shop, &json!({ "path": path })).await.0, [0, 1, 0, 0]);
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn which_of_two_shops_a_new_file_is_of_is_asked() {
    for_each_engine(async |shop| {
        kiln::open(shop).await;
        let [one, two] = files(shop);
        take(shop, &json!({ "path": one, "start_at": START })).await;
        take(
            shop,
            &json!({ "path": two, "start_at": START, "new_channel": "Outlet" }),
        )
        .await;
        let new = shopify_file(&[Order::new(1004).line("MUG", 1, 1_000)]);
        let path = shop.file("new.csv", new);
        let read = json!({ "path": path });
        let preview = look(shop, &read).await;
        assert_eq!(preview["ask_channel"], json!(true));
        assert_eq!(preview["ask_start"], json!(false), "one question at a time");
        let names: Vec<&str> = preview["channels"]
            .as_array()
            .unwrap()
            .iter()
            .map(|c| c["name"].as_str().unwrap())
            .collect();
        assert_eq!(names, ["Shopify", "Outlet"]);
        let (field, sentence) = refused(shop, &read).await;
        assert_eq!(
            (field.as_str(), sentence.as_str()),
            ("channel", "import-which-channel")
        );
        let outlet = channels(shop).await[1].2;
        let named = json!({ "path": path, "channel": outlet });
        assert_eq!(take(shop, &named).await.0, [1, 0, 0, 0]);
        assert_eq!(standing(shop).await.len(), 7);
        // A name that is taken makes no third of the same name.
        let taken = json!({ "path": path, "new_channel": "outlet" });
        let error = shop.try_call("import_preview", taken).await.unwrap_err();
        assert_eq!(error.message.id, "channel-name-taken");
        // A channel out of use is no choice; with one left there is nothing to ask.
        let off = json!({ "id": outlet, "version": 1, "active": false });
        shop.call("channel_save", off).await;
        let next = shopify_file(&[Order::new(1005).line("MUG", 1, 1_000)]);
        let read = json!({ "path": shop.file("next.csv", next) });
        let preview = look(shop, &read).await;
        assert_eq!(preview["channel_name"], json!("Shopify"));
        // But its own file is told from the other's, and is not taken.
        let own = json!({ "path": two });
        let error = shop.try_call("import_preview", own).await.unwrap_err();
        assert_eq!(error.message.id, "import-channel-off");
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_file_of_another_shop_overwrites_nothing() {
    for_each_engine(async |shop| {
        kiln::open(shop).await;
        let [one, two] = files(shop);
        take(shop, &json!({ "path": one, "start_at": START })).await;
        let before = standing(shop).await;
        let read = json!({ "path": two });
        let preview = look(shop, &read).await;
        assert_eq!(preview["others"], json!(3));
        let group = &preview["problems"][0];
        assert_eq!(group["sentence"]["id"], json!("import-other-order"));
        assert_eq!(
            (&group["refuses"], &group["count"]),
            (&json!(true), &json!(3))
        );
        assert_eq!(preview["orders"][0]["fate"], json!("refuse"));
        let (field, sentence) = refused(shop, &read).await;
        assert_eq!(
            (field.as_str(), sentence.as_str()),
            ("others", "import-others-undecided")
        );
        assert_eq!(standing(shop).await, before);
        // One of them is new: it is no reason to take it into the wrong shop.
        let mut more = second();
        more.push(Order::new(1009).line("MUG", 1, 1_000));
        let mixed = shop.file("mixed.csv", shopify_file(&more));
        assert_eq!(refused(shop, &json!({ "path": mixed })).await.0, "others");
        let left = json!({ "path": mixed, "others": "leave" });
        assert_eq!(take(shop, &left).await.0, [1, 0, 0, 3]);
        assert_eq!(standing(shop).await.len(), 4);
        // Who says that they are the same gets what the file says.
        let same = json!({ "path": two, "others": "same" });
        let preview = look(shop, &same).await;
        assert_eq!(
            (&preview["others"], &preview["updated"]),
            (&json!(0), &json!(3))
        );
        assert_eq!(take(shop, &same).await.0, [0, 3, 0, 0]);
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn an_edited_order_is_no_other_order() {
    for_each_engine(async |shop| {
        kiln::open(shop).await;
        let [one, _] = files(shop);
        take(shop, &json!({ "path": one, "start_at": START })).await;
        // Another recipient, another e-mail, other goods: at the same second it is the same order.
        let edited = Order::new(1001)
            .to("Bea Herbst", "Weg 3", "20095", "Hamburg", "DE")
            .cell("Email", "bea@example.test")
            .line("POT", 1, 3_000);
        let path = shop.file("edited.csv", shopify_file(&[edited]));
        let preview = look(shop, &json!({ "path": path })).await;
        assert_eq!(
            (&preview["others"], &preview["updated"]),
            (&json!(0), &json!(1))
        );
        // The same person and goods at another moment: a file that writes another clock.
        let clock = Order::new(1002)
            .cell("Created at", "2026-11-22 17:05:00 +0100")
            .line("CUP", 1, 1_200);
        let path = shop.file("clock.csv", shopify_file(&[clock]));
        let preview = look(shop, &json!({ "path": path })).await;
        assert_eq!(preview["others"], json!(0));
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_file_that_tells_only_days_is_known_by_people_and_goods() {
    for_each_engine(async |shop| {
        kiln::open(shop).await;
        let header = "Order number;Date;Name;E-mail;SKU;Quantity;Price;Total\n";
        let file = |name: &str, mail: &str, sku: &str| {
            format!("{header}5001;2026-11-20;{name};{mail};{sku};1;10,00;10,00\n")
        };
        let one = shop.file("a.csv", file("Ida Sommer", "ida@a.test", "MUG"));
        take(shop, &json!({ "path": one, "start_at": START })).await;
        for (name, mail, sku, others) in [
            ("Odile Hiver", "odile@b.test", "POT", 1),
            ("Odile Hiver", "odile@b.test", "MUG", 0),
            ("Ida Sommer", "ida@a.test", "POT", 0),
        ] {
            let path = shop.file("b.csv", file(name, mail, sku));
            let preview = look(shop, &json!({ "path": path })).await;
            assert_eq!(preview["format"], json!("other"), "{preview}");
            assert_eq!(preview["others"], json!(others), "{name} {sku}");
        }
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_channel_made_by_mistake_goes_with_its_import() {
    for_each_engine(async |shop| {
        kiln::open(shop).await;
        let [one, two] = files(shop);
        take(shop, &json!({ "path": one, "start_at": START })).await;
        let wrong = json!({ "path": two, "start_at": START, "new_channel": "Shopfy" });
        let (_, batch) = take(shop, &wrong).await;
        assert_eq!(channels(shop).await.len(), 2);
        shop.call("import_undo", json!({ "batch": batch })).await;
        let left = channels(shop).await;
        assert_eq!(left.len(), 1);
        assert_eq!(left[0].1, "Shopify");
        let imports = shop.call("imports_list", json!({})).await;
        assert_eq!(imports[0]["file_name"], json!("two.csv"));
        assert!(imports[0]["undone_at"].is_number());
        // With one shop left there is nothing to ask.
        let new = shopify_file(&[Order::new(1004).line("MUG", 1, 1_000)]);
        let read = json!({ "path": shop.file("new.csv", new) });
        assert_eq!(take(shop, &read).await.0, [1, 0, 0, 0]);
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn each_shop_is_told_of_its_own_parcels() {
    for_each_engine(async |shop| {
        kiln::open(shop).await;
        let [one, two] = files(shop);
        take(shop, &json!({ "path": one, "start_at": START })).await;
        take(
            shop,
            &json!({ "path": two, "start_at": START, "new_channel": "Outlet" }),
        )
        .await;
        let ask = json!({ "view": "to_ship", "sort": "placed", "limit": 50 });
        let page = shop.call("orders_list", ask).await;
        let ready: Vec<i64> = page["rows"]
            .as_array()
            .unwrap()
            .iter()
            .filter(|r| r["number"] == json!("#1003") || r["number"] == json!("#1002"))
            .map(|r| r["id"].as_i64().unwrap())
            .collect();
        let (_, parcels) = kiln::label(shop, &ready).await;
        shop.call("hand_over", json!({ "parcels": parcels })).await;
        for (_, name, id) in channels(shop).await {
            let ask = json!({ "channel": id, "form": "plain", "only_look": false });
            let made = shop.call("shipped_file", ask).await;
            assert_eq!(made["parcels"], json!(2), "{name}");
            let file = made["name"].as_str().unwrap();
            let begins = format!("shipped-{}-plain-", name.to_lowercase());
            assert!(file.starts_with(&begins), "{file}");
            let (_, _, bytes) = shop.document(made["document"].as_i64().unwrap()).await;
            let text = String::from_utf8(bytes).unwrap();
            assert_eq!(text.matches("1002").count(), 1, "{name}: {text}");
        }
    })
    .await;
}
