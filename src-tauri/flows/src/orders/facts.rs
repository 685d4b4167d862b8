//! Orders with everything their rules ask for, loaded in a few statements whatever their number.

use super::deadline;
use crate::desk;
use crate::error::{FlowError, Result};
use crate::shop::types::ShopSettings;
use domain::Millis;
use domain::calendar::Zone;
use domain::order::deadline::Promise;
use domain::order::line::Quantities;
use domain::order::payment::{PaymentFact, PaymentState};
use domain::order::ready::Shipments;
use domain::order::reserving::Waits;
use domain::order::{Life, PaymentStatus, fulfilment, life, ready, view};
use domain::source::LineKind;
use std::collections::{BTreeMap, BTreeSet};
use store::Db;
use store::rows::{ChargeRow, CreditRow, HoldRow, LineRow, NeedRow, OrderRow, PaymentRow};
use store::tables::{orders, ship, stock};

/// One order with what hangs on it.
#[derive(Debug, Clone)]
pub struct Facts {
    /// Its row.
    pub order: OrderRow,
    /// Its lines by position.
    pub lines: Vec<LineRow>,
    /// Its charges.
    pub charges: Vec<ChargeRow>,
    /// Its credits.
    pub credits: Vec<CreditRow>,
    /// Its payments and refunds.
    pub payments: Vec<PaymentRow>,
    /// Its holds, released ones too.
    pub holds: Vec<HoldRow>,
    /// What needs a person, settled things too.
    pub needs: Vec<NeedRow>,
    /// In how many shipments something has left. Looked up where a part is short after another
    /// part left, 0 elsewhere: nothing else asks for it.
    pub left_in: i64,
    /// In how many shipments an order may leave of which a product is short, by the products that have
    /// a rule of their own. Looked up for what is short, empty elsewhere: nothing else asks for it.
    pub of_products: BTreeMap<i64, i64>,
}

/// Loads orders in the order of their ids. An id without an order is left out.
///
/// # Errors
/// The store's.
pub async fn load(db: &mut Db, ids: &[i64]) -> Result<Vec<Facts>> {
    let rows = orders::by_ids(db, ids).await?;
    let mut all: BTreeMap<i64, Facts> = rows
        .into_iter()
        .map(|order| {
            let facts = Facts {
                order,
                lines: Vec::new(),
                charges: Vec::new(),
                credits: Vec::new(),
                payments: Vec::new(),
                holds: Vec::new(),
                needs: Vec::new(),
                left_in: 0,
                of_products: BTreeMap::new(),
            };
            (facts.order.id, facts)
        })
        .collect();
    macro_rules! hang {
        ($load:path, $field:ident, $of:expr) => {
            for row in $load(db, ids).await? {
                if let Some(facts) = $of(&row).and_then(|id: i64| all.get_mut(&id)) {
                    facts.$field.push(row);
                }
            }
        };
    }
    hang!(orders::lines, lines, |r: &LineRow| Some(r.order_id));
    hang!(orders::charges, charges, |r: &ChargeRow| Some(r.order_id));
    hang!(orders::credits, credits, |r: &CreditRow| Some(r.order_id));
    hang!(orders::payments, payments, |r: &PaymentRow| Some(
        r.order_id
    ));
    hang!(orders::holds, holds, |r: &HoldRow| Some(r.order_id));
    hang!(orders::needs, needs, |r: &NeedRow| r.order_id);
    let in_parts: Vec<i64> = all
        .values()
        .filter(|f| f.lines.iter().any(|l| l.backordered > 0) && f.shipped() > 0)
        .map(|f| f.order.id)
        .collect();
    if !in_parts.is_empty() {
        for (order, shipments) in ship::left_in(db, &in_parts).await? {
            if let Some(facts) = all.get_mut(&order) {
                facts.left_in = shipments;
            }
        }
    }
    let short: BTreeSet<i64> = all.values().flat_map(Facts::short_products).collect();
    if !short.is_empty() {
        let short: Vec<i64> = short.into_iter().collect();
        let rules: BTreeMap<i64, i64> = stock::rules(db, &short).await?.into_iter().collect();
        for facts in all.values_mut().filter(|_| !rules.is_empty()) {
            let of = facts
                .short_products()
                .filter_map(|v| rules.get_key_value(&v));
            let of: BTreeMap<i64, i64> = of.map(|(v, n)| (*v, *n)).collect();
            facts.of_products = of;
        }
    }
    Ok(all.into_values().collect())
}

