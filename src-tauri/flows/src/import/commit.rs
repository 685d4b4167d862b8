//! Writing a plan: one transaction, all or nothing.

mod added;
mod gathered;
mod prepared;
mod updated;

use super::known::Known;
use super::new_order::Booking;
use super::packed::Packed;
use super::rows::{ChunkRows, address_row};
use super::types::{Imported, Others};
use crate::desk::Desk;
use crate::error::{FlowError, Result};
use crate::needs;
use crate::orders::refresh::refresh;
use crate::shop::name_is_free;
use crate::stock::{reserve, shelf};
use domain::{Address, Sentence};
use gathered::Gathered;
use prepared::{Planned, Prepared};
use sha2::{Digest, Sha256};
use std::collections::{BTreeMap, HashMap, HashSet};
use std::ops::Range;
use std::sync::Arc;
use store::row::{insert_all, save_all};
use store::rows::{BatchVariantRow, ChannelRow, ImportBatchRow, SavedMappingRow};
use store::tables::{batches, settings};
use store::{Event, Tag, Write};
use updated::Rest;

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
    /// Whether what the channel reports shipped stood on our shelf; kept with the channel when it is said.
    pub on_shelf: Option<bool>,
    /// What becomes of orders that only share a number with orders here.
    pub others: Option<Others>,
    /// The orders.
    pub orders: Packed,
    /// Refused already, by the reader.
    pub refused: i64,
    /// The file's name.
    pub file_name: String,
    /// Its hash.
    pub sha256: String,
    /// Products that the lines name and the shop does not have are made, not counted.
    pub make_products: bool,
    /// A mapping to be kept for the next file like it; its id and its channel are given here.
    pub mapping: Option<SavedMappingRow>,
    /// The saved mapping that the file was read by.
    pub by: Option<i64>,
    /// Sample data.
    pub sample: bool,
}

/// Takes orders in: new ones are made, known ones are settled field by field. All or nothing.
///
/// Reading, matching and deciding happen before the writer is taken; when somebody wrote meanwhile what
/// they rest on, they are done once more inside.
///
/// # Errors
/// [`FlowError::Stopped`] when the person stopped it; the store's. Then nothing happened.
pub async fn take(desk: &Desk, mut ask: Take) -> Result<Imported> {
    let orders = Arc::new(std::mem::take(&mut ask.orders));
    let total = i64::try_from(orders.len()).unwrap_or(i64::MAX);
    desk.work
        .tell("import", 0, total, Sentence::new("import-working-match"))
        .await;
    let result = take_inner(desk, &ask, &orders).await;
    desk.work.end().await;
    result
}

async fn take_inner(desk: &Desk, ask: &Take, orders: &Arc<Packed>) -> Result<Imported> {
    let booking = Booking {
        now: desk.now(),
        sample: ask.sample,
    };
    let mut reader = desk.store.read().await?;
    let prepared = Prepared::before(reader.db(), ask, orders, booking).await?;
    drop(reader);
    stop_here(desk)?;
    let mut w = desk.write().await?;
    let (Planned { gathered, source }, made) =
        prepared.settle(&mut w, ask, orders, booking).await?;
    let Gathered {
        updates,
        later,
        news,
        mut skipped,
        mut refused,
        mut others,
    } = gathered;
    let settings = source.known.settings.clone();
    let mut writing = Writing::begin(desk, &mut w, ask, &source.known).await?;
    let made: Vec<BatchVariantRow> = made
        .into_iter()
        .map(|variant_id| BatchVariantRow {
            batch_id: writing.batch,
            variant_id,
        })
        .collect();
    insert_all(w.db(), &made).await?;
    // Who was here before is served before who is new.
    let mut rest = Rest::of(updates.len() + later);
    writing.write_updates(&mut w, updates, &mut rest).await?;
    if later > 0 {
        let told = writing.write_later(&mut w, &source, &mut rest).await?;
        skipped += told.skipped;
        refused += told.refused;
        others += told.others;
    }
    if others > 0 && ask.others.is_none() {
        return Err(others_undecided(&source.known, others));
    }
    let mut result = Imported {
        batch: writing.batch.into(),
        new: i64::try_from(news.count).unwrap_or(0),
        updated: i64::try_from(rest.orders.len()).unwrap_or(0),
        skipped,
        refused: ask.refused + refused,
        ready: 0,
        attention: 0,
        conflicts: rest.conflicts,
    };
    let mut others = shelf::leave(&mut w, &rest.sold).await?;
    if let Some(yes) = writing.answered {
        others.extend(shelf::answer(&mut w, writing.channel, yes).await?.1);
    }
    for orders in rest.sold_of.chunks(CHUNK) {
        updated::fit(&mut w, orders).await?;
    }
    let free: Vec<i64> = rest.free.into_iter().collect();
    if !free.is_empty() {
        // What became free goes by turn: who wants more since this file waits like everybody, behind those
        // who waited before.
        for orders in rest.orders.chunks(CHUNK) {
            reserve::reserve_again(&mut w, orders, &BTreeMap::new()).await?;
        }
        others.extend(reserve::give(&mut w, &free).await?);
    }
    for orders in rest.orders.chunks(CHUNK) {
        reserve::reserve(&mut w, orders).await?;
    }
    let taken: HashSet<i64> = rest.orders.iter().copied().collect();
    others.retain(|order| !taken.contains(order));
    for orders in rest.orders.chunks(CHUNK) {
        for facts in refresh(&mut w, orders).await? {
            result.ready += facts.order.ready;
            result.attention += i64::from(facts.order.holds > 0 || facts.order.needs > 0);
        }
    }
    refresh(&mut w, &others).await?;
    let written = writing.write_new(&mut w, news, source, &settings).await?;
    result.ready += written.ready;
    result.attention += written.attention;
    let lost = shelf::leave(&mut w, &writing.left_shelf).await?;
    refresh(&mut w, &lost).await?;
    writing.end(&mut w, ask, &result).await?;
    stop_here(desk)?;
    w.commit().await?;
    Ok(result)
}

