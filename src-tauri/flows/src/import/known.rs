//! What is here already that a file speaks of: looked up in bulk before anything is decided.

mod here;

pub(crate) use here::Here;

use super::packed::{Packed, Part};
use crate::desk;
use crate::error::Result;
use crate::shop::types::ShopSettings;
use domain::calendar::Calendar;
use domain::source::SourceOrder;
use domain::{Address, fold};
use std::borrow::Cow;
use std::collections::{HashMap, HashSet};
use store::Db;
use store::rows::{AddressRow, ChannelRow, GoneOrderRow, VariantRow};
use store::tables::{customers, gone, orders, settings as setting_tables, stock};

/// Everything a plan asks of the shop.
#[derive(Debug)]
pub(crate) struct Known {
    /// The journal's sequence when the looking-up began.
    pub(crate) seq: i64,
    pub(crate) settings: ShopSettings,
    pub(crate) calendar: Calendar,
    pub(crate) channel: Option<ChannelRow>,
    /// Whether what the channel reports shipped stood on our shelf; absent while nobody has said.
    pub(crate) on_shelf: Option<bool>,
    /// What was worked on before a backup took the shop's place, and is not here since.
    pub(crate) gone: HashMap<String, GoneOrderRow>,
    pub(crate) digests: HashMap<String, (i64, String)>,
    /// How many orders of the file are here and told otherwise now.
    changed: usize,
    /// Those, by their ids, while they are [few](KEPT).
    pub(crate) here: HashMap<i64, Here>,
    pub(crate) by_source: HashMap<String, i64>,
    pub(crate) by_email: HashMap<String, i64>,
    pub(crate) addresses: HashMap<i64, Vec<(i64, Address)>>,
    /// Variants by the SKUs as the file spells them.
    pub(crate) by_sku: HashMap<String, i64>,
    pub(crate) by_barcode: HashMap<String, i64>,
    pub(crate) variants: HashMap<i64, VariantRow>,
}

/// What may happen while a plan is made without changing what new orders are planned from: who buys, where
/// to, which products, which orders there are, and how the shop works. Anything else may.
const ASIDE: [&str; 22] = [
    "backup_made",
    "channel_told",
    "document_opened",
    "document_saved",
    "hand_over_list_made",
    "handed_over",
    "health_checked",
    "hold_released",
    "label_made",
    "label_retired",
    "need_closed",
    "need_opened",
    "order_completed",
    "order_held",
    "order_reopened",
    "pick_list_made",
    "picking_left",
    "picking_undone",
    "printed",
    "retired_label_scanned",
    "slip_made",
    "taken_back",
];

/// Up to so many orders that a file changes are loaded at once, with all that they have, before the writer is
/// taken: nobody waits for it. Two thousand rows of a file, three to an order, are fewer.
const KEPT: usize = 700;

/// More than this happened: looking up again is not slower than reading what it was.
const MOST_ASIDE: i64 = 1_000;

impl Known {
    /// Whether the file changes so many orders that all they have does not stand in memory at once.
    pub(crate) fn many(&self) -> bool {
        self.changed > KEPT
    }

    /// The orders of a part that are here and told otherwise now.
    pub(crate) fn changed_in(&self, part: &Part<'_>) -> Vec<i64> {
        part.orders
            .iter()
            .zip(part.digests)
            .zip(part.again)
            .filter(|(_, again)| !**again)
            .filter_map(|((order, digest), _)| {
                let (id, old) = self.digests.get(&order.source_id)?;
                (old != digest).then_some(*id)
            })
            .collect()
    }

    /// What the orders of a part have that are here and told otherwise now.
    ///
    /// # Errors
    /// The store's.
    pub(crate) async fn here_of(
        &self,
        db: &mut Db,
        part: &Part<'_>,
    ) -> Result<Cow<'_, HashMap<i64, Here>>> {
        if self.many() {
            Ok(Cow::Owned(here::load(db, &self.changed_in(part)).await?))
        } else {
            Ok(Cow::Borrowed(&self.here))
        }
    }

    /// Whether what was looked up still stands, asked by the one who writes. A file that changes orders
    /// is planned from everything about them: there nothing may have happened at all.
    ///
    /// # Errors
    /// The store's.
    pub(crate) async fn stands(&self, db: &mut Db) -> Result<bool> {
        if self.changed == 0 {
            only_aside(db, self.seq).await
        } else {
            Ok(setting_tables::journal_seq(db).await? == self.seq)
        }
    }
}

