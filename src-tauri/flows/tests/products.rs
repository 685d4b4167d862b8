//! Products and stock from a file.
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

use domain::time::{DAY, HOUR};
use flows::import::products::products;
use flows::import::types::{ProductsFile, ProductsPreview};
use flows::stock::types::{StockList, StockRow, StockView};
use flows::{Desk, FlowError, stock};
use kit::{check_stock, held, ids, level, make_shop, order, take_in};
use std::path::Path;
use testkit::for_each_engine;

const FILE: &str = "\
Handle,Title,Option1 Name,Option1 Value,SKU,Barcode,Weight (g),HS code,Country of origin,Cost,Price,Bin,Count,Reorder point
mug,Mug,Glaze,oat,MUG-OAT,4006381333931,380,6912.00,DE,8.00,24.00,A1,3,2
mug,Mug,Glaze,ink,MUG-INK,,380,6912.00,DE,8.00,24.00,A2,,2
bowl,Bowl,,,0042,,640,,,,32.00,B1,0,
";

async fn import(
    desk: &Desk,
    path: &Path,
    sha256: Option<String>,
) -> Result<ProductsPreview, FlowError> {
    let path = path.display().to_string();
    products(desk, ProductsFile { path, sha256 }).await
}

async fn rows(desk: &Desk) -> Vec<StockRow> {
    let ask = StockList {
        view: StockView::All,
        text: String::new(),
        location: None,
        after: None,
        limit: 200,
    };
    stock::list(desk, ask).await.unwrap().rows
}

fn numbers(p: &ProductsPreview) -> [i64; 5] {
    [p.new, p.updated, p.skipped, p.refused, p.units]
}

fn said(p: &ProductsPreview) -> Vec<&str> {
    p.problems.iter().map(|g| g.sentence.id.as_str()).collect()
}

