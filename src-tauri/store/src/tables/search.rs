//! Search: each question is a range of one B-tree, so it costs the same in a long history.

use super::statements;
use crate::{Db, Result};
use domain::fold;

statements! {
    NUMBER = "SELECT id, number FROM orders WHERE number_key >= $1 AND number_key < $2 ORDER BY number_key, id LIMIT $3";
    EMAIL = "SELECT id, name, email FROM customer WHERE email_key >= $1 AND email_key < $2 AND email_key <> '' \
             ORDER BY email_key LIMIT $3";
    CUSTOMER_WORD = "SELECT c.id, c.name, c.email FROM customer_word AS w JOIN customer AS c ON c.id = w.customer_id \
             WHERE w.word >= $1 AND w.word < $2 ORDER BY w.word, w.customer_id LIMIT $3";
    CUSTOMERS_OF_WORD = "SELECT COUNT(*) FROM (SELECT 1 FROM customer_word WHERE word >= $1 AND word < $2 LIMIT $3) AS w";
    CUSTOMER_WORDS = "SELECT c.id, c.name, c.email FROM (SELECT customer_id FROM customer_word \
               WHERE word >= $1 AND word < $2 ORDER BY word, customer_id LIMIT $4) AS w \
             JOIN customer AS c ON c.id = w.customer_id \
             WHERE EXISTS (SELECT 1 FROM customer_word AS x \
               WHERE x.customer_id = w.customer_id AND x.word >= $5 AND x.word < $6) \
             AND EXISTS (SELECT 1 FROM customer_word AS x \
               WHERE x.customer_id = w.customer_id AND x.word >= $7 AND x.word < $8) \
             LIMIT $3";
    SKU = "SELECT id, sku, title FROM variant WHERE sku_key >= $1 AND sku_key < $2 AND sku_key <> '' \
           ORDER BY sku_key, sku LIMIT $3";
    BARCODE = "SELECT v.id, v.sku, v.title FROM barcode AS b JOIN variant AS v ON v.id = b.variant_id \
               WHERE b.code = $1 LIMIT $2";
    VARIANT_WORD = "SELECT v.id, v.sku, v.title FROM variant_word AS w JOIN variant AS v ON v.id = w.variant_id \
               WHERE w.word >= $1 AND w.word < $2 ORDER BY w.word, v.id LIMIT $3";
    TRACKING = "SELECT p.id, p.tracking, COALESCE(s.order_id, (SELECT MIN(l.order_id) FROM shipment_line AS l \
               WHERE l.shipment_id = p.shipment_id)) AS order_id FROM parcel AS p \
               JOIN shipment AS s ON s.id = p.shipment_id \
               WHERE p.tracking_key >= $1 AND p.tracking_key < $2 AND p.tracking_key <> '' \
               ORDER BY p.tracking_key LIMIT $3";
    POSTCODE = "SELECT o.id, o.number, a.postcode, a.city FROM address AS a JOIN orders AS o ON o.ship_to_id = a.id \
               WHERE a.postcode_key >= $1 AND a.postcode_key < $2 AND a.postcode_key <> '' LIMIT $3";
    ORDERS_OF = "SELECT id, number FROM orders WHERE customer_id = $1 ORDER BY id DESC LIMIT $2";
}

/// A hit: id, first line, second line.
pub type Found = (i64, String, String);

fn range(key: &str) -> (String, String) {
    (key.to_owned(), fold::after_prefix(key))
}

/// Orders whose number begins with the folded `key`.
///
/// # Errors
/// The engine's.
pub async fn orders_by_number(db: &mut Db, key: &str, limit: i64) -> Result<Vec<(i64, String)>> {
    let (from, to) = range(key);
    Ok(sqlx::query_as(NUMBER)
        .bind(from)
        .bind(to)
        .bind(limit)
        .fetch_all(db)
        .await?)
}

/// Customers whose e-mail begins with the folded `text`.
///
/// # Errors
/// The engine's.
pub async fn customers_by_email(db: &mut Db, text: &str, limit: i64) -> Result<Vec<Found>> {
    let (from, to) = range(text);
    Ok(sqlx::query_as(EMAIL)
        .bind(from)
        .bind(to)
        .bind(limit)
        .fetch_all(db)
        .await?)
}

