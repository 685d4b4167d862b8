//! Labels of the shop's own post: a parcel, a number, postage and exact bytes, in one commit.
//!
//! No carrier is asked, so a label is bought and made in the same moment; the rule that a parcel
//! has at most one live label is the database's own (`label_live`).

mod keep;
mod numbers;
mod prepare;
mod preview;
mod retire;
mod services;
pub(super) mod share;
mod write;

pub use keep::keep;
pub(crate) use prepare::same_place;
pub use preview::preview;
pub use retire::retire;
pub use services::{OwnService, cheapest, services};

use numbers::give_numbers;
use prepare::{addresses_of, prepare};
use write::write;

use super::gathering::Gathering;
use super::paper_words::{Speaker, paper_format};
use super::shipment::{self, Origin};
use super::types::{LabelWish, LabelsMade, LabelsMake, ParcelWish};
use crate::desk::{self, Desk};
use crate::error::Result;
use crate::orders::facts::{self, Facts};
use crate::orders::types::BulkRefusal;
use crate::stock::first_location;
use domain::Sentence;
use domain::id::{OrderId, ParcelId};
use paper::{LabelInput, LabelSetup, PaperError};
use std::collections::{BTreeMap, BTreeSet};
use store::rows::{ParcelLineRow, ParcelRow};
use store::tables::stock;
use store::{Tag, Write};

/// One parcel on its way to a label.
#[derive(Debug)]
struct Draft {
    shipment: usize,
    /// The id of the label's row: an untracked label wears it.
    label: i64,
    parcel: ParcelRow,
    lines: Vec<ParcelLineRow>,
    input: LabelInput,
    price: Option<i64>,
    tracked: bool,
    typed: String,
    service: OwnService,
    /// Its row is there already: it was planned.
    planned: bool,
}

/// One wish, made ready: its shipment, orders and parcels.
struct Ready {
    gathering: Gathering,
    /// Planned parcels that these take the place of.
    replaced: Vec<ParcelRow>,
    orders: Vec<Facts>,
}

/// Makes labels: shipments, parcels, numbers, postage, one PDF. An order that cannot be labelled is
/// left out with its reason and never blocks the rest.
///
/// # Errors
/// The store's; then nothing happened.
pub async fn make(desk: &Desk, ask: LabelsMake) -> Result<LabelsMade> {
    let mut w = desk.write().await?;
    let (settings, _) = desk::settings(w.db()).await?;
    let all_services = services(w.db()).await?;
    let speaker = Speaker::new(&settings);
    let mut refused = Vec::new();
    let mut ready: Vec<Ready> = Vec::new();
    let mut drafts: Vec<Draft> = Vec::new();
    let shop = (&settings, all_services.as_slice(), &speaker);
    let mut wished: BTreeSet<i64> = BTreeSet::new();
    for wish in &ask.wishes {
        let ids: Vec<i64> = wish.orders.iter().map(|o| o.0).collect();
        let orders = facts::load(w.db(), &ids).await?;
        // Each wish is made ready from what stands in the shop, and none of them is written yet: a second
        // one would find the same units free and give them a second label.
        if orders.iter().any(|f| wished.contains(&f.order.id)) {
            refused.extend(orders.iter().map(|f| BulkRefusal {
                order: OrderId(f.order.id),
                number: f.order.number.clone(),
                sentence: Sentence::new("label-wished-twice"),
            }));
            continue;
        }
        wished.extend(orders.iter().map(|f| f.order.id));
        let mut why = None;
        let begun_before = ready.len();
        // What stands at two places leaves in two shipments, each with parcels of its own.
        for (place, mut wish) in by_place(&mut w, wish, &orders).await? {
            if ready.len() > begun_before {
                // What was laid out now is in the shipment of the place before.
                let named = names_contents(&wish);
                wish.parcels.retain(|p| p.parcel.is_some());
                if named && wish.parcels.is_empty() {
                    continue;
                }
            }
            let its = ready.iter().skip(begun_before);
            let begun = its.filter(|r| r.gathering.shipment.new).count();
            let at = (ready.len(), Origin { place, begun });
            match prepare(&mut w, &wish, &orders, at, shop).await? {
                Ok((one, mut parcels)) => {
                    ready.push(one);
                    drafts.append(&mut parcels);
                }
                Err(refusal) => why = why.or(Some(refusal)),
            }
        }
        if let Some((numbers, sentence)) = why.filter(|_| ready.len() == begun_before) {
            for (order, number) in numbers {
                refused.push(BulkRefusal {
                    order: OrderId(order),
                    number,
                    sentence: sentence.clone(),
                });
            }
        }
    }
    let setup = LabelSetup {
        format: paper_format(ask.format.unwrap_or(settings.label_format)),
        dpi: speaker.dpi,
        start: usize::try_from(ask.start.unwrap_or(1)).unwrap_or(1),
        title: speaker.word("paper-word-labels"),
        at: w.now(),
    };
    leave_out_unprintable(&ready, &mut drafts, &setup, &mut refused);
    give_numbers(&mut w, &ready, &mut drafts, &mut refused).await?;
    let result = write(&mut w, ready, drafts, &setup, &settings, refused).await?;
    w.stale(&[
        Tag::Orders,
        Tag::Shipments,
        Tag::Documents,
        Tag::Needs,
        Tag::Settings,
    ]);
    if result.document.is_some() {
        w.commit().await?;
    } else {
        w.rollback().await?;
    }
    Ok(result)
}

