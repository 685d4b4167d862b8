//! Paper at the packing bench: a scan never means the wrong parcel, a label comes out once, and one that
//! was retired never again.

use crate::kiln::{self, label, numbers, pages_of};
use serde_json::{Value, json};
use testkit::{Order, TestShop, for_each_engine, shopify_file};

async fn scan(shop: &TestShop, code: &str) -> Value {
    shop.call("hand_over_scan", json!({ "code": code })).await
}

fn outcome(scanned: &Value) -> &str {
    scanned["outcome"].as_str().unwrap()
}

/// The same orders once more, of another channel.
async fn import_of_another(shop: &TestShop, orders: &[Order]) {
    let path = shop.file("other_export.csv", shopify_file(orders));
    let read = json!({ "path": path, "start_at": kiln::START, "new_channel": "Second stall" });
    let preview = shop.call("import_preview", read.clone()).await;
    let take = json!({ "read": read, "sha256": preview["sha256"] });
    let taken = shop.call("import_commit", take).await;
    assert_eq!(taken["new"], json!(orders.len()), "{taken}");
}

/// Every order's id with this number, oldest first.
async fn all_of(shop: &TestShop, number: &str) -> Vec<i64> {
    let ask = json!({ "view": "all", "sort": "placed", "limit": 200 });
    let page = shop.call("orders_list", ask).await;
    let rows = page["rows"].as_array().unwrap().iter();
    let mut ids: Vec<i64> = rows
        .filter(|row| row["number"] == json!(number))
        .map(|row| row["id"].as_i64().unwrap())
        .collect();
    ids.sort_unstable();
    ids
}

/// The codes on the untracked labels of a document, page by page; nothing without poppler.
fn codes(shop: &TestShop, pdf: &[u8]) -> Option<Vec<String>> {
    let pages = pages_of(shop, pdf)?;
    let code = |page: &String| {
        let line = page.lines().map(str::trim);
        let mut found = line.filter(|l| l.starts_with("P 00"));
        found.next().unwrap_or_default().replace(' ', "")
    };
    Some(pages.iter().map(code).collect())
}

