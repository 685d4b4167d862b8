//! The papers of orders, and handing their parcels over.

use crate::args::{Ship, Sort, View};
use crate::failure::Failure;
use crate::orders;
use crate::papers::save;
use crate::shop::{Shop, list, number, put, text};
use api::Sentence;
use serde_json::{Value, json};

/// Which steps are done.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Steps {
    pub(crate) pick_list: bool,
    pub(crate) slips: bool,
    pub(crate) labels: bool,
    pub(crate) hand_over: bool,
}

/// What was done: for a program, and in words.
#[derive(Debug, Default)]
pub(crate) struct Done {
    pub(crate) answer: serde_json::Map<String, Value>,
    pub(crate) lines: Vec<String>,
    /// Something was left out.
    pub(crate) refused: bool,
    /// A paper was made that could not be written as a file: no further step is done.
    pub(crate) unsaved: bool,
}

/// Does the asked steps for the asked orders.
pub(crate) async fn ship(shop: &Shop, ask: &Ship) -> Result<(), Failure> {
    if ask.tracking.is_some() && ask.numbers.len() != 1 {
        return Err(Failure::Usage(Sentence::new("cli-one-tracking")));
    }
    let ids = if ask.all {
        ready(shop).await?
    } else {
        shop.orders(&ask.numbers).await?
    };
    if ids.is_empty() {
        return Err(Failure::Said(Sentence::new("cli-nothing-ready")));
    }
    let any = ask.pick_list || ask.slips || ask.labels || ask.hand_over;
    let steps = Steps {
        pick_list: ask.pick_list,
        slips: ask.slips,
        labels: ask.labels || !any,
        hand_over: ask.hand_over,
    };
    let service = match &ask.service {
        Some(name) => Some(service(shop, name).await?),
        None => None,
    };
    let done = run(
        shop,
        &ids,
        steps,
        service,
        ask.tracking.as_deref(),
        &ask.out,
    )
    .await?;
    shop.answer(&Value::Object(done.answer), &done.lines);
    if done.refused {
        Err(Failure::Said(Sentence::new("cli-not-all")))
    } else {
        Ok(())
    }
}

/// Everything that is ready to leave, the most urgent first.
pub(crate) async fn ready(shop: &Shop) -> Result<Vec<i64>, Failure> {
    let (rows, _, _) = orders::pages(shop, View::ToShip, Sort::ShipBy, false, 10_000).await?;
    Ok(rows.iter().map(|row| number(row, "id")).collect())
}

/// Parcels that wait to be handed over: each with its orders.
async fn waiting(shop: &Shop) -> Result<Vec<(i64, Vec<i64>)>, Failure> {
    let carriers = shop.call("hand_over_waiting", Value::Null).await?;
    let parcels = carriers
        .as_array()
        .into_iter()
        .flatten()
        .flat_map(|carrier| list(carrier, "parcels"));
    Ok(parcels
        .map(|parcel| {
            let orders = list(parcel, "orders")
                .iter()
                .filter_map(Value::as_i64)
                .collect();
            (number(parcel, "id"), orders)
        })
        .collect())
}

async fn service(shop: &Shop, name: &str) -> Result<i64, Failure> {
    let services = shop.call("services_list", Value::Null).await?;
    let known = services.as_array().map_or(&[][..], Vec::as_slice);
    let name_of = |s: &Value| {
        s.pointer("/post/name")
            .and_then(Value::as_str)
            .unwrap_or_default()
            .to_owned()
    };
    known
        .iter()
        .find(|s| name_of(s).eq_ignore_ascii_case(name))
        .map(|s| number(s, "id"))
        .ok_or_else(|| {
            let names: Vec<String> = known.iter().map(name_of).collect();
            Failure::Said(
                Sentence::new("cli-no-service")
                    .with("name", name)
                    .with("names", names.join(", ")),
            )
        })
}

/// Does the steps in the order of a day. A paper that was made and cannot be written as a file ends them:
/// nothing is handed over of which nobody has the label.
pub(crate) async fn run(
    shop: &Shop,
    ids: &[i64],
    steps: Steps,
    service: Option<i64>,
    tracking: Option<&str>,
    out: &std::path::Path,
) -> Result<Done, Failure> {
    let mut done = Done::default();
    // Before anything is made: a folder that cannot be is found out while nothing is lost by it.
    std::fs::create_dir_all(out).map_err(|error| Failure::file(out, &error))?;
    if steps.pick_list {
        let made = shop
            .call("pick_list_make", json!({ "orders": ids }))
            .await?;
        paper(shop, &mut done, "pick_list", made, out).await?;
    }
    if steps.slips && !done.unsaved {
        let made = shop.call("slips_make", json!({ "orders": ids })).await?;
        paper(shop, &mut done, "slips", made, out).await?;
    }
    if steps.labels && !done.unsaved {
        labels(shop, &mut done, ids, (service, tracking), out).await?;
    } else if steps.hand_over && !done.unsaved {
        // A later step does the earlier one: what has no parcel that waits gets its label first.
        let waiting = waiting(shop).await?;
        let labelled = |id: &&i64| waiting.iter().any(|(_, orders)| orders.contains(id));
        let without: Vec<i64> = ids.iter().filter(|id| !labelled(id)).copied().collect();
        if !without.is_empty() {
            labels(shop, &mut done, &without, (service, tracking), out).await?;
        }
    }
    if steps.hand_over && !done.unsaved {
        hand_over(shop, &mut done, ids, out).await?;
    }
    Ok(done)
}

