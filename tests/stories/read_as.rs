//! A file of its own columns: what its cells leave open is asked, said, seen in the preview, and kept.

use crate::kiln::{self, START};
use serde_json::{Value, json};
use testkit::{TestShop, for_each_engine};

/// Dates of either reading, amounts of either reading, and a word of the shop's own.
const LIST: &str = "Vorgang;Datum;Kunde;SKU;Menge;Preis;Summe;Stand\n\
    5001;03/11/2026;Ida Sommer;MUG;1;1.234;1.234;liegt da\n\
    5002;04/11/2026;Ada Herbst;CUP;1;2.345;2.345;Versandt\n";

async fn look(shop: &TestShop, read: &Value) -> Value {
    shop.call("import_preview", read.clone()).await
}

async fn take(shop: &TestShop, read: &Value, keep: Value) -> Value {
    let preview = look(shop, read).await;
    let body = json!({ "read": read, "sha256": preview["sha256"], "save_mapping": keep });
    shop.call("import_commit", body).await
}

/// An order of a preview.
fn of(preview: &Value, number: &str) -> Value {
    let mut rows = preview["orders"].as_array().unwrap().iter();
    rows.find(|o| o["number"] == json!(number)).unwrap().clone()
}

/// The columns as a person maps them.
fn columns() -> Value {
    json!([
        ["Vorgang", "order_number"],
        ["Datum", "placed_at"],
        ["Kunde", "ship_name"],
        ["SKU", "sku"],
        ["Menge", "quantity"],
        ["Preis", "unit_price"],
        ["Summe", "total"],
        ["Stand", "order_status"],
    ])
}

