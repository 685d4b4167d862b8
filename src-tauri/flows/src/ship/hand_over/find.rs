//! Which parcel a scanned or typed number means.
//!
//! What stands there exactly comes before what is merely written alike: the number is asked as it is of
//! everything that it could be, and only when nothing has it, without its signs and capitals. Where more
//! than one parcel could be meant nobody guesses: a guess sends the wrong parcel.

use crate::error::Result;
use domain::parcel::ParcelState;
use domain::time::DAY;
use domain::{Millis, fold, label_code};
use store::Db;
use store::rows::ParcelRow;
use store::tables::{orders as order_tables, ship};

/// What was found.
pub(super) enum Found {
    /// Exactly one parcel.
    Parcel(ParcelRow),
    /// A label of this parcel that was retired.
    Retired(ParcelRow),
    /// Each of these could be meant.
    Several(Vec<ParcelRow>),
    /// None.
    Nothing,
}

/// How a number and a parcel belong together.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum By {
    /// It is on the parcel's label, or is the parcel's own number.
    Label,
    /// It was on a label of it that was retired.
    RetiredLabel,
    /// It is the number of an order with units inside.
    Order,
}

type Candidate = (By, ParcelRow);

/// Whether signs and capitals count.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Match {
    Exact,
    Folded,
}

impl Match {
    fn same(self, ours: &str, code: &str) -> bool {
        match self {
            Self::Exact => ours == code,
            Self::Folded => fold::key(ours) == fold::key(code),
        }
    }
}

/// The parcel that was meant: by its tracking number, the code on its label, a number that a retired label
/// had, its own number or its order's.
///
/// # Errors
/// The store's.
pub(super) async fn find(db: &mut Db, readings: &[String], now: Millis) -> Result<Found> {
    for how in [Match::Exact, Match::Folded] {
        for code in readings {
            let mut all = on_labels(db, code, how).await?;
            all.append(&mut by_numbers(db, code, how).await?);
            match choose(all, now) {
                Found::Nothing => {}
                found @ (Found::Parcel(_) | Found::Retired(_) | Found::Several(_)) => {
                    return Ok(found);
                }
            }
        }
    }
    Ok(Found::Nothing)
}

/// Parcels with a label that wears, or wore, this number.
async fn on_labels(db: &mut Db, code: &str, how: Match) -> Result<Vec<Candidate>> {
    let key = fold::key(code);
    let mut found = Vec::new();
    let ids = ship::parcels_with_tracking(db, &key).await?;
    let mut rows = ship::parcels(db, &ids).await?;
    rows.retain(|p| how.same(&p.tracking, code));
    found.extend(rows.into_iter().map(|p| {
        let off = ParcelState::read(&p.state) == Some(ParcelState::Cancelled);
        (if off { By::RetiredLabel } else { By::Label }, p)
    }));
    let written: String = match how {
        Match::Exact => code.to_owned(),
        Match::Folded => code
            .chars()
            .filter(|c| !c.is_whitespace())
            .collect::<String>()
            .to_uppercase(),
    };
    if let Some(id) = ship::parcel_that_had(db, &written).await? {
        let mut rows = ship::parcels(db, &[id]).await?;
        rows.retain(|p| p.tracking_key != key);
        found.extend(rows.into_iter().map(|p| (By::RetiredLabel, p)));
    }
    // Its check digit says enough: a code is exact however its groups are written.
    if how == Match::Exact
        && let Some(id) = label_code::read(code)
    {
        for label in ship::labels_by_id(db, &[id]).await? {
            // A label with a tracking number wears that.
            if !label.tracking.is_empty() {
                continue;
            }
            let by = if label.state == "live" {
                By::Label
            } else {
                By::RetiredLabel
            };
            let rows = ship::parcels(db, &[label.parcel_id]).await?;
            found.extend(rows.into_iter().map(|p| (by, p)));
        }
    }
    Ok(found)
}

/// Parcels whose own number this is (10482-1, 10482-1/2: its order's, with a place), and those of orders
/// that have it.
async fn by_numbers(db: &mut Db, code: &str, how: Match) -> Result<Vec<Candidate>> {
    let mut found = Vec::new();
    if let Some((order, _)) = code.rsplit_once('-') {
        let mut rows = of_orders(db, order, Match::Folded).await?;
        rows.retain(|p| how.same(&p.number, code));
        found.extend(rows.into_iter().map(|p| (By::Label, p)));
    }
    let rows = of_orders(db, code, how).await?;
    found.extend(rows.into_iter().map(|p| (By::Order, p)));
    Ok(found)
}

