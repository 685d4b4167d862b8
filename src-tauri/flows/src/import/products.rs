//! Products and stock from a file: look, then take. One pure function says what becomes of each row,
//! so what was shown is what happens.

mod parts;

use super::types::{ProblemGroup, ProductsFile, ProductsPreview};
use crate::desk::{self, Desk};
use crate::error::{FlowError, Result};
use crate::orders::refresh::refresh;
use crate::ship::paper_words::sha256;
use crate::stock::opening::{self, Opening};
use crate::stock::recipe;
use crate::stock::variants::{NewVariant, link_lines, make, words_of};
use channels::products::{self, ProductReading};
use channels::{FileRefused, ReadOptions};
use domain::calendar::Zone;
use domain::kit::Recipe;
use domain::product_row::ProductRow;
use domain::source::{RowProblem, Severity};
use domain::{Refusal, Sentence, fold};
use std::collections::{BTreeMap, BTreeSet};
use std::ops::ControlFlow;
use store::row::{insert_all, save_all};
use store::rows::{BarcodeRow, ImportBatchRow, StockRow, VariantRow, VariantWordRow};
use store::tables::{kits, settings, stock};
use store::{Db, Event, Tag, Write};

/// The most bytes a file of products may have.
const MOST_BYTES: u64 = 64 * 1024 * 1024;

/// How many examples a group of problems shows.
const EXAMPLES: usize = 5;

/// What is known of the variants that a file speaks of.
#[derive(Debug, Default)]
struct Known {
    by_sku: BTreeMap<String, i64>,
    by_code: BTreeMap<String, i64>,
    /// Variants without a SKU, by folded title and options.
    by_name: BTreeMap<(String, String), i64>,
    variants: BTreeMap<i64, VariantRow>,
    levels: BTreeMap<i64, StockRow>,
    codes: BTreeMap<i64, BTreeSet<String>>,
    /// What sets are put together from, also those inside them.
    recipes: BTreeMap<i64, Recipe>,
    /// On hand at all places.
    on_hand: BTreeMap<i64, i64>,
}

/// What becomes of one row.
#[derive(Debug)]
enum Fate {
    New(Box<NewVariant>),
    Change(Box<Change>),
    Same(i64),
}

/// A variant as it will be.
#[derive(Debug)]
struct Change {
    variant: VariantRow,
    level: Option<StockRow>,
    codes: BTreeSet<String>,
}

/// A row that is taken.
#[derive(Debug)]
struct Taken {
    row: u32,
    fate: Fate,
    /// Its first count.
    count: Option<i64>,
}

impl Taken {
    /// The variant; its row, negative, while it is yet to be made.
    fn id(&self) -> i64 {
        match &self.fate {
            Fate::New(_) => -i64::from(self.row),
            Fate::Change(change) => change.variant.id,
            Fate::Same(id) => *id,
        }
    }
}

/// What a file does.
#[derive(Debug, Default)]
struct Plan {
    /// Each row that is taken.
    rows: Vec<Taken>,
    /// What sets are put together from, where the file says something new. A variant that is yet to
    /// be made goes by its row, negative.
    recipes: BTreeMap<i64, Recipe>,
    problems: Vec<RowProblem>,
}

/// Says what a file of products would do; with the hash of what was shown: does it, all or nothing.
/// Opening counts are booked for what was never counted, open lines that wait for a SKU are tied to
/// it, and who waits for units gets them.
///
/// # Errors
/// [`FlowError::File`]; refused with the sentence of what makes the file unreadable;
/// [`FlowError::Stale`] when the file is another than was shown; the store's.
pub async fn products(desk: &Desk, ask: ProductsFile) -> Result<ProductsPreview> {
    let mut reader = desk.store.read().await?;
    let shop = desk::settings(reader.db()).await?.0;
    let read = read_file(&ask.path, &shop.zone, shop.currency, desk.now()).await?;
    let (hash, reading) = read;
    let Some(shown) = ask.sha256 else {
        let known = look_up(reader.db(), &reading.products).await?;
        let mut plan = plan(&reading.products, &known);
        name_losers(reader.db(), &reading.products, &known, &mut plan).await?;
        return Ok(answer(&reading, hash, &plan));
    };
    if shown != hash {
        return Err(FlowError::Stale);
    }
    drop(reader);
    let mut w = desk.write().await?;
    let known = look_up(w.db(), &reading.products).await?;
    let mut plan = plan(&reading.products, &known);
    name_losers(w.db(), &reading.products, &known, &mut plan).await?;
    let preview = answer(&reading, hash, &plan);
    if preview.new + preview.updated == 0 {
        w.rollback().await?;
        return Ok(preview);
    }
    write(&mut w, plan, &preview).await?;
    w.commit().await?;
    Ok(preview)
}

