//! What comes in as history: it touches nothing here. `MODEL.md`, "Orders from outside", History.

use domain::Millis;
use domain::order::Life;
use domain::source::{SourceOrder, SourcePaid, SourceShipped};

/// Whether an order is history: the source shipped, cancelled or refunded it, or it was placed
/// before the shop's start date, or it was sold over the counter.
pub(crate) fn is_history(order: &SourceOrder, start_at: Option<Millis>) -> bool {
    order.counter
        || order.cancelled
        || order.shipped == SourceShipped::Yes
        || order.paid == SourcePaid::Refunded
        || matches!((order.placed_at, start_at), (Some(placed), Some(start)) if placed < start)
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
