//! What is made once: one label for one order, one page for one print, one slip for what is in a parcel.

use crate::kiln::{self, numbers, pages_of, stock};
use serde_json::{Value, json};
use testkit::{Order, TestShop, for_each_engine};

/// What a document says, page by page; nothing where there is no `pdftotext`.
async fn text(shop: &TestShop, document: &Value, page: Option<i64>) -> Option<Vec<String>> {
    let id = document.as_i64().unwrap();
    let (_, _, bytes) = shop.host().document(id, page).await.unwrap();
    pages_of(shop, &bytes)
}

#[tokio::test(flavor = "multi_thread")]
async fn an_order_that_is_named_twice_gets_one_label() {
    for_each_engine(async |shop| {
        let variants = kiln::open(shop).await;
        let orders = [
            Order::new(1101).line("MUG", 3, 1_000),
            Order::new(1102).line("MUG", 1, 1_000),
        ];
        kiln::import(shop, &orders).await;
        let ids = numbers(shop).await;
        let (first, second) = (ids["1101"], ids["1102"]);
        let wishes =
            json!([{ "orders": [first] }, { "orders": [first] }, { "orders": [second, first] }]);
        let made = shop.call("labels_make", json!({ "wishes": wishes })).await;
        assert_eq!(made["parcels"].as_array().unwrap().len(), 1, "{made}");
        let refused = made["refused"].as_array().unwrap();
        let said: Vec<&str> = refused
            .iter()
            .map(|r| r["sentence"]["id"].as_str().unwrap())
            .collect();
        assert_eq!(said, ["label-wished-twice"; 3], "{made}");
        let parcels = json!({ "parcels": [made["parcels"][0]["parcel"]] });
        shop.call("hand_over", parcels).await;
        assert_eq!(
            stock(shop, variants["MUG"]).await,
            (7, 1, 0),
            "three left, one is promised"
        );
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn one_label_of_many_is_printed_alone() {
    for_each_engine(async |shop| {
        kiln::open(shop).await;
        let orders: Vec<Order> = (1201..=1203)
            .map(|n| Order::new(n).line("MUG", 1, 1_000))
            .collect();
        kiln::import(shop, &orders).await;
        let ids = numbers(shop).await;
        let wishes: Vec<Value> = ["1201", "1202", "1203"]
            .iter()
            .map(|n| json!({ "orders": [ids[*n]] }))
            .collect();
        let made = shop.call("labels_make", json!({ "wishes": wishes })).await;
        let document = &made["document"];
        let retire = json!({ "parcel": made["parcels"][0]["parcel"], "why": "torn" });
        shop.call("label_retire", retire).await;
        let print = |page: i64| json!({ "document": document, "page": page });
        shop.call("print", print(2)).await;
        shop.call("print", print(3)).await;
        let again = shop.try_call("print", print(3)).await.unwrap_err();
        assert_eq!(again.field, "reason", "it was printed before");
        shop.try_call("print", print(1)).await.unwrap_err();
        let beyond = shop.try_call("print", print(4)).await.unwrap_err();
        assert_eq!(beyond.field, "page", "there are three");
        let hashes = "SELECT COUNT(DISTINCT sha256) FROM print_journal";
        assert_eq!(shop.number(hashes).await, 2, "two prints of other bytes");
        let Some(pages) = text(shop, document, Some(2)).await else {
            return;
        };
        assert_eq!(pages.len(), 1, "{pages:?}");
        assert!(
            pages[0].contains("1202") && !pages[0].contains("1201"),
            "{pages:?}"
        );
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_slip_says_what_is_in_its_parcel() {
    for_each_engine(async |shop| {
        kiln::open(shop).await;
        kiln::import(
            shop,
            &[Order::new(1301).line("MUG", 4, 1_000).line("CUP", 2, 1_200)],
        )
        .await;
        let order = numbers(shop).await["1301"];
        let got = shop.call("order_get", json!({ "id": order })).await;
        let mug = got["lines"][0]["id"].clone();
        let wish =
            json!({ "orders": [order], "parcels": [{ "lines": [{ "line": mug, "units": 3 }] }] });
        let made = shop.call("labels_make", json!({ "wishes": [wish] })).await;
        assert_eq!(made["refused"], json!([]), "{made}");
        let slips = shop.call("slips_make", json!({ "orders": [order] })).await;
        assert_eq!(
            slips["pages"],
            json!(2),
            "one in the parcel, one for the rest"
        );
        let Some(pages) = text(shop, &slips["document"], None).await else {
            return;
        };
        assert!(pages[0].contains("3 pieces"), "{}", pages[0]);
        assert!(!pages[0].contains("CUP"), "{}", pages[0]);
        assert!(
            pages[1].contains("CUP") && pages[1].contains("3 pieces"),
            "{}",
            pages[1]
        );
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_new_number_is_told_again() {
    for_each_engine(async |shop| {
        kiln::open(shop).await;
        let mut post = shop.call("services_list", json!({})).await[0]["post"].clone();
        post["name"] = json!("Tracked");
        post["tracked"] = json!(true);
        let service = json!({ "post": post, "active": true });
        let service = shop.call("service_save", service).await["id"].clone();
        kiln::import(shop, &[Order::new(1401).line("MUG", 1, 1_000)]).await;
        let order = numbers(shop).await["1401"];
        let label = async |tracking: &str| {
            let parcels = json!([{ "tracking": tracking }]);
            let wish = json!({ "orders": [order], "service": service, "parcels": parcels });
            let made = shop.call("labels_make", json!({ "wishes": [wish] })).await;
            assert_eq!(made["refused"], json!([]), "{made}");
            made["parcels"][0]["parcel"].clone()
        };
        let parcel = label("RR473124829GB").await;
        shop.call("hand_over", json!({ "parcels": [parcel] })).await;
        let channel = shop.number("SELECT channel_id FROM outbox").await;
        let tell = json!({ "channel": channel, "form": "plain" });
        assert_eq!(
            shop.call("shipped_file", tell.clone()).await["parcels"],
            json!(1)
        );
        shop.call("take_back", json!({ "id": parcel })).await;
        shop.call("label_retire", json!({ "parcel": parcel, "why": "torn" }))
            .await;
        let anew = label("RR473124832GB").await;
        shop.call("hand_over", json!({ "parcels": [anew] })).await;
        let file = shop.call("shipped_file", tell.clone()).await;
        assert_eq!(
            file["parcels"],
            json!(1),
            "the store holds a number that is dead"
        );
        let (_, _, bytes) = shop.document(file["document"].as_i64().unwrap()).await;
        let told = String::from_utf8(bytes).unwrap();
        assert!(told.contains("RR473124832GB"), "{told}");
        assert_eq!(shop.call("shipped_file", tell).await["parcels"], json!(0));
    })
    .await;
}

/// The week's worst day: the disk is exchanged, the backup is of this morning, the van left at noon.
#[tokio::test(flavor = "multi_thread")]
async fn what_left_since_a_backup_is_not_sent_again_from_it() {
    let mut shop = TestShop::in_folder().await;
    kiln::open(&shop).await;
    let orders = [
        Order::new(1501).line("MUG", 1, 1_000),
        Order::new(1502).line("MUG", 1, 1_000),
    ];
    kiln::import(&shop, &orders).await;
    let ids = numbers(&shop).await;
    let backup = shop.call("backup_make", json!({})).await["path"].clone();
    let wish = json!({ "orders": [ids["1501"]], "parcels": [{ "tracking": "RR473124829GB" }] });
    let made = shop.call("labels_make", json!({ "wishes": [wish] })).await;
    let parcels = json!({ "parcels": [made["parcels"][0]["parcel"]] });
    shop.call("hand_over", parcels).await;
    let api::Place::Folder(folder) = shop.place().clone() else {
        panic!("a folder");
    };
    let now = shop.now();
    shop.close().await;
    let backup = std::path::PathBuf::from(backup.as_str().unwrap());
    api::restore(&backup, &folder, now).await.unwrap();
    shop.reopen().await;
    let got = shop.call("order_get", json!({ "id": ids["1501"] })).await;
    assert_eq!(got["row"]["ready"], json!(false), "{got}");
    let held = &got["holds"][0]["sentence"];
    assert_eq!(held["id"], json!("hold-left-before-restore"), "{got}");
    let other = shop.call("order_get", json!({ "id": ids["1502"] })).await;
    assert_eq!(other["row"]["ready"], json!(true), "{other}");
    let wish = json!({ "orders": [ids["1502"]], "parcels": [{ "tracking": "RR473124829GB" }] });
    let made = shop.call("labels_make", json!({ "wishes": [wish] })).await;
    let said = &made["refused"][0]["sentence"]["id"];
    assert_eq!(said, &json!("label-number-used"), "{made}");
    shop.end().await;
}
