//! Order files with the headers of real exports, read to the last cent and character. The files
//! lie beside the project; every expected value was worked out by hand from their text.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    clippy::print_stdout,
    reason = "tests"
)]

mod more;

use channels::{Encoding, Format, ReadOptions, Reading, Separator};
use chrono::NaiveDate;
use domain::source::{
    ChargeKind, LineKind, Severity, SourceCharge, SourceLine, SourceOrder, SourcePaid,
    SourcePayment, SourceShipped,
};
use domain::{Address, Currency};
use std::path::{Path, PathBuf};

fn data(name: &str) -> Option<Vec<u8>> {
    let root: PathBuf = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../..");
    let bytes = std::fs::read(root.join("shared/data/order_csv").join(name)).ok();
    if bytes.is_none() {
        println!("skipped: ../shared is not here");
    }
    bytes
}

fn cur(code: &str) -> Currency {
    Currency::new(code).unwrap()
}

fn options() -> ReadOptions {
    let today = NaiveDate::from_ymd_opt(2026, 9, 10).unwrap();
    ReadOptions::new(cur("USD"), chrono_tz::America::New_York, today)
}

fn read(name: &str) -> Option<Reading> {
    Some(channels::read(&data(name)?, name, &options()).unwrap())
}

fn at(text: &str) -> Option<i64> {
    Some(
        chrono::DateTime::parse_from_rfc3339(text)
            .unwrap()
            .timestamp_millis(),
    )
}

fn charge(kind: ChargeKind, label: &str, amount: i64) -> SourceCharge {
    SourceCharge {
        kind,
        label: label.into(),
        amount,
    }
}

fn line(row: u32, sku: &str, title: &str, quantity: i64, unit_price: Option<i64>) -> SourceLine {
    SourceLine {
        source_id: String::new(),
        kind: LineKind::Goods,
        sku: sku.into(),
        title: title.into(),
        options: String::new(),
        personalisation: String::new(),
        quantity,
        shipped: 0,
        cancelled: 0,
        unit_price,
        discount: 0,
        tax: None,
        grams: None,
        barcode: String::new(),
        by_shop: true,
        row,
    }
}

fn extra(order: &SourceOrder, name: &str) -> String {
    order
        .extra
        .iter()
        .find(|(header, _)| header == name)
        .map(|(_, value)| value.clone())
        .unwrap_or_default()
}

fn warnings(reading: &Reading) -> Vec<&str> {
    reading
        .groups
        .iter()
        .map(|group| group.sentence_id.as_str())
        .collect()
}

