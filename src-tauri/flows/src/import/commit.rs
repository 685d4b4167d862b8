//! Writing a plan: one transaction, all or nothing.

use super::known::{self, Known};
use super::merge::Update;
use super::new_order::{Booking, Buyer, NewOrder};
use super::plan::{self, Planned};
use super::rows::{
    Before, ChunkRows, address_row, elsewhere_line, elsewhere_parcel, elsewhere_shipment, person,
};
use super::types::Imported;
use crate::desk::Desk;
use crate::error::{FlowError, Result};
use crate::orders::facts::Facts;
use crate::orders::refresh::ViewDeltas;
use crate::stock::reserve;
use domain::id::OrderId;
use domain::source::SourceOrder;
use domain::{Address, Sentence, fold};
use std::collections::HashMap;
use store::row::{insert_all, save_all};
use store::rows::{
    BatchChangeRow, ChannelRow, ConflictRow, CustomerSourceRow, CustomerWordRow, ImportBatchRow,
    PutBackRow, ShipmentLineRow,
};
use store::tables::{orders, settings};
use store::{Event, Tag, Write};

/// What is to be taken in.
#[derive(Debug)]
pub struct Take {
    /// The channel; `None` makes one of `kind`.
    pub channel: Option<i64>,
    /// The channel's kind: a format's word.
    pub kind: String,
    /// The channel's name, when one is made.
    pub channel_name: String,
    /// Orders placed before are history; kept with the channel when it is new or has none.
    pub start_at: Option<domain::Millis>,
    /// The orders.
    pub orders: Vec<SourceOrder>,
    /// Refused already, by the reader.
    pub refused: i64,
    /// The file's name.
    pub file_name: String,
    /// Its hash.
    pub sha256: String,
    /// Sample data.
    pub sample: bool,
}

/// Takes orders in: new ones are made, known ones are settled field by field. All or nothing.
///
/// Reading, matching and deciding happen before the writer is taken; when somebody wrote meanwhile,
/// they are done once more inside.
///
/// # Errors
/// [`FlowError::Stopped`] when the person stopped it; the store's. Then nothing happened.
pub async fn take(desk: &Desk, ask: Take) -> Result<Imported> {
    let total = i64::try_from(ask.orders.len()).unwrap_or(i64::MAX);
    desk.work
        .tell("import", 0, total, Sentence::new("import-working-match"))
        .await;
    let result = take_inner(desk, &ask).await;
    desk.work.end().await;
    result
}

async fn take_inner(desk: &Desk, ask: &Take) -> Result<Imported> {
    let digests: Vec<String> = ask.orders.iter().map(plan::digest).collect();
    let booking = Booking {
        now: desk.now(),
        sample: ask.sample,
    };
    let mut reader = desk.store.read().await?;
    let mut known = known::look_up(reader.db(), ask.channel, &ask.orders, &digests).await?;
    drop(reader);
    let mut planned = plan::plan(&ask.orders, &digests, &known, ask.start_at, booking);
    stop_here(desk)?;
    let mut w = desk.write().await?;
    if settings::journal_seq(w.db()).await? != known.seq {
        known = known::look_up(w.db(), ask.channel, &ask.orders, &digests).await?;
        planned = plan::plan(&ask.orders, &digests, &known, ask.start_at, booking);
    }
    let mut writing = Writing::begin(desk, &mut w, ask, &known).await?;
    let mut result = Imported {
        batch: writing.batch.into(),
        new: 0,
        updated: 0,
        skipped: 0,
        refused: ask.refused,
        ready: 0,
        attention: 0,
        conflicts: 0,
    };
    let mut news = Vec::new();
    let mut updates = Vec::new();
    for planned in planned {
        match planned {
            Planned::New(new) => news.push(*new),
            Planned::Update(update) => updates.push(*update),
            Planned::Skip => result.skipped += 1,
            Planned::Refuse(_) => result.refused += 1,
        }
    }
    result.new = i64::try_from(news.len()).unwrap_or(0);
    result.updated = i64::try_from(updates.len()).unwrap_or(0);
    result.conflicts = updates
        .iter()
        .map(|u| i64::try_from(u.conflicts.len()).unwrap_or(0))
        .sum();
    let mut open: Vec<i64> = writing.write_new(&mut w, news).await?;
    open.extend(writing.write_updates(&mut w, updates).await?);
    if !open.is_empty() {
        reserve::reserve(&mut w, &open).await?;
        for facts in crate::orders::refresh::refresh(&mut w, &open).await? {
            result.ready += facts.order.ready;
            result.attention += i64::from(facts.order.holds > 0 || facts.order.needs > 0);
        }
    }
    writing.end(&mut w, ask, &result).await?;
    stop_here(desk)?;
    w.commit().await?;
    Ok(result)
}

