//! How rows usually make an order. Readers of single platforms start from this and put right what
//! their platform does otherwise.

mod lines;
mod money;
mod people;

use people::{BILL, SHIP};

use crate::draft::{At, Draft};
use crate::field::Field;
use crate::status::{self, Meaning};
use domain::source::{
    ChargeKind, SourceCharge, SourceLine, SourceOrder, SourcePaid, SourceShipped, SourceWait, Told,
};

impl<'d> Draft<'d> {
    /// The order that the rows make, whatever was noted on the way.
    pub(crate) fn usual(&mut self) -> SourceOrder {
        let mut order = self.head();
        for row in self.rows {
            self.line(row, &mut order);
        }
        self.money_of_order(&mut order);
        self.progress(&mut order);
        self.payments(&mut order);
        order
    }

    /// Identity, people, addresses and words: everything but lines, money and progress.
    pub(crate) fn head(&mut self) -> SourceOrder {
        let mut extra = Vec::new();
        let ship_to = self.address(&SHIP, &mut extra);
        let bill_to = self.address(&BILL, &mut extra);
        let number = self.code(Field::OrderNumber);
        let id = self.code(Field::OrderId);
        let mut order = SourceOrder {
            source_id: if id.is_empty() {
                number.clone()
            } else {
                id.clone()
            },
            number: if number.is_empty() { id } else { number },
            placed_at: self.date(Field::PlacedAt, true),
            currency: self.currency,
            buyer: self.buyer(&ship_to, &bill_to),
            ship_to,
            bill_to,
            lines: Vec::with_capacity(self.rows.len()),
            charges: Vec::new(),
            taxes: Vec::new(),
            prices_include_tax: None,
            total: None,
            paid: SourcePaid::Unknown,
            payments: Vec::new(),
            refunded: None,
            shipped: SourceShipped::Unknown,
            wait: self.wait(),
            shipped_at: None,
            tracking: self.tracking(),
            cancelled: false,
            cancelled_at: self.date(Field::CancelledAt, false),
            ship_by: self.date(Field::ShipBy, false),
            service: self.text(Field::Service),
            note: self.text(Field::Note),
            gift: self.flag(Field::Gift),
            gift_message: self.text(Field::GiftMessage),
            counter: false,
            tags: self.tags(),
            extra,
            told: self.told(),
            row: self.first_row(),
        };
        order.gift |= !order.gift_message.is_empty();
        self.only_bill_columns(&mut order);
        self.keep(&mut order);
        order
    }

    /// The fields that the file has a column for.
    fn told(&self) -> Told {
        let has = |field| self.file.plan.has(field);
        Told {
            note: has(Field::Note),
            gift: has(Field::Gift) || has(Field::GiftMessage),
            service: has(Field::Service),
            ship_by: has(Field::ShipBy),
        }
    }

    /// Shops keep goods back by a word in the column of the goods.
    fn wait(&self) -> SourceWait {
        let word = self
            .find(Field::FulfilmentStatus)
            .map(|at| status::plain(at.cell));
        match word.as_deref() {
            Some("on hold" | "on-hold" | "held") => SourceWait::Held,
            Some("scheduled") => SourceWait::Scheduled,
            Some(_) | None => SourceWait::No,
        }
    }

    fn tracking(&mut self) -> Vec<String> {
        let mut numbers: Vec<String> = Vec::new();
        for row in self.rows {
            let cell = self.row_code(row, Field::Tracking);
            for number in cell.split([',', ';', '|', '\n']).map(str::trim) {
                if !number.is_empty() && !numbers.iter().any(|known| known == number) {
                    numbers.push(number.to_owned());
                }
            }
        }
        numbers
    }

    fn tags(&mut self) -> Vec<String> {
        let cell = self.text(Field::Tags);
        cell.split(',')
            .map(str::trim)
            .filter(|tag| !tag.is_empty())
            .map(str::to_owned)
            .collect()
    }

    fn keep(&mut self, order: &mut SourceOrder) {
        let file = self.file;
        for column in file.plan.of(Field::Keep) {
            let rows = self.rows;
            let Some(at) = rows.iter().find_map(|row| At::new(row, column)) else {
                continue;
            };
            let value = self.read_text(&at).into_owned();
            order.extra.push((
                file.header.get(column.at).cloned().unwrap_or_default(),
                value,
            ));
        }
    }

