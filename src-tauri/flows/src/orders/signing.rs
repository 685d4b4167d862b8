//! "Ship anyway": goods leave although their order is not ready, and somebody's name stands for it.

use super::detail::sentence;
use super::facts::{self, Facts};
use super::refresh::refresh;
use super::types::{OrderDetail, OrderRef};
use crate::desk::Desk;
use crate::error::{FlowError, Result};
use crate::ship::shipment::{self, Origin};
use crate::shop::types::ShopSettings;
use domain::id::OrderId;
use domain::order::ready::{self, Reason};
use domain::order::signing::{Matter, Role, Signed, may_sign};
use domain::order::{HoldKind, PaymentStatus};
use domain::{Millis, Refusal, Sentence};
use serde::{Deserialize, Serialize};
use std::collections::{BTreeMap, BTreeSet};
use store::row::{insert_all, save_all};
use store::rows::{HoldRow, SignedOverrideRow};
use store::tables::{orders, settings as setting_tables, ship};
use store::{Db, Event, Tag, Write};
use ts_rs::TS;

/// Sign that an order leaves although it is not ready.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct ShipAnyway {
    /// The order.
    pub id: OrderId,
    /// The version that the person saw: nobody signs for what came since.
    #[ts(type = "number")]
    pub version: i64,
    /// Why, in the person's words.
    pub why: String,
}

/// A signature that stands.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct OrderSignature {
    /// Who signed.
    pub who: String,
    /// Why, in the person's words.
    pub why: String,
    /// What stood against it then.
    pub reasons: Vec<Sentence>,
    /// When.
    #[ts(type = "number")]
    pub at: Millis,
}

/// Signs for all that stands in the way of what is there. It ends when that has left, or when it is
/// taken back.
///
/// # Errors
/// [`FlowError::Stale`] when the order changed since; invalid without a reason; refused when nothing
/// stands in the way, when nobody may sign for it, or when this person may not; the store's.
pub async fn sign(desk: &Desk, ask: ShipAnyway) -> Result<OrderDetail> {
    let why = ask.why.trim();
    if why.is_empty() {
        return Err(FlowError::Invalid {
            field: "why",
            sentence: Sentence::new("sign-why"),
        });
    }
    let mut w = desk.write().await?;
    let id = ask.id.0;
    let facts = facts::load_one(w.db(), id).await?;
    if facts.order.version != ask.version {
        return Err(FlowError::Stale);
    }
    let settings = facts::settings(w.db()).await?;
    let staff = w.actor().staff.0;
    let role = role_of(w.db(), staff).await?;
    let against = matters(&facts, &settings);
    if let Some(refusal) = refusal(role, &against) {
        return Err(Refusal(refusal).into());
    }
    let shipments = its_shipments(&mut w, &facts).await?;
    end(&mut w, &[id], |_| true).await?;
    let due = |(matter, _): &(Matter, Sentence)| *matter == Matter::Money;
    let missing = facts.ask_ready(&settings, ready::against);
    let reasons: Vec<&Sentence> = against.iter().map(|(_, sentence)| sentence).collect();
    let holds: Vec<i64> = facts.active_holds().map(|h| h.id).collect();
    let row = SignedOverrideRow {
        id: 0,
        order_id: id,
        shipment_id: 0,
        why: why.to_owned(),
        reasons: serde_json::to_string(&reasons).unwrap_or_default(),
        holds: serde_json::to_string(&holds).unwrap_or_default(),
        money: if against.iter().any(due) {
            facts.order.balance.max(0)
        } else {
            -1
        },
        short: missing
            .iter()
            .find_map(|r| match r {
                Reason::Short(short)
                | Reason::LetGo(short)
                | Reason::LastShipment { short, .. } => Some(*short),
                Reason::NotOpen
                | Reason::NothingLeft
                | Reason::Held(_)
                | Reason::Money
                | Reason::Waits(_) => None,
            })
            .unwrap_or(0),
        at: w.now(),
        staff_id: staff,
        ended_at: None,
    };
    w.journal(
        Event::new("shipping_signed")
            .order(ask.id)
            .data(&serde_json::json!({
                "why": why, "holds": holds.len(), "money": row.money.max(0), "short": row.short,
            })),
    );
    let mut rows = Vec::new();
    for shipment_id in shipments {
        rows.push(SignedOverrideRow {
            id: w.id().await?,
            shipment_id,
            ..row.clone()
        });
    }
    insert_all(w.db(), &rows).await?;
    refresh(&mut w, &[id]).await?;
    w.stale(&[Tag::Orders, Tag::Shipments]);
    w.commit().await?;
    super::detail::after(desk, id).await
}

