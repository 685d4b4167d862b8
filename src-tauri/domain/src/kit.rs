//! Kits: one thing sold, several fetched. `MODEL.md`, "Axes of an order": a kit explodes into its
//! parts at placing, with its recipe and price shares frozen; a short part makes the whole kit wait.

use crate::{Refusal, Sentence};
use std::collections::{BTreeMap, BTreeSet};

/// The most of one part in one kit: more is a slip of the finger.
pub const MOST_OF_ONE_PART: i64 = 1_000;

/// The most different parts of one kit.
pub const MOST_PARTS: usize = 100;

/// What the shares of one kit's parts add up to.
pub const WHOLE: i64 = 1_000_000;

/// Parts of one kit: variant and how many of it are in one.
pub type Recipe = Vec<(i64, i64)>;

/// What has to be fetched for one kit: kits inside it are taken apart, a part that comes twice is
/// counted together. A variant without a recipe is itself. A circle, which [`check`] never lets in,
/// ends where it began instead of never.
#[must_use]
pub fn explode(kit: i64, recipes: &BTreeMap<i64, Recipe>) -> BTreeMap<i64, i64> {
    let mut parts = BTreeMap::new();
    let mut open = BTreeSet::new();
    add(kit, 1, recipes, &mut open, &mut parts);
    parts
}

fn add(
    variant: i64,
    units: i64,
    recipes: &BTreeMap<i64, Recipe>,
    open: &mut BTreeSet<i64>,
    parts: &mut BTreeMap<i64, i64>,
) {
    match recipes.get(&variant).filter(|recipe| !recipe.is_empty()) {
        Some(recipe) if open.insert(variant) => {
            for (part, quantity) in recipe {
                add(*part, units.saturating_mul(*quantity), recipes, open, parts);
            }
            open.remove(&variant);
        }
        Some(_) => {}
        None => {
            let sum = parts.entry(variant).or_insert(0);
            *sum = sum.saturating_add(units);
        }
    }
}

/// Whether a variant may have this recipe, where `recipes` are those of every kit inside it.
///
/// # Errors
/// `kit-part-range`, `kit-too-many-parts`, `kit-part-twice`, and `kit-in-itself` when the kit would
/// be a part of itself, near or far.
pub fn check(kit: i64, recipe: &Recipe, recipes: &BTreeMap<i64, Recipe>) -> Result<(), Refusal> {
    if recipe.len() > MOST_PARTS {
        let most = i64::try_from(MOST_PARTS).unwrap_or(i64::MAX);
        return Err(Refusal(
            Sentence::new("kit-too-many-parts").with("most", most),
        ));
    }
    let mut seen = BTreeSet::new();
    for (part, quantity) in recipe {
        if !(1..=MOST_OF_ONE_PART).contains(quantity) {
            return Err(Refusal(
                Sentence::new("kit-part-range").with("most", MOST_OF_ONE_PART),
            ));
        }
        if !seen.insert(*part) {
            return Err(Refusal::new("kit-part-twice"));
        }
    }
    let mut ahead: Vec<i64> = recipe.iter().map(|(part, _)| *part).collect();
    let mut met = BTreeSet::new();
    while let Some(part) = ahead.pop() {
        if part == kit {
            return Err(Refusal::new("kit-in-itself"));
        }
        if met.insert(part) {
            ahead.extend(recipes.get(&part).into_iter().flatten().map(|(p, _)| *p));
        }
    }
    Ok(())
}

/// How many kits can be made: the fewest that any part allows. `None` when no part was ever counted,
/// because what is not counted is never short.
#[must_use]
pub fn available(parts: impl IntoIterator<Item = (Option<i64>, i64)>) -> Option<i64> {
    parts
        .into_iter()
        .filter_map(|(free, per_kit)| free.map(|free| free.div_euclid(per_kit.max(1))))
        .min()
}

