//! Writing: one transaction with its journal, and one message when it is done.

use crate::changed::{Changed, Tag};
use crate::engine::postgres;
use crate::row::insert_all;
use crate::rows::{EventPersonRow, EventRow};
use crate::{Db, Engine, Result, Store, StoreError};
use domain::id::{CustomerId, DeviceId, OrderId, UserId};
use serde::Serialize;
use sqlx::{Any, Transaction};
use std::collections::BTreeSet;
use tokio::sync::MutexGuard;

/// Who does it, where, when.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Actor {
    /// The person.
    pub staff: UserId,
    /// The computer.
    pub device: DeviceId,
    /// The desk's clock, milliseconds UTC.
    pub now: domain::Millis,
}

/// Ids that this process may give out: `next` up to, not including, `end`.
#[derive(Debug, Default, Clone, Copy)]
pub(crate) struct IdBlock {
    next: i64,
    end: i64,
}

/// The ids that one transaction gives out. A block that was taken inside a transaction which did not
/// commit was given back with it: counting on in it would give its ids twice.
#[derive(Debug)]
struct Lease<'s> {
    block: MutexGuard<'s, IdBlock>,
    fresh: bool,
}

impl Drop for Lease<'_> {
    fn drop(&mut self) {
        if self.fresh {
            *self.block = IdBlock::default();
        }
    }
}

/// How many ids a desk takes at once.
const BLOCK: i64 = 1_000;

/// One thing that happened, for the journal.
#[derive(Debug, Clone)]
pub struct Event {
    verb: &'static str,
    order: Option<OrderId>,
    thing: Option<i64>,
    data: String,
    happened_at: Option<domain::Millis>,
    people: Vec<(CustomerId, String, String)>,
}

impl Event {
    /// Something happened: `verb` is in the past, such as `order_held`.
    #[must_use]
    pub fn new(verb: &'static str) -> Self {
        Self {
            verb,
            order: None,
            thing: None,
            data: String::new(),
            happened_at: None,
            people: Vec::new(),
        }
    }

    /// To this order.
    #[must_use]
    pub fn order(mut self, order: OrderId) -> Self {
        self.order = Some(order);
        self
    }

    /// To this thing (a parcel, a variant, a batch).
    #[must_use]
    pub fn thing(mut self, thing: i64) -> Self {
        self.thing = Some(thing);
        self
    }

    /// With these facts; never a person's name or address, which go to [`Event::person`].
    #[must_use]
    pub fn data(mut self, data: &impl Serialize) -> Self {
        self.data = serde_json::to_string(data).unwrap_or_default();
        self
    }

    /// It happened earlier than it is booked.
    #[must_use]
    pub fn happened_at(mut self, at: domain::Millis) -> Self {
        self.happened_at = Some(at);
        self
    }

    /// A personal value of this event: kept beside it, emptied by an erasure.
    #[must_use]
    pub fn person(mut self, customer: CustomerId, field: impl Into<String>, value: &str) -> Self {
        self.people.push((customer, field.into(), value.to_owned()));
        self
    }
}

/// An open transaction that alone may write. Dropped without [`Write::commit`] it never happened.
#[derive(Debug)]
pub struct Write<'s> {
    store: &'s Store,
    tx: Transaction<'static, Any>,
    ids: Lease<'s>,
    actor: Actor,
    events: Vec<Event>,
    tags: BTreeSet<Tag>,
    touched: BTreeSet<i64>,
    too_many: bool,
}

impl Store {
    /// Waits until nobody writes and begins. The promise is the same on both engines: one writer
    /// at a time, so what is read inside cannot change before the commit.
    ///
    /// # Errors
    /// [`StoreError::InUse`] for a shop opened to look; the engine's.
    pub async fn write(&self, actor: Actor) -> Result<Write<'_>> {
        let writer = self.writer.as_ref().ok_or(StoreError::InUse)?;
        let ids = Lease {
            block: self.ids.lock().await,
            fresh: false,
        };
        let mut tx = match self.engine {
            Engine::Sqlite => writer.begin_with("BEGIN IMMEDIATE").await?,
            Engine::Postgres => writer.begin_with("BEGIN").await?,
        };
        if self.engine == Engine::Postgres {
            postgres::lock_writer(&mut tx).await?;
        }
        Ok(Write {
            store: self,
            tx,
            ids,
            actor,
            events: Vec::new(),
            tags: BTreeSet::new(),
            touched: BTreeSet::new(),
            too_many: false,
        })
    }
}

