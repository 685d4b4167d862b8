//! The stock book, opened for one change: levels and lines are read once, decided in memory, and
//! written back in bulk. That is what makes ten thousand orders one handful of statements.

mod save;

use super::takes::{self, Take};
use crate::error::{FlowError, Result};
use domain::Millis;
use domain::stock::{Level, MovementKind};
use std::collections::{BTreeMap, BTreeSet};
use store::Db;
use store::rows::{MovementRow, ReservationRow, StockRow};
use store::tables::settings;
use store::tables::stock::{self, StockLine};

/// What a "needs you" item about a number below zero is called.
pub(crate) const NEGATIVE: &str = "stock_negative";

/// The place that parcels leave from by default: the first.
///
/// # Errors
/// [`FlowError::NoShop`] before the first run; the store's.
pub(crate) async fn first_location(db: &mut Db) -> Result<i64> {
    settings::places(db)
        .await?
        .first()
        .map(|l| l.id)
        .ok_or(FlowError::NoShop)
}

/// Units that a line still wants and nobody holds for it.
pub(crate) fn left(line: &StockLine) -> i64 {
    line.ordered - line.cancelled - line.shipped
}

/// Units that were fetched for a line and are still in the house.
pub(crate) fn fetched(line: &StockLine) -> i64 {
    (line.picked - line.shipped).max(0)
}

/// Whether a line's units are ours to reserve, pick and ship.
pub(crate) fn ships(line: &StockLine) -> bool {
    line.by_shop == 1 && matches!(line.kind.as_str(), "goods" | "kit")
}

/// What is known of a variant whatever the place.
#[derive(Debug, Clone, Copy)]
struct Sort {
    counted: bool,
    safety: i64,
    /// In how many shipments an order may leave that is short of it; `None` as the shop says.
    most_shipments: Option<i64>,
}

struct Entry {
    row: StockRow,
    fresh: bool,
    dirty: bool,
    lowered: bool,
}

/// A reservation to be made.
struct Made {
    variant: i64,
    place: i64,
    order: i64,
    line: i64,
    units: i64,
}

/// The numbers of some variants at every place, and what is about to change.
pub(crate) struct Book {
    /// In the order in which they ship.
    places: Vec<i64>,
    sorts: BTreeMap<i64, Sort>,
    /// By variant and place.
    entries: BTreeMap<(i64, i64), Entry>,
    lines: BTreeMap<i64, StockLine>,
    takes: BTreeMap<i64, Vec<Take>>,
    changed: BTreeSet<i64>,
    made: Vec<Made>,
    ended: Vec<ReservationRow>,
    split: Vec<ReservationRow>,
    moved: Vec<MovementRow>,
}

impl Book {
    /// Opens the book for these variants.
    pub(crate) async fn open(db: &mut Db, variants: &[i64]) -> Result<Self> {
        let places: Vec<i64> = settings::places(db).await?.iter().map(|p| p.id).collect();
        if places.is_empty() {
            return Err(FlowError::NoShop);
        }
        let entries = stock::levels(db, variants)
            .await?
            .into_iter()
            .map(|row| {
                let entry = Entry {
                    row,
                    fresh: false,
                    dirty: false,
                    lowered: false,
                };
                ((entry.row.variant_id, entry.row.location_id), entry)
            })
            .collect();
        let sorts = stock::variants(db, variants)
            .await?
            .into_iter()
            .map(|v| {
                let sort = Sort {
                    counted: v.counted == 1,
                    safety: v.safety,
                    most_shipments: v.most_shipments,
                };
                (v.id, sort)
            })
            .collect();
        Ok(Self {
            places,
            sorts,
            entries,
            lines: BTreeMap::new(),
            takes: BTreeMap::new(),
            changed: BTreeSet::new(),
            made: Vec::new(),
            ended: Vec::new(),
            split: Vec::new(),
            moved: Vec::new(),
        })
    }

    /// Opens the book for lines and everything they are fetched as.
    pub(crate) async fn of_lines(db: &mut Db, lines: Vec<StockLine>) -> Result<Self> {
        let takes = takes::of(db, &lines).await?;
        let variants: BTreeSet<i64> = takes.values().flatten().map(|t| t.variant).collect();
        let mut book = Self::open(db, &variants.into_iter().collect::<Vec<_>>()).await?;
        book.lines = lines.into_iter().map(|line| (line.id, line)).collect();
        book.takes = takes;
        Ok(book)
    }