#[tokio::test(flavor = "multi_thread")]
async fn two_channels_with_one_order_number_are_told_apart() {
    for_each_engine(async |shop: &mut TestShop| {
        kiln::open(shop).await;
        kiln::import(shop, &[Order::new(1001).line("MUG", 1, 1_000)]).await;
        let there = Order::new(1001)
            .line("CUP", 1, 1_200)
            .cell("Id", "777001")
            .to("Bob Other", "Weg 9", "10969", "Berlin", "DE");
        import_of_another(shop, &[there]).await;
        let ids = all_of(shop, "#1001").await;
        assert_eq!(ids.len(), 2);
        let (made, parcels) = label(shop, &ids).await;
        for typed in ["#1001", "1001", "#1001-1"] {
            let asked = scan(shop, typed).await;
            assert_eq!(outcome(&asked), "several", "{asked}");
            let said = asked["sentence"]["args"]["parcels"].as_str().unwrap();
            assert!(said.contains("Bob Other"), "{said}");
            assert_eq!(asked["meant"].as_array().unwrap().len(), 2, "{asked}");
            assert_eq!(asked["left"], json!(2), "nothing left: {asked}");
        }
        let (_, _, pdf) = shop.document(made["document"].as_i64().unwrap()).await;
        let Some(codes) = codes(shop, &pdf) else {
            return;
        };
        assert_ne!(codes[0], codes[1]);
        let second = scan(shop, &codes[1]).await;
        assert_eq!(outcome(&second), "handed", "{second}");
        assert_eq!(second["parcel"], json!(parcels[1]));
        // Scanned once more, by its code or by the corner of the label: the other one stays.
        assert_eq!(outcome(&scan(shop, &codes[1]).await), "gone");
        assert_eq!(outcome(&scan(shop, "#1001").await), "several");
        let first = scan(shop, &codes[0]).await;
        assert_eq!(first["parcel"], json!(parcels[0]), "{first}");
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn the_parcels_of_one_order_have_labels_of_their_own() {
    for_each_engine(async |shop: &mut TestShop| {
        kiln::open(shop).await;
        kiln::import(shop, &[Order::new(5).line("MUG", 4, 1_000)]).await;
        let id = numbers(shop).await["5"];
        let order = shop.call("order_get", json!({ "id": id })).await;
        let line = &order["lines"][0]["id"];
        let two = json!({ "lines": [{ "line": line, "units": 2 }] });
        let wish = json!({ "orders": [id], "parcels": [two, two] });
        let made = shop.call("labels_make", json!({ "wishes": [wish] })).await;
        let (first, second) = (&made["parcels"][0], &made["parcels"][1]);
        assert_eq!(outcome(&scan(shop, "#5").await), "several", "{made}");
        let (_, _, pdf) = shop.document(made["document"].as_i64().unwrap()).await;
        let Some(before) = codes(shop, &pdf) else {
            return;
        };
        // The first one's label is torn and made anew: the torn one is no label of the parcel any more.
        let torn = json!({ "parcel": first["parcel"], "why": "torn" });
        shop.call("label_retire", torn).await;
        let again = shop
            .call("labels_make", json!({ "wishes": [{ "orders": [id] }] }))
            .await;
        assert_eq!(again["parcels"][0]["parcel"], first["parcel"], "{again}");
        assert_eq!(outcome(&scan(shop, &before[0]).await), "retired");
        let (_, _, pdf) = shop.document(again["document"].as_i64().unwrap()).await;
        let after = codes(shop, &pdf).unwrap();
        let handed = scan(shop, &after[0]).await;
        assert_eq!(
            (outcome(&handed), &handed["parcel"]),
            ("handed", &first["parcel"])
        );
        let handed = scan(shop, &before[1]).await;
        assert_eq!(
            (outcome(&handed), &handed["parcel"]),
            ("handed", &second["parcel"])
        );
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn what_stands_there_exactly_comes_before_what_is_alike() {
    for_each_engine(async |shop: &mut TestShop| {
        kiln::open(shop).await;
        let orders = ["#100-12", "#10012", "#77"].map(|name| {
            let number = name.replace(['#', '-'], "").parse().unwrap();
            Order::new(number).line("MUG", 1, 1_000).cell("Name", name)
        });
        kiln::import(shop, &orders[1..]).await;
        import_of_another(shop, &orders[..1]).await;
        let mut post = shop.call("services_list", json!({})).await[0]["post"].clone();
        post["name"] = json!("Tracked");
        post["tracked"] = json!(true);
        let post = json!({ "post": post, "active": true });
        let service = shop.call("service_save", post).await["id"].clone();
        let ids = numbers(shop).await;
        let wish = |number: &str, tracking: &str| {
            let parcels = json!([{ "tracking": tracking }]);
            json!({ "orders": [ids[number]], "service": service, "parcels": parcels })
        };
        let wishes = json!([
            wish("100-12", "AB-1001"),
            wish("10012", "AB1001"),
            // A number that reads as another parcel's order.
            wish("77", "10012"),
        ]);
        let made = shop.call("labels_make", json!({ "wishes": wishes })).await;
        assert_eq!(made["refused"], json!([]), "{made}");
        let parcel = |at: usize| made["parcels"][at]["parcel"].clone();
        for (typed, meant) in [("ab 1001", 2), ("100 12", 3)] {
            let asked = scan(shop, typed).await;
            assert_eq!(outcome(&asked), "several", "{typed}: {asked}");
            assert_eq!(asked["meant"].as_array().unwrap().len(), meant, "{asked}");
        }
        for (typed, at) in [("10012", 2), ("AB1001", 1), ("#100-12", 0)] {
            let scanned = scan(shop, typed).await;
            assert_eq!(scanned["parcel"], parcel(at), "{typed}: {scanned}");
            assert_eq!(outcome(&scanned), "handed");
        }
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn parcels_that_are_named_are_all_that_leaves() {
    for_each_engine(async |shop: &mut TestShop| {
        kiln::open(shop).await;
        let orders: Vec<Order> = (1..=3)
            .map(|n| Order::new(n).line("MUG", 1, 1_000))
            .collect();
        kiln::import(shop, &orders).await;
        let ids = numbers(shop).await;
        let (_, parcels) = label(shop, &[ids["1"], ids["2"], ids["3"]]).await;
        let sql = format!(
            "UPDATE parcel SET carrier = 'Red Van' WHERE id = {}",
            parcels[2]
        );
        shop.plant(&sql).await;
        let waiting = shop.call("hand_over_waiting", json!({})).await;
        let carriers = waiting.as_array().unwrap().iter();
        let own = carriers
            .map(|c| c["carrier"].clone())
            .find(|c| *c != json!("Red Van"))
            .unwrap();
        let ask = json!({ "carrier": own, "parcels": [parcels[0], parcels[2]] });
        let left = shop.call("hand_over", ask).await;
        assert_eq!(left["parcels"], json!([parcels[0]]), "{left}");
        assert_eq!(left["stopped"][0]["parcel"], json!(parcels[2]), "{left}");
        assert_eq!(left["stopped"][0]["sentence"]["id"], json!("scan-foreign"));
        let nobody = json!({ "parcels": [987_654_321] });
        let error = shop.try_call("hand_over", nobody).await.unwrap_err();
        assert_eq!(error.code, api::Code::NotFound, "{error:?}");
        let rest = shop.call("hand_over", json!({ "carrier": own })).await;
        assert_eq!(rest["parcels"], json!([parcels[1]]), "{rest}");
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn one_label_is_printed_once_though_two_ask_for_it() {
    for_each_engine(async |shop: &mut TestShop| {
        kiln::open(shop).await;
        kiln::import(shop, &[Order::new(1).line("MUG", 1, 1_000)]).await;
        let id = numbers(shop).await["1"];
        let (made, _) = label(shop, &[id]).await;
        let print = || async {
            let ask = json!({ "document": made["document"], "way": "printer" });
            shop.host().call("print", ask).await
        };
        let all = tokio::join!(print(), print(), print(), print());
        let all = [all.0, all.1, all.2, all.3];
        let printed = all.iter().filter(|p| p.is_ok()).count();
        assert_eq!(printed, 1, "{all:?}");
        for error in all.into_iter().filter_map(Result::err) {
            assert_eq!(error.message.id, "print-again-why");
        }
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_retired_label_is_left_out_and_the_others_come_out() {
    for_each_engine(async |shop: &mut TestShop| {
        kiln::open(shop).await;
        let orders: Vec<Order> = (1..=5)
            .map(|n| Order::new(n).line("MUG", 1, 1_000))
            .collect();
        kiln::import(shop, &orders).await;
        let known = numbers(shop).await;
        let ids: Vec<i64> = (1..=5).map(|n| known[&n.to_string()]).collect();
        for (format, start) in [("a6", 1), ("a4_4up", 2)] {
            let wishes: Vec<Value> = ids.iter().map(|id| json!({ "orders": [id] })).collect();
            let ask = json!({ "wishes": wishes, "format": format, "start": start });
            let made = shop.call("labels_make", ask).await;
            assert_eq!(made["refused"], json!([]), "{made}");
            let parcels: Vec<i64> = made["parcels"]
                .as_array()
                .unwrap()
                .iter()
                .map(|p| p["parcel"].as_i64().unwrap())
                .collect();
            let number = made["parcels"][1]["number"].as_str().unwrap();
            let document = made["document"].as_i64().unwrap();
            let retire = |parcel: i64| json!({ "parcel": parcel, "why": "spoilt" });
            shop.call("label_retire", retire(parcels[1])).await;
            for way in ["file", "printer"] {
                let ask = json!({ "document": document, "way": way, "reason": "the bench is wet" });
                let printed = shop.call("print", ask).await;
                let notice = &printed["notices"][0];
                assert_eq!(notice["id"], json!("print-left-out"), "{printed}");
                assert_eq!(notice["args"]["parcels"], json!(number));
            }
            let (_, _, pdf) = shop.document(document).await;
            if let Some(pages) = pages_of(shop, &pdf) {
                let all = pages.join("\n");
                for n in 1..=5 {
                    let there = all.contains(&format!("#{n}"));
                    assert_eq!(there, n != 2, "{format}: {n} in {all}");
                }
                assert_eq!(pages.len(), if format == "a6" { 4 } else { 2 });
            }
            if format == "a6" {
                // Alone on its page it does not come out at all, not even into a file.
                let file = shop.host().document(document, Some(2)).await;
                assert_eq!(file.unwrap_err().message.id, "print-retired");
                let ask = json!({ "document": document, "page": 2, "way": "file" });
                let error = shop.try_call("print", ask).await.unwrap_err();
                assert_eq!(error.message.id, "print-retired");
            }
            for parcel in parcels {
                let _ = shop.try_call("label_retire", retire(parcel)).await;
            }
            let error = shop.host().document(document, None).await.unwrap_err();
            assert_eq!(error.message.id, "print-retired");
        }
    })
    .await;
}
