//! What a later file says of orders that are here: facts are taken, nothing is counted twice, and what a
//! file does not say takes nothing away.

use crate::kiln::{self, numbers, views};
use serde_json::{Value, json};
use testkit::{Order, TestShop, for_each_engine};

/// Previews and takes a file; answers what was taken.
async fn take(shop: &TestShop, name: &str, text: &str) -> Value {
    let path = shop.file(name, text);
    let read = json!({ "path": path, "start_at": kiln::START });
    let preview = shop.call("import_preview", read.clone()).await;
    let take = json!({ "read": read, "sha256": preview["sha256"] });
    shop.call("import_commit", take).await
}

async fn get(shop: &TestShop, number: &str) -> Value {
    let id = numbers(shop).await[number];
    shop.call("order_get", json!({ "id": id })).await
}

/// Title and units that left, line by line.
fn shipped(order: &Value) -> Vec<(String, i64)> {
    let lines = order["lines"].as_array().unwrap().iter();
    lines
        .map(|l| {
            let title = l["title"].as_str().unwrap().to_owned();
            (title, l["quantities"]["shipped"].as_i64().unwrap())
        })
        .collect()
}

fn words(pairs: &[(&str, i64)]) -> Vec<(String, i64)> {
    pairs.iter().map(|(t, n)| ((*t).to_owned(), *n)).collect()
}

