//! A source order as the rows it becomes. Pure: ids are given later.

mod money;
mod words;

pub(crate) use money::{charge_rows, money_rows, tax_rows};
pub(crate) use words::{charge_word, paid_word, shipped_word};

use self::money::more_went_back_than_came;
use super::history;
use super::known::Known;
use crate::orders::facts::{self, Facts};
use crate::orders::reserving;
use crate::shop::came_again;
use domain::order::{HoldKind, Life, charges};
use domain::source::{ChargeKind, LineKind, SourceBuyer, SourceOrder, SourceWait};
use domain::{Address, Millis, Sentence, address_check, calendar, fold};
use std::collections::BTreeMap;
use store::rows::{HoldRow, LineRow, NeedRow, OrderRow, TaxRow};

/// Who buys: a customer that is here, or one to be made.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub(crate) enum Buyer {
    /// Here already.
    Known(i64),
    /// To be made; the key tells the new ones of one file apart.
    New(String),
}

/// Rows of a new order; every id and every reference to one is 0 until it is written.
#[derive(Debug, Clone)]
pub(crate) struct NewOrder {
    pub(crate) facts: Facts,
    pub(crate) taxes: Vec<TaxRow>,
    pub(crate) buyer: Buyer,
    pub(crate) person: SourceBuyer,
    pub(crate) ship_to: Option<Address>,
    pub(crate) bill_to: Option<Address>,
    /// Units of each line that the source itself shipped.
    pub(crate) elsewhere: Vec<i64>,
    /// The source shipped everything: one shipment row stands for it.
    pub(crate) all_elsewhere: bool,
    /// Whether that left our shelf: history did not, a till's sale did when its channel says so, and
    /// nobody knows while nobody has said.
    pub(crate) from_shelf: Option<bool>,
    /// Units of a till's sale that could have left our shelf.
    pub(crate) shelf_units: i64,
    /// What the source named as tracking numbers.
    pub(crate) tracking: Vec<String>,
    /// What a person should know.
    pub(crate) remarks: Vec<Sentence>,
}

/// A new order as it is handed from the plan to the rows: it takes more than a kilobyte, and is not copied.
pub(crate) type Boxed = Box<NewOrder>;

/// The moment and the batch an order is booked in.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Booking {
    pub(crate) now: Millis,
    pub(crate) sample: bool,
}

