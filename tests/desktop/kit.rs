//! What the journeys share: a shop made by hand in the window, files of our own, pictures.

use acceptance::app::{App, cli};
use acceptance::page::{Find, Page, Row};
use serde_json::Value;
use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

/// Where a picture of the window goes that is worth looking at.
pub(crate) fn shot(name: &str) -> PathBuf {
    let folder = std::env::var("BACKROOM_SHOTS").unwrap_or_else(|_| "target/shots".to_owned());
    PathBuf::from(folder).join(format!("{name}.png"))
}

/// A file of ours in `tests/desktop/samples`.
pub(crate) fn sample(name: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR"))
        .join("desktop/samples")
        .join(name)
}

/// A window on a shop in Bristol that was just made in it.
pub(crate) fn new_shop(name: &'static str) -> App {
    let app = App::open(name).expect("a window");
    fill_first_run(app.page());
    open_shop(app.page());
    app
}

/// Fills the form of the first run.
pub(crate) fn fill_first_run(page: &Page) {
    for (label, text) in [
        ("Shop’s name", "Kiln & Thread"),
        ("Your name", "Ada"),
        ("Street and number", "4 Ropewalk Lane"),
        ("Postcode", "BS1 6QE"),
        ("Town", "Bristol"),
    ] {
        page.fill(Find::Label(label), text).expect(label);
    }
    page.choose(Find::Label("Country"), "United Kingdom")
        .expect("the country");
    page.choose(Find::Label("Time zone"), "Europe/London")
        .expect("the zone");
}

/// Opens the shop of the filled form.
pub(crate) fn open_shop(page: &Page) {
    press(page, "Open the shop");
    page.one(Find::Role("navigation", "Main"))
        .expect("the navigation");
}

/// Clicks a button by its name.
pub(crate) fn press(page: &Page, name: &str) {
    page.click(Find::Role("button", name)).expect(name);
}

/// Goes to a place of the rail.
pub(crate) fn visit(page: &Page, place: &str) {
    page.click(Find::Place(place)).expect(place);
    page.one(Find::Role("heading", place)).expect(place);
}

/// Waits until a text is on the screen.
pub(crate) fn see(page: &Page, text: &str) {
    page.one(Find::Text(text)).expect(text);
}

/// Waits until a text is somewhere on the screen, also as a part of a sentence.
pub(crate) fn see_part(page: &Page, text: &str) {
    page.wait(text, || {
        let shown = page
            .session()
            .script("return document.body.innerText", &[])?;
        let shown = shown.as_str().unwrap_or_default();
        let shown = shown.split_whitespace().collect::<Vec<_>>().join(" ");
        Ok(shown.contains(text).then_some(()))
    })
    .expect(text);
}

/// Imports the products of a file through the import screen; `would` is the button's text.
pub(crate) fn import_products(app: &App, file: &Path, would: &str) {
    let page = app.page();
    visit(page, "Import");
    page.click(Find::Role("radio", "Products and counts"))
        .expect("products");
    press(page, "Choose file…");
    app.answer_dialog(file).expect("a file");
    press(page, would);
}

/// Opens a file of orders and stops at its preview.
pub(crate) fn preview_orders(app: &App, file: &Path) {
    let page = app.page();
    visit(page, "Import");
    press(page, "Choose file…");
    app.answer_dialog(file).expect("a file");
    page.one(Find::Role("heading", "Preview"))
        .expect("the preview");
}

/// Units on hand by SKU, as the Stock screen shows them.
pub(crate) fn shelf(page: &Page, skus: usize) -> BTreeMap<String, i64> {
    visit(page, "Stock");
    let rows = page
        .rows_when("the stock", |rows| rows.len() == skus)
        .expect("the stock");
    rows.iter()
        .map(|row| {
            let units = cell(row, "On hand").replace(',', "");
            (cell(row, "Code").to_owned(), units.parse().expect("units"))
        })
        .collect()
}

/// What stands in a column of a row.
pub(crate) fn cell<'a>(row: &'a Row, title: &str) -> &'a str {
    let found = row
        .iter()
        .find(|(name, _)| name.as_str() == title || name.starts_with(&format!("{title} ")));
    found
        .unwrap_or_else(|| panic!("{title} is not in {row:?}"))
        .1
}

/// The column of every row.
pub(crate) fn column(rows: &[Row], title: &str) -> Vec<String> {
    rows.iter().map(|row| cell(row, title).to_owned()).collect()
}

/// What a command of the shop answers, asked through `backroom-cli` while the window is closed.
pub(crate) fn call(shop: &Path, name: &str, body: &Value) -> Value {
    let text = cli(shop, &["call", name, &body.to_string()]).expect(name);
    serde_json::from_str(&text).expect("JSON")
}
