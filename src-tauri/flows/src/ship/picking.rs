//! Working a pick list: each line is answered with what was found. `MODEL.md`, "Things", "Stock".
//!
//! What was found is the order's; what was not is promised to nobody until somebody counts, and the
//! order waits or goes in part, as its backorder policy says. What happened at the shelf is never
//! refused: a hold that came meanwhile is shown beside the line, it does not undo the walk.

use super::parcels::{self, LabelsOf};
use super::pick_lists::load;
use super::shipment::{self, Shipment};
use super::types::{
    PickAnswer, PickAnswerUndo, PickListDetail, PickListEnter, PickListFinish, PickRest,
};
use crate::desk::Desk;
use crate::error::{FlowError, Result};
use crate::import::hold_row;
use crate::orders::facts::{self, Facts};
use crate::orders::refresh::refresh;
use crate::stock::reserve::Fetched;
use crate::stock::{first_location, moves, not_found};
use domain::id::{LineId, OrderId, ShipmentId};
use domain::order::HoldKind;
use domain::pick_list::{self, PickListState};
use domain::{Refusal, Sentence};
use std::collections::{BTreeMap, BTreeSet};
use store::row::{insert_all, save_all};
use store::rows::{HoldRow, PickLineRow, PickListRow, ShipmentLineRow};
use store::tables::{ship, stock};
use store::{Event, Tag, Write};

const TAGS: &[Tag] = &[Tag::Orders, Tag::Shipments, Tag::Stock, Tag::Needs];

/// Answers lines of an open pick list.
///
/// # Errors
/// Refused when a line was answered already, more than asked is said to be found, or units are
/// short without a reason; the store's. Then nothing happened.
pub async fn enter(desk: &Desk, ask: PickListEnter) -> Result<PickListDetail> {
    let mut w = desk.write().await?;
    let mut walk = Walk::load(&mut w, ask.id.0).await?;
    walk.answer(&mut w, &ask.lines).await?;
    finish_writing(w, desk, walk).await
}

/// Ends a list: what nobody answered was found, or was not looked for.
///
/// # Errors
/// Refused when the list ended already; the store's.
pub async fn finish(desk: &Desk, ask: PickListFinish) -> Result<PickListDetail> {
    let mut w = desk.write().await?;
    let mut walk = Walk::load(&mut w, ask.id.0).await?;
    if walk.list.state != PickListState::Open.word() {
        return Err(Refusal::new("pick-list-ended").into());
    }
    match ask.rest {
        PickRest::Found => {
            let all: Vec<PickAnswer> = walk
                .lines
                .iter()
                .filter(|l| l.open == 1)
                .map(|l| PickAnswer {
                    shipment: ShipmentId(l.shipment_id),
                    line: LineId(l.line_id),
                    found: l.asked,
                    why: None,
                    bin: None,
                })
                .collect();
            walk.answer(&mut w, &all).await?;
        }
        PickRest::Left => walk.leave_off(&mut w).await?,
    }
    finish_writing(w, desk, walk).await
}

/// Takes the answer of one line back: what was fetched lies on the shelf again, what was not found
/// is reserved for its line again, and the line is open.
///
/// # Errors
/// Refused when the units are packed or called off meanwhile, the shelf was counted since, or the line is
/// on another list now.
pub async fn undo(desk: &Desk, ask: PickAnswerUndo) -> Result<PickListDetail> {
    let mut w = desk.write().await?;
    let mut walk = Walk::load(&mut w, ask.id.0).await?;
    walk.take_back(&mut w, ask.shipment.0, ask.line.0).await?;
    finish_writing(w, desk, walk).await
}

async fn finish_writing(mut w: Write<'_>, desk: &Desk, walk: Walk) -> Result<PickListDetail> {
    let orders: Vec<i64> = walk.touched.iter().copied().collect();
    refresh(&mut w, &orders).await?;
    w.stale(TAGS);
    w.touch(walk.list.id);
    w.commit().await?;
    let mut reader = desk.store.read().await?;
    load(reader.db(), walk.list.id).await
}

