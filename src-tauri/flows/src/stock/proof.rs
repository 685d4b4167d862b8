//! "Why is this 3?": a variant with the rows behind each of its numbers.

use super::book::first_location;
use super::list::row;
use super::types::{Movement, Reservation, VariantDetail, VariantRef, Waiting};
use crate::desk::Desk;
use crate::error::{FlowError, Result};
use domain::id::{LineId, OrderId, ParcelId};
use domain::stock::MovementKind;
use std::collections::{BTreeMap, BTreeSet};
use store::Db;
use store::tables::{settings, stock};

/// How many rows of the ledger are shown.
const NEWEST: i64 = 200;

/// A variant, and the rows behind each of its numbers at the first location.
///
/// # Errors
/// [`FlowError::NotFound`]; the store's.
pub async fn variant_get(desk: &Desk, ask: VariantRef) -> Result<VariantDetail> {
    let mut reader = desk.store.read().await?;
    detail(reader.db(), ask.id.0).await
}

pub(crate) async fn detail(db: &mut Db, id: i64) -> Result<VariantDetail> {
    let location = first_location(db).await?;
    let missing = || FlowError::NotFound("variant");
    let listed = stock::list_row(db, location, id)
        .await?
        .ok_or_else(missing)?;
    let variant = stock::variants(db, &[id])
        .await?
        .pop()
        .ok_or_else(missing)?;
    let short: i64 = stock::short_sums(db, &[id])
        .await?
        .iter()
        .map(|(_, n)| n)
        .sum();
    let moved: Vec<_> = stock::movements(db, id, NEWEST)
        .await?
        .into_iter()
        .filter(|m| m.location_id == location)
        .collect();
    let held = stock::reservations(db, id).await?;
    let waiting = stock::waiting_of(db, &[id]).await?;
    let mut lines: BTreeSet<i64> = held.iter().map(|r| r.line_id).collect();
    lines.extend(waiting.iter().map(|(_, _, line)| *line));
    let lines: BTreeMap<i64, stock::StockLine> =
        stock::lines_by_id(db, &lines.into_iter().collect::<Vec<_>>())
            .await?
            .into_iter()
            .map(|l| (l.id, l))
            .collect();
    let mut orders: BTreeSet<i64> = held.iter().map(|r| r.order_id).collect();
    orders.extend(moved.iter().filter_map(|m| m.order_id));
    orders.extend(waiting.iter().map(|(_, order, _)| *order));
    let numbers: BTreeMap<i64, String> =
        stock::order_heads(db, &orders.into_iter().collect::<Vec<_>>())
            .await?
            .into_iter()
            .map(|o| (o.id, o.number))
            .collect();
    let number = |order: i64| numbers.get(&order).cloned().unwrap_or_default();
    let people: BTreeMap<i64, String> = settings::staff(db)
        .await?
        .into_iter()
        .map(|s| (s.id, s.name))
        .collect();
    // The running balance is counted from the oldest row shown upwards, on the sum of what is older.
    let mut after = match moved.last() {
        Some(oldest) => stock::balance_before(db, id, location, oldest.id).await?,
        None => 0,
    };
    let mut movements: Vec<Movement> = moved
        .into_iter()
        .rev()
        .map(|m| {
            after += m.quantity;
            Movement {
                at: m.at,
                kind: MovementKind::read(&m.kind).unwrap_or(MovementKind::Adjusted),
                quantity: m.quantity,
                after,
                order: m.order_id.map(OrderId),
                order_number: m.order_id.map(number).unwrap_or_default(),
                parcel: m.parcel_id.map(ParcelId),
                who: people.get(&m.staff_id).cloned().unwrap_or_default(),
                note: m.note,
            }
        })
        .collect();
    movements.reverse();
    let reservations = held
        .iter()
        .map(|r| Reservation {
            order: OrderId(r.order_id),
            order_number: number(r.order_id),
            line: LineId(r.line_id),
            quantity: r.quantity,
            picked: lines
                .get(&r.line_id)
                .map_or(0, |l| (l.picked - l.shipped).clamp(0, r.quantity)),
            made_at: r.made_at,
        })
        .collect();
    let waiting = waiting
        .iter()
        .map(|(_, order, line)| Waiting {
            order: OrderId(*order),
            order_number: number(*order),
            quantity: lines.get(line).map_or(0, |l| l.backordered),
        })
        .collect();
    Ok(VariantDetail {
        row: row(listed, short),
        barcodes: stock::barcodes(db, &[id])
            .await?
            .into_iter()
            .map(|b| b.code)
            .collect(),
        hs_code: variant.hs_code,
        origin: variant.origin,
        movements,
        reservations,
        waiting,
    })
}
