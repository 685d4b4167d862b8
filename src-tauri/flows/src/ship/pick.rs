//! Pick lists: what to fetch, in the order of the shelves. A unit is on one open list.

use super::paper_words::{Speaker, sha256};
use super::types::{PickListMade, PickListMake};
use super::{parcels, shipment};
use crate::desk::{self, Desk};
use crate::error::Result;
use crate::orders::facts;
use crate::orders::refresh::refresh;
use crate::orders::types::BulkRefusal;
use domain::id::{DocumentId, OrderId, PickListId};
use domain::{Refusal, Sentence};
use paper::{PickInput, PickLine, PickOrder};
use std::collections::{BTreeMap, HashMap};
use store::row::insert_all;
use store::rows::{DocumentOrderRow, PickLineRow, PickListRow};
use store::tables::documents::{self, NewDocument};
use store::tables::{ship, stock};
use store::{Event, Tag};

/// Makes a pick list of what is ready in these orders. Units that are on an open list already are
/// not asked for twice.
///
/// # Errors
/// Refused when nothing is left to fetch; the store's.
pub async fn make(desk: &Desk, ask: PickListMake) -> Result<PickListMade> {
    let mut w = desk.write().await?;
    let (settings, _) = desk::settings(w.db()).await?;
    let speaker = Speaker::new(&settings);
    let ids: Vec<i64> = ask.orders.iter().map(|o| o.0).collect();
    let orders = facts::load(w.db(), &ids).await?;
    let list = w.id().await?;
    let number = format!("P{}", ship::pick_lists_count(w.db()).await? + 1);
    let bins = bins(w.db(), &orders).await?;
    let mut refused = Vec::new();
    let mut rows: Vec<PickLineRow> = Vec::new();
    let mut lines: Vec<PickLine> = Vec::new();
    let on_lists: HashMap<(i64, i64), i64> = ship::pick_lines_of_orders(w.db(), &ids)
        .await?
        .into_iter()
        .filter(|l| l.open == 1)
        .map(|l| ((l.shipment_id, l.line_id), l.asked))
        .collect();
    let mut on_paper = Vec::new();
    for facts in orders {
        let refuse = |sentence: Sentence| BulkRefusal {
            order: OrderId(facts.order.id),
            number: facts.order.number.clone(),
            sentence,
        };
        if let Some(reason) = facts.not_ready(&settings).into_iter().next() {
            refused.push(refuse(reason));
            continue;
        }
        let before = shipment::open_of(w.db(), &[facts.order.id]).await?;
        let own = shipment::ensure(&mut w, std::slice::from_ref(&facts)).await?;
        // What is planned to leave with other orders is fetched like the rest.
        let others = before
            .iter()
            .filter(|s| own.as_ref().is_none_or(|own| own.row.id != s.row.id))
            .cloned();
        let mut asked = 0;
        let mut changed = Vec::new();
        for mut ship in own.clone().into_iter().chain(others) {
            let of_order = ship
                .lines
                .iter()
                .filter(|l| l.order_id == facts.order.id)
                .cloned();
            let mut here = 0;
            for row in of_order.collect::<Vec<_>>() {
                let units = row.quantity - row.picked;
                if units <= 0 || on_lists.contains_key(&(row.shipment_id, row.line_id)) {
                    continue;
                }
                let Some(line) = facts.lines.iter().find(|l| l.id == row.line_id) else {
                    continue;
                };
                here += units;
                rows.push(PickLineRow {
                    list_id: list,
                    shipment_id: row.shipment_id,
                    line_id: row.line_id,
                    order_id: facts.order.id,
                    order_version: facts.order.version,
                    asked: units,
                    found: None,
                    short_why: String::new(),
                    open: 1,
                });
                lines.push(PickLine {
                    order: facts.order.number.clone(),
                    tote: String::new(),
                    bin: line
                        .variant_id
                        .and_then(|v| bins.get(&v).cloned())
                        .unwrap_or_default(),
                    sku: line.sku.clone(),
                    name: line.title.clone(),
                    options: line.options.clone(),
                    quantity: units,
                });
            }
            if here > 0 {
                if ship.row.state == "planned" {
                    "picking".clone_into(&mut ship.row.state);
                }
                changed.push(ship);
            }
            asked += here;
        }
        if asked == 0 {
            let nothing = own.is_none() && before.is_empty();
            refused.push(refuse(Sentence::new(if nothing {
                "label-nothing-free"
            } else {
                "pick-on-a-list"
            })));
            continue;
        }
        for ship in changed {
            let old = before
                .iter()
                .find(|s| s.row.id == ship.row.id)
                .map(|s| s.lines.clone())
                .unwrap_or_default();
            shipment::save(&mut w, &ship, &old).await?;
            parcels::shrink(&mut w, &ship).await?;
        }
        on_paper.push(facts.order.id);
    }
    if rows.is_empty() {
        let first = refused
            .into_iter()
            .next()
            .map_or_else(|| Sentence::new("pick-nothing"), |r| r.sentence);
        return Err(Refusal(first).into());
    }
    let units: i64 = rows.iter().map(|r| r.asked).sum();
    let input = PickInput {
        paper: speaker.paper,
        dpi: speaker.dpi,
        order: if ask.by_order {
            PickOrder::ByOrder
        } else {
            PickOrder::ByBin
        },
        batch: number.clone(),
        summary: speaker.say(
            &Sentence::new("paper-pick-summary")
                .with("orders", on_paper.len())
                .with("units", units),
        ),
        lines,
        words: speaker.pick(),
        at: w.now(),
    };
    let document = paper::pick_list(&input).map_err(|e| Refusal(e.sentence()))?;
    let bytes = document.pdf().map_err(|e| Refusal(e.sentence()))?;
    let id = w.id().await?;
    let new = NewDocument {
        id,
        kind: "pick_list",
        mime: "application/pdf",
        title: format!("pick-list-{number}.pdf"),
        pages: i64::try_from(document.pages.len()).unwrap_or(0),
        sha256: sha256(&bytes),
        bytes,
    };
    let (now, staff) = (w.now(), w.actor().staff.0);
    documents::add(w.db(), new, now, staff).await?;
    let of: Vec<DocumentOrderRow> = on_paper
        .iter()
        .map(|order| DocumentOrderRow {
            document_id: id,
            page: 0,
            order_id: *order,
        })
        .collect();
    insert_all(w.db(), &of).await?;
    let head = PickListRow {
        id: list,
        number: number.clone(),
        state: "open".to_owned(),
        layout: if ask.by_order { "by_order" } else { "by_bin" }.to_owned(),
        document_id: Some(id),
        made_at: now,
        made_by: staff,
        ended_at: None,
    };
    insert_all(w.db(), &[head]).await?;
    insert_all(w.db(), &rows).await?;
    for order in &on_paper {
        w.journal(
            Event::new("pick_list_made")
                .order(OrderId(*order))
                .thing(list)
                .data(&serde_json::json!({ "list": number })),
        );
    }
    refresh(&mut w, &on_paper).await?;
    w.stale(&[Tag::Orders, Tag::Shipments, Tag::Documents]);
    w.commit().await?;
    Ok(PickListMade {
        id: PickListId(list),
        number,
        document: DocumentId(id),
        units,
        refused,
    })
}

/// The shelf place of each variant of these orders.
pub(crate) async fn bins(
    db: &mut store::Db,
    orders: &[facts::Facts],
) -> Result<BTreeMap<i64, String>> {
    let variants: Vec<i64> = orders
        .iter()
        .flat_map(|f| &f.lines)
        .filter_map(|l| l.variant_id)
        .collect();
    let mut bins = BTreeMap::new();
    for row in stock::levels(db, &variants).await? {
        bins.entry(row.variant_id).or_insert(row.bin);
    }
    Ok(bins)
}
