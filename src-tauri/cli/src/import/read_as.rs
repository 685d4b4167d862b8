//! How a file is to be read, as it was said on the command line.

use crate::args::{Dates, Decimal, Import};
use crate::failure::Failure;
use crate::shop::{Shop, list, number, put, text};
use api::Sentence;
use serde_json::{Value, json};

/// Puts what was said of the columns and the cells into the request.
pub(super) async fn put_said(shop: &Shop, ask: &Import, read: &mut Value) -> Result<(), Failure> {
    if let Some(mapping) = &ask.mapping {
        put_mapping(mapping, read)?;
    }
    if let Some(mark) = ask.decimal {
        let mark = match mark {
            Decimal::Point => "point",
            Decimal::Comma => "comma",
        };
        put(read, "decimal_mark", json!(mark));
    }
    if let Some(order) = ask.dates {
        let order = match order {
            Dates::DayFirst => "day_first",
            Dates::MonthFirst => "month_first",
        };
        put(read, "day_order", json!(order));
    }
    if let Some(currency) = &ask.currency {
        put(read, "currency", json!(currency.trim().to_uppercase()));
    }
    if let Some(sheet) = &ask.sheet {
        put(read, "sheet", json!(sheet));
    }
    if ask.map.is_empty() && ask.status.is_empty() {
        return Ok(());
    }
    // What can be said hangs on the file: its columns, the fields and the meanings there are.
    let preview = shop.call("import_preview", read.clone()).await?;
    put_columns(&ask.map, &preview, read)?;
    put_words(&ask.status, &preview, read)
}

/// A saved mapping by its name, or one of a file.
fn put_mapping(mapping: &str, read: &mut Value) -> Result<(), Failure> {
    if !mapping.to_lowercase().ends_with(".json") {
        put(read, "saved", json!(mapping));
        return Ok(());
    }
    let path = std::path::Path::new(mapping);
    let bytes = std::fs::read(path).map_err(|error| Failure::file(path, &error))?;
    let told: Value = serde_json::from_slice(&bytes).map_err(|error| {
        Failure::Usage(Sentence::new("cli-not-json").with("problem", error.to_string()))
    })?;
    let mut columns: Vec<(&str, &str)> = Vec::new();
    for column in list(&told, "columns") {
        let header = text(column, "header");
        // Of several columns with one header the first entry is the first: those before it are left out.
        let before = columns.iter().filter(|(other, _)| *other == header).count();
        let nth = usize::try_from(number(column, "nth")).unwrap_or(0);
        columns.extend(std::iter::repeat_n(
            (header, ""),
            nth.saturating_sub(before),
        ));
        columns.push((header, text(column, "field")));
    }
    put(read, "mapping", json!(columns));
    for field in ["decimal_mark", "day_order", "currency"] {
        if let Some(said) = told.get(field) {
            put(read, field, said.clone());
        }
    }
    let words = told.get("words").and_then(Value::as_object);
    let words: Vec<(&String, &Value)> = words.into_iter().flatten().collect();
    put(read, "words", json!(words));
    Ok(())
}

/// `Column=field`, over what is guessed or saved of the other columns.
fn put_columns(said: &[String], preview: &Value, read: &mut Value) -> Result<(), Failure> {
    if said.is_empty() {
        return Ok(());
    }
    let fields: Vec<&str> = list(preview, "fields")
        .iter()
        .filter_map(Value::as_str)
        .collect();
    let columns = list(preview, "columns");
    let mut mapping: Vec<(String, String)> = columns
        .iter()
        .map(|c| (text(c, "name").to_owned(), text(c, "field").to_owned()))
        .collect();
    for pair in said {
        let (column, field) = parts(pair)?;
        if !field.is_empty() && !fields.contains(&field) {
            return Err(Failure::Usage(
                Sentence::new("cli-import-no-field")
                    .with("field", field)
                    .with("fields", fields.join(", ")),
            ));
        }
        let names: Vec<&str> = columns.iter().map(|c| text(c, "name")).collect();
        let named =
            |(name, _): &&mut (String, String)| name.to_lowercase() == column.to_lowercase();
        match mapping.iter_mut().find(named) {
            Some((_, means)) => field.clone_into(means),
            None => {
                return Err(Failure::Usage(
                    Sentence::new("cli-import-no-column")
                        .with("column", column)
                        .with("columns", names.join(", ")),
                ));
            }
        }
    }
    put(read, "mapping", json!(mapping));
    Ok(())
}

/// `Word=meaning`, over what a mapping says.
fn put_words(said: &[String], preview: &Value, read: &mut Value) -> Result<(), Failure> {
    let meanings: Vec<&str> = list(preview, "meanings")
        .iter()
        .filter_map(Value::as_str)
        .collect();
    let mut words = list(read, "words").to_vec();
    for pair in said {
        let (word, meaning) = parts(pair)?;
        let plain = meaning.to_lowercase().replace(['-', ' '], "_");
        if !meanings.contains(&plain.as_str()) {
            let known: Vec<String> = meanings.iter().map(|m| m.replace('_', "-")).collect();
            return Err(Failure::Usage(
                Sentence::new("cli-import-no-meaning")
                    .with("meaning", meaning)
                    .with("meanings", known.join(", ")),
            ));
        }
        words.push(json!([word, plain]));
    }
    put(read, "words", json!(words));
    Ok(())
}

/// Both sides of the last `=`.
fn parts(pair: &str) -> Result<(&str, &str), Failure> {
    let parts = pair.rsplit_once('=');
    let parts = parts.map(|(name, value)| (name.trim(), value.trim()));
    parts
        .filter(|(name, _)| !name.is_empty())
        .ok_or_else(|| Failure::Usage(Sentence::new("cli-import-pair").with("text", pair)))
}

/// What on the command line answers a problem of the file, if anything does.
pub(super) fn way_out(group: &Value) -> Option<Sentence> {
    let example = list(group, "examples").first();
    let cell = example.map_or("", |e| text(e, "cell"));
    match group.get("sentence").map_or("", |s| text(s, "id")) {
        "import-date-two-readings" => Some(Sentence::new("cli-say-dates")),
        "import-number-two-readings" => Some(Sentence::new("cli-say-decimal")),
        "import-currency-assumed" | "import-currency-shared-sign" => {
            Some(Sentence::new("cli-say-currency"))
        }
        "import-status-unknown" => Some(Sentence::new("cli-say-status").with("word", cell)),
        "import-needs-order-number" => Some(Sentence::new("cli-say-map")),
        _ => None,
    }
}