/// What has to be said before a file is taken some of whose orders only share a number with orders here.
fn others_undecided(known: &Known, count: usize) -> FlowError {
    let channel = known.channel.as_ref().map_or("", |c| c.name.as_str());
    FlowError::Invalid {
        field: "others",
        sentence: Sentence::new("import-others-undecided")
            .with("count", count)
            .with("channel", channel),
    }
}

/// Keeps with the channel what the person said of it: its first start date, and whose shelf its goods
/// stood on. Answers what was said of the shelf, when it is new.
async fn remember(w: &mut Write<'_>, channel: &ChannelRow, ask: &Take) -> Result<Option<bool>> {
    let row = ChannelRow {
        start_at: channel.start_at.or(ask.start_at),
        on_shelf: ask.on_shelf.map(i64::from).or(channel.on_shelf),
        version: channel.version + 1,
        ..channel.clone()
    };
    let answered = ask.on_shelf.filter(|_| row.on_shelf != channel.on_shelf);
    if row.start_at != channel.start_at || answered.is_some() {
        w.journal(Event::new("channel_changed").thing(channel.id));
        settings::save_channel(w.db(), row).await?;
    }
    Ok(answered)
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
    row: ImportBatchRow,
    channel: i64,
    now: domain::Millis,
    people: People,
    /// Shipments of a till's sales that left our shelf.
    left_shelf: Vec<i64>,
    /// Units of which nobody has said whether they stood on our shelf.
    asks: i64,
    /// It was said now: what waited for it is settled.
    answered: Option<bool>,
}

/// Who was met in this import: customers that it makes, by their key, and every address by its customer.
#[derive(Default)]
struct People {
    customers: HashMap<String, i64>,
    /// By the customer and half a SHA-256 of the address: whole addresses of a hundred thousand people would
    /// take a hundred megabytes.
    addresses: HashMap<(i64, [u8; 16]), i64>,
}

/// What an address is known again by.
fn address_key(address: &Address) -> [u8; 16] {
    let mut hash = Sha256::new();
    for part in [
        &address.name,
        &address.company,
        &address.line1,
        &address.line2,
        &address.line3,
        &address.city,
        &address.region,
        &address.postcode,
        &address.country,
        &address.phone,
    ] {
        hash.update(part.len().to_le_bytes());
        hash.update(part);
    }
    let whole: [u8; 32] = hash.finalize().into();
    let mut half = [0; 16];
    for (to, from) in half.iter_mut().zip(whole) {
        *to = from;
    }
    half
}

