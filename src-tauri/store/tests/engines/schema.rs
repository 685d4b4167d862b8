//! The two migrations describe the same shop: read back from each engine's own catalogue.

use crate::shop::Shop;
use std::collections::{BTreeMap, BTreeSet};
use store::Db;

/// A table as either engine tells it, in one vocabulary.
#[derive(Debug, Default, Clone, PartialEq, Eq)]
struct Table {
    /// Column → kind, may be absent.
    columns: BTreeMap<String, (String, bool)>,
    /// In the key's order.
    key: Vec<String>,
    /// `name: UNIQUE? (columns) WHERE …`.
    indices: BTreeSet<String>,
    /// `column -> table.column`.
    references: BTreeSet<String>,
}

type Tables = BTreeMap<String, Table>;

#[tokio::test(flavor = "multi_thread")]
async fn both_migrations_make_the_same_tables() {
    let Some(server) = Shop::server().await else {
        return;
    };
    let folder = Shop::folder();
    let (here, there) = (read(&folder).await, read(&server).await);
    assert!(here.len() > 45, "{} tables", here.len());
    let different = differences(&here, &there);
    assert!(different.is_empty(), "\n{}\n", different.join("\n"));

    // What the comparison is for: each of these would have been found.
    for plant in [
        |t: &mut Table| t.columns.get_mut("note").unwrap().1 = true,
        |t: &mut Table| t.columns.get_mut("note").unwrap().0 = "number".to_owned(),
        |t: &mut Table| assert!(t.columns.remove("note").is_some()),
        |t: &mut Table| assert!(t.indices.pop_first().is_some()),
        |t: &mut Table| t.key.clear(),
        |t: &mut Table| assert!(t.references.pop_first().is_some()),
    ] {
        let mut planted = there.clone();
        plant(planted.get_mut("orders").unwrap());
        assert_eq!(differences(&here, &planted).len(), 1);
    }
    server.end().await;
}

fn differences(here: &Tables, there: &Tables) -> Vec<String> {
    let names: BTreeSet<&String> = here.keys().chain(there.keys()).collect();
    names
        .into_iter()
        .filter(|name| here.get(*name) != there.get(*name))
        .map(|name| format!("{name}:\n  {:?}\n  {:?}", here.get(name), there.get(name)))
        .collect()
}

async fn read(shop: &Shop) -> Tables {
    let store = shop.open().await;
    let mut reader = store.read().await.unwrap();
    let tables = match store.engine() {
        store::Engine::Sqlite => sqlite(reader.db()).await,
        store::Engine::Postgres => postgres(reader.db()).await,
    };
    drop(reader);
    store.close().await.unwrap();
    tables
}