#[test]
fn shopify() {
    let Some(reading) = read("shopify_orders_export.csv") else {
        return;
    };
    assert_eq!(reading.format, Format::Shopify);
    assert_eq!(
        (reading.encoding, reading.separator),
        (Some(Encoding::Utf8), Some(Separator::Comma))
    );
    assert_eq!((reading.rows, reading.columns.len()), (4, 79));
    assert_eq!(reading.problems, []);
    let [first, second, third] = reading.orders.as_slice() else {
        panic!("three orders")
    };

    assert_eq!(
        (first.source_id.as_str(), first.number.as_str(), first.row),
        ("5001", "#1001", 2)
    );
    assert_eq!(first.placed_at, at("2026-04-06T01:06:21Z"));
    assert_eq!(first.currency, cur("USD"));
    assert_eq!(first.buyer.name, "Ann Example");
    assert_eq!(first.buyer.email, "ann@example.test");
    assert_eq!(first.buyer.phone, "555-0100");
    let ann = Address {
        name: "Ann Example".into(),
        line1: "1 Main St".into(),
        line2: "Apt 4".into(),
        city: "Springfield".into(),
        region: "MA".into(),
        postcode: "01101".into(),
        country: "US".into(),
        phone: "555-0100".into(),
        ..Address::default()
    };
    assert_eq!(first.ship_to, ann);
    assert_eq!(first.bill_to, ann);
    assert_eq!(
        first.lines,
        [
            line(2, "TEE-BLK-S", "Crew Tee - Black / S", 2, Some(999)),
            line(3, "MUG", "Mug, \"Big\"", 1, Some(1000)),
        ]
    );
    assert_eq!(first.charges, [charge(ChargeKind::Shipping, "", 500)]);
    assert_eq!(first.total, Some(3498));
    assert_eq!(
        (first.paid, first.shipped),
        (SourcePaid::Paid, SourceShipped::No)
    );
    assert_eq!(
        first.payments,
        [SourcePayment {
            method: "Shopify Payments".into(),
            reference: "#1001.1".into(),
            amount: Some(3498),
            at: at("2026-04-06T01:06:21Z"),
            to_channel: false,
        }]
    );
    assert_eq!(
        (first.refunded, first.cancelled, first.counter),
        (Some(0), false, false)
    );
    assert_eq!(
        (first.service.as_str(), first.note.as_str(), first.gift),
        ("Standard", "", false)
    );
    assert_eq!(extra(first, "Risk Level"), "Low");

    // 40.00 + 4.90 + 7.60 is 52.50 and the total 47.60: facts are given as they stand.
    assert_eq!(second.lines.len(), 1);
    let mut kissen = line(4, "KIS-1", "Kissen", 1, Some(4000));
    kissen.shipped = 1;
    assert_eq!(second.lines, [kissen]);
    assert_eq!(second.currency, cur("EUR"));
    assert_eq!(second.total, Some(4760));
    assert_eq!(
        second.charges,
        [
            charge(ChargeKind::Shipping, "", 490),
            charge(ChargeKind::Tax, "MwSt 19%", 760)
        ]
    );
    assert_eq!(second.prices_include_tax, None);
    assert_eq!((second.taxes.len(), second.taxes[0].amount), (1, 760));
    assert_eq!(second.taxes[0].name, "MwSt 19%");
    assert_eq!(second.placed_at, at("2026-04-05T21:30:29Z"));
    assert_eq!(
        second.ship_to,
        Address {
            name: "Jürgen Groß".into(),
            company: "Muster GmbH".into(),
            line1: "Hauptstraße 5".into(),
            line2: "2. OG".into(),
            city: "München".into(),
            postcode: "80331".into(),
            country: "DE".into(),
            phone: "+49 89 0000000".into(),
            ..Address::default()
        }
    );
    assert_eq!(second.note, "Bitte klingeln\nHinterhof");
    assert!(second.gift);
    assert_eq!(
        extra(second, "Note Attributes"),
        "gift: yes\nIP address: 192.0.2.1"
    );
    assert_eq!(
        (second.paid, second.shipped),
        (SourcePaid::PartlyRefunded, SourceShipped::Yes)
    );
    assert_eq!(second.refunded, Some(1000));
    assert_eq!(second.payments[0].amount, Some(4760));

    // Fulfilled, cancelled and refunded: all three are told.
    assert_eq!(
        (third.paid, third.shipped),
        (SourcePaid::Refunded, SourceShipped::Yes)
    );
    assert_eq!(
        (third.cancelled, third.cancelled_at),
        (true, at("2026-04-05T18:00:00Z"))
    );
    assert_eq!(
        (third.refunded, third.total, third.currency),
        (Some(10_000), Some(10_000), cur("HKD"))
    );
    assert_eq!(third.buyer.name, "李 小龍");
    assert_eq!(
        (
            third.ship_to.region.as_str(),
            third.ship_to.country.as_str()
        ),
        ("KL", "HK")
    );
    assert_eq!(third.ship_to.postcode, "");
    assert_eq!(third.lines[0].kind, LineKind::GiftCard);
    assert_eq!(third.lines[0].unit_price, Some(10_000));
    assert_eq!(third.charges, []);
}

