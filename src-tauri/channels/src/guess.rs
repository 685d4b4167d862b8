//! What the columns of an unknown table probably mean: by their names in English, German, French
//! and Spanish, and where the names say nothing, by what their cells look like. A person sees the
//! guess before anything is imported, and may change and save it.

mod names;

use crate::field::{Field, Kind};
use crate::mapping::{MappedColumn, Mapping};
use crate::reading::ReadOptions;
use crate::records::{Found, Record};
use crate::refused::FileRefused;
use crate::table::Table;
use crate::values::{country, date};
use names::{by_name, loose};
use std::collections::HashMap;

/// A guess for every column that can be guessed. Each field but the kept ones is given once: to
/// the column that stands first.
///
/// # Errors
/// The first records are beyond a limit.
pub fn mapping(table: &Table<'_>, options: &ReadOptions) -> Result<Mapping, FileRefused> {
    let samples = samples(table)?;
    let mut seen: HashMap<String, u32> = HashMap::new();
    let mut columns: Vec<(usize, MappedColumn)> = Vec::new();
    let mut unnamed = Vec::new();
    for (at, header) in table.header.iter().enumerate() {
        let name = loose(header);
        let nth = seen.entry(name.clone()).or_default();
        let column = |field| MappedColumn {
            header: header.clone(),
            nth: *nth,
            field,
        };
        let cells = samples.get(at).map(Vec::as_slice).unwrap_or_default();
        let free = |field: &Field| !columns.iter().any(|(_, column)| column.field == *field);
        match by_name(&name)
            .filter(free)
            .filter(|field| fits(*field, cells, options))
        {
            Some(field) => columns.push((at, column(field))),
            None => unnamed.push((at, column(Field::Keep))),
        }
        *nth += 1;
    }
    for (at, column) in unnamed {
        let cells = samples.get(at).map(Vec::as_slice).unwrap_or_default();
        let free = |field: Field| !columns.iter().any(|(_, column)| column.field == field);
        if let Some(field) = by_cells(cells, options).filter(|field| free(*field)) {
            columns.push((at, MappedColumn { field, ..column }));
        }
    }
    columns.sort_by_key(|(at, _)| *at);
    let mut mapping = Mapping {
        columns: columns.into_iter().map(|(_, column)| column).collect(),
        ..Mapping::default()
    };
    settle(&mut mapping);
    Ok(mapping)
}

/// Meanings that hang on which other columns there are.
fn settle(mapping: &mut Mapping) {
    // One price column and a line total in a file with quantities: `total` may be the line's.
    let has = |mapping: &Mapping, field| mapping.has(field);
    if !has(mapping, Field::OrderNumber) && has(mapping, Field::OrderId) {
        return;
    }
    // "Nombre" and "Nom" stand for the whole name where no family name stands beside them.
    for (first, last, whole) in [
        (Field::ShipFirstName, Field::ShipLastName, Field::ShipName),
        (Field::BillFirstName, Field::BillLastName, Field::BillName),
        (
            Field::BuyerFirstName,
            Field::BuyerLastName,
            Field::BuyerName,
        ),
    ] {
        let one = has(mapping, first) != has(mapping, last);
        if one && !has(mapping, whole) {
            for column in &mut mapping.columns {
                if column.field == first || column.field == last {
                    column.field = whole;
                }
            }
        }
    }
}

/// The first filled cells of every column.
fn samples(table: &Table<'_>) -> Result<Vec<Vec<String>>, FileRefused> {
    const ROWS: usize = 200;
    let mut samples = vec![Vec::new(); table.header.len()];
    let mut records = table.records();
    let mut record = Record::default();
    for _ in 0..ROWS {
        match records.read(&mut record)? {
            Found::End => break,
            Found::Broken => {}
            Found::Record => {
                for (at, cells) in samples.iter_mut().enumerate() {
                    let cell = record.get(at).trim();
                    if !cell.is_empty() {
                        cells.push(cell.chars().take(100).collect());
                    }
                }
            }
        }
    }
    Ok(samples)
}

/// Whether the cells do not speak against a name: a "price" column full of words is none.
fn fits(field: Field, cells: &[String], options: &ReadOptions) -> bool {
    let most = |fit: &dyn Fn(&str) -> bool| {
        cells.is_empty() || cells.iter().filter(|cell| fit(cell)).count() * 2 >= cells.len()
    };
    match field.kind() {
        // A column called "quantity" is never passed over: without one, every line would be one unit.
        Kind::Code | Kind::Text | Kind::Count => true,
        Kind::Money | Kind::Weight => {
            most(&|cell| cell.bytes().any(|b| b.is_ascii_digit()) && cell.len() < 40)
        }
        Kind::Date => most(&|cell| {
            !matches!(
                date::parse(cell, None, options.today),
                Err(date::NotADate::Malformed)
            )
        }),
        Kind::Time | Kind::Zone | Kind::Country | Kind::Currency | Kind::Status | Kind::Flag => {
            most(&|cell| cell.len() < 60)
        }
    }
}

/// What cells without a telling header look like.
fn by_cells(cells: &[String], options: &ReadOptions) -> Option<Field> {
    if cells.is_empty() {
        return None;
    }
    let all = |fit: &dyn Fn(&str) -> bool| cells.iter().all(|cell| fit(cell));
    let mail = |cell: &str| {
        cell.split_once('@')
            .is_some_and(|(user, host)| !user.is_empty() && host.contains('.'))
            && !cell.contains(char::is_whitespace)
    };
    if all(&mail) {
        return Some(Field::BuyerEmail);
    }
    let day = |cell: &str| {
        let read = date::parse(cell, None, options.today);
        matches!(read, Ok(_) | Err(date::NotADate::TwoReadings))
    };
    if all(&day) {
        return Some(Field::PlacedAt);
    }
    // Two letters could be a state or a currency's half; names and three kinds of code are enough.
    if all(&|cell| country::code(cell).is_some()) && cells.iter().any(|cell| cell.len() > 3) {
        return Some(Field::ShipCountry);
    }
    None
}

#[cfg(test)]
mod tests;
