//! Everything of one order.

use super::facts::{self, Facts};
use super::list::currency;
use super::types::{
    AddressFinding, Offer, OrderCharge, OrderConflict, OrderDetail, OrderDocument, OrderHold,
    OrderLine, OrderLinePart, OrderListRow, OrderParcel, OrderPayment, OrderRef, OrderShipment,
    ParcelContent,
};
use super::{conflict, not_sent, reserving, signing};
use crate::desk::{self, Desk};
use crate::error::Result;
use crate::import::address_of;
use crate::ship::{hand_over, sender};
use crate::shop::types::ShopSettings;
use crate::stock::takes::{self, Take};
use domain::id::{
    CustomerId, DocumentId, HoldId, LineId, OrderId, ParcelId, ShipmentId, VariantId,
};
use domain::order::ready::Shipments;
use domain::order::{Fulfilment, HoldKind, Life, PaymentStatus, life};
use domain::parcel::ParcelState;
use domain::source::ChargeKind;
use domain::{Address, Sentence, address_check, kit, tracking_number};
use std::collections::{BTreeMap, BTreeSet, HashMap};
use store::Db;
use store::rows::{LabelRow, LineRow, ParcelRow, ShipmentRow};
use store::tables::stock::ListRow;
use store::tables::{customers, documents, orders, settings as setting_tables, ship, stock};

/// Everything of one order.
///
/// # Errors
/// [`crate::FlowError::NotFound`]; the store's.
pub async fn get(desk: &Desk, ask: OrderRef) -> Result<OrderDetail> {
    let mut reader = desk.store.read().await?;
    load(reader.db(), ask.id.0, desk.actor().staff.0).await
}

