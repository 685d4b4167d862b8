//! Orders that are new: their rows, with the ids that bind them, in bulk. The rows of the next orders are
//! made on a thread of their own while the engine writes those before.

use super::gathered::{Chunks, News, Source};
use super::{CHUNK, Ids, People, Writing, stop_here};
use crate::error::{FlowError, Result};
use crate::import::new_order::{Boxed, Buyer, NewOrder};
use crate::import::rows::{
    ChunkRows, elsewhere_line, elsewhere_parcel, elsewhere_shipment, person, words_of,
};
use crate::orders::facts::Facts;
use crate::orders::refresh::{self, ViewDeltas};
use crate::shop::types::ShopSettings;
use crate::stock::promise::Promises;
use domain::id::OrderId;
use domain::order::Life;
use domain::{Millis, Sentence};
use store::rows::CustomerSourceRow;
use store::{Engine, Event, Ready, Write};
use tokio::sync::mpsc;

/// How many chunks wait to be written: one is enough, and bounds what they take of memory.
const AHEAD: usize = 1;

impl Writing<'_> {
    /// Writes new orders; those that are no history with the units they were promised.
    pub(super) async fn write_new(
        &mut self,
        w: &mut Write<'_>,
        news: News,
        source: Source,
        settings: &ShopSettings,
    ) -> Result<Written> {
        if news.count == 0 {
            return Ok(Written::default());
        }
        let promises = Promises::open(w.db(), news.variants.clone()).await?;
        let total = i64::try_from(news.count).unwrap_or(0);
        let maker = Maker {
            ids: Ids::take(w, news.ids).await?,
            engine: w.engine(),
            batch: self.batch,
            channel: self.channel,
            now: self.now,
            people: std::mem::take(&mut self.people),
            deltas: ViewDeltas::default(),
            settings: settings.clone(),
            promises,
            written: Written::default(),
            sold: Vec::new(),
            asks: 0,
        };
        let (give, mut made) = mpsc::channel(AHEAD);
        let news = news.chunks(source, CHUNK);
        let making = tokio::task::spawn_blocking(move || maker.run(news, &give));
        let mut done = 0;
        while let Some(chunk) = made.recv().await {
            // Whoever stops here lets go of the channel, and the maker finds nobody to give to.
            stop_here(self.desk)?;
            let Chunk {
                orders,
                completed,
                rows,
            } = chunk;
            for rows in rows {
                rows.write(w.db()).await?;
            }
            done += i64::try_from(orders.len()).unwrap_or(0);
            for order in orders {
                w.journal(
                    Event::new("order_imported")
                        .order(OrderId(order))
                        .thing(self.batch),
                );
            }
            for order in completed {
                w.journal(Event::new("order_completed").order(OrderId(order)));
            }
            self.desk
                .work
                .tell("import", done, total, Sentence::new("import-working-write"))
                .await;
        }
        let made = making
            .await
            .map_err(|error| FlowError::Printer(error.to_string()))??;
        self.people = made.people;
        self.left_shelf.extend(made.sold);
        self.asks += made.asks;
        made.deltas.save(w).await?;
        made.promises.save(w).await?;
        Ok(made.written)
    }
}

/// What the new orders that are no history came to.
#[derive(Debug, Default)]
pub(super) struct Written {
    /// How many can be shipped now.
    pub(super) ready: i64,
    /// How many are held or need a person.
    pub(super) attention: i64,
}

/// Some orders as they are written.
struct Chunk {
    orders: Vec<i64>,
    /// Those of which nothing is left to do.
    completed: Vec<i64>,
    rows: Vec<Ready>,
}

/// Makes the rows of new orders.
struct Maker {
    ids: Ids,
    engine: Engine,
    batch: i64,
    channel: i64,
    now: Millis,
    people: People,
    deltas: ViewDeltas,
    settings: ShopSettings,
    promises: Promises,
    written: Written,
    /// Shipments of a till's sales that left our shelf.
    sold: Vec<i64>,
    /// Units of them of which nobody has said whether they did.
    asks: i64,
}

impl Maker {
    /// Gives away chunk after chunk; ends early when nobody takes them any more.
    fn run(mut self, news: Chunks, give: &mpsc::Sender<Chunk>) -> Result<Self> {
        for chunk in news {
            if give.blocking_send(self.chunk(chunk?)?).is_err() {
                break;
            }
        }
        Ok(self)
    }

