//! Units that leave, come back, arrive, or go: each a row of the ledger.

use super::book::{Book, NewMovement, fetched, first_location, left};
use super::reserve::{Fetched, active};
use crate::error::Result;
use domain::stock::MovementKind;
use std::collections::BTreeMap;
use store::Write;
use store::rows::ReservationRow;
use store::tables::{ship, stock};

/// Units of a line that leave with a parcel.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Leaving {
    /// The parcel.
    pub parcel: i64,
    /// The line.
    pub line: i64,
    /// Units, at least 1.
    pub units: i64,
}

/// Units were fetched from the shelf for lines (or put back, negative): `stock.picked` follows. A
/// line's own `picked` is the caller's.
///
/// # Errors
/// The store's.
pub async fn pick(w: &mut Write<'_>, units: &[Fetched]) -> Result<()> {
    let ids: Vec<i64> = units.iter().map(|f| f.line).collect();
    let lines = stock::lines_by_id(w.db(), &ids).await?;
    let mut book = Book::of_lines(w.db(), lines).await?;
    for fetched in units {
        book.add_picked(fetched.line, fetched.place, fetched.units);
    }
    book.save(w).await
}

/// A parcel leaves. One movement per line and thing fetched for it (`handed_over`, negative), at the
/// place that its shipment leaves from; on hand, reserved and picked
/// fall; reservations end as consumed. Of the lines everything that goods decide is written here:
/// `shipped` rises, `picked` and `packed` follow where steps were skipped, `reserved` and
/// `backordered` fall. The caller changes parcel, shipment and hand-over, and refreshes the orders.
///
/// # Errors
/// The store's.
pub async fn hand_over(w: &mut Write<'_>, parcel: i64, units: &[(i64, i64)]) -> Result<()> {
    let leaving: Vec<Leaving> = units
        .iter()
        .map(|(line, units)| Leaving {
            parcel,
            line: *line,
            units: *units,
        })
        .collect();
    hand_over_all(w, &leaving).await
}

/// The same for many parcels at once, in a few statements whatever their number.
///
/// # Errors
/// The store's.
pub async fn hand_over_all(w: &mut Write<'_>, leaving: &[Leaving]) -> Result<()> {
    let (now, staff) = (w.now(), w.actor().staff.0);
    let ids: Vec<i64> = leaving.iter().map(|l| l.line).collect();
    let lines = stock::lines_by_id(w.db(), &ids).await?;
    let mut held = active(w, &ids).await?;
    let parcels: Vec<i64> = leaving.iter().map(|l| l.parcel).collect();
    let from = places(w, &parcels).await?;
    let mut book = Book::of_lines(w.db(), lines).await?;
    for gone in leaving {
        let (Some(line), Some(place)) = (book.line(gone.line), from.get(&gone.parcel).copied())
        else {
            continue;
        };
        let (order, was_fetched) = (line.order_id, fetched(line));
        let mut consumed = gone.units.min(line.reserved);
        let takes = book.takes(gone.line);
        if !takes.is_empty() {
            // Oldest first: what was promised first has left first.
            let rows = held.entry(gone.line).or_default();
            rows.sort_by_key(|r| r.id);
            consumed = book.end(gone.line, rows, place, gone.units, ("consumed", now));
            // What was promised elsewhere has left from here all the same.
            for other in book.places().to_vec() {
                let rest = gone.units - consumed;
                consumed += book.end(gone.line, rows, other, rest, ("consumed", now));
            }
            book.add_picked(gone.line, place, -gone.units.min(was_fetched));
        }
        for take in takes {
            book.add_movement(
                NewMovement {
                    variant: take.variant,
                    place,
                    units: -gone.units * take.units,
                    kind: MovementKind::HandedOver,
                    order: Some(order),
                    line: Some(gone.line),
                    parcel: Some(gone.parcel),
                    note: "",
                },
                now,
                staff,
            );
        }
        if let Some(line) = book.line_mut(gone.line) {
            line.shipped += gone.units;
            line.picked = line.picked.max(line.shipped);
            line.packed = line.packed.max(line.shipped);
            line.reserved -= consumed;
            line.backordered = line.backordered.min((left(line) - line.reserved).max(0));
        }
    }
    book.save(w).await
}

/// The place that each parcel leaves from.
async fn places(w: &mut Write<'_>, parcels: &[i64]) -> Result<BTreeMap<i64, i64>> {
    let first = first_location(w.db()).await?;
    Ok(stock::places_of_parcels(w.db(), parcels)
        .await?
        .into_iter()
        .map(|(parcel, place)| (parcel, if place == 0 { first } else { place }))
        .collect())
}

/// A parcel did not leave after all: a counter-movement for each of its movements, and its units
/// are reserved and fetched again. Of the lines `shipped` and `reserved` are written here, `picked`
/// and `packed` stay. A parcel whose units are all back already changes nothing.
///
/// # Errors
/// The store's.
pub async fn take_back(w: &mut Write<'_>, parcel: i64) -> Result<()> {
    let (now, staff) = (w.now(), w.actor().staff.0);
    let contents = ship::parcel_lines(w.db(), &[parcel]).await?;
    let ids: Vec<i64> = contents.iter().map(|c| c.line_id).collect();
    let Some(place) = places(w, &[parcel]).await?.get(&parcel).copied() else {
        return Ok(());
    };
    // What left, by line and variant.
    let mut out: BTreeMap<(i64, i64), i64> = BTreeMap::new();
    for movement in stock::movements_of_parcel(w.db(), parcel).await? {
        if let Some(line) = movement.line_id {
            *out.entry((line, movement.variant_id)).or_default() -= movement.quantity;
        }
    }
    let lines = stock::lines_by_id(w.db(), &ids).await?;
    let mut ended: BTreeMap<i64, Vec<ReservationRow>> = BTreeMap::new();
    for row in stock::consumed_of_lines(w.db(), &ids).await? {
        ended.entry(row.line_id).or_default().push(row);
    }
    let mut book = Book::of_lines(w.db(), lines).await?;
    for content in contents {
        let Some(line) = book.line(content.line_id) else {
            continue;
        };
        let (id, order, shipped) = (line.id, line.order_id, line.shipped);
        let takes = book.takes(id);
        // Without a movement the line had no variant when it left.
        let units = takes
            .iter()
            .filter_map(|t| out.get(&(id, t.variant)).map(|n| n / t.units))
            .min()
            .unwrap_or(content.quantity)
            .min(shipped);
        if units <= 0 {
            continue;
        }
        if !takes.is_empty() {
            let rows = ended.entry(id).or_default();
            let revived = book.revive(id, rows, place, units);
            // What left without a reservation is in its parcel all the same: nobody else's.
            if revived < units {
                book.reserve_exactly(id, place, units - revived);
            }
            book.add_picked(id, place, units);
        }
        for take in takes {
            book.add_movement(
                NewMovement {
                    variant: take.variant,
                    place,
                    units: units * take.units,
                    kind: MovementKind::TakenBack,
                    order: Some(order),
                    line: Some(id),
                    parcel: Some(parcel),
                    note: "",
                },
                now,
                staff,
            );
        }
        if let Some(line) = book.line_mut(id) {
            line.shipped -= units;
            line.reserved += units;
        }
    }
    book.save(w).await
}