/// Makes the rows of an order that is not here yet.
///
/// # Errors
/// The sentence that refuses the order.
pub(crate) fn build(
    source: &SourceOrder,
    digest: &str,
    known: &Known,
    start_at: Option<Millis>,
    booking: Booking,
) -> Result<NewOrder, Sentence> {
    let booked = charges::book(source).ok_or_else(|| Sentence::new("import-amount-too-big"))?;
    let history = history::is_history(source, start_at);
    let life = if history {
        history::life(source)
    } else {
        Life::Open
    };
    let placed_at = source.placed_at.unwrap_or(booking.now);
    let mut remarks = Vec::new();
    if source.placed_at.is_none() {
        remarks.push(Sentence::new("import-no-date"));
    }
    let lines: Vec<LineRow> = source
        .lines
        .iter()
        .enumerate()
        .map(|(at, line)| {
            let total = booked.lines.get(at).copied().unwrap_or(0);
            line_row(at, line, total, known, life, history, source.counter)
        })
        .collect();
    let elsewhere: Vec<i64> = lines.iter().map(|l| l.shipped).collect();
    let ship_to = (!source.ship_to.is_empty()).then(|| source.ship_to.clone());
    let bill_to = (!source.bill_to.is_empty() && source.bill_to != source.ship_to)
        .then(|| source.bill_to.clone());
    let needs_shipping = lines
        .iter()
        .any(|l| facts::ships(l) && facts::quantities(l).left() > 0);
    let mut holds = Vec::new();
    let mut needs = Vec::new();
    if !history {
        if needs_shipping {
            let address = ship_to.clone().unwrap_or_default();
            if let Some(finding) = address_check::check(&address).block.into_iter().next() {
                remarks.push(finding.sentence.clone());
                holds.push(hold_row(HoldKind::Address, &finding.sentence, booking.now));
            }
        }
        if let Some(gone) = known.gone.get(&source.source_id) {
            let sentence = came_again(gone, &known.calendar.zone);
            remarks.push(sentence.clone());
            holds.push(hold_row(HoldKind::Manual, &sentence, booking.now));
        }
        if let Some(id) = wait_hold(source.wait).filter(|_| needs_shipping) {
            let sentence = Sentence::new(id);
            remarks.push(sentence.clone());
            holds.push(hold_row(HoldKind::Manual, &sentence, booking.now));
        }
        if lines.is_empty() {
            let sentence = Sentence::new("hold-no-lines");
            remarks.push(sentence.clone());
            holds.push(hold_row(HoldKind::Manual, &sentence, booking.now));
            needs.push(need_row("no_lines", &sentence, booking.now));
        }
    }
    if booked
        .charges
        .iter()
        .any(|c| c.kind == ChargeKind::Unexplained)
    {
        remarks.push(Sentence::new("import-unexplained"));
    }
    if !history && more_went_back_than_came(source) {
        remarks.push(Sentence::new("import-refunded-more"));
    }
    let ship_by = (!history).then(|| {
        let ours = calendar::ship_by(placed_at, &known.calendar);
        source.ship_by.map_or(ours, |theirs| theirs.min(ours))
    });
    let order = OrderRow {
        id: 0,
        channel_id: 0,
        source_id: source.source_id.clone(),
        number: source.number.clone(),
        number_key: fold::key(&source.number),
        customer_id: None,
        ship_to_id: None,
        bill_to_id: None,
        recipient_key: recipient_key(source),
        country: source.ship_to.country.clone(),
        placed_at,
        booked_at: booking.now,
        currency: source.currency.code().to_owned(),
        lines_total: booked.lines_total,
        total: booked.total,
        paid: 0,
        refunded: 0,
        balance: 0,
        amounts_known: i64::from(booked.known),
        prices_include_tax: source.prices_include_tax.map(i64::from),
        source_paid: paid_word(source.paid).to_owned(),
        source_shipped: shipped_word(source.shipped).to_owned(),
        life: life.word().to_owned(),
        payment: String::new(),
        fulfilment: String::new(),
        returns: "none".to_owned(),
        history: i64::from(history),
        counter_sale: i64::from(source.counter),
        ready: 0,
        work: 0,
        holds: 0,
        needs: 0,
        units: 0,
        units_left: 0,
        short: 0,
        grams: None,
        ship_by,
        promised_at: source.ship_by,
        shipped_at: source.shipped_at,
        ended_at: history.then(|| {
            source
                .shipped_at
                .or(source.cancelled_at)
                .unwrap_or(placed_at)
        }),
        service_wish: source.service.clone(),
        service_id: None,
        most_shipments: None,
        expired_at: None,
        reserve_from: reserving::from(&known.settings, ship_by, booking.now)
            .filter(|_| !history && life == Life::Open),
        note: source.note.clone(),
        gift: i64::from(source.gift),
        gift_message: source.gift_message.clone(),
        tags: json_list(&source.tags),
        extra: json_list(&source.extra),
        views: 0,
        batch_id: None,
        source_row: Some(i64::from(source.row)),
        digest: digest.to_owned(),
        sample: i64::from(booking.sample),
        version: 1,
    };
    let (payments, credits) = money_rows(source, booked.total, booking.now);
    let shelf_units = history::sold_here(source, start_at, &lines);
    let mut facts = Facts {
        order,
        lines,
        charges: charge_rows(&booked.charges),
        credits,
        payments,
        holds,
        needs,
        left_in: 0,
        of_products: BTreeMap::new(),
    };
    facts.derive(&known.settings);
    Ok(NewOrder {
        taxes: tax_rows(source),
        buyer: buyer(source, known),
        person: source.buyer.clone(),
        ship_to,
        bill_to,
        all_elsewhere: history && life == Life::Completed,
        from_shelf: if shelf_units > 0 {
            known.on_shelf
        } else {
            Some(false)
        },
        shelf_units,
        elsewhere: if history { Vec::new() } else { elsewhere },
        tracking: source.tracking.clone(),
        remarks,
        facts,
    })
}

/// A JSON list, or nothing for an empty one: most orders have none.
fn json_list<T: serde::Serialize>(items: &[T]) -> String {
    if items.is_empty() {
        String::new()
    } else {
        serde_json::to_string(items).unwrap_or_default()
    }
}

/// The folded name of who gets an order: the recipient, else their firm, else the buyer.
pub(crate) fn recipient_key(source: &SourceOrder) -> String {
    [
        &source.ship_to.name,
        &source.ship_to.company,
        &source.buyer.name,
    ]
    .into_iter()
    .find(|name| !name.trim().is_empty())
    .map(|name| fold::fold(name.trim()))
    .unwrap_or_default()
}

