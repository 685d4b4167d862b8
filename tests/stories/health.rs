//! What is wrong with the data is found by the daily look, shown, and settled when it is right again.

use crate::kiln;
use serde_json::{Value, json};
use store::row::save_all;
use store::rows::ViewCounterRow;
use testkit::{Order, TestShop, for_each_engine};

/// Writes the counter of all orders, behind the back of every rule.
async fn count_all(shop: &TestShop, n: i64) {
    let mut w = shop.desk().write().await.unwrap();
    let name = "all".to_owned();
    save_all(w.db(), 1, &[ViewCounterRow { name, n }])
        .await
        .unwrap();
    w.commit().await.unwrap();
}

async fn needs(shop: &TestShop) -> Vec<String> {
    let today = shop.host().call("today", json!({})).await.unwrap();
    let needs = today["needs"].as_array().unwrap();
    needs.iter().map(|n| n["kind"].to_string()).collect()
}

#[tokio::test(flavor = "multi_thread")]
async fn a_number_that_its_rows_contradict_is_found_the_same_day() {
    for_each_engine(async |shop: &mut TestShop| {
        kiln::open(shop).await;
        kiln::import(shop, &[Order::new(1).line("MUG", 1, 1_000)]).await;
        let health = shop.call("health", json!({})).await;
        assert_eq!(health["checked_at"], Value::Null);
        shop.host().daily().await.unwrap();
        let health = shop.call("health", json!({})).await;
        assert_eq!(
            (&health["sound"], &health["checked_at"]),
            (&json!(true), &json!(shop.now())),
            "{health}"
        );
        count_all(shop, 7).await;
        shop.host().daily().await.unwrap();
        assert!(needs(shop).await.is_empty(), "once a day is enough");
        shop.advance(86_400_000);
        for _ in 0..2 {
            shop.host().daily().await.unwrap();
            assert_eq!(needs(shop).await, ["\"data_unsound\""]);
        }
        let health = shop.host().call("health", json!({})).await.unwrap();
        assert_eq!(health["sentence"]["id"], json!("health-breached"));
        assert!(
            health["found"][0].as_str().unwrap().contains("all 7"),
            "{health}"
        );
        count_all(shop, 1).await;
        let health = shop.call("health_check", json!({})).await;
        assert_eq!(health["sentence"]["id"], json!("health-sound"));
        assert!(needs(shop).await.is_empty());
    })
    .await;
}
