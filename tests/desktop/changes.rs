//! What is set, counted, corrected, called off and taken back, in the real window by clicks and keys
//! only; the result is read from the screen.

use crate::kit::{
    import_products, new_shop, press, preview_orders, sample, see, see_part, shelf, shot, visit,
};
use acceptance::app::App;
use acceptance::page::{Find, Page};
use acceptance::webdriver::keys;
use std::path::PathBuf;

const SKUS: usize = 12;

#[test]
fn what_is_set_and_counted_is_there_afterwards() {
    let app = new_shop("settings");
    let page = app.page();
    a_line_for_the_slips(page);
    a_price_for_the_post(page);
    import_products(&app, &sample("products.csv"), "Import 12 products");
    a_count(page);
}

#[test]
fn what_is_corrected_called_off_and_taken_back_shows() {
    let app = new_shop("changes");
    let page = app.page();
    a_price_for_the_post(page);
    import_products(&app, &sample("products.csv"), "Import 12 products");
    shelf(page, SKUS);
    take_in(&app, &sample("orders_export.csv"), "Import 14 orders");
    let folder = tempfile::TempDir::new().expect("a folder");
    an_address(page);
    the_store_says_otherwise(&app, &folder.path().join("changed.csv"));
    a_walk_along_the_shelves(page);
    called_off_and_put_back(page);
    told_the_store(&app);
    one_too_many(&app, &folder.path().join("one more.csv"));
}

fn take(page: &Page, step: &str) {
    page.shoot(&shot(&format!("changes {step}")))
        .expect("a picture");
}

fn a_line_for_the_slips(page: &Page) {
    let foot = Find::Label("A line at the foot");
    visit(page, "Settings");
    page.fill(foot, "Made by hand on Ropewalk Lane")
        .expect("a line");
    press(page, "Save");
    see(page, "Settings saved");
    visit(page, "Today");
    visit(page, "Settings");
    let field = page.one(foot).expect("the field");
    let kept = page
        .session()
        .script("return arguments[0].value", &[field.argument()])
        .expect("its value");
    assert_eq!(kept, "Made by hand on Ropewalk Lane");
}

/// The one service that a shop begins with says that it has no price, until it has one.
fn a_price_for_the_post(page: &Page) {
    visit(page, "Settings");
    page.click(Find::Role("link", "Services and zones"))
        .expect("services");
    let table = page.read(Find::Role("table", "")).expect("the services");
    assert!(table.contains("no price yet"), "{table}");
    assert!(!table.contains("0.00"), "{table}");
    press(page, "Edit");
    page.fill(Find::Nth("Price", 1), "4.20").expect("inland");
    page.fill(Find::Nth("Price", 2), "9.80").expect("the world");
    press(page, "Save");
    see(page, "Own post saved");
    let table = page.read(Find::Role("table", "")).expect("the services");
    assert!(table.contains("£4.20 – £9.80"), "{table}");
}

fn a_count(page: &Page) {
    assert_eq!(shelf(page, SKUS)["KT-SOAP-OAT"], 40);
    page.click(Find::Text("KT-SOAP-OAT")).expect("its row");
    page.one(Find::Role("heading", "Oat soap"))
        .expect("its panel");
    press(page, "Count");
    page.fill(Find::Label("Units on the shelf"), "37")
        .expect("what was counted");
    press(page, "Book 37");
    see_part(page, "Counted. Difference:");
    take(page, "counted");
    assert_eq!(shelf(page, SKUS)["KT-SOAP-OAT"], 37);
}

fn take_in(app: &App, file: &std::path::Path, would: &str) {
    preview_orders(app, file);
    press(app.page(), would);
    app.page()
        .one(Find::Role("button", "Import another file"))
        .expect("taken");
}

fn open_order(page: &Page, number: &str) {
    visit(page, "Orders");
    page.click(Find::Role("tab", "All 14")).expect("all");
    page.click(Find::Role("link", number)).expect(number);
    page.one(Find::Role("heading", number)).expect("its page");
}

fn an_address(page: &Page) {
    open_order(page, "#2042");
    page.press(&["e"]).expect("its address");
    page.fill(Find::Label("Street and number"), "7 Wharf Passage")
        .expect("the street");
    press(page, "Save address");
    see(page, "Address saved");
    see(page, "7 Wharf Passage");
}

/// A row of the sample with other words in it, as a file of its own.
fn changed(to: &std::path::Path, row: &str, changes: &[(&str, &str)]) -> PathBuf {
    let text = std::fs::read_to_string(sample("orders_export.csv")).expect("the sample");
    let header = text.lines().next().expect("a header");
    let mut line = text
        .lines()
        .find(|line| line.starts_with(row))
        .expect(row)
        .to_owned();
    for (from, to) in changes {
        assert!(line.contains(from), "{from} is not in {line}");
        line = line.replace(from, to);
    }
    std::fs::write(to, format!("{header}\n{line}\n")).expect("written");
    to.to_path_buf()
}