/// Whether nothing but [`ASIDE`] was written since.
async fn only_aside(db: &mut Db, seq: i64) -> Result<bool> {
    let since = setting_tables::verbs_since(db, seq, MOST_ASIDE).await?;
    let few = i64::try_from(since.len()).unwrap_or(MOST_ASIDE) < MOST_ASIDE;
    Ok(few && since.iter().all(|verb| ASIDE.contains(&verb.as_str())))
}

/// Looks up what the orders of a file speak of. `on_shelf` is an answer given now; without one the
/// channel's own counts.
pub(crate) async fn look_up(
    db: &mut Db,
    channel: Option<i64>,
    on_shelf: Option<bool>,
    orders: &Packed,
) -> Result<Known> {
    let seq = setting_tables::journal_seq(db).await?;
    let (settings, _) = desk::settings(db).await?;
    let calendar = desk::calendar(&settings)?;
    let channels = setting_tables::channels(db).await?;
    let channel = channel.and_then(|id| channels.into_iter().find(|c| c.id == id));
    let remembered = channel.as_ref().and_then(|c| c.on_shelf).map(|n| n == 1);
    let kind = channel.as_ref().map(|c| c.kind.clone());
    let mut known = Known {
        seq,
        settings,
        calendar,
        channel,
        on_shelf: on_shelf.or(remembered),
        gone: gone::all(db)
            .await?
            .into_iter()
            .filter(|g| kind.as_ref().is_none_or(|kind| *kind == g.channel_kind))
            .map(|g| (g.source_id.clone(), g))
            .collect(),
        digests: HashMap::new(),
        changed: 0,
        here: HashMap::new(),
        by_source: HashMap::new(),
        by_email: HashMap::new(),
        addresses: HashMap::new(),
        by_sku: HashMap::new(),
        by_barcode: HashMap::new(),
        variants: HashMap::new(),
    };
    let mut changed: Vec<i64> = Vec::new();
    let mut asked = Asked::default();
    for part in orders.parts() {
        let part = part?;
        if let Some(channel) = known.channel.as_ref().map(|c| c.id) {
            in_channel(db, channel, &part, &mut known).await?;
            changed.extend(known.changed_in(&part));
        }
        by_email(db, &part.orders, &mut known).await?;
        by_code(db, &part.orders, &mut known, &mut asked).await?;
    }
    known.changed = changed.len();
    if !known.many() {
        known.here = here::load(db, &changed).await?;
    }
    let mut people: Vec<i64> = known
        .by_source
        .values()
        .chain(known.by_email.values())
        .copied()
        .collect();
    people.sort_unstable();
    people.dedup();
    for row in customers::addresses(db, &people).await? {
        let customer = row.customer_id.unwrap_or(0);
        known
            .addresses
            .entry(customer)
            .or_default()
            .push((row.id, address(&row)));
    }
    load_variants(db, &mut known).await?;
    Ok(known)
}

/// Looks up once more what the lines of a file name: products were made since.
pub(crate) async fn codes_again(db: &mut Db, known: &mut Known, orders: &Packed) -> Result<()> {
    let mut asked = Asked::default();
    for part in orders.parts() {
        by_code(db, &part?.orders, known, &mut asked).await?;
    }
    load_variants(db, known).await
}

/// The orders and the buyers that a channel has already.
async fn in_channel(db: &mut Db, channel: i64, part: &Part<'_>, known: &mut Known) -> Result<()> {
    let ids: Vec<&str> = part.orders.iter().map(|o| o.source_id.as_str()).collect();
    for (source_id, id, digest) in orders::known(db, channel, &ids).await? {
        known.digests.insert(source_id, (id, digest));
    }
    let buyers = distinct(part.orders.iter().map(|o| o.buyer.source_id.as_str()));
    let found = customers::by_source(db, channel, &buyers).await?;
    known.by_source.extend(found);
    Ok(())
}

