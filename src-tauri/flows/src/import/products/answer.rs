//! What a person is shown of a file of products before it is taken.

use super::plan::{Fate, Plan};
use crate::import::file::{self, EXAMPLES};
use crate::import::types::{ProblemGroup, ProductsPreview};
use channels::products::ProductReading;
use domain::source::Severity;

pub(super) fn answer(reading: &ProductReading, sha256: String, plan: &Plan) -> ProductsPreview {
    let count = |n: usize| i64::try_from(n).unwrap_or(i64::MAX);
    let (mut new, mut updated, mut skipped) = (0, 0, 0);
    for taken in &plan.rows {
        let said = taken.count.is_some() || plan.recipes.contains_key(&taken.id());
        match (&taken.fate, said) {
            (Fate::New(_), _) => new += 1,
            (Fate::Change(_), _) | (Fate::Same(_), true) => updated += 1,
            (Fate::Same(_), false) => skipped += 1,
        }
    }
    let refused_here = plan
        .problems
        .iter()
        .filter(|p| p.severity == Severity::Refused)
        .count();
    ProductsPreview {
        file_name: reading.file_name.clone(),
        sha256,
        new,
        updated,
        skipped,
        refused: count(reading.refused_rows.len() + refused_here),
        units: plan.openings().sum(),
        problems: groups(reading, plan),
    }
}

/// Problems by what fixes them: the reader's, then ours.
fn groups(reading: &ProductReading, plan: &Plan) -> Vec<ProblemGroup> {
    let mut groups = file::groups(&reading.groups, &reading.problems);
    let own = groups.len();
    for problem in &plan.problems {
        let same = |g: &&mut ProblemGroup| g.sentence.id == problem.sentence.id;
        match groups.iter_mut().skip(own).find(same) {
            Some(group) => {
                group.count += 1;
                if group.examples.len() < EXAMPLES {
                    group.examples.push(problem.clone());
                }
            }
            None => groups.push(ProblemGroup {
                sentence: problem.sentence.clone(),
                column: problem.column.clone(),
                refuses: problem.severity == Severity::Refused,
                count: 1,
                examples: vec![problem.clone()],
            }),
        }
    }
    groups
}
