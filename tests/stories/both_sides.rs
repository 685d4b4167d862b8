//! One order changed here, in its store, or on both sides, at every stage: each conflict is shown and
//! nothing is lost. The expected column is worked out from MODEL.md, "Orders from outside".

use crate::kiln::{self, numbers};
use serde_json::{Value, json};
use testkit::{Order, TestShop, for_each_engine};

fn order(n: usize) -> Order {
    Order::new(3_000 + u32::try_from(n).unwrap()).line("POT", 1, 1_000)
}

async fn detail(shop: &TestShop, id: i64) -> Value {
    shop.call("order_get", json!({ "id": id })).await
}

#[tokio::test(flavor = "multi_thread")]
async fn a_stale_edit_is_refused_and_changes_nothing() {
    for_each_engine(async |shop| {
        kiln::open(shop).await;
        kiln::import(shop, &[order(0)]).await;
        let id = numbers(shop).await["3000"];
        let seen = detail(shop, id).await;
        let edit =
            |note: &str| json!({ "id": id, "version": seen["row"]["version"], "note": note });
        shop.call("order_edit", edit("first")).await;
        let late = shop
            .try_call("order_edit", edit("second"))
            .await
            .expect_err("stale");
        assert_eq!(late.code, api::Code::Stale);
        assert_eq!(detail(shop, id).await["note"], json!("first"));
    })
    .await;
}

/// An Amazon order that promises to leave by noon of a day of December.
fn promised(day: u32) -> String {
    let header = "order-id\torder-item-id\tpurchase-date\tpayments-date\tbuyer-email\tbuyer-name\tsku\tproduct-name\tquantity-purchased\tcurrency\titem-price\titem-tax\tshipping-price\tshipping-tax\tship-service-level\trecipient-name\tship-address-1\tship-city\tship-postal-code\tship-country\tpromise-date";
    let row = "302-1\t11\t2026-11-22T10:00:00+01:00\t2026-11-22T10:00:00+01:00\tz@marketplace.example.test\tAda Twice\tPOT\tPot\t1\tEUR\t10.00\t1.90\t4.00\t0.76\tStandard\tAda Twice\tRing 5\tBerlin\t10115\tDE";
    format!("{header}\n{row}\t2026-11-{day:02}T12:00:00+01:00\n")
}

async fn import_promise(shop: &TestShop, day: u32) -> Value {
    let path = shop.file("orders.txt", promised(day));
    let read = json!({ "path": path, "start_at": kiln::START });
    let preview = shop.call("import_preview", read.clone()).await;
    assert_eq!(preview["format"], json!("amazon"), "{preview}");
    let take = json!({ "read": read, "sha256": preview["sha256"] });
    shop.call("import_commit", take).await
}

#[tokio::test(flavor = "multi_thread")]
async fn a_day_to_ship_by_that_a_person_set_is_kept() {
    /// Noon of 23 November 2026 in Berlin.
    const NOON_23: i64 = 1_795_431_600_000;
    const DAY: i64 = 86_400_000;
    for_each_engine(async |shop| {
        kiln::open(shop).await;
        import_promise(shop, 23).await;
        let id = *numbers(shop).await.values().next().unwrap();
        let seen = detail(shop, id).await;
        // The promise is earlier than the shop's own calendar asks for.
        assert_eq!(seen["row"]["ship_by"], json!(NOON_23), "{seen}");
        // A new promise moves the day as long as nobody has set one.
        import_promise(shop, 22).await;
        let seen = detail(shop, id).await;
        assert_eq!(seen["row"]["ship_by"], json!(NOON_23 - DAY));
        let by_hand = NOON_23 + 3 * DAY;
        let edit = json!({ "id": id, "version": seen["row"]["version"], "ship_by": by_hand });
        shop.call("order_edit", edit).await;
        // The same promise again says nothing new.
        import_promise(shop, 22).await;
        let seen = detail(shop, id).await;
        assert_eq!(seen["row"]["ship_by"], json!(by_hand));
        assert_eq!(seen["conflicts"], json!([]));
        // Another promise: ours stands, theirs is shown, and the order is held.
        import_promise(shop, 23).await;
        let seen = detail(shop, id).await;
        assert_eq!(seen["row"]["ship_by"], json!(by_hand), "{seen}");
        let shown = &seen["conflicts"][0];
        assert_eq!(
            (&shown["field"], &shown["ours"], &shown["theirs"]),
            (
                &json!("ship_by"),
                &json!(by_hand.to_string()),
                &json!(NOON_23.to_string())
            ),
            "{seen}"
        );
        assert_eq!(seen["row"]["holds"], json!(1));
        // Theirs is taken; from now on it follows the promise again.
        let settle = json!({ "id": shown["id"], "take_theirs": true });
        let seen = shop.call("conflict_settle", settle).await;
        assert_eq!(seen["row"]["ship_by"], json!(NOON_23));
        assert_eq!(seen["row"]["holds"], json!(0));
        import_promise(shop, 22).await;
        let seen = detail(shop, id).await;
        assert_eq!(seen["row"]["ship_by"], json!(NOON_23 - DAY));
        assert_eq!(seen["conflicts"], json!([]));
    })
    .await;
}
