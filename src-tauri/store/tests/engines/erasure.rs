//! Somebody has thought about every column that could hold a person's data.

use crate::shop::Shop;
use std::collections::BTreeSet;
use store::tables::erasure::{Fate, TABLES, Whose};

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
