//! What a packing slip says: money of what is still sent, and never what its order no longer is.

use crate::kiln::{self, numbers, pages_of, refused};
use serde_json::{Value, json};
use testkit::{Order, TestShop, for_each_engine, shopify_file};

async fn slip(shop: &TestShop, orders: &[i64]) -> Value {
    shop.call("slips_make", json!({ "orders": orders })).await
}

/// The text of a document, its pages one after the other; nothing without poppler.
async fn read(shop: &TestShop, made: &Value) -> Option<String> {
    let (_, _, pdf) = shop.document(made["document"].as_i64().unwrap()).await;
    Some(pages_of(shop, &pdf)?.join("\n"))
}

async fn print(shop: &TestShop, made: &Value) -> Value {
    let ask = json!({ "document": made["document"], "way": "printer" });
    shop.call("print", ask).await
}

async fn edit(shop: &TestShop, id: i64, field: &str, value: Value) {
    let mut ask = json!({ "id": id });
    let order = shop.call("order_get", json!({ "id": id })).await;
    ask["version"] = order["row"]["version"].clone();
    ask[field] = value;
    shop.call("order_edit", ask).await;
}

async fn holds(shop: &TestShop, id: i64) -> Vec<String> {
    let order = shop.call("order_get", json!({ "id": id })).await;
    let holds = order["holds"].as_array().unwrap().iter();
    let active = holds.filter(|h| h["released_at"].is_null());
    active
        .map(|h| h["sentence"]["id"].as_str().unwrap().to_owned())
        .collect()
}

