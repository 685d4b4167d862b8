//! The shop's picture: read from a file that a person picked, before it stands on paper.

use super::settings::{LOGO, invalid, logo_of};
use super::types::{LogoPicture, LogoRead};
use crate::desk::Desk;
use crate::error::{FlowError, Result};
use base64::Engine as _;
use std::io::Read as _;

/// A picture as the settings keep it. Nothing is saved: the person sees it first.
///
/// # Errors
/// [`FlowError::File`]; [`FlowError::Invalid`] when it is larger than 200 kB or no readable PNG.
pub async fn logo_read(_: &Desk, ask: LogoRead) -> Result<LogoPicture> {
    tokio::task::spawn_blocking(move || {
        let failed = |source| FlowError::File {
            path: ask.path.clone(),
            source,
        };
        let mut bytes = Vec::new();
        // One byte more than may be kept shows that a file is too large, however large it is.
        std::fs::File::open(&ask.path)
            .and_then(|file| file.take(LOGO as u64 + 1).read_to_end(&mut bytes))
            .map_err(failed)?;
        if bytes.is_empty() {
            return Err(invalid("logo_png", "settings-logo-not-png"));
        }
        let png = base64::engine::general_purpose::STANDARD.encode(&bytes);
        logo_of(&png)?;
        Ok(LogoPicture { png })
    })
    .await
    .map_err(|error| FlowError::Printer(error.to_string()))?
}