/// Loads one order.
///
/// # Errors
/// [`FlowError::NotFound`]; the store's.
pub async fn load_one(db: &mut Db, id: i64) -> Result<Facts> {
    load(db, &[id])
        .await?
        .pop()
        .ok_or(FlowError::NotFound("order"))
}

/// The quantities of a line's row.
#[must_use]
pub fn quantities(line: &LineRow) -> Quantities {
    Quantities {
        ordered: line.ordered,
        cancelled: line.cancelled,
        reserved: line.reserved,
        backordered: line.backordered,
        picked: line.picked,
        packed: line.packed,
        shipped: line.shipped,
        delivered: line.delivered,
        return_requested: line.return_requested,
        returned: line.returned,
        written_off: line.written_off,
    }
}

/// Writes quantities into a line's row.
pub fn set_quantities(line: &mut LineRow, q: &Quantities) {
    line.ordered = q.ordered;
    line.cancelled = q.cancelled;
    line.reserved = q.reserved;
    line.backordered = q.backordered;
    line.picked = q.picked;
    line.packed = q.packed;
    line.shipped = q.shipped;
    line.delivered = q.delivered;
    line.return_requested = q.return_requested;
    line.returned = q.returned;
    line.written_off = q.written_off;
}

/// Whether a line has to be shipped: goods or a kit by the shop. A kit is counted in whole kits; what
/// is fetched for it are its parts.
#[must_use]
pub fn ships(line: &LineRow) -> bool {
    line.by_shop == 1 && matches!(line.kind.as_str(), "goods" | "kit")
}

/// Whether only goods by the shop are reserved and picked; the rest is delivered when paid.
#[must_use]
pub fn kind(line: &LineRow) -> LineKind {
    match line.kind.as_str() {
        "kit" => LineKind::Kit,
        "digital" => LineKind::Digital,
        "service" => LineKind::Service,
        "gift_card" => LineKind::GiftCard,
        _ => LineKind::Goods,
    }
}

/// The word a line's kind is stored as.
#[must_use]
pub fn kind_word(kind: LineKind) -> &'static str {
    match kind {
        LineKind::Goods => "goods",
        LineKind::Kit => "kit",
        LineKind::Digital => "digital",
        LineKind::Service => "service",
        LineKind::GiftCard => "gift_card",
    }
}

impl Facts {
    /// Where it stands in its life.
    #[must_use]
    pub fn life(&self) -> Life {
        Life::read(&self.order.life).unwrap_or(Life::Open)
    }

    /// Holds that have not been released.
    pub fn active_holds(&self) -> impl Iterator<Item = &HoldRow> {
        self.holds.iter().filter(|h| h.released_at.is_none())
    }

    /// Units that left and did not come back.
    #[must_use]
    pub fn shipped(&self) -> i64 {
        self.lines.iter().map(|l| l.shipped).sum()
    }

    /// Units that have yet to leave.
    #[must_use]
    pub fn left(&self) -> i64 {
        self.lines
            .iter()
            .filter(|l| ships(l))
            .map(|l| quantities(l).left())
            .sum()
    }

    /// The products of which units are not there.
    pub(crate) fn short_products(&self) -> impl Iterator<Item = i64> {
        self.short_lines().filter_map(|l| l.variant_id)
    }