/// The same, on a connection that is held already, for this person.
///
/// # Errors
/// [`crate::FlowError::NotFound`]; the store's.
pub async fn load(db: &mut Db, id: i64, staff: i64) -> Result<OrderDetail> {
    let facts = facts::load_one(db, id).await?;
    let (settings, _) = desk::settings(db).await?;
    let address_ids: Vec<i64> = [facts.order.ship_to_id, facts.order.bill_to_id]
        .into_iter()
        .flatten()
        .collect();
    let addresses: HashMap<i64, Address> = orders::addresses(db, &address_ids)
        .await?
        .into_iter()
        .map(|a| (a.id, address_of(&a)))
        .collect();
    let find = |id: Option<i64>| id.and_then(|id| addresses.get(&id)).cloned();
    let ship_to = find(facts.order.ship_to_id).unwrap_or_default();
    let buyer = match facts.order.customer_id {
        Some(customer) => customers::by_ids(db, &[customer]).await?.pop(),
        None => None,
    };
    let customer_orders = match facts.order.customer_id {
        Some(customer) => orders::of_customer(db, customer).await?,
        None => 0,
    };
    let channel = setting_tables::channels(db)
        .await?
        .into_iter()
        .find(|c| c.id == facts.order.channel_id)
        .map(|c| c.name)
        .unwrap_or_default();
    let signing = signing::shown(db, &facts, &settings, staff).await?;
    let shipments = shipments(db, &facts).await?;
    let lines = lines(db, &facts).await?;
    let taxes = orders::taxes(db, &[id]).await?;
    let conflicts = orders::conflicts(db, &[id]).await?;
    let papers = documents::of_order(db, id).await?;
    let name = [&ship_to.name, &ship_to.company]
        .into_iter()
        .find(|n| !n.trim().is_empty())
        .cloned()
        .or_else(|| buyer.as_ref().map(|b| b.name.clone()))
        .unwrap_or_default();
    let needs_shipping = facts.left() > 0;
    let history = facts.order.history == 1;
    let sent_there = !not_sent::of_order(db, id, history).await?.is_empty();
    Ok(OrderDetail {
        row: list_row(&facts, channel, name),
        source_id: facts.order.source_id.clone(),
        customer: facts.order.customer_id.map(CustomerId),
        buyer_name: buyer.as_ref().map(|b| b.name.clone()).unwrap_or_default(),
        buyer_email: buyer.as_ref().map(|b| b.email.clone()).unwrap_or_default(),
        buyer_phone: buyer.as_ref().map(|b| b.phone.clone()).unwrap_or_default(),
        customer_orders,
        ship_to_lines: address_check::lines(&ship_to, &settings.sender.country),
        address_findings: if needs_shipping {
            findings(&ship_to)
        } else {
            Vec::new()
        },
        bill_to: find(facts.order.bill_to_id),
        ship_to,
        lines,
        charges: facts
            .charges
            .iter()
            .map(|c| OrderCharge {
                kind: charge_kind(&c.kind),
                label: c.label.clone(),
                amount: c.amount,
            })
            .collect(),
        taxes: taxes
            .into_iter()
            .map(|t| OrderCharge {
                kind: ChargeKind::Tax,
                label: t.name,
                amount: t.amount,
            })
            .collect(),
        lines_total: facts.lines.iter().map(|l| l.total).sum(),
        credited: facts.credits.iter().map(|c| c.amount).sum(),
        balance: facts.order.balance,
        payments: facts
            .payments
            .iter()
            .map(|p| OrderPayment {
                out: p.direction == "out",
                method: p.method.clone(),
                reference: p.reference.clone(),
                state: p.state.clone(),
                amount: p.amount,
                at: p.at,
            })
            .collect(),
        holds: holds(&facts),
        shipments,
        documents: papers
            .into_iter()
            .map(|d| OrderDocument {
                id: DocumentId(d.id),
                kind: d.kind,
                page: d.page,
                made_at: d.made_at,
                prints: d.prints,
            })
            .collect(),
        conflicts: conflicts
            .into_iter()
            .filter(|c| c.settled_at.is_none())
            .map(|c| OrderConflict {
                id: c.id,
                ours: told_of_line(&facts, &c.field, &c.ours),
                theirs: told_of_line(&facts, &c.field, &c.theirs),
                refusal: conflict::refusal(&facts, &c),
                field: c.field,
                found_at: c.found_at,
            })
            .collect(),
        expired_at: facts.order.expired_at,
        not_ready: facts.not_ready(&settings),
        most_shipments: facts.order.most_shipments,
        product_most_shipments: facts.products_shipments(&settings).map(Shipments::number),
        shop_most_shipments: facts::shop_shipments(&settings).number(),
        offers: offers(&facts, &signing, &settings, sent_there),
        stops: signing.stops,
        signature: signing.signature,
        note: facts.order.note.clone(),
        gift_message: facts.order.gift_message.clone(),
        extra: serde_json::from_str(&facts.order.extra).unwrap_or_default(),
        tags: serde_json::from_str(&facts.order.tags).unwrap_or_default(),
        booked_at: facts.order.booked_at,
    })
}

/// What the address check says, stops first.
#[must_use]
pub fn findings(address: &Address) -> Vec<AddressFinding> {
    let check = address_check::check(address);
    let finding = |stops: bool, f: address_check::Finding| AddressFinding {
        stops,
        field: serde_json::to_value(f.field)
            .ok()
            .and_then(|v| v.as_str().map(str::to_owned))
            .unwrap_or_default(),
        sentence: f.sentence,
    };
    check
        .block
        .into_iter()
        .map(|f| finding(true, f))
        .chain(check.warn.into_iter().map(|f| finding(false, f)))
        .collect()
}

/// A conflict's value as a person reads it: an address as its lines.
pub(crate) fn readable(field: &str, value: &str) -> String {
    if field == "ship_to"
        && let Ok(address) = serde_json::from_str::<Address>(value)
    {
        return address_check::lines(&address, "").join(", ");
    }
    value.to_owned()
}

