//! What was thought settled is not: a delivered order grows, a called-off one goes on, a count that agreed
//! stands, and imports are taken back one after another.

use crate::kiln::{self, label, numbers, stock, views};
use serde_json::{Value, json};
use testkit::{Order, TestShop, for_each_engine, shopify_file};

/// Two hours: the shelf was counted at a quarter to eight.
const LATER: i64 = 2 * 3_600_000;

/// Half past nine in Berlin, in between.
const LEFT: &str = "2026-11-23 09:30:00 +0100";

/// The shop system has sent it this morning.
fn gone(order: Order) -> Order {
    order
        .cell("Fulfillment Status", "fulfilled")
        .cell("Fulfilled at", LEFT)
}

async fn take(shop: &TestShop, orders: &[Order], on_shelf: Option<bool>) -> Value {
    let path = shop.file("orders_export.csv", shopify_file(orders));
    let read = json!({ "path": path, "start_at": kiln::START, "on_shelf": on_shelf });
    let preview = shop.call("import_preview", read.clone()).await;
    let take = json!({ "read": read, "sha256": preview["sha256"] });
    shop.call("import_commit", take).await
}

async fn get(shop: &TestShop, number: &str) -> Value {
    let id = numbers(shop).await[number];
    shop.call("order_get", json!({ "id": id })).await
}

/// Units of each line, by what they are counted as.
fn units(order: &Value, what: &str) -> Vec<i64> {
    let lines = order["lines"].as_array().unwrap().iter();
    lines
        .map(|l| l["quantities"][what].as_i64().unwrap())
        .collect()
}

/// The sentences of the holds that stand.
fn held(order: &Value) -> Vec<String> {
    let holds = order["holds"].as_array().unwrap().iter();
    holds
        .filter(|h| h["released_at"].is_null())
        .map(|h| h["sentence"]["id"].as_str().unwrap().to_owned())
        .collect()
}

/// The sentences of an order's open items.
async fn asked(shop: &TestShop, number: &str) -> Vec<String> {
    let id = numbers(shop).await[number];
    let today = shop.call("today", json!({})).await;
    let needs = today["needs"].as_array().unwrap().iter();
    needs
        .filter(|n| n["order"] == json!(id))
        .map(|n| n["sentence"]["id"].as_str().unwrap().to_owned())
        .collect()
}

async fn take_theirs(shop: &TestShop, number: &str) -> Value {
    for conflict in get(shop, number).await["conflicts"].as_array().unwrap() {
        let settle = json!({ "id": conflict["id"], "take_theirs": true });
        shop.call("conflict_settle", settle).await;
    }
    get(shop, number).await
}

async fn undo(shop: &TestShop, batch: &Value) -> (i64, i64, usize) {
    let undone = shop.call("import_undo", json!({ "batch": batch })).await;
    (
        undone["removed"].as_i64().unwrap(),
        undone["restored"].as_i64().unwrap(),
        undone["kept"].as_array().unwrap().len(),
    )
}

