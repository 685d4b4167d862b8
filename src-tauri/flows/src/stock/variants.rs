//! Making variants, and tying order lines to them by their SKU.

use super::book::{Book, first_location};
use super::kits;
use crate::error::Result;
use domain::{barcode, fold, sku};
use std::collections::{BTreeMap, BTreeSet};
use store::row::insert_all;
use store::rows::{BarcodeRow, ProductRow, StockRow, VariantRow, VariantWordRow};
use store::tables::stock;
use store::{Tag, Write};

/// A variant to be made.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct NewVariant {
    /// What the variants of one product share; empty: a product of its own.
    pub product_key: String,
    /// SKU as written; empty for none.
    pub sku: String,
    /// Title.
    pub title: String,
    /// Options such as `Size: A5`.
    pub options: String,
    /// Barcodes.
    pub barcodes: Vec<String>,
    /// Shelf place at the first location.
    pub bin: String,
    /// Grams of one.
    pub grams: Option<i64>,
    /// Length, width, height in millimetres.
    pub size: [Option<i64>; 3],
    /// HS code.
    pub hs_code: String,
    /// Country of origin, ISO alpha-2.
    pub origin: String,
    /// Units that are promised to nobody.
    pub safety: i64,
    /// Cost of one in minor units of `currency`.
    pub cost: Option<i64>,
    /// Price of one in minor units of `currency`.
    pub price: Option<i64>,
    /// Currency of cost and price.
    pub currency: String,
    /// Reorder at or under this.
    pub reorder_point: Option<i64>,
}

/// Makes variants that are not counted yet: product, variant, barcodes, search words and a stock
/// row at the first location, in bulk. Returns their ids in the same order.
///
/// # Errors
/// [`store::StoreError::Exists`] for a SKU that another variant has; the store's.
pub async fn make(w: &mut Write<'_>, new: &[NewVariant]) -> Result<Vec<i64>> {
    if new.is_empty() {
        return Ok(Vec::new());
    }
    let now = w.now();
    let location_id = first_location(w.db()).await?;
    let first_product = w.ids(new.len()).await?;
    let first = w.ids(new.len()).await?;
    let (mut products, mut variants, mut levels) = (Vec::new(), Vec::new(), Vec::new());
    let (mut words, mut codes) = (Vec::new(), Vec::new());
    let mut shared: BTreeMap<&str, i64> = BTreeMap::new();
    for ((own_id, id), v) in (first_product..).zip(first..).zip(new) {
        let product_id = match v.product_key.as_str() {
            "" => own_id,
            key => *shared.entry(key).or_insert(own_id),
        };
        if product_id == own_id {
            products.push(ProductRow {
                id: product_id,
                title: v.title.clone(),
                created_at: now,
                version: 1,
            });
        }
        let [length_mm, width_mm, height_mm] = v.size;
        variants.push(VariantRow {
            id,
            product_id,
            sku: sku::exact(&v.sku),
            sku_key: sku::key(&v.sku),
            title: v.title.clone(),
            options: v.options.clone(),
            kind: "goods".to_owned(),
            grams: v.grams,
            length_mm,
            width_mm,
            height_mm,
            hs_code: v.hs_code.clone(),
            origin: v.origin.clone(),
            cost: v.cost,
            price: v.price,
            currency: v.currency.clone(),
            counted: 0,
            safety: v.safety,
            reorder_point: v.reorder_point,
            most_shipments: None,
            active: 1,
            version: 1,
        });
        levels.push(StockRow {
            variant_id: id,
            location_id,
            bin: v.bin.clone(),
            on_hand: 0,
            reserved: 0,
            picked: 0,
            missing: 0,
        });
        words.extend(
            words_of([&v.title, &v.options, &v.sku], &v.barcodes)
                .into_iter()
                .map(|word| VariantWordRow {
                    word,
                    variant_id: id,
                }),
        );
        codes.extend(
            v.barcodes
                .iter()
                .map(|code| barcode::plain(code))
                .filter(|code| !code.is_empty())
                .collect::<BTreeSet<_>>()
                .into_iter()
                .map(|code| BarcodeRow {
                    code,
                    variant_id: id,
                }),
        );
    }
    let db = w.db();
    insert_all(db, &products).await?;
    insert_all(db, &variants).await?;
    insert_all(db, &levels).await?;
    insert_all(db, &words).await?;
    insert_all(db, &codes).await?;
    w.stale(&[Tag::Stock]);
    Ok(variants.into_iter().map(|v| v.id).collect())
}

