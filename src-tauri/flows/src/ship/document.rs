//! The bytes of a document, for a host that shows or saves it.

use crate::desk::Desk;
use crate::error::{FlowError, Result};
use store::tables::documents;

/// A document's MIME type, name and bytes.
///
/// # Errors
/// [`FlowError::NotFound`]; the store's.
pub async fn bytes(desk: &Desk, id: i64) -> Result<(String, String, Vec<u8>)> {
    let mut reader = desk.store.read().await?;
    documents::bytes(reader.db(), id)
        .await?
        .ok_or(FlowError::NotFound("document"))
}
