//! The stock book, opened for one change: levels and lines are read once, decided in memory, and
//! written back in bulk. That is what makes ten thousand orders one handful of statements.

use crate::error::{FlowError, Result};
use domain::stock::{Level, MovementKind};
use domain::{Millis, Sentence};
use std::collections::{BTreeMap, BTreeSet};
use store::row::{insert_all, save_all};
use store::rows::{MovementRow, NeedRow, ReservationRow, StockRow};
use store::tables::stock::{self, LineStock, StockLine};
use store::tables::{orders, settings};
use store::{Db, Event, Tag, Write};

/// What a "needs you" item about a number below zero is called.
pub(crate) const NEGATIVE: &str = "stock_negative";

/// The shop's own place: the first location.
///
/// # Errors
/// [`FlowError::NoShop`] before the first run; the store's.
pub(crate) async fn first_location(db: &mut Db) -> Result<i64> {
    settings::locations(db)
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
    line.by_shop == 1 && line.kind == "goods"
}

struct Entry {
    row: StockRow,
    counted: bool,
    safety: i64,
    fresh: bool,
    dirty: bool,
    lowered: bool,
}

/// A reservation to be made.
struct Made {
    variant: i64,
    order: i64,
    line: i64,
    units: i64,
}

/// The numbers of some variants at one place, and what is about to change.
pub(crate) struct Book {
    location: i64,
    entries: BTreeMap<i64, Entry>,
    lines: BTreeMap<i64, StockLine>,
    changed: BTreeSet<i64>,
    made: Vec<Made>,
    ended: Vec<ReservationRow>,
    split: Vec<ReservationRow>,
    moved: Vec<MovementRow>,
}

impl Book {
    /// Opens the book for these variants at the shop's own place.
    pub(crate) async fn open(db: &mut Db, variants: &[i64]) -> Result<Self> {
        let location = first_location(db).await?;
        Self::open_at(db, location, variants).await
    }

    /// Opens the book for these variants at a place.
    pub(crate) async fn open_at(db: &mut Db, location: i64, variants: &[i64]) -> Result<Self> {
        let levels: BTreeMap<i64, StockRow> = stock::levels(db, variants)
            .await?
            .into_iter()
            .filter(|row| row.location_id == location)
            .map(|row| (row.variant_id, row))
            .collect();
        let entries = stock::variants(db, variants)
            .await?
            .into_iter()
            .map(|variant| {
                let found = levels.get(&variant.id).cloned();
                let fresh = found.is_none();
                let row = found.unwrap_or(StockRow {
                    variant_id: variant.id,
                    location_id: location,
                    bin: String::new(),
                    on_hand: 0,
                    reserved: 0,
                    picked: 0,
                    missing: 0,
                });
                let entry = Entry {
                    row,
                    counted: variant.counted == 1,
                    safety: variant.safety,
                    fresh,
                    dirty: false,
                    lowered: false,
                };
                (variant.id, entry)
            })
            .collect();
        Ok(Self {
            location,
            entries,
            lines: BTreeMap::new(),
            changed: BTreeSet::new(),
            made: Vec::new(),
            ended: Vec::new(),
            split: Vec::new(),
            moved: Vec::new(),
        })
    }

    /// Opens the book for lines and everything they are of.
    pub(crate) async fn of_lines(db: &mut Db, lines: Vec<StockLine>) -> Result<Self> {
        let variants: BTreeSet<i64> = lines.iter().filter_map(|l| l.variant_id).collect();
        let mut book = Self::open(db, &variants.into_iter().collect::<Vec<_>>()).await?;
        book.lines = lines.into_iter().map(|line| (line.id, line)).collect();
        Ok(book)
    }

    /// Adds lines whose variants the book was opened for.
    pub(crate) fn add_lines(&mut self, lines: Vec<StockLine>) {
        self.lines
            .extend(lines.into_iter().map(|line| (line.id, line)));
    }

    /// The numbers of a variant.
    pub(crate) fn level(&self, variant: i64) -> Option<Level> {
        self.entries.get(&variant).map(|e| Level {
            on_hand: e.row.on_hand,
            reserved: e.row.reserved,
            picked: e.row.picked,
            missing: e.row.missing,
            safety: e.safety,
            counted: e.counted,
        })
    }

