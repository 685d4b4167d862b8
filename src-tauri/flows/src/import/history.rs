//! What comes in as history: it touches nothing here. `MODEL.md`, "Orders from outside", History.

use domain::Millis;
use domain::order::Life;
use domain::source::{SourceOrder, SourcePaid, SourceShipped};
use store::rows::LineRow;

/// Whether an order is history: the source shipped, cancelled or refunded it, or it was placed
/// before the shop's start date, or it was sold over the counter.
pub(crate) fn is_history(order: &SourceOrder, start_at: Option<Millis>) -> bool {
    order.counter
        || order.cancelled
        || order.shipped == SourceShipped::Yes
        || order.paid == SourcePaid::Refunded
        || matches!((order.placed_at, start_at), (Some(placed), Some(start)) if placed < start)
}

/// Units of a till's sale that may have stood on our shelf. A sale over the counter is history, because
/// the goods have left when it is told of; but unlike a web shop's past it is this shop's own selling, and
/// whether its goods were ours is the same question as for an order shipped elsewhere. What was sold before
/// the shop's start date, called off or paid back in full, and what no product is known for, moves nothing.
pub(crate) fn sold_here(order: &SourceOrder, start_at: Option<Millis>, lines: &[LineRow]) -> i64 {
    let before =
        matches!((order.placed_at, start_at), (Some(placed), Some(start)) if placed < start);
    if !order.counter || order.cancelled || order.paid == SourcePaid::Refunded || before {
        return 0;
    }
    lines
        .iter()
        .filter(|l| l.variant_id.is_some() && matches!(l.kind.as_str(), "goods" | "kit"))
        .map(|l| (l.ordered - l.cancelled).max(0))
        .sum()
}

/// How the life of a piece of history ended.
pub(crate) fn life(order: &SourceOrder) -> Life {
    let left = matches!(order.shipped, SourceShipped::Yes | SourceShipped::Partly) || order.counter;
    if (order.cancelled || order.paid == SourcePaid::Refunded) && !left {
        Life::Cancelled
    } else {
        Life::Completed
    }
}
