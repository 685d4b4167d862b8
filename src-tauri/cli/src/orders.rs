//! Orders in the terminal: a list, and one.

use crate::args::{Orders, Sort, View};
use crate::failure::Failure;
use crate::shop::{Shop, list as items, number, text};
use api::{Currency, Money, Sentence};
use clap::ValueEnum;
use serde_json::{Value, json};

/// Prints a list, page after page up to the limit.
pub(crate) async fn list(shop: &Shop, ask: &Orders) -> Result<(), Failure> {
    let (mut rows, total, more) =
        pages(shop, ask.view, ask.sort, ask.descending, ask.limit).await?;
    rows.truncate(ask.limit);
    let status = shop.call("shop_status", Value::Null).await?;
    let zone = text(&status, "zone");
    let mut table: Vec<Vec<String>> = rows.iter().map(|row| cells(shop, zone, row)).collect();
    let heads = [
        "number", "placed", "ship-by", "name", "country", "units", "total", "state",
    ];
    let heads = heads.map(|head| shop.say(&Sentence::new(&format!("cli-column-{head}"))));
    table.insert(0, heads.to_vec());
    let mut lines = align(&table);
    lines.push(
        shop.say(
            &Sentence::new("cli-orders-shown")
                .with("shown", rows.len())
                .with("total", total)
                .with("more", i64::from(more)),
        ),
    );
    shop.answer(
        &json!({ "rows": rows, "total": total, "more": more }),
        &lines,
    );
    Ok(())
}

/// The rows of a view, its count and whether there are more than the count says.
pub(crate) async fn pages(
    shop: &Shop,
    view: View,
    sort: Sort,
    descending: bool,
    most: usize,
) -> Result<(Vec<Value>, i64, bool), Failure> {
    let word = |value: Option<clap::builder::PossibleValue>| {
        value.map_or(String::new(), |v| v.get_name().to_owned())
    };
    let mut rows = Vec::new();
    let mut after = Value::Null;
    loop {
        let page = shop
            .call(
                "orders_list",
                json!({
                    "view": word(view.to_possible_value()), "sort": word(sort.to_possible_value()),
                    "descending": descending, "after": after, "limit": most.saturating_sub(rows.len()).clamp(1, 200),
                }),
            )
            .await?;
        rows.extend_from_slice(items(&page, "rows"));
        after = page.get("next").cloned().unwrap_or(Value::Null);
        if after.is_null() || rows.len() >= most {
            let more = page.get("more").and_then(Value::as_bool).unwrap_or(false);
            return Ok((rows, number(&page, "total"), more));
        }
    }
}

fn cells(shop: &Shop, zone: &str, row: &Value) -> Vec<String> {
    vec![
        text(row, "number").to_owned(),
        Shop::date(zone, row.get("placed_at").and_then(Value::as_i64)),
        Shop::date(zone, row.get("ship_by").and_then(Value::as_i64)),
        plain(text(row, "name")),
        text(row, "country").to_owned(),
        number(row, "units").to_string(),
        money(row, "total"),
        state(shop, row),
    ]
}

/// `47.60 EUR`; nothing where the source told no amounts: unknown is not nothing.
pub(crate) fn money(row: &Value, field: &str) -> String {
    if row.get("amounts_known").and_then(Value::as_bool) == Some(false) {
        return String::new();
    }
    Currency::new(text(row, "currency")).map_or_else(String::new, |currency| {
        let money = Money {
            minor: number(row, field),
            currency,
        };
        format!("{} {}", money.plain(), currency.code())
    })
}

fn state(shop: &Shop, row: &Value) -> String {
    let mut words = vec![
        format!("payment-{}", text(row, "payment")),
        format!("fulfilment-{}", text(row, "fulfilment")),
    ];
    if number(row, "holds") > 0 {
        words.insert(0, "cli-held".to_owned());
    }
    let said: Vec<String> = words
        .iter()
        .map(|key| shop.say(&Sentence::new(key)))
        .collect();
    said.join(", ")
}