/// Makes labels, and says of each order what became of it.
async fn labels(
    shop: &Shop,
    done: &mut Done,
    ids: &[i64],
    (service, tracking): (Option<i64>, Option<&str>),
    out: &std::path::Path,
) -> Result<(), Failure> {
    let wishes: Vec<Value> = ids
        .iter()
        .map(|id| {
            let parcels: Vec<Value> = tracking.iter().map(|t| json!({ "tracking": t })).collect();
            json!({ "orders": [id], "service": service, "parcels": parcels })
        })
        .collect();
    let mut made = shop
        .call("labels_make", json!({ "wishes": wishes }))
        .await?;
    leave_out_labelled(shop, done, &mut made).await?;
    for label in list(&made, "parcels") {
        done.lines.push(
            format!("{}  {}", text(label, "number"), text(label, "tracking"))
                .trim_end()
                .to_owned(),
        );
    }
    paper(shop, done, "labels", made, out).await
}

/// An order whose goods all stand in a labelled parcel already is told, not refused.
async fn leave_out_labelled(shop: &Shop, done: &mut Done, made: &mut Value) -> Result<(), Failure> {
    let labelled: Vec<i64> = if list(made, "refused").is_empty() {
        Vec::new()
    } else {
        let waiting = waiting(shop).await?.into_iter();
        waiting.flat_map(|(_, orders)| orders).collect()
    };
    let mut already = Vec::new();
    if let Some(refused) = made.get_mut("refused").and_then(Value::as_array_mut) {
        refused.retain(|refusal| {
            let empty = refusal.pointer("/sentence/id").and_then(Value::as_str)
                == Some("label-nothing-free");
            let known = empty && labelled.contains(&number(refusal, "order"));
            if known {
                let said =
                    Sentence::new("cli-labelled-already").with("number", text(refusal, "number"));
                done.lines.push(shop.say(&said));
                already.push(json!({
                    "order": refusal["order"], "number": refusal["number"], "sentence": said,
                }));
            }
            !known
        });
    }
    // A program reads the same as a person.
    put(made, "labelled_already", Value::Array(already));
    Ok(())
}

async fn paper(
    shop: &Shop,
    done: &mut Done,
    step: &str,
    mut made: Value,
    out: &std::path::Path,
) -> Result<(), Failure> {
    if let Some(document) = made.get("document").and_then(Value::as_i64) {
        match save(shop, document, out).await {
            Ok(path) => {
                let path = path.display().to_string();
                done.lines.push(path.clone());
                put(&mut made, "file", json!(path));
            }
            Err(Failure::Said(problem)) => {
                let said = not_saved(step, document, &made);
                done.refused = true;
                done.unsaved = true;
                done.lines.push(format!("x {}", shop.say(&problem)));
                done.lines.push(format!("x {}", shop.say(&said)));
                put(&mut made, "file", Value::Null);
                put(&mut made, "not_saved", json!([problem, said]));
            }
            Err(error) => return Err(error),
        }
    }
    for refusal in list(&made, "refused") {
        done.refused = true;
        let said = refusal
            .get("sentence")
            .map_or_else(String::new, |s| shop.say_value(s));
        done.lines
            .push(format!("x {}: {said}", text(refusal, "number")));
    }
    for notice in list(&made, "notices") {
        let said = notice
            .get("sentence")
            .map_or_else(String::new, |s| shop.say_value(s));
        done.lines
            .push(format!("! {}: {said}", text(notice, "number")));
    }
    for parcel in list(&made, "parcels") {
        for notice in list(parcel, "notices") {
            let said = shop.say_value(notice);
            done.lines
                .push(format!("! {}: {said}", text(parcel, "number")));
        }
    }
    done.answer.insert(step.to_owned(), made);
    Ok(())
}

/// The paper is made and kept in the shop, only its file is not: which it is, and how to get it.
fn not_saved(step: &str, document: i64, made: &Value) -> Sentence {
    let parcels: Vec<&str> = list(made, "parcels")
        .iter()
        .map(|parcel| text(parcel, "number"))
        .collect();
    let id = if step == "labels" {
        "cli-labels-not-saved"
    } else {
        "cli-paper-not-saved"
    };
    // An id is a name: as a number its thousands would be marked.
    Sentence::new(id)
        .with("document", document.to_string())
        .with("parcels", parcels.join(", "))
}

async fn hand_over(
    shop: &Shop,
    done: &mut Done,
    ids: &[i64],
    out: &std::path::Path,
) -> Result<(), Failure> {
    let parcels: Vec<i64> = waiting(shop)
        .await?
        .into_iter()
        .filter(|(_, orders)| orders.iter().any(|order| ids.contains(order)))
        .map(|(parcel, _)| parcel)
        .collect();
    if parcels.is_empty() {
        done.refused = true;
        done.lines
            .push(shop.say(&Sentence::new("cli-nothing-labelled")));
        return Ok(());
    }
    let left = shop
        .call("hand_over", json!({ "parcels": parcels }))
        .await?;
    for stop in list(&left, "stopped") {
        done.refused = true;
        let said = stop
            .get("sentence")
            .map_or_else(String::new, |s| shop.say_value(s));
        done.lines
            .push(format!("x {}: {said}", text(stop, "number")));
    }
    done.lines.push(
        shop.say(&Sentence::new("cli-handed-over").with("count", list(&left, "parcels").len())),
    );
    if let Some(id) = left.get("id").and_then(Value::as_i64) {
        let made = shop
            .call("hand_over_list_make", json!({ "id": id }))
            .await?;
        paper(shop, done, "hand_over_list", made, out).await?;
    }
    done.answer.insert("hand_over".to_owned(), left);
    Ok(())
}