async fn read_file(
    path: &str,
    zone: &str,
    currency: domain::Currency,
    now: domain::Millis,
) -> Result<(String, ProductReading)> {
    let day = Zone::new(zone)
        .ok_or_else(|| Refusal::new("settings-zone-unknown"))?
        .day_of(now);
    let tz = zone
        .parse()
        .map_err(|_| Refusal::new("settings-zone-unknown"))?;
    let options = ReadOptions::new(currency, tz, day);
    let path = path.to_owned();
    let read = tokio::task::spawn_blocking(move || {
        let file = |source| FlowError::File {
            path: path.clone(),
            source,
        };
        if std::fs::metadata(&path).map_err(file)?.len() > MOST_BYTES {
            return Err(Refusal::new("stock-file-too-big").into());
        }
        let bytes = std::fs::read(&path).map_err(file)?;
        let name = std::path::Path::new(&path)
            .file_name()
            .map(|n| n.to_string_lossy().into_owned())
            .unwrap_or_default();
        let mut on = |_| ControlFlow::Continue(());
        let reading = products::read(&bytes, &name, &options, None, &mut on)
            .map_err(|refused: FileRefused| FlowError::from(Refusal(refused.sentence())))?;
        Ok((sha256(&bytes), reading))
    });
    // A reader that panicked is told as a file that cannot be read, never as a crash.
    read.await
        .unwrap_or_else(|_| Err(Refusal::new("stock-file-unreadable").into()))
}

