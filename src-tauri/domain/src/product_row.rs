//! One thing that is sold, as a file tells it.

use crate::Currency;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// A variant of a product with its opening stock. What the file does not state is `None` or empty:
/// it changes nothing of what is known.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct ProductRow {
    /// Row of the file, the header being row 1.
    pub row: u32,
    /// What the rows of one product share (Shopify's handle), or empty: the row stands alone.
    pub product_key: String,
    /// The product's title; never empty.
    pub title: String,
    /// Options by name, such as `Size` → `A5`, in the file's order.
    pub options: Vec<(String, String)>,
    /// SKU as given: leading zeros kept. Empty when the file has none.
    pub sku: String,
    /// Barcodes (GTIN) as given.
    pub barcodes: Vec<String>,
    /// Grams of one unit.
    #[ts(type = "number | null")]
    pub grams: Option<i64>,
    /// Length in millimetres.
    #[ts(type = "number | null")]
    pub length_mm: Option<i64>,
    /// Width in millimetres.
    #[ts(type = "number | null")]
    pub width_mm: Option<i64>,
    /// Height in millimetres.
    #[ts(type = "number | null")]
    pub height_mm: Option<i64>,
    /// Customs tariff number, digits only, or empty.
    pub hs_code: String,
    /// Country of origin, ISO 3166-1 alpha-2, or empty.
    pub origin: String,
    /// Currency of cost and price.
    pub currency: Currency,
    /// What one unit costs the shop, in minor units.
    #[ts(type = "number | null")]
    pub cost: Option<i64>,
    /// What one unit is sold for, in minor units.
    #[ts(type = "number | null")]
    pub price: Option<i64>,
    /// Where it lies, or empty.
    pub bin: String,
    /// Units on the shelf at the start; `None`: not counted.
    #[ts(type = "number | null")]
    pub opening: Option<i64>,
    /// Reorder when fewer than this are left.
    #[ts(type = "number | null")]
    pub reorder_at: Option<i64>,
    /// What it is put together from: SKU as given and how many of it are in one. Empty: nothing said.
    #[ts(type = "[string, number][]")]
    pub parts: Vec<(String, i64)>,
    /// Whether it is a thing that is picked and shipped.
    pub ships: bool,
}
