//! What is wrong with a file's rows, counted by what fixes it.

use crate::limits;
use domain::Sentence;
use domain::source::{RowProblem, Severity, SourceOrder};
use serde::{Deserialize, Serialize};
use std::collections::HashMap;
use ts_rs::TS;

/// Problems that the same act fixes: same sentence, same column.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct ProblemGroup {
    /// The sentence's id.
    pub sentence_id: String,
    /// The column's header, or empty.
    pub column: String,
    /// Warning or refusal.
    pub severity: Severity,
    /// How many there are, also those that are not kept one by one.
    pub count: u32,
    /// Where the first kept one stands in the list of problems.
    pub first: u32,
}

/// A row of a refused order.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct RefusedRow {
    /// The row (header is 1).
    pub row: u32,
    /// The problem that refuses it, by its place in the list; a similar one when there are very
    /// many of the kind.
    pub problem: u32,
}

/// An order that is left out, as far as it could be read.
#[derive(Debug, Clone, Serialize, TS)]
pub struct RefusedOrder {
    /// Its first row (header is 1).
    pub row: u32,
    /// What its cells say; absent for a row that belongs to no order, and for too many rows.
    pub order: Option<Box<SourceOrder>>,
    /// The problem that refuses it, by its place in the list; a similar one when there are very
    /// many of the kind.
    pub problem: u32,
}

/// Collects problems, keeping the first of each group and counting the rest.
#[derive(Debug, Default)]
pub(crate) struct Problems {
    pub(crate) kept: Vec<RowProblem>,
    pub(crate) groups: Vec<ProblemGroup>,
    pub(crate) refused: Vec<RefusedRow>,
    pub(crate) orders: Vec<RefusedOrder>,
    pub(crate) orders_refused: u32,
    by_key: HashMap<(String, String, Severity), usize>,
    last_kept: Vec<u32>,
}

impl Problems {
    /// Takes a problem; gives its place in the list, or that of the last similar one kept.
    pub(crate) fn push(&mut self, problem: RowProblem) -> u32 {
        let at = u32::try_from(self.kept.len()).unwrap_or(u32::MAX);
        let key = (
            problem.sentence.id.clone(),
            problem.column.clone(),
            problem.severity,
        );
        let Some(group_at) = self.by_key.get(&key).copied() else {
            self.groups.push(ProblemGroup {
                sentence_id: key.0.clone(),
                column: key.1.clone(),
                severity: key.2,
                count: 1,
                first: at,
            });
            self.by_key.insert(key, self.groups.len() - 1);
            self.last_kept.push(at);
            self.kept.push(problem);
            return at;
        };
        let (Some(group), Some(last)) = (
            self.groups.get_mut(group_at),
            self.last_kept.get_mut(group_at),
        ) else {
            return at;
        };
        group.count += 1;
        if usize::try_from(group.count).unwrap_or(usize::MAX) > limits::PROBLEMS_PER_GROUP
            || self.kept.len() >= limits::PROBLEMS_KEPT
        {
            return *last;
        }
        *last = at;
        self.kept.push(problem);
        at
    }

    /// A problem of the whole file.
    pub(crate) fn of_file(&mut self, severity: Severity, column: &str, sentence: Sentence) {
        self.push(RowProblem {
            row: 0,
            column: column.to_owned(),
            cell: String::new(),
            severity,
            sentence,
        });
    }

    /// A row that is refused by itself.
    pub(crate) fn refuse_row(&mut self, row: u32, cell: &str, sentence: Sentence) {
        let problem = self.push(RowProblem {
            row,
            column: String::new(),
            cell: shown(cell),
            severity: Severity::Refused,
            sentence,
        });
        self.refused.push(RefusedRow { row, problem });
        self.refuse_order(row, problem, None);
    }

    /// An order that is left out whole, whatever else of the file is read.
    pub(crate) fn refuse_order(&mut self, row: u32, problem: u32, order: Option<Box<SourceOrder>>) {
        self.orders_refused += 1;
        if self.orders.len() < limits::REFUSED_ORDERS_KEPT {
            self.orders.push(RefusedOrder {
                row,
                order,
                problem,
            });
        }
    }
}

/// A cell for a problem: at most 200 characters.
pub(crate) fn shown(cell: &str) -> String {
    cell.trim().chars().take(200).collect()
}
