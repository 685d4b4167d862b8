//! What becomes of each order of a file. Pure: the preview shows it, the commit writes it.

use super::known::Known;
use super::merge::{self, Update};
use super::new_order::{self, Booking, Boxed};
use super::other;
use super::packed::Part;
use super::types::{Fate, Others};
use domain::Millis;
use domain::Sentence;
use rayon::prelude::*;

/// What becomes of one order.
#[derive(Debug)]
pub(crate) enum Planned {
    /// It is made.
    New(Boxed),
    /// It is changed.
    Update(Box<Update>),
    /// It is here as it is.
    Skip,
    /// It is left out.
    Refuse(Sentence),
    /// It carries the number of an order here and is plainly another: it is left out, and while nobody has said
    /// whose file it is, so is the whole file.
    Other(Sentence),
}

impl Planned {
    /// In one word.
    pub(crate) fn fate(&self) -> Fate {
        match self {
            Self::New(_) => Fate::New,
            Self::Update(_) => Fate::Update,
            Self::Skip => Fate::Skip,
            Self::Refuse(_) | Self::Other(_) => Fate::Refuse,
        }
    }
}

/// The rows of those orders that are new, and nothing of the others: the same answer as [`plan`] gives for
/// them.
pub(crate) fn news(
    part: &Part<'_>,
    known: &Known,
    start_at: Option<Millis>,
    booking: Booking,
) -> Vec<Boxed> {
    let start_at = start_at.or_else(|| known.channel.as_ref().and_then(|c| c.start_at));
    part.orders
        .par_iter()
        .zip(part.digests)
        .zip(part.again)
        .filter(|((order, _), again)| !**again && !known.digests.contains_key(&order.source_id))
        .filter_map(|((order, digest), _)| {
            let new = new_order::build(order, digest, known, start_at, booking);
            new.ok().map(Box::new)
        })
        .collect()
}

/// Plans every order, in the file's order. The second of two orders with one id is refused: a file
/// that says two things of one order says nothing that can be trusted. `others` is a person's answer about
/// orders that only share a number.
pub(crate) fn plan(
    part: &Part<'_>,
    known: &Known,
    start_at: Option<Millis>,
    booking: Booking,
    others: Option<Others>,
) -> Vec<Planned> {
    let start_at = start_at.or_else(|| known.channel.as_ref().and_then(|c| c.start_at));
    part.orders
        .par_iter()
        .zip(part.digests)
        .zip(part.again)
        .map(|((order, digest), again)| {
            if *again {
                return Planned::Refuse(
                    Sentence::new("import-twice-in-file").with("number", order.number.as_str()),
                );
            }
            match known.digests.get(&order.source_id) {
                Some((_, old)) if old == digest => Planned::Skip,
                Some((id, _)) => match known.here.get(id) {
                    None => Planned::Skip,
                    Some(here)
                        if others != Some(Others::Same) && other::is_other(order, here, known) =>
                    {
                        let shop = known.channel.as_ref().map_or("", |c| c.name.as_str());
                        Planned::Other(
                            Sentence::new("import-other-order")
                                .with("number", order.number.as_str())
                                .with("channel", shop),
                        )
                    }
                    Some(here) => {
                        match merge::merge(order, digest, here, known, start_at, booking.now) {
                            Ok(update) if update.changes_nothing(&here.taxes) => Planned::Skip,
                            Ok(update) => Planned::Update(Box::new(update)),
                            Err(sentence) => Planned::Refuse(sentence),
                        }
                    }
                },
                None => match new_order::build(order, digest, known, start_at, booking) {
                    Ok(new) => Planned::New(Box::new(new)),
                    Err(sentence) => Planned::Refuse(sentence),
                },
            }
        })
        .collect()
}
