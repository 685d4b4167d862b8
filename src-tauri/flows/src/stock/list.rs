//! The stock list: variants with their numbers, by SKU.

use super::book::first_location;
use super::types::{StockList, StockPage, StockRow};
use crate::desk::Desk;
use crate::error::{FlowError, Result};
use domain::id::{ProductId, VariantId};
use domain::stock::Level;
use domain::{Currency, Sentence, fold};
use std::collections::BTreeMap;
use store::tables::stock::{self, ListRow, Listed};

/// Counted exactly up to here.
const COUNTED: i64 = 1_000;

/// A page of variants with their stock at the first location.
///
/// # Errors
/// [`FlowError::Invalid`] for a limit or page mark that is none; [`FlowError::NoShop`]; the store's.
pub async fn list(desk: &Desk, ask: StockList) -> Result<StockPage> {
    let limit = i64::from(ask.limit);
    if !(1..=200).contains(&limit) {
        return Err(invalid("limit", "list-limit"));
    }
    let after = match &ask.after {
        None => (String::new(), 0),
        Some(mark) => page_mark(mark).ok_or_else(|| invalid("after", "list-page-mark"))?,
    };
    let mut reader = desk.store.read().await?;
    let db = reader.db();
    let words = fold::words(&ask.text);
    let listed = Listed {
        location: first_location(db).await?,
        view: ask.view.word(),
        word: words.first().map_or("", String::as_str),
        second: words.get(1).map_or("", String::as_str),
    };
    let found = stock::list(db, listed, (&after.0, after.1), limit).await?;
    let total = stock::list_count(db, listed, COUNTED).await?;
    let ids: Vec<i64> = found.iter().map(|r| r.id).collect();
    let short: BTreeMap<i64, i64> = stock::short_sums(db, &ids).await?.into_iter().collect();
    let full = i64::try_from(found.len()).unwrap_or(0) == limit;
    let next = found
        .last()
        .filter(|_| full)
        .map(|last| format!("{}:{}", last.id, last.sku_key));
    Ok(StockPage {
        rows: found
            .into_iter()
            .map(|r| {
                let units = short.get(&r.id).copied().unwrap_or(0);
                row(r, units)
            })
            .collect(),
        next,
        total,
    })
}

fn page_mark(mark: &str) -> Option<(String, i64)> {
    let (id, key) = mark.split_once(':')?;
    Some((key.to_owned(), id.parse().ok()?))
}

fn invalid(field: &'static str, sentence: &str) -> FlowError {
    FlowError::Invalid {
        field,
        sentence: Sentence::new(sentence),
    }
}

/// A store's row as screens get it.
pub(crate) fn row(r: ListRow, short: i64) -> StockRow {
    let level = Level {
        on_hand: r.on_hand,
        reserved: r.reserved,
        picked: r.picked,
        missing: r.missing,
        safety: r.safety,
        counted: r.counted == 1,
    };
    StockRow {
        id: VariantId(r.id),
        product: ProductId(r.product_id),
        sku: r.sku,
        title: r.title,
        options: r.options,
        bin: r.bin,
        counted: level.counted,
        on_hand: r.on_hand,
        reserved: r.reserved,
        picked: r.picked,
        missing: r.missing,
        available: level.available(),
        short,
        reorder_point: r.reorder_point,
        grams: r.grams,
        cost: r.cost,
        price: r.price,
        currency: Currency::new(&r.currency),
        version: r.version,
    }
}
