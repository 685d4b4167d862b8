//! "Why is this 3?": a variant with the rows behind each of its numbers.

use super::list::rows;
use super::takes;
use super::types::{
    KitPart, Movement, PlaceLevel, Reservation, VariantDetail, VariantRef, Waiting,
};
use crate::desk::Desk;
use crate::error::{FlowError, Result};
use crate::orders::facts;
use domain::id::{LineId, LocationId, OrderId, ParcelId};
use domain::stock::MovementKind;
use std::collections::btree_map::Entry;
use std::collections::{BTreeMap, BTreeSet};
use store::Db;
use store::rows::LocationRow;
use store::tables::{kits, settings, stock};

/// How many rows of the ledger are shown.
const NEWEST: i64 = 200;

/// A variant, and the rows behind each of its numbers.
///
/// # Errors
/// [`FlowError::NotFound`]; the store's.
pub async fn variant_get(desk: &Desk, ask: VariantRef) -> Result<VariantDetail> {
    let mut reader = desk.store.read().await?;
    detail(reader.db(), ask.id.0).await
}

pub(crate) async fn detail(db: &mut Db, id: i64) -> Result<VariantDetail> {
    let missing = || FlowError::NotFound("variant");
    let found = stock::list_rows(db, 0, &[id]).await?;
    let row = rows(db, 0, found).await?.pop().ok_or_else(missing)?;
    let variant = stock::variants(db, &[id])
        .await?
        .pop()
        .ok_or_else(missing)?;
    let shop = facts::settings(db).await?;
    let moved = stock::movements(db, id, NEWEST).await?;
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
    let named: Vec<LocationRow> = settings::locations(db).await?;
    let place = |id: i64| {
        let found = named.iter().find(|p| p.id == id);
        found.map(|p| p.name.clone()).unwrap_or_default()
    };
    // The running balance of each place is counted from its oldest row shown upwards, on the sum of
    // what is older.
    let mut after: BTreeMap<i64, i64> = BTreeMap::new();
    for m in moved.iter().rev() {
        if let Entry::Vacant(first) = after.entry(m.location_id) {
            first.insert(stock::balance_before(db, id, m.location_id, m.id).await?);
        }
    }
    let mut movements: Vec<Movement> = moved
        .into_iter()
        .rev()
        .map(|m| {
            let after = after.entry(m.location_id).or_default();
            *after += m.quantity;
            Movement {
                at: m.at,
                kind: MovementKind::read(&m.kind).unwrap_or(MovementKind::Adjusted),
                quantity: m.quantity,
                place: place(m.location_id),
                after: *after,
                order: m.order_id.map(OrderId),
                order_number: m.order_id.map(number).unwrap_or_default(),
                parcel: m.parcel_id.map(ParcelId),
                who: people.get(&m.staff_id).cloned().unwrap_or_default(),
                note: m.note,
            }
        })
        .collect();
    movements.reverse();
    let takes = takes::of(db, &lines.values().cloned().collect::<Vec<_>>()).await?;
    // How many of this variant one unit of a line takes.
    let per_unit = |line: i64| {
        takes
            .get(&line)
            .and_then(|t| t.iter().find(|t| t.variant == id))
            .map_or(1, |t| t.units)
    };
    let mut begun: BTreeMap<(i64, i64), i64> =
        stock::under_way(db, &lines.keys().copied().collect::<Vec<_>>())
            .await?
            .into_iter()
            .map(|(line, place, _, fetched)| ((line, place), fetched * per_unit(line)))
            .collect();
    let reservations = held
        .iter()
        .map(|r| {
            // What was fetched for a line stands behind its oldest reservation first, each unit once.
            let fetched = begun.entry((r.line_id, r.location_id)).or_default();
            let picked = (*fetched).clamp(0, r.quantity);
            *fetched -= picked;
            Reservation {
                order: OrderId(r.order_id),
                order_number: number(r.order_id),
                line: LineId(r.line_id),
                quantity: r.quantity,
                picked,
                place: place(r.location_id),
                made_at: r.made_at,
            }
        })
        .collect();
    let waiting = waiting
        .iter()
        .map(|(_, order, line)| Waiting {
            order: OrderId(*order),
            order_number: number(*order),
            quantity: lines
                .get(line)
                .map_or(0, |l| l.backordered * per_unit(*line)),
        })
        .collect();
    Ok(VariantDetail {
        parts: parts(db, id).await?,
        in_kits: in_kits(db, id).await?,
        places: places(db, id).await?,
        row,
        barcodes: stock::barcodes(db, &[id])
            .await?
            .into_iter()
            .map(|b| b.code)
            .collect(),
        hs_code: variant.hs_code,
        origin: variant.origin,
        most_shipments: variant.most_shipments,
        shop_most_shipments: facts::shop_shipments(&shop).number(),
        movements,
        reservations,
        waiting,
    })
}

/// What a kit is put together from, by SKU.
async fn parts(db: &mut Db, kit: i64) -> Result<Vec<KitPart>> {
    let recipe = kits::recipes(db, &[kit])
        .await?
        .remove(&kit)
        .unwrap_or_default();
    named_parts(db, recipe).await
}

/// The kits that a variant is a part of.
async fn in_kits(db: &mut Db, part: i64) -> Result<Vec<KitPart>> {
    let found = kits::made_of(db, &[part]).await?;
    let recipes = kits::recipes(db, &found).await?;
    let of = |kit: i64| {
        let recipe = recipes.get(&kit)?;
        let (_, quantity) = recipe.iter().find(|(p, _)| *p == part)?;
        Some((kit, *quantity))
    };
    named_parts(db, found.into_iter().filter_map(of).collect()).await
}

async fn named_parts(db: &mut Db, of: Vec<(i64, i64)>) -> Result<Vec<KitPart>> {
    let ids: Vec<i64> = of.iter().map(|(id, _)| *id).collect();
    let found = stock::list_rows(db, 0, &ids).await?;
    let mut named: Vec<KitPart> = rows(db, 0, found)
        .await?
        .into_iter()
        .filter_map(|r| {
            let (_, quantity) = of.iter().find(|(id, _)| *id == r.id.0)?;
            Some(KitPart {
                variant: r.id,
                sku: r.sku,
                title: r.title,
                options: r.options,
                quantity: *quantity,
                available: r.available,
            })
        })
        .collect();
    named.sort_by(|a, b| (&a.sku, a.variant.0).cmp(&(&b.sku, b.variant.0)));
    Ok(named)
}

/// The numbers of a variant at each place in use.
async fn places(db: &mut Db, id: i64) -> Result<Vec<PlaceLevel>> {
    let levels = stock::levels(db, &[id]).await?;
    Ok(settings::places(db)
        .await?
        .into_iter()
        .map(|place| {
            let level = levels.iter().find(|l| l.location_id == place.id);
            PlaceLevel {
                location: LocationId(place.id),
                name: place.name,
                bin: level.map(|l| l.bin.clone()).unwrap_or_default(),
                on_hand: level.map_or(0, |l| l.on_hand),
                reserved: level.map_or(0, |l| l.reserved),
                picked: level.map_or(0, |l| l.picked),
            }
        })
        .collect())
}
