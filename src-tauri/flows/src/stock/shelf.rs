//! Goods that left our shelf without a parcel of ours: the source shipped them, or the till sold them.
//! `MODEL.md`, "Orders from outside", History. Whether such goods stood on our shelf is asked once per
//! channel; until somebody has said, the shipment knows that it does not know (`from_shelf` is empty),
//! stock stays, and one item asks.

use super::book::{Book, NewMovement, first_location, ships};
use super::reserve::{active, give};
use super::{kits, losing, takes};
use crate::error::Result;
use domain::Millis;
use domain::stock::MovementKind;
use std::collections::{BTreeMap, BTreeSet};
use store::Write;
use store::rows::{MovementRow, ReservationRow, ShipmentRow};
use store::tables::stock::{self, StockLine};
use store::tables::{picking, ship};

/// What a "needs you" item is called that asks whether a channel's goods stood on our shelf.
pub(crate) const UNKNOWN: &str = "shelf_unknown";

/// How many shipments are booked by one set of statements.
const CHUNK: usize = 2_000;

/// Units of a line that left in a shipment elsewhere.
struct Gone {
    line: i64,
    units: i64,
    left_at: Option<Millis>,
    told_at: Millis,
}

/// Books these shipments elsewhere as gone from our shelf: on hand falls by their units, at the place
/// that they were fetched or promised at, else at the first; their reservations end as consumed. The
/// lines' `shipped`, `picked` and `packed` are the caller's, and written before; `reserved` is written
/// here. What a count has seen gone already falls no second time. Whoever was promised goods that are
/// no more loses them. Returns the orders to refresh; the shipments' own are the caller's.
///
/// # Errors
/// The store's.
pub(crate) async fn leave(w: &mut Write<'_>, shipments: &[i64]) -> Result<Vec<i64>> {
    let mut orders = BTreeSet::new();
    for chunk in shipments.chunks(CHUNK) {
        orders.extend(leave_chunk(w, chunk).await?);
    }
    Ok(orders.into_iter().collect())
}

async fn leave_chunk(w: &mut Write<'_>, shipments: &[i64]) -> Result<Vec<i64>> {
    let (now, staff) = (w.now(), w.actor().staff.0);
    let (gone, lines) = contents(w, shipments).await?;
    let ids: Vec<i64> = lines.iter().map(|l| l.id).collect();
    let home = first_location(w.db()).await?;
    let mut held = active(w, &ids).await?;
    let promised = stock::reservations_of_lines(w.db(), &ids).await?;
    let mut fetched: BTreeMap<(i64, i64), i64> = BTreeMap::new();
    for (line, place, _, units) in stock::under_way(w.db(), &ids).await? {
        *fetched.entry((line, place)).or_default() += units.max(0);
    }
    let mut book = Book::of_lines(w.db(), lines).await?;
    let variants: BTreeSet<i64> = ids
        .iter()
        .flat_map(|id| book.takes(*id))
        .map(|t| t.variant)
        .collect();
    let variants: Vec<i64> = variants.into_iter().collect();
    let counted = counted(w, &variants).await?;
    let mut lowered = BTreeSet::new();
    for one in gone {
        let takes = book.takes(one.line);
        let Some(order) = book.line(one.line).map(|l| l.order_id) else {
            continue;
        };
        if takes.is_empty() {
            continue;
        }
        let rows = held.entry(one.line).or_default();
        // Oldest first: what was promised first has left first.
        rows.sort_by_key(|r| r.id);
        let mut places: Vec<i64> = book.places().to_vec();
        let elsewhere: Vec<i64> = rows.iter().map(|r| r.location_id).collect();
        places.extend(elsewhere);
        let mut seen = BTreeSet::new();
        places.retain(|p| seen.insert(*p));
        let mut rest = one.units;
        // Place, units, whether they were in somebody's hands: those a count on the shelf never saw.
        let mut out: Vec<(i64, i64, bool)> = Vec::new();
        for in_hand in [true, false] {
            for place in &places {
                let most = if in_hand {
                    fetched.get(&(one.line, *place)).copied().unwrap_or(0)
                } else {
                    rest
                };
                let ended = book.end(one.line, rows, *place, most.min(rest), ("consumed", now));
                if ended > 0 {
                    out.push((*place, ended, in_hand));
                    rest -= ended;
                }
                if in_hand {
                    book.add_picked(one.line, *place, -ended);
                }
            }
        }
        if rest > 0 {
            out.push((released_at(&promised, &one).unwrap_or(home), rest, false));
        }
        for (place, units, in_hand) in out {
            for take in &takes {
                let last = counted.get(&(take.variant, place)).copied();
                let seen_gone = matches!((one.left_at, last), (Some(left), Some(at)) if left < at);
                if seen_gone && !in_hand {
                    continue;
                }
                lowered.insert((take.variant, place));
                book.add_movement(
                    NewMovement {
                        variant: take.variant,
                        place,
                        units: -units * take.units,
                        kind: MovementKind::Sold,
                        order: Some(order),
                        line: Some(one.line),
                        parcel: None,
                        note: "",
                    },
                    now,
                    staff,
                );
            }
        }
        let still = takes::held_anywhere(&takes, rows, "active");
        if let Some(line) = book.line_mut(one.line) {
            line.reserved = still;
        }
    }
    book.save(w).await?;
    who_loses(w, &lowered).await
}

