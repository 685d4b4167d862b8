//! Weights to grams.

use super::number::Decimal;

/// Grams of a number and the unit beside it; grams when there is none. `None` for other units.
/// The international pound is 453.59237 g exactly, the ounce a sixteenth of it.
#[must_use]
pub fn grams(value: Decimal, unit: &str) -> Option<i64> {
    match unit.trim().trim_end_matches('.').to_lowercase().as_str() {
        "" | "g" | "gr" | "gram" | "grams" | "gramm" | "grammes" | "gramos" => value.scaled(1, 1),
        "kg" | "kilo" | "kilogram" | "kilograms" | "kilogramm" => value.scaled(1000, 1),
        "mg" => value.scaled(1, 1000),
        "lb" | "lbs" | "pound" | "pounds" => value.scaled(45_359_237, 100_000),
        "oz" | "ounce" | "ounces" => value.scaled(45_359_237, 1_600_000),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn pounds_and_ounces_are_exact_to_the_gram() {
        let one = Decimal {
            digits: 1,
            places: 0,
        };
        assert_eq!(grams(one, "lb"), Some(454));
        assert_eq!(grams(one, "oz"), Some(28));
        assert_eq!(
            grams(
                Decimal {
                    digits: 25,
                    places: 1
                },
                "kg"
            ),
            Some(2500)
        );
        assert_eq!(
            grams(
                Decimal {
                    digits: 16,
                    places: 0
                },
                "oz"
            ),
            Some(454)
        );
        assert_eq!(grams(one, "stone"), None);
    }
}
