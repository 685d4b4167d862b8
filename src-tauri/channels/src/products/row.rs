//! One row of a product file.

use super::ProductMapping;
use super::columns::ProductField as F;
use crate::problems::shown;
use crate::reading::ReadOptions;
use crate::records::Record;
use crate::status;
use crate::table::Table;
use crate::values::number::{self, DecimalMark, NotANumber};
use crate::values::{country, currency, length, text, weight};
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
        let at = self
            .columns
            .get(place)
            .map_or(usize::MAX, |column| column.at);
        let column = self.table.header.get(at).cloned().unwrap_or_default();
        let sentence = Sentence::new(id)
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
        text::unwrapped_text(&cleaned.text).to_owned()
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

    fn barcodes(&mut self, record: &Record) -> Vec<String> {
        let mut barcodes: Vec<String> = Vec::new();
        let cells = self.texts(record, F::Barcode);
        for code in cells
            .iter()
            .flat_map(|cell| cell.split([',', ';', '|', '\n']))
        {
            let code = text::unwrapped_code(code.trim()).trim().to_owned();
            if text::is_mangled_number(&code) {
                if let Some((place, cell)) = self.cell(record, F::Barcode) {
                    self.note(
                        Severity::Warning,
                        place,
                        &cell,
                        "import-cell-mangled-number",
                    );
                }
            } else if !code.is_empty() && !barcodes.contains(&code) {
                barcodes.push(code);
            }
        }
        barcodes
    }

    fn hs_code(&mut self, record: &Record) -> String {
        let Some((place, cell)) = self.cell(record, F::HsCode) else {
            return String::new();
        };
        let digits: String = text::unwrapped_code(&cell)
            .chars()
            .filter(char::is_ascii_digit)
            .collect();
        let only_marks = cell
            .chars()
            .all(|c| c.is_ascii_digit() || matches!(c, '.' | ' ' | '-' | '\''));
        if !only_marks || !(4..=14).contains(&digits.len()) {
            self.note(Severity::Warning, place, &cell, "product-hs-code-not-read");
            return String::new();
        }
        digits
    }

    fn origin(&mut self, record: &Record) -> String {
        let Some((place, cell)) = self.cell(record, F::Origin) else {
            return String::new();
        };
        match country::code(&cell) {
            Some(code) => code.to_owned(),
            None => {
                self.note(Severity::Warning, place, &cell, "product-origin-unknown");
                String::new()
            }
        }
    }

    fn currency_of(&mut self, record: &Record) -> Currency {
        let told = self.cell(record, F::Currency);
        if let Some((place, cell)) = told {
            match currency::sign(&cell, self.currency) {
                currency::Sign::Is(currency) => return currency,
                currency::Sign::Shared(currency) => {
                    self.note(
                        Severity::Warning,
                        place,
                        &cell,
                        "import-currency-shared-sign",
                    );
                    return currency;
                }
                currency::Sign::None | currency::Sign::Unknown => {
                    self.note(Severity::Refused, place, &cell, "import-currency-unknown");
                    return self.currency;
                }
            }
        }
        for field in [F::Price, F::Cost] {
            let Some((place, cell)) = self.cell(record, field) else {
                continue;
            };
            let mark = self.columns.get(place).and_then(|column| column.mark);
            let Ok(number) = number::parse(&cell, mark) else {
                continue;
            };
            match currency::sign(number.beside, self.currency) {
                currency::Sign::Is(currency) => return currency,
                currency::Sign::Shared(currency) => {
                    self.note(
                        Severity::Warning,
                        place,
                        &cell,
                        "import-currency-shared-sign",
                    );
                    return currency;
                }
                currency::Sign::None | currency::Sign::Unknown => {}
            }
        }
        self.currency
    }

    fn money(&mut self, record: &Record, field: F, of: Currency) -> Option<i64> {
        let (place, cell) = self.cell(record, field)?;
        let mark = self.columns.get(place).and_then(|column| column.mark);
        let number = match number::parse(&cell, mark) {
            Ok(number) => number,
            Err(reason) => return self.not_a_number(place, &cell, reason),
        };
        match currency::sign(number.beside, of) {
            currency::Sign::None => {}
            currency::Sign::Is(told) | currency::Sign::Shared(told) if told == of => {}
            currency::Sign::Is(_) | currency::Sign::Shared(_) => {
                self.note(Severity::Refused, place, &cell, "import-currency-differs");
                return None;
            }
            currency::Sign::Unknown => {
                return self.not_a_number(place, &cell, NotANumber::Malformed);
            }
        }
        match number.value.minor(of) {
            Ok(minor) if minor.amount < 0 => {
                self.note(Severity::Refused, place, &cell, "product-amount-negative");
                None
            }
            Ok(minor) => {
                if minor.rounded {
                    self.note(Severity::Warning, place, &cell, "import-amount-rounded");
                }
                Some(minor.amount)
            }
            Err(reason) => self.not_a_number(place, &cell, reason),
        }
    }

    fn not_a_number(&mut self, place: usize, cell: &str, reason: NotANumber) -> Option<i64> {
        let id = match reason {
            NotANumber::Empty => return None,
            NotANumber::Malformed => "import-cell-not-an-amount",
            NotANumber::TwoReadings => "import-number-two-readings",
            NotANumber::TooLarge => "import-number-too-large",
        };
        self.note(Severity::Refused, place, cell, id);
        None
    }

    fn count(&mut self, record: &Record, field: F) -> Option<i64> {
        let (place, cell) = self.cell(record, field)?;
        let mark = self.columns.get(place).and_then(|column| column.mark);
        let id = match number::parse(&cell, mark) {
            Err(NotANumber::Empty) => return None,
            Err(NotANumber::TwoReadings) => "import-number-two-readings",
            Err(NotANumber::Malformed | NotANumber::TooLarge) => "import-quantity-not-a-number",
            Ok(number) => match number.value.whole() {
                _ if !number.beside.is_empty() => "import-quantity-not-a-number",
                Some(count) if count < 0 => {
                    self.note(Severity::Warning, place, &cell, "product-count-negative");
                    return None;
                }
                Some(count) if count > 10_000_000 => "import-quantity-too-large",
                Some(count) => return Some(count),
                None => "import-quantity-not-whole",
            },
        };
        self.note(Severity::Refused, place, &cell, id);
        None
    }

    fn grams(&mut self, record: &Record) -> Option<i64> {
        if let Some((place, cell)) = self.cell(record, F::Weight) {
            let beside = self.text(record, F::WeightUnit);
            let chosen = self.weight_unit.to_owned();
            let read = self.measure(place, &cell, &[&beside, &chosen]);
            let (value, unit) = read?;
            if let Some(grams) = weight::grams(value, &unit).filter(|grams| *grams >= 0) {
                return Some(grams);
            }
            self.note(Severity::Warning, place, &cell, "import-weight-not-read");
            return None;
        }
        let (place, cell) = self.cell(record, F::Grams)?;
        let (value, _) = self.measure(place, &cell, &["g"])?;
        value.scaled(1, 1).filter(|grams| *grams >= 0)
    }

    /// A number and its unit: beside it, in the header, or the first other that is told.
    fn measure(
        &mut self,
        place: usize,
        cell: &str,
        others: &[&str],
    ) -> Option<(number::Decimal, String)> {
        let column = self.columns.get(place)?;
        let (mark, header) = (column.mark, column.unit);
        let number = match number::parse(cell, mark) {
            Ok(number) => number,
            Err(NotANumber::Empty) => return None,
            Err(NotANumber::TwoReadings) => {
                self.note(Severity::Refused, place, cell, "import-number-two-readings");
                return None;
            }
            Err(NotANumber::Malformed | NotANumber::TooLarge) => {
                self.note(Severity::Warning, place, cell, "product-measure-not-read");
                return None;
            }
        };
        let unit = [number.beside, header]
            .into_iter()
            .chain(others.iter().copied());
        match unit.map(str::trim).find(|unit| !unit.is_empty()) {
            Some(unit) => Some((number.value, unit.to_owned())),
            None if number.value.digits == 0 => None,
            None => {
                self.note(
                    Severity::Warning,
                    place,
                    cell,
                    "product-measure-without-unit",
                );
                None
            }
        }
    }

    fn size(&mut self, record: &Record) -> (Option<i64>, Option<i64>, Option<i64>) {
        let beside = self.text(record, F::LengthUnit);
        let chosen = self.length_unit.to_owned();
        let mut sides = [F::Length, F::Width, F::Height].map(|field| {
            let (place, cell) = self.cell(record, field)?;
            let (value, unit) = self.measure(place, &cell, &[&beside, &chosen])?;
            let side = length::millimetres(value, &unit);
            if side.is_none() {
                self.note(Severity::Warning, place, &cell, "product-measure-not-read");
            }
            side
        });
        if sides.iter().all(Option::is_none)
            && let Some((place, cell)) = self.cell(record, F::Size)
        {
            let header = self
                .columns
                .get(place)
                .map_or("", |column| column.unit)
                .to_owned();
            match length::sides(&cell, &[&header, &beside, &chosen]) {
                Some(read) => sides = read.map(Some),
                None => self.note(Severity::Warning, place, &cell, "product-measure-not-read"),
            }
        }
        let [length, width, height] = sides;
        (length, width, height)
    }
}