/// When these variants were last counted, by variant and place.
async fn counted(w: &mut Write<'_>, variants: &[i64]) -> Result<BTreeMap<(i64, i64), Millis>> {
    Ok(stock::counted_at(w.db(), variants)
        .await?
        .into_iter()
        .map(|(variant, place, at)| ((variant, place), at))
        .collect())
}

/// Where a line's units were promised until the import that told of them let them go.
fn released_at(rows: &[ReservationRow], gone: &Gone) -> Option<i64> {
    rows.iter()
        .find(|r| {
            r.line_id == gone.line && r.state == "released" && r.ended_at == Some(gone.told_at)
        })
        .map(|r| r.location_id)
}

/// What left in these shipments, and its lines; a set among them is taken apart.
async fn contents(w: &mut Write<'_>, shipments: &[i64]) -> Result<(Vec<Gone>, Vec<StockLine>)> {
    let rows = ship::shipments(w.db(), shipments).await?;
    let of_shipment: BTreeMap<i64, &ShipmentRow> = rows.iter().map(|r| (r.id, r)).collect();
    let mut gone = Vec::new();
    let mut whole: BTreeMap<i64, &ShipmentRow> = rows
        .iter()
        .filter_map(|r| r.order_id.map(|order| (order, r)))
        .collect();
    let mut ids = Vec::new();
    for line in ship::shipment_lines(w.db(), shipments).await? {
        let Some(row) = of_shipment.get(&line.shipment_id) else {
            continue;
        };
        whole.remove(&line.order_id);
        ids.push(line.line_id);
        gone.push(Gone {
            line: line.line_id,
            units: line.quantity,
            left_at: row.shipped_at,
            told_at: row.made_at,
        });
    }
    let mut lines = stock::lines_by_id(w.db(), &ids).await?;
    let orders: Vec<i64> = whole.keys().copied().collect();
    let mut all = stock::lines_of_orders(w.db(), &orders).await?;
    all.retain(|l| matches!(l.kind.as_str(), "goods" | "kit") && l.ordered > l.cancelled);
    // A till's line is by the counter, not by the shop: it was never open, so nothing has taken it apart.
    kits::freeze(w, &mut all, |l| l.kind == "goods" && !ships(l)).await?;
    for line in &all {
        if let Some(row) = whole.get(&line.order_id) {
            gone.push(Gone {
                line: line.id,
                units: line.ordered - line.cancelled,
                left_at: row.shipped_at,
                told_at: row.made_at,
            });
        }
    }
    lines.extend(all);
    Ok((gone, lines))
}

