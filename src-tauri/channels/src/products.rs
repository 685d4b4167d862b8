//! Products and stock from a table: one row a variant, with barcodes, weight, size, customs facts,
//! cost, price, bin and opening count.
//!
//! Column names are those of [`columns`], of Shopify's product export, or a person's choice. A
//! weight or a size needs its unit: in the cell, in the header (`weight kg`), in a unit column or
//! chosen. Without one it is left out and told, because 0.35 may be kilograms or pounds.

pub mod columns;
mod row;

use crate::limits;
use crate::problems::{ProblemGroup, Problems, RefusedRow};
use crate::reading::{Progress, ReadOptions, Watch};
use crate::records::{Found, Record};
use crate::refused::FileRefused;
use crate::table::{Separator, Table};
use crate::text::Encoding;
use crate::values::number::{DecimalMark, Evidence};
use columns::ProductField;
use domain::product_row::ProductRow;
use domain::source::{RowProblem, Severity};
use domain::{Currency, Sentence};
use row::Reader;
use serde::{Deserialize, Serialize};
use std::collections::{HashMap, HashSet};
use ts_rs::TS;

/// One column and its meaning.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct ProductColumn {
    /// The column's header.
    pub header: String,
    /// Which one, counted from 0, where several have that header.
    #[serde(default)]
    pub nth: u32,
    /// What it means.
    pub field: ProductField,
    /// The unit that its header names (`kg`, `cm`), or empty.
    #[serde(default)]
    pub unit: String,
}

/// How a file of products is read.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(default, deny_unknown_fields)]
pub struct ProductMapping {
    /// Columns that are read.
    pub columns: Vec<ProductColumn>,
    /// The mark before decimals, where the cells do not decide it.
    pub decimal_mark: Option<DecimalMark>,
    /// Currency of amounts that have none beside them.
    pub currency: Option<Currency>,
    /// Unit of weights without one.
    pub weight_unit: String,
    /// Unit of lengths without one.
    pub length_unit: String,
}

/// What a file of products says.
#[derive(Debug, Clone, Serialize, TS)]
pub struct ProductReading {
    /// The name that the file was given with.
    pub file_name: String,
    /// Its encoding; `None` for a workbook.
    pub encoding: Option<Encoding>,
    /// Its separator; `None` for a workbook.
    pub separator: Option<Separator>,
    /// The workbook's sheet, or empty.
    pub sheet: String,
    /// Its header.
    pub header: Vec<String>,
    /// The mapping it was read with.
    pub mapping: ProductMapping,
    /// Records below the header.
    pub rows: u32,
    /// The variants, in the file's order.
    pub products: Vec<ProductRow>,
    /// What a person should know.
    pub problems: Vec<RowProblem>,
    /// The same by what fixes them.
    pub groups: Vec<ProblemGroup>,
    /// Rows that are left out.
    pub refused_rows: Vec<RefusedRow>,
}

