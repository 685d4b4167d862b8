//! Looking for damage on a server: by `amcheck` where it may be used, else by reading everything.

use crate::check::Depth;
use crate::{Db, Result};
use sqlx::{AnyPool, AssertSqlSafe, Executor};

/// `amcheck` is there, and this role may call it.
const AMCHECK: &str = "SELECT COUNT(*) FROM pg_proc WHERE proname IN ('bt_index_check', 'verify_heapam') \
     AND has_function_privilege(oid, 'EXECUTE')";

const TABLES: &str = "SELECT CAST(oid AS BIGINT), CAST(relname AS TEXT) FROM pg_class \
     WHERE relkind = 'r' AND relnamespace = (SELECT oid FROM pg_namespace WHERE nspname = current_schema()) \
     ORDER BY relname";

/// Index, its name, its table, its columns, and which rows it holds.
const INDICES: &str = "SELECT CAST(i.oid AS BIGINT), CAST(i.relname AS TEXT), CAST(t.relname AS TEXT), \
     (SELECT string_agg(pg_get_indexdef(i.oid, n, true), ', ' ORDER BY n) FROM generate_series(1, x.indnkeyatts) AS n), \
     COALESCE(pg_get_expr(x.indpred, x.indrelid), 'TRUE') \
     FROM pg_index AS x JOIN pg_class AS i ON i.oid = x.indexrelid JOIN pg_class AS t ON t.oid = x.indrelid \
     JOIN pg_am AS a ON a.oid = i.relam AND a.amname = 'btree' WHERE t.relkind = 'r' \
     AND t.relnamespace = (SELECT oid FROM pg_namespace WHERE nspname = current_schema()) ORDER BY i.relname";

/// Rows of one column that have to be in another table's column.
const REFERENCES: &str = "SELECT CAST(c.relname AS TEXT), CAST(x.attname AS TEXT), CAST(p.relname AS TEXT), \
     CAST(y.attname AS TEXT) FROM pg_constraint AS k JOIN pg_class AS c ON c.oid = k.conrelid \
     JOIN pg_class AS p ON p.oid = k.confrelid \
     JOIN pg_attribute AS x ON x.attrelid = c.oid AND x.attnum = k.conkey[1] \
     JOIN pg_attribute AS y ON y.attrelid = p.oid AND y.attnum = k.confkey[1] WHERE k.contype = 'f' \
     AND c.relnamespace = (SELECT oid FROM pg_namespace WHERE nspname = current_schema()) ORDER BY 1, 2";

/// An index of the catalogue.
type Index = (i64, String, String, String, String);

/// What is damaged, and how it was looked. `writer` adds the extension where the role may; a shop that is
/// only looked at uses it where it is there.
pub(crate) async fn check(
    readers: &AnyPool,
    writer: Option<&AnyPool>,
) -> Result<(Vec<String>, Depth)> {
    if let Some(writer) = writer {
        // Only an administrator may. Whether it is there now is asked below.
        let mut db = writer.acquire().await?;
        let _ = db.execute("CREATE EXTENSION IF NOT EXISTS amcheck").await;
    }
    let mut db = readers.acquire().await?;
    let db = &mut *db;
    let functions: i64 = sqlx::query_scalar(AMCHECK).fetch_one(&mut *db).await?;
    let depth = if functions >= 2 {
        Depth::Amcheck
    } else {
        Depth::Read
    };
    let tables: Vec<(i64, String)> = sqlx::query_as(TABLES).fetch_all(&mut *db).await?;
    let indices: Vec<Index> = sqlx::query_as(INDICES).fetch_all(&mut *db).await?;
    let mut found = Vec::new();
    match depth {
        Depth::Amcheck => by_amcheck(db, &tables, &indices, &mut found).await,
        Depth::Pages | Depth::Read => by_reading(db, &tables, &indices, &mut found).await?,
    }
    references(db, &mut found).await?;
    Ok((found, depth))
}

