//! What an order is known again by: whether its source still says the same of it.

use super::new_order::{charge_word, paid_word, shipped_word};
use crate::orders::facts::kind_word;
use domain::Address;
use domain::source::{
    SourceBuyer, SourceCharge, SourceLine, SourceOrder, SourcePayment, SourceTax, SourceWait,
};
use rayon::prelude::*;
use sha2::{Digest, Sha256};

/// What an order is known again by, and what it weighs.
#[derive(Debug)]
pub(crate) struct Fingerprint {
    /// 96 bits of SHA-256 in hex.
    pub(crate) digest: String,
    /// About how many bytes of memory the order takes.
    pub(crate) weight: usize,
}

/// The fingerprint of each order.
pub(crate) fn of_all(source: &[SourceOrder]) -> Vec<Fingerprint> {
    source.par_iter().map_init(Print::default, of).collect()
}

/// The fingerprint of what a source says of an order. Where it stands in the file says nothing of the order
/// and is left out.
fn of(print: &mut Print, order: &SourceOrder) -> Fingerprint {
    print.0.clear();
    print.order(order);
    let mut text = String::with_capacity(24);
    for byte in Sha256::digest(&print.0).iter().take(12) {
        for half in [byte >> 4, byte & 15] {
            text.push(char::from_digit(u32::from(half), 16).unwrap_or('0'));
        }
    }
    // All texts are in the print; what is beside them has a fixed size.
    let rows = size_of_val(order.lines.as_slice())
        + size_of_val(order.charges.as_slice())
        + size_of_val(order.taxes.as_slice())
        + size_of_val(order.payments.as_slice())
        + size_of_val(order.tracking.as_slice())
        + size_of_val(order.tags.as_slice())
        + size_of_val(order.extra.as_slice());
    Fingerprint {
        digest: text,
        weight: print.0.len() + size_of::<SourceOrder>() + rows,
    }
}

/// An order as bytes: every text after its length, so that no two orders have the same. Each struct is
/// taken apart by name: a new field has to be thought of here. What is written must not change in a later
/// version, or every order of the next file would seem to be changed.
#[derive(Default)]
struct Print(Vec<u8>);

impl Print {
    fn order(&mut self, order: &SourceOrder) {
        let SourceOrder {
            source_id,
            number,
            placed_at,
            currency,
            buyer,
            ship_to,
            bill_to,
            lines,
            charges,
            taxes,
            prices_include_tax,
            total,
            paid,
            payments,
            refunded,
            shipped,
            shipped_at,
            tracking,
            cancelled,
            cancelled_at,
            ship_by,
            service,
            note,
            gift,
            gift_message,
            counter,
            tags,
            extra,
            wait,
            // What has no column has no value either.
            told: _,
            row: _,
        } = order;
        for text in [source_id, number, service, note, gift_message] {
            self.text(text);
        }
        self.text(currency.code());
        self.text(paid_word(*paid));
        self.text(shipped_word(*shipped));
        match wait {
            SourceWait::No => {}
            SourceWait::Held => self.text("held"),
            SourceWait::Scheduled => self.text("scheduled"),
        }
        for moment in [placed_at, shipped_at, cancelled_at, ship_by] {
            self.maybe(*moment);
        }
        for amount in [total, refunded] {
            self.maybe(*amount);
        }
        self.maybe(prices_include_tax.map(i64::from));
        for flag in [cancelled, gift, counter] {
            self.number(i64::from(*flag));
        }
        self.buyer(buyer);
        self.address(ship_to);
        self.address(bill_to);
        self.each(lines, Self::line);
        self.each(charges, Self::charge);
        self.each(taxes, Self::tax);
        self.each(payments, Self::payment);
        self.each(tracking, |print, number| print.text(number));
        self.each(tags, |print, tag| print.text(tag));
        self.each(extra, |print, (name, value)| {
            print.text(name);
            print.text(value);
        });
    }

    fn line(&mut self, line: &SourceLine) {
        let SourceLine {
            source_id,
            kind,
            sku,
            title,
            options,
            personalisation,
            quantity,
            shipped,
            cancelled,
            unit_price,
            discount,
            tax,
            grams,
            barcode,
            by_shop,
            row: _,
        } = line;
        for text in [source_id, sku, title, options, personalisation, barcode] {
            self.text(text);
        }
        self.text(kind_word(*kind));
        for number in [quantity, shipped, cancelled, discount] {
            self.number(*number);
        }
        for number in [unit_price, tax, grams] {
            self.maybe(*number);
        }
        self.number(i64::from(*by_shop));
    }

    fn charge(&mut self, charge: &SourceCharge) {
        let SourceCharge {
            kind,
            label,
            amount,
        } = charge;
        self.text(charge_word(*kind));
        self.text(label);
        self.number(*amount);
    }

    fn tax(&mut self, tax: &SourceTax) {
        let SourceTax {
            name,
            amount,
            included,
            collected_by_channel,
        } = tax;
        self.text(name);
        self.number(*amount);
        self.maybe(included.map(i64::from));
        self.number(i64::from(*collected_by_channel));
    }

