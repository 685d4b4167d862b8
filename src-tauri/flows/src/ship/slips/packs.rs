//! What is packed together, and gets a slip of its own: a parcel, or what is in none yet.

use crate::error::Result;
use crate::orders::facts::{self, Facts};
use domain::parcel::ParcelState;
use std::collections::BTreeMap;
use store::Db;
use store::rows::{LineRow, ParcelLineRow, ParcelRow};
use store::tables::ship;

/// Units of an order's lines that are packed together.
#[derive(Debug)]
pub(super) struct Pack {
    /// By line.
    pub(super) units: BTreeMap<i64, i64>,
    /// Which of how many parcels of the order; none where there is only one.
    pub(super) nth: Option<(i64, i64)>,
    /// All that the order has, so that its totals are this slip's too.
    pub(super) whole: bool,
}

/// The packs of each order: the parcels that are still here, and what has to leave and is in none of
/// them. Of an order that has left whole, all its parcels again.
///
/// # Errors
/// The store's.
pub(super) async fn of_orders(db: &mut Db, orders: &[Facts]) -> Result<BTreeMap<i64, Vec<Pack>>> {
    let lines: Vec<i64> = orders.iter().flat_map(|f| &f.lines).map(|l| l.id).collect();
    let inside = ship::parcel_lines_of_lines(db, &lines).await?;
    let mut ids: Vec<i64> = inside.iter().map(|l| l.parcel_id).collect();
    ids.sort_unstable();
    ids.dedup();
    let parcels = ship::parcels(db, &ids).await?;
    Ok(orders
        .iter()
        .map(|facts| (facts.order.id, of_order(facts, &parcels, &inside)))
        .collect())
}

fn of_order(facts: &Facts, parcels: &[ParcelRow], inside: &[ParcelLineRow]) -> Vec<Pack> {
    let goods: Vec<&LineRow> = facts
        .lines
        .iter()
        .filter(|l| facts::ships(l) && l.ordered > l.cancelled)
        .collect();
    let live = |line: &LineRow| line.ordered - line.cancelled;
    let units_in = |parcel: &ParcelRow| -> BTreeMap<i64, i64> {
        let of_line = |line: &&LineRow| -> Option<(i64, i64)> {
            let units: i64 = inside
                .iter()
                .filter(|l| l.parcel_id == parcel.id && l.line_id == line.id)
                .map(|l| l.quantity)
                .sum();
            (units > 0).then_some((line.id, units))
        };
        goods.iter().filter_map(of_line).collect()
    };
    let state = |p: &ParcelRow| ParcelState::read(&p.state);
    let all: Vec<(&ParcelRow, BTreeMap<i64, i64>)> = parcels
        .iter()
        .filter(|p| p.direction == "out" && state(p).is_some_and(|s| s != ParcelState::Cancelled))
        .map(|p| (p, units_in(p)))
        .filter(|(_, units)| !units.is_empty())
        .collect();
    let mut rest: BTreeMap<i64, i64> = goods.iter().map(|l| (l.id, live(l) - l.shipped)).collect();
    for (parcel, units) in &all {
        if !state(parcel).is_some_and(ParcelState::left) {
            for (line, n) in units {
                *rest.entry(*line).or_default() -= n;
            }
        }
    }
    rest.retain(|_, n| *n > 0);
    let here = |p: &ParcelRow| !state(p).is_some_and(ParcelState::left);
    let some_here = !rest.is_empty() || all.iter().any(|(p, _)| here(p));
    let count = all.len() + usize::from(!rest.is_empty());
    let everything: BTreeMap<i64, i64> = goods.iter().map(|l| (l.id, live(l))).collect();
    let mut packs: Vec<Pack> = Vec::new();
    let numbered = all
        .into_iter()
        .map(|(parcel, units)| (!some_here || here(parcel), units))
        .chain((!rest.is_empty()).then_some((true, rest)));
    for (at, (wanted, units)) in numbered.enumerate() {
        let number = i64::try_from(at + 1).unwrap_or(1);
        let of = i64::try_from(count).unwrap_or(1);
        if wanted {
            packs.push(Pack {
                whole: units == everything,
                units,
                nth: (count > 1).then_some((number, of)),
            });
        }
    }
    if packs.is_empty() {
        // Nothing of it is sent: the slip says what was bought.
        let bought = facts.lines.iter().filter(|l| live(l) > 0);
        packs.push(Pack {
            units: bought.map(|l| (l.id, live(l))).collect(),
            nth: None,
            whole: true,
        });
    }
    packs
}
