//! Labels, packing slips and pick lists: plain values in, bytes out.
//!
//! A layout (`labels`, `packing_slip`, `pick_list`, `test_page`) makes a [`Document`], which is a
//! list of shaped text, bars and pictures with their places in points. The PDF that is printed and
//! the SVG that the screen shows are both drawn from that one list, so the preview cannot differ
//! from the paper. Nothing here reads a disk, a clock or a network: the fonts are compiled in, the
//! date is an input, and the same input gives the same bytes on every computer.

mod address;
pub mod barcode;
mod calibration;
pub mod display;
mod erase;
mod flow;
mod fonts;
mod hand_over;
mod label;
mod leave_out;
mod logo;
mod measure;
mod notice;
mod pages;
mod pdf;
mod pick;
mod slip;
mod svg;
mod text;

pub use address::{AddressLine, Role, address_lines, country_name};
pub use calibration::{TestInput, test_page};
pub use display::Document;
pub use erase::empty_pages;
pub use hand_over::{
    HandOverCarrier, HandOverInput, HandOverParcel, HandOverWords, hand_over_list,
};
pub use label::sheet::LabelFormat;
pub use label::{LabelInput, LabelSetup, LabelWords, MAX_LABELS, Tracking, labels};
pub use leave_out::{LabelPlace, leave_out};
pub use logo::Logo;
pub use measure::{Dpi, PaperSize};
pub use notice::{Block, Field, Notice, PaperError};
pub use pages::only_page;
pub use pick::natural::{NaturalKey, natural_key};
pub use pick::{PickGroup, PickInput, PickLine, PickOrder, PickWords, by_bin, pick_list};
pub use slip::{SlipInput, SlipLine, SlipWords, packing_slip};
