//! Handing over by scanning each parcel: one scan, one parcel, one sentence.

use super::leaving::leave;
use super::load;
use crate::desk::Desk;
use crate::error::{FlowError, Result};
use crate::orders::refresh::refresh;
use crate::ship::parcels;
use crate::ship::types::HandedOver;
use domain::id::{HandOverId, OrderId, ParcelId};
use domain::parcel::ParcelState;
use domain::{Refusal, Sentence, fold, scan};
use serde::{Deserialize, Serialize};
use store::row::{insert_all, save_all};
use store::rows::{HandOverRow, ParcelRow};
use store::tables::{orders as order_tables, ship};
use store::{Db, Event, Tag, Write};
use ts_rs::TS;

/// A parcel was scanned at the van.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct HandOverScan {
    /// What was scanned or typed: a tracking number, a parcel's number, or the order's number on a
    /// label without tracking.
    pub code: String,
    /// The carrier whose van stands there; absent: whoever comes.
    #[serde(default)]
    pub carrier: Option<String>,
    /// The hand-over that goes on; absent: this parcel begins one.
    #[serde(default)]
    pub hand_over: Option<HandOverId>,
}

domain::words_of! {
    /// What became of a scan.
    pub enum ScanOutcome {
        /// It has left now.
        Handed = "handed",
        /// It left before.
        Gone = "gone",
        /// It must not leave.
        Stopped = "stopped",
        /// It goes with another carrier.
        Foreign = "foreign",
        /// Its label was retired.
        Retired = "retired",
        /// Several parcels could be meant.
        Several = "several",
        /// No parcel of this shop has it.
        Unknown = "unknown",
    }
}

/// What became of a scan.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct Scanned {
    /// In one word.
    pub outcome: ScanOutcome,
    /// In words.
    pub sentence: Sentence,
    /// The parcel, when it is one of the shop's.
    pub parcel: Option<ParcelId>,
    /// Its number, or what was scanned.
    pub number: String,
    /// The hand-over that the next scan goes on with.
    pub hand_over: Option<HandOverId>,
    /// Labelled parcels that wait still, of the carrier when one was named.
    #[ts(type = "number")]
    pub left: i64,
}

/// Marks the scanned parcel as handed over. One that must not leave, left already, goes with another
/// carrier, or is not the shop's is told of and stays as it is; a retired label becomes something for
/// a person.
///
/// # Errors
/// Invalid when nothing was scanned; the store's.
pub async fn scan(desk: &Desk, ask: HandOverScan) -> Result<Scanned> {
    let readings = scan::readings(&ask.code);
    let Some(code) = readings.first() else {
        return Err(FlowError::Invalid {
            field: "code",
            sentence: Sentence::new("scan-empty"),
        });
    };
    let mut w = desk.write().await?;
    let mut answer = Scanned {
        outcome: ScanOutcome::Unknown,
        sentence: Sentence::new("scan-unknown").with("code", code.as_str()),
        parcel: None,
        number: code.clone(),
        hand_over: ask.hand_over,
        left: 0,
    };
    let found = find(w.db(), &readings).await?;
    let changed = match found {
        Found::Nothing => false,
        Found::Several(parcels) => {
            answer.outcome = ScanOutcome::Several;
            answer.sentence = Sentence::new("scan-several")
                .with("code", code.as_str())
                .with("count", parcels);
            false
        }
        Found::Retired(parcel) => {
            answer.outcome = ScanOutcome::Retired;
            answer.sentence = Sentence::new("scan-retired").with("parcel", parcel.number.as_str());
            answer.parcel = Some(ParcelId(parcel.id));
            answer.number.clone_from(&parcel.number);
            ask_a_person(&mut w, &parcel, &answer.sentence).await?
        }
        Found::Parcel(parcel) => {
            answer.parcel = Some(ParcelId(parcel.id));
            answer.number.clone_from(&parcel.number);
            hand(&mut w, &ask, parcel.id, &mut answer).await?
        }
    };
    let left = ship::waiting(w.db(), ask.carrier.as_deref()).await?.len();
    answer.left = i64::try_from(left).unwrap_or(i64::MAX);
    if changed {
        w.stale(&[Tag::Orders, Tag::Shipments, Tag::Stock, Tag::Needs]);
        w.commit().await?;
    } else {
        w.rollback().await?;
    }
    Ok(answer)
}

