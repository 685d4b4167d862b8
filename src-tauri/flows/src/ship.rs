//! Shipping: pick lists, parcels, labels, hand-overs, what the source is told.
//!
//! What was skipped is done: a label on a shipment that nobody picked marks its units as picked and
//! packed, "not verified", in the same commit.

pub mod delivered;
pub mod document;
pub mod fitting;
pub mod gathering;
pub mod hand_over;
pub mod hand_over_list;
pub mod labels;
pub mod paper_words;
pub mod parcel_plan;
pub mod parcels;
pub mod pick;
pub mod pick_lists;
pub mod picking;
pub mod plan;
pub mod print;
pub mod put_back;
pub(crate) mod sender;
pub mod shipment;
pub mod shipped_file;
pub mod slips;
pub mod test_page;
pub mod types;
