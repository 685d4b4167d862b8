//! Kits: what a line of one is fetched as is frozen when its order is placed.

use super::book::ships;
use crate::error::Result;
use domain::kit;
use std::collections::{BTreeMap, BTreeSet};
use store::row::{insert_all, save_all};
use store::rows::{LinePartRow, VariantRow};
use store::tables::kits;
use store::tables::stock::{self, LineStock, StockLine};
use store::{Db, Write};

/// Takes the kits among these lines apart: each becomes a line of the kind `kit` with its parts, each
/// part with its share of the price. A line that was begun as one thing stays one. The lines are
/// changed here and in the database; a few statements whatever their number, none without a kit.
///
/// # Errors
/// The store's.
pub(crate) async fn explode(w: &mut Write<'_>, lines: &mut [StockLine]) -> Result<()> {
    freeze(w, lines, begun_as_nothing).await
}

/// What is promised or has left as one thing stays one thing.
fn begun_as_nothing(l: &StockLine) -> bool {
    ships(l) && l.kind == "goods" && l.reserved == 0 && l.shipped == 0
}

/// The same for the lines that `whole` names.
///
/// # Errors
/// The store's.
pub(crate) async fn freeze(
    w: &mut Write<'_>,
    lines: &mut [StockLine],
    whole: impl Fn(&StockLine) -> bool,
) -> Result<()> {
    let variants: BTreeSet<i64> = lines.iter().filter_map(|l| l.variant_id).collect();
    let recipes = Recipes::of(w.db(), &variants).await?;
    let mut exploded = recipes.take_apart(lines, whole);
    if exploded.lines.is_empty() {
        return Ok(());
    }
    let ids: Vec<i64> = exploded.lines.iter().map(|l| l.id).collect();
    // A recipe is frozen once; an undone change does not thaw it.
    let frozen_before: BTreeSet<i64> = kits::line_parts(w.db(), &ids)
        .await?
        .into_iter()
        .map(|p| p.line_id)
        .collect();
    exploded
        .parts
        .retain(|part| !frozen_before.contains(&part.line_id));
    insert_all(w.db(), &exploded.parts).await?;
    save_all(w.db(), 1, &exploded.lines).await?;
    Ok(())
}

/// The kits among some variants, each as what it is fetched as today.
pub(crate) struct Recipes {
    /// By kit: units of each part in one of it.
    kits: BTreeMap<i64, BTreeMap<i64, i64>>,
    /// The parts themselves, for their price and weight.
    sorts: BTreeMap<i64, VariantRow>,
}

/// What taking lines apart has made.
pub(crate) struct Exploded {
    /// The parts of each line.
    pub(crate) parts: Vec<LinePartRow>,
    /// The lines that are kits now.
    pub(crate) lines: Vec<LineStock>,
}

impl Recipes {
    /// Reads the recipes of those that are kits; one statement where none is.
    ///
    /// # Errors
    /// The store's.
    pub(crate) async fn of(db: &mut Db, variants: &BTreeSet<i64>) -> Result<Self> {
        let variants: Vec<i64> = variants.iter().copied().collect();
        let found = kits::among(db, &variants).await?;
        if found.is_empty() {
            return Ok(Self {
                kits: BTreeMap::new(),
                sorts: BTreeMap::new(),
            });
        }
        let recipes = kits::recipes(db, &found).await?;
        let kits: BTreeMap<i64, BTreeMap<i64, i64>> = found
            .iter()
            .map(|kit| (*kit, kit::explode(*kit, &recipes)))
            .collect();
        let parts: BTreeSet<i64> = kits.values().flat_map(BTreeMap::keys).copied().collect();
        let sorts = stock::variants(db, &parts.into_iter().collect::<Vec<_>>())
            .await?
            .into_iter()
            .map(|v| (v.id, v))
            .collect();
        Ok(Self { kits, sorts })
    }

    /// Every variant that a kit is fetched as.
    pub(crate) fn parts(&self) -> impl Iterator<Item = i64> {
        self.sorts.keys().copied()
    }

    /// Takes the kits among the lines apart. What is promised or has left as one thing stays one thing.
    pub(crate) fn explode(&self, lines: &mut [StockLine]) -> Exploded {
        self.take_apart(lines, begun_as_nothing)
    }

    fn take_apart(&self, lines: &mut [StockLine], whole: impl Fn(&StockLine) -> bool) -> Exploded {
        let mut exploded = Exploded {
            parts: Vec::new(),
            lines: Vec::new(),
        };
        for line in lines.iter_mut().filter(|l| whole(l)) {
            let parts = line.variant_id.and_then(|kit| self.kits.get(&kit));
            let Some(parts) = parts.filter(|p| !p.is_empty()) else {
                continue;
            };
            "kit".clone_into(&mut line.kind);
            let weigh =
                |sum: i64, (part, n): (&i64, &i64)| Some(sum + self.sorts.get(part)?.grams? * n);
            line.grams = line.grams.or_else(|| parts.iter().try_fold(0, weigh));
            exploded.lines.push(line_stock(line));
            let priced: Vec<(Option<i64>, i64)> = parts
                .iter()
                .map(|(part, n)| (self.sorts.get(part).and_then(|v| v.price), *n))
                .collect();
            let shares = kit::shares(&priced);
            exploded.parts.extend(
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
        exploded
    }
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
