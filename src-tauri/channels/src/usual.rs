//! How rows usually make an order. Readers of single platforms start from this and put right what
//! their platform does otherwise.

mod money;

use crate::draft::{At, Draft, Row};
use crate::field::Field;
use crate::status::Meaning;
use domain::source::{
    ChargeKind, LineKind, Severity, SourceBuyer, SourceCharge, SourceLine, SourceOrder, SourcePaid,
    SourceShipped,
};
use domain::{Address, Sentence};

/// Fields of an address, for the recipient and for the bill.
struct AddressFields {
    name: Field,
    first: Field,
    last: Field,
    company: Field,
    line1: Field,
    house: Field,
    line2: Field,
    line3: Field,
    city: Field,
    region: Field,
    postcode: Field,
    country: Field,
    phone: Field,
    whole: Field,
}

const SHIP: AddressFields = AddressFields {
    name: Field::ShipName,
    first: Field::ShipFirstName,
    last: Field::ShipLastName,
    company: Field::ShipCompany,
    line1: Field::ShipLine1,
    house: Field::ShipHouse,
    line2: Field::ShipLine2,
    line3: Field::ShipLine3,
    city: Field::ShipCity,
    region: Field::ShipRegion,
    postcode: Field::ShipPostcode,
    country: Field::ShipCountry,
    phone: Field::ShipPhone,
    whole: Field::ShipAddress,
};

