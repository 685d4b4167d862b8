//! One row of a product file.

mod values;

use super::ProductMapping;
use super::columns::ProductField as F;
use crate::limits;
use crate::problems::shown;
use crate::reading::ReadOptions;
use crate::records::Record;
use crate::status;
use crate::table::Table;
use crate::values::number::DecimalMark;
use crate::values::text;
use domain::product_row::ProductRow;
use domain::source::{RowProblem, Severity};
use domain::{Currency, Sentence};
use std::collections::HashMap;

/// A column that the file has.
#[derive(Debug)]
struct Column<'m> {
    at: usize,
    field: F,
    unit: &'m str,
    mark: Option<DecimalMark>,
}

/// What the first row of a product says for those below it.
#[derive(Debug, Clone, Default)]
struct Parent {
    title: String,
    option_names: Vec<String>,
}

pub(super) struct Reader<'t> {
    table: &'t Table<'t>,
    columns: Vec<Column<'t>>,
    currency: Currency,
    weight_unit: &'t str,
    length_unit: &'t str,
    parents: HashMap<String, Parent>,
    problems: Vec<RowProblem>,
    row: u32,
}

impl<'t> Reader<'t> {
    pub(super) fn new(
        table: &'t Table<'t>,
        mapping: &'t ProductMapping,
        options: &ReadOptions,
        marks: Vec<Option<DecimalMark>>,
    ) -> Self {
        let columns = mapping.columns.iter().filter_map(|column| {
            let at = table.column(&column.header, usize::try_from(column.nth).unwrap_or(0))?;
            let mark = marks.get(at).copied().flatten();
            Some(Column {
                at,
                field: column.field,
                unit: &column.unit,
                mark,
            })
        });
        Self {
            table,
            columns: columns.collect(),
            currency: mapping.currency.unwrap_or(options.currency),
            weight_unit: &mapping.weight_unit,
            length_unit: &mapping.length_unit,
            parents: HashMap::new(),
            problems: Vec::new(),
            row: 0,
        }
    }

    /// The variant that a row tells, if it tells one, and what was noted.
    pub(super) fn row(
        &mut self,
        row: u32,
        record: &Record,
    ) -> (Option<ProductRow>, Vec<RowProblem>) {
        self.row = row;
        let product = self.variant(record);
        (product, std::mem::take(&mut self.problems))
    }

    fn variant(&mut self, record: &Record) -> Option<ProductRow> {
        let extra =
            (self.table.header.len()..record.len()).any(|at| !record.get(at).trim().is_empty());
        if extra {
            let sentence = Sentence::new("import-row-too-wide").with("row", i64::from(self.row));
            self.push(Severity::Refused, "", "", sentence);
            return None;
        }
        let key = self.code(record, F::Key);
        let values = self.texts(record, F::OptionValue);
        let sku = self.code(record, F::Sku);
        let mut parent = self.parents.get(&key).cloned().unwrap_or_default();
        let title = self.text(record, F::Title);
        // Below a product's first row Shopify writes rows that hold one more picture and no more.
        let speaks = [F::Price, F::Cost, F::Barcode, F::Variant, F::Opening]
            .iter()
            .any(|field| self.cell(record, *field).is_some());
        if title.is_empty() && sku.is_empty() && values.iter().all(String::is_empty) && !speaks {
            return None;
        }
        if !title.is_empty() {
            parent.title.clone_from(&title);
        }
        let names = self.texts(record, F::OptionName);
        if names.iter().any(|name| !name.is_empty()) {
            parent.option_names = names;
        }
        if !key.is_empty() {
            self.parents.insert(key.clone(), parent.clone());
        }
        let title = if parent.title.is_empty() {
            sku.clone()
        } else {
            parent.title
        };
        if title.is_empty() {
            let sentence = Sentence::new("product-without-name").with("row", i64::from(self.row));
            self.push(Severity::Refused, "", "", sentence);
            return None;
        }
        let (length_mm, width_mm, height_mm) = self.size(record);
        let currency = self.currency_of(record);
        Some(ProductRow {
            row: self.row,
            product_key: key,
            title,
            options: self.options(record, &parent.option_names, values),
            sku,
            barcodes: self.barcodes(record),
            grams: self.grams(record),
            length_mm,
            width_mm,
            height_mm,
            hs_code: self.hs_code(record),
            origin: self.origin(record),
            currency,
            cost: self.money(record, F::Cost, currency),
            price: self.money(record, F::Price, currency),
            bin: self.text(record, F::Bin),
            opening: self.count(record, F::Opening),
            reorder_at: self.count(record, F::ReorderAt),
            parts: self.parts(record),
            ships: self
                .cell(record, F::Ships)
                .and_then(|(_, cell)| status::flag(&cell))
                .unwrap_or(true),
        })
    }

