//! Units that were fetched and are no longer wanted: what goes back, and to which shelf.

use super::reserve::Fetched;
use super::takes;
use crate::error::Result;
use std::collections::BTreeMap;
use store::Write;
use store::row::insert_all;
use store::rows::PutBackRow;
use store::tables::stock;

/// Writes what goes back to the shelf: of a kit each part to its own place. `fetched` are units of
/// lines of any orders; a line without a variant goes back as itself.
///
/// # Errors
/// The store's.
pub(crate) async fn write(w: &mut Write<'_>, fetched: &[Fetched]) -> Result<()> {
    if fetched.is_empty() {
        return Ok(());
    }
    let ids: Vec<i64> = fetched.iter().map(|f| f.line).collect();
    let lines = stock::lines_by_id(w.db(), &ids).await?;
    let orders: BTreeMap<i64, i64> = lines.iter().map(|l| (l.id, l.order_id)).collect();
    let takes = takes::of(w.db(), &lines).await?;
    let variants: Vec<i64> = takes.values().flatten().map(|t| t.variant).collect();
    let bins: BTreeMap<(i64, i64), String> = stock::levels(w.db(), &variants)
        .await?
        .into_iter()
        .map(|l| ((l.variant_id, l.location_id), l.bin))
        .collect();
    let mut rows = Vec::new();
    for one in fetched {
        let Some(order) = orders.get(&one.line).copied() else {
            continue;
        };
        let of_line = takes.get(&one.line).map_or(&[][..], Vec::as_slice);
        let mut things: Vec<(Option<i64>, i64)> = of_line
            .iter()
            .map(|t| (Some(t.variant), one.units * t.units))
            .collect();
        if things.is_empty() {
            things.push((None, one.units));
        }
        for (variant, quantity) in things {
            let bin = variant.and_then(|v| bins.get(&(v, one.place)));
            rows.push(PutBackRow {
                id: w.id().await?,
                variant_id: variant,
                order_id: order,
                line_id: one.line,
                quantity,
                location_id: (one.place != 0).then_some(one.place),
                bin: bin.cloned().unwrap_or_default(),
                made_at: w.now(),
                done_at: None,
                done_by: None,
                gone: 0,
            });
        }
    }
    Ok(insert_all(w.db(), &rows).await?)
}
