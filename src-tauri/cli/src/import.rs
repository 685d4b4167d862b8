//! Taking the orders of a file.

mod read_as;

use crate::args::{Import, Others, YesNo};
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
        match channel(shop, name).await? {
            Some(id) => put(&mut read, "channel", json!(id)),
            None => put(&mut read, "new_channel", json!(name)),
        }
    }
    if let Some(answer) = ask.others {
        let answer = match answer {
            Others::Leave => "leave",
            Others::Same => "same",
        };
        put(&mut read, "others", json!(answer));
    }
    if let Some(day) = &ask.start {
        put(&mut read, "start_at", json!(shop.day(day).await?));
    }
    if let Some(answer) = ask.on_shelf {
        put(&mut read, "on_shelf", json!(answer == YesNo::Yes));
    }
    read_as::put_said(shop, ask, &mut read).await?;
    let preview = shop.call("import_preview", read.clone()).await?;
    let says = |field: &str| preview.get(field).and_then(Value::as_bool) == Some(true);
    if says("ask_channel") {
        let names: Vec<&str> = list(&preview, "channels")
            .iter()
            .map(|c| text(c, "name"))
            .collect();
        let which = Sentence::new("cli-import-which").with("channels", names.join(", "));
        return Err(Failure::Said(which));
    }
    let count = |sentence: &str, from: &Value| {
        ["new", "updated", "skipped", "refused"]
            .into_iter()
            .fold(Sentence::new(sentence), |said, field| {
                said.with(field, number(from, field))
            })
    };
    let into = if preview.get("channel").is_some_and(Value::is_i64) {
        "cli-import-into"
    } else {
        "cli-import-into-new"
    };
    let into = Sentence::new(into).with("channel", text(&preview, "channel_name"));
    let mut lines = vec![shop.say(&into)];
    let problems = list(&preview, "problems").iter();
    lines.extend(problems.map(|p| problem(shop, p)));
    lines.extend(sheets(shop, &preview));
    if says("ask_shelf") && ask.on_shelf.is_none() {
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
    let others = number(&preview, "others");
    if others > 0 && ask.others.is_none() {
        return Err(Failure::Said(
            Sentence::new("cli-import-others")
                .with("count", others)
                .with("channel", text(&preview, "channel_name")),
        ));
    }
    if says("ask_start") && ask.start.is_none() {
        let status = shop.call("shop_status", Value::Null).await?;
        let day = Shop::date(
            text(&status, "zone"),
            preview.get("suggested_start").and_then(Value::as_i64),
        );
        return Err(Failure::Said(
            Sentence::new("cli-import-start").with("day", day),
        ));
    }
    let take = json!({
        "read": read, "sha256": text(&preview, "sha256"), "save_mapping": ask.remember,
    });
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

/// The channel of that name; its kind names it too, where it is the only one of that kind.
async fn channel(shop: &Shop, name: &str) -> Result<Option<i64>, Failure> {
    let channels = shop.call("channels_list", Value::Null).await?;
    let known = channels.as_array().map_or(&[][..], Vec::as_slice);
    let name = name.trim();
    let named = |c: &&Value| text(c, "name").to_lowercase() == name.to_lowercase();
    let mut of_kind = known.iter().filter(|c| text(c, "kind") == name);
    let only = of_kind.next().filter(|_| of_kind.next().is_none());
    let found = known.iter().find(named).or(only);
    Ok(found.map(|c| number(c, "id")))
}

/// Which sheet of several is read.
fn sheets(shop: &Shop, preview: &Value) -> Option<String> {
    let choices = preview.get("choices")?;
    let all: Vec<&str> = list(choices, "sheets")
        .iter()
        .filter_map(Value::as_str)
        .collect();
    let said = Sentence::new("cli-say-sheet")
        .with("sheet", text(preview, "sheet"))
        .with("sheets", all.join(", "));
    (!all.is_empty()).then(|| shop.say(&said))
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
    let place = if rows.is_empty() {
        Sentence::new("cli-import-whole-file")
    } else {
        Sentence::new("cli-import-rows")
            .with("count", number(group, "count"))
            .with("rows", rows.join(", "))
    };
    let way_out =
        read_as::way_out(group).map_or_else(String::new, |s| format!(" {}", shop.say(&s)));
    format!("{mark} {} ({}){way_out}", plain(&said), shop.say(&place))
}
