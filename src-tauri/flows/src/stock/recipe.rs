//! A kit's recipe: what it is put together from.

use super::kits::explode;
use super::reserve::{give, release, reserve};
use super::types::PartSave;
use crate::error::{FlowError, Result};
use domain::kit::{self, Recipe};
use domain::{Refusal, Sentence};
use std::collections::{BTreeMap, BTreeSet};
use store::row::{insert_all, save_all};
use store::rows::{KitPartRow, VariantRow};
use store::tables::{kits, stock};
use store::{Event, Tag, Write};

/// Gives a variant its recipe; an empty one makes it goods again, not counted. Lines of open orders
/// that stand for it and were not begun are taken apart and reserve their parts; what was begun, and
/// kits sold before, stay as they are. Returns the orders to refresh.
///
/// # Errors
/// Refused as [`kit::check`] says, for a part that is none (`kit-part-unknown`), and while units of the
/// kit itself are on hand (`kit-has-stock`); the store's.
pub(crate) async fn set(w: &mut Write<'_>, id: i64, parts: &[PartSave]) -> Result<Vec<i64>> {
    let recipe: Recipe = parts.iter().map(|p| (p.variant.0, p.quantity)).collect();
    set_all(w, &BTreeMap::from([(id, recipe)])).await
}

/// The same for many kits at once, each of which may be a part of another.
pub(crate) async fn set_all(w: &mut Write<'_>, asked: &BTreeMap<i64, Recipe>) -> Result<Vec<i64>> {
    let ids: Vec<i64> = asked.keys().copied().collect();
    let mut variants: BTreeMap<i64, VariantRow> = stock::variants(w.db(), &ids)
        .await?
        .into_iter()
        .map(|v| (v.id, v))
        .collect();
    let before = kits::recipes(w.db(), &ids).await?;
    let mut changed: BTreeMap<i64, Recipe> = asked.clone();
    changed.retain(|kit, recipe| {
        let sorted = |r: &Recipe| r.iter().copied().collect::<BTreeSet<_>>();
        before.get(kit).map(sorted).unwrap_or_default() != sorted(recipe)
    });
    if changed.is_empty() {
        return Ok(Vec::new());
    }
    check_all(w, &changed).await?;
    let on_hand: BTreeMap<i64, i64> = {
        let mut sums: BTreeMap<i64, i64> = BTreeMap::new();
        for level in stock::levels(w.db(), &ids).await? {
            *sums.entry(level.variant_id).or_default() += level.on_hand;
        }
        sums
    };
    let kit_ids: Vec<i64> = changed.keys().copied().collect();
    kits::forget_recipes(w.db(), &kit_ids).await?;
    let mut rows = Vec::new();
    let mut made = Vec::new();
    for (id, recipe) in &changed {
        let variant = variants.get_mut(id).ok_or(FlowError::NotFound("variant"))?;
        let is_kit = !recipe.is_empty();
        let there = on_hand.get(id).copied().unwrap_or(0);
        if is_kit && there != 0 {
            return Err(Refusal(
                Sentence::new("kit-has-stock")
                    .with("title", variant.title.as_str())
                    .with("units", there),
            )
            .into());
        }
        if is_kit {
            made.push(*id);
        }
        if is_kit || variant.kind == "kit" {
            let kind = if is_kit { "kit" } else { "goods" };
            kind.clone_into(&mut variant.kind);
            variant.counted = 0;
        }
        variant.version += 1;
        rows.extend(recipe.iter().map(|(part, quantity)| KitPartRow {
            kit_id: *id,
            part_id: *part,
            quantity: *quantity,
        }));
        w.journal(
            Event::new("recipe_changed")
                .thing(*id)
                .data(&serde_json::json!({ "parts": recipe })),
        );
    }
    insert_all(w.db(), &rows).await?;
    variants.retain(|id, _| changed.contains_key(id));
    save_all(w.db(), 1, &variants.into_values().collect::<Vec<_>>()).await?;
    w.stale(&[Tag::Stock, Tag::Orders]);
    take_apart(w, &made).await
}

/// No kit is in itself, near or far, with all the new recipes in place.
async fn check_all(w: &mut Write<'_>, changed: &BTreeMap<i64, Recipe>) -> Result<()> {
    let parts: BTreeSet<i64> = changed.values().flatten().map(|(p, _)| *p).collect();
    let parts: Vec<i64> = parts.into_iter().collect();
    let known = stock::variants(w.db(), &parts).await?;
    if known.len() != parts.len() {
        return Err(Refusal::new("kit-part-unknown").into());
    }
    let mut all = kits::recipes(w.db(), &parts).await?;
    all.extend(changed.iter().map(|(kit, recipe)| (*kit, recipe.clone())));
    for (kit, recipe) in changed {
        kit::check(*kit, recipe, &all)?;
    }
    Ok(())
}

/// Open lines that stood for a kit as one thing let it go, become its parts, and reserve those.
async fn take_apart(w: &mut Write<'_>, made: &[i64]) -> Result<Vec<i64>> {
    let ids = kits::whole_lines(w.db(), made).await?;
    let lines = stock::lines_by_id(w.db(), &ids).await?;
    let held: Vec<(i64, i64)> = lines
        .iter()
        .filter(|l| l.reserved > 0)
        .map(|l| (l.id, l.reserved))
        .collect();
    release(w, &held).await?;
    let mut lines = stock::lines_by_id(w.db(), &ids).await?;
    explode(w, &mut lines).await?;
    let orders: BTreeSet<i64> = lines.iter().map(|l| l.order_id).collect();
    let orders: Vec<i64> = orders.into_iter().collect();
    let mut heads = stock::order_heads(w.db(), &orders).await?;
    heads.sort_by_key(|o| (o.ship_by.unwrap_or(i64::MAX), o.id));
    let by_urgency: Vec<i64> = heads.into_iter().map(|o| o.id).collect();
    reserve(w, &by_urgency).await?;
    let mut touched: BTreeSet<i64> = by_urgency.into_iter().collect();
    touched.extend(give(w, made).await?);
    Ok(touched.into_iter().collect())
}