/// Hands the parcel over when nothing is against it; whether something was written.
async fn hand(
    w: &mut Write<'_>,
    ask: &HandOverScan,
    parcel: i64,
    answer: &mut Scanned,
) -> Result<bool> {
    let loaded = load(w.db(), &[parcel]).await?;
    let Some(parcel) = loaded.parcels.first().cloned() else {
        return Ok(false);
    };
    let number = parcel.number.as_str();
    if ParcelState::read(&parcel.state).is_some_and(ParcelState::left) {
        answer.outcome = ScanOutcome::Gone;
        answer.sentence = Sentence::new("scan-gone").with("parcel", number);
        return Ok(false);
    }
    if let Err(Refusal(sentence)) = loaded.stop(&parcel) {
        answer.outcome = ScanOutcome::Stopped;
        answer.sentence = sentence;
        return Ok(false);
    }
    if let Some(van) = ask.carrier.as_ref().filter(|van| **van != parcel.carrier) {
        answer.outcome = ScanOutcome::Foreign;
        answer.sentence = Sentence::new("scan-foreign")
            .with("parcel", number)
            .with("carrier", parcel.carrier.as_str())
            .with("van", van.as_str());
        return Ok(false);
    }
    answer.outcome = ScanOutcome::Handed;
    answer.sentence = Sentence::new("scan-handed").with("parcel", number);
    let row = its_hand_over(w, ask.hand_over, &parcel).await?;
    answer.hand_over = Some(HandOverId(row));
    let mut left = HandedOver {
        id: None,
        parcels: Vec::new(),
        stopped: Vec::new(),
    };
    let orders = leave(w, &loaded, vec![parcel], Some(row), &mut left).await?;
    refresh(w, &orders).await?;
    Ok(true)
}

/// The hand-over that goes on, one parcel larger; or a new one, when none was begun by this person with
/// this carrier.
async fn its_hand_over(
    w: &mut Write<'_>,
    goes_on: Option<HandOverId>,
    parcel: &ParcelRow,
) -> Result<i64> {
    let staff = w.actor().staff.0;
    if let Some(id) = goes_on {
        let mut rows = ship::hand_overs(w.db(), &[id.0]).await?;
        rows.retain(|r| r.way == "scanned" && r.carrier == parcel.carrier && r.staff_id == staff);
        if let Some(mut row) = rows.pop() {
            row.parcels += 1;
            save_all(w.db(), 1, &[row]).await?;
            return Ok(id.0);
        }
    }
    let row = HandOverRow {
        id: w.id().await?,
        carrier: parcel.carrier.clone(),
        way: "scanned".to_owned(),
        at: w.now(),
        staff_id: staff,
        parcels: 1,
        note: String::new(),
    };
    let id = row.id;
    insert_all(w.db(), &[row]).await?;
    Ok(id)
}

/// A retired label is still about: somebody has to see to the parcel that wears it.
async fn ask_a_person(w: &mut Write<'_>, parcel: &ParcelRow, sentence: &Sentence) -> Result<bool> {
    const KIND: &str = "retired_scanned";
    if order_tables::need_is_open(w.db(), KIND, parcel.id).await? {
        return Ok(false);
    }
    let orders: Vec<i64> = parcels::orders_of(w, parcel).await?.into_iter().collect();
    let mut need = crate::import::need_row(KIND, sentence, w.now());
    need.id = w.id().await?;
    need.order_id = orders.first().copied();
    need.thing_id = Some(parcel.id);
    insert_all(w.db(), &[need]).await?;
    for order in &orders {
        w.journal(
            Event::new("retired_label_scanned")
                .order(OrderId(*order))
                .thing(parcel.id)
                .data(&serde_json::json!({ "parcel": parcel.number })),
        );
    }
    refresh(w, &orders).await?;
    Ok(true)
}

enum Found {
    Parcel(ParcelRow),
    Retired(ParcelRow),
    Several(usize),
    Nothing,
}

