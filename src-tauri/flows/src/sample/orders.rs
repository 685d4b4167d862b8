//! The sample's orders: a hundred and twenty, the newest a few minutes old. The same every time but
//! for their dates, which count back from the clock.

use super::goods::{GOODS, Good};
use super::people::{PEOPLE, Person};
use domain::calendar::Calendar;
use domain::source::{
    ChargeKind, LineKind, SourceBuyer, SourceCharge, SourceLine, SourceOrder, SourcePaid,
    SourcePayment, SourceShipped, SourceTax, SourceWait, Told,
};
use domain::time::{DAY, HOUR, MINUTE};
use domain::{Address, Currency, Millis};

/// How many there are.
pub(super) const COUNT: usize = 120;

/// Of these the first so many are history.
const HISTORY: usize = 62;

/// The number of the first.
const FIRST: usize = 10_382;

/// The first serial of the sample's pool of S10 numbers; history used the ones before it.
pub(super) const FIRST_SERIAL: i64 = 41_770_000;

/// The celadon teapot, of which there are too few.
const SCARCE: &str = "TPOT-CEL";

/// The orders, by channel, and what becomes of some after they came in.
pub(super) struct Sample {
    pub(super) web: Vec<SourceOrder>,
    pub(super) stall: Vec<SourceOrder>,
    /// Numbers of those to hold: by hand, as unusual, until a day.
    pub(super) held: (String, String, String),
    /// Numbers of those that have a label already.
    pub(super) labelled: Vec<String>,
}

/// A small generator (Knuth's MMIX constants): the sample needs variety, not chance.
struct Dice(u64);

impl Dice {
    fn roll(&mut self, sides: usize) -> usize {
        self.0 = self
            .0
            .wrapping_mul(6_364_136_223_846_793_005)
            .wrapping_add(1_442_695_040_888_963_407);
        usize::try_from(self.0 >> 33).unwrap_or(0) % sides.max(1)
    }
}

/// What an order is to show.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Role {
    Gone,
    GoneAndPartRefunded,
    Cancelled,
    Stall,
    Late,
    PartGone,
    Scarce(i64),
    Unpaid,
    BadAddress,
    NoLines,
    DueToday,
    Ready,
}

fn role(at: usize) -> Role {
    match at {
        7 | 22 | 37 => Role::Cancelled,
        12 | 41 => Role::GoneAndPartRefunded,
        4 | 13 | 27 | 33 | 46 | 52 | 58 => Role::Stall,
        0..HISTORY => Role::Gone,
        62 | 63 => Role::Late,
        64..67 => Role::PartGone,
        67 | 68 => Role::Scarce(2),
        69..73 => Role::Scarce(1),
        73..80 => Role::Unpaid,
        80 | 81 => Role::BadAddress,
        82 => Role::NoLines,
        88..102 => Role::DueToday,
        _ => Role::Ready,
    }
}

/// Minutes between the clock and the moment that an order was placed.
fn age(at: usize, role: Role) -> i64 {
    let at = i64::try_from(at).unwrap_or(0);
    match role {
        Role::Gone | Role::GoneAndPartRefunded | Role::Cancelled | Role::Stall if at >= 17 => {
            3_700 + (61 - at) * 370
        }
        Role::Gone | Role::GoneAndPartRefunded | Role::Cancelled | Role::Stall => {
            20_400 + (17 - at) * 3_900
        }
        Role::Late => 8_300 + (63 - at) * 1_700,
        Role::PartGone | Role::Scarce(_) => 2_090 + (72 - at) * 25,
        Role::Unpaid | Role::BadAddress | Role::NoLines => 2_500 + (82 - at) * 260,
        // Young enough that three working days of handling are not over, whatever the weekday.
        Role::DueToday | Role::Ready => 14 + (119 - at) * 62,
    }
}

/// All of them, oldest first. `home` is the shop's country.
pub(super) fn all(now: Millis, calendar: &Calendar, currency: Currency, home: &str) -> Sample {
    let mut dice = Dice(0x0fe2_11a4_d715_0b07);
    let mut shelf: Vec<i64> = GOODS.iter().map(|g| g.count.unwrap_or(i64::MAX)).collect();
    let mut sample = Sample {
        web: Vec::new(),
        stall: Vec::new(),
        held: (number(83), number(84), number(85)),
        labelled: vec![number(108), number(109), number(110), number(111)],
    };
    for at in 0..COUNT {
        let role = role(at);
        // Consecutive orders are of different people; a few people come again.
        let person = PEOPLE.get((at * 7 + at / 24) % PEOPLE.len());
        let Some(person) = person else { continue };
        let placed = now - age(at, role) * MINUTE;
        let mut order = order(at, placed, person, currency);
        order.lines = lines(&mut dice, role, &mut shelf);
        price(&mut order, role, person, home, &mut dice);
        settle(&mut order, at, role, now, calendar);
        if role == Role::Stall {
            sample.stall.push(order);
        } else {
            sample.web.push(order);
        }
    }
    sample
}

fn number(at: usize) -> String {
    (FIRST + at).to_string()
}

