//! What rows usually say of money: charges, taxes, the total, the payment.

use super::{push, tax_inside};
use crate::draft::{At, Draft};
use crate::field::Field;
use domain::source::{ChargeKind, SourceOrder, SourcePaid, SourcePayment, SourceTax};

impl Draft<'_> {
    /// Charges, taxes, total and what was paid back.
    pub(crate) fn money_of_order(&mut self, order: &mut SourceOrder) {
        order.total = self.money(Field::Total);
        order.refunded = self.money(Field::Refunded).map(i64::abs);
        let mut shipping = self.money(Field::Shipping).unwrap_or(0);
        let mut shipping_tax = 0;
        for row in self.rows {
            shipping =
                shipping.saturating_add(self.row_money(row, Field::LineShipping).unwrap_or(0));
            shipping_tax += self.row_money(row, Field::LineShippingTax).unwrap_or(0);
        }
        push(order, ChargeKind::Shipping, "", shipping);
        for (field, kind) in [
            (Field::Fee, ChargeKind::Fee),
            (Field::Tip, ChargeKind::Tip),
            (Field::Duty, ChargeKind::Duty),
            (Field::GiftWrap, ChargeKind::GiftWrap),
        ] {
            let amount = self.money(field).unwrap_or(0);
            let label = self
                .find(field)
                .and_then(|at| self.file.header.get(at.column).cloned());
            push(order, kind, &label.unwrap_or_default(), amount);
        }
        let code = self.text(Field::DiscountCode);
        let discount = self.money(Field::Discount).unwrap_or(0);
        push(order, ChargeKind::Discount, &code, -discount.abs());
        let on_shipping = self.money(Field::ShippingDiscount).unwrap_or(0);
        push(order, ChargeKind::Discount, "", -on_shipping.abs());
        self.tax(order, shipping_tax);
    }

    /// Tax stands on top or inside the prices; where the source does not say, the total does.
    fn tax(&mut self, order: &mut SourceOrder, shipping_tax: i64) {
        let by_channel = self.first_amount(Field::TaxByChannel);
        let of_lines: i64 = order.lines.iter().filter_map(|line| line.tax).sum();
        let own = self
            .money(Field::Tax)
            .unwrap_or(of_lines.saturating_add(shipping_tax));
        for (name, amount) in self.named_taxes() {
            order.taxes.push(SourceTax {
                name,
                amount,
                included: None,
                collected_by_channel: false,
            });
        }
        if own != 0 && order.taxes.is_empty() {
            let name = String::new();
            order.taxes.push(SourceTax {
                name,
                amount: own,
                included: None,
                collected_by_channel: false,
            });
        }
        if by_channel != 0 {
            let name = String::new();
            order.taxes.push(SourceTax {
                name,
                amount: by_channel,
                included: Some(false),
                collected_by_channel: true,
            });
            push(order, ChargeKind::Tax, "", by_channel);
        }
        if own == 0 {
            return;
        }
        let label = match order.taxes.as_slice() {
            [one] => one.name.clone(),
            _ => String::new(),
        };
        order.prices_include_tax = tax_inside(order, own);
        if order.prices_include_tax != Some(true) {
            push(order, ChargeKind::Tax, &label, own);
        }
        for tax in &mut order.taxes {
            if tax.included.is_none() {
                tax.included = order.prices_include_tax;
            }
        }
    }

    /// An amount that stands on one row of the order and is zero on the others.
    fn first_amount(&mut self, field: Field) -> i64 {
        let file = self.file;
        let rows = self.rows;
        for column in file.plan.of(field) {
            for row in rows {
                let amount = At::new(row, column).and_then(|at| self.read_money(&at));
                if let Some(amount) = amount.filter(|amount| *amount != 0) {
                    return amount;
                }
            }
        }
        0
    }

    fn named_taxes(&mut self) -> Vec<(String, i64)> {
        let file = self.file;
        let rows = self.rows;
        let mut taxes = Vec::new();
        for (name, amount) in file
            .plan
            .of(Field::TaxName)
            .zip(file.plan.of(Field::TaxAmount))
        {
            for row in rows {
                let (Some(name), Some(amount)) = (At::new(row, name), At::new(row, amount)) else {
                    continue;
                };
                let name = self.read_text(&name).into_owned();
                if let Some(amount) = self.read_money(&amount) {
                    taxes.push((name, amount));
                }
            }
        }
        taxes
    }

    /// The payment that the rows name. Without one, way and reference are kept beside the order.
    pub(crate) fn payments(&mut self, order: &mut SourceOrder) {
        let method = self.text(Field::PaymentMethod);
        let reference = self.code(Field::PaymentReference);
        let due = self.money(Field::Outstanding).unwrap_or(0);
        let amount = match order.paid {
            SourcePaid::Paid
            | SourcePaid::PartlyRefunded
            | SourcePaid::Refunded
            | SourcePaid::Authorized => order.total.filter(|_| due == 0),
            // What came is known where the file says what is still to come.
            SourcePaid::PartlyPaid => order.total.map(|total| total - due).filter(|_| due > 0),
            SourcePaid::Pending => None,
            SourcePaid::Unpaid | SourcePaid::Voided | SourcePaid::Unknown => {
                for (field, value) in [
                    (Field::PaymentMethod, method),
                    (Field::PaymentReference, reference),
                ] {
                    if let Some(at) = self.find(field) {
                        let header = self.file.header.get(at.column).cloned().unwrap_or_default();
                        order.extra.push((header, value));
                    }
                }
                return;
            }
        };
        order.payments.push(SourcePayment {
            method,
            reference,
            amount,
            at: self.date(Field::PaidAt, false),
            to_channel: self.file.habits.to_channel,
        });
    }
}