/// The same, with the line that its units are of.
fn told_of_line(facts: &Facts, field: &str, value: &str) -> String {
    let line = field
        .strip_prefix("line:")
        .and_then(|id| facts.lines.iter().find(|l| l.id.to_string() == id));
    match line {
        Some(line) => format!("{value} × {}", line.title),
        None => readable(field, value),
    }
}

fn list_row(facts: &Facts, channel: String, name: String) -> OrderListRow {
    let o = &facts.order;
    OrderListRow {
        id: OrderId(o.id),
        number: o.number.clone(),
        channel,
        placed_at: o.placed_at,
        ship_by: o.ship_by,
        name,
        country: o.country.clone(),
        units: o.units,
        total: o.total,
        currency: currency(&o.currency),
        amounts_known: o.amounts_known == 1,
        life: facts.life(),
        payment: PaymentStatus::read(&o.payment).unwrap_or(PaymentStatus::Unknown),
        fulfilment: Fulfilment::read(&o.fulfilment).unwrap_or(Fulfilment::Unfulfilled),
        ready: o.ready == 1,
        history: o.history == 1,
        holds: o.holds,
        needs: o.needs,
        short: o.short,
        waits: o.reserve_from.is_some(),
        gift: o.gift == 1,
        has_note: !o.note.is_empty(),
        service_wish: o.service_wish.clone(),
        grams: o.grams,
        version: o.version,
    }
}

async fn lines(db: &mut Db, facts: &Facts) -> Result<Vec<OrderLine>> {
    let takes = takes::of_rows(db, &facts.lines).await?;
    let variants: BTreeSet<i64> = takes
        .values()
        .flatten()
        .map(|t| t.variant)
        .chain(facts.lines.iter().filter_map(|l| l.variant_id))
        .collect();
    let variants: Vec<i64> = variants.into_iter().collect();
    let found: BTreeMap<i64, ListRow> = stock::list_rows(db, 0, &variants)
        .await?
        .into_iter()
        .map(|r| (r.id, r))
        .collect();
    let free = |variant: i64| {
        let row = found.get(&variant).filter(|r| r.counted == 1)?;
        Some(row.on_hand - row.reserved - row.safety)
    };
    let bin = |variant: i64| found.get(&variant).map(|r| r.bin.clone());
    let part = |take: &Take| {
        let row = found.get(&take.variant)?;
        Some(OrderLinePart {
            variant: VariantId(take.variant),
            sku: row.sku.clone(),
            title: row.title.clone(),
            options: row.options.clone(),
            bin: row.bin.clone(),
            quantity: take.units,
        })
    };
    let line = |l: &LineRow| {
        let of = takes.get(&l.id).map_or(&[][..], Vec::as_slice);
        let kit = l.kind == "kit";
        OrderLine {
            id: LineId(l.id),
            variant: l.variant_id.map(VariantId),
            kind: facts::kind(l),
            sku: l.sku.clone(),
            title: l.title.clone(),
            options: l.options.clone(),
            personalisation: l.personalisation.clone(),
            // What is fetched for a kit lies where its parts lie.
            bin: l
                .variant_id
                .filter(|_| !kit)
                .and_then(bin)
                .unwrap_or_default(),
            ships: facts::ships(l),
            unit_price: l.unit_price,
            total: l.total,
            quantities: facts::quantities(l),
            left_after: kit::available(of.iter().map(|t| (free(t.variant), t.units))),
            parts: of.iter().filter(|_| kit).filter_map(part).collect(),
        }
    };
    Ok(facts.lines.iter().map(line).collect())
}

fn holds(facts: &Facts) -> Vec<OrderHold> {
    let mut all: Vec<OrderHold> = facts
        .holds
        .iter()
        .map(|h| OrderHold {
            id: HoldId(h.id),
            kind: HoldKind::read(&h.kind).unwrap_or(HoldKind::Manual),
            sentence: sentence(&h.sentence),
            until: h.until_at,
            placed_at: h.placed_at,
            released_at: h.released_at,
        })
        .collect();
    all.sort_by_key(|h| (h.released_at.is_some(), std::cmp::Reverse(h.placed_at)));
    all
}

