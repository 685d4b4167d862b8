//! Who gets which units, and that every number has its rows.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    clippy::large_futures,
    reason = "tests"
)]

#[allow(dead_code, reason = "each story takes what it needs of the kit")]
#[path = "kit/shop.rs"]
mod kit;

use domain::stock::MovementKind;
use domain::time::{DAY, HOUR};
use flows::ship::types::{HandOver, LabelWish, LabelsMake, ParcelRef};
use flows::stock::moves;
use flows::stock::reserve;
use flows::stock::types::{StockList, StockMove, StockView, VariantRef, VariantSave};
use flows::{Desk, FlowError, stock};
use kit::{check_stock, count, held, ids, level, lines, make_shop, order, take_in, variant};
use testkit::for_each_engine;

const SOON: i64 = testkit::NOW + 3 * HOUR;

async fn move_by_hand(
    desk: &Desk,
    variant: i64,
    kind: MovementKind,
    units: i64,
    confirm: bool,
) -> Result<(), FlowError> {
    let ask = StockMove {
        variant: variant.into(),
        location: None,
        kind,
        quantity: units,
        note: String::new(),
        confirm,
    };
    stock::move_by_hand(desk, ask).await.map(|_| ())
}

/// What a refusal says.
fn id_of(error: FlowError) -> String {
    if let FlowError::Refused(refusal) = &error {
        return refusal.0.id.clone();
    }
    // An invalid field reads `field: sentence-id`.
    error.to_string()
}