impl People {
    /// The id of a customer's address; made when the customer has none like it.
    fn address(
        &mut self,
        ids: &mut Ids,
        rows: &mut ChunkRows,
        customer: i64,
        address: Option<&Address>,
    ) -> Result<Option<i64>> {
        let Some(address) = address else {
            return Ok(None);
        };
        let key = (customer, address_key(address));
        if let Some(id) = self.addresses.get(&key) {
            return Ok(Some(*id));
        }
        let id = ids.next()?;
        self.addresses.insert(key, id);
        rows.addresses
            .push(address_row(id, Some(customer), address));
        Ok(Some(id))
    }
}

/// How many orders are written, or settled, by one set of statements.
const CHUNK: usize = 2_000;

/// Ids in a row, taken once for many rows.
struct Ids(Range<i64>);

impl Ids {
    async fn take(w: &mut Write<'_>, n: usize) -> Result<Self> {
        let first = w.ids(n).await?;
        Ok(Self(
            first..first.saturating_add(i64::try_from(n).unwrap_or(i64::MAX)),
        ))
    }

    /// The next `n` of them.
    fn part(&mut self, n: usize) -> Self {
        let first = self.0.start;
        let end = first.saturating_add(i64::try_from(n).unwrap_or(i64::MAX));
        self.0.start = end.min(self.0.end);
        Self(first..self.0.start)
    }

    fn next(&mut self) -> Result<i64> {
        // Whoever takes too few finds out here, before anything is written twice.
        self.0
            .next()
            .ok_or_else(|| store::StoreError::Damaged("ids".to_owned()).into())
    }
}

impl<'a> Writing<'a> {
    async fn begin(desk: &'a Desk, w: &mut Write<'_>, ask: &Take, known: &Known) -> Result<Self> {
        let mut answered = None;
        let channel = match &known.channel {
            Some(channel) => {
                answered = remember(w, channel, ask).await?;
                channel.id
            }
            None => {
                let all = settings::channels(w.db()).await?;
                if !ask.sample && name_is_free(&all, &ask.channel_name, None, "channel").is_err() {
                    // Somebody else made it while this file was looked at.
                    return Err(FlowError::Stale);
                }
                let id = w.id().await?;
                let row = ChannelRow {
                    id,
                    kind: ask.kind.clone(),
                    name: ask.channel_name.clone(),
                    start_at: ask.start_at,
                    on_shelf: ask.on_shelf.map(i64::from),
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
            .flat_map(|(customer, all)| {
                all.iter()
                    .map(|(id, address)| ((*customer, address_key(address)), *id))
            })
            .collect();
        let batch = w.id().await?;
        // Rows of what it changed name it: it stands there first, and is counted at the end.
        let row = ImportBatchRow {
            id: batch,
            channel_id: Some(channel),
            kind: if ask.sample { "sample" } else { "orders" }.to_owned(),
            file_name: ask.file_name.clone(),
            sha256: ask.sha256.clone(),
            format: ask.kind.clone(),
            state: "done".to_owned(),
            created: 0,
            updated: 0,
            skipped: 0,
            refused: 0,
            at: w.now(),
            staff_id: w.actor().staff.0,
            undone_at: None,
        };
        insert_all(w.db(), std::slice::from_ref(&row)).await?;
        Ok(Self {
            desk,
            batch,
            row,
            channel,
            now: w.now(),
            people: People {
                customers: HashMap::new(),
                addresses,
            },
            left_shelf: Vec::new(),
            asks: 0,
            answered,
        })
    }

    async fn end(self, w: &mut Write<'_>, ask: &Take, result: &Imported) -> Result<()> {
        let row = ImportBatchRow {
            created: result.new,
            updated: result.updated,
            skipped: result.skipped,
            refused: result.refused,
            ..self.row
        };
        save_all(w.db(), 1, &[row]).await?;
        if self.asks > 0 {
            let name = settings::channels(w.db())
                .await?
                .into_iter()
                .find(|c| c.id == self.channel)
                .map(|c| c.name)
                .unwrap_or_default();
            let sentence = Sentence::new("need-shelf-unknown").with("channel", name);
            needs::open(w, shelf::UNKNOWN, self.channel, &sentence).await?;
        }
        if let Some(mapping) = &ask.mapping {
            let row = SavedMappingRow {
                id: w.id().await?,
                channel_id: Some(self.channel),
                used_at: self.now,
                ..mapping.clone()
            };
            w.journal(Event::new("mapping_saved").thing(row.id));
            batches::save_mapping(w.db(), row).await?;
        } else if let Some(by) = ask.by {
            batches::mapping_used(w.db(), by, self.now).await?;
        }
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
