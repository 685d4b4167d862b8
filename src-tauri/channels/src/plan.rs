//! A mapping applied to one file: which column is read how, once all cells have been seen.

use crate::field::{Field, Kind};
use crate::mapping::Mapping;
use crate::records::Record;
use crate::table::Table;
use crate::values::date::{self, DayOrder};
use crate::values::number::{self, DecimalMark};
use chrono::NaiveDate;

/// How a format's files are written when the cells do not tell.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(crate) struct Habits {
    /// The mark before decimals.
    pub(crate) decimal_mark: Option<DecimalMark>,
    /// Day or month first.
    pub(crate) day_order: Option<DayOrder>,
    /// Buyers pay the channel, and the channel pays the shop.
    pub(crate) to_channel: bool,
}

/// One column that is read.
#[derive(Debug, Clone)]
pub(crate) struct Column {
    pub(crate) at: usize,
    pub(crate) field: Field,
    pub(crate) mark: Option<DecimalMark>,
    pub(crate) order: Option<DayOrder>,
    pub(crate) filled: u32,
    numbers: number::Evidence,
    dates: date::Evidence,
}

impl Column {
    /// Numbers with two readings that the column's own cells do not decide.
    pub(crate) fn open_numbers(&self) -> u32 {
        if self.numbers.mark().is_none() {
            self.numbers.open()
        } else {
            0
        }
    }

    /// Dates with two readings that the column's own cells do not decide.
    pub(crate) fn open_dates(&self) -> u32 {
        if self.dates.order().is_none() {
            self.dates.open()
        } else {
            0
        }
    }
}

/// All columns that are read, by what they mean.
#[derive(Debug)]
pub(crate) struct Plan {
    pub(crate) columns: Vec<Column>,
    by_field: Vec<Vec<usize>>,
}

impl Plan {
    /// Finds the mapping's columns in the table. Those that the file does not have are left out.
    pub(crate) fn new(table: &Table<'_>, mapping: &Mapping) -> Self {
        let mut columns = Vec::new();
        let mut by_field = vec![Vec::new(); Field::ALL.len()];
        for mapped in &mapping.columns {
            let nth = usize::try_from(mapped.nth).unwrap_or(usize::MAX);
            let Some(at) = table.column(&mapped.header, nth) else {
                continue;
            };
            if let Some(of_field) = by_field.get_mut(mapped.field as usize) {
                of_field.push(columns.len());
            }
            columns.push(Column {
                at,
                field: mapped.field,
                mark: None,
                order: None,
                filled: 0,
                numbers: number::Evidence::default(),
                dates: date::Evidence::default(),
            });
        }
        Self { columns, by_field }
    }

    /// The columns that mean `field`, in the file's order of mapping.
    pub(crate) fn of(&self, field: Field) -> impl Iterator<Item = &Column> {
        self.by_field
            .get(field as usize)
            .into_iter()
            .flatten()
            .filter_map(|at| self.columns.get(*at))
    }

    /// Whether a column means `field`.
    pub(crate) fn has(&self, field: Field) -> bool {
        self.of(field).next().is_some()
    }

    /// The first filled cell of `field` in a record, without blanks around it.
    pub(crate) fn cell<'r>(&self, record: &'r Record, field: Field) -> &'r str {
        self.of(field)
            .map(|column| record.get(column.at).trim())
            .find(|cell| !cell.is_empty())
            .unwrap_or("")
    }

    /// Learns from one more record how its columns are written.
    pub(crate) fn learn(&mut self, record: &Record, today: NaiveDate) {
        for column in &mut self.columns {
            if !record.is_filled(column.at) {
                continue;
            }
            let cell = record.get(column.at);
            column.filled += 1;
            match column.field.kind() {
                Kind::Money | Kind::Count | Kind::Weight => column.numbers.add(cell),
                Kind::Date => column.dates.add(cell, column.field.is_past(), today),
                Kind::Code
                | Kind::Text
                | Kind::Time
                | Kind::Zone
                | Kind::Country
                | Kind::Currency
                | Kind::Status
                | Kind::Flag => {}
            }
        }
    }

    /// Decides every column: its own cells first, then a person's choice, then the other columns
    /// of the same kind, then the format's habit. Gives the columns that were decided by others.
    pub(crate) fn decide(&mut self, mapping: &Mapping, habits: Habits) -> Vec<usize> {
        let mut all_numbers = number::Evidence::default();
        let mut all_dates = (0_u32, 0_u32);
        for column in &self.columns {
            if column.field.kind() == Kind::Money {
                all_numbers.merge(&column.numbers);
            }
            match column.dates.order() {
                Some(DayOrder::DayFirst) => all_dates.0 += 1,
                Some(DayOrder::MonthFirst) => all_dates.1 += 1,
                None => {}
            }
        }
        let other_order = match all_dates {
            (1.., 0) => Some(DayOrder::DayFirst),
            (0, 1..) => Some(DayOrder::MonthFirst),
            _ => None,
        };
        let mut by_others = Vec::new();
        for column in &mut self.columns {
            let own = column.numbers.mark();
            if column.numbers.is_mixed() {
                // Its cells contradict each other: only a person can say how the open ones are meant.
                column.mark = mapping.decimal_mark;
            } else {
                // Quantities are written by other rules than money: `1,000` may be one thousandth.
                let others = if column.field.kind() == Kind::Money {
                    all_numbers.mark()
                } else {
                    None
                };
                column.mark = own
                    .or(mapping.decimal_mark)
                    .or(others)
                    .or(habits.decimal_mark);
                let borrowed = own.is_none() && mapping.decimal_mark.is_none() && others.is_some();
                if borrowed && column.numbers.open() > 0 {
                    by_others.push(column.at);
                }
            }
            column.order = column.dates.order();
            if column.dates.is_silent() {
                column.order = mapping.day_order.or(other_order).or(habits.day_order);
            } else if column.order.is_none() {
                column.order = mapping.day_order;
            }
        }
        by_others
    }
}