    fn short_lines(&self) -> impl Iterator<Item = &LineRow> {
        self.lines.iter().filter(|l| l.backordered > 0 && ships(l))
    }

    /// What it waits for before goods are put aside for it; `None` when its time has come.
    fn waits(&self, settings: &ShopSettings) -> Option<Waits> {
        let from = self.order.reserve_from?;
        Zone::new(&settings.zone).map(|zone| Waits::of(from, &zone))
    }

    /// In how many shipments it may leave: by its own rule, else by the strictest of what is short.
    #[must_use]
    pub fn shipments(&self, settings: &ShopSettings) -> Shipments {
        let own = self.order.most_shipments.and_then(Shipments::of);
        own.or_else(|| self.products_shipments(settings))
            .unwrap_or_else(|| shop_shipments(settings))
    }

    /// What its products say of it: the strictest rule of what is short, where the shop's holds for a
    /// product without one. `None` when nothing that is short has a rule of its own.
    #[must_use]
    pub fn products_shipments(&self, settings: &ShopSettings) -> Option<Shipments> {
        let own = |l: &LineRow| {
            let rule = l.variant_id.and_then(|v| self.of_products.get(&v));
            rule.copied().and_then(Shipments::of)
        };
        let mut named = false;
        let mut strictest = Shipments::ANY;
        for rule in self.short_lines().map(own) {
            named |= rule.is_some();
            strictest = strictest.stricter(rule.unwrap_or_else(|| shop_shipments(settings)));
        }
        named.then_some(strictest)
    }

    /// What the guards of its life ask.
    #[must_use]
    pub fn life_facts(&self) -> life::Facts {
        let all_arrived = self
            .lines
            .iter()
            .filter(|l| ships(l))
            .all(|l| l.delivered + l.written_off >= l.ordered - l.cancelled);
        life::Facts {
            life: self.life(),
            shipped: self.shipped(),
            left: self.left(),
            balance: self.order.balance,
            all_arrived: all_arrived && !self.lines.is_empty(),
        }
    }

