//! What a row usually says of a line: goods, units, price, how far they are.

use super::{is_gift_card, push, share_out};
use crate::draft::{At, Draft, Row};
use crate::field::Field;
use domain::Sentence;
use domain::source::{ChargeKind, LineKind, Severity, SourceLine, SourceOrder, SourceShipped};

impl<'d> Draft<'d> {
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

    pub(super) fn quantity(&mut self, row: &'d Row) -> Option<i64> {
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
    pub(super) fn price(&mut self, row: &'d Row, line: &mut SourceLine, order: &mut SourceOrder) {
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
    pub(super) fn unrounded_unit(
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

    pub(super) fn line_progress(&mut self, row: &'d Row, line: &mut SourceLine) {
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
}