#[tokio::test(flavor = "multi_thread")]
async fn the_money_is_that_of_what_was_not_called_off() {
    for_each_engine(async |shop: &mut TestShop| {
        kiln::open(shop).await;
        // 3 × 10.00 and 1 × 12.00, 4.20 off, 4.90 carriage: 42.70.
        let order = Order::new(1).line("MUG", 3, 1_000).line("CUP", 1, 1_200);
        let file = shopify_file(&[order]);
        let (head, rows) = file.split_once('\n').unwrap();
        let (first, rest) = rows.split_once('\n').unwrap();
        let cells: Vec<&str> = head
            .split(',')
            .zip(first.split(','))
            .map(|(column, cell)| match column {
                "Discount Amount" => "4.20",
                "Total" => "42.70",
                _ => cell,
            })
            .collect();
        let path = shop.file("sale.csv", format!("{head}\n{}\n{rest}", cells.join(",")));
        let read_as = json!({ "path": path, "start_at": kiln::START });
        let preview = shop.call("import_preview", read_as.clone()).await;
        let take = json!({ "read": read_as, "sha256": preview["sha256"] });
        shop.call("import_commit", take).await;
        let id = numbers(shop).await["1"];
        let made = slip(shop, &[id]).await;
        let Some(said) = read(shop, &made).await else {
            return;
        };
        for amount in ["30.00 EUR", "12.00 EUR", "42.00 EUR", "42.70 EUR"] {
            assert!(said.contains(amount), "{amount} in {said}");
        }
        let order = shop.call("order_get", json!({ "id": id })).await;
        let line = &order["lines"][0]["id"];
        let ask = json!({ "id": id, "units": [{ "line": line, "units": 1 }], "reason": "" });
        shop.call("order_cancel", ask).await;
        // 2 × 10.00 and 12.00 are 32.00; the 4.20 fall as 42 falls to 32, to 3.20; 32.00 - 3.20 + 4.90.
        let made = slip(shop, &[id]).await;
        let said = read(shop, &made).await.unwrap();
        for amount in [
            "20.00 EUR",
            "12.00 EUR",
            "32.00 EUR",
            "3.20 EUR",
            "4.90 EUR",
            "33.70 EUR",
        ] {
            assert!(said.contains(amount), "{amount} in {said}");
        }
        for old in ["30.00 EUR", "42.00 EUR", "42.70 EUR"] {
            assert!(!said.contains(old), "{old} in {said}");
        }
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_slip_is_not_printed_after_its_order_became_a_gift_or_moved() {
    for_each_engine(async |shop: &mut TestShop| {
        kiln::open(shop).await;
        let orders: Vec<Order> = (1..=3)
            .map(|n| Order::new(n).line("MUG", 1, 1_000))
            .collect();
        kiln::import(shop, &orders).await;
        let known = numbers(shop).await;
        let ids = ["1", "2", "3"].map(|n| known[n]);
        let made = slip(shop, &ids).await;
        // Not printed yet: nobody has to be told, the old page just does not come out.
        edit(shop, ids[0], "gift", json!(true)).await;
        assert_eq!(holds(shop, ids[0]).await, Vec::<String>::new());
        let printed = print(shop, &made).await;
        assert_eq!(
            printed["notices"][0]["id"],
            json!("print-slips-left-out"),
            "{printed}"
        );
        assert_eq!(printed["notices"][0]["args"]["orders"], json!("#1"));
        if let Some(said) = read(shop, &made).await {
            assert!(
                !said.contains("#1\n") && said.contains("#2") && said.contains("#3"),
                "{said}"
            );
        }
        // The second one's is on paper now: its change is pointed out, and a new slip settles it.
        let order = shop.call("order_get", json!({ "id": ids[1] })).await;
        let mut to = order["ship_to"].clone();
        to["line1"] = json!("Feldweg 12");
        edit(shop, ids[1], "ship_to", to).await;
        assert_eq!(holds(shop, ids[1]).await, ["hold-edited-on-paper"]);
        let page = json!({ "document": made["document"], "page": 2, "way": "file" });
        assert_eq!(refused(shop, "print", page).await, "print-slip-old");
        let page = shop
            .host()
            .document(made["document"].as_i64().unwrap(), Some(2))
            .await;
        assert_eq!(page.unwrap_err().message.id, "print-slip-old");
        let anew = slip(shop, &[ids[1]]).await;
        assert_eq!(holds(shop, ids[1]).await, Vec::<String>::new());
        assert_eq!(print(shop, &anew).await["notices"], json!([]));
        // Making labels, and what no slip tells, changes no slip.
        kiln::label(shop, &[ids[2]]).await;
        edit(shop, ids[2], "ship_by", json!(shop.now() + 1)).await;
        let page = json!({ "document": made["document"], "page": 3, "way": "printer" });
        assert_eq!(shop.call("print", page).await["notices"], json!([]));
        // Of what has left it says what was sent, whatever is written to the order later.
        let waiting = shop.call("hand_over_waiting", json!({})).await;
        shop.call("hand_over", json!({ "carrier": waiting[0]["carrier"] }))
            .await;
        let page = json!({ "document": made["document"], "page": 3, "way": "file" });
        shop.call("print", page).await;
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_name_of_pictures_alone_is_no_name() {
    for_each_engine(async |shop: &mut TestShop| {
        kiln::open(shop).await;
        let smiling = Order::new(1).line("MUG", 1, 1_000).to(
            "\u{1F642}\u{1F642}",
            "Weg 1",
            "10969",
            "Berlin",
            "DE",
        );
        let nowhere = Order::new(2).line("MUG", 1, 1_000).to(
            "Al Short",
            "\u{2764}\u{FE0F} -",
            "10969",
            "Berlin",
            "DE",
        );
        let both = Order::new(3).line("MUG", 1, 1_000).to(
            "Mia \u{1F642}",
            "Weg 1",
            "10969",
            "Berlin",
            "DE",
        );
        kiln::import(shop, &[smiling, nowhere, both]).await;
        let known = numbers(shop).await;
        assert_eq!(holds(shop, known["1"]).await, ["address-name-missing"]);
        assert_eq!(holds(shop, known["2"]).await, ["address-street-missing"]);
        assert_eq!(holds(shop, known["3"]).await, Vec::<String>::new());
        let (made, parcels) = kiln::label(shop, &[known["1"], known["2"], known["3"]]).await;
        assert_eq!(parcels.len(), 1, "{made}");
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn an_order_that_is_not_there_is_named_and_not_passed_over() {
    let shop = TestShop::in_folder().await;
    kiln::open(&shop).await;
    kiln::import(&shop, &[Order::new(1).line("MUG", 1, 1_000)]).await;
    let id = numbers(&shop).await["1"];
    let gone = 4_711_000;
    let named = |made: &Value| {
        let first = &made["refused"][0];
        (first["order"].clone(), first["number"].clone())
    };
    let wanted = (json!(gone), json!("id:4711000"));
    let wishes = json!({ "wishes": [{ "orders": [gone] }, { "orders": [id] }] });
    let made = shop.call("labels_make", wishes).await;
    assert_eq!(named(&made), wanted, "{made}");
    assert_eq!(made["parcels"].as_array().unwrap().len(), 1);
    let made = slip(&shop, &[id, gone]).await;
    assert_eq!((named(&made), &made["pages"]), (wanted.clone(), &json!(1)));
    let ask = json!({ "orders": [gone, id] });
    let made = shop.call("pick_list_make", ask).await;
    assert_eq!(named(&made), wanted, "{made}");
    shop.end().await;
}