/// Customers with words that begin with each of the folded `words` (three are asked at most). Who types
/// a name from its beginning gets those first.
///
/// # Errors
/// The engine's.
pub async fn customers_by_words(db: &mut Db, words: &[String], limit: i64) -> Result<Vec<Found>> {
    let one = match words {
        [] => return Ok(Vec::new()),
        [one] => one.clone(),
        [_, _, ..] => fold::whole(words),
    };
    let (from, to) = range(&one);
    let mut found: Vec<Found> = sqlx::query_as(CUSTOMER_WORD)
        .bind(from)
        .bind(to)
        .bind(limit)
        .fetch_all(&mut *db)
        .await?;
    if words.len() > 1 && i64::try_from(found.len()).unwrap_or(limit) < limit {
        let most = if found.is_empty() { ALL } else { FEW };
        for other in customers_in_any_order(db, words, limit, most).await? {
            if !found.iter().any(|(id, _, _)| *id == other.0) {
                found.push(other);
            }
        }
        found.truncate(usize::try_from(limit).unwrap_or(50));
    }
    Ok(found)
}

/// How many customers of the rarest word are looked at when nobody has the name as it was typed.
const ALL: i64 = 1_000_000;

/// And when somebody has.
const FEW: i64 = 1_000;

/// Customers with all these words, whatever stands first, found by the rarest of them.
async fn customers_in_any_order(
    db: &mut Db,
    words: &[String],
    limit: i64,
    most: i64,
) -> Result<Vec<Found>> {
    let mut asked = Vec::new();
    for word in words.iter().take(4) {
        let (from, to) = range(word);
        let customers: i64 = sqlx::query_scalar(CUSTOMERS_OF_WORD)
            .bind(from.as_str())
            .bind(to.as_str())
            .bind(FEW)
            .fetch_one(&mut *db)
            .await?;
        asked.push((customers, from, to));
    }
    asked.sort();
    let mut ranges = asked.iter().map(|(_, from, to)| (from, to));
    let (Some(rarest), Some(second)) = (ranges.next(), ranges.next()) else {
        return Ok(Vec::new());
    };
    let third = ranges.next().unwrap_or(second);
    Ok(sqlx::query_as(CUSTOMER_WORDS)
        .bind(rarest.0.as_str())
        .bind(rarest.1.as_str())
        .bind(limit)
        .bind(most)
        .bind(second.0.as_str())
        .bind(second.1.as_str())
        .bind(third.0.as_str())
        .bind(third.1.as_str())
        .fetch_all(db)
        .await?)
}

/// Variants whose SKU begins with `key`, as [`domain::sku::key`] writes it.
///
/// # Errors
/// The engine's.
pub async fn variants_by_sku(db: &mut Db, key: &str, limit: i64) -> Result<Vec<Found>> {
    let (from, to) = range(key);
    Ok(sqlx::query_as(SKU)
        .bind(from)
        .bind(to)
        .bind(limit)
        .fetch_all(db)
        .await?)
}

/// Variants with exactly this barcode.
///
/// # Errors
/// The engine's.
pub async fn variants_by_barcode(db: &mut Db, code: &str, limit: i64) -> Result<Vec<Found>> {
    Ok(sqlx::query_as(BARCODE)
        .bind(code)
        .bind(limit)
        .fetch_all(db)
        .await?)
}

/// Variants with a word that begins with the folded `word`.
///
/// # Errors
/// The engine's.
pub async fn variants_by_word(db: &mut Db, word: &str, limit: i64) -> Result<Vec<Found>> {
    let (from, to) = range(word);
    Ok(sqlx::query_as(VARIANT_WORD)
        .bind(from)
        .bind(to)
        .bind(limit)
        .fetch_all(db)
        .await?)
}

/// Parcels whose tracking number begins with the folded `key`: parcel, number, order.
///
/// # Errors
/// The engine's.
pub async fn parcels_by_tracking(
    db: &mut Db,
    key: &str,
    limit: i64,
) -> Result<Vec<(i64, String, Option<i64>)>> {
    let (from, to) = range(key);
    Ok(sqlx::query_as(TRACKING)
        .bind(from)
        .bind(to)
        .bind(limit)
        .fetch_all(db)
        .await?)
}

/// Orders to a postcode that begins with the folded `key`: order, number, postcode, town.
///
/// # Errors
/// The engine's.
pub async fn orders_by_postcode(
    db: &mut Db,
    key: &str,
    limit: i64,
) -> Result<Vec<(i64, String, String, String)>> {
    let (from, to) = range(key);
    Ok(sqlx::query_as(POSTCODE)
        .bind(from)
        .bind(to)
        .bind(limit)
        .fetch_all(db)
        .await?)
}

/// The newest orders of a customer.
///
/// # Errors
/// The engine's.
pub async fn orders_of_customer(
    db: &mut Db,
    customer: i64,
    limit: i64,
) -> Result<Vec<(i64, String)>> {
    Ok(sqlx::query_as(ORDERS_OF)
        .bind(customer)
        .bind(limit)
        .fetch_all(db)
        .await?)
}
