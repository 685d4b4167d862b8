//! Kits: what a line of one is fetched as is frozen when its order is placed.

use super::book::ships;
use crate::error::Result;
use domain::kit;
use std::collections::{BTreeMap, BTreeSet};
use store::Write;
use store::row::{insert_all, save_all};
use store::rows::{LinePartRow, VariantRow};
use store::tables::kits;
use store::tables::stock::{self, LineStock, StockLine};

/// Takes the kits among these lines apart: each becomes a line of the kind `kit` with its parts, each
/// part with its share of the price. A line that was begun as one thing stays one. The lines are
/// changed here and in the database; a few statements whatever their number, none without a kit.
///
/// # Errors
/// The store's.
pub(crate) async fn explode(w: &mut Write<'_>, lines: &mut [StockLine]) -> Result<()> {
    // What is promised or has left as one thing stays one thing.
    let whole =
        |l: &&mut StockLine| ships(l) && l.kind == "goods" && l.reserved == 0 && l.shipped == 0;
    let variants: BTreeSet<i64> = lines.iter().filter_map(|l| l.variant_id).collect();
    let variants: Vec<i64> = variants.into_iter().collect();
    let found: BTreeSet<i64> = kits::among(w.db(), &variants).await?.into_iter().collect();
    let of_kits: Vec<&mut StockLine> = lines
        .iter_mut()
        .filter(whole)
        .filter(|l| l.variant_id.is_some_and(|v| found.contains(&v)))
        .collect();
    if of_kits.is_empty() {
        return Ok(());
    }
    let recipes = kits::recipes(w.db(), &found.iter().copied().collect::<Vec<_>>()).await?;
    let frozen: BTreeMap<i64, BTreeMap<i64, i64>> = found
        .iter()
        .map(|kit| (*kit, kit::explode(*kit, &recipes)))
        .collect();
    let parts: BTreeSet<i64> = frozen.values().flat_map(BTreeMap::keys).copied().collect();
    let sorts: BTreeMap<i64, VariantRow> =
        stock::variants(w.db(), &parts.into_iter().collect::<Vec<_>>())
            .await?
            .into_iter()
            .map(|v| (v.id, v))
            .collect();
    let ids: Vec<i64> = of_kits.iter().map(|l| l.id).collect();
    let frozen_before: BTreeSet<i64> = kits::line_parts(w.db(), &ids)
        .await?
        .into_iter()
        .map(|p| p.line_id)
        .collect();
    let (mut rows, mut changed) = (Vec::new(), Vec::new());
    for line in of_kits {
        let parts = line.variant_id.and_then(|kit| frozen.get(&kit));
        let Some(parts) = parts.filter(|p| !p.is_empty()) else {
            continue;
        };
        "kit".clone_into(&mut line.kind);
        let weigh = |sum: i64, (part, n): (&i64, &i64)| Some(sum + sorts.get(part)?.grams? * n);
        line.grams = line.grams.or_else(|| parts.iter().try_fold(0, weigh));
        changed.push(line_stock(line));
        // A recipe is frozen once; an undone change does not thaw it.
        if frozen_before.contains(&line.id) {
            continue;
        }
        let priced: Vec<(Option<i64>, i64)> = parts
            .iter()
            .map(|(part, n)| (sorts.get(part).and_then(|v| v.price), *n))
            .collect();
        let shares = kit::shares(&priced);
        rows.extend(
            parts
                .iter()
                .zip(shares)
                .map(|((part, n), share)| LinePartRow {
                    line_id: line.id,
                    part_id: *part,
                    quantity: *n,
                    share,
                }),
        );
    }
    insert_all(w.db(), &rows).await?;
    save_all(w.db(), 1, &changed).await?;
    Ok(())
}

fn line_stock(l: &StockLine) -> LineStock {
    LineStock {
        id: l.id,
        kind: l.kind.clone(),
        variant_id: l.variant_id,
        reserved: l.reserved,
        backordered: l.backordered,
        picked: l.picked,
        packed: l.packed,
        shipped: l.shipped,
        grams: l.grams,
    }
}