/// `bt_index_check` with `heapallindexed`: every row of the table stands in the index. `verify_heapam`:
/// every page of the table and of what is stored beside it. PostgreSQL documentation, "amcheck".
async fn by_amcheck(
    db: &mut Db,
    tables: &[(i64, String)],
    indices: &[Index],
    found: &mut Vec<String>,
) {
    for (oid, name) in tables {
        let said: sqlx::Result<Vec<(i64, String)>> = sqlx::query_as(
            "SELECT COALESCE(blkno, 0), msg FROM verify_heapam(CAST(CAST($1 AS BIGINT) AS oid), check_toast => true) LIMIT 20",
        )
        .bind(*oid)
        .fetch_all(&mut *db)
        .await;
        match said {
            Ok(lines) => found.extend(
                lines
                    .into_iter()
                    .map(|(page, text)| format!("{name}, page {page}: {text}")),
            ),
            Err(error) => found.push(format!("{name}: {}", told(&error))),
        }
    }
    for (oid, name, ..) in indices {
        let looked = sqlx::query(
            "SELECT 1 FROM (SELECT bt_index_check(CAST(CAST($1 AS BIGINT) AS oid), true)) AS looked",
        )
        .bind(*oid)
        .execute(&mut *db)
        .await;
        if let Err(error) = looked {
            found.push(format!("{name}: {}", told(&error)));
        }
    }
}

/// Reads every row whole, then asks each index for its columns in its order, and compares count and
/// contents with what the table says. All of one moment, so that other desks may write meanwhile.
async fn by_reading(
    db: &mut Db,
    tables: &[(i64, String)],
    indices: &[Index],
    found: &mut Vec<String>,
) -> Result<()> {
    for (_, table) in tables {
        let sql = format!("SELECT SUM(LENGTH(CAST(t AS TEXT))) IS NULL FROM {table} AS t");
        let read = sqlx::query(AssertSqlSafe(sql)).execute(&mut *db).await;
        if let Err(error) = read {
            found.push(format!("{table}: {}", told(&error)));
        }
    }
    for (_, name, table, columns, rows) in indices {
        let sum =
            "COUNT(*), CAST(COALESCE(SUM(CAST(hashtext(CAST(x AS TEXT)) AS BIGINT)), 0) AS BIGINT)";
        let of_table =
            format!("SELECT {sum} FROM (SELECT {columns} FROM {table} WHERE {rows}) AS x");
        let of_index = format!(
            "SELECT {sum} FROM (SELECT {columns} FROM {table} WHERE {rows} ORDER BY {columns} OFFSET 0) AS x"
        );
        match compare(db, of_table, of_index).await {
            Ok(true) => {}
            Ok(false) => found.push(format!("{name} is not what {table} says")),
            Err(error) => {
                let _ = db.execute("ROLLBACK").await;
                found.push(format!("{name}: {}", told(&error)));
            }
        }
    }
    Ok(())
}

async fn compare(db: &mut Db, of_table: String, of_index: String) -> sqlx::Result<bool> {
    db.execute("BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY")
        .await?;
    db.execute(
        "SET LOCAL enable_indexscan = off; SET LOCAL enable_indexonlyscan = off; \
         SET LOCAL enable_bitmapscan = off",
    )
    .await?;
    let table: (i64, i64) = sqlx::query_as(AssertSqlSafe(of_table))
        .fetch_one(&mut *db)
        .await?;
    db.execute(
        "SET LOCAL enable_indexscan = on; SET LOCAL enable_indexonlyscan = on; \
         SET LOCAL enable_seqscan = off; SET LOCAL enable_sort = off; \
         SET LOCAL enable_incremental_sort = off",
    )
    .await?;
    let index: (i64, i64) = sqlx::query_as(AssertSqlSafe(of_index))
        .fetch_one(&mut *db)
        .await?;
    db.execute("ROLLBACK").await?;
    Ok(table == index)
}

/// The server keeps references by itself, except from who switched that off.
async fn references(db: &mut Db, found: &mut Vec<String>) -> Result<()> {
    let all: Vec<(String, String, String, String)> =
        sqlx::query_as(REFERENCES).fetch_all(&mut *db).await?;
    for (table, column, other, key) in all {
        let sql = format!(
            "SELECT COUNT(*) FROM {table} AS t WHERE t.{column} IS NOT NULL \
             AND NOT EXISTS (SELECT 1 FROM {other} AS o WHERE o.{key} = t.{column})"
        );
        match sqlx::query_scalar::<_, i64>(AssertSqlSafe(sql))
            .fetch_one(&mut *db)
            .await
        {
            Ok(0) => {}
            Ok(n) => found.push(format!(
                "{n} rows of {table} point at a row of {other} that is not there"
            )),
            Err(error) => found.push(format!("{table}: {}", told(&error))),
        }
    }
    Ok(())
}

/// What the server said, without our statement.
fn told(error: &sqlx::Error) -> String {
    if let sqlx::Error::Database(said) = error {
        said.message().to_owned()
    } else {
        error.to_string()
    }
}
