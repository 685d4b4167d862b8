//! Changing or making a variant.

use super::count::place_of;
use super::proof::detail;
use super::recipe;
use super::reserve::give;
use super::types::{VariantDetail, VariantSave};
use super::variants::{NewVariant, link_lines, make, words_of};
use super::weights::{self, Weighed};
use crate::desk::{self, Desk};
use crate::error::{FlowError, Result};
use crate::orders::refresh::refresh;
use domain::bounds::HEAVIEST;
use domain::{Sentence, barcode, country, sku};
use std::collections::BTreeSet;
use store::row::{insert_all, save_all};
use store::rows::{BarcodeRow, StockRow, VariantRow, VariantWordRow};
use store::tables::stock;
use store::{Event, Tag, Write};

/// More than any small shop has of one thing.
const MOST_KEPT: i64 = 1_000_000;

/// Changes a variant, or makes one that is not counted yet. Open lines that have its SKU and no
/// variant are tied to it.
///
/// # Errors
/// [`FlowError::Invalid`] naming the field, [`FlowError::Stale`], [`FlowError::NotFound`]; the
/// store's.
pub async fn variant_save(desk: &Desk, ask: VariantSave) -> Result<VariantDetail> {
    check(&ask)?;
    let mut w = desk.write().await?;
    let currency = desk::settings(w.db()).await?.0.currency;
    check_unique(&mut w, &ask).await?;
    let mut weighed = Weighed::new();
    let id = match ask.id {
        None => {
            let new = NewVariant {
                product_key: String::new(),
                sku: trimmed(ask.sku.as_deref()),
                title: trimmed(ask.title.as_deref()),
                options: trimmed(ask.options.as_deref()),
                barcodes: codes(ask.barcodes.as_deref().unwrap_or_default()),
                bin: trimmed(ask.bin.as_deref()),
                grams: ask.grams,
                size: [None; 3],
                safety: ask.safety.unwrap_or(0),
                hs_code: trimmed(ask.hs_code.as_deref()),
                origin: trimmed(ask.origin.as_deref()).to_ascii_uppercase(),
                cost: ask.cost,
                price: ask.price,
                currency: currency.code().to_owned(),
                reorder_point: ask.reorder_point,
            };
            let id = make(&mut w, &[new])
                .await?
                .pop()
                .ok_or(FlowError::NotFound("variant"))?;
            w.journal(Event::new("variant_made").thing(id));
            id
        }
        Some(id) => {
            let row = stock::variants(w.db(), &[id.0])
                .await?
                .pop()
                .ok_or(FlowError::NotFound("variant"))?;
            if row.version != ask.version {
                return Err(FlowError::Stale);
            }
            weighed.insert(id.0, (row.grams, ask.grams.or(row.grams)));
            change(&mut w, row, &ask, currency.code()).await?;
            id.0
        }
    };
    let mut orders = match &ask.parts {
        Some(parts) => recipe::set(&mut w, id, parts).await?,
        None => Vec::new(),
    };
    orders.extend(link_lines(&mut w).await?);
    orders.extend(weights::follow(&mut w, &weighed).await?);
    if ask.safety.is_some() {
        // What is kept back no longer goes to whoever waits. What was promised stays promised.
        orders.extend(give(&mut w, &[id]).await?);
    }
    orders.sort_unstable();
    orders.dedup();
    refresh(&mut w, &orders).await?;
    w.stale(&[Tag::Stock]);
    let detail = detail(w.db(), id).await?;
    w.commit().await?;
    Ok(detail)
}

async fn change(
    w: &mut Write<'_>,
    mut row: VariantRow,
    ask: &VariantSave,
    currency: &str,
) -> Result<()> {
    let id = row.id;
    let mut fields: Vec<&'static str> = Vec::new();
    let mut set = |name: &'static str, to: &mut String, from: Option<&str>| {
        if let Some(from) = from.map(str::trim).filter(|f| *f != to.as_str()) {
            from.clone_into(to);
            fields.push(name);
        }
    };
    set("sku", &mut row.sku, ask.sku.as_deref());
    set("title", &mut row.title, ask.title.as_deref());
    set("options", &mut row.options, ask.options.as_deref());
    set("hs_code", &mut row.hs_code, ask.hs_code.as_deref());
    let origin = ask.origin.as_ref().map(|o| o.to_ascii_uppercase());
    set("origin", &mut row.origin, origin.as_deref());
    row.sku = sku::exact(&row.sku);
    row.sku_key = sku::key(&row.sku);
    let mut number = |name: &'static str, to: &mut Option<i64>, from: Option<i64>| {
        if from.is_some() && from != *to {
            *to = from;
            fields.push(name);
        }
    };
    number("grams", &mut row.grams, ask.grams);
    number("price", &mut row.price, ask.price);
    number("cost", &mut row.cost, ask.cost);
    number("reorder_point", &mut row.reorder_point, ask.reorder_point);
    if let Some(safety) = ask.safety.filter(|s| *s != row.safety) {
        row.safety = safety;
        fields.push("safety");
    }
    if ask.price.is_some() || ask.cost.is_some() {
        currency.clone_into(&mut row.currency);
    }
    let old: Vec<String> = stock::barcodes(w.db(), &[id])
        .await?
        .into_iter()
        .map(|b| b.code)
        .collect();
    let barcodes = ask.barcodes.as_deref().map_or_else(|| old.clone(), codes);
    if barcodes != old {
        fields.push("barcodes");
    }
    stock::forget_codes(w.db(), id).await?;
    let words: Vec<VariantWordRow> = words_of([&row.title, &row.options, &row.sku], &barcodes)
        .into_iter()
        .map(|word| VariantWordRow {
            word,
            variant_id: id,
        })
        .collect();
    insert_all(w.db(), &words).await?;
    let barcodes: Vec<BarcodeRow> = barcodes
        .into_iter()
        .map(|code| BarcodeRow {
            code,
            variant_id: id,
        })
        .collect();
    insert_all(w.db(), &barcodes).await?;
    if let Some(bin) = &ask.bin {
        let place = place_of(w.db(), ask.location).await?;
        let levels = stock::levels(w.db(), &[id]).await?;
        let there = levels.iter().find(|l| l.location_id == place);
        if there.map_or("", |l| l.bin.as_str()) != bin.trim() {
            let level = StockRow {
                bin: bin.trim().to_owned(),
                ..there.cloned().unwrap_or(StockRow {
                    variant_id: id,
                    location_id: place,
                    bin: String::new(),
                    on_hand: 0,
                    reserved: 0,
                    picked: 0,
                    missing: 0,
                })
            };
            fields.push("bin");
            match there {
                Some(_) => save_all(w.db(), 2, &[level]).await?,
                None => insert_all(w.db(), &[level]).await?,
            }
        }
    }
    row.version += 1;
    save_all(w.db(), 1, &[row]).await?;
    w.journal(Event::new("variant_changed").thing(id).data(&fields));
    Ok(())
}

