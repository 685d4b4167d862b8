//! What rows usually say of people: who buys, where it goes, who pays.

use crate::draft::Draft;
use crate::field::Field;
use domain::Address;
use domain::source::{SourceBuyer, SourceOrder};

/// Fields of an address, for the recipient and for the bill.
pub(super) struct AddressFields {
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

pub(super) const SHIP: AddressFields = AddressFields {
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

pub(super) const BILL: AddressFields = AddressFields {
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
    pub(super) fn buyer(&mut self, ship_to: &Address, bill_to: &Address) -> SourceBuyer {
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

    pub(super) fn name(&mut self, whole: Field, first: Field, last: Field) -> String {
        let name = self.text(whole);
        if !name.is_empty() {
            return name;
        }
        let (first, last) = (self.text(first), self.text(last));
        format!("{first} {last}").trim().to_owned()
    }

    pub(super) fn address(
        &mut self,
        of: &AddressFields,
        extra: &mut Vec<(String, String)>,
    ) -> Address {
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
    pub(super) fn only_bill_columns(&self, order: &mut SourceOrder) {
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
}
