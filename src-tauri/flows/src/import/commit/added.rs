//! Orders that are new: their rows, with the ids that bind them, in bulk.

use super::{CHUNK, Ids, Writing, stop_here};
use crate::error::Result;
use crate::import::new_order::{Buyer, NewOrder};
use crate::import::rows::{
    ChunkRows, elsewhere_line, elsewhere_parcel, elsewhere_shipment, person,
};
use crate::orders::facts::Facts;
use crate::orders::refresh::ViewDeltas;
use domain::id::OrderId;
use domain::{Sentence, fold};
use store::row::insert_all;
use store::rows::{CustomerSourceRow, CustomerWordRow};
use store::{Event, Write};

impl Writing<'_> {
    /// Writes new orders; returns those that are open and want their units reserved.
    pub(super) async fn write_new(
        &mut self,
        w: &mut Write<'_>,
        news: Vec<NewOrder>,
    ) -> Result<Vec<i64>> {
        let total = i64::try_from(news.len()).unwrap_or(0);
        let mut open = Vec::new();
        let mut done = 0;
        let mut news = news.into_iter();
        loop {
            stop_here(self.desk)?;
            let chunk: Vec<NewOrder> = news.by_ref().take(CHUNK).collect();
            if chunk.is_empty() {
                break;
            }
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
        let mut ids = Ids::take(w, chunk.iter().map(wanted_ids).sum()).await?;
        let mut rows = ChunkRows::default();
        for mut new in chunk {
            let id = ids.next()?;
            let customer = match &new.buyer {
                Buyer::Known(id) => *id,
                Buyer::New(key) => self.customers.get(key).copied().unwrap_or(0),
            };
            let ship_to = self.address(&mut ids, &mut rows, customer, new.ship_to.as_ref())?;
            let bill_to = self.address(&mut ids, &mut rows, customer, new.bill_to.as_ref())?;
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
            hang(&mut ids, &mut rows, new)?;
            w.journal(
                Event::new("order_imported")
                    .order(OrderId(id))
                    .thing(self.batch),
            );
        }
        rows.insert(w).await
    }

    /// Makes the customers that a chunk names and nobody made yet.
    async fn make_people(&mut self, w: &mut Write<'_>, chunk: &[NewOrder]) -> Result<()> {
        let mut ids = Ids::take(w, chunk.len()).await?;
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
            let id = ids.next()?;
            self.customers.insert(key.clone(), id);
            let (row, source) = person(id, new, self.now);
            words.extend(
                fold::names(&[&row.name, &row.company])
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
}

/// The most ids that a new order's rows take: itself, two addresses, a shipment and what it has.
fn wanted_ids(new: &NewOrder) -> usize {
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

/// Hangs everything that an order has on it.
fn hang(ids: &mut Ids, rows: &mut ChunkRows, new: NewOrder) -> Result<()> {
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
        left_in: _,
    } = facts;
    let (id, ship_to) = (order.id, order.ship_to_id);
    let booked = order.booked_at;
    let (shipped_at, placed) = (order.shipped_at, order.placed_at);
    rows.orders.push(order);
    let mut partly = Vec::new();
    for (mut line, units) in lines
        .into_iter()
        .zip(elsewhere.into_iter().chain(std::iter::repeat(0)))
    {
        line.id = ids.next()?;
        line.order_id = id;
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
    if all_elsewhere || !partly.is_empty() {
        let shipment = ids.next()?;
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
            rows.parcels.push(elsewhere_parcel(
                ids.next()?,
                shipment,
                at,
                &number,
                left,
                all_elsewhere,
            ));
        }
    }
    Ok(())
}
