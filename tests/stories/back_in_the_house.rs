//! What the shop system says while a parcel is gone, or of what was told by us, is not forgotten when the
//! parcel stands here again; and money that fell away stops what was packed.

use crate::kiln::{self, label, numbers, views};
use serde_json::{Value, json};
use testkit::{Order, TestShop, for_each_engine};

fn order(number: u32) -> Order {
    Order::new(number).line("MUG", 2, 1_000)
}

async fn get(shop: &TestShop, number: &str) -> Value {
    let id = numbers(shop).await[number];
    shop.call("order_get", json!({ "id": id })).await
}

/// The sentences of an order's open holds.
fn holds(order: &Value) -> Vec<&str> {
    let holds = order["holds"].as_array().unwrap().iter();
    holds
        .filter(|h| h["released_at"].is_null())
        .map(|h| h["sentence"]["id"].as_str().unwrap())
        .collect()
}

/// The sentences of an order's open items.
async fn needs(shop: &TestShop, number: &str) -> Vec<String> {
    let id = numbers(shop).await[number];
    let today = shop.call("today", json!({})).await;
    let needs = today["needs"].as_array().unwrap().iter();
    needs
        .filter(|n| n["order"] == json!(id))
        .map(|n| n["sentence"]["id"].as_str().unwrap().to_owned())
        .collect()
}

/// Hands parcels over; answers how many stayed.
async fn hand_over(shop: &TestShop, parcels: &[i64]) -> usize {
    let left = shop.call("hand_over", json!({ "parcels": parcels })).await;
    left["stopped"].as_array().unwrap().len()
}