#[test]
fn woocommerce() {
    let Some(reading) = read("woocommerce_advanced_order_export.csv") else {
        return;
    };
    assert_eq!(reading.format, Format::Woocommerce);
    assert_eq!(warnings(&reading), ["import-currency-assumed"]);
    let [order] = reading.orders.as_slice() else {
        panic!("one order")
    };
    assert_eq!(
        (order.source_id.as_str(), order.number.as_str()),
        ("11", "11")
    );
    // 10:00 in New York in August is 14:00 UTC.
    assert_eq!(order.placed_at, at("2026-08-14T14:00:00Z"));
    assert_eq!(order.buyer.name, "Ann Lee");
    assert_eq!(order.buyer.email, "c@example.test");
    assert_eq!(
        order.ship_to,
        Address {
            name: "Ann Lee".into(),
            line1: "1 Main St, Apt 4".into(),
            city: "Austin".into(),
            region: "TX".into(),
            postcode: "78701".into(),
            country: "US".into(),
            ..Address::default()
        }
    );
    let mut card = line(3, "CARD", "Card", 1, Some(300));
    card.options = "Size: A5".into();
    assert_eq!(order.lines, [line(2, "MUG-1", "Mug", 2, Some(1250)), card]);
    // 2 × 12.50 + 3.00 + 5.00 = 33.00
    assert_eq!(order.charges, [charge(ChargeKind::Shipping, "", 500)]);
    assert_eq!((order.total, order.refunded), (Some(3300), Some(0)));
    assert_eq!(
        (order.paid, order.shipped),
        (SourcePaid::Paid, SourceShipped::No)
    );
    assert_eq!(order.payments.len(), 1);
    assert_eq!(order.payments[0].amount, Some(3300));
}

#[test]
fn etsy_orders() {
    let Some(reading) = read("EtsySoldOrders.csv") else {
        return;
    };
    assert_eq!(reading.format, Format::EtsyOrders);
    // It was sent, so nobody waits for its lines.
    assert!(warnings(&reading).is_empty());
    let [order] = reading.orders.as_slice() else {
        panic!("one order")
    };
    assert_eq!(order.source_id, "3001");
    // Midnight of 14 August in New York.
    assert_eq!(order.placed_at, at("2026-08-14T04:00:00Z"));
    assert_eq!(order.shipped_at, at("2026-08-15T04:00:00Z"));
    assert_eq!(
        (order.paid, order.shipped),
        (SourcePaid::Paid, SourceShipped::Yes)
    );
    assert_eq!(order.buyer.source_id, "coolbuyer42");
    assert_eq!(order.buyer.name, "Jane Doe");
    assert_eq!(
        order.ship_to,
        Address {
            name: "Jane Doe".into(),
            line1: "1 Main St".into(),
            city: "Austin".into(),
            region: "TX".into(),
            postcode: "78701".into(),
            country: "US".into(),
            ..Address::default()
        }
    );
    // 13.00 + 4.50 + 0.62 = 18.12; the tax is not in Etsy's net of 16.30 for the seller.
    assert_eq!(order.total, Some(1812));
    assert_eq!(
        order.charges,
        [
            charge(ChargeKind::Shipping, "", 450),
            charge(ChargeKind::Tax, "", 62)
        ]
    );
    assert!(order.taxes[0].collected_by_channel);
    assert_eq!(order.payments.len(), 1);
    assert_eq!(
        (order.payments[0].amount, order.payments[0].to_channel),
        (Some(1812), true)
    );
    assert_eq!(order.payments[0].method, "Credit Card");
    assert_eq!(extra(order, "Order Net"), "16.30");
    assert_eq!(extra(order, "SKU"), "FOX-01,FOX-ST");
}