    /// Adds lines; what they are fetched as is read with them.
    pub(crate) async fn add_lines(&mut self, db: &mut Db, lines: Vec<StockLine>) -> Result<()> {
        let takes = takes::of(db, &lines).await?;
        let missing: BTreeSet<i64> = takes
            .values()
            .flatten()
            .map(|t| t.variant)
            .filter(|v| !self.sorts.contains_key(v))
            .collect();
        if !missing.is_empty() {
            let more = Self::open(db, &missing.into_iter().collect::<Vec<_>>()).await?;
            self.sorts.extend(more.sorts);
            self.entries.extend(more.entries);
        }
        self.takes.extend(takes);
        self.lines
            .extend(lines.into_iter().map(|line| (line.id, line)));
        Ok(())
    }

    /// Adds a line that is not written yet, with what it is fetched as; the book knows those variants.
    pub(crate) fn lay_open(&mut self, line: StockLine, takes: Vec<Take>) {
        if !takes.is_empty() {
            self.takes.insert(line.id, takes);
        }
        self.lines.insert(line.id, line);
    }

    /// Gives a line back as it is now. What it was promised stays; the line itself is written by whoever
    /// asked.
    pub(crate) fn close(&mut self, id: i64) -> Option<StockLine> {
        self.takes.remove(&id);
        self.changed.remove(&id);
        self.lines.remove(&id)
    }

    /// The places in the order in which they ship.
    pub(crate) fn places(&self) -> &[i64] {
        &self.places
    }

    /// What one unit of a line is fetched as; nothing for a line without a variant.
    pub(crate) fn takes(&self, line: i64) -> Vec<Take> {
        self.takes.get(&line).cloned().unwrap_or_default()
    }

    /// The numbers of a variant at a place.
    pub(crate) fn level_at(&self, variant: i64, place: i64) -> Option<Level> {
        let sort = self.sorts.get(&variant)?;
        let row = self.entries.get(&(variant, place)).map(|e| &e.row);
        Some(Level {
            on_hand: row.map_or(0, |r| r.on_hand),
            reserved: row.map_or(0, |r| r.reserved),
            picked: row.map_or(0, |r| r.picked),
            missing: row.map_or(0, |r| r.missing),
            safety: sort.safety,
            counted: sort.counted,
        })
    }

    /// How many units of a variant can be promised at a place; `None` while it was never counted, until
    /// somebody stood before an empty shelf. What is kept back for safety is kept back of the whole
    /// shop's stock.
    pub(crate) fn free_at(&self, variant: i64, place: i64) -> Option<i64> {
        let sort = self.sorts.get(&variant)?;
        if !sort.counted {
            let missing = self.entries.get(&(variant, place)).map(|e| e.row.missing);
            return missing.is_some_and(|n| n > 0).then_some(0);
        }
        let free = |row: &StockRow| row.on_hand - row.reserved - row.missing;
        let everywhere: i64 = self
            .entries
            .range((variant, i64::MIN)..=(variant, i64::MAX))
            .map(|(_, e)| free(&e.row))
            .sum();
        let here = self
            .entries
            .get(&(variant, place))
            .map_or(0, |e| free(&e.row));
        Some(here.min(everywhere - sort.safety).max(0))
    }

    /// A variant's own rule for when it is short.
    pub(crate) fn rule(&self, variant: i64) -> Option<i64> {
        self.sorts.get(&variant)?.most_shipments
    }

    /// From now on the variant counts as counted.
    pub(crate) fn set_counted(&mut self, variant: i64) {
        if let Some(sort) = self.sorts.get_mut(&variant) {
            sort.counted = true;
        }
    }

    /// A line, as the book has it now.
    pub(crate) fn line(&self, id: i64) -> Option<&StockLine> {
        self.lines.get(&id)
    }

    /// The same, to be changed and written back.
    pub(crate) fn line_mut(&mut self, id: i64) -> Option<&mut StockLine> {
        let line = self.lines.get_mut(&id)?;
        self.changed.insert(id);
        Some(line)
    }

