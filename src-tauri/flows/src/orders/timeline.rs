//! What happened to an order, told from the journal.

use super::types::{FieldChange, OrderRef, TimelineEntry};
use crate::desk::Desk;
use crate::error::Result;
use domain::Sentence;
use domain::say::Value;
use std::collections::HashMap;
use store::Db;
use store::rows::EventRow;
use store::tables::{orders, settings, ship};

/// The newest 500 events of an order, newest first.
///
/// # Errors
/// The store's.
pub async fn timeline(desk: &Desk, ask: OrderRef) -> Result<Vec<TimelineEntry>> {
    let mut reader = desk.store.read().await?;
    let (events, people) = orders::timeline(reader.db(), ask.id.0).await?;
    let staff: HashMap<i64, String> = settings::staff(reader.db())
        .await?
        .into_iter()
        .map(|s| (s.id, s.name))
        .collect();
    let named = names_of_parcels(reader.db(), &events).await?;
    Ok(events
        .into_iter()
        .map(|e| {
            let changes = people
                .iter()
                .filter(|(seq, field, _)| *seq == e.seq && field.ends_with(":before"))
                .map(|(_, field, before)| {
                    let name = field.trim_end_matches(":before");
                    let after = people
                        .iter()
                        .find(|(seq, f, _)| *seq == e.seq && *f == format!("{name}:after"))
                        .map(|(_, _, v)| v.clone())
                        .unwrap_or_default();
                    FieldChange {
                        // Of a line its units are told, whichever it is.
                        field: name.split(':').next().unwrap_or(name).to_owned(),
                        before: before.clone(),
                        after,
                    }
                })
                .collect();
            TimelineEntry {
                seq: e.seq,
                at: e.at,
                happened_at: e.happened_at,
                who: staff.get(&e.staff_id).cloned().unwrap_or_default(),
                group: group(&e.verb).to_owned(),
                sentence: {
                    let said = sentence(&e.verb, &e.data);
                    match e.thing_id.and_then(|thing| named.get(&thing)) {
                        Some(number) if !said.args.contains_key("parcel") => {
                            said.with("parcel", number.as_str())
                        }
                        _ => said,
                    }
                },
                changes,
            }
        })
        .collect())
}

/// What is said of a parcel that is still what it was: its number never changes, and is not written into
/// each of its events.
const OF_A_PARCEL: [&str; 2] = ["label_made", "handed_over"];

async fn names_of_parcels(db: &mut Db, events: &[EventRow]) -> Result<HashMap<i64, String>> {
    let ids: Vec<i64> = events
        .iter()
        .filter(|e| OF_A_PARCEL.contains(&e.verb.as_str()))
        .filter_map(|e| e.thing_id)
        .collect();
    let parcels = ship::parcels(db, &ids).await?;
    Ok(parcels.into_iter().map(|p| (p.id, p.number)).collect())
}

/// The sentence of an event: `event-<verb>` with the values of its data.
fn sentence(verb: &str, data: &str) -> Sentence {
    let mut sentence = Sentence::new(&format!("event-{}", verb.replace('_', "-")));
    let values: serde_json::Map<String, serde_json::Value> =
        serde_json::from_str(data).unwrap_or_default();
    for (name, value) in values {
        let value = match value {
            serde_json::Value::Number(n) => n.as_i64().map(Value::Number),
            serde_json::Value::String(s) => Some(Value::Text(s)),
            serde_json::Value::Array(items) => Some(Value::Text(
                items
                    .iter()
                    .filter_map(serde_json::Value::as_str)
                    .collect::<Vec<_>>()
                    .join(", "),
            )),
            serde_json::Value::Null | serde_json::Value::Bool(_) | serde_json::Value::Object(_) => {
                None
            }
        };
        if let Some(value) = value {
            sentence.args.insert(name, value);
        }
    }
    sentence
}

/// The timeline's filter an event falls under.
fn group(verb: &str) -> &'static str {
    match verb {
        "shipping_signed"
        | "signature_withdrawn"
        | "handed_over"
        | "taken_back"
        | "not_sent_there"
        | "label_made"
        | "label_kept"
        | "label_kept_smaller"
        | "retired_label_scanned"
        | "label_retired"
        | "pick_list_made"
        | "slip_made"
        | "delivered"
        | "delivered_assumed"
        | "units_cancelled"
        | "stock_lost"
        | "order_reserved"
        | "reservation_expired"
        | "picked"
        | "picked_short"
        | "picking_undone"
        | "picking_left"
        | "put_back_done"
        | "put_back_gone"
        | "put_back_undone" => "goods",
        "payment_booked" | "refund_booked" => "money",
        _ => "other",
    }
}
