//! The main job in the real window: an order file in, labelled parcels out, by clicks and keys only.
//!
//! What is expected is read from the screen, then asked again through `backroom-cli`. The files are in
//! `samples`; of their fourteen orders three can leave: #2041, #2042 and #2043.

use crate::kit::{
    call, cell, column, fill_first_run, import_products, open_shop, press, preview_orders, sample,
    see, see_part, shelf, shot, visit,
};
use acceptance::app::App;
use acceptance::page::{Find, Page};
use acceptance::webdriver::keys;
use serde_json::json;
use std::collections::BTreeMap;

/// The orders that can leave, with who they go to.
const READY: [(&str, &str); 3] = [
    ("#2041", "Orla Fenwick"),
    ("#2042", "Tomas Abernethy"),
    ("#2043", "Marguerite Vasseur"),
];

/// What is in them, unit by unit, as the file says it.
const UNITS: [(&str, i64); 5] = [
    ("KT-MUG-SEA", 2),
    ("KT-NAPKIN-4", 1),
    ("KT-BOWL-L", 1),
    ("KT-THROW-OAT", 1),
    ("KT-SOAP-OAT", 2),
];

/// How many products the file of products has.
const SKUS: usize = 12;

#[test]
fn an_order_file_in_labelled_parcels_out() {
    let app = App::open("journey").expect("a window");
    let page = app.page();
    first_run(page);
    a_service_of_the_own_post(page);
    import_products(&app, &sample("products.csv"), "Import 12 products");
    let before = shelf(page, SKUS);
    assert_eq!(before["KT-SOAP-OAT"], 40, "{before:?}");
    take(page, "stock before");
    import_orders(&app);
    let at_import = shelf(page, SKUS);
    assert_eq!(at_import, before, "an import moves no goods");
    three_are_ready(page);
    pick_list(page);
    labels(page);
    papers(&app);
    hand_over(page);
    shipped(page);
    let after = shelf(page, SKUS);
    take(page, "stock after");
    assert_eq!(after, without_units(&before), "exactly the units that left");
    timeline(page);
    visit(page, "Today");
    page.one(Find::Role("heading", "Needs you")).expect("today");
    take(page, "today");
    let home = app.close().expect("closed");
    asked_again(&home.path().join("shop"), &after);
}

/// Leaves a numbered picture of this step.
fn take(page: &Page, step: &str) {
    // A toast of the step before would lie over the picture.
    page.shoot(&shot(&format!("journey {step}")))
        .expect("a picture");
}

fn without_units(before: &BTreeMap<String, i64>) -> BTreeMap<String, i64> {
    let mut after = before.clone();
    for (sku, units) in UNITS {
        *after.get_mut(sku).expect(sku) -= units;
    }
    after
}

fn first_run(page: &Page) {
    fill_first_run(page);
    take(page, "first run");
    open_shop(page);
    see(page, "No orders yet");
    take(page, "welcome");
}

/// What the shop pays at the counter: inland by two steps of weight, and the rest of the world.
fn a_service_of_the_own_post(page: &Page) {
    visit(page, "Settings");
    page.click(Find::Role("link", "Services and zones"))
        .expect("services");
    press(page, "New service");
    page.fill(Find::Label("Name"), "Small parcel")
        .expect("its name");
    page.fill(Find::Label("Price"), "3.95").expect("inland");
    press(page, "Add a zone");
    page.fill(Find::Nth("Price", 2), "14.50")
        .expect("the world");
    take(page, "service");
    press(page, "Save");
    see(page, "Small parcel saved");
    let table = page.read(Find::Role("table", "")).expect("the services");
    assert!(table.contains("Small parcel"), "{table}");
    assert!(table.contains("£3.95 – £14.50"), "{table}");
    take(page, "services");
}

fn import_orders(app: &App) {
    let page = app.page();
    preview_orders(app, &sample("orders_export.csv"));
    let rows = page
        .rows_when("fourteen orders", |rows| rows.len() == 14)
        .expect("the preview");
    // What needs a look comes first: the two that no carrier would take.
    assert_eq!(column(&rows[..2], "Order"), ["#2046", "#2047"]);
    take(page, "preview");
    press(page, "Import 14 orders");
    see(page, "See the 3 to ship");
    take(page, "imported");
    page.click(Find::Role("link", "See the 3 to ship"))
        .expect("the list");
}