/// The words by whose beginning a variant is found: of its title, options and SKU, the SKU without
/// its signs, its barcodes.
pub(crate) fn words_of(texts: [&str; 3], barcodes: &[String]) -> BTreeSet<String> {
    let mut words: BTreeSet<String> = texts.iter().flat_map(|t| fold::words(t)).collect();
    words.insert(fold::key(texts[2]));
    words.extend(barcodes.iter().map(|b| fold::key(b)));
    words.remove("");
    words
}

/// Ties open lines that have a SKU and no variant to the variants that have it now, and gives them
/// units: the most urgent order first. What such a line counted as reserved becomes a reservation
/// as far as there is stock; units that were fetched are reserved in any case. Returns the orders
/// to refresh.
///
/// # Errors
/// The store's.
pub async fn link_lines(w: &mut Write<'_>) -> Result<Vec<i64>> {
    let loose = stock::lines_without_variant(w.db()).await?;
    let spelled: BTreeMap<i64, &str> = loose
        .iter()
        .map(|(line, _, sku)| (*line, sku.as_str()))
        .collect();
    let asked: BTreeSet<&str> = spelled.values().copied().collect();
    let found: BTreeMap<String, i64> =
        stock::by_sku(w.db(), &asked.into_iter().collect::<Vec<_>>())
            .await?
            .into_iter()
            .collect();
    let ids: Vec<i64> = spelled
        .iter()
        .filter(|(_, sku)| found.contains_key(**sku))
        .map(|(line, _)| *line)
        .collect();
    if ids.is_empty() {
        return Ok(Vec::new());
    }
    let variants: Vec<i64> = found.values().copied().collect();
    let weights: BTreeMap<i64, Option<i64>> = stock::variants(w.db(), &variants)
        .await?
        .into_iter()
        .map(|v| (v.id, v.grams))
        .collect();
    let mut lines = stock::lines_by_id(w.db(), &ids).await?;
    for line in &mut lines {
        let variant = spelled.get(&line.id).and_then(|s| found.get(*s)).copied();
        let weight = variant.and_then(|id| weights.get(&id).copied().flatten());
        line.variant_id = variant;
        line.grams = line.grams.or(weight);
        line.reserved = 0;
    }
    kits::explode(w, &mut lines).await?;
    let mut in_hand: BTreeMap<i64, Vec<(i64, i64)>> = BTreeMap::new();
    for (line, place, _, fetched) in stock::under_way(w.db(), &ids).await? {
        in_hand.entry(line).or_default().push((place, fetched));
    }
    let order_ids: BTreeSet<i64> = lines.iter().map(|l| l.order_id).collect();
    let order_ids: Vec<i64> = order_ids.into_iter().collect();
    let heads = stock::order_heads(w.db(), &order_ids).await?;
    // Who waits for a day or a person is tied, and served when that comes.
    let waits: BTreeSet<i64> = heads
        .iter()
        .filter(|o| o.reserve_from.is_some())
        .map(|o| o.id)
        .collect();
    let due: BTreeMap<i64, i64> = heads
        .into_iter()
        .map(|o| (o.id, o.ship_by.unwrap_or(i64::MAX)))
        .collect();
    let mut order: Vec<(i64, i64, i64, i64)> = lines
        .iter()
        .map(|l| {
            let ship_by = due.get(&l.order_id).copied().unwrap_or(i64::MAX);
            (ship_by, l.order_id, l.position, l.id)
        })
        .collect();
    order.sort_unstable();
    let mut book = Book::of_lines(w.db(), lines).await?;
    for (_, order, _, id) in order {
        if book.line_mut(id).is_none() || waits.contains(&order) {
            continue;
        }
        let fetched = in_hand.remove(&id).unwrap_or_default();
        for (place, units) in &fetched {
            book.add_picked(id, *place, *units);
        }
        book.reserve_with(id, &fetched);
    }
    book.save(w).await?;
    w.stale(&[Tag::Orders]);
    Ok(order_ids)
}
