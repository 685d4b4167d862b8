//! A shop of invented orders, and its day packed.

use crate::failure::Failure;
use crate::orders::align;
use crate::ship::{self, Steps};
use crate::shop::{Shop, list, number, put, text};
use api::Sentence;
use serde_json::{Value, json};

/// Makes the sample shop; packs its day when asked to.
pub(crate) async fn sample(shop: &Shop, pack: bool) -> Result<(), Failure> {
    let before = shop.call("shop_status", Value::Null).await?;
    let there = before.get("sample").and_then(Value::as_bool) == Some(true);
    let status = if there {
        before
    } else {
        shop.call("sample_open", Value::Null).await?
    };
    let mut lines = vec![
        shop.say(
            &Sentence::new("cli-sample")
                .with("name", text(&status, "name"))
                .with("orders", number(&status, "orders"))
                .with("place", shop.folder.display().to_string()),
        ),
    ];
    let mut answer = json!({ "status": status });
    if pack {
        let ids = ship::ready(shop).await?;
        if ids.is_empty() {
            return Err(Failure::Said(Sentence::new("cli-nothing-ready")));
        }
        let papers = shop.folder.join("papers");
        let all = Steps {
            pick_list: true,
            slips: true,
            labels: true,
            hand_over: true,
        };
        let done = ship::run(shop, &ids, all, None, None, &papers).await?;
        put(&mut answer, "packed", Value::Object(done.answer));
        lines.extend(done.lines);
        let today = shop.call("today", Value::Null).await?;
        lines.extend(report(shop, &today));
        put(&mut answer, "today", today);
    }
    shop.answer(&answer, &lines);
    Ok(())
}

/// The day at a look: what is left to do.
fn report(shop: &Shop, today: &Value) -> Vec<String> {
    let mut lines = vec![String::new()];
    lines.extend(today.get("headline").map(|s| shop.say_value(s)));
    let tiles: Vec<Vec<String>> = list(today, "tiles")
        .iter()
        .map(|tile| {
            let what = format!("cli-tile-{}", text(tile, "what").replace('_', "-"));
            vec![
                format!("  {}", number(tile, "count")),
                shop.say(&Sentence::new(&what)),
            ]
        })
        .collect();
    lines.extend(align(&tiles));
    for need in list(today, "needs") {
        let said = need
            .get("sentence")
            .map_or_else(String::new, |s| shop.say_value(s));
        lines.push(format!("  ! {} {said}", text(need, "number")));
    }
    lines
}