/// A stored sentence.
pub(crate) fn sentence(text: &str) -> Sentence {
    serde_json::from_str(text).unwrap_or_else(|_| Sentence::new("hold-unknown"))
}

async fn shipments(db: &mut Db, facts: &Facts) -> Result<Vec<OrderShipment>> {
    let id = facts.order.id;
    let own = ship::shipment_ids_of(db, &[id]).await?;
    let mut rows: Vec<ShipmentRow> = ship::shipments(db, &own).await?;
    for row in ship::elsewhere(db, &[id]).await? {
        if !rows.iter().any(|r| r.id == row.id) {
            rows.push(row);
        }
    }
    let ids: Vec<i64> = rows.iter().map(|r| r.id).collect();
    let shipment_lines = ship::shipment_lines(db, &ids).await?;
    let parcels = ship::parcels_of(db, &ids).await?;
    let parcel_ids: Vec<i64> = parcels.iter().map(|p| p.id).collect();
    let contents = ship::parcel_lines(db, &parcel_ids).await?;
    let labels = ship::labels(db, &parcel_ids).await?;
    let names: HashMap<i64, String> = setting_tables::services(db)
        .await?
        .into_iter()
        .map(|s| (s.id, s.name))
        .collect();
    let places = setting_tables::locations(db).await?;
    // With one place its name says nothing.
    let several = places.iter().filter(|p| p.active == 1).count() > 1;
    let titles: BTreeMap<i64, &str> = facts
        .lines
        .iter()
        .map(|l| (l.id, l.title.as_str()))
        .collect();
    let moved = moved(db, facts, &parcels).await?;
    let parcel = |p: &ParcelRow| {
        let live = labels
            .iter()
            .find(|l: &&LabelRow| l.parcel_id == p.id && l.state == "live");
        let recognised = tracking_number::recognise(&p.tracking).into_iter().next();
        OrderParcel {
            id: ParcelId(p.id),
            number: p.number.clone(),
            state: ParcelState::read(&p.state).unwrap_or(ParcelState::Open),
            carrier: p.carrier.clone(),
            service: p
                .service_id
                .and_then(|s| names.get(&s).cloned())
                .unwrap_or_default(),
            tracking: p.tracking.clone(),
            tracking_url: recognised.and_then(|r| r.url).unwrap_or_default(),
            grams: p.grams,
            price: live.and_then(|l| l.price),
            label: live.and_then(|l| l.document_id).map(DocumentId),
            label_page: live.and_then(|l| l.page),
            handed_over_at: p.handed_over_at,
            delivered_at: p.delivered_at,
            assumed: p.assumed == 1,
            moved: moved.contains(&p.id),
            lines: contents
                .iter()
                .filter(|c| c.parcel_id == p.id)
                .filter_map(|c| {
                    let title = titles.get(&c.line_id)?;
                    Some(ParcelContent {
                        line: LineId(c.line_id),
                        title: (*title).to_owned(),
                        quantity: c.quantity,
                    })
                })
                .collect(),
        }
    };
    Ok(rows
        .iter()
        .map(|row| {
            let mut others: Vec<i64> = shipment_lines
                .iter()
                .filter(|l| l.shipment_id == row.id && l.order_id != id && l.quantity > 0)
                .map(|l| l.order_id)
                .collect();
            others.sort_unstable();
            others.dedup();
            OrderShipment {
                id: ShipmentId(row.id),
                number: row.number.clone(),
                state: row.state.clone(),
                elsewhere: row.elsewhere == 1,
                place: places
                    .iter()
                    .find(|p| several && Some(p.id) == row.location_id)
                    .map(|p| p.name.clone())
                    .unwrap_or_default(),
                other_orders: others.into_iter().map(OrderId).collect(),
                parcels: parcels
                    .iter()
                    .filter(|p| p.shipment_id == row.id && p.state != "cancelled")
                    .map(parcel)
                    .collect(),
            }
        })
        .collect())
}

