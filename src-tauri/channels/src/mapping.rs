//! Which column means what, and how its cells are to be read: what a person may change and save.

use crate::field::Field;
use crate::status::StatusWord;
use crate::values::date::DayOrder;
use crate::values::number::DecimalMark;
use domain::Currency;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;
use ts_rs::TS;

/// One column and its meaning.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct MappedColumn {
    /// The column's header. Case, blanks and underscores do not matter.
    pub header: String,
    /// Which one, counted from 0, where several columns have that header.
    #[serde(default)]
    pub nth: u32,
    /// What it means.
    pub field: Field,
}

/// How a file is read: found by us, changed by a person, saved for the next file of its kind.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(default, deny_unknown_fields)]
pub struct Mapping {
    /// Columns that are read. A column that is not named is left out.
    pub columns: Vec<MappedColumn>,
    /// The mark before decimals, where the cells do not decide it.
    pub decimal_mark: Option<DecimalMark>,
    /// Day or month first, where the cells do not decide it.
    pub day_order: Option<DayOrder>,
    /// Currency of amounts that have none beside them.
    pub currency: Option<Currency>,
    /// The source's words for how far an order is, in lower case, where we do not know them.
    pub words: BTreeMap<String, StatusWord>,
}

impl Mapping {
    /// Whether a column is read as `field`.
    #[must_use]
    pub fn has(&self, field: Field) -> bool {
        self.columns.iter().any(|column| column.field == field)
    }

    /// Adds a column, for building one by hand.
    #[must_use]
    pub fn with(mut self, header: &str, field: Field) -> Self {
        self.columns.push(MappedColumn {
            header: header.to_owned(),
            nth: 0,
            field,
        });
        self
    }
}
