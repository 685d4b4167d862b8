#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing, clippy::print_stdout, reason = "tests")]
#[path = "kit/shop.rs"]
mod kit;
use kit::*;
#[tokio::test(flavor = "multi_thread")]
async fn speed() {
    testkit::for_each_engine(async |shop| {
        let desk = shop.desk();
        make_shop(desk).await;
        let mut w = desk.write().await.unwrap();
        let new: Vec<_> = (0..1200).map(|n| flows::stock::variants::NewVariant { sku: format!("S{n}"), title: format!("Thing {n}"), ..Default::default() }).collect();
        let ids = flows::stock::variants::make(&mut w, &new).await.unwrap();
        w.commit().await.unwrap();
        for id in ids.iter().take(20) { count(desk, *id, 100, false).await; }
        let skus: Vec<String> = (0..1200).map(|n| format!("S{n}")).collect();
        let orders: Vec<_> = (0..10_000usize).map(|n| order(&n.to_string(), &[(&skus[n % 1200], 1), (&skus[(n * 7 + 1) % 1200], 2), (&skus[(n * 13 + 2) % 20], 1)], None)).collect();
        let t = std::time::Instant::now();
        take_in(desk, orders).await;
        println!("SPEED import 10k {:?}", t.elapsed());
        let mut reader = desk.store.read().await.unwrap();
        let open = store::tables::orders::open_ids(reader.db()).await.unwrap();
        drop(reader);
        let all: Vec<(i64, i64)> = { let mut r = desk.store.read().await.unwrap(); store::tables::stock::lines_of_orders(r.db(), &open).await.unwrap().iter().map(|l| (l.id, l.reserved)).collect() };
        let mut w = desk.write().await.unwrap();
        let t = std::time::Instant::now();
        flows::stock::reserve::release(&mut w, &all).await.unwrap();
        println!("SPEED release 30k lines {:?}", t.elapsed());
        let t = std::time::Instant::now();
        flows::stock::reserve::reserve(&mut w, &open).await.unwrap();
        println!("SPEED reserve 10k orders {:?}", t.elapsed());
        w.commit().await.unwrap();
        check_stock(desk).await;
        let t = std::time::Instant::now();
        let s = flows::shop::settings_get(desk, Default::default()).await.unwrap();
        let mut s2 = s.clone(); s2.settings.cut_off_minute = 600;
        flows::shop::settings_save(desk, s2).await.unwrap();
        println!("SPEED settings over 10k open {:?}", t.elapsed());
        let t = std::time::Instant::now();
        flows::shop::today(desk, Default::default()).await.unwrap();
        println!("SPEED today {:?}", t.elapsed());
        let t = std::time::Instant::now();
        flows::stock::list(desk, flows::stock::types::StockList { view: flows::stock::types::StockView::Low, text: String::new(), after: None, limit: 50 }).await.unwrap();
        println!("SPEED stock list low {:?}", t.elapsed());
    }).await;
}