async fn look_up(db: &mut Db, rows: &[ProductRow]) -> Result<Known> {
    let parts = rows.iter().flat_map(|r| &r.parts).map(|(sku, _)| sku);
    let keys: BTreeSet<String> = rows
        .iter()
        .map(|r| &r.sku)
        .chain(parts)
        .map(|sku| fold::key(sku))
        .filter(|k| !k.is_empty())
        .collect();
    let keys: Vec<&str> = keys.iter().map(String::as_str).collect();
    let codes: BTreeSet<&str> = rows
        .iter()
        .flat_map(|r| &r.barcodes)
        .map(String::as_str)
        .collect();
    let mut known = Known {
        by_sku: stock::by_sku(db, &keys).await?.into_iter().collect(),
        by_code: stock::by_barcode(db, &codes.into_iter().collect::<Vec<_>>())
            .await?
            .into_iter()
            .collect(),
        ..Known::default()
    };
    if rows.iter().any(|r| fold::key(&r.sku).is_empty()) {
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

fn options_of(row: &ProductRow) -> String {
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
fn plan(rows: &[ProductRow], known: &Known) -> Plan {
    let mut plan = Plan::default();
    let mut keys: BTreeMap<String, &str> = BTreeMap::new();
    let mut codes: BTreeMap<&str, u32> = BTreeMap::new();
    for row in rows {
        let key = fold::key(&row.sku);
        if let Some(other) = keys.get(&key).filter(|_| !key.is_empty()) {
            let sentence = Sentence::new("stock-file-sku-alike")
                .with("sku", row.sku.as_str())
                .with("other", *other);
            plan.problem(row, &row.sku, Severity::Refused, sentence);
            continue;
        }
        let variant = known.find(row, &key);
        let clash = row.barcodes.iter().find(|code| {
            let here = known.by_code.get(*code).copied();
            here.is_some_and(|id| Some(id) != variant) || codes.contains_key(code.as_str())
        });
        if let Some(code) = clash {
            let sentence = Sentence::new("stock-file-barcode-taken").with("barcode", code.as_str());
            plan.problem(row, code, Severity::Refused, sentence);
            continue;
        }
        keys.insert(key, &row.sku);
        codes.extend(row.barcodes.iter().map(|c| (c.as_str(), row.row)));
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
    fn problem(&mut self, row: &ProductRow, cell: &str, severity: Severity, sentence: Sentence) {
        self.problems.push(RowProblem {
            row: row.row,
            column: String::new(),
            cell: cell.chars().take(200).collect(),
            severity,
            sentence,
        });
    }

    fn openings(&self) -> impl Iterator<Item = i64> {
        self.rows.iter().filter_map(|taken| taken.count)
    }
}

fn new_variant(row: &ProductRow) -> NewVariant {
    NewVariant {
        product_key: row.product_key.clone(),
        sku: row.sku.clone(),
        title: row.title.clone(),
        options: options_of(row),
        barcodes: row.barcodes.clone(),
        bin: row.bin.clone(),
        grams: row.grams,
        size: [row.length_mm, row.width_mm, row.height_mm],
        hs_code: row.hs_code.clone(),
        origin: row.origin.clone(),
        cost: row.cost,
        price: row.price,
        currency: row.currency.code().to_owned(),
        reorder_point: row.reorder_at,
    }
}

impl Known {
    fn find(&self, row: &ProductRow, key: &str) -> Option<i64> {
        if !key.is_empty() {
            return self.by_sku.get(key).copied();
        }
        let by_code = row.barcodes.iter().find_map(|c| self.by_code.get(c));
        let name = (fold::fold(&row.title), fold::fold(&options_of(row)));
        by_code.or_else(|| self.by_name.get(&name)).copied()
    }

    /// What the file states and is not so yet; what it does not state stays.
    fn change(&self, there: &VariantRow, row: &ProductRow) -> Fate {
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
        codes.extend(row.barcodes.iter().cloned());
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
async fn name_losers(
    db: &mut Db,
    rows: &[ProductRow],
    known: &Known,
    plan: &mut Plan,
) -> Result<()> {
    let by_key: BTreeMap<String, &ProductRow> =
        rows.iter().map(|r| (fold::key(&r.sku), r)).collect();
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
            openings.push((variant.id, variant.sku_key.clone(), counted));
        }
    }
    for (id, key, counted) in openings {
        let losers = opening::losers(db, id, counted).await?;
        if let (false, Some(row)) = (losers.is_empty(), by_key.get(&key)) {
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

fn answer(reading: &ProductReading, sha256: String, plan: &Plan) -> ProductsPreview {
    let count = |n: usize| i64::try_from(n).unwrap_or(i64::MAX);
    let (mut new, mut updated, mut skipped) = (0, 0, 0);
    for taken in &plan.rows {
        let said = taken.count.is_some() || plan.recipes.contains_key(&taken.id());
        match (&taken.fate, said) {
            (Fate::New(_), _) => new += 1,
            (Fate::Change(_), _) | (Fate::Same(_), true) => updated += 1,
            (Fate::Same(_), false) => skipped += 1,
        }
    }
    let refused_here = plan
        .problems
        .iter()
        .filter(|p| p.severity == Severity::Refused)
        .count();
    ProductsPreview {
        file_name: reading.file_name.clone(),
        sha256,
        new,
        updated,
        skipped,
        refused: count(reading.refused_rows.len() + refused_here),
        units: plan.openings().sum(),
        problems: groups(reading, plan),
    }
}

/// Problems by what fixes them: the reader's, then ours.
fn groups(reading: &ProductReading, plan: &Plan) -> Vec<ProblemGroup> {
    let mut groups: Vec<ProblemGroup> = reading
        .groups
        .iter()
        .map(|group| {
            let examples: Vec<RowProblem> = reading
                .problems
                .iter()
                .filter(|p| p.sentence.id == group.sentence_id && p.column == group.column)
                .take(EXAMPLES)
                .cloned()
                .collect();
            ProblemGroup {
                sentence: examples
                    .first()
                    .map_or_else(|| Sentence::new(&group.sentence_id), |p| p.sentence.clone()),
                column: group.column.clone(),
                refuses: group.severity == Severity::Refused,
                count: i64::from(group.count),
                examples,
            }
        })
        .collect();
    let own = groups.len();
    for problem in &plan.problems {
        let same = |g: &&mut ProblemGroup| g.sentence.id == problem.sentence.id;
        match groups.iter_mut().skip(own).find(same) {
            Some(group) => {
                group.count += 1;
                if group.examples.len() < EXAMPLES {
                    group.examples.push(problem.clone());
                }
            }
            None => groups.push(ProblemGroup {
                sentence: problem.sentence.clone(),
                column: problem.column.clone(),
                refuses: problem.severity == Severity::Refused,
                count: 1,
                examples: vec![problem.clone()],
            }),
        }
    }
    groups
}

async fn write(w: &mut Write<'_>, plan: Plan, preview: &ProductsPreview) -> Result<()> {
    let (mut new, mut new_counts, mut new_rows) = (Vec::new(), Vec::new(), Vec::new());
    let (mut variants, mut levels, mut words, mut codes) = (vec![], vec![], vec![], vec![]);
    let mut openings = Vec::new();
    for taken in plan.rows {
        let (id, count) = (taken.id(), taken.count);
        match taken.fate {
            Fate::New(variant) => {
                new.push(*variant);
                new_counts.push(count);
                new_rows.push(id);
            }
            Fate::Same(id) => openings.extend(count.map(|counted| Opening {
                variant: id,
                counted,
            })),
            Fate::Change(change) => {
                let Change {
                    variant,
                    level,
                    codes: of,
                } = *change;
                let id = variant.id;
                let of: Vec<String> = of.into_iter().collect();
                let texts = [
                    variant.title.as_str(),
                    variant.options.as_str(),
                    variant.sku.as_str(),
                ];
                words.extend(words_of(texts, &of).into_iter().map(|word| VariantWordRow {
                    word,
                    variant_id: id,
                }));
                codes.extend(of.into_iter().map(|code| BarcodeRow {
                    code,
                    variant_id: id,
                }));
                openings.extend(count.map(|counted| Opening {
                    variant: id,
                    counted,
                }));
                levels.extend(level);
                variants.push(variant);
            }
        }
    }
    let made = make(w, &new).await?;
    openings.extend(made.iter().zip(new_counts).filter_map(|(id, count)| {
        count.map(|counted| Opening {
            variant: *id,
            counted,
        })
    }));
    let changed: Vec<i64> = variants.iter().map(|v| v.id).collect();
    stock::forget_codes_of(w.db(), &changed).await?;
    save_all(w.db(), 1, &variants).await?;
    insert_all(w.db(), &words).await?;
    insert_all(w.db(), &codes).await?;
    save_all(w.db(), 2, &levels).await?;
    let mut orders: BTreeSet<i64> = opening::book(w, &openings).await?.into_iter().collect();
    let ids: BTreeMap<i64, i64> = new_rows.into_iter().zip(made).collect();
    let recipes = parts::with_ids(plan.recipes, &ids);
    orders.extend(recipe::set_all(w, &recipes).await?);
    orders.extend(link_lines(w).await?);
    let batch = w.id().await?;
    let channel = settings::channels(w.db())
        .await?
        .into_iter()
        .find(|c| c.kind == "hand")
        .ok_or(FlowError::NotFound("channel"))?;
    let row = ImportBatchRow {
        id: batch,
        channel_id: channel.id,
        kind: "products".to_owned(),
        file_name: preview.file_name.clone(),
        sha256: preview.sha256.clone(),
        format: "products".to_owned(),
        state: "done".to_owned(),
        created: preview.new,
        updated: preview.updated,
        skipped: preview.skipped,
        refused: preview.refused,
        at: w.now(),
        staff_id: w.actor().staff.0,
        undone_at: None,
    };
    insert_all(w.db(), &[row]).await?;
    w.journal(
        Event::new("products_imported")
            .thing(batch)
            .data(&serde_json::json!({
                "new": preview.new, "updated": preview.updated, "units": preview.units,
            })),
    );
    w.stale(&[Tag::Stock, Tag::Orders, Tag::Imports]);
    refresh(w, &orders.into_iter().collect::<Vec<_>>()).await?;
    Ok(())
}
