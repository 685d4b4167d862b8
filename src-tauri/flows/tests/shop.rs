//! The shop itself: the first run, its settings, its post, its day, and the sample.
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

use base64::Engine as _;
use domain::id::OrderId;
use domain::order::HoldKind;
use domain::own_post::NumberPool;
use domain::time::{DAY, HOUR, MINUTE};
use flows::orders::types::{Nothing, OrderEdit, OrdersHold};
use flows::shop::types::{NeedRef, ServiceSave, SettingsSave, ShopMake};
use flows::{Desk, FlowError, sample, shop};
use kit::{check_stock, count, ids, make_shop, order, take_in, variant};
use testkit::{NOW, for_each_engine};

/// What a refusal says.
fn said(error: FlowError) -> String {
    if let FlowError::Refused(refusal) = &error {
        return refusal.0.id.clone();
    }
    // An invalid field reads `field: sentence-id`.
    error.to_string()
}

#[tokio::test(flavor = "multi_thread")]
async fn the_first_run_makes_a_shop_that_can_send_at_once() {
    for_each_engine(async |shop| {
        let desk = shop.desk();
        let before = shop::status(desk, Nothing {}).await.unwrap();
        assert!(!before.made);
        assert!(matches!(
            shop::today(desk, Nothing {}).await,
            Err(FlowError::NoShop)
        ));
        make_shop(desk).await;
        let after = shop::status(desk, Nothing {}).await.unwrap();
        assert_eq!(
            (after.made, after.name.as_str(), after.user.as_str()),
            (true, "Kiln & Co", "Ida")
        );
        assert_eq!(
            (after.country.as_str(), after.orders, after.sample),
            ("DE", 0, false)
        );
        assert!(!after.place.contains("postgres@") && !after.place.contains(":@"));

        let services = shop::services_list(desk, Nothing {}).await.unwrap();
        assert_eq!(services.len(), 1);
        assert!(services[0].post.check_definition().is_empty());
        let to = domain::Address {
            country: "JP".to_owned(),
            ..domain::Address::default()
        };
        let quote = domain::own_post::quote(&services[0].post, &to, None).unwrap();
        assert_eq!(
            (quote.price, quote.tracked, quote.days),
            (None, false, 30),
            "nobody has said a price yet"
        );
        let channels = shop::channels_list(desk, Nothing {}).await.unwrap();
        assert_eq!((channels.len(), channels[0].kind.as_str()), (1, "hand"));

        let again = ShopMake {
            name: "B".to_owned(),
            country: "DE".to_owned(),
            currency: after.currency,
            zone: "Europe/Berlin".to_owned(),
            language: "en".to_owned(),
            user: "B".to_owned(),
            street: String::new(),
            postcode: String::new(),
            city: String::new(),
        };
        assert_eq!(
            said(shop::make(desk, again.clone()).await.unwrap_err()),
            "shop-made-already"
        );
        let nowhere = ShopMake {
            zone: "Europe/Atlantis".to_owned(),
            ..again.clone()
        };
        assert_eq!(
            said(shop::make(desk, nowhere).await.unwrap_err()),
            "zone: settings-zone-unknown"
        );
        let nowhere = ShopMake {
            country: "QQ".to_owned(),
            ..again
        };
        assert_eq!(
            said(shop::make(desk, nowhere).await.unwrap_err()),
            "country: settings-country-unknown"
        );

        // Another start of the same desk: the same person and the same computer.
        let me = desk.actor();
        shop::sign_in(desk, "desk").await.unwrap();
        assert_eq!(desk.actor(), me);
        assert_eq!(shop.number("SELECT COUNT(*) FROM device").await, 1);
    })
    .await;
}

async fn save(
    desk: &Desk,
    change: impl FnOnce(&mut SettingsSave),
) -> Result<SettingsSave, FlowError> {
    let mut ask = shop::settings_get(desk, Nothing {}).await.unwrap();
    change(&mut ask);
    shop::settings_save(desk, ask).await
}