fn stop_here(desk: &Desk) -> Result<()> {
    if desk.work.stopping() {
        Err(FlowError::Stopped)
    } else {
        Ok(())
    }
}

struct Writing<'a> {
    desk: &'a Desk,
    batch: i64,
    channel: i64,
    now: domain::Millis,
    customers: HashMap<String, i64>,
    addresses: HashMap<i64, HashMap<Address, i64>>,
    deltas: ViewDeltas,
    /// What it changed; written at the end, after the batch that the rows name.
    changes: Vec<BatchChangeRow>,
}

/// How many orders are written between two looks at whether to stop.
const CHUNK: usize = 2_000;

impl<'a> Writing<'a> {
    async fn begin(desk: &'a Desk, w: &mut Write<'_>, ask: &Take, known: &Known) -> Result<Self> {
        let channel = match &known.channel {
            Some(channel) => {
                if channel.start_at.is_none() && ask.start_at.is_some() {
                    let row = ChannelRow {
                        start_at: ask.start_at,
                        version: channel.version + 1,
                        ..channel.clone()
                    };
                    settings::save_channel(w.db(), row).await?;
                }
                channel.id
            }
            None => {
                let id = w.id().await?;
                let row = ChannelRow {
                    id,
                    kind: ask.kind.clone(),
                    name: ask.channel_name.clone(),
                    start_at: ask.start_at,
                    on_shelf: "ask".to_owned(),
                    active: 1,
                    version: 1,
                };
                settings::add_channel(w.db(), row).await?;
                w.journal(Event::new("channel_made").thing(id));
                id
            }
        };
        let addresses = known
            .addresses
            .iter()
            .map(|(customer, all)| {
                (
                    *customer,
                    all.iter()
                        .map(|(id, a)| (a.clone(), *id))
                        .collect::<HashMap<_, _>>(),
                )
            })
            .collect();
        let batch = w.id().await?;
        Ok(Self {
            desk,
            batch,
            channel,
            now: w.now(),
            customers: HashMap::new(),
            addresses,
            deltas: ViewDeltas::default(),
            changes: Vec::new(),
        })
    }

    /// Writes new orders; returns those that are open and want their units reserved.
    async fn write_new(&mut self, w: &mut Write<'_>, mut news: Vec<NewOrder>) -> Result<Vec<i64>> {
        let total = i64::try_from(news.len()).unwrap_or(0);
        let mut open = Vec::new();
        let mut done = 0;
        while !news.is_empty() {
            stop_here(self.desk)?;
            let rest = news.split_off(news.len().min(CHUNK));
            let chunk = std::mem::replace(&mut news, rest);
            done += i64::try_from(chunk.len()).unwrap_or(0);
            self.write_chunk(w, chunk, &mut open).await?;
            self.desk
                .work
                .tell("import", done, total, Sentence::new("import-working-write"))
                .await;
        }
        self.deltas.save(w).await?;
        self.deltas = ViewDeltas::default();
        Ok(open)
    }

