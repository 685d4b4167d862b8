//! Putting a backup in the place of a shop that is not open.

use crate::ApiError;
use domain::Millis;
use std::path::Path;

/// Puts a checked backup in the place of a data folder's shop. What was there stays beside it.
///
/// # Errors
/// [`crate::Code::InUse`] while the shop is open; [`crate::Code::Storage`] for a file that is no sound
/// backup, or of a newer Backroom; [`crate::Code::File`].
pub async fn restore(backup: &Path, folder: &Path, now: Millis) -> Result<(), ApiError> {
    Ok(flows::restore(backup, folder, now).await?)
}
