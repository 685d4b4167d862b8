//! A wish made ready: what goes in which parcel, with which service, to where.

use super::share::{Layout, lay_out};
use super::{Draft, OwnService, Ready, cheapest};
use crate::error::Result;
use crate::import::address_of;
use crate::orders::facts::Facts;
use crate::orders::signing;
use crate::ship::gathering::{Outsiders, gather};
use crate::ship::paper_words::Speaker;
use crate::ship::shipment::Origin;
use crate::ship::types::LabelWish;
use crate::ship::{parcels, sender};
use crate::shop::types::ShopSettings;
use domain::own_post::quote;
use domain::{Address, Refusal, Sentence, bounds, fold, label_code};
use paper::LabelInput;
use std::collections::BTreeSet;
use store::rows::{ParcelLineRow, ParcelRow};
use store::tables::orders as order_tables;
use store::{Db, Write};

pub(super) type Refused = (Vec<(i64, String)>, Sentence);

/// Checks a wish and lays out the parcels that leave from a place. What refuses it is an answer.
pub(super) async fn prepare(
    w: &mut Write<'_>,
    wish: &LabelWish,
    orders: &[Facts],
    (at, from): (usize, Origin),
    (settings, services, speaker): (&ShopSettings, &[OwnService], &Speaker),
) -> Result<Result<(Ready, Vec<Draft>), Refused>> {
    let ids: Vec<i64> = wish.orders.iter().map(|o| o.0).collect();
    let names: Vec<(i64, String)> = orders
        .iter()
        .map(|f| (f.order.id, f.order.number.clone()))
        .collect();
    let asked: BTreeSet<i64> = ids.iter().copied().collect();
    if orders.is_empty() || orders.len() != asked.len() {
        let known: BTreeSet<i64> = names.iter().map(|(id, _)| *id).collect();
        let mut all = names;
        // Nobody knows its number: it is named as it was asked for.
        all.extend(asked.difference(&known).map(|id| (*id, format!("id:{id}"))));
        return Ok(Err((all, Sentence::new("label-no-order"))));
    }
    if let Some(sentence) = sender::missing_on_labels(settings) {
        return Ok(Err((names, sentence)));
    }
    for facts in orders {
        if let Some(reason) = signing::stops(w.db(), facts, settings)
            .await?
            .into_iter()
            .next()
        {
            return Ok(Err((names, reason)));
        }
    }
    let addresses = addresses_of(w.db(), orders).await?;
    let Some(to) = addresses.first().cloned() else {
        return Ok(Err((names, Sentence::new("label-no-address"))));
    };
    let gift = orders.first().map(|f| f.order.gift);
    if addresses.iter().any(|a| !same_place(a, &to))
        || orders.iter().any(|f| Some(f.order.gift) != gift)
    {
        return Ok(Err((names, Sentence::new("label-combine-different"))));
    }
    let gathering = match gather(w, orders, Outsiders::Keep, from).await? {
        Ok(Some(gathering)) => gathering,
        Ok(None) => return Ok(Err((names, Sentence::new("label-nothing-free")))),
        Err(Refusal(sentence)) => return Ok(Err((names, sentence))),
    };
    let ship = &gathering.shipment;
    let laid = match lay_out(w.db(), ship, wish).await? {
        Ok(laid) => laid,
        Err(sentence) => return Ok(Err((names, sentence))),
    };
    let new = laid.parcels.iter().filter(|l| l.planned.is_none()).count();
    let count = laid.all.len() + new;
    let mut taken: BTreeSet<String> = laid.all.iter().map(|p| p.number.clone()).collect();
    let mut last = laid.all.len();
    let mut drafts = Vec::new();
    for layout in laid.parcels {
        let Layout {
            planned,
            wish: wanted,
            lines,
        } = layout;
        if let Some(Err(sentence)) = wanted.grams.map(bounds::weight) {
            return Ok(Err((names, sentence)));
        }
        let grams = wanted
            .grams
            .or_else(|| planned.as_ref().and_then(|p| p.grams))
            .or_else(|| own_grams(orders, &lines));
        let chosen = wish
            .service
            .map(|s| s.0)
            .or_else(|| planned.as_ref().and_then(|p| p.service_id))
            .or_else(|| orders.first().and_then(|f| f.order.service_id))
            .map_or_else(
                || cheapest(services, &to, grams),
                |id| services.iter().find(|s| s.row.id == id),
            );
        let Some(service) = chosen else {
            return Ok(Err((names, Sentence::new("label-no-service"))));
        };
        let price = match quote(&service.post, &to, grams) {
            Ok(quote) => quote,
            Err(Refusal(sentence)) => return Ok(Err((names, sentence))),
        };
        // A planned parcel keeps its number and its place among the others.
        let (id, number, nth) = if let Some(row) = &planned {
            let place = laid.all.iter().position(|p| p.id == row.id);
            (row.id, row.number.clone(), place.unwrap_or(last) + 1)
        } else {
            last += 1;
            let number = parcels::next_number(&ship.row.number, count > 1, &mut taken);
            (w.id().await?, number, last)
        };
        let parcel = ParcelRow {
            id,
            shipment_id: ship.row.id,
            number,
            direction: "out".to_owned(),
            state: "labelled".to_owned(),
            carrier: service.row.carrier.clone(),
            service_id: Some(service.row.id),
            address_id: orders.first().and_then(|f| f.order.ship_to_id),
            tracking: String::new(),
            tracking_key: String::new(),
            grams,
            length_mm: None,
            width_mm: None,
            height_mm: None,
            made_at: planned.as_ref().map_or(w.now(), |p| p.made_at),
            labelled_at: Some(w.now()),
            hand_over_id: None,
            handed_over_at: None,
            delivered_at: None,
            assumed: 0,
            expected_at: None,
            version: planned.as_ref().map_or(1, |p| p.version + 1),
        };
        let label = w.id().await?;
        let numbers: Vec<&str> = orders.iter().map(|f| f.order.number.as_str()).collect();
        let of = Sentence::new("paper-word-parcel")
            .with("number", nth)
            .with("count", count);
        drafts.push(Draft {
            shipment: at,
            label,
            lines: lines
                .iter()
                .map(|(line, units)| ParcelLineRow {
                    parcel_id: id,
                    line_id: *line,
                    quantity: *units,
                })
                .collect(),
            input: LabelInput {
                sender: sender::of_labels(settings).clone(),
                logo: speaker.logo.clone(),
                service: service.post.name.clone(),
                to: to.clone(),
                country: speaker.country(&to.country),
                parcel: if count > 1 {
                    speaker.say(&of)
                } else {
                    String::new()
                },
                weight: speaker.weight(grams),
                date: speaker.day(w.now()),
                reference: numbers.join(", "),
                code: label_code::of(label),
                tracking: None,
                routing: String::new(),
                notes: Vec::new(),
                words: speaker.label(),
            },
            price: price.price.map(|p| p.minor),
            tracked: service.post.tracked,
            typed: wanted.tracking.trim().to_owned(),
            planned: planned.is_some(),
            service: service.clone(),
            parcel,
        });
    }
    Ok(Ok((
        Ready {
            gathering,
            replaced: laid.replaced,
            orders: orders.to_vec(),
        },
        drafts,
    )))
}

