//! Ids: integers below 2^53, so that JavaScript holds them exactly.
//!
//! A desk takes them in blocks and counts in memory, so an id is known before its row is written.
//! Each thing has its own type: an order's id cannot be passed where a line's is asked.

use serde::{Deserialize, Serialize};
use ts_rs::TS;

macro_rules! ids {
    ($($(#[$doc:meta])* $name:ident),* $(,)?) => {$(
        $(#[$doc])*
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, TS)]
        #[serde(transparent)]
        pub struct $name(#[ts(type = "number")] pub i64);

        impl From<i64> for $name {
            fn from(id: i64) -> Self {
                Self(id)
            }
        }

        impl std::fmt::Display for $name {
            fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                self.0.fmt(f)
            }
        }
    )*};
}

ids! {
    /// A place with stock.
    LocationId,
    /// A person who signs actions.
    UserId,
    /// A computer at which people work.
    DeviceId,
    /// Where orders come from.
    ChannelId,
    /// A person or firm that buys.
    CustomerId,
    /// What is sold, before size and colour are chosen.
    ProductId,
    /// One thing that can be counted: a product in one size and colour.
    VariantId,
    /// What was sold, to whom.
    OrderId,
    /// One position of an order.
    LineId,
    /// Why something must not ship.
    HoldId,
    /// Goods of one or more orders that leave together.
    ShipmentId,
    /// One box with one label.
    ParcelId,
    /// What a carrier, or the shop's own post, offers.
    ServiceId,
    /// A list of what to fetch from the shelves.
    PickListId,
    /// Units that were fetched and go back to the shelf.
    PutBackId,
    /// The moment parcels leave the house.
    HandOverId,
    /// Exact bytes: a label, a slip.
    DocumentId,
    /// One file that was imported.
    BatchId,
    /// How files of one header are read.
    MappingId,
    /// Work that waits for time or goes on in the background.
    JobId,
}
