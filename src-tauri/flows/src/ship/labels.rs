//! Labels of the shop's own post: a parcel, a number, postage and exact bytes, in one commit.
//!
//! No carrier is asked, so a label is bought and made in the same moment; the rule that a parcel
//! has at most one live label is the database's own (`label_live`).

mod numbers;
mod preview;
mod retire;

pub use preview::preview;
pub use retire::retire;

use numbers::give_numbers;

use super::paper_words::{Speaker, paper_format, sha256};
use super::shipment::{self, Shipment};
use super::types::{LabelMade, LabelWish, LabelsMade, LabelsMake, ParcelWish};
use crate::desk::{self, Desk};
use crate::error::Result;
use crate::import::address_of;
use crate::orders::facts::{self, Facts};
use crate::orders::refresh::refresh;
use crate::orders::types::BulkRefusal;
use crate::shop::types::ShopSettings;
use domain::id::{DocumentId, OrderId, ParcelId};
use domain::own_post::{PostService, quote};
use domain::{Address, Refusal, Sentence, fold};
use paper::{LabelInput, LabelSetup, PaperError};
use std::collections::{BTreeMap, BTreeSet};
use store::row::insert_all;
use store::rows::{DocumentOrderRow, LabelRow, ParcelLineRow, ParcelRow, ServiceRow};
use store::tables::documents::NewDocument;
use store::tables::{documents, orders as order_tables, settings as setting_tables, ship};
use store::{Db, Event, Tag, Write};

/// A service as labels need it.
#[derive(Debug, Clone)]
pub struct OwnService {
    /// Its row.
    pub row: ServiceRow,
    /// What it offers.
    pub post: PostService,
}

/// The services that can be chosen.
///
/// # Errors
/// The store's; a definition that cannot be read is damage.
pub async fn services(db: &mut Db) -> Result<Vec<OwnService>> {
    let mut all = Vec::new();
    for row in setting_tables::services(db).await? {
        if row.active == 1 {
            let post = serde_json::from_str(&row.definition)
                .map_err(|e| store::StoreError::Damaged(format!("service {}: {e}", row.id)))?;
            all.push(OwnService { row, post });
        }
    }
    Ok(all)
}

/// The cheapest service that takes a parcel there. One that costs nothing has no price yet and comes
/// last.
#[must_use]
pub fn cheapest<'a>(
    services: &'a [OwnService],
    to: &Address,
    grams: Option<i64>,
) -> Option<&'a OwnService> {
    services
        .iter()
        .filter_map(|s| quote(&s.post, to, grams).ok().map(|q| (q.price.minor, s)))
        .min_by_key(|(price, s)| (*price == 0, *price, s.row.id))
        .map(|(_, s)| s)
}

/// One parcel on its way to a label.
#[derive(Debug)]
struct Draft {
    shipment: usize,
    parcel: ParcelRow,
    lines: Vec<ParcelLineRow>,
    input: LabelInput,
    price: i64,
    tracked: bool,
    typed: String,
    service: OwnService,
}