/// The recipients' addresses, one per order; nothing when one order has none.
pub(super) async fn addresses_of(db: &mut Db, orders: &[Facts]) -> Result<Vec<Address>> {
    let ids: Vec<i64> = orders.iter().filter_map(|f| f.order.ship_to_id).collect();
    let rows = order_tables::addresses(db, &ids).await?;
    let found: Vec<Address> = ids
        .iter()
        .filter_map(|id| rows.iter().find(|r| r.id == *id).map(address_of))
        .collect();
    Ok(if found.len() == orders.len() {
        found
    } else {
        Vec::new()
    })
}

/// The same recipient at the same place.
pub(crate) fn same_place(a: &Address, b: &Address) -> bool {
    let key = |a: &Address| {
        (
            fold::fold(a.name.trim()),
            fold::key(&a.line1),
            fold::key(&a.line2),
            fold::key(&a.postcode),
            fold::key(&a.city),
            a.country.clone(),
        )
    };
    key(a) == key(b)
}

fn own_grams(orders: &[Facts], lines: &[(i64, i64)]) -> Option<i64> {
    lines.iter().try_fold(0_i64, |sum, (id, units)| {
        let line = orders.iter().flat_map(|f| &f.lines).find(|l| l.id == *id)?;
        Some(sum + line.grams? * units)
    })
}