#[tokio::test(flavor = "multi_thread")]
async fn units_added_to_a_delivered_order_are_reserved() {
    for_each_engine(async |shop| {
        let variants = kiln::open(shop).await;
        let order = |number, units| Order::new(number).line("MUG", units, 1_000);
        kiln::import(shop, &[order(901, 2), order(902, 2)]).await;
        let ids = numbers(shop).await;
        let (_, parcels) = label(shop, &[ids["901"], ids["902"]]).await;
        shop.call("hand_over", json!({ "parcels": parcels })).await;
        for parcel in &parcels {
            shop.call("parcel_delivered", json!({ "id": parcel })).await;
        }
        for number in ["901", "902"] {
            let order = get(shop, number).await;
            assert_eq!(order["row"]["life"], json!("completed"), "{order}");
        }
        assert_eq!(stock(shop, variants["MUG"]).await, (6, 0, 0));
        // One more of the same; a line of its own, of which more are wanted than there are.
        kiln::import(shop, &[order(901, 3), order(902, 2).line("TEE", 3, 2_500)]).await;
        let more = take_theirs(shop, "901").await;
        assert_eq!(more["row"]["life"], json!("open"), "{more}");
        assert_eq!(units(&more, "reserved"), [1], "{more}");
        assert_eq!(more["row"]["short"], json!(0), "{more}");
        assert_eq!(more["row"]["ready"], json!(true), "{more}");
        assert_eq!(stock(shop, variants["MUG"]).await, (6, 1, 0));
        let line = get(shop, "902").await;
        assert_eq!(units(&line, "reserved"), [0, 2], "{line}");
        assert_eq!(units(&line, "backordered"), [0, 1], "{line}");
        assert_eq!(views(shop).await["short"], 1, "902 waits for a TEE");
        // What comes is for whom waits.
        let more = json!({ "variant": variants["TEE"], "counted": 5, "confirm": true });
        shop.call("stock_count", more).await;
        let line = get(shop, "902").await;
        assert_eq!(units(&line, "reserved"), [0, 3], "{line}");
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn what_was_called_off_here_as_there_is_asked_about_when_it_goes_on_there() {
    for_each_engine(async |shop| {
        let variants = kiln::open(shop).await;
        let order = || Order::new(911).line("MUG", 2, 1_000);
        kiln::import(shop, &[order()]).await;
        let id = numbers(shop).await["911"];
        label(shop, &[id]).await;
        kiln::import(shop, &[order().cancelled()]).await;
        assert_eq!(asked(shop, "911").await, ["hold-cancelled-there"]);
        assert_eq!(held(&get(shop, "911").await), ["hold-cancelled-there"]);
        // Done as the shop system asked: nothing of it is open any more.
        let cancel = json!({ "id": id, "reason": "as the shop system" });
        shop.call("order_cancel", cancel).await;
        assert_eq!(asked(shop, "911").await, Vec::<String>::new());
        assert_eq!(held(&get(shop, "911").await), Vec::<String>::new());
        // It goes on there, while it is called off here.
        kiln::import(shop, &[order()]).await;
        let seen = get(shop, "911").await;
        assert_eq!(seen["row"]["life"], json!("cancelled"), "{seen}");
        assert_eq!(asked(shop, "911").await, ["need-revived-there"]);
        let back = shop.call("order_restore", json!({ "id": id })).await;
        assert_eq!(asked(shop, "911").await, Vec::<String>::new());
        assert_eq!(held(&back), Vec::<String>::new());
        assert_eq!(back["row"]["ready"], json!(true), "{back}");
        assert_eq!(stock(shop, variants["MUG"]).await.1, 2);
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn units_called_off_here_are_a_choice_when_the_order_goes_on_there() {
    for_each_engine(async |shop| {
        kiln::open(shop).await;
        let order = || {
            Order::new(921)
                .line("MUG", 2, 1_000)
                .line("CUP", 1, 1_200)
        };
        kiln::import(shop, &[order()]).await;
        let seen = get(shop, "921").await;
        let (id, mug, cup) = (
            &seen["row"]["id"],
            &seen["lines"][0]["id"],
            &seen["lines"][1]["id"],
        );
        let of = |line: &Value, units: i64| {
            json!({ "lines": [{ "line": line, "units": units }], "tracking": "" })
        };
        let wish = json!({ "orders": [id], "parcels": [of(mug, 2), of(cup, 1)] });
        let made = shop.call("labels_make", json!({ "wishes": [wish] })).await;
        let first = &made["parcels"][0]["parcel"];
        shop.call("hand_over", json!({ "parcels": [first] })).await;
        kiln::import(shop, &[order().cancelled()]).await;
        let cancel = json!({ "id": id, "units": [{ "line": cup, "units": 1 }], "reason": "" });
        shop.call("order_cancel", cancel).await;
        let seen = get(shop, "921").await;
        assert_eq!(held(&seen), Vec::<String>::new(), "nothing is left to stop");
        assert_eq!(
            asked(shop, "921").await,
            ["need-cancelled-after-leaving"],
            "the mugs are still asked back"
        );
        // It goes on there: the cup is wanted there and called off here.
        kiln::import(shop, &[order()]).await;
        let seen = get(shop, "921").await;
        assert_eq!(asked(shop, "921").await, ["need-goes-on-there"], "{seen}");
        let conflict = &seen["conflicts"][0];
        assert_eq!(
            (&conflict["ours"], &conflict["theirs"]),
            (&json!("0 × Thing CUP"), &json!("1 × Thing CUP")),
            "{seen}"
        );
        let taken = take_theirs(shop, "921").await;
        assert_eq!(units(&taken, "reserved"), [0, 1], "{taken}");
        // Said again it is nothing new.
        kiln::import(shop, &[order().cell("Notes", "ring twice")]).await;
        assert_eq!(get(shop, "921").await["conflicts"], json!([]));
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn what_a_person_restored_stays_restored_until_its_source_says_something_new() {
    for_each_engine(async |shop| {
        kiln::open(shop).await;
        let order = || Order::new(931).line("MUG", 2, 1_000);
        kiln::import(shop, &[order()]).await;
        kiln::import(shop, &[order().cancelled()]).await;
        let seen = get(shop, "931").await;
        assert_eq!(seen["row"]["life"], json!("cancelled"), "{seen}");
        let restore = json!({ "id": seen["row"]["id"] });
        shop.call("order_restore", restore).await;
        // Still cancelled there, said with something else.
        kiln::import(shop, &[order().cancelled().cell("Notes", "ring twice")]).await;
        let seen = get(shop, "931").await;
        assert_eq!(seen["row"]["life"], json!("open"), "{seen}");
        assert_eq!(seen["row"]["ready"], json!(true), "{seen}");
        assert_eq!(seen["note"], json!("ring twice"));
        // It goes on there, and is cancelled there once more: that is new.
        kiln::import(shop, &[order()]).await;
        assert_eq!(get(shop, "931").await["row"]["life"], json!("open"));
        kiln::import(shop, &[order().cancelled()]).await;
        assert_eq!(get(shop, "931").await["row"]["life"], json!("cancelled"));
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_count_that_agrees_with_the_books_is_a_count() {
    for_each_engine(async |shop| {
        let variants = kiln::open(shop).await;
        let order = |number, sku| Order::new(number).line(sku, 2, 1_000);
        take(shop, &[order(941, "MUG"), order(942, "CUP")], None).await;
        shop.advance(LATER);
        let left = [gone(order(941, "MUG")), gone(order(942, "CUP"))];
        take(shop, &left, None).await;
        // The mugs were looked at after they had left, and all ten are there.
        let count = json!({ "variant": variants["MUG"], "counted": 10 });
        let counted = shop.call("stock_count", count).await;
        assert_eq!(counted["difference"], json!(0), "{counted}");
        let all = shop.call("channels_list", json!({})).await;
        let shopify = all.as_array().unwrap().iter();
        let shopify = shopify.clone().find(|c| c["kind"] == json!("shopify"));
        let shopify = shopify.unwrap();
        let answer =
            json!({ "id": shopify["id"], "version": shopify["version"], "on_shelf": true });
        shop.call("channel_save", answer).await;
        assert_eq!(stock(shop, variants["MUG"]).await, (10, 0, 0), "seen since");
        assert_eq!(stock(shop, variants["CUP"]).await, (3, 0, 0));
        let detail = shop
            .call("variant_get", json!({ "id": variants["MUG"] }))
            .await;
        let newest = &detail["movements"][0];
        assert_eq!(
            (&newest["kind"], &newest["quantity"], &newest["after"]),
            (&json!("counted"), &json!(0), &json!(10)),
            "{detail}"
        );
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn imports_are_taken_back_one_after_another() {
    for_each_engine(async |shop| {
        kiln::open(shop).await;
        let order = |note| Order::new(951).line("MUG", 2, 1_000).cell("Notes", note);
        let first = kiln::import(shop, &[order("")]).await["batch"].clone();
        let second = kiln::import(shop, &[order("ring")]).await["batch"].clone();
        let third = kiln::import(shop, &[order("ring twice")]).await["batch"].clone();
        // Out of turn nothing is done, and nothing is called done.
        assert_eq!(undo(shop, &second).await, (0, 0, 1));
        assert_eq!(get(shop, "951").await["note"], json!("ring twice"));
        assert_eq!(undo(shop, &third).await, (0, 1, 0));
        assert_eq!(get(shop, "951").await["note"], json!("ring"));
        assert_eq!(undo(shop, &second).await, (0, 1, 0));
        assert_eq!(get(shop, "951").await["note"], json!(""));
        assert_eq!(undo(shop, &first).await, (1, 0, 0));
        assert!(numbers(shop).await.is_empty());
        // What somebody changed in between stays theirs.
        let made = kiln::import(shop, &[order("")]).await["batch"].clone();
        let second = kiln::import(shop, &[order("ring")]).await["batch"].clone();
        let seen = get(shop, "951").await;
        let edit =
            json!({ "id": seen["row"]["id"], "version": seen["row"]["version"], "gift": true });
        shop.call("order_edit", edit).await;
        let third = kiln::import(shop, &[order("ring twice")]).await["batch"].clone();
        assert_eq!(undo(shop, &third).await, (0, 1, 0));
        assert_eq!(undo(shop, &second).await, (0, 0, 1));
        assert_eq!(undo(shop, &made).await, (0, 0, 1));
        assert_eq!(get(shop, "951").await["note"], json!("ring"));
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn an_import_taken_back_serves_again_who_was_served() {
    for_each_engine(async |shop| {
        let variants = kiln::open(shop).await;
        let order = |number, units| Order::new(number).line("TEE", units, 2_500);
        // Two are there: 961 and 962 have them, 963 waits.
        take(shop, &[order(961, 1), order(962, 1)], Some(true)).await;
        take(shop, &[order(963, 2)], None).await;
        shop.advance(LATER);
        let left = take(shop, &[gone(order(963, 2))], None).await;
        assert_eq!(stock(shop, variants["TEE"]).await, (0, 0, 0));
        assert_eq!(undo(shop, &left["batch"]).await, (0, 1, 0));
        assert_eq!(stock(shop, variants["TEE"]).await, (2, 2, 0));
        for (number, reserved) in [("961", 1), ("962", 1), ("963", 0)] {
            let order = get(shop, number).await;
            assert_eq!(units(&order, "reserved"), [reserved], "{number}: {order}");
            assert_eq!(order["row"]["ready"], json!(reserved == 1), "{number}");
        }
        // Whoever was served is served again, although others have waited since.
        take(shop, &[order(964, 2)], None).await;
        let noted = order(961, 1).cell("Notes", "ring twice");
        let noted = take(shop, &[noted], None).await;
        assert_eq!(undo(shop, &noted["batch"]).await, (0, 1, 0));
        assert_eq!(units(&get(shop, "961").await, "reserved"), [1]);
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_count_after_the_goods_had_left_outlives_an_undo() {
    for_each_engine(async |shop| {
        let variants = kiln::open(shop).await;
        let order = || Order::new(971).line("MUG", 2, 1_000).line("CUP", 1, 1_200);
        take(shop, &[order()], Some(true)).await;
        shop.advance(LATER);
        let left = take(shop, &[gone(order())], None).await;
        assert_eq!(stock(shop, variants["MUG"]).await, (8, 0, 0));
        assert_eq!(stock(shop, variants["CUP"]).await, (4, 0, 0));
        shop.advance(LATER);
        let count = json!({ "variant": variants["MUG"], "counted": 7 });
        shop.call("stock_count", count).await;
        shop.advance(LATER);
        assert_eq!(undo(shop, &left["batch"]).await, (0, 1, 0));
        assert_eq!(stock(shop, variants["MUG"]).await, (7, 2, 0), "as counted");
        assert_eq!(stock(shop, variants["CUP"]).await, (5, 1, 0), "back");
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_picked_unit_stands_behind_one_reservation() {
    for_each_engine(async |shop| {
        let variants = kiln::open(shop).await;
        let order = |units| Order::new(981).line("MUG", units, 1_000);
        kiln::import(shop, &[order(1)]).await;
        label(shop, &[numbers(shop).await["981"]]).await;
        kiln::import(shop, &[order(2)]).await;
        take_theirs(shop, "981").await;
        let detail = shop
            .call("variant_get", json!({ "id": variants["MUG"] }))
            .await;
        let rows = detail["reservations"].as_array().unwrap().iter();
        let rows: Vec<(i64, i64)> = rows
            .map(|r| {
                (
                    r["quantity"].as_i64().unwrap(),
                    r["picked"].as_i64().unwrap(),
                )
            })
            .collect();
        assert_eq!(rows, [(1, 1), (1, 0)], "{detail}");
        assert_eq!(detail["row"]["picked"], json!(1));
    })
    .await;
}