fn order(at: usize, placed: Millis, person: &Person, currency: Currency) -> SourceOrder {
    let address = person.address();
    SourceOrder {
        source_id: format!("sample-{}", FIRST + at),
        number: number(at),
        placed_at: Some(placed),
        currency,
        buyer: SourceBuyer {
            source_id: String::new(),
            name: person.name.to_owned(),
            email: format!("{}@mail.example", person.mail),
            phone: String::new(),
            company: person.company.to_owned(),
            tax_id: String::new(),
        },
        bill_to: address.clone(),
        ship_to: address,
        lines: Vec::new(),
        charges: Vec::new(),
        taxes: Vec::new(),
        prices_include_tax: Some(true),
        total: None,
        paid: SourcePaid::Paid,
        payments: Vec::new(),
        refunded: None,
        shipped: SourceShipped::No,
        wait: SourceWait::No,
        shipped_at: None,
        tracking: Vec::new(),
        cancelled: false,
        cancelled_at: None,
        ship_by: None,
        service: "Standard".to_owned(),
        note: String::new(),
        gift: false,
        gift_message: String::new(),
        counter: false,
        tags: Vec::new(),
        extra: Vec::new(),
        told: Told::ALL,
        row: u32::try_from(at + 2).unwrap_or(2),
    }
}

fn lines(dice: &mut Dice, role: Role, shelf: &mut [i64]) -> Vec<SourceLine> {
    if role == Role::NoLines {
        return Vec::new();
    }
    let mut lines: Vec<SourceLine> = Vec::new();
    if let Role::Scarce(units) = role {
        lines.extend(
            GOODS
                .iter()
                .find(|g| g.sku == SCARCE)
                .map(|g| line(g, units, 1)),
        );
    }
    // A part has left: at least two kinds of things.
    let fewest = if role == Role::PartGone { 2 } else { 1 };
    let wanted = (fewest + dice.roll(3)).max(lines.len());
    let history = matches!(
        role,
        Role::Gone | Role::GoneAndPartRefunded | Role::Cancelled | Role::Stall
    );
    for _ in 0..40 {
        if lines.len() >= wanted {
            break;
        }
        let at = dice.roll(GOODS.len());
        let units = if dice.roll(4) == 0 { 2 } else { 1 };
        let (Some(good), Some(left)) = (GOODS.get(at), shelf.get_mut(at)) else {
            continue;
        };
        let taken = lines.iter().any(|l| l.sku == good.sku) || good.sku == SCARCE;
        // Open orders leave some on the shelf, so that only what is meant to be short is.
        if taken || (!history && *left < units + 2) {
            continue;
        }
        if !history {
            *left -= units;
        }
        lines.push(line(good, units, lines.len() + 1));
    }
    lines
}

fn line(good: &Good, quantity: i64, position: usize) -> SourceLine {
    SourceLine {
        source_id: position.to_string(),
        kind: LineKind::Goods,
        sku: good.sku.to_owned(),
        title: good.title.to_owned(),
        options: good.options.to_owned(),
        personalisation: String::new(),
        quantity,
        shipped: 0,
        cancelled: 0,
        unit_price: Some(good.price),
        discount: 0,
        tax: None,
        grams: Some(good.grams),
        barcode: good.barcode.to_owned(),
        by_shop: true,
        row: 0,
    }
}

/// Carriage, a discount here and there, the tax inside, the total.
fn price(order: &mut SourceOrder, role: Role, person: &Person, home: &str, dice: &mut Dice) {
    let goods: i64 = order
        .lines
        .iter()
        .map(|l| l.quantity * l.unit_price.unwrap_or(0))
        .sum();
    let charge = |kind, label: &str, amount| SourceCharge {
        kind,
        label: label.to_owned(),
        amount,
    };
    let mut total = if role == Role::NoLines { 5_400 } else { goods };
    if role != Role::Stall && role != Role::NoLines {
        if dice.roll(6) == 0 {
            let off = -(goods / 10);
            order
                .charges
                .push(charge(ChargeKind::Discount, "AUTUMN10", off));
            total += off;
        }
        let carriage = match (person.country == home, goods >= 12_000) {
            (true, true) => 0,
            (true, false) => 550,
            (false, _) => 990,
        };
        if carriage > 0 {
            order
                .charges
                .push(charge(ChargeKind::Shipping, "Standard", carriage));
            total += carriage;
        }
    }
    if !matches!(
        person.country,
        "JP" | "KR" | "US" | "CA" | "AU" | "NZ" | "GB" | "CH" | "NO"
    ) {
        order.taxes.push(SourceTax {
            name: "VAT 21 %".to_owned(),
            amount: total * 21 / 121,
            included: Some(true),
            collected_by_channel: false,
        });
    }
    order.total = Some(total);
}

