//! One order changed here, in its store, or on both sides, at every stage: each conflict is shown and
//! nothing is lost. The expected column is worked out from MODEL.md, "Orders from outside".

use crate::kiln::{self, label, numbers};
use serde_json::{Value, json};
use testkit::{Order, TestShop, for_each_engine};

/// How far the order is when the later file comes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Stage {
    Untouched,
    OnAPickList,
    Labelled,
    Gone,
}

/// Who changed the field since the first file.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Changed {
    Theirs,
    Ours,
    Both,
}

/// What is to be seen afterwards.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Expect {
    /// Their value stands, silently.
    Taken,
    /// Their value stands, and the order is held, because paper says otherwise.
    TakenAndHeld,
    /// What stood here stands, silently.
    Kept,
    /// What stood here stands, theirs is shown beside it, and the order is held.
    Shown,
    /// What has left never changes; theirs is shown. There is nothing left to hold.
    TooLate,
}

use Changed::{Both, Ours, Theirs};
use Expect::{Kept, Shown, Taken, TakenAndHeld, TooLate};
use Stage::{Gone, Labelled, OnAPickList, Untouched};

const ADDRESS: [(Stage, Changed, Expect); 12] = [
    (Untouched, Theirs, Taken),
    (Untouched, Ours, Kept),
    (Untouched, Both, Shown),
    (OnAPickList, Theirs, TakenAndHeld),
    (OnAPickList, Ours, Kept),
    (OnAPickList, Both, Shown),
    // A parcel keeps the address it was labelled with.
    (Labelled, Theirs, Shown),
    (Labelled, Ours, Kept),
    (Labelled, Both, Shown),
    (Gone, Theirs, TooLate),
    (Gone, Ours, Kept),
    (Gone, Both, TooLate),
];

const NOTE: [(Stage, Changed, Expect); 6] = [
    (Untouched, Theirs, Taken),
    (Untouched, Ours, Kept),
    (Untouched, Both, Shown),
    (Labelled, Both, Shown),
    (Gone, Theirs, TooLate),
    (Gone, Both, TooLate),
];

fn order(n: usize) -> Order {
    Order::new(3_000 + u32::try_from(n).unwrap()).line("POT", 1, 1_000)
}

async fn detail(shop: &TestShop, id: i64) -> Value {
    shop.call("order_get", json!({ "id": id })).await
}

/// Brings the order to its stage.
async fn bring(shop: &TestShop, id: i64, stage: Stage) {
    match stage {
        Untouched => {}
        OnAPickList => {
            let made = shop.call("pick_list_make", json!({ "orders": [id] })).await;
            assert_eq!(made["units"], json!(1), "{made}");
        }
        Labelled => assert_eq!(label(shop, &[id]).await.1.len(), 1),
        Gone => {
            let (_, parcels) = label(shop, &[id]).await;
            let left = shop.call("hand_over", json!({ "parcels": parcels })).await;
            assert_eq!(left["stopped"], json!([]), "{left}");
        }
    }
}

