//! BigCommerce, Squarespace and Magento.

use super::*;

#[test]
fn bigcommerce() {
    let Some(reading) = read("bigcommerce_orders.csv") else {
        return;
    };
    assert_eq!(reading.format, Format::Bigcommerce);
    assert_eq!(reading.problems, []);
    let [order] = reading.orders.as_slice() else {
        panic!("one order")
    };
    assert_eq!(order.source_id, "100");
    assert_eq!(order.placed_at, at("2026-08-14T04:00:00Z"));
    assert_eq!(
        order.lines,
        [
            line(2, "MUG", "Mug", 2, Some(1000)),
            line(2, "", "Card", 1, Some(500))
        ]
    );
    assert_eq!((order.total, order.charges.len()), (Some(2500), 0));
    assert_eq!(
        (order.paid, order.shipped),
        (SourcePaid::Paid, SourceShipped::No)
    );
    assert_eq!(order.buyer.name, "Ann Lee");
    assert_eq!(order.buyer.source_id, "1");
    assert_eq!(order.buyer.email, "c@example.test");
    assert_eq!(
        order.ship_to,
        Address {
            name: "Ann Lee".into(),
            line1: "1 Main".into(),
            city: "Austin".into(),
            region: "Texas".into(),
            postcode: "78701".into(),
            country: "US".into(),
            ..Address::default()
        }
    );
}

#[test]
fn squarespace() {
    let Some(reading) = read("squarespace_orders.csv") else {
        return;
    };
    assert_eq!(reading.format, Format::Squarespace);
    assert_eq!(reading.problems, []);
    let [open, cancelled] = reading.orders.as_slice() else {
        panic!("two orders")
    };
    assert_eq!(open.source_id, "00001");
    assert_eq!(open.placed_at, at("2026-07-26T01:06:00Z"));
    let mut washed = line(2, "SQ0509144", "Washed Coffee", 1, Some(1000));
    washed.options = "200g".into();
    let mut other = line(3, "SQ0030016", "Other Coffee", 1, Some(1000));
    other.options = "200g".into();
    assert_eq!(open.lines, [washed, other]);
    assert_eq!(open.charges, [charge(ChargeKind::Shipping, "", 1000)]);
    assert_eq!((open.total, open.refunded), (Some(3000), Some(0)));
    assert_eq!(
        (open.paid, open.shipped),
        (SourcePaid::Paid, SourceShipped::No)
    );
    assert_eq!(open.ship_to.line1, "1 Lewis Avenue");
    assert_eq!(open.ship_to.region, "CA");
    assert!(open.bill_to.is_empty());

    assert_eq!(cancelled.source_id, "00002");
    assert_eq!(
        (cancelled.cancelled, cancelled.cancelled_at),
        (true, at("2026-07-26T16:32:00Z"))
    );
    assert_eq!(
        (cancelled.paid, cancelled.refunded),
        (SourcePaid::Refunded, Some(2000))
    );
    assert_eq!(cancelled.lines[0].cancelled, 1);
    assert_eq!(cancelled.shipped, SourceShipped::Unknown);
    assert_eq!(cancelled.payments[0].reference, "ch_test_1");
}

#[test]
fn magento() {
    let Some(reading) = read("magento2_order_grid.csv") else {
        return;
    };
    assert_eq!(reading.format, Format::Magento);
    assert_eq!(
        warnings(&reading),
        ["import-order-without-lines", "import-currency-assumed"]
    );
    assert!(
        reading
            .problems
            .iter()
            .all(|problem| problem.severity == Severity::Warning)
    );
    let [order] = reading.orders.as_slice() else {
        panic!("one order")
    };
    assert_eq!(
        (order.source_id.as_str(), order.number.as_str()),
        ("000000101", "000000101")
    );
    // 2:31:07 in the afternoon in New York.
    assert_eq!(order.placed_at, at("2026-08-14T18:31:07Z"));
    assert_eq!(order.lines, []);
    assert_eq!(
        (order.total, order.charges.as_slice()),
        (Some(2500), &[charge(ChargeKind::Shipping, "", 500)][..])
    );
    assert_eq!(
        (order.paid, order.shipped),
        (SourcePaid::Unknown, SourceShipped::Unknown)
    );
    assert_eq!(extra(order, "Payment Method"), "checkmo");
    assert_eq!(
        extra(order, "Purchase Point"),
        "Main Website\nMain Website Store\nDefault Store View"
    );
    assert_eq!(order.service, "Flat Rate - Fixed");
    assert_eq!(
        order.ship_to,
        Address {
            name: "Ann Lee".into(),
            line1: "1 Main St".into(),
            city: "Austin".into(),
            region: "Texas".into(),
            postcode: "78701".into(),
            ..Address::default()
        }
    );
}