/// The same address is changed there too: both stand side by side until somebody chooses.
fn the_store_says_otherwise(app: &App, file: &std::path::Path) {
    let page = app.page();
    let file = changed(file, "#2042,", &[("3/2 Quarry Lane", "5 Dock Street")]);
    take_in(app, &file, "Import 1 order");
    open_order(page, "#2042");
    see_part(page, "Changed here and in the store");
    see_part(page, "5 Dock Street");
    take(page, "conflict");
    press(page, "Take theirs");
    page.until("return !document.querySelector('main').innerText.includes('Changed here and in the store')")
        .expect("settled");
    see(page, "5 Dock Street");
}

fn a_walk_along_the_shelves(page: &Page) {
    visit(page, "Orders");
    page.click(Find::Role("tab", "All 14")).expect("all");
    page.click(Find::Role("checkbox", "Select #2041"))
        .expect("selected");
    press(page, "Pick list");
    see_part(page, "Pick list P1 with 3 units");
    visit(page, "Ship");
    page.click(Find::Role("tab", "Pick lists 1"))
        .expect("lists");
    page.click(Find::Role("link", "P1")).expect("the list");
    page.rows_when("two lines", |rows| rows.len() == 2)
        .expect("what to fetch");
    for fetched in 1..=2 {
        page.press(&[keys::ENTER]).expect("Enter");
        page.wait("the line to be fetched", || {
            Ok((page.all(Find::Text("Fetched"))?.len() == fetched).then_some(()))
        })
        .expect("fetched");
    }
    see(page, "Pick list P1 is done");
    take(page, "fetched");
}

fn called_off_and_put_back(page: &Page) {
    open_order(page, "#2041");
    press(page, "More");
    page.click(Find::Role("menuitem", "Cancel what has not left"))
        .expect("the way to cancel");
    press(page, "Cancel all that is left, 3 units");
    see(page, "3 units cancelled");
    visit(page, "Ship");
    page.click(Find::Role("tab", "Back to the shelf 2"))
        .expect("what goes back");
    for sku in ["KT-MUG-SEA", "KT-NAPKIN-4"] {
        page.click(Find::Text(sku)).expect(sku);
        page.press(&[keys::ENTER]).expect("Enter");
        page.wait("it to be back", || {
            Ok(page.all(Find::Text(sku))?.is_empty().then_some(()))
        })
        .expect(sku);
    }
    page.one(Find::Role("tab", "Back to the shelf 0"))
        .expect("nothing is left");
    take(page, "put back");
    let shelf = shelf(page, SKUS);
    assert_eq!((shelf["KT-MUG-SEA"], shelf["KT-NAPKIN-4"]), (12, 20));
}

fn told_the_store(app: &App) {
    let page = app.page();
    open_order(page, "#2042");
    page.press(&["b"]).expect("its run");
    page.one(Find::Role("button", "Make 1 label · £4.20"))
        .expect("the price that was set");
    page.press(&[keys::CONTROL, keys::ENTER]).expect("keys");
    page.one(Find::Role("heading", "1 label made"))
        .expect("made");
    let table = page.read(Find::Role("table", "")).expect("the labels");
    assert!(table.contains("Tomas Abernethy"), "{table}");
    press(page, "Hand over 1 parcel");
    page.one(Find::Role("heading", "1 parcel handed over"))
        .expect("gone");
    visit(page, "Ship");
    page.one(Find::Role("heading", "Tell the stores"))
        .expect("the store does not know");
    press(page, "Make the file");
    see_part(page, "with 1 parcel");
    take(page, "told");
    let seen = page
        .wait("the file in the viewer", || {
            let seen = app.viewed()?;
            Ok(seen
                .into_iter()
                .find(|(name, _)| name.ends_with(".csv"))
                .map(|(_, bytes)| bytes))
        })
        .expect("the file");
    let text = String::from_utf8(seen).expect("UTF-8");
    assert!(text.contains("2042"), "{text}");
    page.until("return !document.body.innerText.includes('Tell the stores')")
        .expect("it knows now");
}

fn one_too_many(app: &App, file: &std::path::Path) {
    let page = app.page();
    let file = changed(
        file,
        "#2043,",
        &[("#2043", "#2099"), ("6310000002043", "6310000002099")],
    );
    take_in(app, &file, "Import 1 order");
    visit(page, "Orders");
    page.click(Find::Role("tab", "All 15")).expect("one more");
    page.one(Find::Role("link", "#2099")).expect("it is there");
    visit(page, "Import");
    let newest = page
        .wait("the earlier imports", || {
            Ok(page
                .all(Find::Role("button", "Take back"))?
                .into_iter()
                .next())
        })
        .expect("the newest");
    page.session().click(&newest).expect("its way back");
    press(page, "Take 1 order back");
    see(page, "1 order taken back");
    take(page, "taken back");
    visit(page, "Orders");
    page.one(Find::Role("tab", "All 14")).expect("as before");
}
