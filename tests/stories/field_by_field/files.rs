//! One order as its shop system tells it, first and later.

use super::table::Field;

/// What a file says of one order.
pub(super) struct Said {
    n: usize,
    /// The shop's other system has sent it.
    pub(super) fulfilled: bool,
    /// It has a second line.
    pub(super) second: bool,
    street: &'static str,
    note: &'static str,
    gift: &'static str,
    message: &'static str,
    service: &'static str,
    ship_by: &'static str,
    units: i64,
    cents: i64,
    third: bool,
    shipping: i64,
    refunded: i64,
    buyer: &'static str,
    email: &'static str,
    phone: &'static str,
}

impl Said {
    /// Three pots to Ida Sommer.
    pub(super) fn new(n: usize) -> Self {
        Self {
            n,
            fulfilled: false,
            second: false,
            street: Field::Address.first(),
            note: Field::Note.first(),
            gift: Field::Gift.first(),
            message: Field::GiftMessage.first(),
            service: Field::Service.first(),
            ship_by: "2026-11-23 12:00",
            units: 3,
            cents: 1_000,
            third: false,
            shipping: 490,
            refunded: 0,
            buyer: Field::BuyerName.first(),
            email: "first@example.test",
            phone: Field::Phone.first(),
        }
    }

    /// The buyer wrote no gift message.
    pub(super) fn without_message(&mut self) {
        self.message = "";
    }

    /// The number of the order at a place of the file.
    pub(super) fn number(n: usize) -> String {
        (4_000 + n).to_string()
    }

    /// What the later file says otherwise.
    pub(super) fn change(&mut self, field: Field) {
        match field {
            Field::Address => self.street = field.theirs(),
            Field::Note => self.note = field.theirs(),
            Field::Gift => self.gift = field.theirs(),
            Field::GiftMessage => self.message = field.theirs(),
            Field::Service => self.service = field.theirs(),
            Field::ShipBy => self.ship_by = "2026-11-22 12:00",
            Field::MoreUnits => self.units = 4,
            Field::FewerUnits => self.units = 1,
            Field::NewLine => self.third = true,
            Field::LineGone => self.second = false,
            Field::Price => self.cents = 1_100,
            Field::Shipping => self.shipping = 690,
            Field::Payment => self.refunded = 500,
            Field::BuyerName => self.buyer = field.theirs(),
            Field::Email => self.email = "second@example.test",
            Field::Phone => self.phone = field.theirs(),
        }
    }

    fn rows(&self, text: &mut String) {
        let mut lines = vec![("POT", "Thing POT", self.units, self.cents)];
        if self.second {
            lines.push(("LID", "Lid", 1, 250));
        }
        if self.third {
            lines.push(("BOX", "Box", 1, 300));
        }
        let goods: i64 = lines.iter().map(|(_, _, units, cents)| units * cents).sum();
        let paid = if self.refunded > 0 {
            "partially refunded"
        } else {
            "paid"
        };
        let sent = if self.fulfilled {
            "fulfilled"
        } else {
            "unfulfilled"
        };
        for (sku, title, units, cents) in lines {
            let cells = [
                Self::number(self.n),
                "2026-11-22 10:00".to_owned(),
                paid.to_owned(),
                sent.to_owned(),
                self.buyer.to_owned(),
                format!("{}{}", self.n, self.email),
                self.phone.to_owned(),
                "Ida Sommer".to_owned(),
                self.street.to_owned(),
                "Berlin".to_owned(),
                "10969".to_owned(),
                "DE".to_owned(),
                sku.to_owned(),
                title.to_owned(),
                units.to_string(),
                money(cents),
                money(self.shipping),
                money(goods + self.shipping),
                money(self.refunded),
                "EUR".to_owned(),
                self.note.to_owned(),
                self.gift.to_owned(),
                self.message.to_owned(),
                self.service.to_owned(),
                self.ship_by.to_owned(),
            ];
            text.push_str(&cells.join(","));
            text.push('\n');
        }
    }
}

fn money(cents: i64) -> String {
    format!("{}.{:02}", cents / 100, cents % 100)
}

/// The file of these orders.
pub(super) fn file(said: &[Said]) -> String {
    let mut text = "Order Number,Date,Payment Status,Fulfillment Status,Customer Name,Customer Email,\
                    Customer Phone,Ship Name,Address 1,City,Zip,Country,SKU,Item,Qty,Price,Shipping Cost,Total,\
                    Refunded Amount,Currency,Note,Gift,Gift Message,Shipping Method,Ship By\n"
        .to_owned();
    for order in said {
        order.rows(&mut text);
    }
    text
}
