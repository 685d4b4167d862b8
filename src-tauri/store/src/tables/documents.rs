//! Documents: exact bytes with their hash, and when they were printed.

use super::{rows_by, statements};
use crate::rows::{DocumentOrderRow, PrintJournalRow};
use crate::{Db, Result};

statements! {
    ADD = "INSERT INTO document (id, kind, mime, title, pages, sha256, bytes, made_at, made_by) \
           VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)";
    BYTES = "SELECT mime, title, bytes FROM document WHERE id = $1";
    HEAD = "SELECT id, kind, mime, title, pages, sha256, made_at FROM document WHERE id = $1";
    OF_ORDER = "SELECT d.id, d.kind, x.page, d.made_at, (SELECT COUNT(*) FROM print_journal AS p \
                WHERE p.document_id = d.id AND p.outcome IN ('sending', 'sent', 'unclear') AND (p.page IS NULL OR x.page = 0 OR p.page = x.page)) AS prints \
                FROM document_order AS x JOIN document AS d ON d.id = x.document_id \
                WHERE x.order_id = $1 ORDER BY d.made_at DESC, d.id DESC, x.page";
    NEWEST_SLIP = "SELECT x.told FROM document_order AS x JOIN document AS d ON d.id = x.document_id \
              WHERE x.order_id = $1 AND d.kind = 'slip' ORDER BY d.id DESC, x.page LIMIT 1";
    SLIPS_OUT = "SELECT COUNT(*) FROM document_order AS x JOIN document AS d ON d.id = x.document_id AND d.kind = 'slip' \
              JOIN print_journal AS p ON p.document_id = d.id AND p.outcome <> 'failed' AND (p.page IS NULL OR p.page = x.page) \
              WHERE x.order_id = $1 AND x.told <> ''";
    PRINTS = "SELECT id, document_id, page, sha256, printer, copies, at, staff_id, reason, outcome \
              FROM print_journal WHERE document_id = $1 ORDER BY id";
}

/// A document to be kept.
#[derive(Debug, Clone)]
pub struct NewDocument {
    /// Its id.
    pub id: i64,
    /// label, slip, pick_list, shipped_file.
    pub kind: &'static str,
    /// MIME type.
    pub mime: &'static str,
    /// A file's name for it.
    pub title: String,
    /// Pages; 0 for what has none.
    pub pages: i64,
    /// SHA-256 of the bytes in hex.
    pub sha256: String,
    /// The bytes.
    pub bytes: Vec<u8>,
}

crate::rows! {
    /// What is known of a document without its bytes.
    Head in "document" {
        id: i64, kind: String, mime: String, title: String, pages: i64, sha256: String, made_at: i64,
    }
    /// A document of an order: page 0 stands for all of it.
    OfOrder in "document" { id: i64, kind: String, page: i64, made_at: i64, prints: i64 }
}

/// Keeps a document.
///
/// # Errors
/// The engine's.
pub async fn add(db: &mut Db, document: NewDocument, now: i64, staff: i64) -> Result<()> {
    sqlx::query(ADD)
        .bind(document.id)
        .bind(document.kind)
        .bind(document.mime)
        .bind(document.title)
        .bind(document.pages)
        .bind(document.sha256)
        .bind(document.bytes)
        .bind(now)
        .bind(staff)
        .execute(db)
        .await?;
    Ok(())
}

/// MIME type, name and bytes.
///
/// # Errors
/// The engine's.
pub async fn bytes(db: &mut Db, id: i64) -> Result<Option<(String, String, Vec<u8>)>> {
    Ok(sqlx::query_as(BYTES).bind(id).fetch_optional(db).await?)
}

/// What is known of a document without its bytes.
///
/// # Errors
/// The engine's.
pub async fn head(db: &mut Db, id: i64) -> Result<Option<Head>> {
    Ok(sqlx::query_as(HEAD).bind(id).fetch_optional(db).await?)
}

/// The documents of an order, newest first.
///
/// # Errors
/// The engine's.
pub async fn of_order(db: &mut Db, order: i64) -> Result<Vec<OfOrder>> {
    Ok(sqlx::query_as(OF_ORDER).bind(order).fetch_all(db).await?)
}

/// Every print of a document.
///
/// # Errors
/// The engine's.
pub async fn prints(db: &mut Db, id: i64) -> Result<Vec<PrintJournalRow>> {
    Ok(sqlx::query_as(PRINTS).bind(id).fetch_all(db).await?)
}

/// Which pages of documents speak of which orders.
///
/// # Errors
/// The engine's.
pub async fn orders_on(db: &mut Db, documents: &[i64]) -> Result<Vec<DocumentOrderRow>> {
    rows_by(
        db,
        "document_id",
        documents,
        "t.document_id, t.page, t.order_id",
    )
    .await
}

/// What the newest packing slip of an order told of it, hashed.
///
/// # Errors
/// The engine's.
pub async fn newest_slip(db: &mut Db, order: i64) -> Result<Option<String>> {
    Ok(sqlx::query_scalar(NEWEST_SLIP)
        .bind(order)
        .fetch_optional(db)
        .await?)
}

/// Whether there may be paper with a packing slip of an order: printed, opened on screen or saved.
///
/// # Errors
/// The engine's.
pub async fn slip_is_out(db: &mut Db, order: i64) -> Result<bool> {
    let n: i64 = sqlx::query_scalar(SLIPS_OUT)
        .bind(order)
        .fetch_one(db)
        .await?;
    Ok(n > 0)
}