#[test]
fn etsy_items() {
    let Some(reading) = read("EtsySoldOrderItems.csv") else {
        return;
    };
    assert_eq!(reading.format, Format::EtsyItems);
    assert_eq!(reading.problems, []);
    let [first, second] = reading.orders.as_slice() else {
        panic!("two orders")
    };
    assert_eq!(first.source_id, "3001");
    let mut card = line(2, "FOX-01", "Sunset Fox | Greeting Card", 2, Some(500));
    card.source_id = "4001".into();
    card.options = "Style: Matte".into();
    card.shipped = 2;
    let mut sticker = line(3, "FOX-ST", "Sunset Fox | Sticker", 1, Some(300));
    sticker.source_id = "4002".into();
    sticker.options = "Color:Red".into();
    sticker.personalisation = "Ann & Bo".into();
    sticker.shipped = 1;
    assert_eq!(first.lines, [card, sticker]);
    assert_eq!(
        first.charges,
        [
            charge(ChargeKind::Shipping, "", 450),
            charge(ChargeKind::Tax, "", 62)
        ]
    );
    assert_eq!(first.total, None);
    assert_eq!(
        (first.paid, first.shipped),
        (SourcePaid::Paid, SourceShipped::Yes)
    );
    assert_eq!(first.shipped_at, at("2026-08-15T04:00:00Z"));
    assert_eq!(first.buyer.source_id, "coolbuyer42");
    assert_eq!(first.buyer.name, "Jane Doe");
    assert_eq!(first.payments[0].amount, None);

    assert_eq!(
        (second.source_id.as_str(), second.currency),
        ("3002", cur("GBP"))
    );
    assert_eq!(second.buyer.source_id, "otherbuyer");
    assert_eq!(extra(second, "Buyer"), "otherbuyer (Bob)");
    assert_eq!(second.buyer.name, "Bob Roe");
    let mut bear = line(4, "BEAR-01", "Moon Bear, print", 1, Some(500));
    bear.source_id = "4003".into();
    bear.discount = -50;
    assert_eq!(second.lines, [bear]);
    assert_eq!(second.shipped, SourceShipped::No);
    assert_eq!(
        second.ship_to,
        Address {
            name: "Bob Roe".into(),
            line1: "2 Oak Ave".into(),
            line2: "Flat 1".into(),
            city: "York".into(),
            postcode: "YO1 7HH".into(),
            country: "GB".into(),
            ..Address::default()
        }
    );
}

#[test]
fn ebay() {
    let Some(reading) = read("ebay_orders_report.csv") else {
        return;
    };
    assert_eq!(reading.format, Format::Ebay);
    assert_eq!((reading.rows, reading.columns.len()), (4, 82));
    assert_eq!(reading.problems, []);
    let [one, several] = reading.orders.as_slice() else {
        panic!("two orders")
    };
    assert_eq!(one.source_id, "24-00034-88735");
    assert_eq!(extra(one, "Sales Record Number"), "112");
    assert_eq!(one.placed_at, at("2026-07-25T04:00:00Z"));
    assert_eq!(one.currency, cur("USD"));
    assert_eq!(
        (one.buyer.source_id.as_str(), one.buyer.name.as_str()),
        ("buyer_a", "Ada Buyer")
    );
    let mut card = line(2, "PH-000001", "Test card", 1, Some(90_000));
    card.source_id = "318500000049001".into();
    assert_eq!(one.lines, [card]);
    // 900.00 + 5.97 = 905.97
    assert_eq!(one.charges, [charge(ChargeKind::Shipping, "", 597)]);
    assert_eq!(one.total, Some(90_597));
    assert_eq!(
        (one.paid, one.shipped),
        (SourcePaid::Paid, SourceShipped::No)
    );
    assert!(one.payments[0].to_channel);
    assert_eq!(one.ship_to.line1, "5 Elm");
    assert_eq!(one.ship_to.postcode, "89501");

    // The first row of the order has the total, the rows below it the items.
    assert_eq!(
        (several.source_id.as_str(), several.row),
        ("04-00050-08826", 3)
    );
    let mut mug = line(4, "MUG-B", "Mug [Color:Blue]", 2, Some(1000));
    mug.source_id = "318500000050001".into();
    mug.options = "[Color:Blue]".into();
    let mut plate = line(5, "PL-1", "Plate", 1, Some(1000));
    plate.source_id = "318500000051001".into();
    assert_eq!(several.lines, [mug, plate]);
    assert_eq!((several.total, several.charges.len()), (Some(3000), 0));
    assert_eq!(several.ship_to.line2, "ebay:abc12de");
    assert_eq!(several.ship_to.country, "US");
}