/// Foreign text for a terminal: what could move its cursor is left out.
pub(crate) fn plain(text: &str) -> String {
    text.chars().filter(|c| !c.is_control()).collect()
}

/// Columns under each other.
pub(crate) fn align(table: &[Vec<String>]) -> Vec<String> {
    let columns = table.iter().map(Vec::len).max().unwrap_or(0);
    let widths: Vec<usize> = (0..columns)
        .map(|at| {
            table
                .iter()
                .filter_map(|row| row.get(at))
                .map(|c| c.chars().count())
                .max()
                .unwrap_or(0)
        })
        .collect();
    table
        .iter()
        .map(|row| {
            let padded: Vec<String> = row
                .iter()
                .zip(&widths)
                .map(|(cell, w)| format!("{cell:w$}"))
                .collect();
            padded.join("  ").trim_end().to_owned()
        })
        .collect()
}

/// Prints one order.
pub(crate) async fn one(shop: &Shop, wanted: &str) -> Result<(), Failure> {
    let id = shop.order(wanted).await?;
    let order = shop.call("order_get", json!({ "id": id })).await?;
    let timeline = shop.call("order_timeline", json!({ "id": id })).await?;
    let status = shop.call("shop_status", Value::Null).await?;
    let zone = text(&status, "zone");
    let row = order.get("row").cloned().unwrap_or(Value::Null);
    let mut lines = vec![format!("{}  {}", text(&row, "number"), state(shop, &row))];
    lines.extend(
        items(&order, "ship_to_lines")
            .iter()
            .filter_map(Value::as_str)
            .map(|l| format!("  {}", plain(l))),
    );
    let goods: Vec<Vec<String>> = items(&order, "lines")
        .iter()
        .map(|line| {
            let q = line.get("quantities").cloned().unwrap_or(Value::Null);
            vec![
                format!("  {} ×", number(&q, "ordered") - number(&q, "cancelled")),
                plain(text(line, "sku")),
                plain(text(line, "title")),
                text(line, "bin").to_owned(),
            ]
        })
        .collect();
    lines.extend(align(&goods));
    lines.push(format!("  {}", money(&row, "total")));
    let told = |at: &[Value]| {
        at.iter()
            .map(|s| format!("  ! {}", shop.say_value(s)))
            .collect::<Vec<_>>()
    };
    lines.extend(told(items(&order, "not_ready")));
    for parcel in items(&order, "shipments")
        .iter()
        .flat_map(|s| items(s, "parcels"))
    {
        lines.push(format!(
            "  {}  {}  {}  {}",
            text(parcel, "number"),
            text(parcel, "state"),
            text(parcel, "carrier"),
            text(parcel, "tracking"),
        ));
    }
    for entry in timeline.as_array().into_iter().flatten() {
        let said = entry
            .get("sentence")
            .map_or_else(String::new, |s| shop.say_value(s));
        lines.push(format!(
            "{}  {}",
            Shop::date(zone, entry.get("at").and_then(Value::as_i64)),
            plain(&said)
        ));
    }
    shop.answer(&json!({ "order": order, "timeline": timeline }), &lines);
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::{align, money, plain};
    use serde_json::json;

    #[test]
    fn columns_stand_under_each_other() {
        let table = [
            vec!["a".to_owned(), "b".to_owned()],
            vec!["über".to_owned(), "c".to_owned()],
        ];
        assert_eq!(align(&table), ["a     b", "über  c"]);
    }

    #[test]
    fn foreign_text_cannot_move_the_cursor() {
        assert_eq!(plain("a\u{1b}[2Jb\u{7}\nc"), "a[2Jbc");
    }

    #[test]
    fn amounts_have_their_currencys_places() {
        assert_eq!(
            money(&json!({"total": 4760, "currency": "EUR"}), "total"),
            "47.60 EUR"
        );
        assert_eq!(
            money(&json!({"total": 4760, "currency": "JPY"}), "total"),
            "4760 JPY"
        );
    }
}