    fn chunk(&mut self, chunk: Vec<Boxed>) -> Result<Chunk> {
        let mut ready = self.make_people(&chunk)?;
        let mut ids = self.ids.part(chunk.iter().map(|new| wanted_ids(new)).sum());
        let mut rows = ChunkRows::for_orders(chunk.len());
        let mut orders = Vec::with_capacity(chunk.len());
        let mut completed = Vec::new();
        for mut new in chunk {
            let id = ids.next()?;
            let customer = match &new.buyer {
                Buyer::Known(id) => *id,
                Buyer::New(key) => self.people.customers.get(key).copied().unwrap_or(0),
            };
            let people = &mut self.people;
            let ship_to = people.address(&mut ids, &mut rows, customer, new.ship_to.as_ref())?;
            let bill_to = people.address(&mut ids, &mut rows, customer, new.bill_to.as_ref())?;
            let order = &mut new.facts.order;
            order.id = id;
            order.channel_id = self.channel;
            order.customer_id = Some(customer);
            order.ship_to_id = ship_to;
            order.bill_to_id = bill_to;
            order.batch_id = Some(self.batch);
            for line in &mut new.facts.lines {
                line.id = ids.next()?;
                line.order_id = id;
            }
            if new.facts.order.history == 0 && self.serve(&mut rows, &mut new) {
                completed.push(id);
            }
            self.deltas.change(0, new.facts.order.views);
            let (from_shelf, units) = (new.from_shelf, new.shelf_units);
            let shipment = hang(&mut ids, &mut rows, *new)?;
            match (from_shelf, shipment) {
                (Some(true), Some(shipment)) => self.sold.push(shipment),
                (None, Some(_)) => self.asks += units,
                (Some(false) | None, None) | (Some(_), _) => {}
            }
            orders.push(id);
        }
        ready.extend(rows.ready(self.engine)?);
        Ok(Chunk {
            orders,
            completed,
            rows: ready,
        })
    }

    /// Promises an order its units and derives what it comes to; answers whether it is complete.
    fn serve(&mut self, rows: &mut ChunkRows, new: &mut NewOrder) -> bool {
        let facts = &mut new.facts;
        if facts.life() == Life::Open {
            let now = facts.order.reserve_from.is_none();
            rows.line_parts
                .extend(self.promises.serve(&mut facts.lines, now));
        }
        // What the source sent with a number has left in a parcel; a part without one is in none.
        let parted = new.elsewhere.iter().any(|units| *units > 0) && !new.tracking.is_empty();
        facts.left_in = i64::from(parted && facts.lines.iter().any(|l| l.backordered > 0));
        facts.of_products = self.promises.rules(facts);
        let completed = refresh::settle(facts, &self.settings, self.now).is_some();
        let order = &facts.order;
        self.written.ready += order.ready;
        self.written.attention += i64::from(order.holds > 0 || order.needs > 0);
        completed
    }

    /// Makes the customers that a chunk names and nobody made yet.
    fn make_people(&mut self, chunk: &[Boxed]) -> Result<Vec<Ready>> {
        let mut ids = self.ids.part(chunk.len());
        let mut people = Vec::new();
        let mut words = Vec::new();
        let mut sources = Vec::new();
        for new in chunk {
            let Buyer::New(key) = &new.buyer else {
                continue;
            };
            if self.people.customers.contains_key(key) {
                continue;
            }
            let id = ids.next()?;
            self.people.customers.insert(key.clone(), id);
            let (row, source) = person(id, new, self.now);
            words.extend(words_of(&row));
            people.push(row);
            if let Some(source_id) = source {
                sources.push(CustomerSourceRow {
                    channel_id: self.channel,
                    source_id,
                    customer_id: id,
                });
            }
        }
        Ok(vec![
            Ready::of(self.engine, &people)?,
            Ready::of(self.engine, &words)?,
            Ready::of(self.engine, &sources)?,
        ])
    }
}

/// The most ids that a new order's rows take: itself, two addresses, a shipment and what it has.
pub(super) fn wanted_ids(new: &NewOrder) -> usize {
    let facts = &new.facts;
    4 + facts.lines.len()
        + facts.charges.len()
        + facts.credits.len()
        + facts.payments.len()
        + new.taxes.len()
        + facts.holds.len()
        + facts.needs.len()
        + new.tracking.len()
}

/// Hangs everything that an order has on it; its lines have their ids. Answers its shipment elsewhere.
fn hang(ids: &mut Ids, rows: &mut ChunkRows, new: NewOrder) -> Result<Option<i64>> {
    let NewOrder {
        facts,
        taxes,
        elsewhere,
        all_elsewhere,
        from_shelf,
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
        left_in: _,
        of_products: _,
    } = facts;
    let (id, ship_to) = (order.id, order.ship_to_id);
    let booked = order.booked_at;
    let (shipped_at, placed) = (order.shipped_at, order.placed_at);
    rows.orders.push(order);
    let mut partly = Vec::new();
    for (line, units) in lines
        .into_iter()
        .zip(elsewhere.into_iter().chain(std::iter::repeat(0)))
    {
        if units > 0 {
            partly.push((line.id, units));
        }
        rows.lines.push(line);
    }
    macro_rules! own {
        ($from:ident, $to:ident) => {
            for mut row in $from {
                row.id = ids.next()?;
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
        need.id = ids.next()?;
        need.order_id = Some(id);
        rows.needs.push(need);
    }
    if !all_elsewhere && partly.is_empty() {
        return Ok(None);
    }
    let shipment = ids.next()?;
    let left = shipped_at.unwrap_or(if all_elsewhere { placed } else { booked });
    rows.shipments.push(elsewhere_shipment(
        shipment,
        id,
        ship_to,
        booked,
        left,
        all_elsewhere,
        from_shelf,
    ));
    for (line_id, quantity) in partly {
        rows.shipment_lines
            .push(elsewhere_line(shipment, line_id, id, quantity));
    }
    for (at, number) in tracking.into_iter().enumerate() {
        rows.parcels.push(elsewhere_parcel(
            ids.next()?,
            shipment,
            at,
            &number,
            left,
            all_elsewhere,
        ));
    }
    Ok(Some(shipment))
}
