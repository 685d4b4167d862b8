//! Orders that were here and of which a file says something new: what was settled, in bulk.

use super::{Ids, Writing, stop_here};
use crate::error::Result;
use crate::import::merge::Update;
use crate::import::rows::{Before, ChunkRows, elsewhere_line, elsewhere_shipment};
use crate::orders::facts;
use crate::ship::fitting;
use crate::ship::parcels::LabelsOf;
use crate::stock::put_back;
use crate::stock::reserve::{self, Fetched};
use domain::Sentence;
use domain::id::OrderId;
use std::collections::BTreeSet;
use store::row::{insert_all, save_all};
use store::rows::{BatchChangeRow, ConflictRow, HoldRow, LineRow, LocalEditRow, NeedRow, OrderRow};
use store::tables::orders;
use store::{Event, Write};

/// How many orders are changed by one set of statements.
const CHUNK: usize = 500;

/// What some updates change, table by table.
#[derive(Default)]
struct Changed {
    orders: Vec<OrderRow>,
    /// Those whose taxes the source names anew.
    with_taxes: Vec<i64>,
    holds: Vec<HoldRow>,
    needs: Vec<NeedRow>,
    lines: Vec<LineRow>,
    /// What is new on them.
    rows: ChunkRows,
    conflicts: Vec<ConflictRow>,
    remembered: Vec<LocalEditRow>,
    released: Vec<(i64, i64)>,
    /// The orders of which units were released.
    smaller: Vec<i64>,
    /// Units by line that were fetched and are wanted no more.
    put_backs: Vec<(i64, i64)>,
}

impl Writing<'_> {
    /// Writes what changed on orders that were here; returns those whose lines want more units.
    pub(super) async fn write_updates(
        &mut self,
        w: &mut Write<'_>,
        updates: Vec<Update>,
    ) -> Result<Vec<i64>> {
        let total = i64::try_from(updates.len()).unwrap_or(0);
        let mut again = Vec::new();
        let mut updates = updates.into_iter();
        loop {
            stop_here(self.desk)?;
            let chunk: Vec<Update> = updates.by_ref().take(CHUNK).collect();
            if chunk.is_empty() {
                break;
            }
            let mut ids = Ids::take(w, chunk.iter().map(wanted_ids).sum()).await?;
            let mut changed = Changed::default();
            for update in chunk {
                again.push(update.before.order.id);
                self.change(w, &mut ids, &mut changed, update)?;
            }
            changed.write(w).await?;
            let done = i64::try_from(again.len()).unwrap_or(0);
            self.desk
                .work
                .tell("import", done, total, Sentence::new("import-working-write"))
                .await;
        }
        Ok(again)
    }

    fn change(
        &mut self,
        w: &mut Write<'_>,
        ids: &mut Ids,
        changed: &mut Changed,
        update: Update,
    ) -> Result<()> {
        let id = update.before.order.id;
        let mut after = update.after;
        if let Some(address) = &update.ship_to {
            let customer = update.address_of.or(after.order.customer_id).unwrap_or(0);
            after.order.ship_to_id =
                self.people
                    .address(ids, &mut changed.rows, customer, Some(address))?;
        }
        // The refresh that follows derives the views and counts by what stood there before this change.
        after.order.views = update.before.order.views;
        let ship_to = after.order.ship_to_id;
        changed.orders.push(after.order);
        if !update.taxes.is_empty() {
            changed.with_taxes.push(id);
        }
        // What the source said of the money before is forgotten; what was paid here stays.
        after.payments.retain(|p| p.id == 0);
        after.credits.retain(|c| c.id == 0);
        macro_rules! own {
            ($from:expr, $to:ident) => {
                for mut row in $from {
                    row.id = ids.next()?;
                    row.order_id = id;
                    changed.rows.$to.push(row);
                }
            };
        }
        own!(after.charges, charges);
        own!(after.payments, payments);
        own!(after.credits, credits);
        own!(update.taxes, taxes);
        let (new, kept): (Vec<_>, Vec<_>) = after.holds.into_iter().partition(|h| h.id == 0);
        own!(new, holds);
        changed.holds.extend(kept);
        let (new, kept): (Vec<_>, Vec<_>) = after.needs.into_iter().partition(|n| n.id == 0);
        changed.needs.extend(kept);
        for mut need in new {
            need.id = ids.next()?;
            need.order_id = Some(id);
            changed.rows.needs.push(need);
        }
        let (new, kept): (Vec<_>, Vec<_>) = after.lines.into_iter().partition(|l| l.id == 0);
        own!(new, lines);
        changed.put_backs.extend(update.put_back);
        changed.lines.extend(kept);
        let earlier = changed.released.len();
        changed
            .released
            .extend(update.released.into_iter().filter(|(_, units)| *units > 0));
        if changed.released.len() > earlier {
            changed.smaller.push(id);
        }
        if !update.elsewhere.is_empty() {
            let shipment = ids.next()?;
            changed.rows.shipments.push(elsewhere_shipment(
                shipment, id, ship_to, self.now, self.now, false,
            ));
            changed.rows.shipment_lines.extend(
                update
                    .elsewhere
                    .iter()
                    .map(|(line, units)| elsewhere_line(shipment, *line, id, *units)),
            );
        }
        for (field, ours, theirs) in update.conflicts {
            w.journal(
                Event::new("conflict_found")
                    .order(OrderId(id))
                    .data(&serde_json::json!({ "field": field })),
            );
            changed.conflicts.push(ConflictRow {
                id: ids.next()?,
                order_id: id,
                field,
                ours,
                theirs,
                batch_id: Some(self.batch),
                found_at: self.now,
                settled_at: None,
                settled: String::new(),
            });
        }
        changed
            .remembered
            .extend(
                update
                    .remember
                    .into_iter()
                    .map(|(field, theirs)| LocalEditRow {
                        order_id: id,
                        field,
                        theirs,
                    }),
            );
        self.changes.push(BatchChangeRow {
            batch_id: self.batch,
            order_id: id,
            before: serde_json::to_string(&Before::of(&update.before)).unwrap_or_default(),
            // The refresh that follows raises it once.
            version_after: update.before.order.version + 1,
        });
        let fields: Vec<&str> = update.changes.iter().map(|c| c.field.as_str()).collect();
        let verb = if update.cancelled {
            "order_cancelled_there"
        } else {
            "order_updated_by_import"
        };
        w.journal(
            Event::new(verb)
                .order(OrderId(id))
                .thing(self.batch)
                .data(&serde_json::json!({ "fields": fields })),
        );
        Ok(())
    }
}

