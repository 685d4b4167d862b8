//! Somebody has thought about every column that could hold a person's data, and the file is rewritten
//! without it.

use crate::shop::{ACTOR, NOW, Shop};
use std::collections::BTreeSet;
use store::tables::erasure::{Fate, TABLES, Whose};
use store::{Event, Opening, Store, StoreError};

#[tokio::test(flavor = "multi_thread")]
async fn every_text_column_is_blanked_or_stays_for_a_reason() {
    let shop = Shop::folder();
    let store = shop.open().await;
    let mut reader = store.read().await.unwrap();
    let columns: Vec<(String, String)> = sqlx::query_as(
        "SELECT m.name, c.name FROM sqlite_master AS m, pragma_table_info(m.name) AS c \
         WHERE m.type = 'table' AND c.type IN ('TEXT', 'BLOB')",
    )
    .fetch_all(reader.db())
    .await
    .unwrap();
    assert!(columns.len() > 120, "{}", columns.len());
    drop(reader);
    store.close().await.unwrap();
    let mut seen = BTreeSet::new();
    for table in TABLES {
        assert!(seen.insert(table.name), "{} stands twice", table.name);
        assert_eq!(table.whose == Whose::Nobody, table.fate == Fate::Keep);
        let there: BTreeSet<&str> = columns
            .iter()
            .filter(|(name, _)| name == table.name)
            .map(|(_, column)| column.as_str())
            .collect();
        let blank: &[(&str, &str)] = match table.fate {
            Fate::Blank(columns) => columns,
            Fate::Delete | Fate::Keep => &[],
        };
        let mut said: Vec<&str> = table.kept.to_vec();
        said.extend(blank.iter().map(|(column, _)| *column));
        let said: BTreeSet<&str> = said.into_iter().filter(|c| *c != "version").collect();
        if table.fate == Fate::Delete {
            assert!(said.is_empty());
        } else {
            assert_eq!(said, there, "{}", table.name);
        }
    }
    let tables: BTreeSet<&str> = columns.iter().map(|(name, _)| name.as_str()).collect();
    let missing: Vec<&&str> = tables.difference(&seen).collect();
    assert!(missing.is_empty(), "nobody thought about {missing:?}");
}

#[tokio::test(flavor = "multi_thread")]
async fn the_file_is_rewritten_later_when_somebody_reads_without_an_end() {
    let shop = Shop::folder();
    let store = shop.open().await;
    let mut w = store.write(ACTOR).await.unwrap();
    w.journal(Event::new("customer_erased"));
    w.want_scrub().await.unwrap();
    w.commit().await.unwrap();
    assert!(store.scrub_is_due().await.unwrap());
    // Beside the window somebody looks, and holds on to an older moment.
    let look = Store::open(&shop.place, Opening::Look, NOW).await.unwrap();
    let mut reader = look.read().await.unwrap();
    sqlx::raw_sql("BEGIN; SELECT COUNT(*) FROM meta")
        .execute(reader.db())
        .await
        .unwrap();
    let late = store.scrub().await;
    assert!(matches!(late, Err(StoreError::InUse)), "{late:?}");
    assert!(store.scrub_is_due().await.unwrap(), "it is not forgotten");
    sqlx::raw_sql("ROLLBACK")
        .execute(reader.db())
        .await
        .unwrap();
    store.scrub().await.unwrap();
    assert!(!store.scrub_is_due().await.unwrap());
    let log = shop.place.folder().join("shop.db-wal");
    assert_eq!(std::fs::metadata(log).unwrap().len(), 0);
    drop(reader);
    look.close().await.unwrap();
    store.close().await.unwrap();
}
