//! What becomes of each order of a file. Pure: the preview shows it, the commit writes it.

use super::known::{Here, Known};
use super::merge::{self, Update};
use super::new_order::{self, Booking, Boxed};
use super::other;
use super::packed::Part;
use super::types::{Fate, Others};
use domain::Millis;
use domain::Sentence;
use domain::source::SourceOrder;
use rayon::prelude::*;
use std::collections::HashMap;

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
pub(crate) fn news(part: &Part<'_>, basis: Basis<'_>) -> Vec<Boxed> {
    part.orders
        .par_iter()
        .zip(part.digests)
        .zip(part.again)
        .filter(|((order, _), again)| {
            !**again && !basis.known.digests.contains_key(&order.source_id)
        })
        .filter_map(|((order, digest), _)| match basis.made(order, digest) {
            Planned::New(new) => Some(new),
            Planned::Update(_) | Planned::Skip | Planned::Refuse(_) | Planned::Other(_) => None,
        })
        .collect()
}

/// What an order of a file is planned by.
#[derive(Clone, Copy)]
pub(crate) struct Basis<'k> {
    pub(crate) known: &'k Known,
    /// What the orders have that are here and told otherwise. Without it an order stays as it is.
    pub(crate) here: &'k HashMap<i64, Here>,
    pub(crate) start_at: Option<Millis>,
    pub(crate) booking: Booking,
    /// A person's answer about orders that only share a number.
    pub(crate) others: Option<Others>,
}

/// Plans every order, in the file's order. The second of two orders with one id is refused: a file
/// that says two things of one order says nothing that can be trusted.
pub(crate) fn plan(part: &Part<'_>, basis: Basis<'_>) -> Vec<Planned> {
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
            match basis.known.digests.get(&order.source_id) {
                Some((_, old)) if old == digest => Planned::Skip,
                Some((id, _)) => basis.settled(order, digest, *id),
                None => basis.made(order, digest),
            }
        })
        .collect()
}

/// What becomes of those orders whose rows are in [`Basis::here`], and nothing of the others: the same answer
/// as [`plan`] gives for them.
pub(crate) fn changes(part: &Part<'_>, basis: Basis<'_>) -> Vec<Planned> {
    part.orders
        .par_iter()
        .zip(part.digests)
        .zip(part.again)
        .filter(|(_, again)| !**again)
        .filter_map(|((order, digest), _)| {
            let (id, old) = basis.known.digests.get(&order.source_id)?;
            (old != digest).then(|| basis.settled(order, digest, *id))
        })
        .collect()
}

impl Basis<'_> {
    fn start_at(&self) -> Option<Millis> {
        let begun = || self.known.channel.as_ref().and_then(|c| c.start_at);
        self.start_at.or_else(begun)
    }

    fn made(&self, order: &SourceOrder, digest: &str) -> Planned {
        match new_order::build(order, digest, self.known, self.start_at(), self.booking) {
            Ok(new) => Planned::New(Box::new(new)),
            Err(sentence) => Planned::Refuse(sentence),
        }
    }

    fn settled(&self, order: &SourceOrder, digest: &str, id: i64) -> Planned {
        let known = self.known;
        let Some(here) = self.here.get(&id) else {
            return Planned::Skip;
        };
        if self.others != Some(Others::Same) && other::is_other(order, here, known) {
            let shop = known.channel.as_ref().map_or("", |c| c.name.as_str());
            return Planned::Other(
                Sentence::new("import-other-order")
                    .with("number", order.number.as_str())
                    .with("channel", shop),
            );
        }
        match merge::merge(
            order,
            digest,
            here,
            known,
            self.start_at(),
            self.booking.now,
        ) {
            Ok(update) if update.changes_nothing(&here.taxes) => Planned::Skip,
            Ok(update) => Planned::Update(Box::new(update)),
            Err(sentence) => Planned::Refuse(sentence),
        }
    }
}