    /// Derives every summary of the order from its rows and writes them into its row.
    /// `settings` are the shop's.
    pub fn derive(&mut self, settings: &ShopSettings) {
        let owed: i64 = self.lines.iter().map(|l| l.total).sum::<i64>()
            + self.charges.iter().map(|c| c.amount).sum::<i64>();
        let credited: i64 = self.credits.iter().map(|c| c.amount).sum();
        let payments: Vec<PaymentFact> = self
            .payments
            .iter()
            .map(|p| PaymentFact {
                out: p.direction == "out",
                state: PaymentState::read(&p.state).unwrap_or(PaymentState::Pending),
                amount: p.amount,
            })
            .collect();
        let money = domain::order::payment::derive(owed, credited, &payments);
        // A source that says nothing of the money is not taken for one that says "unpaid".
        let untold = self.order.source_paid == "unknown" && self.payments.is_empty();
        let order = &mut self.order;
        order.total = owed;
        order.paid = money.paid;
        order.refunded = money.refunded;
        order.balance = if order.amounts_known == 1 {
            money.balance
        } else {
            0
        };
        let status = if untold {
            PaymentStatus::Unknown
        } else {
            money.status
        };
        status.word().clone_into(&mut order.payment);
        let now = order.booked_at;
        let goods: Vec<fulfilment::LineFacts> = self
            .lines
            .iter()
            .map(|l| fulfilment::LineFacts {
                ships: ships(l),
                quantities: quantities(l),
                later: l.not_before.is_some_and(|day| day > now),
            })
            .collect();
        let fulfilment = if goods.is_empty() && order.history == 1 {
            // A file of totals alone says of what is over that it is over; its lines may never come.
            fulfilment::without_lines(
                order.life == Life::Cancelled.word(),
                order.counter_sale == 1,
            )
        } else {
            fulfilment::derive(&goods)
        };
        fulfilment.word().clone_into(&mut order.fulfilment);
        let shipping: Vec<Quantities> = self
            .lines
            .iter()
            .filter(|l| ships(l))
            .map(quantities)
            .collect();
        order.units = self.lines.iter().map(|l| l.ordered - l.cancelled).sum();
        order.units_left = shipping.iter().map(Quantities::left).sum();
        order.short = shipping.iter().map(|q| q.backordered).sum();
        order.holds = count(self.holds.iter().filter(|h| h.released_at.is_none()));
        order.needs = count(self.needs.iter().filter(|n| n.closed_at.is_none()));
        order.grams = self
            .lines
            .iter()
            .filter(|l| ships(l))
            .try_fold(0_i64, |sum, l| {
                l.grams.map(|g| sum + g * (l.ordered - l.cancelled))
            });
        if self.order.expired_at.is_some()
            && deadline::promise(self, settings, Millis::MAX) == Promise::Kept
        {
            // Paid, or nothing is due any more: its goods may be promised again.
            self.order.expired_at = None;
        }
        let shipments = self.shipments(settings);
        let waits = self.waits(settings);
        let order = &mut self.order;
        let life = Life::read(&order.life).unwrap_or(Life::Open);
        let history = order.history == 1;
        // While goods of ours are on their way, or something is due, the order is work in hand.
        order.work = i64::from(life == Life::Open && !history);
        let against = ready::reasons_against(&ready::Facts {
            life,
            history,
            holds: order.holds,
            payment: status,
            balance: order.balance,
            amounts_known: order.amounts_known == 1,
            capture_at_shipping: settings.capture_at_shipping,
            pays_later: false,
            lines: &shipping,
            shipments,
            left_in: self.left_in,
            let_go: order.expired_at.is_some(),
            waits,
        });
        order.ready = i64::from(against.is_empty());
        order.views = view::bits(&view::Facts {
            life,
            history,
            ready: order.ready == 1,
            holds: order.holds,
            needs: order.needs,
            short: order.short,
            units_left: order.units_left,
            balance: order.balance,
            payment: status,
            fulfilment,
        });
    }

    /// Why it is not ready; empty when it is.
    #[must_use]
    pub fn not_ready(&self, settings: &ShopSettings) -> Vec<domain::Sentence> {
        self.ask_ready(settings, ready::reasons_against)
    }

    /// What of the rows the question "ready?" asks.
    pub fn ask_ready<T>(
        &self,
        settings: &ShopSettings,
        ask: impl FnOnce(&ready::Facts<'_>) -> T,
    ) -> T {
        let shipping: Vec<Quantities> = self
            .lines
            .iter()
            .filter(|l| ships(l))
            .map(quantities)
            .collect();
        ask(&ready::Facts {
            life: self.life(),
            history: self.order.history == 1,
            holds: self.order.holds,
            payment: PaymentStatus::read(&self.order.payment).unwrap_or(PaymentStatus::Unknown),
            balance: self.order.balance,
            amounts_known: self.order.amounts_known == 1,
            capture_at_shipping: settings.capture_at_shipping,
            pays_later: false,
            lines: &shipping,
            shipments: self.shipments(settings),
            left_in: self.left_in,
            let_go: self.order.expired_at.is_some(),
            waits: self.waits(settings),
        })
    }
}

/// In how many shipments an order may leave by the shop's rule.
#[must_use]
pub fn shop_shipments(settings: &ShopSettings) -> Shipments {
    Shipments::under(settings.backorder, settings.backorder_most)
}

fn count<T>(items: impl Iterator<Item = T>) -> i64 {
    i64::try_from(items.count()).unwrap_or(i64::MAX)
}

/// The settings, for flows that derive.
///
/// # Errors
/// As [`desk::settings`].
pub async fn settings(db: &mut Db) -> Result<ShopSettings> {
    Ok(desk::settings(db).await?.0)
}
