//! What one unit of a line is fetched as. For goods it is the variant itself; for a kit its parts, as
//! they stood when the order was placed; for a line without a variant nothing that stock knows of.

use crate::error::Result;
use std::collections::BTreeMap;
use store::Db;
use store::rows::{LinePartRow, LineRow, ReservationRow};
use store::tables::kits;
use store::tables::stock::StockLine;

/// So many of a variant for one unit of a line.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Take {
    pub(crate) variant: i64,
    /// At least 1.
    pub(crate) units: i64,
}

impl Take {
    /// What a kit's part is fetched as.
    pub(crate) fn of(part: &LinePartRow) -> Self {
        Self {
            variant: part.part_id,
            units: part.quantity.max(1),
        }
    }
}

/// By line; a line without a variant has no entry.
pub(crate) async fn of(db: &mut Db, lines: &[StockLine]) -> Result<BTreeMap<i64, Vec<Take>>> {
    let lines = lines.iter().map(|l| (l.id, l.kind.as_str(), l.variant_id));
    read(db, lines.collect()).await
}

/// The same for the lines of orders.
pub(crate) async fn of_rows<'a>(
    db: &mut Db,
    lines: impl IntoIterator<Item = &'a LineRow>,
) -> Result<BTreeMap<i64, Vec<Take>>> {
    let lines = lines
        .into_iter()
        .map(|l| (l.id, l.kind.as_str(), l.variant_id));
    read(db, lines.collect()).await
}

async fn read(
    db: &mut Db,
    lines: Vec<(i64, &str, Option<i64>)>,
) -> Result<BTreeMap<i64, Vec<Take>>> {
    let mut takes: BTreeMap<i64, Vec<Take>> = BTreeMap::new();
    let mut kits = Vec::new();
    for (line, kind, variant) in lines {
        match (kind, variant) {
            ("kit", _) => kits.push(line),
            (_, Some(variant)) => takes
                .entry(line)
                .or_default()
                .push(Take { variant, units: 1 }),
            (_, None) => {}
        }
    }
    if !kits.is_empty() {
        for part in kits::line_parts(db, &kits).await? {
            let take = Take::of(&part);
            takes.entry(part.line_id).or_default().push(take);
        }
    }
    Ok(takes)
}

/// How many whole units of a line these reservations hold at a place in a state.
pub(crate) fn held(takes: &[Take], rows: &[ReservationRow], place: i64, state: &str) -> i64 {
    let of = |take: &Take| {
        let units: i64 = rows
            .iter()
            .filter(|r| r.variant_id == take.variant && r.location_id == place && r.state == state)
            .map(|r| r.quantity)
            .sum();
        units / take.units
    };
    takes.iter().map(of).min().unwrap_or(0)
}

/// How many whole units of a line these reservations hold at all places in a state.
pub(crate) fn held_anywhere(takes: &[Take], rows: &[ReservationRow], state: &str) -> i64 {
    let mut places: Vec<i64> = rows.iter().map(|r| r.location_id).collect();
    places.sort_unstable();
    places.dedup();
    places.iter().map(|p| held(takes, rows, *p, state)).sum()
}
