//! Which channel a file is booked to. The format tells only the kind of channel, and a shop may have several
//! of a kind whose orders share their numbers: booked to the wrong one, an order would overwrite another.
//! So it is asked wherever it is not certain. `MODEL.md`, "Orders from outside", Identity.

use super::new_order::recipient_key;
use super::packed::Packed;
use super::types::{ChannelChoice, ReadAs};
use crate::error::{FlowError, Result};
use crate::shop::{channel_name_of, name_is_free};
use domain::id::ChannelId;
use domain::{Refusal, Sentence};
use std::collections::{BTreeSet, HashMap};
use store::Db;
use store::rows::{ChannelRow, SavedMappingRow};
use store::tables::{batches, channels, settings};

/// Where a file's orders go.
#[derive(Debug)]
pub struct Into {
    /// The channel, when it is here and certain.
    pub channel: Option<ChannelRow>,
    /// Its name, or that of the one to be made.
    pub name: String,
    /// Several could be meant, and a person has to say which.
    pub ask: bool,
    /// The channels of the kind that are in use.
    pub choices: Vec<ChannelChoice>,
}

/// Finds the channel of a file: the one that is asked for; else the only one of its kind; of several the one
/// that its orders prove. A shop without one of the kind gets one.
///
/// # Errors
/// [`FlowError::NotFound`] for a channel that is none; [`FlowError::Invalid`] for a new channel's name that is
/// taken or none; refused when the channel is out of use; the store's.
pub(crate) async fn decide(
    db: &mut Db,
    ask: &ReadAs,
    kind: &str,
    header: &str,
    orders: &Packed,
) -> Result<Into> {
    let all = settings::channels(db).await?;
    let of_kind: Vec<&ChannelRow> = all.iter().filter(|c| c.kind == kind).collect();
    let several = of_kind.len() > 1;
    let same = if several {
        same_orders(db, &of_kind, orders).await?
    } else {
        HashMap::new()
    };
    let choices = of_kind
        .iter()
        .filter(|c| c.active == 1)
        .map(|c| ChannelChoice {
            id: ChannelId(c.id),
            name: c.name.clone(),
            here: same.get(&c.id).copied().unwrap_or(0),
        })
        .collect();
    let certain = |channel: &ChannelRow, choices| {
        if channel.active == 0 {
            // Another channel of its kind would take every order of it for a new one.
            return Err(FlowError::from(
                Refusal::new("import-channel-off").with("channel", channel.name.as_str()),
            ));
        }
        Ok(Into {
            name: channel.name.clone(),
            channel: Some(channel.clone()),
            ask: false,
            choices,
        })
    };
    let unknown = |name: String, ask, choices| Into {
        channel: None,
        name,
        ask,
        choices,
    };
    if let Some(name) = &ask.new_channel {
        let name = channel_name_of(name, "new_channel")?;
        name_is_free(&all, &name, None, "new_channel")?;
        return Ok(unknown(name, false, choices));
    }
    if let Some(id) = ask.channel {
        let asked = all.iter().find(|c| c.id == id.0);
        return certain(asked.ok_or(FlowError::NotFound("channel"))?, choices);
    }
    if let [only] = of_kind.as_slice() {
        return certain(only, choices);
    }
    let Some(first) = of_kind.first() else {
        return Ok(unknown(free_name(&all, kind), false, choices));
    };
    let proven = match only_one(&of_kind, |c| same.get(&c.id).is_some_and(|n| *n > 0)) {
        Some(channel) => Some(channel),
        None => by_header(db, &of_kind, header).await?,
    };
    let active = only_one(&of_kind, |c| c.active == 1);
    match (proven, active, choices.is_empty()) {
        (Some(channel), _, _) | (None, Some(channel), _) => certain(channel, choices),
        (None, None, true) => certain(first, choices),
        (None, None, false) => Ok(unknown(kind_name(kind).to_owned(), true, choices)),
    }
}

fn only_one<'c>(
    of: &[&'c ChannelRow],
    fits: impl Fn(&ChannelRow) -> bool,
) -> Option<&'c ChannelRow> {
    let mut fitting = of.iter().copied().filter(|c| fits(c));
    fitting.next().filter(|_| fitting.next().is_none())
}

/// How many of a file's orders each channel has brought already: the very same, or one that was placed at the
/// same moment for the same person. A number alone proves nothing, since every shop begins at 1001.
async fn same_orders(
    db: &mut Db,
    of_kind: &[&ChannelRow],
    orders: &Packed,
) -> Result<HashMap<i64, i64>> {
    let mut same = HashMap::new();
    for part in orders.parts() {
        let part = part?;
        let ids: Vec<&str> = part.orders.iter().map(|o| o.source_id.as_str()).collect();
        for channel in of_kind {
            let brought: HashMap<String, channels::Brought> =
                channels::brought(db, channel.id, &ids)
                    .await?
                    .into_iter()
                    .map(|b| (b.source_id.clone(), b))
                    .collect();
            let known = part.orders.iter().zip(part.digests);
            let known = known.filter(|(order, digest)| {
                brought.get(&order.source_id).is_some_and(|here| {
                    let name = recipient_key(order);
                    here.digest == **digest
                        || order.placed_at == Some(here.placed_at)
                            && !name.is_empty()
                            && name == here.recipient_key
                })
            });
            *same.entry(channel.id).or_insert(0) += i64::try_from(known.count()).unwrap_or(0);
        }
    }
    Ok(same)
}

/// The channel whose files have this header, where every channel of the kind has a mapping of its own: then
/// the header tells them apart.
async fn by_header<'c>(
    db: &mut Db,
    of_kind: &[&'c ChannelRow],
    header: &str,
) -> Result<Option<&'c ChannelRow>> {
    let saved: Vec<SavedMappingRow> = batches::mappings(db).await?;
    let mapped: BTreeSet<i64> = saved.iter().filter_map(|m| m.channel_id).collect();
    if !of_kind.iter().all(|c| mapped.contains(&c.id)) {
        return Ok(None);
    }
    let has = |c: &ChannelRow| {
        saved
            .iter()
            .any(|m| m.channel_id == Some(c.id) && m.header == header)
    };
    Ok(only_one(of_kind, has))
}

/// The kind of channel that files of a format come from: Etsy's two files are one channel.
pub(crate) fn channel_kind(format: &str) -> &str {
    match format {
        "etsy_orders" | "etsy_items" => "etsy",
        "other" => "file",
        other => other,
    }
}

/// A kind of channel by its own name.
fn kind_name(kind: &str) -> &'static str {
    match kind {
        "shopify" => "Shopify",
        "woocommerce" => "WooCommerce",
        "etsy" => "Etsy",
        "ebay" => "eBay",
        "amazon" => "Amazon",
        "square" => "Square",
        "bigcommerce" => "BigCommerce",
        "squarespace" => "Squarespace",
        "magento" => "Magento",
        _ => "CSV",
    }
}

/// The name that the first channel of a kind gets.
fn free_name(all: &[ChannelRow], kind: &str) -> String {
    let name = kind_name(kind);
    let mut free = name.to_owned();
    let mut n = 2;
    while name_is_free(all, &free, None, "name").is_err() {
        free = format!("{name} {n}");
        n += 1;
    }
    free
}

/// What has to be said before a file of one of several channels is booked.
pub(crate) fn which(choices: &[ChannelChoice]) -> FlowError {
    let names: Vec<&str> = choices.iter().map(|c| c.name.as_str()).collect();
    FlowError::Invalid {
        field: "channel",
        sentence: Sentence::new("import-which-channel").with("channels", names.join(", ")),
    }
}