/// A list with everything that its answers change.
struct Walk {
    list: PickListRow,
    /// Where parcels leave from when a shipment does not say.
    first: i64,
    lines: Vec<PickLineRow>,
    orders: Vec<Facts>,
    shipments: Vec<Shipment>,
    before: BTreeMap<i64, Vec<ShipmentLineRow>>,
    touched: BTreeSet<i64>,
}

/// What the answers come to, before they are written.
#[derive(Default)]
struct Answers {
    fetched: Vec<Fetched>,
    short: Vec<Fetched>,
    holds: Vec<HoldRow>,
    /// Variant, place, bin.
    bins: Vec<(i64, i64, String)>,
}

impl Walk {
    async fn load(w: &mut Write<'_>, id: i64) -> Result<Self> {
        let list = ship::pick_lists(w.db(), &[id])
            .await?
            .pop()
            .ok_or(FlowError::NotFound("pick list"))?;
        let lines = ship::pick_lines(w.db(), &[id]).await?;
        let ids: BTreeSet<i64> = lines.iter().map(|l| l.order_id).collect();
        let ids: Vec<i64> = ids.into_iter().collect();
        let orders = facts::load(w.db(), &ids).await?;
        let shipments = shipment::open_of(w.db(), &ids).await?;
        let before = shipments
            .iter()
            .map(|s| (s.row.id, s.lines.clone()))
            .collect();
        Ok(Self {
            list,
            first: first_location(w.db()).await?,
            lines,
            orders,
            shipments,
            before,
            touched: BTreeSet::new(),
        })
    }

    async fn answer(&mut self, w: &mut Write<'_>, answers: &[PickAnswer]) -> Result<()> {
        self.hold_what_was_fetched(w, answers).await?;
        let mut all = Answers::default();
        for answer in answers {
            self.book(answer, w, &mut all).await?;
        }
        self.write(w, &all).await
    }

    /// A count may have taken units from a line after the list was made. They were found all the
    /// same, so they are the line's.
    async fn hold_what_was_fetched(
        &mut self,
        w: &mut Write<'_>,
        answers: &[PickAnswer],
    ) -> Result<()> {
        let excess: Vec<Fetched> = answers
            .iter()
            .filter_map(|a| {
                let line = self
                    .orders
                    .iter()
                    .flat_map(|f| &f.lines)
                    .find(|l| l.id == a.line.0)?;
                let more = line.picked - line.shipped + a.found - line.reserved;
                (more > 0).then_some(Fetched {
                    line: line.id,
                    place: self.place_of(a.shipment.0),
                    units: more,
                })
            })
            .collect();
        if excess.is_empty() {
            return Ok(());
        }
        not_found::hold_fetched(w, &excess).await?;
        let ids: Vec<i64> = self.orders.iter().map(|f| f.order.id).collect();
        self.orders = facts::load(w.db(), &ids).await?;
        Ok(())
    }

    /// The place that a shipment leaves from.
    fn place_of(&self, shipment: i64) -> i64 {
        self.shipments
            .iter()
            .find(|s| s.row.id == shipment)
            .and_then(|s| s.row.location_id)
            .unwrap_or(self.first)
    }

