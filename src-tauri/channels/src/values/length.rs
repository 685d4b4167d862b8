//! Lengths to millimetres.

use super::number::{self, Decimal, DecimalMark};

/// Millimetres of a number and its unit. `None` for other units and below 0. The inch is 25.4 mm.
#[must_use]
pub fn millimetres(value: Decimal, unit: &str) -> Option<i64> {
    let length = match unit.trim().trim_end_matches('.').to_lowercase().as_str() {
        "mm" => value.scaled(1, 1),
        "cm" => value.scaled(10, 1),
        "m" => value.scaled(1000, 1),
        "in" | "inch" | "inches" | "\"" | "″" | "zoll" => value.scaled(254, 10),
        "ft" => value.scaled(3048, 10),
        _ => None,
    };
    length.filter(|length| *length >= 0)
}

/// Three sides in one cell: `20 x 15 x 10 cm`, `20×15×10`. Their unit stands last, or is one of
/// `others`.
#[must_use]
pub fn sides(cell: &str, others: &[&str]) -> Option<[i64; 3]> {
    let parts: Vec<&str> = cell.split(['x', 'X', '×', '*']).map(str::trim).collect();
    let [length, width, height] = parts.as_slice() else {
        return None;
    };
    let mark = if cell.contains(',') {
        DecimalMark::Comma
    } else {
        DecimalMark::Point
    };
    let read = |part: &str| {
        let number = number::parse(part, Some(mark)).ok()?;
        Some((number.value, number.beside.to_owned()))
    };
    let (height, own) = read(height)?;
    let unit = [own.as_str()]
        .into_iter()
        .chain(others.iter().copied())
        .find(|unit| !unit.is_empty())?;
    Some([
        millimetres(read(length)?.0, unit)?,
        millimetres(read(width)?.0, unit)?,
        millimetres(height, unit)?,
    ])
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn sides_share_the_unit_that_stands_last() {
        assert_eq!(sides("20 x 15 x 10 cm", &[]), Some([200, 150, 100]));
        assert_eq!(sides("20,5×15×10", &["", "cm"]), Some([205, 150, 100]));
        assert_eq!(sides("8x6x4in", &[]), Some([203, 152, 102]));
        assert_eq!(sides("20x15", &["cm"]), None);
        assert_eq!(sides("20x15x10", &[]), None);
    }
}