async fn of_orders(db: &mut Db, number: &str, how: Match) -> Result<Vec<ParcelRow>> {
    let ids = order_tables::ids_of_number(db, &fold::key(number)).await?;
    let mut orders = order_tables::by_ids(db, &ids).await?;
    orders.retain(|o| how.same(&o.number, number));
    let orders: Vec<i64> = orders.into_iter().map(|o| o.id).collect();
    let shipments = ship::shipment_ids_of(db, &orders).await?;
    let mut rows = ship::parcels_of(db, &shipments).await?;
    rows.retain(|p| p.state != "cancelled" && p.direction == "out");
    Ok(rows)
}

/// The one that is meant. An order's number means what waits of it or has left within a day (the corner of
/// a label that is read twice must not take the next parcel along), not what has no label yet, as long as
/// anything else could be meant.
fn choose(mut all: Vec<Candidate>, now: Millis) -> Found {
    let lately = |p: &ParcelRow| p.handed_over_at.is_some_and(|at| now - at < DAY);
    let waits = |(by, p): &Candidate| *by != By::Order || p.state == "labelled" || lately(p);
    if all.iter().any(waits) {
        all.retain(waits);
    } else {
        // Nothing of the order waits: whichever parcel is named, the answer is the same.
        all.truncate(1);
    }
    let mut rows: Vec<Candidate> = Vec::new();
    for (by, parcel) in all {
        match rows.iter_mut().find(|(_, p)| p.id == parcel.id) {
            // A live label says more than the number of its order or than what it once had.
            Some((known, _)) if by == By::Label => *known = by,
            Some(_) => {}
            None => rows.push((by, parcel)),
        }
    }
    if rows.len() > 1 {
        return Found::Several(rows.into_iter().map(|(_, p)| p).collect());
    }
    match rows.pop() {
        Some((By::RetiredLabel, parcel)) => Found::Retired(parcel),
        Some((By::Label | By::Order, parcel)) => Found::Parcel(parcel),
        None => Found::Nothing,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn parcel(id: i64, state: &str) -> ParcelRow {
        ParcelRow {
            id,
            shipment_id: 1,
            number: format!("1001-{id}"),
            direction: "out".to_owned(),
            state: state.to_owned(),
            carrier: String::new(),
            service_id: None,
            address_id: None,
            tracking: String::new(),
            tracking_key: String::new(),
            grams: None,
            length_mm: None,
            width_mm: None,
            height_mm: None,
            made_at: 0,
            labelled_at: None,
            hand_over_id: None,
            handed_over_at: (state == "handed_over").then_some(10 * DAY - 5),
            delivered_at: None,
            assumed: 0,
            expected_at: None,
            version: 1,
        }
    }

    #[test]
    fn one_parcel_is_meant_or_several_are_named() {
        let said = |all: &[(By, i64, &str)]| match choose(
            all.iter()
                .map(|(by, id, state)| (*by, parcel(*id, state)))
                .collect(),
            10 * DAY,
        ) {
            Found::Parcel(p) => format!("parcel {}", p.id),
            Found::Retired(p) => format!("retired {}", p.id),
            Found::Several(all) => {
                let ids: Vec<String> = all.iter().map(|p| p.id.to_string()).collect();
                format!("several {}", ids.join(" "))
            }
            Found::Nothing => "nothing".to_owned(),
        };
        use By::{Label, Order, RetiredLabel};
        assert_eq!(said(&[]), "nothing");
        // An order of which one parcel waits, two wait, none waits any more.
        let order = |states: &[(i64, &'static str)]| {
            let all: Vec<_> = states.iter().map(|(id, s)| (Order, *id, *s)).collect();
            said(&all)
        };
        assert_eq!(order(&[(1, "delivered"), (2, "labelled")]), "parcel 2");
        assert_eq!(
            order(&[(1, "handed_over"), (2, "labelled")]),
            "several 1 2",
            "it left a moment ago and may have been read twice"
        );
        assert_eq!(order(&[(1, "labelled"), (2, "labelled")]), "several 1 2");
        assert_eq!(order(&[(1, "delivered"), (2, "delivered")]), "parcel 1");
        // What a label says exactly, and another order's number that is the same.
        assert_eq!(
            said(&[(Label, 1, "labelled"), (Order, 2, "labelled")]),
            "several 1 2"
        );
        assert_eq!(
            said(&[(Label, 1, "handed_over"), (Order, 2, "labelled")]),
            "several 1 2"
        );
        assert_eq!(
            said(&[(Label, 1, "labelled"), (Order, 2, "delivered")]),
            "parcel 1"
        );
        // The same parcel by two ways is one.
        assert_eq!(
            said(&[(Order, 1, "labelled"), (Label, 1, "labelled")]),
            "parcel 1"
        );
        assert_eq!(said(&[(RetiredLabel, 1, "labelled")]), "retired 1");
        assert_eq!(
            said(&[(RetiredLabel, 1, "open"), (Order, 2, "labelled")]),
            "several 1 2"
        );
    }
}