    async fn book(
        &mut self,
        answer: &PickAnswer,
        w: &mut Write<'_>,
        all: &mut Answers,
    ) -> Result<()> {
        let done = || Refusal::new("pick-line-done");
        let place = self.place_of(answer.shipment.0);
        let row = self
            .lines
            .iter_mut()
            .find(|l| {
                l.open == 1 && l.shipment_id == answer.shipment.0 && l.line_id == answer.line.0
            })
            .ok_or_else(done)?;
        let short = pick_list::short(row.asked, answer.found, answer.why)?;
        let in_shipment = self
            .shipments
            .iter_mut()
            .filter(|s| s.row.id == row.shipment_id)
            .flat_map(|s| &mut s.lines)
            .find(|l| l.line_id == row.line_id)
            .ok_or_else(done)?;
        let facts = self
            .orders
            .iter_mut()
            .find(|f| f.order.id == row.order_id)
            .ok_or_else(done)?;
        let order = facts.order.id;
        let line = facts
            .lines
            .iter_mut()
            .find(|l| l.id == row.line_id)
            .ok_or_else(done)?;
        row.found = Some(answer.found);
        row.open = 0;
        answer
            .why
            .filter(|_| short > 0)
            .map_or("", |why| why.word())
            .clone_into(&mut row.short_why);
        in_shipment.picked += answer.found;
        line.picked += answer.found;
        self.touched.insert(order);
        let name = if line.sku.is_empty() {
            line.title.clone()
        } else {
            line.sku.clone()
        };
        let told = |verb, units| {
            Event::new(verb)
                .order(OrderId(order))
                .thing(self.list.id)
                .data(&serde_json::json!({
                    "units": units, "sku": name, "list": self.list.number, "why": row.short_why,
                }))
        };
        if answer.found > 0 {
            all.fetched.push(Fetched {
                line: line.id,
                place,
                units: answer.found,
            });
            w.journal(told("picked", answer.found));
        }
        if short > 0 {
            w.journal(told("picked_short", short));
            if line.variant_id.is_some() {
                in_shipment.quantity -= short;
                all.short.push(Fetched {
                    line: line.id,
                    place,
                    units: short,
                });
            } else {
                // Without a variant there is no stock that could wait for a count: the order does.
                let sentence = Sentence::new("hold-not-found")
                    .with("units", short)
                    .with("name", name);
                let mut hold = hold_row(HoldKind::Stock, &sentence, w.now());
                hold.id = w.id().await?;
                hold.order_id = order;
                all.holds.push(hold);
            }
        }
        let bin = answer.bin.as_deref().map_or("", str::trim);
        // A set lies nowhere itself: its parts do.
        let lies = !bin.is_empty() && line.kind != "kit";
        if let Some(variant) = line.variant_id.filter(|_| lies) {
            all.bins.push((variant, place, bin.to_owned()));
        }
        Ok(())
    }

    async fn write(&mut self, w: &mut Write<'_>, all: &Answers) -> Result<()> {
        let changed: BTreeSet<i64> = all.fetched.iter().map(|f| f.line).collect();
        let lines: Vec<_> = self
            .orders
            .iter()
            .flat_map(|f| &f.lines)
            .filter(|l| changed.contains(&l.id))
            .cloned()
            .collect();
        save_all(w.db(), 1, &lines).await?;
        moves::pick(w, &all.fetched).await?;
        not_found::not_found(w, &all.short).await?;
        insert_all(w.db(), &all.holds).await?;
        for (variant, place, bin) in &all.bins {
            move_bin(w, (*variant, *place), bin).await?;
        }
        self.save(w).await
    }

    /// Writes shipments, lines and the list as they stand now.
    async fn save(&mut self, w: &mut Write<'_>) -> Result<()> {
        for one in &mut self.shipments {
            let before = self.before.get(&one.row.id).map_or(&[][..], Vec::as_slice);
            if one.lines == before {
                continue;
            }
            if one.lines.iter().all(|l| l.quantity == 0) {
                "cancelled".clone_into(&mut one.row.state);
            } else if one.row.state == "planned" {
                "picking".clone_into(&mut one.row.state);
            }
            one.row.version += 1;
            shipment::save(w, one, before).await?;
            parcels::shrink(w, one, LabelsOf::Retire).await?;
        }
        save_all(w.db(), 3, &self.lines).await?;
        let open = self.lines.iter().filter(|l| l.open == 1).count();
        let found = self.lines.iter().filter_map(|l| l.found).sum();
        let state = PickListState::of(open, found);
        state.word().clone_into(&mut self.list.state);
        self.list.ended_at = match state {
            PickListState::Open => None,
            PickListState::Done | PickListState::Cancelled => Some(w.now()),
        };
        Ok(save_all(w.db(), 1, std::slice::from_ref(&self.list)).await?)
    }