/// The labelled parcels that wait for a word on their label, because an address was changed since.
async fn moved(db: &mut Db, facts: &Facts, parcels: &[ParcelRow]) -> Result<BTreeSet<i64>> {
    let other = |p: &&ParcelRow| p.state == "labelled" && p.address_id != facts.order.ship_to_id;
    let ids: Vec<i64> = parcels.iter().filter(other).map(|p| p.id).collect();
    if ids.is_empty() {
        return Ok(BTreeSet::new());
    }
    let loaded = hand_over::load(db, &ids).await?;
    let moved = loaded.parcels.iter();
    let moved = moved.filter(|p| loaded.moved(p).next().is_some());
    Ok(moved.map(|p| p.id).collect())
}

/// What can be done now, and why the rest cannot: a screen greys the button and says so.
fn offers(
    facts: &Facts,
    signing: &signing::Shown,
    settings: &ShopSettings,
    sent_there: bool,
) -> Vec<Offer> {
    let mut offers = Vec::new();
    let mut offer = |command: &str, refusal: Option<Sentence>| {
        offers.push(Offer {
            command: command.to_owned(),
            refusal,
        });
    };
    let state = facts.life_facts();
    let open = state.life == Life::Open && facts.order.history == 0;
    let not_open = || (!open).then(|| Sentence::new("not-ready-not-open"));
    let stop = signing.stops.first().cloned();
    offer("pick_list_make", stop.clone());
    offer(
        "labels_make",
        stop.or_else(|| sender::missing_on_labels(settings)),
    );
    offer("ship_anyway", signing.refusal.clone());
    offer(
        "ship_anyway_withdraw",
        (signing.signature.is_none()).then(|| Sentence::new("sign-none")),
    );
    offer("orders_hold", not_open());
    let held = facts.active_holds().next().is_some();
    offer(
        "orders_release",
        (!held).then(|| Sentence::new("release-nothing-held")),
    );
    let nothing_left = (state.left == 0).then(|| Sentence::new("cancel-nothing-left"));
    offer("order_cancel", not_open().or(nothing_left));
    offer("order_edit", not_open());
    offer("order_backorder", not_open());
    offer("orders_reserve", reserving::refusal(facts));
    if sent_there {
        let cancelled = matches!(state.life, Life::Draft | Life::Cancelled);
        offer(
            "order_not_sent_there",
            cancelled.then(|| Sentence::new("not-ready-not-open")),
        );
    }
    let restore = life::decide(&state, life::Action::Restore)
        .err()
        .map(|r| r.0);
    if state.life == Life::Cancelled {
        let history = (facts.order.history == 1).then(|| Sentence::new("restore-history"));
        offer("order_restore", history.or(restore));
    }
    offers
}

/// The kind of a stored charge.
pub(crate) fn charge_kind(word: &str) -> ChargeKind {
    match word {
        "line" => ChargeKind::Line,
        "shipping" => ChargeKind::Shipping,
        "fee" => ChargeKind::Fee,
        "tip" => ChargeKind::Tip,
        "gift_wrap" => ChargeKind::GiftWrap,
        "duty" => ChargeKind::Duty,
        "discount" => ChargeKind::Discount,
        "tax" => ChargeKind::Tax,
        "rounding" => ChargeKind::Rounding,
        _ => ChargeKind::Unexplained,
    }
}

/// Looks an order up after a change of it.
///
/// # Errors
/// [`crate::FlowError::NotFound`]; the store's.
pub(crate) async fn after(desk: &Desk, id: i64) -> Result<OrderDetail> {
    let mut reader = desk.store.read().await?;
    load(reader.db(), id, desk.actor().staff.0).await
}
