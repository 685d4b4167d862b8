//! Reads the tables once.

use super::{Country, Region};
use crate::pattern::Pattern;
use std::sync::LazyLock;

const FACTS: &str = include_str!("facts.tsv");
const REGIONS: &str = include_str!("regions.tsv");

static COUNTRIES: LazyLock<Vec<Country>> = LazyLock::new(|| {
    rows(FACTS)
        .filter_map(|row| {
            let [
                code,
                english,
                german,
                paper,
                require,
                upper,
                zip,
                examples,
                prefix,
                format,
                latin_format,
            ] = cells(row)?;
            Some(Country {
                code,
                english,
                german,
                paper,
                examples: examples.split(',').filter(|e| !e.is_empty()).collect(),
                require,
                upper,
                prefix,
                format,
                latin_format,
                postcode: (!zip.is_empty()).then(|| Pattern::new(zip)).flatten(),
                regions: regions_of(code),
            })
        })
        .collect()
});

/// The table, read at first use.
pub(super) fn countries() -> &'static [Country] {
    &COUNTRIES
}

fn regions_of(country: &str) -> Vec<Region> {
    rows(REGIONS)
        .filter_map(|row| {
            let [code, names, pattern] = cells(row)?;
            (code == country)
                .then(|| Region::new(names, pattern))
                .flatten()
        })
        .collect()
}

/// The rows of a table: lines that are neither empty nor a remark.
pub(super) fn rows(table: &'static str) -> impl Iterator<Item = &'static str> {
    table
        .lines()
        .filter(|line| !line.is_empty() && !line.starts_with('#'))
}

fn cells<const N: usize>(row: &'static str) -> Option<[&'static str; N]> {
    row.split('\t').collect::<Vec<_>>().try_into().ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_row_is_read_and_every_pattern_compiles() {
        let facts: Vec<&str> = rows(FACTS).collect();
        assert_eq!(countries().len(), facts.len());
        for (country, row) in countries().iter().zip(facts) {
            let zip = row.split('\t').nth(6).unwrap();
            assert_eq!(
                country.postcode.is_some(),
                !zip.is_empty(),
                "{}",
                country.code
            );
        }
        let read: usize = countries().iter().map(|c| c.regions.len()).sum();
        assert_eq!(read, rows(REGIONS).count());
        assert!(countries().is_sorted_by_key(|c| c.code));
    }
}
