//! Kits: recipes of variants, and what the lines of orders froze of them.

use super::{rows_by, statements};
use crate::row::json_ids;
use crate::rows::{KitPartRow, LinePartRow};
use crate::{Db, Result};
use std::collections::BTreeMap;

statements! {
    KITS_AMONG = "SELECT id FROM variant WHERE kind = 'kit' AND id IN \
                  (SELECT CAST(value AS BIGINT) FROM json_each($1)) ORDER BY id";
    KITS_OF = "SELECT DISTINCT kit_id FROM kit_part WHERE part_id IN \
                  (SELECT CAST(value AS BIGINT) FROM json_each($1)) ORDER BY kit_id";
    DELETE_RECIPES = "DELETE FROM kit_part WHERE kit_id IN (SELECT CAST(value AS BIGINT) FROM json_each($1))";
    WHOLE_LINES = "SELECT l.id FROM order_line AS l JOIN orders AS o ON o.id = l.order_id \
            WHERE o.work = 1 AND l.by_shop = 1 AND l.kind = 'goods' AND l.picked = 0 \
            AND l.variant_id IN (SELECT CAST(value AS BIGINT) FROM json_each($1)) \
            AND NOT EXISTS (SELECT 1 FROM shipment_line AS s WHERE s.line_id = l.id AND s.quantity > 0) ORDER BY l.id";
    SHORT_IN_KITS = "SELECT p.part_id, CAST(SUM(l.backordered * p.quantity) AS BIGINT) FROM line_part AS p \
            JOIN order_line AS l ON l.id = p.line_id WHERE l.backordered > 0 \
            AND p.part_id IN (SELECT CAST(value AS BIGINT) FROM json_each($1)) GROUP BY p.part_id";
}

/// Which of these variants are kits.
///
/// # Errors
/// The engine's.
pub async fn among(db: &mut Db, variants: &[i64]) -> Result<Vec<i64>> {
    ask(db, KITS_AMONG, variants).await
}

/// The kits that have one of these variants in their recipe.
///
/// # Errors
/// The engine's.
pub async fn made_of(db: &mut Db, parts: &[i64]) -> Result<Vec<i64>> {
    ask(db, KITS_OF, parts).await
}

/// Lines of open orders that stand for one of these variants whole and were not begun.
///
/// # Errors
/// The engine's.
pub async fn whole_lines(db: &mut Db, variants: &[i64]) -> Result<Vec<i64>> {
    ask(db, WHOLE_LINES, variants).await
}

async fn ask(db: &mut Db, sql: &'static str, ids: &[i64]) -> Result<Vec<i64>> {
    if ids.is_empty() {
        return Ok(Vec::new());
    }
    Ok(sqlx::query_scalar(sql)
        .bind(json_ids(ids.iter().copied()))
        .fetch_all(db)
        .await?)
}

/// The recipes of these kits and of every kit inside them, one statement per depth.
///
/// # Errors
/// The engine's.
pub async fn recipes(db: &mut Db, kits: &[i64]) -> Result<BTreeMap<i64, Vec<(i64, i64)>>> {
    let mut found: BTreeMap<i64, Vec<(i64, i64)>> = BTreeMap::new();
    let mut ahead: Vec<i64> = kits.to_vec();
    while !ahead.is_empty() {
        let rows: Vec<KitPartRow> = rows_by(db, "kit_id", &ahead, "t.kit_id, t.part_id").await?;
        for kit in ahead {
            found.entry(kit).or_default();
        }
        let mut next = Vec::new();
        for row in rows {
            if !found.contains_key(&row.part_id) && !next.contains(&row.part_id) {
                next.push(row.part_id);
            }
            found
                .entry(row.kit_id)
                .or_default()
                .push((row.part_id, row.quantity));
        }
        ahead = next;
    }
    found.retain(|_, recipe| !recipe.is_empty());
    Ok(found)
}

/// Forgets the recipes of kits, for new ones to take their place.
///
/// # Errors
/// The engine's.
pub async fn forget_recipes(db: &mut Db, kits: &[i64]) -> Result<()> {
    sqlx::query(DELETE_RECIPES)
        .bind(json_ids(kits.iter().copied()))
        .execute(db)
        .await?;
    Ok(())
}

/// What these lines are fetched as, where they are kits.
///
/// # Errors
/// The engine's.
pub async fn line_parts(db: &mut Db, lines: &[i64]) -> Result<Vec<LinePartRow>> {
    rows_by(db, "line_id", lines, "t.line_id, t.part_id").await
}

/// Units of these variants in kits that orders wait for, by variant: some of them may be there.
///
/// # Errors
/// The engine's.
pub async fn short_sums(db: &mut Db, variants: &[i64]) -> Result<Vec<(i64, i64)>> {
    Ok(sqlx::query_as(SHORT_IN_KITS)
        .bind(json_ids(variants.iter().copied()))
        .fetch_all(db)
        .await?)
}