fn judge(case: &str, expect: Expect, order: &Value, value: &Value, [ours, theirs]: [&str; 2]) {
    let shown = order["conflicts"].as_array().unwrap();
    let active = order["holds"]
        .as_array()
        .unwrap()
        .iter()
        .filter(|h| h["released_at"].is_null())
        .count();
    let (stands, conflicts, held) = match expect {
        Taken => (theirs, 0, false),
        TakenAndHeld => (theirs, 0, true),
        Kept => (ours, 0, false),
        Shown => (ours, 1, true),
        TooLate => (ours, 1, false),
    };
    assert_eq!(value, &json!(stands), "{case}: which value stands");
    assert_eq!(shown.len(), conflicts, "{case}: {shown:?}");
    assert_eq!(active > 0, held, "{case}: {}", order["holds"]);
    if matches!(expect, Shown | TooLate) {
        let both = shown[0].to_string();
        assert!(
            both.contains(ours) && both.contains(theirs),
            "{case}: {both}"
        );
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn the_address_is_changed_on_either_side() {
    for_each_engine(async |shop| {
        kiln::open(shop).await;
        let first: Vec<Order> = (0..ADDRESS.len()).map(order).collect();
        kiln::import(shop, &first).await;
        let ids = numbers(shop).await;
        let mut later = Vec::new();
        for (n, (stage, changed, _)) in ADDRESS.into_iter().enumerate() {
            let id = ids[&(3_000 + n).to_string()];
            if changed != Theirs {
                let seen = detail(shop, id).await;
                let mut address = seen["ship_to"].clone();
                address["line1"] = json!("Our Road 1");
                let edit =
                    json!({ "id": id, "version": seen["row"]["version"], "ship_to": address });
                shop.call("order_edit", edit).await;
            }
            bring(shop, id, stage).await;
            later.push(if changed == Ours {
                order(n)
            } else {
                order(n).to("Ida Sommer", "Their Street 2", "10969", "Berlin", "DE")
            });
        }
        kiln::import(shop, &later).await;
        let mut open = Vec::new();
        for (n, (stage, changed, expect)) in ADDRESS.into_iter().enumerate() {
            let case = format!("{stage:?}, changed by {changed:?}");
            let found = detail(shop, ids[&(3_000 + n).to_string()]).await;
            let ours = if changed == Theirs {
                "Lindenweg 7"
            } else {
                "Our Road 1"
            };
            judge(
                &case,
                expect,
                &found,
                &found["ship_to"]["line1"],
                [ours, "Their Street 2"],
            );
            for conflict in found["conflicts"].as_array().unwrap() {
                open.push((found["row"]["id"].clone(), conflict["id"].clone(), expect));
            }
        }
        // The same file again shows nothing twice.
        kiln::import(shop, &later).await;
        for (at, (order, conflict, expect)) in open.into_iter().enumerate() {
            let id = order.as_i64().unwrap();
            assert_eq!(
                detail(shop, id).await["conflicts"]
                    .as_array()
                    .unwrap()
                    .len(),
                1
            );
            let take = at % 2 == 0 && expect != TooLate;
            shop.call(
                "conflict_settle",
                json!({ "id": conflict, "take_theirs": take }),
            )
            .await;
            let settled = detail(shop, id).await;
            assert_eq!(settled["conflicts"], json!([]));
            assert_eq!(
                settled["ship_to"]["line1"] == json!("Their Street 2"),
                take,
                "{settled}"
            );
        }
        // Settled is settled: the store still says the same, and nobody is asked again.
        kiln::import(shop, &later).await;
        assert_eq!(
            shop.number("SELECT COUNT(*) FROM conflict WHERE settled_at IS NULL")
                .await,
            0
        );
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn the_note_is_changed_on_either_side() {
    for_each_engine(async |shop| {
        kiln::open(shop).await;
        let first: Vec<Order> = (0..NOTE.len())
            .map(|n| order(n).cell("Notes", "at first"))
            .collect();
        kiln::import(shop, &first).await;
        let ids = numbers(shop).await;
        let mut later = Vec::new();
        for (n, (stage, changed, _)) in NOTE.into_iter().enumerate() {
            let id = ids[&(3_000 + n).to_string()];
            if changed != Theirs {
                let seen = detail(shop, id).await;
                let edit =
                    json!({ "id": id, "version": seen["row"]["version"], "note": "our note" });
                shop.call("order_edit", edit).await;
            }
            bring(shop, id, stage).await;
            later.push(order(n).cell(
                "Notes",
                if changed == Ours {
                    "at first"
                } else {
                    "their note"
                },
            ));
        }
        kiln::import(shop, &later).await;
        for (n, (stage, changed, expect)) in NOTE.into_iter().enumerate() {
            let case = format!("{stage:?}, changed by {changed:?}");
            let found = detail(shop, ids[&(3_000 + n).to_string()]).await;
            let ours = if changed == Theirs {
                "at first"
            } else {
                "our note"
            };
            judge(&case, expect, &found, &found["note"], [ours, "their note"]);
        }
    })
    .await;
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