    fn payment(&mut self, payment: &SourcePayment) {
        let SourcePayment {
            method,
            reference,
            amount,
            at,
            to_channel,
        } = payment;
        self.text(method);
        self.text(reference);
        self.maybe(*amount);
        self.maybe(*at);
        self.number(i64::from(*to_channel));
    }

    fn buyer(&mut self, buyer: &SourceBuyer) {
        let SourceBuyer {
            source_id,
            name,
            email,
            phone,
            company,
            tax_id,
        } = buyer;
        for text in [source_id, name, email, phone, company, tax_id] {
            self.text(text);
        }
    }

    fn address(&mut self, address: &Address) {
        let Address {
            name,
            company,
            line1,
            line2,
            line3,
            city,
            region,
            postcode,
            country,
            phone,
        } = address;
        for text in [
            name, company, line1, line2, line3, city, region, postcode, country, phone,
        ] {
            self.text(text);
        }
    }

    fn each<T>(&mut self, all: &[T], one: impl Fn(&mut Self, &T)) {
        self.length(all.len());
        for item in all {
            one(self, item);
        }
    }

    fn text(&mut self, text: &str) {
        self.length(text.len());
        self.0.extend_from_slice(text.as_bytes());
    }

    fn number(&mut self, number: i64) {
        self.0.extend_from_slice(&number.to_le_bytes());
    }

    fn maybe(&mut self, number: Option<i64>) {
        self.0.push(u8::from(number.is_some()));
        if let Some(number) = number {
            self.number(number);
        }
    }

    fn length(&mut self, length: usize) {
        // A file has at most 200 MB: no text and no list of it is longer than this holds.
        let length = u32::try_from(length).unwrap_or(u32::MAX);
        self.0.extend_from_slice(&length.to_le_bytes());
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use domain::Currency;
    use domain::source::{ChargeKind, LineKind, SourcePaid, SourceShipped, Told};

    fn order() -> SourceOrder {
        SourceOrder {
            source_id: "5001".to_owned(),
            number: "#1001".to_owned(),
            placed_at: Some(1_795_000_000_000),
            currency: Currency::new("EUR").unwrap(),
            buyer: SourceBuyer {
                name: "Ida Sommer".to_owned(),
                ..SourceBuyer::default()
            },
            ship_to: Address::default(),
            bill_to: Address::default(),
            lines: vec![SourceLine {
                source_id: String::new(),
                kind: LineKind::Goods,
                sku: "A1".to_owned(),
                title: "Bowl".to_owned(),
                options: String::new(),
                personalisation: String::new(),
                quantity: 2,
                shipped: 0,
                cancelled: 0,
                unit_price: Some(1_200),
                discount: 0,
                tax: None,
                grams: None,
                barcode: String::new(),
                by_shop: true,
                row: 2,
            }],
            charges: vec![SourceCharge {
                kind: ChargeKind::Shipping,
                label: String::new(),
                amount: 490,
            }],
            taxes: Vec::new(),
            prices_include_tax: None,
            total: Some(2_890),
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
            service: String::new(),
            note: String::new(),
            gift: false,
            gift_message: String::new(),
            counter: false,
            tags: Vec::new(),
            extra: Vec::new(),
            told: Told::ALL,
            row: 2,
        }
    }

    fn print(change: impl Fn(&mut SourceOrder)) -> String {
        let mut order = order();
        change(&mut order);
        of(&mut Print::default(), &order).digest
    }

    #[test]
    fn where_an_order_stands_in_the_file_says_nothing_of_it() {
        let moved = print(|o| {
            o.row = 77;
            o.lines[0].row = 77;
        });
        assert_eq!(moved, print(|_| {}));
        assert_eq!(moved.len(), 24);
    }

    #[test]
    fn what_changes_in_an_order_changes_its_fingerprint() {
        let changes: [fn(&mut SourceOrder); 12] = [
            |o| o.number = "#1002".to_owned(),
            |o| o.total = None,
            |o| o.paid = SourcePaid::Refunded,
            |o| o.shipped = SourceShipped::Yes,
            |o| o.cancelled = true,
            |o| o.gift = true,
            |o| o.ship_to.postcode = "01234".to_owned(),
            |o| o.bill_to.postcode = "01234".to_owned(),
            |o| o.lines[0].quantity = 3,
            |o| o.lines[0].kind = LineKind::Digital,
            |o| o.charges[0].amount = 491,
            |o| o.tags.push(String::new()),
        ];
        let mut prints: Vec<String> = changes.into_iter().map(print).collect();
        prints.push(print(|_| {}));
        prints.sort();
        prints.dedup();
        assert_eq!(prints.len(), 13);
    }

    #[test]
    fn texts_do_not_run_into_each_other() {
        let parted = |service: &str, note: &str| {
            let (service, note) = (service.to_owned(), note.to_owned());
            print(move |o| {
                o.service.clone_from(&service);
                o.note.clone_from(&note);
            })
        };
        assert_ne!(parted("ab", "c"), parted("a", "bc"));
    }

    #[test]
    fn a_fingerprint_is_the_same_in_every_version() {
        // Changing this makes every shop's next import look at every order again.
        assert_eq!(print(|_| {}), "db181402d60a38c28517c9d7");
    }
}