#[tokio::test(flavor = "multi_thread")]
async fn an_address_that_changed_while_a_parcel_was_gone_stops_it_when_it_is_back() {
    for_each_engine(async |shop| {
        kiln::open(shop).await;
        kiln::import(shop, &[order(801)]).await;
        let id = numbers(shop).await["801"];
        let (_, parcels) = label(shop, &[id]).await;
        assert_eq!(hand_over(shop, &parcels).await, 0);
        let moved = order(801).to("Ida Falk", "Ahornweg 12", "50667", "Köln", "DE");
        kiln::import(shop, &[moved]).await;
        assert_eq!(needs(shop, "801").await, ["need-changed-after-leaving"]);
        assert_eq!(views(shop).await["needs_you"], 1);
        shop.call("take_back", json!({ "id": parcels[0] })).await;
        let back = get(shop, "801").await;
        assert_eq!(holds(&back), ["hold-conflict"]);
        assert_eq!(back["row"]["ready"], json!(false));
        assert_eq!(hand_over(shop, &parcels).await, 1, "it stays here");
        let choose = json!({ "id": back["conflicts"][0]["id"], "take_theirs": false });
        shop.call("conflict_settle", choose).await;
        assert_eq!(holds(&get(shop, "801").await), Vec::<&str>::new());
        assert_eq!(needs(shop, "801").await, Vec::<String>::new());
        assert_eq!(hand_over(shop, &parcels).await, 0);
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn what_the_shop_system_says_because_we_told_it_was_not_shipped_there() {
    for_each_engine(async |shop| {
        let variants = kiln::open(shop).await;
        kiln::import(shop, &[order(811)]).await;
        let id = numbers(shop).await["811"];
        let (_, parcels) = label(shop, &[id]).await;
        assert_eq!(hand_over(shop, &parcels).await, 0);
        let channel = shop
            .number("SELECT channel_id FROM outbox WHERE ended_at IS NULL")
            .await;
        let tell = json!({ "channel": channel, "form": "plain" });
        assert_eq!(shop.call("shipped_file", tell).await["parcels"], json!(1));
        shop.call("take_back", json!({ "id": parcels[0] })).await;
        kiln::import(shop, &[order(811).fulfilled()]).await;
        let here = get(shop, "811").await;
        assert_eq!(here["lines"][0]["quantities"]["shipped"], json!(0));
        assert_eq!(needs(shop, "811").await, ["need-told-and-taken-back"]);
        assert_eq!(kiln::stock(shop, variants["MUG"]).await.0, 10);
        // Its label is as good as it was.
        assert_eq!(hand_over(shop, &parcels).await, 0);
        assert_eq!(kiln::stock(shop, variants["MUG"]).await.0, 8);
        assert_eq!(needs(shop, "811").await, Vec::<String>::new());
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn one_of_two_parcels_back_of_what_was_called_off_is_held() {
    for_each_engine(async |shop| {
        kiln::open(shop).await;
        kiln::import(shop, &[order(821)]).await;
        let seen = get(shop, "821").await;
        let one = json!([{ "line": seen["lines"][0]["id"], "units": 1 }]);
        let wish = json!({
            "orders": [seen["row"]["id"]], "parcels": [{ "lines": one, "grams": 400 }, {}],
        });
        let made = shop.call("labels_make", json!({ "wishes": [wish] })).await;
        let made = made["parcels"].as_array().unwrap().iter();
        let parcels: Vec<i64> = made.map(|p| p["parcel"].as_i64().unwrap()).collect();
        assert_eq!(hand_over(shop, &parcels).await, 0);
        let off = order(821)
            .cancelled()
            .cell("Financial Status", "refunded")
            .cell("Refunded Amount", "24.90");
        kiln::import(shop, &[off]).await;
        shop.call("take_back", json!({ "id": parcels[0] })).await;
        let back = get(shop, "821").await;
        assert_eq!(holds(&back), ["hold-cancelled-there"]);
        assert_eq!(views(shop).await["to_ship"], 0);
        assert_eq!(hand_over(shop, &parcels[..1]).await, 1);
        // The other parcel is still to be asked back.
        assert_eq!(needs(shop, "821").await, ["need-refunded-after-leaving"]);
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn an_amount_that_went_back_whole_is_a_refund_whatever_the_word() {
    for_each_engine(async |shop| {
        kiln::open(shop).await;
        let back = |number, word| {
            order(number)
                .cell("Financial Status", word)
                .cell("Refunded Amount", "24.90")
        };
        kiln::import(shop, &[order(833)]).await;
        let id = numbers(shop).await["833"];
        let (_, parcels) = label(shop, &[id]).await;
        let file = [
            back(831, "partially_refunded"),
            back(832, "paid"),
            back(833, "partially_refunded"),
        ];
        kiln::import(shop, &file).await;
        assert_eq!(views(shop).await["to_ship"], 0);
        for number in ["831", "832"] {
            let order = get(shop, number).await;
            assert_eq!(order["row"]["history"], json!(true), "{number}");
        }
        assert_eq!(holds(&get(shop, "833").await), ["hold-cancelled-there"]);
        assert_eq!(hand_over(shop, &parcels).await, 1);
        // A part of it is no reason to keep the goods here.
        let part = order(834)
            .cell("Financial Status", "partially_refunded")
            .cell("Refunded Amount", "5.00");
        kiln::import(shop, &[part]).await;
        assert_eq!(views(shop).await["to_ship"], 1);
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn fewer_units_sent_there_than_it_said_before_are_somebodys_to_look_after() {
    for_each_engine(async |shop| {
        kiln::open(shop).await;
        let two = |number| {
            Order::new(number)
                .named("Mug", "MUG", 1, 1_000)
                .named("Cup", "CUP", 1, 1_200)
        };
        kiln::import(shop, &[two(841), two(842), two(843)]).await;
        let first = [
            two(841).fulfilled(),
            two(842).sent("Mug"),
            two(843).sent("Mug"),
        ];
        kiln::import(shop, &first).await;
        for number in ["841", "842", "843"] {
            assert_eq!(needs(shop, number).await, Vec::<String>::new(), "{number}");
        }
        let later = [two(841).sent("Mug"), two(842), two(843).sent("Cup")];
        kiln::import(shop, &later).await;
        for number in ["841", "842", "843"] {
            assert_eq!(
                needs(shop, number).await,
                ["need-fewer-shipped-there"],
                "{number}"
            );
        }
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_payment_that_falls_away_stops_what_has_a_label() {
    for_each_engine(async |shop| {
        kiln::open(shop).await;
        kiln::import(shop, &[order(851)]).await;
        let id = numbers(shop).await["851"];
        let (_, parcels) = label(shop, &[id]).await;
        kiln::import(shop, &[order(851).unpaid()]).await;
        assert_eq!(holds(&get(shop, "851").await), ["hold-paid-no-more"]);
        assert_eq!(hand_over(shop, &parcels).await, 1);
        kiln::import(shop, &[order(851)]).await;
        assert_eq!(holds(&get(shop, "851").await), Vec::<&str>::new());
        assert_eq!(hand_over(shop, &parcels).await, 0);
    })
    .await;
}

/// The kit looks at every invariant after each command: what a source says went back breaks none.
#[tokio::test(flavor = "multi_thread")]
async fn more_that_went_back_than_came_is_told_and_sound() {
    for_each_engine(async |shop| {
        kiln::open(shop).await;
        let back = |number: u32, word, amount| {
            order(number)
                .cell("Financial Status", word)
                .cell("Refunded Amount", amount)
        };
        kiln::import(shop, &[order(861), order(862)]).await;
        // 24.90 each: one gave 30.00 back while it is open here, one before anything came.
        let file = [
            back(861, "partially_refunded", "30.00"),
            back(862, "pending", "5.00"),
            back(863, "pending", "40.00"),
        ];
        kiln::import(shop, &file).await;
        assert_eq!(views(shop).await["to_ship"], 0);
        let health = shop.call("health_check", json!({})).await;
        assert_eq!(health["sound"], json!(true), "{health}");
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_hold_says_how_many_conflicts_are_left() {
    for_each_engine(async |shop| {
        kiln::open(shop).await;
        kiln::import(shop, &[order(871)]).await;
        let seen = get(shop, "871").await;
        let mut moved = seen["ship_to"].clone();
        moved["line1"] = json!("Lindenweg 4");
        let edit = json!({
            "id": seen["row"]["id"], "version": seen["row"]["version"], "ship_to": moved, "note": "ring twice",
        });
        shop.call("order_edit", edit).await;
        let theirs = order(871)
            .to("Ida Falk", "Ahornweg 12", "50667", "Köln", "DE")
            .cell("Notes", "leave it");
        kiln::import(shop, &[theirs]).await;
        let fields = |order: &Value| order["holds"][0]["sentence"]["args"]["fields"].clone();
        let held = get(shop, "871").await;
        let open = held["conflicts"].as_array().unwrap().len();
        assert_eq!((open, fields(&held)), (2, json!(2)), "{held}");
        let choose = json!({ "id": held["conflicts"][0]["id"], "take_theirs": false });
        shop.call("conflict_settle", choose).await;
        assert_eq!(fields(&get(shop, "871").await), json!(1));
    })
    .await;
}
