//! Customers and their addresses.

use super::{rows_by, statements};
use crate::row::{insert_all, json_texts, save_all};
use crate::rows::{AddressRow, CustomerRow, CustomerWordRow};
use crate::{Db, Result};

statements! {
    BY_SOURCE = "SELECT s.source_id, s.customer_id FROM json_each($2) AS v \
                 CROSS JOIN customer_source AS s WHERE s.channel_id = $1 AND s.source_id = v.value->>0";
    BY_EMAIL = "SELECT c.email_key, c.id FROM json_each($1) AS v \
                CROSS JOIN customer AS c WHERE c.email_key = v.value->>0 AND c.email_key <> '' \
                AND c.merged_into IS NULL ORDER BY c.id DESC";
    DELETE_WORDS = "DELETE FROM customer_word WHERE customer_id IN (SELECT CAST(value AS BIGINT) FROM json_each($1))";
    DELETE_SOURCES = "DELETE FROM customer_source WHERE customer_id IN (SELECT CAST(value AS BIGINT) FROM json_each($1))";
    DELETE_ADDRESSES = "DELETE FROM address WHERE customer_id IN (SELECT CAST(value AS BIGINT) FROM json_each($1))";
    DELETE = "DELETE FROM customer WHERE id IN (SELECT CAST(value AS BIGINT) FROM json_each($1))";
    WITHOUT_ORDERS = "SELECT c.id FROM customer AS c WHERE c.id IN (SELECT CAST(value AS BIGINT) FROM json_each($1)) \
                      AND NOT EXISTS (SELECT 1 FROM orders AS o WHERE o.customer_id = c.id)";
    NEWEST_ORDER = "SELECT o.customer_id, MAX(o.placed_at), COUNT(*) FROM json_each($1) AS v \
                    CROSS JOIN orders AS o WHERE o.customer_id = CAST(v.value AS BIGINT) GROUP BY o.customer_id";
}

/// Customers that a channel has named before, by its own ids.
///
/// # Errors
/// The engine's.
pub async fn by_source(db: &mut Db, channel: i64, sources: &[&str]) -> Result<Vec<(String, i64)>> {
    let mut found = Vec::new();
    for chunk in sources.chunks(5_000) {
        let part: Vec<(String, i64)> = sqlx::query_as(BY_SOURCE)
            .bind(channel)
            .bind(json_texts(chunk.iter().copied()))
            .fetch_all(&mut *db)
            .await?;
        found.extend(part);
    }
    Ok(found)
}

/// Customers by folded e-mail; where several have one, the oldest comes last.
///
/// # Errors
/// The engine's.
pub async fn by_email(db: &mut Db, keys: &[&str]) -> Result<Vec<(String, i64)>> {
    let mut found = Vec::new();
    for chunk in keys.chunks(5_000) {
        let part: Vec<(String, i64)> = sqlx::query_as(BY_EMAIL)
            .bind(json_texts(chunk.iter().copied()))
            .fetch_all(&mut *db)
            .await?;
        found.extend(part);
    }
    Ok(found)
}

/// Customers by id.
///
/// # Errors
/// The engine's.
pub async fn by_ids(db: &mut Db, ids: &[i64]) -> Result<Vec<CustomerRow>> {
    rows_by(db, "id", ids, "t.id").await
}

/// Every address of these customers.
///
/// # Errors
/// The engine's.
pub async fn addresses(db: &mut Db, ids: &[i64]) -> Result<Vec<AddressRow>> {
    let mut found = Vec::new();
    for chunk in ids.chunks(5_000) {
        found.extend(rows_by(db, "customer_id", chunk, "t.customer_id, t.id").await?);
    }
    Ok(found)
}

/// Which of these customers have no order at all.
///
/// # Errors
/// The engine's.
pub async fn without_orders(db: &mut Db, ids: &[i64]) -> Result<Vec<i64>> {
    Ok(sqlx::query_scalar(WITHOUT_ORDERS)
        .bind(crate::row::json_ids(ids.iter().copied()))
        .fetch_all(db)
        .await?)
}

/// Customers with the moment of their newest order and how many they have; those without one are left out.
///
/// # Errors
/// The engine's.
pub async fn newest_order(db: &mut Db, ids: &[i64]) -> Result<Vec<(i64, i64, i64)>> {
    let mut found = Vec::new();
    for chunk in ids.chunks(5_000) {
        let part: Vec<(i64, i64, i64)> = sqlx::query_as(NEWEST_ORDER)
            .bind(crate::row::json_ids(chunk.iter().copied()))
            .fetch_all(&mut *db)
            .await?;
        found.extend(part);
    }
    Ok(found)
}

/// Saves customers, and the words by whose beginning they are found.
///
/// # Errors
/// The engine's.
pub async fn save(db: &mut Db, rows: &[CustomerRow], words: &[CustomerWordRow]) -> Result<()> {
    if rows.is_empty() {
        return Ok(());
    }
    sqlx::query(DELETE_WORDS)
        .bind(crate::row::json_ids(rows.iter().map(|c| c.id)))
        .execute(&mut *db)
        .await?;
    save_all(db, 1, rows).await?;
    insert_all(db, words).await
}

/// Removes customers that nothing points at, with their addresses.
///
/// # Errors
/// The engine's.
pub async fn delete(db: &mut Db, ids: &[i64]) -> Result<()> {
    if ids.is_empty() {
        return Ok(());
    }
    let ids = crate::row::json_ids(ids.iter().copied());
    for sql in [DELETE_WORDS, DELETE_SOURCES, DELETE_ADDRESSES, DELETE] {
        sqlx::query(sql)
            .bind(ids.as_str())
            .execute(&mut *db)
            .await?;
    }
    Ok(())
}