impl Changed {
    async fn write(mut self, w: &mut Write<'_>) -> Result<()> {
        let all: Vec<i64> = self.orders.iter().map(|o| o.id).collect();
        insert_all(w.db(), &std::mem::take(&mut self.rows.addresses)).await?;
        save_all(w.db(), 1, &self.orders).await?;
        orders::forget_source_money(w.db(), &all).await?;
        orders::forget_taxes(w.db(), &self.with_taxes).await?;
        save_all(w.db(), 1, &self.holds).await?;
        save_all(w.db(), 1, &self.needs).await?;
        save_all(w.db(), 1, &self.lines).await?;
        self.rows.insert(w).await?;
        insert_all(w.db(), &self.conflicts).await?;
        orders::remember_theirs(w.db(), &self.remembered).await?;
        let mut fetched = reserve::release(w, &self.released).await?;
        // A line without a variant holds no reservation that could say what of it was fetched.
        let known: BTreeSet<i64> = fetched.iter().map(|f| f.line).collect();
        let without = self.put_backs.iter().filter(|(id, _)| !known.contains(id));
        fetched.extend(without.map(|(line, units)| Fetched {
            line: *line,
            place: 0,
            units: *units,
        }));
        put_back::write(w, &fetched).await?;
        // What was planned to leave, or has a label, holds no more than is still wanted.
        for facts in facts::load(w.db(), &self.smaller).await? {
            fitting::fit(w, &facts, LabelsOf::Retire).await?;
        }
        Ok(())
    }
}

/// The most ids that an update's new rows take.
fn wanted_ids(update: &Update) -> usize {
    let after = &update.after;
    2 + after.charges.len()
        + after.payments.len()
        + after.credits.len()
        + update.taxes.len()
        + after.holds.len()
        + after.needs.len()
        + after.lines.len()
        + update.conflicts.len()
}