    async fn write_chunk(
        &mut self,
        w: &mut Write<'_>,
        chunk: Vec<NewOrder>,
        open: &mut Vec<i64>,
    ) -> Result<()> {
        self.make_people(w, &chunk).await?;
        let mut rows = ChunkRows::default();
        for mut new in chunk {
            let id = w.id().await?;
            let customer = match &new.buyer {
                Buyer::Known(id) => *id,
                Buyer::New(key) => self.customers.get(key).copied().unwrap_or(0),
            };
            let ship_to = self
                .address(w, &mut rows, customer, new.ship_to.as_ref())
                .await?;
            let bill_to = self
                .address(w, &mut rows, customer, new.bill_to.as_ref())
                .await?;
            let order = &mut new.facts.order;
            order.id = id;
            order.channel_id = self.channel;
            order.customer_id = Some(customer);
            order.ship_to_id = ship_to;
            order.bill_to_id = bill_to;
            order.batch_id = Some(self.batch);
            self.deltas.change(0, order.views);
            if order.history == 0 {
                open.push(id);
            }
            self.hang(w, &mut rows, new, id, ship_to).await?;
        }
        rows.insert(w).await
    }

    async fn hang(
        &mut self,
        w: &mut Write<'_>,
        rows: &mut ChunkRows,
        new: NewOrder,
        id: i64,
        ship_to: Option<i64>,
    ) -> Result<()> {
        let NewOrder {
            facts,
            taxes,
            elsewhere,
            all_elsewhere,
            tracking,
            ..
        } = new;
        let Facts {
            order,
            lines,
            charges,
            credits,
            payments,
            holds,
            needs,
        } = facts;
        let booked = order.booked_at;
        let (shipped_at, placed) = (order.shipped_at, order.placed_at);
        rows.orders.push(order);
        let mut partly = Vec::new();
        for (mut line, units) in lines
            .into_iter()
            .zip(elsewhere.into_iter().chain(std::iter::repeat(0)))
        {
            line.id = w.id().await?;
            line.order_id = id;
            if units > 0 {
                partly.push((line.id, units));
            }
            rows.lines.push(line);
        }
        macro_rules! own {
            ($from:ident, $to:ident) => {
                for mut row in $from {
                    row.id = w.id().await?;
                    row.order_id = id;
                    rows.$to.push(row);
                }
            };
        }
        own!(charges, charges);
        own!(credits, credits);
        own!(payments, payments);
        own!(taxes, taxes);
        own!(holds, holds);
        for mut need in needs {
            need.id = w.id().await?;
            need.order_id = Some(id);
            rows.needs.push(need);
        }
        if all_elsewhere || !partly.is_empty() {
            let shipment = w.id().await?;
            let left = shipped_at.unwrap_or(if all_elsewhere { placed } else { booked });
            rows.shipments.push(elsewhere_shipment(
                shipment,
                id,
                ship_to,
                booked,
                left,
                all_elsewhere,
            ));
            for (line_id, quantity) in partly {
                rows.shipment_lines
                    .push(elsewhere_line(shipment, line_id, id, quantity));
            }
            for (at, number) in tracking.into_iter().enumerate() {
                let parcel = w.id().await?;
                rows.parcels.push(elsewhere_parcel(
                    parcel,
                    shipment,
                    at,
                    &number,
                    left,
                    all_elsewhere,
                ));
            }
        }
        w.journal(
            Event::new("order_imported")
                .order(OrderId(id))
                .thing(self.batch),
        );
        Ok(())
    }

    /// Makes the customers that a chunk names and nobody made yet.
    async fn make_people(&mut self, w: &mut Write<'_>, chunk: &[NewOrder]) -> Result<()> {
        let mut people = Vec::new();
        let mut words = Vec::new();
        let mut sources = Vec::new();
        for new in chunk {
            let Buyer::New(key) = &new.buyer else {
                continue;
            };
            if self.customers.contains_key(key) {
                continue;
            }
            let id = w.id().await?;
            self.customers.insert(key.clone(), id);
            let (row, source) = person(id, new, self.now);
            words.extend(
                fold::words(&format!("{} {}", row.name, row.company))
                    .into_iter()
                    .map(|word| CustomerWordRow {
                        word,
                        customer_id: id,
                    }),
            );
            people.push(row);
            if let Some(source_id) = source {
                sources.push(CustomerSourceRow {
                    channel_id: self.channel,
                    source_id,
                    customer_id: id,
                });
            }
        }
        insert_all(w.db(), &people).await?;
        insert_all(w.db(), &words).await?;
        insert_all(w.db(), &sources).await?;
        Ok(())
    }