async fn by_email(db: &mut Db, orders: &[SourceOrder], known: &mut Known) -> Result<()> {
    let emails: Vec<String> = orders
        .iter()
        .map(|o| fold::fold(o.buyer.email.trim()))
        .filter(|e| !e.is_empty())
        .collect();
    let emails = distinct(emails.iter().map(String::as_str));
    known
        .by_email
        .extend(customers::by_email(db, &emails).await?);
    Ok(())
}

/// What was asked already: most lines of a file name the same goods.
#[derive(Debug, Default)]
struct Asked {
    skus: HashSet<String>,
    barcodes: HashSet<String>,
}

async fn by_code(
    db: &mut Db,
    orders: &[SourceOrder],
    known: &mut Known,
    asked: &mut Asked,
) -> Result<()> {
    let lines = || orders.iter().flat_map(|o| &o.lines);
    let mut spelled = distinct(lines().map(|l| l.sku.as_str()));
    spelled.retain(|sku| !asked.skus.contains(*sku));
    asked
        .skus
        .extend(spelled.iter().map(|sku| (*sku).to_owned()));
    known.by_sku.extend(stock::by_sku(db, &spelled).await?);
    let mut codes = distinct(lines().map(|l| l.barcode.as_str()));
    codes.retain(|code| !asked.barcodes.contains(*code));
    asked
        .barcodes
        .extend(codes.iter().map(|code| (*code).to_owned()));
    known
        .by_barcode
        .extend(stock::by_barcode(db, &codes).await?);
    Ok(())
}

async fn load_variants(db: &mut Db, known: &mut Known) -> Result<()> {
    let mut ids: Vec<i64> = known
        .by_sku
        .values()
        .chain(known.by_barcode.values())
        .copied()
        .collect();
    ids.sort_unstable();
    ids.dedup();
    known.variants = stock::variants(db, &ids)
        .await?
        .into_iter()
        .map(|v| (v.id, v))
        .collect();
    Ok(())
}

/// Each text once, without the empty one.
fn distinct<'a>(texts: impl Iterator<Item = &'a str>) -> Vec<&'a str> {
    let set: HashSet<&str> = texts.filter(|t| !t.is_empty()).collect();
    let mut all: Vec<&str> = set.into_iter().collect();
    all.sort_unstable();
    all
}

/// An address row as the domain's value.
pub(crate) fn address(row: &AddressRow) -> Address {
    Address {
        name: row.name.clone(),
        company: row.company.clone(),
        line1: row.line1.clone(),
        line2: row.line2.clone(),
        line3: row.line3.clone(),
        city: row.city.clone(),
        region: row.region.clone(),
        postcode: row.postcode.clone(),
        country: row.country.clone(),
        phone: row.phone.clone(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use domain::id::OrderId;
    use store::{Actor, Event, Store};
    use testkit::for_each_engine;

    /// Writes one event and answers whether a plan made before it stands.
    async fn stands_after(store: &Store, actor: Actor, verb: &'static str) -> bool {
        let mut reader = store.read().await.unwrap();
        let seq = setting_tables::journal_seq(reader.db()).await.unwrap();
        drop(reader);
        let mut w = store.write(actor).await.unwrap();
        w.journal(Event::new(verb).order(OrderId(1)));
        w.commit().await.unwrap();
        let mut reader = store.read().await.unwrap();
        only_aside(reader.db(), seq).await.unwrap()
    }

    #[tokio::test(flavor = "multi_thread")]
    async fn a_plan_is_made_again_only_when_it_may_have_changed() {
        for_each_engine(async |shop| {
            let (store, actor) = (&shop.desk().store, shop.desk().actor());
            assert!(stands_after(store, actor, "order_held").await);
            assert!(!stands_after(store, actor, "order_imported").await);
            assert!(!stands_after(store, actor, "settings_saved").await);
        })
        .await;
    }
}
