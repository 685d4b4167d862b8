//! History comes in and touches nothing.

use crate::kiln;
use serde_json::json;
use testkit::{Order, for_each_engine};

/// Three kinds of history and one that is old, in equal parts.
const ORDERS: u32 = 10_000;

#[tokio::test(flavor = "multi_thread")]
async fn history_touches_nothing() {
    for_each_engine(async |shop| {
        let variants = kiln::open(shop).await;
        let movements = shop.number("SELECT COUNT(*) FROM movement").await;
        let orders: Vec<Order> = (0..ORDERS)
            .map(|n| {
                let order = Order::new(20_000 + n)
                    .line("MUG", 1, 1_000)
                    .line("POT", 2, 500);
                match n % 4 {
                    0 => order.fulfilled(),
                    1 => order.cancelled(),
                    2 => order
                        .cell("Financial Status", "refunded")
                        .cell("Refunded Amount", "24.90"),
                    // Placed before the start date, whatever else it says, even without an address.
                    _ => order
                        .cell("Created at", "2026-10-30 10:00:00 +0100")
                        .to("", "", "", "", ""),
                }
            })
            .collect();
        let taken = kiln::import(shop, &orders).await;
        assert_eq!(
            (&taken["new"], &taken["ready"], &taken["attention"]),
            (&json!(ORDERS), &json!(0), &json!(0)),
            "{taken}"
        );
        assert_eq!(
            shop.number("SELECT COUNT(*) FROM orders WHERE history = 1")
                .await,
            i64::from(ORDERS)
        );
        for nothing in [
            "SELECT COUNT(*) FROM hold",
            "SELECT COUNT(*) FROM outbox",
            "SELECT COUNT(*) FROM reservation",
            "SELECT COUNT(*) FROM need",
            "SELECT COUNT(*) FROM conflict",
            "SELECT COUNT(*) FROM label",
        ] {
            assert_eq!(shop.number(nothing).await, 0, "{nothing}");
        }
        assert_eq!(
            shop.number("SELECT COUNT(*) FROM movement").await,
            movements
        );
        let counts = kiln::views(shop).await;
        assert_eq!(
            (counts["late"], counts["open"], counts["all"]),
            (0, 0, i64::from(ORDERS)),
            "{counts:?}"
        );
        assert_eq!(kiln::stock(shop, variants["MUG"]).await, (10, 0, 0));
        shop.advance(90 * 86_400_000);
        assert_eq!(kiln::views(shop).await["late"], 0, "history is never late");
    })
    .await;
}
