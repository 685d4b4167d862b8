//! Pick lists: what to fetch, in the order of the shelves. A unit is on one open list.

use super::document;
use super::paper_words::Speaker;
use super::parcels::{self, LabelsOf};
use super::shipment;
use super::shipment::Origin;
use super::slips;
use super::types::{PickListMade, PickListMake};
use crate::desk::{self, Desk};
use crate::error::Result;
use crate::orders::facts;
use crate::orders::refresh::refresh;
use crate::orders::signing;
use crate::orders::types::BulkRefusal;
use crate::stock::takes::{self, Take};
use domain::id::{DocumentId, OrderId, PickListId};
use domain::{Refusal, Sentence};
use paper::{PickInput, PickLine, PickOrder};
use std::collections::{BTreeMap, BTreeSet, HashMap};
use store::row::insert_all;
use store::rows::{LineRow, LocationRow, PickLineRow, PickListRow, VariantRow};
use store::tables::{settings as setting_tables, ship, stock};
use store::{Db, Event, Tag};

/// Makes a pick list of what is ready in these orders. Units that are on an open list already are
/// not asked for twice. When nothing is left to fetch there is no list, and each order says why.
///
/// # Errors
/// Refused without an order; the store's.
pub async fn make(desk: &Desk, ask: PickListMake) -> Result<PickListMade> {
    let mut w = desk.write().await?;
    let (settings, _) = desk::settings(w.db()).await?;
    let speaker = Speaker::new(&settings);
    let ids: Vec<i64> = ask.orders.iter().map(|o| o.0).collect();
    let orders = facts::load(w.db(), &ids).await?;
    let list = w.id().await?;
    let number = format!("P{}", ship::pick_lists_count(w.db()).await? + 1);
    let shelf = Shelf::read(w.db(), &orders).await?;
    let mut refused = slips::unknown(&ids, &orders, "label-no-order");
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
        let stops = signing::stops(w.db(), &facts, &settings).await?;
        if let Some(reason) = stops.into_iter().next() {
            refused.push(refuse(reason));
            continue;
        }
        let before = shipment::open_of(w.db(), &[facts.order.id]).await?;
        let of = std::slice::from_ref(&facts);
        let mut ships: Vec<shipment::Shipment> = Vec::new();
        for place in shipment::places_of(w.db(), of).await? {
            let begun = ships.iter().filter(|s| s.new).count();
            let from = Origin { place, begun };
            ships.extend(shipment::ensure(&mut w, of, from).await?);
        }
        // What is planned to leave with other orders is fetched like the rest.
        let own: BTreeSet<i64> = ships.iter().map(|s| s.row.id).collect();
        let others = before.iter().filter(|s| !own.contains(&s.row.id));
        ships.extend(others.cloned());
        let mut asked = 0;
        let nothing = ships.is_empty();
        let mut changed = Vec::new();
        for mut ship in ships {
            let mut here = 0;
            for row in ship.lines.iter().filter(|l| l.order_id == facts.order.id) {
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
                lines.extend(shelf.asked(&facts.order.number, line, ship.row.location_id, units));
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
            parcels::shrink(&mut w, &ship, LabelsOf::Retire).await?;
        }
        on_paper.push(facts.order.id);
    }
    if rows.is_empty() {
        if refused.is_empty() {
            return Err(Refusal::new("pick-nothing").into());
        }
        return Ok(PickListMade {
            id: None,
            number: String::new(),
            document: None,
            units: 0,
            refused,
        });
    }
    let units: i64 = lines.iter().map(|l| l.quantity).sum();
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
    let title = format!("pick-list-{number}.pdf");
    let kept = document::keep(&mut w, "pick_list", title, &document).await?;
    document::speaks_of(&mut w, kept, on_paper.iter().map(|order| (0, *order))).await?;
    let (id, now, staff) = (kept.id, w.now(), w.actor().staff.0);
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
        id: Some(PickListId(list)),
        number,
        document: Some(DocumentId(id)),
        units,
        refused,
    })
}

/// What has to be known to send somebody to the shelves.
pub(super) struct Shelf {
    takes: BTreeMap<i64, Vec<Take>>,
    variants: BTreeMap<i64, VariantRow>,
    /// By variant and place.
    bins: BTreeMap<(i64, i64), String>,
    /// The places in the order in which they ship.
    places: Vec<LocationRow>,
}

impl Shelf {
    pub(super) async fn read(db: &mut Db, orders: &[facts::Facts]) -> Result<Self> {
        let lines = orders.iter().flat_map(|f| &f.lines);
        let takes = takes::of_rows(db, lines).await?;
        let ids: BTreeSet<i64> = takes.values().flatten().map(|t| t.variant).collect();
        let ids: Vec<i64> = ids.into_iter().collect();
        Ok(Self {
            takes,
            variants: stock::variants(db, &ids)
                .await?
                .into_iter()
                .map(|v| (v.id, v))
                .collect(),
            bins: stock::levels(db, &ids)
                .await?
                .into_iter()
                .map(|l| ((l.variant_id, l.location_id), l.bin))
                .collect(),
            places: setting_tables::places(db).await?,
        })
    }

    /// What to fetch for so many units of a line: a kit's parts one by one, named for their kit.
    pub(super) fn asked(
        &self,
        order: &str,
        line: &LineRow,
        place: Option<i64>,
        units: i64,
    ) -> Vec<PickLine> {
        let place = place.or_else(|| self.places.first().map(|p| p.id));
        // With one place its name says nothing; with several it comes first.
        let name = self
            .places
            .iter()
            .filter(|_| self.places.len() > 1)
            .find(|p| Some(p.id) == place)
            .map(|p| p.name.as_str());
        let bin = |variant: Option<i64>| {
            let key = variant.zip(place);
            let bin = key.and_then(|k| self.bins.get(&k)).map(String::as_str);
            let both = [name, bin.filter(|b| !b.is_empty())];
            both.into_iter().flatten().collect::<Vec<_>>().join(" · ")
        };
        let whole = PickLine {
            order: order.to_owned(),
            tote: String::new(),
            bin: bin(line.variant_id),
            sku: line.sku.clone(),
            name: line.title.clone(),
            options: line.options.clone(),
            quantity: units,
        };
        if line.kind != "kit" {
            return vec![whole];
        }
        let takes = self.takes.get(&line.id).map_or(&[][..], Vec::as_slice);
        let part = |take: &Take| {
            let variant = self.variants.get(&take.variant)?;
            let of = if line.sku.is_empty() {
                &line.title
            } else {
                &line.sku
            };
            let options = [variant.options.as_str(), of.as_str()];
            Some(PickLine {
                bin: bin(Some(take.variant)),
                sku: variant.sku.clone(),
                name: variant.title.clone(),
                options: options
                    .into_iter()
                    .filter(|t| !t.is_empty())
                    .collect::<Vec<_>>()
                    .join(" · "),
                quantity: units * take.units,
                ..whole.clone()
            })
        };
        takes.iter().filter_map(part).collect()
    }
}
