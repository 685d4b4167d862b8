//! Writing what was laid out: shipments, parcels, labels, one document.

use super::{Draft, Ready};
use crate::error::Result;
use crate::orders::refresh::refresh;
use crate::orders::types::BulkRefusal;
use crate::ship::document;
use crate::ship::types::{LabelMade, LabelsMade};
use crate::ship::{parcels, shipment};
use crate::shop::types::ShopSettings;
use domain::Refusal;
use domain::id::{DocumentId, OrderId, ParcelId};
use paper::{LabelInput, LabelSetup};
use std::collections::{BTreeMap, BTreeSet};
use store::row::{insert_all, save_all};
use store::rows::LabelRow;
use store::tables::ship;
use store::{Event, Write};

pub(super) async fn write(
    w: &mut Write<'_>,
    ready: Vec<Ready>,
    drafts: Vec<Draft>,
    setup: &LabelSetup,
    settings: &ShopSettings,
    refused: Vec<BulkRefusal>,
) -> Result<LabelsMade> {
    let mut made = LabelsMade {
        document: None,
        parcels: Vec::new(),
        refused,
        total: None,
        currency: settings.currency,
    };
    if drafts.is_empty() {
        return Ok(made);
    }
    let inputs: Vec<LabelInput> = drafts.iter().map(|d| d.input.clone()).collect();
    let document = paper::labels(&inputs, setup).map_err(|e| Refusal(e.sentence()))?;
    let title = format!("labels-{}.pdf", domain::time::utc_stamp(w.now()));
    let kept = document::keep(w, "label", title, &document).await?;
    let (id, now, staff) = (kept.id, w.now(), w.actor().staff.0);
    let per_page = setup.format.places().max(1);
    let first = setup.start.clamp(1, per_page) - 1;
    let used: BTreeSet<usize> = drafts.iter().map(|d| d.shipment).collect();
    let mut touched = Vec::new();
    let mut of_shipment: BTreeMap<usize, Vec<OrderId>> = BTreeMap::new();
    for (at, mut one) in ready.into_iter().enumerate() {
        if !used.contains(&at) {
            continue;
        }
        one.gathering.save(w).await?;
        for parcel in one.replaced {
            parcels::call_off(w, parcel).await?;
        }
        let before = one.gathering.shipment.lines.clone();
        shipment::pack_all(w, &mut one.gathering.shipment).await?;
        shipment::save(w, &one.gathering.shipment, &before).await?;
        touched.extend(one.orders.iter().map(|f| f.order.id));
        of_shipment.insert(at, one.orders.iter().map(|f| OrderId(f.order.id)).collect());
    }
    let mut rows = (Vec::new(), Vec::new(), Vec::new(), BTreeSet::new());
    for (at, mut draft) in drafts.into_iter().enumerate() {
        let page = i64::try_from((first + at) / per_page).unwrap_or(0) + 1;
        let place = i64::try_from((first + at) % per_page).unwrap_or(0) + 1;
        let orders = of_shipment
            .get(&draft.shipment)
            .cloned()
            .unwrap_or_default();
        for order in &orders {
            rows.3.insert((page, order.0));
            // Number, price and service stand in the label's own row, which is never changed. The names
            // that they have now are kept here.
            w.journal(
                Event::new("label_made")
                    .order(*order)
                    .thing(draft.parcel.id)
                    .data(&serde_json::json!({ "service": draft.service.row.name })),
            );
        }
        rows.1.push(LabelRow {
            id: draft.label,
            parcel_id: draft.parcel.id,
            state: "live".to_owned(),
            service_id: draft.parcel.service_id,
            tracking: draft.parcel.tracking.clone(),
            price: draft.price,
            currency: settings.currency.code().to_owned(),
            document_id: Some(id),
            page: Some(page),
            place: Some(place),
            places: i64::try_from(per_page).ok(),
            address_id: draft.parcel.address_id,
            made_at: now,
            made_by: staff,
            retired_at: None,
            retired_why: String::new(),
            kept_for: None,
        });
        if let Some(price) = draft.price {
            made.total = Some(made.total.unwrap_or(0) + price);
        }
        made.parcels.push(LabelMade {
            parcel: ParcelId(draft.parcel.id),
            number: draft.parcel.number.clone(),
            orders,
            tracking: draft.parcel.tracking.clone(),
            page,
            price: draft.price,
            notices: document
                .notices
                .iter()
                .filter(|n| n.document() == at)
                .map(paper::Notice::sentence)
                .collect(),
        });
        if draft.planned {
            save_all(w.db(), 1, std::slice::from_ref(&draft.parcel)).await?;
            ship::clear_parcels(w.db(), &[draft.parcel.id]).await?;
        } else {
            rows.0.push(draft.parcel);
        }
        rows.2.append(&mut draft.lines);
    }
    insert_all(w.db(), &rows.0).await?;
    insert_all(w.db(), &rows.1).await?;
    insert_all(w.db(), &rows.2).await?;
    document::speaks_of(w, kept, rows.3).await?;
    refresh(w, &touched).await?;
    made.document = Some(DocumentId(id));
    Ok(made)
}
