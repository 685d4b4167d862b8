//! Statements, one file per thing. Written once for both engines: `$1` placeholders, one JSON text
//! for many values, sums cast to BIGINT. What is looked up for many values says CROSS JOIN: SQLite then
//! keeps the order of the tables. Left to choose, it read the whole text again for every row of the table,
//! once the shop had grown and its statistics said so.

pub mod batches;
pub mod channels;
pub mod counters;
pub mod customers;
pub mod documents;
pub mod erasure;
pub mod gone;
pub mod invariants;
pub mod kits;
pub mod order_lists;
pub mod orders;
pub mod picking;
pub mod sample;
pub mod search;
pub mod settings;
pub mod ship;
pub mod stock;

use crate::row::{Row, columns};
use crate::{Db, Result};
use sqlx::any::AnyRow;
use sqlx::{AssertSqlSafe, FromRow};

/// Where a statement lives, for the test that prepares each of them on both engines.
pub type Named = (&'static str, &'static str);

/// Declares SQL texts as constants and lists them for the test.
macro_rules! statements {
    ($($(#[$doc:meta])* $name:ident = $sql:expr;)*) => {
        $($(#[$doc])* const $name: &str = $sql;)*
        /// Every statement of this file.
        pub const STATEMENTS: &[$crate::tables::Named] = &[$((stringify!($name), $name)),*];
    };
}
pub(crate) use statements;

/// What one unit of each line is fetched as: a kit's line its parts, another its own variant, a line
/// without a variant nothing. `line_id`, `order_id`, `variant_id`, `quantity`.
macro_rules! takes {
    () => {
        "(SELECT l.id AS line_id, l.order_id, l.variant_id, CAST(1 AS BIGINT) AS quantity FROM order_line AS l \
          WHERE l.variant_id IS NOT NULL AND l.kind <> 'kit' \
          UNION ALL SELECT p.line_id, l.order_id, p.part_id, p.quantity FROM line_part AS p \
          JOIN order_line AS l ON l.id = p.line_id)"
    };
}
pub(crate) use takes;

/// Every statement of the store, by file and name.
#[must_use]
pub fn all_statements() -> Vec<(String, String)> {
    [
        ("batches", batches::STATEMENTS),
        ("channels", channels::STATEMENTS),
        ("counters", counters::STATEMENTS),
        ("customers", customers::STATEMENTS),
        ("documents", documents::STATEMENTS),
        ("erasure", erasure::NAMED),
        ("gone", gone::STATEMENTS),
        ("invariants", invariants::STATEMENTS),
        ("kits", kits::STATEMENTS),
        ("orders", orders::STATEMENTS),
        ("picking", picking::STATEMENTS),
        ("sample", sample::STATEMENTS),
        ("search", search::STATEMENTS),
        ("settings", settings::STATEMENTS),
        ("ship", ship::STATEMENTS),
        ("stock", stock::STATEMENTS),
        ("stock::codes", stock::codes::STATEMENTS),
        ("stock::movements", stock::movements::STATEMENTS),
    ]
    .into_iter()
    .flat_map(|(file, all)| {
        all.iter()
            .map(move |(name, sql)| (format!("{file}::{name}"), (*sql).to_owned()))
    })
    .chain(erasure::every_table())
    .chain(order_lists::every_shape())
    .chain(order_lists::every_page())
    .collect()
}

/// All rows of a table whose `column` is one of `ids`, in the order `order`. The names come from
/// this room's own code, never from outside.
pub(crate) async fn rows_by<R>(
    db: &mut Db,
    column: &'static str,
    ids: &[i64],
    order: &'static str,
) -> Result<Vec<R>>
where
    R: Row + for<'r> FromRow<'r, AnyRow> + Send + Unpin,
{
    if ids.is_empty() {
        return Ok(Vec::new());
    }
    let sql = format!(
        "SELECT {} FROM {} AS t WHERE t.{column} IN \
         (SELECT CAST(value AS BIGINT) FROM json_each($1)) ORDER BY {order}",
        columns::<R>("t"),
        R::TABLE
    );
    Ok(sqlx::query_as(AssertSqlSafe(sql))
        .bind(crate::row::json_ids(ids.iter().copied()))
        .fetch_all(db)
        .await?)
}