/// Fewer are there than were promised: the least urgent orders lose, by name in their timelines.
async fn who_loses(w: &mut Write<'_>, lowered: &BTreeSet<(i64, i64)>) -> Result<Vec<i64>> {
    let variants: BTreeSet<i64> = lowered.iter().map(|(variant, _)| *variant).collect();
    let variants: Vec<i64> = variants.into_iter().collect();
    let mut book = Book::open(w.db(), &variants).await?;
    let (mut orders, mut free) = (BTreeSet::new(), BTreeSet::new());
    for (variant, place) in lowered {
        let Some(level) = book.level_at(*variant, *place).filter(|l| l.counted) else {
            continue;
        };
        let losses =
            losing::losers(w.db(), *variant, *place, level.reserved - level.on_hand).await?;
        if losses.is_empty() {
            continue;
        }
        let sku = stock::variants(w.db(), &[*variant])
            .await?
            .pop()
            .map(|v| v.sku)
            .unwrap_or_default();
        free.extend(losing::freed(w.db(), &losses).await?);
        orders.extend(losing::take(w, &mut book, &losses, *place, &sku).await?);
    }
    book.save(w).await?;
    if !free.is_empty() {
        orders.extend(give(w, &free.into_iter().collect::<Vec<_>>()).await?);
    }
    Ok(orders.into_iter().collect())
}

/// What told of these shipments is taken back: a counter-movement for each unit that left our shelf with
/// them, where it left from. The shipments and their lines stay the caller's. A shipment that did not
/// leave our shelf moves nothing. Where the shelf was counted since, what was counted is what is there.
///
/// # Errors
/// The store's.
pub(crate) async fn take_back(w: &mut Write<'_>, shipments: &[i64]) -> Result<()> {
    let (now, staff) = (w.now(), w.actor().staff.0);
    let ours: Vec<i64> = ship::shipments(w.db(), shipments)
        .await?
        .into_iter()
        .filter(|s| s.from_shelf == Some(1))
        .map(|s| s.id)
        .collect();
    if ours.is_empty() {
        return Ok(());
    }
    let (gone, lines) = contents(w, &ours).await?;
    let ids: Vec<i64> = lines.iter().map(|l| l.id).collect();
    let mut sold: BTreeMap<(i64, i64), Vec<MovementRow>> = BTreeMap::new();
    for row in stock::sold_of_lines(w.db(), &ids).await? {
        let line = row.line_id.unwrap_or(0);
        sold.entry((line, row.variant_id)).or_default().push(row);
    }
    let variants: BTreeSet<i64> = sold.keys().map(|(_, variant)| *variant).collect();
    let counted = counted(w, &variants.into_iter().collect::<Vec<_>>()).await?;
    let mut book = Book::of_lines(w.db(), lines).await?;
    for one in gone {
        let Some(order) = book.line(one.line).map(|l| l.order_id) else {
            continue;
        };
        for take in book.takes(one.line) {
            let rows = sold
                .get(&(one.line, take.variant))
                .map_or(&[][..], Vec::as_slice);
            for (place, units) in still_out(rows, one.told_at, one.units * take.units) {
                let back = NewMovement {
                    variant: take.variant,
                    place,
                    units,
                    kind: MovementKind::Unsold,
                    order: Some(order),
                    line: Some(one.line),
                    parcel: None,
                    note: "",
                };
                let since = counted.get(&(take.variant, place)).copied();
                if since.is_some_and(|at| one.told_at < at) {
                    // Whoever counted stood before what is there, whether it had left or not.
                    let kind = MovementKind::Adjusted;
                    let (order, line, units) = (None, None, -units);
                    let stands = NewMovement {
                        kind,
                        order,
                        line,
                        units,
                        ..back
                    };
                    book.add_movement(stands, now, staff);
                }
                book.add_movement(back, now, staff);
            }
        }
    }
    book.save(w).await
}

