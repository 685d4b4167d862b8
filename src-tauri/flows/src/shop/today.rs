//! The day at a look: what to do now, what waits, what is wrong.

use super::days::last_days;
use super::types::{Need, Tile, Today, WaitingCount};
use crate::desk::{self, Desk};
use crate::error::Result;
use crate::import::preview;
use crate::orders::types::Nothing;
use domain::calendar::Calendar;
use domain::id::OrderId;
use domain::order::View;
use domain::{Millis, Sentence};
use std::collections::BTreeMap;
use store::Db;
use store::tables::order_lists::{self, Ask, Sort};
use store::tables::{counters, orders, ship, stock};

/// How many things that need a person are listed.
const NEEDS: i64 = 50;

/// How many imports are listed.
const IMPORTS: i64 = 5;

/// The numbers that the day's sentence is made of.
#[derive(Debug, Clone, Copy, Default)]
struct Counts {
    all: i64,
    ready: i64,
    late: i64,
    due: i64,
    waiting: i64,
    needs: i64,
    held: i64,
    unpaid: i64,
    short: i64,
    partly: i64,
    low: i64,
}

/// The day at a look, from what stands in the shop now.
///
/// # Errors
/// [`crate::FlowError::NoShop`]; the store's.
pub async fn today(desk: &Desk, _: Nothing) -> Result<Today> {
    let now = desk.now();
    let mut reader = desk.store.read().await?;
    let db = reader.db();
    let shop = desk::settings(db).await?.0;
    let calendar = desk::calendar(&shop)?;
    let day = calendar.zone.day_of(now);
    let tomorrow = calendar.zone.start_of_day(day.succ_opt().unwrap_or(day));
    let kept: BTreeMap<String, i64> = counters::all(db).await?.into_iter().collect();
    let count = |view: View| kept.get(view.word()).copied().unwrap_or(0);
    let waiting: Vec<WaitingCount> = ship::waiting_counts(db)
        .await?
        .into_iter()
        .map(|(carrier, parcels)| WaitingCount { carrier, parcels })
        .collect();
    let counts = Counts {
        all: count(View::All),
        ready: count(View::ToShip),
        late: orders::due_before(db, now).await?,
        due: orders::due_before(db, tomorrow).await?,
        waiting: waiting.iter().map(|w| w.parcels).sum(),
        needs: orders::needs_count(db).await?,
        held: count(View::OnHold),
        unpaid: count(View::AwaitingPayment),
        short: count(View::Short),
        partly: count(View::PartlyShipped),
        low: stock::low_count(db).await?,
    };
    let oldest = if counts.late > 0 {
        let found = oldest(db, now).await?;
        found.map(|(number, at)| (number, calendar.zone.days_between(at, now)))
    } else {
        None
    };
    let (headline, detail, next) = say(counts);
    Ok(Today {
        now,
        headline,
        detail,
        next: next.to_owned(),
        due_today: counts.due,
        cut_off_at: cut_off(&calendar, now),
        tiles: tiles(counts, oldest),
        needs: needs(db).await?,
        needs_count: counts.needs,
        waiting,
        days: last_days(db, calendar.zone, shop.currency, now).await?,
        imports: preview::rows(db, IMPORTS).await?,
    })
}

/// Today's cut-off, if parcels leave today and it is still to come.
fn cut_off(calendar: &Calendar, now: Millis) -> Option<Millis> {
    let day = calendar.zone.day_of(now);
    let at = calendar.cut_off_on(day);
    (calendar.is_open(day) && now < at).then_some(at)
}

/// The number of the order that is late longest, and since when.
async fn oldest(db: &mut Db, now: Millis) -> Result<Option<(String, Millis)>> {
    let ask = Ask {
        view: View::Late,
        now,
        conditions: Vec::new(),
        sort: Sort::ShipBy,
        descending: false,
        after: None,
        limit: 1,
    };
    let row = order_lists::page(db, &ask).await?.pop();
    Ok(row.and_then(|r| r.ship_by.map(|at| (r.number, at))))
}

/// The next best thing to do, in one sentence: what is late, what has to leave today, what stands
/// packed at the door, what could leave, what only a person can settle, what keeps orders here.
fn say(c: Counts) -> (Sentence, Option<Sentence>, &'static str) {
    let at_the_door =
        (c.waiting > 0).then(|| Sentence::new("day-also-waiting").with("parcels", c.waiting));
    let more_due = c.due - c.late;
    if c.all == 0 {
        let detail = Some(Sentence::new("day-empty-next"));
        (Sentence::new("day-empty"), detail, "import")
    } else if c.late > 0 {
        let also = (more_due > 0).then(|| Sentence::new("day-also-due").with("count", more_due));
        let headline = Sentence::new("day-late").with("count", c.late);
        (headline, also.or(at_the_door), "late")
    } else if c.due > 0 {
        let headline = Sentence::new("day-due").with("count", c.due);
        (headline, at_the_door, "to_ship")
    } else if c.waiting > 0 {
        let headline = Sentence::new("day-waiting").with("parcels", c.waiting);
        let also = (c.ready > 0).then(|| Sentence::new("day-also-ready").with("count", c.ready));
        (headline, also, "hand_over")
    } else if c.ready > 0 {
        let headline = Sentence::new("day-ready").with("count", c.ready);
        (headline, None, "to_ship")
    } else if c.needs > 0 {
        let headline = Sentence::new("day-needs").with("count", c.needs);
        (headline, None, "needs_you")
    } else if c.short > 0 {
        let headline = Sentence::new("day-short").with("count", c.short);
        (headline, None, "short")
    } else if c.held > 0 {
        let headline = Sentence::new("day-held").with("count", c.held);
        (headline, None, "on_hold")
    } else {
        let also = (c.unpaid > 0).then(|| Sentence::new("day-also-unpaid").with("count", c.unpaid));
        (Sentence::new("day-clear"), also, "")
    }
}

