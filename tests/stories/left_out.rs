//! What an import leaves out is seen with its reason, and is saved as a file that completes it.

use crate::kiln::{self, START};
use serde_json::{Value, json};
use testkit::{Order, TestShop, for_each_engine, shopify_file};

/// Lines of the order whose sum is more than a number can be, after its first.
const LINES: usize = 1_100;

/// Four orders and a stray row: one total is no amount, one order has more lines of the dearest than
/// can be added up, and the last row names no order.
fn file() -> String {
    let dearest = 9_000_000_000_000_000;
    let orders = [
        Order::new(1001).line("MUG", 1, 1_000),
        Order::new(1002).line("CUP", 1, 1_200).line("MUG", 2, 1_000),
        Order::new(1003).line("TEE", 1, 2_500),
        Order::new(1004)
            .line("MUG", 1, dearest)
            .line("CUP", 1, dearest),
    ];
    let text = shopify_file(&orders);
    // 12.00 + 2 × 10.00 + 4.90; and what the fourth says of itself is an amount.
    let said = [
        ("36.90", "many"),
        ("180000000000000.00", "1.00"),
        ("180000000000004.90", "5.90"),
    ];
    let text = said.iter().fold(text, |text, (from, to)| {
        assert_eq!(text.matches(from).count(), 1, "{from}");
        text.replace(from, to)
    });
    let (rest, last) = text.trim_end().rsplit_once('\n').unwrap();
    let lines = format!("{last}\n").repeat(LINES);
    let columns = text.lines().next().unwrap().split(',').count();
    let mut stray = vec![""; columns];
    stray[2] = "pending";
    format!("{rest}\n{lines}{}\n", stray.join(","))
}

/// Row, number, what is ordered, total and reason of everything that a preview leaves out.
fn left_out(preview: &Value) -> Vec<(u64, &str, &str, &Value, &str)> {
    let rows = preview["orders"].as_array().unwrap().iter();
    let mut rows: Vec<_> = rows
        .filter(|row| row["fate"] == json!("refuse"))
        .map(|row| {
            (
                row["row"].as_u64().unwrap(),
                row["number"].as_str().unwrap(),
                row["lines"].as_str().unwrap(),
                &row["total"],
                row["remarks"][0]["id"].as_str().unwrap(),
            )
        })
        .collect();
    rows.sort_unstable_by_key(|row| row.0);
    rows
}

async fn take(shop: &TestShop, read: &Value) -> [i64; 4] {
    let preview = shop.call("import_preview", read.clone()).await;
    let body = json!({ "read": read, "sha256": preview["sha256"] });
    let taken = shop.call("import_commit", body).await;
    ["new", "updated", "skipped", "refused"].map(|of| taken[of].as_i64().unwrap())
}

#[tokio::test(flavor = "multi_thread")]
async fn what_is_left_out_is_shown_saved_and_comes_in_once_corrected() {
    for_each_engine(async |shop| {
        kiln::open(shop).await;
        let path = shop.file("orders_export.csv", file());
        let read = json!({ "path": path, "start_at": START });
        let preview = shop.call("import_preview", read.clone()).await;
        assert_eq!(
            (&preview["new"], &preview["refused"]),
            (&json!(2), &json!(3))
        );
        let (none, six) = (Value::Null, json!(590));
        let four = "1 × MUG, 1 × CUP, 1 × CUP, 1 × CUP";
        assert_eq!(
            left_out(&preview),
            [
                (
                    3,
                    "#1002",
                    "1 × CUP, 2 × MUG",
                    &none,
                    "import-cell-not-an-amount"
                ),
                (6, "#1004", four, &six, "import-amount-too-big"),
                (1_107, "", "", &none, "import-row-without-order-number"),
            ]
        );
        assert_eq!(take(shop, &read).await, [2, 0, 0, 3]);

        // Every row of what was left out, each with its reason behind it.
        let target = shop.home().join("left-out.csv");
        let save = json!({ "read": read, "target": target });
        shop.call("import_refused_save", save).await;
        let saved = std::fs::read_to_string(&target).unwrap();
        let rows: Vec<&str> = saved.lines().skip(1).collect();
        assert_eq!(
            rows.len(),
            2 + 1 + LINES + 1,
            "1002, 1004 and the stray one"
        );
        assert_eq!(rows.iter().filter(|row| row.contains("#1002")).count(), 2);
        assert!(rows.iter().all(|row| !row.ends_with(",\"\"")), "{saved}");

        let path = shop.file("corrected.csv", saved.replace("\"many\"", "\"36.90\""));
        let corrected = json!({ "path": path });
        assert_eq!(take(shop, &corrected).await, [1, 0, 0, 2]);
        assert!(kiln::numbers(shop).await.contains_key("1002"));
    })
    .await;
}