const BILL: AddressFields = AddressFields {
    name: Field::BillName,
    first: Field::BillFirstName,
    last: Field::BillLastName,
    company: Field::BillCompany,
    line1: Field::BillLine1,
    house: Field::BillHouse,
    line2: Field::BillLine2,
    line3: Field::BillLine3,
    city: Field::BillCity,
    region: Field::BillRegion,
    postcode: Field::BillPostcode,
    country: Field::BillCountry,
    phone: Field::BillPhone,
    whole: Field::BillAddress,
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
            lines: Vec::new(),
            charges: Vec::new(),
            taxes: Vec::new(),
            prices_include_tax: None,
            total: None,
            paid: SourcePaid::Unknown,
            payments: Vec::new(),
            refunded: None,
            shipped: SourceShipped::Unknown,
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
            row: self.first_row(),
        };
        order.gift |= !order.gift_message.is_empty();
        self.only_bill_columns(&mut order);
        self.keep(&mut order);
        order
    }

    fn buyer(&mut self, ship_to: &Address, bill_to: &Address) -> SourceBuyer {
        let or = |own: String, others: [&String; 2]| {
            if own.is_empty() {
                others
                    .into_iter()
                    .find(|other| !other.is_empty())
                    .cloned()
                    .unwrap_or_default()
            } else {
                own
            }
        };
        let name = self.name(
            Field::BuyerName,
            Field::BuyerFirstName,
            Field::BuyerLastName,
        );
        let phone = self.code(Field::BuyerPhone);
        let company = self.text(Field::BuyerCompany);
        SourceBuyer {
            source_id: self.code(Field::BuyerId),
            name: or(name, [&bill_to.name, &ship_to.name]),
            email: self.text(Field::BuyerEmail),
            phone: or(phone, [&bill_to.phone, &ship_to.phone]),
            company: if company.is_empty() {
                bill_to.company.clone()
            } else {
                company
            },
            tax_id: self.code(Field::BuyerTaxId),
        }
    }

    fn name(&mut self, whole: Field, first: Field, last: Field) -> String {
        let name = self.text(whole);
        if !name.is_empty() {
            return name;
        }
        let (first, last) = (self.text(first), self.text(last));
        format!("{first} {last}").trim().to_owned()
    }

    fn address(&mut self, of: &AddressFields, extra: &mut Vec<(String, String)>) -> Address {
        let mut line1 = self.text(of.line1);
        let house = self.text(of.house);
        if !house.is_empty() && !line1.is_empty() {
            line1 = format!("{line1} {house}");
        }
        let mut line2 = self.text(of.line2);
        if line1.is_empty() {
            std::mem::swap(&mut line1, &mut line2);
        }
        let mut address = Address {
            name: self.name(of.name, of.first, of.last),
            company: self.text(of.company),
            line1,
            line2,
            line3: self.text(of.line3),
            city: self.text(of.city),
            region: self.text(of.region),
            postcode: self.code(of.postcode),
            country: String::new(),
            phone: self.code(of.phone),
        };
        if let Some(at) = self.find(of.country) {
            match self.country(&at) {
                Ok(code) => code.clone_into(&mut address.country),
                Err(name) => {
                    let header = self.file.header.get(at.column).cloned().unwrap_or_default();
                    extra.push((header, name));
                }
            }
        }
        if address.line1.is_empty() {
            let whole = self.text(of.whole);
            let mut lines = whole.lines().map(str::trim).filter(|line| !line.is_empty());
            for part in [&mut address.line1, &mut address.line2, &mut address.line3] {
                if part.is_empty() {
                    lines.next().unwrap_or_default().clone_into(part);
                }
            }
            for line in lines {
                address.line3 = format!("{}, {line}", address.line3);
            }
        }
        address
    }

    /// A file with one address only, called the bill's, means that the goods go there.
    fn only_bill_columns(&self, order: &mut SourceOrder) {
        let plan = self.file.plan;
        let street = [
            Field::ShipLine1,
            Field::ShipAddress,
            Field::ShipCity,
            Field::ShipPostcode,
        ];
        if street.iter().all(|field| !plan.has(*field)) {
            order.ship_to = order.bill_to.clone();
        } else if order.ship_to.name.is_empty() && !order.ship_to.is_empty() {
            order.ship_to.name.clone_from(&order.buyer.name);
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

    /// The line that a row makes, if it speaks of one.
    pub(crate) fn line(&mut self, row: &'d Row, order: &mut SourceOrder) {
        const SPEAK: [Field; 6] = [
            Field::Sku,
            Field::Title,
            Field::Quantity,
            Field::LineId,
            Field::UnitPrice,
            Field::LineGross,
        ];
        if !SPEAK
            .iter()
            .any(|field| self.find_in(row, *field).is_some())
        {
            return;
        }
        let Some(quantity) = self.quantity(row) else {
            return;
        };
        let mut line = SourceLine {
            source_id: self.row_code(row, Field::LineId),
            kind: LineKind::Goods,
            sku: self.row_code(row, Field::Sku),
            title: self.row_text(row, Field::Title),
            options: self.row_texts(row, Field::Options),
            personalisation: self.row_text(row, Field::Personalisation),
            quantity,
            shipped: self
                .row_count(row, Field::QuantityShipped)
                .unwrap_or(0)
                .clamp(0, quantity),
            cancelled: self
                .row_count(row, Field::QuantityCancelled)
                .unwrap_or(0)
                .clamp(0, quantity),
            unit_price: None,
            discount: 0,
            tax: self.row_money(row, Field::LineTax),
            grams: self.row_grams(row, Field::Weight),
            barcode: self.row_code(row, Field::Barcode),
            by_shop: true,
            row: row.number,
        };
        if line.title.is_empty() {
            line.title.clone_from(&line.sku);
        }
        if line.title.is_empty() {
            line.title.clone_from(&line.barcode);
        }
        if line.title.is_empty() {
            self.note_order(Severity::Refused, Sentence::new("import-line-without-name"));
        }
        if let Some(at) = self.find_in(row, Field::NeedsShipping)
            && crate::status::flag(at.cell) == Some(false)
        {
            line.kind = if is_gift_card(&line.title) {
                LineKind::GiftCard
            } else {
                LineKind::Digital
            };
        }
        self.price(row, &mut line, order);
        self.line_progress(row, &mut line);
        order.lines.push(line);
    }

    fn quantity(&mut self, row: &'d Row) -> Option<i64> {
        let before = self.problems.len();
        match self.row_count(row, Field::Quantity) {
            Some(quantity) if quantity > 0 => Some(quantity),
            Some(0) => {
                if let Some(at) = self.find_in(row, Field::Quantity) {
                    self.note(Severity::Warning, &at, "import-quantity-zero");
                }
                None
            }
            Some(_) => {
                if let Some(at) = self.find_in(row, Field::Quantity) {
                    self.note(Severity::Refused, &at, "import-quantity-negative");
                }
                None
            }
            None if !self.file.plan.has(Field::Quantity) => Some(1),
            None => {
                // A cell that could not be read has told so already.
                if self.problems.len() == before {
                    let sentence = Sentence::new("import-quantity-missing");
                    self.note_order(Severity::Refused, sentence);
                }
                None
            }
        }
    }

    /// Price and discount of a line, from whichever of unit, gross and net the file has.
    fn price(&mut self, row: &'d Row, line: &mut SourceLine, order: &mut SourceOrder) {
        let gross = self.row_money(row, Field::LineGross);
        let net = self.row_money(row, Field::LineTotal);
        line.discount = -self.row_money(row, Field::LineDiscount).unwrap_or(0).abs();
        let exact = self.find_in(row, Field::UnitPrice);
        if let Some(at) = exact {
            if let Some(unit) = self.read_money(&at) {
                line.unit_price = Some(unit);
                self.unrounded_unit(&at, line, gross, order);
            }
        } else if let Some(whole) = gross.or(net) {
            share_out(whole, line, order);
        }
        if let (Some(gross), Some(net)) = (gross, net)
            && line.discount == 0
            && net < gross
        {
            line.discount = net - gross;
        }
        let units = line
            .unit_price
            .and_then(|unit| unit.checked_mul(line.quantity));
        let Some(units) = units else {
            if line.unit_price.is_some() {
                self.note_order(Severity::Refused, Sentence::new("import-number-too-large"));
            }
            return;
        };
        if gross.is_some_and(|gross| (gross - units).abs() > line.quantity)
            || gross.is_none()
                && net.is_some_and(|net| net != units && net != units + line.discount)
        {
            let field = if gross.is_some() {
                Field::LineGross
            } else {
                Field::LineTotal
            };
            if let Some(at) = self.find_in(row, field) {
                self.note(Severity::Warning, &at, "import-line-total-differs");
            }
        }
    }

    /// A unit price with fractions of a minor unit: the line is worth quantity × the exact price,
    /// and what whole units lose or win is a rounding charge.
    fn unrounded_unit(
        &mut self,
        at: &At<'d>,
        line: &SourceLine,
        gross: Option<i64>,
        order: &mut SourceOrder,
    ) {
        let Ok(number) = crate::values::number::parse(at.cell, at.mark()) else {
            return;
        };
        let Ok(unit) = number.value.minor(self.currency) else {
            return;
        };
        if !unit.rounded {
            return;
        }
        let exact = crate::values::number::Decimal {
            digits: number
                .value
                .digits
                .saturating_mul(i128::from(line.quantity)),
            places: number.value.places,
        };
        let whole = gross.or_else(|| exact.minor(self.currency).ok().map(|minor| minor.amount));
        if let Some(whole) = whole {
            push(
                order,
                ChargeKind::Rounding,
                &line.title,
                whole - unit.amount * line.quantity,
            );
        }
    }

    fn line_progress(&mut self, row: &'d Row, line: &mut SourceLine) {
        if let Some(at) = self.find_in(row, Field::LineStatus) {
            let meaning = self.meaning(&at);
            match meaning.shipped {
                Some(SourceShipped::Yes) => line.shipped = line.quantity,
                Some(SourceShipped::No | SourceShipped::Partly | SourceShipped::Unknown) | None => {
                }
            }
            if meaning.cancelled {
                line.cancelled = line.quantity - line.shipped;
            }
        }
        if self.find_in(row, Field::LineShippedAt).is_some() {
            line.shipped = line.quantity;
        }
        if let Some(kept) = self.row_count(row, Field::QuantityKept)
            && (0..line.quantity).contains(&kept)
        {
            line.cancelled = (line.quantity - kept).min(line.quantity - line.shipped);
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
