//! What is owed: the source's amounts made to add up, with nothing invented.

use crate::source::{ChargeKind, SourceCharge, SourceOrder};

/// The amounts of an order as they are booked.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Booked {
    /// The amount of each line after its own discount, in the order of the source's lines.
    pub lines: Vec<i64>,
    /// Amounts beside the lines; the source's own and, when it does not add up, one more.
    pub charges: Vec<SourceCharge>,
    /// Sum of `lines`.
    pub lines_total: i64,
    /// Sum of everything. Equals the source's total where it states one.
    pub total: i64,
    /// False when the source states neither a total nor every price: then the sums are lower
    /// bounds and no screen shows them as if they were whole.
    pub known: bool,
}

/// Books the amounts of a source order. `MODEL.md`, "Orders from outside": amounts are the
/// source's; a missing one is unknown, never 0; what does not add up is one `unexplained` row. A
/// difference of at most one minor unit per line beside a tax is `rounding`.
///
/// `None` when a sum leaves the range of exact amounts.
#[must_use]
pub fn book(order: &SourceOrder) -> Option<Booked> {
    let mut known = true;
    let mut lines = Vec::with_capacity(order.lines.len());
    for line in &order.lines {
        let price = match line.unit_price {
            Some(price) => price.checked_mul(line.quantity)?,
            None => {
                known = false;
                0
            }
        };
        lines.push(price.checked_add(line.discount)?);
    }
    let lines_total = sum(lines.iter().copied())?;
    let mut charges = order.charges.clone();
    let parts = lines_total.checked_add(sum(charges.iter().map(|c| c.amount))?)?;
    let total = match order.total {
        None => {
            known &= !order.lines.is_empty();
            parts
        }
        Some(total) => {
            known = true;
            let rest = total.checked_sub(parts)?;
            if rest != 0 {
                let per_line = i64::try_from(order.lines.len()).ok()?;
                let rounding = rest.abs() <= per_line
                    && (charges.iter().any(|c| c.kind == ChargeKind::Tax)
                        || !order.taxes.is_empty());
                charges.push(SourceCharge {
                    kind: if rounding {
                        ChargeKind::Rounding
                    } else {
                        ChargeKind::Unexplained
                    },
                    label: String::new(),
                    amount: rest,
                });
            }
            total
        }
    };
    (total.abs() <= crate::money::MAX_MINOR).then_some(Booked {
        lines,
        charges,
        lines_total,
        total,
        known,
    })
}

fn sum(amounts: impl Iterator<Item = i64>) -> Option<i64> {
    amounts.into_iter().try_fold(0_i64, i64::checked_add)
}