fn three_are_ready(page: &Page) {
    visit(page, "Orders");
    let rows = page
        .rows_when("three orders", |rows| rows.len() == 3)
        .expect("to ship");
    let shown: Vec<(String, String)> = column(&rows, "Order")
        .into_iter()
        .zip(column(&rows, "Customer"))
        .collect();
    for (number, name) in READY {
        assert!(
            shown
                .iter()
                .any(|(n, who)| n == number && who.starts_with(name)),
            "{number} is not in {shown:?}"
        );
    }
    for (view, count) in [
        ("To ship", 3),
        ("On hold", 2),
        ("Awaiting payment", 2),
        ("Short", 2),
        ("All", 14),
    ] {
        page.one(Find::Role("tab", &format!("{view} {count}")))
            .expect(view);
    }
    for (number, _) in READY {
        page.click(Find::Role("checkbox", &format!("Select {number}")))
            .expect(number);
    }
    see(page, "3 selected");
    take(page, "selected");
}

fn pick_list(page: &Page) {
    press(page, "Pick list");
    // 2 + 1, 1, 1 + 2.
    see_part(page, "Pick list P1 with 7 units");
    take(page, "pick list");
}

fn labels(page: &Page) {
    press(page, "Ship");
    // 3.95 inland twice, 14.50 to France.
    page.one(Find::Role("button", "Make 3 labels · £22.40"))
        .expect("the total on the button");
    page.until("return document.querySelector('aside img') !== null")
        .expect("the label's preview");
    take(page, "ship");
    // Money is never spent by Enter alone.
    page.press(&[keys::CONTROL, keys::ENTER]).expect("keys");
    page.one(Find::Role("heading", "3 labels made"))
        .expect("made");
    take(page, "labels");
}

/// Without a printer the pick list and the labels were given to the viewer.
fn papers(app: &App) {
    let page = app.page();
    let opened = page.wait("two PDFs in the viewer", || {
        let opened = app.viewed()?;
        Ok((opened.len() == 2).then_some(opened))
    });
    for (name, bytes) in opened.expect("the papers") {
        assert!(bytes.starts_with(b"%PDF-"), "{name}");
        assert!(bytes.len() > 2_000, "{name}: {} bytes", bytes.len());
    }
}

fn hand_over(page: &Page) {
    press(page, "Hand over 3 parcels");
    page.one(Find::Role("heading", "3 parcels handed over"))
        .expect("gone");
    take(page, "handed over");
}

fn shipped(page: &Page) {
    visit(page, "Orders");
    see(
        page,
        "Nothing is ready to ship. What waits is in the other views.",
    );
    page.click(Find::Role("tab", "On the way 3"))
        .expect("on the way");
    let rows = page
        .rows_when("three on the way", |rows| rows.len() == 3)
        .expect("on the way");
    for (number, _) in READY {
        let row = rows.iter().find(|row| cell(row, "Order") == number);
        assert_eq!(cell(row.expect(number), "Goods"), "Shipped", "{number}");
    }
    take(page, "shipped");
}

fn timeline(page: &Page) {
    visit(page, "Orders");
    page.click(Find::Role("tab", "On the way 3"))
        .expect("the view");
    page.click(Find::Role("link", "#2041")).expect("the order");
    page.one(Find::Role("heading", "#2041")).expect("its page");
    let told = page
        .read(Find::Role("list", "Timeline"))
        .expect("a timeline");
    for what in ["Label", "handed over", "P1"] {
        assert!(told.contains(what), "{what}: {told}");
    }
    take(page, "order");
}

/// The same facts, from outside the window.
fn asked_again(shop: &std::path::Path, shelf: &BTreeMap<String, i64>) {
    let ask = json!({ "view": "on_the_way", "sort": "placed", "limit": 50 });
    let page = call(shop, "orders_list", &ask);
    let rows = page["rows"].as_array().expect("rows");
    assert_eq!(rows.len(), 3, "{page}");
    for (number, _) in READY {
        let row = rows.iter().find(|row| row["number"] == number);
        let row = row.expect(number);
        assert_eq!(row["fulfilment"], "shipped", "{row}");
        let told = call(shop, "order_timeline", &json!({ "id": row["id"] })).to_string();
        for verb in ["label", "handed"] {
            assert!(told.contains(verb), "{number}, {verb}: {told}");
        }
    }
    let stock = call(
        shop,
        "stock_list",
        &json!({ "view": "all", "text": "", "limit": 50 }),
    );
    let stock: BTreeMap<String, i64> = stock["rows"]
        .as_array()
        .expect("rows")
        .iter()
        .map(|row| {
            let sku = row["sku"].as_str().expect("a SKU").to_owned();
            (sku, row["on_hand"].as_i64().expect("units"))
        })
        .collect();
    assert_eq!(&stock, shelf, "what the screen showed");
}
