//! A person who was planted in every place that can name one is erased, and not a letter is left:
//! not in a row, not in the file, not on paper, not after an older backup came back.

use crate::kiln::{self, label, numbers};
use serde_json::{Value, json};
use std::path::Path;
use store::row::insert_all;
use store::rows::DocumentOrderRow;
use store::tables::documents::{self, NewDocument};
use store::tables::erasure::{Fate, TABLES};
use testkit::{Order, TestShop, for_each_engine};

/// What must not be found anywhere afterwards, in lower case. The person is invented.
const TRACES: [&str; 5] = [
    "quirina",
    "zweigelt",
    "xanthippen",
    "5550199",
    "wolkenstadt",
];

const DAY: i64 = 86_400_000;

fn theirs() -> Order {
    Order::new(2001)
        .line("MUG", 1, 1_000)
        .to(
            "Quirina Zweigelt",
            "Xanthippenweg 77",
            "10969",
            "Wolkenstadt",
            "DE",
        )
        .cell("Email", "quirina@zweigelt.example")
        .cell("Shipping Phone", "+49 30 5550199")
        .cell("Billing Company", "Zweigelt & Co")
        .cell("Notes", "For Quirina only")
        .cell("Tags", "zweigelt")
        .cell("Payment Reference", "quirina-77")
}

fn another() -> Order {
    Order::new(2002)
        .line("CUP", 1, 1_200)
        .to("Bo Winter", "Birkenweg 1", "10115", "Berlin", "DE")
}

/// What the shop is worth, and what lies in it.
async fn totals(shop: &TestShop) -> Vec<i64> {
    let mut all = Vec::new();
    for sql in [
        "SELECT COUNT(*) FROM orders",
        "SELECT CAST(SUM(total) AS BIGINT) FROM orders",
        "SELECT CAST(SUM(paid) AS BIGINT) FROM orders",
        "SELECT CAST(SUM(balance) AS BIGINT) FROM orders",
        "SELECT CAST(SUM(amount) AS BIGINT) FROM charge",
        "SELECT CAST(SUM(amount) AS BIGINT) FROM payment",
        "SELECT CAST(SUM(total) AS BIGINT) FROM order_line",
        "SELECT CAST(SUM(shipped) AS BIGINT) FROM order_line",
        "SELECT COUNT(*) FROM movement",
        "SELECT CAST(SUM(quantity) AS BIGINT) FROM movement",
        "SELECT CAST(SUM(on_hand) AS BIGINT) FROM stock",
        "SELECT COUNT(*) FROM parcel",
        "SELECT COUNT(*) FROM customer",
    ] {
        all.push(shop.number(sql).await);
    }
    all
}

/// How many rows of a column name the person.
async fn named_in(shop: &TestShop, table: &str, column: &str) -> i64 {
    let like: Vec<String> = TRACES
        .iter()
        .map(|trace| format!("LOWER({column}) LIKE '%{trace}%'"))
        .collect();
    let sql = format!("SELECT COUNT(*) FROM {table} WHERE {}", like.join(" OR "));
    shop.number(&sql).await
}

/// Every column that names the person.
async fn traces(shop: &TestShop) -> Vec<String> {
    let mut found = Vec::new();
    for table in TABLES {
        for column in columns(table.name) {
            if named_in(shop, table.name, column).await > 0 {
                found.push(format!("{}.{column}", table.name));
            }
        }
    }
    found
}

/// The text columns of a table: those that are emptied, those that stay, and those of rows that go.
fn columns(name: &str) -> Vec<&'static str> {
    let table = TABLES.iter().find(|t| t.name == name).unwrap();
    let mut all: Vec<&str> = table.kept.to_vec();
    match table.fate {
        Fate::Blank(columns) => all.extend(columns.iter().map(|(column, _)| column)),
        Fate::Delete => all.extend(match name {
            "customer_word" => &["word"][..],
            "customer_source" => &["source_id"],
            "local_edit" => &["field", "theirs"],
            other => panic!("which columns has {other}"),
        }),
        Fate::Keep => {}
    }
    all.retain(|column| !["version", "bytes"].contains(column));
    all
}

