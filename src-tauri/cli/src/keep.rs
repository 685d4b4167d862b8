//! Looking after the shop's data: whether it is sound, and whom it forgets.

use crate::args::Erase;
use crate::failure::Failure;
use crate::shop::{Shop, list, number, text};
use api::Sentence;
use serde_json::{Value, json};

/// Looks whether the data is sound.
pub(crate) async fn check(shop: &Shop) -> Result<(), Failure> {
    let health = shop.call("health_check", Value::Null).await?;
    let mut lines: Vec<String> = list(&health, "found")
        .iter()
        .filter_map(Value::as_str)
        .map(|line| format!("x {line}"))
        .collect();
    for sentence in ["sentence", "how"] {
        lines.push(
            health
                .get(sentence)
                .map_or_else(String::new, |s| shop.say_value(s)),
        );
    }
    shop.answer(&health, &lines);
    if health.get("sound").and_then(Value::as_bool) == Some(true) {
        Ok(())
    } else {
        Err(Failure::Said(Sentence::new("cli-not-sound")))
    }
}

/// Does what falls due by the clock, and says what that was.
pub(crate) async fn daily(shop: &Shop) -> Result<(), Failure> {
    let done = shop.host().daily().await?;
    let backup = done.backup.as_ref().map(|b| b.name.clone());
    let told = json!({
        "released": done.released, "reserved": done.reserved, "expired": done.expired, "delivered": done.delivered, "backup": backup,
    });
    let counts = [
        ("cli-daily-released", done.released),
        ("cli-daily-reserved", done.reserved),
        ("cli-daily-expired", done.expired),
        ("cli-daily-delivered", done.delivered),
    ];
    let mut lines: Vec<String> = counts
        .into_iter()
        .filter(|(_, count)| *count > 0)
        .map(|(id, count)| shop.say(&Sentence::new(id).with("count", count)))
        .collect();
    if let Some(name) = backup {
        lines.push(shop.say(&Sentence::new("cli-daily-backup").with("name", name)));
    }
    if lines.is_empty() {
        lines.push(shop.say(&Sentence::new("cli-daily-nothing")));
    }
    shop.answer(&told, &lines);
    Ok(())
}

/// Erases people, or says what that would do.
pub(crate) async fn erase(shop: &Shop, ask: &Erase) -> Result<(), Failure> {
    let mut customers = Vec::new();
    for who in &ask.who {
        customers.extend(people(shop, who).await?);
    }
    let body = json!({ "customers": customers, "only_look": !ask.for_good });
    let erased = shop.call("customers_erase", body).await?;
    let done = erased.get("done").and_then(Value::as_bool) == Some(true);
    let counts = ["customers", "orders", "addresses", "pages"]
        .into_iter()
        .fold(
            Sentence::new(if done {
                "cli-erased"
            } else {
                "cli-would-erase"
            }),
            |said, field| said.with(field, number(&erased, field)),
        );
    let mut lines = vec![shop.say(&counts)];
    for kept in list(&erased, "kept") {
        let said = Sentence::new("cli-kept").with("title", text(kept, "title"));
        lines.push(format!("! {}", shop.say(&said)));
    }
    for refusal in list(&erased, "blocked") {
        let said = refusal
            .get("sentence")
            .map_or_else(String::new, |s| shop.say_value(s));
        lines.push(format!("x {said}"));
    }
    for remark in list(&erased, "remarks") {
        lines.push(format!("! {}", shop.say_value(remark)));
    }
    shop.answer(&erased, &lines);
    if list(&erased, "blocked").is_empty() {
        Ok(())
    } else {
        Err(Failure::Said(Sentence::new("cli-erase-blocked")))
    }
}

/// The customers of an e-mail address, or the one of an id.
async fn people(shop: &Shop, who: &str) -> Result<Vec<i64>, Failure> {
    if let Some(id) = who.strip_prefix("id:").and_then(|id| id.parse().ok()) {
        return Ok(vec![id]);
    }
    let hits = shop
        .call("search", json!({ "text": who, "limit": 50 }))
        .await?;
    let found: Vec<i64> = hits
        .as_array()
        .into_iter()
        .flatten()
        .filter(|hit| text(hit, "kind") == "customer")
        .filter(|hit| text(hit, "detail").to_lowercase() == who.trim().to_lowercase())
        .map(|hit| number(hit, "id"))
        .collect();
    if found.is_empty() {
        Err(Failure::Said(
            Sentence::new("cli-no-customer").with("who", who),
        ))
    } else {
        Ok(found)
    }
}