/// Each part's share of the kit's price in millionths, in the order given: by its own price times how
/// many are in the kit, or, when a price is missing or all are 0, by how many. Largest remainder, so
/// that the shares are exactly [`WHOLE`] together.
#[must_use]
pub fn shares(parts: &[(Option<i64>, i64)]) -> Vec<i64> {
    let priced: Option<Vec<i128>> = parts
        .iter()
        .map(|(price, n)| price.map(|p| i128::from(p) * i128::from(*n)))
        .collect();
    let by_count = || parts.iter().map(|(_, n)| i128::from(*n)).collect();
    let weights = priced
        .filter(|w| w.iter().sum::<i128>() > 0)
        .unwrap_or_else(by_count);
    let sum: i128 = weights.iter().sum::<i128>().max(1);
    let whole = i128::from(WHOLE);
    let mut shares: Vec<i128> = weights.iter().map(|w| w * whole / sum).collect();
    let mut rest = whole - shares.iter().sum::<i128>();
    let mut by_remainder: Vec<usize> = (0..weights.len()).collect();
    by_remainder.sort_by_key(|i| {
        let weight = weights.get(*i).copied().unwrap_or(0);
        (std::cmp::Reverse(weight * whole % sum), *i)
    });
    for at in by_remainder {
        if rest == 0 {
            break;
        }
        if let Some(share) = shares.get_mut(at) {
            *share += 1;
            rest -= 1;
        }
    }
    shares
        .into_iter()
        .map(|s| i64::try_from(s).unwrap_or(WHOLE))
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn recipes(all: &[(i64, &[(i64, i64)])]) -> BTreeMap<i64, Recipe> {
        all.iter().map(|(k, r)| (*k, r.to_vec())).collect()
    }

    #[test]
    fn a_kit_in_a_kit_is_taken_apart_and_the_same_part_is_counted_once() {
        // 1 = 2 × set 2 and 1 × tea 9; set 2 = 1 × mug 8 and 3 × tea 9.
        let all = recipes(&[(1, &[(2, 2), (9, 1)]), (2, &[(8, 1), (9, 3)])]);
        assert_eq!(explode(1, &all), BTreeMap::from([(8, 2), (9, 7)]));
        assert_eq!(explode(9, &all), BTreeMap::from([(9, 1)]));
    }

    #[test]
    fn no_kit_is_in_itself() {
        let all = recipes(&[(2, &[(3, 1)]), (3, &[(1, 1)])]);
        let id = |r: Result<(), Refusal>| r.err().map(|r| r.0.id);
        let of = |kit, recipe: &[(i64, i64)]| id(check(kit, &recipe.to_vec(), &all));
        assert_eq!(of(1, &[(1, 1)]).as_deref(), Some("kit-in-itself"));
        assert_eq!(of(1, &[(2, 1)]).as_deref(), Some("kit-in-itself"));
        assert_eq!(of(5, &[(2, 1), (7, 2)]), None);
        assert_eq!(of(5, &[(2, 0)]).as_deref(), Some("kit-part-range"));
        assert_eq!(of(5, &[(2, 1), (2, 1)]).as_deref(), Some("kit-part-twice"));
        // What should never be there is no endless loop.
        let circle = recipes(&[(1, &[(2, 1)]), (2, &[(1, 1), (8, 4)])]);
        assert_eq!(explode(1, &circle), BTreeMap::from([(8, 4)]));
    }

    #[test]
    fn the_scarcest_part_says_how_many_kits_there_are() {
        assert_eq!(available([(Some(7), 2), (Some(5), 1)]), Some(3));
        assert_eq!(available([(Some(7), 2), (None, 1)]), Some(3));
        assert_eq!(available([(None, 2)]), None);
        assert_eq!(available([(Some(-1), 2)]), Some(-1));
    }

    #[test]
    fn shares_are_the_whole_price_whatever_the_thirds() {
        assert_eq!(shares(&[(Some(300), 1), (Some(50), 2)]), [750_000, 250_000]);
        assert_eq!(
            shares(&[(Some(1), 1), (Some(1), 1), (Some(1), 1)]),
            [333_334, 333_333, 333_333]
        );
        assert_eq!(shares(&[(None, 3), (Some(900), 1)]), [750_000, 250_000]);
    }
}