fn trimmed(text: Option<&str>) -> String {
    text.unwrap_or_default().trim().to_owned()
}

/// Barcodes without blanks, each once, in order.
fn codes(barcodes: &[String]) -> Vec<String> {
    let all: BTreeSet<String> = barcodes
        .iter()
        .map(|b| barcode::plain(b))
        .filter(|b| !b.is_empty())
        .collect();
    all.into_iter().collect()
}

fn invalid(field: &'static str, sentence: Sentence) -> FlowError {
    FlowError::Invalid { field, sentence }
}

fn check(ask: &VariantSave) -> Result<()> {
    let blank = |text: &Option<String>| text.as_ref().is_some_and(|t| t.trim().is_empty());
    let unnamed = ask.id.is_none() && ask.title.is_none();
    if unnamed || blank(&ask.title) {
        return Err(invalid("title", Sentence::new("variant-title-missing")));
    }
    for (field, text, most) in [
        ("sku", &ask.sku, 200),
        ("title", &ask.title, 300),
        ("options", &ask.options, 300),
        ("bin", &ask.bin, 60),
        ("hs_code", &ask.hs_code, 20),
    ] {
        if text.as_ref().is_some_and(|t| t.chars().count() > most) {
            let most = i64::try_from(most).unwrap_or(i64::MAX);
            return Err(invalid(
                field,
                Sentence::new("variant-too-long").with("most", most),
            ));
        }
    }
    if ask
        .grams
        .is_some_and(|grams| !(1..=HEAVIEST).contains(&grams))
    {
        return Err(invalid(
            "grams",
            Sentence::new("variant-grams-range").with("most", HEAVIEST),
        ));
    }
    for (field, amount) in [("price", ask.price), ("cost", ask.cost)] {
        if amount.is_some_and(|a| !(0..=domain::money::MAX_MINOR).contains(&a)) {
            return Err(invalid(field, Sentence::new("variant-amount-range")));
        }
    }
    if ask.reorder_point.is_some_and(|p| p < 0) {
        return Err(invalid(
            "reorder_point",
            Sentence::new("variant-reorder-negative"),
        ));
    }
    if ask.safety.is_some_and(|s| !(0..=MOST_KEPT).contains(&s)) {
        return Err(invalid(
            "safety",
            Sentence::new("variant-safety-range").with("most", MOST_KEPT),
        ));
    }
    if let Some(origin) = &ask.origin {
        let origin = origin.trim();
        if !origin.is_empty() && country::find(&origin.to_ascii_uppercase()).is_none() {
            return Err(invalid(
                "origin",
                Sentence::new("variant-origin-unknown").with("country", origin),
            ));
        }
    }
    Ok(())
}

/// A SKU and a barcode name one variant: a scan must never have to guess.
async fn check_unique(w: &mut Write<'_>, ask: &VariantSave) -> Result<()> {
    let own = ask.id.map(|id| id.0);
    if let Some(sku) = &ask.sku {
        // Another letter case is another SKU; to whom that is a slip sees both in the list.
        let found = stock::with_sku(w.db(), &sku::exact(sku)).await?;
        if let Some(other) = found.into_iter().find(|id| Some(*id) != own) {
            let sentence = Sentence::new("variant-sku-taken")
                .with("sku", sku.trim())
                .with("title", title_of(w, other).await?);
            return Err(invalid("sku", sentence));
        }
    }
    let barcodes = codes(ask.barcodes.as_deref().unwrap_or_default());
    let asked: Vec<&str> = barcodes.iter().map(String::as_str).collect();
    let found = stock::by_barcode(w.db(), &asked).await?;
    if let Some((code, other)) = found.into_iter().find(|(_, id)| Some(*id) != own) {
        let sentence = Sentence::new("variant-barcode-taken")
            .with("barcode", code)
            .with("title", title_of(w, other).await?);
        return Err(invalid("barcodes", sentence));
    }
    Ok(())
}

async fn title_of(w: &mut Write<'_>, id: i64) -> Result<String> {
    Ok(stock::variants(w.db(), &[id])
        .await?
        .pop()
        .map(|v| v.title)
        .unwrap_or_default())
}