#[tokio::test(flavor = "multi_thread")]
async fn two_lines_of_one_sku_are_told_apart() {
    for_each_engine(async |shop| {
        kiln::open(shop).await;
        let engraved = |number| {
            Order::new(number)
                .named("Mug, Tom", "MUG", 1, 1_000)
                .named("Mug, Eva", "MUG", 1, 1_000)
        };
        kiln::import(shop, &[engraved(201), engraved(202)]).await;
        let later = [engraved(201).fulfilled(), engraved(202).sent("Mug, Eva")];
        kiln::import(shop, &later).await;
        let both = get(shop, "201").await;
        assert_eq!(shipped(&both), words(&[("Mug, Tom", 1), ("Mug, Eva", 1)]));
        let one = get(shop, "202").await;
        assert_eq!(shipped(&one), words(&[("Mug, Tom", 0), ("Mug, Eva", 1)]));
        assert_eq!(views(shop).await["to_ship"], 1, "only Tom's of 202");
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn an_order_that_stands_in_a_file_twice_is_one() {
    for_each_engine(async |shop| {
        kiln::open(shop).await;
        let (one, other) = (
            Order::new(601).line("MUG", 1, 1_000),
            Order::new(602).line("CUP", 1, 1_200),
        );
        // Two exports pasted together, one after the other.
        let taken = kiln::import(shop, &[one.clone(), other, one.clone()]).await;
        assert_eq!((&taken["new"], &taken["refused"]), (&json!(2), &json!(0)));
        // Two equal lines of one order are two.
        let equal = Order::new(603).line("CUP", 1, 1_200).line("CUP", 1, 1_200);
        kiln::import(shop, &[equal]).await;
        // Two exports of different days say two things of one order.
        let (old, new) = (
            Order::new(604).line("MUG", 1, 1_000).unpaid(),
            Order::new(604).line("MUG", 1, 1_000),
        );
        let between = Order::new(605).line("POT", 1, 1_000);
        let taken = kiln::import(shop, &[old, between, new]).await;
        assert_eq!((&taken["new"], &taken["refused"]), (&json!(1), &json!(1)));
        for (number, units, total) in [("601", 1, 1_490), ("602", 1, 1_690), ("603", 2, 2_890)] {
            let order = get(shop, number).await;
            assert_eq!(order["row"]["units"], json!(units), "{number}");
            assert_eq!(order["row"]["total"], json!(total), "{number}");
            let charges = order["charges"].to_string();
            assert!(!charges.contains("unexplained"), "{number}: {charges}");
        }
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn two_copies_side_by_side_that_differ_are_refused_with_both_places() {
    for_each_engine(async |shop| {
        kiln::open(shop).await;
        let order = |number| Order::new(number).line("MUG", 1, 1_000);
        let pasted = [
            order(611).unpaid(),
            order(611),
            // Another number of units; and two lines, of which the second copy has a third.
            order(612),
            Order::new(612).line("MUG", 2, 1_000),
            order(613).line("CUP", 1, 700),
            order(613).line("CUP", 1, 700).line("POT", 1, 300),
            order(614),
        ];
        let path = shop.file("orders_export.csv", testkit::shopify_file(&pasted));
        let read = json!({ "path": path, "start_at": kiln::START });
        let preview = shop.call("import_preview", read.clone()).await;
        let told: Vec<(i64, i64)> = preview["orders"]
            .as_array()
            .unwrap()
            .iter()
            .filter(|row| row["fate"] == json!("refuse"))
            .map(|row| {
                let why = &row["remarks"][0];
                assert_eq!(why["id"], json!("import-order-told-twice"), "{row}");
                (
                    why["args"]["row"].as_i64().unwrap(),
                    why["args"]["other"].as_i64().unwrap(),
                )
            })
            .collect();
        // The header is row 1.
        assert_eq!(told, [(2, 3), (4, 5), (6, 8)]);
        let take = json!({ "read": read, "sha256": preview["sha256"] });
        let taken = shop.call("import_commit", take).await;
        assert_eq!((&taken["new"], &taken["refused"]), (&json!(1), &json!(3)));
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn one_line_id_twice_is_two_copies_of_a_line() {
    for_each_engine(async |shop| {
        kiln::open(shop).await;
        let header = "order-id\torder-item-id\tpurchase-date\tpayments-date\tbuyer-email\tbuyer-name\tsku\tproduct-name\tquantity-purchased\tcurrency\titem-price\titem-tax\tshipping-price\tshipping-tax\tship-service-level\trecipient-name\tship-address-1\tship-city\tship-postal-code\tship-country";
        let row = |units: u32, price: &str| {
            format!("302-9\t11\t2026-11-22T10:00:00+01:00\t2026-11-22T10:00:00+01:00\tz@marketplace.example.test\tAda Twice\tPOT\tPot\t{units}\tEUR\t{price}\t1.90\t4.00\t0.76\tStandard\tAda Twice\tRing 5\tBerlin\t10115\tDE")
        };
        let text = format!("{header}\n{}\n{}\n", row(1, "10.00"), row(2, "20.00"));
        let path = shop.file("orders.txt", text);
        let read = json!({ "path": path, "start_at": kiln::START });
        let preview = shop.call("import_preview", read).await;
        assert_eq!((&preview["new"], &preview["refused"]), (&json!(0), &json!(1)), "{preview}");
        let problems = preview["problems"].to_string();
        assert!(problems.contains("import-order-told-twice"), "{problems}");
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_line_that_a_file_leaves_out_stays_and_owes_nothing() {
    for_each_engine(async |shop| {
        kiln::open(shop).await;
        let whole = |number| Order::new(number).line("MUG", 2, 1_000);
        kiln::import(shop, &[whole(104).line("CUP", 1, 700)]).await;
        // 20.00 + 4.90: the cup is gone from the lines and from the total.
        kiln::import(shop, &[whole(104)]).await;
        let order = get(shop, "104").await;
        assert_eq!(order["row"]["total"], json!(2_490), "the source's: {order}");
        assert_eq!(order["balance"], json!(0));
        assert_eq!(order["row"]["payment"], json!("paid"));
        assert_eq!(order["row"]["units"], json!(3), "absent means nothing");
        assert_eq!(order["row"]["ready"], json!(false), "nobody paid the cup");
        let holds = order["holds"].to_string();
        assert!(holds.contains("hold-line-absent"), "{holds}");
        // Fulfilled there: that is what the file names.
        kiln::import(shop, &[whole(104).fulfilled()]).await;
        let order = get(shop, "104").await;
        assert_eq!(
            shipped(&order),
            words(&[("Thing MUG", 2), ("Thing CUP", 0)])
        );
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn an_order_paid_in_part_is_sound() {
    for_each_engine(async |shop| {
        kiln::open(shop).await;
        let part = Order::new(413)
            .line("MUG", 1, 1_000)
            .unpaid()
            .cell("Financial Status", "partially_paid");
        kiln::import(shop, &[part]).await;
        let order = get(shop, "413").await;
        assert_eq!(order["row"]["payment"], json!("partially_paid"));
        assert_eq!(order["row"]["ready"], json!(false));
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_cancellation_that_the_source_takes_back_is_taken_back_here() {
    for_each_engine(async |shop| {
        let variants = kiln::open(shop).await;
        let order = |number| Order::new(number).line("MUG", 2, 1_000);
        // 301 is open; 302 was cancelled and 303 sent before anybody here knew of them.
        kiln::import(
            shop,
            &[order(301), order(302).cancelled(), order(303).fulfilled()],
        )
        .await;
        kiln::import(shop, &[order(301).cancelled()]).await;
        assert_eq!(get(shop, "301").await["row"]["life"], json!("cancelled"));
        assert_eq!(kiln::stock(shop, variants["MUG"]).await, (10, 0, 0));
        let taken = kiln::import(shop, &[order(301), order(302), order(303)]).await;
        assert_eq!(taken["updated"], json!(3), "{taken}");
        for number in ["301", "302", "303"] {
            let order = get(shop, number).await;
            assert_eq!(order["row"]["life"], json!("open"), "{number}: {order}");
            assert_eq!(order["row"]["ready"], json!(true), "{number}: {order}");
            assert_eq!(shipped(&order), words(&[("Thing MUG", 0)]), "{number}");
            assert_eq!(order["conflicts"].as_array().unwrap().len(), 0, "{number}");
        }
        assert_eq!(views(shop).await["to_ship"], 3);
        assert_eq!(kiln::stock(shop, variants["MUG"]).await, (10, 6, 0));
        // Nothing of it stands in the way of sending it.
        let ids = numbers(shop).await;
        let (_, parcels) = kiln::label(shop, &[ids["301"], ids["302"], ids["303"]]).await;
        shop.call("hand_over", json!({ "parcels": parcels })).await;
        assert_eq!(kiln::stock(shop, variants["MUG"]).await, (4, 0, 0));
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn what_a_person_cancelled_stays_so_until_a_person_decides() {
    for_each_engine(async |shop| {
        kiln::open(shop).await;
        let order = |number| Order::new(number).line("MUG", 3, 1_000);
        kiln::import(shop, &[order(311), order(312)]).await;
        let ids = numbers(shop).await;
        let cancel = json!({ "id": ids["311"], "reason": "asked by phone" });
        shop.call("order_cancel", cancel).await;
        kiln::import(shop, &[order(311).cancelled()]).await;
        kiln::import(shop, &[order(311)]).await;
        let both = get(shop, "311").await;
        assert_eq!(both["row"]["life"], json!("cancelled"), "{both}");
        let needs = shop.call("today", json!({})).await["needs"].to_string();
        assert!(needs.contains("need-revived-there"), "{needs}");
        // Sent there, and not after all: the goods have to be looked for.
        kiln::import(shop, &[order(312).fulfilled()]).await;
        kiln::import(shop, &[order(312)]).await;
        let needs = shop.call("today", json!({})).await["needs"].to_string();
        assert!(needs.contains("need-unshipped-there"), "{needs}");
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_restored_order_wants_what_its_cancellation_cancelled() {
    for_each_engine(async |shop| {
        kiln::open(shop).await;
        let order = |number| Order::new(number).line("MUG", 3, 1_000);
        kiln::import(shop, &[order(321), order(322)]).await;
        let ids = numbers(shop).await;
        let line = get(shop, "321").await["lines"][0]["id"].clone();
        let one = json!([{ "line": line, "units": 1 }]);
        let less = json!({ "id": ids["321"], "units": one, "reason": "two will do" });
        shop.call("order_cancel", less).await;
        shop.call(
            "order_cancel",
            json!({ "id": ids["321"], "reason": "none" }),
        )
        .await;
        let back = shop
            .call("order_restore", json!({ "id": ids["321"] }))
            .await;
        assert_eq!(back["row"]["units"], json!(2), "{back}");
        // Cancelled there and paid back: it does not leave by itself.
        let gone = order(322)
            .cancelled()
            .cell("Financial Status", "refunded")
            .cell("Refunded Amount", "34.90");
        kiln::import(shop, &[gone]).await;
        let back = shop
            .call("order_restore", json!({ "id": ids["322"] }))
            .await;
        assert_eq!(back["row"]["units"], json!(3), "{back}");
        assert_eq!(back["row"]["ready"], json!(false), "{back}");
        let holds = back["holds"].to_string();
        assert!(holds.contains("hold-restored-refunded"), "{holds}");
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_column_that_a_file_does_not_have_takes_nothing_away() {
    for_each_engine(async |shop| {
        kiln::open(shop).await;
        let address = "Ann Lee,Lindenweg 7,Berlin,10969,DE";
        let whole = format!(
            "Order Number,Date,Payment Status,Ship Name,Address 1,City,Zip,Country,SKU,Item,Qty,Price,Total,\
             Currency,Note,Gift,Gift Message,Shipping Method\n\
             G1,2026-11-20,paid,{address},MUG,Thing MUG,2,10.00,20.00,EUR,ring twice,yes,Happy day,Express\n"
        );
        take(shop, "whole.csv", &whole).await;
        let before = get(shop, "G1").await;
        assert_eq!(before["note"], json!("ring twice"), "{before}");
        assert_eq!(before["row"]["ready"], json!(true), "{before}");
        let part = format!(
            "Order Number,Date,Ship Name,Address 1,City,Zip,Country,SKU,Item,Qty,Total,Currency\n\
             G1,2026-11-20,{address},MUG,Thing MUG,2,20.00,EUR\n"
        );
        let taken = take(shop, "part.csv", &part).await;
        assert_eq!(taken["skipped"], json!(1), "it says nothing new: {taken}");
        let after = get(shop, "G1").await;
        assert_eq!(after, before);
        // An empty cell is told: the note is gone there.
        let empty = whole.replace("ring twice", "");
        take(shop, "empty.csv", &empty).await;
        let after = get(shop, "G1").await;
        assert_eq!((&after["note"], &after["gift_message"]), (&json!(""), &json!("Happy day")));
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn what_the_shop_system_keeps_back_is_kept_back() {
    for_each_engine(async |shop| {
        kiln::open(shop).await;
        let order = |number, word| {
            Order::new(number)
                .line("MUG", 1, 1_000)
                .cell("Fulfillment Status", word)
        };
        let kept = [order(331, "on_hold"), order(332, "scheduled")];
        kiln::import(shop, &kept).await;
        assert_eq!(views(shop).await["to_ship"], 0);
        for (number, hold) in [("331", "hold-held-there"), ("332", "hold-scheduled-there")] {
            let holds = get(shop, number).await["holds"].to_string();
            assert!(holds.contains(hold), "{number}: {holds}");
        }
        let let_go = [order(331, "unfulfilled"), order(332, "unfulfilled")];
        kiln::import(shop, &let_go).await;
        assert_eq!(views(shop).await["to_ship"], 2);
    })
    .await;
}

/// Everything that an import may change, table by table, but for what counts changes.
async fn everything(shop: &TestShop) -> Vec<(&'static str, Vec<String>)> {
    let mut all = Vec::new();
    for table in [
        "orders",
        "order_line",
        "line_part",
        "charge",
        "credit",
        "payment",
        "tax",
        "conflict",
        "local_edit",
        "shipment",
        "shipment_line",
        "parcel",
        "stock",
        "put_back",
        "variant",
        "outbox",
    ] {
        let sql = format!("SELECT * FROM {table} ORDER BY 1, 2");
        all.push((table, shop.rows(&sql, &["version"]).await));
    }
    let held = "SELECT variant_id, order_id, line_id, quantity FROM reservation WHERE state = 'active' \
                ORDER BY 3, 1";
    // What the import asked is closed, and stays to be read.
    let asked = [
        "SELECT * FROM hold WHERE released_at IS NULL ORDER BY 1",
        "SELECT name, n FROM view_counter WHERE n <> 0 ORDER BY 1",
        "SELECT * FROM need WHERE closed_at IS NULL ORDER BY 1",
    ];
    for sql in asked {
        all.push(("asked", shop.rows(sql, &[]).await));
    }
    all.push(("reservation", shop.rows(held, &[]).await));
    all
}

#[tokio::test(flavor = "multi_thread")]
async fn an_import_taken_back_leaves_nothing() {
    for_each_engine(async |shop| {
        kiln::open(shop).await;
        let order = |number| Order::new(number).line("MUG", 1, 1_000);
        let taxed = |number, name| {
            order(number)
                .cell("Tax 1 Name", name)
                .cell("Tax 1 Value", "1.60")
        };
        let first = [
            order(501).cell("Notes", "ring twice"),
            order(502),
            order(503),
            taxed(504, "MwSt 19%"),
            order(505).cancelled(),
            order(506).fulfilled(),
            order(507),
            Order::new(508).line("CUP", 2, 1_200),
            order(509).cell("Fulfillment Status", "on_hold"),
            order(510).unpaid(),
            order(511).line("CUP", 1, 1_200),
        ];
        kiln::import(shop, &first).await;
        let edited = get(shop, "501").await;
        let edit = json!({
            "id": edited["row"]["id"], "version": edited["row"]["version"], "note": "ours",
        });
        shop.call("order_edit", edit).await;
        let before = everything(shop).await;
        let second = [
            order(501).cell("Notes", "do not ring"),
            order(502).fulfilled(),
            order(503).cancelled(),
            taxed(504, "VAT 19%"),
            order(505),
            order(506),
            order(507).line("TEE", 1, 2_500),
            Order::new(508).line("CUP", 1, 1_200),
            order(509),
            order(510),
            order(511),
        ];
        let taken = kiln::import(shop, &second).await;
        assert_eq!(taken["updated"], json!(11), "{taken}");
        let undone = shop
            .call("import_undo", json!({ "batch": taken["batch"] }))
            .await;
        assert_eq!(undone["restored"], json!(11), "{undone}");
        for (was, is) in before.iter().zip(&everything(shop).await) {
            assert_eq!(was, is);
        }
        // And it can be taken in again.
        let again = kiln::import(shop, &second).await;
        assert_eq!(again["updated"], json!(11), "{again}");
    })
    .await;
}