/// Where up to `most` units of a line left from at `since` or later and did not come back, the newest
/// first. `rows` are its sales and their counter-movements, oldest first.
fn still_out(rows: &[MovementRow], since: Millis, most: i64) -> Vec<(i64, i64)> {
    let mut out: Vec<(i64, i64, Millis)> = Vec::new();
    for row in rows {
        if row.quantity < 0 {
            out.push((row.location_id, -row.quantity, row.at));
            continue;
        }
        let mut back = row.quantity;
        for (_, units, _) in out.iter_mut().rev().filter(|o| o.0 == row.location_id) {
            let part = back.min(*units);
            *units -= part;
            back -= part;
        }
    }
    let mut rest = most;
    let mut answer = Vec::new();
    for (place, units, _) in out.into_iter().rev().filter(|o| o.2 >= since) {
        let part = units.min(rest);
        if part > 0 {
            answer.push((place, part));
            rest -= part;
        }
    }
    answer
}

/// A channel's goods did or did not stand on our shelf: what was told of since nobody had said is booked
/// or left accordingly, and nothing asks any more. What was fetched here meanwhile counts as back on the
/// shelf first, because it is what left. Returns how many shipments waited, and the orders to refresh.
///
/// # Errors
/// The store's.
pub(crate) async fn answer(
    w: &mut Write<'_>,
    channel: i64,
    yes: bool,
) -> Result<(usize, Vec<i64>)> {
    let (now, staff) = (w.now(), w.actor().staff.0);
    let waited = ship::unasked(w.db(), channel).await?;
    ship::set_from_shelf(w.db(), &waited, yes).await?;
    let mut orders = Vec::new();
    if yes {
        shelve(w, &waited).await?;
        orders = leave(w, &waited).await?;
    }
    stock::close_needs(w.db(), UNKNOWN, channel, now, staff).await?;
    Ok((waited.len(), orders))
}

/// What lies in a tote of lines that have left is on the shelf again, as far as the rows are concerned.
async fn shelve(w: &mut Write<'_>, shipments: &[i64]) -> Result<()> {
    let (now, staff) = (w.now(), w.actor().staff.0);
    let home = first_location(w.db()).await?;
    let lines: Vec<i64> = ship::shipment_lines(w.db(), shipments)
        .await?
        .into_iter()
        .map(|l| l.line_id)
        .collect();
    let mut back = picking::put_backs_of_lines(w.db(), &lines).await?;
    back.retain(|b| b.done_at.is_none());
    if back.is_empty() {
        return Ok(());
    }
    let variants: Vec<i64> = back.iter().filter_map(|b| b.variant_id).collect();
    let mut book = Book::open(w.db(), &variants).await?;
    for row in &mut back {
        if let Some(variant) = row.variant_id {
            book.add_picked_of(variant, row.location_id.unwrap_or(home), -row.quantity);
        }
        row.done_at = Some(now);
        row.done_by = Some(staff);
    }
    book.save(w).await?;
    Ok(store::row::save_all(w.db(), 1, &back).await?)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn row(place: i64, quantity: i64, at: Millis) -> MovementRow {
        MovementRow {
            id: at,
            variant_id: 1,
            location_id: place,
            quantity,
            kind: if quantity < 0 { "sold" } else { "unsold" }.to_owned(),
            at,
            order_id: None,
            line_id: Some(1),
            parcel_id: None,
            staff_id: 1,
            note: String::new(),
        }
    }

    #[test]
    fn what_comes_back_is_what_that_report_took() {
        // Two reports: one unit at 10, then one each of two places at 20.
        let two = [row(7, -1, 10), row(7, -1, 20), row(8, -1, 20)];
        assert_eq!(still_out(&two, 20, 2), [(8, 1), (7, 1)]);
        assert_eq!(
            still_out(&two, 20, 9),
            [(8, 1), (7, 1)],
            "the first report's stays out"
        );
        assert_eq!(still_out(&two, 10, 3), [(8, 1), (7, 1), (7, 1)]);
        let undone = [row(7, -2, 10), row(7, 2, 15), row(7, -2, 20)];
        assert_eq!(still_out(&undone, 20, 2), [(7, 2)]);
        assert_eq!(still_out(&undone[..2], 10, 2), []);
    }
}
