//! What a plan comes to: everything that changes, and of the new orders what their writing has to know
//! beforehand. The rows of very many new orders would take half a gigabyte: they are made again, some hundred
//! at a time, when their turn comes.

use super::added::wanted_ids;
use crate::error::Result;
use crate::import::known::{Here, Known};
use crate::import::merge::Update;
use crate::import::new_order::{Booking, Boxed};
use crate::import::packed::Packed;
use crate::import::plan::{self, Basis, Planned};
use crate::import::types::Others;
use std::collections::{BTreeSet, HashMap};
use std::sync::Arc;

/// How many new orders are written first.
const FIRST: usize = 250;

/// What becomes of the orders of a file.
#[derive(Default)]
pub(super) struct Gathered {
    pub(super) updates: Vec<Update>,
    /// Orders that are changed, too many to be planned at once: they are planned when they are written.
    pub(super) later: usize,
    pub(super) news: News,
    pub(super) skipped: i64,
    pub(super) refused: i64,
    /// Of those that are left out: orders that only share a number with orders here.
    pub(super) others: usize,
}

/// The new orders.
#[derive(Default)]
pub(super) struct News {
    /// Their rows, if they are few.
    kept: Option<Vec<Boxed>>,
    /// How many they are.
    pub(super) count: usize,
    /// The most ids that they take.
    pub(super) ids: usize,
    /// What those of them need that are no history.
    pub(super) variants: BTreeSet<i64>,
}

/// What the rows of new orders are made from again.
#[derive(Clone)]
pub(super) struct Source {
    pub(super) orders: Arc<Packed>,
    pub(super) known: Arc<Known>,
    pub(super) start_at: Option<domain::Millis>,
    pub(super) booking: Booking,
    /// A person's answer about orders that only share a number with orders here.
    pub(super) others: Option<Others>,
}

impl Gathered {
    /// Plans every order.
    ///
    /// # Errors
    /// As [`Packed::parts`].
    pub(super) fn of(source: &Source) -> Result<Self> {
        let mut all = Self::default();
        all.news.kept = source.orders.few().then(Vec::new);
        for part in source.orders.parts() {
            let part = part?;
            if source.known.many() {
                all.later += source.known.changed_in(&part).len();
            }
            for planned in plan::plan(&part, source.basis(&source.known.here)) {
                match planned {
                    Planned::New(new) => all.news.add(new),
                    Planned::Update(update) => all.updates.push(*update),
                    Planned::Skip => all.skipped += 1,
                    Planned::Refuse(_) => all.refused += 1,
                    Planned::Other(_) => {
                        all.refused += 1;
                        all.others += 1;
                    }
                }
            }
        }
        // Without what they have they seemed to stay as they are.
        all.skipped -= i64::try_from(all.later).unwrap_or(0);
        Ok(all)
    }
}

impl Source {
    /// What its orders are planned by.
    pub(super) fn basis<'s>(&'s self, here: &'s HashMap<i64, Here>) -> Basis<'s> {
        Basis {
            known: &self.known,
            here,
            start_at: self.start_at,
            booking: self.booking,
            others: self.others,
        }
    }
}

impl News {
    fn add(&mut self, new: Boxed) {
        self.count += 1;
        self.ids += 1 + wanted_ids(&new);
        if new.facts.order.history == 0 {
            let variants = new.facts.lines.iter().filter_map(|line| line.variant_id);
            self.variants.extend(variants);
        }
        if let Some(kept) = &mut self.kept {
            kept.push(new);
        }
    }

    /// Their rows, some at a time: few at first, so that the engine has soon something to write, and never
    /// more than `most`.
    pub(super) fn chunks(self, source: Source, most: usize) -> Chunks {
        Chunks {
            waiting: self.kept.unwrap_or_default(),
            left: self.count,
            source,
            part: 0,
            size: FIRST.min(most),
            most,
        }
    }
}

/// The rows of new orders, some at a time.
pub(super) struct Chunks {
    waiting: Vec<Boxed>,
    /// How many were not given yet.
    left: usize,
    source: Source,
    /// The part that is made next.
    part: usize,
    /// How many are given next, and at most.
    size: usize,
    most: usize,
}

impl Iterator for Chunks {
    type Item = Result<Vec<Boxed>>;

    fn next(&mut self) -> Option<Self::Item> {
        while self.waiting.len() < self.size.min(self.left) {
            let part = match self.source.orders.part(self.part)? {
                Ok(part) => part,
                Err(error) => return Some(Err(error)),
            };
            self.part += 1;
            let basis = self.source.basis(&self.source.known.here);
            self.waiting.extend(plan::news(&part, basis));
        }
        let later = self.waiting.split_off(self.waiting.len().min(self.size));
        let chunk = std::mem::replace(&mut self.waiting, later);
        self.left -= chunk.len().min(self.left);
        self.size = (self.size * 2).min(self.most);
        (!chunk.is_empty()).then_some(Ok(chunk))
    }
}
