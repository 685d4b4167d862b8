//! What the rows of one order say together: its currency, and where they contradict each other.

use super::{At, Draft};
use crate::field::Field;
use crate::values::{currency, number};
use domain::source::Severity;

const SAME_IN_ALL_ROWS: &[(Field, Severity)] = &[
    (Field::OrderId, Severity::Refused),
    (Field::Currency, Severity::Refused),
    (Field::Total, Severity::Warning),
    (Field::BuyerEmail, Severity::Warning),
    (Field::ShipName, Severity::Warning),
    (Field::ShipLine1, Severity::Warning),
    (Field::ShipCity, Severity::Warning),
    (Field::ShipPostcode, Severity::Warning),
    (Field::ShipCountry, Severity::Warning),
];

impl<'d> Draft<'d> {
    /// The currency: its column, else the sign beside the first amount that has one.
    pub(super) fn find_currency(&mut self) {
        let shop = self.file.default_currency;
        if let Some(at) = self.find(Field::Currency) {
            match currency::sign(at.cell, shop) {
                currency::Sign::Is(currency) => self.currency = currency,
                currency::Sign::Shared(currency) => {
                    self.currency = currency;
                    self.note(Severity::Warning, &at, "import-currency-shared-sign");
                }
                currency::Sign::None | currency::Sign::Unknown => {
                    self.note(Severity::Refused, &at, "import-currency-unknown");
                }
            }
            return;
        }
        let file = self.file;
        let money =
            file.plan.columns.iter().filter(|column| {
                column.field.kind() == crate::field::Kind::Money && column.filled > 0
            });
        for column in money {
            for row in self.rows {
                let Some(at) = At::new(row, column) else {
                    continue;
                };
                if super::names_no_currency(at.cell) {
                    continue;
                }
                let Ok(number) = number::parse(at.cell, at.mark) else {
                    continue;
                };
                match currency::sign(number.beside, shop) {
                    currency::Sign::Is(currency) => {
                        self.currency = currency;
                        return;
                    }
                    currency::Sign::Shared(currency) => {
                        self.currency = currency;
                        self.note(Severity::Warning, &at, "import-currency-shared-sign");
                        return;
                    }
                    currency::Sign::None | currency::Sign::Unknown => {}
                }
            }
        }
        self.assumed_currency = true;
    }

    /// Columns that speak of the whole order must not say two things.
    pub(super) fn look_for_differences(&mut self) {
        if self.rows.len() < 2 {
            return;
        }
        for (field, severity) in SAME_IN_ALL_ROWS {
            let Some(first) = self.find(*field) else {
                continue;
            };
            let other = self
                .rows
                .iter()
                .find_map(|row| self.find_in(row, *field).filter(|at| at.cell != first.cell));
            if let Some(other) = other {
                self.note(*severity, &other, "import-order-rows-differ");
            }
        }
    }
}
