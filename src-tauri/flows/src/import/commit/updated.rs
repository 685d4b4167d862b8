//! Orders that were here and of which a file says something new: what was settled, in bulk.

use super::gathered::Source;
use super::{Ids, Writing, stop_here};
use crate::error::Result;
use crate::import::merge::Update;
use crate::import::plan::{self, Planned};
use crate::import::rows::{
    Aside, Before, Caused, ChunkRows, elsewhere_line, elsewhere_shipment, words_of,
};
use crate::orders::{facts, told};
use crate::ship::fitting;
use crate::ship::parcels::LabelsOf;
use crate::stock::reserve::{self, Fetched};
use crate::stock::{put_back, takes};
use domain::Sentence;
use domain::id::OrderId;
use domain::order::calls;
use std::collections::BTreeSet;
use store::row::{insert_all, save_all};
use store::rows::{
    BatchChangeRow, ConflictRow, CustomerRow, HoldRow, LineRow, LocalEditRow, NeedRow, OrderRow,
};
use store::tables::{customers, orders, ship, stock};
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
    /// Conflicts that say no longer what is to be chosen.
    superseded: Vec<ConflictRow>,
    /// Customers as their sources name them now.
    buyers: Vec<CustomerRow>,
    remembered: Vec<LocalEditRow>,
    released: Vec<(i64, i64)>,
    /// The orders of which units were released.
    smaller: Vec<i64>,
    /// Shipments of the source that it did not make after all.
    unsent: Vec<i64>,
    /// Units by line that were fetched and are wanted no more.
    put_backs: Vec<(i64, i64)>,
    /// What they were before, for an undo.
    before: Vec<BatchChangeRow>,
    /// Shipments elsewhere that left our shelf, and their orders.
    sold: Vec<i64>,
    sold_of: Vec<i64>,
}

/// What a change leaves to do when all of an import is written.
#[derive(Default)]
pub(super) struct Rest {
    /// How many orders are said to change, for who waits.
    total: i64,
    /// Differences that a person has to decide.
    pub(super) conflicts: i64,
    /// Orders that the import changed.
    pub(super) orders: Vec<i64>,
    /// Shipments elsewhere that left our shelf. They are booked when every change is written: what they
    /// take may be promised to an order of a later chunk.
    pub(super) sold: Vec<i64>,
    /// Their orders.
    pub(super) sold_of: Vec<i64>,
    /// Variants of which units became free.
    pub(super) free: BTreeSet<i64>,
}

/// What became of changed orders that were not written.
#[derive(Default)]
pub(super) struct Told {
    pub(super) skipped: i64,
    pub(super) refused: i64,
    /// Of those: orders that only share a number with orders here.
    pub(super) others: usize,
}

impl Rest {
    pub(super) fn of(total: usize) -> Self {
        Self {
            total: i64::try_from(total).unwrap_or(0),
            ..Self::default()
        }
    }
}

