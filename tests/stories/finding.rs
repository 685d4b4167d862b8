//! Finding again: lists of several countries, and people by their names.

use crate::kiln;
use serde_json::{Value, json};
use testkit::{Order, TestShop, for_each_engine};

const COUNTRIES: [&str; 4] = ["DE", "AT", "FR", "NL"];

/// A hundred and twenty orders of last year, the later the higher the number; each fourth to a country.
fn last_year() -> Vec<Order> {
    (0..120_u32)
        .map(|n| {
            let country = COUNTRIES[n as usize % 4];
            let name = match n {
                7 => "Mara Sommer Berg".to_owned(),
                8 => "Mara Sommerfeld".to_owned(),
                _ => format!("Jonas Winter{n}"),
            };
            Order::new(2_000 + n)
                .line("MUG", 1, 1_000)
                .fulfilled()
                .cell(
                    "Created at",
                    &format!("2025-{:02}-{:02} 10:00:00 +0100", 1 + n / 28, 1 + n % 28),
                )
                .to(&name, "Weg 1", "10969", "Town", country)
        })
        .collect()
}

async fn numbers(shop: &TestShop, filters: Value, limit: u32) -> Vec<String> {
    let (mut all, mut after) = (Vec::new(), Value::Null);
    loop {
        let page = shop
            .call(
                "orders_list",
                json!({
                    "view": "all", "sort": "placed", "descending": true, "limit": limit,
                    "filters": filters, "after": after,
                }),
            )
            .await;
        all.extend(
            page["rows"]
                .as_array()
                .unwrap()
                .iter()
                .map(|row| row["number"].as_str().unwrap().to_owned()),
        );
        after = page["next"].clone();
        if after.is_null() {
            return all;
        }
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_list_of_several_countries_keeps_its_order_over_pages() {
    for_each_engine(async |shop: &mut TestShop| {
        kiln::open(shop).await;
        kiln::import(shop, &last_year()).await;
        let expected = |countries: &[&str]| -> Vec<String> {
            (0..120_u32)
                .rev()
                .filter(|n| countries.contains(&COUNTRIES[*n as usize % 4]))
                .map(|n| format!("#{}", 2_000 + n))
                .collect()
        };
        for countries in [
            vec!["AT"],
            vec!["FR", "AT"],
            vec!["FR", "AT", "FR"],
            vec!["NL", "XX", "DE"],
        ] {
            let filters = json!([{ "field": "country", "any": countries }]);
            assert_eq!(
                numbers(shop, filters, 7).await,
                expected(&countries),
                "{countries:?}"
            );
        }
        let two = json!([
            { "field": "country", "any": ["AT", "FR"] },
            { "field": "payment", "any": ["paid", "refunded"] },
        ]);
        assert_eq!(numbers(shop, two, 50).await, expected(&["AT", "FR"]));
        let none = json!([{ "field": "country", "any": [] }]);
        assert_eq!(numbers(shop, none, 50).await, Vec::<String>::new());
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn people_are_found_by_any_of_their_names() {
    for_each_engine(async |shop: &mut TestShop| {
        kiln::open(shop).await;
        kiln::import(shop, &last_year()).await;
        for (text, expected) in [
            ("mara sommer", vec!["Mara Sommer Berg", "Mara Sommerfeld"]),
            ("MARA SOMMER B", vec!["Mara Sommer Berg"]),
            ("berg mara", vec!["Mara Sommer Berg"]),
            ("sommer mara berg", vec!["Mara Sommer Berg"]),
            ("berg som", vec!["Mara Sommer Berg"]),
            ("winter77", vec!["Jonas Winter77"]),
            ("winter77 jonas", vec!["Jonas Winter77"]),
            ("winter77 mara", vec![]),
            ("=mara", vec!["Mara Sommer Berg", "Mara Sommerfeld"]),
        ] {
            let hits = shop
                .call("search", json!({ "text": text, "limit": 10 }))
                .await;
            let mut names: Vec<&str> = hits
                .as_array()
                .unwrap()
                .iter()
                .filter(|hit| hit["kind"] == json!("customer"))
                .map(|hit| hit["title"].as_str().unwrap())
                .collect();
            names.sort_unstable();
            assert_eq!(names, expected, "{text}");
        }
    })
    .await;
}
