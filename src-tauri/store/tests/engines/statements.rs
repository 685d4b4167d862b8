//! Every statement is understood by both engines, and every list runs.

use crate::shop::Shop;
use domain::order::View;
use sqlx::{AssertSqlSafe, Executor, SqlSafeStr};
use store::row::{self, Row};
use store::tables::order_lists::{self, Ask, Bind, Condition, Sort};

crate::on_both_engines!(
    every_statement_can_be_prepared,
    every_bulk_statement_can_be_prepared,
    every_list_can_be_asked_for,
    a_statement_that_an_engine_does_not_know_is_found,
);

async fn refused(shop: &Shop, statements: Vec<(String, String)>) -> Vec<String> {
    let store = shop.open().await;
    let mut reader = store.read().await.unwrap();
    let mut wrong = Vec::new();
    for (name, sql) in statements {
        let prepared = reader.db().prepare(AssertSqlSafe(sql).into_sql_str()).await;
        if let Err(error) = prepared {
            wrong.push(format!("{name}: {error}"));
        }
    }
    drop(reader);
    store.close().await.unwrap();
    wrong
}

async fn every_statement_can_be_prepared(shop: &Shop) {
    let all = store::tables::all_statements();
    assert!(all.len() > 200, "only {} statements are listed", all.len());
    let wrong = refused(shop, all).await;
    assert!(wrong.is_empty(), "\n{}\n", wrong.join("\n"));
}

async fn a_statement_that_an_engine_does_not_know_is_found(shop: &Shop) {
    let planted = (
        "planted".to_owned(),
        "SELECT nothing FROM orders".to_owned(),
    );
    assert_eq!(refused(shop, vec![planted]).await.len(), 1);
}

/// Calls a macro with every row type of the store and how many of its first columns are its key.
#[macro_export]
macro_rules! every_row {
    ($call:ident) => {
        $call! {
            SettingRow 1, LocationRow 1, LinePartRow 2, StaffRow 1, DeviceRow 1, ChannelRow 1, CustomerRow 1,
            CustomerWordRow 2, CustomerSourceRow 2, AddressRow 1, ProductRow 1, VariantRow 1,
            VariantWordRow 2, BarcodeRow 2, KitPartRow 2, StockRow 2, MovementRow 1,
            ReservationRow 1, OrderRow 1, LineRow 1, ChargeRow 1, CreditRow 1, PaymentRow 1,
            TaxRow 1, HoldRow 1, LocalEditRow 2, ConflictRow 1, NeedRow 1, ShipmentRow 1,
            ShipmentLineRow 2, ServiceRow 1, NumberPoolRow 1, UsedNumberRow 1, GoneOrderRow 2, HandOverRow 1,
            ParcelRow 1, ParcelLineRow 2, LabelRow 1, PickListRow 1, PickLineRow 3, PutBackRow 1,
            DocumentOrderRow 3, PrintJournalRow 1, ImportBatchRow 1, BatchChangeRow 2,
            SavedMappingRow 1, ViewCounterRow 1, JobRow 1, OutboxRow 1, EventRow 1,
            EventPersonRow 3, ErasureRow 1
        }
    };
}

async fn every_bulk_statement_can_be_prepared(shop: &Shop) {
    let mut all = Vec::new();
    macro_rules! both {
        ($($row:ident $keys:literal),*) => {$(
            all.push((format!("insert {}", <store::rows::$row as Row>::TABLE),
                      row::insert_sql::<store::rows::$row>()));
            if <store::rows::$row as Row>::COLUMNS.len() > $keys {
                all.push((format!("save {}", <store::rows::$row as Row>::TABLE),
                          row::save_sql::<store::rows::$row>($keys)));
            }
        )*};
    }
    crate::every_row!(both);
    assert!(all.len() > 90);
    let wrong = refused(shop, all).await;
    assert!(wrong.is_empty(), "\n{}\n", wrong.join("\n"));
}

async fn every_list_can_be_asked_for(shop: &Shop) {
    let store = shop.open().await;
    let mut reader = store.read().await.unwrap();
    let conditions = [
        Condition::Channels(vec![1, 2]),
        Condition::Countries(vec!["DE".to_owned(), "O'\"x".to_owned()]),
        Condition::Payments(vec!["paid".to_owned()]),
        Condition::Fulfilments(vec!["shipped".to_owned()]),
        Condition::ShipBefore(crate::shop::NOW),
        Condition::PlacedFrom(1),
        Condition::PlacedBefore(crate::shop::NOW),
        Condition::Variant(1),
        Condition::Customer(1),
        Condition::Batch(1),
    ];
    let mut narrowings: Vec<Vec<Condition>> = vec![Vec::new(), conditions.to_vec()];
    narrowings.extend(conditions.into_iter().map(|one| vec![one]));
    for view in View::ALL {
        for sort in [Sort::ShipBy, Sort::Placed, Sort::Total, Sort::Name] {
            for descending in [false, true] {
                for conditions in &narrowings {
                    let key = if sort == Sort::Name {
                        Bind::Text("müller".to_owned())
                    } else {
                        Bind::Int(crate::shop::NOW)
                    };
                    for after in [None, Some((key, 7))] {
                        let ask = Ask {
                            view: *view,
                            now: crate::shop::NOW,
                            conditions: conditions.clone(),
                            sort,
                            descending,
                            after,
                            limit: 50,
                        };
                        let page = order_lists::page(reader.db(), &ask).await;
                        assert!(page.unwrap().is_empty(), "{ask:?}");
                        let count = order_lists::count(reader.db(), &ask, 1_001).await;
                        assert_eq!(count.unwrap(), 0, "{ask:?}");
                    }
                }
            }
        }
    }
    drop(reader);
    store.close().await.unwrap();
}