/// Not a letter of the person in a file, whatever its case.
fn no_trace_in(file: &Path) {
    let bytes = std::fs::read(file).unwrap_or_default().to_ascii_lowercase();
    for trace in TRACES {
        let found = bytes
            .windows(trace.len())
            .filter(|w| *w == trace.as_bytes())
            .count();
        assert_eq!(found, 0, "{trace} in {}", file.display());
    }
}

fn no_trace_in_files(shop: &TestShop) {
    if let api::Place::Folder(folder) = shop.place() {
        for name in ["shop.db", "shop.db-wal", "erased.txt"] {
            no_trace_in(&folder.join(name));
        }
    }
}

/// A document's text, by a program that is not ours.
async fn text_of(shop: &TestShop, document: i64) -> Option<String> {
    let (_, _, bytes) = shop.document(document).await;
    kiln::pages_of(shop, &bytes).map(|pages| pages.concat())
}

struct Planted {
    customer: i64,
    order: i64,
    /// Pick list, slips, labels: each with a page of Bo's or a line of it.
    documents: [i64; 3],
    parcels: Vec<i64>,
}

/// Works with the person's order as a shop does, up to the labels.
async fn work(shop: &TestShop) -> Planted {
    kiln::open(shop).await;
    kiln::import(shop, &[theirs(), another()]).await;
    let ids = numbers(shop).await;
    let (order, bo) = (ids["2001"], ids["2002"]);
    let customer = shop
        .number(&format!(
            "SELECT customer_id FROM orders WHERE id = {order}"
        ))
        .await;
    let held = json!({ "orders": [order], "kind": "manual", "note": "Quirina calls back" });
    shop.call("orders_hold", held).await;
    let released = json!({ "orders": [order], "note": "Zweigelt called" });
    shop.call("orders_release", released).await;
    let detail = shop.call("order_get", json!({ "id": order })).await;
    let mut address = detail["ship_to"].clone();
    address["line2"] = json!("Hinterhaus Zweigelt");
    let edit = json!({
        "id": order, "version": detail["row"]["version"], "ship_to": address,
        "gift": true, "gift_message": "From Quirina",
    });
    shop.call("order_edit", edit).await;
    let orders = json!({ "orders": [order, bo] });
    let list = shop.call("pick_list_make", orders.clone()).await;
    let slips = shop.call("slips_make", orders).await;
    let (made, parcels) = label(shop, &[order, bo]).await;
    let documents = [&list, &slips, &made].map(|d| d["document"].as_i64().unwrap());
    for reason in ["", "Zweigelt spilt tea over it"] {
        let print = json!({ "document": documents[2], "reason": reason });
        shop.call("print", print).await;
    }
    Planted {
        customer,
        order,
        documents,
        parcels,
    }
}

