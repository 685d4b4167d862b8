//! A small shop for the stories of this room: "Kiln & Co" in Berlin, its products, its orders.

use domain::source::{
    LineKind, SourceBuyer, SourceLine, SourceOrder, SourcePaid, SourcePayment, SourceShipped,
    SourceWait, Told,
};
use domain::{Address, Currency, Millis};
use flows::import::commit::{Take, take};
use flows::shop::types::ShopMake;
use flows::stock::types::{Counted, StockCount};
use flows::stock::variants::{NewVariant, make};
use flows::{Desk, shop, stock};
use std::collections::BTreeMap;
use store::tables::stock::StockLine;

/// Makes the shop.
pub(crate) async fn make_shop(desk: &Desk) {
    shop::make(
        desk,
        ShopMake {
            name: "Kiln & Co".to_owned(),
            country: "DE".to_owned(),
            currency: Currency::new("EUR").unwrap(),
            zone: "Europe/Berlin".to_owned(),
            language: "en".to_owned(),
            user: "Ida".to_owned(),
            street: "Töpferweg 3".to_owned(),
            postcode: "10969".to_owned(),
            city: "Berlin".to_owned(),
        },
    )
    .await
    .unwrap();
}

/// Makes a variant that is not counted.
pub(crate) async fn variant(desk: &Desk, sku: &str) -> i64 {
    let mut w = desk.write().await.unwrap();
    let new = NewVariant {
        sku: sku.to_owned(),
        title: format!("Thing {sku}"),
        grams: Some(200),
        ..NewVariant::default()
    };
    let id = make(&mut w, &[new]).await.unwrap()[0];
    w.commit().await.unwrap();
    id
}

/// Counts the shelf.
pub(crate) async fn count(desk: &Desk, variant: i64, counted: i64, confirm: bool) -> Counted {
    let ask = StockCount {
        variant: variant.into(),
        location: None,
        counted,
        confirm,
        note: String::new(),
    };
    stock::count(desk, ask).await.unwrap()
}

/// A paid order of these SKUs, to be shipped by a moment.
pub(crate) fn order(number: &str, lines: &[(&str, i64)], ship_by: Option<Millis>) -> SourceOrder {
    let address = Address {
        name: format!("Buyer {number}"),
        line1: "Lindenallee 4".to_owned(),
        postcode: "10115".to_owned(),
        city: "Berlin".to_owned(),
        country: "DE".to_owned(),
        ..Address::default()
    };
    let total: i64 = lines.iter().map(|(_, n)| n * 1_000).sum();
    SourceOrder {
        source_id: number.to_owned(),
        number: number.to_owned(),
        placed_at: None,
        currency: Currency::new("EUR").unwrap(),
        buyer: SourceBuyer {
            name: address.name.clone(),
            email: format!("b{number}@mail.example"),
            ..SourceBuyer::default()
        },
        bill_to: Address::default(),
        ship_to: address,
        lines: lines
            .iter()
            .enumerate()
            .map(|(at, (sku, quantity))| SourceLine {
                source_id: at.to_string(),
                kind: LineKind::Goods,
                sku: (*sku).to_owned(),
                title: format!("Thing {sku}"),
                options: String::new(),
                personalisation: String::new(),
                quantity: *quantity,
                shipped: 0,
                cancelled: 0,
                unit_price: Some(1_000),
                discount: 0,
                tax: None,
                grams: None,
                barcode: String::new(),
                by_shop: true,
                row: 2,
            })
            .collect(),
        charges: Vec::new(),
        taxes: Vec::new(),
        prices_include_tax: Some(true),
        total: Some(total),
        paid: SourcePaid::Paid,
        payments: vec![SourcePayment {
            method: "card".to_owned(),
            reference: String::new(),
            amount: Some(total),
            at: None,
            to_channel: false,
        }],
        refunded: None,
        shipped: SourceShipped::No,
        wait: SourceWait::No,
        shipped_at: None,
        tracking: Vec::new(),
        cancelled: false,
        cancelled_at: None,
        ship_by,
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

/// Takes orders in through a channel of the tests.
pub(crate) async fn take_in(desk: &Desk, orders: Vec<SourceOrder>) {
    let mut reader = desk.store.read().await.unwrap();
    let channel = store::tables::settings::channels(reader.db())
        .await
        .unwrap()
        .into_iter()
        .find(|c| c.kind == "mapped")
        .map(|c| c.id);
    drop(reader);
    let ask = Take {
        channel,
        kind: "mapped".to_owned(),
        channel_name: "File".to_owned(),
        start_at: Some(0),
        on_shelf: None,
        others: None,
        orders: flows::import::packed::Packed::of(orders).unwrap(),
        refused: 0,
        file_name: "orders.csv".to_owned(),
        sha256: String::new(),
        make_products: false,
        mapping: None,
        by: None,
        sample: false,
    };
    take(desk, ask).await.unwrap();
}

/// Every order's id by its number.
pub(crate) async fn ids(desk: &Desk) -> BTreeMap<String, i64> {
    let mut reader = desk.store.read().await.unwrap();
    let open = store::tables::orders::open_ids(reader.db()).await.unwrap();
    store::tables::stock::order_heads(reader.db(), &open)
        .await
        .unwrap()
        .into_iter()
        .map(|o| (o.number, o.id))
        .collect()
}

/// The lines of an order.
pub(crate) async fn lines(desk: &Desk, order: i64) -> Vec<StockLine> {
    let mut reader = desk.store.read().await.unwrap();
    store::tables::stock::lines_of_orders(reader.db(), &[order])
        .await
        .unwrap()
}

/// Reserved and backordered units of an order's first line.
pub(crate) async fn held(desk: &Desk, order: i64) -> (i64, i64) {
    let line = lines(desk, order).await.remove(0);
    (line.reserved, line.backordered)
}

/// On hand, reserved, picked of a variant.
pub(crate) async fn level(desk: &Desk, variant: i64) -> (i64, i64, i64) {
    let mut reader = desk.store.read().await.unwrap();
    let row = store::tables::stock::levels(reader.db(), &[variant])
        .await
        .unwrap()
        .remove(0);
    (row.on_hand, row.reserved, row.picked)
}

/// Every rule between the rows holds.
pub(crate) async fn check_stock(desk: &Desk) {
    let broken = testkit::invariants(&desk.store).await;
    assert!(broken.is_empty(), "{broken:#?}");
}
