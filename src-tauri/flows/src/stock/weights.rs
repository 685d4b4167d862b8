//! Open orders weigh what their products weigh now: a weight that was entered late, or corrected, reaches
//! every line that has not left. What a source said a line weighs, and what a person weighed, stays.

use crate::error::Result;
use std::collections::{BTreeMap, BTreeSet};
use store::Write;
use store::row::save_all;
use store::tables::kits;
use store::tables::stock::{self, LineWeight};

/// A product's weight before and after, in grams.
pub(crate) type Weighed = BTreeMap<i64, (Option<i64>, Option<i64>)>;

/// Brings the lines of open orders along. A line that weighs something else than its product did has its
/// weight from its source and keeps it. Returns the orders to refresh.
///
/// # Errors
/// The store's.
pub(crate) async fn follow(w: &mut Write<'_>, weighed: &Weighed) -> Result<Vec<i64>> {
    let changed: Vec<i64> = weighed
        .iter()
        .filter(|(_, (before, after))| before != after)
        .map(|(id, _)| *id)
        .collect();
    if changed.is_empty() {
        return Ok(Vec::new());
    }
    let mut orders = BTreeSet::new();
    let mut lines: Vec<LineWeight> = Vec::new();
    for (line, order, variant, grams) in stock::open_lines_of(w.db(), &changed).await? {
        let Some((before, after)) = weighed.get(&variant) else {
            continue;
        };
        if after.is_some() && (grams.is_none() || grams == *before) {
            orders.insert(order);
            lines.push(LineWeight {
                id: line,
                grams: *after,
            });
        }
    }
    // A set weighs what is in it, unless it was given a weight of its own.
    let sets = stock::open_lines_with_part(w.db(), &changed).await?;
    let ids: Vec<i64> = sets.iter().map(|(line, _, _)| *line).collect();
    let mut parts: BTreeMap<i64, Vec<(i64, i64)>> = BTreeMap::new();
    for part in kits::line_parts(w.db(), &ids).await? {
        let of = parts.entry(part.line_id).or_default();
        of.push((part.part_id, part.quantity));
    }
    let all: BTreeSet<i64> = parts.values().flatten().map(|(part, _)| *part).collect();
    let now: BTreeMap<i64, Option<i64>> =
        stock::variants(w.db(), &all.into_iter().collect::<Vec<_>>())
            .await?
            .into_iter()
            .map(|v| (v.id, v.grams))
            .collect();
    for (line, order, grams) in sets {
        let parts = parts.get(&line).map_or(&[][..], Vec::as_slice);
        let sum = |of: &dyn Fn(i64) -> Option<i64>| {
            parts
                .iter()
                .try_fold(0_i64, |sum, (part, n)| Some(sum + of(*part)? * n))
        };
        let current = |part: i64| now.get(&part).copied().flatten();
        let before = sum(&|part| weighed.get(&part).map_or_else(|| current(part), |w| w.0));
        let after = sum(&current);
        if after.is_some() && after != grams && (grams.is_none() || grams == before) {
            orders.insert(order);
            lines.push(LineWeight {
                id: line,
                grams: after,
            });
        }
    }
    save_all(w.db(), 1, &lines).await?;
    Ok(orders.into_iter().collect())
}