/// What no command of today writes, or only on the way: planted by hand, so that every column is tried.
async fn plant(shop: &TestShop, p: &Planted) {
    let (order, customer) = (p.order, p.customer);
    shop.plant(&format!(
        "UPDATE customer SET company = 'Zweigelt', phone = '5550199', tax_id = 'Zweigelt 7', note = 'Quirina' \
           WHERE id = {customer};
         INSERT INTO customer_source SELECT channel_id, 'quirina-77', {customer} FROM orders WHERE id = {order};
         UPDATE address SET company = 'Zweigelt', line3 = 'Zweigelt', region = 'Wolkenstadt', postcode = 'Zweigelt', \
           postcode_key = 'zweigelt' WHERE customer_id = {customer};
         UPDATE orders SET extra = '[[\"For\",\"Quirina\"]]' WHERE id = {order};
         UPDATE order_line SET options = 'Name: Quirina', personalisation = 'Zweigelt' WHERE order_id = {order};
         UPDATE charge SET label = 'QUIRINA10' WHERE order_id = {order};
         INSERT INTO credit VALUES (9000001, {order}, NULL, 'Quirina was angry', 0, 1);
         INSERT INTO need VALUES (9000002, 'x', {order}, NULL, '{{\"id\":\"x\",\"args\":{{\"who\":\"Quirina\"}}}}', 1, 2, 0);
         INSERT INTO conflict VALUES (9000003, {order}, 'note', 'Quirina', 'Zweigelt', NULL, 1, NULL, '');
         INSERT INTO batch_change SELECT batch_id, id, 'Quirina', 1 FROM orders WHERE id = {order};
         INSERT INTO signed_override VALUES (9000004, {order}, 1, 'Quirina', '[\"Zweigelt\"]', '[]', 0, 0, 1, 0, 2);
         UPDATE movement SET note = 'Quirina' WHERE order_id = {order};
         UPDATE pick_line SET short_why = 'Quirina' WHERE order_id = {order};
         UPDATE outbox SET body = 'Quirina' WHERE order_id = {order};
         UPDATE label SET retired_why = 'Quirina' WHERE parcel_id = {}",
        p.parcels[0]
    ))
    .await;
    let mut w = shop.desk().write().await.unwrap();
    let id = w.id().await.unwrap();
    let invoice = NewDocument {
        id,
        kind: "invoice",
        mime: "text/plain",
        title: "invoice-2001.txt".to_owned(),
        pages: 1,
        sha256: "x".to_owned(),
        bytes: b"Invoice for Quirina Zweigelt".to_vec(),
    };
    let now = w.now();
    documents::add(w.db(), invoice, now, 0).await.unwrap();
    let link = DocumentOrderRow {
        document_id: id,
        page: 1,
        order_id: order,
        told: "of Quirina".to_owned(),
    };
    insert_all(w.db(), &[link]).await.unwrap();
    w.commit().await.unwrap();
    // The proof is worth what was planted: every column that is emptied has something in it.
    let planted = traces(shop).await;
    for table in TABLES.iter().filter(|t| t.fate != Fate::Keep) {
        for column in columns(table.name) {
            let name = format!("{}.{column}", table.name);
            let code = table.kept.contains(&column) || name == "local_edit.field";
            assert!(code || planted.contains(&name), "{name} was not planted");
        }
    }
    for name in ["event.data", "event_person.value"] {
        assert!(planted.iter().any(|p| p == name), "{name}: {planted:?}");
    }
}

async fn erase(shop: &TestShop, customer: i64, only_look: bool) -> Value {
    let ask = json!({ "customers": [customer], "only_look": only_look });
    shop.call("customers_erase", ask).await
}