#[test]
fn amazon() {
    let Some(reading) = read("amazon_unshipped_orders.txt") else {
        return;
    };
    assert_eq!(
        (reading.format, reading.separator),
        (Format::Amazon, Some(Separator::Tab))
    );
    assert_eq!(reading.problems, []);
    let [order] = reading.orders.as_slice() else {
        panic!("one order")
    };
    assert_eq!(order.source_id, "113-4500087-1234501");
    assert_eq!(order.placed_at, at("2026-07-30T08:34:47Z"));
    assert_eq!(order.ship_by, at("2026-08-21T18:29:59Z"));
    let mut pedal = line(2, "SKU-1", "Noise Gate Pedal, \"Mini\"", 1, None);
    pedal.source_id = "523360000000402".into();
    let mut cable = line(3, "SKU-2", "Cable", 3, None);
    cable.source_id = "523360000000403".into();
    cable.shipped = 1;
    assert_eq!(order.lines, [pedal, cable]);
    assert_eq!((order.total, order.charges.len()), (None, 0));
    assert_eq!(
        (order.paid, order.shipped),
        (SourcePaid::Paid, SourceShipped::Partly)
    );
    assert_eq!(
        (order.payments[0].amount, order.payments[0].to_channel),
        (None, true)
    );
    assert_eq!(order.buyer.name, "A Buyer");
    assert_eq!(order.buyer.email, "x1@marketplace.amazon.test");
    assert_eq!(order.buyer.phone, "555-0100");
    assert_eq!(
        order.ship_to,
        Address {
            name: "A Recipient".into(),
            line1: "999 Oak St".into(),
            line2: "Suite 4".into(),
            city: "Somewhere".into(),
            region: "NY".into(),
            postcode: "01234-3333".into(),
            country: "US".into(),
            ..Address::default()
        }
    );
    assert_eq!(order.service, "Standard");
    assert_eq!(extra(order, "purchase-order-number"), "PO-9");
    assert_eq!(extra(order, "is-business-order"), "true");
}

#[test]
fn square() {
    let Some(reading) = read("square_items_detail.csv") else {
        return;
    };
    assert_eq!(reading.format, Format::Square);
    assert_eq!(reading.problems, []);
    let [order] = reading.orders.as_slice() else {
        panic!("one order")
    };
    assert_eq!(order.source_id, "SQTX1");
    assert!(order.counter);
    // 12:59:30 Eastern in July.
    assert_eq!(order.placed_at, at("2026-07-18T16:59:30Z"));
    let mut mug = line(2, "MUG-1", "Speckled Mug", 1, Some(2000));
    mug.options = "Regular, Gift wrap".into();
    mug.discount = -200;
    mug.tax = Some(144);
    mug.shipped = 1;
    assert_eq!(order.lines, [mug]);
    assert_eq!(order.charges, [charge(ChargeKind::Tax, "", 144)]);
    // Net 18.00 + tax 1.44 over the counter, and the same back the day after.
    assert_eq!((order.total, order.refunded), (Some(1944), Some(1944)));
    assert_eq!(
        (order.paid, order.shipped),
        (SourcePaid::Refunded, SourceShipped::Yes)
    );
    assert_eq!(order.payments[0].method, "Visa");
    assert_eq!(order.payments[0].reference, "PAY1");
    assert_eq!(order.payments[0].amount, Some(1944));
    assert_eq!(extra(order, "Location"), "Main");
}