/// A wish as each place sees it: parcels that were planned are of the place that they leave from.
async fn by_place(
    w: &mut Write<'_>,
    wish: &LabelWish,
    orders: &[Facts],
) -> Result<Vec<(i64, LabelWish)>> {
    let first = first_location(w.db()).await?;
    let mut places = shipment::places_of(w.db(), orders).await?;
    if places.len() < 2 {
        let place = places.pop().unwrap_or(first);
        return Ok(vec![(place, wish.clone())]);
    }
    let planned = wish.parcels.iter().filter_map(|p| p.parcel);
    let planned: Vec<i64> = planned.map(|p| p.0).collect();
    let planned: BTreeMap<i64, i64> = stock::places_of_parcels(w.db(), &planned)
        .await?
        .into_iter()
        .collect();
    let place_of = |parcel: ParcelId| match planned.get(&parcel.0) {
        None | Some(0) => first,
        Some(place) => *place,
    };
    let mut wishes = Vec::new();
    for place in places {
        let mut its = wish.clone();
        its.parcels
            .retain(|p| p.parcel.is_none_or(|id| place_of(id) == place));
        if wish.parcels.is_empty() || !its.parcels.is_empty() {
            wishes.push((place, its));
        }
    }
    Ok(wishes)
}

/// Whether a wish says what goes into its parcels.
fn names_contents(wish: &LabelWish) -> bool {
    let named = |p: &ParcelWish| p.parcel.is_some() || !p.lines.is_empty();
    wish.parcels.iter().any(named)
}

/// Lays everything out once without numbers: a label with a letter that no font has is left out
/// before a number is spent on it.
fn leave_out_unprintable(
    ready: &[Ready],
    drafts: &mut Vec<Draft>,
    setup: &LabelSetup,
    refused: &mut Vec<BulkRefusal>,
) {
    let inputs: Vec<LabelInput> = drafts.iter().map(|d| d.input.clone()).collect();
    if inputs.is_empty() {
        return;
    }
    let Err(PaperError::Blocked(blocks)) = paper::labels(&inputs, setup) else {
        return;
    };
    let mut out: BTreeMap<usize, Sentence> = BTreeMap::new();
    for block in &blocks {
        if let Some(draft) = drafts.get(block.document()) {
            out.entry(draft.shipment)
                .or_insert_with(|| block.sentence());
        }
    }
    for (shipment, sentence) in &out {
        refuse(ready, *shipment, sentence, refused);
    }
    drafts.retain(|d| !out.contains_key(&d.shipment));
}

fn refuse(ready: &[Ready], shipment: usize, sentence: &Sentence, refused: &mut Vec<BulkRefusal>) {
    for facts in ready.get(shipment).iter().flat_map(|r| &r.orders) {
        refused.push(BulkRefusal {
            order: OrderId(facts.order.id),
            number: facts.order.number.clone(),
            sentence: sentence.clone(),
        });
    }
}