/// Reads a file of products. `mapping` overrides the names.
///
/// # Errors
/// The file is no table or beyond a limit, or the watch broke.
pub fn read(
    bytes: &[u8],
    file_name: &str,
    options: &ReadOptions,
    mapping: Option<&ProductMapping>,
    watch: Watch<'_>,
) -> Result<ProductReading, FileRefused> {
    let table = Table::open(bytes, &options.chosen())?;
    let mapping = mapping
        .cloned()
        .unwrap_or_else(|| columns::by_name(&table.header));
    let mut problems = Problems::default();
    let has = |field| mapping.columns.iter().any(|column| column.field == field);
    let mut products = Vec::new();
    let mut rows = 0;
    if has(ProductField::Sku) || has(ProductField::Title) {
        let marks = marks(&table, &mapping, watch)?;
        let mut reader = Reader::new(&table, &mapping, options, marks);
        let mut records = table.records();
        let mut record = Record::default();
        let mut row: u32 = 1;
        loop {
            let found = records.read(&mut record)?;
            if found == Found::End {
                break;
            }
            row += 1;
            if row.is_multiple_of(1_000) && watch(Progress::Read(row, row)).is_break() {
                return Err(FileRefused::Cancelled);
            }
            if record.is_empty() {
                continue;
            }
            rows += 1;
            if found == Found::Broken {
                let sentence =
                    Sentence::new("import-row-quotes-broken").with("row", i64::from(row));
                problems.refuse_row(row, record.get(0), sentence);
                continue;
            }
            let (product, noted) = reader.row(row, &record);
            let refused = noted
                .iter()
                .any(|problem| problem.severity == Severity::Refused);
            let mut reason = None;
            for problem in noted {
                let refuses = problem.severity == Severity::Refused;
                let at = problems.push(problem);
                reason = reason.or(refuses.then_some(at));
            }
            match (product, reason) {
                (Some(product), None) => products.push(product),
                (_, Some(problem)) if refused => problems.refused.push(RefusedRow { row, problem }),
                (_, _) => {}
            }
        }
    } else {
        problems.of_file(
            Severity::Refused,
            "",
            Sentence::new("product-needs-sku-or-title"),
        );
    }
    refuse_twins(&mut products, &mut problems);
    Ok(ProductReading {
        file_name: file_name.to_owned(),
        encoding: table.encoding,
        separator: table.encoding.map(|_| table.separator),
        sheet: table.sheet.clone(),
        header: table.header.clone(),
        mapping,
        rows,
        products,
        problems: problems.kept,
        groups: problems.groups,
        refused_rows: problems.refused,
    })
}

/// The decimal mark of every column that holds numbers.
fn marks(
    table: &Table<'_>,
    mapping: &ProductMapping,
    watch: Watch<'_>,
) -> Result<Vec<Option<DecimalMark>>, FileRefused> {
    let mut evidence = vec![Evidence::default(); table.header.len()];
    let numeric: Vec<usize> = mapping
        .columns
        .iter()
        .filter(|column| column.field.is_number())
        .filter_map(|column| table.column(&column.header, usize::try_from(column.nth).unwrap_or(0)))
        .collect();
    let mut records = table.records();
    let mut record = Record::default();
    let mut row: u32 = 1;
    while records.read(&mut record)? != Found::End {
        row += 1;
        if row > limits::PRODUCT_ROWS + 1 {
            let limit = i64::from(limits::PRODUCT_ROWS);
            return Err(FileRefused::new("import-too-many-rows").with("limit", limit));
        }
        if row.is_multiple_of(1_000) && watch(Progress::Surveyed(row)).is_break() {
            return Err(FileRefused::Cancelled);
        }
        for at in &numeric {
            if let Some(evidence) = evidence.get_mut(*at) {
                evidence.add(record.get(*at));
            }
        }
    }
    Ok(evidence
        .iter()
        .map(|column| column.mark().or(mapping.decimal_mark))
        .collect())
}

/// Two rows with one SKU say two things of one thing: neither is taken.
fn refuse_twins(products: &mut Vec<ProductRow>, problems: &mut Problems) {
    let mut first: HashMap<&str, u32> = HashMap::new();
    let mut twins: Vec<(u32, u32, String)> = Vec::new();
    for product in products.iter().filter(|product| !product.sku.is_empty()) {
        match first.get(product.sku.as_str()) {
            Some(other) => twins.push((product.row, *other, product.sku.clone())),
            None => {
                first.insert(&product.sku, product.row);
            }
        }
    }
    let mut out = HashSet::new();
    for (row, other, sku) in &twins {
        let sentence = Sentence::new("product-sku-twice")
            .with("row", i64::from(*row))
            .with("other", i64::from(*other))
            .with("sku", sku.as_str());
        for row in [*other, *row] {
            if out.insert(row) {
                problems.refuse_row(row, sku, sentence.clone());
            }
        }
    }
    products.retain(|product| !out.contains(&product.row));
    problems.refused.sort_by_key(|refused| refused.row);
}
