//! What the sample brought into the shop, so that it can be taken out again.

use crate::error::Result;
use crate::shop::SAMPLE;
use serde::{Deserialize, Serialize};
use store::Db;
use store::tables::settings;

/// The name of the sample shop.
pub(super) const NAME: &str = "Fern & Kiln";

/// Where the sample shop is: nobody's parcel may come back to it.
pub(super) const SENDER: (&str, &str, &str) = ("Tolhuiskaai 9", "9000", "Gent");

/// What the sample shop says at the end of its slips.
pub(super) const SLIP_NOTE: &str = "Fern & Kiln · hello@fernandkiln.example";

/// The rows that the sample made, but for its orders, which say it themselves.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub(super) struct Made {
    /// The shop itself was made for the sample.
    pub(super) shop: bool,
    /// Variants.
    pub(super) variants: Vec<i64>,
    /// Services.
    pub(super) services: Vec<i64>,
}

/// What is in the shop; `None` without sample data.
pub(super) async fn read(db: &mut Db) -> Result<Option<Made>> {
    let text = settings::meta(db, SAMPLE).await?.unwrap_or_default();
    Ok((!text.is_empty()).then(|| serde_json::from_str(&text).unwrap_or_default()))
}

/// Remembers what is in the shop; `None` when it is out again.
pub(super) async fn write(db: &mut Db, made: Option<&Made>) -> Result<()> {
    let text = made
        .map(|made| serde_json::to_string(made).unwrap_or_default())
        .unwrap_or_default();
    Ok(settings::put_meta(db, SAMPLE, &text).await?)
}