#[tokio::test(flavor = "multi_thread")]
async fn whoever_is_erased_is_gone_to_the_last_letter() {
    for_each_engine(async |shop| {
        let p = work(shop).await;
        let early = erase(shop, p.customer, false).await;
        assert_eq!(early["done"], json!(false));
        assert_eq!(
            early["blocked"][0]["sentence"]["id"],
            json!("erase-order-in-work"),
            "{early}"
        );
        let waiting = shop.call("hand_over_waiting", json!({})).await;
        let left = json!({ "carrier": waiting[0]["carrier"] });
        let left = shop.call("hand_over", left).await;
        let list = json!({ "id": left["id"] });
        let list = shop.call("hand_over_list_make", list).await;
        let list = list["document"].as_i64().unwrap();
        if let Some(text) = text_of(shop, list).await {
            assert!(text.contains("10969 Wolkenstadt"), "{text}");
            assert!(
                !text.contains("Quirina"),
                "the driver needs no name: {text}"
            );
        }
        for parcel in &p.parcels {
            shop.call("parcel_delivered", json!({ "id": parcel })).await;
        }
        let files = matches!(shop.place(), api::Place::Folder(_));
        let backup = if files {
            shop.call("backup_make", json!({})).await["path"].clone()
        } else {
            Value::Null
        };
        plant(shop, &p).await;
        let keep = json!({ "keep_invoices_years": 10, "version": 0 });
        shop.call("privacy_save", keep).await;
        let before = totals(shop).await;

        let would = erase(shop, p.customer, true).await;
        assert!(!traces(shop).await.is_empty(), "looking erases nothing");
        let erased = erase(shop, p.customer, false).await;
        assert_eq!(
            (&erased["done"], &erased["customers"], &erased["orders"]),
            (&json!(true), &json!(1), &json!(1)),
            "{erased}"
        );
        for field in ["customers", "orders", "addresses", "pages", "kept"] {
            assert_eq!(would[field], erased[field], "{field}");
        }
        assert_eq!(
            erased["kept"][0]["title"],
            json!("invoice-2001.txt"),
            "{erased}"
        );
        assert_eq!(traces(shop).await, Vec::<String>::new());
        assert_eq!(totals(shop).await, before);
        papers(shop, &p).await;
        if let Some(text) = text_of(shop, list).await {
            assert!(!text.contains("Wolkenstadt"), "{text}");
        }
        let invoice = erased["kept"][0]["document"].as_i64().unwrap();
        assert_eq!(
            shop.document(invoice).await.2,
            b"Invoice for Quirina Zweigelt"
        );
        shown(shop, &p).await;
        told_again(shop).await;

        // Ten years later the invoice goes by itself, and then the file holds nothing.
        shop.advance(10 * 366 * DAY + DAY);
        shop.host().daily().await.unwrap();
        assert_eq!(shop.document(invoice).await.2, b"");
        no_trace_in_files(shop);
        assert_eq!(totals(shop).await, before);
        back_from_before(shop, &p, &backup).await;
    })
    .await;
}

/// On paper only the neighbour is left, on the same page of the same document.
async fn papers(shop: &TestShop, p: &Planted) {
    for (what, document) in ["pick list", "slips", "labels"].iter().zip(p.documents) {
        let Some(text) = text_of(shop, document).await else {
            continue;
        };
        for trace in TRACES {
            assert!(!text.to_lowercase().contains(trace), "{what}: {text}");
        }
        let bo = text.contains("Bo Winter");
        assert_eq!(bo, *what != "pick list", "{what}: {text}");
    }
}

/// What a screen shows of the order afterwards: it is there, and readable.
async fn shown(shop: &TestShop, p: &Planted) {
    let order = shop.call("order_get", json!({ "id": p.order })).await;
    assert_eq!(
        (&order["row"]["total"], &order["ship_to"]["country"]),
        (&json!(1_490), &json!("DE"))
    );
    let told = kiln::told(shop, p.order).await;
    assert!(told.contains(&"event-person-erased".to_owned()), "{told:?}");
    let hits = shop
        .call("search", json!({ "text": "zweigelt", "limit": 20 }))
        .await;
    assert_eq!(hits, json!([]));
}

/// The store goes on telling of the order: goods and money are taken, the person is not.
async fn told_again(shop: &TestShop) {
    let again = theirs()
        .fulfilled()
        .cell("Tags", "zweigelt,vip")
        .cell("Discount Code", "QUIRINA10");
    let taken = kiln::import(shop, &[again]).await;
    assert_eq!(
        (&taken["new"], &taken["conflicts"]),
        (&json!(0), &json!(0)),
        "{taken}"
    );
    assert_eq!(traces(shop).await, Vec::<String>::new());
}