    /// The id of a customer's address; made when the customer has none like it.
    async fn address(
        &mut self,
        w: &mut Write<'_>,
        rows: &mut ChunkRows,
        customer: i64,
        address: Option<&Address>,
    ) -> Result<Option<i64>> {
        let Some(address) = address else {
            return Ok(None);
        };
        if let Some(id) = self
            .addresses
            .get(&customer)
            .and_then(|all| all.get(address))
        {
            return Ok(Some(*id));
        }
        let id = w.id().await?;
        self.addresses
            .entry(customer)
            .or_default()
            .insert(address.clone(), id);
        rows.addresses
            .push(address_row(id, Some(customer), address));
        Ok(Some(id))
    }

    /// Writes what changed on orders that were here; returns those whose lines want more units.
    async fn write_updates(&mut self, w: &mut Write<'_>, updates: Vec<Update>) -> Result<Vec<i64>> {
        let mut again = Vec::new();
        for update in updates {
            stop_here(self.desk)?;
            let id = self.write_update(w, update).await?;
            again.push(id);
        }
        Ok(again)
    }

    async fn write_update(&mut self, w: &mut Write<'_>, update: Update) -> Result<i64> {
        let id = update.before.order.id;
        let mut after = update.after;
        if let Some(address) = &update.ship_to {
            let mut rows = ChunkRows::default();
            let customer = update.address_of.or(after.order.customer_id).unwrap_or(0);
            after.order.ship_to_id = self.address(w, &mut rows, customer, Some(address)).await?;
            rows.insert(w).await?;
        }
        // The refresh that follows derives the views and counts by what stood there before this change.
        after.order.views = update.before.order.views;
        save_all(w.db(), 1, std::slice::from_ref(&after.order)).await?;
        orders::forget_source_money(w.db(), id, !update.taxes.is_empty()).await?;
        let own_payment = |p: &store::rows::PaymentRow| p.id != 0;
        let own_credit = |c: &store::rows::CreditRow| c.id != 0;
        after.payments.retain(|p| !own_payment(p));
        after.credits.retain(|c| !own_credit(c));
        let mut rows = ChunkRows::default();
        macro_rules! own {
            ($from:expr, $to:ident) => {
                for mut row in $from {
                    row.id = w.id().await?;
                    row.order_id = id;
                    rows.$to.push(row);
                }
            };
        }
        own!(after.charges, charges);
        own!(after.payments, payments);
        own!(after.credits, credits);
        own!(update.taxes, taxes);
        let settled: Vec<_> = after.holds.iter().filter(|h| h.id != 0).cloned().collect();
        save_all(w.db(), 1, &settled).await?;
        let settled: Vec<_> = after.needs.iter().filter(|n| n.id != 0).cloned().collect();
        save_all(w.db(), 1, &settled).await?;
        own!(after.holds.into_iter().filter(|h| h.id == 0), holds);
        own!(after.lines.iter().filter(|l| l.id == 0).cloned(), lines);
        for mut need in after.needs.into_iter().filter(|n| n.id == 0) {
            need.id = w.id().await?;
            need.order_id = Some(id);
            rows.needs.push(need);
        }
        let kept: Vec<_> = after.lines.iter().filter(|l| l.id != 0).cloned().collect();
        save_all(w.db(), 1, &kept).await?;
        rows.insert(w).await?;
        self.write_conflicts(w, id, &update.conflicts, &update.remember)
            .await?;
        self.write_goods(
            w,
            id,
            &kept,
            &update.released,
            &update.put_back,
            &update.elsewhere,
            after.order.ship_to_id,
        )
        .await?;
        let before = serde_json::to_string(&Before::of(&update.before)).unwrap_or_default();
        self.changes.push(BatchChangeRow {
            batch_id: self.batch,
            order_id: id,
            before,
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
        Ok(id)
    }

    async fn write_conflicts(
        &mut self,
        w: &mut Write<'_>,
        order: i64,
        conflicts: &[(String, String, String)],
        remember: &[(String, String)],
    ) -> Result<()> {
        let mut rows = Vec::new();
        for (field, ours, theirs) in conflicts {
            rows.push(ConflictRow {
                id: w.id().await?,
                order_id: order,
                field: field.clone(),
                ours: ours.clone(),
                theirs: theirs.clone(),
                batch_id: Some(self.batch),
                found_at: self.now,
                settled_at: None,
                settled: String::new(),
            });
            w.journal(
                Event::new("conflict_found")
                    .order(OrderId(order))
                    .data(&serde_json::json!({ "field": field })),
            );
        }
        insert_all(w.db(), &rows).await?;
        for (field, theirs) in remember {
            orders::remember_theirs(w.db(), order, field, theirs).await?;
        }
        Ok(())
    }

    #[expect(
        clippy::too_many_arguments,
        reason = "the parts of one update, each named"
    )]
    async fn write_goods(
        &mut self,
        w: &mut Write<'_>,
        order: i64,
        lines: &[store::rows::LineRow],
        released: &[(i64, i64)],
        put_back: &[(i64, i64)],
        elsewhere: &[(i64, i64)],
        ship_to: Option<i64>,
    ) -> Result<()> {
        let released: Vec<(i64, i64)> = released.iter().copied().filter(|(_, n)| *n > 0).collect();
        reserve::release(w, &released).await?;
        let mut rows = Vec::new();
        for (line_id, quantity) in put_back {
            rows.push(PutBackRow {
                id: w.id().await?,
                variant_id: lines
                    .iter()
                    .find(|l| l.id == *line_id)
                    .and_then(|l| l.variant_id),
                order_id: order,
                line_id: *line_id,
                quantity: *quantity,
                bin: String::new(),
                made_at: self.now,
                done_at: None,
                done_by: None,
                gone: 0,
            });
        }
        insert_all(w.db(), &rows).await?;
        if !elsewhere.is_empty() {
            let shipment = w.id().await?;
            insert_all(
                w.db(),
                &[elsewhere_shipment(
                    shipment, order, ship_to, self.now, self.now, false,
                )],
            )
            .await?;
            let rows: Vec<ShipmentLineRow> = elsewhere
                .iter()
                .map(|(line, n)| elsewhere_line(shipment, *line, order, *n))
                .collect();
            insert_all(w.db(), &rows).await?;
        }
        Ok(())
    }

    async fn end(self, w: &mut Write<'_>, ask: &Take, result: &Imported) -> Result<()> {
        let staff_id = w.actor().staff.0;
        insert_all(
            w.db(),
            &[ImportBatchRow {
                id: self.batch,
                channel_id: self.channel,
                kind: if ask.sample { "sample" } else { "orders" }.to_owned(),
                file_name: ask.file_name.clone(),
                sha256: ask.sha256.clone(),
                format: ask.kind.clone(),
                state: "done".to_owned(),
                created: result.new,
                updated: result.updated,
                skipped: result.skipped,
                refused: result.refused,
                at: self.now,
                staff_id,
                undone_at: None,
            }],
        )
        .await?;
        insert_all(w.db(), &self.changes).await?;
        w.journal(Event::new("imported").thing(self.batch).data(&serde_json::json!({
            "new": result.new, "updated": result.updated, "skipped": result.skipped, "refused": result.refused,
        })));
        w.stale(&[
            Tag::Orders,
            Tag::Imports,
            Tag::Stock,
            Tag::Customers,
            Tag::Needs,
            Tag::Settings,
        ]);
        Ok(())
    }
}