    async fn leave_off(&mut self, w: &mut Write<'_>) -> Result<()> {
        for line in self.lines.iter_mut().filter(|l| l.open == 1) {
            line.open = 0;
            self.touched.insert(line.order_id);
        }
        for order in &self.touched {
            w.journal(
                Event::new("picking_left")
                    .order(OrderId(*order))
                    .thing(self.list.id)
                    .data(&serde_json::json!({ "list": self.list.number })),
            );
        }
        self.save(w).await
    }

    async fn take_back(&mut self, w: &mut Write<'_>, shipment: i64, line: i64) -> Result<()> {
        let gone = || Refusal::new("pick-undo-gone");
        let place = self.place_of(shipment);
        let of = |units: i64| Fetched { line, place, units };
        let row = self
            .lines
            .iter_mut()
            .find(|l| l.shipment_id == shipment && l.line_id == line && l.open == 0)
            .ok_or_else(gone)?;
        let found = row.found.ok_or_else(gone)?;
        // On another list since: whoever walks with that one fetches what is on it.
        let others = ship::pick_lines_of_orders(w.db(), &[row.order_id]).await?;
        let there = others.iter().find(|l| {
            l.open == 1
                && l.list_id != row.list_id
                && (l.shipment_id, l.line_id) == (shipment, line)
        });
        if let Some(there) = there {
            let list = ship::pick_lists(w.db(), &[there.list_id]).await?.pop();
            let number = list.map(|l| l.number).unwrap_or_default();
            return Err(Refusal::new("pick-undo-on-list")
                .with("list", number)
                .into());
        }
        let one = self
            .shipments
            .iter_mut()
            .find(|s| s.row.id == shipment)
            .ok_or_else(gone)?;
        let in_shipment = one
            .lines
            .iter_mut()
            .find(|l| l.line_id == line)
            .ok_or_else(gone)?;
        if in_shipment.packed > in_shipment.picked - found || in_shipment.picked < found {
            return Err(gone().into());
        }
        let order_line = self
            .orders
            .iter_mut()
            .flat_map(|f| &mut f.lines)
            .find(|l| l.id == line)
            .ok_or_else(gone)?;
        in_shipment.picked -= found;
        order_line.picked -= found;
        let has_variant = order_line.variant_id.is_some();
        save_all(w.db(), 1, std::slice::from_ref(order_line)).await?;
        moves::pick(w, &[of(-found)]).await?;
        let short = row.asked - found;
        if short > 0 && has_variant {
            let got = not_found::found_after_all(w, &[of(short)]).await?;
            let back = got.get(&line).copied().unwrap_or(0);
            in_shipment.quantity += back;
            row.asked = found + back;
        }
        row.found = None;
        row.short_why.clear();
        row.open = 1;
        self.touched.insert(row.order_id);
        w.journal(
            Event::new("picking_undone")
                .order(OrderId(row.order_id))
                .thing(self.list.id)
                .data(&serde_json::json!({ "units": found, "list": self.list.number })),
        );
        self.save(w).await
    }
}

/// They lay elsewhere: that is their place from now on.
async fn move_bin(w: &mut Write<'_>, (variant, place): (i64, i64), bin: &str) -> Result<()> {
    let mut levels = stock::levels(w.db(), &[variant]).await?;
    levels.retain(|l| l.location_id == place);
    let Some(mut level) = levels.pop() else {
        return Ok(());
    };
    if level.bin == bin {
        return Ok(());
    }
    w.journal(
        Event::new("bin_changed")
            .thing(variant)
            .data(&serde_json::json!({ "before": level.bin, "after": bin })),
    );
    bin.clone_into(&mut level.bin);
    Ok(save_all(w.db(), 2, &[level]).await?)
}