#[tokio::test(flavor = "multi_thread")]
async fn the_last_unit_is_never_sold_twice() {
    for_each_engine(async |shop| {
        let desk = shop.desk();
        make_shop(desk).await;
        let mug = variant(desk, "MUG").await;
        count(desk, mug, 0, false).await;
        // The channel is there: who makes one while another desk does is asked to look again.
        take_in(desk, vec![order("first", &[("POT", 1)], Some(SOON))]).await;
        for round in 0..20 {
            assert!(
                move_by_hand(desk, mug, MovementKind::Received, 3, false)
                    .await
                    .is_ok()
            );
            let one = |at: i64| {
                let number = format!("{round}-{at}");
                async move {
                    take_in(desk, vec![order(&number, &[("MUG", 1)], Some(SOON))]).await;
                }
            };
            tokio::join!(one(0), one(1), one(2), one(3));
            let (on_hand, reserved, _) = level(desk, mug).await;
            assert!(
                reserved <= on_hand,
                "round {round}: {reserved} of {on_hand}"
            );
        }
        // 60 units came and 80 were ordered.
        assert_eq!(level(desk, mug).await, (60, 60, 0));
        let mut reader = desk.store.read().await.unwrap();
        let short = store::tables::stock::short_sums(reader.db(), &[mug])
            .await
            .unwrap();
        assert_eq!(short, [(mug, 20)]);
        drop(reader);
        check_stock(desk).await;
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn what_is_not_counted_is_never_short_and_a_first_count_names_who_loses() {
    for_each_engine(async |shop| {
        let desk = shop.desk();
        make_shop(desk).await;
        let mug = variant(desk, "MUG").await;
        take_in(
            desk,
            vec![
                order("1", &[("MUG", 2)], Some(SOON)),
                order("2", &[("MUG", 2)], Some(SOON + DAY)),
                order("3", &[("MUG", 2), ("NOBODY-KNOWS-IT", 4)], Some(SOON)),
            ],
        )
        .await;
        let ids = ids(desk).await;
        assert_eq!(level(desk, mug).await, (0, 6, 0));
        assert_eq!(held(desk, ids["2"]).await, (2, 0));
        // A line without a variant counts as reserved, without a row.
        assert_eq!(lines(desk, ids["3"]).await[1].reserved, 4);
        check_stock(desk).await;

        // Three lie there: the order that may leave last loses both of its units, the newer of the
        // other two one.
        let named = count(desk, mug, 3, false).await;
        let losers: Vec<(&str, i64)> = named
            .losers
            .iter()
            .map(|l| (l.order_number.as_str(), l.quantity))
            .collect();
        assert_eq!((named.booked, named.difference), (false, 3));
        assert_eq!(losers, [("2", 2), ("3", 1)]);
        assert_eq!(level(desk, mug).await, (0, 6, 0), "nothing is booked yet");
        assert_eq!(shop.number("SELECT COUNT(*) FROM movement").await, 0);

        let booked = count(desk, mug, 3, true).await;
        assert!(booked.booked);
        assert_eq!(level(desk, mug).await, (3, 3, 0));
        assert_eq!(held(desk, ids["1"]).await, (2, 0));
        assert_eq!(held(desk, ids["2"]).await, (0, 2));
        assert_eq!(held(desk, ids["3"]).await, (1, 1));
        let told = shop
            .number("SELECT COUNT(*) FROM event WHERE verb = 'stock_lost'")
            .await;
        assert_eq!(told, 2, "each loser's timeline says so");
        check_stock(desk).await;
        shop.check("a first count").await;

        // A delivery of two: the more urgent order is served first.
        move_by_hand(desk, mug, MovementKind::Received, 2, false)
            .await
            .unwrap();
        assert_eq!(held(desk, ids["3"]).await, (2, 0));
        assert_eq!(held(desk, ids["2"]).await, (1, 1));
        shop.check("a delivery").await;
    })
    .await;
}

async fn label(desk: &Desk, order: i64) -> i64 {
    let ask = LabelsMake {
        wishes: vec![LabelWish {
            orders: vec![order.into()],
            service: None,
            parcels: Vec::new(),
        }],
        format: None,
        start: None,
    };
    let made = flows::ship::labels::make(desk, ask).await.unwrap();
    assert!(made.refused.is_empty(), "{:?}", made.refused);
    made.parcels[0].parcel.0
}

#[tokio::test(flavor = "multi_thread")]
async fn a_count_takes_nothing_that_was_fetched() {
    for_each_engine(async |shop| {
        let desk = shop.desk();
        make_shop(desk).await;
        let mug = variant(desk, "MUG").await;
        count(desk, mug, 6, false).await;
        take_in(
            desk,
            vec![
                order("early", &[("MUG", 2)], Some(SOON)),
                order("late", &[("MUG", 2)], Some(SOON + DAY)),
            ],
        )
        .await;
        let ids = ids(desk).await;
        label(desk, ids["late"]).await;
        assert_eq!(
            level(desk, mug).await,
            (6, 4, 2),
            "what has a label was fetched"
        );
        // Four should be on the shelf, one is.
        let named = count(desk, mug, 1, false).await;
        assert_eq!((named.booked, named.difference), (false, -3));
        assert_eq!(
            (
                named.losers[0].order_number.as_str(),
                named.losers[0].quantity
            ),
            ("early", 1)
        );
        count(desk, mug, 1, true).await;
        assert_eq!(level(desk, mug).await, (3, 3, 2));
        assert_eq!(held(desk, ids["late"]).await, (2, 0));
        assert_eq!(held(desk, ids["early"]).await, (1, 1));
        check_stock(desk).await;
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn taking_a_parcel_back_brings_everything_back() {
    for_each_engine(async |shop| {
        let desk = shop.desk();
        make_shop(desk).await;
        let mug = variant(desk, "MUG").await;
        let bowl = variant(desk, "BOWL").await;
        count(desk, mug, 5, false).await;
        let two = order("1", &[("MUG", 3), ("BOWL", 1), ("UNKNOWN", 2)], Some(SOON));
        take_in(desk, vec![two, order("2", &[("MUG", 2)], Some(SOON))]).await;
        let ids = ids(desk).await;
        let parcel = label(desk, ids["1"]).await;
        let before = (
            level(desk, mug).await,
            level(desk, bowl).await,
            lines(desk, ids["1"]).await,
        );
        assert_eq!(before.0, (5, 5, 3));

        let ask = HandOver {
            carrier: None,
            parcels: vec![parcel.into()],
        };
        flows::ship::hand_over::hand_over(desk, ask).await.unwrap();
        assert_eq!(level(desk, mug).await, (2, 2, 0));
        assert_eq!(
            level(desk, bowl).await,
            (-1, 0, 0),
            "not counted: the ledger still tells it"
        );
        let gone = lines(desk, ids["1"]).await;
        assert_eq!(
            (
                gone[0].shipped,
                gone[0].reserved,
                gone[2].shipped,
                gone[2].reserved
            ),
            (3, 0, 2, 0)
        );
        check_stock(desk).await;
        shop.check("a hand-over").await;

        flows::ship::hand_over::take_back(desk, ParcelRef { id: parcel.into() })
            .await
            .unwrap();
        let after = (
            level(desk, mug).await,
            level(desk, bowl).await,
            lines(desk, ids["1"]).await,
        );
        assert_eq!(after, before);
        check_stock(desk).await;
        shop.check("taking back").await;
        let mut w = desk.write().await.unwrap();
        moves::take_back(&mut w, parcel).await.unwrap();
        w.commit().await.unwrap();
        assert_eq!(
            level(desk, mug).await,
            before.0,
            "once more changes nothing"
        );

        let ask = HandOver {
            carrier: None,
            parcels: vec![parcel.into()],
        };
        flows::ship::hand_over::hand_over(desk, ask).await.unwrap();
        assert_eq!(level(desk, mug).await, (2, 2, 0));
        let detail = stock::variant_get(desk, VariantRef { id: mug.into() })
            .await
            .unwrap();
        let told: Vec<(i64, i64)> = detail
            .movements
            .iter()
            .map(|m| (m.quantity, m.after))
            .collect();
        assert_eq!(told, [(-3, 2), (3, 5), (-3, 2), (5, 5)]);
        assert_eq!(detail.movements[0].order_number, "1");
        assert_eq!(detail.movements[0].who, "Ida");
        check_stock(desk).await;
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn units_that_are_let_go_are_given_to_who_waits_longest() {
    for_each_engine(async |shop| {
        let desk = shop.desk();
        make_shop(desk).await;
        let mug = variant(desk, "MUG").await;
        count(desk, mug, 2, false).await;
        take_in(desk, vec![order("has", &[("MUG", 2)], Some(SOON + DAY))]).await;
        take_in(
            desk,
            vec![
                order("waits", &[("MUG", 1)], Some(SOON + 2 * DAY)),
                order("urgent", &[("MUG", 1)], Some(SOON)),
            ],
        )
        .await;
        let ids = ids(desk).await;
        // Who has units keeps them, however urgent another is.
        assert_eq!(held(desk, ids["has"]).await, (2, 0));
        assert_eq!(held(desk, ids["urgent"]).await, (0, 1));
        let line = lines(desk, ids["has"]).await[0].id;
        let mut w = desk.write().await.unwrap();
        reserve::release(&mut w, &[(line, 1)]).await.unwrap();
        let served = reserve::give(&mut w, &[mug]).await.unwrap();
        assert_eq!(served, [ids["urgent"]]);
        w.commit().await.unwrap();
        assert_eq!(held(desk, ids["has"]).await.0, 1);
        assert_eq!(held(desk, ids["urgent"]).await, (1, 0));
        assert_eq!(held(desk, ids["waits"]).await, (0, 1));
        assert_eq!(level(desk, mug).await, (2, 2, 0));
        // More than is held is not let go.
        let mut w = desk.write().await.unwrap();
        reserve::release(&mut w, &[(line, 5)]).await.unwrap();
        flows::orders::refresh::refresh(&mut w, &ids.values().copied().collect::<Vec<_>>())
            .await
            .unwrap();
        w.commit().await.unwrap();
        assert_eq!(level(desk, mug).await, (2, 1, 0));
        check_stock(desk).await;
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn the_running_balance_ends_at_on_hand_however_long_the_ledger() {
    for_each_engine(async |shop| {
        let desk = shop.desk();
        make_shop(desk).await;
        let mug = variant(desk, "MUG").await;
        count(desk, mug, 10, false).await;
        for at in 0..230 {
            let (kind, units) = if at % 3 == 0 {
                (MovementKind::Scrapped, -1)
            } else {
                (MovementKind::Received, 2)
            };
            move_by_hand(desk, mug, kind, units, false).await.unwrap();
        }
        let detail = stock::variant_get(desk, VariantRef { id: mug.into() })
            .await
            .unwrap();
        // 77 scrapped, 153 deliveries of two: 10 - 77 + 306.
        assert_eq!(detail.row.on_hand, 239);
        assert_eq!(detail.movements.len(), 200);
        assert_eq!(detail.movements[0].after, 239);
        for pair in detail.movements.windows(2) {
            assert_eq!(pair[0].after - pair[0].quantity, pair[1].after);
        }
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn units_go_out_by_hand_only_when_it_is_said_who_loses() {
    for_each_engine(async |shop| {
        let desk = shop.desk();
        make_shop(desk).await;
        let mug = variant(desk, "MUG").await;
        count(desk, mug, 3, false).await;
        take_in(desk, vec![order("1001", &[("MUG", 3)], Some(SOON))]).await;
        let ids = ids(desk).await;
        let refused = move_by_hand(desk, mug, MovementKind::Scrapped, -2, false)
            .await
            .unwrap_err();
        let FlowError::Refused(refusal) = refused else {
            panic!("{refused:?}")
        };
        assert_eq!(refusal.0.id, "stock-move-takes");
        assert_eq!(refusal.0.args["orders"], "1001".into());
        assert_eq!(refusal.0.args["units"], 2_i64.into());
        assert_eq!(level(desk, mug).await, (3, 3, 0));
        move_by_hand(desk, mug, MovementKind::Scrapped, -2, true)
            .await
            .unwrap();
        assert_eq!(level(desk, mug).await, (1, 1, 0));
        assert_eq!(held(desk, ids["1001"]).await, (1, 2));
        for (kind, units, said) in [
            (MovementKind::Received, -1, "quantity: stock-received-out"),
            (MovementKind::Scrapped, 1, "quantity: stock-scrapped-in"),
            (MovementKind::Adjusted, 0, "quantity: stock-move-range"),
            (MovementKind::HandedOver, -1, "kind: stock-move-kind"),
        ] {
            let error = move_by_hand(desk, mug, kind, units, true)
                .await
                .unwrap_err();
            assert_eq!(id_of(error), said);
        }
        // Less than nothing is a fact that needs a person, said once, gone with the next count.
        move_by_hand(desk, mug, MovementKind::Adjusted, -4, true)
            .await
            .unwrap();
        move_by_hand(desk, mug, MovementKind::Adjusted, -1, true)
            .await
            .unwrap();
        assert_eq!(level(desk, mug).await, (-4, 0, 0));
        let open = "SELECT COUNT(*) FROM need WHERE kind = 'stock_negative' AND closed_at IS NULL";
        assert_eq!(shop.number(open).await, 1);
        count(desk, mug, 7, false).await;
        assert_eq!(shop.number(open).await, 0);
        assert_eq!(
            level(desk, mug).await,
            (7, 3, 0),
            "and who waited is served"
        );
        assert_eq!(held(desk, ids["1001"]).await, (3, 0));
        check_stock(desk).await;
        shop.check("a count after less than nothing").await;
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_variant_is_named_once_and_takes_the_lines_that_wait_for_it() {
    for_each_engine(async |shop| {
        let desk = shop.desk();
        make_shop(desk).await;
        take_in(desk, vec![order("1", &[("Mug-01", 2)], Some(SOON))]).await;
        let ids = ids(desk).await;
        let ask = VariantSave {
            sku: Some("MUG-01".to_owned()),
            title: Some("Mug".to_owned()),
            barcodes: Some(vec![
                " 4006381333931 ".to_owned(),
                "4006381333931".to_owned(),
            ]),
            bin: Some("A1".to_owned()),
            grams: Some(380),
            price: Some(2_400),
            ..VariantSave::default()
        };
        let made = stock::variant_save(desk, ask).await.unwrap();
        assert_eq!(made.barcodes, ["4006381333931"]);
        assert_eq!(
            (made.row.reserved, made.row.counted, made.row.available),
            (2, false, None)
        );
        let line = lines(desk, ids["1"]).await.remove(0);
        assert_eq!(
            (line.variant_id, line.grams),
            (Some(made.row.id.0), Some(380))
        );
        shop.check("a variant for a line").await;

        let taken = VariantSave {
            sku: Some(" MUG-01 ".to_owned()),
            title: Some("Another".to_owned()),
            ..VariantSave::default()
        };
        let error = stock::variant_save(desk, taken).await.unwrap_err();
        assert_eq!(id_of(error), "sku: variant-sku-taken");
        let taken = VariantSave {
            title: Some("Another".to_owned()),
            barcodes: Some(vec!["4006381333931".to_owned()]),
            ..VariantSave::default()
        };
        let error = stock::variant_save(desk, taken).await.unwrap_err();
        assert_eq!(id_of(error), "barcodes: variant-barcode-taken");

        let change = VariantSave {
            id: Some(made.row.id),
            version: made.row.version,
            title: Some("Tall mug".to_owned()),
            ..VariantSave::default()
        };
        let changed = stock::variant_save(desk, change.clone()).await.unwrap();
        assert_eq!(changed.row.title, "Tall mug");
        assert_eq!(
            (changed.row.bin.as_str(), changed.row.price),
            ("A1", Some(2_400))
        );
        let stale = stock::variant_save(desk, change).await.unwrap_err();
        assert!(matches!(stale, FlowError::Stale));

        let find = async |text: &str| {
            let ask = StockList {
                view: StockView::All,
                text: text.to_owned(),
                location: None,
                after: None,
                limit: 50,
            };
            let page = stock::list(desk, ask).await.unwrap();
            assert_eq!(page.total, i64::try_from(page.rows.len()).unwrap());
            page.rows.len()
        };
        for (text, found) in [
            ("", 1),
            ("tal", 1),
            ("mug tall", 1),
            ("MUG-01", 1),
            ("40063", 1),
            ("bowl", 0),
            ("tall bowl", 0),
        ] {
            assert_eq!(find(text).await, found, "{text}");
        }
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn pages_of_the_stock_list_come_in_order_and_end() {
    for_each_engine(async |shop| {
        let desk = shop.desk();
        make_shop(desk).await;
        for at in [4, 1, 5, 3, 2] {
            variant(desk, &format!("S{at}")).await;
        }
        let mut ask = StockList {
            view: StockView::NotCounted,
            text: String::new(),
            location: None,
            after: None,
            limit: 2,
        };
        let mut seen = Vec::new();
        loop {
            let page = stock::list(desk, ask.clone()).await.unwrap();
            assert_eq!(page.total, 5);
            seen.extend(page.rows.iter().map(|r| r.sku.clone()));
            match page.next {
                Some(next) => ask.after = Some(next),
                None => break,
            }
        }
        assert_eq!(seen, ["S1", "S2", "S3", "S4", "S5"]);
    })
    .await;
}
