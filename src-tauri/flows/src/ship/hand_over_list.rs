//! The list of a hand-over on paper: what left with whom, to be signed.

use super::document;
use super::paper_words::Speaker;
use super::types::DocumentMade;
use crate::desk::{self, Desk};
use crate::error::{FlowError, Result};
use domain::id::{DocumentId, HandOverId};
use domain::{Refusal, Sentence};
use paper::{HandOverCarrier, HandOverInput, HandOverParcel};
use serde::{Deserialize, Serialize};
use std::collections::{BTreeMap, BTreeSet, HashMap};
use store::rows::{AddressRow, ParcelRow};
use store::tables::{orders, settings, ship};
use store::{Event, Tag};
use ts_rs::TS;

/// Make the list of a hand-over.
#[derive(Debug, Clone, Copy, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct HandOverListMake {
    /// The hand-over.
    pub id: HandOverId,
}

/// Makes the list of a hand-over: a page to sign for each carrier, with parcels, numbers, places and
/// weights. It names no recipient.
///
/// # Errors
/// [`FlowError::NotFound`]; refused when every parcel was taken back; the store's.
pub async fn make(desk: &Desk, ask: HandOverListMake) -> Result<DocumentMade> {
    let mut w = desk.write().await?;
    let hand_over = ship::hand_overs(w.db(), &[ask.id.0])
        .await?
        .pop()
        .ok_or(FlowError::NotFound("hand_over"))?;
    let parcels = ship::parcels_of_hand_overs(w.db(), &[hand_over.id]).await?;
    let (shop, _) = desk::settings(w.db()).await?;
    let speaker = Speaker::new(&shop);
    let services: HashMap<i64, String> = settings::services(w.db())
        .await?
        .into_iter()
        .map(|s| (s.id, s.name))
        .collect();
    let address_ids: Vec<i64> = parcels.iter().filter_map(|p| p.address_id).collect();
    let addresses: HashMap<i64, AddressRow> = orders::addresses(w.db(), &address_ids)
        .await?
        .into_iter()
        .map(|a| (a.id, a))
        .collect();
    let mut by_carrier: BTreeMap<&str, Vec<&ParcelRow>> = BTreeMap::new();
    for parcel in &parcels {
        by_carrier.entry(&parcel.carrier).or_default().push(parcel);
    }
    let line = |parcel: &ParcelRow| HandOverParcel {
        number: parcel.number.clone(),
        tracking: parcel.tracking.clone(),
        to: parcel
            .address_id
            .and_then(|a| addresses.get(&a))
            .map_or_else(String::new, |a| place(&speaker, a)),
        service: parcel
            .service_id
            .and_then(|s| services.get(&s).cloned())
            .unwrap_or_default(),
        weight: speaker.weight(parcel.grams),
    };
    let carriers = by_carrier
        .into_iter()
        .map(|(name, parcels)| HandOverCarrier {
            name: name.to_owned(),
            summary: speaker.say(
                &Sentence::new("paper-hand-over-summary")
                    .with("parcels", parcels.len())
                    .with("day", speaker.day(hand_over.at))
                    .with("weight", weight_of(&speaker, &parcels)),
            ),
            parcels: parcels.into_iter().map(line).collect(),
        })
        .collect();
    let input = HandOverInput {
        paper: speaker.paper,
        foot: format!("{} \u{b7} {}", shop.name, speaker.day(hand_over.at)),
        carriers,
        words: speaker.hand_over(),
        at: w.now(),
    };
    let document = paper::hand_over_list(&input).map_err(|e| Refusal(e.sentence()))?;
    let title = format!("hand-over-{}.pdf", domain::time::utc_stamp(hand_over.at));
    let kept = document::keep(&mut w, "hand_over_list", title, &document).await?;
    let shipments: Vec<i64> = parcels.iter().map(|p| p.shipment_id).collect();
    let orders: BTreeSet<i64> = ship::shipment_lines(w.db(), &shipments)
        .await?
        .into_iter()
        .filter(|l| l.quantity > 0)
        .map(|l| l.order_id)
        .collect();
    document::speaks_of(&mut w, kept, orders.into_iter().map(|order| (0, order))).await?;
    w.journal(Event::new("hand_over_list_made").thing(kept.id));
    w.stale(&[Tag::Documents]);
    w.commit().await?;
    Ok(DocumentMade {
        document: DocumentId(kept.id),
        pages: kept.pages,
        notices: Vec::new(),
        refused: Vec::new(),
    })
}

/// `, 12.30 kg`; nothing when a parcel was not weighed.
fn weight_of(speaker: &Speaker, parcels: &[&ParcelRow]) -> String {
    let grams: Option<Vec<i64>> = parcels.iter().map(|p| p.grams).collect();
    grams.map_or_else(String::new, |grams| {
        format!(", {}", speaker.weight(Some(grams.into_iter().sum())))
    })
}

/// `31-056 Kraków, Poland`.
fn place(speaker: &Speaker, address: &AddressRow) -> String {
    let town = [&address.postcode, &address.city]
        .into_iter()
        .filter(|part| !part.trim().is_empty())
        .map(|part| part.trim())
        .collect::<Vec<_>>()
        .join(" ");
    let country = speaker
        .country(&address.country)
        .unwrap_or_else(|| address.country.clone());
    [town, country]
        .into_iter()
        .filter(|part| !part.is_empty())
        .collect::<Vec<_>>()
        .join(", ")
}
