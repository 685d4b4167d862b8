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
    CUSTOMER_TWO_WORDS = "SELECT c.id, c.name, c.email FROM customer_word AS w \
             JOIN customer AS c ON c.id = w.customer_id \
             WHERE w.word >= $1 AND w.word < $2 AND EXISTS (SELECT 1 FROM customer_word AS x \
               WHERE x.customer_id = w.customer_id AND x.word >= $4 AND x.word < $5) \
             ORDER BY w.word, w.customer_id LIMIT $3";
    SKU = "SELECT id, sku, title FROM variant WHERE sku_key >= $1 AND sku_key < $2 AND sku_key <> '' \
           ORDER BY sku_key LIMIT $3";
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

/// Customers with words that begin with each of the folded `words` (the two longest are asked).
///
/// # Errors
/// The engine's.
pub async fn customers_by_words(db: &mut Db, words: &[String], limit: i64) -> Result<Vec<Found>> {
    let mut longest: Vec<&String> = words.iter().collect();
    longest.sort_by_key(|w| std::cmp::Reverse(w.chars().count()));
    match longest.as_slice() {
        [] => Ok(Vec::new()),
        [one] => {
            let (from, to) = range(one);
            Ok(sqlx::query_as(CUSTOMER_WORD)
                .bind(from)
                .bind(to)
                .bind(limit)
                .fetch_all(db)
                .await?)
        }
        [one, two, ..] => {
            let ((a, b), (c, d)) = (range(one), range(two));
            Ok(sqlx::query_as(CUSTOMER_TWO_WORDS)
                .bind(a)
                .bind(b)
                .bind(limit)
                .bind(c)
                .bind(d)
                .fetch_all(db)
                .await?)
        }
    }
}

/// Variants whose SKU begins with the folded `key`.
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