/// What became of it, as the source says.
fn settle(order: &mut SourceOrder, at: usize, role: Role, now: Millis, calendar: &Calendar) {
    let placed = order.placed_at.unwrap_or(now);
    let card = 1_000 + (at * 37) % 9_000;
    let payment = SourcePayment {
        method: format!("Card ending {card}"),
        reference: format!("pay_{}", order.number),
        amount: order.total,
        at: Some(placed + MINUTE),
        to_channel: false,
    };
    let serial = FIRST_SERIAL - 1 - i64::try_from(at).unwrap_or(0);
    let tracking = domain::tracking_number::s10("CE", serial, "BE");
    match role {
        Role::Gone | Role::GoneAndPartRefunded => {
            order.shipped = SourceShipped::Yes;
            order.shipped_at = Some((placed + DAY + 3 * HOUR).min(now - HOUR));
            order.tracking.extend(tracking);
            for line in &mut order.lines {
                line.shipped = line.quantity;
            }
            if role == Role::GoneAndPartRefunded {
                order.paid = SourcePaid::PartlyRefunded;
                order.refunded = Some(990);
            }
        }
        Role::Cancelled => {
            order.cancelled = true;
            order.cancelled_at = Some(placed + 5 * HOUR);
            order.paid = SourcePaid::Refunded;
            order.refunded = order.total;
        }
        Role::Stall => {
            order.counter = true;
            order.buyer = SourceBuyer::default();
            order.ship_to = Address::default();
            order.bill_to = Address::default();
        }
        Role::Late => order.ship_by = Some(now - if at == 62 { 26 * HOUR } else { 4 * HOUR }),
        Role::PartGone => {
            order.shipped = SourceShipped::Partly;
            order.shipped_at = Some(placed + DAY);
            order.tracking.extend(tracking);
            if let Some(line) = order.lines.first_mut() {
                line.shipped = line.quantity;
            }
        }
        Role::Unpaid => order.paid = SourcePaid::Unpaid,
        Role::BadAddress => {
            if at == 80 {
                order.ship_to.line1 = String::new();
                order.ship_to.line2 = String::new();
            } else {
                order.ship_to.city = String::new();
            }
        }
        Role::DueToday => {
            let day = calendar.zone.day_of(now);
            let end = calendar.zone.start_of_day(day.succ_opt().unwrap_or(day)) - MINUTE;
            let cut_off = calendar.cut_off_on(day);
            order.ship_by = Some(if now < cut_off { cut_off } else { end });
        }
        Role::Scarce(_) | Role::NoLines | Role::Ready => {}
    }
    if role != Role::Unpaid {
        order.payments.push(payment);
    }
    match at {
        90 => {
            order.gift = true;
            order.gift_message = "Happy birthday, Lena. May every cup be the right one.".to_owned();
        }
        93 => order.note = "Please leave it with the neighbours at number 12.".to_owned(),
        95 | 103 => order.service = "Express".to_owned(),
        114 => {
            order.note =
                "Could you pack the bowl extra well? The last one arrived chipped.".to_owned()
        }
        _ => {}
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use domain::calendar::{Weekday, Zone};
    use std::collections::BTreeSet;

    fn calendar() -> Calendar {
        Calendar {
            zone: Zone::new("Europe/Brussels").unwrap(),
            open: [
                Weekday::Mon,
                Weekday::Tue,
                Weekday::Wed,
                Weekday::Thu,
                Weekday::Fri,
            ]
            .into(),
            holidays: BTreeSet::new(),
            cut_off: 16 * 60 + 30,
            handling_days: 3,
        }
    }

    #[test]
    fn every_order_adds_up_and_lies_in_the_past() {
        let now = 1_795_000_000_000;
        let eur = Currency::new("EUR").unwrap();
        let sample = all(now, &calendar(), eur, "BE");
        assert_eq!((sample.web.len(), sample.stall.len()), (113, 7));
        for order in sample.web.iter().chain(&sample.stall) {
            assert!(order.placed_at.unwrap() < now);
            let goods: i64 = order
                .lines
                .iter()
                .map(|l| l.quantity * l.unit_price.unwrap())
                .sum();
            let charges: i64 = order.charges.iter().map(|c| c.amount).sum();
            if !order.lines.is_empty() {
                assert_eq!(order.total, Some(goods + charges), "{}", order.number);
            }
        }
        let again = all(now, &calendar(), eur, "BE");
        assert_eq!(sample.web, again.web);
    }

    #[test]
    fn nothing_that_is_meant_to_be_ready_is_late_whatever_the_hour() {
        let eur = Currency::new("EUR").unwrap();
        // A week, hour by hour.
        for hour in 0..168 {
            let now = 1_795_000_000_000 + hour * HOUR;
            let sample = all(now, &calendar(), eur, "BE");
            for (at, order) in sample
                .web
                .iter()
                .map(|o| (o.number.parse::<usize>().unwrap() - FIRST, o))
            {
                if matches!(
                    role(at),
                    Role::DueToday | Role::Ready | Role::PartGone | Role::Scarce(_)
                ) {
                    let ours = domain::calendar::ship_by(order.placed_at.unwrap(), &calendar());
                    let by = order.ship_by.map_or(ours, |theirs| theirs.min(ours));
                    assert!(by > now, "{} at hour {hour}", order.number);
                }
            }
        }
    }
}
