//! What becomes of each row of a file of products: one pure function, given what the shop knows.

use super::parts;
use crate::error::Result;
use crate::stock::opening;
use crate::stock::variants::NewVariant;
use domain::kit::Recipe;
use domain::product_row::ProductRow;
use domain::source::{RowProblem, Severity};
use domain::{Sentence, barcode, fold, sku};
use std::collections::{BTreeMap, BTreeSet};
use store::Db;
use store::rows::{StockRow, VariantRow};
use store::tables::{kits, stock};

/// What is known of the variants that a file speaks of.
#[derive(Debug, Default)]
pub(super) struct Known {
    pub(super) by_sku: BTreeMap<String, i64>,
    pub(super) by_code: BTreeMap<String, i64>,
    /// Variants without a SKU, by folded title and options.
    pub(super) by_name: BTreeMap<(String, String), i64>,
    pub(super) variants: BTreeMap<i64, VariantRow>,
    pub(super) levels: BTreeMap<i64, StockRow>,
    pub(super) codes: BTreeMap<i64, BTreeSet<String>>,
    /// What sets are put together from, also those inside them.
    pub(super) recipes: BTreeMap<i64, Recipe>,
    /// On hand at all places.
    pub(super) on_hand: BTreeMap<i64, i64>,
}

/// What becomes of one row.
#[derive(Debug)]
pub(super) enum Fate {
    New(Box<NewVariant>),
    Change(Box<Change>),
    Same(i64),
}

/// A variant as it will be.
#[derive(Debug)]
pub(super) struct Change {
    pub(super) variant: VariantRow,
    pub(super) level: Option<StockRow>,
    pub(super) codes: BTreeSet<String>,
}

/// A row that is taken.
#[derive(Debug)]
pub(super) struct Taken {
    pub(super) row: u32,
    pub(super) fate: Fate,
    /// Its first count.
    pub(super) count: Option<i64>,
}

impl Taken {
    /// The variant; its row, negative, while it is yet to be made.
    pub(super) fn id(&self) -> i64 {
        match &self.fate {
            Fate::New(_) => -i64::from(self.row),
            Fate::Change(change) => change.variant.id,
            Fate::Same(id) => *id,
        }
    }
}

/// What a file does.
#[derive(Debug, Default)]
pub(super) struct Plan {
    /// Each row that is taken.
    pub(super) rows: Vec<Taken>,
    /// What sets are put together from, where the file says something new. A variant that is yet to
    /// be made goes by its row, negative.
    pub(super) recipes: BTreeMap<i64, Recipe>,
    pub(super) problems: Vec<RowProblem>,
}

pub(super) async fn look_up(db: &mut Db, rows: &[ProductRow]) -> Result<Known> {
    let parts = rows.iter().flat_map(|r| &r.parts).map(|(sku, _)| sku);
    let spelled: BTreeSet<&str> = rows
        .iter()
        .map(|r| &r.sku)
        .chain(parts)
        .map(String::as_str)
        .filter(|sku| !sku.trim().is_empty())
        .collect();
    let spelled: Vec<&str> = spelled.into_iter().collect();
    let codes: BTreeSet<&str> = rows
        .iter()
        .flat_map(|r| &r.barcodes)
        .map(String::as_str)
        .collect();
    let mut known = Known {
        by_sku: stock::by_sku(db, &spelled).await?.into_iter().collect(),
        by_code: stock::by_barcode(db, &codes.into_iter().collect::<Vec<_>>())
            .await?
            .into_iter()
            .collect(),
        ..Known::default()
    };
    if rows.iter().any(|r| r.sku.trim().is_empty()) {
        known.by_name = stock::without_sku(db)
            .await?
            .into_iter()
            .map(|(id, title, options)| ((fold::fold(&title), fold::fold(&options)), id))
            .collect();
    }
    let ids: BTreeSet<i64> = known
        .by_sku
        .values()
        .chain(known.by_code.values())
        .chain(known.by_name.values())
        .copied()
        .collect();
    let ids: Vec<i64> = ids.into_iter().collect();
    let location = crate::stock::first_location(db).await?;
    known.variants = stock::variants(db, &ids)
        .await?
        .into_iter()
        .map(|v| (v.id, v))
        .collect();
    known.recipes = kits::recipes(db, &ids).await?;
    let levels = stock::levels(db, &ids).await?;
    for level in &levels {
        *known.on_hand.entry(level.variant_id).or_default() += level.on_hand;
    }
    known.levels = levels
        .into_iter()
        .filter(|l| l.location_id == location)
        .map(|l| (l.variant_id, l))
        .collect();
    for barcode in stock::barcodes(db, &ids).await? {
        known
            .codes
            .entry(barcode.variant_id)
            .or_default()
            .insert(barcode.code);
    }
    Ok(known)
}

