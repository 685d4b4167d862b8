//! SKUs and barcodes: which variant is meant, and which have none.

use crate::row::json_texts;
use crate::tables::statements;
use crate::{Db, Result};
use domain::{barcode, sku};
use std::collections::{BTreeMap, BTreeSet};

statements! {
    BY_SKU = "SELECT t.sku_key, t.sku, t.id FROM json_each($1) AS v \
              CROSS JOIN variant AS t WHERE t.sku_key = v.value->>0 AND t.sku_key <> ''";
    WITH_SKU = "SELECT id FROM variant WHERE sku_key = $1 AND sku = $2 AND sku_key <> ''";
    BY_BARCODE = "SELECT b.code, b.variant_id FROM json_each($1) AS v CROSS JOIN barcode AS b WHERE b.code = v.value->>0";
    WITHOUT_SKU = "SELECT id, title, options FROM variant WHERE sku_key = '' AND active = 1";
    DELETE_BARCODES_OF = "DELETE FROM barcode WHERE variant_id IN \
                    (SELECT CAST(value AS BIGINT) FROM json_each($1))";
    DELETE_WORDS_OF = "DELETE FROM variant_word WHERE variant_id IN \
                    (SELECT CAST(value AS BIGINT) FROM json_each($1))";
    DELETE_BARCODES = "DELETE FROM barcode WHERE variant_id = $1";
    DELETE_WORDS = "DELETE FROM variant_word WHERE variant_id = $1";
    LINES_BY_SKU = "SELECT l.id, l.order_id, l.sku FROM order_line AS l JOIN orders AS o ON o.id = l.order_id \
                    WHERE o.work = 1 AND l.variant_id IS NULL AND l.sku <> ''";
}

/// The variants that SKUs name, as [`domain::sku::meant`] says: each asked SKU as it was spelled, with
/// its variant. What names none, or may name several, is left out.
///
/// # Errors
/// The engine's.
pub async fn by_sku(db: &mut Db, spelled: &[&str]) -> Result<Vec<(String, i64)>> {
    let mut found = Vec::new();
    for chunk in spelled.chunks(5_000) {
        let keys: Vec<String> = chunk.iter().map(|spelling| sku::key(spelling)).collect();
        let asked: BTreeSet<&str> = keys.iter().map(String::as_str).collect();
        let rows: Vec<(String, String, i64)> = sqlx::query_as(BY_SKU)
            .bind(json_texts(asked.into_iter().filter(|key| !key.is_empty())))
            .fetch_all(&mut *db)
            .await?;
        let mut alike: BTreeMap<&str, Vec<(&str, i64)>> = BTreeMap::new();
        for (key, spelling, id) in &rows {
            alike.entry(key).or_default().push((spelling, *id));
        }
        found.extend(chunk.iter().zip(&keys).filter_map(|(spelling, key)| {
            let alike = alike.get(key.as_str())?.iter().copied();
            Some(((*spelling).to_owned(), sku::meant(spelling, alike)?))
        }));
    }
    Ok(found)
}

/// The variant whose SKU is spelled exactly so ([`domain::sku::exact`]).
///
/// # Errors
/// The engine's.
pub async fn with_sku(db: &mut Db, exact: &str) -> Result<Option<i64>> {
    Ok(sqlx::query_scalar(WITH_SKU)
        .bind(sku::key(exact))
        .bind(exact)
        .fetch_optional(db)
        .await?)
}

/// The variants that barcodes name, each asked one as it was spelled: the variant that has it so, else
/// the only one that has another of its [spellings](barcode::spellings).
///
/// # Errors
/// The engine's.
pub async fn by_barcode(db: &mut Db, codes: &[&str]) -> Result<Vec<(String, i64)>> {
    let mut found = Vec::new();
    for chunk in codes.chunks(5_000) {
        let asked: BTreeSet<String> = chunk.iter().flat_map(|c| barcode::spellings(c)).collect();
        let asked = asked.iter().map(String::as_str).filter(|c| !c.is_empty());
        let rows: Vec<(String, i64)> = sqlx::query_as(BY_BARCODE)
            .bind(json_texts(asked))
            .fetch_all(&mut *db)
            .await?;
        let mut alike: BTreeMap<String, Vec<(&str, i64)>> = BTreeMap::new();
        for (code, id) in &rows {
            let of = alike.entry(barcode::key(code)).or_default();
            of.push((code, *id));
        }
        found.extend(chunk.iter().filter_map(|code| {
            let alike = alike.get(&barcode::key(code))?.iter().copied();
            let asked = barcode::plain(code);
            let exact = alike.clone().filter(|(spelled, _)| *spelled == asked);
            let exact: BTreeSet<i64> = exact.map(|(_, id)| id).collect();
            let any: BTreeSet<i64> = alike.map(|(_, id)| id).collect();
            let of = if exact.is_empty() { any } else { exact };
            // Two products with one barcode: nobody guesses.
            let id = of.first().filter(|_| of.len() == 1)?;
            Some(((*code).to_owned(), *id))
        }));
    }
    Ok(found)
}

/// Open lines whose SKU no variant has: line, order, SKU.
///
/// # Errors
/// The engine's.
pub async fn lines_without_variant(db: &mut Db) -> Result<Vec<(i64, i64, String)>> {
    Ok(sqlx::query_as(LINES_BY_SKU).fetch_all(db).await?)
}

/// Forgets the barcodes and search words of a variant, for new ones to take their place.
///
/// # Errors
/// The engine's.
pub async fn forget_codes(db: &mut Db, variant: i64) -> Result<()> {
    sqlx::query(DELETE_BARCODES)
        .bind(variant)
        .execute(&mut *db)
        .await?;
    sqlx::query(DELETE_WORDS).bind(variant).execute(db).await?;
    Ok(())
}

/// The same for many at once.
///
/// # Errors
/// The engine's.
pub async fn forget_codes_of(db: &mut Db, variants: &[i64]) -> Result<()> {
    for sql in [DELETE_BARCODES_OF, DELETE_WORDS_OF] {
        sqlx::query(sql)
            .bind(crate::row::json_ids(variants.iter().copied()))
            .execute(&mut *db)
            .await?;
    }
    Ok(())
}

/// Variants without a SKU: id, title, options.
///
/// # Errors
/// The engine's.
pub async fn without_sku(db: &mut Db) -> Result<Vec<(i64, String, String)>> {
    Ok(sqlx::query_as(WITHOUT_SKU).fetch_all(db).await?)
}