/// Takes a signature back: what stood in the way does so again.
///
/// # Errors
/// Refused when nobody has signed; the store's.
pub async fn withdraw(desk: &Desk, ask: OrderRef) -> Result<OrderDetail> {
    let mut w = desk.write().await?;
    let id = ask.id.0;
    if end(&mut w, &[id], |_| true).await? == 0 {
        return Err(Refusal::new("sign-none").into());
    }
    w.journal(Event::new("signature_withdrawn").order(ask.id));
    refresh(&mut w, &[id]).await?;
    w.stale(&[Tag::Orders, Tag::Shipments]);
    w.commit().await?;
    super::detail::after(desk, id).await
}

/// The signatures of orders that stand, by order.
///
/// # Errors
/// The store's.
pub(crate) async fn standing(
    db: &mut Db,
    orders: &[i64],
) -> Result<BTreeMap<i64, SignedOverrideRow>> {
    Ok(orders::signatures(db, orders)
        .await?
        .into_iter()
        .filter(|row| row.ended_at.is_none())
        .map(|row| (row.order_id, row))
        .collect())
}

/// The same as people read them.
///
/// # Errors
/// The store's.
pub(crate) async fn signatures(
    db: &mut Db,
    orders: &[i64],
) -> Result<BTreeMap<i64, OrderSignature>> {
    let people = setting_tables::staff(db).await?;
    let signature = |row: SignedOverrideRow| OrderSignature {
        who: people
            .iter()
            .find(|s| s.id == row.staff_id)
            .map(|s| s.name.clone())
            .unwrap_or_default(),
        reasons: serde_json::from_str(&row.reasons).unwrap_or_default(),
        why: row.why,
        at: row.at,
    };
    Ok(standing(db, orders)
        .await?
        .into_iter()
        .map(|(order, row)| (order, signature(row)))
        .collect())
}

/// What stands in the way of an order's leaving: why it is not ready, but for what somebody has
/// signed. Empty: it may leave.
///
/// # Errors
/// The store's.
pub(crate) async fn stops(
    db: &mut Db,
    facts: &Facts,
    settings: &ShopSettings,
) -> Result<Vec<Sentence>> {
    let reasons = facts.not_ready(settings);
    if reasons.is_empty() {
        return Ok(reasons);
    }
    let signatures = standing(db, &[facts.order.id]).await?;
    Ok(match signatures.get(&facts.order.id) {
        Some(row) => stops_signed(facts, settings, row),
        None => reasons,
    })
}

/// The same, with the signature at hand.
pub(crate) fn stops_signed(
    facts: &Facts,
    settings: &ShopSettings,
    row: &SignedOverrideRow,
) -> Vec<Sentence> {
    let signed = signed(row);
    let open = |h: &&HoldRow| !signed.covers_hold(h.id);
    let holds = i64::try_from(facts.active_holds().filter(open).count()).unwrap_or(i64::MAX);
    facts
        .ask_ready(settings, |ready| {
            ready::against_signed(
                &ready::Facts {
                    holds,
                    ..ready.clone()
                },
                &signed,
            )
        })
        .into_iter()
        .map(Reason::sentence)
        .collect()
}

/// A row as the rule reads it.
pub(crate) fn signed(row: &SignedOverrideRow) -> Signed {
    Signed {
        holds: serde_json::from_str(&row.holds).unwrap_or_default(),
        money: (row.money >= 0).then_some(row.money),
        short: row.short,
    }
}

/// Ends signatures of orders; returns how many.
///
/// # Errors
/// The store's.
pub(crate) async fn end(
    w: &mut Write<'_>,
    orders: &[i64],
    which: impl Fn(&SignedOverrideRow) -> bool,
) -> Result<usize> {
    let mut rows = orders::signatures(w.db(), orders).await?;
    rows.retain(|row| row.ended_at.is_none() && which(row));
    for row in &mut rows {
        row.ended_at = Some(w.now());
    }
    save_all(w.db(), 1, &rows).await?;
    Ok(rows.len())
}

/// What an order's page says of it: who signed, and why nobody or not this person may sign.
pub(crate) struct Shown {
    pub(crate) signature: Option<OrderSignature>,
    pub(crate) stops: Vec<Sentence>,
    /// Why it cannot be signed for now.
    pub(crate) refusal: Option<Sentence>,
}

