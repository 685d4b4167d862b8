//! The parts of sets that a file names: which products they are, and whether that can be.

use super::plan::{Known, Plan};
use domain::kit::{self, Recipe};
use domain::product_row::ProductRow;
use domain::source::Severity;
use domain::{Refusal, Sentence, sku};
use std::collections::{BTreeMap, BTreeSet};

/// Finds each named part, among what is known and what the file brings, and keeps the recipes that
/// say something new. A row whose parts cannot be is refused, and with it every set it is a part of.
/// Pure.
pub(super) fn settle(rows: &[ProductRow], known: &Known, plan: &mut Plan) {
    let mut open: Vec<&ProductRow> = rows.iter().filter(|r| !r.parts.is_empty()).collect();
    if open.is_empty() {
        return;
    }
    loop {
        let named = named(rows, known, plan);
        let taken: BTreeMap<u32, i64> = plan.rows.iter().map(|t| (t.row, t.id())).collect();
        open.retain(|row| taken.contains_key(&row.row));
        let mut recipes = BTreeMap::new();
        let mut refused = Vec::new();
        for row in &open {
            match (recipe_of(row, &named), taken.get(&row.row)) {
                (Ok(recipe), Some(id)) => {
                    recipes.insert(*id, recipe);
                }
                (Err((cell, sentence)), _) => refused.push((*row, cell, sentence)),
                (Ok(_), None) => {}
            }
        }
        let mut all = known.recipes.clone();
        all.extend(recipes.iter().map(|(id, recipe)| (*id, recipe.clone())));
        for row in &open {
            let found = taken.get(&row.row).and_then(|id| recipes.get_key_value(id));
            let Some((id, recipe)) = found else { continue };
            if let Some(sentence) = cannot_be(*id, recipe, &all, known, &row.title) {
                refused.push((*row, told(row), sentence));
            }
        }
        if refused.is_empty() {
            plan.recipes = recipes;
            break;
        }
        for (row, cell, sentence) in refused {
            plan.problem(row, &cell, Severity::Refused, sentence);
            plan.rows.retain(|t| t.row != row.row);
        }
    }
    plan.recipes
        .retain(|id, recipe| known.recipes.get(id).map(sorted) != Some(sorted(recipe)));
    no_stock_of_their_own(&open, plan);
}

/// The recipes with the ids that new variants were given.
pub(super) fn with_ids(
    recipes: BTreeMap<i64, Recipe>,
    ids: &BTreeMap<i64, i64>,
) -> BTreeMap<i64, Recipe> {
    let id = |of: i64| ids.get(&of).copied().unwrap_or(of);
    recipes
        .into_iter()
        .map(|(kit, recipe)| {
            let parts = recipe.into_iter().map(|(part, n)| (id(part), n));
            (id(kit), parts.collect())
        })
        .collect()
}

/// What a part may name: by the key of its SKU, each spelling with its product.
type Named = BTreeMap<String, BTreeMap<String, i64>>;

fn named(rows: &[ProductRow], known: &Known, plan: &Plan) -> Named {
    let mut named = Named::new();
    let mut add = |spelled: &str, id: i64| {
        let of = named.entry(sku::key(spelled)).or_default();
        of.insert(sku::exact(spelled), id);
    };
    for id in known.by_sku.values() {
        if let Some(variant) = known.variants.get(id) {
            add(&variant.sku, *id);
        }
    }
    let spelled: BTreeMap<u32, &str> = rows.iter().map(|r| (r.row, r.sku.trim())).collect();
    for taken in &plan.rows {
        if let Some(sku) = spelled.get(&taken.row).filter(|sku| !sku.is_empty()) {
            add(sku, taken.id());
        }
    }
    named
}

fn recipe_of(row: &ProductRow, named: &Named) -> Result<Recipe, (String, Sentence)> {
    let mut recipe = Recipe::new();
    for (spelled, units) in &row.parts {
        let alike = named.get(&sku::key(spelled)).into_iter().flatten();
        let alike = alike.map(|(sku, id)| (sku.as_str(), *id));
        let Some(id) = sku::meant(spelled, alike) else {
            let sentence = Sentence::new("stock-file-part-unknown").with("sku", spelled.as_str());
            return Err((spelled.clone(), sentence));
        };
        recipe.push((id, *units));
    }
    Ok(recipe)
}

fn cannot_be(
    id: i64,
    recipe: &Recipe,
    all: &BTreeMap<i64, Recipe>,
    known: &Known,
    title: &str,
) -> Option<Sentence> {
    if let Err(Refusal(sentence)) = kit::check(id, recipe, all) {
        return Some(sentence);
    }
    let there = known
        .on_hand
        .get(&id)
        .copied()
        .filter(|units| *units != 0)?;
    Some(
        Sentence::new("kit-has-stock")
            .with("title", title)
            .with("units", there),
    )
}

/// A count beside parts is left out and told: the parts are what is counted.
fn no_stock_of_their_own(sets: &[&ProductRow], plan: &mut Plan) {
    let rows: BTreeSet<u32> = sets.iter().map(|row| row.row).collect();
    let mut counted = BTreeSet::new();
    for taken in plan.rows.iter_mut().filter(|t| rows.contains(&t.row)) {
        if taken.count.take().is_some_and(|units| units > 0) {
            counted.insert(taken.row);
        }
    }
    for row in sets.iter().filter(|row| counted.contains(&row.row)) {
        let sentence = Sentence::new("stock-kit-has-none");
        plan.problem(row, &told(row), Severity::Warning, sentence);
    }
}

fn told(row: &ProductRow) -> String {
    let part = |(sku, n): &(String, i64)| format!("{sku}×{n}");
    row.parts.iter().map(part).collect::<Vec<_>>().join(", ")
}

fn sorted(recipe: &Recipe) -> BTreeSet<(i64, i64)> {
    recipe.iter().copied().collect()
}
