//! What a column of an order file may mean.

use crate::limits;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

macro_rules! fields {
    ($($(#[$doc:meta])* $name:ident: $kind:ident,)*) => {
        /// What a column of an order file means. A field that may stand once per order is taken
        /// from the first row of the order that fills it.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, TS)]
        #[serde(rename_all = "snake_case")]
        pub enum Field {
            $($(#[$doc])* $name,)*
        }

        impl Field {
            /// Every field, in the order of this list.
            pub const ALL: &'static [Self] = &[$(Self::$name),*];

            /// How a cell of it is read.
            #[must_use]
            pub fn kind(self) -> Kind {
                match self {
                    $(Self::$name => Kind::$kind,)*
                }
            }
        }
    };
}

impl Field {
    /// Characters that a cell of it may have at most, as text.
    #[must_use]
    pub fn most_chars(self) -> usize {
        match (self, self.kind()) {
            (Self::Note | Self::GiftMessage | Self::Personalisation, _) => limits::NOTE_CHARS,
            (_, Kind::Code) => limits::CODE_CHARS,
            (_, _) => limits::TEXT_CHARS,
        }
    }
}

/// How a cell is read.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Kind {
    /// Characters that must not be changed: leading zeros matter.
    Code,
    /// Words.
    Text,
    /// An amount of money.
    Money,
    /// A whole number of units.
    Count,
    /// A weight, with or without its unit.
    Weight,
    /// A day, or a day and a time.
    Date,
    /// A time of day.
    Time,
    /// A time zone's name.
    Zone,
    /// A country's name or code.
    Country,
    /// A currency's code or sign.
    Currency,
    /// A word for how far something is.
    Status,
    /// Yes or no.
    Flag,
}

fields! {
    /// The channel's own id of the order.
    OrderId: Code,
    /// The number that people say.
    OrderNumber: Code,
    /// When the buyer placed it; day, or day and time.
    PlacedAt: Date,
    /// The time of day, where it has a column of its own.
    PlacedTime: Time,
    /// The time zone of both, by name.
    PlacedZone: Zone,
    /// Currency of the amounts.
    Currency: Currency,
    /// The channel's id or user name of the buyer.
    BuyerId: Code,
    /// The buyer's name.
    BuyerName: Text,
    /// The buyer's first name.
    BuyerFirstName: Text,
    /// The buyer's family name.
    BuyerLastName: Text,
    /// The buyer's e-mail.
    BuyerEmail: Text,
    /// The buyer's telephone.
    BuyerPhone: Code,
    /// The buyer's firm.
    BuyerCompany: Text,
    /// The buyer's VAT or tax number.
    BuyerTaxId: Code,
    /// The recipient's name.
    ShipName: Text,
    /// The recipient's first name.
    ShipFirstName: Text,
    /// The recipient's family name.
    ShipLastName: Text,
    /// The recipient's firm.
    ShipCompany: Text,
    /// The recipient's street and house number.
    ShipLine1: Text,
    /// The recipient's house number, where it has a column of its own.
    ShipHouse: Text,
    /// The recipient's second address line.
    ShipLine2: Text,
    /// The recipient's third address line.
    ShipLine3: Text,
    /// The recipient's town.
    ShipCity: Text,
    /// The recipient's state, province or county.
    ShipRegion: Text,
    /// The recipient's postcode.
    ShipPostcode: Code,
    /// The recipient's country, name or code.
    ShipCountry: Country,
    /// The recipient's telephone.
    ShipPhone: Code,
    /// The recipient's whole address in one cell.
    ShipAddress: Text,
    /// The bill's name.
    BillName: Text,
    /// The bill's first name.
    BillFirstName: Text,
    /// The bill's family name.
    BillLastName: Text,
    /// The bill's firm.
    BillCompany: Text,
    /// The bill's street and house number.
    BillLine1: Text,
    /// The bill's house number, where it has a column of its own.
    BillHouse: Text,
    /// The bill's second address line.
    BillLine2: Text,
    /// The bill's third address line.
    BillLine3: Text,
    /// The bill's town.
    BillCity: Text,
    /// The bill's state, province or county.
    BillRegion: Text,
    /// The bill's postcode.
    BillPostcode: Code,
    /// The bill's country, name or code.
    BillCountry: Country,
    /// The bill's telephone.
    BillPhone: Code,
    /// The bill's whole address in one cell.
    BillAddress: Text,
    /// A word for the state of the money.
    PaymentStatus: Status,
    /// A word for the state of the goods.
    FulfilmentStatus: Status,
    /// A word for both.
    OrderStatus: Status,
    /// When it was paid.
    PaidAt: Date,
    /// When it left.
    ShippedAt: Date,
    /// When it was cancelled.
    CancelledAt: Date,
    /// When it has to leave.
    ShipBy: Date,
    /// The way of paying.
    PaymentMethod: Text,
    /// The payment provider's reference.
    PaymentReference: Code,
    /// What is still to be paid.
    Outstanding: Money,
    /// The lines together. Compared, not charged.
    Subtotal: Money,
    /// Carriage that the buyer pays.
    Shipping: Money,
    /// A discount on the carriage.
    ShippingDiscount: Money,
    /// Tax of the whole order.
    Tax: Money,
    /// Tax that the channel collects and remits.
    TaxByChannel: Money,
    /// The name of one tax; beside it its amount.
    TaxName: Text,
    /// The amount of that tax.
    TaxAmount: Money,
    /// Discount on the whole order.
    Discount: Money,
    /// The discount's code.
    DiscountCode: Text,
    /// A fee that the buyer pays.
    Fee: Money,
    /// A tip.
    Tip: Money,
    /// Customs duty that the buyer pays.
    Duty: Money,
    /// Gift wrap that the buyer pays.
    GiftWrap: Money,
    /// The source's total.
    Total: Money,
    /// What was paid back.
    Refunded: Money,
    /// The delivery that the buyer chose.
    Service: Text,
    /// The buyer's note.
    Note: Text,
    /// Whether it is a gift.
    Gift: Flag,
    /// The gift's message.
    GiftMessage: Text,
    /// Tracking numbers.
    Tracking: Code,
    /// Tags, separated by commas.
    Tags: Text,
    /// The channel's own id of the line.
    LineId: Code,
    /// The shop's number of the product.
    Sku: Code,
    /// What was sold.
    Title: Text,
    /// Its options, such as `Size: A5`.
    Options: Text,
    /// What the buyer wants on it.
    Personalisation: Text,
    /// Its barcode (GTIN).
    Barcode: Code,
    /// Units ordered.
    Quantity: Count,
    /// Units that have left.
    QuantityShipped: Count,
    /// Units that were cancelled.
    QuantityCancelled: Count,
    /// Units left after cancelling and refunding.
    QuantityKept: Count,
    /// Price of one unit.
    UnitPrice: Money,
    /// Price of the line before discount.
    LineGross: Money,
    /// Price of the line after discount.
    LineTotal: Money,
    /// Discount on the line.
    LineDiscount: Money,
    /// Tax on the line.
    LineTax: Money,
    /// Carriage for the line; the lines are added up.
    LineShipping: Money,
    /// Tax on that carriage.
    LineShippingTax: Money,
    /// When the line left.
    LineShippedAt: Date,
    /// A word for the state of the line's goods.
    LineStatus: Status,
    /// Whether it is sent at all.
    NeedsShipping: Flag,
    /// Weight of one unit; grams when no unit is written.
    Weight: Weight,
    /// All lines in one cell, as BigCommerce writes them.
    Products: Text,
    /// Kept beside the order under its header's name.
    Keep: Text,
}

impl Field {
    /// Whether the column speaks of one line rather than of the whole order.
    #[must_use]
    pub fn is_of_line(self) -> bool {
        (Self::LineId..=Self::Products).contains(&self)
    }

    /// Whether a date of it can only lie in the past.
    #[must_use]
    pub fn is_past(self) -> bool {
        self.kind() == Kind::Date && self != Self::ShipBy
    }
}