/// The person comes back with a backup from before, and is gone before anybody looks.
async fn back_from_before(shop: &mut TestShop, p: &Planted, backup: &Value) {
    if let api::Place::Folder(folder) = shop.place().clone() {
        let backup = Path::new(backup.as_str().unwrap());
        let bytes = std::fs::read(backup).unwrap();
        assert!(
            bytes.windows(8).any(|w| w == b"Zweigelt"),
            "the backup knows the person"
        );
        shop.close().await;
        api::restore(backup, &folder, shop.now()).await.unwrap();
        no_trace_in_files(shop);
    } else {
        // As an administrator puts a server back.
        shop.plant(&format!(
            "DELETE FROM erasure; UPDATE customer SET name = 'Quirina Zweigelt' WHERE id = {}",
            p.customer
        ))
        .await;
    }
    shop.reopen().await;
    assert_eq!(traces(shop).await, Vec::<String>::new());
    assert_eq!(shop.number("SELECT COUNT(*) FROM erasure").await, 1);
    let hits = shop
        .call("search", json!({ "text": "winter", "limit": 20 }))
        .await;
    assert_eq!(
        hits[0]["title"],
        json!("Bo Winter"),
        "nobody else is gone: {hits}"
    );
    no_trace_in_files(shop);
}

/// A backup from before a customer came would give the customer's id to somebody else.
#[tokio::test(flavor = "multi_thread")]
async fn an_id_that_was_erased_is_never_somebody_elses() {
    let mut shop = TestShop::in_folder().await;
    kiln::open(&shop).await;
    let backup = shop.call("backup_make", json!({})).await["path"].clone();
    kiln::import(&shop, &[theirs().fulfilled()]).await;
    let customer = shop.number("SELECT MAX(id) FROM customer").await;
    assert_eq!(erase(&shop, customer, false).await["done"], json!(true));
    let api::Place::Folder(folder) = shop.place().clone() else {
        panic!("a folder")
    };
    shop.close().await;
    let backup = Path::new(backup.as_str().unwrap());
    api::restore(backup, &folder, shop.now()).await.unwrap();
    shop.reopen().await;
    kiln::import(&shop, &[another()]).await;
    assert!(shop.number("SELECT MIN(id) FROM customer").await > customer);
    shop.reopen().await;
    assert_eq!(
        shop.number("SELECT COUNT(*) FROM customer WHERE name = 'Bo Winter'")
            .await,
        1
    );
    shop.end().await;
}

/// Who was merged with the person is the person; everybody else stays as they are.
#[tokio::test(flavor = "multi_thread")]
async fn whoever_was_merged_goes_with_them() {
    for_each_engine(async |shop| {
        kiln::open(shop).await;
        let third = Order::new(2003)
            .line("TEE", 1, 2_500)
            .fulfilled()
            .to("Cy Lenz", "Allee 2", "10117", "Berlin", "DE");
        kiln::import(shop, &[theirs().fulfilled(), another().fulfilled(), third]).await;
        let id = |name: &str| format!("(SELECT id FROM customer WHERE name = '{name}')");
        let person = shop
            .number(&format!("SELECT {}", id("Quirina Zweigelt")))
            .await;
        shop.plant(&format!(
            "UPDATE customer SET merged_into = {person} WHERE name = 'Bo Winter'"
        ))
        .await;
        let erased = erase(shop, person, false).await;
        assert_eq!(
            (&erased["customers"], &erased["orders"]),
            (&json!(2), &json!(2)),
            "{erased}"
        );
        for (name, left) in [("Bo Winter", 0), ("Quirina Zweigelt", 0), ("Cy Lenz", 1)] {
            for table in ["customer", "address"] {
                let sql = format!("SELECT COUNT(*) FROM {table} WHERE name = '{name}'");
                assert_eq!(shop.number(&sql).await, left, "{name} in {table}");
            }
        }
        let unknown = json!({ "customers": [987_654] });
        let unknown = shop.try_call("customers_erase", unknown).await.unwrap_err();
        assert_eq!(unknown.code, api::Code::NotFound);
    })
    .await;
}
