//! Which units go in which parcel.

use crate::error::Result;
use crate::ship::shipment::Shipment;
use crate::ship::types::{LabelWish, ParcelWish};
use domain::Sentence;
use std::collections::{BTreeMap, BTreeSet};
use store::Db;
use store::rows::ParcelRow;
use store::tables::ship;

/// One parcel to be labelled: as planned before, or laid out now.
#[derive(Debug)]
pub(super) struct Layout {
    pub(super) planned: Option<ParcelRow>,
    pub(super) wish: ParcelWish,
    pub(super) lines: Vec<(i64, i64)>,
}

/// The parcels of a wish, and the planned ones that it replaces.
#[derive(Debug)]
pub(super) struct Laid {
    pub(super) parcels: Vec<Layout>,
    pub(super) replaced: Vec<ParcelRow>,
    /// The shipment's other parcels, in their order: labelled, gone, or planned for later. Those of
    /// `parcels` that were planned stand among them.
    pub(super) all: Vec<ParcelRow>,
}

/// Lays a wish out over what is in no labelled parcel. Without parcels of its own it takes those
/// that were planned, or one with everything. A parcel that names its lines replaces the plan.
pub(super) async fn lay_out(
    db: &mut Db,
    ship: &Shipment,
    wish: &LabelWish,
) -> Result<Result<Laid, Sentence>> {
    let mut left: BTreeMap<i64, i64> = ship.lines.iter().map(|l| (l.line_id, l.quantity)).collect();
    let (mut planned, mut all) = (Vec::new(), Vec::new());
    let mut contents: BTreeMap<i64, Vec<(i64, i64)>> = BTreeMap::new();
    if !ship.new {
        let mut parcels = ship::parcels_of(db, &[ship.row.id]).await?;
        parcels.retain(|p| p.state != "cancelled");
        let ids: Vec<i64> = parcels.iter().map(|p| p.id).collect();
        for line in ship::parcel_lines(db, &ids).await? {
            contents
                .entry(line.parcel_id)
                .or_default()
                .push((line.line_id, line.quantity));
        }
        parcels.sort_by_key(|p| p.id);
        all.clone_from(&parcels);
        let (open, gone): (Vec<_>, Vec<_>) = parcels.into_iter().partition(|p| p.state == "open");
        planned = open;
        for (line, units) in gone.iter().filter_map(|p| contents.get(&p.id)).flatten() {
            *left.entry(*line).or_default() -= units;
        }
    }
    left.retain(|_, units| *units > 0);
    if left.is_empty() {
        return Ok(Err(Sentence::new("label-nothing-free")));
    }
    let nothing = ParcelWish::default();
    let wishes: Vec<ParcelWish> = match (wish.parcels.is_empty(), planned.is_empty()) {
        (false, _) => wish.parcels.clone(),
        (true, true) => vec![nothing],
        (true, false) => planned
            .iter()
            .map(|p| ParcelWish {
                parcel: Some(p.id.into()),
                ..nothing.clone()
            })
            .collect(),
    };
    let mut parcels = Vec::new();
    for wish in &wishes {
        let row = match wish.parcel {
            Some(id) => match planned.iter().find(|p| p.id == id.0) {
                Some(row) => Some(row.clone()),
                None => return Ok(Err(Sentence::new("label-not-planned"))),
            },
            None => None,
        };
        let lines = match &row {
            Some(row) if wish.lines.is_empty() => {
                // What was planned may have become less meanwhile.
                let its = contents.get(&row.id).into_iter().flatten();
                its.map(|(line, units)| (*line, take(&mut left, *line, *units)))
                    .filter(|(_, units)| *units > 0)
                    .collect()
            }
            _ => match exactly(&mut left, wish) {
                Ok(lines) => lines,
                Err(sentence) => return Ok(Err(sentence)),
            },
        };
        if lines.is_empty() {
            return Ok(Err(Sentence::new("label-parcel-empty")));
        }
        parcels.push(Layout {
            planned: row,
            wish: wish.clone(),
            lines,
        });
    }
    let used: BTreeSet<i64> = wishes
        .iter()
        .filter_map(|w| w.parcel)
        .map(|p| p.0)
        .collect();
    // A parcel that names its lines is a new plan; one that was planned leaves the others waiting.
    let anew = wishes.iter().any(|w| w.parcel.is_none());
    planned.retain(|p| anew && !used.contains(&p.id));
    all.retain(|p| planned.iter().all(|gone| gone.id != p.id));
    Ok(Ok(Laid {
        parcels,
        replaced: planned,
        all,
    }))
}

fn take(left: &mut BTreeMap<i64, i64>, line: i64, units: i64) -> i64 {
    let have = left.entry(line).or_default();
    let part = units.min(*have);
    *have -= part;
    part
}

/// The units that a parcel names; all that is left when it names none.
pub(in crate::ship) fn exactly(
    left: &mut BTreeMap<i64, i64>,
    wish: &ParcelWish,
) -> Result<Vec<(i64, i64)>, Sentence> {
    if wish.lines.is_empty() {
        return Ok(std::mem::take(left)
            .into_iter()
            .filter(|l| l.1 > 0)
            .collect());
    }
    let mut lines: BTreeMap<i64, i64> = BTreeMap::new();
    for wanted in &wish.lines {
        let have = left.entry(wanted.line.0).or_default();
        if wanted.units < 1 || wanted.units > *have {
            return Err(Sentence::new("label-parcel-units")
                .with("wanted", wanted.units)
                .with("left", *have));
        }
        *have -= wanted.units;
        *lines.entry(wanted.line.0).or_default() += wanted.units;
    }
    Ok(lines.into_iter().collect())
}
