//! The rules between rows hold in an empty shop and find what breaks them.

use crate::shop::{ACTOR, Shop};
use sqlx::AssertSqlSafe;
use store::Engine;
use store::tables::invariants::breaches;

crate::on_both_engines!(an_empty_shop_is_sound, each_rule_finds_its_breach);

async fn an_empty_shop_is_sound(shop: &Shop) {
    let store = shop.open().await;
    let mut reader = store.read().await.unwrap();
    assert_eq!(breaches(reader.db()).await.unwrap(), Vec::<String>::new());
    drop(reader);
    store.close().await.unwrap();
}

/// One sound order of 2 units, both reserved, one handed over in a parcel, 30.00 paid; and a free kit of two
/// cups and a tea, reserved.
const SOUND: &str = "
    UPDATE counter SET next = 100 WHERE name = 'id';
    UPDATE counter SET next = 2 WHERE name = 'journal';
    INSERT INTO channel VALUES (1, 'shopify', 'Shop', NULL, NULL, 1, 1);
    INSERT INTO location VALUES (2, 'Here', 1, 1, 1);
    INSERT INTO product VALUES (3, 'Tea', 1, 1);
    INSERT INTO variant VALUES (4, 3, 'TEA', 'tea', 'Tea', '', 'goods', 1, 1, 1, 1, '', '', 1, 1, 'EUR', 1, 0, 1, NULL, 1, 1);
    INSERT INTO stock VALUES (4, 2, 'A1', 9, 2, 0, 0);
    INSERT INTO orders VALUES (5, 1, 's', '#1', '1', NULL, NULL, NULL, 'ida', 'DE', 1, 1, 'EUR', 2500, 3000, 3000, 0, 0,
        1, 1, 'paid', '', 'open', 'paid', 'partially_shipped', 'none', 0, 0, 1, 1, 0, 0, 3, 2, 0, NULL, 1, NULL, 1, NULL,
        '', NULL, NULL, NULL, NULL, '', 0, '', '', '', 417, NULL, NULL, '', 0, 1);
    INSERT INTO order_line VALUES (6, 5, 1, '', 'goods', 1, 'sale', NULL, 4, 'TEA', 'Tea', '', '', 1250, 0, NULL, 2500,
        1, NULL, 2, 0, 1, 0, 1, 1, 1, 0, 0, 0, 0);
    INSERT INTO variant VALUES (17, 3, 'SET', 'set', 'Set', '', 'kit', 1, 1, 1, 1, '', '', 1, 1, 'EUR', 0, 0, 1, NULL, 1, 1),
        (18, 3, 'CUP', 'cup', 'Cup', '', 'goods', 1, 1, 1, 1, '', '', 1, 1, 'EUR', 0, 0, 1, NULL, 1, 1);
    INSERT INTO kit_part VALUES (17, 18, 2), (17, 4, 1);
    INSERT INTO stock VALUES (18, 2, '', 0, 2, 0, 0);
    INSERT INTO order_line VALUES (19, 5, 2, '', 'kit', 1, 'sale', NULL, 17, 'SET', 'Set', '', '', 0, 0, NULL, 0,
        1, NULL, 1, 0, 1, 0, 0, 0, 0, 0, 0, 0, 0);
    INSERT INTO line_part VALUES (19, 18, 2, 400000), (19, 4, 1, 600000);
    INSERT INTO reservation VALUES (20, 4, 2, 5, 19, 1, 'active', 1, NULL), (21, 18, 2, 5, 19, 2, 'active', 1, NULL);
    INSERT INTO charge VALUES (7, 5, 'shipping', '', 500);
    INSERT INTO payment VALUES (8, 5, 'in', 'card', '', '', 'captured', 3000, 1, 'source');
    INSERT INTO movement VALUES (9, 4, 2, 10, 'opening', 1, NULL, NULL, NULL, 1, '');
    INSERT INTO movement VALUES (10, 4, 2, -1, 'handed_over', 1, 5, 6, 12, 1, '');
    INSERT INTO reservation VALUES (14, 4, 2, 5, 6, 1, 'active', 1, NULL);
    INSERT INTO shipment VALUES (11, NULL, '#1-1', 'packed', 0, 0, 2, NULL, 1, NULL, NULL, 1);
    INSERT INTO shipment_line VALUES (11, 6, 5, 1, 1, 1, 0);
    INSERT INTO parcel VALUES (12, 11, '#1-1', 'out', 'handed_over', 'post', NULL, NULL, 'RR1', 'rr1', 1, 1, 1, 1, 1, 1, NULL, 1, NULL, 0, NULL, 1);
    INSERT INTO parcel_line VALUES (12, 6, 1);
    INSERT INTO document VALUES (13, 'label', 'application/pdf', 'l.pdf', 1, 'x', BYTES, 1, 1);
    INSERT INTO label VALUES (15, 12, 'live', NULL, 'RR1', 1, 'EUR', 13, 1, NULL, NULL, NULL, 1, 1, NULL, '', NULL);
    INSERT INTO outbox VALUES (16, 'tell_shipped', 1, 5, 12, 'waiting', 1, '', 1, NULL);
    INSERT INTO event VALUES (1, 1, NULL, 1, 1, 'handed_over', 5, 12, '', NULL);
    INSERT INTO view_counter VALUES ('to_ship', 1), ('partly_shipped', 1), ('open', 1), ('all', 1);
