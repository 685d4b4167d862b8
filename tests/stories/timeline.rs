//! The timeline says what happened, and no sentence of it ends before it has said it.

use crate::kiln::{self, START};
use serde_json::json;
use testkit::{Order, for_each_engine, shopify_file};

#[tokio::test(flavor = "multi_thread")]
async fn an_import_that_changes_no_field_names_none() {
    for_each_engine(async |shop| {
        kiln::open(shop).await;
        let order = |note: &str| Order::new(1001).line("MUG", 1, 1_000).cell("Notes", note);
        kiln::import(shop, &[order("as ordered")]).await;
        let id = kiln::numbers(shop).await["1001"];
        let got = shop.call("order_get", json!({ "id": id })).await;
        let edit = json!({ "id": id, "version": got["row"]["version"], "note": "ours" });
        shop.call("order_edit", edit).await;
        // Changed on both sides: ours stands, so nothing of the order is another.
        let path = shop.file("again.csv", shopify_file(&[order("theirs")]));
        let read = json!({ "path": path, "start_at": START });
        let preview = shop.call("import_preview", read.clone()).await;
        let take = json!({ "read": read, "sha256": preview["sha256"] });
        let taken = shop.call("import_commit", take).await;
        assert_eq!(taken["conflicts"], json!(1), "{taken}");
        let told = kiln::told(shop, id).await;
        assert!(
            told.iter().any(|t| t == "event-order-settled-with-import"),
            "{told:?}"
        );
        assert!(
            !told.iter().any(|t| t == "event-order-updated-by-import"),
            "{told:?}"
        );
    })
    .await;
}