/// `oldest` is the number of the order that is late longest, and its days.
fn tiles(c: Counts, oldest: Option<(String, i64)>) -> Vec<Tile> {
    let tone = |count: i64, tone: &'static str| if count > 0 { tone } else { "calm" };
    let due = (c.due > 0).then(|| Sentence::new("tile-detail-due").with("count", c.due));
    let late = oldest.map(|(number, days)| {
        let sentence = Sentence::new("tile-detail-oldest");
        sentence.with("number", number).with("days", days)
    });
    [
        ("to_ship", c.ready, due, tone(c.due, "soon")),
        ("late", c.late, late, tone(c.late, "now")),
        ("hand_over", c.waiting, None, tone(c.waiting, "soon")),
        ("needs_you", c.needs, None, tone(c.needs, "now")),
        ("on_hold", c.held, None, "calm"),
        ("awaiting_payment", c.unpaid, None, "calm"),
        ("short", c.short, None, tone(c.short, "soon")),
        ("partly_shipped", c.partly, None, "calm"),
        ("low_stock", c.low, None, tone(c.low, "soon")),
    ]
    .into_iter()
    // A shop without reorder points, or one that never splits an order, is not shown a row of noughts.
    .filter(|(what, count, _, _)| *count > 0 || !["low_stock", "partly_shipped"].contains(what))
    .map(|(what, count, detail, tone)| Tile {
        what: what.to_owned(),
        count,
        detail,
        tone: tone.to_owned(),
    })
    .collect()
}

async fn needs(db: &mut Db) -> Result<Vec<Need>> {
    let rows = orders::needs_open(db, NEEDS).await?;
    let ids: Vec<i64> = rows.iter().filter_map(|n| n.order_id).collect();
    let numbers: BTreeMap<i64, String> = stock::order_heads(db, &ids)
        .await?
        .into_iter()
        .map(|o| (o.id, o.number))
        .collect();
    Ok(rows
        .into_iter()
        .map(|n| Need {
            id: n.id,
            kind: n.kind,
            // What cannot be read is shown as it stands, never dropped.
            sentence: serde_json::from_str(&n.sentence).unwrap_or_else(|_| {
                Sentence::new("need-unreadable").with("text", n.sentence.as_str())
            }),
            order: n.order_id.map(OrderId),
            number: n
                .order_id
                .and_then(|id| numbers.get(&id).cloned())
                .unwrap_or_default(),
            opened_at: n.opened_at,
        })
        .collect())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_most_pressing_thing_is_said_first() {
        let busy = Counts {
            all: 9,
            ready: 5,
            late: 2,
            due: 3,
            waiting: 4,
            needs: 1,
            held: 1,
            unpaid: 1,
            short: 1,
            partly: 0,
            low: 0,
        };
        let said = |c: Counts| {
            let (headline, detail, next) = say(c);
            (headline.id, detail.map(|d| d.id), next)
        };
        let none = Counts {
            all: 9,
            ..Counts::default()
        };
        let also = |id: &str| Some(id.to_owned());
        for (counts, headline, detail, next) in [
            (
                Counts::default(),
                "day-empty",
                also("day-empty-next"),
                "import",
            ),
            (busy, "day-late", also("day-also-due"), "late"),
            (
                Counts { due: 2, ..busy },
                "day-late",
                also("day-also-waiting"),
                "late",
            ),
            (
                Counts { late: 0, ..busy },
                "day-due",
                also("day-also-waiting"),
                "to_ship",
            ),
            (
                Counts {
                    late: 0,
                    due: 0,
                    ..busy
                },
                "day-waiting",
                also("day-also-ready"),
                "hand_over",
            ),
            (
                Counts {
                    late: 0,
                    due: 0,
                    waiting: 0,
                    ..busy
                },
                "day-ready",
                None,
                "to_ship",
            ),
            (Counts { needs: 1, ..none }, "day-needs", None, "needs_you"),
            (
                Counts {
                    short: 1,
                    held: 1,
                    ..none
                },
                "day-short",
                None,
                "short",
            ),
            (Counts { held: 1, ..none }, "day-held", None, "on_hold"),
            (
                Counts { unpaid: 1, ..none },
                "day-clear",
                also("day-also-unpaid"),
                "",
            ),
            (none, "day-clear", None, ""),
        ] {
            assert_eq!(
                said(counts),
                (headline.to_owned(), detail, next),
                "{counts:?}"
            );
        }
    }
}
