//! A product's codes, amounts and measures.

use super::Reader;
use crate::products::columns::ProductField as F;
use crate::records::Record;
use crate::values::number::NotANumber;
use crate::values::{country, currency, length, number, text, weight};
use domain::Currency;
use domain::source::Severity;

impl<'t> Reader<'t> {
    pub(super) fn barcodes(&mut self, record: &Record) -> Vec<String> {
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

    /// `MUG×2, CUP` or `2 x MUG; 1 x CUP`: SKUs with how many of each, one where no number stands.
    pub(super) fn parts(&mut self, record: &Record) -> Vec<(String, i64)> {
        let Some((place, cell)) = self.cell(record, F::Parts) else {
            return Vec::new();
        };
        let cleaned = self.cleaned(place, &cell);
        let parts: Option<Vec<(String, i64)>> = cleaned
            .split([',', ';', '|', '\n'])
            .map(str::trim)
            .filter(|part| !part.is_empty())
            .map(part)
            .collect();
        parts.unwrap_or_else(|| {
            self.note(Severity::Refused, place, &cell, "product-parts-not-read");
            Vec::new()
        })
    }

    pub(super) fn hs_code(&mut self, record: &Record) -> String {
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

    pub(super) fn origin(&mut self, record: &Record) -> String {
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

    pub(super) fn currency_of(&mut self, record: &Record) -> Currency {
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

    pub(super) fn money(&mut self, record: &Record, field: F, of: Currency) -> Option<i64> {
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

    pub(super) fn not_a_number(
        &mut self,
        place: usize,
        cell: &str,
        reason: NotANumber,
    ) -> Option<i64> {
        let id = match reason {
            NotANumber::Empty => return None,
            NotANumber::Malformed => "import-cell-not-an-amount",
            NotANumber::TwoReadings => "import-number-two-readings",
            NotANumber::TooLarge => "import-number-too-large",
        };
        self.note(Severity::Refused, place, cell, id);
        None
    }

    pub(super) fn count(&mut self, record: &Record, field: F) -> Option<i64> {
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

    pub(super) fn grams(&mut self, record: &Record) -> Option<i64> {
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
    pub(super) fn measure(
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

    pub(super) fn size(&mut self, record: &Record) -> (Option<i64>, Option<i64>, Option<i64>) {
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

/// One part and how many of it: the number stands before or behind the SKU, parted by a sign. An `x`
/// is a sign only between spaces, because SKUs have it inside.
fn part(text: &str) -> Option<(String, i64)> {
    let text = text::unwrapped_code(text).trim();
    let signs = ["×", "*", " x ", " X ", ":"];
    let Some((before, behind)) = signs.iter().find_map(|sign| text.rsplit_once(sign)) else {
        return Some((text.to_owned(), 1));
    };
    let (before, behind) = (before.trim(), behind.trim());
    let number = |word: &str| word.parse::<i64>().ok().filter(|n| (1..=1_000).contains(n));
    let (sku, units) = match (number(behind), number(before)) {
        (Some(units), _) => (before, units),
        (None, Some(units)) => (behind, units),
        (None, None) => return None,
    };
    (!sku.is_empty()).then(|| (sku.to_owned(), units))
}

#[cfg(test)]
mod tests {
    use super::part;

    #[test]
    fn a_part_is_a_sku_with_how_many_of_it() {
        let told = |text| part(text).map(|(sku, units)| format!("{units} {sku}"));
        assert_eq!(told("MUG×2").as_deref(), Some("2 MUG"));
        assert_eq!(told("2 x MUG").as_deref(), Some("2 MUG"));
        assert_eq!(told("MUG * 12").as_deref(), Some("12 MUG"));
        assert_eq!(told("MUG: 3").as_deref(), Some("3 MUG"));
        assert_eq!(told("BOX-XL").as_deref(), Some("1 BOX-XL"), "no sign in it");
        assert_eq!(told("0042×1").as_deref(), Some("1 0042"));
        assert_eq!(told("MUG×0"), None);
        assert_eq!(told("MUG×two"), None);
        assert_eq!(told("×2"), None);
    }
}