/// One wish, made ready: its shipment, orders and parcels.
struct Ready {
    shipment: Shipment,
    before: Vec<store::rows::ShipmentLineRow>,
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
    for wish in &ask.wishes {
        let at = ready.len();
        match prepare(&mut w, wish, at, &settings, &all_services, &speaker).await? {
            Ok((one, mut parcels)) => {
                ready.push(one);
                drafts.append(&mut parcels);
            }
            Err((numbers, sentence)) => {
                for (order, number) in numbers {
                    refused.push(BulkRefusal {
                        order: OrderId(order),
                        number,
                        sentence: sentence.clone(),
                    });
                }
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

type Refused = (Vec<(i64, String)>, Sentence);

/// Checks a wish and lays its parcels out. What refuses it is an answer.
async fn prepare(
    w: &mut Write<'_>,
    wish: &LabelWish,
    at: usize,
    settings: &ShopSettings,
    services: &[OwnService],
    speaker: &Speaker,
) -> Result<Result<(Ready, Vec<Draft>), Refused>> {
    let ids: Vec<i64> = wish.orders.iter().map(|o| o.0).collect();
    let orders = facts::load(w.db(), &ids).await?;
    let names: Vec<(i64, String)> = orders
        .iter()
        .map(|f| (f.order.id, f.order.number.clone()))
        .collect();
    if orders.is_empty() || orders.len() != ids.iter().collect::<BTreeSet<_>>().len() {
        return Ok(Err((names, Sentence::new("label-no-order"))));
    }
    for facts in &orders {
        if let Some(reason) = facts.not_ready(settings).into_iter().next() {
            return Ok(Err((names, reason)));
        }
    }
    let addresses = addresses_of(w.db(), &orders).await?;
    let Some(to) = addresses.first().cloned() else {
        return Ok(Err((names, Sentence::new("label-no-address"))));
    };
    let gift = orders.first().map(|f| f.order.gift);
    if addresses.iter().any(|a| !same_place(a, &to))
        || orders.iter().any(|f| Some(f.order.gift) != gift)
    {
        return Ok(Err((names, Sentence::new("label-combine-different"))));
    }
    let before = shipment::open_of(w.db(), &ids).await?;
    let Some(ship) = shipment::ensure(w, &orders).await? else {
        return Ok(Err((names, Sentence::new("label-nothing-free"))));
    };
    let old_lines = before
        .iter()
        .find(|s| s.row.id == ship.row.id)
        .map(|s| s.lines.clone())
        .unwrap_or_default();
    let free = free_units(w.db(), &ship).await?;
    let parcels = match share(&wish.parcels, &free) {
        Ok(parcels) => parcels,
        Err(sentence) => return Ok(Err((names, sentence))),
    };
    let count = parcels.len();
    let mut drafts = Vec::new();
    for (n, (wanted, lines)) in parcels.into_iter().enumerate() {
        let grams = wanted
            .grams
            .filter(|g| *g > 0)
            .or_else(|| own_grams(&orders, &lines));
        let chosen = wish
            .service
            .map(|s| s.0)
            .or_else(|| orders.first().and_then(|f| f.order.service_id))
            .map_or_else(
                || cheapest(services, &to, grams),
                |id| services.iter().find(|s| s.row.id == id),
            );
        let Some(service) = chosen else {
            return Ok(Err((names, Sentence::new("label-no-service"))));
        };
        let price = match quote(&service.post, &to, grams) {
            Ok(quote) => quote,
            Err(Refusal(sentence)) => return Ok(Err((names, sentence))),
        };
        let id = w.id().await?;
        let parcel = ParcelRow {
            id,
            shipment_id: ship.row.id,
            number: if count > 1 {
                format!("{}/{}", ship.row.number, n + 1)
            } else {
                ship.row.number.clone()
            },
            direction: "out".to_owned(),
            state: "labelled".to_owned(),
            carrier: service.row.carrier.clone(),
            service_id: Some(service.row.id),
            address_id: orders.first().and_then(|f| f.order.ship_to_id),
            tracking: String::new(),
            tracking_key: String::new(),
            grams,
            length_mm: None,
            width_mm: None,
            height_mm: None,
            made_at: w.now(),
            labelled_at: Some(w.now()),
            hand_over_id: None,
            handed_over_at: None,
            delivered_at: None,
            assumed: 0,
            expected_at: None,
            version: 1,
        };
        let numbers: Vec<&str> = orders.iter().map(|f| f.order.number.as_str()).collect();
        let of = Sentence::new("paper-word-parcel")
            .with("number", n + 1)
            .with("count", count);
        drafts.push(Draft {
            shipment: at,
            lines: lines
                .iter()
                .map(|(line, units)| ParcelLineRow {
                    parcel_id: id,
                    line_id: *line,
                    quantity: *units,
                })
                .collect(),
            input: LabelInput {
                sender: settings
                    .returns
                    .clone()
                    .unwrap_or_else(|| settings.sender.clone()),
                logo: speaker.logo.clone(),
                service: service.post.name.clone(),
                to: to.clone(),
                country: speaker.country(&to.country),
                parcel: if count > 1 {
                    speaker.say(&of)
                } else {
                    String::new()
                },
                weight: speaker.weight(grams),
                date: speaker.day(w.now()),
                reference: numbers.join(", "),
                tracking: None,
                routing: String::new(),
                notes: Vec::new(),
                words: speaker.label(),
            },
            price: price.price.minor,
            tracked: service.post.tracked,
            typed: wanted.tracking.trim().to_owned(),
            service: service.clone(),
            parcel,
        });
    }
    Ok(Ok((
        Ready {
            shipment: ship,
            before: old_lines,
            orders,
        },
        drafts,
    )))
}

/// The recipients' addresses, one per order; nothing when one order has none.
async fn addresses_of(db: &mut Db, orders: &[Facts]) -> Result<Vec<Address>> {
    let ids: Vec<i64> = orders.iter().filter_map(|f| f.order.ship_to_id).collect();
    let rows = order_tables::addresses(db, &ids).await?;
    let found: Vec<Address> = ids
        .iter()
        .filter_map(|id| rows.iter().find(|r| r.id == *id).map(address_of))
        .collect();
    Ok(if found.len() == orders.len() {
        found
    } else {
        Vec::new()
    })
}

/// The same recipient at the same place.
pub(crate) fn same_place(a: &Address, b: &Address) -> bool {
    let key = |a: &Address| {
        (
            fold::fold(a.name.trim()),
            fold::key(&a.line1),
            fold::key(&a.line2),
            fold::key(&a.postcode),
            fold::key(&a.city),
            a.country.clone(),
        )
    };
    key(a) == key(b)
}

/// Units of a shipment that are in no live parcel: line and units.
async fn free_units(db: &mut Db, ship: &Shipment) -> Result<BTreeMap<i64, i64>> {
    let mut free: BTreeMap<i64, i64> = ship.lines.iter().map(|l| (l.line_id, l.quantity)).collect();
    if !ship.new {
        let parcels: Vec<i64> = ship::parcels_of(db, &[ship.row.id])
            .await?
            .into_iter()
            .filter(|p| p.state != "cancelled")
            .map(|p| p.id)
            .collect();
        for line in ship::parcel_lines(db, &parcels).await? {
            *free.entry(line.line_id).or_default() -= line.quantity;
        }
    }
    free.retain(|_, n| *n > 0);
    Ok(free)
}

type Shared = Vec<(ParcelWish, Vec<(i64, i64)>)>;

/// Shares units over the wanted parcels. A parcel without lines takes what is left; the last one
/// that names its lines leaves the rest for later.
fn share(wishes: &[ParcelWish], free: &BTreeMap<i64, i64>) -> Result<Shared, Sentence> {
    let mut left = free.clone();
    let one = [ParcelWish {
        lines: Vec::new(),
        grams: None,
        tracking: String::new(),
    }];
    let wishes = if wishes.is_empty() { &one[..] } else { wishes };
    let mut shared = Vec::new();
    for wish in wishes {
        let lines: Vec<(i64, i64)> = if wish.lines.is_empty() {
            std::mem::take(&mut left).into_iter().collect()
        } else {
            let mut lines = Vec::new();
            for wanted in &wish.lines {
                let have = left.entry(wanted.line.0).or_default();
                if wanted.units < 1 || wanted.units > *have {
                    return Err(Sentence::new("label-parcel-units")
                        .with("wanted", wanted.units)
                        .with("left", *have));
                }
                *have -= wanted.units;
                lines.push((wanted.line.0, wanted.units));
            }
            left.retain(|_, n| *n > 0);
            lines
        };
        if lines.is_empty() {
            return Err(Sentence::new("label-parcel-empty"));
        }
        shared.push((wish.clone(), lines));
    }
    Ok(shared)
}

fn own_grams(orders: &[Facts], lines: &[(i64, i64)]) -> Option<i64> {
    lines.iter().try_fold(0_i64, |sum, (id, units)| {
        let line = orders.iter().flat_map(|f| &f.lines).find(|l| l.id == *id)?;
        Some(sum + line.grams? * units)
    })
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

async fn write(
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
        total: 0,
        currency: settings.currency,
    };
    if drafts.is_empty() {
        return Ok(made);
    }
    let inputs: Vec<LabelInput> = drafts.iter().map(|d| d.input.clone()).collect();
    let document = paper::labels(&inputs, setup).map_err(|e| Refusal(e.sentence()))?;
    let bytes = document.pdf().map_err(|e| Refusal(e.sentence()))?;
    let id = w.id().await?;
    let hash = sha256(&bytes);
    let pages = i64::try_from(document.pages.len()).unwrap_or(0);
    let title = format!("labels-{}.pdf", domain::time::utc_stamp(w.now()));
    let new = NewDocument {
        id,
        kind: "label",
        mime: "application/pdf",
        title,
        pages,
        sha256: hash,
        bytes,
    };
    let (now, staff) = (w.now(), w.actor().staff.0);
    documents::add(w.db(), new, now, staff).await?;
    let per_page = setup.format.places().max(1);
    let first = setup.start.clamp(1, per_page) - 1;
    let used: BTreeSet<usize> = drafts.iter().map(|d| d.shipment).collect();
    let mut touched = Vec::new();
    let mut of_shipment: BTreeMap<usize, Vec<OrderId>> = BTreeMap::new();
    for (at, mut one) in ready.into_iter().enumerate() {
        if !used.contains(&at) {
            continue;
        }
        shipment::pack_all(w, &mut one.shipment, &mut one.orders).await?;
        shipment::save(w, &one.shipment, &one.before).await?;
        touched.extend(one.orders.iter().map(|f| f.order.id));
        of_shipment.insert(at, one.orders.iter().map(|f| OrderId(f.order.id)).collect());
    }
    let mut rows = (Vec::new(), Vec::new(), Vec::new(), BTreeSet::new());
    for (at, mut draft) in drafts.into_iter().enumerate() {
        let page = i64::try_from((first + at) / per_page).unwrap_or(0) + 1;
        let orders = of_shipment
            .get(&draft.shipment)
            .cloned()
            .unwrap_or_default();
        for order in &orders {
            rows.3.insert((page, order.0));
            w.journal(
                Event::new("label_made").order(*order).thing(draft.parcel.id).data(&serde_json::json!({
                    "parcel": draft.parcel.number, "tracking": draft.parcel.tracking,
                    "service": draft.service.row.name, "price": draft.price, "currency": settings.currency,
                })),
            );
        }
        rows.1.push(LabelRow {
            id: w.id().await?,
            parcel_id: draft.parcel.id,
            state: "live".to_owned(),
            service_id: draft.parcel.service_id,
            tracking: draft.parcel.tracking.clone(),
            price: Some(draft.price),
            currency: settings.currency.code().to_owned(),
            document_id: Some(id),
            page: Some(page),
            address_id: draft.parcel.address_id,
            made_at: now,
            made_by: staff,
            retired_at: None,
            retired_why: String::new(),
            kept_for: None,
        });
        made.total += draft.price;
        made.parcels.push(LabelMade {
            parcel: ParcelId(draft.parcel.id),
            number: draft.parcel.number.clone(),
            orders,
            tracking: draft.parcel.tracking.clone(),
            page,
            price: Some(draft.price),
            notices: document
                .notices
                .iter()
                .filter(|n| n.document() == at)
                .map(paper::Notice::sentence)
                .collect(),
        });
        rows.0.push(draft.parcel);
        rows.2.append(&mut draft.lines);
    }
    insert_all(w.db(), &rows.0).await?;
    insert_all(w.db(), &rows.1).await?;
    insert_all(w.db(), &rows.2).await?;
    let of: Vec<DocumentOrderRow> = rows
        .3
        .into_iter()
        .map(|(page, order_id)| DocumentOrderRow {
            document_id: id,
            page,
            order_id,
        })
        .collect();
    insert_all(w.db(), &of).await?;
    refresh(w, &touched).await?;
    made.document = Some(DocumentId(id));
    Ok(made)
}
