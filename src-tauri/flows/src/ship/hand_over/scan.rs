//! Handing over by scanning each parcel: one scan, one parcel, one sentence.

use super::find::{Found, find};
use super::leaving::leave;
use super::load;
use crate::desk::Desk;
use crate::error::{FlowError, Result};
use crate::orders::refresh::refresh;
use crate::ship::parcels;
use crate::ship::types::HandedOver;
use domain::id::{HandOverId, OrderId, ParcelId};
use domain::parcel::ParcelState;
use domain::{Refusal, Sentence, scan};
use serde::{Deserialize, Serialize};
use std::collections::HashMap;
use store::row::{insert_all, save_all};
use store::rows::{HandOverRow, ParcelRow};
use store::tables::{orders as order_tables, settings as setting_tables, ship};
use store::{Db, Event, Tag, Write};
use ts_rs::TS;

/// A parcel was scanned at the van.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct HandOverScan {
    /// What was scanned or typed: a tracking number, the code on a label without one, a parcel's number or
    /// an order's.
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

/// One of several parcels that could be meant.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct ParcelMeant {
    /// The parcel.
    pub parcel: ParcelId,
    /// Its number; another channel's parcel may have the same.
    pub number: String,
    /// Who receives it. Foreign text.
    pub name: String,
    /// The channel of its order.
    pub channel: String,
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
    /// The parcels that could be meant, when they are several.
    pub meant: Vec<ParcelMeant>,
    /// The hand-over that the next scan goes on with.
    pub hand_over: Option<HandOverId>,
    /// Labelled parcels that wait still, of the carrier when one was named.
    #[ts(type = "number")]
    pub left: i64,
}

/// Marks the scanned parcel as handed over. One that must not leave, left already, goes with another
/// carrier, or is not the shop's is told of and stays as it is; a retired label becomes something for
/// a person. Where several parcels could be meant nothing is handed over.
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
        meant: Vec::new(),
        hand_over: ask.hand_over,
        left: 0,
    };
    let now = w.now();
    let found = find(w.db(), &readings, now).await?;
    let changed = match found {
        Found::Nothing => false,
        Found::Several(parcels) => {
            answer.outcome = ScanOutcome::Several;
            answer.meant = name_all(w.db(), &parcels).await?;
            answer.sentence = Sentence::new("scan-several")
                .with("code", code.as_str())
                .with("count", parcels.len())
                .with("parcels", in_words(&answer.meant));
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

/// What tells parcels apart that a person could mean by one number.
async fn name_all(db: &mut Db, parcels: &[ParcelRow]) -> Result<Vec<ParcelMeant>> {
    let ids: Vec<i64> = parcels.iter().map(|p| p.id).collect();
    let loaded = load(db, &ids).await?;
    let addresses: Vec<i64> = parcels.iter().filter_map(|p| p.address_id).collect();
    let people: HashMap<i64, String> = order_tables::addresses(db, &addresses)
        .await?
        .into_iter()
        .map(|a| (a.id, a.name))
        .collect();
    let channels: HashMap<i64, String> = setting_tables::channels(db)
        .await?
        .into_iter()
        .map(|c| (c.id, c.name))
        .collect();
    Ok(parcels
        .iter()
        .map(|parcel| ParcelMeant {
            parcel: ParcelId(parcel.id),
            number: parcel.number.clone(),
            name: parcel
                .address_id
                .and_then(|a| people.get(&a).cloned())
                .unwrap_or_default(),
            channel: loaded
                .orders_of(parcel)
                .first()
                .and_then(|f| channels.get(&f.order.channel_id).cloned())
                .unwrap_or_default(),
        })
        .collect())
}

/// `#1001-1 (Ann Example, Etsy), #1001-1 (Bo Beispiel, Shop)`; no more than a person reads at a van.
fn in_words(meant: &[ParcelMeant]) -> String {
    const MOST: usize = 6;
    let mut all: Vec<String> = meant
        .iter()
        .take(MOST)
        .map(|p| {
            let who: Vec<&str> = [p.name.trim(), p.channel.trim()]
                .into_iter()
                .filter(|t| !t.is_empty())
                .collect();
            format!("{} ({})", p.number, who.join(", "))
        })
        .collect();
    if meant.len() > MOST {
        all.push("\u{2026}".to_owned());
    }
    all.join(", ")
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
