//! Products and stock from a file: look, then take. One pure function says what becomes of each row,
//! so what was shown is what happens.

mod answer;
mod parts;
mod plan;

use super::file::not_a_folder;
use super::types::{ProductsFile, ProductsPreview};
use crate::desk::{self, Desk};
use crate::error::{FlowError, Result};
use crate::orders::refresh::refresh;
use crate::ship::paper_words::sha256;
use crate::stock::opening::{self, Opening};
use crate::stock::recipe;
use crate::stock::variants::{link_lines, make, words_of};
use crate::stock::weights::{self, Weighed};
use answer::answer;
use channels::products::{self, ProductReading};
use channels::{FileRefused, ReadOptions};
use domain::Refusal;
use domain::calendar::Zone;
use plan::{Change, Fate, Known, Plan, look_up, name_losers, plan};
use std::collections::{BTreeMap, BTreeSet};
use std::ops::ControlFlow;
use store::row::{insert_all, save_all};
use store::rows::{BarcodeRow, ImportBatchRow, VariantWordRow};
use store::tables::{settings, stock};
use store::{Event, Tag, Write};

/// The most bytes a file of products may have.
const MOST_BYTES: u64 = 64 * 1024 * 1024;

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
    write(&mut w, plan, &known, &preview).await?;
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
        not_a_folder(&path)?;
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

async fn write(
    w: &mut Write<'_>,
    plan: Plan,
    known: &Known,
    preview: &ProductsPreview,
) -> Result<()> {
    let mut weighed = Weighed::new();
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
                let before = known.variants.get(&id).and_then(|v| v.grams);
                weighed.insert(id, (before, variant.grams));
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
    orders.extend(weights::follow(w, &weighed).await?);
    let batch = w.id().await?;
    let channel = settings::channels(w.db())
        .await?
        .into_iter()
        .find(|c| c.kind == "hand")
        .ok_or(FlowError::NotFound("channel"))?;
    let row = ImportBatchRow {
        id: batch,
        channel_id: Some(channel.id),
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
