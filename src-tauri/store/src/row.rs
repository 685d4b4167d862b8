//! Rows: a struct per table, read by name and written in bulk as one JSON text.
//!
//! An insert is one statement whatever the number of rows: the rows travel as one JSON text of
//! arrays and both engines take it apart with `json_each`. Wide numbered placeholders are slow on
//! SQLite, and row-by-row costs a thread hop each. Many rows at once have a faster way on SQLite:
//! [`crate::bulk`].

use crate::{Db, Result, bulk};

/// How a column travels in JSON and is cast back.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kind {
    /// BIGINT / INTEGER.
    Int,
    /// TEXT.
    Text,
}

/// What stands in a column of one row.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Value<'a> {
    /// A number.
    Int(i64),
    /// A text.
    Text(&'a str),
    /// NULL.
    Nothing,
}

/// A type that can stand in a column.
pub trait Cell {
    /// The column's kind.
    const KIND: Kind;
    /// The value itself.
    fn value(&self) -> Value<'_>;
    /// Appends the value as JSON.
    fn json(&self, out: &mut String);
}

impl Cell for i64 {
    const KIND: Kind = Kind::Int;
    fn value(&self) -> Value<'_> {
        Value::Int(*self)
    }
    fn json(&self, out: &mut String) {
        use std::fmt::Write as _;
        // Writing to a String cannot fail.
        let _ = write!(out, "{self}");
    }
}

impl Cell for String {
    const KIND: Kind = Kind::Text;
    fn value(&self) -> Value<'_> {
        Value::Text(self)
    }
    fn json(&self, out: &mut String) {
        quote(self, out);
    }
}

impl<T: Cell> Cell for Option<T> {
    const KIND: Kind = T::KIND;
    fn value(&self) -> Value<'_> {
        self.as_ref().map_or(Value::Nothing, T::value)
    }
    fn json(&self, out: &mut String) {
        match self {
            Some(value) => value.json(out),
            None => out.push_str("null"),
        }
    }
}

/// JSON string syntax (RFC 8259, section 7). U+0000 is dropped: neither engine's TEXT holds it.
fn quote(text: &str, out: &mut String) {
    out.push('"');
    for c in text.chars() {
        match c {
            '"' => out.push_str("\\\""),
            '\\' => out.push_str("\\\\"),
            '\n' => out.push_str("\\n"),
            '\r' => out.push_str("\\r"),
            '\t' => out.push_str("\\t"),
            '\0' => {}
            c if c < ' ' => {
                use std::fmt::Write as _;
                let _ = write!(out, "\\u{:04x}", u32::from(c));
            }
            c => out.push(c),
        }
    }
    out.push('"');
}

/// A row of a table.
pub trait Row: Sized {
    /// The table.
    const TABLE: &'static str;
    /// Its columns in the struct's order.
    const COLUMNS: &'static [(&'static str, Kind)];
    /// Appends the row's values in the columns' order.
    fn values<'a>(&'a self, out: &mut Vec<Value<'a>>);
    /// Appends the row as a JSON array in the columns' order.
    fn json(&self, out: &mut String);
}

/// The columns of a row, for a SELECT: `a, b, c`, each with the table's alias when one is given.
#[must_use]
pub fn columns<R: Row>(alias: &str) -> String {
    let dot = if alias.is_empty() { "" } else { "." };
    R::COLUMNS
        .iter()
        .map(|(name, _)| format!("{alias}{dot}{name}"))
        .collect::<Vec<_>>()
        .join(", ")
}

/// The bulk INSERT of a row type.
#[must_use]
pub fn insert_sql<R: Row>() -> String {
    let casts = R::COLUMNS
        .iter()
        .enumerate()
        .map(|(at, (_, kind))| match kind {
            Kind::Int => format!("CAST(value->>{at} AS BIGINT)"),
            Kind::Text => format!("value->>{at}"),
        })
        .collect::<Vec<_>>()
        .join(", ");
    format!(
        "INSERT INTO {} ({}) SELECT {casts} FROM json_each($1)",
        R::TABLE,
        columns::<R>("")
    )
}