#[tokio::test(flavor = "multi_thread")]
async fn what_was_shown_is_what_happens_and_the_same_file_again_changes_nothing() {
    for_each_engine(async |shop| {
        let desk = shop.desk();
        make_shop(desk).await;
        // Two orders wait for SKUs that nobody knows yet; each counts as reserved.
        take_in(
            desk,
            vec![
                order("soon", &[("mug-oat", 2)], Some(shop.now() + HOUR)),
                order("later", &[("MUG-OAT", 2)], Some(shop.now() + DAY)),
                order("bowl", &[("0042", 1)], None),
            ],
        )
        .await;
        let file = shop.file("products.csv", FILE);
        let look = import(desk, &file, None).await.unwrap();
        assert_eq!(numbers(&look), [3, 0, 0, 0, 3]);
        assert!(rows(desk).await.is_empty(), "nothing is written by looking");

        let done = import(desk, &file, Some(look.sha256.clone()))
            .await
            .unwrap();
        assert_eq!(done, look);
        let all = rows(desk).await;
        let facts: Vec<(&str, &str, bool, i64, i64)> = all
            .iter()
            .map(|r| {
                (
                    r.sku.as_str(),
                    r.bin.as_str(),
                    r.counted,
                    r.on_hand,
                    r.short,
                )
            })
            .collect();
        // Three mugs for four wanted: the order that may leave later waits for one.
        assert_eq!(
            facts,
            [
                ("0042", "B1", true, 0, 1),
                ("MUG-INK", "A2", false, 0, 0),
                ("MUG-OAT", "A1", true, 3, 1),
            ]
        );
        assert_eq!(all[2].product, all[1].product, "two glazes of one product");
        assert_ne!(all[2].product, all[0].product);
        assert_eq!(
            (all[2].price, all[2].cost, all[2].grams),
            (Some(2_400), Some(800), Some(380))
        );
        let ids = ids(desk).await;
        assert_eq!(held(desk, ids["soon"]).await, (2, 0));
        assert_eq!(held(desk, ids["later"]).await, (1, 1));
        assert_eq!(held(desk, ids["bowl"]).await, (0, 1));
        check_stock(desk).await;
        shop.check("a product file").await;

        let events = shop.number("SELECT COUNT(*) FROM event").await;
        let again = import(desk, &file, Some(look.sha256.clone()))
            .await
            .unwrap();
        assert_eq!(numbers(&again), [0, 0, 3, 0, 0]);
        assert_eq!(shop.number("SELECT COUNT(*) FROM event").await, events);
        assert_eq!(
            shop.number("SELECT COUNT(*) FROM import_batch WHERE kind = 'products'")
                .await,
            1
        );

        let file = shop.file("products.csv", FILE.replace("24.00,A1", "26.00,A7"));
        let stale = import(desk, &file, Some(look.sha256)).await.unwrap_err();
        assert!(
            matches!(stale, FlowError::Stale),
            "another file than was shown"
        );
        let look = import(desk, &file, None).await.unwrap();
        assert_eq!(numbers(&look), [0, 1, 2, 0, 0]);
        import(desk, &file, Some(look.sha256)).await.unwrap();
        let mug = rows(desk).await.remove(2);
        assert_eq!(
            (mug.price, mug.bin.as_str(), mug.on_hand),
            (Some(2_600), "A7", 3)
        );
        check_stock(desk).await;
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_row_that_would_make_a_scan_ambiguous_is_left_out_and_named() {
    for_each_engine(async |shop| {
        let desk = shop.desk();
        make_shop(desk).await;
        let file = shop.file("first.csv", FILE);
        let look = import(desk, &file, None).await.unwrap();
        import(desk, &file, Some(look.sha256)).await.unwrap();
        let file = shop.file(
            "second.csv",
            "SKU,Title,Barcode,Count\nTEA-1,Tea,4006381333931,5\nTEA 2,Tea two,,1\nMug-Ink,Mug,,\nmug-ink,Mug,,\nMUG-OAT,Mug,,9\n",
        );
        let look = import(desk, &file, None).await.unwrap();
        assert_eq!(numbers(&look), [1, 0, 2, 2, 1]);
        assert_eq!(
            said(&look),
            ["stock-file-barcode-taken", "stock-file-sku-alike", "stock-file-counted-already"]
        );
        assert!(look.problems[0].refuses && !look.problems[2].refuses);
        import(desk, &file, Some(look.sha256)).await.unwrap();
        let skus: Vec<String> = rows(desk).await.into_iter().map(|r| r.sku).collect();
        assert_eq!(skus, ["0042", "MUG-INK", "MUG-OAT", "TEA 2"]);
        check_stock(desk).await;
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_first_count_below_what_was_promised_names_the_orders_before() {
    for_each_engine(async |shop| {
        let desk = shop.desk();
        make_shop(desk).await;
        let mug = kit::variant(desk, "MUG-OAT").await;
        take_in(desk, vec![order("1001", &[("MUG-OAT", 5)], None)]).await;
        let file = shop.file("products.csv", FILE);
        let look = import(desk, &file, None).await.unwrap();
        assert_eq!(said(&look), ["stock-file-takes"]);
        let sentence = &look.problems[0].sentence;
        assert_eq!(
            (
                sentence.args["orders"].clone(),
                sentence.args["units"].clone()
            ),
            ("1001".into(), 2_i64.into())
        );
        assert_eq!(level(desk, mug).await, (0, 5, 0));
        import(desk, &file, Some(look.sha256)).await.unwrap();
        assert_eq!(level(desk, mug).await, (3, 3, 0));
        assert_eq!(held(desk, ids(desk).await["1001"]).await, (3, 2));
        check_stock(desk).await;
        shop.check("a first count by file").await;
    })
    .await;
}

const SETS: &str = "\
Title,SKU,Price,Count,Components
Mug,MUG,10.00,10,
Cup,CUP,9.00,5,
Breakfast,SET,29.00,,\"MUG×2, CUP\"
Hamper,HAMPER,80.00,3,2 x set; 1 x CUP
Ghost,GHOST,5.00,,NOBODY×1
Round,ROUND,5.00,,ROUND×1
Of a ghost,OFGHOST,5.00,,GHOST×2
Torn,TORN,5.00,,MUG×0
";

#[tokio::test(flavor = "multi_thread")]
async fn a_file_says_what_sets_are_put_together_from() {
    for_each_engine(async |shop| {
        let desk = shop.desk();
        make_shop(desk).await;
        take_in(
            desk,
            vec![order("soon", &[("SET", 2)], Some(shop.now() + HOUR))],
        )
        .await;
        let file = shop.file("sets.csv", SETS);
        let look = import(desk, &file, None).await.unwrap();
        // Mug, cup, breakfast, hamper; a part that nobody knows, one inside itself, one of what was
        // refused, a cell that is none. A set's own count is left out.
        assert_eq!(numbers(&look), [4, 0, 0, 4, 15], "{:?}", look.problems);
        let mut told = said(&look);
        told.sort_unstable();
        assert_eq!(
            told,
            [
                "kit-in-itself",
                "product-parts-not-read",
                "stock-file-part-unknown",
                "stock-kit-has-none"
            ]
        );
        let unknown = look
            .problems
            .iter()
            .find(|g| g.sentence.id == "stock-file-part-unknown")
            .unwrap();
        let cells: Vec<&str> = unknown.examples.iter().map(|p| p.cell.as_str()).collect();
        assert_eq!(cells, ["NOBODY", "GHOST"]);

        let done = import(desk, &file, Some(look.sha256.clone()))
            .await
            .unwrap();
        assert_eq!(done, look);
        let all = rows(desk).await;
        let facts: Vec<(&str, bool, Option<i64>)> = all
            .iter()
            .map(|r| (r.sku.as_str(), r.kit, r.available))
            .collect();
        // Four mugs and two cups are promised: 6 and 3 are free. A hamper takes four mugs and three
        // cups.
        assert_eq!(
            facts,
            [
                ("CUP", false, Some(3)),
                ("HAMPER", true, Some(1)),
                ("MUG", false, Some(6)),
                ("SET", true, Some(3)),
            ]
        );
        let ids = ids(desk).await;
        assert_eq!(held(desk, ids["soon"]).await, (2, 0));
        check_stock(desk).await;
        shop.check("a file of sets").await;

        let again = import(desk, &file, Some(look.sha256)).await.unwrap();
        assert_eq!(numbers(&again), [0, 0, 4, 4, 0]);
        let file = shop.file("sets.csv", SETS.replace("\"MUG×2, CUP\"", "MUG×1"));
        let look = import(desk, &file, None).await.unwrap();
        assert_eq!(numbers(&look), [0, 1, 3, 4, 0], "one recipe is new");
        import(desk, &file, Some(look.sha256)).await.unwrap();
        let all = rows(desk).await;
        let set = all.iter().find(|r| r.sku == "SET").unwrap();
        assert_eq!(set.available, Some(6), "one mug each");
        assert_eq!(held(desk, ids["soon"]).await, (2, 0), "sold as it was");
        shop.check("a file with another recipe").await;
    })
    .await;
}