impl Write<'_> {
    /// For the functions of [`crate::tables`].
    pub fn db(&mut self) -> &mut Db {
        &mut self.tx
    }

    /// The engine that is written to, for [`crate::Ready::of`].
    #[must_use]
    pub fn engine(&self) -> Engine {
        self.store.engine
    }

    /// Who writes.
    #[must_use]
    pub fn actor(&self) -> Actor {
        self.actor
    }

    /// The desk's clock at the beginning of this change.
    #[must_use]
    pub fn now(&self) -> domain::Millis {
        self.actor.now
    }

    /// The next id.
    ///
    /// # Errors
    /// The engine's, when a new block has to be taken.
    pub async fn id(&mut self) -> Result<i64> {
        self.ids(1).await
    }

    /// The first of `n` ids in a row.
    ///
    /// # Errors
    /// The engine's.
    pub async fn ids(&mut self, n: usize) -> Result<i64> {
        let n = i64::try_from(n).unwrap_or(i64::MAX);
        if self.ids.block.end - self.ids.block.next < n {
            self.take_block(n.max(BLOCK)).await?;
        }
        let first = self.ids.block.next;
        self.ids.block.next += n;
        Ok(first)
    }

    async fn take_block(&mut self, n: i64) -> Result<()> {
        let end: i64 = sqlx::query_scalar(
            "UPDATE counter SET next = next + $1 WHERE name = 'id' RETURNING next",
        )
        .bind(n)
        .fetch_one(&mut *self.tx)
        .await?;
        *self.ids.block = IdBlock { next: end - n, end };
        self.ids.fresh = true;
        Ok(())
    }

    /// Adds an event to the journal of this change.
    pub fn journal(&mut self, event: Event) {
        for id in [event.order.map(|o| o.0), event.thing]
            .into_iter()
            .flatten()
        {
            self.touch(id);
        }
        self.events.push(event);
    }

    /// The sequence that the event added last will have in the journal, for a row that names its cause.
    /// Nobody else writes meanwhile, so it is known before the commit.
    ///
    /// # Errors
    /// The engine's.
    pub async fn newest_event(&mut self) -> Result<i64> {
        let next: i64 = sqlx::query_scalar("SELECT next FROM counter WHERE name = 'journal'")
            .fetch_one(&mut *self.tx)
            .await?;
        Ok(next - 1 + i64::try_from(self.events.len()).unwrap_or(0))
    }

    /// Says what this change makes stale.
    pub fn stale(&mut self, tags: &[Tag]) {
        self.tags.extend(tags);
    }

    /// Names a thing that changed.
    pub fn touch(&mut self, id: i64) {
        if self.touched.len() < 200 {
            self.touched.insert(id);
        } else if !self.touched.contains(&id) {
            self.too_many = true;
        }
    }

    /// Makes it so: writes the journal, commits, tells every screen. Returns the journal's sequence.
    ///
    /// # Errors
    /// The engine's; then nothing happened.
    pub async fn commit(mut self) -> Result<i64> {
        let n = i64::try_from(self.events.len()).unwrap_or(i64::MAX);
        let end: i64 = sqlx::query_scalar(
            "UPDATE counter SET next = next + $1 WHERE name = 'journal' RETURNING next",
        )
        .bind(n)
        .fetch_one(&mut *self.tx)
        .await?;
        let first = end - n;
        let mut rows = Vec::with_capacity(self.events.len());
        let mut people = Vec::new();
        for (seq, event) in (first..).zip(std::mem::take(&mut self.events)) {
            people.extend(event.people.into_iter().map(|(customer, field, value)| {
                EventPersonRow {
                    seq,
                    customer_id: customer.0,
                    field,
                    value,
                }
            }));
            rows.push(EventRow {
                seq,
                at: self.actor.now,
                happened_at: event.happened_at,
                staff_id: self.actor.staff.0,
                device_id: self.actor.device.0,
                verb: event.verb.to_owned(),
                order_id: event.order.map(|o| o.0),
                thing_id: event.thing,
                data: event.data,
                cause: None,
            });
        }
        insert_all(&mut self.tx, &rows).await?;
        insert_all(&mut self.tx, &people).await?;
        let changed = Changed {
            seq: end - 1,
            tags: std::mem::take(&mut self.tags).into_iter().collect(),
            ids: if self.too_many {
                Vec::new()
            } else {
                std::mem::take(&mut self.touched).into_iter().collect()
            },
        };
        if self.store.engine == Engine::Postgres {
            // In the transaction: other desks hear of it exactly when it is committed.
            postgres::tell(&mut self.tx, self.store.desk, &changed).await?;
        }
        let Self {
            store, tx, mut ids, ..
        } = self;
        tx.commit().await?;
        ids.fresh = false;
        drop(ids);
        if let Some(log) = &store.log {
            log.look();
        }
        // Nobody listening is no error.
        let _ = store.changed.send(changed);
        Ok(end - 1)
    }

    /// Lets go of everything that was written here.
    ///
    /// # Errors
    /// The engine's; the change is gone all the same.
    pub async fn rollback(self) -> Result<()> {
        Ok(self.tx.rollback().await?)
    }
}