pub(super) fn options_of(row: &ProductRow) -> String {
    row.options
        .iter()
        .map(|(name, value)| {
            if name.is_empty() {
                value.clone()
            } else {
                format!("{name}: {value}")
            }
        })
        .collect::<Vec<_>>()
        .join(", ")
}

/// Decides every row. Pure.
pub(super) fn plan(rows: &[ProductRow], known: &Known) -> Plan {
    let mut plan = Plan::default();
    let spelled: BTreeSet<String> = rows.iter().map(|r| sku::exact(&r.sku)).collect();
    let mut skus: BTreeMap<String, &str> = BTreeMap::new();
    let mut meant: BTreeMap<i64, &str> = BTreeMap::new();
    let mut codes: BTreeSet<String> = BTreeSet::new();
    for row in rows {
        let exact = sku::exact(&row.sku);
        let variant = known.find(row, &exact, &spelled);
        let before = variant.and_then(|id| meant.get(&id));
        if let Some(other) = skus.get(&exact).or(before).filter(|_| !exact.is_empty()) {
            let sentence = Sentence::new("stock-file-sku-alike")
                .with("sku", row.sku.as_str())
                .with("other", *other);
            plan.problem(row, &row.sku, Severity::Refused, sentence);
            continue;
        }
        let clash = row.barcodes.iter().find(|code| {
            let here = known.by_code.get(*code).copied();
            here.is_some_and(|id| Some(id) != variant) || codes.contains(&barcode::key(code))
        });
        if let Some(code) = clash {
            let sentence = Sentence::new("stock-file-barcode-taken").with("barcode", code.as_str());
            plan.problem(row, code, Severity::Refused, sentence);
            continue;
        }
        meant.extend(variant.map(|id| (id, row.sku.as_str())));
        skus.insert(exact, &row.sku);
        codes.extend(row.barcodes.iter().map(|c| barcode::key(c)));
        let there = variant.and_then(|id| known.variants.get(&id));
        match there {
            None => plan.rows.push(Taken {
                row: row.row,
                fate: Fate::New(Box::new(new_variant(row))),
                count: row.opening,
            }),
            Some(there) => {
                let fate = known.change(there, row);
                let mut count = row.opening;
                if let Some(counted) = count.filter(|_| there.counted == 1) {
                    // What was counted here is truer than what a file says it was at the start.
                    let shelf = known
                        .levels
                        .get(&there.id)
                        .map_or(0, |l| l.on_hand - l.picked);
                    if counted != shelf {
                        let sentence = Sentence::new("stock-file-counted-already")
                            .with("sku", row.sku.as_str());
                        let cell = counted.to_string();
                        plan.problem(row, &cell, Severity::Warning, sentence);
                    }
                    count = None;
                }
                plan.rows.push(Taken {
                    row: row.row,
                    fate,
                    count,
                });
            }
        }
    }
    parts::settle(rows, known, &mut plan);
    plan
}

impl Plan {
    pub(super) fn problem(
        &mut self,
        row: &ProductRow,
        cell: &str,
        severity: Severity,
        sentence: Sentence,
    ) {
        self.problems.push(RowProblem {
            row: row.row,
            column: String::new(),
            cell: cell.chars().take(200).collect(),
            severity,
            sentence,
        });
    }

    pub(super) fn openings(&self) -> impl Iterator<Item = i64> {
        self.rows.iter().filter_map(|taken| taken.count)
    }
}

pub(super) fn new_variant(row: &ProductRow) -> NewVariant {
    NewVariant {
        product_key: row.product_key.clone(),
        sku: row.sku.clone(),
        title: row.title.clone(),
        options: options_of(row),
        barcodes: row.barcodes.clone(),
        bin: row.bin.clone(),
        grams: row.grams,
        size: [row.length_mm, row.width_mm, row.height_mm],
        safety: 0,
        hs_code: row.hs_code.clone(),
        origin: row.origin.clone(),
        cost: row.cost,
        price: row.price,
        currency: row.currency.code().to_owned(),
        reorder_point: row.reorder_at,
    }
}

