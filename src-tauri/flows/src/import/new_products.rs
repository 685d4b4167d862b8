//! Products that an import makes from the lines of its orders: not counted, and named as the source does.

use super::known::Known;
use super::packed::Packed;
use crate::error::Result;
use crate::stock::variants::NewVariant;
use domain::sku;
use domain::source::SourceOrder;
use std::collections::HashSet;

/// What the lines of a file name and the shop does not have, each SKU once, in the file's order.
///
/// # Errors
/// As [`Packed::parts`].
pub(crate) fn wanted(orders: &Packed, known: &Known) -> Result<Vec<NewVariant>> {
    let mut seen: HashSet<String> = HashSet::new();
    let mut wanted = Vec::new();
    for part in orders.parts() {
        wanted.extend(of(&part?.orders, known, &mut seen));
    }
    Ok(wanted)
}

fn of(orders: &[SourceOrder], known: &Known, seen: &mut HashSet<String>) -> Vec<NewVariant> {
    orders
        .iter()
        .flat_map(|order| &order.lines)
        .filter(|line| !line.sku.is_empty() && !known.by_sku.contains_key(&line.sku))
        .filter(|line| {
            let sku = sku::exact(&line.sku);
            !sku.is_empty() && seen.insert(sku)
        })
        .map(|line| NewVariant {
            sku: line.sku.clone(),
            title: line.title.clone(),
            options: line.options.clone(),
            barcodes: Some(line.barcode.clone())
                .filter(|code| !code.is_empty())
                .into_iter()
                .collect(),
            grams: line.grams,
            ..NewVariant::default()
        })
        .collect()
}
