//! Importing: how fast, who waits, and what an order takes when it has left.

use crate::generate::{START, Seller};
use crate::{Bar, Figures, reference};
use api::Host;
use serde_json::{Value, json};
use std::path::Path;
use std::sync::Arc;
use std::time::Instant;
use testkit::{Order, shopify_file};

/// Orders of one file.
const FILE: u32 = 20_000;

/// The seconds that a person waits for a file.
struct Took {
    /// To see what it would do.
    preview: f64,
    /// To have it: it is read, checked and written, whatever the preview had read before.
    commit: f64,
}

async fn take(host: &Host, folder: &Path, orders: &[Order]) -> Took {
    let path = folder.join("orders.csv");
    std::fs::write(&path, shopify_file(orders)).unwrap();
    let read = json!({ "path": path, "start_at": START, "make_products": true });
    let begun = Instant::now();
    let seen = host.call("import_preview", read.clone()).await.unwrap();
    let preview = begun.elapsed().as_secs_f64();
    let body = json!({ "read": read, "sha256": seen["sha256"] });
    let begun = Instant::now();
    let taken = host.call("import_commit", body).await.unwrap();
    let commit = begun.elapsed().as_secs_f64();
    assert_eq!(taken["new"], json!(orders.len()), "{taken}");
    Took { preview, commit }
}

/// The whole shop, file by file; orders a second over all of it.
pub(crate) async fn all(
    host: &Host,
    folder: &Path,
    seller: &mut Seller,
    figures: &mut Figures,
) -> f64 {
    let (mut orders, mut seconds, mut seeing, mut first) = (0_u32, 0.0, 0.0, 0.0);
    loop {
        let file = seller.next(FILE);
        if file.is_empty() {
            break;
        }
        let took = take(host, folder, &file).await;
        if orders == 0 {
            first = f64::from(u32::try_from(file.len()).unwrap()) / took.commit;
        }
        orders += u32::try_from(file.len()).unwrap();
        seconds += took.commit;
        seeing += took.preview;
    }
    figures.say(
        "preview, orders a second",
        f64::from(orders) / seeing,
        "1/s",
        Bar::Told,
    );
    figures.say(
        "import of the first file, orders a second",
        first,
        "1/s",
        Bar::Told,
    );
    f64::from(orders) / seconds
}

/// What another writer waits while files come in: it holds and releases an order without a pause.
pub(crate) async fn beside_an_import(
    host: &Arc<Host>,
    folder: &Path,
    seller: &mut Seller,
    figures: &mut Figures,
) {
    let ask = json!({ "view": "open", "sort": "placed", "limit": 1 });
    let open = host.call("orders_list", ask).await.unwrap();
    let order = open["rows"][0]["id"].clone();
    for (rows, bar) in [(1_800, 0.1), (100_000, 4.0)] {
        let orders = seller.fresh(rows / 3);
        let (other, folder) = (Arc::clone(host), folder.to_path_buf());
        let import = tokio::spawn(async move { take(&other, &folder, &orders).await });
        let (mut longest, mut writes) = (0.0_f64, 0);
        while !import.is_finished() {
            let command = if writes % 2 == 0 {
                "orders_hold"
            } else {
                "orders_release"
            };
            let body = match command {
                "orders_hold" => json!({ "orders": [order], "kind": "manual" }),
                _ => json!({ "orders": [order] }),
            };
            let begun = Instant::now();
            host.call(command, body).await.unwrap();
            longest = longest.max(begun.elapsed().as_secs_f64());
            writes += 1;
        }
        let took = import.await.unwrap().commit;
        println!("   {rows} rows in {took:.2} s, beside {writes} other writes");
        figures.say(
            &format!("another write beside {rows} rows waits at most"),
            longest,
            "s",
            Bar::Most(bar),
        );
    }
}

/// Bytes of an order that was labelled and has left, its documents apart; of all that are ready.
pub(crate) async fn shipped(host: &Host, folder: &Path, imported: f64, figures: &mut Figures) {
    let before = reference::used(folder);
    let mut gone = 0_u32;
    loop {
        let ask = json!({ "view": "to_ship", "sort": "ship_by", "limit": 200 });
        let page = host.call("orders_list", ask).await.unwrap();
        let wishes: Vec<Value> = page["rows"]
            .as_array()
            .unwrap()
            .iter()
            .map(|row| json!({ "orders": [row["id"]] }))
            .collect();
        if wishes.is_empty() {
            break;
        }
        let made = host
            .call("labels_make", json!({ "wishes": wishes }))
            .await
            .unwrap();
        let parcels: Vec<&Value> = made["parcels"]
            .as_array()
            .unwrap()
            .iter()
            .map(|p| &p["parcel"])
            .collect();
        if parcels.is_empty() {
            break;
        }
        host.call("hand_over", json!({ "parcels": parcels }))
            .await
            .unwrap();
        gone += u32::try_from(parcels.len()).unwrap();
    }
    if gone == 0 {
        return;
    }
    println!("   {gone} orders shipped");
    let each = (reference::used(folder) - before) as f64 / f64::from(gone);
    figures.say(
        "bytes of an order that was shipped here",
        imported + each,
        "bytes",
        Bar::Most(2_500.0),
    );
}