    fn entry(&mut self, variant: i64, place: i64) -> &mut Entry {
        let entry = self
            .entries
            .entry((variant, place))
            .or_insert_with(|| Entry {
                row: StockRow {
                    variant_id: variant,
                    location_id: place,
                    bin: String::new(),
                    on_hand: 0,
                    reserved: 0,
                    picked: 0,
                    missing: 0,
                },
                fresh: true,
                dirty: false,
                lowered: false,
            });
        entry.dirty = true;
        entry
    }

    /// Units of a line were fetched at a place (or put back, negative).
    pub(crate) fn add_picked(&mut self, line: i64, place: i64, units: i64) {
        for take in self.takes(line) {
            self.entry(take.variant, place).row.picked += units * take.units;
        }
    }

    /// The same of a variant, whatever its line: a put-back names no line's units any more.
    pub(crate) fn add_picked_of(&mut self, variant: i64, place: i64, units: i64) {
        self.entry(variant, place).row.picked += units;
    }

    /// Changes how many of a variant's units a picker did not find at a place.
    pub(crate) fn add_missing(&mut self, variant: i64, place: i64, units: i64) {
        self.entry(variant, place).row.missing += units;
    }

    /// Writes a movement and follows it on hand.
    pub(crate) fn add_movement(&mut self, movement: NewMovement<'_>, at: Millis, staff: i64) {
        let entry = self.entry(movement.variant, movement.place);
        entry.row.on_hand += movement.units;
        entry.lowered |= movement.units < 0;
        self.moved.push(MovementRow {
            id: 0,
            variant_id: movement.variant,
            location_id: movement.place,
            quantity: movement.units,
            kind: movement.kind.word().to_owned(),
            at,
            order_id: movement.order,
            line_id: movement.line,
            parcel_id: movement.parcel,
            staff_id: staff,
            note: movement.note.to_owned(),
        });
    }

    /// Reserves what the lines of an order still need: at the first place that has it all, so that it
    /// leaves in one parcel; else each line for itself.
    pub(crate) fn reserve_together(&mut self, ids: &[i64]) {
        let place = self.place_of_all(ids);
        for id in ids {
            self.reserve_from(*id, place, &[], i64::MAX);
        }
    }

    /// Reserves what a line still needs, as far as it is there. The rest is backordered. The first
    /// place that has it all is taken, else places are emptied in the order in which they ship; a unit
    /// of a line, a whole kit too, is at one place. Goods without a variant count as reserved in full,
    /// without a reservation's row.
    pub(crate) fn reserve(&mut self, id: i64) {
        self.reserve_with(id, &[]);
    }

    /// The same; what was fetched already (place, units) is reserved in any case.
    pub(crate) fn reserve_with(&mut self, id: i64, fetched: &[(i64, i64)]) {
        let place = self.place_of_all(&[id]);
        self.reserve_from(id, place, fetched, i64::MAX);
    }

    /// The same, and no more than so many units: what the line needs besides is backordered.
    pub(crate) fn reserve_at_most(&mut self, id: i64, most: i64) {
        let place = self.place_of_all(&[id]);
        self.reserve_from(id, place, &[], most.max(0));
    }

    /// The first place at which all that these lines still need is free. Nothing to choose in a shop
    /// with one place.
    fn place_of_all(&self, ids: &[i64]) -> Option<i64> {
        if self.places.len() < 2 {
            return None;
        }
        let mut needs: BTreeMap<i64, i64> = BTreeMap::new();
        for line in ids.iter().filter_map(|id| self.lines.get(id)) {
            let wanted = (left(line) - line.reserved).max(0);
            for take in self.takes.get(&line.id).into_iter().flatten() {
                *needs.entry(take.variant).or_default() += wanted * take.units;
            }
        }
        let enough = |(variant, units): (&i64, &i64), place| {
            let free = self.free_at(*variant, place);
            free.is_none_or(|free| free >= *units)
        };
        let mut places = self.places.iter().copied();
        places.find(|place| needs.iter().all(|need| enough(need, *place)))
    }