/// The rows as one JSON text.
#[must_use]
pub fn json_of<R: Row>(rows: &[R]) -> String {
    let mut out = String::with_capacity(rows.len() * 64 + 2);
    out.push('[');
    for (at, row) in rows.iter().enumerate() {
        if at > 0 {
            out.push(',');
        }
        row.json(&mut out);
    }
    out.push(']');
    out
}

/// Ids as one JSON text of numbers.
#[must_use]
pub fn json_ids(ids: impl IntoIterator<Item = i64>) -> String {
    let mut out = String::from("[");
    for (at, id) in ids.into_iter().enumerate() {
        if at > 0 {
            out.push(',');
        }
        id.json(&mut out);
    }
    out.push(']');
    out
}

/// Texts as one JSON text, each in an array of its own: `value->>0` is the text on both engines.
#[must_use]
pub fn json_texts<'a>(texts: impl IntoIterator<Item = &'a str>) -> String {
    let mut out = String::from("[");
    for (at, text) in texts.into_iter().enumerate() {
        out.push_str(if at > 0 { ",[" } else { "[" });
        quote(text, &mut out);
        out.push(']');
    }
    out.push(']');
    out
}

/// How many rows one statement takes: JSON of some 200 kB keeps both engines' parsers in cache.
pub(crate) const ROWS_PER_STATEMENT: usize = 1_000;

/// Inserts all rows in bulk statements.
///
/// # Errors
/// A broken constraint, or the engine's error.
pub async fn insert_all<R: Row>(db: &mut Db, rows: &[R]) -> Result<()> {
    bulk::insert(db, rows).await
}

/// The bulk UPDATE of a row type whose first `keys` columns find the row.
#[must_use]
pub fn save_sql<R: Row>(keys: usize) -> String {
    let cell = |at: usize, kind: Kind| match kind {
        Kind::Int => format!("CAST(v.value->>{at} AS BIGINT)"),
        Kind::Text => format!("v.value->>{at}"),
    };
    let all = R::COLUMNS.iter().enumerate();
    let sets = all
        .clone()
        .skip(keys)
        .map(|(at, (name, kind))| format!("{name} = {}", cell(at, *kind)))
        .collect::<Vec<_>>()
        .join(", ");
    let finds = all
        .take(keys)
        .map(|(at, (name, kind))| format!("{}.{name} = {}", R::TABLE, cell(at, *kind)))
        .collect::<Vec<_>>()
        .join(" AND ");
    format!(
        "UPDATE {} SET {sets} FROM json_each($1) AS v WHERE {finds}",
        R::TABLE
    )
}

/// Writes rows that were read inside the same transaction back whole; the first `keys` columns
/// find each row.
///
/// # Errors
/// A broken constraint, or the engine's error.
pub async fn save_all<R: Row>(db: &mut Db, keys: usize, rows: &[R]) -> Result<()> {
    bulk::save(db, keys, rows).await
}

/// Declares a row: the struct, how it is read from a result by column name, how it is written.
#[macro_export]
macro_rules! rows {
    ($($(#[$doc:meta])* $name:ident in $table:literal { $($field:ident : $ty:ty),* $(,)? })*) => {$(
        $(#[$doc])*
        #[derive(Debug, Clone, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
        #[expect(missing_docs, reason = "the columns are described where the table is made")]
        pub struct $name { $(pub $field: $ty),* }

        impl $crate::row::Row for $name {
            const TABLE: &'static str = $table;
            const COLUMNS: &'static [(&'static str, $crate::row::Kind)] =
                &[$((stringify!($field), <$ty as $crate::row::Cell>::KIND)),*];
            fn values<'a>(&'a self, out: &mut Vec<$crate::row::Value<'a>>) {
                out.extend([$($crate::row::Cell::value(&self.$field)),*]);
            }
            fn json(&self, out: &mut String) {
                out.push('[');
                let mut first = true;
                $(
                    if !first { out.push(','); }
                    first = false;
                    $crate::row::Cell::json(&self.$field, out);
                )*
                let _ = first;
                out.push(']');
            }
        }

        impl<'r> sqlx::FromRow<'r, sqlx::any::AnyRow> for $name {
            fn from_row(row: &'r sqlx::any::AnyRow) -> Result<Self, sqlx::Error> {
                use sqlx::Row as _;
                Ok(Self { $($field: row.try_get(stringify!($field))?),* })
            }
        }
    )*};
}