    /// From now on the variant counts as counted.
    pub(crate) fn set_counted(&mut self, variant: i64) {
        if let Some(entry) = self.entries.get_mut(&variant) {
            entry.counted = true;
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

    /// Changes a variant's picked units.
    pub(crate) fn add_picked(&mut self, variant: i64, units: i64) {
        if let Some(entry) = self.entries.get_mut(&variant) {
            entry.row.picked += units;
            entry.dirty = true;
        }
    }

    /// Changes how many of a variant's units a picker did not find.
    pub(crate) fn add_missing(&mut self, variant: i64, units: i64) {
        if let Some(entry) = self.entries.get_mut(&variant) {
            entry.row.missing += units;
            entry.dirty = true;
        }
    }

    fn add_reserved(&mut self, variant: i64, units: i64) {
        if let Some(entry) = self.entries.get_mut(&variant) {
            entry.row.reserved += units;
            entry.dirty = true;
        }
    }

    /// Writes a movement and follows it on hand.
    pub(crate) fn add_movement(&mut self, movement: NewMovement<'_>, at: Millis, staff: i64) {
        let Some(entry) = self.entries.get_mut(&movement.variant) else {
            return;
        };
        entry.row.on_hand += movement.units;
        entry.dirty = true;
        entry.lowered |= movement.units < 0;
        self.moved.push(MovementRow {
            id: 0,
            variant_id: movement.variant,
            location_id: self.location,
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

    /// Reserves what a line still needs, as far as it is there; `at_least` units are reserved in any
    /// case, because they were fetched already. The rest is backordered. Goods without a variant
    /// count as reserved in full, without a reservation's row.
    pub(crate) fn reserve(&mut self, id: i64, at_least: i64) {
        let Some(line) = self.lines.get(&id) else {
            return;
        };
        if !ships(line) {
            return;
        }
        let (order, wanted) = (line.order_id, (left(line) - line.reserved).max(0));
        let got = match line.variant_id {
            None => wanted,
            Some(variant) => {
                let Some(level) = self.level(variant) else {
                    return;
                };
                let got = level.can_reserve(wanted).max(at_least.min(wanted));
                if got > 0 {
                    self.add_reserved(variant, got);
                    self.made.push(Made {
                        variant,
                        order,
                        line: id,
                        units: got,
                    });
                }
                got
            }
        };
        if let Some(line) = self.lines.get_mut(&id) {
            let before = (line.reserved, line.backordered);
            line.reserved += got;
            line.backordered = (left(line) - line.reserved).max(0);
            if before != (line.reserved, line.backordered) {
                self.changed.insert(id);
            }
        }
    }

    /// Makes a reservation of exactly so many units for a line, whatever is there: the goods are in
    /// the house and meant for it.
    pub(crate) fn reserve_exactly(&mut self, id: i64, units: i64) {
        let Some((variant, order)) = self
            .lines
            .get(&id)
            .and_then(|l| l.variant_id.map(|v| (v, l.order_id)))
        else {
            return;
        };
        self.add_reserved(variant, units);
        self.made.push(Made {
            variant,
            order,
            line: id,
            units,
        });
    }

    /// Ends up to `units` of these active reservations of one line (`released`, `consumed`), the
    /// first rows first. Returns how many units ended.
    pub(crate) fn end(
        &mut self,
        rows: &mut [ReservationRow],
        units: i64,
        state: &str,
        now: Millis,
    ) -> i64 {
        let mut rest = units;
        for row in rows.iter_mut().filter(|r| r.state == "active") {
            if rest == 0 {
                break;
            }
            let part = row.quantity.min(rest);
            rest -= part;
            self.add_reserved(row.variant_id, -part);
            if part == row.quantity {
                state.clone_into(&mut row.state);
                row.ended_at = Some(now);
            } else {
                row.quantity -= part;
                self.split.push(ReservationRow {
                    quantity: part,
                    state: state.to_owned(),
                    ended_at: Some(now),
                    ..row.clone()
                });
            }
            self.ended.push(row.clone());
        }
        units - rest
    }

    /// Makes up to `units` of these consumed reservations of one line active again, the first rows
    /// first. Returns how many units are.
    pub(crate) fn revive(&mut self, rows: &mut [ReservationRow], units: i64) -> i64 {
        let mut rest = units;
        for row in rows.iter_mut().filter(|r| r.state == "consumed") {
            if rest == 0 {
                break;
            }
            let part = row.quantity.min(rest);
            rest -= part;
            self.add_reserved(row.variant_id, part);
            if part == row.quantity {
                "active".clone_into(&mut row.state);
                row.ended_at = None;
            } else {
                row.quantity -= part;
                self.split.push(ReservationRow {
                    quantity: part,
                    state: "active".to_owned(),
                    ended_at: None,
                    ..row.clone()
                });
            }
            self.ended.push(row.clone());
        }
        units - rest
    }

    /// Writes everything that changed.
    pub(crate) async fn save(self, w: &mut Write<'_>) -> Result<()> {
        let now = w.now();
        let lines: Vec<LineStock> = self
            .changed
            .iter()
            .filter_map(|id| self.lines.get(id))
            .map(|l| LineStock {
                id: l.id,
                variant_id: l.variant_id,
                reserved: l.reserved,
                backordered: l.backordered,
                picked: l.picked,
                packed: l.packed,
                shipped: l.shipped,
                grams: l.grams,
            })
            .collect();
        save_all(w.db(), 1, &lines).await?;
        // One row may have been changed twice: what it came to last is what stands.
        let ended: BTreeMap<i64, ReservationRow> =
            self.ended.into_iter().map(|r| (r.id, r)).collect();
        save_all(w.db(), 1, &ended.into_values().collect::<Vec<_>>()).await?;
        let mut made: Vec<ReservationRow> = self
            .made
            .into_iter()
            .map(|m| ReservationRow {
                id: 0,
                variant_id: m.variant,
                location_id: self.location,
                order_id: m.order,
                line_id: m.line,
                quantity: m.units,
                state: "active".to_owned(),
                made_at: now,
                ended_at: None,
            })
            .collect();
        made.extend(self.split);
        let first = w.ids(made.len()).await?;
        for (id, row) in (first..).zip(&mut made) {
            row.id = id;
        }
        insert_all(w.db(), &made).await?;
        let mut moved = self.moved;
        let first = w.ids(moved.len()).await?;
        for (id, row) in (first..).zip(&mut moved) {
            row.id = id;
        }
        insert_all(w.db(), &moved).await?;
        let mut negative = Vec::new();
        let (mut fresh, mut dirty) = (Vec::new(), Vec::new());
        for (variant, entry) in self.entries {
            if entry.counted && entry.lowered && entry.row.on_hand < 0 {
                negative.push((variant, entry.row.on_hand));
            }
            match (entry.fresh, entry.dirty) {
                (true, _) => fresh.push(entry.row),
                (false, true) => dirty.push(entry.row),
                (false, false) => {}
            }
        }
        insert_all(w.db(), &fresh).await?;
        save_all(w.db(), 2, &dirty).await?;
        for (variant, on_hand) in negative {
            say_negative(w, variant, on_hand).await?;
        }
        for row in &dirty {
            w.touch(row.variant_id);
        }
        w.stale(&[Tag::Stock]);
        Ok(())
    }
}

/// Units that come or go.
pub(crate) struct NewMovement<'a> {
    /// Of what.
    pub(crate) variant: i64,
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

/// Less than nothing on hand is a fact: it is booked, and a person is asked to count.
async fn say_negative(w: &mut Write<'_>, variant: i64, on_hand: i64) -> Result<()> {
    if orders::need_is_open(w.db(), NEGATIVE, variant).await? {
        return Ok(());
    }
    let sku = stock::variants(w.db(), &[variant])
        .await?
        .pop()
        .map(|v| if v.sku.is_empty() { v.title } else { v.sku })
        .unwrap_or_default();
    let sentence = Sentence::new("stock-negative")
        .with("sku", sku)
        .with("units", -on_hand);
    let id = w.id().await?;
    let row = NeedRow {
        id,
        kind: NEGATIVE.to_owned(),
        order_id: None,
        thing_id: Some(variant),
        sentence: serde_json::to_string(&sentence).unwrap_or_default(),
        opened_at: w.now(),
        closed_at: None,
        closed_by: None,
    };
    insert_all(w.db(), &[row]).await?;
    w.journal(Event::new("need_opened").thing(variant).data(&NEGATIVE));
    w.stale(&[Tag::Needs]);
    Ok(())
}