    fn reserve_from(&mut self, id: i64, preferred: Option<i64>, fetched: &[(i64, i64)], most: i64) {
        let Some(line) = self.lines.get(&id) else {
            return;
        };
        if !ships(line) {
            return;
        }
        let wanted = (left(line) - line.reserved).clamp(0, most);
        let takes = self.takes(id);
        let mut rest = wanted;
        if takes.is_empty() {
            rest = 0;
        }
        // Where something of it is in hand it is reserved before anywhere else.
        let mut places: Vec<i64> = fetched.iter().map(|(place, _)| *place).collect();
        places.extend(preferred);
        places.extend(&self.places);
        let mut seen = BTreeSet::new();
        places.retain(|p| self.places.contains(p) && seen.insert(*p));
        for place in places {
            if rest <= 0 {
                break;
            }
            let room = takes
                .iter()
                .filter_map(|t| self.free_at(t.variant, place).map(|free| free / t.units))
                .fold(rest, i64::min);
            let in_hand: i64 = fetched
                .iter()
                .filter(|(p, _)| *p == place)
                .map(|(_, units)| *units)
                .sum();
            let got = room.max(in_hand.min(rest));
            if got > 0 {
                self.reserve_exactly(id, place, got);
                rest -= got;
            }
        }
        if let Some(line) = self.lines.get_mut(&id) {
            let before = (line.reserved, line.backordered);
            line.reserved += wanted - rest;
            line.backordered = (left(line) - line.reserved).max(0);
            if before != (line.reserved, line.backordered) {
                self.changed.insert(id);
            }
        }
    }

    /// Makes reservations of exactly so many units of a line at a place, whatever is there: the goods
    /// are in the house and meant for it. The line's own `reserved` is the caller's.
    pub(crate) fn reserve_exactly(&mut self, id: i64, place: i64, units: i64) {
        let Some(order) = self.lines.get(&id).map(|l| l.order_id) else {
            return;
        };
        for take in self.takes(id) {
            let units = units * take.units;
            self.entry(take.variant, place).row.reserved += units;
            self.made.push(Made {
                variant: take.variant,
                place,
                order,
                line: id,
                units,
            });
        }
    }

    /// Ends up to `units` of a line at a place (`released`, `consumed`), the first rows first. `rows`
    /// are the line's reservations. Returns how many units ended.
    pub(crate) fn end(
        &mut self,
        id: i64,
        rows: &mut [ReservationRow],
        place: i64,
        units: i64,
        ended: (&str, Millis),
    ) -> i64 {
        self.turn(id, rows, place, units, "active", (ended.0, Some(ended.1)))
    }

    /// Makes up to `units` of a line at a place that ended in a hand-over active again, the first rows
    /// first. Returns how many units are.
    pub(crate) fn revive(
        &mut self,
        id: i64,
        rows: &mut [ReservationRow],
        place: i64,
        units: i64,
    ) -> i64 {
        self.turn(id, rows, place, units, "consumed", ("active", None))
    }

    /// Turns whole units of a line at a place from one state into another.
    fn turn(
        &mut self,
        id: i64,
        rows: &mut [ReservationRow],
        place: i64,
        units: i64,
        from: &str,
        to: (&str, Option<Millis>),
    ) -> i64 {
        let takes = self.takes(id);
        let units = takes::held(&takes, rows, place, from).min(units);
        for take in takes {
            let mut rest = units * take.units;
            let of = |r: &&mut ReservationRow| {
                r.variant_id == take.variant && r.location_id == place && r.state == from
            };
            for row in rows.iter_mut().filter(of) {
                if rest == 0 {
                    break;
                }
                let part = row.quantity.min(rest);
                rest -= part;
                let sign = if from == "active" { -1 } else { 1 };
                self.entry(take.variant, place).row.reserved += sign * part;
                if part == row.quantity {
                    to.0.clone_into(&mut row.state);
                    row.ended_at = to.1;
                } else {
                    row.quantity -= part;
                    self.split.push(ReservationRow {
                        quantity: part,
                        state: to.0.to_owned(),
                        ended_at: to.1,
                        ..row.clone()
                    });
                }
                self.ended.push(row.clone());
            }
        }
        units
    }
}

/// Units that come or go.
pub(crate) struct NewMovement<'a> {
    /// Of what.
    pub(crate) variant: i64,
    /// Where.
    pub(crate) place: i64,
    /// Units; out is negative.
    pub(crate) units: i64,
    /// Why.
    pub(crate) kind: MovementKind,
    /// For which order.
    pub(crate) order: Option<i64>,
    /// For which line.
    pub(crate) line: Option<i64>,
    /// With which parcel.
    pub(crate) parcel: Option<i64>,
    /// In the person's words.
    pub(crate) note: &'a str,
}
