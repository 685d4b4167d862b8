//! eBay: the orders report of the Seller Hub, in American, British and German wording. An order of
//! several items has a row of its own above its items' rows. Below the rows stand their count and
//! the seller's name.

use super::{Format, Platform};
use crate::draft::Draft;
use crate::field::Field as F;
use crate::plan::Habits;
use domain::source::{SourceOrder, SourcePaid};

pub(super) static PLATFORM: Platform = Platform {
    format: Format::Ebay,
    columns: &[
        // United States.
        ("sales record number", F::Keep),
        ("order number", F::OrderId),
        ("buyer username", F::BuyerId),
        ("buyer name", F::BillName),
        ("buyer email", F::BuyerEmail),
        ("buyer note", F::Note),
        ("buyer address 1", F::BillLine1),
        ("buyer address 2", F::BillLine2),
        ("buyer city", F::BillCity),
        ("buyer state", F::BillRegion),
        ("buyer zip", F::BillPostcode),
        ("buyer country", F::BillCountry),
        ("buyer tax identifier value", F::BuyerTaxId),
        ("ship to name", F::ShipName),
        ("ship to phone", F::ShipPhone),
        ("ship to address 1", F::ShipLine1),
        ("ship to address 2", F::ShipLine2),
        ("ship to city", F::ShipCity),
        ("ship to state", F::ShipRegion),
        ("ship to zip", F::ShipPostcode),
        ("ship to country", F::ShipCountry),
        ("item title", F::Title),
        ("custom label", F::Sku),
        ("quantity", F::Quantity),
        ("sold for", F::UnitPrice),
        ("shipping and handling", F::Shipping),
        ("seller collected tax", F::Tax),
        ("ebay collected tax", F::TaxByChannel),
        ("total price", F::Total),
        ("payment method", F::PaymentMethod),
        ("sale date", F::PlacedAt),
        ("paid on date", F::PaidAt),
        ("ship by date", F::ShipBy),
        ("shipped on date", F::ShippedAt),
        ("paypal transaction id", F::PaymentReference),
        ("shipping service", F::Service),
        ("tracking number", F::Tracking),
        ("transaction id", F::LineId),
        ("variation details", F::Options),
        ("ebay reference name", F::Keep),
        ("ebay reference value", F::Keep),
        ("global shipping program", F::Keep),
        ("global shipping reference id", F::Keep),
        // United Kingdom.
        ("buyer county", F::BillRegion),
        ("buyer postcode", F::BillPostcode),
        ("post to name", F::ShipName),
        ("post to phone", F::ShipPhone),
        ("post to address 1", F::ShipLine1),
        ("post to address 2", F::ShipLine2),
        ("post to city", F::ShipCity),
        ("post to county", F::ShipRegion),
        ("post to state", F::ShipRegion),
        ("post to postcode", F::ShipPostcode),
        ("post to country", F::ShipCountry),
        ("postage and packaging", F::Shipping),
        ("dispatch by date", F::ShipBy),
        ("dispatched on date", F::ShippedAt),
        ("delivery service", F::Service),
        ("postage service", F::Service),
        // Germany.
        ("verkaufsprotokollnummer", F::Keep),
        ("bestellnummer", F::OrderId),
        ("nutzername des käufers", F::BuyerId),
        ("name des käufers", F::BillName),
        ("e-mail des käufers", F::BuyerEmail),
        ("e-mail-adresse des käufers", F::BuyerEmail),
        ("hinweis des käufers", F::Note),
        ("notiz des käufers", F::Note),
        ("versand an name", F::ShipName),
        ("name des empfängers", F::ShipName),
        ("versand an telefonnummer", F::ShipPhone),
        ("versand an adresse 1", F::ShipLine1),
        ("versand an adresse 2", F::ShipLine2),
        ("versand an ort", F::ShipCity),
        ("versand an bundesland", F::ShipRegion),
        ("versand an plz", F::ShipPostcode),
        ("versand an land", F::ShipCountry),
        ("angebotstitel", F::Title),
        ("bestandseinheit", F::Sku),
        ("anzahl", F::Quantity),
        ("verkauft für", F::UnitPrice),
        ("verpackung und versand", F::Shipping),
        ("gesamtbetrag", F::Total),
        ("gesamtpreis", F::Total),
        ("zahlungsmethode", F::PaymentMethod),
        ("verkauft am", F::PlacedAt),
        ("verkaufsdatum", F::PlacedAt),
        ("zahlungsdatum", F::PaidAt),
        ("verschickt am - datum", F::ShippedAt),
        ("versandservice", F::Service),
        ("sendungsnummer", F::Tracking),
        ("transaktions-id", F::LineId),
        ("transaktionsnummer", F::LineId),
        ("variantendetails", F::Options),
    ],
    required: &[
        &["sales record number", "verkaufsprotokollnummer"],
        &["order number", "bestellnummer"],
        &["buyer username", "nutzername des käufers"],
        &["item title", "angebotstitel"],
        &["quantity", "anzahl"],
        &["sold for", "verkauft für"],
    ],
    habits: Habits {
        decimal_mark: None,
        day_order: None,
        to_channel: true,
    },
    words: &[],
    assemble,
};

fn assemble(draft: &mut Draft<'_>) -> SourceOrder {
    let mut order = draft.usual();
    if order.buyer.name == "--" {
        order.buyer.name.clone_from(&order.ship_to.name);
    }
    // A paid-on column that is empty says that the buyer has not paid yet.
    if order.paid == SourcePaid::Unknown {
        order.paid = SourcePaid::Unpaid;
    }
    order
}