/// Who buys, by the channel's id, else by e-mail, else by name and place.
pub(crate) fn buyer(source: &SourceOrder, known: &Known) -> Buyer {
    let email = fold::fold(source.buyer.email.trim());
    let found = known
        .by_source
        .get(&source.buyer.source_id)
        .filter(|_| !source.buyer.source_id.is_empty())
        .or_else(|| known.by_email.get(&email).filter(|_| !email.is_empty()));
    if let Some(id) = found {
        return Buyer::Known(*id);
    }
    if !source.buyer.source_id.is_empty() {
        return Buyer::New(format!("s:{}", source.buyer.source_id));
    }
    if !email.is_empty() {
        return Buyer::New(format!("e:{email}"));
    }
    // Without an id and an e-mail, the same name at the same place is the same person.
    let name = if source.buyer.name.is_empty() {
        &source.ship_to.name
    } else {
        &source.buyer.name
    };
    Buyer::New(format!(
        "n:{}|{}|{}",
        fold::fold(name),
        fold::key(&source.ship_to.postcode),
        fold::key(&source.ship_to.line1)
    ))
}

/// The row of a line. History's units have all left.
pub(crate) fn line_row(
    at: usize,
    line: &domain::source::SourceLine,
    total: i64,
    known: &Known,
    life: Life,
    history: bool,
    counter: bool,
) -> LineRow {
    let variant = known
        .by_sku
        .get(&line.sku)
        .or_else(|| {
            known
                .by_barcode
                .get(&line.barcode)
                .filter(|_| !line.barcode.is_empty())
        })
        .and_then(|id| known.variants.get(id));
    let ships = line.by_shop && matches!(line.kind, LineKind::Goods | LineKind::Kit);
    let cancelled = if life == Life::Cancelled {
        line.quantity
    } else {
        line.cancelled
    };
    let live = line.quantity - cancelled;
    let shipped = if !ships {
        0
    } else if history {
        live
    } else {
        line.shipped.clamp(0, live)
    };
    LineRow {
        id: 0,
        order_id: 0,
        position: i64::try_from(at).unwrap_or(0) + 1,
        source_id: line.source_id.clone(),
        kind: facts::kind_word(line.kind).to_owned(),
        by_shop: i64::from(line.by_shop && !counter),
        sending: "sale".to_owned(),
        of_line_id: None,
        variant_id: variant.map(|v| v.id),
        sku: line.sku.clone(),
        title: line.title.clone(),
        options: line.options.clone(),
        personalisation: line.personalisation.clone(),
        unit_price: line.unit_price,
        discount: line.discount,
        tax: line.tax,
        total,
        grams: line.grams.or_else(|| variant.and_then(|v| v.grams)),
        not_before: None,
        ordered: line.quantity,
        cancelled,
        reserved: 0,
        backordered: 0,
        picked: shipped,
        packed: shipped,
        shipped,
        delivered: if history { shipped } else { 0 },
        return_requested: 0,
        returned: 0,
        written_off: 0,
    }
}

/// The sentence that holds what the source itself keeps back.
pub(crate) fn wait_hold(wait: SourceWait) -> Option<&'static str> {
    match wait {
        SourceWait::No => None,
        SourceWait::Held => Some("hold-held-there"),
        SourceWait::Scheduled => Some("hold-scheduled-there"),
    }
}

/// A hold of the program's own making.
pub(crate) fn hold_row(kind: HoldKind, sentence: &Sentence, now: Millis) -> HoldRow {
    HoldRow {
        id: 0,
        order_id: 0,
        line_id: None,
        shipment_id: None,
        kind: kind.word().to_owned(),
        sentence: serde_json::to_string(sentence).unwrap_or_default(),
        until_at: None,
        placed_at: now,
        placed_by: 0,
        released_at: None,
        released_by: None,
        release_note: String::new(),
    }
}

/// Something a person has to settle.
pub(crate) fn need_row(kind: &str, sentence: &Sentence, now: Millis) -> NeedRow {
    NeedRow {
        id: 0,
        kind: kind.to_owned(),
        order_id: None,
        thing_id: None,
        sentence: serde_json::to_string(sentence).unwrap_or_default(),
        opened_at: now,
        closed_at: None,
        closed_by: None,
    }
}