impl Writing<'_> {
    /// Plans and writes what changed on orders that were here, a part of the file at a time.
    pub(super) async fn write_later(
        &mut self,
        w: &mut Write<'_>,
        source: &Source,
        rest: &mut Rest,
    ) -> Result<Told> {
        let mut told = Told::default();
        for part in source.orders.parts() {
            let part = part?;
            let here = source.known.here_of(w.db(), &part).await?;
            let mut updates = Vec::new();
            for planned in plan::changes(&part, source.basis(&here)) {
                match planned {
                    Planned::Update(update) => updates.push(*update),
                    Planned::New(_) | Planned::Skip => told.skipped += 1,
                    Planned::Refuse(_) => told.refused += 1,
                    Planned::Other(_) => {
                        told.refused += 1;
                        told.others += 1;
                    }
                }
            }
            self.write_updates(w, updates, rest).await?;
        }
        Ok(told)
    }

    /// Writes what changed on orders that were here.
    pub(super) async fn write_updates(
        &mut self,
        w: &mut Write<'_>,
        updates: Vec<Update>,
        rest: &mut Rest,
    ) -> Result<()> {
        let mut updates = updates.into_iter();
        loop {
            stop_here(self.desk)?;
            let chunk: Vec<Update> = updates.by_ref().take(CHUNK).collect();
            if chunk.is_empty() {
                break;
            }
            let mut ids = Ids::take(w, chunk.iter().map(wanted_ids).sum()).await?;
            let mut changed = Changed::default();
            let here: Vec<i64> = chunk.iter().map(|u| u.before.order.id).collect();
            let mut aside = Aside::load(w.db(), &here).await?;
            for update in chunk {
                rest.orders.push(update.before.order.id);
                rest.conflicts += i64::try_from(update.conflicts.len()).unwrap_or(0);
                let aside = aside.remove(&update.before.order.id).unwrap_or_default();
                self.change(w, &mut ids, &mut changed, update, aside)?;
            }
            changed.write(w, rest).await?;
            let done = i64::try_from(rest.orders.len()).unwrap_or(0);
            self.desk
                .work
                .tell(
                    "import",
                    done,
                    rest.total,
                    Sentence::new("import-working-write"),
                )
                .await;
        }
        Ok(())
    }

    fn change(
        &mut self,
        w: &mut Write<'_>,
        ids: &mut Ids,
        changed: &mut Changed,
        mut update: Update,
        mut aside: Aside,
    ) -> Result<()> {
        let id = update.before.order.id;
        let mut after = update.after;
        let mut caused = Caused::default();
        if let Some(address) = &update.ship_to {
            let customer = update.address_of.or(after.order.customer_id).unwrap_or(0);
            let known = changed.rows.addresses.len();
            after.order.ship_to_id =
                self.people
                    .address(ids, &mut changed.rows, customer, Some(address))?;
            let made = changed.rows.addresses.get(known);
            caused.address = made.map(|row| row.id);
        }
        if let Some(row) = update.buyer {
            aside.buyer = update.known_buyer;
            changed.buyers.push(row);
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
        let earlier = changed.rows.holds.len();
        own!(new, holds);
        caused
            .holds
            .extend(changed.rows.holds.iter().skip(earlier).map(|h| h.id));
        changed.holds.extend(kept);
        let (new, kept): (Vec<_>, Vec<_>) = after.needs.into_iter().partition(|n| n.id == 0);
        changed.needs.extend(kept);
        for mut need in new {
            need.id = ids.next()?;
            need.order_id = Some(id);
            caused.needs.push(need.id);
            changed.rows.needs.push(need);
        }
        let (new, kept): (Vec<_>, Vec<_>) = after.lines.into_iter().partition(|l| l.id == 0);
        let earlier = changed.rows.lines.len();
        own!(new, lines);
        if let Some((field, mut units)) = update.called {
            let new = changed.rows.lines.iter().skip(earlier);
            units.extend(new.map(|line| (line.id, line.cancelled)));
            let units: Vec<(i64, i64)> = units.into_iter().collect();
            update
                .remember
                .push((field.to_owned(), calls::spell(&units)));
        }
        changed.put_backs.extend(update.put_back);
        changed.lines.extend(kept);
        let earlier = changed.released.len();
        changed
            .released
            .extend(update.released.into_iter().filter(|(_, units)| *units > 0));
        if changed.released.len() > earlier {
            changed.smaller.push(id);
        }
        if update.unsent {
            changed.unsent.extend(aside.shipments.iter().map(|s| s.id));
        }
        if !update.elsewhere.is_empty() {
            let shipment = ids.next()?;
            caused.shipment = Some(shipment);
            // Nothing of ours can have left for a line that no product is known for.
            let from_shelf = update
                .from_shelf
                .or((update.shelf_units == 0).then_some(false));
            match from_shelf {
                Some(true) => {
                    changed.sold.push(shipment);
                    changed.sold_of.push(id);
                }
                None => self.asks += update.shelf_units,
                Some(false) => {}
            }
            changed.rows.shipments.push(elsewhere_shipment(
                shipment,
                id,
                ship_to,
                self.now,
                update.left_at.unwrap_or(self.now),
                false,
                from_shelf,
            ));
            changed.rows.shipment_lines.extend(
                update
                    .elsewhere
                    .iter()
                    .map(|(line, units)| elsewhere_line(shipment, *line, id, *units)),
            );
        }
        let over = aside.conflicts.iter();
        for row in over.filter(|row| update.superseded.contains(&row.field)) {
            changed.superseded.push(ConflictRow {
                settled_at: Some(self.now),
                settled: "superseded".to_owned(),
                ..row.clone()
            });
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
        changed.before.push(BatchChangeRow {
            batch_id: self.batch,
            order_id: id,
            before: serde_json::to_string(&Before::of(&update.before, aside, caused))
                .unwrap_or_default(),
            // The refresh that follows raises it once.
            version_after: update.before.order.version + 1,
        });
        let verb = if update.cancelled {
            "order_cancelled_there"
        } else if update.revived {
            "order_goes_on_there"
        } else if update.changes.is_empty() {
            // Only what is asked of a person, or what stands beside its fields.
            "order_settled_with_import"
        } else {
            "order_updated_by_import"
        };
        let event = Event::new(verb).order(OrderId(id)).thing(self.batch);
        w.journal(told::changes(
            event,
            &update.changes,
            update.before.order.customer_id,
        ));
        Ok(())
    }
}

impl Changed {
    async fn write(mut self, w: &mut Write<'_>, rest: &mut Rest) -> Result<()> {
        let all: Vec<i64> = self.orders.iter().map(|o| o.id).collect();
        insert_all(w.db(), &std::mem::take(&mut self.rows.addresses)).await?;
        save_all(w.db(), 1, &self.orders).await?;
        orders::forget_source_money(w.db(), &all).await?;
        orders::forget_taxes(w.db(), &self.with_taxes).await?;
        save_all(w.db(), 1, &self.holds).await?;
        save_all(w.db(), 1, &self.needs).await?;
        save_all(w.db(), 1, &self.lines).await?;
        ship::delete_elsewhere(w.db(), &self.unsent).await?;
        self.rows.insert(w).await?;
        save_all(w.db(), 1, &self.superseded).await?;
        insert_all(w.db(), &self.conflicts).await?;
        insert_all(w.db(), &self.before).await?;
        // Where several orders of a file speak of one customer, the newest of them spoke.
        let mut seen = BTreeSet::new();
        let buyers: Vec<CustomerRow> = std::mem::take(&mut self.buyers)
            .into_iter()
            .filter(|row| seen.insert(row.id))
            .collect();
        let words: Vec<_> = buyers.iter().flat_map(words_of).collect();
        customers::save(w.db(), &buyers, &words).await?;
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
        rest.free.extend(of_lines(w, &self.released).await?);
        rest.sold.append(&mut self.sold);
        rest.sold_of.append(&mut self.sold_of);
        fit(w, &self.smaller).await
    }
}

/// What was planned to leave, or has a label, holds no more than is still wanted.
pub(super) async fn fit(w: &mut Write<'_>, orders: &[i64]) -> Result<()> {
    for facts in facts::load(w.db(), orders).await? {
        fitting::fit(w, &facts, LabelsOf::Retire).await?;
    }
    Ok(())
}

/// What lines are fetched as.
async fn of_lines(w: &mut Write<'_>, lines: &[(i64, i64)]) -> Result<Vec<i64>> {
    if lines.is_empty() {
        return Ok(Vec::new());
    }
    let ids: Vec<i64> = lines.iter().map(|(line, _)| *line).collect();
    let rows = stock::lines_by_id(w.db(), &ids).await?;
    let takes = takes::of(w.db(), &rows).await?;
    Ok(takes.into_values().flatten().map(|t| t.variant).collect())
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
