//! First counts of many variants at once.

use super::book::{Book, NewMovement, first_location};
use super::losing;
use super::reserve::give;
use super::types::Waiting;
use crate::error::Result;
use domain::stock::MovementKind;
use std::collections::{BTreeMap, BTreeSet};
use store::row::save_all;
use store::rows::VariantRow;
use store::tables::stock;
use store::{Db, Write};

/// A first count of what lies on the shelf.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Opening {
    pub(crate) variant: i64,
    pub(crate) counted: i64,
}

/// The orders that lose units by a first count.
pub(crate) async fn losers(db: &mut Db, variant: i64, counted: i64) -> Result<Vec<Waiting>> {
    let book = Book::open(db, &[variant]).await?;
    let place = first_location(db).await?;
    let Some(level) = book.level_at(variant, place) else {
        return Ok(Vec::new());
    };
    let excess = level.reserved - (counted + level.picked);
    let losses = losing::losers(db, variant, place, excess).await?;
    Ok(losing::by_order(&losses))
}

/// Books first counts at the first place; what was counted before is left as it is. Who was promised more than there is
/// loses, who waits for what there is gets it. Returns the orders to refresh.
pub(crate) async fn book(w: &mut Write<'_>, openings: &[Opening]) -> Result<Vec<i64>> {
    let (now, staff) = (w.now(), w.actor().staff.0);
    let ids: Vec<i64> = openings.iter().map(|o| o.variant).collect();
    let mut variants: BTreeMap<i64, VariantRow> = stock::variants(w.db(), &ids)
        .await?
        .into_iter()
        .filter(|v| v.counted == 0 && v.kind != "kit")
        .map(|v| (v.id, v))
        .collect();
    let mut book = Book::open(w.db(), &ids).await?;
    let place = first_location(w.db()).await?;
    let mut orders = BTreeSet::new();
    let mut free = BTreeSet::new();
    for opening in openings {
        let (Some(variant), Some(level)) = (
            variants.get_mut(&opening.variant),
            book.level_at(opening.variant, place),
        ) else {
            continue;
        };
        let on_hand = opening.counted + level.picked;
        let losses =
            losing::losers(w.db(), opening.variant, place, level.reserved - on_hand).await?;
        book.set_counted(opening.variant);
        book.add_movement(
            NewMovement {
                variant: opening.variant,
                place,
                units: on_hand - level.on_hand,
                kind: MovementKind::Opening,
                order: None,
                line: None,
                parcel: None,
                note: "",
            },
            now,
            staff,
        );
        free.extend(losing::freed(w.db(), &losses).await?);
        orders.extend(losing::take(w, &mut book, &losses, place, &variant.sku).await?);
        variant.counted = 1;
        variant.version += 1;
    }
    book.save(w).await?;
    let counted: Vec<VariantRow> = variants.into_values().collect();
    save_all(w.db(), 1, &counted).await?;
    free.extend(counted.iter().map(|v| v.id));
    orders.extend(give(w, &free.into_iter().collect::<Vec<_>>()).await?);
    Ok(orders.into_iter().collect())
}
