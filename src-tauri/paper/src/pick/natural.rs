//! Natural order: `A-2` before `A-10`, as shelves are numbered.

/// A sort key in natural order. Equal keys mean equal texts.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct NaturalKey(Vec<Chunk>, String);

#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
enum Chunk {
    /// Digits without leading zeros: first by how many, then by themselves. Of any length.
    Number(usize, String),
    /// Anything else, in small letters.
    Text(String),
}

/// The key by which `A-2` comes before `A-10`, `a-2` beside `A-2`, and `A-02` right after `A-2`.
#[must_use]
pub fn natural_key(text: &str) -> NaturalKey {
    let mut chunks = Vec::new();
    let mut rest = text;
    while let Some(first) = rest.chars().next() {
        let digits = first.is_ascii_digit();
        let end = rest
            .find(|c: char| c.is_ascii_digit() != digits)
            .unwrap_or(rest.len());
        let (chunk, after) = rest.split_at(end);
        chunks.push(if digits {
            let number = chunk.trim_start_matches('0');
            Chunk::Number(number.len(), number.to_owned())
        } else {
            Chunk::Text(chunk.to_lowercase())
        });
        rest = after;
    }
    NaturalKey(chunks, text.to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn shelves_are_walked_in_order() {
        let mut bins = [
            "B-1", "A-10", "a-2", "A-2-10", "A-2-9", "A-02", "A-1", "", "10", "9",
        ];
        bins.sort_by_key(|b| natural_key(b));
        assert_eq!(
            bins,
            [
                "", "9", "10", "A-1", "A-02", "a-2", "A-2-9", "A-2-10", "A-10", "B-1"
            ]
        );
    }

    #[test]
    fn numbers_of_any_length_compare() {
        let long = "9".repeat(40);
        assert!(natural_key(&long) < natural_key(&format!("1{long}")));
    }
}
