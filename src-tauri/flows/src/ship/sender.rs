//! Where a parcel goes back to when nobody takes it in.

use crate::shop::types::ShopSettings;
use domain::{Address, Sentence, address_check};

/// Whom a label names as its sender: the return address, if the shop has one of its own.
pub(crate) fn of_labels(settings: &ShopSettings) -> &Address {
    settings.returns.as_ref().unwrap_or(&settings.sender)
}

/// Why no label can be made: a parcel whose sender a carrier cannot find is lost when its recipient is not.
pub(crate) fn missing_on_labels(settings: &ShopSettings) -> Option<Sentence> {
    missing(of_labels(settings))
}

/// Why no packing slip can be made: it is where the buyer reads whereto something goes back.
pub(crate) fn missing_on_slips(settings: &ShopSettings) -> Option<Sentence> {
    missing(&settings.sender)
}

fn missing(address: &Address) -> Option<Sentence> {
    (!address_check::check(address).may_ship()).then(|| Sentence::new("paper-no-sender"))
}