    fn options(
        &mut self,
        record: &Record,
        names: &[String],
        values: Vec<String>,
    ) -> Vec<(String, String)> {
        let mut options: Vec<(String, String)> = values
            .into_iter()
            .enumerate()
            .map(|(at, value)| (names.get(at).cloned().unwrap_or_default(), value))
            // What Shopify writes for a product without options.
            .filter(|(name, value)| {
                !(value.is_empty() || name == "Title" && value == "Default Title")
            })
            .collect();
        let variant = self.text(record, F::Variant);
        for part in variant
            .split([',', ';'])
            .map(str::trim)
            .filter(|part| !part.is_empty())
        {
            let (name, value) = part.split_once(':').unwrap_or(("", part));
            options.push((name.trim().to_owned(), value.trim().to_owned()));
        }
        options
    }

    /// The column and the trimmed cell of a field, if it is filled.
    fn cell(&self, record: &Record, field: F) -> Option<(usize, String)> {
        self.columns
            .iter()
            .enumerate()
            .filter(|(_, column)| column.field == field)
            .map(|(place, column)| (place, record.get(column.at).trim().to_owned()))
            .find(|(_, cell)| !cell.is_empty())
    }

    fn push(&mut self, severity: Severity, column: &str, cell: &str, sentence: Sentence) {
        let (column, cell) = (column.to_owned(), shown(cell));
        self.problems.push(RowProblem {
            row: self.row,
            column,
            cell,
            severity,
            sentence,
        });
    }

    fn note(&mut self, severity: Severity, place: usize, cell: &str, id: &str) {
        self.note_of(severity, place, cell, Sentence::new(id));
    }

    fn note_of(&mut self, severity: Severity, place: usize, cell: &str, sentence: Sentence) {
        let at = self
            .columns
            .get(place)
            .map_or(usize::MAX, |column| column.at);
        let column = self.table.header.get(at).cloned().unwrap_or_default();
        let sentence = sentence
            .with("row", i64::from(self.row))
            .with("column", column.as_str())
            .with("cell", cell.chars().take(60).collect::<String>());
        self.push(severity, &column, cell, sentence);
    }

    fn cleaned(&mut self, place: usize, cell: &str) -> String {
        let cleaned = text::clean(cell);
        if cleaned.damaged {
            self.note(Severity::Refused, place, cell, "import-cell-damaged");
        }
        if cleaned.stripped {
            self.note(
                Severity::Warning,
                place,
                cell,
                "import-cell-control-characters",
            );
        }
        if cleaned.turned {
            self.note(
                Severity::Warning,
                place,
                cell,
                "import-cell-turns-direction",
            );
        }
        if cleaned.text.len() > limits::TEXT_CHARS
            && cleaned.text.chars().count() > limits::TEXT_CHARS
        {
            self.too_long(place, cell, limits::TEXT_CHARS);
        }
        text::unwrapped_text(&cleaned.text).to_owned()
    }

    /// Nothing is cut: whoever shortens it knows what may go.
    fn too_long(&mut self, place: usize, cell: &str, limit: usize) {
        let sentence = Sentence::new("import-text-too-long").with("limit", limit);
        self.note_of(Severity::Refused, place, cell, sentence);
    }

    fn text(&mut self, record: &Record, field: F) -> String {
        let Some((place, cell)) = self.cell(record, field) else {
            return String::new();
        };
        self.cleaned(place, &cell)
    }

    /// All columns of a field, also the empty ones: names and values go by their place.
    fn texts(&mut self, record: &Record, field: F) -> Vec<String> {
        let places: Vec<(usize, String)> = self
            .columns
            .iter()
            .enumerate()
            .filter(|(_, column)| column.field == field)
            .map(|(place, column)| (place, record.get(column.at).trim().to_owned()))
            .collect();
        places
            .into_iter()
            .map(|(place, cell)| self.cleaned(place, &cell))
            .collect()
    }

    fn code(&mut self, record: &Record, field: F) -> String {
        let Some((place, cell)) = self.cell(record, field) else {
            return String::new();
        };
        let cleaned = self.cleaned(place, &cell);
        let code = text::unwrapped_code(&cleaned).trim().to_owned();
        if code.chars().count() > limits::SKU_CHARS {
            self.too_long(place, &cell, limits::SKU_CHARS);
        }
        if text::is_mangled_number(&code) {
            self.note(
                Severity::Refused,
                place,
                &cell,
                "import-cell-mangled-number",
            );
        }
        code
    }
}