/// The parcel that was meant: by its tracking number, by a number that a retired label had, by its own
/// number, by its order's.
async fn find(db: &mut Db, readings: &[String]) -> Result<Found> {
    for code in readings {
        let ids = ship::parcels_with_tracking(db, &fold::key(code)).await?;
        let mut rows = ship::parcels(db, &ids).await?;
        rows.sort_by_key(|p| (p.state == "cancelled", p.id));
        if let Some(row) = rows.into_iter().next() {
            return Ok(if row.state == "cancelled" {
                Found::Retired(row)
            } else {
                Found::Parcel(row)
            });
        }
        if let Some(id) = ship::parcel_that_had(db, &code.to_uppercase()).await?
            && let Some(row) = ship::parcels(db, &[id]).await?.pop()
        {
            return Ok(Found::Retired(row));
        }
    }
    let Some(code) = readings.first() else {
        return Ok(Found::Nothing);
    };
    // A parcel's number is its order's with a place: 10482-1, 10482-1/2.
    if let Some((order, _)) = code.rsplit_once('-') {
        let mut rows = of_order(db, order).await?;
        rows.retain(|p| p.number.eq_ignore_ascii_case(code));
        if let Some(row) = rows.pop() {
            return Ok(Found::Parcel(row));
        }
    }
    // Labels without tracking wear the numbers of their orders.
    let order = code.split(',').next().unwrap_or_default();
    Ok(choose(of_order(db, order).await?))
}

async fn of_order(db: &mut Db, number: &str) -> Result<Vec<ParcelRow>> {
    let orders = order_tables::ids_of_number(db, &fold::key(number)).await?;
    let shipments = ship::shipment_ids_of(db, &orders).await?;
    let mut rows = ship::parcels_of(db, &shipments).await?;
    rows.retain(|p| p.state != "cancelled" && p.direction == "out");
    Ok(rows)
}

/// Of an order's parcels the next that waits without tracking: its label says no more than the order's
/// number. A tracked one has to be scanned by its own when there are several.
fn choose(parcels: Vec<ParcelRow>) -> Found {
    let waiting: Vec<&ParcelRow> = parcels.iter().filter(|p| p.state == "labelled").collect();
    let plain = waiting.iter().find(|p| p.tracking.is_empty());
    match (plain, waiting.as_slice()) {
        (Some(one), _) => Found::Parcel((*one).clone()),
        (None, [one]) => Found::Parcel((*one).clone()),
        (None, [_, _, ..]) => Found::Several(waiting.len()),
        (None, []) => parcels
            .into_iter()
            .next()
            .map_or(Found::Nothing, Found::Parcel),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn parcel(id: i64, state: &str, tracking: &str) -> ParcelRow {
        ParcelRow {
            id,
            shipment_id: 1,
            number: format!("1001-{id}"),
            direction: "out".to_owned(),
            state: state.to_owned(),
            carrier: String::new(),
            service_id: None,
            address_id: None,
            tracking: tracking.to_owned(),
            tracking_key: String::new(),
            grams: None,
            length_mm: None,
            width_mm: None,
            height_mm: None,
            made_at: 0,
            labelled_at: None,
            hand_over_id: None,
            handed_over_at: None,
            delivered_at: None,
            assumed: 0,
            expected_at: None,
            version: 1,
        }
    }

    #[test]
    fn an_orders_number_means_the_next_parcel_without_tracking() {
        let said = |parcels: Vec<ParcelRow>| match choose(parcels) {
            Found::Parcel(p) => format!("parcel {}", p.id),
            Found::Retired(p) => format!("retired {}", p.id),
            Found::Several(n) => format!("several {n}"),
            Found::Nothing => "nothing".to_owned(),
        };
        let (gone, plain) = (parcel(1, "handed_over", ""), parcel(2, "labelled", ""));
        let (one, two) = (parcel(3, "labelled", "RR1"), parcel(4, "labelled", "RR2"));
        assert_eq!(said(vec![gone.clone(), one.clone(), plain]), "parcel 2");
        assert_eq!(said(vec![gone.clone(), one.clone()]), "parcel 3");
        assert_eq!(said(vec![gone.clone(), one, two]), "several 2");
        assert_eq!(said(vec![gone]), "parcel 1");
        assert_eq!(said(Vec::new()), "nothing");
    }
}
