//! Taking the orders of a file.

use crate::args::{Import, YesNo};
use crate::failure::Failure;
use crate::orders::plain;
use crate::shop::{Shop, list, number, put, text};
use api::Sentence;
use serde_json::{Value, json};

/// Previews a file, and takes it unless only a look was asked for.
pub(crate) async fn import(shop: &Shop, ask: &Import) -> Result<(), Failure> {
    let path = std::path::absolute(&ask.file).map_err(|error| Failure::file(&ask.file, &error))?;
    let mut read =
        json!({ "path": path.display().to_string(), "make_products": ask.make_products });
    if let Some(name) = &ask.channel {
        put(&mut read, "channel", json!(channel(shop, name).await?));
    }
    if let Some(day) = &ask.start {
        put(&mut read, "start_at", json!(shop.day(day).await?));
    }
    if let Some(answer) = ask.on_shelf {
        put(&mut read, "on_shelf", json!(answer == YesNo::Yes));
    }
    let preview = shop.call("import_preview", read.clone()).await?;
    let count = |sentence: &str, from: &Value| {
        ["new", "updated", "skipped", "refused"]
            .into_iter()
            .fold(Sentence::new(sentence), |said, field| {
                said.with(field, number(from, field))
            })
    };
    let mut lines: Vec<String> = list(&preview, "problems")
        .iter()
        .map(|p| problem(shop, p))
        .collect();
    let asks_shelf = preview.get("ask_shelf").and_then(Value::as_bool) == Some(true);
    if asks_shelf && ask.on_shelf.is_none() {
        let question = Sentence::new("cli-import-shelf")
            .with("orders", number(&preview, "shelf_orders"))
            .with("units", number(&preview, "shelf_units"));
        lines.push(shop.say(&question));
    }
    if ask.dry_run {
        lines.push(shop.say(&count("cli-import-would", &preview)));
        shop.answer(&preview, &lines);
        return Ok(());
    }
    let asks = preview
        .get("ask_start")
        .and_then(Value::as_bool)
        .unwrap_or(false);
    if asks && ask.start.is_none() {
        let status = shop.call("shop_status", Value::Null).await?;
        let day = Shop::date(
            text(&status, "zone"),
            preview.get("suggested_start").and_then(Value::as_i64),
        );
        return Err(Failure::Said(
            Sentence::new("cli-import-start").with("day", day),
        ));
    }
    let take = json!({ "read": read, "sha256": text(&preview, "sha256") });
    let taken = shop.call("import_commit", take).await?;
    lines.push(shop.say(&count("cli-import-done", &taken)));
    lines.push(
        shop.say(
            &Sentence::new("cli-import-next")
                .with("ready", number(&taken, "ready"))
                .with("attention", number(&taken, "attention")),
        ),
    );
    shop.answer(&taken, &lines);
    Ok(())
}

async fn channel(shop: &Shop, name: &str) -> Result<i64, Failure> {
    let channels = shop.call("channels_list", Value::Null).await?;
    let known = channels.as_array().map_or(&[][..], Vec::as_slice);
    known
        .iter()
        .find(|c| text(c, "name").eq_ignore_ascii_case(name) || text(c, "kind") == name)
        .map(|c| number(c, "id"))
        .ok_or_else(|| {
            let names: Vec<&str> = known.iter().map(|c| text(c, "name")).collect();
            Failure::Said(
                Sentence::new("cli-no-channel")
                    .with("name", name)
                    .with("names", names.join(", ")),
            )
        })
}

fn problem(shop: &Shop, group: &Value) -> String {
    let said = group
        .get("sentence")
        .map_or_else(String::new, |s| shop.say_value(s));
    let rows: Vec<String> = list(group, "examples")
        .iter()
        .map(|e| number(e, "row").to_string())
        .filter(|n| n != "0")
        .collect();
    let mark = if group.get("refuses").and_then(Value::as_bool) == Some(true) {
        "x"
    } else {
        "!"
    };
    let place = Sentence::new("cli-import-rows")
        .with("count", number(group, "count"))
        .with("rows", rows.join(", "));
    format!("{mark} {} ({})", plain(&said), shop.say(&place))
}