#[tokio::test(flavor = "multi_thread")]
async fn what_two_readings_leave_open_is_said_and_kept() {
    for_each_engine(async |shop| {
        kiln::open(shop).await;
        let path = shop.file("list.csv", LIST);
        let mut read = json!({ "path": path, "start_at": START, "mapping": columns() });
        let open = look(shop, &read).await;
        assert_eq!((&open["new"], &open["refused"]), (&json!(0), &json!(2)));
        assert_eq!(
            open["choices"]["dates"]["cells"],
            json!(2),
            "{}",
            open["choices"]
        );
        assert_eq!(open["choices"]["dates"]["read_as"], Value::Null);
        // Each answer is seen in the preview at once.
        read["day_order"] = json!("month_first");
        read["decimal_mark"] = json!("comma");
        let wrong = look(shop, &read).await;
        // 3 November reads as 11 March then.
        let march = 1_773_183_600_000_i64;
        assert_eq!(
            of(&wrong, "5001")["placed_at"],
            json!(march),
            "{}",
            wrong["orders"]
        );
        assert_eq!(wrong["history"], json!(2), "placed before the start");
        read["day_order"] = json!("day_first");
        read["currency"] = json!("CHF");
        read["words"] = json!([["Liegt da", "to_ship"]]);
        let right = look(shop, &read).await;
        assert_eq!((&right["new"], &right["history"]), (&json!(2), &json!(1)));
        let row = of(&right, "5001");
        // 1.234 is one thousand two hundred and thirty-four francs.
        assert_eq!(
            (&row["total"], &row["currency"], &row["status"]),
            (&json!(123_400), &json!("CHF"), &json!("paid"))
        );
        let taken = take(shop, &read, json!("Our list")).await;
        assert_eq!(taken["new"], json!(2));
        // The next file of this header says nothing, and is read the same way.
        let next = shop.file("next.csv", LIST.replace("500", "600"));
        let again = look(shop, &json!({ "path": next })).await;
        assert_eq!(
            (&again["new"], &again["refused"]),
            (&json!(2), &json!(0)),
            "{}",
            again["problems"]
        );
        assert_eq!(again["mapping"]["day_order"], json!("day_first"));
        assert_eq!(again["mapping"]["words"], json!({ "liegt da": "to_ship" }));
        // Whoever changes a column keeps what was said of the cells.
        let mut changed = columns();
        changed[2] = json!(["Kunde", "buyer_name"]);
        let again = look(shop, &json!({ "path": next, "mapping": changed })).await;
        assert_eq!(again["new"], json!(2));
        // By its name it reads a file of another header too.
        let other = LIST
            .replace("Vorgang;", "vorgang;")
            .replace(";Stand", ";Stand;Notiz")
            .replace("da\n", "da;x\n")
            .replace("dt\n", "dt;y\n");
        let other = shop.file("other.csv", other.replace("500", "700"));
        let named = look(shop, &json!({ "path": other, "saved": "our LIST" })).await;
        assert_eq!(
            (&named["new"], &named["refused"]),
            (&json!(2), &json!(0)),
            "{}",
            named["problems"]
        );
        let missing = json!({ "path": other, "saved": "nothing like it" });
        let error = shop.try_call("import_preview", missing).await.unwrap_err();
        assert_eq!(error.message.id, "import-no-mapping");
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn two_suppliers_of_one_header_keep_their_own_ways() {
    for_each_engine(async |shop| {
        kiln::open(shop).await;
        let read = |path, order: &str, channel: &str| {
            json!({
                "path": path, "start_at": START, "mapping": columns(), "decimal_mark": "comma",
                "day_order": order, "new_channel": channel,
            })
        };
        let north = shop.file("north.csv", LIST);
        take(shop, &read(north, "day_first", "North"), json!("North")).await;
        let south = shop.file("south.csv", LIST.replace("500", "800"));
        take(shop, &read(south, "month_first", "South"), json!("South")).await;
        let channels = shop.call("channels_list", json!({})).await;
        let id = |name: &str| {
            let all = channels.as_array().unwrap().iter();
            all.clone().find(|c| c["name"] == json!(name)).unwrap()["id"].clone()
        };
        let new = shop.file("new.csv", LIST.replace("500", "900"));
        for (name, order) in [("North", "day_first"), ("South", "month_first")] {
            let preview = look(shop, &json!({ "path": new, "channel": id(name) })).await;
            assert_eq!(preview["mapping"]["day_order"], json!(order), "{name}");
            assert_eq!(preview["new"], json!(2), "{name}");
        }
        // Of one header it is asked whose file it is, and read the way of whoever is named.
        let asked = look(shop, &json!({ "path": new })).await;
        assert_eq!(asked["ask_channel"], json!(true));
        let north = json!({ "path": shop.home().join("north.csv"), "channel": id("North") });
        assert_eq!(look(shop, &north).await["skipped"], json!(2));
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn what_is_kept_is_listed_renamed_and_forgotten() {
    for_each_engine(async |shop| {
        kiln::open(shop).await;
        let listed = async || shop.call("mappings_list", json!({})).await;
        assert_eq!(listed().await, json!([]));
        let read = |path, channel: &str| {
            json!({
                "path": path, "start_at": START, "mapping": columns(), "decimal_mark": "comma",
                "day_order": "day_first", "new_channel": channel,
            })
        };
        let north = shop.file("north.csv", LIST);
        take(shop, &read(north, "North"), json!("Our list")).await;
        shop.advance(86_400_000);
        let south = shop.file(
            "south.csv",
            LIST.replace("500", "800").replace("Stand", "Lage"),
        );
        let mut other = read(south, "South");
        other["mapping"][7] = json!(["Lage", "order_status"]);
        take(shop, &other, json!("Theirs")).await;
        let all = listed().await;
        let of = |at: usize| {
            [
                &all[at]["name"],
                &all[at]["channel"],
                &all[at]["columns"][7],
            ]
        };
        assert_eq!(of(0), ["Theirs", "South", "Lage"]);
        assert_eq!(of(1), ["Our list", "North", "Stand"]);
        // A file that is taken by it was its last use.
        shop.advance(86_400_000);
        let next = shop.file("next.csv", LIST.replace("500", "600"));
        let north = json!({ "path": next, "saved": "our list" });
        let now = shop.call("shop_status", json!({})).await["now"]
            .as_i64()
            .unwrap();
        take(shop, &north, Value::Null).await;
        let all = listed().await;
        assert_eq!(all[0]["name"], json!("Our list"));
        assert!(all[0]["used_at"].as_i64().unwrap() >= now);
        let (ours, theirs) = (all[0]["id"].clone(), all[1]["id"].clone());
        // Two of one name could not be told apart.
        for (name, refused) in [
            ("  ", "mapping-name-missing"),
            ("theirs", "mapping-name-taken"),
        ] {
            let rename = json!({ "id": ours, "name": name });
            let error = shop.try_call("mapping_rename", rename).await.unwrap_err();
            assert_eq!(
                (error.field.as_str(), error.message.id.as_str()),
                ("name", refused)
            );
        }
        let renamed = json!({ "id": ours, "name": " Market stall " });
        let renamed = shop.call("mapping_rename", renamed).await;
        assert_eq!(renamed[0]["name"], json!("Market stall"));
        let again = shop.file("again.csv", LIST.replace("500", "910"));
        let named = look(shop, &json!({ "path": again, "saved": "market stall" })).await;
        assert_eq!((&named["new"], &named["refused"]), (&json!(2), &json!(0)));
        // Forgotten, the next such file is guessed anew: its days are open again.
        let left = shop.call("mapping_forget", json!({ "id": ours })).await;
        assert_eq!(
            (left.as_array().unwrap().len(), &left[0]["id"]),
            (1, &theirs)
        );
        let open = look(shop, &json!({ "path": again })).await;
        assert_eq!(open["choices"]["dates"]["read_as"], Value::Null);
        let gone = shop.try_call("mapping_forget", json!({ "id": ours })).await;
        assert_eq!(gone.unwrap_err().code, api::Code::NotFound);
    })
    .await;
}