    /// How far money and goods are.
    pub(crate) fn progress(&mut self, order: &mut SourceOrder) {
        let nothing = Meaning {
            paid: None,
            shipped: None,
            cancelled: false,
        };
        let word =
            |draft: &mut Self, field| draft.find(field).map_or(nothing, |at| draft.meaning(&at));
        let both = word(self, Field::OrderStatus);
        let payment = word(self, Field::PaymentStatus);
        let goods = word(self, Field::FulfilmentStatus);
        let paid_at = self.find(Field::PaidAt).is_some();
        order.paid = match payment.paid.or(both.paid) {
            Some(paid) => paid,
            None if paid_at => SourcePaid::Paid,
            None => SourcePaid::Unknown,
        };
        // What went back whole went back, whatever the word beside it says.
        let whole = matches!((order.refunded, order.total), (Some(back), Some(total)) if total > 0 && back >= total);
        if whole && matches!(order.paid, SourcePaid::Paid | SourcePaid::PartlyRefunded) {
            order.paid = SourcePaid::Refunded;
        }
        order.shipped_at = self.date(Field::ShippedAt, false);
        if order.shipped_at.is_none() {
            order.shipped_at = self.last_line_date();
        }
        order.shipped = goods
            .shipped
            .or(both.shipped)
            .or_else(|| shipped_by_lines(order))
            .unwrap_or_else(|| self.shipped_by_columns());
        if order.shipped == SourceShipped::Yes {
            for line in &mut order.lines {
                line.shipped = line.quantity - line.cancelled;
            }
        }
        let at = self.find(Field::CancelledAt).is_some();
        order.cancelled = at || both.cancelled || payment.cancelled || goods.cancelled;
    }

    fn last_line_date(&mut self) -> Option<i64> {
        let rows = self.rows;
        let cells: Vec<_> = rows
            .iter()
            .filter_map(|row| self.find_in(row, Field::LineShippedAt))
            .collect();
        cells
            .iter()
            .filter_map(|at| self.read_date(at, false))
            .max()
    }

    /// A file that has a column for it and leaves it empty says: not yet.
    fn shipped_by_columns(&self) -> SourceShipped {
        let columns = [
            Field::ShippedAt,
            Field::LineShippedAt,
            Field::FulfilmentStatus,
        ];
        if self.find(Field::QuantityShipped).is_some() {
            return SourceShipped::No;
        }
        if self.find(Field::ShippedAt).is_some() {
            SourceShipped::Yes
        } else if columns.iter().any(|field| self.file.plan.has(*field))
            && self.find(Field::FulfilmentStatus).is_none()
        {
            SourceShipped::No
        } else {
            SourceShipped::Unknown
        }
    }
}

/// Adds a charge unless it is nothing.
pub(crate) fn push(order: &mut SourceOrder, kind: ChargeKind, label: &str, amount: i64) {
    if amount != 0 {
        order.charges.push(SourceCharge {
            kind,
            label: label.to_owned(),
            amount,
        });
    }
}

/// A line of which only the whole is known: its unit price, and what does not divide as rounding.
pub(crate) fn share_out(whole: i64, line: &mut SourceLine, order: &mut SourceOrder) {
    let unit = whole / line.quantity;
    line.unit_price = Some(unit);
    push(
        order,
        ChargeKind::Rounding,
        &line.title,
        whole - unit * line.quantity,
    );
}

/// The lines' worth after their discounts, when every price is known.
pub(crate) fn lines_worth(order: &SourceOrder) -> Option<i64> {
    order.lines.iter().try_fold(0_i64, |sum, line| {
        let line = line
            .unit_price?
            .checked_mul(line.quantity)?
            .checked_add(line.discount)?;
        sum.checked_add(line)
    })
}

/// Whether a tax of `tax` stands inside the prices: the total tells, to the last minor unit.
fn tax_inside(order: &SourceOrder, tax: i64) -> Option<bool> {
    let charges: i64 = order.charges.iter().map(|charge| charge.amount).sum();
    let without = lines_worth(order)
        .filter(|_| !order.lines.is_empty())?
        .checked_add(charges)?;
    let total = order.total?;
    if total == without.checked_add(tax)? {
        Some(false)
    } else if total == without {
        Some(true)
    } else {
        None
    }
}

fn shipped_by_lines(order: &SourceOrder) -> Option<SourceShipped> {
    let shipped = order.lines.iter().filter(|line| line.shipped > 0).count();
    if shipped == 0 {
        return None;
    }
    let all = order
        .lines
        .iter()
        .all(|line| line.shipped + line.cancelled >= line.quantity);
    Some(if all {
        SourceShipped::Yes
    } else {
        SourceShipped::Partly
    })
}

fn is_gift_card(title: &str) -> bool {
    let lower = title.to_lowercase();
    [
        "gift card",
        "giftcard",
        "gutschein",
        "carte cadeau",
        "tarjeta regalo",
        "gift voucher",
    ]
    .iter()
    .any(|word| lower.contains(word))
}