async fn all<T>(db: &mut Db, sql: &'static str) -> Vec<T>
where
    T: for<'r> sqlx::FromRow<'r, sqlx::any::AnyRow> + Send + Unpin,
{
    sqlx::query_as(sql).fetch_all(db).await.unwrap()
}

async fn sqlite(db: &mut Db) -> Tables {
    let mut tables = Tables::new();
    let columns: Vec<(String, String, String, i64, i64)> = all(
        db,
        "SELECT m.name, c.name, c.type, c.\"notnull\", c.pk FROM sqlite_master AS m, pragma_table_info(m.name) AS c \
         WHERE m.type = 'table' ORDER BY m.name, c.pk",
    )
    .await;
    for (table, column, kind, not_null, key) in columns {
        let table = tables.entry(table).or_default();
        if key > 0 {
            table.key.push(column.clone());
        }
        table
            .columns
            .insert(column, (kind_word(&kind), not_null == 0));
    }
    let indices: Vec<(String, String)> = all(
        db,
        "SELECT tbl_name, sql FROM sqlite_master WHERE type = 'index' AND sql IS NOT NULL",
    )
    .await;
    add_indices(&mut tables, indices);
    let references: Vec<(String, String, String, String)> = all(
        db,
        "SELECT m.name, f.\"from\", f.\"table\", f.\"to\" FROM sqlite_master AS m, \
         pragma_foreign_key_list(m.name) AS f WHERE m.type = 'table'",
    )
    .await;
    add_references(&mut tables, references);
    tables
}

async fn postgres(db: &mut Db) -> Tables {
    let mut tables = Tables::new();
    let columns: Vec<(String, String, String, String)> = all(
        db,
        "SELECT CAST(table_name AS TEXT), CAST(column_name AS TEXT), CAST(data_type AS TEXT), \
         CAST(is_nullable AS TEXT) FROM information_schema.columns WHERE table_schema = 'public'",
    )
    .await;
    for (table, column, kind, nullable) in columns {
        tables
            .entry(table)
            .or_default()
            .columns
            .insert(column, (kind_word(&kind), nullable == "YES"));
    }
    let keys: Vec<(String, String)> = all(
        db,
        "SELECT CAST(c.relname AS TEXT), CAST(a.attname AS TEXT) FROM pg_index AS i \
         JOIN pg_class AS c ON c.oid = i.indrelid JOIN pg_namespace AS n ON n.oid = c.relnamespace \
         CROSS JOIN LATERAL unnest(i.indkey) WITH ORDINALITY AS k(at, place) \
         JOIN pg_attribute AS a ON a.attrelid = c.oid AND a.attnum = k.at \
         WHERE i.indisprimary AND n.nspname = 'public' ORDER BY c.relname, k.place",
    )
    .await;
    for (table, column) in keys {
        tables.get_mut(&table).unwrap().key.push(column);
    }
    let indices: Vec<(String, String)> = all(
        db,
        "SELECT CAST(tablename AS TEXT), indexdef FROM pg_indexes WHERE schemaname = 'public' \
         AND indexname NOT LIKE '%\\_pkey'",
    )
    .await;
    add_indices(&mut tables, indices);
    let references: Vec<(String, String, String, String)> = all(
        db,
        "SELECT CAST(c.conrelid::regclass AS TEXT), CAST(a.attname AS TEXT), \
         CAST(c.confrelid::regclass AS TEXT), CAST(b.attname AS TEXT) FROM pg_constraint AS c \
         JOIN pg_attribute AS a ON a.attrelid = c.conrelid AND a.attnum = c.conkey[1] \
         JOIN pg_attribute AS b ON b.attrelid = c.confrelid AND b.attnum = c.confkey[1] \
         WHERE c.contype = 'f'",
    )
    .await;
    add_references(&mut tables, references);
    tables
}

fn kind_word(kind: &str) -> String {
    match kind {
        "INTEGER" | "bigint" => "number",
        "TEXT" | "text" => "text",
        "BLOB" | "bytea" => "bytes",
        other => other,
    }
    .to_owned()
}

fn add_references(tables: &mut Tables, references: Vec<(String, String, String, String)>) {
    for (table, column, other, key) in references {
        tables
            .get_mut(&table)
            .unwrap()
            .references
            .insert(format!("{column} -> {other}.{key}"));
    }
}

/// `CREATE UNIQUE INDEX x ON public.t USING btree (a) WHERE (b = 'c'::text)` and
/// `CREATE UNIQUE INDEX x ON t (a) WHERE b = 'c'` become one text.
fn add_indices(tables: &mut Tables, indices: Vec<(String, String)>) {
    for (table, sql) in indices {
        let sql = sql
            .replace("public.", "")
            .replace("USING btree ", "")
            .replace("::text", "")
            .replace('"', "");
        let (columns, condition) = sql.split_once(" WHERE ").unwrap_or((&sql, ""));
        let condition: String = condition
            .chars()
            .filter(|c| !matches!(c, '(' | ')'))
            .collect();
        tables
            .get_mut(&table)
            .unwrap()
            .indices
            .insert(format!("{columns} WHERE {condition}"));
    }
}
