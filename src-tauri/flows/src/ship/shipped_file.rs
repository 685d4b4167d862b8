//! Telling a channel what has left, by a file in the form that it takes. What was told is
//! remembered: nothing is told twice.

use super::document;
use super::types::{ParcelStop, ShippedFile, ShippedFileMade, ShippedForm};
use crate::desk::{self, Desk};
use crate::error::{FlowError, Result};
use channels::shipped::{self, ShippedRow, Upload};
use domain::calendar::Zone;
use domain::id::{DocumentId, OrderId, ParcelId};
use domain::{Refusal, Sentence, fold, tracking_number};
use std::collections::{BTreeMap, HashMap, HashSet};
use store::row::save_all;
use store::tables::{orders, settings, ship};
use store::{Event, Tag};

/// A channel's name within a file's name: two shops of one kind are told of in two files.
fn plain_name(name: &str) -> String {
    let words = fold::fold(name);
    let words = words.split(|c: char| !c.is_ascii_alphanumeric());
    let words = words.filter(|word| !word.is_empty()).take(6);
    words.map(|word| format!("{word}-")).collect()
}

/// Writes what a channel has yet to be told, and remembers that it was.
///
/// # Errors
/// [`FlowError::NotFound`] for a channel that is none; the store's.
pub async fn make(desk: &Desk, ask: ShippedFile) -> Result<ShippedFileMade> {
    let mut w = desk.write().await?;
    let (shop, _) = desk::settings(w.db()).await?;
    let zone = Zone::new(&shop.zone)
        .ok_or_else(|| Refusal::new("settings-zone").with("zone", shop.zone.as_str()))?;
    let channel = settings::channels(w.db())
        .await?
        .into_iter()
        .find(|c| c.id == ask.channel.0)
        .ok_or(FlowError::NotFound("channel"))?;
    let mut items = ship::untold(w.db(), channel.id).await?;
    let name = format!(
        "shipped-{}{}-{}.{}",
        plain_name(&channel.name),
        ask.form.word(),
        domain::time::utc_stamp(w.now()),
        if ask.form == ShippedForm::Amazon {
            "txt"
        } else {
            "csv"
        }
    );
    if items.is_empty() {
        w.rollback().await?;
        return Ok(ShippedFileMade {
            document: None,
            name,
            parcels: 0,
            left_out: Vec::new(),
        });
    }
    let parcel_ids: Vec<i64> = items.iter().filter_map(|i| i.parcel_id).collect();
    let parcels: HashMap<i64, _> = ship::parcels(w.db(), &parcel_ids)
        .await?
        .into_iter()
        .map(|p| (p.id, p))
        .collect();
    let mut contents: BTreeMap<i64, Vec<_>> = BTreeMap::new();
    for line in ship::parcel_lines(w.db(), &parcel_ids).await? {
        contents.entry(line.parcel_id).or_default().push(line);
    }
    let order_ids: Vec<i64> = items.iter().filter_map(|i| i.order_id).collect();
    let all: HashMap<i64, _> = orders::by_ids(w.db(), &order_ids)
        .await?
        .into_iter()
        .map(|o| (o.id, o))
        .collect();
    let lines: HashMap<i64, _> = orders::lines(w.db(), &order_ids)
        .await?
        .into_iter()
        .map(|l| (l.id, l))
        .collect();
    let services: HashMap<i64, String> = settings::services(w.db())
        .await?
        .into_iter()
        .map(|s| (s.id, s.name))
        .collect();
    let form = match ask.form {
        ShippedForm::Amazon => Some(Upload::Amazon),
        ShippedForm::Ebay => Some(Upload::Ebay),
        ShippedForm::Woocommerce => Some(Upload::Woocommerce),
        ShippedForm::Plain => None,
    };
    let (mut rows, mut left_out) = (Vec::new(), Vec::new());
    let mut untellable: HashSet<i64> = HashSet::new();
    for item in &items {
        let mut of_item = Vec::new();
        let (Some(parcel), Some(order)) = (
            item.parcel_id.and_then(|id| parcels.get(&id)),
            item.order_id.and_then(|id| all.get(&id)),
        ) else {
            continue;
        };
        let carrier = tracking_number::recognise(&parcel.tracking)
            .into_iter()
            .next()
            .map_or_else(|| parcel.carrier.clone(), |r| r.carrier_name);
        let left = parcel.handed_over_at.unwrap_or(item.made_at);
        for content in contents.get(&parcel.id).into_iter().flatten() {
            let Some(line) = lines
                .get(&content.line_id)
                .filter(|l| l.order_id == order.id)
            else {
                continue;
            };
            of_item.push(ShippedRow {
                order_id: order.source_id.clone(),
                line_id: line.source_id.clone(),
                sku: line.sku.clone(),
                quantity: Some(content.quantity),
                carrier: carrier.clone(),
                service: parcel
                    .service_id
                    .and_then(|s| services.get(&s).cloned())
                    .unwrap_or_default(),
                tracking: parcel.tracking.clone(),
                shipped_on: zone.day_of(left),
                completes_order: order.units_left == 0,
            });
        }
        let wrong = form.and_then(|form| {
            let mut ids = of_item.iter();
            ids.find_map(|row| shipped::cannot_stand(row, form))
        });
        if let Some(id) = wrong {
            untellable.insert(item.id);
            left_out.push(ParcelStop {
                parcel: ParcelId(parcel.id),
                number: parcel.number.clone(),
                sentence: Sentence::new("shipped-left-out").with("id", id),
            });
        } else {
            rows.append(&mut of_item);
        }
    }
    items.retain(|item| !untellable.contains(&item.id));
    if items.is_empty() {
        w.rollback().await?;
        return Ok(ShippedFileMade {
            document: None,
            name,
            parcels: 0,
            left_out,
        });
    }
    let bytes = match ask.form {
        ShippedForm::Amazon => shipped::amazon(&rows),
        ShippedForm::Ebay => shipped::ebay(&rows),
        ShippedForm::Woocommerce => shipped::woocommerce(&rows),
        ShippedForm::Plain => shipped::plain(&rows),
    };
    let told = i64::try_from(items.len()).unwrap_or(0);
    let mime = if ask.form == ShippedForm::Amazon {
        "text/tab-separated-values"
    } else {
        "text/csv"
    };
    let kept = document::keep_file(&mut w, "shipped_file", mime, name.clone(), 0, bytes).await?;
    let (now, id) = (w.now(), kept.id);
    if !ask.only_look {
        for item in &mut items {
            "done".clone_into(&mut item.state);
            item.ended_at = Some(now);
            let parcel = item.parcel_id.and_then(|id| parcels.get(&id));
            item.body = parcel.map(|p| p.tracking.clone()).unwrap_or_default();
            if let Some(order) = item.order_id {
                w.journal(
                    Event::new("channel_told")
                        .order(OrderId(order))
                        .thing(id)
                        .data(&serde_json::json!({ "channel": channel.name })),
                );
            }
        }
        save_all(w.db(), 1, &items).await?;
    }
    w.stale(&[Tag::Shipments, Tag::Settings, Tag::Documents]);
    w.commit().await?;
    Ok(ShippedFileMade {
        document: Some(DocumentId(id)),
        name,
        parcels: told,
        left_out,
    })
}