#[tokio::test(flavor = "multi_thread")]
async fn settings_are_checked_field_by_field() {
    for_each_engine(async |shop| {
        let desk = shop.desk();
        make_shop(desk).await;
        let png = |bytes: &[u8]| base64::engine::general_purpose::STANDARD.encode(bytes);
        let large = png(&vec![0; 200_001]);
        let text = png(b"\x89PNG\r\n\x1a\n, says the file, and is none");
        for (change, expected) in [
            (Box::new(|s: &mut SettingsSave| s.settings.name = " ".to_owned()) as Box<dyn FnOnce(&mut SettingsSave)>, "name: settings-name-missing"),
            (Box::new(|s| s.settings.zone = "Berlin".to_owned()), "zone: settings-zone-unknown"),
            (Box::new(|s| s.settings.open_days = [false; 7]), "open_days: calendar-never-open"),
            (Box::new(|s| s.settings.holidays.push("24.12.2026".to_owned())), "holidays: settings-holiday-unknown"),
            (Box::new(|s| s.settings.cut_off_minute = 1_441), "cut_off_minute: calendar-cut-off"),
            (Box::new(|s| s.settings.handling_days = 366), "handling_days: calendar-handling-days"),
            (Box::new(|s| s.settings.sender.country = "Germany".to_owned()), "sender: settings-country-unknown"),
            (Box::new(|s| s.settings.label_dpi = 600), "label_dpi: settings-label-dpi"),
            (Box::new(|s| s.settings.paper = "a5".to_owned()), "paper: settings-paper"),
            (Box::new(|s| s.settings.label_printer.uri = "file:///etc/passwd".to_owned()), "label_printer: settings-printer"),
            (Box::new(|s| s.settings.paper_printer.copies = 10), "paper_printer: settings-printer"),
            (Box::new(|s| s.settings.backup_folder = "backups".to_owned()), "backup_folder: settings-backup-folder"),
            (Box::new(|s| s.settings.logo_png = "no base64".to_owned()), "logo_png: settings-logo-not-png"),
            (Box::new(move |s| s.settings.logo_png = large), "logo_png: settings-logo-large"),
            (Box::new(move |s| s.settings.logo_png = text), "logo_png: settings-logo-not-png"),
        ] {
            assert_eq!(said(save(desk, change).await.unwrap_err()), expected);
        }
        // The smallest PNG there is: one grey pixel.
        let pixel = "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAAAAAA6fptVAAAACklEQVR4nGNgAAAAAgABSK+kcQAAAABJRU5ErkJggg==";
        let saved = save(desk, |s| s.settings.logo_png = pixel.to_owned()).await.unwrap();
        assert_eq!(saved.version, 2);
        let stale = SettingsSave { version: 1, ..saved };
        assert!(matches!(shop::settings_save(desk, stale).await, Err(FlowError::Stale)));
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_new_calendar_moves_the_ship_by_times_but_not_those_set_by_hand() {
    for_each_engine(async |shop| {
        let desk = shop.desk();
        make_shop(desk).await;
        let promise = NOW + 30 * MINUTE;
        take_in(
            desk,
            vec![
                order("plain", &[("A", 1)], None),
                order("promised", &[("A", 1)], Some(promise)),
                order("edited", &[("A", 1)], None),
            ],
        )
        .await;
        let ids = ids(desk).await;
        let by = async |number: &str| {
            let mut reader = desk.store.read().await.unwrap();
            store::tables::orders::deadlines(reader.db(), &[ids[number]])
                .await
                .unwrap()[0]
                .ship_by
        };
        // Monday 07:45 in Berlin, cut-off 15:00, one more open day: Tuesday 15:00 = 14:00 UTC.
        let tuesday = 1_795_528_800_000;
        assert_eq!(by("plain").await, Some(tuesday));
        assert_eq!(by("promised").await, Some(promise));
        let edited = NOW + 20 * DAY;
        let mut reader = desk.store.read().await.unwrap();
        let version = flows::orders::facts::load_one(reader.db(), ids["edited"])
            .await
            .unwrap()
            .order
            .version;
        drop(reader);
        let edit = OrderEdit {
            id: OrderId(ids["edited"]),
            version,
            ship_to: None,
            note: None,
            gift: None,
            gift_message: None,
            service: None,
            ship_by: Some(edited),
        };
        flows::orders::edit::edit(desk, edit).await.unwrap();
        assert_eq!(by("edited").await, Some(edited));
        save(desk, |s| {
            s.settings.holidays.push("2026-11-24".to_owned());
            s.settings.cut_off_minute = 16 * 60;
        })
        .await
        .unwrap();
        // Tuesday is off: Wednesday 16:00 = 15:00 UTC.
        assert_eq!(by("plain").await, Some(tuesday + DAY + HOUR));
        assert_eq!(
            by("promised").await,
            Some(promise),
            "the source promised earlier"
        );
        assert_eq!(by("edited").await, Some(edited), "a person said so");
        shop.check("a new calendar").await;
        let fixed = save(desk, |s| {
            s.settings.currency = domain::Currency::new("USD").unwrap()
        })
        .await;
        assert_eq!(
            said(fixed.unwrap_err()),
            "currency: settings-currency-fixed"
        );
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn numbers_of_a_pool_never_go_back() {
    for_each_engine(async |shop| {
        let desk = shop.desk();
        make_shop(desk).await;
        let first = shop::services_list(desk, Nothing {})
            .await
            .unwrap()
            .remove(0);
        let pool = NumberPool {
            letters: "RR".to_owned(),
            country: "DE".to_owned(),
            from: 100,
            to: 199,
            next: 100,
            warn_at: 10,
            unsure_since: None,
        };
        let mut post = first.post.clone();
        post.name = "Tracked".to_owned();
        let untracked = ServiceSave {
            id: None,
            version: 0,
            post: post.clone(),
            pool: Some(pool.clone()),
            active: true,
        };
        assert_eq!(
            said(shop::service_save(desk, untracked).await.unwrap_err()),
            "pool: service-pool-untracked"
        );
        post.tracked = true;
        let ask = ServiceSave {
            id: None,
            version: 0,
            post: post.clone(),
            pool: Some(pool.clone()),
            active: true,
        };
        let made = shop::service_save(desk, ask).await.unwrap();
        assert_eq!(
            (made.pool.as_ref().map(NumberPool::left), made.version),
            (Some(100), 1)
        );

        take_in(desk, vec![order("1", &[("A", 1)], None)]).await;
        let order = ids(desk).await["1"];
        let wish = flows::ship::types::LabelWish {
            orders: vec![order.into()],
            service: Some(made.id),
            parcels: Vec::new(),
        };
        let labels = flows::ship::types::LabelsMake {
            wishes: vec![wish],
            format: None,
            start: None,
        };
        let labels = flows::ship::labels::make(desk, labels).await.unwrap();
        assert!(labels.refused.is_empty(), "{:?}", labels.refused);

        // The screen still shows the pool as it was; saving it must not give number 100 again.
        let mut slower = pool.clone();
        slower.warn_at = 20;
        let ask = ServiceSave {
            id: Some(made.id),
            version: 1,
            post: post.clone(),
            pool: Some(slower),
            active: true,
        };
        let saved = shop::service_save(desk, ask).await.unwrap();
        let kept = saved.pool.unwrap();
        assert_eq!((kept.next, kept.warn_at), (101, 20));

        let overlapping = NumberPool {
            from: 150,
            to: 300,
            next: 150,
            ..pool
        };
        let ask = ServiceSave {
            id: Some(made.id),
            version: 2,
            post: post.clone(),
            pool: Some(overlapping),
            active: true,
        };
        assert_eq!(
            said(shop::service_save(desk, ask).await.unwrap_err()),
            "pool: service-pool-overlaps"
        );
        let ask = ServiceSave {
            id: Some(made.id),
            version: 1,
            post: post.clone(),
            pool: None,
            active: true,
        };
        assert!(matches!(
            shop::service_save(desk, ask).await,
            Err(FlowError::Stale)
        ));
        post.name = first.post.name;
        let ask = ServiceSave {
            id: None,
            version: 0,
            post,
            pool: None,
            active: true,
        };
        assert_eq!(
            said(shop::service_save(desk, ask).await.unwrap_err()),
            "post: service-name-taken"
        );
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn the_day_tells_what_is_there() {
    for_each_engine(async |shop| {
        let desk = shop.desk();
        make_shop(desk).await;
        let empty = shop::today(desk, Nothing {}).await.unwrap();
        assert_eq!(
            (empty.headline.id.as_str(), empty.next.as_str()),
            ("day-empty", "import")
        );
        // Monday, 15:00 in Berlin.
        assert_eq!(empty.cut_off_at, Some(1_795_442_400_000));
        assert_eq!(empty.days.len(), 14);

        let mug = variant(desk, "MUG").await;
        count(desk, mug, 2, false).await;
        let mut old = order("old", &[("TEA", 3)], None);
        old.placed_at = Some(NOW - DAY);
        take_in(
            desk,
            vec![
                order("late", &[("MUG", 1)], Some(NOW - DAY - HOUR)),
                order("due", &[("TEA", 1)], Some(NOW + HOUR)),
                order("later", &[("TEA", 2)], Some(NOW + 2 * DAY)),
                order("short", &[("MUG", 2)], Some(NOW + HOUR)),
                old,
            ],
        )
        .await;
        let day = shop::today(desk, Nothing {}).await.unwrap();
        assert_eq!(
            (day.headline.id.as_str(), day.next.as_str(), day.due_today),
            ("day-late", "late", 2)
        );
        assert_eq!(day.headline.args["count"], 1_i64.into());
        let tile = |what: &str| {
            day.tiles
                .iter()
                .find(|t| t.what == what)
                .map(|t| (t.count, t.tone.clone()))
        };
        assert_eq!(tile("to_ship"), Some((4, "soon".to_owned())));
        assert_eq!(tile("late"), Some((1, "now".to_owned())));
        assert_eq!(tile("short"), Some((1, "soon".to_owned())));
        assert_eq!(tile("low_stock"), None);
        let late = day
            .tiles
            .iter()
            .find(|t| t.what == "late")
            .unwrap()
            .detail
            .clone()
            .unwrap();
        assert_eq!(
            (late.args["number"].clone(), late.args["days"].clone()),
            ("late".into(), 1_i64.into())
        );
        let (today, yesterday) = (day.days[13], day.days[12]);
        // Midnight in Berlin is 23:00 UTC.
        assert_eq!(today.day, NOW - 7 * HOUR - 45 * MINUTE);
        assert_eq!((today.orders, today.total), (4, 6_000));
        assert_eq!((yesterday.orders, yesterday.total), (1, 3_000));
        assert_eq!(day.imports.len(), 1);
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn what_is_due_happens_by_itself_and_once_a_day_there_is_a_backup() {
    for_each_engine(async |shop| {
        let desk = shop.desk();
        assert_eq!(shop::daily(desk).await.unwrap(), shop::Done::default());
        make_shop(desk).await;
        take_in(desk, vec![order("1", &[("A", 1)], None)]).await;
        let order = ids(desk).await["1"];
        let ask = OrdersHold {
            orders: vec![order.into()],
            kind: HoldKind::UntilDate,
            note: String::new(),
            until: Some(NOW + 2 * DAY),
        };
        flows::orders::hold::hold(desk, ask).await.unwrap();
        let first = shop::daily(desk).await.unwrap();
        let files = desk.store.engine() == store::Engine::Sqlite;
        assert_eq!((first.released, first.backup.is_some()), (0, files));
        assert_eq!(
            shop::daily(desk).await.unwrap(),
            shop::Done::default(),
            "an hour later"
        );
        shop.advance(2 * DAY);
        let later = shop::daily(desk).await.unwrap();
        assert_eq!((later.released, later.backup.is_some()), (1, files));
        assert_eq!(
            shop.number("SELECT COUNT(*) FROM orders WHERE holds > 0")
                .await,
            0
        );
        let named = shop::status(desk, Nothing {}).await.unwrap().last_backup;
        assert_eq!(named, later.backup.map(|b| b.name).unwrap_or_default());
        assert_eq!(
            shop::backups_list(desk, Nothing {}).await.unwrap().len(),
            if files { 2 } else { 0 }
        );

        // The disk for the second copy is gone: said once, and the day's backup stands.
        let second = shop.home().join("stick");
        std::fs::create_dir(&second).unwrap();
        let path = second.display().to_string();
        save(desk, |s| s.settings.backup_folder.clone_from(&path))
            .await
            .unwrap();
        if files {
            shop::backup_make(desk, shop::types::BackupMake::default())
                .await
                .unwrap();
            assert_eq!(std::fs::read_dir(&second).unwrap().count(), 1);
        } else {
            let refused = shop::backup_make(desk, shop::types::BackupMake::default())
                .await
                .unwrap_err();
            assert_eq!(said(refused), "backup-of-server");
        }
        std::fs::remove_dir_all(&second).unwrap();
        for _ in 0..2 {
            shop.advance(DAY);
            assert_eq!(shop::daily(desk).await.unwrap().backup.is_some(), files);
        }
        let needs = shop::today(desk, Nothing {}).await.unwrap().needs;
        if files {
            assert_eq!((needs.len(), needs[0].kind.as_str()), (1, "backup_failed"));
            shop::need_close(desk, NeedRef { id: needs[0].id })
                .await
                .unwrap();
            shop::need_close(desk, NeedRef { id: needs[0].id })
                .await
                .unwrap();
        }
        assert_eq!(shop::today(desk, Nothing {}).await.unwrap().needs_count, 0);
    })
    .await;
}

/// Tables that must be empty when the sample is out.
const EMPTY: &[&str] = &[
    "SELECT COUNT(*) FROM orders",
    "SELECT COUNT(*) FROM order_line",
    "SELECT COUNT(*) FROM customer",
    "SELECT COUNT(*) FROM customer_word",
    "SELECT COUNT(*) FROM address",
    "SELECT COUNT(*) FROM charge",
    "SELECT COUNT(*) FROM payment",
    "SELECT COUNT(*) FROM credit",
    "SELECT COUNT(*) FROM tax",
    "SELECT COUNT(*) FROM hold",
    "SELECT COUNT(*) FROM need",
    "SELECT COUNT(*) FROM shipment",
    "SELECT COUNT(*) FROM shipment_line",
    "SELECT COUNT(*) FROM parcel",
    "SELECT COUNT(*) FROM parcel_line",
    "SELECT COUNT(*) FROM label",
    "SELECT COUNT(*) FROM used_number",
    "SELECT COUNT(*) FROM hand_over",
    "SELECT COUNT(*) FROM document",
    "SELECT COUNT(*) FROM document_order",
    "SELECT COUNT(*) FROM outbox",
    "SELECT COUNT(*) FROM import_batch",
    "SELECT COUNT(*) FROM event_person",
];

#[tokio::test(flavor = "multi_thread")]
async fn the_sample_shop_is_a_busy_day_and_goes_away_whole() {
    for_each_engine(async |shop| {
        let desk = shop.desk();
        let status = sample::open(desk, Nothing {}).await.unwrap();
        assert_eq!(
            (status.made, status.sample, status.orders),
            (true, true, 120)
        );
        assert_eq!(status.name, "Fern & Kiln");
        check_stock(desk).await;
        shop.check("the sample").await;
        let views = flows::orders::list::views(desk, Nothing {}).await.unwrap();
        let n = |word: &str| views.iter().find(|v| v.view.word() == word).unwrap().count;
        assert_eq!(n("late"), 2);
        assert_eq!(n("awaiting_payment"), 7);
        assert_eq!(n("short"), 4);
        assert_eq!(n("on_hold"), 6);
        assert_eq!(n("needs_you"), 1);
        assert_eq!(n("on_the_way"), 2);
        assert!(n("to_ship") > 25, "{}", n("to_ship"));
        let day = shop::today(desk, Nothing {}).await.unwrap();
        assert_eq!(day.waiting.iter().map(|w| w.parcels).sum::<i64>(), 2);
        assert_eq!(day.due_today, 16);
        assert!(day.days.iter().all(|d| d.orders > 0), "{:?}", day.days);
        assert_eq!(
            said(sample::open(desk, Nothing {}).await.unwrap_err()),
            "sample-not-empty"
        );

        let status = sample::remove(desk, Nothing {}).await.unwrap();
        assert_eq!(
            (status.made, status.sample, status.orders),
            (false, false, 0)
        );
        for sql in EMPTY.iter().chain(&[
            "SELECT COUNT(*) FROM variant",
            "SELECT COUNT(*) FROM stock",
            "SELECT COUNT(*) FROM movement",
            "SELECT COUNT(*) FROM reservation",
            "SELECT COUNT(*) FROM service",
            "SELECT COUNT(*) FROM channel",
            "SELECT COUNT(*) FROM setting",
            "SELECT COUNT(*) FROM view_counter WHERE n <> 0",
        ]) {
            assert_eq!(shop.number(sql).await, 0, "{sql}");
        }
        assert_eq!(
            said(sample::remove(desk, Nothing {}).await.unwrap_err()),
            "sample-none"
        );
        // The first run starts anew, and the sample may be opened once more.
        make_shop(desk).await;
        assert_eq!(sample::open(desk, Nothing {}).await.unwrap().orders, 120);
        sample::remove(desk, Nothing {}).await.unwrap();
        assert!(
            shop::status(desk, Nothing {}).await.unwrap().made,
            "this shop was there before"
        );
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn what_is_real_survives_the_sample() {
    for_each_engine(async |shop| {
        let desk = shop.desk();
        Box::pin(sample::open(desk, Nothing {})).await.unwrap();
        take_in(
            desk,
            vec![order("mine", &[("TPOT-CEL", 2), ("OWN", 1)], None)],
        )
        .await;
        let mine = ids(desk).await["mine"];
        assert_eq!(
            kit::held(desk, mine).await,
            (0, 2),
            "the sample's orders have them all"
        );
        let status = sample::remove(desk, Nothing {}).await.unwrap();
        assert_eq!(
            (status.made, status.sample, status.orders),
            (true, false, 1)
        );
        assert_eq!(kit::held(desk, mine).await, (2, 0), "now they are free");
        assert_eq!(shop.number("SELECT COUNT(*) FROM variant").await, 1);
        check_stock(desk).await;
        shop.check("taking the sample out from under a real order")
            .await;
    })
    .await;
}