impl Known {
    /// The variant of a row. One whose SKU differs in letter case is left to the row of the file that
    /// spells it exactly, when there is one (`spelled`).
    pub(super) fn find(
        &self,
        row: &ProductRow,
        exact: &str,
        spelled: &BTreeSet<String>,
    ) -> Option<i64> {
        if !exact.is_empty() {
            let id = self.by_sku.get(row.sku.as_str()).copied()?;
            let sku = self.variants.get(&id).map_or("", |v| v.sku.as_str());
            return Some(id).filter(|_| sku == exact || !spelled.contains(sku));
        }
        let by_code = row.barcodes.iter().find_map(|c| self.by_code.get(c));
        let name = (fold::fold(&row.title), fold::fold(&options_of(row)));
        by_code.or_else(|| self.by_name.get(&name)).copied()
    }

    /// What the file states and is not so yet; what it does not state stays.
    pub(super) fn change(&self, there: &VariantRow, row: &ProductRow) -> Fate {
        let mut after = there.clone();
        let text = |to: &mut String, from: &str| {
            if !from.trim().is_empty() {
                from.trim().clone_into(to);
            }
        };
        text(&mut after.title, &row.title);
        text(&mut after.options, &options_of(row));
        text(&mut after.hs_code, &row.hs_code);
        text(&mut after.origin, &row.origin);
        let number = |to: &mut Option<i64>, from: Option<i64>| *to = from.or(*to);
        number(&mut after.grams, row.grams);
        number(&mut after.length_mm, row.length_mm);
        number(&mut after.width_mm, row.width_mm);
        number(&mut after.height_mm, row.height_mm);
        number(&mut after.cost, row.cost);
        number(&mut after.price, row.price);
        number(&mut after.reorder_point, row.reorder_at);
        if row.cost.is_some() || row.price.is_some() {
            row.currency.code().clone_into(&mut after.currency);
        }
        let level = self
            .levels
            .get(&there.id)
            .filter(|l| !row.bin.trim().is_empty() && l.bin != row.bin.trim())
            .map(|l| StockRow {
                bin: row.bin.trim().to_owned(),
                ..l.clone()
            });
        let old = self.codes.get(&there.id).cloned().unwrap_or_default();
        let mut codes = old.clone();
        let has = |code: &str| old.iter().any(|o| barcode::key(o) == barcode::key(code));
        codes.extend(
            row.barcodes
                .iter()
                .map(|code| barcode::plain(code))
                .filter(|code| !has(code)),
        );
        if after == *there && level.is_none() && codes == old {
            return Fate::Same(there.id);
        }
        after.version += 1;
        Fate::Change(Box::new(Change {
            variant: after,
            level,
            codes,
        }))
    }
}

/// A first count below what orders were promised names them before it is booked.
pub(super) async fn name_losers(
    db: &mut Db,
    rows: &[ProductRow],
    known: &Known,
    plan: &mut Plan,
) -> Result<()> {
    let by_row: BTreeMap<u32, &ProductRow> = rows.iter().map(|r| (r.row, r)).collect();
    let mut openings = Vec::new();
    for taken in &plan.rows {
        let variant = match &taken.fate {
            Fate::New(_) => continue,
            Fate::Change(change) => &change.variant,
            Fate::Same(id) => match known.variants.get(id) {
                Some(variant) => variant,
                None => continue,
            },
        };
        if let Some(counted) = taken.count {
            openings.push((variant.id, taken.row, counted));
        }
    }
    for (id, row, counted) in openings {
        let losers = opening::losers(db, id, counted).await?;
        if let (false, Some(row)) = (losers.is_empty(), by_row.get(&row)) {
            let units: i64 = losers.iter().map(|l| l.quantity).sum();
            let orders: Vec<&str> = losers.iter().map(|l| l.order_number.as_str()).collect();
            let sentence = Sentence::new("stock-file-takes")
                .with("sku", row.sku.as_str())
                .with("units", units)
                .with("orders", orders.join(", "));
            plan.problem(row, &counted.to_string(), Severity::Warning, sentence);
        }
    }
    Ok(())
}