/// What an order's page says of signing.
///
/// # Errors
/// The store's.
pub(crate) async fn shown(
    db: &mut Db,
    facts: &Facts,
    settings: &ShopSettings,
    staff: i64,
) -> Result<Shown> {
    let id = facts.order.id;
    let row = standing(db, &[id]).await?.remove(&id);
    let stops = row.as_ref().map_or_else(
        || facts.not_ready(settings),
        |row| stops_signed(facts, settings, row),
    );
    let refusal = if row.is_some() && stops.is_empty() {
        Some(Sentence::new("sign-done"))
    } else {
        refusal(role_of(db, staff).await?, &matters(facts, settings))
    };
    Ok(Shown {
        signature: signatures(db, &[id]).await?.remove(&id),
        stops,
        refusal,
    })
}

async fn role_of(db: &mut Db, staff: i64) -> Result<Role> {
    let people = setting_tables::staff(db).await?;
    let person = people.iter().find(|s| s.id == staff);
    Ok(person
        .and_then(|s| Role::read(&s.role))
        .unwrap_or(Role::Packer))
}

fn refusal(role: Role, against: &[(Matter, Sentence)]) -> Option<Sentence> {
    if against.is_empty() {
        return Some(Sentence::new("sign-not-needed"));
    }
    // What nobody can sign for is said before who may.
    let ask = |role: Role| {
        let mut refusals = against.iter().map(|(m, _)| may_sign(role, *m));
        refusals.find_map(std::result::Result::err).map(|r| r.0)
    };
    ask(Role::Owner).or_else(|| ask(role))
}

/// All that stands in the way, one by one.
fn matters(facts: &Facts, settings: &ShopSettings) -> Vec<(Matter, Sentence)> {
    let mut all: Vec<(Matter, Sentence)> = facts
        .active_holds()
        .map(|hold| {
            let said = sentence(&hold.sentence);
            let matter = match said.id.as_str() {
                "hold-conflict" => Matter::Unsettled,
                "hold-cancelled-there" => Matter::CancelledThere,
                _ => Matter::Hold(HoldKind::read(&hold.kind).unwrap_or(HoldKind::Manual)),
            };
            (matter, said)
        })
        .collect();
    let reserved: i64 = facts.ask_ready(settings, |ready| {
        ready.lines.iter().map(|l| l.reserved).sum()
    });
    let disputed = facts.order.payment == PaymentStatus::Disputed.word();
    for reason in facts.ask_ready(settings, ready::against) {
        let matter = match reason {
            Reason::NotOpen | Reason::NothingLeft => Matter::Over,
            Reason::Held(_) => continue,
            Reason::Money if disputed => Matter::Disputed,
            Reason::Money => Matter::Money,
            Reason::Waits(_) => Matter::NotReserved,
            Reason::Short(_) | Reason::LetGo(_) if reserved == 0 => Matter::NothingThere,
            Reason::Short(_) | Reason::LetGo(_) | Reason::LastShipment { .. } => Matter::Short,
        };
        all.push((matter, reason.sentence()));
    }
    all
}

/// The shipments that leave under the signature: the open ones, and those of what is there besides,
/// one from each place.
async fn its_shipments(w: &mut Write<'_>, facts: &Facts) -> Result<Vec<i64>> {
    let of = std::slice::from_ref(facts);
    let mut ids: BTreeSet<i64> = BTreeSet::new();
    for place in shipment::places_of(w.db(), of).await? {
        let open = shipment::open_from(w.db(), &[facts.order.id], place).await?;
        ids.extend(open.iter().map(|s| s.row.id));
        if open.is_empty() {
            let from = Origin { place, begun: 0 };
            if let Some(one) = shipment::ensure(w, of, from).await? {
                shipment::save(w, &one, &[]).await?;
                ids.insert(one.row.id);
            }
        }
    }
    if ids.is_empty() {
        return Err(Refusal::new("sign-never-nothing").into());
    }
    Ok(ids.into_iter().collect())
}

/// What left took its signatures with it; what came back has them again.
///
/// # Errors
/// The store's.
pub(crate) async fn follow(
    w: &mut Write<'_>,
    shipments: &[i64],
    left: bool,
    at: Option<Millis>,
) -> Result<()> {
    let orders: Vec<i64> = ship::shipment_lines(w.db(), shipments)
        .await?
        .into_iter()
        .map(|l| l.order_id)
        .collect();
    if left {
        end(w, &orders, |row| shipments.contains(&row.shipment_id)).await?;
        return Ok(());
    }
    let mut rows = orders::signatures(w.db(), &orders).await?;
    rows.retain(|r| r.ended_at.is_some() && r.ended_at == at && shipments.contains(&r.shipment_id));
    for row in &mut rows {
        row.ended_at = None;
    }
    Ok(save_all(w.db(), 1, &rows).await?)
}
