//! Writing the book back: a handful of statements whatever the number of lines.

use super::{Book, NEGATIVE};
use crate::error::Result;
use crate::needs;
use crate::stock::not_found::COUNT_NEEDED;
use domain::Sentence;
use std::collections::BTreeMap;
use store::row::{insert_all, save_all};
use store::rows::ReservationRow;
use store::tables::stock::{self, LineStock};
use store::{Tag, Write};

impl Book {
    /// Writes everything that changed.
    pub(crate) async fn save(self, w: &mut Write<'_>) -> Result<()> {
        let now = w.now();
        let lines: Vec<LineStock> = self
            .changed
            .iter()
            .filter_map(|id| self.lines.get(id))
            .map(|l| LineStock {
                id: l.id,
                kind: l.kind.clone(),
                variant_id: l.variant_id,
                reserved: l.reserved,
                backordered: l.backordered,
                picked: l.picked,
                packed: l.packed,
                shipped: l.shipped,
                grams: l.grams,
            })
            .collect();
        save_all(w.db(), 1, &lines).await?;
        // One row may have been changed twice: what it came to last is what stands.
        let ended: BTreeMap<i64, ReservationRow> =
            self.ended.into_iter().map(|r| (r.id, r)).collect();
        save_all(w.db(), 1, &ended.into_values().collect::<Vec<_>>()).await?;
        let mut made: Vec<ReservationRow> = self
            .made
            .into_iter()
            .map(|m| ReservationRow {
                id: 0,
                variant_id: m.variant,
                location_id: m.place,
                order_id: m.order,
                line_id: m.line,
                quantity: m.units,
                state: "active".to_owned(),
                made_at: now,
                ended_at: None,
            })
            .collect();
        made.extend(self.split);
        let first = w.ids(made.len()).await?;
        for (id, row) in (first..).zip(&mut made) {
            row.id = id;
        }
        insert_all(w.db(), &made).await?;
        let mut moved = self.moved;
        let first = w.ids(moved.len()).await?;
        for (id, row) in (first..).zip(&mut moved) {
            row.id = id;
        }
        insert_all(w.db(), &moved).await?;
        let mut negative: BTreeMap<i64, i64> = BTreeMap::new();
        let mut in_hand: BTreeMap<i64, (i64, i64)> = BTreeMap::new();
        let (mut fresh, mut dirty) = (Vec::new(), Vec::new());
        for ((variant, _), entry) in self.entries {
            let counted = self.sorts.get(&variant).is_some_and(|s| s.counted);
            if counted && entry.lowered && entry.row.on_hand < 0 {
                *negative.entry(variant).or_default() += entry.row.on_hand;
            } else if counted && entry.lowered && entry.row.on_hand < entry.row.picked {
                in_hand.insert(variant, (entry.row.picked, entry.row.on_hand));
            }
            match (entry.dirty, entry.fresh) {
                (true, true) => fresh.push(entry.row),
                (true, false) => dirty.push(entry.row),
                (false, _) => {}
            }
        }
        insert_all(w.db(), &fresh).await?;
        save_all(w.db(), 2, &dirty).await?;
        for (variant, on_hand) in negative {
            say_negative(w, variant, on_hand).await?;
        }
        for (variant, (fetched, on_hand)) in in_hand {
            say_more_fetched(w, variant, fetched, on_hand).await?;
        }
        for row in fresh.iter().chain(&dirty) {
            w.touch(row.variant_id);
        }
        w.stale(&[Tag::Stock]);
        Ok(())
    }
}

/// More was fetched than is in the house by the rows: something left that nobody thought of. What is in
/// somebody's hands stays theirs, and a person is asked to count.
async fn say_more_fetched(
    w: &mut Write<'_>,
    variant: i64,
    fetched: i64,
    on_hand: i64,
) -> Result<()> {
    let sentence = Sentence::new("stock-more-fetched")
        .with("sku", name_of(w, variant).await?)
        .with("fetched", fetched)
        .with("units", on_hand);
    needs::open(w, COUNT_NEEDED, variant, &sentence).await?;
    Ok(())
}

async fn name_of(w: &mut Write<'_>, variant: i64) -> Result<String> {
    let row = stock::variants(w.db(), &[variant]).await?.pop();
    Ok(row
        .map(|v| if v.sku.is_empty() { v.title } else { v.sku })
        .unwrap_or_default())
}

/// Less than nothing on hand is a fact: it is booked, and a person is asked to count.
async fn say_negative(w: &mut Write<'_>, variant: i64, on_hand: i64) -> Result<()> {
    let sentence = Sentence::new("stock-negative")
        .with("sku", name_of(w, variant).await?)
        .with("units", -on_hand);
    needs::open(w, NEGATIVE, variant, &sentence).await?;
    Ok(())
}