";

async fn each_rule_finds_its_breach(shop: &Shop) {
    let store = shop.open().await;
    let bytes = match store.engine() {
        Engine::Sqlite => "x'25'",
        Engine::Postgres => "'\\x25'",
    };
    let mut w = store.write(ACTOR).await.unwrap();
    let sound = SOUND.replace("BYTES", bytes);
    sqlx::raw_sql(AssertSqlSafe(sound))
        .execute(w.db())
        .await
        .unwrap();
    assert_eq!(breaches(w.db()).await.unwrap(), Vec::<String>::new());
    let plants = [
        (
            "M02_REFUNDED_WITHIN",
            "INSERT INTO payment VALUES (30, 5, 'out', 'card', '', '', 'captured', 3001, 1, 'shop')",
        ),
        (
            "M02_CREDITED_WITHIN",
            "INSERT INTO credit VALUES (30, 5, NULL, 'shop', 3001, 1)",
        ),
        ("M03_ON_HAND", "UPDATE stock SET on_hand = 10"),
        (
            "M03_ON_HAND",
            "UPDATE movement SET quantity = 11 WHERE id = 9",
        ),
        (
            "M03_MOVED_WHERE",
            "UPDATE movement SET location_id = 77 WHERE id = 9",
        ),
        ("M03_RESERVED:", "UPDATE stock SET reserved = 0"),
        (
            "M03_RESERVED_WHERE",
            "UPDATE reservation SET location_id = 77",
        ),
        (
            "M03_RESERVED_OF_LINES",
            "UPDATE reservation SET quantity = 2",
        ),
        (
            "M03_RESERVATION_OF_ITS_LINE",
            "UPDATE reservation SET order_id = 77",
        ),
        (
            "M03_RESERVATION_OF_ITS_LINE",
            "UPDATE reservation SET variant_id = 17 WHERE id = 21",
        ),
        // One kit of two cups and a tea: half a cup is missing, or the tea stands elsewhere.
        (
            "M03_WHOLE_KITS",
            "UPDATE reservation SET quantity = 1 WHERE id = 21",
        ),
        (
            "M03_WHOLE_KITS",
            "UPDATE reservation SET location_id = 77 WHERE id = 21",
        ),
        ("KIT_LINES_HAVE", "DELETE FROM line_part WHERE line_id = 19"),
        (
            "KIT_LINES_HAVE",
            "UPDATE line_part SET share = 1 WHERE part_id = 18",
        ),
        ("KIT_LINES_HAVE", "UPDATE order_line SET kind = 'goods'"),
        ("KITS_HAVE", "DELETE FROM kit_part"),
        ("KITS_HAVE", "UPDATE variant SET counted = 1 WHERE id = 17"),
        (
            "KITS_HAVE",
            "UPDATE kit_part SET part_id = 17 WHERE part_id = 4",
        ),
        (
            "M03_FETCHED",
            "UPDATE order_line SET picked = 1, packed = 1 WHERE id = 19",
        ),
        ("M03_ENDED", "UPDATE reservation SET ended_at = 1"),
        ("M03_FETCHED", "UPDATE stock SET picked = 1"),
        ("M04_ONE_LIVE", "UPDATE label SET state = 'retired'"),
        ("M04_ONE_LIVE", "UPDATE parcel SET state = 'open'"),
        ("M04_A_LABEL_HAS", "UPDATE label SET page = 2"),
        ("M04_A_LABEL_SAYS", "UPDATE parcel SET tracking = 'RR2'"),
        (
            "M04_A_NUMBER",
            "INSERT INTO parcel VALUES (30, 11, '#1-2', 'out', 'open', 'post', NULL, NULL, 'RR1', 'rr1', 1, 1, 1, 1, 1, 1, NULL, 1, NULL, 0, NULL, 1)",
        ),
        (
            "M05_HOLDS",
            "INSERT INTO hold VALUES (30, 5, NULL, NULL, 'manual', '', NULL, 1, 1, NULL, NULL, '')",
        ),
        (
            "M05_NEEDS",
            "INSERT INTO need VALUES (30, 'x', 5, NULL, '', 1, NULL, NULL)",
        ),
        ("M05_UNITS", "UPDATE orders SET units_left = 1"),
        ("M05_FULFILMENT", "UPDATE orders SET fulfilment = 'shipped'"),
        ("M05_PAYMENT", "UPDATE payment SET state = 'pending'"),
        ("M05_WORK", "UPDATE orders SET work = 0"),
        ("M05_READY", "UPDATE orders SET holds = 1"),
        ("M05_VIEWS", "UPDATE orders SET views = 416"),
        (
            "M05_COUNTS",
            "UPDATE view_counter SET n = 2 WHERE name = 'open'",
        ),
        ("M05_COUNTS", "DELETE FROM view_counter WHERE name = 'all'"),
        ("M05_LINE", "UPDATE order_line SET packed = 2 WHERE id = 6"),
        ("M06_A_CAUSE", "UPDATE outbox SET cause = 7"),
        ("M08_ONE_SHIPMENT", "UPDATE shipment_line SET quantity = 3"),
        ("M08_ONE_PARCEL", "UPDATE parcel_line SET quantity = 2"),
        ("M09_A_MOVEMENT", "DELETE FROM movement WHERE id = 10"),
        (
            "M09_A_MOVEMENT",
            "INSERT INTO movement VALUES (30, 4, 2, -1, 'handed_over', 1, 5, 6, 12, 1, '')",
        ),
        ("M09_A_MOVEMENT", "UPDATE parcel SET state = 'labelled'"),
        (
            "M09_IT_LEFT",
            "UPDATE movement SET location_id = 77 WHERE id = 10",
        ),
        (
            "M09_A_PARCEL",
            "UPDATE movement SET parcel_id = 77 WHERE id = 10",
        ),
        (
            "M09_SOLD",
            "INSERT INTO movement VALUES (30, 4, 2, -1, 'sold', 1, 5, 6, NULL, 1, '')",
        ),
        ("M03_EXPIRED", "UPDATE orders SET expired_at = 1"),
        (
            "M03_WAITING",
            "UPDATE orders SET reserve_from = 1; UPDATE order_line SET backordered = 1",
        ),
        ("M09_ASKED", "UPDATE shipment SET from_shelf = NULL"),
        ("M09_SHIPPED", "UPDATE order_line SET shipped = 0"),
        ("M10_BALANCE", "UPDATE charge SET amount = 501"),
        ("M10_BALANCE", "UPDATE orders SET balance = 1"),
        ("M11_HISTORY", "UPDATE orders SET history = 1"),
        (
            "M12_NO_LIVE",
            "UPDATE orders SET life = 'cancelled'; UPDATE parcel SET state = 'labelled'",
        ),
        ("JOURNAL_HAS", "UPDATE event SET seq = 2"),
        (
            "JOURNAL_HAS",
            "UPDATE counter SET next = 3 WHERE name = 'journal'",
        ),
        ("IDS_ARE", "UPDATE counter SET next = 15 WHERE name = 'id'"),
    ];
    // References are not the matter here; the engine refuses those by itself.
    let loose = match store.engine() {
        Engine::Sqlite => "PRAGMA defer_foreign_keys = ON",
        Engine::Postgres => "SET LOCAL session_replication_role = replica",
    };
    sqlx::raw_sql(loose).execute(w.db()).await.unwrap();
    for (rule, plant) in plants {
        sqlx::raw_sql("SAVEPOINT plant")
            .execute(w.db())
            .await
            .unwrap();
        sqlx::raw_sql(plant).execute(w.db()).await.unwrap();
        let found = breaches(w.db()).await.unwrap();
        assert!(
            found.iter().any(|line| line.starts_with(rule)),
            "{plant}: {found:#?}"
        );
        sqlx::raw_sql("ROLLBACK TO plant")
            .execute(w.db())
            .await
            .unwrap();
    }
    assert_eq!(breaches(w.db()).await.unwrap(), Vec::<String>::new());
    w.rollback().await.unwrap();
    store.close().await.unwrap();
}
