//! The stock list: variants with their numbers, by SKU.

use super::book::Book;
use super::types::{StockList, StockPage, StockRow};
use crate::desk::Desk;
use crate::error::{FlowError, Result};
use domain::id::{ProductId, VariantId};
use domain::stock::Level;
use domain::{Currency, Sentence, fold, kit};
use std::collections::{BTreeMap, BTreeSet};
use store::Db;
use store::tables::kits;
use store::tables::stock::{self, ListRow, Listed};

/// Counted exactly up to here.
const COUNTED: i64 = 1_000;

/// A page of variants with their stock, everywhere or at one place.
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
        location: ask.location.map_or(0, |l| l.0),
        view: ask.view.word(),
        word: words.first().map_or("", String::as_str),
        second: words.get(1).map_or("", String::as_str),
    };
    let found = stock::list(db, listed, (&after.0, after.1), limit).await?;
    let total = stock::list_count(db, listed, COUNTED).await?;
    let full = i64::try_from(found.len()).unwrap_or(0) == limit;
    let next = found
        .last()
        .filter(|_| full)
        .map(|last| format!("{}:{}", last.id, last.sku_key));
    Ok(StockPage {
        rows: rows(db, listed.location, found).await?,
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

/// Store's rows as screens get them: what orders wait for, and what kits can be made, are looked up
/// for all of them at once. `location` 0 is everywhere.
///
/// # Errors
/// The store's.
pub(crate) async fn rows(db: &mut Db, location: i64, found: Vec<ListRow>) -> Result<Vec<StockRow>> {
    let ids: Vec<i64> = found.iter().map(|r| r.id).collect();
    let short: BTreeMap<i64, i64> = stock::short_sums(db, &ids).await?.into_iter().collect();
    let in_kits: BTreeMap<i64, i64> = kits::short_sums(db, &ids).await?.into_iter().collect();
    let kits: Vec<i64> = found
        .iter()
        .filter(|r| r.kind == KIT)
        .map(|r| r.id)
        .collect();
    let made = free_kits(db, location, &kits).await?;
    let one = |r: ListRow| {
        let kit = r.kind == KIT;
        let available = if kit {
            made.get(&r.id).copied().flatten()
        } else {
            level(&r).available()
        };
        // A part that waits in a kit for another part is there itself.
        let of_kits = in_kits.get(&r.id).copied().unwrap_or(0) - available.unwrap_or(0).max(0);
        let short = short.get(&r.id).copied().unwrap_or(0) + of_kits.max(0);
        row(r, kit, available, short)
    };
    Ok(found.into_iter().map(one).collect())
}

/// The word of a variant that is put together from parts.
const KIT: &str = "kit";

/// How often each of these kits can be promised. At several places a kit's parts must stand together,
/// so each place is asked for itself.
async fn free_kits(db: &mut Db, location: i64, ids: &[i64]) -> Result<BTreeMap<i64, Option<i64>>> {
    if ids.is_empty() {
        return Ok(BTreeMap::new());
    }
    let recipes = kits::recipes(db, ids).await?;
    let parts: BTreeMap<i64, BTreeMap<i64, i64>> = ids
        .iter()
        .map(|kit| (*kit, kit::explode(*kit, &recipes)))
        .collect();
    let variants: BTreeSet<i64> = parts.values().flat_map(BTreeMap::keys).copied().collect();
    let book = Book::open(db, &variants.into_iter().collect::<Vec<_>>()).await?;
    let places: Vec<i64> = book
        .places()
        .iter()
        .copied()
        .filter(|p| location == 0 || *p == location)
        .collect();
    let of = |parts: &BTreeMap<i64, i64>| {
        let at =
            |place: &i64| kit::available(parts.iter().map(|(v, n)| (book.free_at(*v, *place), *n)));
        // Without a counted part no place says a number.
        places.iter().map(at).try_fold(0, |sum, n| Some(sum + n?))
    };
    Ok(parts.iter().map(|(kit, parts)| (*kit, of(parts))).collect())
}

fn level(r: &ListRow) -> Level {
    Level {
        on_hand: r.on_hand,
        reserved: r.reserved,
        picked: r.picked,
        missing: r.missing,
        safety: r.safety,
        counted: r.counted == 1,
    }
}

fn row(r: ListRow, kit: bool, available: Option<i64>, short: i64) -> StockRow {
    StockRow {
        id: VariantId(r.id),
        product: ProductId(r.product_id),
        sku: r.sku,
        title: r.title,
        options: r.options,
        bin: r.bin,
        kit,
        counted: if kit {
            available.is_some()
        } else {
            r.counted == 1
        },
        on_hand: r.on_hand,
        reserved: r.reserved,
        picked: r.picked,
        missing: r.missing,
        safety: r.safety,
        available,
        short,
        reorder_point: r.reorder_point,
        grams: r.grams,
        cost: r.cost,
        price: r.price,
        currency: Currency::new(&r.currency),
        version: r.version,
    }
}
